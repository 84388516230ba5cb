//! The program as its users see it: the binary in a folder of its own, by its arguments, streams, files and exit.

#![allow(clippy::unwrap_used)]

#[path = "cli/concept.rs"]
mod concept;
#[path = "cli/controleer.rs"]
mod controleer;
#[path = "cli/desk.rs"]
mod desk;
#[path = "cli/gebruik.rs"]
mod gebruik;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/huisstijl.rs"]
mod huisstijl;
#[path = "cli/kwitantie.rs"]
mod kwitantie;
#[path = "cli/maak.rs"]
mod maak;
#[path = "cli/privacy.rs"]
mod privacy;
#[path = "cli/regels.rs"]
mod regels;
#[path = "cli/schrijven.rs"]
mod schrijven;
mod support;
#[path = "cli/termijn.rs"]
mod termijn;
#[path = "cli/termijnen.rs"]
mod termijnen;
#[path = "cli/uitleg.rs"]
mod uitleg;
#[path = "cli/verifieer.rs"]
mod verifieer;
