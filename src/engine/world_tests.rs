//! A world's sums against everybody added up, and who lives in each year.

use super::*;
use crate::engine::group::{Observation, Observer, simulate_group_observed};
use crate::engine::run::Engine;
use crate::engine::shared::Shared;
use crate::engine::summation::total;
use crate::engine::sums::{ByUnit, COVERAGE_BINS, Common, National};
use crate::math::{exp, ln};
use crate::population::{BLOCK, Persons};
use crate::scenario::load;
use crate::scenario::overrides::Options;
use std::collections::BTreeSet;

/// Adds everybody up by what each sum is said to be, one person after the other. Since it looks, everybody goes the
/// whole way.
struct Adds {
    years: usize,
    national: Vec<[f64; National::COUNT]>,
    common: Vec<[f64; Common::COUNT]>,
    coverage: Vec<[u32; COVERAGE_BINS]>,
}

impl Observer for Adds {
    fn observe(&mut self, seen: &Observation<'_>) {
        for i in (0..BLOCK).filter(|&i| seen.block.persons.alive[i] > 0.5) {
            self.person(seen, i);
            if seen.model == 0 {
                self.common(seen, i);
            }
        }
    }
}

/// The class whose lower limit is the last one that is reached.
fn class(limits: &[f64], x: f64) -> usize {
    limits.iter().filter(|limit| x >= **limit).count()
}

impl Adds {
    fn person(&mut self, seen: &Observation<'_>, i: usize) {
        let (p, o) = (seen.block.persons, seen.out);
        let cell = seen.model * self.years + seen.year;
        let sums = &mut self.national[cell];
        let mut add = |column: usize, x: f64| sums[column] += x;
        let [age, hours] =
            [class(&[18.0, 50.0, 67.0, 80.0], p.age[i]), class(&[2.0, 5.0, 10.0, 15.0, 35.5], o.granted[i])];
        if o.adds(ByUnit::Refund, i) > 0.0 {
            add(National::Refunded as usize, 1.0);
        }
        if o.recipient[i] > 0.5 {
            add(National::RecipientsNeed as usize, p.need[i]);
            add(National::Granted as usize, o.granted[i]);
            add(National::CoverageSquared as usize, o.coverage[i].powi(2));
            add(National::Age0 as usize + age, 1.0);
            add(National::Hours0 as usize + hours, 1.0);
            if p.other[i] == 0.0 {
                add(National::BpaOnly as usize, 1.0);
                add(
                    National::BpaOnlyRefunded as usize,
                    if o.adds(ByUnit::Refund, i) > 0.0 { 1.0 } else { 0.0 },
                );
            }
            self.coverage[cell][((o.coverage[i] * 400.0) as usize).min(799)] += 1;
        } else {
            add(National::PoolTraditional as usize, o.without_bpa[i]);
            add(National::PoolRelatives as usize, o.relatives_hours[i]);
        }
        add(National::Lost as usize, o.running[i] * o.granted[i] - o.delivered[i]);
        add(National::Leading as usize, o.leading[i]);
        add(National::RelativesOut as usize, o.relatives_out[i]);
        add(National::RelativesEmployed as usize, o.relatives_employed[i]);
        add(National::Waiting as usize, o.waiting[i]);
        add(National::Education as usize, o.education[i]);
    }

    fn common(&mut self, seen: &Observation<'_>, i: usize) {
        let p = seen.block.persons;
        let sums = &mut self.common[seen.year];
        sums[Common::Persons as usize] += 1.0;
        sums[Common::Need as usize] += p.need[i];
        sums[Common::Relatives as usize] += p.relatives[i];
        sums[Common::BaselineCare as usize] += p.relatives[i] * seen.block.shared.baseline_care[i];
        if (18.0..67.0).contains(&p.age[i]) {
            sums[Common::Capable as usize] += p.capable[i];
        }
    }
}

fn all_groups(cohorts: &[Vec<Entrant>]) -> impl Iterator<Item = Vec<&[Entrant]>> {
    let all = groups(cohorts);
    (0..all).map(move |own| group(cohorts, own, all))
}

/// Sums are of whole steps, so not the same to the last bit.
fn same(name: &str, sum: f64, added: f64) {
    assert!((sum - added).abs() <= 1e-7 * added.abs().max(1.0), "{name}: {sum} {added}");
}

/// Who has no BPA is worked out apart from the others, in another order and by less arithmetic, with the same bits; and
/// the country's sums are those of everybody in it.
#[test]
fn persons_without_bpa_by_themselves_are_what_they_are_among_all() {
    let options = Options {
        sets: ["financing.A.start_year=2026", "financing.B.start_year=2025", "exit_rate=0.2"]
            .map(String::from)
            .to_vec(),
        models: Some(vec!["A".into(), "B".into()]),
        years: Some(8),
    };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    for number in 0..2 {
        let draw = engine.draw(&engine.stated(5, number));
        let key = WorldKey::new(5, number as u32, 0);
        let (mut scratch, mut among) = (engine.scratch(), engine.sums());
        let lived = engine.simulate_world(&draw, &key, &mut scratch);
        let apart = scratch.sums;
        let people = engine.people(&draw, &key);
        let setup = engine.world_setup();
        let mut added = Adds {
            years: 8,
            national: vec![[0.0; National::COUNT]; 3 * 8],
            common: vec![[0.0; Common::COUNT]; 8],
            coverage: vec![[0; COVERAGE_BINS]; 3 * 8],
        };
        let all =
            simulate_groups(&setup, &draw, &key, &people.effects, all_groups(&people.cohorts), |group| {
                simulate_group_observed(group, &mut among, &mut added)
            });
        assert_eq!(lived, all);
        let started = |model: usize, year: usize| draw.in_year[model][year].started;
        for (model, year) in (0..3).flat_map(|m| (0..8).map(move |t| (m, t))).filter(|&(m, t)| started(m, t))
        {
            let cell = apart.cell(model, year);
            assert_eq!(apart.coverage[cell][..COVERAGE_BINS], among.coverage[cell][..COVERAGE_BINS]);
            assert_eq!(apart.coverage[cell][..COVERAGE_BINS], added.coverage[cell]);
            assert_eq!(apart.units(model, year), among.units(model, year));
            for column in 0..National::COUNT {
                let [a, b] = [&apart, &among].map(|sums| total(&sums.national[cell][column]));
                assert_eq!(a, b, "{model} {year} {}", National::NAMES[column]);
                same(National::NAMES[column], a, added.national[cell][column]);
            }
        }
        for (year, (a, b)) in apart.common.iter().zip(&among.common).enumerate() {
            assert_eq!(a.each_ref().map(total), b.each_ref().map(total));
            for column in 0..Common::COUNT {
                same(Common::NAMES[column], total(&a[column]), added.common[year][column]);
            }
        }
    }
}

