//! Makes the same letter with rtbrief and with Typst, in one run on one core; compare the two as a ratio.
//!
//! Run it with `cargo bench --locked --manifest-path benches/typst/Cargo.toml`. Typst caches the layout of
//! what did not change since the last letter; as in a real run, each letter here has its own name and
//! address.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rtbrief::case::read::Overrides;
use rtbrief::case::split;
use rtbrief::law::book::RuleBook;
use rtbrief::letter::document::Document;
use rtbrief::letter::{Organisation, TemplateSet};
use rtbrief::pipeline::{Format, Pipeline};
use rtbrief::render::look::Look;
use rtbrief::render::pdf::Press;

/// A letter of two pages and 730 words.
const CASE: &[u8] =
    include_bytes!("../../../fixtures/herbeoordeling/aanvullend-voornemen-andere-aanleiding/case.yaml");

/// The letter of another person, with another name, street and kenmerk.
fn another(letter: &Document, number: u32) -> Document {
    let mut other = letter.clone();
    other.kenmerk = format!("RTB-2026-{number:06}");
    other.addressee[0] = format!("Mevrouw Oksana Verzonnen-{number}");
    other.addressee[1] = format!("Verzonnenstraat {number}");
    for (label, value) in &mut other.reference {
        if label == "Ons kenmerk" {
            value.clone_from(&other.kenmerk);
        }
    }
    other
}

fn same_letter(criterion: &mut Criterion) {
    let pipeline = Pipeline {
        book: RuleBook::built_in().expect("built in").into(),
        templates: TemplateSet::builtin().expect("built in"),
        organisation: Organisation::example().expect("built in"),
        press: Press::new(Look::built_in()),
    };
    let assessed = pipeline.assess(split::split(CASE).remove(0), &Overrides::default());
    let letter = assessed.letters.first().expect("the case has a letter");
    let ours = |letter: &Document| pipeline.render(letter, Format::Pdf).expect("it fits");
    println!("bytes: rtbrief {}, Typst {}", ours(letter).len(), rtbrief_typst_bench::pdf(letter).len());
    if let Ok(folder) = std::env::var("RTBRIEF_BENCH_LETTERS") {
        std::fs::write(format!("{folder}/rtbrief.pdf"), ours(letter)).expect("the folder can be written to");
        std::fs::write(format!("{folder}/typst.pdf"), rtbrief_typst_bench::pdf(letter)).expect("the same");
    }
    let mut number = 0;
    let mut next = || {
        number += 1;
        another(letter, number)
    };
    let mut group = criterion.benchmark_group("same letter");
    group.throughput(Throughput::Elements(1));
    group.bench_function("rtbrief", |b| {
        b.iter_batched(&mut next, |letter| ours(&letter), BatchSize::SmallInput)
    });
    group.bench_function("typst", |b| {
        b.iter_batched(&mut next, |letter| rtbrief_typst_bench::pdf(&letter), BatchSize::SmallInput);
    });
    group.finish();
}

criterion_group!(benches, same_letter);
criterion_main!(benches);
