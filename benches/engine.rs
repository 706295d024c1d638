//! Speed of the engine: `cargo bench`. Throughput is person-year-models a second (one person, one
//! year, one financing model).

use bpasim::engine::block::InstructionSet;
use bpasim::engine::run::{Engine, Size};
use bpasim::random::WorldKey;
use bpasim::scenario::load;
use bpasim::scenario::overrides::Options;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::atomic::AtomicBool;

fn options(models: Option<&[&str]>) -> Options {
    Options {
        sets: Vec::new(),
        models: models.map(|m| m.iter().map(|s| s.to_string()).collect()),
        years: None,
    }
}

/// One world: persons through the years, and what the sums mean in kroner.
fn world(c: &mut Criterion) {
    let mut group = c.benchmark_group("world");
    for (name, models) in [("null", &["null"][..]), ("null+A", &["A"]), ("null+A+B", &["A", "B"])] {
        let scenario = load("national", &options(Some(models))).expect("the shipped scenario is sound");
        let engine = Engine::new(&scenario).expect("the shipped scenario is sound");
        let draw = engine.draw(&engine.means());
        let key = WorldKey::new(1, 0, 0);
        let mut sums = engine.sums();
        let lived = engine.world(&draw, &key, &mut sums) * scenario.models.len() as u64;
        group.throughput(Throughput::Elements(lived));
        group.bench_function(BenchmarkId::new("persons", name), |b| {
            b.iter(|| engine.world(&draw, &key, black_box(&mut sums)));
        });
        group.bench_function(BenchmarkId::new("figures", name), |b| {
            b.iter(|| engine.figures(&draw, black_box(&sums)));
        });
    }
    group.finish();
}

/// The same world with wider and narrower vectors: the same bits, at another speed.
fn instructions(c: &mut Criterion) {
    let scenario = load("national", &options(None)).expect("the shipped scenario is sound");
    let mut group = c.benchmark_group("world/instructions");
    for set in [InstructionSet::Widest, InstructionSet::Avx2, InstructionSet::Baseline] {
        let engine = Engine::new(&scenario).expect("the shipped scenario is sound").held_to(set);
        let draw = engine.draw(&engine.means());
        let mut sums = engine.sums();
        let key = WorldKey::new(1, 0, 0);
        let lived = engine.world(&draw, &key, &mut sums) * scenario.models.len() as u64;
        group.throughput(Throughput::Elements(lived));
        group.bench_function(format!("{set:?}"), |b| b.iter(|| engine.world(&draw, &key, &mut sums)));
    }
    group.finish();
}

/// Parameters of a draw and their constants.
fn parameters(c: &mut Criterion) {
    let scenario = load("national", &options(None)).expect("the shipped scenario is sound");
    let engine = Engine::new(&scenario).expect("the shipped scenario is sound");
    c.bench_function("parameters/one draw", |b| {
        let mut draw = 0;
        b.iter(|| {
            draw += 1;
            engine.draw(&engine.stated(1, draw))
        });
    });
}

/// Whole runs by draws and threads.
fn runs(c: &mut Criterion) {
    let scenario = load("national", &options(None)).expect("the shipped scenario is sound");
    let engine = Engine::new(&scenario).expect("the shipped scenario is sound");
    let mut group = c.benchmark_group("run");
    group.sample_size(10);
    for (draws, threads) in [(16, 1), (32, 1), (64, 1), (64, 2)] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let size = Size { draws, replicates: 1, seed: 1 };
        group.throughput(Throughput::Elements(draws as u64));
        group.bench_function(format!("{draws} draws, {threads} threads"), |b| {
            b.iter(|| pool.install(|| engine.run(size, &AtomicBool::new(false), &|_| ())));
        });
    }
    group.finish();
}

criterion_group!(benches, world, instructions, parameters, runs);
criterion_main!(benches);
