//! Composes a letter from its plan: the text from the templates, with the address and the reference block.
//!
//! Each template is filled separately, and so are the templates that go into its slots; the blocks keep their
//! provenance. A gemachtigde gets the same letter as an afschrift, with the address of the gemachtigde.

use super::address;
use super::concept;
use super::context::slots::{BIJLAGE, STEUNT_OP};
use super::document::{Block, BlockKind, Document, Inline, LanguagePage, TermEnd};
use super::envelope::Envelope;
use super::fill;
use super::fill::filled::Filled;
use super::fill::gap::Gap;
use super::fill::surroundings::{OrganisationTexts, Surroundings};
use super::mark::ARTICLES;
use super::people;
use super::{Organisation, Piece, TemplateError, TemplateSet};
use crate::case::country::Country;
use crate::case::model::{Bekendmaking, Case};
use crate::decide::letter_plan::{Letter, LetterPlan, LetterTerm, Refusal};
use crate::decide::outcome::{CheckedCase, Clause, Draft};
use crate::diagnostic::{Code, Diagnostic};
use crate::kept::{self, Kept};
use crate::law::book::RuleBook;
use crate::law::citation;
use crate::law::date::Date;
use crate::law::row::Provenance;
use crate::words::{Language, RuleId};
use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

/// How many paragraphs with articles a thread keeps.
const ROOM: usize = 200;

/// What a paragraph with articles was made of: the composer, the day, its rules and its text.
type Cited = (usize, Date, Vec<RuleId>, Vec<Inline>);

thread_local! {
    static CITED: RefCell<Kept<Cited, Vec<Inline>>> = RefCell::new(Kept::new(ROOM));
}

/// Composes the letters of a run; holds what they share.
pub struct Composer<'a> {
    /// The number of this composer, for what a thread keeps of it.
    serial: usize,
    templates: &'a TemplateSet,
    organisation: &'a Organisation,
    texts: OrganisationTexts,
    /// The close of the letters, for each edition of its template; made when it is first needed.
    signatures: Vec<OnceLock<Result<Vec<Block>, Box<Diagnostic>>>>,
    book: &'a RuleBook,
    /// The rows that a lawyer of the organisation must still confirm, in the order of their ids.
    open_rows: Vec<&'a Provenance>,
    envelope: Envelope<'a>,
}

/// The Dutch name of a country as it stands in an address: without an article.
fn plain_name(country: Country) -> String {
    country.dutch_name().to_owned()
}

impl<'a> Composer<'a> {
    /// A composer with these templates, this organisation, these rules and this window of the envelope.
    #[must_use]
    pub fn new(
        templates: &'a TemplateSet,
        organisation: &'a Organisation,
        book: &'a RuleBook,
        envelope: Envelope<'a>,
    ) -> Self {
        let signatures = templates.changes(fill::SIGNATURE).map(|_| OnceLock::new()).collect();
        let open_rows = organisation.bevestigd.open_rows(book);
        Self {
            serial: kept::serial(),
            templates,
            organisation,
            texts: texts(organisation),
            signatures,
            book,
            open_rows,
            envelope,
        }
    }

    /// The letter of a plan and, when the person has a gemachtigde, its afschrift.
    ///
    /// # Errors
    /// F118 for an address that does not fit; F601 for a template that cannot be filled or does not name a term, and
    /// for a fact or a term that the letter must name and that is absent.
    pub fn letters(&self, case: &CheckedCase, plan: &LetterPlan) -> Result<Vec<Document>, Box<Diagnostic>> {
        let filled = fill::letter(case, plan, &self.surroundings()).map_err(absent)?;
        let page = fill::page(case, plan, &self.surroundings());
        let letters = self.written(case, plan, &filled, page)?;
        // Only a concept can have gaps; a final letter with a gap is an error of the program.
        if letters.iter().any(concept::has_gaps) {
            return Err(absent(Gap::Fact(Case::zaak)));
        }
        Ok(letters)
    }

