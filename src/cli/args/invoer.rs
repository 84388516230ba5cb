//! The arguments of `invoer`. Doc comments on options are the help that the user reads.

use clap::Args;
use std::path::PathBuf;

/// `invoer`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Elke rij is een zaak, en de eerste rij noemt de kolommen. Het kolommenbestand zegt van elke kolom welk feit zij is:\n  kolommen: {Zaaknummer: zaak.kenmerk, Naam: vreemdeling.achternaam, Notitie: overslaan}\nWat het programma niet zeker weet, weigert het, met rij en kolom.\n\nVoorbeeld: rtbrief invoer zaken.csv --kolommen kolommen.yaml -o zaken"
)]
pub struct Invoer {
    /// Een rekenblad als CSV (UTF-8) of werkmap (.xlsx); `-` leest CSV van standaardinvoer
    #[arg(value_name = "TABEL", help_heading = "Argumenten")]
    pub tabel: PathBuf,
    /// Het bestand dat zegt welke kolom welk feit is
    #[arg(long, value_name = "BESTAND", required = true)]
    pub kolommen: PathBuf,
    /// Map voor de zaken: KENMERK.yaml voor elke rij
    #[arg(short = 'o', long = "uitvoer", value_name = "MAP", required_unless_present = "droog")]
    pub uitvoer: Option<PathBuf>,
    /// Lees en controleer de tabel, schrijf niets
    #[arg(long)]
    pub droog: bool,
    /// Vervang een andere zaak die er al staat
    #[arg(long)]
    pub overschrijf: bool,
    /// Eén JSON-object per rij, of per fout daarin
    #[arg(long)]
    pub json: bool,
}
