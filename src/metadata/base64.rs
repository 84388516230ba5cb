//! Base64 of RFC 4648 section 4, in which the Documenten API takes the bytes of a file.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Adds bytes to a text as base64.
pub fn add(out: &mut Vec<u8>, bytes: &[u8]) {
    out.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let joined = (0..3)
            .fold(0_u32, |joined, place| joined << 8 | u32::from(group.get(place).copied().unwrap_or(0)));
        for place in 0..4 {
            let index = (joined >> (18 - 6 * place)) & 0x3F;
            let letter = usize::try_from(index).ok().and_then(|index| ALPHABET.get(index)).copied();
            out.push(if place > group.len() { b'=' } else { letter.unwrap_or(b'=') });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::add;

    /// RFC 4648 section 10.
    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut out = Vec::new();
            add(&mut out, bytes.as_bytes());
            assert_eq!(String::from_utf8(out).unwrap(), text);
        }
        let mut out = Vec::new();
        add(&mut out, &[0xFB, 0xFF, 0xBF]);
        assert_eq!(out, b"+/+/");
    }
}
