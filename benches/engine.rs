//! Speed of the engine: `cargo bench`. Throughput is person-year-models a second (one person, one
//! year, one financing model).

#![expect(clippy::expect_used, reason = "what is timed is made here")]

use bpasim::engine::accumulate::{self, DerivedColumns};
use bpasim::engine::costs;
use bpasim::engine::group_sums::{GroupSums, RowIndices};
use bpasim::engine::in_year::InYear;
use bpasim::engine::instructions::InstructionSet;
use bpasim::engine::outputs::{Outputs, ShareColumns};
use bpasim::engine::person::BlockYear;
use bpasim::engine::run::{Engine, Size};
use bpasim::engine::setup::Draw;
use bpasim::engine::shared::{Moment, Shared};
use bpasim::engine::step;
use bpasim::engine::sums::Sums;
use bpasim::engine::without_bpa;
use bpasim::population::attributes::AttributeSampler;
use bpasim::population::life::AgeTables;
use bpasim::population::placement::{Entrant, UnitEffects};
use bpasim::population::{BLOCK, Column, Persons};
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
    for (name, models) in [("zero", &["zero"][..]), ("zero+A", &["A"]), ("zero+A+B", &["A", "B"])] {
        let scenario = load("national", &options(Some(models))).expect("the shipped scenario is sound");
        let engine = Engine::new(&scenario).expect("the shipped scenario is sound");
        let draw = engine.draw(&engine.means());
        let key = WorldKey::new(1, 0, 0);
        let mut scratch = engine.scratch();
        let lived = engine.simulate_world(&draw, &key, &mut scratch) * scenario.models.len() as u64;
        group.throughput(Throughput::Elements(lived));
        group.bench_function(BenchmarkId::new("persons", name), |b| {
            b.iter(|| engine.simulate_world(&draw, &key, black_box(&mut scratch)));
        });
        group.bench_function(BenchmarkId::new("figures", name), |b| {
            b.iter(|| engine.figures(&draw, &key, black_box(&scratch.sums)));
        });
    }
    group.finish();
}

/// A block in its first year, and every stage of the kernel upon it: where the time of a person-year goes.
/// Each stage is compiled as the kernel is, for the widest vectors the processor has.
fn stages(c: &mut Criterion) {
    let scenario = load("national", &options(None)).expect("the shipped scenario is sound");
    let engine = Engine::new(&scenario).expect("the shipped scenario is sound");
    let draw = engine.draw(&engine.means());
    let key = WorldKey::new(1, 0, 0);
    let people = engine.people(&draw, &key);
    let (origin, ages) = (AttributeSampler::new(&draw.theta), AgeTables::new(&draw.theta, scenario.horizon));
    let zones: Vec<u8> = (0..scenario.units.len() as u32).map(|u| engine.zone(u) as u8).collect();
    let entries = &people.cohorts[0][..BLOCK];
    let year = 9; // every model is in full effect
    let (null_year, model_year) = (&draw.in_year[0][year], &draw.in_year[2][year]);
    let (mut p, mut shared, mut out) = (Persons::new(), Shared::new(), Outputs::new());
    stage::enter(&origin, &mut p, entries, &key, &draw, &people.effects, &zones);
    stage::fill(&mut shared, &p, &ages, &draw, &key);
    let (mut null, mut own) = (ShareColumns::new(), ShareColumns::new());
    stage::shares(&p, null_year, &mut null);
    stage::shares(&p, model_year, &mut own);
    let mut bpa = p.recipient;
    let (mut sums, mut derived, mut rows) = (engine.sums(), DerivedColumns::new(), GroupSums::default());
    rows.clear(&[entries], scenario.models.len());
    let places = rows.places(&p);
    let mut awarded = [0.0; BLOCK];
    let mut group = c.benchmark_group("stage");
    group.throughput(Throughput::Elements(BLOCK as u64));
    group.bench_function("enter", |b| {
        b.iter(|| stage::enter(&origin, black_box(&mut p), entries, &key, &draw, &people.effects, &zones));
    });
    group.bench_function("fill (random numbers, chances)", |b| {
        b.iter(|| stage::fill(&mut shared, black_box(&p), &ages, &draw, &key));
    });
    group.bench_function("shares", |b| b.iter(|| stage::shares(black_box(&p), model_year, &mut own)));
    let block = BlockYear {
        persons: &p,
        shared: &shared,
        draw: &draw,
        in_year: model_year,
        null: &null,
        own: &own,
        taking_over: None,
        later: 1.0,
    };
    group.bench_function("decide", |b| b.iter(|| stage::decide(black_box(&block), &mut bpa, &mut out)));
    group.bench_function("serve", |b| b.iter(|| stage::serve(black_box(&block), &mut out)));
    group.bench_function("pay", |b| b.iter(|| stage::pay(black_box(&block), &mut out)));
    group.bench_function("accumulate", |b| {
        b.iter(|| {
            stage::accumulate(black_box(&block), &out, &places, year, &mut derived, &mut rows, &mut sums)
        });
    });
    group.bench_function("decide, without BPA", |b| {
        b.iter(|| stage::pool_decide(black_box(&block), &mut out, &mut awarded));
    });
    group.bench_function("serve, without BPA", |b| {
        b.iter(|| stage::pool_serve(black_box(&block), &mut out));
    });
    group.bench_function("pay, without BPA", |b| b.iter(|| stage::pool_pay(black_box(&block), &mut out)));
    group.bench_function("accumulate, without BPA", |b| {
        b.iter(|| {
            stage::pool_accumulate(black_box(&p), &out, &places, year, &mut derived, &mut rows, &mut sums)
        });
    });
    group.finish();
}

