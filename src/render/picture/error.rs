//! Why a picture cannot be used in a letter, as a Dutch sentence without its subject.
//!
//! A letter is an archival file (PDF/A-2a), and its pictures must meet the same standard. A picture that does
//! not is refused when the house style is read; nothing is silently left out or changed.

use std::fmt;

/// Why a picture is refused. Its text continues a sentence that begins with "het bestand".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// More bytes, objects or pixels than a letter should carry.
    TooLarge,
    /// The file is of another kind than expected, or cannot be read.
    Damaged,
    /// Encrypted (ISO 19005-2, 6.1.3).
    Encrypted,
    /// The page is not A4: its width and height in whole millimetres.
    NotA4 {
        /// Width in millimetres.
        width: u32,
        /// Height in millimetres.
        height: u32,
    },
    /// The page is turned (`Rotate`) or has its own unit (`UserUnit`).
    Turned,
    /// The page has links, fields or notes, which would be lost.
    Annotations,
    /// A font is not embedded (6.2.11.4).
    FontNotEmbedded,
    /// A font of a kind that is not known to be safe in an archival file.
    FontKind,
    /// Text whose characters cannot be determined (6.2.11.7).
    TextWithoutUnicode,
    /// CMYK colours, while the letter is in sRGB (6.2.4.3).
    Cmyk,
    /// A spot colour (6.2.4.4).
    SpotColour,
    /// A compression method that an archival file may not use, or that is not supported (6.1.7.2).
    Compression,
    /// An image with alternates, or with a better version in another file (6.2.8).
    ImageElsewhere,
    /// An inline image, in the middle of the operators.
    InlineImage,
    /// PostScript, or a page of another file (6.2.9).
    Foreign,
    /// Transfer functions or halftones (6.2.5).
    PressSettings,
    /// A blend mode that the standard does not have (6.2.10).
    BlendMode,
    /// Layers that can be hidden (6.9).
    Layers,
    /// Operators that do not exist or cannot be read (6.2.2).
    Operators,
    /// Pictures that are nested too deeply or contain themselves.
    TooDeep,
    /// Neither PNG nor SVG.
    UnknownKind,
    /// Something in a drawing that cannot be drawn exactly; holds the name of the element or attribute.
    Element(String),
    /// A drawing that refers to something outside its file.
    External,
    /// A drawing or page with nothing in it, or without a size.
    Empty,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::NotA4 { width, height } => {
                return write!(f, "is {width} bij {height} mm; het moet A4 zijn: 210 bij 297 mm");
            }
            Self::Element(name) => {
                return write!(
                    f,
                    "gebruikt `{name}` en dat kan niet precies worden getekend; bewaar het met alleen vormen en omtrekken"
                );
            }
            Self::TooLarge => "is te groot: maak het bestand kleiner",
            Self::Damaged => "kan niet worden gelezen: het is beschadigd of van een andere soort",
            Self::Encrypted => "is beveiligd; bewaar het zonder wachtwoord of beveiliging",
            Self::Turned => "heeft een gedraaide of geschaalde pagina; bewaar het rechtop en op ware grootte",
            Self::Annotations => "heeft koppelingen, velden of notities; die zouden wegvallen, haal ze eruit",
            Self::FontNotEmbedded => {
                "heeft een lettertype dat niet is ingesloten; sluit het in of zet de tekst om in omtrekken"
            }
            Self::FontKind => {
                "heeft een soort lettertype die niet in een archief past; zet de tekst om in omtrekken"
            }
            Self::TextWithoutUnicode => {
                "heeft tekst waarvan niet vaststaat welke tekens het zijn; zet de tekst om in omtrekken"
            }
            Self::Cmyk => "heeft kleuren voor de drukpers (CMYK); bewaar het met RGB-kleuren",
            Self::SpotColour => "heeft een steunkleur; bewaar het met RGB-kleuren",
            Self::Compression => {
                "is ingepakt op een manier die niet in een archief past; bewaar het als PDF/A of PDF 1.4"
            }
            Self::ImageElsewhere => "verwijst naar een andere of betere afbeelding; sluit die in",
            Self::InlineImage => {
                "heeft een afbeelding midden in de opdrachten; bewaar het met een ander programma"
            }
            Self::Foreign => "bevat PostScript of een pagina uit een ander bestand",
            Self::PressSettings => "bevat instellingen voor de drukpers; bewaar het als PDF/A",
            Self::BlendMode => "mengt kleuren op een manier die niet in de norm staat",
            Self::Layers => "heeft lagen die verborgen kunnen worden; voeg de lagen samen",
            Self::Operators => "bevat opdrachten die niet bestaan of niet kunnen worden gelezen",
            Self::TooDeep => "bestaat uit te veel tekeningen in tekeningen",
            Self::UnknownKind => "is geen PNG en geen SVG",
            Self::External => "haalt iets van buiten het bestand; neem dat op in het bestand zelf",
            Self::Empty => "is leeg of heeft geen afmetingen",
        };
        f.write_str(text)
    }
}

impl std::error::Error for PictureError {}