    /// The concept of a letter for which words or decisions are still missing, with a table of what is open at its
    /// beginning.
    ///
    /// # Errors
    /// As [`Self::letters`].
    pub fn drafts(&self, draft: &Draft, plan: &LetterPlan) -> Result<Vec<Document>, Box<Diagnostic>> {
        let case = draft.case();
        let filled = fill::draft(draft, plan, &self.surroundings()).map_err(absent)?;
        // A page in another language explains a letter, not a concept.
        let letters = self.written(case, plan, &filled, None)?;
        Ok(letters.into_iter().map(|letter| concept::of(letter, &draft.open)).collect())
    }

    fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            organisation: &self.texts,
            country: |country| country.dutch_name_with_article().to_owned(),
            country_in: Country::name_in,
            concept: false,
        }
    }

    /// The document of a filled letter and, when the person has a gemachtigde, that of its afschrift.
    fn written(
        &self,
        case: &Case,
        plan: &LetterPlan,
        filled: &Filled,
        page: Option<(Language, Filled)>,
    ) -> Result<Vec<Document>, Box<Diagnostic>> {
        let made_known = case.bekendmaking.datum;
        let Texts { subject, body, annex } = self.texts(filled, made_known)?;
        let body = self.in_force(body, made_known);
        let annex = self.citing(self.in_force(annex, made_known), made_known);
        every_term_is_named(plan, &body)?;
        let signature = self.in_force(self.signature(made_known)?, made_known);
        let page = page.map(|(language, filled)| {
            let blocks = self.in_force(self.texts(&filled, made_known)?.body, made_known);
            Ok::<_, Box<Diagnostic>>(LanguagePage { language, blocks })
        });
        let page = page.transpose()?;
        let person = &case.vreemdeling;
        let addressee = self.addressee(case, plan)?;
        let reference = reference(case, plan, page.as_ref());
        let original = Document {
            kind: plan.kind(),
            file_stem: file_stem(case, plan),
            kenmerk: case.zaak.kenmerk.to_string(),
            title: plan.kind().title().to_owned(),
            subject: subject.unwrap_or_else(|| plan.kind().title().to_owned()),
            date: case.decision_day().dutch(),
            date_iso: case.decision_day().to_string(),
            sender: self.organisation.sender(fill::is_abroad(case)),
            reference: with_name(reference.clone(), &addressee, case, plan),
            addressee,
            post: address::post(&person.adres),
            is_copy: false,
            is_example: self.organisation.is_example,
            is_concept: false,
            names: people::names(case),
            terms: plan.terms.iter().map(term_end).collect(),
            grounds: plan.grounds(case),
            unconfirmed: Vec::new(),
            body,
            signature,
            annex,
            page,
        };
        let original =
            Document { unconfirmed: self.unconfirmed(plan, made_known, original.blocks()), ..original };
        let Some(representative) = &person.gemachtigde else { return Ok(vec![original]) };
        let mut reference = reference;
        reference.push(("Brief aan".to_owned(), person.full_name().to_string()));
        let copy = Document {
            reference,
            file_stem: format!("{}_afschrift", original.file_stem),
            addressee: address::representative(representative, &plain_name, &self.envelope)?,
            post: address::post(&representative.adres),
            is_copy: true,
            ..original.clone()
        };
        Ok(vec![original, copy])
    }

    fn addressee(&self, case: &Case, plan: &LetterPlan) -> Result<Vec<String>, Box<Diagnostic>> {
        let unknown = plan.open.contains(&Clause::Geadresseerde).then_some(concept::UNKNOWN_NAME);
        let (wijze, minor) = (case.bekendmaking.wijze, plan.person.minor);
        address::addressee(&case.vreemdeling, wijze, minor, unknown, &plain_name, &self.envelope)
    }

    /// Checks the addresses of a letter and its afschrift without composing them.
    ///
    /// # Errors
    /// F118 for an address that does not fit.
    pub fn check_address(&self, case: &CheckedCase, plan: &LetterPlan) -> Result<(), Box<Diagnostic>> {
        self.addressee(case, plan)?;
        if let Some(representative) = &case.vreemdeling.gemachtigde {
            address::representative(representative, &plain_name, &self.envelope)?;
        }
        Ok(())
    }

    /// The rules in force on a day that nobody confirmed and on which a letter rests: those of its decision and
    /// those that its words state. A case with several letters has one decision; the remedy against another of
    /// its letters is not of this one.
    fn unconfirmed<'b>(
        &self,
        plan: &LetterPlan,
        made_known: Date,
        blocks: impl Iterator<Item = &'b Block> + Clone,
    ) -> Vec<RuleId> {
        let rests_on = |id: RuleId| match id {
            RuleId::Remedy(_) => {
                plan.rules.contains(&id) && self.book.has_remedy(plan.kind(), id, made_known)
            }
            _ => plan.rules.contains(&id) || blocks.clone().any(|block| block.provenance.rules.contains(&id)),
        };
        let open = self.open_rows.iter().filter(|row| row.in_force(made_known));
        open.map(|row| row.id).filter(|id| rests_on(*id)).collect()
    }

    /// The close of a letter that is made known on this day; each edition of it is filled once.
    fn signature(&self, made_known: Date) -> Result<Vec<Block>, Box<Diagnostic>> {
        let fill = || Ok(self.texts(&fill::signature(&self.texts), made_known)?.body);
        let edition = self.templates.edition(fill::SIGNATURE, made_known);
        match edition.and_then(|edition| self.signatures.get(edition)) {
            Some(signature) => signature.get_or_init(fill).clone(),
            None => fill(),
        }
    }

    /// The blocks that hold on the day of bekendmaking. A block is left out when it states rules and none of them
    /// holds on that day; a heading is left out when no block is left under it.
    fn in_force(&self, mut blocks: Vec<Block>, made_known: Date) -> Vec<Block> {
        let all = blocks.len();
        blocks.retain(|block| {
            let rules = &block.provenance.rules;
            rules.is_empty() || rules.iter().any(|rule| self.book.holds(*rule, made_known))
        });
        if blocks.len() == all {
            return blocks;
        }
        let levels: Vec<Option<u8>> = blocks.iter().map(|block| block.kind.heading_level()).collect();
        let empty = |at: usize| {
            levels[at].is_some_and(|level| match levels.get(at + 1) {
                None => true,
                Some(next) => next.is_some_and(|next| next <= level),
            })
        };
        let mut at = 0;
        blocks.retain(|_| {
            at += 1;
            !empty(at - 1)
        });
        blocks
    }

    /// The blocks with the articles that their rules cite on the day of bekendmaking. What a paragraph says is kept: it is
    /// the same in all letters of that day.
    fn citing(&self, mut blocks: Vec<Block>, made_known: Date) -> Vec<Block> {
        for Block { kind, provenance } in &mut blocks {
            let BlockKind::Paragraph(text) = kind else { continue };
            if !text.iter().any(|inline| inline.text().contains(ARTICLES)) {
                continue;
            }
            let asked = (self.serial, made_known, &provenance.rules, text.as_slice());
            *text = CITED.with_borrow_mut(|kept| {
                let is = |key: &Cited| (key.0, key.1, &key.2, key.3.as_slice()) == asked;
                kept.get(&asked, |key, _| is(key)).unwrap_or_else(|| {
                    let cited = self.cited(text, &provenance.rules, made_known);
                    let key = (self.serial, made_known, provenance.rules.clone(), text.clone());
                    kept.insert(&asked, key, cited.clone());
                    cited
                })
            });
        }
        blocks
    }

    /// A text with what these rules cite on a day.
    fn cited(&self, text: &[Inline], rules: &[RuleId], made_known: Date) -> Vec<Inline> {
        let rules = rules.iter().filter(|rule| self.book.holds(**rule, made_known));
        let rows = rules.filter_map(|rule| self.book.row(*rule, Some(made_known)));
        let cited = citation::in_words(rows.flat_map(|row| &row.artikelen));
        let filled = |inline: &Inline| match inline {
            Inline::Text(words) => Inline::Text(words.replace(ARTICLES, &cited)),
            other => other.clone(),
        };
        text.iter().map(filled).collect()
    }

    /// The texts of a filled template and of its slots, in the words that hold on this day of bekendmaking.
    fn texts(&self, filled: &Filled, made_known: Date) -> Result<Texts, Box<Diagnostic>> {
        let pieces = self
            .templates
            .fill(&filled.template, made_known, filled.fields, &filled.values, filled.index)
            .map_err(|e: TemplateError| Box::new(e.to_diagnostic()))?;
        let mut texts = Texts { body: Vec::with_capacity(pieces.len()), ..Texts::default() };
        // What the templates in the slots say behind the signature.
        let mut behind = Vec::new();
        let mut in_annex = false;
        for piece in pieces {
            let blocks = if in_annex { &mut texts.annex } else { &mut texts.body };
            match piece {
                Piece::Subject(text, _) => texts.subject = Some(text),
                Piece::Block(block) => push(blocks, block),
                Piece::Slot(name, _) if name == BIJLAGE => in_annex = true,
                Piece::Slot(name, _) if name == STEUNT_OP => append(blocks, std::mem::take(&mut behind)),
                Piece::Slot(name, _) => {
                    for content in filled.slots.iter().filter(|(slot, _)| *slot == name).flat_map(|(_, c)| c)
                    {
                        let content = self.texts(content, made_known)?;
                        append(blocks, content.body);
                        behind.extend(content.annex);
                    }
                }
            }
        }
        Ok(texts)
    }
}