/// Who lives in each year, and what the year draws for them.
struct Lives {
    base_year: i32,
    key: WorldKey,
    ages: AgeTables,
    shocks: Vec<f64>,
    living: Vec<BTreeSet<u64>>,
}

impl Lives {
    /// What is looked up for the person in a lane.
    fn looked_up(&self, p: &Persons, shared: &Shared, i: usize) {
        let (age, relatives) = (p.age[i], p.relatives[i]);
        let flag = |is: bool| f64::from(u8::from(is));
        let student = (18.0..=25.0).contains(&age);
        assert_eq!(shared.education[i], if student { p.education_logit[i] } else { f64::INFINITY });
        let employed = relatives > 0.0 && p.employment_u[i] < self.ages.employment(age);
        assert_eq!(shared.employed[i], flag(employed));
        assert_eq!(shared.staffed[i], if age >= 18.0 { p.housing[i] } else { 0.0 });
        let led = (age < 18.0 || p.intellectual[i] == 1.0) && relatives > 0.0;
        assert_eq!(shared.leads[i], flag(led));
        assert_eq!(shared.work[i].is_infinite(), p.capable[i] == 0.0);
        assert_eq!((shared.per_need[i], shared.work_base[i]), (1.0 / p.need[i], self.ages.work_logit(age)));
        assert_eq!(shared.baseline_care[i], self.ages.baseline_care(age));
    }
}

impl Observer for Lives {
    fn observe(&mut self, seen: &Observation<'_>) {
        let (p, shared) = (seen.block.persons, seen.block.shared);
        let year = self.base_year + seen.year as i32;
        let [_, award, exit, broken] = self.key.columns(&p.key, year, Purpose::YearEvents);
        for i in (0..BLOCK).filter(|&i| p.alive[i] > 0.5) {
            self.living[seen.year].insert(p.key[i]);
            self.looked_up(p, shared, i);
            let open = self.ages.award_ratio(p.age[i]) * self.shocks[seen.year];
            assert_eq!(shared.openness[i], open);
            assert_eq!(shared.award[i], -ln(award[i]));
            assert_eq!(shared.exit[i], if seen.year == 0 { 2.0 } else { exit[i] });
            assert_eq!(shared.break_u[i], broken[i]);
            let [review, _] = self.key.pair(p.key[i], year, Purpose::Review);
            let reviewed =
                p.age[i] == 18.0 && seen.year > 0 && review < seen.block.draw.theta.transition_review;
            if seen.year > 0 && self.living[seen.year - 1].contains(&p.key[i]) {
                let theta = &seen.block.draw.theta;
                let trend = theta.need_trend * seen.year as f64;
                let need = p.level[i] * exp(trend + p.drifted[i] + p.path[i] - p.path_start[i]);
                assert_eq!(p.need[i], need.min(theta.need_max));
            }
            assert_eq!(shared.reviewed[i], f64::from(u8::from(reviewed)));
        }
    }
}

/// Each enters in his own year and once, and every year has numbers of its own.
#[test]
fn everybody_lives_from_the_year_of_entry_on() {
    let sets = vec!["need_trend=0.02".into()];
    let options = Options { sets, models: Some(Vec::new()), years: Some(4) };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let (draw, key) = (engine.draw(&engine.means()), WorldKey::new(3, 1, 0));
    let (people, setup) = (engine.people(&draw, &key), engine.world_setup());
    let ages = AgeTables::new(&draw.theta, 4);
    let shocks = shocks(&setup, &draw, &key);
    assert!(shocks[0] != shocks[1]);
    let mut lives = Lives { base_year: setup.base_year, key, ages, shocks, living: vec![BTreeSet::new(); 4] };
    let mut sums = engine.sums();
    let cohorts = all_groups(&people.cohorts);
    let lived = simulate_groups(&setup, &draw, &key, &people.effects, cohorts, |group| {
        simulate_group_observed(group, &mut sums, &mut lives)
    });
    assert_eq!(lived, lives.living.iter().map(|year| year.len() as u64).sum::<u64>());
    let mut before = BTreeSet::new();
    for (year, cohort) in people.cohorts.iter().enumerate() {
        let entering: BTreeSet<u64> = cohort.iter().map(|entrant| entrant.key).collect();
        assert!(entering.is_subset(&lives.living[year]), "{year}");
        let older: BTreeSet<u64> = lives.living[year].difference(&entering).copied().collect();
        assert!(older.is_subset(&before) && (year == 0 || !entering.is_empty()), "{year}");
        before = lives.living[year].clone();
    }
}
