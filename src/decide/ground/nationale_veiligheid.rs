//! `nationale_veiligheid`: a danger to national security (WI H2, Nationale veiligheid en 1F).

use super::GroundCheck;
use crate::words::Fact;

pub(super) const READS: &[Fact] = &[];

/// No fact of the case bears on it.
pub(super) const fn check(_check: &mut GroundCheck<'_, '_, '_>) {}
