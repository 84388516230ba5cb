//! What a row cites: an article of a law, a recital, a ruling, a parliamentary paper.
//!
//! Tables write it short (`Vb 3.1a lid 2 onder f`); a letter writes it out (`artikel 3.1a, tweede lid, onder f, van het
//! Vreemdelingenbesluit 2000`). So a letter can cite nothing but what its rules cite.

use serde::de::{Deserialize, Deserializer, Error};
use std::fmt;

/// One citation of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    written: String,
    source: Source,
    part: Option<Part>,
}

/// The text that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Source {
    /// A law that the tables write short: what follows *artikel 1* in a letter.
    Law(&'static str),
    /// The Vreemdelingencirculaire, which has paragraphs.
    Circular,
    /// A text that stands as it is written.
    Whole(String),
}

/// The part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// An article, with the paragraph (lid) and the limb (onder).
    Article { number: String, paragraph: Option<&'static str>, limb: Option<String> },
    /// A recital of the preamble.
    Recital(String),
    /// An annex of a law.
    Annex(String),
}

/// The laws by their short names in the tables, each as it follows an article.
const LAWS: &[(&str, &str)] = &[
    ("Atw", "van de Algemene termijnenwet"),
    ("Awb", "van de Algemene wet bestuursrecht"),
    ("BW", "van het Burgerlijk Wetboek"),
    ("EVRM", "van het Europees Verdrag voor de Rechten van de Mens"),
    ("Staatlozenverdrag", "van het Staatlozenverdrag"),
    ("VV", "van het Voorschrift Vreemdelingen 2000"),
    ("Vb", "van het Vreemdelingenbesluit 2000"),
    ("Vluchtelingenverdrag", "van het Vluchtelingenverdrag"),
    ("Vw", "van de Vreemdelingenwet 2000"),
];

/// Texts of the Union by their beginning; they have no short name.
const OF_THE_UNION: &[&str] = &["Richtlijn ", "Uitvoeringsbesluit "];

/// The beginnings of what stands as it is written, and what a letter puts before it.
const AS_WRITTEN: &[(&str, &str)] = &[
    ("ECLI:NL:RVS:", "de uitspraak van de Raad van State "),
    ("HvJ EU ", "het arrest "),
    ("Kamerstuk ", ""),
];

/// A paragraph of an article as a letter writes it, from the first.
const PARAGRAPHS: &[&str] = &[
    "eerste lid",
    "tweede lid",
    "derde lid",
    "vierde lid",
    "vijfde lid",
    "zesde lid",
    "zevende lid",
    "achtste lid",
];

impl Citation {
    /// Reads a citation; `None` when its form is not known.
    fn read(text: &str) -> Option<Self> {
        let made = |source, part| Some(Self { written: text.to_owned(), source, part });
        if let Some((_, before)) = AS_WRITTEN.iter().find(|(start, _)| text.starts_with(start)) {
            return made(Source::Whole(format!("{before}{text}")), None);
        }
        if OF_THE_UNION.iter().any(|start| text.starts_with(start)) {
            let (name, part) = match (text.split_once(" art. "), text.split_once(" preambule ")) {
                (Some((name, article)), _) => (name, Some(article_of(article)?)),
                (_, Some((name, recital))) => (name, Some(Part::Recital(recital.to_owned()))),
                _ => (text, None),
            };
            return made(Source::Whole(name.to_owned()), part);
        }
        let (law, article) = text.split_once(' ')?;
        if law == "Vc" {
            return made(Source::Circular, Some(article_of(article)?));
        }
        let (_, name) = LAWS.iter().find(|(short, _)| *short == law)?;
        let part = match article.strip_prefix("bijlage ") {
            Some(number) => annex_of(number)?,
            None => article_of(article)?,
        };
        made(Source::Law(name), Some(part))
    }

    /// The number of its article or recital, if it names one.
    fn number(&self) -> Option<&str> {
        match self.part.as_ref()? {
            Part::Article { number, .. } | Part::Recital(number) | Part::Annex(number) => Some(number),
        }
    }

