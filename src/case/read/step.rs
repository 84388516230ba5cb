//! Reads `stap`: its `soort` first, then the keys of that step.

use super::date::date;
use super::ground::grounds;
use super::keys;
use super::reader::{Block, Reader};
use super::reassessment;
use super::scalar::{boolean, country, word};
use super::text::{line, prose, prose_or_list};
use crate::case::model::{
    Antwoord, Case, Doorverwijzing, Grens, GrondOpschorting, GrondVertrektermijn, Herstel, JaNee, Maatwerk,
    NietGemeld, Oordelen, Opschorting, SoortMaatwerk, SoortStap, Stap, Stickerlocatie, TerugkeerFeiten,
    TerugkeerbesluitKeuze, Triage, UitkomstStickerlocatie, UitkomstTriage, Vertrektermijn, Voorwaarde,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::{Holds, Judgement};
use crate::yaml::Node;

/// Reads `stap`. Its `soort` is also returned separately, because other blocks depend on it.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> (Option<SoortStap>, Option<Stap>) {
    let block = root.required_block_unchecked(reader, Case::stap, Stap::KEYS);
    let soort = block.required(reader, Stap::soort, word(SoortStap::from_word, SoortStap::WORDS));
    let Some(soort) = soort else {
        // It is not known which keys this step has, so only a key that no step has is reported.
        let steps: Vec<_> = SoortStap::ALL.iter().map(|soort| keys::of_step(*soort)).collect();
        block.check_keys_where(reader, Stap::KEYS, |key| steps.iter().any(|keys| keys.has(key)));
        block.required(reader, Stap::datum, date);
        return (None, None);
    };
    block.check_keys(reader, keys::of_step(soort));
    let stap = match soort {
        SoortStap::Stickerlocatie => stickerlocatie(reader, &block).map(Stap::Stickerlocatie),
        SoortStap::Triage => triage(reader, &block).map(Stap::Triage),
        SoortStap::Grens => grens(reader, &block).map(Stap::Grens),
        SoortStap::NietGemeld => niet_gemeld(reader, &block).map(Stap::NietGemeld),
        SoortStap::Herbeoordeling => {
            reassessment::read(reader, &block).map(Box::new).map(Stap::Herbeoordeling)
        }
    };
    (Some(soort), stap)
}

fn stickerlocatie(reader: &mut Reader, block: &Block<'_>) -> Option<Stickerlocatie> {
    let datum = block.required(reader, Stickerlocatie::datum, date);
    let locatie = block.required(reader, Stickerlocatie::locatie, line);
    let outcomes = word(UitkomstStickerlocatie::from_word, UitkomstStickerlocatie::WORDS);
    let uitkomst = block.required(reader, Stickerlocatie::uitkomst, outcomes);
    let gronden = grounds(reader, block, SoortStap::Stickerlocatie);
    let voorwaarde = block.optional(reader, Stickerlocatie::voorwaarde, condition());
    let opschorting = suspension(reader, block);
    let maatwerk = tailoring(reader, block);
    let motivering_opheffing = block.optional(reader, Stickerlocatie::motivering_opheffing, prose);
    let oordelen = answers(reader, block);
    Some(Stickerlocatie {
        datum: datum?,
        locatie: locatie?,
        uitkomst: uitkomst?,
        voorwaarde,
        gronden: gronden?,
        opschorting,
        maatwerk,
        motivering_opheffing,
        oordelen,
    })
}

fn suspension(reader: &mut Reader, step: &Block<'_>) -> Option<Opschorting> {
    let block = step.optional_block(reader, Stickerlocatie::opschorting, Opschorting::KEYS)?;
    let limbs = word(GrondOpschorting::from_word, GrondOpschorting::WORDS);
    Some(Opschorting {
        grond: block.optional(reader, Opschorting::grond, limbs),
        instantie: block.optional(reader, Opschorting::instantie, line),
        instantie_land: block.optional(reader, Opschorting::instantie_land, country),
        strafmaatvergelijking: block.optional(reader, Opschorting::strafmaatvergelijking, boolean),
        gevraagd: block.optional(reader, Opschorting::gevraagd, prose_or_list),
        uiterlijk: block.optional(reader, Opschorting::uiterlijk, date),
        motivering: block.optional(reader, Opschorting::motivering, prose),
    })
}

