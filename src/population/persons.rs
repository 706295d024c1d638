//! A block of persons as columns, small enough to stay in cache. Lanes past `live` are padding
//! with harmless values, so that loops run over the whole block without branches.

/// Persons in a block.
pub const BLOCK: usize = 64;

/// One attribute of every person in a block.
pub type Column = [f64; BLOCK];

macro_rules! persons {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// Columns of a block; flags are 1 or 0.
        #[derive(Clone, Debug)]
        pub struct Persons {
            /// Lanes in use, the living first… the dead are taken out now and then.
            pub used: usize,
            /// Key of each person's random numbers.
            pub key: [u64; BLOCK],
            /// Index of each person's unit.
            pub unit: [u32; BLOCK],
            $($(#[$doc])* pub $field: Column,)*
        }

        impl Persons {
            /// An empty block.
            pub fn new() -> Persons {
                Persons { used: 0, key: [0; BLOCK], unit: [0; BLOCK], $($field: [0.0; BLOCK],)* }
            }
            /// Moves the person in lane `from` to lane `to`.
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
    /// Baseline coverage b.
    baseline,
    /// The unit's generosity ũ.
    generosity,
    /// Ease of an award under the zero alternative.
    ease,
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

impl Persons {
    /// Takes the dead out, keeping the order of the living; padding lanes get the last person's values.
    pub fn compact(&mut self, also: &mut [Column]) {
        let mut to = 0;
        for from in 0..self.used {
            if self.alive[from] > 0.5 {
                if from != to {
                    self.move_lane(from, to);
                    for column in also.iter_mut() {
                        column[to] = column[from];
                    }
                }
                to += 1;
            }
        }
        for lane in to..self.used {
            self.alive[lane] = 0.0;
        }
        self.used = to;
    }
}
