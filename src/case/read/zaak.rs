//! Reads the blocks `zaak`, `bekendmaking` and `afwijking`.

use super::Overrides;
use super::date::date;
use super::reader::{Block, Reader};
use super::scalar::{kenmerk, word};
use super::text::{line, prose};
use crate::case::identifier::Kenmerk;
use crate::case::model::{Afwijking, Bekendmaking, Case, Wijze, Zaak};
use crate::law::date::Date;

/// Reads `zaak`. The kenmerk is also returned separately, because it names the case even when the rest is wrong.
pub(super) fn read(reader: &mut Reader, root: &Block<'_>) -> (Option<Kenmerk>, Option<Zaak>) {
    let block = root.required_block(reader, Case::zaak, Zaak::KEYS);
    let kenmerk = block.required(reader, Zaak::kenmerk, kenmerk);
    let behandelaar = block.optional(reader, Zaak::behandelaar, line);
    let dagtekening = block.optional(reader, Zaak::dagtekening, date);
    let zaak = kenmerk.clone().map(|kenmerk| Zaak { kenmerk, behandelaar, dagtekening });
    (kenmerk, zaak)
}

/// Reads `bekendmaking`; the options of the command line replace what the case says.
pub(super) fn bekendmaking(
    reader: &mut Reader,
    root: &Block<'_>,
    overrides: &Overrides,
) -> Option<Bekendmaking> {
    let block = root.required_block(reader, Case::bekendmaking, Bekendmaking::KEYS);
    let wijze: Option<Wijze> = match overrides.wijze {
        Some(wijze) => {
            reader.places.replace_by_option(Overrides::WIJZE.0, Overrides::WIJZE.1);
            Some(wijze)
        }
        None => block.required(reader, Bekendmaking::wijze, word(Wijze::from_word, Wijze::WORDS)),
    };
    let datum: Option<Date> = match overrides.bekendmaking {
        Some(datum) => {
            reader.places.replace_by_option(Overrides::DATUM.0, Overrides::DATUM.1);
            Some(datum)
        }
        None => block.required(reader, Bekendmaking::datum, date),
    };
    // The option replaces what the case says of the way, and so how it was done otherwise too.
    let hoe = block.optional(reader, Bekendmaking::hoe, prose);
    let hoe = hoe.filter(|_| overrides.wijze.is_none_or(|wijze| wijze == Wijze::Anders));
    Some(Bekendmaking { wijze: wijze?, hoe, datum: datum? })
}

/// Reads `afwijking`; `None` when it is absent or incomplete.
pub(super) fn afwijking(reader: &mut Reader, root: &Block<'_>) -> Option<Afwijking> {
    let block = root.optional_block(reader, Case::afwijking, Afwijking::KEYS)?;
    let reden = block.optional(reader, Afwijking::reden, prose);
    let akkoord = block.required(reader, Afwijking::akkoord, line);
    let tekst = block.optional(reader, Afwijking::tekst, prose);
    Some(Afwijking { reden, akkoord: akkoord?, tekst })
}
