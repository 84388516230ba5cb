//! Reads the files that a house style names, and prepares the look of the letters.
//!
//! A path counts from the folder of `organisatie.yaml`, so that this folder can be moved as a whole.

use super::usage::Usage;
use crate::diagnostic::Code;
use crate::files::{reason, shown};
use crate::letter::Organisation;
use crate::letter::huisstijl::{Briefpapier, Huisstijl, Lettertype};
use crate::render::look::{HouseStyleFiles, Look};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// The largest size of a font, logo or stationery in bytes. A larger file would make every letter too
/// large.
const MAX_BYTES: u64 = 8 << 20;

/// Makes the look of the letters of an organisation, given the path of its file. The
/// contents of the files of the house style also change the letters, so they become part of the hash of
/// the organisation.
///
/// # Errors
/// F602 when a file of the house style cannot be read, is too large or cannot be used, or when the font lacks
/// a character in the texts of the organisation.
pub fn read_look(organisation: &mut Organisation, path: &Path) -> Result<Arc<Look>, Usage> {
    let style = &organisation.huisstijl;
    let look = if *style == Huisstijl::default() {
        Look::built_in()
    } else {
        let folder = path.parent().unwrap_or(Path::new(""));
        let files =
            read_all(style, folder).map_err(|message| usage_error(path, &format!("huisstijl: {message}")))?;
        organisation.hash = organisation.hash_with(&files.named());
        Look::new(style, files)
            .map(Arc::new)
            .map_err(|error| usage_error(path, &format!("huisstijl: {error}")))?
    };
    match organisation.texts().find_map(|text| look.fonts.missing(text)) {
        Some(missing) => {
            let message =
                format!("het lettertype heeft het teken U+{:04X} (‘{missing}’) niet", u32::from(missing));
            Err(usage_error(path, &message))
        }
        None => Ok(look),
    }
}

/// The files that a house style names.
pub fn files(style: &Huisstijl) -> impl Iterator<Item = &str> {
    let fonts = style.lettertype.iter().flat_map(|Lettertype { gewoon, vet }| [gewoon, vet]);
    let paper = style.briefpapier.iter();
    let paper = paper.flat_map(|Briefpapier { eerste, vervolg }| [eerste, vervolg].into_iter().flatten());
    fonts.chain(&style.logo).chain(paper).map(|file| &**file)
}

/// Reads all files that a house style names.
fn read_all(style: &Huisstijl, folder: &Path) -> Result<HouseStyleFiles, String> {
    let read = |key: &str, file: &str| read(key, &folder.join(file));
    let fonts = match &style.lettertype {
        Some(Lettertype { gewoon, vet }) => {
            Some([read("lettertype.gewoon", gewoon)?, read("lettertype.vet", vet)?])
        }
        None => None,
    };
    let logo = style.logo.as_ref().map(|file| read("logo", file)).transpose()?;
    let Briefpapier { eerste, vervolg } = style.briefpapier.clone().unwrap_or_default();
    let first = eerste.map(|file| read("briefpapier.eerste", &file)).transpose()?;
    let next = vervolg.map(|file| read("briefpapier.vervolg", &file)).transpose()?;
    Ok(HouseStyleFiles { fonts, logo, first, next })
}

/// Reads a file, but not one that is larger than allowed.
fn read(key: &str, path: &Path) -> Result<Vec<u8>, String> {
    let failed = |error: &io::Error| {
        format!("`{key}`: het bestand {} kan niet worden gelezen: {}", shown(path), reason(error))
    };
    let too_large = || format!("`{key}`: het bestand {} is groter dan {} MB", shown(path), MAX_BYTES >> 20);
    let found = std::fs::metadata(path).map_err(|error| failed(&error))?;
    if !found.is_file() {
        return Err(format!("`{key}`: {} is geen bestand", shown(path)));
    }
    if found.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| failed(&error))?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_large()) } else { Ok(bytes) }
}

fn usage_error(path: &Path, message: &str) -> Usage {
    Usage::coded(Code::Organisation, Some(&shown(path)), message)
}
