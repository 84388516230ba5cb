//! A macro that fills the fields that all letters share, so that the file of a letter fills only its own fields.

/// Makes the context of a letter: fills the fields that every letter has, and adds the letter's own fields. With a
/// return decision and the measures that apply (each may be `None`), it also fills the fields about these.
macro_rules! framed {
    ($struct:ident, $source:expr, { $($own:tt)* }) => {{
        let (frame, organisation) = ($source.frame(), $source.around.organisation);
        $struct {
            aanhef: frame.salutation,
            minderjarig: frame.minor,
            voogd: frame.guardian,
            curator: frame.curator,
            naam: frame.name,
            bekend_op: frame.made_known,
            uitgereikt: frame.handed_over,
            hoe: frame.otherwise,
            gemachtigde: frame.lawyer,
            telefoon: organisation.telefoon.clone(),
            website: organisation.website.clone(),
            rechtshulp: organisation.rechtshulp.clone(),
            $($own)*
        }
    }};
    ($struct:ident, $source:expr, $return_decision:expr, $revived:expr, { $($own:tt)* }) => {{
        let text = $crate::letter::fill::return_decision::ReturnText::of($source, $return_decision)?;
        let revived = $revived;
        $crate::letter::fill::framed::framed!($struct, $source, {
            land_van_terugkeer: text.land,
            veilig_derde_land: text.safe_third_country,
            land_motivering: text.why_safe,
            terugkeerbeletsel: text.barred,
            terugkeer_motivering: text.weighed,
            terugkeer_oordeel: text.judged,
            ook_geldig_in: text.elsewhere,
            vertrek_termijn: text.length,
            vertrek_uiterlijk: text.last_day,
            vertrek_motivering: text.motivation,
            vertrek_onderdeel: text.limb,
            inreisverbod_geldt: revived.is_some_and(|it| it.ban),
            terugkeerbesluit_geldt: revived.is_some_and(|it| it.return_decision),
            eerder_beschermd: revived.is_some_and(|it| it.had_protection),
            $($own)*
        })
    }};
}
pub(in crate::letter) use framed;
