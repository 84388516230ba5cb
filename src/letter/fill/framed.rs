//! A macro that fills the fields that all letters share, so that the file of a letter fills only its own fields.

/// Makes the context of a letter: fills the fields that every letter has, and adds the letter's own fields. With a
/// return decision (or `None`) as an argument, it also fills the fields of a return decision.
macro_rules! framed {
    ($struct:ident, $source:expr, { $($own:tt)* }) => {{
        let (frame, organisation) = ($source.frame(), $source.around.organisation);
        $struct {
            aanhef: frame.salutation,
            minderjarig: frame.minor,
            voogd: frame.guardian,
            naam: frame.name,
            bekend_op: frame.made_known,
            uitgereikt: frame.handed_over,
            gemachtigde: frame.lawyer,
            telefoon: organisation.telefoon.clone(),
            website: organisation.website.clone(),
            rechtshulp: organisation.rechtshulp.clone(),
            $($own)*
        }
    }};
    ($struct:ident, $source:expr, $return_decision:expr, { $($own:tt)* }) => {{
        let text = $crate::letter::fill::return_decision::ReturnText::of($source, $return_decision)?;
        $crate::letter::fill::framed::framed!($struct, $source, {
            land_van_terugkeer: text.land,
            veilig_derde_land: text.safe_third_country,
            ook_geldig_in: text.elsewhere,
            vertrek_termijn: text.length,
            vertrek_uiterlijk: text.last_day,
            vertrek_motivering: text.motivation,
            $($own)*
        })
    }};
}
pub(in crate::letter) use framed;
