//! A question about one key of the case file: its words, the answers to choose from, its source, and what a typed answer
//! becomes. All of it comes from the declaration of the key, the table of facts and the rules.

use super::dossier::Dossier;
use super::screen::Screen;
use crate::case::answer::{parts, value_of};
use crate::case::model::{Grond, Shape};
use crate::case::text::New;
use crate::explain::bearing::Bearing;
use crate::law::citation;
use crate::law::row::{Bron, Provenance};
use crate::words::{Form, Holds, Key, Need, RuleId};

/// A question about the value at a path.
#[derive(Clone, Debug)]
pub struct Question {
    /// The path: `stap.gronden[0].motivering`.
    pub path: String,
    /// The key.
    pub key: &'static Key,
    /// Whether the case cannot do without an answer.
    pub needed: bool,
    /// Why it is asked now: what a rule finds.
    pub because: Option<String>,
    /// The rule that asks.
    pub rule: Option<RuleId>,
}

/// An answer to choose from: what is written for it, and what it means.
pub struct Choice {
    /// What the file gets.
    pub word: String,
    /// What it means; empty where the word says it all.
    pub meaning: String,
}

impl Question {
    /// A question that no rule asks.
    pub fn new(path: String, key: &'static Key, needed: bool) -> Self {
        Self { path, key, needed, because: None, rule: None }
    }

