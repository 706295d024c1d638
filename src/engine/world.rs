//! One world: every person of a draw lives through the years, block by block, under every model.

use super::setup::Draw;
use super::step::{self, Outputs, ShareColumns};
use super::sums::{ByUnit, COVERAGE_BINS, Common, National, Sums, add};
use crate::population::attributes::Origin;
use crate::population::life::{self, Ages};
use crate::population::placement::{Entry, Placer, UnitEffects};
use crate::population::{BLOCK, Column, Persons};
use crate::random::WorldKey;
use multiversion::multiversion;

/// What a world needs beside its draw.
pub struct Place<'a> {
    /// Placement of persons.
    pub placer: &'a Placer,
    /// Tax zone of each unit.
    pub zones: &'a [u8],
    /// First year.
    pub base_year: i32,
    /// Number of years.
    pub years: usize,
}

/// Simulates a world and leaves its sums in `sums` (cleared first). Returns the person-years lived.
pub fn simulate(place: &Place<'_>, draw: &Draw, world: &WorldKey, sums: &mut Sums) -> u64 {
    sums.clear();
    let effects = place.placer.effects(world, &draw.theta);
    let start = place.placer.base_year(world, &draw.theta, &effects);
    let arrivals = place.placer.arrivals(world, &draw.theta, start.len(), place.years);
    let origin = Origin::new(&draw.theta);
    let ages = Ages::new(&draw.theta);
    let mut lived = 0;
    for (t, cohort) in std::iter::once(&start).chain(arrivals.iter().skip(1)).enumerate() {
        for entries in cohort.chunks(BLOCK) {
            lived += live(place, draw, world, &effects, &origin, &ages, entries, t, sums);
        }
    }
    for (model, years) in draw.in_year.iter().enumerate().skip(1) {
        for (year, m) in years.iter().enumerate() {
            if !m.started {
                sums.copy_from_null(model, year);
            }
        }
    }
    lived
}

/// Share of a block that may be dead before the living are moved together.
const DEAD_SHARE: usize = 8;

/// One block from its first year to the horizon. Compiled for several instruction sets; all of
/// them give the same bits, since nothing is fused or reordered.
#[multiversion(targets(
    "x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl",
    "x86_64+avx+avx2",
    "aarch64+neon"
))]
fn live(
    place: &Place<'_>,
    draw: &Draw,
    world: &WorldKey,
    effects: &UnitEffects,
    origin: &Origin,
    ages: &Ages,
    entries: &[Entry],
    first: usize,
    sums: &mut Sums,
) -> u64 {
    let mut persons = Persons::new();
    let p = &mut persons;
    origin.enter(p, entries, world, &draw.theta, effects, place.zones, first as f64);
    let models = draw.in_year.len();
    let mut bpa: Vec<Column> = vec![p.recipient; models];
    let mut out = Outputs::new();
    let mut lived = 0;
    for t in first..place.years {
        if p.used == 0 {
            break;
        }
        let year = place.base_year + t as i32;
        let (shared, [need_dev, work_dev]) = step::shared(p, ages, draw, world, year, t == 0);
        let later = if t == 0 { 0.0 } else { 1.0 };
        let null = step::municipal_shares(p, &draw.in_year[0][t]);
        for model in 0..models {
            let m = &draw.in_year[model][t];
            if model > 0 && !m.started {
                bpa[model] = bpa[0];
                continue;
            }
            let own: ShareColumns;
            let own = if model == 0 {
                &null
            } else {
                own = step::municipal_shares(p, m);
                &own
            };
            step::decide(p, &shared, draw, m, &null, own, &mut bpa[model], later, &mut out);
            step::serve(p, &shared, draw, m, &null, own, &mut out);
            step::pay(p, draw, m, &mut out);
            gather(p, &out, &shared.dies, model, t, sums);
        }
        let common = &mut sums.common[t];
        add(&mut common[Common::Persons as usize], &p.alive, &p.alive);
        add(&mut common[Common::Need as usize], &p.need, &p.alive);
        add(&mut common[Common::Relatives as usize], &p.relatives, &p.alive);
        let mut capable = [0.0; BLOCK];
        for i in 0..BLOCK {
            let working_age = (p.age[i] >= 18.0) & (p.age[i] < 67.0);
            capable[i] = if working_age { p.capable[i] } else { 0.0 };
        }
        add(&mut common[Common::Capable as usize], &capable, &p.alive);
        let alive: f64 = p.alive.iter().sum();
        lived += alive as u64;
        life::grow_older(p, &draw.theta, &shared.dies, &need_dev, &work_dev);
        let alive: f64 = p.alive.iter().sum();
        if (p.used - alive as usize) * DEAD_SHARE > p.used {
            p.compact(&mut bpa);
        }
    }
    lived
}

