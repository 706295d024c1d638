//! What a block of persons draws and looks up once a year, the same for all models: that is what
//! makes the models' worlds equal, and a further model cheaper than the first.
//!
//! What only those with BPA need of it is worked out for them alone, see [`Shared::fill_served`].

use super::setup::Draw;
use super::summation::KIND;
use crate::behaviour::delivery;
use crate::math::{ln, normal_pair, normal_to_logit, of_class};
use crate::population::life::{AgeTables, GROWN_UP, leave};
use crate::population::{BLOCK, Column, Persons};
use crate::random::{Purpose, WorldKey};
use crate::scenario::units::{AGE_CLASSES, AGE_FROM};

/// The year in which a block is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Calendar year.
    pub year: i32,
    /// Its index.
    pub t: usize,
    /// What the year does to all awards, see [`crate::behaviour::award::shock`].
    pub shock: f64,
}

/// What is drawn or looked up once a year for all models.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct Shared {
    /// Uniform numbers of death, award, exit and break.
    events: [Column; 4],
    /// Uniform numbers of waiting time, length of break, change of need and of the work deviate.
    sizes: [Column; 4],
    /// −ln U of the award decision.
    pub award: Column,
    /// How open admission is in the year, for the person's age.
    pub openness: Column,
    /// U of voluntary exit; 2 in the base year, so that nobody leaves.
    pub exit: Column,
    /// −ln U of the waiting time.
    pub wait: Column,
    /// U of whether there is a break.
    pub break_u: Column,
    /// Its length if there is one, share of the year.
    pub break_length: Column,
    /// Standard normal change of need.
    pub need: Column,
    /// Standard normal change of the work deviate.
    pub work_change: Column,
    /// 1 / need.
    pub per_need: Column,
    /// 1 for those turning 18 this year whose review would cut hours.
    pub reviewed: Column,
    /// Latent work deviate, logistic scale; +∞ for those who can't work, so that none is employed.
    pub work: Column,
    /// logit of base employment by age; −∞ outside working age.
    pub work_base: Column,
    /// Education deviate, logistic scale; +∞ outside 18–25.
    pub education: Column,
    /// 1 where the person's relatives were employed before.
    pub employed: Column,
    /// m: hours a week each relative gives whatever the services.
    pub baseline_care: Column,
    /// 1 for those in a home with staff while without BPA.
    pub staffed: Column,
    /// 1 where relatives lead the work.
    pub leads: Column,
    /// 1 for those who leave at the end of the year: they die or move to an institution.
    pub leaves: Column,
    /// 1 for those of them who move to an institution.
    pub moves: Column,
    /// Age class to be counted, see [`age_class`].
    pub age_class: Column,
}

impl Shared {
    /// All zero.
    pub fn new() -> Shared {
        const Z: Column = [0.0; BLOCK];
        Shared {
            events: [Z; 4],
            sizes: [Z; 4],
            award: Z,
            openness: Z,
            exit: Z,
            wait: Z,
            break_u: Z,
            break_length: Z,
            need: Z,
            work_change: Z,
            per_need: Z,
            reviewed: Z,
            work: Z,
            work_base: Z,
            education: Z,
            employed: Z,
            baseline_care: Z,
            staffed: Z,
            leads: Z,
            leaves: Z,
            moves: Z,
            age_class: Z,
        }
    }

    /// Draws and looks up what all models share in a year.
    #[inline(always)]
    pub fn fill(&mut self, p: &Persons, ages: &AgeTables, d: &Draw, world: &WorldKey, moment: Moment) {
        let Moment { year, t, shock } = moment;
        world.fill(&p.key, year, Purpose::YearEvents, &mut self.events);
        world.fill(&p.key, year, Purpose::YearSizes, &mut self.sizes);
        let [death, award, ..] = &self.events;
        let [_, _, need, work_change] = &self.sizes;
        // Logarithms are long chains of sums: in loops of their own several persons' go on at once.
        for i in 0..BLOCK {
            self.award[i] = -ln(award[i]);
        }
        for i in 0..BLOCK {
            [self.need[i], self.work_change[i]] = normal_pair(need[i], work_change[i]);
        }
        for i in 0..BLOCK {
            self.per_need[i] = 1.0 / p.need[i];
        }
        for i in 0..BLOCK {
            self.work[i] = if p.capable[i] > 0.5 { normal_to_logit(p.work[i]) } else { f64::INFINITY };
        }
        for i in 0..BLOCK {
            let age = p.age[i];
            self.work_base[i] = ages.work_logit(age);
            let student = (age >= 18.0) & (age <= 25.0);
            self.education[i] = if student { p.education_logit[i] } else { f64::INFINITY };
            let has = if p.relatives[i] > 0.0 { 1.0 } else { 0.0 };
            self.employed[i] = if p.employment_u[i] < ages.employment(age) { has } else { 0.0 };
            self.age_class[i] = age_class(age);
        }
        for i in 0..BLOCK {
            let age = p.age[i];
            self.openness[i] = ages.award_ratio(age) * shock;
            self.baseline_care[i] = ages.baseline_care(age);
            self.staffed[i] = if age >= GROWN_UP { p.housing[i] } else { 0.0 };
        }
        leave(p, ages, (t, d.theta.rapid_death), death, &mut self.leaves, &mut self.moves);
    }

    /// What only matters to those with BPA or with an award: waiting, breaks, exits and reviews. After
    /// [`Shared::fill`] of the same year.
    #[inline(always)]
    pub fn fill_served(&mut self, p: &Persons, d: &Draw, world: &WorldKey, year: i32, base_year: bool) {
        let [_, _, exit, break_u] = &self.events;
        let [wait, length, ..] = &self.sizes;
        for i in 0..BLOCK {
            self.wait[i] = -ln(wait[i]);
        }
        for i in 0..BLOCK {
            self.break_length[i] = delivery::break_share(d.theta.break_weeks, -ln(length[i]));
        }
        for i in 0..BLOCK {
            self.exit[i] = if base_year { 2.0 } else { exit[i] };
            self.break_u[i] = break_u[i];
            let led = (p.age[i] < 18.0) | (p.intellectual[i] > 0.5);
            self.leads[i] = if led & (p.relatives[i] > 0.0) { 1.0 } else { 0.0 };
        }
        self.reviewed = [0.0; BLOCK];
        if !base_year {
            for i in 0..BLOCK {
                if p.age[i] == 18.0 {
                    self.reviewed[i] = reviewed(world, p.key[i], year, d.theta.transition_review);
                }
            }
        }
    }

    /// −ln U of the length of the break of the person in lane `i`.
    pub fn break_length_draw(&self, i: usize) -> f64 {
        let [_, length, ..] = &self.sizes;
        -ln(length[i])
    }
}

impl Default for Shared {
    fn default() -> Self {
        Shared::new()
    }
}

/// 1 with the given probability. Few turn 18: kept out of the loop, which would otherwise be made to draw a number
/// for everybody.
#[cold]
#[inline(never)]
fn reviewed(world: &WorldKey, who: u64, year: i32, probability: f64) -> f64 {
    let [u, _] = world.pair(who, year, Purpose::Review);
    if u < probability { 1.0 } else { 0.0 }
}

/// The age class, as a [`KIND`] to be counted.
#[inline(always)]
pub fn age_class(age: f64) -> f64 {
    const KINDS: [f64; AGE_CLASSES.len()] = [KIND[0], KIND[1], KIND[2], KIND[3], KIND[4]];
    of_class(&AGE_FROM, &KINDS, age)
}
