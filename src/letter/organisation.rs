//! The organisation that sends the letters: its names, addresses and phone number from `organisatie.yaml`.
//!
//! No template contains this data. So organisations can share templates, and no old address stays behind in one.

use super::confirmation::Confirmations;
use super::document::{Contact, Sender};
use super::huisstijl::Huisstijl;
use super::text_line::{AddressLines, TextLine};
use crate::diagnostic::{Code, Diagnostic};
use crate::hash::Hash;
use serde::de::{Deserialize, Deserializer, Error};

/// The name that the text has in the hash of an organisation, whatever the file is called.
const FILE: &str = "organisatie.yaml";
/// The built-in example, with invented data.
pub(super) const EXAMPLE: &str = include_str!("../../letter-templates/organisatie-voorbeeld.yaml");

/// The data of `organisatie.yaml`; every key except `huisstijl` and `bevestigd` is required. Serializing writes the
/// values that change a letter.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The name at the head of the letter.
    pub naam: TextLine,
    /// The return address on one line, in the window.
    pub retouradres: TextLine,
    /// The visiting address.
    pub bezoekadres: AddressLines,
    /// The post address.
    pub postadres: AddressLines,
    /// The phone number.
    pub telefoon: TextLine,
    /// The website.
    pub website: TextLine,
    /// Who decides, without an article: `minister van Asiel en Migratie`.
    #[serde(deserialize_with = "without_article")]
    pub minister: TextLine,
    /// Who signs on behalf of the minister.
    pub ondertekenaar: Ondertekenaar,
    /// The address for a bezwaarschrift (Awb 6:4 lid 1).
    pub bezwaar: PostAdres,
    /// The address for a zienswijze on a voornemen (Awb 4:8).
    pub zienswijze: PostAdres,
    /// The court and the address for a beroepschrift (Awb 6:4 lid 3).
    pub beroep: Rechtbank,
    /// The address in Ter Apel where people report who want asylum.
    pub ter_apel: PostAdres,
    /// Where people find legal help, to follow *bij*.
    pub rechtshulp: TextLine,
    /// The house style of the letters.
    #[serde(default)]
    pub huisstijl: Huisstijl,
    /// The rules that its lawyers confirmed; no letter changes by it.
    #[serde(default, skip_serializing)]
    pub bevestigd: Confirmations,
    /// Whether a value is still that of the built-in example; every page then says *voorbeeld*.
    #[serde(skip)]
    pub is_example: bool,
    /// The keys whose values are those of the built-in example.
    #[serde(skip)]
    pub example_keys: Vec<&'static str>,
    /// The hash of everything in it that changes a letter, as in a receipt.
    #[serde(skip)]
    pub hash: Hash,
}

/// The block `ondertekenaar`: who signs.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ondertekenaar {
    /// The name of the person who signs.
    pub naam: TextLine,
    /// The function of the person who signs.
    pub functie: TextLine,
}

/// A block with an address only: `bezwaar`, `zienswijze` or `ter_apel`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct PostAdres {
    /// The lines of the address.
    pub adres: AddressLines,
}

/// The block `beroep`: the court.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rechtbank {
    /// The name of the court.
    pub rechtbank: TextLine,
    /// The lines of its address.
    pub adres: AddressLines,
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

    /// Who sends the letter.
    #[must_use]
    pub fn sender(&self) -> Sender {
        let address = |label: &str, lines: &AddressLines| Contact {
            label: Some(label.to_owned()),
            lines: lines.iter().map(TextLine::to_string).collect(),
        };
        let reachable = vec![format!("Telefoon {}", self.telefoon), self.website.to_string()];
        let contact = vec![
            address("Bezoekadres", &self.bezoekadres),
            address("Postadres", &self.postadres),
            Contact { label: None, lines: reachable },
        ];
        Sender { name: self.naam.to_string(), return_address: self.retouradres.to_string(), contact }
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
        ];
        same.into_iter().filter(|(_, same)| *same).map(|(key, _)| key).collect()
    }

    /// The keys of [`Self::example_keys`] in a sentence.
    #[must_use]
    pub fn example_keys_in_words(&self) -> String {
        self.example_keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
    }
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
