//! What only the officer can decide: a judgement that no fact gives, and which of the facts changes that do not go together.

use super::super::next::name_of;
use super::super::question::{Question, source_of};
use super::super::screen::Reply;
use super::{Dossier, End, Flow, Interview, Moment, Pending};
use crate::case::model::{Antwoord, Case, Oordelen};
use crate::case::text::New;
use crate::diagnostic::{Diagnostic, WayOut};
use crate::words::{Holds, Judgement, Need};
use std::rc::Rc;

impl<'a> Interview<'_, '_, 'a> {
    /// Asks for a judgement of the officer, which comes on record.
    pub(super) fn judgement(
        &mut self,
        dossier: &Rc<Dossier<'a>>,
        judgement: Judgement,
        finding: &Diagnostic,
    ) -> Flow<'a> {
        self.screen.gap();
        self.screen.say_after(&format!("{}. ", self.number()), &finding.message);
        if let Some(hint) = finding.hint.as_deref().and_then(|hint| hint.split(" Zo").next()) {
            self.screen.say_after("   ", hint);
        }
        for path in &finding.paths {
            if let Some(value) = dossier.shown(path) {
                self.screen.say_after("   ", &value);
            }
        }
        if let Some(rule) = finding.rule.and_then(|id| dossier.rule(id)) {
            self.screen.say_after("   ", &format!("Bron: {}", source_of(rule)));
        }
        let answer = match self.screen.ask("ja, nee of verander: ") {
            Reply::Text(typed) => match typed.to_lowercase().as_str() {
                "ja" | "j" => "ja",
                "nee" | "n" => "nee",
                "verander" => return self.change(dossier, finding),
                _ => {
                    self.screen.say("Typ ja of nee; of verander, als een van deze feiten anders is.");
                    return Flow::Again;
                }
            },
            Reply::Why => {
                if let Some(rule) = finding.rule.and_then(|id| dossier.rule(id)) {
                    self.screen.say(&rule.regel);
                }
                self.screen
                    .say("Uw antwoord komt in het bestand, bij `antwoorden` onder `stap`, met uw reden.");
                return Flow::Again;
            }
            Reply::Later => return Flow::On(self.left_open(judgement.word())),
            Reply::Back => return Flow::Back,
            Reply::Stop => return Flow::End(End::Stopped),
        };
        let list = Oordelen::antwoorden.pattern();
        let items = dossier.value(list).and_then(|value| value.as_array().map(Vec::len)).unwrap_or(0);
        let entries = [(Antwoord::vraag.key(), judgement.word()), (Antwoord::antwoord.key(), answer)];
        let mut after = Rc::clone(dossier);
        for (key, word) in entries {
            match after.with(&format!("{list}[{items}].{key}"), &New::Plain(word.to_owned())) {
                Ok(next) => after = Rc::new(next),
                Err(_) => {
                    self.screen
                        .say("Het bestand is zo geschreven dat dit antwoord er niet bij kan. Doe dat zelf.");
                    return Flow::On(self.left_open(judgement.word()));
                }
            }
        }
        Flow::On(Moment { dossier: after, ..self.now.clone() })
    }

    /// Shows facts that do not go together, and asks which one changes.
    pub(super) fn conflict(&mut self, dossier: &Rc<Dossier<'a>>, finding: &Diagnostic) -> Flow<'a> {
        self.screen.gap();
        self.screen.say_after(&format!("{}. ", self.number()), &finding.message);
        for extra in finding.hint.iter().chain(&finding.detail) {
            self.screen.say_after("   ", extra);
        }
        self.change(dossier, finding)
    }

    /// Asks which of the facts of a finding changes.
    fn change(&mut self, dossier: &Rc<Dossier<'a>>, finding: &Diagnostic) -> Flow<'a> {
        let mut paths: Vec<String> = Vec::new();
        for path in &finding.paths {
            let path = dossier.editable(path);
            if dossier.value(&path).is_some() && !paths.contains(&path) {
                paths.push(path);
            }
        }
        let deviation = Case::afwijking.pattern();
        if finding.way_out == Some(WayOut::Deviate) && dossier.value(deviation).is_none() {
            paths.push(deviation.to_owned());
        }
        if paths.is_empty() {
            self.screen.say("Dit kunt u alleen in het bestand zelf verbeteren.");
            return Flow::On(self.left_open(&name_of(finding)));
        }
        for (item, path) in paths.iter().enumerate() {
            let what = dossier.shown(path).unwrap_or_else(|| "leg een afwijking vast".to_owned());
            self.screen.say_after(&format!("   {:>2} = ", item + 1), &what);
        }
        let typed = match self.screen.ask("Welk nummer verandert u? ") {
            Reply::Text(typed) => typed,
            Reply::Why => {
                if let Some(rule) = finding.rule.and_then(|id| dossier.rule(id)) {
                    self.screen.say(&format!("{} ({})", rule.regel, source_of(rule)));
                }
                return Flow::Again;
            }
            Reply::Later => return Flow::On(self.left_open(&name_of(finding))),
            Reply::Back => return Flow::Back,
            Reply::Stop => return Flow::End(End::Stopped),
        };
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match number.and_then(|number| paths.get(number)) {
            Some(path) => self.changed(dossier, path),
            None => {
                self.screen.say("Typ een van de nummers, of `later`.");
                Flow::Again
            }
        }
    }

    /// Asks for another value at a path, or takes away what stands there.
    fn changed(&mut self, dossier: &Rc<Dossier<'a>>, path: &str) -> Flow<'a> {
        let Some(key) = dossier.key(path) else { return Flow::Again };
        let mut moment = self.now.clone();
        if let Some((list, item)) = dossier.item_of(path) {
            self.screen.say("Dit onderdeel gaat weg; zo nodig vraagt het programma er opnieuw naar.");
            match dossier.without_item(&list, item) {
                Ok(after) => moment.dossier = Rc::new(after),
                Err(_) => {
                    self.screen
                        .say("Het bestand is zo geschreven dat dit onderdeel niet weg kan. Doe dat zelf.");
                    return Flow::End(End::Stopped);
                }
            }
            return Flow::On(moment);
        }
        let needed = key.need == Need::Required;
        let question = Question::new(path.to_owned(), key, needed);
        if key.holds == Holds::Block && dossier.value(path).is_some() {
            match dossier.with(path, &New::Nothing) {
                Ok(after) => moment.dossier = Rc::new(after),
                Err(_) => {
                    self.by_hand(&question);
                    return Flow::End(End::Stopped);
                }
            }
            self.screen.say("Dit blok gaat weg. Vul het opnieuw in, of druk steeds op Enter.");
        }
        moment.pending.push_front(Pending::Ask(question));
        Flow::On(moment)
    }
}
