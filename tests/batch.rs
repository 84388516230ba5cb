//! Many cases in one run, by what it leaves in its folder: nothing lost, nothing twice, always the same bytes.

#![allow(clippy::unwrap_used)]

#[path = "batch/afbreken.rs"]
mod afbreken;
#[path = "batch/delen.rs"]
mod delen;
#[path = "cli/desk.rs"]
#[allow(dead_code)] // shared with the tests of the command line
mod desk;
#[path = "batch/drukstroom.rs"]
mod drukstroom;
#[path = "batch/hervatten.rs"]
mod hervatten;
#[path = "batch/invoer.rs"]
mod invoer;
#[path = "pdf/judge.rs"]
mod judge;
#[path = "batch/merken.rs"]
mod merken;
#[path = "batch/nagaan.rs"]
mod nagaan;
#[path = "batch/post.rs"]
mod post;
#[path = "batch/registers.rs"]
mod registers;
#[path = "batch/schijf.rs"]
mod schijf;
mod support;
#[path = "batch/weigeren.rs"]
mod weigeren;