/// Adds a step's results to the sums.
#[inline(always)]
fn gather(p: &Persons, o: &Outputs, dies: &Column, model: usize, year: usize, sums: &mut Sums) {
    use ByUnit as U;
    let units = sums.units_mut(model, year);
    for i in 0..p.used {
        if p.alive[i] < 0.5 {
            continue;
        }
        let zone = p.zone_price[i];
        let row = &mut units[p.unit[i] as usize];
        row[U::Recipients as usize] += o.recipient[i];
        row[U::Awards as usize] += o.awarded[i];
        row[U::Exits as usize] += o.exited[i];
        row[U::Deaths as usize] += o.recipient[i] * dies[i];
        row[U::Delivered as usize] += o.delivered[i];
        row[U::Traditional as usize] += o.traditional[i];
        row[U::DeliveredPriced as usize] += zone * o.delivered[i];
        row[U::TraditionalPriced as usize] += zone * o.traditional[i];
        row[U::Other as usize] += o.other[i];
        row[U::Refund as usize] += o.refund[i];
        row[U::RefundBpa as usize] += o.refund_bpa[i];
        row[U::GrantHours as usize] += zone * o.grant_hours[i];
        row[U::Allowances as usize] += o.allowance[i];
        row[U::LostWork as usize] += o.lost_work[i];
        row[U::SickLeave as usize] += o.sick_leave[i];
        row[U::Time as usize] += o.time[i];
        row[U::Strain as usize] += o.strain[i];
        row[U::Admissions as usize] += o.admissions[i];
        row[U::Unmet as usize] += o.unmet[i];
        row[U::Employed as usize] += o.employed[i];
        row[U::RelativesHours as usize] += o.relatives_hours[i];
        row[U::Coverage as usize] += o.recipient[i] * o.coverage[i];
    }
    let cell = sums.cell(model, year);
    let bins = &mut sums.coverage[cell];
    for i in 0..p.used {
        if p.alive[i] * o.recipient[i] > 0.5 {
            bins[((o.coverage[i] * COVERAGE_BINS as f64) as usize).min(COVERAGE_BINS - 1)] += 1;
        }
    }

    use National as N;
    const Z: Column = [0.0; BLOCK];
    let (mut with, mut without, mut lost, mut refunded, mut only, mut squared) = (Z, Z, Z, Z, Z, Z);
    for i in 0..BLOCK {
        with[i] = p.alive[i] * o.recipient[i];
        without[i] = p.alive[i] - with[i];
        lost[i] = o.running[i] * o.granted[i] - o.delivered[i];
        refunded[i] = if o.refund[i] > 0.0 { 1.0 } else { 0.0 };
        only[i] = if p.other[i] > 0.0 { 0.0 } else { with[i] };
        squared[i] = o.coverage[i] * o.coverage[i];
    }
    let n = &mut sums.national[cell];
    let live = &p.alive;
    add(&mut n[N::RecipientsNeed as usize], &p.need, &with);
    add(&mut n[N::Granted as usize], &o.granted, &with);
    add(&mut n[N::Lost as usize], &lost, live);
    add(&mut n[N::Leading as usize], &o.leading, live);
    add(&mut n[N::RelativesOut as usize], &o.relatives_out, live);
    add(&mut n[N::RelativesEmployed as usize], &o.relatives_employed, live);
    add(&mut n[N::Education as usize], &o.education, live);
    add(&mut n[N::Waiting as usize], &o.waiting, live);
    add(&mut n[N::PoolTraditional as usize], &o.traditional_pool, live);
    add(&mut n[N::PoolRelatives as usize], &o.relatives_hours, &without);
    add(&mut n[N::Refunded as usize], &refunded, live);
    add(&mut n[N::BpaOnly as usize], &only, &only);
    add(&mut n[N::BpaOnlyRefunded as usize], &refunded, &only);
    add(&mut n[N::CoverageSquared as usize], &squared, &with);
    let mut flag = Z;
    for class in 0..5 {
        let from = f64::from(crate::scenario::units::CLASS_FROM[class]);
        let to = crate::scenario::units::CLASS_FROM.get(class + 1).map_or(f64::INFINITY, |a| f64::from(*a));
        for i in 0..BLOCK {
            flag[i] = if (p.age[i] >= from) & (p.age[i] < to) { 1.0 } else { 0.0 };
        }
        add(&mut n[N::Age0 as usize + class], &flag, &with);
    }
    for class in 0..6 {
        for i in 0..BLOCK {
            flag[i] = step::in_hours_class(o.granted[i], class);
        }
        add(&mut n[N::Hours0 as usize + class], &flag, &with);
    }
}
