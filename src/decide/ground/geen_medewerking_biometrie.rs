//! `geen_medewerking_biometrie`: photo, fingerprints or signature were refused (WI H2).

use super::GroundCheck;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// No fact of the case bears on it.
pub(super) const fn check(_check: &mut GroundCheck<'_, '_, '_>) {}
