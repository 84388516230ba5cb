//! What stands in a concept in the place of what is not there yet: the words of the gaps.
//!
//! Which fields a clause decides is written down here once; the templates then show a gap wherever one of
//! these fields is shown or asked for, so that a concept never says what nobody has decided.

use super::{Filled, Gap, Surroundings};
use crate::decide::outcome::Clause;
use crate::law::date::Date;
use crate::letter::context::Value;
use crate::letter::mark::gap;

/// A field and what is to be decided for it.
type Open = (&'static str, &'static str);

/// The fields of all contexts that a clause decides.
const fn fields(clause: Clause) -> &'static [Open] {
    match clause {
        Clause::Geadresseerde => &[
            ("aanhef", "aanhef"),
            ("minderjarig", "of de brief naar een ouder of voogd gaat"),
            ("voogd", "ouder of voogd"),
        ],
        Clause::Terugkeerbesluit => &[
            ("land_van_terugkeer", "terugkeerbesluit"),
            ("veilig_derde_land", "veilig derde land"),
            ("ook_geldig_in", "waar het terugkeerbesluit geldt"),
            ("vertrek_termijn", "vertrektermijn"),
            ("vertrek_uiterlijk", "vertrektermijn"),
            ("vertrek_motivering", "vertrektermijn"),
        ],
        Clause::TerApel => &[
            ("ter_apel", "melden in Ter Apel"),
            ("ter_apel_uiterlijk", "melden in Ter Apel"),
            ("ter_apel_termijn", "melden in Ter Apel"),
        ],
        Clause::Afwachten => {
            &[("alleen_tijdelijke_bescherming", "wat er geldt tot de rechter uitspraak doet")]
        }
        Clause::Asielbesluit => {
            &[("asielbesluit_kenmerk", "asielbesluit"), ("asielbesluit_datum", "asielbesluit")]
        }
        Clause::Opschorting => &[
            ("gevraagd", "reden van de opschorting"),
            ("aanvulling_uiterlijk", "reden van de opschorting"),
            ("instantie", "reden van de opschorting"),
            ("strafmaatvergelijking", "reden van de opschorting"),
        ],
    }
}

/// What is to be filled in at a path or for a term, in words.
fn words(missing: Gap) -> &'static str {
    match missing.0 {
        "stap.gronden[].motivering" => "motivering van deze grond",
        "stap.gronden[].ontbrekend" => "wat er ontbreekt",
        "stap.gronden[].veroordeling.misdrijf" => "misdrijf",
        "stap.gronden[].veroordeling.land" => "land van de veroordeling",
        "stap.gronden[].veroordeling.straf" => "straf",
        "stap.gronden[].veroordeling.onherroepelijk_op" => "dag waarop de veroordeling onherroepelijk werd",
        "stap.gronden[].strafmaatvergelijking" => "strafmaatvergelijking",
        "stap.gronden[].europees_criterium" => "toets aan het Europese openbare-ordecriterium",
        "stap.gronden[].evenredigheid" => "evenredigheidstoets",
        "stap.opschorting.motivering" => "motivering van het nader onderzoek",
        "stap.opschorting.gevraagd" => "wat de vreemdeling moet aanvullen",
        "stap.opschorting.instantie" => "buitenlandse instantie",
        "stap.zienswijze.samenvatting" => "samenvatting van de zienswijze",
        "stap.zienswijze.reactie" => "reactie op de zienswijze",
        "stap.vertrektermijn.motivering" => "motivering om geen vertrektermijn te geven",
        "feiten.vertrek_uit_oekraine" => "dag van vertrek uit Oekraïne",
        "feiten.terugkeer_herkomstland" => "dag van terugkeer naar het land van herkomst",
        "feiten.verblijf_buiten_nederland.van" => "dag van vertrek",
        "feiten.verblijf_buiten_nederland.land" => "land van verblijf",
        "feiten.verblijf_buiten_nederland" => "aantal dagen",
        "feiten.asielstatus_elders" => "land dat de asielvergunning gaf",
        "feiten.gezinsband.beeindigd_op" => "dag waarop de relatie eindigde",
        "feiten.bescherming_elders.land" => "lidstaat die bescherming geeft",
        "feiten.nareis.afstand_op" => "dag van de afstand",
        "termijn" => "laatste dag van de termijn",
        _ => "feit uit de zaak",
    }
}

/// A gap for what is missing.
pub(super) fn missing(missing: Gap) -> String {
    gap(&format!("in te vullen: {}", words(missing)))
}

impl Surroundings<'_> {
    /// A fact that must be there, as text; in a concept an absent one is a gap.
    pub(super) fn need<T: ToString>(&self, fact: Option<T>, path: &'static str) -> Result<String, Gap> {
        match fact {
            Some(fact) => Ok(fact.to_string()),
            None if self.concept => Ok(missing(Gap(path))),
            None => Err(Gap(path)),
        }
    }

    /// A date that must be there, as `20 november 2026`; in a concept an absent one is a gap.
    pub(super) fn need_date(&self, fact: Option<Date>, path: &'static str) -> Result<String, Gap> {
        self.need(fact.map(Date::dutch), path)
    }
}

impl Filled {
    /// Leaves the fields open that these clauses decide.
    pub(super) fn leave_open(&mut self, clauses: &[Clause]) {
        for (name, words) in clauses.iter().flat_map(|clause| fields(*clause)) {
            self.open(name, words);
        }
        for (_, content) in &mut self.slots {
            content.iter_mut().for_each(|filled| filled.leave_open(clauses));
        }
    }

    /// Leaves a field open where the fact that decides it is not known; for a checked case it always is.
    pub(super) fn open_unless(mut self, known: bool, name: &'static str, words: &str) -> Self {
        if !known {
            self.open(name, words);
        }
        self
    }

    /// Leaves a field open, if the context has it and it is not open yet.
    fn open(&mut self, name: &'static str, words: &str) {
        let value = Value::Open(format!("nog te beslissen: {words}"));
        match self.values.iter_mut().find(|(other, _)| *other == name) {
            Some((_, Value::Open(_))) => {}
            Some((_, known)) => *known = value,
            None if self.fields.iter().any(|field| field.name == name) => self.values.push((name, value)),
            None => {}
        }
    }
}
