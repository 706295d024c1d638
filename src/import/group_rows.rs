//! Hours and costs of groups of recipients, from tables that have them.

use super::ages::{Ages, Span};
use super::cells::folded;
use super::classes::apart;
use super::counts::read;
use super::datum::Datum;
use super::doubles;
use super::figures::Take;
use super::found::Found;
use super::groups::{Group, MOST_HOURS, share_of};
use super::headings::{Figures, Measure, Role};
use super::hour_words::is_of_each;
use super::log::{Log, Section};
use super::marks::Value;
use super::part_columns::PROVIDERS;
use super::rows::{by_row, lines_without_hours, with_persons_beside};
use super::sums::Sex;
use super::weighted;
use crate::error::{Error, Problem, Result};
use crate::scenario::small_counts::THRESHOLD;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};
use crate::text::{Message, Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// Hours are told to the nearest thousandth.
const DIGITS: f64 = 1000.0;

impl Take<'_, '_> {
    /// Hours of groups.
    ///
    /// # Errors
    /// By cell.
    pub fn hours(&self, found: &mut Found, log: &mut Log) -> Result<()> {
        let of = |figures: &Figures| {
            matches!(
                figures.measure,
                Some(
                    Measure::Hours
                        | Measure::Persons
                        | Measure::Recipients
                        | Measure::OtherCost
                        | Measure::OtherShare
                )
            )
        };
        let data = read(self.table, of, self.register, self.choices, log)?;
        let of_hours = |own: &Figures| {
            matches!(own.measure, Some(Measure::Hours | Measure::OtherCost | Measure::OtherShare))
        };
        if !self.table.figures().any(|(_, own)| of_hours(&own)) {
            let problem = self.table.source.whole(say::IMPORT_NO_HOURS).key("--map");
            return Err(problem.allowed(say::IMPORT_HOURS_NEEDED).into());
        }
        if self.table.figures().any(|(_, own)| own.total && own.measure == Some(Measure::Hours)) {
            log.add(Section::Read, say::ImportHoursDivided { place: self.table.source.name() });
        }
        let unsaid = |heading: &str| !is_of_each(heading);
        let of_each = |(column, own): (usize, Figures)| {
            own.measure == Some(Measure::Hours)
                && !own.total
                && self.table.columns.get(column).is_some_and(|of| unsaid(&of.1))
        };
        if self.table.figures().any(of_each) && !is_of_each(&self.table.title) {
            log.add(Section::Read, say::ImportHoursOfEachAssumed { place: self.table.source.name() });
        }
        let years: BTreeSet<i32> = data.iter().filter_map(|datum| datum.year).collect();
        let year = if years.is_empty() { None } else { Some(self.year(&years, log)?) };
        year.map_or(Ok(()), |year| self.not_yet(year))?;
        let of_other = |own: &Figures| of_hours(own) && own.year.is_some() && own.year != year;
        for (column, _) in self.table.figures().filter(|(_, own)| of_other(own)) {
            log.add(
                Section::Left,
                say::ImportColumnUnread { column: self.table.source.column(column, true) },
            );
        }
        let data: Vec<&Datum> = data.iter().filter(|d| d.year.is_none() || d.year == year).collect();
        let total = |column: usize| matches!(self.table.columns.get(column), Some((Role::Figures(own), _)) if own.total);
        let (data, sexes) = weighted::of_both_sexes(&data, total);
        let data = self.of_both_sexes(&data.iter().collect::<Vec<_>>())?;
        let (data, finer) = weighted::in_classes(&data, total);
        if finer || sexes {
            log.add(Section::Read, say::ImportHoursOfFinerAges { place: self.table.source.name() });
        }
        let data: Vec<&Datum> = data.iter().collect();
        let rows = by_row(&data);
        let rows = with_persons_beside(rows);
        for line in lines_without_hours(&data, &rows) {
            log.add(Section::Left, say::ImportRowWithoutHours { place: self.table.source.place(line) });
        }
        let (mut own, mut problems) = (BTreeMap::<String, Vec<Group>>::new(), Vec::new());
        let mut lines = BTreeMap::<(String, String), usize>::new();
        for ((unit, line, _), row) in rows {
            match self.group(line, (&row.own, row.beside)) {
                Ok(groups) if groups.iter().any(|group| group.persons < THRESHOLD as usize) => {
                    let place = self.table.source.place(line);
                    log.add(Section::Left, say::ImportGroupLeft { place, least: THRESHOLD });
                    found.add_few(unit, groups);
                }
                Ok(groups) => {
                    if others_left_out(&groups, &row.own) {
                        log.add(
                            Section::Left,
                            say::ImportOthersOfFew { place: self.table.source.place(line) },
                        );
                    }
                    for group in groups.iter().filter(|group| group.hours.is_some()) {
                        let key = (unit.clone(), group.ages.clone());
                        let first = *lines.entry(key).or_insert(line);
                        problems.extend(self.of_another_sort([first, line], unit));
                    }
                    let before = own.entry(unit.clone()).or_default();
                    // Two groups of the same ages, persons and hours are one that stands twice.
                    if groups.iter().any(|group| before.contains(group)) {
                        let column = self.table.first(Role::Unit).unwrap_or_default();
                        let problem =
                            self.table.problem(line, column, say::IMPORT_UNIT_TWICE).found(unit.clone());
                        problems.push(problem.allowed(say::IMPORT_ONCE_ALLOWED));
                    }
                    before.extend(groups);
                }
                Err(problem) => problems.push(*problem),
            }
        }
        for (id, groups) in own {
            let name = self.register.name(&id);
            let (parts, sums) = parts_and_sums(groups);
            for sum in sums {
                log.add(Section::Left, say::ImportGroupIsSum { id: &id, name, ages: &sum.ages });
                if disagrees(&sum, &parts) {
                    log.add(Section::Controls, say::ImportHoursSumDiffers { id: &id, name });
                }
            }
            if let Some(ages) = overlapping(&parts) {
                let problem = self.table.source.whole(say::AGES_OVERLAP).key(format!("{id} {name}"));
                problems.push(problem.found(ages));
            }
            if found.has_groups(&id) {
                let problem = self.table.source.whole(say::IMPORT_UNIT_TWICE).found(id.as_str());
                problems.push(problem.allowed(say::IMPORT_ONCE_ALLOWED));
            }
            found.add_groups(&id, parts);
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// The problem of a second row of the same persons that a word alone tells from the first: «Vedtak» and «Levert» are two hours of
    /// the same, and no two groups. Parts of a municipality, who gives the service, and groups by number are.
    fn of_another_sort(&self, [first, second]: [usize; 2], unit: &str) -> Option<Problem> {
        const GROUPS: [&str; 4] = ["gruppe", "group", "nivå", "level"];
        let table = self.table;
        let column = apart(table, [first, second]).filter(|_| first != second)?;
        let heading = folded(&table.columns[column].1);
        let of_parts = PROVIDERS.iter().chain(&GROUPS).any(|own| heading.starts_with(own));
        let row = table.rows.iter().find(|row| row.number == second)?;
        let numbered = row.cell(column).text().contains(|c: char| c.is_ascii_digit());
        let place = table.first(Role::Unit).unwrap_or_default();
        let problem = table.problem(second, place, say::IMPORT_UNIT_TWICE).found(unit);
        let allowed = say::ImportOnceAllowedApart { column: table.source.column(column, false) };
        (!of_parts && !numbered).then(|| problem.allowed(allowed))
    }

    /// Numbers of both sexes together; refused where there are those of one alone, since groups of men are no groups of all.
    fn of_both_sexes<'d>(&self, data: &[&'d Datum]) -> Result<Vec<&'d Datum>> {
        let all: Vec<&Datum> = data.iter().copied().filter(|datum| datum.sex == Sex::All).collect();
        let has = |one: &&&Datum| {
            let same = |d: &&Datum| (&d.unit, d.ages, d.measure) == (&one.unit, one.ages, one.measure);
            all.iter().any(same)
        };
        let alone = data.iter().filter(|datum| datum.sex != Sex::All).find(|datum| !has(datum));
        match alone {
            None => Ok(all),
            Some(datum) => {
                let (line, column) = datum.at;
                let problem = self.table.problem(line, column, say::IMPORT_ONE_SEX);
                Err(problem.allowed(say::IMPORT_HOURS_OF_BOTH_ALLOWED).into())
            }
        }
    }

    /// The groups that a row is of, one for hours and one for other services.
    fn group(
        &self,
        line: usize,
        (row, beside): (&[&Datum], Option<f64>),
    ) -> std::result::Result<Vec<Group>, Box<Problem>> {
        let value = |measures: &[Measure]| {
            let datum = row.iter().find(|d| d.measure.is_some_and(|own| measures.contains(&own)))?;
            if let Value::Number(number) = datum.value { Some((datum.at.1, number)) } else { None }
        };
        let mut seen = BTreeMap::new();
        for datum in row {
            let first = *seen.entry(datum.measure).or_insert(datum.at.1);
            if first != datum.at.1 {
                return Err(Box::new(doubles::problem(self.table, line, (first, datum.at.1))));
            }
        }
        let column = self.table.first(Role::Age).unwrap_or_default();
        let ages = row.iter().map(|datum| datum.ages).find(|ages| *ages != Ages::All).unwrap_or(Ages::All);
        let ages = classes(ages).ok_or_else(|| {
            let allowed = Text::same(format!("{}, 0-49, 67+, …, all", AGE_CLASSES.join(", ")));
            Box::new(self.table.problem(line, column, say::IMPORT_STRADDLES).allowed(allowed))
        })?;
        let counted = value(&[Measure::Persons, Measure::Recipients]).map(|(_, persons)| persons);
        let Some(persons) = counted.or(beside) else {
            return Err(Box::new(
                self.table.source.problem(line, None, say::IMPORT_NO_PERSONS).allowed(Text::same("persons")),
            ));
        };
        if persons < THRESHOLD as f64 {
            return Ok(vec![Group { ages, persons: persons as usize, ..Group::default() }]);
        }
        let limited = |measure: Measure, most: f64| match value(&[measure]) {
            Some((column, number)) if number > most => {
                let problem =
                    self.table.problem(line, column, say::VALUE_OUTSIDE_RANGE).found(number.to_string());
                let allowed = match measure {
                    Measure::Hours => say::ImportHoursOfEachAllowed { most }.text(),
                    _ => Text::same(format!("0–{most}")),
                };
                Err(Box::new(problem.allowed(allowed)))
            }
            other => Ok(other.map(|(_, number)| number)),
        };
        let base = Group { ages, persons: persons as usize, ..Group::default() };
        let hours = self
            .hours_of_each(row, persons)
            .map_or_else(|| limited(Measure::Hours, MOST_HOURS), |own| own.map(Some))?;
        let share = limited(Measure::OtherShare, 1.0)?
            .and_then(|share| if self.choices.published { Some(share) } else { share_of(persons, share) });
        let has_share = value(&[Measure::OtherShare]).is_some();
        // What those with other services cost is of as many as they are.
        let of_enough =
            self.choices.published || share.map_or(!has_share, |share| share * persons >= THRESHOLD as f64);
        let cost = limited(Measure::OtherCost, f64::INFINITY)?.filter(|_| of_enough);
        // What was divided or carried to a week is not known to more digits.
        let told = |hours: f64| (hours * DIGITS).round() / DIGITS;
        let with_hours = hours.map(|hours| Group { hours: Some(told(hours)), ..base.clone() });
        let others = (share.is_some() || cost.is_some()).then(|| Group {
            other_share: share,
            other_cost: cost,
            ..base.clone()
        });
        Ok(with_hours.into_iter().chain(others).collect())
    }
}

