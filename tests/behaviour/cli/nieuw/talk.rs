//! A conversation with `nieuw`: answers by the words of the question, over a pipe or a terminal.

use crate::support::desk::Desk;
use snapbox::cmd::cargo_bin;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

/// The ends of lines at which the program waits for an answer.
const PROMPTS: &[&str] = &[
    "antwoord: ",
    "tekst: ",
    "regel: ",
    "ja of nee: ",
    "verandert u? ",
    "(Enter: 1): ",
    "bestand: ",
    "verander: ",
];

/// Words of a question and what is answered to it. A `#` begins the words of lines of a menu, with `|` between them: the answer
/// is their numbers. Lines of a text stand below each other.
pub type Answers = Vec<(String, String)>;

/// What was said in a conversation.
pub struct Talk {
    /// All that the program said, with the answers where a terminal shows them.
    pub said: String,
    /// What it said at each question, up to its prompt.
    pub turns: Vec<String>,
    /// How it ended.
    pub code: Option<i32>,
}

/// Where a conversation takes place.
pub enum Place {
    /// Over pipes.
    Pipe,
    /// On a terminal of so many columns.
    #[cfg(unix)]
    Terminal(u16),
}

/// Talks with `nieuw` until it ends; a question without an answer fails, and so does an answer without a question.
pub fn talk(desk: &Desk, arguments: &str, answers: &[Answers], place: &Place) -> Talk {
    let (mut child, mut from, mut to) = start(desk, arguments, place);
    let (mut said, mut turns, mut begun) = (Vec::new(), Vec::new(), 0);
    let mut used = vec![Vec::new(); answers.len()];
    let mut bytes = [0; 1 << 12];
    // On a terminal, reading fails when the program has ended.
    while let Ok(read @ 1..) = from.read(&mut bytes) {
        said.extend_from_slice(&bytes[..read]);
        let text = String::from_utf8_lossy(&said).into_owned();
        if !PROMPTS.iter().any(|prompt| text.ends_with(prompt)) {
            continue;
        }
        let turn = text[begun..].to_owned();
        let typed = answer(&turn, answers, &mut used)
            .unwrap_or_else(|| panic!("no answer for\n{turn}\nafter\n{text}"));
        turns.push(turn);
        begun = text.len();
        // Lines are typed one at a time, and the last ends the answer.
        to.write_all(format!("{typed}\n").as_bytes()).unwrap();
        to.flush().unwrap();
        for _ in typed.split('\n').skip(1) {
            read_prompt(&mut *from, &mut said);
        }
        begun = begun.max(String::from_utf8_lossy(&said).len());
        assert!(turns.len() < 200, "no end:\n{text}");
    }
    drop(to);
    let code = child.wait().unwrap().code();
    for (table, used) in answers.iter().zip(used).skip(1) {
        let idle = table.iter().find(|(question, answer)| !used.contains(&key(question, answer)));
        if let Some((question, _)) = idle {
            panic!("nothing asked for ‘{question}’ in\n{}", String::from_utf8_lossy(&said));
        }
    }
    Talk { said: String::from_utf8_lossy(&said).into_owned(), turns, code }
}

/// Reads up to the next prompt.
fn read_prompt(from: &mut dyn Read, said: &mut Vec<u8>) {
    let start = said.len();
    let mut byte = [0];
    while !PROMPTS.iter().any(|prompt| said[start..].ends_with(prompt.as_bytes())) {
        assert_eq!(from.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(said));
        said.push(byte[0]);
    }
}

/// The answer to the last question of a turn; later tables count before earlier ones.
fn answer(turn: &str, answers: &[Answers], used: &mut [Vec<String>]) -> Option<String> {
    let flat = turn.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = flat.to_lowercase();
    for (table, used) in answers.iter().zip(used).rev() {
        let fits = table.iter().filter(|(question, _)| lower.contains(&question.to_lowercase()));
        // The same words may be asked twice: first come, first answered.
        let fits: Vec<_> = fits.collect();
        let fresh = fits.iter().find(|(question, answer)| !used.contains(&key(question, answer)));
        if let Some((question, answer)) = fresh.or(fits.last()) {
            used.push(key(question, answer));
            return Some(match answer.strip_prefix('#') {
                Some(lines) => numbers(&flat, lines),
                None => answer.clone(),
            });
        }
    }
    None
}

fn key(question: &str, answer: &str) -> String {
    format!("{question}\u{0}{answer}")
}

/// The numbers of the lines of a menu with these words.
fn numbers(turn: &str, lines: &str) -> String {
    let number = |words: &str| -> String {
        let at = turn.find(&format!(" = {words}")).unwrap_or_else(|| panic!("no ‘{words}’ in {turn}"));
        turn[..at].rsplit(' ').next().unwrap().to_owned()
    };
    lines.split('|').map(number).collect::<Vec<_>>().join(", ")
}

type Streams = (Child, Box<dyn Read>, Box<dyn Write>);

fn start(desk: &Desk, arguments: &str, place: &Place) -> Streams {
    let mut command = Command::new(cargo_bin("rtbrief"));
    command.arg("nieuw").args(arguments.split_whitespace()).env_clear().current_dir(desk.path(""));
    match place {
        Place::Pipe => {
            let mut child =
                command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
            let (out, into) = (child.stdout.take().unwrap(), child.stdin.take().unwrap());
            (child, Box::new(out), Box::new(into))
        }
        #[cfg(unix)]
        Place::Terminal(columns) => terminal(command, *columns),
    }
}

/// Starts a program on a pseudo-terminal.
#[cfg(unix)]
fn terminal(mut command: Command, columns: u16) -> Streams {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{Winsize, tcsetwinsize};
    use std::fs::{File, OpenOptions};
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    tcsetwinsize(&ours, Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name.to_str().unwrap()).unwrap();
    command.env("TERM", "dumb").env("NO_COLOR", "1");
    let side = |file: &File| Stdio::from(file.try_clone().unwrap());
    command.stdin(side(&theirs)).stdout(side(&theirs)).stderr(side(&theirs));
    let child = command.spawn().unwrap();
    let ours = File::from(ours);
    (child, Box::new(ours.try_clone().unwrap()), Box::new(ours))
}
