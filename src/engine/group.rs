//! A group of persons through the years, block by block, under every model: the kernel. Compiled for several
//! instruction sets; the best one the processor has is chosen when the program runs.
//!
//! Persons are added up in the order they stand in their group: the same for any threads and vectors.

use super::accumulate::{DerivedColumns, accumulate, accumulate_without_bpa};
use super::costs;
use super::group_sums::GroupSums;
use super::in_year::InYear;
use super::instructions::by_instructions;
use super::outputs::{Outputs, ShareColumns};
use super::person::{BlockYear, TakingOver};
use super::setup::Draw;
use super::shared::{Moment, Shared};
use super::step;
use super::summation::{Lanes, add};
use super::sums::{Common, MAX_UNFLUSHED_BLOCKS, Sums};
use super::without_bpa;
use crate::population::attributes::AttributeSampler;
use crate::population::block_list::{BlockList, PersonBlock, lanes};
use crate::population::life::{self, AgeTables};
use crate::population::placement::{Entrant, UnitEffects};
use crate::population::{BLOCK, Column, Persons};
use crate::random::WorldKey;

/// Persons of the same world, few enough to stay in the processor's cache.
pub struct Group<'a> {
    /// `[year]`: who enters in it.
    pub entrants: Vec<&'a [Entrant]>,
    /// Tax zone of each unit.
    pub zones: &'a [u8],
    /// First year of the run.
    pub base_year: i32,
    /// Parameters and models.
    pub draw: &'a Draw,
    /// Random numbers.
    pub world: &'a WorldKey,
    /// The effects of each unit on its persons.
    pub effects: &'a UnitEffects,
    /// The sampler of the persons' attributes.
    pub origin: &'a AttributeSampler,
    /// The tables by age.
    pub ages: &'a AgeTables,
    /// `[year]`: what it does to all awards.
    pub shocks: &'a [f64],
}

/// Scratch memory for a group. It is kept for the next group: to allocate and clear it would cost more than many a rule.
pub struct GroupScratch {
    /// Persons with BPA under some model, and those on their way to it.
    served: BlockList,
    /// Persons who have BPA under no model.
    pool: BlockList,
    newcomers: Vec<Persons>,
    /// `[model]`: a block's shares.
    shares: Vec<ShareColumns>,
    rows: GroupSums,
}

impl Group<'_> {
    /// The year with index `t`.
    #[inline(always)]
    fn moment(&self, t: usize) -> Moment {
        Moment { year: self.base_year + t as i32, t, shock: self.shocks[t] }
    }
}

impl GroupScratch {
    /// Allocates memory for persons under so many models.
    pub fn new(models: usize) -> GroupScratch {
        GroupScratch {
            served: BlockList::new(models),
            pool: BlockList::new(models),
            newcomers: Vec::new(),
            shares: vec![ShareColumns::new(); models],
            rows: GroupSums::default(),
        }
    }
}

by_instructions! {
    /// Simulates a group from the first year to the horizon and adds it to `sums`. Returns the person-years lived.
    pub fn simulate_group(group: &Group<'_>, group_scratch: &mut GroupScratch, sums: &mut Sums) -> u64 = all_years;
}

/// The columns of a block when a model's year is done, for an observer of single persons.
pub struct Observation<'a> {
    /// Index of the model.
    pub model: usize,
    /// Index of the year.
    pub year: usize,
    /// What the kernel worked from.
    pub block: BlockYear<'a>,
    /// Who had BPA when the year began.
    pub had: &'a Column,
    /// The results of the year.
    pub out: &'a Outputs,
}

