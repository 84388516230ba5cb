//! `nieuw`: the questionnaire and the empty case file.

mod resume;
mod situations;
mod skeleton;
mod talk;
#[cfg(unix)]
mod terminal;
