//! What lies below a key that holds a block: which blocks it can be, and the forms that a block can take.
//!
//! The reader, the schema and the questionnaire follow this; the keys themselves stand in the declarations of the blocks.

use super::*;
use crate::words::Key;

/// The blocks that a key may hold.
#[derive(Clone, Copy, Debug)]
pub enum Below {
    /// Always this one.
    One(&'static Keys),
    /// That of the step which its `soort` says.
    OfStep,
    /// That of the ground which its `grond` says.
    OfGround,
}

/// A form of a block that has more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word stands for it; with what the word means, in Dutch.
    Word(&'static str, &'static str),
    /// These keys of it; with what the block then says, in Dutch.
    Keys(&'static str, &'static [Fact]),
}

impl Adres {
    /// The keys of an address in the Netherlands.
    pub const DUTCH: &'static [Fact] =
        &[Self::locatie, Self::straat, Self::huisnummer, Self::toevoeging, Self::postcode, Self::plaats];
    /// The keys of an address abroad.
    pub const FOREIGN: &'static [Fact] = &[Self::regels, Self::land];
}

impl Asielbesluit {
    /// The keys that say that the decision has been taken.
    pub const TAKEN: &'static [Fact] =
        &[Self::kenmerk, Self::datum, Self::terugkeerbesluit, Self::inreisverbod, Self::signalering];
    /// The keys that say that it comes later.
    pub const LATER: &'static [Fact] = &[Self::volgt_later, Self::reden];
}

const IN_THE_NETHERLANDS: Shape = Shape::Keys("een adres in Nederland", Adres::DUTCH);
const ABROAD: Shape = Shape::Keys("een adres in het buitenland", Adres::FOREIGN);
const NONE_CAME_IN: Shape = Shape::Word("geen", "er kwam geen zienswijze binnen");

impl Shape {
    /// The forms of what a key holds; empty where there is only one.
    #[must_use]
    pub fn of(fact: Fact) -> &'static [Self] {
        const OF_PERSON: &[Shape] =
            &[IN_THE_NETHERLANDS, ABROAD, Shape::Word("onbekend", "er is geen bekend adres")];
        const OF_REPRESENTATIVE: &[Shape] = &[IN_THE_NETHERLANDS, ABROAD];
        const VIEW: &[Shape] = &[Shape::Keys("er kwam een zienswijze binnen", ZIENSWIJZE), NONE_CAME_IN];
        const VIEW_ON_FURTHER: &[Shape] =
            &[Shape::Keys("er kwam een zienswijze binnen", ON_FURTHER), NONE_CAME_IN];
        const ASYLUM: &[Shape] = &[
            Shape::Keys("het besluit is genomen", Asielbesluit::TAKEN),
            Shape::Keys("het besluit volgt later", Asielbesluit::LATER),
        ];
        const ZIENSWIJZE: &[Fact] = &[
            Zienswijze::ontvangen,
            Zienswijze::samenvatting,
            Zienswijze::reactie,
            Zienswijze::leidt_tot_ander_oordeel,
        ];
        const ON_FURTHER: &[Fact] = &[
            AanvullendeZienswijze::ontvangen,
            AanvullendeZienswijze::samenvatting,
            AanvullendeZienswijze::reactie,
            AanvullendeZienswijze::leidt_tot_ander_oordeel,
        ];
        let of = [
            (Vreemdeling::adres, OF_PERSON),
            (Gemachtigde::adres, OF_REPRESENTATIVE),
            (Herbeoordeling::zienswijze, VIEW),
            (AanvullendVoornemen::zienswijze, VIEW_ON_FURTHER),
            (Herbeoordeling::asielbesluit, ASYLUM),
        ];
        of.into_iter().find(|(of, _)| of.pattern() == fact.pattern()).map_or(&[], |(_, shapes)| shapes)
    }
}

/// Whether a key that holds an officer's own words may also hold them as a list, of which each item is a line.
#[must_use]
pub fn may_be_lines(fact: Fact) -> bool {
    fact.pattern() == Opschorting::gevraagd.pattern()
}

