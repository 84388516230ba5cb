//! What a key of `organisatie.yaml` is for and what it holds: from the same declaration as the struct that is read from it
//! (`settings!`), for the schema.

use super::text_line::{AddressLines, TextLine};
use crate::law::date::Date;
use crate::words::{Need, RuleId, Vocabulary};

/// A key of `organisatie.yaml`.
#[derive(Clone, Copy, Debug)]
pub struct SettingKey {
    /// The key.
    pub key: &'static str,
    /// What it is for, in Dutch: a clause without a capital.
    pub what: &'static str,
    /// What it holds; of a list, what an item is.
    pub holds: SettingHolds,
    /// Whether the file can be without it.
    pub need: Need,
    /// Whether it may be there without a value, which is the same as not there.
    pub may_be_empty: bool,
}

/// What a key of `organisatie.yaml` holds.
#[derive(Clone, Copy, Debug)]
pub enum SettingHolds {
    /// A text of one line.
    Line,
    /// The lines of an address.
    Address,
    /// A colour: `"#154273"`.
    Colour,
    /// A measure or a weight, from 0 to this.
    Amount(u32),
    /// One of these words.
    Words(&'static Vocabulary),
    /// The id of a rule of the book.
    Rule,
    /// A day.
    Date,
    /// A block with these keys.
    Block(&'static [SettingKey]),
    /// A list of blocks with these keys.
    Blocks(&'static [SettingKey]),
}

/// A type that a key of `organisatie.yaml` can hold.
pub trait Setting {
    /// What the file has for it.
    const HOLDS: SettingHolds;
}

impl Setting for TextLine {
    const HOLDS: SettingHolds = SettingHolds::Line;
}

impl Setting for AddressLines {
    const HOLDS: SettingHolds = SettingHolds::Address;
}

impl Setting for RuleId {
    const HOLDS: SettingHolds = SettingHolds::Rule;
}

impl Setting for Date {
    const HOLDS: SettingHolds = SettingHolds::Date;
}

/// Declares a block of `organisatie.yaml`: the struct, and its keys with what each is for in Dutch.
///
/// `key: kind Type = "waarvoor"`, where the kind is `required`, `optional`, `written` (optional, but never without a value),
/// `list`, or `whole` for a block that may be left out and then has its default. Fields behind `beside` are not in the file.
macro_rules! settings {
    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type written $type:ty) => { Option<$type> };
    (@type list $type:ty) => { Vec<$type> };
    (@type whole $type:ty) => { $type };

    (@need required) => { $crate::words::Need::Required };
    (@need optional) => { $crate::words::Need::Optional };
    (@need written) => { $crate::words::Need::Optional };
    (@need list) => { $crate::words::Need::List };
    (@need whole) => { $crate::words::Need::Optional };

    (@empty optional) => { true };
    (@empty $kind:ident) => { false };

    (
        $(#[$meta:meta])+
        pub struct $name:ident {
            $($(#[$fmeta:meta])+ $key:ident: $kind:ident $type:ty = $what:literal,)*
            $(beside {
                $($(#[$bmeta:meta])+ $beside:ident: $btype:ty,)*
            })?
        }
    ) => {
        $(#[$meta])+
        pub struct $name {
            $($(#[$fmeta])+ pub $key: $crate::letter::setting::settings!(@type $kind $type),)*
            $($($(#[$bmeta])+ pub $beside: $btype,)*)?
        }

        impl $name {
            /// The keys of the block.
            pub const KEYS: &'static [$crate::letter::setting::SettingKey] = &[$(
                $crate::letter::setting::SettingKey {
                    key: stringify!($key),
                    what: $what,
                    holds: <$type as $crate::letter::setting::Setting>::HOLDS,
                    need: $crate::letter::setting::settings!(@need $kind),
                    may_be_empty: $crate::letter::setting::settings!(@empty $kind),
                },
            )*];
        }

        impl $crate::letter::setting::Setting for $name {
            const HOLDS: $crate::letter::setting::SettingHolds =
                $crate::letter::setting::SettingHolds::Block(Self::KEYS);
        }
    };
}
pub(crate) use settings;