fn tailoring(reader: &mut Reader, step: &Block<'_>) -> Option<Maatwerk> {
    let block = step.optional_block(reader, Stickerlocatie::maatwerk, Maatwerk::KEYS)?;
    let soort = block.required(reader, Maatwerk::soort, word(SoortMaatwerk::from_word, SoortMaatwerk::WORDS));
    let motivering = block.optional(reader, Maatwerk::motivering, prose);
    Some(Maatwerk { soort: soort?, motivering })
}

fn triage(reader: &mut Reader, block: &Block<'_>) -> Option<Triage> {
    let datum = block.required(reader, Triage::datum, date);
    let gemeente = block.required(reader, Triage::gemeente, line);
    let outcomes = word(UitkomstTriage::from_word, UitkomstTriage::WORDS);
    let uitkomst = block.required(reader, Triage::uitkomst, outcomes);
    let gronden = grounds(reader, block, SoortStap::Triage);
    let voorwaarde = block.optional(reader, Triage::voorwaarde, condition());
    let asielwens = block.optional(reader, Triage::asielwens, boolean);
    let terugkeer = return_facts(reader, block);
    let oordelen = answers(reader, block);
    Some(Triage {
        datum: datum?,
        gemeente: gemeente?,
        uitkomst: uitkomst?,
        voorwaarde,
        gronden: gronden?,
        asielwens,
        terugkeer,
        oordelen,
    })
}

fn grens(reader: &mut Reader, block: &Block<'_>) -> Option<Grens> {
    let datum = block.required(reader, Grens::datum, date);
    let doorlaatpost = block.required(reader, Grens::doorlaatpost, line);
    let beroep_op_rtb = block.optional(reader, Grens::beroep_op_rtb, boolean);
    let asielaanvraag = block.optional(reader, Grens::asielaanvraag, boolean);
    let referrals = word(Doorverwijzing::from_word, Doorverwijzing::WORDS);
    let doorverwijzing = block.optional(reader, Grens::doorverwijzing, referrals);
    let gronden = grounds(reader, block, SoortStap::Grens);
    let eerste_beroep = block.optional(reader, Grens::eerste_beroep, boolean);
    let gezinsband_aannemelijk = block.optional(reader, Grens::gezinsband_aannemelijk, boolean);
    let oordelen = answers(reader, block);
    Some(Grens {
        datum: datum?,
        doorlaatpost: doorlaatpost?,
        beroep_op_rtb,
        asielaanvraag,
        doorverwijzing,
        gronden: gronden?,
        eerste_beroep,
        gezinsband_aannemelijk,
        oordelen,
    })
}

fn niet_gemeld(reader: &mut Reader, block: &Block<'_>) -> Option<NietGemeld> {
    let datum = block.required(reader, NietGemeld::datum, date);
    let herstel = last_chance(reader, block);
    let terugkeer = return_facts(reader, block);
    let oordelen = answers(reader, block);
    Some(NietGemeld { datum: datum?, herstel, terugkeer, oordelen })
}

fn last_chance(reader: &mut Reader, step: &Block<'_>) -> Option<Herstel> {
    let block = step.optional_block(reader, NietGemeld::herstel, Herstel::KEYS)?;
    let datum = block.required(reader, Herstel::datum, date);
    let uiterlijk = block.required(reader, Herstel::uiterlijk, date);
    Some(Herstel { datum: datum?, uiterlijk: uiterlijk? })
}

fn condition() -> impl Fn(&mut Reader, &str, &Node) -> Option<Voorwaarde> {
    word(Voorwaarde::from_word, Voorwaarde::WORDS)
}

