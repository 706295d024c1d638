//! What an answer says in words.

use super::answer::{Told, WHOLE};
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::quantity::Quantity;
use crate::report::tables::scheme::for_all;
use crate::report::tables::withdrawals::later;
use crate::text::number::{self, Scale};
use crate::text::say;

impl Told<'_> {
    /// How much is simulated.
    pub(super) fn state(&self) -> String {
        let (t, run) = (self.presenter.t, self.presenter.run);
        let draws = self.presenter.count(self.now.results.draws);
        let years = number::years(*run.years().start(), *run.years().end());
        match self.now.years.is_none() && self.now.results.draws >= WHOLE {
            true => t.get(say::LiveSettled { draws, years }),
            false => t.get(say::LiveProvisional { draws, years }),
        }
    }

    /// The years told of: the first in full effect, and the one ten years on where it is simulated.
    fn years(&self) -> Vec<i32> {
        [Some(self.presenter.run.year()), later(self.presenter)].into_iter().flatten().collect()
    }

    /// A sentence a model.
    pub(super) fn sentences(&self) -> Vec<String> {
        let t = self.presenter.t;
        let of_model = |model: usize| {
            let in_year = |year: i32| {
                let amount = |outcome| self.amount(outcome, model, year);
                let all = amount(Outcome::MunicipalityNet).filter(|_| for_all(self.presenter, model));
                let society = amount(Outcome::SocietyCost);
                Some(t.get(say::LiveOfYear {
                    year: year.to_string(),
                    state: amount(Outcome::StateNet)?,
                    municipalities: amount(Outcome::MunicipalityNetBpaAfterWithdrawal)?,
                    all: all.map_or_else(String::new, |amount| t.get(say::LiveInAll { amount })),
                    relatives: self.hours(Outcome::RelativesHours, model, year)?,
                    unmet: self.hours(Outcome::UnmetHours, model, year)?,
                    society: society.map_or_else(String::new, |amount| t.get(say::LiveSociety { amount })),
                }))
            };
            let years: Vec<String> = self.years().into_iter().filter_map(in_year).collect();
            let (model, years) = (self.presenter.model(model), years.join(" "));
            (!years.is_empty()).then(|| t.get(say::LiveOfModel { model, years }))
        };
        self.presenter.others().filter_map(of_model).collect()
    }

    /// The same in one line a model, which stands beside the dials where a screen is narrow.
    pub(super) fn brief(&self) -> Vec<String> {
        let (t, year) = (self.presenter.t, self.presenter.run.year());
        let [state, municipalities] = [Outcome::StateNet, Outcome::MunicipalityNetBpaAfterWithdrawal];
        let of_model = |model: usize| {
            let number = |outcome| {
                let (unit, line) = self.difference(outcome, model, year)?;
                let quantity = Quantity::of_line(unit, line);
                Some(match quantity.either_way(t.lang) {
                    None => quantity.signed(t.lang),
                    Some((low, high)) => {
                        let [low, high] = [low, high].map(|end| end.signed(t.lang));
                        t.get(say::LiveBriefRange { low, high })
                    }
                })
            };
            Some(t.get(say::LiveBriefOf {
                model: self.presenter.model(model),
                state: number(state)?,
                municipalities: number(municipalities)?,
            }))
        };
        let unit = self.presenter.unit(state, Some(year)).name(t);
        let lines: Vec<String> = self.presenter.others().filter_map(of_model).collect();
        let head = (!lines.is_empty()).then(|| t.get(say::LiveBrief { year: year.to_string(), unit }));
        head.into_iter().chain(lines).collect()
    }

    /// What must be known to read the sentences.
    pub(super) fn about_sentences(&self) -> String {
        let t = self.presenter.t;
        let unpriced = !self.presenter.run.about.unmet_is_priced;
        let notes = [Some(say::LIVE_SAME_NOTE), unpriced.then_some(say::LIVE_UNPRICED)];
        notes.into_iter().flatten().map(|note| t.get(note)).collect::<Vec<_>>().join(" ")
    }

    /// A difference from the zero alternative in words; which way it goes only where nine draws in ten agree and the mean is
    /// beyond Monte Carlo error, else from where to where.
    fn amount(&self, outcome: Outcome, model: usize, year: i32) -> Option<String> {
        let t = self.presenter.t;
        let (unit, line) = self.difference(outcome, model, year)?;
        let quantity = Quantity::of_line(unit, line).in_text();
        let unit = quantity.unit.in_text(t);
        if let Some((low, high)) = quantity.either_way(t.lang) {
            let [less, more] = [low, high].map(|end| end.with(end.value.abs()).number(t.lang));
            return Some(t.get(say::LiveAmountEitherWay { less, more, unit }));
        }
        let amount = quantity.with(line.mean.abs()).number(t.lang);
        Some(t.get(say::LiveAmount { way: way(line), amount, unit }))
    }

    /// A difference in hours in words: fewer or more, in digits to the last.
    fn hours(&self, outcome: Outcome, model: usize, year: i32) -> Option<String> {
        let t = self.presenter.t;
        let (unit, line) = self.difference(outcome, model, year)?;
        let hours = Quantity::of_line(unit.scaled(Scale::One), line);
        if let Some((low, high)) = hours.either_way(t.lang) {
            let [fewer, more] = [low, high].map(|end| end.with(end.value.abs()).number(t.lang));
            return Some(t.get(say::LiveHoursEitherWay { fewer, more }));
        }
        let hours = hours.with(line.mean.abs());
        Some(t.get(say::LiveHours { way: way(line), amount: hours.number(t.lang) }))
    }

    /// A difference from the zero alternative and its unit; nothing where it is hidden.
    fn difference(&self, outcome: Outcome, model: usize, year: i32) -> Option<(DisplayUnit, &SummaryLine)> {
        if self.presenter.run.hidden(outcome) {
            return None;
        }
        let line = self.presenter.differences(outcome, &[(model, 0)], Some(year))[0]?;
        Some((self.presenter.unit(outcome, Some(year)).of_difference(), line))
    }
}

