//! A template with the values of its fields, before the template engine fills it.

use crate::letter::context::{Context, Field, Value};

/// A template with the values of its fields and what goes into its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The name of the template: `weigeringsbesluit.md`, `grounds/inreisstempel.md`.
    pub template: String,
    /// The fields of its context.
    pub fields: &'static [Field],
    /// The values of the fields; an absent optional text is left out.
    pub values: Vec<(&'static str, Value)>,
    /// What `[]` stands for in the fact paths: the position of the ground or measure, from 0.
    pub index: Option<usize>,
    /// The slots, each with the templates that go into it, in order.
    pub slots: Vec<(&'static str, Vec<Filled>)>,
}

impl Filled {
    pub(in crate::letter) fn new<C: Context>(template: impl Into<String>, context: &C) -> Self {
        Self {
            template: template.into(),
            fields: C::FIELDS,
            values: context.values(),
            index: None,
            slots: Vec::new(),
        }
    }

    pub(in crate::letter) fn at(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    /// Adds the values of a context that its own shares.
    pub(in crate::letter) fn with_values<C: Context>(mut self, shared: &C) -> Self {
        self.values.extend(shared.values());
        self
    }

    pub(in crate::letter) fn with_slot(mut self, name: &'static str, content: Vec<Self>) -> Self {
        self.slots.push((name, content));
        self
    }
}