/// `antwoorden`, which every step may have: at most one for each question.
pub(super) fn answers(reader: &mut Reader, block: &Block<'_>) -> Oordelen {
    let list =
        block.optional(reader, Oordelen::antwoorden, |reader, path, node| reader.list(path, node, answer));
    let antwoorden = list.unwrap_or_default();
    for (item, given) in antwoorden.iter().enumerate() {
        let Some(earlier) = antwoorden.iter().take(item).position(|other| other.vraag == given.vraag) else {
            continue;
        };
        let paths = [Antwoord::vraag.at(item), Antwoord::vraag.at(earlier)];
        let message = "Deze vraag is twee keer beantwoord.";
        let finding = Diagnostic::new(Code::DuplicateKey, message, paths);
        reader.diagnostics.push(finding.with_hint("Houd één antwoord."));
    }
    Oordelen { antwoorden }
}

fn answer(reader: &mut Reader, path: &str, node: &Node) -> Option<Antwoord> {
    let block = reader.block(path, node, Antwoord::KEYS);
    block.check_keys(reader, Antwoord::KEYS);
    let vraag = block.required(reader, Antwoord::vraag, word(Judgement::from_word, Judgement::WORDS));
    let antwoord = block.required(reader, Antwoord::antwoord, word(JaNee::from_word, JaNee::WORDS));
    let reden = block.optional(reader, Antwoord::reden, prose);
    Some(Antwoord { vraag: vraag?, antwoord: antwoord?, reden })
}

/// Reads the facts about a return decision (TKB), which three steps share.
pub(super) fn return_facts(reader: &mut Reader, block: &Block<'_>) -> TerugkeerFeiten {
    TerugkeerFeiten {
        andere_verblijfsgrond: block.optional(reader, TerugkeerFeiten::andere_verblijfsgrond, boolean),
        terugkeerbeletsel: block.optional(reader, TerugkeerFeiten::terugkeerbeletsel, boolean),
        land_van_terugkeer: block.optional(reader, TerugkeerFeiten::land_van_terugkeer, country),
        veilig_derde_land: block.optional(reader, TerugkeerFeiten::veilig_derde_land, boolean),
        motivering_land: block.optional(reader, TerugkeerFeiten::motivering_land, prose),
        motivering_terugkeer: block.optional(reader, TerugkeerFeiten::motivering_terugkeer, prose),
        adequate_opvang: block.optional(reader, TerugkeerFeiten::adequate_opvang, boolean),
        terugkeerbesluit: return_decision(reader, block),
        vertrektermijn: departure_term(reader, block),
    }
}

fn return_decision(reader: &mut Reader, step: &Block<'_>) -> Option<TerugkeerbesluitKeuze> {
    let block =
        step.optional_block(reader, TerugkeerFeiten::terugkeerbesluit, TerugkeerbesluitKeuze::KEYS)?;
    let achterwege = block.required(reader, TerugkeerbesluitKeuze::achterwege, boolean);
    let reden = block.optional(reader, TerugkeerbesluitKeuze::reden, prose);
    Some(TerugkeerbesluitKeuze { achterwege: achterwege?, reden })
}

fn departure_term(reader: &mut Reader, step: &Block<'_>) -> Option<Vertrektermijn> {
    let block = step.optional_block(reader, TerugkeerFeiten::vertrektermijn, Vertrektermijn::KEYS)?;
    let weken = block.required(reader, Vertrektermijn::weken, weeks);
    let motivering = block.optional(reader, Vertrektermijn::motivering, prose);
    let limbs = word(GrondVertrektermijn::from_word, GrondVertrektermijn::WORDS);
    let grond = block.optional(reader, Vertrektermijn::grond, limbs);
    Some(Vertrektermijn { weken: weken?, motivering, grond })
}

/// 0 to 4 (Vw 62).
fn weeks(reader: &mut Reader, path: &str, node: &Node) -> Option<u32> {
    match reader.scalar(path, node)?.text.as_str() {
        "0" => Some(0),
        "1" => Some(1),
        "2" => Some(2),
        "3" => Some(3),
        "4" => Some(4),
        _ => {
            let message = "De vertrektermijn is 0 tot en met 4 weken.";
            reader.refuse(path, Code::BadNumber, message, Holds::Weeks.rule());
            None
        }
    }
}
