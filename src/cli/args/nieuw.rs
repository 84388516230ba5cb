//! The arguments of `nieuw`. Doc comments on options are the help that the user reads.

use clap::Args;
use std::path::PathBuf;

/// `nieuw`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "De vragen staan op het scherm; u typt het antwoord. Bij elke vraag kan ook: `?` voor uitleg, `terug`, `later`, `stop`.\nMet `--stap` komt er een leeg zaakbestand, zonder vragen: op standaarduitvoer, of in het bestand achter `-o`.\n\nVoorbeeld: rtbrief nieuw --stap triage --uitkomst negatief"
)]
pub struct Nieuw {
    /// Het zaakbestand dat er komt; zonder deze optie krijgt het de naam van het kenmerk
    #[arg(short = 'o', long = "uitvoer", value_name = "BESTAND")]
    pub uitvoer: Option<PathBuf>,
    /// Ga verder met dit zaakbestand: vraag wat eraan ontbreekt
    #[arg(long, value_name = "ZAAK", conflicts_with_all = ["stap", "uitkomst", "fase"])]
    pub hervat: Option<PathBuf>,
    /// Maak een leeg zaakbestand voor deze stap: stickerlocatie, triage, grens, niet_gemeld of herbeoordeling
    #[arg(long, value_name = "STAP")]
    pub stap: Option<String>,
    /// Hoe de stap afliep: toekenning, weigering of nader_onderzoek; positief of negatief
    #[arg(long, value_name = "UITKOMST", requires = "stap", conflicts_with = "fase")]
    pub uitkomst: Option<String>,
    /// Welke fase van de herbeoordeling: voornemen, aanvullend_voornemen of besluit
    #[arg(long, value_name = "FASE", requires = "stap")]
    pub fase: Option<String>,
    /// Vervang een ander bestand dat er al staat
    #[arg(long)]
    pub overschrijf: bool,
}
