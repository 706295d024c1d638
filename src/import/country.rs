//! Whether the counts of an import can stand beside what else is known of the country: a run refuses more recipients of an age
//! than the whole country has, and an import that it would refuse is none.

use super::base::{base, national};
use super::choices::Choices;
use super::log::{Log, Section};
use super::told::Told;
use super::units::Register;
use crate::error::{Error, Problem, Result};
use crate::scenario::carried::{carried, factor};
use crate::scenario::units::AGE_CLASSES;
use crate::text::say;
use std::collections::BTreeMap;

/// Municipalities that are named, those with most first.
const NAMED: usize = 5;

/// Refuses tables that have more of the oldest than the country, with the municipalities that have most: few have BPA at that age,
/// and what seems right in each table may be too many in all. Of another age it is told, and of lists, in which every person
/// has his year of birth.
pub fn crowded(told: &Told, choices: &Choices, register: &Register, log: &mut Log) -> Result<()> {
    if told.recipients.is_empty() {
        return Ok(());
    }
    let Some(base) = base() else { return Ok(()) };
    let Some(national) = national(&base) else { return Ok(()) };
    let mut known: BTreeMap<&str, [u32; 5]> =
        base.units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.recipients?))).collect();
    for (id, (year, ages)) in &told.recipients {
        let growth = factor(*year, base.base_year, choices.growth).unwrap_or(1.0);
        known.insert(id, carried(ages.map(|n| u32::try_from(n).unwrap_or(u32::MAX)), growth));
    }
    let mut problems = Vec::new();
    for (class, name) in AGE_CLASSES.iter().enumerate() {
        let limit = national[class];
        let sum = |counted: &dyn Fn(&str) -> bool| -> f64 {
            let own = known.iter().filter(|(id, _)| counted(id));
            own.map(|(_, ages)| f64::from(ages[class])).sum()
        };
        if sum(&|_| true) <= limit + 1.0 {
            continue;
        }
        let list = those_with_most(told, |id| known.get(id).map_or(0, |ages| ages[class]), register);
        let oldest = class + 1 == AGE_CLASSES.len();
        if oldest && sum(&|id| !told.lists.contains(id)) > limit + 1.0 {
            let problem = Problem::new(say::ImportMoreThanCountry { name }).found(list);
            problems.push(problem.allowed(say::AtMost { limit: limit.round() }));
        } else {
            log.add(Section::Jumps, say::ImportCrowded { limit: limit.round(), list, name });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// The municipalities of an import that have most of something.
fn those_with_most(told: &Told, of: impl Fn(&str) -> u32, register: &Register) -> String {
    let mut most: Vec<(u32, &str)> = told.recipients.keys().map(|id| (of(id), id.as_str())).collect();
    most.sort_by(|a, b| b.cmp(a));
    let names = most.iter().take(NAMED).map(|(_, id)| format!("{id} {}", register.name(id)));
    let list = names.collect::<Vec<_>>().join(", ");
    if most.len() > NAMED { list + ", …" } else { list }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn more_than_the_country_has_is_refused_with_those_who_have_most() {
        let register = Register::new(BTreeMap::new());
        let crowd = |children: u64, oldest: [u64; 2]| {
            let mut told = Told::default();
            for (id, oldest) in ["3201", "3203"].into_iter().zip(oldest) {
                told.recipients.insert(id.into(), (2024, [children, 20, 10, 10, oldest]));
            }
            let mut log = Log::default();
            let own = crowded(&told, &Choices::default(), &register, &mut log);
            own.map(|()| log.short(Lang::En)).map_err(|e| e.render(Lang::En))
        };
        assert_eq!(crowd(10, [6, 7]), Ok(String::new()));
        assert!(crowd(2000, [6, 7]).expect("told").contains("0-17"));
        let mut list = Told { lists: BTreeSet::from(["3203".into()]), ..Told::default() };
        list.recipients.insert("3203".into(), (2024, [10, 20, 10, 10, 60]));
        let mut log = Log::default();
        assert!(crowded(&list, &Choices::default(), &register, &mut log).is_ok());
        assert!(log.short(Lang::En).contains("80+"));
        let told = crowd(10, [6, 60]).expect_err("more than the country");
        assert!(told.contains("80+") && told.contains("3203 Asker, 3201 Bærum"), "{told}");
    }
}