/// Is shown every block, model and year while a group is simulated.
pub trait Observer {
    /// Whether the observer needs every column. Persons without BPA then go through the full model year as well, which
    /// gives the same results by more arithmetic.
    const ACTIVE: bool = true;
    /// Called when a model's year is done.
    fn observe(&mut self, observation: &Observation<'_>);
}

/// The observer of an ordinary run, which looks at nothing.
impl Observer for () {
    const ACTIVE: bool = false;
    #[inline(always)]
    fn observe(&mut self, _: &Observation<'_>) {}
}

/// The same as [`simulate_group`] with an observer. Every instruction set gives the same bits; this takes the slowest.
pub fn simulate_group_observed(group: &Group<'_>, sums: &mut Sums, observer: &mut impl Observer) -> u64 {
    years(group, &mut GroupScratch::new(group.draw.lives.lived.len()), sums, observer)
}

#[inline(always)]
fn all_years(group: &Group<'_>, group_scratch: &mut GroupScratch, sums: &mut Sums) -> u64 {
    years(group, group_scratch, sums, &mut ())
}

#[inline(always)]
fn years<O: Observer>(
    group: &Group<'_>,
    group_scratch: &mut GroupScratch,
    sums: &mut Sums,
    observer: &mut O,
) -> u64 {
    let GroupScratch { served, pool, newcomers, shares, rows } = group_scratch;
    rows.clear(&group.entrants, shares.len());
    served.clear();
    pool.clear();
    enter(group, newcomers);
    // Each in a place of its own: only then does the compiler know that writing one leaves the others alone.
    let (mut shared, mut out, mut derived) = (Shared::new(), Outputs::new(), DerivedColumns::new());
    let (mut null, mut own, mut full) = (ShareColumns::new(), ShareColumns::new(), ShareColumns::new());
    macro_rules! buffers {
        () => {
            BlockBuffers {
                shared: &mut shared,
                null: &mut null,
                own: &mut own,
                full: &mut full,
                out: &mut out,
                derived: &mut derived,
            }
        };
    }
    let (mut entered, mut lived) = (0, 0);
    for (t, entries) in group.entrants.iter().enumerate() {
        for entrant in entered..entered + entries.len() {
            let (from, lane) = (&newcomers[entrant / BLOCK], entrant % BLOCK);
            let has = from.recipient[lane];
            let list = if O::ACTIVE || has > 0.5 { &mut *served } else { &mut *pool };
            list.insert(from, lane, has);
        }
        entered += entries.len();
        lived += (served.len() + pool.len()) as u64;
        for blocks in pool.blocks().chunks_mut(MAX_UNFLUSHED_BLOCKS) {
            for block in blocks {
                year_without_bpa(group, &mut block.persons, t, buffers!(), shares, served, (rows, sums));
            }
            sums.flush(t);
        }
        for blocks in served.blocks().chunks_mut(MAX_UNFLUSHED_BLOCKS) {
            for block in blocks {
                year(group, block, t, buffers!(), rows, sums, observer);
            }
            sums.flush(t);
        }
        rows.flush(t, sums);
        if !O::ACTIVE {
            served.move_without_bpa(pool);
        }
        served.remove_dead();
        pool.remove_dead();
    }
    lived
}

/// Makes everybody who ever enters, in the order in which they do. A loop, since what an iterator calls would not be
/// compiled for the wider vectors.
#[inline(always)]
fn enter(group: &Group<'_>, newcomers: &mut Vec<Persons>) {
    let Group { draw, entrants, origin, world, effects, zones, .. } = group;
    let (entries, years): (Vec<Entrant>, Vec<f64>) = (0..)
        .zip(entrants)
        .flat_map(|(t, entries)| entries.iter().map(move |entry| (*entry, f64::from(t))))
        .unzip();
    while newcomers.len() < entries.len().div_ceil(BLOCK) {
        newcomers.push(Persons::new());
    }
    for ((p, entries), first) in newcomers.iter_mut().zip(entries.chunks(BLOCK)).zip(years.chunks(BLOCK)) {
        let mut years = [0.0; BLOCK];
        years[..first.len()].copy_from_slice(first);
        origin.enter(p, entries, world, &draw.theta, (effects, zones), &years);
    }
}

/// Where a block's year is worked out: what all models share, the shares of the zero alternative, of the model and of the
/// model in full effect, the results and their products.
struct BlockBuffers<'a> {
    shared: &'a mut Shared,
    null: &'a mut ShareColumns,
    own: &'a mut ShareColumns,
    full: &'a mut ShareColumns,
    out: &'a mut Outputs,
    derived: &'a mut DerivedColumns,
}

/// What a block is added up to: the group's sums by unit, and the world's.
type Totals<'a> = (&'a mut GroupSums, &'a mut Sums);

/// One year of a block under every model, and the turn of the year.
#[inline(always)]
fn year(
    group: &Group<'_>,
    block: &mut PersonBlock,
    t: usize,
    buffers: BlockBuffers<'_>,
    rows: &mut GroupSums,
    sums: &mut Sums,
    observer: &mut impl Observer,
) {
    let BlockBuffers { shared, null, own, full, out, derived } = buffers;
    let Group { base_year, draw, world, ages, .. } = *group;
    let PersonBlock { persons: p, bpa } = block;
    shared.fill(p, ages, draw, world, group.moment(t));
    shared.fill_served(p, draw, world, base_year + t as i32, t == 0);
    let later = if t == 0 { 0.0 } else { 1.0 };
    let places = rows.places(p);
    step::municipal_shares(p, &draw.lived(0)[t], null);
    for model in 0..bpa.len() {
        let m = &draw.lived(model)[t];
        if !m.started {
            bpa[model] = bpa[0];
            continue;
        }
        let own = shares_of(p, m, model == 0, null, own);
        let had = bpa[model].0;
        let taking_over = taking_over(p, &draw.lived(0)[t], m, full);
        let year = BlockYear { persons: p, shared, draw, in_year: m, null, own, taking_over, later };
        step::decide(&year, &mut bpa[model].0, out);
        step::serve(&year, out);
        costs::pay::<true>(&year, out);
        accumulate((p, &shared.age_class), out, &places, (model, t), derived, rows, sums);
        observer.observe(&Observation {
            model: draw.lives.lived[model],
            year: t,
            block: year,
            had: &had,
            out,
        });
    }
    turn(p, draw, t, shared, sums);
}

/// Who else assesses cases in the year, if they are moving to another decider; works the shares under it out in `full`.
#[inline(always)]
pub(super) fn taking_over<'a>(
    p: &Persons,
    null: &'a InYear,
    m: &'a InYear,
    full: &'a mut ShareColumns,
) -> Option<TakingOver<'a>> {
    let own = m.full.as_deref()?;
    step::municipal_shares(p, own, full);
    Some(TakingOver { null, full: own, shares: full, moved: m.force.phase })
}

