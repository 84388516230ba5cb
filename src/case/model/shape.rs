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
        &[Self::straat, Self::huisnummer, Self::toevoeging, Self::postcode, Self::plaats, Self::locatie];
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

impl Keys {
    /// The keys of the block at a path (`feiten.gezinsband`, `stap.gronden[0]`; empty for the case itself) of a case with
    /// this step; `None` when no block can stand there.
    #[must_use]
    pub fn at(path: &str, step: Option<SoortStap>) -> Option<&'static Self> {
        let mut keys = Case::KEYS;
        for name in path.split('.').filter(|name| !name.is_empty()) {
            let name = name.split('[').next().unwrap_or(name);
            let key = keys.rows().find(|key| key.fact.key() == name)?;
            keys = match Below::of(key)? {
                Below::One(keys) => keys,
                Below::OfStep => step.map_or(Stap::KEYS, Self::of_step),
                Below::OfGround => Grond::KEYS,
            };
        }
        Some(keys)
    }

    /// The key at a path of a case with this step; of an item of a list of words, the key of the list.
    #[must_use]
    pub fn key_at(path: &str, step: Option<SoortStap>) -> Option<&'static Key> {
        let (block, name) = path.rsplit_once('.').unwrap_or(("", path));
        let name = name.split('[').next().unwrap_or(name);
        Self::at(block, step)?.rows().find(|key| key.fact.key() == name)
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
    fn a_path_leads_to_its_key() {
        for (path, what) in [
            ("stap.gronden[1].veroordeling.land", "land van de veroordeling"),
            ("vreemdeling.gemachtigde.adres.plaats", "plaats"),
            ("vreemdeling.nationaliteiten[0]", Vreemdeling::KEYS.rows().nth(7).map_or("", |key| key.what)),
            ("stap.asielwens", "of de vreemdeling asiel wil aanvragen"),
            ("feiten", "wat over de situatie bekend is"),
        ] {
            let key = Keys::key_at(path, Some(SoortStap::Triage));
            assert_eq!(key.map(|key| key.what), Some(what), "{path}");
        }
        assert!(Keys::key_at("stap.fase", Some(SoortStap::Triage)).is_none());
        assert!(Keys::at("zaak.kenmerk", None).is_none());
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