/// What a filled template says.
#[derive(Default)]
struct Texts {
    /// The subject, of a letter.
    subject: Option<String>,
    /// Before the signature.
    body: Vec<Block>,
    /// Behind the signature.
    annex: Vec<Block>,
}

fn term_end(term: &LetterTerm) -> TermEnd {
    TermEnd { kind: term.kind, last_day: term.computed.last_day }
}

/// The finding about an absent fact or term that the letter must name (F601). Its cause is a template or the program,
/// not the officer.
fn absent(gap: Gap) -> Box<Diagnostic> {
    let path = match gap {
        Gap::Fact(fact) => fact.to_string(),
        Gap::Term(kind) => RuleId::from(kind).to_string(),
    };
    Box::new(Diagnostic::new(Code::Template, format!("{gap}."), [path]))
}

/// Checks that some block of the letter states each term that the decision sets running, so that no template can
/// leave out a remedy or a term.
///
/// # Errors
/// F601 with the rule of the term that no block states.
fn every_term_is_named(plan: &LetterPlan, body: &[Block]) -> Result<(), Box<Diagnostic>> {
    let stated = |rule: RuleId| body.iter().any(|block| block.provenance.rules.contains(&rule));
    let mut rules = plan.terms.iter().map(LetterTerm::rule);
    let Some(lost) = rules.find(|rule| !stated(*rule)) else { return Ok(()) };
    let message = format!("Het sjabloon {}.md noemt deze termijn niet: {lost}.", plan.kind().id());
    let finding = Diagnostic::new(Code::Template, message, [Bekendmaking::datum])
        .with_rule(lost)
        .with_hint(format!("zet {{# regel: {lost} #}} boven de alinea met de laatste dag"));
    Err(Box::new(finding))
}

