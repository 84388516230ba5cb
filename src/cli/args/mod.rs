//! The command line as clap reads it: every option and help text in Dutch, most commands also with an
//! English alias. Doc comments on options and commands are the help that the user reads.

mod batch;
mod csv;
mod help;
mod invoer;
mod nieuw;
mod programma;
mod runs;
mod sjablonen;

pub use batch::{Batch, Volgorde};
pub use csv::Csv;
pub use invoer::Invoer;
pub use nieuw::Nieuw;
pub use programma::{Aanvulling, Handleiding, Schema, Schil, Soort};
pub use runs::{Termijnen, Verifieer};
pub use sjablonen::{Actie, Controle, Exporteer, Lees, Lijst, Sjablonen, Velden, Vergelijk};

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use help::{SUBTEMPLATE, TEMPLATE};
use std::path::PathBuf;

/// Het hele programma.
#[derive(Debug, Parser)]
#[command(
    name = "rtbrief",
    about = "Schrijft uit de feiten van een zaak de juiste brief voor de Richtlijn Tijdelijke Bescherming Oekraïne.",
    help_template = TEMPLATE,
    override_usage = "rtbrief [OPTIES] OPDRACHT",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties",
    after_help = "`rtbrief OPDRACHT --help` legt een opdracht uit.\nExitcodes: 0 gelukt, 1 geweigerd of fouten, 2 verkeerd gebruik, 3 een ambtenaar moet eerst beslissen, 74 lezen of schrijven mislukte.\n\nVoorbeeld: rtbrief maak zaak.yaml -o brieven"
)]
pub struct Cli {
    /// Wat er moet gebeuren.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Wat voor elke opdracht geldt.
    #[command(flatten)]
    pub global: Global,
}

/// Opties van elke opdracht.
#[derive(Debug, Args)]
pub struct Global {
    /// Het bestand met de gegevens van uw organisatie
    #[arg(long, value_name = "BESTAND", global = true)]
    pub organisatie: Option<PathBuf>,
    /// Een map met eigen sjablonen; wat er niet in staat, blijft het ingebouwde sjabloon
    #[arg(long, value_name = "MAP", global = true)]
    pub sjablonen: Option<PathBuf>,
    /// Kleur op het scherm: auto, altijd of nooit
    #[arg(
        long,
        value_name = "WANNEER",
        default_value = "auto",
        global = true,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub kleur: Kleur,
    /// Minder meldingen
    #[arg(short = 'q', long = "stil", global = true)]
    pub stil: bool,
    /// Toon deze hulp
    #[arg(short = 'h', long = "help", visible_alias = "hulp", action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Toon de versie van programma, regels en sjablonen
    #[arg(short = 'V', long = "version", visible_alias = "versie")]
    pub versie: bool,
}

/// Wanneer kleur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kleur {
    /// Alleen op een terminal, en niet met NO_COLOR.
    Auto,
    /// Altijd.
    Altijd,
    /// Nooit.
    Nooit,
}

/// De opdrachten.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Maak de brieven van elke zaak
    #[command(visible_alias = "render", help_template = SUBTEMPLATE, override_usage = "rtbrief maak [OPTIES] ZAAK…")]
    Maak(Maak),
    /// Controleer zaken: alle fouten en tegenspraken; schrijft niets
    #[command(visible_alias = "check", help_template = SUBTEMPLATE, override_usage = "rtbrief controleer [OPTIES] ZAAK|MAP…")]
    Controleer(Controleer),
    /// Maak de brieven van veel zaken in één keer
    #[command(help_template = SUBTEMPLATE, override_usage = "rtbrief batch [OPTIES] PAD… -o MAP")]
    Batch(Batch),
    /// Leg uit welke brief volgt en waarom
    #[command(visible_alias = "explain", help_template = SUBTEMPLATE, override_usage = "rtbrief uitleg [OPTIES] ZAAK…")]
    Uitleg(Uitleg),
    /// Maak een zaakbestand door vragen te beantwoorden
    #[command(visible_alias = "new", help_template = SUBTEMPLATE, override_usage = "rtbrief nieuw [OPTIES]")]
    Nieuw(Nieuw),
    /// Maak van elke rij van een rekenblad een zaakbestand
    #[command(visible_alias = "import", help_template = SUBTEMPLATE, override_usage = "rtbrief invoer [OPTIES] TABEL --kolommen BESTAND -o MAP")]
    Invoer(Invoer),
    /// Bereken een termijn, dag voor dag
    #[command(visible_alias = "term", help_template = SUBTEMPLATE, override_usage = "rtbrief termijn [OPTIES] SOORT [DATUM]")]
    Termijn(Termijn),
    /// Noem de termijnen die de brieven van een batch in gang zetten
    #[command(visible_alias = "deadlines", help_template = SUBTEMPLATE, override_usage = "rtbrief termijnen [OPTIES] MAP…")]
    Termijnen(Termijnen),
    /// Ga na of brieven nog zijn wat hun kwitantie zegt
    #[command(visible_alias = "verify", help_template = SUBTEMPLATE, override_usage = "rtbrief verifieer [OPTIES] PAD")]
    Verifieer(Verifieer),
    /// Toon elke regel, grond en termijn met bron en status
    #[command(visible_alias = "rules", help_template = SUBTEMPLATE, override_usage = "rtbrief regels [OPTIES] [ID]")]
    Regels(Regels),
    /// Bekijk de sjablonen van de brieven
    #[command(visible_alias = "templates", help_template = SUBTEMPLATE, override_usage = "rtbrief sjablonen ACTIE [OPTIES]")]
    Sjablonen(Sjablonen),
    /// Geef het schema waarmee uw editor een bestand aanvult en nakijkt
    #[command(help_template = SUBTEMPLATE, override_usage = "rtbrief schema [OPTIES] SOORT")]
    Schema(Schema),
    /// Maak het script waarmee uw shell opdrachten aanvult
    #[command(visible_alias = "completions", help_template = SUBTEMPLATE, override_usage = "rtbrief aanvulling SHELL")]
    Aanvulling(Aanvulling),
    /// Maak bladzijden voor `man`, over het programma en elke opdracht
    #[command(visible_alias = "man", help_template = SUBTEMPLATE, override_usage = "rtbrief handleiding [OPTIES] [OPDRACHT]")]
    Handleiding(Handleiding),
}

