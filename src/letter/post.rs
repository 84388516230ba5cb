//! What the post asks of a letter: the class of its weight, from the block `post` of `organisatie.yaml`.

use super::setting::{Setting, SettingHolds, settings};
use serde::de::{Deserialize, Deserializer, Error};

/// The classes of weight of the post, in grams; to be confirmed with the post (docs/drukwerk.md).
const CLASSES: [u32; 5] = [20, 50, 100, 350, 2000];

settings! {
    /// The block `post`; no letter changes by it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
    #[serde(deny_unknown_fields, default)]
    pub struct Post {
        /// The weight of a sheet.
        gram_per_vel: whole Gram = "gewicht van een vel, in gram",
        /// The weight of an envelope.
        gram_envelop: whole Gram = "gewicht van een envelop, in gram",
    }
}

/// A weight in tenths of a gram, written in grams with at most one decimal, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gram(u32);

impl Default for Post {
    /// A4 of 80 g/m², and an envelope EA5/6.
    fn default() -> Self {
        Self { gram_per_vel: Gram(50), gram_envelop: Gram(50) }
    }
}

impl Post {
    /// The class of a letter on so many sheets, in grams: the lowest that it is not heavier than. `None` when it is heavier
    /// than the highest.
    #[must_use]
    pub fn weight_class(&self, sheets: u32) -> Option<u32> {
        let tenths = u64::from(self.gram_envelop.0) + u64::from(self.gram_per_vel.0) * u64::from(sheets);
        CLASSES.into_iter().find(|class| tenths <= u64::from(*class) * 10)
    }
}

impl Setting for Gram {
    const HOLDS: SettingHolds = SettingHolds::Amount(100);
}

impl<'de> Deserialize<'de> for Gram {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tenths = f64::deserialize(deserializer)? * 10.0;
        let whole = tenths.round();
        if !(0.0..=1_000.0).contains(&tenths) || (tenths - whole).abs() > 1e-6 {
            return Err(D::Error::custom(
                "schrijf een gewicht in gram, van 0 tot 100, met hoogstens één cijfer achter de punt",
            ));
        }
        // The value is between 0 and 1,000, so it fits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(Self(whole as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::{Gram, Post};

    #[test]
    fn a_class_holds_its_own_weight_and_not_more() {
        let usual = Post::default();
        for (sheets, class) in
            [(1, 20), (3, 20), (4, 50), (9, 50), (10, 100), (69, 350), (70, 2000), (399, 2000)]
        {
            assert_eq!(usual.weight_class(sheets), Some(class), "{sheets}");
        }
        assert_eq!(usual.weight_class(400), None);
        let light = Post { gram_per_vel: Gram(49), gram_envelop: Gram(3) };
        assert_eq!((light.weight_class(4), light.weight_class(5)), (Some(20), Some(50)));
    }
}
