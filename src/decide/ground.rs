//! Step 3 and 4 for the grounds: is each fit for this letter, in force, complete in its texts, and not
//! contradicted by a fact; is every fact that it needs there (letters.md section 3).

use super::findings::{Findings, View};
use super::ground_facts;
use super::outcome::Ending;
use crate::case::model::{Grond, GrondId, SoortStap, Stap};
use crate::diagnostic::{Code, Diagnostic};

/// The letters for which the table of grounds gives fitness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A refusal.
    Weigering,
    /// A reassessment; which ending may still be open.
    Herbeoordeling(Option<Ending>),
}

impl Purpose {
    fn letters(self) -> &'static [&'static str] {
        match self {
            Self::Weigering => &["weigering"],
            Self::Herbeoordeling(Some(Ending::Intrekking)) => &["intrekking"],
            Self::Herbeoordeling(Some(Ending::Beeindiging)) => &["beeindiging"],
            Self::Herbeoordeling(None) => &["intrekking", "beeindiging"],
        }
    }
}

/// A ground of the case with its place and its rule.
pub(super) struct Named<'a> {
    /// The ground.
    pub ground: &'a Grond,
    /// `stap.gronden[0]`.
    pub path: String,
    /// `grond.inreisstempel`.
    pub rule: String,
}

impl<'a> Named<'a> {
    fn all(grounds: &'a [Grond]) -> impl Iterator<Item = Self> {
        grounds.iter().enumerate().map(|(i, ground)| Self {
            ground,
            path: format!("stap.gronden[{i}]"),
            rule: format!("grond.{}", ground.grond.word()),
        })
    }

    /// The path of a field of the ground.
    pub fn field(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }
}

/// Checks every ground of the case for a letter.
pub(super) fn check(view: &View<'_>, purpose: Purpose, findings: &mut Findings) {
    let grounds = view.case.stap.gronden();
    twice(grounds, findings);
    for named in Named::all(grounds) {
        let read = ground_facts::read(named.ground.grond);
        let own = [named.field("grond"), named.field("motivering")];
        let facts = own.iter().map(String::as_str).chain(read.iter().copied());
        findings.trace.used(&named.rule, facts);
        fitness(view, purpose, &named, findings);
        texts(&named, findings);
        ground_facts::check(view, &named, findings);
    }
    if purpose == Purpose::Weigering && !grounds.iter().any(|g| g.grond == GrondId::OpenbareOrde) {
        let read: Vec<String> = Named::all(grounds).map(|named| named.field("grond")).collect();
        findings.trace.used("weigering.geen_toets_8_evrm", read.iter().map(String::as_str));
    }
}

fn twice(grounds: &[Grond], findings: &mut Findings) {
    for (i, ground) in grounds.iter().enumerate() {
        if let Some(first) = grounds[..i].iter().position(|g| g.grond == ground.grond) {
            let paths = [format!("stap.gronden[{i}].grond"), format!("stap.gronden[{first}].grond")];
            let finding = Diagnostic::new(Code::GroundTwice, "Dezelfde grond staat er twee keer.", paths);
            findings.refuse(finding.with_rule(format!("grond.{}", ground.grond.word())));
        }
    }
}

/// The table says which letters and steps a ground can carry, and from which day.
fn fitness(view: &View<'_>, purpose: Purpose, named: &Named<'_>, findings: &mut Findings) {
    let Some(row) = view.book.row(&named.rule, view.made_known()) else { return };
    let step = view.case.stap.kind();
    let fits_letter = row.brieven.iter().any(|letter| purpose.letters().contains(&letter.as_str()));
    let fits_step = row.stappen.is_empty() || row.stappen.iter().any(|s| s == step.word());
    if !fits_letter || !fits_step {
        let mut paths = vec![named.field("grond")];
        paths.extend(purpose_paths(purpose, step).iter().map(|p| (*p).to_owned()));
        let finding = Diagnostic::new(
            Code::GroundUnfit,
            format!(
                "De grond `{}` kan deze brief niet dragen; zij past bij: {}.",
                named.ground.grond.word(),
                fits_text(&row.brieven, &row.stappen)
            ),
            paths,
        );
        findings.refuse(finding.with_rule(named.rule.clone()));
    }
    if !row.in_force(view.made_known()) {
        findings.refuse(
            Diagnostic::new(
                Code::RuleNotInForce,
                "Deze grond gold nog niet of niet meer op de dag van bekendmaking.",
                [named.field("grond"), "bekendmaking.datum".to_owned()],
            )
            .with_rule(named.rule.clone()),
        );
    }
}

fn purpose_paths(purpose: Purpose, step: SoortStap) -> &'static [&'static str] {
    match (purpose, step) {
        (Purpose::Weigering, _) => &["stap.soort"],
        (Purpose::Herbeoordeling(Some(_)), _) => &["stap.voldoet_niet_sinds", "feiten.toegekend_op"],
        (Purpose::Herbeoordeling(None), _) => &["stap.soort"],
    }
}

fn fits_text(letters: &[String], steps: &[String]) -> String {
    let at = if steps.is_empty() { String::new() } else { format!(" (alleen bij {})", steps.join(", ")) };
    format!("{}{at}", letters.join(", "))
}

/// The officer's own words: `motivering` for each, more for openbare orde, a list for what is missing.
fn texts(named: &Named<'_>, findings: &mut Findings) {
    let ground = named.ground;
    let mut require = |present: bool, field: &str, what: &str| {
        if !present {
            findings.text_missing(named.field(field), &named.rule, what);
        }
    };
    require(ground.motivering.is_some(), "motivering", "De motivering van deze grond");
    if ground.grond == GrondId::VoorwaardenNietAangetoond {
        require(!ground.ontbrekend.is_empty(), "ontbrekend", "De lijst van wat ontbreekt");
    }
    if ground.grond != GrondId::OpenbareOrde {
        return;
    }
    require(
        ground.europees_criterium.is_some(),
        "europees_criterium",
        "De toets aan het Europese openbare-ordecriterium",
    );
    require(ground.evenredigheid.is_some(), "evenredigheid", "De evenredigheidstoets (met artikel 8 EVRM)");
    let sentence = ground.veroordeling.as_ref();
    require(sentence.is_some(), "veroordeling", "De veroordeling");
    let Some(sentence) = sentence else { return };
    require(sentence.misdrijf.is_some(), "veroordeling.misdrijf", "Het misdrijf");
    require(
        sentence.onherroepelijk_op.is_some(),
        "veroordeling.onherroepelijk_op",
        "De dag waarop de veroordeling onherroepelijk werd",
    );
    require(sentence.land.is_some(), "veroordeling.land", "Het land van de veroordeling");
    require(sentence.straf.is_some(), "veroordeling.straf", "De straf");
    let abroad = sentence.land.is_some_and(|c| c != crate::case::country::Country::NETHERLANDS);
    if abroad {
        require(
            ground.strafmaatvergelijking.is_some(),
            "strafmaatvergelijking",
            "De strafmaatvergelijking voor een misdrijf in het buitenland",
        );
    }
}

impl Stap {
    /// Which of the five steps.
    #[must_use]
    pub(super) fn kind(&self) -> SoortStap {
        match self {
            Self::Stickerlocatie(_) => SoortStap::Stickerlocatie,
            Self::Triage(_) => SoortStap::Triage,
            Self::Grens(_) => SoortStap::Grens,
            Self::NietGemeld(_) => SoortStap::NietGemeld,
            Self::Herbeoordeling(_) => SoortStap::Herbeoordeling,
        }
    }
}
