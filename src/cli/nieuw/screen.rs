//! The conversation with the officer: lines that are printed once and never redrawn, and lines that are read. A screen reader,
//! a connection over ssh and a pipe get the same.

use crate::cli::session::Session;
use std::io::{self, BufRead};

/// Columns that a line takes where the width of the terminal is not known, and at most.
const WIDTH: usize = 80;
/// Columns that a line takes at least.
const NARROW: usize = 20;

/// What the officer typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer; empty for Enter alone.
    Text(String),
    /// `?`: more about the question.
    Why,
    /// `terug`: to the question before.
    Back,
    /// `later`: to the next question; this one stays open.
    Later,
    /// `stop`, or the end of the input: what is there is kept.
    Stop,
}

/// Where questions are shown and answers are read.
pub struct Screen<'s, 'a> {
    session: &'s mut Session<'a>,
    width: usize,
}

impl<'s, 'a> Screen<'s, 'a> {
    /// A conversation on standard output and standard input.
    pub fn new(session: &'s mut Session<'a>) -> Self {
        let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Self { session, width: terminal.unwrap_or(WIDTH).clamp(NARROW, WIDTH) }
    }

    /// The session, for what goes elsewhere.
    pub fn session(&mut self) -> &mut Session<'a> {
        self.session
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.session.line("");
    }

    /// A line of text, broken where the terminal ends.
    pub fn say(&mut self, text: &str) {
        self.say_after("", text);
    }

    /// The same, with something before the first line; the others are indented as far.
    pub fn say_after(&mut self, before: &str, text: &str) {
        let indent = before.chars().count();
        let room = self.width.saturating_sub(indent).max(NARROW / 2);
        for (number, line) in wrapped(text, room).iter().enumerate() {
            let lead = if number == 0 { before.to_owned() } else { " ".repeat(indent) };
            self.session.line(&format!("{lead}{line}"));
        }
    }

    /// Asks for a line.
    pub fn ask(&mut self, prompt: &str) -> Reply {
        match self.read(prompt) {
            None => Reply::Stop,
            Some(line) => command(line.trim()).unwrap_or_else(|| Reply::Text(line.trim().to_owned())),
        }
    }

    /// Asks for lines, up to one that ends them: `ends` gets the line and whether it is the first. A command counts on the first
    /// line only.
    pub fn ask_lines(&mut self, prompt: &str, ends: impl Fn(&str, bool) -> bool) -> Reply {
        let mut lines: Vec<String> = Vec::new();
        loop {
            let Some(line) = self.read(prompt) else {
                // An input that ends has ended the text too.
                return if lines.is_empty() { Reply::Stop } else { Reply::Text(lines.join("\n")) };
            };
            let trimmed = line.trim();
            if ends(trimmed, lines.is_empty()) {
                return Reply::Text(lines.join("\n").trim_matches('\n').to_owned());
            }
            let command = command(trimmed);
            let is_command = command.is_some();
            match command.filter(|_| lines.is_empty()) {
                Some(command) => return command,
                None => {
                    if is_command {
                        self.say(&format!("`{trimmed}` staat nu in de tekst. Sluit de tekst eerst af; met `terug` schrijft u haar opnieuw."));
                    }
                    lines.push(trimmed.to_owned());
                }
            }
        }
    }

    /// Reads a line; `None` at the end of the input. A line that is no text is asked again.
    fn read(&mut self, prompt: &str) -> Option<String> {
        loop {
            self.session.prompt(prompt);
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_until(b'\n', &mut bytes);
            if !matches!(read, Ok(1..)) {
                self.session.line("");
                return None;
            }
            match String::from_utf8(bytes) {
                Ok(line) => return Some(line.trim_start_matches('\u{feff}').to_owned()),
                Err(_) => self.say("Deze regel is niet te lezen. Typ haar opnieuw."),
            }
        }
    }
}

/// What can be typed beside an answer.
fn command(typed: &str) -> Option<Reply> {
    match typed {
        "?" => Some(Reply::Why),
        "terug" => Some(Reply::Back),
        "later" => Some(Reply::Later),
        "stop" => Some(Reply::Stop),
        _ => None,
    }
}

/// A text in lines of at most `width` characters, broken at spaces.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_end_at_spaces_within_the_width() {
        assert_eq!(wrapped("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(
            wrapped("buitenbehandelingstelling is lang", 10),
            ["buitenbehandelingstelling", "is lang"]
        );
        assert_eq!(wrapped("", 10), [""]);
    }
}
