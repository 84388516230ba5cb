//! The conditions of the target group (WI H1): `a1` to `a5`, `b1` to `b3`, and the exclusions `u1` to `u5`.

use super::words;

words! {
    /// A condition or an exclusion of the target group (docs/spec/letters.md section 4).
    Condition as "doelgroep." {
        /// A Ukrainian who left Ukraine on or after the first day of flight (`limiet.vlucht_vanaf`).
        A1 = "a1",
        /// A Ukrainian who travelled to the Union from the first day of flight up to and including the
        /// peilmoment.
        A2 = "a2",
        /// Someone who was in the Netherlands before the first day of flight.
        A3 = "a3",
        /// The holder of a permanent Ukrainian permit that was valid on the peilmoment, who left Ukraine on or
        /// after the first day of flight and did not go back to the country of origin after the peilmoment.
        A4 = "a4",
        /// Someone with an identifying document who applied for asylum before the peilmoment.
        A5 = "a5",
        /// The spouse or partner of a referent.
        B1 = "b1",
        /// The minor, unmarried child of a referent.
        B2 = "b2",
        /// Another close relative who depends on a referent.
        B3 = "b3",
        /// Exclusion: a third-country national with a temporary Ukrainian permit.
        U1 = "u1",
        /// Exclusion: outside Ukraine and not in the Netherlands before the first day of flight.
        U2 = "u2",
        /// Exclusion: went back to Ukraine for an entry stamp only.
        U3 = "u3",
        /// Exclusion: an asylum permit of another country.
        U4 = "u4",
        /// Exclusion: the nationality of an EU member state.
        U5 = "u5",
    }
}

impl Condition {
    /// The conditions that a person meets himself (WI H1 under a).
    pub const OWN: &'static [Self] = &[Self::A1, Self::A2, Self::A3, Self::A4, Self::A5];
    /// The conditions that a person meets through a family tie (WI H1 under b).
    pub const FAMILY: &'static [Self] = &[Self::B1, Self::B2, Self::B3];
    /// The exclusions.
    pub const EXCLUSIONS: &'static [Self] = &[Self::U1, Self::U2, Self::U3, Self::U4, Self::U5];
}

words! {
    /// A condition that an officer can name as met (`stap.voorwaarde`).
    Voorwaarde as "doelgroep." {
        A1 = "a1",
        A2 = "a2",
        A3 = "a3",
        A4 = "a4",
        A5 = "a5",
        B1 = "b1",
        B2 = "b2",
        B3 = "b3",
    }
}

impl Voorwaarde {
    /// The condition of the target group.
    #[must_use]
    pub const fn condition(self) -> Condition {
        match self {
            Self::A1 => Condition::A1,
            Self::A2 => Condition::A2,
            Self::A3 => Condition::A3,
            Self::A4 => Condition::A4,
            Self::A5 => Condition::A5,
            Self::B1 => Condition::B1,
            Self::B2 => Condition::B2,
            Self::B3 => Condition::B3,
        }
    }
}
