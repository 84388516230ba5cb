//! The options of `batch`. Doc comments on options are the help that the user reads.

use super::csv::Csv;
use super::{Bekendmaking, Metagegevens};
use crate::batch::share::Share;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `batch`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Opties",
    after_help = "Een map wordt gelezen met alles daarin: elk .yaml-, .yml- en .json-bestand waarvan de naam niet met een punt begint. Een zaak met een fout houdt de andere niet tegen. Dezelfde opdracht nog eens maakt af wat door een storing bleef liggen.\n\nVoorbeeld: rtbrief batch zaken -o brieven --drukstroom"
)]
pub struct Batch {
    /// Mappen en bestanden met zaken; `-` leest van standaardinvoer. Met `--voegsamen`: mappen van opdrachten
    #[arg(value_name = "PAD", required = true, help_heading = "Argumenten")]
    pub paden: Vec<PathBuf>,
    /// Map voor brieven, drukstroom, manifest en kwitanties
    #[arg(short = 'o', long = "uitvoer", value_name = "MAP", required_unless_present = "droog")]
    pub uitvoer: Option<PathBuf>,
    /// Bekendmaking.
    #[command(flatten)]
    pub bekendmaking: Bekendmaking,
    /// Maak ook een drukstroom: alle brieven achter elkaar, voor de drukker
    #[arg(long)]
    pub drukstroom: bool,
    /// Elke brief begint op een nieuw vel dat aan twee kanten wordt bedrukt
    #[arg(long)]
    pub dubbelzijdig: bool,
    /// Zet in de drukstroom een KIX-code boven elk Nederlands adres
    #[arg(long, requires = "drukstroom")]
    pub kix: bool,
    /// Schrijf voor de post een bestand met de adressen van alle brieven die met de post gaan, zonder namen
    #[arg(long, value_name = "BESTAND")]
    pub adresbestand: Option<PathBuf>,
    /// Druk de codeerregels van de post boven de adressen, en de brieven in de volgorde van dit bestand
    #[arg(long, value_name = "BESTAND", requires = "drukstroom", conflicts_with_all = ["volgorde", "kix"])]
    pub codes: Option<PathBuf>,
    /// Zet in de drukstroom op elk vel een merk voor de couverteermachine
    #[arg(long, requires = "drukstroom")]
    pub inserter: bool,
    /// Hoogste aantal vellen in een deel van de drukstroom [standaard: 10000]
    #[arg(long, value_name = "AANTAL", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..), hide_default_value = true)]
    pub vellen: u32,
    /// Volgorde van de brieven: kenmerk, postcode of vellen [standaard: kenmerk]
    #[arg(
        long,
        value_name = "VOLGORDE",
        default_value = "kenmerk",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub volgorde: Volgorde,
    /// Maak in de map van een opdracht die af is ook de brieven die daar nog niet staan, als volgende ronde
    #[arg(long, conflicts_with_all = ["overschrijf", "voegsamen", "droog"])]
    pub vervolg: bool,
    /// Maak de brieven van deze zaken in een map die af is opnieuw, voor een andere bekendmaking; `@BESTAND` leest de kenmerken uit een bestand
    #[arg(long, value_name = "KENMERK", num_args = 1.., requires = "datum", conflicts_with_all = ["vervolg", "overschrijf", "voegsamen", "droog", "alleen", "behalve"])]
    pub opnieuw: Vec<String>,
    /// Vervang andere brieven die er al staan
    #[arg(long)]
    pub overschrijf: bool,
    /// Schrijf de CSV-bestanden zoals Nederlandse rekenbladen ze lezen: `nl` geeft puntkomma's en een BOM
    #[arg(long, value_name = "SOORT", hide_possible_values = true)]
    pub csv: Option<Csv>,
    /// Schrijf bij elke brief gegevens voor een archief (mdto) of een zaaksysteem (zgw), in de map `metagegevens`
    #[arg(long, value_name = "SOORT", hide_possible_values = true)]
    pub metagegevens: Option<Metagegevens>,
    /// Weiger een brief die rust op een regel die uw organisatie nog moet bevestigen
    #[arg(long)]
    pub streng: bool,
    /// Beslis, tel en noem elke fout en vraag met bestand en regel; schrijf niets
    #[arg(long)]
    pub droog: bool,
    /// Ook een opdracht zonder zaken is goed
    #[arg(long = "leeg-mag")]
    pub leeg_mag: bool,
    /// Alleen de zaken met deze kenmerken; `@BESTAND` leest ze uit een bestand, één op een regel
    #[arg(long, value_name = "KENMERK", num_args = 1..)]
    pub alleen: Vec<String>,
    /// Niet de zaken die in dit manifest staan (of in het manifest van deze map)
    #[arg(long, value_name = "MANIFEST", num_args = 1..)]
    pub behalve: Vec<PathBuf>,
    /// Zet elke zoveelste brief ook in de map `steekproef`
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u32).range(1..))]
    pub steekproef: Option<u32>,
    /// Alleen deel I van N; een zaak valt door haar kenmerk altijd in hetzelfde deel
    #[arg(long, value_name = "I/N")]
    pub deel: Option<Share>,
    /// Voeg mappen van opdrachten die af zijn samen tot één, in de volgorde van hun delen
    #[arg(
        long,
        requires = "uitvoer",
        conflicts_with_all = ["datum", "wijze", "drukstroom", "dubbelzijdig", "csv", "streng", "droog", "alleen", "behalve", "steekproef", "deel", "adresbestand", "codes", "metagegevens"]
    )]
    pub voegsamen: bool,
    /// Sta de voorbeeldorganisatie toe; de brieven zijn dan niet geldig
    #[arg(long)]
    pub voorbeeld: bool,
    /// Samenvatting als JSON-object; voortgang als één JSON-object per seconde op standaardfout
    #[arg(long)]
    pub json: bool,
    /// Aantal threads [standaard: één per kern]
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u16).range(1..))]
    pub draden: Option<u16>,
}

/// De volgorde van de brieven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Volgorde {
    /// Op kenmerk.
    Kenmerk,
    /// Op postcode.
    Postcode,
    /// Op aantal vellen.
    Vellen,
}
