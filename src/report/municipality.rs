//! «My municipality»: two pages about one municipality, made of the run's own files like the report.

use super::budget_lines::LEAST_UNCOVERED;
use super::document::{Block, Cell, Document, Item, Missing, Row, Section, Table};
use super::municipal_years::{Amounts, MunicipalYear, observed};
use super::presenter::Presenter;
use super::quantity::Quantity;
use super::run::Run;
use super::tables::validation;
use super::tables::withdrawals::later;
use super::texts::Texts;
use crate::error::{Problem, Result, nearest};
use crate::records::tables::UnitLine;
use crate::scenario::municipality_numbers::successors;
use crate::text::number::Scale;
use crate::text::{Words, say};

/// Years of the table of years, counted from the compared year; the first and the last year stand there too.
const YEARS: [i32; 7] = [-2, -1, 0, 1, 2, 5, 10];
/// One of the amounts of a municipality.
type Figure = fn(&Amounts) -> Option<f64>;
/// The amounts in order, and whether there are such in few runs alone.
const MONEY: [(Words, bool, Figure); 6] = [
    (say::MUNICIPAL_NET_BPA, false, |a| Some(a.net_bpa)),
    (say::MUNICIPAL_WITHDRAWAL, false, |a| Some(a.withdrawal)),
    (say::MUNICIPAL_TRANSITION, true, |a| Some(a.transition)),
    (say::MUNICIPAL_CHANGE, false, |a| Some(a.change)),
    (say::MUNICIPAL_REFUND, false, |a| Some(a.refund)),
    (say::MUNICIPAL_UNCOVERED, true, |a| a.uncovered),
];
/// From so many persons on they are told whole.
const WHOLE_FROM: f64 = 10.0;

/// The file of a municipality's page, beside the report.
pub fn file(id: &str) -> String {
    let plain: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{PREFIX}{plain}{ENDING}")
}

const PREFIX: &str = "kommune-";
const ENDING: &str = ".html";

/// The municipality that a file's page is of.
pub fn of_file(run: &Run, name: &str) -> Option<String> {
    let ids = run.units.first()?.iter().map(|unit| &unit.id);
    ids.into_iter().find(|id| file(id) == name).cloned()
}

/// Whether a file is named as such a page.
pub fn is_file(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(ENDING)
}

/// The municipality that a number or name means; told what is nearest where it means none, or several.
pub fn find(run: &Run, wanted: &str) -> Result<String> {
    let units = run.units.first().map_or(&[][..], Vec::as_slice);
    let same = |text: &str| text.to_lowercase() == wanted.trim().to_lowercase();
    let found: Vec<&UnitLine> = units.iter().filter(|unit| same(&unit.id) || same(&unit.name)).collect();
    let problem = |what: Words| Problem::new(what).key("--municipality").found(wanted);
    match found.as_slice() {
        [unit] => return Ok(unit.id.clone()),
        [] => {}
        several => {
            let list: Vec<String> = several.iter().map(|unit| format!("{} {}", unit.id, unit.name)).collect();
            let allowed = crate::text::Text::same(list.join(", "));
            return Err(problem(say::SEVERAL_MUNICIPALITIES).allowed(allowed).into());
        }
    }
    // An old number is told by what it became: the number nearest to it is another municipality's.
    let today: Vec<String> =
        successors(wanted.trim()).iter().map(|s| format!("{} {}", s.number, s.name)).collect();
    let mut told = problem(say::NO_SUCH_MUNICIPALITY);
    told.nearest = match today.is_empty() {
        false => Some(today.join(", ")),
        true => nearest(wanted.trim(), units.iter().map(|unit| unit.name.as_str())),
    };
    Err(told.into())
}

