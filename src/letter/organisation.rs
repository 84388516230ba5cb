//! The organisation that sends the letters: its names, addresses and phone number from `organisatie.yaml`.
//!
//! No template contains this data. So organisations can share templates, and no old address stays behind in one.

use super::confirmation::Confirmations;
use super::document::{Contact, Sender};
use super::fill::surroundings::Destination;
use super::huisstijl::Huisstijl;
use super::mark::BULLET;
use super::metagegevens::Metagegevens;
use super::post::Post;
use super::setting::settings;
use super::text_line::{AddressLines, TextLine};
use crate::diagnostic::{Code, Diagnostic};
use crate::hash::Hash;
use serde::de::{Deserialize, Deserializer, Error};

/// The name that the text has in the hash of an organisation, whatever the file is called.
const FILE: &str = "organisatie.yaml";
/// The built-in example, with invented data.
pub(super) const EXAMPLE: &str = include_str!("../../letter-templates/organisatie-voorbeeld.yaml");

settings! {
    /// The data of `organisatie.yaml`; every key is required but `huisstijl`, `post`, `metagegevens`, `bevestigd`, `hulp`,
    /// `telefoon_buitenland`, `openingstijden` and `digitaal`. Serializing writes the
    /// values that change a letter.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Organisation {
        /// The name at the head of the letter.
        naam: required TextLine = "naam boven de brief",
        /// The return address on one line, in the window.
        retouradres: required TextLine = "adres op één regel, boven in het venster van de envelop",
        /// The visiting address.
        bezoekadres: required AddressLines = "regels van het bezoekadres",
        /// The post address.
        postadres: required AddressLines = "regels van het postadres",
        /// The phone number.
        telefoon: required TextLine = "telefoonnummer",
        /// The phone number for calls from abroad, where a free number does not work.
        #[serde(default)]
        telefoon_buitenland: optional TextLine = "telefoonnummer voor wie uit het buitenland belt",
        /// When the phone is answered.
        #[serde(default)]
        openingstijden: optional TextLine = "wanneer de telefoon wordt opgenomen",
        /// The website.
        website: required TextLine = "website",
        /// Who decides, without an article: `minister van Asiel en Migratie`.
        #[serde(deserialize_with = "without_article")]
        minister: required TextLine = "wie het besluit neemt, zonder lidwoord",
        /// Who signs on behalf of the minister.
        ondertekenaar: required Ondertekenaar = "wie namens de minister ondertekent",
        /// The address for a bezwaarschrift (Awb 6:4 lid 1).
        bezwaar: required PostAdres = "waarheen een bezwaarschrift gaat",
        /// The address for a zienswijze on a voornemen (Awb 4:8).
        zienswijze: required PostAdres = "waarheen een zienswijze gaat",
        /// The court and the address for a beroepschrift (Awb 6:4 lid 3).
        beroep: required Rechtbank = "bij welke rechtbank iemand in beroep gaat",
        /// The address in Ter Apel where people report who want asylum.
        ter_apel: required PostAdres = "waar iemand zich meldt die asiel wil",
        /// Where people find legal help, to follow *bij*.
        rechtshulp: required TextLine = "waar iemand hulp krijgt van een jurist; in de brief staat er “bij” voor",
        /// Who helps: organisations with phone and website.
        #[serde(default)]
        hulp: list Hulp = "wie nog meer helpt; de brief noemt deze lijst in plaats van `rechtshulp`",
        /// The house style of the letters.
        #[serde(default)]
        huisstijl: whole Huisstijl = "hoe de brief eruitziet",
        /// What a sheet and an envelope weigh, for the post; no letter changes by it.
        #[serde(default, skip_serializing)]
        post: whole Post = "hoeveel gram een vel en een envelop wegen, voor het adresbestand",
        /// What an archive and a zaaksysteem must know; no letter changes by it.
        #[serde(default, skip_serializing)]
        metagegevens: whole Metagegevens = "wat een archief en een zaaksysteem moeten weten",
        /// The rules that its lawyers confirmed; no letter changes by it.
        #[serde(default, skip_serializing)]
        bevestigd: whole Confirmations = "wat een jurist van uw organisatie heeft bevestigd",
        beside {
            /// Whether a value is still that of the built-in example; every page then says *voorbeeld*.
            #[serde(skip)]
            is_example: bool,
            /// The keys whose values are those of the built-in example.
            #[serde(skip)]
            example_keys: Vec<&'static str>,
            /// The hash of everything in it that changes a letter, as in a receipt.
            #[serde(skip)]
            hash: Hash,
        }
    }
}

settings! {
    /// The block `ondertekenaar`: who signs.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Ondertekenaar {
        /// The name of the person who signs.
        naam: required TextLine = "naam van wie ondertekent",
        /// The function of the person who signs.
        functie: required TextLine = "functie van wie ondertekent",
    }
}

settings! {
    /// A block with an address only: `bezwaar`, `zienswijze` or `ter_apel`.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct PostAdres {
        /// The lines of the address.
        adres: required AddressLines = "regels van het adres",
        /// Where it can be filed digitally (Awb 2:13).
        #[serde(default)]
        digitaal: optional TextLine = "waar het digitaal kan",
    }
}

