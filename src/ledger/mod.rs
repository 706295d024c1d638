//! The ledger (model.md §6): payer × item, in whole øre. An event's amount is rounded once; the
//! parts sum to what is real in it, so a posting that does not balance can't be made.

mod each;

pub use each::Each;

use crate::text::Words;

macro_rules! labelled {
    ($(#[$attribute:meta])* $name:ident $kind:literal { $( $(#[$doc:meta])* $variant:ident = $id:literal, )* }) => {
        $(#[$attribute])*
        pub enum $name { $( $(#[$doc])* $variant, )* }

        impl $name {
            /// Every one, in the order of reports.
            pub const ALL: [$name; [$($id),*].len()] = [$($name::$variant),*];

            /// Identifier in files.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)* }
            }

            /// Name for readers.
            pub const fn label(self) -> Words {
                match self { $($name::$variant => const { Words::of(concat!($kind, "-", $id)) },)* }
            }
        }
    };
}

labelled! {
    /// Who pays.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    Payer "payer" {
        /// Municipalities.
        Municipality = "municipality",
        /// The state, including social insurance and taxes.
        State = "state",
        /// Relatives.
        Relatives = "relatives",
        /// Users of assistance.
        Users = "users",
        /// Employers.
        Employers = "employers",
    }
}

labelled! {
    /// What is paid for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[allow(missing_docs)]
    Item "item" {
        Bpa = "bpa",
        Traditional = "traditional",
        OtherServices = "other_services",
        ArenaServices = "arena_services",
        IncomeEffect = "income_effect",
        SchemeBase = "scheme_base",
        SchemeReform = "scheme_reform",
        SchemeServices = "scheme_services",
        Refund = "refund",
        HourGrant = "hour_grant",
        Copayment = "copayment",
        Administration = "administration",
        Introduction = "introduction",
        CareAllowance = "care_allowance",
        LostWork = "lost_work",
        SickLeave = "sick_leave",
        RelativesTime = "relatives_time",
        RelativesHealth = "relatives_health",
        HealthServices = "health_services",
        Admissions = "admissions",
        UnmetNeed = "unmet_need",
        UsersWork = "users_work",
        Withdrawal = "withdrawal",
    }
}

/// No single amount may reach this, øre (5 600 billion kroner, what Norway produces in a year):
/// then the net of a payer over 400 units that come close to it still fits in 64 bits.
pub const LIMIT: i64 = 1 << 49;

/// The nearest whole number, half away from zero. What is not a number, or too large to count, becomes an amount that
/// every [`Account`] remembers as beyond counting. Without a jump or a conversion that only wide vectors have, so that
/// several are rounded at once on every instruction set.
#[inline(always)]
fn whole(x: f64) -> i64 {
    /// Next to this there is no room for a fraction, and its last bits count upwards from it.
    const LARGE: f64 = (1u64 << 52) as f64;
    let size = x.abs() + 0.5;
    let nearest = (size + LARGE) - LARGE;
    let floor = if nearest > size { nearest - 1.0 } else { nearest };
    let count = ((floor + LARGE).to_bits() - LARGE.to_bits()) as i64;
    let counted = if x < 0.0 { -count } else { count };
    if size < 2.0 * LIMIT as f64 { counted } else { i64::MAX }
}

/// Kroner to whole øre, half away from zero.
#[inline(always)]
pub fn ore(kroner: f64) -> i64 {
    whole(kroner * 100.0)
}

/// A share of a whole amount, rounded half away from zero.
#[inline(always)]
pub fn scaled(amount: i64, factor: f64) -> i64 {
    whole(amount as f64 * factor)
}

/// Amounts in a year and model: payer × item, øre, a cost positive and a gain negative seen from the payer; with the
/// real resources used. Of one unit or several together, or of `N` that are posted side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account<const N: usize = 1> {
    amounts: [[[i64; N]; Item::ALL.len()]; Payer::ALL.len()],
    net: [[i64; N]; Payer::ALL.len()],
    real: [i64; N],
    /// The bits of every amount's size: one at or above [`LIMIT`]'s, and the account can't be counted.
    sizes: [u64; N],
}

impl<const N: usize> Default for Account<N> {
    fn default() -> Self {
        Account {
            amounts: [[[0; N]; Item::ALL.len()]; Payer::ALL.len()],
            net: [[0; N]; Payer::ALL.len()],
            real: [0; N],
            sizes: [0; N],
        }
    }
}

impl<const N: usize> Account<N> {
    #[inline(always)]
    fn post(&mut self, payer: Payer, item: Item, amount: Each<i64, N>) {
        let (slot, net) = (&mut self.amounts[payer as usize][item as usize], &mut self.net[payer as usize]);
        for i in 0..N {
            slot[i] = slot[i].wrapping_add(amount.0[i]);
            net[i] = net[i].wrapping_add(amount.0[i]);
            self.sizes[i] |= amount.0[i].unsigned_abs();
        }
    }

    /// A real cost borne by one payer.
    #[inline(always)]
    pub fn cost(&mut self, item: Item, payer: Payer, amount: impl Into<Each<i64, N>>) {
        let amount = amount.into();
        self.post(payer, item, amount);
        for i in 0..N {
            self.real[i] = self.real[i].wrapping_add(amount.0[i]);
        }
    }

    /// A transfer: `from` pays what `to` receives; nothing real is used.
    #[inline(always)]
    pub fn transfer(&mut self, item: Item, from: Payer, to: Payer, amount: impl Into<Each<i64, N>>) {
        let amount = amount.into();
        self.post(from, item, amount);
        self.post(to, item, -amount);
    }

    /// A transfer that is shown and enters no net: what it pays for stands in no account either.
    #[inline(always)]
    pub fn memo(&mut self, item: Item, from: Payer, to: Payer, amount: impl Into<Each<i64, N>>) {
        let amount = amount.into();
        for (payer, amount) in [(from, amount), (to, -amount)] {
            let slot = &mut self.amounts[payer as usize][item as usize];
            for i in 0..N {
                slot[i] = slot[i].wrapping_add(amount.0[i]);
                self.sizes[i] |= amount.0[i].unsigned_abs();
            }
        }
    }

    /// A real cost of `total` of which `first` bears `part`; `rest` takes the remainder.
    #[inline(always)]
    pub fn shared(
        &mut self,
        item: Item,
        total: impl Into<Each<i64, N>>,
        first: Payer,
        part: impl Into<Each<i64, N>>,
        rest: Payer,
    ) {
        let part = part.into();
        self.cost(item, first, part);
        self.cost(item, rest, total.into() - part);
    }

    /// Σ over items of one payer, øre, of each unit.
    #[inline(always)]
    pub fn nets(&self, payer: Payer) -> [i64; N] {
        self.net[payer as usize]
    }

    /// The account of all units together.
    pub fn together(&self) -> Account {
        let sum = |amounts: &[i64; N]| [amounts.iter().fold(0i64, |sum, x| sum.wrapping_add(*x))];
        Account {
            amounts: self.amounts.each_ref().map(|items| items.each_ref().map(sum)),
            net: self.net.each_ref().map(sum),
            real: sum(&self.real),
            sizes: [self.sizes.iter().fold(0, |all, size| all | size)],
        }
    }
}

impl Account {
    /// The amount of a payer and item, øre.
    #[inline(always)]
    pub fn get(&self, payer: Payer, item: Item) -> i64 {
        self.amounts[payer as usize][item as usize][0]
    }

    /// Whether an amount has come that is too large to count: then no figure of the account holds.
    pub fn beyond_counting(&self) -> bool {
        self.sizes[0] >= LIMIT.unsigned_abs()
    }

    /// Σ over items of one payer, øre.
    #[inline(always)]
    pub fn net(&self, payer: Payer) -> i64 {
        self.net[payer as usize][0]
    }

    /// Real resources used, øre; equals the sum over payers (the identity of model.md §6).
    pub fn real(&self) -> i64 {
        self.real[0]
    }

    /// Σ over payers and items, øre.
    pub fn total(&self) -> i64 {
        self.amounts.iter().flatten().fold(0, |sum, [x]| sum.wrapping_add(*x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ore_rounds_half_away_from_zero() {
        assert_eq!([ore(0.125), ore(-0.125), ore(1.004), ore(-0.001)], [13, -13, 100, 0]);
        assert_eq!(scaled(-3, 0.5), -2);
        // Up to twice the limit all is counted, so that a sum of two can be; what is larger can't be told apart.
        let twice = 2.0 * LIMIT as f64;
        assert_eq!([whole(twice - 1.0), whole(1.0 - twice)], [2 * LIMIT - 1, 1 - 2 * LIMIT]);
        assert_eq!([whole(twice - 0.5), whole(twice), whole(-twice)], [i64::MAX; 3]);
    }

    #[test]
    fn units_side_by_side_are_what_they_are_one_by_one() {
        let kroner = [0.125, -3.5e9, 0.0, 1e15];
        let mut all: Account<4> = Account::default();
        all.transfer(Item::Refund, Payer::State, Payer::Municipality, Each(kroner).ore());
        all.shared(
            Item::LostWork,
            Each(kroner).ore(),
            Payer::State,
            Each(kroner).ore().scaled(0.4),
            Payer::Users,
        );
        let mut together: Account = Account::default();
        for (i, kroner) in kroner.into_iter().enumerate() {
            let mut own: Account = Account::default();
            for a in [&mut own, &mut together] {
                a.transfer(Item::Refund, Payer::State, Payer::Municipality, ore(kroner));
                a.shared(Item::LostWork, ore(kroner), Payer::State, scaled(ore(kroner), 0.4), Payer::Users);
            }
            assert_eq!(Payer::ALL.map(|payer| all.nets(payer)[i]), Payer::ALL.map(|payer| own.net(payer)));
        }
        assert_eq!(all.together(), together);
        assert!(together.beyond_counting());
    }

    #[test]
    fn v_g08_what_cannot_be_counted_is_remembered_and_does_not_wrap() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e15] {
            let mut a: Account = Account::default();
            a.cost(Item::Bpa, Payer::Municipality, ore(bad));
            a.transfer(Item::Bpa, Payer::Municipality, Payer::State, ore(-bad));
            assert!(a.beyond_counting(), "{bad}");
        }
        let largest = LIMIT - 1;
        assert!(largest.checked_mul(400 * Item::ALL.len() as i64).is_some());
        let mut a: Account = Account::default();
        a.cost(Item::Bpa, Payer::Municipality, largest);
        assert!(!a.beyond_counting());
    }

    proptest! {
        /// The definition: away from zero by a half, then towards it to a whole number.
        #[test]
        fn whole_is_rounding_half_away_from_zero(
            x in prop_oneof![
                -1e15..1e15f64,
                -1e3..1e3f64,
                (-1_000_000i64..1_000_000).prop_map(|halves| halves as f64 / 2.0),
                (-1_000_000i64..1_000_000).prop_map(|halves| (halves as f64 / 2.0).next_down()),
            ]
        ) {
            prop_assert_eq!(whole(x), (x + if x < 0.0 { -0.5 } else { 0.5 }) as i64);
        }

        /// V-D01: whatever is posted, the sum over payers is what is real.
        #[test]
        fn v_d01_every_transfer_has_one_payer_and_one_receiver(
            posts in proptest::collection::vec((0usize..Item::ALL.len(), 0usize..5, 0usize..5, -1_000_000_000i64..1_000_000_000, 0u8..3), 0..60)
        ) {
            let mut a: Account = Account::default();
            for (item, x, y, amount, kind) in posts {
                let (item, x, y) = (Item::ALL[item], Payer::ALL[x], Payer::ALL[y]);
                match kind {
                    0 => a.cost(item, x, amount),
                    1 => a.transfer(item, x, y, amount),
                    _ => a.shared(item, amount, x, scaled(amount, 0.4), y),
                }
            }
            prop_assert_eq!(a.total(), a.real());
            prop_assert_eq!(Payer::ALL.map(|p| a.net(p)).iter().sum::<i64>(), a.total());
        }
    }
}
