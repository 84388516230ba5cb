//! The context of a template: the fields that it may use, as one flat struct of texts and flags.
//!
//! There are no dotted paths and no loops. The template engine reports no error for a missing field, so the set of
//! names is fixed here and the lint checks it. An absent optional text is not given to the engine at all. The context
//! of a letter is declared in `letters`, that of a ground in `ground`; [`registry`] lists which template has which
//! context.

mod parts;
pub mod registry;
pub mod slots;

pub use parts::{Ondertekening, Ontbrekend};

use crate::words::Fact;

/// A value that a template can show or test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text; it is escaped when it is shown.
    Text(String),
    /// A yes or no; only for conditions.
    Flag(bool),
    /// Not decided yet, with words that say what is still to be decided; in a concept only. There is a gap wherever the
    /// field is shown and wherever a condition tests it.
    Open(String),
}

/// The kind of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A text that is always present.
    Text,
    /// A text that may be absent; a template shows it only inside `{% if name %}`.
    Optional,
    /// A yes or no.
    Flag,
}

/// A field of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name of the field in the template.
    pub name: &'static str,
    /// Whether it is a text, an optional text or a flag.
    pub kind: FieldKind,
    /// The facts from which it is made. For a fact in a list, it is the item of the ground or measure that the template
    /// is about.
    pub facts: &'static [Fact],
}

/// A context: a struct whose fields are known without a case.
pub trait Context {
    /// The fields, in the order of the struct.
    const FIELDS: &'static [Field];

    /// The values of the fields; absent optional texts are left out.
    fn values(&self) -> Vec<(&'static str, Value)>;
}

/// Declares the struct of a context. A field is `name: text [Feiten::toegekend_op]`, with the facts from which it is
/// made; `optional [...]` and `flag [...]` are the other kinds.
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

/// Declares the context of a letter: the fields that every letter has (salutation, help, day of bekendmaking), then its
/// own fields. `with return_decision` adds the fields of a return decision.
macro_rules! letter_context {
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident with return_decision { $($own:tt)* }) => {
        $crate::letter::context::letter_context! {
            $(#[doc = $doc])+
            $vis struct $struct {
                /// The country to return to, as in `terug naar Nigeria`; present when the letter contains a return
                /// decision.
                land_van_terugkeer: optional [$crate::case::model::TerugkeerFeiten::land_van_terugkeer],
                /// Whether that country is one of which the person is no national.
                veilig_derde_land: flag [$crate::case::model::TerugkeerFeiten::veilig_derde_land],
                /// Why that country is safe for the person, in the officer's words.
                land_motivering: optional [$crate::case::model::TerugkeerFeiten::motivering_land],
                /// Whether there is a bar on return to the person's own country.
                terugkeerbeletsel: flag [$crate::case::model::TerugkeerFeiten::terugkeerbeletsel],
                /// Family life, child, health and what the person said, in the officer's words.
                terugkeer_motivering: optional [$crate::case::model::TerugkeerFeiten::motivering_terugkeer],
                /// Why a return decision follows in a situation that a person must weigh, in the officer's words.
                terugkeer_oordeel: optional [$crate::case::model::Antwoord::reden],
                /// The countries outside the Union where a return decision also holds, without the country to return
                /// to.
                ook_geldig_in: text [$crate::case::model::TerugkeerFeiten::land_van_terugkeer],
                /// The length of the departure term: `4 weken`.
                vertrek_termijn: optional [$crate::case::model::TerugkeerFeiten::vertrektermijn],
                /// The last day of the departure term: `vrijdag 18 december 2026`.
                vertrek_uiterlijk: optional [
                    $crate::case::model::Bekendmaking::datum,
                    $crate::case::model::TerugkeerFeiten::vertrektermijn,
                ],
                /// The reason why there is no departure term, or a shorter one than usual.
                vertrek_motivering: optional [$crate::case::model::Vertrektermijn::motivering],
                /// The limb of article 62 paragraph 2 of the Vw on which that rests: `a`.
                vertrek_onderdeel: optional [$crate::case::model::Vertrektermijn::grond],
                /// Whether a heavy entry ban of the Netherlands applies.
                inreisverbod_geldt: flag [$crate::case::model::Feiten::maatregelen],
                /// Whether an earlier return decision of the Netherlands applies.
                terugkeerbesluit_geldt: flag [$crate::case::model::Feiten::maatregelen],
                /// Whether the person had protection before, so that these measures apply again.
                eerder_beschermd: flag [$crate::case::model::Feiten::toegekend_op],
                $($own)*
            }
        }
    };
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident { $($own:tt)* }) => {
        $crate::letter::context::context! {
            $(#[doc = $doc])+
            $vis struct $struct {
                /// The salutation, without the comma after it: `Geachte heer Kovalenko`.
                aanhef: text [
                    $crate::case::model::Vreemdeling::achternaam,
                    $crate::case::model::Vreemdeling::geslacht,
                    $crate::case::model::Vreemdeling::wettelijk_vertegenwoordiger,
                ],
                /// Whether the letter goes to a legal representative.
                minderjarig: flag [
                    $crate::case::model::Vreemdeling::geboortedatum,
                    $crate::case::model::Vreemdeling::wettelijk_vertegenwoordiger,
                ],
                /// Whether that representative is a voogd.
                voogd: flag [$crate::case::model::WettelijkVertegenwoordiger::hoedanigheid],
                /// Whether that representative is the curator of an adult.
                curator: flag [$crate::case::model::WettelijkVertegenwoordiger::hoedanigheid],
                /// The first names and the family name of the person whom the letter is about.
                naam: text [
                    $crate::case::model::Vreemdeling::voornamen,
                    $crate::case::model::Vreemdeling::achternaam,
                ],
                /// The day of bekendmaking, from which terms count: `20 november 2026`.
                bekend_op: text [$crate::case::model::Bekendmaking::datum],
                /// Whether the letter is handed over.
                uitgereikt: flag [$crate::case::model::Bekendmaking::wijze],
                /// How the letter is made known, where it is neither handed over nor sent (Awb 3:41 lid 2), in the
                /// officer's words.
                hoe: optional [$crate::case::model::Bekendmaking::hoe],
                /// The name of the gemachtigde, who gets a copy.
                gemachtigde: optional [$crate::case::model::Gemachtigde::naam],
                /// The phone number of the organisation.
                telefoon: text [],
                /// The web address of the organisation.
                website: text [],
                /// Where people get information and advice, to follow *bij*: `het Juridisch Loket of …`.
                rechtshulp: text [],
                $($own)*
            }
        }
    };
}
pub(crate) use letter_context;
