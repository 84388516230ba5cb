//! Reads `feiten`: what is known of the person's situation. Every fact may be absent.

use super::date::{date, date_of_life};
use super::reader::{Block, Reader};
use super::scalar::{boolean, country, v_nummer, word};
use super::text::line;
use crate::case::model::{
    Afspraak, BeschermingElders, Case, Feiten, Gezinsband, Identiteitsdocument, Maatregel, Nareis, Referent,
    Relatie, SoortMaatregel, SoortVerblijfsrecht, VerblijfBuitenNederland, VerblijfsrechtOekraine,
};
use crate::yaml::Node;

/// Reads the block `feiten`; without it every fact is absent.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> Feiten {
    let Some(block) = root.optional_block(reader, Case::feiten, Feiten::KEYS) else {
        return Feiten::default();
    };
    let document = word(Identiteitsdocument::from_word, Identiteitsdocument::WORDS);
    Feiten {
        identiteitsdocument: block.optional(reader, Feiten::identiteitsdocument, document),
        dienstplichtig: block.optional(reader, Feiten::dienstplichtig, boolean),
        vertrek_uit_oekraine: block.optional(reader, Feiten::vertrek_uit_oekraine, date_of_life),
        inreis_unie: block.optional(reader, Feiten::inreis_unie, date_of_life),
        in_nederland_sinds: block.optional(reader, Feiten::in_nederland_sinds, date_of_life),
        verblijfsrecht_oekraine: residence_right(reader, &block),
        terugkeer_herkomstland: block.optional(reader, Feiten::terugkeer_herkomstland, date_of_life),
        alleen_inreisstempel: block.optional(reader, Feiten::alleen_inreisstempel, boolean),
        brp_inschrijving: block.optional(reader, Feiten::brp_inschrijving, date_of_life),
        toegekend_op: block.optional(reader, Feiten::toegekend_op, date),
        bescherming_geeindigd_op: block.optional(reader, Feiten::bescherming_geeindigd_op, date),
        verblijf_buiten_nederland: stay_outside(reader, &block),
        asielstatus_elders: block.optional(reader, Feiten::asielstatus_elders, country),
        bescherming_elders: protection_elsewhere(reader, &block),
        gezinsband: family_tie(reader, &block),
        asielaanvraag_ingediend: block.optional(reader, Feiten::asielaanvraag_ingediend, date),
        afspraak: appointment(reader, &block),
        nareis: nareis(reader, &block),
        maatregelen: block
            .optional(reader, Feiten::maatregelen, |reader, path, node| reader.list(path, node, measure))
            .unwrap_or_default(),
    }
}

fn residence_right(reader: &mut Reader, facts: &Block<'_>) -> Option<VerblijfsrechtOekraine> {
    let block =
        facts.optional_block(reader, Feiten::verblijfsrecht_oekraine, VerblijfsrechtOekraine::KEYS)?;
    let kinds = word(SoortVerblijfsrecht::from_word, SoortVerblijfsrecht::WORDS);
    let soort = block.optional(reader, VerblijfsrechtOekraine::soort, kinds);
    let geldig_op_peilmoment = block.optional(reader, VerblijfsrechtOekraine::geldig_op_peilmoment, boolean);
    Some(VerblijfsrechtOekraine { soort, geldig_op_peilmoment })
}

fn stay_outside(reader: &mut Reader, facts: &Block<'_>) -> Option<VerblijfBuitenNederland> {
    let block =
        facts.optional_block(reader, Feiten::verblijf_buiten_nederland, VerblijfBuitenNederland::KEYS)?;
    let van = block.optional(reader, VerblijfBuitenNederland::van, date);
    let tot = block.optional(reader, VerblijfBuitenNederland::tot, date);
    let land = block.optional(reader, VerblijfBuitenNederland::land, country);
    Some(VerblijfBuitenNederland { van, tot, land })
}

fn protection_elsewhere(reader: &mut Reader, facts: &Block<'_>) -> Option<BeschermingElders> {
    let block = facts.optional_block(reader, Feiten::bescherming_elders, BeschermingElders::KEYS)?;
    let land = block.optional(reader, BeschermingElders::land, country);
    let sinds = block.optional(reader, BeschermingElders::sinds, date);
    Some(BeschermingElders { land, sinds })
}

fn family_tie(reader: &mut Reader, facts: &Block<'_>) -> Option<Gezinsband> {
    let block = facts.optional_block(reader, Feiten::gezinsband, Gezinsband::KEYS)?;
    Some(Gezinsband {
        relatie: block.optional(reader, Gezinsband::relatie, word(Relatie::from_word, Relatie::WORDS)),
        duurzaam_voor_peilmoment: block.optional(reader, Gezinsband::duurzaam_voor_peilmoment, boolean),
        beeindigd_op: block.optional(reader, Gezinsband::beeindigd_op, date),
        ongehuwd: block.optional(reader, Gezinsband::ongehuwd, boolean),
        samenwonend_voor_peilmoment: block.optional(reader, Gezinsband::samenwonend_voor_peilmoment, boolean),
        afhankelijk: block.optional(reader, Gezinsband::afhankelijk, boolean),
        schrijnend: block.optional(reader, Gezinsband::schrijnend, boolean),
        referent: referent(reader, &block),
    })
}

fn referent(reader: &mut Reader, tie: &Block<'_>) -> Option<Referent> {
    let block = tie.optional_block(reader, Gezinsband::referent, Referent::KEYS)?;
    let v_nummer = block.optional(reader, Referent::v_nummer, v_nummer);
    let valt_onder_a = block.optional(reader, Referent::valt_onder_a, boolean);
    Some(Referent { v_nummer, valt_onder_a })
}

fn appointment(reader: &mut Reader, facts: &Block<'_>) -> Option<Afspraak> {
    let block = facts.optional_block(reader, Feiten::afspraak, Afspraak::KEYS)?;
    let gemaakt_op = block.required(reader, Afspraak::gemaakt_op, date);
    let voor = block.optional(reader, Afspraak::voor, date);
    let verschenen = block.optional(reader, Afspraak::verschenen, boolean);
    Some(Afspraak { gemaakt_op: gemaakt_op?, voor, verschenen })
}

fn nareis(reader: &mut Reader, facts: &Block<'_>) -> Option<Nareis> {
    let block = facts.optional_block(reader, Feiten::nareis, Nareis::KEYS)?;
    let afstand_op = block.optional(reader, Nareis::afstand_op, date);
    let kenmerk = block.optional(reader, Nareis::kenmerk, line);
    Some(Nareis { afstand_op, kenmerk })
}

fn measure(reader: &mut Reader, path: &str, node: &Node) -> Option<Maatregel> {
    let block = reader.block(path, node, Maatregel::KEYS);
    block.check_keys(reader, Maatregel::KEYS);
    let soort =
        block.required(reader, Maatregel::soort, word(SoortMaatregel::from_word, SoortMaatregel::WORDS));
    let opgelegd_door = block.required(reader, Maatregel::opgelegd_door, country);
    let datum = block.optional(reader, Maatregel::datum, date_of_life);
    let kenmerk = block.optional(reader, Maatregel::kenmerk, line);
    Some(Maatregel { soort: soort?, opgelegd_door: opgelegd_door?, datum, kenmerk })
}
