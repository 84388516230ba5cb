//! Checks that every version of a template holds on a day of the RTB, and that every template has a version on every
//! day.

use super::errors::Errors;
use crate::law::rtb::Rtb;
use crate::letter::edition::template_of;
use crate::letter::error::TemplateError;
use crate::letter::registration::Registration;
use crate::letter::template::TemplateSet;

/// Checks the days of the versions of a set.
pub(super) fn check(set: &TemplateSet, registry: &[Registration], rtb: &Rtb, errors: &mut Errors) {
    let periods = rtb.periods();
    let first = periods.first().map(|period| period.van);
    let names: Vec<&str> = set.names().collect();
    for (index, name) in names.iter().enumerate() {
        let Some(since) = set.since(name) else { continue };
        if let Some(first) = first.filter(|first| since <= *first) {
            let message = format!(
                "een versie begint na {}, de eerste dag van de RTB; wat ervoor geldt, heeft geen dag",
                first.dutch()
            );
            errors.add(TemplateError::whole(name, message));
        }
        let next = names.get(index + 1).filter(|next| template_of(next) == template_of(name));
        let until = next.and_then(|next| set.since(next));
        let is_reached = periods
            .iter()
            .any(|period| since <= period.tot_en_met && until.is_none_or(|until| period.van < until));
        if !is_reached {
            let last = periods.last().map_or_else(String::new, |period| period.tot_en_met.dutch());
            let message = format!(
                "geen zaak bereikt deze versie: de RTB geldt op geen van haar dagen (volgens rtb.yaml tot en met {last})"
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
