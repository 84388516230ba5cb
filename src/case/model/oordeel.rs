//! What an officer decided where no fact answers a question (docs/spec/letters.md section 1, *Sharpened*).

use super::block;
use crate::case::identifier::Prose;
use crate::words::{Judgement, words};

block! {
    /// The answers of a step, shared by all five.
    #[derive(Default)]
    struct Oordelen at "stap." in "onder `stap`" {
        /// At most one for each question (checked when read).
        antwoorden: list Antwoord = "wat u besliste waar geen feit een vraag beantwoordt",
    }
}

block! {
    /// One of `antwoorden`.
    struct Antwoord at "stap.antwoorden[]." in "bij een van de `antwoorden`" {
        /// The code of the question.
        vraag: required Judgement = "code van de vraag",
        /// The answer.
        antwoord: required JaNee = "ja of nee",
        /// The officer's reason; it stands in the letter where the letter needs it.
        reden: optional Prose = "reden van dit oordeel; staat in de brief als die erop rust",
    }
}

words! {
    /// The answer to a question that asks for a judgement.
    JaNee { Ja = "ja" => "de uitkomst van de stap klopt", Nee = "nee" => "de uitkomst van de stap klopt niet", }
}
