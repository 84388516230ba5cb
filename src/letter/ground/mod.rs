//! The context of each ground and how it is filled, in a file with the name of the ground.
//!
//! The modules, the registrations and the match over the grounds are made from the list of grounds in `words`.

mod stay_abroad;

use super::fill::filled::Filled;
use super::fill::gap::Gap;
use super::fill::reader;
use super::fill::surroundings::Surroundings;
use super::fill::texts::prose;
use super::registration::Registration;
use crate::case::model::{Case, Grond};
use crate::decide::letter_plan::LetterPlan;
use crate::words::{GroundId, with_grounds};

macro_rules! modules {
    ($($name:ident => $variant:ident,)+) => {
        $(pub(crate) mod $name;)+

        /// The templates of the grounds, each with its context.
        pub(crate) const TEMPLATES: &[Registration] = &[$(
            Registration::fragment::<$name::Words>(template(GroundId::$variant), $name::SLOTS),
        )+];

        /// The name of the template of a ground.
        pub(crate) const fn template(ground: GroundId) -> &'static str {
            match ground { $(GroundId::$variant => concat!("grounds/", stringify!($name), ".md"),)+ }
        }

        fn fill_one(source: &GroundSource<'_>) -> Result<Filled, Gap> {
            match source.ground.grond { $(GroundId::$variant => $name::fill(source),)+ }
        }
    };
}
with_grounds!(modules);

/// The data from which a ground is filled.
pub(crate) struct GroundSource<'a> {
    /// The case.
    pub case: &'a Case,
    /// The plan of the letter, with what the rules know of the person.
    pub plan: &'a LetterPlan,
    /// What lies outside the case.
    pub around: &'a Surroundings<'a>,
    /// The ground.
    pub ground: &'a Grond,
    /// Its place among the grounds, from 0.
    pub item: usize,
}

impl GroundSource<'_> {
    /// The template of the ground with the values of this context.
    fn filled<C: super::context::Context>(&self, words: &C) -> Filled {
        let reader = reader::words_for(self.case, self.plan);
        Filled::new(template(self.ground.grond), words).with_values(&reader).at(self.item)
    }

    /// The officer's own words, where an afwijking makes those of the ground untrue.
    fn own_words(&self) -> Option<String> {
        prose(self.case.afwijking.as_ref().and_then(|deviation| deviation.tekst.as_ref()))
    }

    /// The officer's reasons for this ground.
    fn motivering(&self) -> Result<String, Gap> {
        self.around.need(self.ground.motivering.as_ref(), Grond::motivering)
    }
}

/// Fills the templates of all grounds of the step, in the order of the case.
pub(super) fn fill_all(
    case: &Case,
    plan: &LetterPlan,
    around: &Surroundings<'_>,
) -> Result<Vec<Filled>, Gap> {
    let grounds = case.stap.gronden().iter().enumerate();
    grounds.map(|(item, ground)| fill_one(&GroundSource { case, plan, around, ground, item })).collect()
}