/// Waar de bekendmaking van de zaak door een optie wordt vervangen.
#[derive(Debug, Args)]
pub struct Bekendmaking {
    /// Dag van bekendmaking (JJJJ-MM-DD); vervangt die van de zaak
    #[arg(long = "bekendmaking", value_name = "DATUM")]
    pub datum: Option<String>,
    /// Wijze van bekendmaking (uitreiking of toezending); vervangt die van de zaak
    #[arg(long = "wijze", value_name = "WIJZE")]
    pub wijze: Option<String>,
}

/// `maak`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties", after_help = "Voorbeeld: rtbrief maak zaak.yaml -o brieven")]
pub struct Maak {
    /// Zaakbestanden; `-` leest van standaardinvoer
    #[arg(value_name = "ZAAK", required = true, help_heading = "Argumenten")]
    pub zaken: Vec<PathBuf>,
    /// Map of bestand voor de brieven; `-` schrijft naar standaarduitvoer
    #[arg(short = 'o', long = "uitvoer", value_name = "PAD")]
    pub uitvoer: Option<PathBuf>,
    /// Vorm van de brief: pdf, html of txt
    #[arg(long, value_name = "FORMAAT", hide_possible_values = true)]
    pub formaat: Option<Formaat>,
    /// Maak een concept: om te lezen, ook als er nog iets mist; nooit om te versturen
    #[arg(long)]
    pub concept: bool,
    /// Teken de zones van de pagina over de brief, voor wie sjablonen schrijft (alleen pdf)
    #[arg(long)]
    pub zones: bool,
    /// Open wat er is gemaakt
    #[arg(long, conflicts_with = "droog")]
    pub open: bool,
    /// Weiger een brief die rust op een regel die uw organisatie nog moet bevestigen
    #[arg(long, conflicts_with = "concept")]
    pub streng: bool,
    /// Zeg wat er zou worden gemaakt, schrijf niets
    #[arg(long)]
    pub droog: bool,
    /// Eén JSON-object per bestand dat is gemaakt
    #[arg(long)]
    pub json: bool,
    /// Geef ook advies over uw eigen tekst: lange zinnen, ambtelijke woorden, `hij` of `zij` voor de lezer
    #[arg(short = 'v', long = "uitvoerig")]
    pub uitvoerig: bool,
    /// Vervang een andere brief die er al staat
    #[arg(long)]
    pub overschrijf: bool,
    /// Maak de brief opnieuw, elke keer dat u de zaak, de organisatie of een sjabloon bewaart; stop met Ctrl-C
    #[arg(long, conflicts_with_all = ["droog", "json"])]
    pub volg: bool,
    /// Schrijf geen kwitantie naast de brief
    #[arg(long = "zonder-kwitantie")]
    pub zonder_kwitantie: bool,
    /// Schrijf naast elke brief gegevens voor een archief (mdto) of een zaaksysteem (zgw)
    #[arg(long, value_name = "SOORT", hide_possible_values = true, conflicts_with_all = ["concept", "zones"])]
    pub metagegevens: Option<Metagegevens>,
    /// Bekendmaking.
    #[command(flatten)]
    pub bekendmaking: Bekendmaking,
}

