//! The conversation: one question after the other until the case is whole, or the officer stops.

mod decisions;
mod grounds;

use super::dossier::{Dossier, Refused};
use super::next::{self, Next, keys_of};
use super::question::Question;
use super::screen::{Reply, Screen};
use super::summary;
use crate::case::model::{Shape, Triage, Vreemdeling};
use crate::case::text::New;
use crate::diagnostic::{Diagnostic, WayOut};
use crate::words::{Fact, Holds, Need};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The officer wants the file.
    Write,
    /// The officer stopped; the case may not be whole.
    Stopped,
}

/// The case at one moment of the conversation, and what is still to be asked.
#[derive(Clone)]
pub struct Moment<'a> {
    /// The case.
    pub dossier: Rc<Dossier<'a>>,
    /// Questions that come before what the case itself asks.
    pending: VecDeque<Pending>,
    /// What the officer left open.
    later: BTreeSet<String>,
    /// Whether the facts that may be known were asked for.
    offered: bool,
}

/// A question that follows from another.
#[derive(Clone)]
enum Pending {
    /// The value of a key.
    Ask(Question),
    /// Whether there is another item of a list.
    Another(Question),
}

/// Facts that are asked along with another, because they say one thing together.
const TOGETHER: &[(Fact, Fact)] = &[(Vreemdeling::achternaam, Vreemdeling::voornamen)];

/// Before an answer to a question of the conversation itself.
const YES_OR_NO: &str = "ja of nee: ";

/// What the conversation does after an answer.
enum Flow<'a> {
    /// It goes on from here.
    On(Moment<'a>),
    /// The same, and nothing was asked.
    Through(Moment<'a>),
    /// The same question once more.
    Again,
    /// Back to the question before.
    Back,
    /// It ends.
    End(End),
}

/// A conversation about one case.
pub struct Interview<'s, 'e, 'a> {
    screen: Screen<'s, 'e>,
    now: Moment<'a>,
    before: Vec<Moment<'a>>,
    /// The path of the question that stands on the screen.
    shown: Option<String>,
}

impl<'s, 'e, 'a> Interview<'s, 'e, 'a> {
    /// Begins with a case as far as it is.
    pub fn new(screen: Screen<'s, 'e>, dossier: Dossier<'a>) -> Self {
        let now = Moment {
            dossier: Rc::new(dossier),
            pending: VecDeque::new(),
            later: BTreeSet::new(),
            offered: false,
        };
        Self { screen, now, before: Vec::new(), shown: None }
    }

    /// Asks until the officer stops or wants the file; gives the case, how it ended, and the screen.
    pub fn run(mut self) -> (Rc<Dossier<'a>>, End, Screen<'s, 'e>) {
        loop {
            match self.step() {
                Flow::Through(moment) => self.now = moment,
                Flow::On(moment) => {
                    self.shown = None;
                    let before = std::mem::replace(&mut self.now, moment);
                    self.before.push(before);
                }
                Flow::Again => {}
                Flow::Back => match self.before.pop() {
                    Some(before) => {
                        self.shown = None;
                        self.now = before;
                    }
                    None => self.screen.say("Dit is de eerste vraag."),
                },
                Flow::End(end) => return (self.now.dossier, end, self.screen),
            }
        }
    }

