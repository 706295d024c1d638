//! One number of each age, where a table has them by sex: the total where it has that, else both sexes together. One sex alone is
//! never taken for everybody.

use super::ages::{Ages, Span};
use super::datum::Datum;
use super::marks::Value;
use super::sums::Sex;
use super::table::Table;
use crate::error::Problem;
use crate::text::say;
use std::collections::BTreeMap;

/// What a number is of: the number that the municipality had, and the ages.
type Of<'d> = (&'d Option<String>, Span);

/// A municipality's numbers by sex, in the order of men and women, and their totals.
#[derive(Default)]
pub struct Sexes<'d> {
    totals: BTreeMap<Of<'d>, &'d Datum>,
    parts: [BTreeMap<Of<'d>, &'d Datum>; 2],
}

impl<'d> Sexes<'d> {
    /// The numbers of some ages.
    pub fn of(data: &[&'d Datum]) -> Sexes<'d> {
        let mut own = Sexes::default();
        for datum in data {
            if let Ages::Of(span) = datum.ages {
                let place = match datum.sex {
                    Sex::All => &mut own.totals,
                    Sex::Men => &mut own.parts[0],
                    Sex::Women => &mut own.parts[1],
                };
                place.insert((&datum.label, span), datum);
            }
        }
        own
    }

    /// Whether all numbers are totals.
    pub fn is_all(&self) -> bool {
        self.parts.iter().all(BTreeMap::is_empty)
    }

    /// The totals alone.
    pub fn totals(&self) -> Vec<Datum> {
        self.totals.values().map(|datum| (*datum).clone()).collect()
    }

    /// A number of all ages that the table has for anybody.
    ///
    /// # Errors
    /// Where ages have a number of one sex alone.
    pub fn together(&self, table: &Table) -> std::result::Result<Vec<Datum>, Box<Problem>> {
        let mut all = self.totals();
        let [men, women] = &self.parts;
        let only = |own: &BTreeMap<Of<'d>, &'d Datum>, other: &BTreeMap<Of<'d>, &'d Datum>| {
            let alone = own.iter().filter(|(of, _)| !other.contains_key(of) && !self.totals.contains_key(of));
            alone.map(|(_, datum)| *datum).min_by_key(|datum| datum.at)
        };
        if let Some(datum) = only(men, women).or_else(|| only(women, men)) {
            let (line, column) = datum.at;
            let found = match datum.ages {
                Ages::Of(span) => format!("{} {}", span.written(), said(datum.sex)),
                Ages::All => said(datum.sex).into(),
            };
            let problem = table.problem(line, column, say::IMPORT_ONE_SEX).found(found);
            return Err(Box::new(problem.allowed(say::IMPORT_ONE_SEX_ALLOWED)));
        }
        for (of, one) in men.iter().filter(|(of, _)| !self.totals.contains_key(of)) {
            if let Some(other) = women.get(of) {
                all.push(Datum { value: sum(one.value, other.value), sex: Sex::All, ..(*one).clone() });
            }
        }
        Ok(all)
    }

    /// Whether totals are the sums of the sexes beside them; none where nothing can be held together.
    pub fn agree(&self) -> Option<bool> {
        const CLOSE: f64 = 0.5;
        let [men, women] = &self.parts;
        let mut agree = None;
        for (of, total) in &self.totals {
            if let (Value::Number(total), Some(one), Some(other)) = (total.value, men.get(of), women.get(of))
                && let Value::Number(parts) = sum(one.value, other.value)
            {
                agree = Some(agree.unwrap_or(true) && (total - parts).abs() < CLOSE);
            }
        }
        agree
    }
}

/// The sum of two numbers; the mark of one where that is none.
fn sum(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => Value::Number(one + other),
        (mark @ Value::Mark(_), _) | (_, mark) => mark,
    }
}

/// A sex as tables write it.
fn said(sex: Sex) -> &'static str {
    match sex {
        Sex::All => "–",
        Sex::Men => "menn",
        Sex::Women => "kvinner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choices;
    use crate::import::classes::by_class;
    use crate::import::counts::read;
    use crate::import::headings::Named;
    use crate::import::log::Log;
    use crate::import::text_file;
    use crate::import::units::Register;
    use crate::scenario::units::CLASS_FROM;
    use crate::text::Lang;

    /// Asker's numbers by class, or what is told of the table.
    fn told(text: &str) -> std::result::Result<Vec<f64>, String> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let (register, mut log) = (Register::new(BTreeMap::new()), Log::default());
        let data = read(&table, |_| true, &register, &Choices::default(), &mut log)
            .map_err(|e| e.render(Lang::En))?;
        let all: Vec<&Datum> = data.iter().collect();
        let found = by_class(&table, &all, (&CLASS_FROM, &Default::default()), &mut log, &register)
            .map_err(|e| e.render(Lang::En))?;
        Ok(found["3203"].iter().map(|own| own.unwrap_or(-1.0)).collect())
    }

    #[test]
    fn totals_win_and_one_sex_alone_is_nobodys_total() {
        let total = vec![16.0, 43.0, 24.0, 9.0, 6.0];
        for text in [
            "Kommune;0-17;Kvinner 0-17;18-49;Kvinner 18-49;50-66;67-79;80+\nAsker;16;7;43;20;24;9;6\n",
            "Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;Menn;8;20;12;4;3\nAsker;Kvinner;8;23;12;5;3\n",
            "Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;I alt;16;43;24;9;6\nAsker;Menn;8;20;12;4;3\n",
            "Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;I alt;16;;;;\nAsker;Menn;;20;12;4;3\nAsker;Kvinner;;23;12;5;3\n",
        ] {
            assert_eq!(told(text).as_ref(), Ok(&total), "{text}");
        }
        for (text, place) in [
            ("Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;Menn;8;20;12;4;3\n", "t.csv:2: 0-17"),
            (
                "Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;Menn;8;20;12;4;3\nAsker;Kvinner;8;;12;5;3\n",
                "t.csv:2: 18-49",
            ),
            ("Kommune;0-17;18-49;50-66;67-79;Kvinner 80+\nAsker;16;43;24;9;3\n", "t.csv:2: Kvinner 80+"),
        ] {
            let found = told(text).expect_err(text);
            assert!(found.starts_with(place) && found.contains("one sex"), "{text}: {found}");
        }
        let kept =
            "Kommune;Kjønn;0-17;18-49;50-66;67-79;80+\nAsker;Menn;8;20;12;4;3\nAsker;Kvinner;8;:;12;5;3\n";
        assert_eq!(told(kept), Ok(vec![16.0, -1.0, 24.0, 9.0, 6.0]));
    }

    #[test]
    fn what_one_part_of_a_merged_municipality_lacks_the_others_do_not_have() {
        let text = "Kommune;0-17;18-49;50-66;67-79;80+\n0220;1;2;3;4;5\n0627;1;2;3;4;5\n0628;1;2;3;4;5\n";
        assert_eq!(told(text), Ok(vec![3.0, 6.0, 9.0, 12.0, 15.0]));
        let found = told(&text.replace("0628;1;2;3;4;5", "0628;1;2;;4;5")).expect_err("a gap");
        assert!(found.starts_with("t.csv:4") && found.contains("50-66"), "{found}");
    }
}
