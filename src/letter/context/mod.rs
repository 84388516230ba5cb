//! What a template may use: for every template one flat struct of texts and flags.
//!
//! No dotted paths, no loops: the template language is silent about a missing field, so the set of
//! names is closed here and checked by the lint. An absent optional text is not inserted at all.
//! The context of a letter stands in its file in `letters`, that of a ground in `ground`; [`registry`]
//! lists which template has which context.

mod parts;
pub mod registry;
pub mod slots;

pub use parts::{Ondertekening, Ontbrekend};

use crate::words::Fact;

/// A value that a template can show or test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text; escaped when shown.
    Text(String),
    /// Yes or no; only for conditions.
    Flag(bool),
    /// Not decided yet, in a concept only: what is still to be decided. It stands as a gap wherever the
    /// field is shown, and wherever a condition asks for it.
    Open(String),
}

/// What kind of field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Always there.
    Text,
    /// May be absent: a template shows it only inside `{% if name %}`.
    Optional,
    /// Yes or no.
    Flag,
}

/// A field of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name in the template.
    pub name: &'static str,
    /// Kind.
    pub kind: FieldKind,
    /// Facts behind it; of one in a list, the item is that of the ground or measure at hand.
    pub facts: &'static [Fact],
}

/// A context: its fields are known before any case is.
pub trait Context {
    /// The fields, in the order of the struct.
    const FIELDS: &'static [Field];

    /// The values; absent optional texts are left out.
    fn values(&self) -> Vec<(&'static str, Value)>;
}

/// Declares a context struct: `name: text ["fact.path"]`, `optional [...]` or `flag [...]`.
macro_rules! context {
    (@ty text) => { String };
    (@ty optional) => { Option<String> };
    (@ty flag) => { bool };
    (@kind text) => { $crate::letter::context::FieldKind::Text };
    (@kind optional) => { $crate::letter::context::FieldKind::Optional };
    (@kind flag) => { $crate::letter::context::FieldKind::Flag };
    (@push text $out:ident $name:ident $value:expr) => {
        $out.push((stringify!($name), $crate::letter::context::Value::Text($value.clone())));
    };
    (@push optional $out:ident $name:ident $value:expr) => {
        if let Some(text) = &$value {
            $out.push((stringify!($name), $crate::letter::context::Value::Text(text.clone())));
        }
    };
    (@push flag $out:ident $name:ident $value:expr) => {
        $out.push((stringify!($name), $crate::letter::context::Value::Flag($value)));
    };
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident {
        $($(#[doc = $fdoc:literal])+ $name:ident : $kind:ident [$($fact:path),* $(,)?],)*
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        $vis struct $struct { $($(#[doc = $fdoc])+ pub $name: $crate::letter::context::context!(@ty $kind),)* }

        impl $crate::letter::context::Context for $struct {
            const FIELDS: &'static [$crate::letter::context::Field] = &[$(
                $crate::letter::context::Field {
                    name: stringify!($name),
                    kind: $crate::letter::context::context!(@kind $kind),
                    facts: &[$($fact),*],
                },
            )*];

            fn values(&self) -> Vec<(&'static str, $crate::letter::context::Value)> {
                let mut out = Vec::with_capacity(Self::FIELDS.len());
                $($crate::letter::context::context!(@push $kind out $name self.$name);)*
                out
            }
        }
    };
}
pub(crate) use context;

/// Declares the context of a letter: the fields that every letter has (salutation, help, day of
/// bekendmaking) come before its own; `with return_decision` adds those of a return decision.
macro_rules! letter_context {
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident with return_decision { $($own:tt)* }) => {
        $crate::letter::context::letter_context! {
            $(#[doc = $doc])+
            $vis struct $struct {
                /// Country to return to, as in `terug naar Nigeria`; present when the letter holds a return decision.
                land_van_terugkeer: optional [$crate::case::model::TerugkeerFeiten::land_van_terugkeer],
                /// That country is a safe third country, beside a bar on return.
                veilig_derde_land: flag [
                    $crate::case::model::TerugkeerFeiten::veilig_derde_land,
                    $crate::case::model::TerugkeerFeiten::terugkeerbeletsel,
                ],
                /// Countries outside the Union where a return decision holds too, without the one to return to.
                ook_geldig_in: text [$crate::case::model::TerugkeerFeiten::land_van_terugkeer],
                /// Length of the departure term: `4 weken`.
                vertrek_termijn: optional [$crate::case::model::TerugkeerFeiten::vertrektermijn],
                /// Last day of the departure term: `vrijdag 18 december 2026`.
                vertrek_uiterlijk: optional [
                    $crate::case::model::Bekendmaking::datum,
                    $crate::case::model::TerugkeerFeiten::vertrektermijn,
                ],
                /// Why there is no departure term.
                vertrek_motivering: optional [$crate::case::model::Vertrektermijn::motivering],
                $($own)*
            }
        }
    };
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident { $($own:tt)* }) => {
        $crate::letter::context::context! {
            $(#[doc = $doc])+
            $vis struct $struct {
                /// Salutation without its comma: `Geachte heer Kovalenko`.
                aanhef: text [
                    $crate::case::model::Vreemdeling::achternaam,
                    $crate::case::model::Vreemdeling::geslacht,
                    $crate::case::model::Vreemdeling::wettelijk_vertegenwoordiger,
                ],
                /// The letter goes to the legal representative of a minor.
                minderjarig: flag [
                    $crate::case::model::Vreemdeling::geboortedatum,
                    $crate::case::model::Vreemdeling::wettelijk_vertegenwoordiger,
                ],
                /// That representative is a voogd; otherwise a parent.
                voogd: flag [$crate::case::model::WettelijkVertegenwoordiger::hoedanigheid],
                /// First names and family name of the person whom the letter is about.
                naam: text [
                    $crate::case::model::Vreemdeling::voornamen,
                    $crate::case::model::Vreemdeling::achternaam,
                ],
                /// Day of bekendmaking, from which terms count: `20 november 2026`.
                bekend_op: text [$crate::case::model::Bekendmaking::datum],
                /// Handed over, not sent.
                uitgereikt: flag [$crate::case::model::Bekendmaking::wijze],
                /// Who acts for the person and gets a copy.
                gemachtigde: optional [$crate::case::model::Gemachtigde::naam],
                /// Phone number of the organisation.
                telefoon: text [],
                /// Web address of the organisation.
                website: text [],
                /// Where information and advice is to be had: `het Juridisch Loket of …`.
                rechtshulp: text [],
                $($own)*
            }
        }
    };
}
pub(crate) use letter_context;
