//! Runs of many cases, tested by what they leave in their folder: no letter lost or twice, always the same bytes.

mod addresses;
mod afterwards;
mod cluster;
mod codes;
mod confirmed;
mod disk;
mod findings;
mod grounds;
mod guarded;
mod input;
mod killed;
#[cfg(unix)]
mod links;
mod marks;
mod print_stream;
mod refused;
mod registers;
mod reprints;
mod resumed;
mod rounds;
mod selected;
mod shares;
#[cfg(unix)]
mod tampered;
