//! The sRGB colour profile that a PDF/A file carries (ISO 19005-2, 6.2.3).
//!
//! It is made from the numbers of its standard (IEC 61966-2-1), so that no file with a separate licence is
//! needed.

/// The profile: ICC version 4.2, display device, RGB by matrix and curve.
#[must_use]
pub fn srgb() -> Vec<u8> {
    let curve = block(b"para", &[0x0003_0000, 0x0002_6666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B]);
    let colour = |xyz: [u32; 3]| block(b"XYZ ", &xyz);
    let adaptation =
        [0x0001_0C42, 0x05DE, 0xFFFF_F325, 0x0793, 0xFD90, 0xFFFF_FBA1, 0xFFFF_FDA2, 0x03DC, 0xC06E];
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("CC0")),
        (b"wtpt", colour(D50)),
        (b"chad", block(b"sf32", &adaptation)),
        (b"rXYZ", colour([0x6FA2, 0x38F5, 0x0390])),
        (b"gXYZ", colour([0x6299, 0xB785, 0x18DA])),
        (b"bXYZ", colour([0x24A0, 0x0F84, 0xB6CF])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = word(tags.len()).to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (name, block) in &tags {
        table.extend_from_slice(*name);
        table.extend(word(start + data.len()));
        table.extend(word(block.len()));
        data.extend_from_slice(block);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// The white of the profile connection space.
const D50: [u32; 3] = [0xF6D6, 0x0001_0000, 0xD32D];

fn header(size: usize) -> Vec<u8> {
    let mut header = word(size).to_vec();
    header.extend([0; 4]);
    header.extend(0x0420_0000_u32.to_be_bytes());
    header.extend(b"mntrRGB XYZ ");
    // Made on 1 January 2026, as year, month, day, hour, minute, second.
    header.extend([2026_u16, 1, 1, 0, 0, 0].iter().flat_map(|number| number.to_be_bytes()));
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(D50.iter().flat_map(|number| number.to_be_bytes()));
    header.resize(128, 0);
    header
}

fn block(kind: &[u8; 4], numbers: &[u32]) -> Vec<u8> {
    let mut block = kind.to_vec();
    block.extend([0; 4]);
    block.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    block
}

/// A text in one language, padded to a multiple of four bytes.
fn text(text: &str) -> Vec<u8> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut block = block(b"mluc", &[1, 12, u32::from_be_bytes(*b"enUS")]);
    block.extend(word(utf16.len()));
    block.extend(word(28));
    block.extend(utf16);
    block.resize(block.len().next_multiple_of(4), 0);
    block
}

/// A number as four bytes; a profile is far smaller than 4 GiB.
fn word(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_length() {
        let profile = srgb();
        assert_eq!(profile[..4], word(profile.len()));
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile.len() < 700);
    }
}
