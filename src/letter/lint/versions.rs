//! Whether every version of a template can make a letter, and every letter finds a version of its words.

use super::Errors;
use crate::law::rtb::Rtb;
use crate::letter::error::TemplateError;
use crate::letter::registration::Registration;
use crate::letter::template::TemplateSet;

/// Checks the days of a set.
pub(super) fn check(set: &TemplateSet, registry: &[Registration], rtb: &Rtb, errors: &mut Errors) {
    let first = rtb.periods().first().map(|period| period.van);
    let last = rtb.periods().last().map(|period| period.tot_en_met);
    for name in set.names() {
        let Some(since) = set.since(name) else { continue };
        if let Some(first) = first.filter(|first| since <= *first) {
            let message = format!(
                "een versie begint na {}, de eerste dag van de RTB; wat ervoor geldt, heeft geen dag",
                first.dutch()
            );
            errors.add(TemplateError::whole(name, message));
        }
        if let Some(last) = last.filter(|last| since > *last) {
            let message = format!(
                "geen zaak bereikt deze versie: volgens rtb.yaml loopt de RTB tot en met {}",
                last.dutch()
            );
            errors.add(TemplateError::whole(name, message));
        }
    }
    for template in registry.iter().map(|registration| registration.template) {
        if let Some(Some(since)) = set.changes(template).next() {
            let message =
                format!("voor {} is er geen tekst; `{template}` zonder dag ontbreekt", since.dutch());
            let file = set.version(template, since).map_or(template, |source| source.name.as_str());
            errors.add(TemplateError::whole(file, message));
        }
    }
}