/// The document about a municipality; title and stamp as those of the report.
pub fn document(run: &Run, texts: &Texts, id: &str, report: &Document) -> Result<Document> {
    let presenter = &Presenter { run, t: texts };
    let unit = run.units.first().and_then(|units| units.iter().find(|unit| unit.id == id));
    let unit = unit.filter(|_| run.unit_years.iter().any(|lines| !lines.is_empty()));
    let Some(unit) = unit else {
        return Err(Problem::new(say::NO_MUNICIPAL_YEARS).file("unit_years.csv").found(id).into());
    };
    let page = OneMunicipality { presenter, unit };
    let t = texts;
    let section =
        |id, title: Words, blocks| Section { id, title: t.get(title), question: String::new(), blocks };
    let mut sections = vec![section("municipality", say::MUNICIPALITY_GLANCE, page.glance())];
    if !unit.hidden {
        sections.push(section(
            "municipality-years",
            say::MUNICIPALITY_YEARS,
            vec![Block::Table(page.years())],
        ));
    }
    sections.push(section("municipality-caveats", say::MUNICIPALITY_CAVEATS, page.caveats()));
    Ok(Document {
        title: t.get(say::MY_MUNICIPALITY),
        subtitle: format!("{} {}", unit.id, unit.name),
        sections,
        ..report.clone()
    })
}

struct OneMunicipality<'a> {
    presenter: &'a Presenter<'a>,
    unit: &'a UnitLine,
}

