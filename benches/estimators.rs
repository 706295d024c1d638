//! Speed of the estimators of what decides a figure, at the sizes of the national scenario: `cargo bench --bench
//! estimators`. `benches/peers/salib.sh` puts the Sobol indices beside SALib's.

use bpasim::analysis::sensitivity::evppi::{ParameterSet, evppi};
use bpasim::analysis::sensitivity::regression::regression;
use bpasim::analysis::sensitivity::sobol::Design;
use bpasim::random::{Purpose, WorldKey};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const DRAWS: usize = 1000;
const PARAMETERS: usize = 68;
const POINTS: usize = 1024;
const FACTORS: usize = 40;

fn columns(n: usize, columns: usize) -> Vec<Vec<f64>> {
    let mut stream = WorldKey::new(1, 0, 0).stream(0, 0, Purpose::Resample);
    (0..columns).map(|_| (0..n).map(|_| stream.uniform()).collect()).collect()
}

/// A sum with falling weights, and some chance.
fn figure(columns: &[Vec<f64>], i: usize) -> f64 {
    columns.iter().enumerate().map(|(k, c)| c[i] / (k + 1) as f64).sum()
}

fn from_draws(c: &mut Criterion) {
    let x = columns(DRAWS, PARAMETERS);
    let y: Vec<f64> = (0..DRAWS).map(|i| figure(&x, i)).collect();
    let names: Vec<String> = (0..PARAMETERS).map(|i| format!("x{i}")).collect();
    c.bench_function("regression", |b| b.iter(|| black_box(regression(&names, &x, &y))));
    let costs: Vec<Vec<f64>> =
        (0..3).map(|m| (0..DRAWS).map(|i| y[i] * f64::from(m) - f64::from(m) * 2.4).collect()).collect();
    let known: Vec<ParameterSet<'_>> = names
        .iter()
        .zip(&x)
        .map(|(name, column)| ParameterSet { name: name.clone(), columns: vec![column.as_slice()] })
        .collect();
    let mut group = c.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("evppi", |b| b.iter(|| black_box(evppi(&costs, &known, &[]))));
    group.finish();
}

fn indices(c: &mut Criterion) {
    let (a, b) = (columns(POINTS, FACTORS), columns(POINTS, 2 * FACTORS).split_off(FACTORS));
    let at = |x: &[Vec<f64>]| (0..POINTS).map(|i| figure(x, i)).collect::<Vec<f64>>();
    let mixed = |k: usize| {
        let mut x = a.clone();
        x[k].clone_from(&b[k]);
        at(&x)
    };
    let design = Design { a: at(&a), b: at(&b), ab: (0..FACTORS).map(mixed).collect(), ba: Vec::new() };
    let names: Vec<String> = (0..FACTORS).map(|i| format!("x{i}")).collect();
    let mut group = c.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("sobol", |b| b.iter(|| black_box(design.analyse(&names, Vec::new(), Vec::new()))));
    group.finish();
}

criterion_group!(benches, from_draws, indices);
criterion_main!(benches);
