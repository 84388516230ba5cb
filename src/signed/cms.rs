//! The form of a signature: CMS SignedData in DER (RFC 5652, section 5).
//!
//! Only the form. Whether the signature is right, and whose it is, a validator of signatures says.

/// `id-signedData` (RFC 5652, 5.1), as DER contents.
const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

const INTEGER: u8 = 0x02;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const CONTEXT_0: u8 = 0xA0;
const CONTEXT_1: u8 = 0xA1;

/// Whether these bytes are a detached SignedData with at least one signer, followed by zeros only: the place for a
/// signature in a PDF is larger than the signature.
pub fn is_detached_signature(bytes: &[u8]) -> bool {
    signed_data(bytes).is_some()
}

fn signed_data(bytes: &[u8]) -> Option<()> {
    let mut all = bytes;
    let mut content = take(&mut all, SEQUENCE)?;
    (take(&mut content, OBJECT_IDENTIFIER)? == SIGNED_DATA).then_some(())?;
    let mut explicit = take(&mut content, CONTEXT_0)?;
    let mut data = take(&mut explicit, SEQUENCE)?;
    take(&mut data, INTEGER)?;
    take(&mut data, SET)?;
    let mut encapsulated = take(&mut data, SEQUENCE)?;
    take(&mut encapsulated, OBJECT_IDENTIFIER)?;
    for optional in [CONTEXT_0, CONTEXT_1] {
        if data.first() == Some(&optional) {
            take(&mut data, optional)?;
        }
    }
    let mut signers = take(&mut data, SET)?;
    let is_all = [content, explicit, data, encapsulated].iter().all(|left| left.is_empty());
    (is_all && all.iter().all(|byte| *byte == 0) && !signers.is_empty()).then_some(())?;
    while !signers.is_empty() {
        let mut signer = take(&mut signers, SEQUENCE)?;
        take(&mut signer, INTEGER)?;
    }
    Some(())
}

/// Takes the value with this tag from the beginning; its length must be definite and as short as it can be written.
fn take<'a>(bytes: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    let rest = bytes.strip_prefix(&[tag])?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7F => (usize::from(*first), rest),
        0x81..=0x84 => {
            let (written, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
            let length = written.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
            let is_shortest = length > 0x7F && written.first() != Some(&0);
            (is_shortest.then_some(length)?, rest)
        }
        _ => return None,
    };
    let (value, rest) = rest.split_at_checked(length)?;
    *bytes = rest;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{CONTEXT_0, INTEGER, OBJECT_IDENTIFIER, SEQUENCE, SET, SIGNED_DATA, is_detached_signature};

    fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let value = parts.concat();
        let length = match u8::try_from(value.len()) {
            Ok(length @ 0..=0x7F) => vec![length],
            Ok(length) => vec![0x81, length],
            Err(_) => [&[0x82][..], &u16::try_from(value.len()).unwrap().to_be_bytes()].concat(),
        };
        [&[tag][..], &length, &value].concat()
    }

    /// A detached SignedData with these signers, of the smallest form.
    fn with(kind: &[u8], encapsulated: &[u8], signers: &[&[u8]]) -> Vec<u8> {
        let data = der(OBJECT_IDENTIFIER, &[&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]]);
        let parts = [
            der(INTEGER, &[&[1]]),
            der(SET, &[]),
            der(SEQUENCE, &[&data, encapsulated]),
            der(CONTEXT_0, &[&[0; 200]]),
            der(SET, signers),
        ];
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let inner = der(CONTEXT_0, &[&der(SEQUENCE, &parts)]);
        der(SEQUENCE, &[&der(OBJECT_IDENTIFIER, &[kind]), &inner])
    }

    /// A signature of the right form that signs nothing.
    fn signature() -> Vec<u8> {
        with(SIGNED_DATA, &[], &[&der(SEQUENCE, &[&der(INTEGER, &[&[1]])])])
    }

    #[test]
    fn only_a_detached_signature_has_the_form() {
        let good = signature();
        assert!(is_detached_signature(&good));
        assert!(is_detached_signature(&[&good[..], &[0; 50]].concat()));
        let signer = der(SEQUENCE, &[&der(INTEGER, &[&[1]])]);
        for bad in [
            Vec::new(),
            vec![0; 400],
            good[..good.len() - 1].to_vec(),
            [&good[..], &[0, 1]].concat(),
            with(&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03], &[], &[&signer]),
            with(SIGNED_DATA, &der(CONTEXT_0, &[b"inhoud"]), &[&signer]),
            with(SIGNED_DATA, &[], &[]),
            with(SIGNED_DATA, &[], &[&signer, b"x"]),
            [&[0x30, 0x80][..], good.get(3..).unwrap(), &[0, 0]].concat(),
        ] {
            assert!(!is_detached_signature(&bad), "{bad:x?}");
        }
    }
}
