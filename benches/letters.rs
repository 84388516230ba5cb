//! Measures how many letters per second one core makes: the whole way (YAML in, PDF out) and each stage
//! separately.
//!
//! Run it with `cargo bench --locked`; it asserts nothing. Compare the stages with each other, and a change
//! with the state before it, as ratios: absolute times differ between machines and days.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../tests/support/fixtures.rs"]
mod support;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rtbrief::case::read::{Overrides, read_case};
use rtbrief::decide::decide;
use rtbrief::pipeline::Format;
use rtbrief::render::pdf;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use support::{assess, pipeline};

/// A letter of two pages and 730 words, and one of three pages and 960.
const FIXTURES: [(&str, &str); 2] = [
    ("two pages", "fixtures/herbeoordeling/aanvullend-voornemen-andere-aanleiding/case.yaml"),
    ("three pages", "fixtures/stickerlocatie/weigering-inreisstempel/case.yaml"),
];

/// The case of another person, with another kenmerk and name.
fn another(text: &str, number: u32) -> Vec<u8> {
    let changed = text.lines().map(|line| {
        let key = line.trim_start().split(':').next().unwrap();
        let (indent, _) = line.split_at(line.len() - line.trim_start().len());
        match key {
            "kenmerk" if indent.len() == 2 => format!("{indent}kenmerk: RTB-2026-{number:06}\n"),
            "achternaam" => format!("{indent}achternaam: Verzonnenko{number}\n"),
            _ => format!("{line}\n"),
        }
    });
    changed.collect::<String>().into_bytes()
}

fn letters(criterion: &mut Criterion) {
    let pipeline = pipeline();
    let folder = tempfile::tempdir().unwrap();
    for (name, fixture) in FIXTURES {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture)).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let case = read_case(&text, 1, &Overrides::default()).case.unwrap();
        let file = folder.path().join("brief.pdf");

        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(1));
        group.bench_function("read", |b| {
            b.iter(|| read_case(black_box(&text), 1, &Overrides::default()));
        });
        group.bench_function("decide", |b| {
            b.iter(|| decide(black_box(case.clone()), Vec::new(), &pipeline.book));
        });
        // What letters share is kept, so each is of another person, as in a run.
        let mut number = 0;
        let mut next = || {
            number += 1;
            another(&text, number)
        };
        let mut letter = || assess(pipeline, &next()).remove(0).letters.remove(0);
        group.bench_function("lay out", |b| {
            let lay_out = |letter| pdf::lay_out(&letter, pipeline.press.look()).unwrap();
            b.iter_batched(&mut letter, lay_out, BatchSize::SmallInput);
        });
        group.bench_function("pdf", |b| {
            let make = |letter| pipeline.render(&letter, Format::Pdf).unwrap();
            b.iter_batched(&mut letter, make, BatchSize::SmallInput);
        });
        group.bench_function("assess", |b| {
            b.iter_batched(&mut next, |bytes| assess(pipeline, &bytes), BatchSize::SmallInput);
        });
        group.bench_function("whole way", |b| {
            let make = |bytes: Vec<u8>| {
                let assessed = assess(pipeline, &bytes).remove(0);
                let letter = pipeline.render(assessed.letters.first().unwrap(), Format::Pdf).unwrap();
                fs::write(&file, letter).unwrap();
            };
            b.iter_batched(&mut next, make, BatchSize::SmallInput);
        });
        group.finish();
    }
}

criterion_group!(benches, letters);
criterion_main!(benches);
