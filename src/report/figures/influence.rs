//! Which assumptions move a difference most, from the run's own draws: a row an assumption, a column of bars a model. A bar goes
//! from what the difference is where the assumption was drawn low to what it is where it was drawn high.

use super::plot::{Plot, WIDTH, axis, c, drawing, tick_labels};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::{InfluenceLine, ParameterLine};
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::words;
use crate::text::number::placed;
use crate::text::say;
use maud::{Markup, html};

/// The figures: their ids, and the differences they are about.
const FIGURES: [(&str, Outcome); 5] = [
    ("influence-state", Outcome::StateNet),
    ("influence-municipality", Outcome::MunicipalityNetBpaAfterWithdrawal),
    ("influence-relatives", Outcome::RelativesHours),
    ("influence-unmet", Outcome::UnmetHours),
    ("influence-society", Outcome::SocietyCost),
];
/// Most assumptions drawn; the rest stand in the file.
const ROWS: usize = 8;
/// Most models beside each other.
const MODELS: usize = 3;
const LEFT: f64 = 322.0;
const GAP: f64 = 22.0;
const ROW: f64 = 36.0;
const BAR: f64 = 14.0;
const TOP: f64 = 52.0;
/// Letters of a name that fit.
const LETTERS: usize = 44;
/// Longest unit that is told under a name; longer ones stand in the table of assumptions.
const UNIT: usize = 24;

/// A figure a difference that some assumption moves by more than chance.
pub fn figures(presenter: &Presenter<'_>) -> Vec<Figure> {
    FIGURES.into_iter().filter_map(|(id, outcome)| figure(presenter, id, outcome)).collect()
}

/// What is known of an outcome: the lines of a model.
struct Found<'a> {
    presenter: &'a Presenter<'a>,
    outcome: Outcome,
    year: Option<i32>,
    models: Vec<usize>,
}

impl<'a> Found<'a> {
    fn lines(&self, model: usize) -> impl Iterator<Item = &'a InfluenceLine> {
        let run = self.presenter.run;
        let (id, outcome) = (&run.about.models[model].id, self.outcome);
        run.influence.iter().filter(move |l| l.figure.outcome == outcome && l.figure.model == *id)
    }

    fn line(&self, model: usize, parameter: &str) -> Option<&'a InfluenceLine> {
        self.lines(model).find(|line| line.parameter == parameter)
    }

    fn unit(&self) -> DisplayUnit {
        self.presenter.unit(self.outcome, self.year).of_difference()
    }

    /// The mean of a model's difference over all draws.
    fn mean(&self, model: usize) -> f64 {
        let basis = Basis::usual(self.outcome, self.year.is_none());
        let line = self.presenter.run.difference(self.outcome, (model, 0), basis, self.year);
        line.map_or(0.0, |line| line.mean)
    }

    /// The assumptions that move some model's difference most, by their share of the largest move of that model.
    fn parameters(&self) -> Vec<&'a str> {
        let mut weights: Vec<(f64, &str)> = Vec::new();
        for model in &self.models {
            let largest = self.lines(*model).map(|l| l.change.abs()).fold(0.0, f64::max);
            for line in self.lines(*model) {
                let weight = line.change.abs() / largest;
                match weights.iter_mut().find(|(_, id)| *id == line.parameter) {
                    Some(known) => known.0 = known.0.max(weight),
                    None => weights.push((weight, &line.parameter)),
                }
            }
        }
        weights.sort_by(|a, b| b.0.total_cmp(&a.0));
        weights.into_iter().map(|(_, id)| id).collect()
    }

    /// The name of an assumption.
    fn name(&self, id: &str) -> String {
        self.line_of(id).map_or(id.to_string(), |line| line.name(self.presenter.lang()).to_string())
    }

    fn line_of(&self, id: &str) -> Option<&'a ParameterLine> {
        self.presenter.run.parameters.iter().find(|line| line.id == id)
    }

    /// From what to what an assumption goes: «459–538 kr per time».
    fn values(&self, id: &str) -> String {
        let Some(line) = self.models.iter().find_map(|m| self.line(*m, id)) else { return String::new() };
        let lang = self.presenter.lang();
        // Growth is told in per cent a year, and a ratio has no unit.
        let unit = match self.line_of(id).map_or("", |own| own.unit.as_str()) {
            "per yr" => "per year",
            "ratio" => "",
            unit if unit.starts_with("log") => "",
            unit => unit,
        };
        let share = matches!(
            DisplayUnit::named(unit),
            DisplayUnit { scale: crate::text::number::Scale::Percent, .. }
        );
        let shift = if share { 2 } else { 0 };
        let spread = (line.parameter_high - line.parameter_low) * 10_f64.powi(shift);
        let place = spread.log10().floor() as i32 - 1;
        let [low, high] =
            [line.parameter_low, line.parameter_high].map(|x| placed(x, shift, place.min(0), lang));
        let unit = match share {
            true => DisplayUnit::name_of(unit, self.presenter.t),
            false => Some(words::unit(unit, lang))
                .filter(|unit| unit.chars().count() <= UNIT)
                .unwrap_or("")
                .to_string(),
        };
        self.presenter.t.get(say::InfluenceValues { low, high, unit }).trim_end().to_string()
    }
}

