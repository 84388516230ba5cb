//! Stage 1, for every step: a fact that contradicts the file itself or the person.

use super::case_view::CaseView;
use super::findings::{Finding, Findings, not_after};
use super::idle_input;
use super::known::Known;
use crate::case::country::Country;
use crate::case::country::Nationality;
use crate::case::model::{
    Adres, Afspraak, Afwijking, Bekendmaking, Feiten, Geboortedatum, Herbeoordeling, Herstel, Opschorting,
    Stap, VerblijfBuitenNederland, Vreemdeling, Wijze, Zaak,
};
use crate::diagnostic::Code;
use crate::law::date::Date;
use crate::words::{Fact, Rule};

/// Every contradiction that does not depend on the step.
pub(super) fn contradictions(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    protection_in_force(view, findings);
    dates(view, findings);
    age(view, findings);
    nationality(view, findings);
    address(view, findings);
    deviation(view, findings);
    idle_input::check(view, findings);
}

/// An afwijking stands on record with its reason.
fn deviation(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    if view.case.afwijking.as_ref().is_some_and(|deviation| deviation.reden.is_none()) {
        findings.text_missing(Afwijking::reden, Rule::Afwijking, "De reden van de afwijking");
    }
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
    let born = first_day_of_birth(case.vreemdeling.geboortedatum);
    if let Some(born) = born {
        let message = "De geboortedatum ligt na de dag van het besluit.";
        let born = (Vreemdeling::geboortedatum, born);
        not_after(findings, born, view.decided(), Rule::DatumGeboorte, message);
    }
    for (fact, day) in case.dates() {
        if !MAY_COME.iter().any(|later| later.pattern() == fact.pattern()) {
            let message = "Deze dag ligt na de dag van het besluit.";
            not_after(findings, (fact, day), view.decided(), Rule::DatumFeit, message);
        }
        let born_in_time = born.filter(|born| *born <= view.decided().1);
        if let Some(born) = born_in_time.filter(|born| day < *born) {
            let message = "Deze dag ligt vóór de geboorte.";
            not_after(findings, (Vreemdeling::geboortedatum, born), (fact, day), Rule::DatumFeit, message);
        }
    }
    order(view, findings);
}

/// Facts that may lie after the day of the decision: a day that is yet to come, or one with a rule of its own.
const MAY_COME: &[Fact] =
    &[Afspraak::voor, Opschorting::uiterlijk, Herstel::uiterlijk, Herbeoordeling::ingangsdatum];

/// The first day on which the person may have been born.
fn first_day_of_birth(birth: Geboortedatum) -> Option<Date> {
    match birth {
        Geboortedatum::Day(born) => Some(born),
        Geboortedatum::Month(year, month) => Date::from_ymd(year, month, 1),
        Geboortedatum::Year(year) => Date::from_ymd(year, 1, 1),
        Geboortedatum::Unknown => None,
    }
}

/// Facts of which one comes before the other.
fn order(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let facts = &view.case.feiten;
    let granted = facts.toegekend_op.map(|day| (Feiten::toegekend_op, day));
    if let Some((fact, day)) = granted.filter(|(_, day)| *day < view.limits.first_day) {
        let message = format!("Vóór {} is geen bescherming toegekend.", view.limits.first_day.dutch());
        let finding = Finding::new(Rule::DatumToekenning, Code::DatesContradict, message, [fact]);
        findings.refuse(finding.with_detail(format!("hier staat {}", day.dutch())));
    }
    let ended = facts.bescherming_geeindigd_op.map(|day| (Feiten::bescherming_geeindigd_op, day));
    if let Some((granted, ended)) = granted.zip(ended)
        && ended.1 < granted.1
    {
        let message = "De bescherming eindigt voordat zij is toegekend.";
        let facts = [ended.0, granted.0];
        findings.refuse(Finding::new(Rule::DatumToekenning, Code::OutcomeContradicted, message, facts));
    }
    if let Some(stay) = &facts.verblijf_buiten_nederland
        && let Some((from, until)) = stay.van.zip(stay.tot)
    {
        let from = (VerblijfBuitenNederland::van, from);
        let until = (VerblijfBuitenNederland::tot, until);
        let message = "Het verblijf buiten Nederland eindigt voordat het begint.";
        not_after(findings, from, until, Rule::DatumVerblijfBuitenNederland, message);
    }
    if let Some(made) = &facts.afspraak
        && let Some(on) = made.voor
    {
        let message = "De afspraak is gemaakt na de dag van de afspraak zelf.";
        not_after(
            findings,
            (Afspraak::gemaakt_op, made.gemaakt_op),
            (Afspraak::voor, on),
            Rule::DatumFeit,
            message,
        );
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
    if let Some(dutch) = place(|n| *n == Nationality::Of(Country::NETHERLANDS)) {
        let message =
            "Een Nederlander is geen vreemdeling: voor hem is er geen besluit over tijdelijke bescherming.";
        findings.refuse(Finding::new(Rule::PersoonNederlander, Code::PersonContradicts, message, [dutch]));
    }
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

/// To an unknown address no letter can be sent, unless it goes to the gemachtigde (Awb 3:41).
fn address(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let person = &view.case.vreemdeling;
    let sent = view.case.bekendmaking.wijze == Wijze::Toezending;
    if person.adres == Adres::Unknown && sent && person.gemachtigde.is_none() {
        let message = "Het adres is onbekend, dus de brief kan niet worden toegezonden.";
        let facts = [Bekendmaking::wijze, Vreemdeling::adres];
        let finding = Finding::new(Rule::BekendmakingAdres, Code::AddressContradicts, message, facts);
        findings.refuse(finding.with_hint("Vul het adres in, of kies de wijze `uitreiking` of `anders`."));
    }
}

/// Stage 3, for every letter: how it is made known, where that is neither by hand nor by post (Awb 3:41 lid 2).
pub(super) fn refusals(view: &CaseView<'_>, findings: &mut Findings<'_>) {
    let made_known = &view.case.bekendmaking;
    if made_known.wijze != Wijze::Anders {
        return;
    }
    findings.used(Rule::BekendmakingAnders, [Bekendmaking::wijze]);
    if made_known.hoe.is_none() {
        let what = "Hoe de brief bekend wordt (`hoe`)";
        findings.text_missing(Bekendmaking::hoe, Rule::BekendmakingAnders, what);
    }
}
