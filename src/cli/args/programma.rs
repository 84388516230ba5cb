//! The arguments of `schema`, `aanvulling` and `handleiding`, the commands about the program itself. Doc comments on options are the
//! help that the user reads.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `schema`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Zet het schema (JSON Schema) naast uw zaken, en deze regel bovenaan in een zaak:\n# yaml-language-server: $schema=zaak.schema.json\n\nVoorbeeld: rtbrief schema zaak -o zaak.schema.json"
)]
pub struct Schema {
    /// Van welk bestand: zaak of organisatie
    #[arg(value_name = "SOORT", help_heading = "Argumenten", hide_possible_values = true)]
    pub soort: Soort,
    /// Bestand voor het schema; zonder deze optie komt het op standaarduitvoer
    #[arg(short = 'o', long = "uitvoer", value_name = "BESTAND")]
    pub uitvoer: Option<PathBuf>,
    /// Vervang een ander bestand dat er al staat
    #[arg(long, requires = "uitvoer")]
    pub overschrijf: bool,
}

/// De bestanden die een schema hebben.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Soort {
    /// Een zaak.
    Zaak,
    /// De gegevens van een organisatie.
    Organisatie,
}

/// `aanvulling`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Het script komt op standaarduitvoer. Zet het in een bestand waar uw shell het zoekt.\nBash: ~/.local/share/bash-completion/completions/rtbrief\n\nVoorbeeld: rtbrief aanvulling bash"
)]
pub struct Aanvulling {
    /// Uw shell: bash, zsh, fish of powershell
    #[arg(value_name = "SHELL", help_heading = "Argumenten", hide_possible_values = true)]
    pub schil: Schil,
}

/// De shells waarvoor er een script is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Schil {
    /// Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// PowerShell.
    Powershell,
}

/// `handleiding`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Zonder `-o` komt er één bladzijde op standaarduitvoer; met `-o` komen ze alle in een map.\n\nVoorbeeld: rtbrief handleiding -o man1"
)]
pub struct Handleiding {
    /// De opdracht waarover de bladzijde gaat; zonder opdracht gaat hij over het hele programma
    #[arg(value_name = "OPDRACHT", help_heading = "Argumenten", conflicts_with = "uitvoer")]
    pub opdracht: Vec<String>,
    /// Map voor alle bladzijden
    #[arg(short = 'o', long = "uitvoer", value_name = "MAP")]
    pub uitvoer: Option<PathBuf>,
    /// Vervang andere bladzijden die er al staan
    #[arg(long, requires = "uitvoer")]
    pub overschrijf: bool,
}
