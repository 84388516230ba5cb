//! Measures how many letters per second one core makes: the whole way (YAML in, PDF out) and each stage
//! separately.
//!
//! Run it with `cargo bench --locked`; it asserts nothing. Compare the stages with each other, and a change
//! with the state before it, as ratios: absolute times differ between machines and days.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../tests/support/fixtures.rs"]
mod support;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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

fn letters(criterion: &mut Criterion) {
    let pipeline = pipeline();
    let folder = tempfile::tempdir().unwrap();
    for (name, fixture) in FIXTURES {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture)).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let assessed = assess(pipeline, &bytes).remove(0);
        let letter = assessed.letters.first().unwrap();
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
        group.bench_function("assess", |b| b.iter(|| assess(pipeline, black_box(&bytes))));
        group.bench_function("lay out", |b| {
            b.iter(|| pdf::lay_out(black_box(letter), pipeline.press.look()).unwrap());
        });
        group.bench_function("pdf", |b| b.iter(|| pipeline.render(black_box(letter), Format::Pdf).unwrap()));
        group.bench_function("whole way", |b| {
            b.iter(|| {
                let assessed = assess(pipeline, black_box(&bytes)).remove(0);
                let letter = pipeline.render(assessed.letters.first().unwrap(), Format::Pdf).unwrap();
                fs::write(&file, letter).unwrap();
            });
        });
        group.finish();
    }
}

criterion_group!(benches, letters);
criterion_main!(benches);
