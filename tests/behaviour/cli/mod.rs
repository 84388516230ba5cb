//! The program as its users see it: the binary in a folder of its own, by its arguments, streams, files and exit.

mod aanvulling;
mod advies;
mod commands;
mod concept;
mod confirmed;
#[cfg(unix)]
mod control;
mod controleer;
mod examples;
mod handleiding;
mod hostile;
mod huisstijl;
mod invoer;
mod json;
mod maak;
mod messages;
mod metadata;
mod nieuw;
mod open_voornemens;
mod own_templates;
mod privacy;
mod receipt;
mod regels;
mod sjablonen;
mod termijn;
mod termijnen;
mod uitleg;
mod usage;
mod vergelijk_pdf;
mod verifieer;
#[cfg(unix)]
mod volg;
mod writing;