/// Adds a block; the rows of an overview go on in the one before it.
fn push(blocks: &mut Vec<Block>, block: Block) {
    match (blocks.last_mut(), block) {
        (
            Some(Block { kind: BlockKind::Overview(rows), provenance }),
            Block { kind: BlockKind::Overview(more), provenance: other },
        ) => {
            rows.extend(more);
            Arc::make_mut(provenance).join(&other);
        }
        (_, block) => blocks.push(block),
    }
}

/// Adds the blocks of a slot. Lists that follow each other and come from the same template become one list.
fn append(blocks: &mut Vec<Block>, more: Vec<Block>) {
    for block in more {
        let joined = blocks.last_mut().is_some_and(|last| match (&mut last.kind, &block.kind) {
            (BlockKind::List { ordered: a, items }, BlockKind::List { ordered: b, items: next })
                if a == b && last.provenance.template == block.provenance.template =>
            {
                items.extend(next.iter().cloned());
                true
            }
            _ => false,
        });
        if !joined {
            blocks.push(block);
        }
    }
}

/// `KENMERK_SOORT`, with `-2` for a second letter of the same soort.
fn file_stem(case: &Case, plan: &LetterPlan) -> String {
    let stem = format!("{}_{}", case.zaak.kenmerk, plan.kind().id());
    if plan.sequence > 1 { format!("{stem}-{}", plan.sequence) } else { stem }
}

