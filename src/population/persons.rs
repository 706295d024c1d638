//! A block of persons as columns, small enough to stay in cache. Lanes past those in use hold a copy of a person who
//! does not live there (any longer), so that loops run over the whole block without branches.

/// Persons in a block.
pub const BLOCK: usize = 64;

/// One attribute of every person in a block. Structures of columns begin on a cache line, and so does then every
/// column: a vector that lay across two lines would be fetched twice.
pub type Column = [f64; BLOCK];
const _: () = assert!((BLOCK * size_of::<u32>()).is_multiple_of(64));

macro_rules! persons {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// Columns of a block; flags are 1 or 0.
        #[derive(Clone, Debug)]
        #[repr(C, align(64))]
        pub struct Persons {
            /// Key of each person's random numbers.
            pub key: [u64; BLOCK],
            /// Index of each person's unit.
            pub unit: [u32; BLOCK],
            $($(#[$doc])* pub $field: Column,)*
            /// Lanes in use: the first ones.
            pub used: usize,
        }

        impl Persons {
            /// An empty block.
            pub fn new() -> Persons {
                Persons { key: [0; BLOCK], unit: [0; BLOCK], $($field: [0.0; BLOCK],)* used: 0 }
            }
            /// Puts the person in a lane of another block into a lane of this one.
            #[inline(always)]
            pub fn take(&mut self, lane: usize, from: &Persons, other: usize) {
                self.key[lane] = from.key[other];
                self.unit[lane] = from.unit[other];
                $(self.$field[lane] = from.$field[other];)*
            }
            /// Moves the person in lane `from` to lane `to`.
            #[inline(always)]
            pub fn move_lane(&mut self, from: usize, to: usize) {
                self.key[to] = self.key[from];
                self.unit[to] = self.unit[from];
                $(self.$field[to] = self.$field[from];)*
            }
        }
    };
}

persons! {
    /// 1 while alive.
    alive,
    /// Age reached in the calendar year.
    age,
    /// Age class at placement, 0–4.
    class,
    /// 1 if a recipient at placement.
    recipient,
    /// Need N, hours a week.
    need,
    /// Need last year.
    need_before,
    /// h/b: need at entry, before the common trend.
    level,
    /// x: deviation of need from the person's own path, log.
    path,
    /// x at entry.
    path_start,
    /// What the condition has added to need since entry, log.
    drifted,
    /// Years in which the condition goes on adding.
    drift_left,
    /// Baseline coverage b.
    baseline,
    /// The unit's generosity ũ.
    generosity,
    /// The case's variation v.
    case,
    /// Helping relatives k.
    relatives,
    /// Uniform of the relatives' employment.
    employment_u,
    /// Uniform of the relatives' exit.
    exit_u,
    /// Uniform of the care allowance.
    allowance_u,
    /// Yearly cost of other services, base-year kroner; 0 for those without.
    other,
    /// 1 if rapid condition.
    rapid,
    /// 1 if registered intellectual disability.
    intellectual,
    /// Drift of need by condition, log a year.
    drift,
    /// 1 if able to work.
    capable,
    /// 1 if outside today's practice.
    excluded,
    /// 1 if in a home with staff once grown up.
    housing,
    /// Latent work deviate z.
    work,
    /// Latent education deviate on the logistic scale.
    education_logit,
    /// Price of hours relative to tax zone 1.
    zone_price,
}

impl Default for Persons {
    fn default() -> Self {
        Persons::new()
    }
}