    /// What stands after the number: the paragraph and the limb.
    fn below(&self) -> String {
        match &self.part {
            Some(Part::Article { paragraph, limb, .. }) => {
                let limb = limb.iter().map(|limb| format!("onder {limb}"));
                paragraph.iter().map(|lid| (*lid).to_owned()).chain(limb).collect::<Vec<_>>().join(", ")
            }
            _ => String::new(),
        }
    }
}

/// An annex by its number.
fn annex_of(number: &str) -> Option<Part> {
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Part::Annex(number.to_owned()))
}

/// An article as the tables write it: `3.1a lid 2 onder f`.
fn article_of(text: &str) -> Option<Part> {
    let mut words = text.split(' ');
    let number = words.next().filter(|number| number.contains(|c: char| c.is_ascii_digit()))?;
    let (mut paragraph, mut limb) = (None, None);
    while let (Some(word), Some(value)) = (words.next(), words.next()) {
        match word {
            "lid" => {
                let index = value.parse::<usize>().ok()?.checked_sub(1)?;
                paragraph = Some(*PARAGRAPHS.get(index)?);
            }
            "onder" => limb = Some(value.to_owned()),
            _ => return None,
        }
    }
    // No word is left over, and none is lost.
    let count = 1 + 2 * (usize::from(paragraph.is_some()) + usize::from(limb.is_some()));
    (text.split(' ').count() == count).then(|| Part::Article { number: number.to_owned(), paragraph, limb })
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl serde::Serialize for Citation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| {
            D::Error::custom(format!("`{text}` is geen artikel zoals `Vb 3.1a lid 2 onder f` of `Awb 6:8`"))
        })
    }
}

/// Citations as the tables write them, in one line.
#[must_use]
pub fn short(citations: &[Citation]) -> String {
    citations.iter().map(|citation| citation.written.as_str()).collect::<Vec<_>>().join("; ")
}

/// Citations as a letter writes them, each once, those of one law together; empty for none.
#[must_use]
pub fn in_words<'c>(citations: impl IntoIterator<Item = &'c Citation>) -> String {
    let mut groups: Vec<(&Source, Vec<&Citation>)> = Vec::new();
    for citation in citations {
        match groups.iter_mut().find(|(source, _)| *source == &citation.source) {
            Some((_, cited)) if cited.iter().any(|other| other.part == citation.part) => {}
            Some((_, cited)) => cited.push(citation),
            None => groups.push((&citation.source, vec![citation])),
        }
    }
    let groups: Vec<String> = groups.iter().map(|(source, cited)| group(source, cited)).collect();
    match groups.as_slice() {
        [first, second] => format!("{first} en {second}"),
        groups => groups.join("; "),
    }
}

/// The citations of one text.
fn group(source: &Source, cited: &[&Citation]) -> String {
    let mut articles: Vec<(&str, Vec<String>)> = Vec::new();
    let (mut recitals, mut annexes): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for citation in cited {
        match (&citation.part, citation.number()) {
            (Some(Part::Recital(_)), Some(number)) => recitals.push(number),
            (Some(Part::Annex(_)), Some(number)) => annexes.push(number),
            (_, Some(number)) => match articles.iter_mut().find(|(other, _)| *other == number) {
                Some((_, below)) => below.push(citation.below()),
                None => articles.push((number, vec![citation.below()])),
            },
            (_, None) => {}
        }
    }
    let article = |(number, below): &(&str, Vec<String>)| {
        let below: Vec<&str> = below.iter().map(String::as_str).filter(|below| !below.is_empty()).collect();
        match below.as_slice() {
            [] => format!("artikel {number}"),
            below => format!("artikel {number}, {},", paragraphs(below)),
        }
    };
    let mut parts: Vec<String> = articles.iter().map(article).collect();
    parts.extend(recitals.iter().map(|number| format!("overweging {number}")));
    parts.extend(annexes.iter().map(|number| format!("bijlage {number}")));
    let of = match source {
        Source::Law(name) => (*name).to_owned(),
        Source::Circular => {
            let numbers: Vec<&str> = articles.iter().map(|(number, _)| *number).collect();
            return format!("paragraaf {} van de Vreemdelingencirculaire 2000", listed(&numbers));
        }
        Source::Whole(name) if parts.is_empty() => return name.clone(),
        Source::Whole(name) => format!("van {name}"),
    };
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{} {of}", listed(&parts))
}