impl Below {
    /// What a key may hold; `None` for a key that holds no block.
    #[must_use]
    pub fn of(key: &Key) -> Option<Self> {
        BELOW.iter().find(|(fact, _)| fact.pattern() == key.fact.pattern()).map(|(_, below)| *below)
    }
}

/// Every key that holds a block.
const BELOW: &[(Fact, Below)] = &[
    (Case::zaak, Below::One(Zaak::KEYS)),
    (Case::bekendmaking, Below::One(Bekendmaking::KEYS)),
    (Case::vreemdeling, Below::One(Vreemdeling::KEYS)),
    (Case::feiten, Below::One(Feiten::KEYS)),
    (Case::stap, Below::OfStep),
    (Case::afwijking, Below::One(Afwijking::KEYS)),
    (Vreemdeling::adres, Below::One(Adres::KEYS)),
    (Vreemdeling::wettelijk_vertegenwoordiger, Below::One(WettelijkVertegenwoordiger::KEYS)),
    (Vreemdeling::gemachtigde, Below::One(Gemachtigde::KEYS)),
    (Gemachtigde::adres, Below::One(Adres::KEYS)),
    (Feiten::verblijfsrecht_oekraine, Below::One(VerblijfsrechtOekraine::KEYS)),
    (Feiten::verblijf_buiten_nederland, Below::One(VerblijfBuitenNederland::KEYS)),
    (Feiten::bescherming_elders, Below::One(BeschermingElders::KEYS)),
    (Feiten::gezinsband, Below::One(Gezinsband::KEYS)),
    (Gezinsband::referent, Below::One(Referent::KEYS)),
    (Feiten::afspraak, Below::One(Afspraak::KEYS)),
    (Feiten::nareis, Below::One(Nareis::KEYS)),
    (Feiten::maatregelen, Below::One(Maatregel::KEYS)),
    (Triage::gronden, Below::OfGround),
    (Grond::veroordeling, Below::One(Veroordeling::KEYS)),
    (Oordelen::antwoorden, Below::One(Antwoord::KEYS)),
    (Stickerlocatie::opschorting, Below::One(Opschorting::KEYS)),
    (Stickerlocatie::maatwerk, Below::One(Maatwerk::KEYS)),
    (TerugkeerFeiten::terugkeerbesluit, Below::One(TerugkeerbesluitKeuze::KEYS)),
    (TerugkeerFeiten::vertrektermijn, Below::One(Vertrektermijn::KEYS)),
    (NietGemeld::herstel, Below::One(Herstel::KEYS)),
    (Herbeoordeling::melding, Below::One(Melding::KEYS)),
    (Herbeoordeling::voornemen, Below::One(Voornemen::KEYS)),
    (Herbeoordeling::zienswijze, Below::One(Zienswijze::KEYS)),
    (Herbeoordeling::aanvullend_voornemen, Below::One(AanvullendVoornemen::KEYS)),
    (AanvullendVoornemen::zienswijze, Below::One(AanvullendeZienswijze::KEYS)),
    (Herbeoordeling::gehoor, Below::One(Gehoor::KEYS)),
    (Herbeoordeling::asielbesluit, Below::One(Asielbesluit::KEYS)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Holds;

    /// Every key of every kind of block, those of the zienswijze on an aanvullend voornemen too.
    fn keys() -> impl Iterator<Item = &'static Key> {
        Keys::all().chain([AanvullendeZienswijze::KEYS]).flat_map(Keys::rows)
    }

    #[test]
    fn every_key_that_holds_a_block_says_which() {
        for key in keys() {
            assert_eq!(Below::of(key).is_some(), key.holds == Holds::Block, "{}", key.fact);
        }
    }

    #[test]
    fn the_forms_of_a_block_have_its_keys() {
        let mut seen = 0;
        for key in keys().filter(|key| !Shape::of(key.fact).is_empty()) {
            let Some(Below::One(block)) = Below::of(key) else { panic!("{} holds no block", key.fact) };
            for shape in Shape::of(key.fact) {
                let Shape::Keys(_, facts) = shape else { continue };
                assert!(facts.iter().all(|fact| block.has(fact.key())), "{}", key.fact);
                seen += 1;
            }
        }
        assert!(seen >= 7);
    }
}