settings! {
    /// An item of `hulp`: who helps.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Hulp {
        /// The name.
        naam: required TextLine = "naam van wie helpt",
        /// With what it helps, or whom: `gratis advies over uw rechten`.
        #[serde(default)]
        waarvoor: optional TextLine = "waarbij, of wie er hulp krijgt",
        /// The phone number.
        #[serde(default)]
        telefoon: optional TextLine = "telefoonnummer",
        /// The website.
        #[serde(default)]
        website: optional TextLine = "website",
    }
}

settings! {
    /// The block `beroep`: the court.
    #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Rechtbank {
        /// The name of the court.
        rechtbank: required TextLine = "naam van de rechtbank",
        /// The lines of its address.
        adres: required AddressLines = "regels van het adres",
        /// Where a beroepschrift can be filed digitally.
        #[serde(default)]
        digitaal: optional TextLine = "waar beroep digitaal kan",
    }
}

fn destination(address: &AddressLines, digital: Option<&TextLine>) -> Destination {
    let lines: Vec<&str> = address.iter().map(|line| &**line).collect();
    Destination { lines: lines.join("\n"), line: address.joined(), digital: digital.map(TextLine::to_string) }
}

impl PostAdres {
    /// The address as a letter names it.
    pub(super) fn destination(&self) -> Destination {
        destination(&self.adres, self.digitaal.as_ref())
    }
}

impl Rechtbank {
    /// The address as a letter names it.
    pub(super) fn destination(&self) -> Destination {
        destination(&self.adres, self.digitaal.as_ref())
    }
}

impl Hulp {
    /// The item in words: `Vluchtelingenwerk (hulp bij uw brief): 0800-0000, www.voorbeeld.example`.
    fn in_words(&self) -> String {
        let what = self.waarvoor.iter().map(|what| format!(" ({})", &**what)).collect::<String>();
        format!("{}{what}{}", &*self.naam, self.reach())
    }

    /// The item without Dutch words but the name: `Vluchtelingenwerk: 0800-0000, www.voorbeeld.example`.
    fn by_name(&self) -> String {
        format!("{}{}", &*self.naam, self.reach())
    }

    fn reach(&self) -> String {
        let reach: Vec<&str> = self.telefoon.iter().chain(&self.website).map(|text| &**text).collect();
        let colon = if reach.is_empty() { "" } else { ": " };
        format!("{colon}{}", reach.join(", "))
    }

    fn texts(&self) -> impl Iterator<Item = &TextLine> {
        std::iter::once(&self.naam).chain(&self.waarvoor).chain(&self.telefoon).chain(&self.website)
    }
}

impl Organisation {
    /// Reads `organisatie.yaml`.
    ///
    /// # Errors
    /// F602 with the line, when the text is not YAML, a key is unknown or missing, or a value is empty, has more
    /// than one line or has a character that no letter may have.
    pub fn from_yaml(text: &str) -> Result<Self, Box<Diagnostic>> {
        let mut organisation = parse(text)?;
        organisation.hash = organisation.hash_with(&[]);
        organisation.example_keys = organisation.shared_with(&parse(EXAMPLE)?);
        organisation.is_example = !organisation.example_keys.is_empty();
        Ok(organisation)
    }

    /// The built-in example.
    ///
    /// # Errors
    /// Only when the example is wrong, which a test excludes.
    pub fn example() -> Result<Self, Box<Diagnostic>> {
        Self::from_yaml(EXAMPLE)
    }

    /// The hash of every value of `organisatie.yaml` that changes a letter, and of the files that it names, each file
    /// with its name. Comments and confirmations change no letter, and so not the hash.
    #[must_use]
    pub fn hash_with(&self, files: &[(&str, &[u8])]) -> Hash {
        // Serialising cannot fail: the struct has only texts and numbers.
        let values = serde_json::to_vec(self).unwrap_or_default();
        Hash::of_parts(std::iter::once((FILE, values.as_slice())).chain(files.iter().copied()))
    }

    /// Who helps, an item of a list for each; `None` where none is listed.
    #[must_use]
    pub fn helpers(&self) -> Option<String> {
        self.list_of_helpers(Hulp::in_words)
    }

    /// The same by their names alone, for who does not read Dutch.
    #[must_use]
    pub fn helpers_by_name(&self) -> Option<String> {
        self.list_of_helpers(Hulp::by_name)
    }

    fn list_of_helpers(&self, said: fn(&Hulp) -> String) -> Option<String> {
        let items = self.hulp.iter().map(|helper| format!("{BULLET}{}", said(helper)));
        (!self.hulp.is_empty()).then(|| items.collect::<Vec<_>>().join("\n"))
    }

    /// The post address as a letter names it.
    #[must_use]
    pub(super) fn post(&self) -> Destination {
        destination(&self.postadres, None)
    }

