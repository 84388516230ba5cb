//! The arguments of `sjablonen`: an action and what it takes. Doc comments on options are the help that the user reads.

use super::help::SUBTEMPLATE;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `sjablonen`.
#[derive(Debug, Args)]
#[command(
    subcommand_help_heading = "Acties",
    subcommand_value_name = "ACTIE",
    next_help_heading = "Opties",
    after_help = "Voorbeeld: rtbrief sjablonen lees hulp"
)]
pub struct Sjablonen {
    /// Wat er met de sjablonen moet gebeuren.
    #[command(subcommand)]
    pub actie: Actie,
}

/// De acties van `sjablonen`.
#[derive(Debug, Subcommand)]
pub enum Actie {
    /// Tel woorden en zinnen, en bereken hoe goed elk sjabloon leest
    #[command(visible_alias = "read", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen lees [OPTIES] [NAAM…]")]
    Lees(Lees),
    /// Noem alle sjablonen, hun versies, en of de tekst is veranderd
    #[command(visible_alias = "list", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen lijst [OPTIES]")]
    Lijst(Lijst),
    /// Controleer sjablonen: alle fouten met bestand en regel
    #[command(visible_alias = "check", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen controleer [OPTIES] [MAP]")]
    Controleer(Controle),
    /// Zet een kopie van alle sjablonen in een nieuwe of lege map, om aan te passen
    #[command(visible_alias = "export", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen exporteer [OPTIES] MAP")]
    Exporteer(Exporteer),
    /// Noem de velden die een sjabloon mag gebruiken
    #[command(visible_alias = "fields", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen velden [OPTIES] BRIEF")]
    Velden(Velden),
    /// Laat zien welke brieven van zaken veranderen door nieuwe sjablonen, en hoe
    #[command(visible_alias = "compare", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen vergelijk [OPTIES] ZAAK… --sjablonen MAP")]
    Vergelijk(Vergelijk),
}

/// `sjablonen lijst`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties", after_help = "Voorbeeld: rtbrief sjablonen lijst")]
pub struct Lijst {
    /// Als JSON, één object per sjabloon
    #[arg(long)]
    pub json: bool,
}

/// `sjablonen controleer`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Zonder MAP wordt de map van `--sjablonen` nagekeken, en zonder beide wat is ingebouwd.\n\nVoorbeeld: rtbrief sjablonen controleer"
)]
pub struct Controle {
    /// De map met eigen sjablonen
    #[arg(value_name = "MAP", help_heading = "Argumenten", conflicts_with = "sjablonen")]
    pub map: Option<PathBuf>,
    /// Fouten als JSON, één object per regel
    #[arg(long)]
    pub json: bool,
}

/// `sjablonen exporteer`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Verander de bestanden die u nodig hebt; de andere mag u weghalen. Gebruik de map daarna met `--sjablonen MAP`.\n\nVoorbeeld: rtbrief sjablonen exporteer sjablonen"
)]
pub struct Exporteer {
    /// Een map die er nog niet is, of die leeg is
    #[arg(value_name = "MAP", help_heading = "Argumenten")]
    pub map: PathBuf,
}

/// `sjablonen velden`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Een veld `altijd` mag u overal tonen, een veld `soms` alleen onder een voorwaarde die zegt dat het er is. Een veld `ja of nee` staat alleen in voorwaarden.\n\nVoorbeeld: rtbrief sjablonen velden weigeringsbesluit"
)]
pub struct Velden {
    /// Naam van een brief, grond of deel, zoals weigeringsbesluit of grounds/fraude
    #[arg(value_name = "BRIEF", help_heading = "Argumenten")]
    pub brief: String,
    /// Als JSON, één object per veld
    #[arg(long)]
    pub json: bool,
}

/// `sjablonen vergelijk`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Het nieuwe zijn de sjablonen van `--sjablonen`, het oude die van `--oud`; wat u niet noemt, is ingebouwd.\nExitcode 0: geen brief verandert; 1: er veranderen brieven.\nIn een bestand van `--pdf` is doorgehaald wat vervalt en onderstreept wat erbij komt.\n\nVoorbeeld: rtbrief sjablonen vergelijk zaken --sjablonen sjablonen"
)]
pub struct Vergelijk {
    /// Zaakbestanden en mappen met zaken; `-` leest van standaardinvoer
    #[arg(value_name = "ZAAK", required = true, help_heading = "Argumenten")]
    pub zaken: Vec<PathBuf>,
    /// De map met de oude sjablonen
    #[arg(long, value_name = "MAP")]
    pub oud: Option<PathBuf>,
    /// Zet van elke brief die verandert de oude en de nieuwe naast elkaar, als pdf in deze map
    #[arg(long, value_name = "MAP")]
    pub pdf: Option<PathBuf>,
    /// Vervang de verschillen die een vorige keer in de map van `--pdf` zijn gezet
    #[arg(long, requires = "pdf")]
    pub overschrijf: bool,
    /// Als JSON, één object per brief die verandert
    #[arg(long)]
    pub json: bool,
}

/// `sjablonen lees`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Een veld telt als één woord van twee lettergrepen. Alle takken van een voorwaarde tellen mee. Flesch-Douma is 206,84 − 0,93 × woorden per zin − 77 × lettergrepen per woord: hoe hoger, hoe makkelijker.\n\nVoorbeeld: rtbrief sjablonen lees weigeringsbesluit"
)]
pub struct Lees {
    /// Namen van sjablonen, zoals weigeringsbesluit of grounds/fraude; zonder naam alle
    #[arg(value_name = "NAAM", help_heading = "Argumenten")]
    pub namen: Vec<String>,
    /// Als JSON, één object per sjabloon
    #[arg(long)]
    pub json: bool,
}
