//! Price per hour and refund, as a municipality's accounts of a year have them.

use super::amounts::{OF_ALL, is_of_costs, not_of_accounts};
use super::cells::folded;
use super::counts::read;
use super::datum::Datum;
use super::figures::Take;
use super::found::{Account, Found};
use super::headings::{Figures, Measure, Role, year_in};
use super::log::{Log, Section};
use super::marks::Value;
use super::units::Register;
use super::wording::says;
use crate::error::{Error, Problem, Result};
use crate::text::{Text, Words, say};
use std::collections::{BTreeMap, BTreeSet};

/// Kroner that an hour of BPA can cost, of all years that accounts may be of.
const PRICES: [f64; 2] = [100.0, 2_500.0];
/// A refund of less than so much, or in a larger municipality than so much for each inhabitant, is one in thousands or millions.
const LEAST_REFUND: f64 = 10_000.0;
const LEAST_FOR_EACH: f64 = 10.0;
/// So many inhabitants may be without anybody whose services are refunded.
const NOT_COUNTED: f64 = 5_000.0;
/// The largest refund for each inhabitant; where few live, one person may have more.
const MOST_FOR_EACH: f64 = 20_000.0;
const MOST_OF_FEW: f64 = 50e6;

impl Take<'_, '_> {
    /// Price per hour and refund by year.
    ///
    /// # Errors
    /// By cell: where two amounts are of the same year, where one cannot be what it is said to be.
    pub fn costs(&self, found: &mut Found, log: &mut Log) -> Result<()> {
        let of = |figures: &Figures| matches!(figures.measure, Some(Measure::Price | Measure::Refund));
        self.only_of_accounts(log)?;
        self.unread(|heading| is_of_costs(&folded(heading)), log);
        self.of_whole_years()?;
        let data = read(self.table, of, self.register, self.choices, log)?;
        let years: BTreeSet<i32> = data.iter().filter_map(|datum| datum.year).collect();
        let asked = match self.choices.year {
            Some(_) if !years.is_empty() => Some(self.year(&years, log)?),
            asked => asked,
        };
        let unsaid = asked.or(self.choices.year_else).or_else(|| self.year_of_title());
        let mut problems = Vec::new();
        let mut seen: BTreeMap<(String, i32, bool), usize> = BTreeMap::new();
        let by_age = self.table.first(Role::Age).is_some();
        let (mut left, undated) = (BTreeSet::new(), self.undated());
        for datum in &data {
            let (Some(unit), Value::Number(number)) = (&datum.unit, datum.value) else { continue };
            let (line, column) = datum.at;
            let own = datum.year.filter(|_| !undated.contains(&line));
            let Some(year) = own.or(unsaid) else {
                let problem = self.table.problem(line, column, say::IMPORT_NO_YEAR);
                problems.push(problem.allowed(say::IMPORT_YEAR_ALLOWED));
                continue;
            };
            if asked.is_some_and(|asked| asked != year) {
                left.insert(year);
                continue;
            }
            self.not_yet(year)?;
            let is_price = datum.measure == Some(Measure::Price);
            let account: &mut Account = found.accounts.entry((unit.clone(), year)).or_default();
            let other = if is_price { &mut account.price } else { &mut account.refund };
            let again = seen.insert((unit.clone(), year, is_price), line).is_some() || other.is_some();
            // Beside ages the amount of all of them may stand in every row.
            let same = by_age && *other == Some(if is_price { number } else { number.round() });
            if again && same {
                continue;
            }
            if again {
                let problem = self
                    .table
                    .problem(line, column, say::IMPORT_AMOUNT_TWICE)
                    .found(format!("{unit} {year}"));
                problems.push(problem.allowed(say::IMPORT_AMOUNT_ONCE));
            } else if let Some(limits) = implausible(unit, (number, is_price), self.register) {
                problems.push(self.implausible(datum, number, limits));
            } else {
                *other = Some(if is_price { number } else { number.round() });
            }
        }
        for year in left {
            log.add(Section::Left, say::ImportAccountsOfOtherYear { year });
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// Rows that name their municipality, and have nothing in a column of years after it: that of the row above is not theirs.
    fn undated(&self) -> BTreeSet<usize> {
        let place = self.table.first(Role::Unit).or(self.table.first(Role::Name));
        let (Some(year), Some(place)) = (self.table.first(Role::Year), place) else { return BTreeSet::new() };
        let undated = |row: &&super::cells::Line| {
            place < year && row.cell(year).is_empty() && !row.cell(place).is_empty()
        };
        self.table.rows.iter().filter(undated).map(|row| row.number).collect()
    }

    /// Refuses rows whose date ends no year: amounts up to then are those of a part of it.
    fn of_whole_years(&self) -> Result<()> {
        let Some(column) = self.table.first(Role::Year) else { return Ok(()) };
        let part = |row: &&super::cells::Line| {
            not_of_accounts(&row.cell(column).text()) == Some(say::IMPORT_SORT_NOT_A_YEAR)
        };
        let Some(row) = self.table.rows.iter().find(part) else { return Ok(()) };
        let what = say::ImportNotOfAccounts { what: say::IMPORT_SORT_NOT_A_YEAR };
        let problem = self.table.problem(row.number, column, what).found(row.cell(column).text());
        Err(problem.allowed(say::IMPORT_ACCOUNTS_ALLOWED).into())
    }

    /// Tells of columns of costs that are none of a year's accounts; refused is a table that has only such, or whose title says
    /// so of all.
    fn only_of_accounts(&self, log: &mut Log) -> Result<()> {
        let table = self.table;
        let chosen = |heading: &String| self.choices.named.contains_key(&folded(heading));
        let of_all = self.title_says().filter(|_| !table.columns.iter().any(|(_, heading)| chosen(heading)));
        let (mut why, mut at) = (of_all, 0);
        for (column, (role, heading)) in table.columns.iter().enumerate() {
            if !matches!(role, Role::Unread | Role::Share) || !is_of_costs(&folded(heading)) {
                continue;
            }
            let what = not_of_accounts(heading).unwrap_or(say::IMPORT_SORT_OTHER);
            log.add(
                Section::Left,
                say::ImportAmountUnread { column: table.source.column(column, true), what },
            );
            (why, at) = (why.or(Some(what)), column);
        }
        let some =
            table.figures().any(|(_, own)| matches!(own.measure, Some(Measure::Price | Measure::Refund)));
        match (some, of_all, why) {
            (_, Some(what), _) | (false, None, Some(what)) => {
                let problem = table.problem(table.heading, at, say::ImportNotOfAccounts { what });
                Err(problem.allowed(say::IMPORT_ACCOUNTS_ALLOWED).into())
            }
            (false, None, None) => {
                let problem = table.source.whole(say::IMPORT_NO_COSTS);
                Err(problem.key("--map").allowed(say::IMPORT_ACCOUNTS_ALLOWED).into())
            }
            (true, None, _) => Ok(()),
        }
    }

    /// The one year that the title says; a day is when something was printed, but for the last of a year.
    fn year_of_title(&self) -> Option<i32> {
        let is_day = |word: &&str| word.contains('.') && !word.starts_with("31.12");
        let words = self.table.title.split([' ', ',', '(', ')']).filter(|word| !is_day(word));
        let years: BTreeSet<i32> = words.filter_map(year_in).collect();
        years.first().copied().filter(|_| years.len() == 1)
    }

    /// What the title or the sheet says that all amounts are, where that is none of a year's accounts.
    fn title_says(&self) -> Option<Words> {
        let sheet = self.table.source.sheet.as_deref().unwrap_or_default();
        let title = folded(&format!("{} {sheet}", self.table.title));
        // Of a title that is not of costs, what it counts may be something beside them.
        let whole = says(
            &title,
            &[
                "beløp*",
                "tall",
                "tallene",
                "tal",
                "tala",
                "amounts",
                "figures",
                "regnskap*",
                "rekneskap*",
                "accounts",
            ],
        )
        .is_some();
        // What is refunded is so over a year; a price is one at any time.
        let refunds = self.table.figures().any(|(_, own)| own.measure == Some(Measure::Refund));
        let of_all = |what: &Words| {
            let part = *what == say::IMPORT_SORT_NOT_A_YEAR && refunds;
            whole || part || is_of_costs(&title) || OF_ALL.contains(what)
        };
        let applied = says(&title, &["søkt", "omsøkt*", "ikke innvilg*", "ikkje innvilg*"]).is_some();
        let applied = applied.then_some(say::IMPORT_SUBJECT_APPLICATIONS);
        not_of_accounts(&title).filter(of_all).or(applied)
    }

    fn implausible(&self, datum: &Datum, number: f64, [low, high]: [f64; 2]) -> Problem {
        let (line, column) = datum.at;
        let what = match datum.measure {
            Some(Measure::Price) => say::IMPORT_PRICE_IMPLAUSIBLE,
            _ => say::IMPORT_REFUND_IMPLAUSIBLE,
        };
        let problem = self.table.problem(line, column, what).found(format!("{number} kr"));
        problem.allowed(Text::same(format!("{low}–{high} kr")))
    }
}

/// What an amount may be where it is none of it; a refund of nothing is one.
fn implausible(id: &str, (number, is_price): (f64, bool), register: &Register) -> Option<[f64; 2]> {
    let people: f64 = register.inhabitants(id).map_or(0.0, |classes| classes.iter().sum());
    let limits = match is_price {
        true => PRICES,
        false => [
            LEAST_REFUND.max(LEAST_FOR_EACH * (people - NOT_COUNTED)),
            MOST_OF_FEW.max(MOST_FOR_EACH * people),
        ],
    };
    let right = (limits[0]..=limits[1]).contains(&number) || !is_price && number == 0.0;
    (!right).then_some(limits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choices;
    use crate::import::counted_in;
    use crate::import::headings::Named;
    use crate::import::table::Table;
    use crate::import::text_file;
    use crate::text::Lang;

    /// Price and refund by year; or what is refused.
    fn read(text: &str, choices: &Choices) -> std::result::Result<BTreeMap<(String, i32), Account>, String> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let mut table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let (register, mut log, mut found) =
            (Register::new(BTreeMap::new()), Log::default(), Found::default());
        counted_in::settle(&mut table, &mut log);
        let take = Take { table: &table, register: &register, choices };
        take.costs(&mut found, &mut log).map_err(|e| e.render(Lang::En))?;
        Ok(found.accounts)
    }

    #[test]
    fn amounts_are_read_in_kroner_and_what_is_none_of_the_accounts_is_not() {
        let of = |price: Option<f64>, refund: Option<f64>| Account { price, refund };
        for (text, account) in [
            (
                "Refusjon 2024\nAlle beløp i 1000 kroner\n\nKommune;Refusjon\nAsker;31200\n",
                of(None, Some(31.2e6)),
            ),
            (
                "Kommune;Refusjon 2024;Timepris 2024\n;mill. kr;kr\nAsker;31,2;505,5\n",
                of(Some(505.5), Some(31.2e6)),
            ),
            ("Kommune;Refusjon 2024;Refusjonsgrad 2024 (%)\nAsker;31200000;77,5\n", of(None, Some(31.2e6))),
            (
                "Kommune;Refusjon 2024;Budsjettert refusjon 2024\nAsker;31200000;28000000\n",
                of(None, Some(31.2e6)),
            ),
            (
                "Kommune;Toppfinansiering 2024;Innslagspunkt toppfinansiering 2024\nAsker;31200000;1692000\n",
                of(None, Some(31.2e6)),
            ),
            (
                "Kommune;Timepris eks. mva 2024;Timepris inkl. mva 2024\nAsker;505;631\n",
                of(Some(505.0), None),
            ),
            (
                "Kommune;Refusjon 2024;Antall brukere med refusjon 2024\nAsker;31200000;63\n",
                of(None, Some(31.2e6)),
            ),
        ] {
            let found = read(text, &Choices::default()).expect(text);
            assert_eq!(
                found.into_iter().collect::<Vec<_>>(),
                [(("3203".to_string(), 2024), account)],
                "{text}"
            );
        }
    }

    #[test]
    fn what_cannot_be_an_amount_of_the_accounts_is_refused_by_its_cell() {
        let choices = Choices { this_year: Some(2026), ..Choices::default() };
        for (text, part) in [
            ("Kommune;Refusjon per bruker 2024\nAsker;310000\n", "per person"),
            ("Kommune;Refusjonsgrad 2024\nAsker;78\n", "shares"),
            ("Budsjett 2024\n\nKommune;Refusjon\nAsker;31200000\n", "budget"),
            ("Kommune;Timepris avlastning 2024\nAsker;400\n", "another service"),
            ("Kommune;Utgifter før refusjon 2024\nAsker;31200000\n", "something else"),
            ("Kommune;2022;2023;2024\nAsker;25000000;28000000;31200000\n", "--map"),
            ("Refusjon per bruker 2024\n\nKommune;Refusjon\nAsker;310000\n", "per person"),
            ("Kommune;År;Refusjon\nAsker;2024;10000000\nAsker;2024;21200000\n", "t.csv:3"),
            ("Kommune;Timepris 2024;Pris per time 2024\nAsker;505;631\n", "Pris per time"),
            ("Kommune;Timepris inkl. mva 2024\nAsker;631\n", "value added tax"),
            ("Alle priser inkl. mva\n\nKommune;Timepris 2024\nAsker;631\n", "value added tax"),
            ("Kommune;Timepris 2024\nAsker;50550\n", "100–2500 kr"),
            ("Kommune;Refusjon 2024\nAsker;99999999999999999999\n", "kr"),
            ("Kommune;Refusjon 2024\nAsker;31200\n", "t.csv:2"),
            ("Kommune;Refusjon 2090\nAsker;31200000\n", "2026"),
            // A cell of a year that is empty beside a municipality says nothing.
            ("Kommune;År;Timepris\nAsker;2024;505\nBærum;;510\n", "t.csv:3"),
        ] {
            let told = read(text, &choices).expect_err(text);
            assert!(told.contains(part), "{text}: {told}");
        }
    }

    #[test]
    fn accounts_have_years_of_their_own() {
        let text = "Kommune;År;Timepris\nAsker;2023;480\nAsker;2024;505\n";
        let years = |choices: &Choices| {
            read(text, choices).expect("sound").keys().map(|(_, year)| *year).collect::<Vec<_>>()
        };
        assert_eq!(years(&Choices { year_else: Some(2024), ..Choices::default() }), [2023, 2024]);
        assert_eq!(years(&Choices { year: Some(2023), ..Choices::default() }), [2023]);
        let unsaid = "Kommune;Timepris\nAsker;505\n";
        assert!(read(unsaid, &Choices { year_else: Some(2024), ..Choices::default() }).is_ok());
        assert!(read(unsaid, &Choices::default()).expect_err("no year").contains("year"));
    }
}
