//! The arguments of `termijnen` and `verifieer`, the commands for letters that were made earlier. Doc
//! comments on options are the help that the user reads.

use clap::Args;
use std::path::PathBuf;

/// `termijnen`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Zonder `--ics` komt er CSV: laatste_dag,termijn,kenmerk,soort,brief. Afschriften tellen niet mee.\n\nVoorbeeld: rtbrief termijnen brieven --soort bezwaar"
)]
pub struct Termijnen {
    /// De map waarin een batch zijn brieven heeft gemaakt
    #[arg(value_name = "MAP", help_heading = "Argumenten")]
    pub map: PathBuf,
    /// Als agenda (iCalendar)
    #[arg(long)]
    pub ics: bool,
    /// Alleen termijnen van deze soort, zoals zienswijze
    #[arg(long, value_name = "SOORT")]
    pub soort: Option<String>,
    /// Alleen termijnen die op of na deze dag eindigen (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM")]
    pub van: Option<String>,
    /// Alleen termijnen die op of voor deze dag eindigen (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM")]
    pub tot: Option<String>,
}

/// `verifieer`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Elke brief wordt opnieuw gemaakt en vergeleken met de kwitantie en met het bestand van de brief. Een PDF die daarna alleen is ondertekend, telt apart.\n\nVoorbeeld: rtbrief verifieer brieven"
)]
pub struct Verifieer {
    /// Een kwitantie, of een map met kwitanties
    #[arg(value_name = "PAD", help_heading = "Argumenten")]
    pub pad: PathBuf,
    /// Zoek zaken die niet meer op hun plaats staan in deze map
    #[arg(long, value_name = "MAP")]
    pub zaken: Vec<PathBuf>,
    /// Eén JSON-object per brief
    #[arg(long)]
    pub json: bool,
}
