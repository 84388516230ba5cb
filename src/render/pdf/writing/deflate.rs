//! Compresses the streams of letters; the only file that uses the libdeflater crate.
//!
//! Every thread keeps its compressor. libdeflate gives the same bytes on every processor: its vector code only counts,
//! compares and copies (`tests/compressor` checks it). Another version of it may give other bytes, so the version is pinned.

use libdeflater::{CompressionLvl, Compressor};
use std::cell::RefCell;
use std::io;

/// The fastest level: a letter gets half a percent larger than at the level of most programs, a print stream a tenth.
const LEVEL: i32 = 1;

/// The room that a thread keeps for what comes out, in bytes: enough for a page, not for the table of a print stream.
const ROOM: usize = 1 << 18;

thread_local! {
    static COMPRESSOR: RefCell<Option<(Compressor, Vec<u8>)>> = const { RefCell::new(None) };
}

/// Compresses data as a zlib stream (ISO 32000-1, 7.4.4).
///
/// # Errors
/// Compression fails, which does not happen for data in memory.
pub fn zlib(data: &[u8]) -> io::Result<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|kept| {
        let (compressor, room) = match kept {
            Some(kept) => kept,
            None => {
                let level = CompressionLvl::new(LEVEL)
                    .map_err(|_| io::Error::other("the level of compression does not exist"))?;
                kept.insert((Compressor::new(level), Vec::new()))
            }
        };
        room.resize(compressor.zlib_compress_bound(data.len()), 0);
        let length = compressor.zlib_compress(data, room).map_err(io::Error::other)?;
        let packed = room[..length].to_vec();
        if room.len() > ROOM {
            *room = Vec::new();
        }
        Ok(packed)
    })
}

#[cfg(test)]
mod tests {
    use super::zlib;
    use miniz_oxide::inflate::decompress_to_vec_zlib;

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
            assert_eq!(decompress_to_vec_zlib(&zlib(data).unwrap()).unwrap(), data);
        }
    }

    #[test]
    fn a_stream_does_not_depend_on_earlier_ones() {
        let first = zlib(b"een brief, een brief, een brief").unwrap();
        zlib(&b"iets heel anders".repeat(500)).unwrap();
        assert_eq!(zlib(b"een brief, een brief, een brief").unwrap(), first);
    }
}