    /// The answers to choose from; empty where the answer is free.
    pub fn choices(&self, dossier: &Dossier<'_>) -> Vec<Choice> {
        let own = |word: &str, meaning: &str| Choice { word: word.to_owned(), meaning: meaning.to_owned() };
        match self.key.holds {
            Holds::YesNo => vec![own("ja", ""), own("nee", "")],
            Holds::Words(list) => {
                let fits = |word: &&&str| self.key.fact != Grond::grond || dossier.can_carry(word);
                let words = list.words.iter().filter(fits);
                words.map(|word| own(word, &dossier.meaning(list, word))).collect()
            }
            Holds::Block => Shape::of(self.key.fact)
                .iter()
                .map(|shape| match shape {
                    Shape::Word(_, what) | Shape::Keys(what, _) => own(what, ""),
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What it asks for, as a line of a menu; below the first blocks with the name of the block.
    pub fn name(&self) -> String {
        match *self.path.split('.').collect::<Vec<_>>().as_slice() {
            [_, block, .., _] => format!("{}: {}", block.replace('_', " "), self.key.what),
            _ => self.key.what.to_owned(),
        }
    }

    /// Shows the question.
    pub fn show(&self, number: usize, dossier: &Dossier<'_>, screen: &mut Screen<'_, '_>) {
        screen.gap();
        let because = self.because.as_deref();
        // A question of a rule is asked in its own words.
        let (before, asked) = match because {
            Some(question) if question.ends_with('?') => (None, question.to_owned()),
            because => (because, sentence(self.key.what)),
        };
        if let Some(before) = before {
            screen.say(before);
        }
        screen.say_after(&format!("{number}. "), &asked);
        if let Some(about) = dossier.about(&self.path) {
            screen.say_after("   ", &about);
        }
        for (item, choice) in self.choices(dossier).iter().enumerate() {
            let says_more = !choice.meaning.is_empty() && choice.meaning.replace(' ', "_") != choice.word;
            let means = if says_more { format!(": {}", choice.meaning) } else { String::new() };
            screen.say_after(&format!("   {:>2} = ", item + 1), &format!("{}{means}", choice.word));
        }
        screen.say_after("   ", &self.how());
        let sources = self.sources(dossier);
        if let Some(source) = sources.iter().find(|rule| rule.bron != Bron::Productkeuze) {
            screen.say_after("   ", &format!("Bron: {}", source_of(source)));
        }
    }

    /// How to answer.
    fn how(&self) -> String {
        let form = match (self.key.holds, self.key.need) {
            (Holds::YesNo, _) => "Typ ja of nee, of een nummer.",
            (Holds::Words(_), Need::List) => "Typ een of meer nummers, met een komma ertussen.",
            (Holds::Words(_) | Holds::Block, _) => "Typ een nummer.",
            (Holds::Date, _) => "Typ een datum: jaar-maand-dag.",
            (Holds::BirthDate, _) => {
                "Typ jaar-maand-dag, zover bekend: ook jaar-maand, een jaar of onbekend."
            }
            (Holds::Country, _) => "Typ de naam van het land, of de code van drie letters.",
            (Holds::Nationalities, _) => {
                "Typ een of meer landen met een komma ertussen; of staatloos, of onbekend."
            }
            (Holds::Weeks, _) => "Typ een getal van 0 tot en met 4.",
            (Holds::Formed(form), _) => form.rule(),
            (Holds::Text | Holds::OwnLine, Need::List) => {
                "Typ één regel per onderdeel. Een lege regel sluit af."
            }
            (Holds::Text | Holds::OwnLine, _) => "Typ één regel.",
            (Holds::OwnWords, _) => {
                "Schrijf zelf; zo komt het in de brief. Een regel met alleen een punt sluit af, een lege regel begint een nieuwe alinea."
            }
        };
        let enter = if self.needed { "" } else { " Enter: overslaan." };
        format!("{form}{enter}")
    }

    /// The rules behind the question: the one that asks, then those that read the fact, those of other grounds last.
    fn sources<'d>(&self, dossier: &'d Dossier<'_>) -> Vec<&'d Provenance> {
        let mut ids: Vec<RuleId> = self.rule.into_iter().collect();
        let chosen = dossier.grounds();
        if let Some(Bearing::Counts(rules)) = dossier.bearing(&self.path) {
            let other = |rule: &RuleId| {
                let ground = rule.word().strip_prefix("grond.");
                ground.is_some_and(|ground| !chosen.iter().any(|it| it == ground))
            };
            ids.extend(rules.iter().filter(|rule| !other(rule)));
        }
        ids.dedup();
        ids.into_iter().filter_map(|id| dossier.rule(id)).collect()
    }

    /// Shows more: what the rules behind the question say, and what can be typed beside an answer.
    pub fn explain(&self, dossier: &Dossier<'_>, screen: &mut Screen<'_, '_>) {
        /// More would not be read.
        const MOST: usize = 5;
        let sources = self.sources(dossier);
        screen.say(&format!("In het bestand heet dit `{}`.", self.path));
        if let Holds::Formed(form) = self.key.holds {
            screen.say(&format!("Een voorbeeld: {}", Form::example(form)));
        }
        for rule in sources.iter().take(MOST) {
            let source = match rule.bron {
                Bron::Productkeuze => String::new(),
                _ => format!(" ({})", source_of(rule)),
            };
            screen.say_after("- ", &format!("{}{source}", rule.regel));
        }
        if sources.len() > MOST {
            screen.say(&format!("Andere regels die dit lezen: {}.", sources.len() - MOST));
        }
        screen.say("Typ `terug` voor de vorige vraag, `later` om deze over te slaan, `stop` om te bewaren en te stoppen.");
    }

    /// What a typed answer is in the file; `None` where it is none of the choices.
    pub fn value(&self, typed: &str, dossier: &Dossier<'_>) -> Option<New> {
        let pick = |typed: &str| -> Option<String> {
            let choices = self.choices(dossier);
            let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_number = number.and_then(|number| choices.get(number));
            let by_word = || choices.iter().find(|choice| choice.word == typed.to_lowercase());
            by_number.or_else(by_word).map(|choice| choice.word.clone())
        };
        // A number stands for its choice; what is typed for a list is chosen part by part.
        let picked = match (self.key.holds, self.key.need) {
            (Holds::Words(_), Need::List) => parts(typed).map(pick).collect::<Option<Vec<_>>>()?.join(", "),
            (Holds::YesNo | Holds::Words(_), _) => pick(typed)?,
            _ => typed.to_owned(),
        };
        Some(value_of(self.key, &picked))
    }
}

/// A clause as a sentence: `of …` and its like are told (`Zeg of …`), `welke …` is asked, a thing is named.
fn sentence(what: &str) -> String {
    let mut chars = what.chars();
    let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    let first = what.split(' ').next().unwrap_or_default();
    match first {
        "of" | "hoe" | "waarom" | "wat" | "wie" | "dat" | "sinds" => format!("Zeg {what}."),
        "welke" | "welk" => format!("{capital}{}?", chars.as_str()),
        _ => format!("{capital}{}", chars.as_str()),
    }
}

/// Where a rule comes from: an article of law, or a paragraph of the Werkinstructie.
pub fn source_of(rule: &Provenance) -> String {
    match (rule.bron, rule.artikelen.is_empty()) {
        (Bron::Wet, false) => citation::in_words(&rule.artikelen),
        _ => rule.vindplaats.clone(),
    }
}
