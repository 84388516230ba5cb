//! Which grounds there are: several at once.

use super::super::dossier::Refused;
use super::super::question::Question;
use super::super::screen::Reply;
use super::{Dossier, End, Flow, Interview};
use crate::case::model::Grond;
use crate::case::text::New;
use serde_json::Value;
use std::rc::Rc;

impl<'a> Interview<'_, '_, 'a> {
    /// Asks which grounds there are.
    pub(super) fn grounds(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question) -> Flow<'a> {
        let path = format!("{}[0].{}", question.path, Grond::grond.key());
        let Some(key) = dossier.key(&path) else { return Flow::On(self.left_open(&question.path)) };
        let list = Question { path, key, ..question.clone() };
        if self.shown.as_ref() != Some(&list.path) {
            list.show(self.number(), dossier, &mut self.screen);
            self.shown = Some(list.path.clone());
        }
        self.screen.say_after("   ", "Zijn er meer, zet dan een komma tussen de nummers.");
        let typed = match self.screen.ask("antwoord: ") {
            Reply::Text(typed) => typed,
            Reply::Why => {
                list.explain(dossier, &mut self.screen);
                return Flow::Again;
            }
            Reply::Later => return Flow::On(self.left_open(&question.path)),
            Reply::Back => return Flow::Back,
            Reply::Stop => return Flow::End(End::Stopped),
        };
        let chosen = typed.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        let values: Option<Vec<New>> = chosen.map(|part| list.value(part, dossier)).collect();
        let Some(values) = values.filter(|values| !values.is_empty()) else {
            self.screen.say("Typ een of meer van de nummers.");
            return Flow::Again;
        };
        let known = dossier.grounds();
        let twice = |value: &New| matches!(value, New::Plain(ground) if known.contains(ground));
        if values.iter().any(twice) {
            self.screen.say("Een van deze gronden staat er al.");
            return Flow::Again;
        }
        let mut after = Rc::clone(dossier);
        for value in &values {
            // A skeleton has an item without a ground.
            let items =
                after.value(&question.path).and_then(|value| value.as_array().cloned()).unwrap_or_default();
            let open = items.iter().position(|item| item.get(Grond::grond.key()).is_none_or(Value::is_null));
            let path = format!("{}[{}].{}", question.path, open.unwrap_or(items.len()), Grond::grond.key());
            match after.with(&path, value) {
                Ok(next) => after = Rc::new(next),
                Err(Refused::By(finding)) => {
                    self.screen.say(&finding.message);
                    return Flow::Again;
                }
                Err(Refused::ByTheFile) => {
                    self.by_hand(question);
                    return Flow::On(self.left_open(&question.path));
                }
            }
        }
        Flow::On(self.asked(after, question))
    }
}
