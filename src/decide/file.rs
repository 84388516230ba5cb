//! Stage 1, for every step: a fact that contradicts the file itself or the person.

use super::case_view::CaseView;
use super::findings::{Finding, Findings, not_after};
use super::known::Known;
use crate::case::country::Nationality;
use crate::case::model::{
    Adres, Bekendmaking, Geboortedatum, Stap, VerblijfBuitenNederland, Vreemdeling, Wijze, Zaak,
};
use crate::diagnostic::Code;
use crate::words::Rule;

/// Every contradiction that does not depend on the step.
pub(super) fn contradictions(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    protection_in_force(view, findings);
    dates(view, findings);
    age(view, findings);
    nationality(view, findings);
    address(view, findings);
}

/// RTB must be in force on the day of bekendmaking (docs/spec/letters.md section 6); no afwijking cures it.
fn protection_in_force(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    findings.used(Rule::RtbInWerking, [Bekendmaking::datum]);
    if view.book.rtb().in_force(view.made_known()) {
        return;
    }
    let message = "Op de dag van bekendmaking geldt de Richtlijn Tijdelijke Bescherming niet.";
    findings.refuse(
        Finding::new(Rule::RtbInWerking, Code::NoProtectionInForce, message, [Bekendmaking::datum])
            .with_hint("`rtbrief regels` noemt de perioden waarin de richtlijn geldt."),
    );
}

fn dates(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let case = view.case;
    if let Some(dated) = case.zaak.dagtekening {
        let message = "De dagtekening ligt na de dag van bekendmaking.";
        not_after(findings, (Zaak::dagtekening, dated), view.known(), Rule::DatumDagtekening, message);
    }
    let message = "De stap vond plaats na de dag van het besluit.";
    not_after(findings, (Stap::datum, case.stap.day()), view.decided(), Rule::DatumStap, message);
    if let Geboortedatum::Day(born) = case.vreemdeling.geboortedatum {
        let message = "De geboortedatum ligt na de dag van bekendmaking.";
        not_after(findings, (Vreemdeling::geboortedatum, born), view.known(), Rule::DatumGeboorte, message);
    }
    if let Some(stay) = &case.feiten.verblijf_buiten_nederland
        && let Some(until) = stay.tot
    {
        let from = (VerblijfBuitenNederland::van, stay.van);
        let until = (VerblijfBuitenNederland::tot, until);
        let message = "Het verblijf buiten Nederland eindigt voordat het begint.";
        not_after(findings, from, until, Rule::DatumVerblijfBuitenNederland, message);
    }
}

/// Refuses the letter of a minor without a legal representative, and `meerderjarig` against the date of birth.
/// An adult is addressed himself, also when the file names a representative.
fn age(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let person = &view.case.vreemdeling;
    if view.person.minor().is_yes() && person.wettelijk_vertegenwoordiger.is_none() {
        let message = format!(
            "De vreemdeling is op de dag van bekendmaking nog geen {} jaar; de wettelijk vertegenwoordiger ontbreekt.",
            view.limits.age_of_majority
        );
        let facts = [Vreemdeling::wettelijk_vertegenwoordiger, Vreemdeling::geboortedatum];
        findings.refuse(Finding::new(Rule::PersoonMinderjarig, Code::Missing, message, facts).with_hint(
            "Voeg toe: `wettelijk_vertegenwoordiger: {naam: …, hoedanigheid: ouder}` (of `voogd`).",
        ));
    }
    if let (Some(adult), Known::Yes | Known::No) = (person.meerderjarig, view.person.minor_by_birth())
        && Known::from(!adult) != view.person.minor_by_birth()
    {
        let message = "`meerderjarig` past niet bij de geboortedatum.";
        let facts = [Vreemdeling::meerderjarig, Vreemdeling::geboortedatum];
        findings.refuse(Finding::new(Rule::PersoonMinderjarig, Code::PersonContradicts, message, facts));
    }
}

fn nationality(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let place = |test: fn(&Nationality) -> bool| {
        let item = view.case.vreemdeling.nationaliteiten.iter().position(test);
        item.map(|item| Vreemdeling::nationaliteiten.at(item))
    };
    let stateless = place(|n| *n == Nationality::Stateless);
    if let Some((stateless, national)) = stateless.zip(place(|n| matches!(n, Nationality::Of(_)))) {
        let message = "Wie staatloos is, heeft geen nationaliteit; hier staat allebei.";
        findings.refuse(Finding::new(
            Rule::PersoonStaatloos,
            Code::PersonContradicts,
            message,
            [stateless, national],
        ));
    }
}

/// Who has no known address can only be handed the letter.
fn address(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if view.case.vreemdeling.adres == Adres::Unknown && view.case.bekendmaking.wijze == Wijze::Toezending {
        let message = "Het adres is onbekend, dus de brief kan alleen worden uitgereikt.";
        let facts = [Bekendmaking::wijze, Vreemdeling::adres];
        findings.refuse(Finding::new(Rule::BekendmakingAdres, Code::AddressContradicts, message, facts));
    }
}
