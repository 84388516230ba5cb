//! Who sends the letters: names, addresses and phone numbers from `organisatie.yaml`.
//!
//! None of these stands in a template, so that the words can be shared and the addresses cannot be
//! forgotten in them.

use super::document::{Contact, Sender};
use super::huisstijl::Huisstijl;
use super::text_line::{AddressLines, TextLine};
use crate::diagnostic::{Code, Diagnostic};
use crate::hash::Hash;
use serde::de::{Deserialize, Deserializer, Error};

/// The name of the text in the hash of an organisation, wherever the file stands.
const FILE: &str = "organisatie.yaml";
/// The built-in example, with invented data.
pub(super) const EXAMPLE: &str = include_str!("../../letter-templates/organisatie-voorbeeld.yaml");

/// `organisatie.yaml`; every key but `huisstijl` is required.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Name at the head of the letter.
    pub naam: TextLine,
    /// Return address on one line, in the window.
    pub retouradres: TextLine,
    /// Visiting address.
    pub bezoekadres: AddressLines,
    /// Post address.
    pub postadres: AddressLines,
    /// Phone number.
    pub telefoon: TextLine,
    /// Website.
    pub website: TextLine,
    /// Who decides, without article: `minister van Asiel en Migratie`.
    #[serde(deserialize_with = "without_article")]
    pub minister: TextLine,
    /// Who signs on behalf of the minister.
    pub ondertekenaar: Ondertekenaar,
    /// Where an objection goes (Awb 6:4 lid 1).
    pub bezwaar: PostAdres,
    /// Where a view on a voornemen goes (Awb 4:8).
    pub zienswijze: PostAdres,
    /// Where an appeal goes (Awb 6:4 lid 3).
    pub beroep: Rechtbank,
    /// Where somebody reports who asks for asylum.
    pub ter_apel: PostAdres,
    /// Where somebody finds legal help: follows "bij".
    pub rechtshulp: TextLine,
    /// How the letters look.
    #[serde(default)]
    pub huisstijl: Huisstijl,
    /// Something in it is still that of the built-in example, so every page says *voorbeeld*.
    #[serde(skip)]
    pub is_example: bool,
    /// The hash of everything in it that changes a letter, as a receipt tells it.
    #[serde(skip)]
    pub hash: Hash,
}

/// `ondertekenaar`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ondertekenaar {
    /// Name.
    pub naam: TextLine,
    /// Position.
    pub functie: TextLine,
}

/// Where post goes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostAdres {
    /// The lines of the address.
    pub adres: AddressLines,
}

/// `beroep`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rechtbank {
    /// Name of the court.
    pub rechtbank: TextLine,
    /// The lines of its address.
    pub adres: AddressLines,
}

impl Organisation {
    /// Reads `organisatie.yaml`.
    ///
    /// # Errors
    /// F602 with the line: what is not YAML, an unknown or missing key, a value that is empty, holds
    /// more than one line or a character that no letter may hold.
    pub fn from_yaml(text: &str) -> Result<Self, Box<Diagnostic>> {
        let mut organisation = parse(text)?;
        organisation.hash = Self::hash_of(text, &[]);
        organisation.is_example = organisation.shares_with(&parse(EXAMPLE)?);
        Ok(organisation)
    }

    /// The built-in example.
    ///
    /// # Errors
    /// None in a released program: a test reads it.
    pub fn example() -> Result<Self, Box<Diagnostic>> {
        Self::from_yaml(EXAMPLE)
    }

    /// The hash of the text of `organisatie.yaml` and of the files that it brings, each with its name.
    #[must_use]
    pub fn hash_of(text: &str, files: &[(&str, &[u8])]) -> Hash {
        Hash::of_parts(std::iter::once((FILE, text.as_bytes())).chain(files.iter().copied()))
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

    /// Every text of it that a letter may show.
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

    /// Whether one of the values that every organisation has for itself is that of another: a
    /// forgotten example address would send somebody's appeal nowhere.
    fn shares_with(&self, other: &Self) -> bool {
        self.naam == other.naam
            || self.retouradres == other.retouradres
            || self.bezoekadres == other.bezoekadres
            || self.postadres == other.postadres
            || self.telefoon == other.telefoon
            || self.website == other.website
            || self.ondertekenaar.naam == other.ondertekenaar.naam
            || self.bezwaar == other.bezwaar
            || self.zienswijze == other.zienswijze
            || self.beroep.rechtbank == other.beroep.rechtbank
            || self.beroep.adres == other.beroep.adres
            || self.ter_apel == other.ter_apel
            || self.rechtshulp == other.rechtshulp
    }
}

fn parse(text: &str) -> Result<Organisation, Box<Diagnostic>> {
    crate::yaml::from_str(text).map_err(|error| {
        let message = format!("In het bestand van de organisatie, {error}");
        let hint = "Vergelijk het bestand met het voorbeeld, `organisatie-voorbeeld.yaml`.";
        Box::new(Diagnostic::new::<String>(Code::Organisation, message, []).with_hint(hint))
    })
}

/// The templates write "De" before the minister.
fn without_article<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TextLine, D::Error> {
    let text = TextLine::deserialize(deserializer)?;
    if text.to_lowercase().starts_with("de ") {
        return Err(D::Error::custom(
            "schrijf de minister zonder lidwoord: `minister van Asiel en Migratie`",
        ));
    }
    Ok(text)
}