fn reference(case: &Case, plan: &LetterPlan, page: Option<&LanguagePage>) -> Vec<(String, String)> {
    let mut rows = vec![
        ("Datum".to_owned(), case.decision_day().dutch()),
        ("Ons kenmerk".to_owned(), case.zaak.kenmerk.to_string()),
        ("V-nummer".to_owned(), case.vreemdeling.v_nummer.to_string()),
    ];
    if let Some(officer) = &case.zaak.behandelaar {
        rows.push(("Behandeld door".to_owned(), officer.to_string()));
    }
    let form = matches!(plan.letter, Letter::Weigeringsbesluit(Refusal { m35h: true, .. }));
    let form = form.then(|| "formulier M35-H".to_owned());
    let page = page.map(|page| format!("uitleg in het {}", page.language.dutch_name()));
    let enclosed: Vec<String> = form.into_iter().chain(page).collect();
    if !enclosed.is_empty() {
        let label = if enclosed.len() == 1 { "Bijlage" } else { "Bijlagen" };
        rows.push((label.to_owned(), enclosed.join(", ")));
    }
    rows
}

/// The reference block with the name of the person in full where the address does not have it so: with initials, or because
/// it is that of a representative.
fn with_name(
    mut reference: Vec<(String, String)>,
    addressee: &[String],
    case: &Case,
    plan: &LetterPlan,
) -> Vec<(String, String)> {
    let name = case.vreemdeling.full_name();
    let squeezed = |text: &str| text.split(' ').collect::<String>();
    let is_open = plan.open.contains(&Clause::Geadresseerde);
    if !is_open && !squeezed(&addressee.concat()).contains(&squeezed(&name)) {
        reference.push(("Naam".to_owned(), name));
    }
    reference
}

fn texts(organisation: &Organisation) -> OrganisationTexts {
    OrganisationTexts {
        naam: organisation.naam.to_string(),
        telefoon: organisation.telefoon.to_string(),
        website: organisation.website.to_string(),
        rechtshulp: organisation.rechtshulp.to_string(),
        telefoon_buitenland: organisation.telefoon_buitenland.as_deref().map(str::to_owned),
        openingstijden: organisation.openingstijden.as_deref().map(str::to_owned),
        hulp: organisation.helpers(),
        helpers: organisation.helpers_by_name(),
        post: organisation.post(),
        bezwaar: organisation.bezwaar.destination(),
        beroep: organisation.beroep.destination(),
        zienswijze: organisation.zienswijze.destination(),
        ter_apel: organisation.ter_apel.destination(),
        minister: organisation.minister.to_string(),
        ondertekenaar: organisation.ondertekenaar.naam.to_string(),
        functie: organisation.ondertekenaar.functie.to_string(),
    }
}
