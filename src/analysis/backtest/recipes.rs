//! Parameters that were fitted to data, derived anew from the years known at an origin (scheme.md S4). No recipe was chosen
//! by its score; whoever wrote them had seen the scores of a prototype on these years.
//!
//! The numbers behind them are keyed by draw, origin and recipe alone.

use super::history::{Moments, Observed};
use crate::math::{ln, normal_quantile};
use crate::random::{Purpose, WorldKey, hash_id};
use crate::scenario::distribution::Distribution;

/// Fewest degrees of freedom, as those of a yearly standard deviation with a customary number of years.
const FEWEST_DEGREES: usize = 4;
/// Largest inflation of a standard deviation.
const MOST_INFLATED: f64 = 3.0;
/// Standard deviation of what is added to known mean growth of need, and of wages.
const SD_OF_NEED: f64 = 0.003;
const SD_OF_WAGES: f64 = 0.01;
/// Growth of recipients below this is taken for it where it divides.
const LEAST_GROWTH: f64 = 0.01;
/// Largest standard deviation of a year's awards, logarithm.
const LARGEST_SHOCK: f64 = 1.0;

/// The numbers of a draw at an origin.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// The draw's key.
    pub key: WorldKey,
    /// The origin.
    pub origin: i32,
}

impl Chance {
    fn uniforms(&self, recipe: &str) -> [f64; 2] {
        self.key.pair(hash_id(recipe), self.origin, Purpose::Backtest)
    }

    fn uniform(&self, recipe: &str) -> f64 {
        self.uniforms(recipe)[0]
    }

    /// A standard normal number of a year after the origin. The key's year holds both, eight bits each.
    pub fn of_year(&self, recipe: &str, year: i32) -> f64 {
        let [u, _] =
            self.key.pair(hash_id(recipe), (self.origin & 0xff) << 8 | (year & 0xff), Purpose::Backtest);
        normal_quantile(u)
    }
}

/// Student's t at the share `u`. Where T has ν degrees of freedom, T²/(ν + T²) is beta with ½ and ν/2.
fn student(u: f64, degrees: usize) -> f64 {
    let nu = degrees as f64;
    let share = Distribution::Beta { a: 0.5, b: nu / 2.0 }.quantile((2.0 * u - 1.0).abs());
    let size = (nu * share / (1.0 - share)).sqrt();
    if u < 0.5 { -size } else { size }
}

/// χ: by how much a standard deviation from few years may be too small, √(4/χ²₄).
fn inflation(u: f64) -> f64 {
    let squared = Distribution::Gamma { shape: 2.0, scale: 2.0 }.quantile(u);
    (4.0 / squared).sqrt().min(MOST_INFLATED)
}

/// Mean growth with the error of a mean of so few years.
fn mean_growth(g: &Moments, u: f64) -> f64 {
    g.mean + student(u, (g.n - 1).max(FEWEST_DEGREES)) * g.error()
}

/// What is derived for the persons of a draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForPersons {
    /// `recipients_growth`.
    pub recipients_growth: f64,
    /// `award_shock_sd`.
    pub award_shock_sd: f64,
    /// `need_growth`.
    pub need_growth: f64,
}

/// From known growth of recipients and of users of home services; `leave` is the draw's share of recipients who leave in a
/// year, by choice, death or a move.
pub fn for_persons(recipients: &Moments, home_services: &Moments, leave: f64, chance: &Chance) -> ForPersons {
    let recipients_growth = mean_growth(recipients, chance.uniform("recipients_growth"));
    let awards = recipients_growth.max(LEAST_GROWTH) + leave;
    ForPersons {
        recipients_growth,
        award_shock_sd: (inflation(chance.uniform("award_shock_sd")) * recipients.sd / awards)
            .min(LARGEST_SHOCK),
        need_growth: home_services.mean + SD_OF_NEED * normal_quantile(chance.uniform("need_growth")),
    }
}

/// `need_trend`, where hours per recipient are known: half the draw's prior, half what was seen.
pub fn need_trend(prior: f64, hours: &Moments, chance: &Chance) -> f64 {
    0.5 * prior + 0.5 * mean_growth(hours, chance.uniform("need_trend"))
}

/// Growth of the scheme's volume in each year, in logs: what is left of the growth of the accounts when wages of the cost
/// year and the threshold are taken out. Accounts and thresholds are of payment years.
pub fn volumes(
    accounts: &[Observed],
    threshold: impl Fn(i32) -> f64,
    wage_growth: impl Fn(i32) -> f64,
    alpha: f64,
) -> Vec<f64> {
    let volume = |w: &[Observed]| {
        let [(before, old), (year, new)] = [w[0], w[1]];
        let wages = ln(1.0 + wage_growth(before));
        let excess = ln(threshold(year) / threshold(before)) - wages;
        ln(new / old) - wages - (1.0 - alpha) * excess
    };
    accounts.windows(2).map(volume).collect()
}

/// What is derived for the rest of the refund scheme of a draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForScheme {
    /// `scheme_volume_growth`.
    pub volume_growth: f64,
    /// `scheme_volume_shock`.
    pub volume_shock: f64,
    /// `scheme_level_noise`.
    pub level_noise: f64,
    /// `threshold_extra_growth`.
    pub threshold_extra_growth: f64,
}

