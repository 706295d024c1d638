//! What the numbers of a table's columns are counted in: kroner, thousands or millions of them, hours of a week or a month, of
//! each or of all. The heading says it, the row of units below it, or the title; hours and kroner that are of something else
//! than a week and a year are carried to that, and it is told.

use super::amounts::{self, is_of_costs};
use super::cells::{Line, folded};
use super::headings::{Field, Figures, Measure, Role};
use super::hour_words::{
    is_of_all, is_of_each, is_of_other_hours, is_of_part_of_hours, is_of_remark, without_each,
};
use super::hours_of_all;
use super::log::{Log, Section};
use super::marks::Amount;
use super::periods::{MINUTES, Period, is_of_hours, is_of_minutes};
use super::remarks::of_all_numbers;
use super::scales::scale;
use super::subject::{Subject, is_of_others, of as subject_of};
use super::table::Table;
use super::unit_words::is_unit;
use super::wording::says;
use crate::rules::WEEKS;
use crate::text::say;
use std::collections::BTreeSet;

/// What may stand before a row of units.
const OF_UNITS: [&str; 5] = ["enhet", "eining", "måleenhet", "måleeining", "unit"];

/// Reads what columns are counted in, and leaves the row of units out of the table's.
pub fn settle(table: &mut Table, log: &mut Log) {
    let rows = table.rows;
    let units = unit_row(table).map(|at| &rows[at]);
    if let Some(at) = unit_row(table) {
        table.rows = &rows[at + 1..];
    }
    of_title(table);
    let notes: Vec<String> = of_all_numbers(table).collect();
    let sheet = table.source.sheet.as_deref().unwrap_or_default();
    let title = format!("{} {sheet} {}", table.title, notes.join(" "));
    let of_column = unit_column(table);
    let title = format!("{title} {of_column}");
    let mut hours = Vec::new();
    for column in 0..table.columns.len() {
        let (role, heading) = table.columns[column].clone();
        let unit = units.map_or_else(String::new, |row| row.cell(column).text().into_owned());
        let said = Said { heading: &heading, unit: &unit, title: &title };
        let settled = match role {
            Role::Figures(own) if own.measure == Some(Measure::Hours) => Some(said.hours(own)),
            Role::Unread if said.is_of_other_hours() => Some(said.hours(Figures::of(Measure::Hours))),
            Role::Figures(own) => said.others(own),
            _ => None,
        };
        if let Some(Role::Figures(own)) = settled
            && own.measure == Some(Measure::Hours)
        {
            hours.push((column, own));
        } else if let Some(role) = settled {
            if let Some(note) = said.told(role, table.source.column(column, true)) {
                log.add(Section::Read, note);
            }
            table.columns[column].0 = role;
        }
    }
    for (column, own) in &hours {
        let of_year = hours.iter().filter(|(_, other)| other.year == own.year);
        let each = |column: usize| is_of_each(&table.columns[column].1);
        let rank = |column: usize, own: &Figures| (rank(own), !each(column));
        let best = of_year.map(|(other, own)| rank(*other, own)).min();
        if best < Some(rank(*column, own)) {
            log.add(Section::Left, say::ImportColumnUnread { column: table.source.column(*column, true) });
            table.columns[*column].0 = Role::Unread;
            continue;
        }
        let heading = table.columns[*column].1.clone();
        let unit = units.map_or_else(String::new, |row| row.cell(*column).text().into_owned());
        let said = Said { heading: &heading, unit: &unit, title: &title };
        let of_all = !own.total && !said.is_of_each() && hours_of_all::must_be(table, (*column, own));
        if of_all {
            log.add(Section::Read, say::ImportHoursOfAllSeen { column: table.source.column(*column, true) });
        }
        table.columns[*column].0 = Role::Figures(Figures { total: own.total || of_all, ..*own });
        let of_list =
            table.first(Role::Person(Field::Pseudonym)).or(table.first(Role::Person(Field::Birth))).is_some();
        let column = table.source.column(*column, true);
        if said.period().is_none() && !of_list {
            log.add(Section::Read, say::ImportHoursOfWeekAssumed { column: &column });
        }
        if own.times.is_some() {
            let period = said.period().unwrap_or(Period::Weeks(1)).told();
            match said.is_of_minutes() {
                true => log.add(Section::Read, say::ImportMinutesConverted { column: &column, period }),
                false => log.add(Section::Read, say::ImportHoursConverted { column: &column, period }),
            }
        }
    }
}

