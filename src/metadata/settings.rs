//! The two kinds of metadata, and what each needs of the block `metagegevens`.

use crate::letter::metagegevens::{
    Archiefvormer, Begrip, Bewaartermijn, Informatieobjecttypen, Metagegevens, Vertrouwelijkheid, Waardering,
};
use crate::words::LetterKind;

/// A kind of metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For an archive: MDTO 1.0.1.
    Mdto,
    /// For a zaaksysteem: the Documenten API of ZGW, as 1.4.2, 1.5 and 1.7 share it.
    Zgw,
}

impl Kind {
    /// The word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mdto => "mdto",
            Self::Zgw => "zgw",
        }
    }
}

/// What the organisation says of its metadata, complete for one kind.
#[derive(Clone, Debug)]
pub enum Settings {
    /// For an archive.
    Mdto(Mdto),
    /// For a zaaksysteem.
    Zgw(Zgw),
}

/// What MDTO needs of the organisation.
#[derive(Clone, Debug)]
pub struct Mdto {
    /// The system in which the identifications are unique.
    pub source: String,
    /// Who is responsible for the record.
    pub creator: Archiefvormer,
    /// How the record is valued.
    pub value: Waardering,
    /// How long it is kept; always there where it is kept for some time.
    pub keeping: Option<Bewaartermijn>,
    /// The category of the selection list.
    pub category: Option<Begrip>,
    /// What limits its use; one at least.
    pub limits: Vec<Begrip>,
}

/// What the Documenten API needs of the organisation.
#[derive(Clone, Debug)]
pub struct Zgw {
    /// The RSIN.
    pub organisation: String,
    /// Who made the letter.
    pub author: String,
    /// Who may see it.
    pub secrecy: Vertrouwelijkheid,
    /// The kinds of documents; each letter has one.
    pub types: Informatieobjecttypen,
}

impl Settings {
    /// What the organisation says for a kind of metadata.
    ///
    /// # Errors
    /// The keys below `metagegevens` that are missing.
    pub fn new(kind: Kind, said: &Metagegevens) -> Result<Self, Vec<String>> {
        match kind {
            Kind::Mdto => mdto(said).map(Self::Mdto),
            Kind::Zgw => zgw(said).map(Self::Zgw),
        }
    }

    /// The kind of metadata.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Mdto(_) => Kind::Mdto,
            Self::Zgw(_) => Kind::Zgw,
        }
    }
}

fn mdto(said: &Metagegevens) -> Result<Mdto, Vec<String>> {
    let is_temporary = said.waardering == Some(Waardering::Tijdelijk);
    let missing = [
        (said.identificatie_bron.is_none(), "identificatie_bron"),
        (said.archiefvormer.is_none(), "archiefvormer"),
        (said.waardering.is_none(), "waardering"),
        (is_temporary && said.bewaartermijn.is_none(), "bewaartermijn"),
        (said.beperking_gebruik.is_empty(), "beperking_gebruik"),
    ];
    match (&said.identificatie_bron, &said.archiefvormer, said.waardering) {
        (Some(source), Some(creator), Some(value)) if missing.iter().all(|(lacks, _)| !lacks) => Ok(Mdto {
            source: source.to_string(),
            creator: creator.clone(),
            value,
            keeping: said.bewaartermijn,
            category: said.informatiecategorie.clone(),
            limits: said.beperking_gebruik.clone(),
        }),
        _ => Err(named(&missing)),
    }
}

fn zgw(said: &Metagegevens) -> Result<Zgw, Vec<String>> {
    let mut missing = named(&[
        (said.bronorganisatie.is_none(), "bronorganisatie"),
        (said.auteur.is_none(), "auteur"),
        (said.vertrouwelijkheidaanduiding.is_none(), "vertrouwelijkheidaanduiding"),
    ]);
    let types = &said.informatieobjecttypen;
    let without: Vec<&LetterKind> =
        LetterKind::ALL.iter().filter(|kind| types.of(**kind).is_none()).collect();
    if without.len() == LetterKind::ALL.len() {
        missing.push(format!("informatieobjecttypen.{}", Informatieobjecttypen::OTHERS));
    } else {
        missing.extend(without.iter().map(|kind| format!("informatieobjecttypen.{}", kind.id())));
    }
    match (&said.bronorganisatie, &said.auteur, said.vertrouwelijkheidaanduiding) {
        (Some(organisation), Some(author), Some(secrecy)) if missing.is_empty() => Ok(Zgw {
            organisation: organisation.to_string(),
            author: author.to_string(),
            secrecy,
            types: types.clone(),
        }),
        _ => Err(missing),
    }
}

fn named(missing: &[(bool, &str)]) -> Vec<String> {
    missing.iter().filter(|(lacks, _)| *lacks).map(|(_, key)| (*key).to_owned()).collect()
}