impl Take<'_, '_> {
    /// Reads how many the persons are as well, where a table that is guessed to be of hours has them by age; else it is told that
    /// they are not read.
    pub fn counts_beside(&self, found: &mut Found, log: &mut Log) {
        let counted = |own: Figures| matches!(own.measure, Some(Measure::Persons | Measure::Recipients));
        if self.choices.kind.is_some() || !self.table.figures().any(|(_, own)| counted(own)) {
            return;
        }
        let place = self.table.source.name();
        let (mut with, mut told) = (found.clone(), log.clone());
        let read = self.recipients(&mut with, &mut told).is_ok() && with.unknown == found.unknown;
        if read && with.recipients.len() > found.recipients.len() {
            (*found, *log) = (with, told);
            log.add(Section::Read, say::ImportCountsBeside { place });
        } else {
            log.add(Section::Left, say::ImportCountsNotBeside { place });
        }
    }

    /// The hours of each where a column has those of all persons of the row together; none where it has those of each.
    fn hours_of_each(&self, row: &[&Datum], persons: f64) -> Option<std::result::Result<f64, Box<Problem>>> {
        let (line, column) = row.iter().find(|d| d.measure == Some(Measure::Hours))?.at;
        let total = matches!(self.table.columns.get(column), Some((Role::Figures(own), _)) if own.total);
        let datum = row.iter().find(|d| total && d.at == (line, column))?;
        let Value::Number(sum) = datum.value else { return None };
        let each = sum / persons;
        Some(match each > MOST_HOURS {
            true => {
                let problem =
                    self.table.problem(line, column, say::VALUE_OUTSIDE_RANGE).found(each.to_string());
                Err(Box::new(problem.allowed(say::ImportHoursOfEachAllowed { most: MOST_HOURS })))
            }
            false => Ok(each),
        })
    }
}