/// From known volumes and known growth of the threshold above wages; `anchor` is the middle of `scheme_volume_anchor`.
pub fn for_scheme(volume: &Moments, excess: f64, anchor: f64, chance: &Chance) -> ForScheme {
    let sd = inflation(chance.uniform("scheme_volume_shock")) * volume.sd;
    ForScheme {
        volume_growth: 0.5 * mean_growth(volume, chance.uniform("scheme_volume_growth")) + 0.5 * anchor,
        volume_shock: sd / 2f64.sqrt(),
        level_noise: sd / 2.0,
        threshold_extra_growth: 0.5 * excess * 2.0 * chance.uniform("threshold_extra_growth"),
    }
}

/// `wage_growth.long_run`: the mean known growth.
pub fn wages(known: &[f64], chance: &Chance) -> f64 {
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    mean + SD_OF_WAGES * normal_quantile(chance.uniform("wage_growth.long_run"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} {b}");
    }

    fn chance(draw: u32) -> Chance {
        Chance { key: WorldKey::new(1, draw, 0), origin: 2018 }
    }

    /// Printed tables: t of 4 degrees of freedom at 97.5 per cent 2.776, of 9 at 95 per cent 1.833; χ² of 4 at 5, 50 and
    /// 95 per cent 0.711, 3.357 and 9.488.
    #[test]
    fn student_and_chi_squared_as_in_tables() {
        near(student(0.975, 4), 2.776_445, 1e-5);
        near(student(0.025, 4), -2.776_445, 1e-5);
        near(student(0.95, 9), 1.833_113, 1e-5);
        near(student(0.5, 4), 0.0, 1e-6);
        near(inflation(0.05), (4.0_f64 / 0.710_723).sqrt(), 1e-5);
        near(inflation(0.5), (4.0_f64 / 3.356_694).sqrt(), 1e-6);
        near(inflation(0.95), (4.0_f64 / 9.487_729).sqrt(), 1e-6);
        assert_eq!(inflation(1e-6), 3.0);
    }

    /// Four growth rates 0.03, 0.05, 0.03, 0.05: mean 0.04, deviation √(0.0004/3).
    #[test]
    fn persons_by_hand() {
        let g = Moments::of(&[0.03, 0.05, 0.03, 0.05]);
        let need = Moments::of(&[0.01, 0.02]);
        let c = chance(3);
        let own = for_persons(&g, &need, 0.06, &c);
        let t = student(c.uniform("recipients_growth"), 4);
        near(own.recipients_growth, 0.04 + t * (0.0004_f64 / 3.0).sqrt() / 2.0, 1e-15);
        let chi = inflation(c.uniform("award_shock_sd"));
        near(
            own.award_shock_sd,
            chi * (0.0004_f64 / 3.0).sqrt() / (own.recipients_growth.max(0.01) + 0.06),
            1e-15,
        );
        near(own.need_growth, 0.015 + 0.003 * normal_quantile(c.uniform("need_growth")), 1e-15);
        // Growth that fell away does not blow the shock up, and no shock is above 1.
        let fallen = Moments { mean: -0.5, sd: 0.2, n: 4 };
        assert_eq!(for_persons(&fallen, &need, 0.0, &c).award_shock_sd, 1.0);
        let trend = need_trend(0.02, &g, &c);
        near(trend, 0.01 + 0.5 * (0.04 + student(c.uniform("need_trend"), 4) * g.error()), 1e-15);
    }

    /// The account grew 10 per cent, wages 4, the threshold 6: at α = 2, ln 1.1 − ln 1.04 + ln 1.06 − ln 1.04.
    #[test]
    fn scheme_by_hand() {
        let accounts = [(2020, 1000.0), (2021, 1100.0)];
        let threshold = |year: i32| if year == 2020 { 1.0 } else { 1.06 };
        let wages = |year: i32| if year == 2020 { 0.04 } else { f64::NAN };
        let own = volumes(&accounts, threshold, wages, 2.0);
        near(own[0], (1.1_f64 * 1.06 / (1.04 * 1.04)).ln(), 1e-15);
        let c = chance(5);
        let volume = Moments { mean: 0.03, sd: 0.06, n: 9 };
        let own = for_scheme(&volume, 0.012, 0.011, &c);
        let t = student(c.uniform("scheme_volume_growth"), 8);
        near(own.volume_growth, 0.5 * (0.03 + t * 0.02) + 0.0055, 1e-15);
        near(own.volume_shock / own.level_noise, 2f64.sqrt(), 1e-12);
        near(own.level_noise, 0.03 * inflation(c.uniform("scheme_volume_shock")), 1e-15);
        assert!((0.0..0.012).contains(&own.threshold_extra_growth));
    }

    #[test]
    fn numbers_follow_draw_origin_and_year() {
        let a = chance(1);
        let b = Chance { origin: 2019, ..a };
        assert_ne!(a.uniform("need_trend"), b.uniform("need_trend"));
        assert_ne!(a.of_year("hours", 2020), a.of_year("hours", 2021));
        assert_ne!(a.of_year("hours", 2020), b.of_year("hours", 2020));
        let mean = (0..4000).map(|d| wages(&[0.03, 0.04], &chance(d))).sum::<f64>() / 4000.0;
        near(mean, 0.035, 6e-4);
    }
}