/// The figure of an outcome.
fn figure(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Option<Figure> {
    let (run, t, lang) = (presenter.run, presenter.t, presenter.lang());
    let year = (outcome != Outcome::SocietyCost).then_some(run.year());
    let all = Found { presenter, outcome, year, models: presenter.others().collect() };
    let models = all.models.iter().copied().filter(|m| all.lines(*m).next().is_some()).take(MODELS).collect();
    let found = Found { models, ..all };
    let parameters = found.parameters();
    let rows: Vec<&str> = parameters.iter().copied().take(ROWS).collect();
    rows.first()?;
    let name = presenter.label(outcome);
    let when = year.map_or_else(|| presenter.period(), |year| year.to_string());
    let title = t.get(say::FigureInfluence { outcome: &name, when: &when });
    let unit_name = found.unit().name(t);
    let show = |x: f64, error: f64| Quantity::new(found.unit(), x, None, error).signed(lang);
    let seen = found.models.iter().filter_map(|m| {
        let line = found.lines(*m).max_by(|a, b| a.change.abs().total_cmp(&b.change.abs()))?;
        Some(t.get(say::InfluenceSeen {
            model: presenter.model(*m),
            name: found.name(&line.parameter),
            values: found.values(&line.parameter),
            low: show(line.mean_low, line.mcse),
            high: show(line.mean_high, line.mcse),
        }))
    });
    let seen = seen.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit_name}. {seen}") });
    let height = TOP + rows.len() as f64 * ROW + 44.0;
    let tried = run.influence.iter().map(|line| line.tried).max().unwrap_or(0);
    let note = t.get(say::NoteInfluence { unit: &unit_name, tried: presenter.count(tried) });
    Some(Figure {
        id,
        svg: drawing(id, &alt, height, drawn(&found, &rows)),
        alt,
        note: [seen, note].join(" "),
        data: data(&found, id, &title, &parameters),
        title,
    })
}

