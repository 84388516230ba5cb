//! The grounds of a refusal, an intrekking or a beëindiging (docs/spec/letters.md section 3).
//!
//! One list gives the ids, the modules and the arms of every `match`: `decide/ground/NAME.rs` checks a
//! ground, `letter/ground/NAME.rs` writes its words with `letter-templates/grounds/NAME.md`.

/// Calls a macro with the list of grounds. An entry is the word of the case file, which also names the
/// files of the ground, and the variant.
macro_rules! with_grounds {
    ($callback:ident) => {
        $callback! {
            voorwaarden_niet_aangetoond => VoorwaardenNietAangetoond,
            geen_identificerend_document => GeenIdentificerendDocument,
            vertrek_voor_27_november_2021 => VertrekVoor27November2021,
            inreisstempel => Inreisstempel,
            derdelander_tijdelijk_verblijfsrecht => DerdelanderTijdelijkVerblijfsrecht,
            derdelander_terugkeer_herkomstland => DerdelanderTerugkeerHerkomstland,
            derdelander_langer_dan_28_dagen_teruggekeerd => DerdelanderLangerDan28DagenTeruggekeerd,
            asielstatus_elders => AsielstatusElders,
            eu_nationaliteit => EuNationaliteit,
            gezinsband_niet_aangetoond => GezinsbandNietAangetoond,
            geen_gezinslid => GeenGezinslid,
            gezinsband_verbroken => GezinsbandVerbroken,
            geen_medewerking_biometrie => GeenMedewerkingBiometrie,
            openbare_orde => OpenbareOrde,
            artikel_1f => Artikel1f,
            nationale_veiligheid => NationaleVeiligheid,
            langer_dan_28_dagen_buiten_nederland => LangerDan28DagenBuitenNederland,
            bescherming_andere_lidstaat => BeschermingAndereLidstaat,
            nareisvergunning => Nareisvergunning,
            fraude => Fraude,
        }
    };
}
pub(crate) use with_grounds;

macro_rules! ids {
    ($($name:ident => $variant:ident,)+) => {
        super::words! {
            /// A ground; the id of its row in `grounds.yaml` is `grond.NAME`.
            GroundId as "grond." { $($variant = stringify!($name),)+ }
        }
    };
}
with_grounds!(ids);

impl GroundId {
    /// Whether it is openbare orde, nationale veiligheid or 1F: these shorten the term for beroep and allow
    /// retroactive effect (WI H6).
    #[must_use]
    pub const fn is_public_order(self) -> bool {
        matches!(self, Self::OpenbareOrde | Self::NationaleVeiligheid | Self::Artikel1f)
    }

    /// Whether the ground allows retroactive effect (WI H6).
    #[must_use]
    pub const fn allows_retroactive(self) -> bool {
        self.is_public_order() || matches!(self, Self::Fraude)
    }

    /// Whether the ground is about a family tie.
    #[must_use]
    pub const fn is_about_family(self) -> bool {
        matches!(self, Self::GezinsbandNietAangetoond | Self::GeenGezinslid | Self::GezinsbandVerbroken)
    }
}
