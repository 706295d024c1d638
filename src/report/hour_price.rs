//! What an hour without an agreed price must be worth for a model to cost society less, in words: on the first screen, beside
//! the effects without a price, and where a choice is looked at, always to the same digits and with both answers. What
//! municipalities buy for their relief is worth something that nobody has measured: the first answer holds it worth what it
//! costs, the other worth nothing.

use super::display_unit::DisplayUnit;
use super::presenter::Presenter;
use super::quantity::Quantity;
use super::texts::Texts;
use crate::analysis::price_of_hour::Turn;
use crate::analysis::sensitivity::Estimate;
use crate::outcomes::Outcome;
use crate::records::tables::PriceOfHourLine;
use crate::text::say;

/// When a model costs society less, under both answers to what the extra services are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Turns {
    /// With the extra services worth what they cost; none in folders from before this was worked out.
    pub at_cost: Option<Turn>,
    /// With them worth nothing.
    pub at_nothing: Turn,
}

/// A model's turns for an hour of unmet need; nothing where they are not known.
pub fn of_model(presenter: &Presenter<'_>, model: usize) -> Option<Turns> {
    let id = &presenter.run.about.models[model].id;
    let of = |cost: Outcome| {
        let own = |line: &&PriceOfHourLine| {
            line.hours == Outcome::UnmetHours
                && line.model == *id
                && line.cost.unwrap_or(Outcome::SocietyCost) == cost
        };
        presenter.run.prices_of_hours.iter().find(own).map(turn)
    };
    let at_nothing = of(Outcome::SocietyCost)?;
    Some(Turns { at_cost: of(Outcome::SocietyCostBeforeExtraServices), at_nothing })
}

/// What a line says.
fn turn(line: &PriceOfHourLine) -> Turn {
    let at = line.price.zip(line.low).zip(line.high);
    match (line.turns.as_str(), at.map(|((value, low), high)| Estimate { value, low, high })) {
        ("above", Some(at)) => Turn::Above(at),
        ("below", Some(at)) => Turn::Below(at),
        ("always", _) => Turn::Always,
        _ => Turn::Never,
    }
}

/// A price and the ends of its sampling interval. Two digits of a price that cannot be known at all are still a price: how
/// little is known the interval says.
pub fn shown(at: &Estimate, t: &Texts) -> [String; 3] {
    let error = (at.high - at.low).abs().min(at.value.abs() / 100.0);
    let price = Quantity::new(DisplayUnit::NUMBER, at.value, Some((at.low, at.high)), error);
    [at.value, at.low, at.high].map(|x| price.with(x).number(t.lang))
}

/// Whether other draws might give any price: a difference in hours that may be nought has none that surely turns it.
pub fn is_unsure(turn: &Turn) -> bool {
    matches!(turn, Turn::Above(at) | Turn::Below(at) if at.low <= 0.0)
}

/// What the hour must be worth, in words.
fn worth(turn: &Turn, t: &Texts) -> String {
    match turn {
        Turn::Always => t.get(say::HOUR_PRICE_ALWAYS),
        Turn::Never => t.get(say::HOUR_PRICE_NEVER),
        Turn::Above(at) => t.get(say::HourPriceAbove { price: shown(at, t)[0].as_str() }),
        Turn::Below(at) => t.get(say::HourPriceBelow { price: shown(at, t)[0].as_str() }),
    }
}

/// The same with its sampling error.
pub fn with_error(turn: &Turn, t: &Texts) -> String {
    match turn {
        Turn::Above(at) | Turn::Below(at) => {
            let [_, low, high] = shown(at, t);
            t.get(say::HourPriceError { price: worth(turn, t), low, high })
        }
        turn => worth(turn, t),
    }
}

impl Turns {
    /// The answer that stands first.
    pub fn first(&self) -> &Turn {
        self.at_cost.as_ref().unwrap_or(&self.at_nothing)
    }

    /// What the hour must be worth, and in brackets the other answer where it is another.
    pub fn told(&self, t: &Texts) -> String {
        let first = worth(self.first(), t);
        let other = match (self.first(), &self.at_nothing) {
            (Turn::Above(_), Turn::Above(at)) | (Turn::Below(_), Turn::Below(at)) => {
                t.get(say::HourPriceNumber { price: shown(at, t)[0].as_str() })
            }
            (_, turn) => worth(turn, t),
        };
        let other = Some(other).filter(|_| worth(&self.at_nothing, t) != first);
        let unsure = is_unsure(self.first()).then(|| t.get(say::HOUR_PRICE_UNSURE));
        let beside: Vec<String> = other.into_iter().chain(unsure).collect();
        match beside.is_empty() {
            true => first,
            false => t.get(say::HourPriceBeside { price: first, beside: beside.join("; ") }),
        }
    }

    /// The same with the sampling error of both, in sentences.
    pub fn told_with_error(&self, t: &Texts) -> String {
        let at_nothing = with_error(&self.at_nothing, t);
        match &self.at_cost {
            None => t.get(say::HourPriceNothing { at_nothing }),
            Some(at_cost) => t.get(say::HourPriceBoth { at_cost: with_error(at_cost, t), at_nothing }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// Both answers are told where they differ, and how little is known where the price may be any.
    #[test]
    fn a_price_is_told_with_the_other_answer_beside_it() {
        let t = Texts::new(Lang::Nb);
        let at = |value, low, high| Turn::Above(Estimate { value, low, high });
        let told = |at_cost: Option<Turn>, at_nothing| Turns { at_cost, at_nothing }.told(&t);
        let (sure, dear) = (at(700.0, 660.0, 740.0), at(2_500.0, 2_100.0, 2_900.0));
        assert_eq!(told(Some(sure), dear), "mer enn 700 kroner (2\u{a0}500)");
        assert_eq!(told(None, dear), "mer enn 2\u{a0}500 kroner");
        assert_eq!(told(Some(dear), dear), "mer enn 2\u{a0}500 kroner");
        let unsure = at(1_000.0, -1_400.0, 3_000.0);
        assert_eq!(
            told(Some(unsure), Turn::Never),
            "mer enn 1\u{a0}000 kroner (mer enn noen pris; nesten hva som helst)"
        );
        assert_eq!(told(Some(Turn::Always), sure), "hva som helst (mer enn 700 kroner)");
        let both = Turns { at_cost: Some(sure), at_nothing: dear }.told_with_error(&t);
        assert!(both.starts_with(
            "mer enn 700 kroner (660 til 740 med andre trekninger) om de ekstra tjenestene er verdt"
        ));
    }
}