    fn step(&mut self) -> Flow<'a> {
        let dossier = Rc::clone(&self.now.dossier);
        match self.now.pending.front().cloned() {
            Some(Pending::Another(question)) => return self.another(&question),
            Some(Pending::Ask(question)) => return self.value(&dossier, &question),
            None => {}
        }
        match next::next(&dossier, &self.now.later, self.now.offered) {
            Next::Value(question) => self.value(&dossier, &question),
            Next::Judgement(judgement, finding) => self.judgement(&dossier, judgement, &finding),
            Next::Conflict(finding) => self.conflict(&dossier, &finding),
            Next::Facts(questions) => self.facts(&questions),
            Next::Done => self.done(&dossier),
        }
    }

    /// The number of the question.
    fn number(&self) -> usize {
        self.before.len() + 1
    }

    /// Asks for the value of a key.
    fn value(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question) -> Flow<'a> {
        if question.key.holds == Holds::Block && Shape::of(question.key.fact).is_empty() {
            if question.key.fact.pattern() == Triage::gronden.pattern() {
                return self.grounds(dossier, question);
            }
            return Flow::Through(self.expanded(dossier, question, None));
        }
        if self.shown.as_ref() != Some(&question.path) {
            question.show(self.number(), dossier, &mut self.screen);
            self.shown = Some(question.path.clone());
        }
        let reply = match (question.key.holds, question.key.need) {
            (Holds::OwnWords, _) => {
                let skips = !question.needed;
                self.screen
                    .ask_lines("tekst: ", |line, first| line == "." || (first && skips && line.is_empty()))
            }
            (Holds::Text | Holds::OwnLine, Need::List) => {
                self.screen.ask_lines("regel: ", |line, _| line.is_empty())
            }
            _ => self.screen.ask("antwoord: "),
        };
        let typed = match reply {
            Reply::Text(typed) => typed,
            Reply::Why => {
                question.explain(dossier, &mut self.screen);
                return Flow::Again;
            }
            Reply::Later => return Flow::On(self.left_open(&question.path)),
            Reply::Back => return Flow::Back,
            Reply::Stop => return Flow::End(End::Stopped),
        };
        if typed.is_empty() {
            return self.nothing(dossier, question);
        }
        if question.key.holds == Holds::Block {
            return self.shape(dossier, question, &typed);
        }
        let Some(value) = question.value(&typed, dossier) else {
            self.screen.say("Dat staat er niet bij. Typ een van de nummers.");
            return Flow::Again;
        };
        self.take(dossier, question, &value)
    }

    /// Enter alone: nothing is written for what the case can do without.
    fn nothing(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question) -> Flow<'a> {
        if question.needed {
            self.screen.say("Dit is nodig. Weet u het nu niet, typ dan `later`. Typ `?` voor uitleg.");
            return Flow::Again;
        }
        if dossier.value(&question.path).is_some() {
            return self.take(dossier, question, &New::Nothing);
        }
        Flow::On(self.asked(Rc::clone(dossier), question))
    }

    /// Writes an answer, if the reader of case files takes it.
    fn take(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question, value: &New) -> Flow<'a> {
        match dossier.with(&question.path, value) {
            Ok(after) => Flow::On(self.asked(Rc::new(after), question)),
            Err(Refused::ByTheFile) => {
                self.by_hand(question);
                Flow::On(self.left_open(&question.path))
            }
            Err(Refused::By(finding)) => self.refused(dossier, question, &finding),
        }
    }

    /// Shows why an answer is not taken, and what it may have been.
    fn refused(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question, finding: &Diagnostic) -> Flow<'a> {
        let Some(WayOut::Write(meant)) = &finding.way_out else {
            self.screen.say(&finding.message);
            if let Some(hint) = &finding.hint {
                self.screen.say(hint);
            }
            return Flow::Again;
        };
        let shown = dossier.spelled(question.key, meant);
        self.screen.say(&format!("Bedoelt u {shown}?"));
        match self.yes_or_no() {
            Ok(true) => match question.value(meant, dossier) {
                Some(value) => self.take(dossier, question, &value),
                None => Flow::Again,
            },
            Err(Reply::Stop) => Flow::End(End::Stopped),
            Err(Reply::Back) => Flow::Back,
            _ => Flow::Again,
        }
    }

    /// The file is so written that the answer cannot be set.
    fn by_hand(&mut self, question: &Question) {
        let path = &question.path;
        self.screen.say(&format!(
            "Het bestand is zo geschreven dat `{path}` niet kan worden ingevuld. Doe dat zelf."
        ));
    }

    /// The moment after a question was answered or passed over.
    fn asked(&self, dossier: Rc<Dossier<'a>>, question: &Question) -> Moment<'a> {
        let mut moment = Moment { dossier, ..self.now.clone() };
        if matches!(moment.pending.front(), Some(Pending::Ask(first)) if first.path == question.path) {
            moment.pending.pop_front();
        }
        for (fact, beside) in TOGETHER {
            let path = beside.pattern();
            let open = moment.dossier.value(path).is_none();
            if let Some(key) = moment.dossier.key(path).filter(|_| question.path == fact.pattern() && open) {
                let question = Question::new(path.to_owned(), key, false);
                moment.pending.push_front(Pending::Ask(question));
            }
        }
        moment
    }

    /// The moment after the officer left something open.
    fn left_open(&self, name: &str) -> Moment<'a> {
        let mut moment = self.now.clone();
        moment.later.insert(name.to_owned());
        if matches!(moment.pending.front(), Some(Pending::Ask(first)) if first.path == name) {
            moment.pending.pop_front();
        }
        moment
    }

    /// The moment in which the keys of a block are asked one after the other.
    fn expanded(&self, dossier: &Rc<Dossier<'a>>, question: &Question, only: Option<&[Fact]>) -> Moment<'a> {
        let mut moment = self.asked(Rc::clone(dossier), question);
        let is_list = question.key.need == Need::List;
        let path = if is_list {
            let items = dossier.value(&question.path).and_then(|value| value.as_array().map(Vec::len));
            format!("{}[{}]", question.path, items.unwrap_or(0))
        } else {
            question.path.clone()
        };
        if is_list {
            moment.pending.push_front(Pending::Another(question.clone()));
        }
        for mut key in keys_of(dossier, &path, only).into_iter().rev() {
            key.because = None;
            moment.pending.push_front(Pending::Ask(key));
        }
        moment
    }

    /// Asks whether a list has another item.
    fn another(&mut self, question: &Question) -> Flow<'a> {
        self.screen.gap();
        self.screen.say(&format!("Is er nog een van de {}?", question.key.fact.key()));
        match self.yes_or_no() {
            Ok(true) => {
                self.now.pending.pop_front();
                let dossier = Rc::clone(&self.now.dossier);
                Flow::On(self.expanded(&dossier, question, None))
            }
            Ok(false) | Err(Reply::Later) => {
                let mut moment = self.now.clone();
                moment.pending.pop_front();
                Flow::On(moment)
            }
            Err(Reply::Back) => Flow::Back,
            Err(Reply::Stop) => Flow::End(End::Stopped),
            Err(_) => Flow::Again,
        }
    }

    /// Reads ja or nee; another answer is asked again, a command is given back.
    fn yes_or_no(&mut self) -> Result<bool, Reply> {
        loop {
            match self.screen.ask(YES_OR_NO) {
                Reply::Text(typed) => match typed.to_lowercase().as_str() {
                    "ja" | "j" => return Ok(true),
                    "nee" | "n" => return Ok(false),
                    _ => self.screen.say("Typ ja of nee."),
                },
                command => return Err(command),
            }
        }
    }

    /// A block of more than one form: the officer has chosen one.
    fn shape(&mut self, dossier: &Rc<Dossier<'a>>, question: &Question, typed: &str) -> Flow<'a> {
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let shapes = Shape::of(question.key.fact);
        let named = shapes.iter().find(|shape| matches!(shape, Shape::Word(word, _) if *word == typed));
        match number.and_then(|number| shapes.get(number)).or(named) {
            None => {
                self.screen.say("Dat staat er niet bij. Typ een van de nummers.");
                Flow::Again
            }
            Some(Shape::Word(word, _)) => self.take(dossier, question, &New::Plain((*word).to_owned())),
            Some(Shape::Keys(_, facts)) => Flow::On(self.expanded(dossier, question, Some(facts))),
        }
    }

    /// Asks which facts are known, all at once.
    fn facts(&mut self, questions: &[Question]) -> Flow<'a> {
        let mut moment = Moment { offered: true, ..self.now.clone() };
        if questions.is_empty() {
            return Flow::On(moment);
        }
        self.screen.gap();
        let number = format!("{}. ", self.number());
        self.screen.say_after(&number, "Wat is er bekend? Deze feiten kunnen hier tellen.");
        match self.pick(questions) {
            Ok(chosen) => {
                moment.pending.extend(chosen.into_iter().map(Pending::Ask));
                Flow::On(moment)
            }
            Err(Reply::Why) => {
                self.screen.say(
                    "Wat u niet kiest, is onbekend. Heeft een regel een feit nodig, dan vraagt het programma er later naar. Welke regels een feit lezen, ziet u met `?` bij de vraag zelf.",
                );
                Flow::Again
            }
            Err(Reply::Later) => Flow::On(moment),
            Err(Reply::Back) => Flow::Back,
            Err(_) => Flow::End(End::Stopped),
        }
    }

    /// Shows questions by number and lets the officer choose; an empty choice is none.
    fn pick(&mut self, questions: &[Question]) -> Result<Vec<Question>, Reply> {
        for (item, question) in questions.iter().enumerate() {
            self.screen.say_after(&format!("   {:>2} = ", item + 1), &question.name());
        }
        self.screen.say_after("   ", "Typ de nummers met een komma ertussen. Enter: geen van deze.");
        loop {
            let typed = match self.screen.ask("antwoord: ") {
                Reply::Text(typed) => typed,
                other => return Err(other),
            };
            let parts = typed.split([',', ';', ' ']).filter(|part| !part.is_empty());
            let chosen: Option<Vec<Question>> = parts
                .map(|part| {
                    part.parse::<usize>()
                        .ok()
                        .and_then(|number| questions.get(number.checked_sub(1)?))
                        .cloned()
                })
                .collect();
            match chosen {
                Some(chosen) => return Ok(chosen),
                None => self.screen.say("Typ alleen nummers uit de lijst."),
            }
        }
    }

    /// Nothing is left to ask: shows what follows, and asks whether the file can be written.
    fn done(&mut self, dossier: &Rc<Dossier<'a>>) -> Flow<'a> {
        self.screen.gap();
        summary::show(dossier, &mut self.screen);
        self.screen.gap();
        self.screen.say_after("   ", "1 = schrijf het bestand");
        self.screen.say_after("   ", "2 = leg nog iets vast");
        if !self.now.later.is_empty() {
            self.screen.say_after("   ", "3 = beantwoord wat u hebt overgeslagen");
        }
        match self.screen.ask("antwoord (Enter: 1): ") {
            Reply::Text(typed) if matches!(typed.as_str(), "" | "1") => Flow::End(End::Write),
            Reply::Text(typed) if typed == "2" => {
                let questions = next::more(dossier);
                match self.pick(&questions) {
                    Ok(chosen) if chosen.is_empty() => Flow::Again,
                    Ok(chosen) => {
                        let mut moment = self.now.clone();
                        moment.pending.extend(chosen.into_iter().map(Pending::Ask));
                        Flow::On(moment)
                    }
                    Err(Reply::Stop) => Flow::End(End::Stopped),
                    Err(_) => Flow::Again,
                }
            }
            Reply::Text(typed) if typed == "3" && !self.now.later.is_empty() => {
                Flow::On(Moment { later: BTreeSet::new(), ..self.now.clone() })
            }
            Reply::Back => Flow::Back,
            Reply::Stop => Flow::End(End::Stopped),
            _ => {
                self.screen.say("Typ een van de nummers.");
                Flow::Again
            }
        }
    }
}