/// Whether a row has a share or a cost of other services that its groups have not, since it is of few.
fn others_left_out(groups: &[Group], row: &[&Datum]) -> bool {
    let has = |measure: Measure| {
        row.iter().any(|d| d.measure == Some(measure) && matches!(d.value, Value::Number(_)))
    };
    has(Measure::OtherShare) && groups.iter().all(|own| own.other_share.is_none())
        || has(Measure::OtherCost) && groups.iter().all(|own| own.other_cost.is_none())
}

/// The rows of a municipality, and those of them that are sums of others: of all ages of another row and more. A sum beside its
/// parts would tell of a part that is left out because it is of few.
fn parts_and_sums(groups: Vec<Group>) -> (Vec<Group>, Vec<Group>) {
    let is_sum = |group: &Group| {
        let within = |other: &Group| {
            let (part, whole) = (other.classes(), group.classes());
            part != whole && (0..part.len()).all(|class| whole[class] || !part[class])
        };
        groups.iter().any(|other| other.hours.is_some() == group.hours.is_some() && within(other))
    };
    let sums: Vec<bool> = groups.iter().map(is_sum).collect();
    let (sums, parts): (Vec<_>, Vec<_>) = groups.into_iter().zip(sums).partition(|(_, sum)| *sum);
    let rows = |list: Vec<(Group, bool)>| list.into_iter().map(|(group, _)| group).collect();
    (rows(parts), rows(sums))
}