/// The same for persons who have BPA under no model. Those who are awarded it this year under a model move to `served`
/// first, and their year is simulated there. `shares` holds every model's shares.
#[inline(always)]
fn year_without_bpa(
    group: &Group<'_>,
    p: &mut Persons,
    t: usize,
    buffers: BlockBuffers<'_>,
    shares: &mut [ShareColumns],
    served: &mut BlockList,
    (rows, sums): Totals<'_>,
) {
    let BlockBuffers { shared, null, full, out, derived, .. } = buffers;
    let Group { draw, world, ages, .. } = *group;
    shared.fill(p, ages, draw, world, group.moment(t));
    step::municipal_shares(p, &draw.lived(0)[t], null);
    let mut awarded = [0.0; BLOCK];
    for (model, own) in shares.iter_mut().enumerate() {
        let m = &draw.lived(model)[t];
        if !m.started {
            continue;
        }
        let own = shares_of(p, m, model == 0, null, own);
        if t > 0 {
            let taking_over = taking_over(p, &draw.lived(0)[t], m, full);
            let year = BlockYear { persons: p, shared, draw, in_year: m, null, own, taking_over, later: 1.0 };
            without_bpa::decide(&year, &mut out.assessed, &mut awarded);
        }
    }
    for lane in lanes(&awarded) {
        served.insert(p, lane, 0.0);
        p.alive[lane] = 0.0;
        shared.leaves[lane] = 0.0;
    }
    let places = rows.places(p);
    for (model, own) in shares.iter().enumerate() {
        let m = &draw.lived(model)[t];
        if !m.started {
            continue;
        }
        let own = if model == 0 { &*null } else { own };
        let year =
            BlockYear { persons: p, shared, draw, in_year: m, null, own, taking_over: None, later: 1.0 };
        without_bpa::serve(&year, out);
        costs::pay::<false>(&year, out);
        accumulate_without_bpa(p, out, &places, (model, t), derived, rows, sums);
    }
    turn(p, draw, t, shared, sums);
}

/// The shares of the zero alternative, or of another model, worked out in `own`.
#[inline(always)]
fn shares_of<'a>(
    p: &Persons,
    m: &InYear,
    is_null: bool,
    null: &'a ShareColumns,
    own: &'a mut ShareColumns,
) -> &'a ShareColumns {
    if is_null {
        return null;
    }
    step::municipal_shares(p, m, own);
    own
}

/// The turn of the year, the same under every model.
#[inline(always)]
fn turn(p: &mut Persons, draw: &Draw, t: usize, shared: &Shared, sums: &mut Sums) {
    common(p, &shared.baseline_care, &mut sums.common[t]);
    let next = (t + 1) as f64;
    life::grow_older(p, &draw.theta, next, &shared.leaves, &shared.need, &shared.work_change);
}

/// Adds up what is the same under every model.
#[inline(always)]
fn common(p: &Persons, baseline_care: &Column, sums: &mut [Lanes; Common::COUNT]) {
    let (mut capable, mut care) = ([0.0; BLOCK], [0.0; BLOCK]);
    for i in 0..BLOCK {
        care[i] = p.relatives[i] * baseline_care[i];
        let working_age = (p.age[i] >= 18.0) & (p.age[i] < 67.0);
        capable[i] = if working_age { p.capable[i] } else { 0.0 };
    }
    add(
        sums,
        [
            (Common::Persons as usize, &p.alive, &p.alive),
            (Common::Need as usize, &p.need, &p.alive),
            (Common::Relatives as usize, &p.relatives, &p.alive),
            (Common::Capable as usize, &capable, &p.alive),
            (Common::BaselineCare as usize, &care, &p.alive),
        ],
    );
}
