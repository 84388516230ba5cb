//! Countries by their ISO 3166-1 alpha-3 code, and which of them are member states of the EU.

use std::fmt;

/// A country that exists in ISO 3166-1 (three capital letters).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

/// The 27 member states (letters.md: not GBR, CHE or the EEA).
const MEMBER_STATES: [&[u8; 3]; 27] = [
    b"AUT", b"BEL", b"BGR", b"CYP", b"CZE", b"DEU", b"DNK", b"ESP", b"EST", b"FIN", b"FRA", b"GRC", b"HRV",
    b"HUN", b"IRL", b"ITA", b"LTU", b"LUX", b"LVA", b"MLT", b"NLD", b"POL", b"PRT", b"ROU", b"SVK", b"SVN",
    b"SWE",
];

impl Country {
    /// Ukraine.
    pub const UKRAINE: Self = Self(*b"UKR");
    /// The Netherlands.
    pub const NETHERLANDS: Self = Self(*b"NLD");

    /// The code, `UKR`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Whether the country is one of the 27 member states of the European Union.
    #[must_use]
    pub fn is_member_state(self) -> bool {
        MEMBER_STATES.iter().any(|code| **code == self.0)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One entry of `nationaliteiten`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nationality {
    /// A national of this country.
    Of(Country),
    /// `staatloos`: a national of no country.
    Stateless,
    /// `onbekend`: contradicts nothing.
    Unknown,
}
