//! Many cases in one run, by what it leaves in its folder: nothing lost, nothing twice, always the same bytes.

mod afterwards;
mod cluster;
mod disk;
mod input;
mod killed;
mod marks;
mod print_stream;
mod refused;
mod registers;
mod resumed;
mod shares;