/// The unit that a column says of all rows alike.
fn unit_column(table: &Table) -> String {
    const HEADINGS: [&str; 8] = [
        "måleenhet",
        "måleeining",
        "unit of measure",
        "unit",
        "enhet",
        "statistikkvariabel",
        "variabel",
        "contents",
    ];
    let is_of_units = |(role, heading): &(Role, String)| {
        *role == Role::Unread && HEADINGS.contains(&folded(heading).as_str())
    };
    let Some(column) = table.columns.iter().position(is_of_units) else { return String::new() };
    let texts: BTreeSet<String> = table
        .rows
        .iter()
        .map(|row| row.cell(column).text().into_owned())
        .filter(|text| !text.is_empty())
        .collect();
    texts.first().cloned().filter(|text| texts.len() == 1 && scale(text).is_some()).unwrap_or_default()
}

/// Where headings are years alone, the title says of what: «Refusjon (1000 kr)» over 2022, 2023 and 2024.
fn of_title(table: &mut Table) {
    let years =
        |own: &Figures| own.year.is_some() && *own == Figures { year: own.year, ..Figures::default() };
    if table.first(Role::Age).is_some() || table.figures().any(|(_, own)| !years(&own)) {
        return;
    }
    let Some(Role::Figures(said)) = amounts::role(&folded(&table.title)) else { return };
    for (role, _) in &mut table.columns {
        if let Role::Figures(own) = role {
            *own = Figures { year: own.year, ..said };
        }
    }
}

/// Hours a week of each are what is wanted; others are second to them.
fn rank(own: &Figures) -> (bool, bool) {
    (own.total, own.times.is_some())
}

/// What is said of a column.
struct Said<'s> {
    heading: &'s str,
    unit: &'s str,
    title: &'s str,
}

impl Said<'_> {
    /// Whether a heading that is not read is of hours of another period.
    fn is_of_other_hours(&self) -> bool {
        let heading = without_each(&folded(self.heading));
        is_of_hours(&heading)
            && !is_of_part_of_hours(&heading)
            && !is_of_remark(&heading)
            && Period::of(&heading).is_some()
            && !is_of_costs(&heading)
            && !is_of_others(&heading)
            && !is_of_other_hours(&heading)
            && (subject_of(&heading) == Some(Subject::Hours) || is_of_minutes(&heading))
    }

    fn period(&self) -> Option<Period> {
        Period::of(self.heading).or(Period::of(self.unit)).or(Period::of_title(self.title))
    }

    /// Whether something says that hours are those of each person.
    fn is_of_each(&self) -> bool {
        [self.heading, self.unit, self.title].into_iter().any(is_of_each)
    }

    /// Whether numbers are of minutes.
    fn is_of_minutes(&self) -> bool {
        is_of_minutes(self.heading) || is_of_minutes(self.unit) || says(self.unit, &["min"]).is_some()
    }

    fn hours(&self, own: Figures) -> Role {
        let other = self.period().filter(|period| *period != Period::Weeks(1));
        if other.is_some_and(|period| period.in_a_year().is_none()) {
            return Role::Unread;
        }
        let times = other.and_then(Period::in_a_year).map(|times| times / WEEKS);
        let times = if self.is_of_minutes() { Some(times.unwrap_or(1.0) / MINUTES) } else { times };
        let total = is_of_all(self.heading)
            || is_of_all(self.unit)
            || is_of_hours(self.title) && is_of_all(self.title);
        Role::Figures(Figures { times, total, ..own })
    }

    /// Kroner and persons; none where nothing more is said than the heading does.
    fn others(&self, own: Figures) -> Option<Role> {
        match own.measure {
            Some(Measure::Price | Measure::Refund | Measure::OtherCost) => {
                let unsaid = scale(self.heading).is_none();
                let power = if unsaid { scale(self.unit).or(scale(self.title)) } else { None };
                let thousands = power.map_or(own.thousands, |power| u32::try_from(power).unwrap_or(0));
                let hundredths = if power == Some(-2) { Some(0.01) } else { own.times };
                let period = Period::of(self.heading).or(Period::of(self.unit));
                if own.measure == Some(Measure::OtherCost) && period == Some(Period::Unknown) {
                    return Some(Role::Unread);
                }
                let of_year = period.filter(|period| *period != Period::Year).and_then(Period::in_a_year);
                let times = if own.measure == Some(Measure::OtherCost) { of_year } else { hundredths };
                Some(Role::Figures(Figures { thousands, times, ..own }))
            }
            Some(Measure::OtherShare | Measure::Hours) => None,
            None | Some(Measure::Recipients | Measure::Population | Measure::Persons) => {
                match subject_of(self.unit)? {
                    Subject::Shares => Some(Role::Share),
                    _ => Some(Role::Unread),
                }
            }
        }
    }

    /// What is told of a column that is read otherwise than its numbers stand.
    fn told(&self, role: Role, column: crate::text::Text) -> Option<crate::text::Text> {
        use crate::text::Message;
        let Role::Figures(own) = role else { return Some(say::ImportColumnUnread { column }.text()) };
        match (own.thousands, own.times) {
            (0, None) => None,
            (0, Some(_)) if own.measure == Some(Measure::OtherCost) => {
                let period = self.period().unwrap_or(Period::Year).told();
                Some(say::ImportKronerConverted { column, period }.text())
            }
            (thousands, times) => {
                let number = 10_f64.powi(thousands as i32) * times.unwrap_or(1.0);
                Some(say::ImportKronerScaled { column, number }.text())
            }
        }
    }
}

