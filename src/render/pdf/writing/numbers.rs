//! Numbers in the content of pages.

use crate::render::length::Length;
use std::io::Write as _;

/// A length in hundredths of a point, which is finer than any printer.
#[must_use]
pub fn hundredths(length: Length) -> i64 {
    (length + 5).div_euclid(10)
}

/// Hundredths as a float: exact, since a float has 24 bits and a page is only 84,189 hundredths high.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn float(hundredths: i64) -> f32 {
    hundredths as f32 / 100.0
}

/// Writes hundredths as a decimal number, without zeros at its end, and a space.
pub fn put_hundredths(out: &mut Vec<u8>, hundredths: i64) {
    if hundredths < 0 {
        out.push(b'-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    put_whole(out, whole);
    match (part, part % 10) {
        (0, _) => {}
        (_, 0) => {
            out.push(b'.');
            put_whole(out, part / 10);
        }
        _ => {
            out.extend_from_slice(if part < 10 { b".0" } else { b"." });
            put_whole(out, part);
        }
    }
    out.push(b' ');
}

fn put_whole(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Writes a length in points and a space.
pub fn put_length(out: &mut Vec<u8>, length: Length) {
    put_hundredths(out, hundredths(length));
}

/// Writes a float and a space.
pub fn put_float(out: &mut Vec<u8>, value: f32) {
    let written = write!(out, "{value} ");
    debug_assert!(written.is_ok(), "writing to memory does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_written_as_the_float_that_they_are() {
        for number in (-84_189..=84_189).step_by(7).chain(-200..200) {
            let (mut ours, mut floats) = (Vec::new(), Vec::new());
            put_hundredths(&mut ours, number);
            put_float(&mut floats, float(number));
            // No text has the sign of a nought.
            assert_eq!(String::from_utf8(ours), String::from_utf8(floats), "{number}");
        }
    }
}
