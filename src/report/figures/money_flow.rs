//! Who pays for BPA under a model, in amounts that add up: the leaves are rounded, and every sum is of what is shown.

use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;

/// What goes between those who pay and what is paid for, kroner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    /// The state's payment by the hour.
    pub grant: f64,
    /// The state's refund that is due to BPA.
    pub refund: f64,
    /// The state's own administration.
    pub state_administration: f64,
    /// What municipalities pay themselves, administration with it.
    pub own: f64,
    /// What is cut from municipalities' block grant.
    pub withdrawal: f64,
    /// What users pay.
    pub copayment: f64,
    /// Help elsewhere that BPA takes over.
    pub saved: f64,
    /// The state's refund of other services for the persons simulated.
    pub other_refund: f64,
    /// The same for the rest of the refund scheme.
    pub rest_refund: f64,
}

impl Flow {
    /// From a model's figures of a year; `net` is municipalities' net of BPA before the withdrawal.
    pub fn new(of: impl Fn(Outcome) -> f64) -> Flow {
        use Outcome as O;
        let net = of(O::MunicipalityNetBpa);
        let [grant, refund, copayment] = [of(O::HourGrant), of(O::RefundBpa), of(O::Copayment)];
        let cost = of(O::BpaCost) + of(O::AdministrationMunicipal);
        Flow {
            grant,
            refund,
            state_administration: of(O::AdministrationState),
            own: net,
            withdrawal: of(O::Withdrawal),
            copayment,
            saved: cost - grant - refund - copayment - net,
            other_refund: of(O::Refund) - refund,
            rest_refund: of(O::RefundRest),
        }
    }

    /// Every amount rounded to a power of ten. What municipalities pay in the end is rounded, and what they pay themselves
    /// follows, so that it is the number of the tables.
    pub fn rounded(self, place: i32) -> Flow {
        let unit = 10_f64.powi(place);
        let round = |x: f64| (x / unit).round() * unit;
        let withdrawal = round(self.withdrawal);
        Flow {
            grant: round(self.grant),
            refund: round(self.refund),
            state_administration: round(self.state_administration),
            own: round(self.municipality()) - withdrawal,
            withdrawal,
            copayment: round(self.copayment),
            saved: round(self.saved),
            other_refund: round(self.other_refund),
            rest_refund: round(self.rest_refund),
        }
    }

    /// What the state pays before it cuts the block grant.
    pub fn state_before(&self) -> f64 {
        self.grant + self.refund + self.state_administration
    }

    /// What the state pays for BPA in the end.
    pub fn state(&self) -> f64 {
        self.state_before() - self.withdrawal
    }

    /// What municipalities pay for BPA in the end.
    pub fn municipality(&self) -> f64 {
        self.own + self.withdrawal
    }

    /// BPA with municipalities' administration.
    pub fn bpa(&self) -> f64 {
        self.grant + self.refund + self.own + self.copayment + self.saved
    }

    /// All that is paid.
    pub fn all(&self) -> f64 {
        self.bpa() + self.state_administration
    }
}

/// Digits of the largest amount: with more, amounts of ten million would be told that no draw supports.
const DIGITS: i32 = 3;

/// The flow of every model in a year, rounded to one power of ten, and which.
pub fn flows_of(presenter: &Presenter<'_>, models: &[usize], year: i32) -> (Vec<Flow>, i32) {
    let line = |m: usize, o: Outcome| presenter.run.figure(o, m, Basis::Fixed, Some(year));
    let exact: Vec<Flow> =
        models.iter().map(|m| Flow::new(|o| line(*m, o).map_or(0.0, |line| line.mean))).collect();
    let errors = models.iter().filter_map(|m| line(*m, Outcome::BpaCost)?.mcse);
    let error = errors.fold(0.0, f64::max);
    let largest = exact.iter().map(Flow::all).fold(0.0, f64::max);
    let place = Quantity::place_of(largest, DIGITS, error);
    (exact.into_iter().map(|flow| flow.rounded(place)).collect(), place)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Model A of a run, kroner: the state pays all of BPA and cuts the block grant.
    fn figures(outcome: Outcome) -> f64 {
        use Outcome as O;
        1e6 * match outcome {
            O::BpaCost | O::HourGrant => 6_061.3,
            O::AdministrationMunicipal | O::MunicipalityNetBpa => 12.1,
            O::AdministrationState => 125.6,
            O::Withdrawal => 5_515.5,
            O::Refund => 596.8,
            O::RefundRest => 14_765.9,
            _ => 0.0,
        }
    }

    #[test]
    fn what_goes_in_comes_out_and_sums_are_those_of_the_figures() {
        let exact = Flow::new(figures);
        let near = |a: f64, b: f64| (a - b * 1e6).abs() < 1.0;
        assert!(near(exact.bpa(), 6_061.3 + 12.1) && near(exact.municipality(), 12.1 + 5_515.5));
        assert!(near(exact.saved, 0.0) && near(exact.state(), 6_061.3 + 125.6 - 5_515.5));
        for place in [6, 7, 8] {
            let flow = exact.rounded(place);
            let unit = 10_f64.powi(place);
            let whole = |x: f64| (x / unit - (x / unit).round()).abs() < 1e-6;
            let shown = [flow.state(), flow.municipality(), flow.copayment, flow.saved, flow.bpa(), flow.own];
            assert!(shown.into_iter().all(whole), "{flow:?}");
            // Into BPA and administration goes what those who bear it pay.
            let borne = flow.state() + flow.municipality() + flow.copayment + flow.saved;
            assert!((borne - flow.all()).abs() < 1e-3, "{flow:?}");
            let table = (exact.municipality() / unit).round() * unit;
            assert!((flow.municipality() - table).abs() < 1e-3, "the table's number: {flow:?}");
            assert!((flow.bpa() - exact.bpa()).abs() <= 2.0 * unit, "{flow:?}");
        }
    }
}