/// The place of the row of units below the headings, if there is one: no number stands in it, and what does is a unit.
fn unit_row(table: &Table) -> Option<usize> {
    let at = table.rows.iter().position(|row| row.filled().next().is_some())?;
    let row: &Line = &table.rows[at];
    let is_key = |column: usize| matches!(table.columns.get(column), Some((Role::Unit | Role::Name, _)));
    let is_own = |(column, cell): (usize, &super::cells::Cell)| {
        let text = folded(&cell.text());
        let bare = text.trim_matches(['(', ')', '[', ']', '.']);
        match is_key(column) {
            true => OF_UNITS.contains(&bare),
            false => {
                // «1000 kr» is a unit, and no number.
                let scaled = scale(bare).is_some_and(|power| power != 0);
                let number = matches!(table.habit.amount(cell), Amount::Number(_) | Amount::Doubtful(..));
                (!number || scaled) && is_unit(&text)
            }
        }
    };
    const LONGEST: usize = 30;
    let short = row.filled().all(|(_, cell)| cell.text().chars().count() <= LONGEST);
    let says = row.filled().any(|(column, _)| !is_key(column));
    (short && says && row.filled().all(is_own)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::Named;
    use crate::import::text_file;
    use crate::text::Lang;

    /// Measure, factor and whether they are of all, of each column of figures; and what is told.
    fn read(text: &str) -> (Vec<(Option<Measure>, f64, bool)>, String) {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let mut table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let mut log = Log::default();
        settle(&mut table, &mut log);
        let figures = table.figures().map(|(_, own)| (own.measure, own.factor(), own.total)).collect();
        (figures, log.short(Lang::En))
    }

    #[test]
    fn a_unit_stands_in_the_heading_the_row_below_or_the_title() {
        use Measure::{Price, Refund};
        for (text, own) in [
            (
                "Refusjon 2024\nAlle beløp i 1000 kroner\n\nKommune;Refusjon\nAsker;31200\n",
                vec![(Some(Refund), 1e3, false)],
            ),
            (
                "Kommune;Refusjon 2024;Timepris 2024\n;mill. kr;kr\nAsker;31,2;505,5\n",
                vec![(Some(Refund), 1e6, false), (Some(Price), 1.0, false)],
            ),
            ("Kommune;Refusjon 2024 (MNOK)\nAsker;31,2\n", vec![(Some(Refund), 1e6, false)]),
            ("Kommune;Refusjon 2024 (tkr)\nAsker;31200\n", vec![(Some(Refund), 1e3, false)]),
            ("Kommune;Refusjon 2024 (1.000 kr)\nAsker;31200\n", vec![(Some(Refund), 1e3, false)]),
            ("Beløp i 1000 kr\n\nKommune;Refusjon (kr)\nAsker;31200000\n", vec![(Some(Refund), 1.0, false)]),
            (
                "Refusjon ressurskrevende tjenester (1000 kr)\n\nKommune;2023;2024\nAsker;28000;31200\n",
                vec![(Some(Refund), 1e3, false); 2],
            ),
            ("Kommune;Timepris i øre\nAsker;50550\n", vec![(Some(Price), 0.01, false)]),
        ] {
            assert_eq!(read(text).0, own, "{text}");
        }
        assert!(read("Kommune;Refusjon (tkr)\nAsker;31200\n").1.contains("Column B"));
    }

    #[test]
    fn hours_are_carried_to_a_week_and_it_is_told() {
        let of = |factor: f64, total: bool| {
            vec![(Some(Measure::Persons), 1.0, false), (Some(Measure::Hours), factor, total)]
        };
        for (text, own) in [
            ("Kommune;Personer;Timer pr mnd\nAsker;20;120\n", of(12.0 / 52.0, false)),
            ("Kommune;Personer;Timer per måned\nAsker;20;120\n", of(12.0 / 52.0, false)),
            ("Kommune;Personer;Årstimer\nAsker;20;1500\n", of(1.0 / 52.0, false)),
            ("Kommune;Personer;Timer/år\nAsker;20;1500\n", of(1.0 / 52.0, false)),
            ("Kommune;Personer;Timer per uke i alt\nAsker;5;160\n", of(1.0, true)),
            ("Kommune;Personer;Timer\n;antall;per måned\nAsker;20;120\n", of(12.0 / 52.0, false)),
            ("Vedtakstimer per måned 2024\n\nKommune;Personer;Timer\nAsker;20;120\n", of(12.0 / 52.0, false)),
            ("Oppdatert månedlig\n\nKommune;Personer;Timer\nAsker;20;120\n", of(1.0, false)),
            ("Kommune;Personer;Timer per 4 uker\nAsker;20;120\n", of(0.25, false)),
            ("Kommune;Personer;Timer per døgn\nAsker;20;12\n", of(7.0, false)),
            ("Kommune;Personer;Timer per kvartal\nAsker;20;390\n", of(4.0 / 52.0, false)),
            ("Kommune;Personer;Timer pr. uke;Timer pr. år\nAsker;20;30;1560\n", of(1.0, false)),
            ("Kommune;Personer;Timer i alt;Timer per uke\nAsker;20;600;30\n", of(1.0, false)),
            ("Kommune;Personer;Vedtakstimer\nAsker;20;30\n", of(1.0, false)),
        ] {
            assert_eq!(read(text).0, own, "{text}");
        }
        let unknown = read("Kommune;Personer;Timer per turnus\nAsker;20;120\n");
        assert_eq!(unknown.0, [(Some(Measure::Persons), 1.0, false)]);
        assert!(unknown.1.contains("Column C is not read"), "{}", unknown.1);
        assert!(read("Kommune;Personer;Timer pr mnd\nAsker;20;120\n").1.contains("month"));
    }

    #[test]
    fn other_costs_are_of_a_year() {
        let read = |heading: &str| read(&format!("Saksnr;Fødselsår;{heading}\n1;1980;100\n")).0;
        let cost = |factor: f64| vec![(Some(Measure::OtherCost), factor, false)];
        assert_eq!(read("Andre tjenester kr per måned"), cost(12.0));
        assert_eq!(read("Andre tjenester kr/år"), cost(1.0));
        assert_eq!(read("Andre tjenester (1000 kr)"), cost(1e3));
    }

    #[test]
    fn counts_under_another_unit_are_not_read() {
        let text = "Kommune;0-17;18-49\n;prosent;prosent\nAsker;40;60\n";
        assert_eq!(read(text).0, []);
    }
}