/// The stages compiled as the kernel is.
mod stage {
    use super::*;
    macro_rules! stage {
        ($name:ident($($arg:ident: $type:ty),*) $(-> $out:ty)?, $body:expr) => {
            #[multiversion::multiversion(targets(
                "x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl",
                "x86_64+avx+avx2",
                "aarch64+neon"
            ))]
            pub fn $name($($arg: $type),*) $(-> $out)? { $body }
        };
    }
    stage!(
        enter(origin: &AttributeSampler, p: &mut Persons, entries: &[Entrant], key: &WorldKey, d: &Draw, e: &UnitEffects, z: &[u8]),
        origin.enter(p, entries, key, &d.theta, (e, z), &[0.0; BLOCK])
    );
    stage!(
        fill(s: &mut Shared, p: &Persons, ages: &AgeTables, d: &Draw, key: &WorldKey),
        {
            s.fill(p, ages, d, key, Moment { year: 2033, t: 9, shock: 1.0 });
            s.fill_served(p, d, key, 2033, false)
        }
    );
    stage!(shares(p: &Persons, m: &InYear, out: &mut ShareColumns), step::municipal_shares(p, m, out));
    stage!(decide(y: &BlockYear<'_>, bpa: &mut Column, o: &mut Outputs), step::decide(y, bpa, o));
    stage!(serve(y: &BlockYear<'_>, o: &mut Outputs), step::serve(y, o));
    stage!(pay(y: &BlockYear<'_>, o: &mut Outputs), costs::pay::<true>(y, o));
    stage!(
        accumulate(y: &BlockYear<'_>, o: &Outputs, at: &RowIndices, year: usize, derived: &mut DerivedColumns, rows: &mut GroupSums, sums: &mut Sums),
        accumulate::accumulate((y.persons, &y.shared.age_class), o, at, (2, year), derived, rows, sums)
    );
    stage!(
        pool_decide(y: &BlockYear<'_>, o: &mut Outputs, awarded: &mut Column),
        without_bpa::decide(y, &mut o.assessed, awarded)
    );
    stage!(pool_serve(y: &BlockYear<'_>, o: &mut Outputs), without_bpa::serve(y, o));
    stage!(pool_pay(y: &BlockYear<'_>, o: &mut Outputs), costs::pay::<false>(y, o));
    stage!(
        pool_accumulate(p: &Persons, o: &Outputs, at: &RowIndices, year: usize, derived: &mut DerivedColumns, rows: &mut GroupSums, sums: &mut Sums),
        accumulate::accumulate_without_bpa(p, o, at, (2, year), derived, rows, sums)
    );
}

/// The same world with wider and narrower vectors: the same bits, at another speed.
fn instructions(c: &mut Criterion) {
    let scenario = load("national", &options(None)).expect("the shipped scenario is sound");
    let mut group = c.benchmark_group("world/instructions");
    for set in [InstructionSet::Widest, InstructionSet::Avx2, InstructionSet::Baseline] {
        let engine = Engine::new(&scenario).expect("the shipped scenario is sound").with_instructions(set);
        let draw = engine.draw(&engine.means());
        let mut scratch = engine.scratch();
        let key = WorldKey::new(1, 0, 0);
        let lived = engine.simulate_world(&draw, &key, &mut scratch) * scenario.models.len() as u64;
        group.throughput(Throughput::Elements(lived));
        group.bench_function(format!("{set:?}"), |b| {
            b.iter(|| engine.simulate_world(&draw, &key, &mut scratch))
        });
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

/// The machine itself, by work that has nothing to do with the model: the C library's exponential, and xoshiro256++
/// (Blackman and Vigna 2021). Seconds from two machines can be compared through it.
fn machine(c: &mut Criterion) {
    const NUMBERS: usize = 1024;
    let numbers: Vec<f64> = (0..NUMBERS).map(|i| (i as f64 - 512.0) / 100.0).collect();
    let mut group = c.benchmark_group("machine");
    group.throughput(Throughput::Elements(NUMBERS as u64));
    group.bench_function("exponential of the C library", |b| {
        b.iter(|| black_box(&numbers).iter().map(|x| x.exp()).sum::<f64>());
    });
    group.bench_function("xoshiro256++", |b| {
        let mut s = [1u64, 2, 3, 4];
        b.iter(|| {
            let mut sum = 0u64;
            for _ in 0..NUMBERS {
                sum = sum.wrapping_add(s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]));
                let shifted = s[1] << 17;
                s[2] ^= s[0];
                s[3] ^= s[1];
                s[1] ^= s[2];
                s[0] ^= s[3];
                s[2] ^= shifted;
                s[3] = s[3].rotate_left(45);
            }
            sum
        });
    });
    group.finish();
}

criterion_group!(benches, machine, world, stages, instructions, parameters, runs);
criterion_main!(benches);