    /// Who sends the letter; to a reader abroad with the phone number for calls from there.
    #[must_use]
    pub fn sender(&self, abroad: bool) -> Sender {
        let phone = self.telefoon_buitenland.as_ref().filter(|_| abroad).unwrap_or(&self.telefoon);
        let address = |label: &str, lines: &AddressLines| Contact {
            label: Some(label.to_owned()),
            lines: lines.iter().map(TextLine::to_string).collect(),
        };
        let reachable = vec![format!("Telefoon {phone}"), self.website.to_string()];
        let contact = vec![
            address("Bezoekadres", &self.bezoekadres),
            address("Postadres", &self.postadres),
            Contact { label: None, lines: reachable },
        ];
        let helpers = self.hulp.iter().filter_map(|helper| helper.telefoon.as_ref());
        let phones = std::iter::once(&self.telefoon).chain(&self.telefoon_buitenland).chain(helpers);
        Sender {
            name: self.naam.to_string(),
            return_address: self.retouradres.to_string(),
            contact,
            phones: phones.map(TextLine::to_string).collect(),
        }
    }

    /// Every text of the organisation that a letter may show.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let Ondertekenaar { naam, functie } = &self.ondertekenaar;
        let lines =
            [&self.naam, &self.retouradres, &self.telefoon, &self.website, &self.minister, naam, functie];
        let more = [&self.beroep.rechtbank, &self.rechtshulp];
        let addresses = [&self.bezoekadres, &self.postadres, &self.bezwaar.adres, &self.zienswijze.adres];
        let more_addresses = [&self.beroep.adres, &self.ter_apel.adres];
        let addresses = addresses.into_iter().chain(more_addresses).flat_map(|lines| lines.iter());
        let digital = [&self.bezwaar.digitaal, &self.zienswijze.digitaal, &self.ter_apel.digitaal];
        let optional = digital.into_iter().chain([
            &self.beroep.digitaal,
            &self.telefoon_buitenland,
            &self.openingstijden,
        ]);
        let more = more.into_iter().chain(optional.flatten()).chain(self.hulp.iter().flat_map(Hulp::texts));
        lines.into_iter().chain(more).chain(addresses).map(|text| &**text)
    }

    /// The keys of the values that differ between organisations and that are the same as in `other`. With an address
    /// that is still that of the example, somebody's appeal would never arrive.
    fn shared_with(&self, other: &Self) -> Vec<&'static str> {
        let same = [
            ("naam", self.naam == other.naam),
            ("retouradres", self.retouradres == other.retouradres),
            ("bezoekadres", self.bezoekadres == other.bezoekadres),
            ("postadres", self.postadres == other.postadres),
            ("telefoon", self.telefoon == other.telefoon),
            ("website", self.website == other.website),
            ("ondertekenaar.naam", self.ondertekenaar.naam == other.ondertekenaar.naam),
            ("bezwaar.adres", self.bezwaar == other.bezwaar),
            ("zienswijze.adres", self.zienswijze == other.zienswijze),
            ("beroep.rechtbank", self.beroep.rechtbank == other.beroep.rechtbank),
            ("beroep.adres", self.beroep.adres == other.beroep.adres),
            ("ter_apel.adres", self.ter_apel == other.ter_apel),
            ("rechtshulp", self.rechtshulp == other.rechtshulp),
            ("bezwaar.digitaal", is_shared(&self.bezwaar.digitaal, &other.bezwaar.digitaal)),
            ("beroep.digitaal", is_shared(&self.beroep.digitaal, &other.beroep.digitaal)),
            ("zienswijze.digitaal", is_shared(&self.zienswijze.digitaal, &other.zienswijze.digitaal)),
            ("telefoon_buitenland", is_shared(&self.telefoon_buitenland, &other.telefoon_buitenland)),
            ("hulp", !self.hulp.is_empty() && self.hulp == other.hulp),
        ];
        same.into_iter().filter(|(_, same)| *same).map(|(key, _)| key).collect()
    }

    /// The keys of [`Self::example_keys`] in a sentence.
    #[must_use]
    pub fn example_keys_in_words(&self) -> String {
        self.example_keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
    }
}

/// Whether both have it, and the same.
fn is_shared(own: &Option<TextLine>, other: &Option<TextLine>) -> bool {
    own.is_some() && own == other
}

fn parse(text: &str) -> Result<Organisation, Box<Diagnostic>> {
    crate::yaml::from_str(text).map_err(|error| {
        let message = format!("In het bestand van de organisatie, {error}");
        let hint = "Vergelijk het bestand met het voorbeeld, `organisatie-voorbeeld.yaml`.";
        Box::new(Diagnostic::new::<String>(Code::Organisation, message, []).with_hint(hint))
    })
}

/// Reads the minister; refuses an article, because the templates write "De" before the minister.
fn without_article<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TextLine, D::Error> {
    let text = TextLine::deserialize(deserializer)?;
    if text.to_lowercase().starts_with("de ") {
        return Err(D::Error::custom(
            "schrijf de minister zonder lidwoord: `minister van Asiel en Migratie`",
        ));
    }
    Ok(text)
}
