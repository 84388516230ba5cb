//! What every command shares: where to write, the rules, the organisation, colour.
//!
//! Data goes to standard output, everything else to standard error. A reader that stops (a closed pipe)
//! ends the run quietly; any other failure to write is remembered as an exit of 74.

use super::args::{Global, Kleur};
use super::environment::Environment;
use super::exit::Exit;
use super::organisatie::{self, Sender};
use super::usage::Usage;
use crate::law::book::RuleBook;
use crate::letter::TemplateSet;
use crate::pipeline::Pipeline;
use crate::render::pdf::Press;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

/// One run of the program.
pub struct Session<'a> {
    /// Global options.
    pub global: &'a Global,
    /// The environment.
    pub environment: &'a Environment,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    rules: Arc<RuleBook>,
    failed: bool,
    hushed: bool,
}

impl<'a> Session<'a> {
    /// A session with its streams.
    ///
    /// # Errors
    /// [`Usage`] when the built-in tables are wrong, which a test rules out.
    pub fn new(
        global: &'a Global,
        environment: &'a Environment,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Result<Self, Usage> {
        let rules = RuleBook::built_in().map_err(|e| Usage::new(format!("F603: {e}")))?;
        let rules = Arc::new(rules);
        Ok(Self { global, environment, out, err, rules, failed: false, hushed: false })
    }

    /// The rules, terms and calendar.
    #[must_use]
    pub fn book(&self) -> Arc<RuleBook> {
        Arc::clone(&self.rules)
    }

    /// The templates.
    ///
    /// # Errors
    /// [`Usage`] with every error of the set.
    pub fn templates(&self) -> Result<TemplateSet, Usage> {
        TemplateSet::builtin().map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(|e| format!("F601: {e}")).collect();
            Usage::new(lines.join("\n"))
        })
    }

    /// Everything that makes letters; says so when the organisation is the built-in example.
    ///
    /// # Errors
    /// [`Usage`] when the organisation or the templates have an error.
    pub fn pipeline(&mut self) -> Result<Pipeline, Usage> {
        let Sender { organisation, look, is_built_in } =
            organisatie::find(self.global.organisatie.as_deref(), self.environment)?;
        if is_built_in {
            self.note("let op: er is geen organisatie.yaml; de brief krijgt de gegevens van de voorbeeldorganisatie en is niet geldig");
        }
        let templates = self.templates()?;
        Ok(Pipeline { book: self.book(), templates, organisation, press: Press::new(look) })
    }

    /// As [`Self::pipeline`], for a command that makes no letters and need not speak of an example.
    ///
    /// # Errors
    /// As [`Self::pipeline`].
    pub fn quiet_pipeline(&mut self) -> Result<Pipeline, Usage> {
        let before = std::mem::replace(&mut self.hushed, true);
        let made = self.pipeline();
        self.hushed = before;
        made
    }

    /// Data: a line on standard output.
    pub fn line(&mut self, line: &str) {
        self.bytes(line.as_bytes());
        self.bytes(b"\n");
    }

    /// Data: text on standard output, with its own line breaks.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Data: bytes on standard output.
    pub fn bytes(&mut self, bytes: &[u8]) {
        if let Err(error) = self.out.write_all(bytes) {
            self.failed |= error.kind() != io::ErrorKind::BrokenPipe;
        }
    }

    /// A word to the officer, on standard error; silent with `--stil`.
    pub fn note(&mut self, text: &str) {
        if !self.global.stil && !self.hushed {
            self.message(text);
        }
    }

    /// Something that must be said, on standard error.
    pub fn message(&mut self, text: &str) {
        // What was said before comes first; `finish` reports a failure of standard output. If standard
        // error is gone there is nobody left to tell.
        let _ = self.out.flush();
        let _ = writeln!(self.err, "{text}");
    }

    /// Whether findings may be coloured.
    #[must_use]
    pub fn colour(&self) -> bool {
        match self.global.kleur {
            Kleur::Altijd => true,
            Kleur::Nooit => false,
            Kleur::Auto => !self.environment.no_color && io::stderr().is_terminal(),
        }
    }

    /// Flushes, and gives the exit of the run.
    pub fn finish(&mut self, exit: Exit) -> Exit {
        if let Err(error) = self.out.flush() {
            self.failed |= error.kind() != io::ErrorKind::BrokenPipe;
        }
        if self.failed {
            self.message("fout: schrijven naar standaarduitvoer mislukte");
            return exit.and(Exit::Io);
        }
        exit
    }
}
