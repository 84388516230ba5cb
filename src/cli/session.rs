//! What all commands share: the output streams, the rules, the organisation and the use of colour.
//!
//! Data goes to standard output, everything else to standard error. When the reader of standard output
//! stops (a closed pipe), the run ends without a message. Any other failure to write gives exit code 74
//! at the end.

use super::args::{Global, Kleur};
use super::environment::Environment;
use super::exit::Exit;
use super::fault::Fault;
use super::organisatie::{self, Sender};
use super::templates::Templates;
use super::usage::Usage;
use crate::diagnostic::Code;
use crate::law::book::RuleBook;
use crate::letter::{Organisation, TemplateSet};
use crate::pipeline::Pipeline;
use crate::render::font::Fonts;
use crate::render::look::Look;
use crate::render::pdf::Press;
use serde_json::json;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One run of the program.
pub struct Session<'a> {
    /// The options that every command has.
    pub global: &'a Global,
    /// The environment variables.
    pub environment: &'a Environment,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    rules: Arc<RuleBook>,
    /// Whether the user asked for JSON.
    json: bool,
    /// Whether anything went to standard output.
    has_output: bool,
    output_failed: bool,
    notes_are_off: bool,
}

impl<'a> Session<'a> {
    /// Starts a session with its output streams; `json` says whether the user asked for JSON.
    ///
    /// # Errors
    /// [`Usage`] when the built-in tables have an error, which a test rules out.
    pub fn new(
        global: &'a Global,
        environment: &'a Environment,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
        json: bool,
    ) -> Result<Self, Usage> {
        let rules = RuleBook::built_in().map_err(|e| Usage::coded(Code::Rules, None, &e.to_string()))?;
        let rules = Arc::new(rules);
        let (has_output, output_failed, notes_are_off) = (false, false, false);
        Ok(Self { global, environment, out, err, rules, json, has_output, output_failed, notes_are_off })
    }

    /// The rules, the terms and the calendar.
    #[must_use]
    pub fn book(&self) -> Arc<RuleBook> {
        Arc::clone(&self.rules)
    }

    /// The templates: the built-in ones, and in their place those of `--sjablonen`.
    ///
    /// # Errors
    /// [`Usage`] with every error in the templates.
    pub fn templates(&self) -> Result<TemplateSet, Usage> {
        self.templates_of(self.global.sjablonen.as_deref(), None)
    }

    /// The templates with those of a folder in the place of the built-in ones; `fonts` must have all their characters.
    ///
    /// # Errors
    /// [`Usage`] with every error in the templates.
    pub fn templates_of(&self, folder: Option<&Path>, fonts: Option<&Fonts>) -> Result<TemplateSet, Usage> {
        let templates = Templates::named(folder)?;
        templates.set(&self.rules, fonts).map_err(|errors| templates.usage(&errors))
    }

    /// The look of the letters of the organisation.
    ///
    /// # Errors
    /// [`Usage`] when the organisation has an error.
    pub fn look(&self) -> Result<Arc<Look>, Usage> {
        let named = self.global.organisatie.as_deref();
        organisatie::find(named, self.environment, &self.rules).map(|sender| sender.look)
    }

    /// Makes the pipeline for the letters. Shows a note when the organisation is the built-in example.
    ///
    /// # Errors
    /// [`Usage`] when the organisation or the templates have an error.
    pub fn pipeline(&mut self) -> Result<Pipeline, Usage> {
        let Sender { organisation, look, is_built_in } =
            organisatie::find(self.global.organisatie.as_deref(), self.environment, &self.rules)?;
        if is_built_in {
            self.note("let op: er is geen organisatie.yaml; de brief krijgt de gegevens van de voorbeeldorganisatie en is niet geldig");
        } else if organisation.is_example {
            self.note(&format!(
                "let op: in het bestand van de organisatie staan nog gegevens van het voorbeeld: {}; de brief is niet geldig",
                organisation.example_keys_in_words()
            ));
        }
        let templates = self.templates_of(self.global.sjablonen.as_deref(), Some(&look.fonts))?;
        Ok(Pipeline { book: self.book(), templates, organisation, press: Press::new(look) })
    }

    /// The organisation alone, without its house style and without a note.
    ///
    /// # Errors
    /// [`Usage`] when the organisation has an error.
    pub fn organisation(&self) -> Result<Organisation, Usage> {
        let named = self.global.organisatie.as_deref();
        organisatie::organisation(named, self.environment, &self.rules).map(|(organisation, _)| organisation)
    }

    /// Every file that the organisation may be read from, and those that its house style names.
    #[must_use]
    pub fn organisation_files(&self) -> Vec<PathBuf> {
        organisatie::files(self.global.organisatie.as_deref(), self.environment, &self.rules)
    }

    /// Does the same as [`Self::pipeline`], without the note about the example.
    ///
    /// # Errors
    /// The same as [`Self::pipeline`].
    pub fn quiet_pipeline(&mut self) -> Result<Pipeline, Usage> {
        let before = std::mem::replace(&mut self.notes_are_off, true);
        let made = self.pipeline();
        self.notes_are_off = before;
        made
    }

    /// Writes data to standard output, as a line.
    pub fn line(&mut self, line: &str) {
        self.bytes(line.as_bytes());
        self.bytes(b"\n");
    }

    /// Writes a prompt to standard output, where the answer is typed behind it.
    pub fn prompt(&mut self, text: &str) {
        self.text(text);
        // A failure shows at the end, in `finish`.
        let _ = self.out.flush();
    }

    /// Writes data to standard output, as text with its own line breaks.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Writes data to standard output, as bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.has_output |= !bytes.is_empty();
        if let Err(error) = self.out.write_all(bytes) {
            self.output_failed |= error.kind() != io::ErrorKind::BrokenPipe;
        }
    }

    /// Writes a note for the officer to standard error, unless `--stil` was given.
    pub fn note(&mut self, text: &str) {
        if !self.global.stil && !self.notes_are_off {
            self.message(text);
        }
    }

    /// Writes a message to standard error, also with `--stil`.
    pub fn message(&mut self, text: &str) {
        // Flushing keeps the output in order; `finish` reports a failure of standard output. If standard
        // error is closed, the message cannot be shown anywhere.
        let _ = self.out.flush();
        let _ = writeln!(self.err, "{text}");
    }

    /// Tells a fault: on standard error, and with `--json` also as an object on standard output.
    pub fn fault(&mut self, fault: &Fault) {
        if self.json {
            self.line(&fault.to_json().to_string());
        }
        self.message(&fault.text());
    }

    /// Whether the user asked for JSON.
    #[must_use]
    pub const fn is_json(&self) -> bool {
        self.json
    }

    /// Whether findings are shown in colour.
    #[must_use]
    pub fn colour(&self) -> bool {
        match self.global.kleur {
            Kleur::Altijd => true,
            Kleur::Nooit => false,
            Kleur::Auto => !self.environment.no_color && io::stderr().is_terminal(),
        }
    }

    /// Ends the run. With `--json` a run that had nothing to list says that too, so that standard output always has an object.
    /// Flushes standard output. Returns the given exit, or [`Exit::Io`] when writing failed.
    pub fn finish(&mut self, exit: Exit) -> Exit {
        if self.json && !self.has_output {
            self.line(&json!({"kenmerk": null, "uitkomst": "niets"}).to_string());
        }
        if let Err(error) = self.out.flush() {
            self.output_failed |= error.kind() != io::ErrorKind::BrokenPipe;
        }
        if self.output_failed {
            self.message(&Fault::new("schrijven naar standaarduitvoer mislukte").text());
            return exit.and(Exit::Io);
        }
        exit
    }
}