/// Which way a difference goes, as far as Monte Carlo error lets it be known.
fn way(line: &SummaryLine) -> &'static str {
    match line.mcse {
        Some(0.0) if line.mean == 0.0 => "same",
        Some(error) if line.mean.abs() > 2.0 * error => match line.mean > 0.0 {
            true => "more",
            false => "less",
        },
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::{Answer, Extent, answer};
    use crate::live::session::Session;
    use crate::live::setting::Setting;
    use crate::text::Lang;
    use std::sync::atomic::AtomicBool;

    fn told(sets: &[&str], draws: usize, lang: Lang) -> Answer {
        let sets = sets.iter().map(|set| set.to_string()).collect();
        let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
        let mut own = Session::open(setting, Some(7)).unwrap();
        let piece = own.simulate(0..draws, &AtomicBool::new(false)).unwrap();
        own.add(&piece).unwrap();
        answer(&own, None, Extent::Beginning, lang).unwrap()
    }

    /// Hours are fewer or more of them, to the last digit; where the terms hold for the whole scheme municipalities' change in all
    /// stands beside that for BPA; what society pays is told, and whether a price of missing hours is in it.
    #[test]
    fn sentences_tell_hours_in_words_and_the_whole_scheme_in_all() {
        let set = "financing.B.refund.scope=all";
        let [alone, whole] = [&[][..], &[set][..]].map(|sets| told(sets, 2, Lang::Nb));
        // One of the shipped models has such terms already.
        let all = |own: &Answer| own.spoken.matches("i alt, for vilkårene gjelder hele ordningen").count();
        assert_eq!([&alone, &whole].map(all), [1, 2], "{}", whole.spoken);
        for own in [&alone, &whole] {
            assert!(own.spoken.contains("timer hjelp, og ") && own.spoken.contains(" timer mangler."));
            assert!(!own.spoken.contains("tusen timer") && own.spoken.contains("Samfunnets kostnad: "));
        }
        let note = "har ingen pris i samfunnets kostnad";
        let priced = told(&["unmet_value=100"], 2, Lang::Nb);
        assert!(alone.html["sentences"].contains(note) && !priced.html["sentences"].contains(note));
        assert!(!alone.html["sentences"].contains("så langt"));
    }

    /// What nine draws in ten do not agree on is told from end to end, and what is the same is compared with something.
    #[test]
    fn what_may_go_either_way_has_no_direction() {
        let own = told(&[], 16, Lang::Nb);
        let model = |name: &str| {
            let (_, rest) = own.spoken.split_once(&format!("{name} mot nullalternativet: ")).unwrap();
            rest.split(" mot nullalternativet: ").next().unwrap().to_string()
        };
        let a = model("Modell A");
        assert!(
            a.contains("betaler staten fra ") && a.contains(" mindre til ") && a.contains(" færre til "),
            "{a}"
        );
        assert!(!own.spoken.contains("det samme"), "{}", own.spoken);
        assert!(a.contains("kommunene betaler like mye som i nullalternativet for BPA"), "{a}");
        assert!(own.html["sentences"].contains("kan gå begge veier"));
        assert!(own.html["brief"].contains(" til +"), "{}", own.html["brief"]);
    }

    /// Few draws, or the first years alone, are told as provisional where they are shown and where they are said; beside the
    /// dials stands what the state and the municipalities pay.
    #[test]
    fn what_is_not_all_simulated_is_provisional() {
        let own = told(&[], 32, Lang::Nb);
        assert!(own.settled && own.html["state"].starts_with("Foreløpig: 32 "), "{}", own.html["state"]);
        assert!(own.spoken.starts_with(&own.html["state"]), "{}", own.spoken);
        let brief = &own.html["brief"];
        assert!(brief.contains("2028") && brief.contains("B – bare BPA: staten +"), "{brief}");
    }
}