impl OneMunicipality<'_> {
    fn year(&self, model: usize, year: i32) -> Option<MunicipalYear<'_>> {
        MunicipalYear::of(self.presenter.run, model, &self.unit.id, year)
    }

    /// The compared year, and the later one.
    fn chosen(&self) -> Vec<i32> {
        [Some(self.presenter.run.year()), later(self.presenter)].into_iter().flatten().collect()
    }

    fn glance(&self) -> Vec<Block> {
        let (t, name) = (self.presenter.t, &self.unit.name);
        let placed = match self.unit.observed {
            true => t.get(say::MunicipalityOwn { name }),
            false => t.get(say::MunicipalityIllustration { name }),
        };
        let mut blocks = vec![Block::Text(placed)];
        if self.unit.hidden {
            blocks.push(Block::Text(t.get(say::MunicipalityHidden { name })));
            return blocks;
        }
        if let Some((year, persons)) = observed(self.presenter.run, &self.unit.id) {
            let count = self.presenter.count(persons.round() as usize);
            blocks.push(Block::Text(t.get(say::MunicipalityObserved { name, count, year })));
            blocks.extend(self.carried(year).map(Block::Text));
        }
        let items: Vec<Item> = self.presenter.others().filter_map(|model| self.said(model)).collect();
        blocks.push(Block::List(items));
        blocks.push(Block::Table(self.figures()));
        blocks.extend(self.own_accounts().map(Block::Table));
        blocks
    }

    /// That the known number was carried to the first year of the run, unless it is from there.
    fn carried(&self, counted: i32) -> Option<String> {
        let first = &self.unit.first;
        let persons = first.recipients.filter(|_| self.unit.observed && first.year != counted)?;
        let count = self.presenter.count(persons.round() as usize);
        Some(self.presenter.t.get(say::MunicipalityCarried { count, year: first.year }))
    }

    /// What a model changes, in a sentence for each chosen year.
    fn said(&self, model: usize) -> Option<Item> {
        let presenter = self.presenter;
        let sentence = |year: i32| {
            let own = self.year(model, year)?;
            let (fixed, nominal) = (own.fixed()?, own.nominal()?);
            let million =
                |kroner: f64| Quantity::to_place(Scale::Million, kroner.abs(), 5).number(presenter.lang());
            let price_year = presenter.run.about.price_year;
            // Nine draws in ten that do not agree have no direction between them, and their mean is not told as one.
            let either_way = self.interval(model, year).and_then(|interval| {
                let change = Quantity::to_place(Scale::Million, fixed.change, 5).within(Some(interval));
                change.either_way(presenter.lang())
            });
            let mut said = match either_way {
                Some((low, high)) => {
                    let [less, more] = [low, high].map(|end| million(end.value));
                    presenter.t.get(say::MunicipalityChangesEitherWay { year, price_year, less, more })
                }
                None => presenter.t.get(say::MunicipalityChanges {
                    year,
                    way: if fixed.change < 0.0 { "less" } else { "more" },
                    change: million(fixed.change),
                    price_year,
                    nominal: million(nominal.change),
                }),
            };
            if let Some(kroner) = nominal.uncovered.filter(|kroner| *kroner >= LEAST_UNCOVERED) {
                let amount = million(kroner);
                said = format!("{said} {}.", presenter.t.get(say::BudgetUncovered { year, amount }));
            }
            Some(said)
        };
        let said: Vec<String> = self.chosen().into_iter().filter_map(sentence).collect();
        (!said.is_empty()).then(|| Item::new(presenter.model(model), said.join(" ")))
    }

    fn thousand(&self, kroner: Option<f64>) -> Cell {
        let missing = if self.unit.hidden { Missing::Hidden } else { Missing::Unknown };
        kroner.map_or(Cell::Missing(missing), |kroner| {
            Quantity::to_place(Scale::Thousand, kroner, 3).cell(self.presenter.lang())
        })
    }

    fn persons(&self, persons: Option<f64>) -> Cell {
        let place = |n: f64| if n >= WHOLE_FROM { 0 } else { -1 };
        self.presenter.cell(persons, |n| Quantity::to_place(Scale::One, n, place(n)))
    }

    /// The interval of a model's change, in the year whose draws are kept.
    fn interval(&self, model: usize, year: i32) -> Option<(f64, f64)> {
        let own = self.presenter.run.units[model].iter().find(|unit| unit.id == self.unit.id);
        let kept = own.map(|unit| &unit.full_effect).filter(|kept| kept.year == year && model > 0);
        kept.and_then(|kept| kept.change_p05.zip(kept.change_p95))
    }

    /// The change with its interval, in the year whose draws are kept.
    fn change(&self, model: usize, year: i32, fixed: Option<f64>) -> Cell {
        let interval = self.interval(model, year);
        match (fixed, interval) {
            (Some(change), Some(_)) => {
                Quantity::to_place(Scale::Thousand, change, 3).within(interval).cell(self.presenter.lang())
            }
            _ => self.thousand(fixed),
        }
    }

    /// Every figure of the chosen years under every model, in fixed and in nominal kroner.
    fn figures(&self) -> Table {
        let mut rows = Vec::new();
        for year in self.chosen() {
            let first = rows.len();
            rows.push(self.users(year));
            for nominal in [false, true] {
                let own = self.money(year, nominal);
                let from = if nominal { rows.len() } else { first };
                rows.extend(own);
                if let Some(row) = rows.get_mut(from) {
                    let kroner = self.kroner(nominal);
                    row.group = Some(self.presenter.t.get(say::MunicipalityGroup { year, kroner }));
                }
            }
        }
        self.table("municipality-figures", say::TABLE_MUNICIPALITY, self.presenter.models(), rows)
    }

    /// What its own accounts say beside the zero alternative, where it gave any.
    fn own_accounts(&self) -> Option<Table> {
        let rows = validation::of_unit(self.presenter, &self.unit.id);
        let columns = validation::columns(self.presenter);
        let mut table = (!rows.is_empty())
            .then(|| self.table("municipality-accounts", say::TABLE_MUNICIPALITY_ACCOUNTS, columns, rows))?;
        table.notes =
            vec![self.presenter.t.get(say::NOTE_MUNICIPALITY_ACCOUNTS), self.presenter.interval_note()];
        table.sources = vec!["validation.csv"];
        Some(table)
    }

    fn kroner(&self, nominal: bool) -> String {
        let (t, year) = (self.presenter.t, self.presenter.run.about.price_year);
        if nominal { t.get(say::THOUSAND_NOMINAL) } else { t.get(say::ThousandFixed { year }) }
    }

    fn users(&self, year: i32) -> Row {
        let (presenter, t) = (self.presenter, self.presenter.t);
        let users = |m: usize| self.persons(self.year(m, year).and_then(|own| own.line().recipients));
        Row::new(t.get(say::COLUMN_USERS_ILLUSTRATION), presenter.columns().into_iter().map(users).collect())
            .unit(t.get(say::UNIT_OF_PERSONS))
    }

    /// Rows of kroner in a year; of an arrangement and of what is uncovered only where there is some.
    fn money(&self, year: i32, nominal: bool) -> Vec<Row> {
        let models = self.presenter.columns();
        let row = |(words, seldom, figure): (Words, bool, Figure)| {
            let value = |m: usize| self.amounts(m, year, nominal).as_ref().and_then(figure);
            if seldom && models.iter().all(|m| value(*m).is_none_or(|x| x == 0.0)) {
                return None;
            }
            let cell = |m: &usize| match (words == say::MUNICIPAL_CHANGE && !nominal, seldom) {
                (true, _) => self.change(*m, year, value(*m)),
                (_, true) => self.thousand(value(*m).or(Some(0.0))),
                _ => self.thousand(value(*m)),
            };
            Some(Row::new(self.presenter.t.get(words), models.iter().map(cell).collect()))
        };
        MONEY.into_iter().filter_map(row).collect()
    }

    fn amounts(&self, model: usize, year: i32, nominal: bool) -> Option<Amounts> {
        let own = self.year(model, year)?;
        if nominal { own.nominal() } else { own.fixed() }
    }

    /// A few years: users, and every model's change and withdrawal in nominal kroner.
    fn years(&self) -> Table {
        let (presenter, t) = (self.presenter, self.presenter.t);
        let all = presenter.run.years();
        let mut years: Vec<i32> = YEARS.iter().map(|step| presenter.run.year() + step).collect();
        years.extend([*all.start(), *all.end()]);
        years.retain(|year| all.contains(year));
        years.sort();
        years.dedup();
        let mut columns = vec![t.get(say::COLUMN_USERS_ILLUSTRATION)];
        for model in presenter.others() {
            for figure in [say::MUNICIPAL_CHANGE, say::MUNICIPAL_WITHDRAWAL] {
                let kroner = self.kroner(true);
                columns.push(format!("{}: {} ({kroner})", presenter.model(model), t.get(figure)));
            }
        }
        let row = |year: &i32| {
            let users = self.year(0, *year).and_then(|own| own.line().recipients);
            let mut cells = vec![self.persons(users)];
            for model in presenter.others() {
                let amounts = self.amounts(model, *year, true);
                cells.push(self.thousand(amounts.map(|a| a.change)));
                cells.push(self.thousand(amounts.map(|a| a.withdrawal)));
            }
            Row::new(year.to_string(), cells)
        };
        let rows = years.iter().map(row).collect();
        let mut table = self.table("municipality-by-year", say::TABLE_MUNICIPALITY_YEARS, columns, rows);
        table.columns[0] = t.get(say::COLUMN_CALENDAR_YEAR);
        table
    }

    fn table(&self, id: &'static str, title: Words, columns: Vec<String>, rows: Vec<Row>) -> Table {
        let t = self.presenter.t;
        Table {
            id,
            title: t.get(title),
            sheet: String::new(),
            unit: String::new(),
            columns: std::iter::once(t.get(say::COLUMN_WHAT)).chain(columns).collect(),
            rows,
            notes: vec![t.get(say::NOTE_MUNICIPALITY)],
            sources: vec!["unit_years.csv", "units.csv"],
            long: false,
        }
    }

    fn caveats(&self) -> Vec<Block> {
        let t = self.presenter.t;
        let mut items: Vec<Item> = [
            (say::CAVEAT_PLACED_LEAD, say::CAVEAT_PLACED),
            (say::CAVEAT_REFUND_LEAD, say::CAVEAT_REFUND),
            (say::CAVEAT_WITHDRAWAL_LEAD, say::CAVEAT_WITHDRAWAL),
            (say::CAVEAT_MEAN_LEAD, say::CAVEAT_MEAN),
        ]
        .map(|(lead, text)| Item::new(t.get(lead), t.get(text)))
        .to_vec();
        if self.unit.observed {
            // How many there are was counted, not placed by the model.
            items.remove(0);
        }
        if self.presenter.run.about.small_counts_hidden {
            items.push(Item::new(t.get(say::CAVEAT_HIDDEN_LEAD), t.get(say::CAVEAT_HIDDEN)));
        }
        vec![Block::List(items)]
    }
}