/// Paragraphs and limbs of one article: `eerste en tweede lid`, `tweede lid, onder f, en vierde lid`.
fn paragraphs(below: &[&str]) -> String {
    let whole: Option<Vec<&str>> = below
        .iter()
        .map(|below| below.strip_suffix(" lid").filter(|ordinal| !ordinal.contains(' ')))
        .collect();
    match whole.as_deref() {
        Some(ordinals) if ordinals.len() > 1 => format!("{} lid", listed(ordinals)),
        _ => below.join(", en "),
    }
}

/// A list with *en* before its last item. An item that ends in a comma needs no other.
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => {
            let before: Vec<&str> = first.iter().map(|item| item.trim_end_matches(',')).collect();
            let comma = if first.last().is_some_and(|item| item.ends_with(',')) { "," } else { "" };
            format!("{}{comma} en {last}", before.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(citations: &[&str]) -> String {
        let read: Vec<Citation> =
            citations.iter().map(|text| Citation::read(text).unwrap_or_else(|| panic!("{text}"))).collect();
        in_words(&read)
    }

    #[test]
    fn citations_read_as_a_letter_writes_them() {
        for (citations, expected) in [
            (&["Awb 6:3"][..], "artikel 6:3 van de Algemene wet bestuursrecht"),
            (
                &["Vb 3.1a lid 2 onder f", "Vb 3.1a lid 4"],
                "artikel 3.1a, tweede lid, onder f, en vierde lid, van het Vreemdelingenbesluit 2000",
            ),
            (
                &["Vw 69 lid 1", "Awb 6:8 lid 1", "Awb 7:1", "Awb 7:1"],
                "artikel 69, eerste lid, van de Vreemdelingenwet 2000 en artikel 6:8, eerste lid, en artikel 7:1 \
                 van de Algemene wet bestuursrecht",
            ),
            (
                &["Vw 62 lid 1", "Vw 62 lid 2", "Vw 63"],
                "artikel 62, eerste en tweede lid, en artikel 63 van de Vreemdelingenwet 2000",
            ),
            (
                &["Awb 6:5", "Awb bijlage 1", "Awb 8:81"],
                "artikel 6:5, artikel 8:81 en bijlage 1 van de Algemene wet bestuursrecht",
            ),
            (
                &["Awb 6:5", "Awb 6:8", "Awb 6:9"],
                "artikel 6:5, artikel 6:8 en artikel 6:9 van de Algemene wet bestuursrecht",
            ),
            (
                &["Uitvoeringsbesluit (EU) 2022/382 preambule 12", "Richtlijn 2001/55/EG art. 2 onder c"],
                "overweging 12 van Uitvoeringsbesluit (EU) 2022/382 en artikel 2, onder c, van Richtlijn \
                 2001/55/EG",
            ),
            (
                &[
                    "Richtlijn 2001/55/EG",
                    "ECLI:NL:RVS:2025:1351",
                    "Vc C2/7.10.3",
                    "Kamerstuk 19637, nr. 2945",
                ],
                "Richtlijn 2001/55/EG; de uitspraak van de Raad van State ECLI:NL:RVS:2025:1351; paragraaf \
                 C2/7.10.3 van de Vreemdelingencirculaire 2000; Kamerstuk 19637, nr. 2945",
            ),
        ] {
            assert_eq!(words(citations), expected);
        }
        assert_eq!(words(&[]), "");
    }

    #[test]
    fn what_is_no_citation_is_refused() {
        for text in [
            "",
            "Vw",
            "Vw artikel 1",
            "Xyz 1",
            "Vw 1 lid",
            "Vw 1 lid 0",
            "Vw 1 lid 9",
            "Vw 1 van 2",
            "Awb x",
            "Awb bijlage",
            "Awb bijlage een",
        ] {
            assert_eq!(Citation::read(text), None, "{text}");
        }
    }
}
