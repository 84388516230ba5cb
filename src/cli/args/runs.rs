//! The arguments of `termijnen` and `verifieer`, the commands for letters that were made earlier. Doc
//! comments on options are the help that the user reads.

use super::csv::Csv;
use clap::Args;
use std::path::PathBuf;

/// `termijnen`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Zonder `--ics` of `--json` komt er CSV: laatste_dag,termijn,kenmerk,soort,brief. Met `--open` staan daar ook bekendmaking en dagen_voorbij: hoeveel dagen geleden de termijn eindigde. Afschriften tellen niet mee. Noem bij `--open` ook de mappen met de besluiten, zoals `rtbrief termijnen voornemens besluiten --open`.\n\nVoorbeeld: rtbrief termijnen brieven --soort bezwaar"
)]
pub struct Termijnen {
    /// De mappen waarin batches hun brieven hebben gemaakt
    #[arg(value_name = "MAP", required = true, help_heading = "Argumenten")]
    pub mappen: Vec<PathBuf>,
    /// Als agenda (iCalendar)
    #[arg(long, conflicts_with_all = ["open", "csv"])]
    pub ics: bool,
    /// Alleen voornemens waarop nog geen besluit volgde, terwijl de termijn voor de zienswijze voorbij is
    #[arg(long, conflicts_with = "soort")]
    pub open: bool,
    /// De dag waarop u kijkt, bij `--open` (JJJJ-MM-DD) [standaard: vandaag]
    #[arg(long, value_name = "DATUM", requires = "open")]
    pub op: Option<String>,
    /// Schrijf de CSV zoals Nederlandse rekenbladen haar lezen: `nl` geeft puntkomma's en een BOM
    #[arg(long, value_name = "SOORT", hide_possible_values = true)]
    pub csv: Option<Csv>,
    /// Eén JSON-object per termijn
    #[arg(long, conflicts_with_all = ["ics", "csv"])]
    pub json: bool,
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
