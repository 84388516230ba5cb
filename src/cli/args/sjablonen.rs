//! The arguments of `sjablonen`: an action and what it takes. Doc comments on options are the help that the user reads.

use super::help::SUBTEMPLATE;
use clap::{Args, Subcommand};

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
