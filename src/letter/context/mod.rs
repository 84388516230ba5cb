//! The context of a template: the fields that it may use, as one flat struct of texts and flags.
//!
//! There are no dotted paths and no loops. The template engine reports no error for a missing field, so the set of
//! names is fixed here and the lint checks it. An absent optional text is not given to the engine at all. The context
//! of a letter is declared in `letters`, that of a ground in `ground`, what they share in `shared`; [`registry`] lists which
//! template has which context.

mod page;
mod parts;
pub mod registry;
mod shared;
pub mod slots;

pub(in crate::letter) use page::PageWords;
pub use parts::{Ondertekening, Ontbrekend};
pub(in crate::letter) use shared::{Frame, Reader, ReturnWords};

use crate::case::model::what_for;
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

impl FieldKind {
    /// When a field of this kind is there, for authors of templates.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Text => "altijd",
            Self::Optional => "soms",
            Self::Flag => "ja of nee",
        }
    }
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

impl Field {
    /// The facts from which the field is made, each with its key and what it is for, in Dutch; each once.
    pub fn origins(&self) -> impl Iterator<Item = (String, &'static str)> {
        let origins = |fact: &Fact| (fact.pattern().replace("[]", ""), what_for(*fact));
        let mut found: Vec<(String, &'static str)> = self.facts.iter().map(origins).collect();
        found.dedup();
        found.into_iter()
    }

    /// The same as a sentence for authors of templates.
    #[must_use]
    pub fn origin(&self) -> String {
        let each = self.origins().map(|(key, what)| format!("{what} (`{key}`)"));
        let facts = each.collect::<Vec<_>>().join("; ");
        if facts.is_empty() { "het programma of `organisatie.yaml`".to_owned() } else { facts }
    }
}

/// A context: a struct whose fields are known without a case.
pub trait Context {
    /// The fields that a template may use: those of the contexts that it shares, then its own in the order of the struct.
    const FIELDS: &'static [Field];

    /// The values of its own fields; absent optional texts are left out.
    fn values(&self) -> Vec<(&'static str, Value)>;
}

/// How many fields these parts have.
pub(crate) const fn count(parts: &[&[Field]]) -> usize {
    let (mut count, mut part) = (0, 0);
    while part < parts.len() {
        count += parts[part].len();
        part += 1;
    }
    count
}

/// The fields of these parts, one after the other.
pub(crate) const fn joined<const N: usize>(parts: &[&[Field]]) -> [Field; N] {
    let mut fields = [Field { name: "", kind: FieldKind::Flag, facts: &[] }; N];
    let (mut next, mut part) = (0, 0);
    while part < parts.len() {
        let mut field = 0;
        while field < parts[part].len() {
            fields[next] = parts[part][field];
            next += 1;
            field += 1;
        }
        part += 1;
    }
    fields
}

/// Declares the struct of a context. A field is `name: text [Feiten::toegekend_op]`, with the facts from which it is
/// made; `optional [...]` and `flag [...]` are the other kinds. `with [Reader, Frame]` lets its templates use the fields
/// of those contexts too.
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
    ($(#[doc = $doc:literal])+ $vis:vis struct $struct:ident $(with [$($shared:ty),+])? {
        $($(#[doc = $fdoc:literal])+ $name:ident : $kind:ident [$($fact:path),* $(,)?],)*
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        $vis struct $struct { $($(#[doc = $fdoc])+ pub $name: $crate::letter::context::context!(@ty $kind),)* }

        impl $crate::letter::context::Context for $struct {
            const FIELDS: &'static [$crate::letter::context::Field] = {
                const PARTS: &[&[$crate::letter::context::Field]] = &[
                    $($(<$shared as $crate::letter::context::Context>::FIELDS,)+)?
                    &[$(
                        $crate::letter::context::Field {
                            name: stringify!($name),
                            kind: $crate::letter::context::context!(@kind $kind),
                            facts: &[$($fact),*],
                        },
                    )*],
                ];
                &$crate::letter::context::joined::<{ $crate::letter::context::count(PARTS) }>(PARTS)
            };

            fn values(&self) -> Vec<(&'static str, $crate::letter::context::Value)> {
                let mut out = Vec::with_capacity([$(stringify!($name)),*].len());
                $($crate::letter::context::context!(@push $kind out $name self.$name);)*
                out
            }
        }
    };
}
pub(crate) use context;