/// Soorten metagegevens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Metagegevens {
    /// MDTO, voor een archief.
    Mdto,
    /// Documenten API van ZGW, voor een zaaksysteem.
    Zgw,
}

/// Vormen van een brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Formaat {
    /// PDF.
    Pdf,
    /// HTML.
    Html,
    /// Platte tekst.
    Txt,
}

/// `controleer`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Een map wordt gelezen met alles daarin, zoals `rtbrief batch` dat doet.\n\nVoorbeeld: rtbrief controleer zaken"
)]
pub struct Controleer {
    /// Zaakbestanden, of mappen met zaken; `-` leest van standaardinvoer
    #[arg(value_name = "ZAAK", required = true, help_heading = "Argumenten")]
    pub zaken: Vec<PathBuf>,
    /// Bevindingen als JSON, één object per regel
    #[arg(long)]
    pub json: bool,
    /// Geef ook advies over uw eigen tekst: lange zinnen, ambtelijke woorden, `hij` of `zij` voor de lezer
    #[arg(short = 'v', long = "uitvoerig")]
    pub uitvoerig: bool,
    /// Bekendmaking.
    #[command(flatten)]
    pub bekendmaking: Bekendmaking,
}

/// `uitleg`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties", after_help = "Voorbeeld: rtbrief uitleg zaak.yaml")]
pub struct Uitleg {
    /// Zaakbestanden; `-` leest van standaardinvoer
    #[arg(value_name = "ZAAK", required = true, help_heading = "Argumenten")]
    pub zaken: Vec<PathBuf>,
    /// Noem ook elk blok van de brief, met zijn regels en feiten
    #[arg(long)]
    pub zinnen: bool,
    /// Uitleg als één bladzijde HTML, met de brief en ernaast de regels en feiten van elk blok
    #[arg(long, conflicts_with_all = ["json", "zinnen"])]
    pub html: bool,
    /// Bestand voor de bladzijde; `-` schrijft naar standaarduitvoer, ook zonder deze optie
    #[arg(short = 'o', long = "uitvoer", value_name = "BESTAND", requires = "html")]
    pub uitvoer: Option<PathBuf>,
    /// Vervang een andere bladzijde die er al staat
    #[arg(long, requires = "uitvoer")]
    pub overschrijf: bool,
    /// Uitleg als JSON, één object per zaak
    #[arg(long)]
    pub json: bool,
    /// Bekendmaking.
    #[command(flatten)]
    pub bekendmaking: Bekendmaking,
}

/// `termijn`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Soorten: bezwaar, beroep, beroep_kort, zienswijze, melden_ter_apel, afspraak, vertrek, wettelijk.\n`rtbrief termijn lijst` toont ze met hun bron; `rtbrief termijn kalender 2027` toont de vrije dagen.\n\nVoorbeeld: rtbrief termijn bezwaar 2026-11-20"
)]
pub struct Termijn {
    /// Soort termijn, of `lijst`, of `kalender`
    #[arg(value_name = "SOORT", help_heading = "Argumenten", display_order = 1)]
    pub soort: String,
    /// Dag van bekendmaking (JJJJ-MM-DD); bij `kalender` een jaar
    #[arg(value_name = "DATUM", help_heading = "Argumenten", display_order = 2)]
    pub datum: Option<String>,
    /// Lengte van een wettelijke termijn, zoals "6 weken"
    #[arg(long, value_name = "LENGTE")]
    pub lengte: Option<String>,
    /// Als JSON
    #[arg(long)]
    pub json: bool,
}

/// `regels`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Met een ID ziet u alles van één regel: elke versie, en de sjablonen die de regel noemen.\n\nVoorbeeld: rtbrief regels --zoek griffierecht"
)]
pub struct Regels {
    /// De naam van één regel, zoals grond.inreisstempel
    #[arg(value_name = "ID", help_heading = "Argumenten", conflicts_with = "zoek")]
    pub id: Option<String>,
    /// Regels waarin al deze woorden staan: in naam, regel, vindplaats, artikelen of toelichting
    #[arg(long, value_name = "WOORD", num_args = 1..)]
    pub zoek: Vec<String>,
    /// Regels die op deze dag gelden (JJJJ-MM-DD); zonder datum alle
    #[arg(long, value_name = "DATUM")]
    pub datum: Option<String>,
    /// Alleen wat uw organisatie nog moet bevestigen
    #[arg(long = "te-bevestigen")]
    pub te_bevestigen: bool,
    /// Als JSON, één object per regel
    #[arg(long)]
    pub json: bool,
}
