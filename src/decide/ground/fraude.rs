//! `fraude`: protection obtained or kept by fraud (WI H6).

use super::GroundCheck;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// No fact of the case bears on it.
pub(super) const fn check(_check: &mut GroundCheck<'_, '_, '_>) {}
