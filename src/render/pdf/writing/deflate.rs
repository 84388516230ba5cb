//! Compresses the streams of letters; the only file that uses the flate2 crate.
//!
//! Compressing a letter takes as long as laying it out, so every thread keeps its compressor. The backend,
//! zlib-rs, gives the same bytes on every processor: its vector code only compares and copies.

use flate2::{Compress, Compression, FlushCompress, Status};
use std::cell::RefCell;
use std::io;

/// Compression level; a higher one makes letters 1 % smaller and takes twice the time.
const LEVEL: u32 = 5;

thread_local! {
    static DEFLATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(LEVEL), true));
}

/// Compresses data as a zlib stream (ISO 32000-1, 7.4.4).
///
/// # Errors
/// Compression fails, which does not happen for data in memory.
pub fn zlib(data: &[u8]) -> io::Result<Vec<u8>> {
    DEFLATE.with_borrow_mut(|deflate| {
        deflate.reset();
        // Text shrinks to a third; data that does not shrink makes the buffer grow.
        let mut out = Vec::with_capacity(data.len() / 2 + 64);
        loop {
            let done = usize::try_from(deflate.total_in()).unwrap_or(usize::MAX);
            let rest = data.get(done..).unwrap_or_default();
            match deflate.compress_vec(rest, &mut out, FlushCompress::Finish)? {
                Status::StreamEnd => return Ok(out),
                Status::Ok | Status::BufError => out.reserve(out.capacity().max(64)),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::zlib;
    use flate2::read::ZlibDecoder;
    use std::io::Read as _;

    fn unpacked(packed: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        ZlibDecoder::new(packed).read_to_end(&mut out).unwrap();
        out
    }

    #[test]
    fn compressed_data_unpacks_to_the_original() {
        let mut noise = 1_u32;
        let random: Vec<u8> = std::iter::repeat_with(|| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.to_be_bytes()[0]
        })
        .take(200_000)
        .collect();
        for data in [&b""[..], b"a", &b"BT 70.87 747.03 Td ET\n".repeat(900), &random] {
            assert_eq!(unpacked(&zlib(data).unwrap()), data);
        }
    }

    #[test]
    fn a_stream_does_not_depend_on_earlier_ones() {
        let first = zlib(b"een brief, een brief, een brief").unwrap();
        zlib(&b"iets heel anders".repeat(500)).unwrap();
        assert_eq!(zlib(b"een brief, een brief, een brief").unwrap(), first);
    }
}
