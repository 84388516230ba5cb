//! The macro that declares a block of the case file. One declaration gives the struct, its keys, the paths of the
//! keys and, in Dutch, what each key is for.
//!
//! For example: `Feiten`, declared at `"feiten."` with the key `toegekend_op`, gets the field `toegekend_op`, the
//! path `Feiten::toegekend_op` (a [`Fact`]) and a row in `Feiten::KEYS`, for the reader of case files and for
//! `docs/sleutels.md`.

use crate::words::{Fact, Key};

/// The keys of one kind of block.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// The place of such a block, in Dutch: "onder `feiten`".
    pub home: &'static str,
    /// The keys, in the order of docs/spec/case-format.md: its own keys, then those that it shares with other blocks.
    pub keys: &'static [&'static [Key]],
    /// Which of these keys the block may have; when empty, all of them.
    pub only: &'static [Fact],
}

impl Keys {
    /// Every key with its path and what it is for.
    pub fn rows(&self) -> impl Iterator<Item = &'static Key> {
        self.keys
            .iter()
            .copied()
            .flatten()
            .filter(|row| self.only.is_empty() || self.only.contains(&row.fact))
    }

    /// The names of the keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.rows().map(|row| row.fact.key())
    }

    /// Whether the block has this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.names().any(|name| name == key)
    }

    /// The keys that only other kinds of the same block have: `gemeente` of another step, `veroordeling` of another
    /// ground.
    pub fn siblings(&self) -> impl Iterator<Item = &'static str> {
        let own = self.rows().next().map(|row| row.fact.block());
        let rows = Self::all().flat_map(Self::rows);
        let others = rows.filter(move |row| own == Some(row.fact.block()) && !self.has(row.fact.key()));
        others.map(|row| row.fact.key())
    }
}

/// Declares a block.
///
/// `struct Name at "place." in "onder …" { key: type = "waarvoor", … }` makes the struct with its keys and paths;
/// `keys Name at …` makes only keys and paths, for a block whose Rust type is an enum. A type is `required T`,
/// `optional T`, `list T` or `whole T` (the file may leave the block out, whose keys are then all absent); what `T` is in the file says its [`crate::words::Held`]. `shares field: Block` adds a
/// field with the keys of another block. `tag key: required T` adds a key without a field, for the word that selects
/// the block.
macro_rules! block {
    // The Rust type of a field.
    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type list $type:ty) => { Vec<$type> };
    (@type whole $type:ty) => { $type };

    // Whether the block can be without the key.
    (@need required) => { $crate::words::Need::Required };
    (@need optional) => { $crate::words::Need::Optional };
    (@need list) => { $crate::words::Need::List };
    (@need whole) => { $crate::words::Need::Optional };

    (
        $(#[$meta:meta])+
        struct $name:ident at $place:literal in $home:literal {
            $($(#[doc = $fdoc:literal])+ $key:ident: $kind:ident $type:ty = $what:literal,)*
            $(shares $(#[doc = $sdoc:literal])+ $shared:ident: $stype:ident,)*
            $(tag $tag:ident: $tkind:ident $ttype:ty = $twhat:literal,)?
        }
    ) => {
        $(#[$meta])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $fdoc])+ pub $key: $crate::case::model::block!(@type $kind $type),)*
            $($(#[doc = $sdoc])+ pub $shared: $stype,)*
        }
        $crate::case::model::block! {
            keys $name at $place in $home {
                $($tag: $tkind $ttype = $twhat,)?
                $($key: $kind $type = $what,)*
            }
            $(shares $stype)*
        }
    };

    (
        keys $name:ident at $place:literal in $home:literal {
            $($key:ident: $kind:ident $type:ty = $what:literal,)*
        }
        $(shares $shared:ident)*
    ) => {
        impl $crate::words::Held for $name {
            const HOLDS: $crate::words::Holds = $crate::words::Holds::Block;
        }

        #[allow(non_upper_case_globals)]
        impl $name {
            /// The keys of the block itself, without those that it shares.
            pub const OWN_KEYS: &'static [$crate::words::Key] = &[$(
                $crate::words::Key {
                    fact: $crate::words::Fact::of(concat!($place, stringify!($key))),
                    what: $what,
                    holds: <$type as $crate::words::Held>::HOLDS,
                    need: $crate::case::model::block!(@need $kind),
                },
            )*];
            /// All keys of the block, and its place.
            pub const KEYS: &'static $crate::case::model::Keys = &$crate::case::model::Keys {
                home: $home,
                keys: &[Self::OWN_KEYS, $($shared::OWN_KEYS,)*],
                only: &[],
            };
            $(
                #[doc = concat!("The path of `", stringify!($key), "`.")]
                pub const $key: $crate::words::Fact = $crate::words::Fact::of(concat!($place, stringify!($key)));
            )*
        }
    };
}
pub(crate) use block;