/// Whether the hours of a sum are others than those of its parts together, where these are all its persons.
fn disagrees(sum: &Group, parts: &[Group]) -> bool {
    const CLOSE: f64 = 0.05;
    let within = |own: &&Group| own.classes().iter().zip(sum.classes()).all(|(part, whole)| whole || !part);
    let own: Vec<&Group> = parts.iter().filter(within).filter(|own| own.hours.is_some()).collect();
    let persons: usize = own.iter().map(|own| own.persons).sum();
    let hours: f64 = own.iter().map(|own| own.persons as f64 * own.hours.unwrap_or_default()).sum();
    let mean = hours / persons.max(1) as f64;
    persons == sum.persons && sum.hours.is_some_and(|whole| (whole - mean).abs() > CLOSE * mean.max(1.0))
}

/// Ages of two rows that have some classes together, not all.
fn overlapping(groups: &[Group]) -> Option<String> {
    groups.iter().enumerate().find_map(|(place, one)| {
        let other = groups[place + 1..].iter().find(|other| {
            let (own, others) = (one.classes(), other.classes());
            let meets = (0..own.len()).any(|class| own[class] && others[class]);
            meets && own != others && one.hours.is_some() == other.hours.is_some()
        })?;
        Some(format!("{}, {}", one.ages, other.ages))
    })
}

/// Ages as the table of groups writes them, if they are classes.
fn classes(ages: Ages) -> Option<String> {
    match ages {
        Ages::All | Ages::Of(Span { low: 0, high: None }) => Some("all".into()),
        Ages::Of(span) => {
            let next = span.high.map(|high| high + 1);
            let right = CLASS_FROM.contains(&span.low) && next.is_none_or(|next| CLASS_FROM.contains(&next));
            right.then(|| span.written())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(ages: &[&str]) -> Vec<Group> {
        let row = |ages: &&str| Group { ages: ages.to_string(), hours: Some(30.0), ..Group::default() };
        ages.iter().map(row).collect()
    }

    #[test]
    fn a_row_of_the_ages_of_another_and_more_is_a_sum() {
        let ages = |groups: Vec<Group>| groups.into_iter().map(|group| group.ages).collect::<Vec<_>>();
        let split = |own: &[&str]| {
            let (parts, sums) = parts_and_sums(rows(own));
            (ages(parts), ages(sums))
        };
        let owned = |own: &[&str]| own.iter().map(|age| age.to_string()).collect::<Vec<_>>();
        assert_eq!(
            split(&["all", "0-17", "67-79", "67+"]),
            (owned(&["0-17", "67-79"]), owned(&["all", "67+"]))
        );
        // Groups of the same ages stand side by side.
        assert_eq!(split(&["18-49", "18-49"]), (owned(&["18-49", "18-49"]), owned(&[])));
        assert_eq!(split(&["all"]), (owned(&["all"]), owned(&[])));
        let mut costs = rows(&["all", "0-17"]);
        costs[0].hours = None;
        assert_eq!(parts_and_sums(costs).1, []);
        assert_eq!(overlapping(&rows(&["0-49", "50+", "18-66"])), Some("0-49, 18-66".into()));
        assert_eq!(overlapping(&rows(&["0-49", "50+", "50+"])), None);
    }
}
