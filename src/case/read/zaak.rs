//! `zaak`, `bekendmaking` and `afwijking`: what frames the case.

use super::reader::{Block, Reader};
use super::scalar::{date, kenmerk, word};
use super::text::{line, prose};
use super::{Overrides, keys};
use crate::case::identifier::Kenmerk;
use crate::case::model::{Afwijking, Bekendmaking, Wijze, Zaak};
use crate::law::date::Date;

/// `zaak`; the kenmerk comes apart too, because it names the case even when the rest is wrong.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> (Option<Kenmerk>, Option<Zaak>) {
    let block = root.required_block(reader, "zaak", &keys::ZAAK);
    let kenmerk = block.required(reader, "kenmerk", kenmerk);
    let behandelaar = block.optional(reader, "behandelaar", line);
    let dagtekening = block.optional(reader, "dagtekening", date);
    let zaak = kenmerk.clone().map(|kenmerk| Zaak { kenmerk, behandelaar, dagtekening });
    (kenmerk, zaak)
}

/// `bekendmaking`; the options of the command line replace what the case says.
pub(super) fn bekendmaking(
    reader: &mut Reader,
    root: &Block<'_>,
    overrides: &Overrides,
) -> Option<Bekendmaking> {
    let block = root.required_block(reader, "bekendmaking", &keys::BEKENDMAKING);
    let wijze: Option<Wijze> = match overrides.wijze {
        Some(wijze) => {
            reader.places.replace_by_option(Overrides::WIJZE.0, Overrides::WIJZE.1);
            Some(wijze)
        }
        None => block.required(reader, "wijze", word(Wijze::from_word, Wijze::WORDS)),
    };
    let datum: Option<Date> = match overrides.bekendmaking {
        Some(datum) => {
            reader.places.replace_by_option(Overrides::DATUM.0, Overrides::DATUM.1);
            Some(datum)
        }
        None => block.required(reader, "datum", date),
    };
    Some(Bekendmaking { wijze: wijze?, datum: datum? })
}

/// `afwijking`.
pub(super) fn afwijking(reader: &mut Reader, root: &Block<'_>) -> Option<Afwijking> {
    let block = root.optional_block(reader, "afwijking", &keys::AFWIJKING)?;
    let reden = block.required(reader, "reden", prose);
    let akkoord = block.required(reader, "akkoord", line);
    Some(Afwijking { reden: reden?, akkoord: akkoord? })
}
