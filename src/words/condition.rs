//! The conditions of the target group (WI H1): `a1` to `a5`, `b1` to `b3`, and the exclusions `u1` to `u5`.

use super::words;

words! {
    /// A condition or an exclusion of the target group (docs/spec/letters.md section 4).
    Condition as "doelgroep." {
        /// Ukrainian who fled on or after the first day of flight.
        A1 = "a1",
        /// Ukrainian who travelled to the Union in the weeks before the war.
        A2 = "a2",
        /// Already in the Netherlands.
        A3 = "a3",
        /// Permanent Ukrainian permit.
        A4 = "a4",
        /// Asylum application before the war.
        A5 = "a5",
        /// Spouse or partner.
        B1 = "b1",
        /// Minor child.
        B2 = "b2",
        /// Other close family.
        B3 = "b3",
        /// Exclusion: temporary Ukrainian permit.
        U1 = "u1",
        /// Exclusion: elsewhere before the first day of flight.
        U2 = "u2",
        /// Exclusion: went back for an entry stamp only.
        U3 = "u3",
        /// Exclusion: asylum status elsewhere.
        U4 = "u4",
        /// Exclusion: EU nationality.
        U5 = "u5",
    }
}

impl Condition {
    /// The conditions that a person meets himself.
    pub const OWN: &'static [Self] = &[Self::A1, Self::A2, Self::A3, Self::A4, Self::A5];
    /// The conditions that a family tie meets.
    pub const FAMILY: &'static [Self] = &[Self::B1, Self::B2, Self::B3];
    /// The exclusions.
    pub const EXCLUSIONS: &'static [Self] = &[Self::U1, Self::U2, Self::U3, Self::U4, Self::U5];
}