fn drawn(found: &Found<'_>, rows: &[&str]) -> Markup {
    let (presenter, t) = (found.presenter, found.presenter.t);
    let width = (WIDTH - LEFT) / found.models.len() as f64;
    let bottom = TOP + rows.len() as f64 * ROW;
    let panel = |place: usize, model: usize| -> Markup {
        let left = LEFT + place as f64 * width;
        let mean = found.mean(model);
        let ends = rows.iter().filter_map(|id| found.line(model, id)).flat_map(|l| [l.mean_low, l.mean_high]);
        let (low, high) = ends.fold((mean, mean), |(a, b), x| (a.min(x), b.max(x)));
        let ((from, to), at) = axis(low, high, 2);
        let frame = [left, TOP - 8.0, left + width - GAP, bottom];
        let mut plot = Plot::in_frame(frame, (from, to), (0.0, 1.0));
        plot.text(left, 14.0, "start", "label strong", &presenter.model(model));
        for (value, label) in at.iter().zip(tick_labels(&at, found.unit().scale, presenter.lang())) {
            let x = plot.at_x(*value);
            let class = if *value == 0.0 { "axis" } else { "grid" };
            plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(frame[1])) y2=(c(bottom)) class=(class) {} });
            plot.text(x, bottom + 16.0, "middle", "tick", &label);
        }
        let x = plot.at_x(mean);
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(frame[1])) y2=(c(bottom)) class="guide" {} });
        for (row, id) in rows.iter().enumerate() {
            let Some(line) = found.line(model, id) else { continue };
            let y = TOP + (row as f64 + 0.5) * ROW - 6.0;
            let [a, b] = [line.mean_low, line.mean_high].map(|x| plot.at_x(x));
            // Low to high: the wash begins at the low end, and a full mark stands at the high one.
            plot.add(html! {
                rect x=(c(a.min(b))) y=(c(y - BAR / 2.0)) width=(c((b - a).abs())) height=(c(BAR))
                    fill=(super::plot::fill(figure_id(found.outcome), 1)) class="edge s1" {}
            });
            plot.add(html! { circle cx=(c(a)) cy=(c(y)) r="4.5" class="plate" {} });
            plot.add(html! { circle cx=(c(a)) cy=(c(y)) r="4.5" class="mark open s1" {} });
            plot.add(html! { circle cx=(c(b)) cy=(c(y)) r="5" class="mark f1 s1" {} });
        }
        plot.part()
    };
    html! {
        circle cx="6" cy="10" r="4.5" class="mark open s1" {}
        text x="18" y="15" class="small" { (t.get(say::INFLUENCE_LOW)) }
        circle cx="6" cy="30" r="5" class="mark f1 s1" {}
        text x="18" y="35" class="small" { (t.get(say::INFLUENCE_HIGH)) }
        @for (row, id) in rows.iter().enumerate() {
            @let y = TOP + row as f64 * ROW;
            text x="0" y=(c(y + 12.0)) class="label" { (short(&found.name(id))) }
            text x="0" y=(c(y + 27.0)) class="small" { (found.values(id)) }
        }
        @for (place, model) in found.models.iter().enumerate() { (panel(place, *model)) }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 36.0)) text-anchor="middle" class="name" {
            (t.get(say::AxisDifference { unit: found.unit().name(t) }))
        }
    }
}

fn figure_id(outcome: Outcome) -> &'static str {
    FIGURES.iter().find(|(_, own)| *own == outcome).map_or("", |(id, _)| id)
}

fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_string();
    }
    format!("{}…", name.chars().take(LETTERS - 1).collect::<String>().trim_end())
}

/// Every assumption that moves some model's difference, with what it is moved to.
fn data(
    found: &Found<'_>,
    id: &'static str,
    title: &str,
    parameters: &[&str],
) -> crate::report::document::Table {
    let (presenter, t, lang) = (found.presenter, found.presenter.t, found.presenter.lang());
    let row = |id: &&str| {
        let cells = found.models.iter().flat_map(|m| {
            let line = found.line(*m, id);
            let of = |x: fn(&InfluenceLine) -> f64| {
                let q = line.map(|l| Quantity::new(found.unit(), x(l), None, l.mcse));
                q.map_or(Cell::text(t.get(say::INFLUENCE_WITHIN)), |q| q.cell(lang))
            };
            [of(|l| l.mean_low), of(|l| l.mean_high)]
        });
        Row::new(found.name(id), cells.collect()).about(found.values(id))
    };
    let mut columns = vec![t.get(say::COLUMN_ASSUMPTION)];
    columns.extend(found.models.iter().flat_map(|m| {
        let model = &presenter.model(*m);
        [t.get(say::ColumnWhenLow { model }), t.get(say::ColumnWhenHigh { model })]
    }));
    let rows = parameters.iter().map(row).collect();
    super::data(presenter, id, title, &found.unit().name(t), columns, rows, vec!["influence.csv"])
}
