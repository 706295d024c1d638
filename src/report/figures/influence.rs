//! Which assumptions move a difference most, from the run's own draws: a row an assumption, a column of bars a model. A bar goes
//! from what the difference is where the assumption was drawn low to what it is where it was drawn high.

use super::fit::{numbers, within};
use super::plot::{Plot, WIDTH, c, drawing};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::{InfluenceLine, ParameterLine};
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Figure, Row};
use crate::report::layout::wrap;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::texts::Texts;
use crate::text::number::{Scale, placed};
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
/// Height of a row without its words, and of a line of them.
const BESIDE: f64 = 8.0;
const LINE: f64 = 15.0;
const BAR: f64 = 14.0;
const TOP: f64 = 52.0;
/// Letters of a name that fit in a line, and of what stands in small print below it.
const LETTERS: usize = 42;
const SMALL: usize = 48;

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
        let unit = self.line_of(id).map_or("", |own| own.unit.as_str());
        range(unit, (line.parameter_low, line.parameter_high), self.presenter.t)
    }
}

/// Two values of an assumption, in the unit readers know.
fn range(unit: &str, ends: (f64, f64), t: &Texts) -> String {
    // Growth is told in per cent a year.
    let (unit, of): (&str, fn(f64) -> f64) = match unit {
        "per yr" => ("per year", |x| x),
        "log/yr" => ("per year", f64::exp_m1),
        unit => (unit, |x| x),
    };
    let share = DisplayUnit::of_assumption(unit).scale == Scale::Percent;
    let shift = if share { 2 } else { 0 };
    let (low, high) = (of(ends.0), of(ends.1));
    let place = ((high - low) * 10_f64.powi(shift)).log10().floor() as i32 - 1;
    let [low, high] = [low, high].map(|x| placed(x, shift, place.min(0), t.lang));
    let unit = DisplayUnit::name_of_assumption(unit, t);
    t.get(say::InfluenceValues { low, high, unit }).trim_end().to_string()
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
    let tried = run.influence.iter().map(|line| line.tried).max().unwrap_or(0);
    let note = t.get(say::NoteInfluence { unit: &unit_name, tried: presenter.count(tried) });
    let (body, bottom) = drawn(&found, &rows);
    Some(Figure {
        id,
        svg: drawing(id, &alt, bottom + 44.0, body),
        alt,
        note: [seen, note].join(" "),
        data: data(&found, id, &title, &parameters),
        title,
    })
}

/// A row: an assumption, the lines of its name and of its values, and where it begins.
struct Told<'a> {
    id: &'a str,
    name: Vec<String>,
    values: Vec<String>,
    top: f64,
}

impl Told<'_> {
    fn bottom(&self) -> f64 {
        self.top + BESIDE + (self.name.len() + self.values.len().max(1)) as f64 * LINE
    }

    /// The middle of the words.
    fn middle(&self) -> f64 {
        (self.top + self.bottom()) / 2.0 - 5.0
    }
}

/// The rows from the top down.
fn told<'a>(found: &Found<'_>, rows: &[&'a str]) -> Vec<Told<'a>> {
    let mut all: Vec<Told<'a>> = Vec::new();
    for id in rows {
        let top = all.last().map_or(TOP, Told::bottom);
        let (name, values) = (wrap(&found.name(id), LETTERS), wrap(&found.values(id), SMALL));
        all.push(Told { id, name, values, top });
    }
    all
}

/// What is drawn, and where the frames of its panels end.
fn drawn(found: &Found<'_>, rows: &[&str]) -> (Markup, f64) {
    let (presenter, t) = (found.presenter, found.presenter.t);
    let width = (WIDTH - LEFT) / found.models.len() as f64;
    let told = told(found, rows);
    let bottom = told.last().map_or(TOP, Told::bottom);
    let panel = |place: usize, model: usize| -> Markup {
        let left = LEFT + place as f64 * width;
        let mean = found.mean(model);
        let ends = rows.iter().filter_map(|id| found.line(model, id)).flat_map(|l| [l.mean_low, l.mean_high]);
        let (low, high) = ends.fold((mean, mean), |(a, b), x| (a.min(x), b.max(x)));
        let frame = [left, TOP - 8.0, left + width - GAP, bottom];
        let (scale, lang) = (found.unit().scale, presenter.lang());
        let ((from, to), at) = numbers((low, high), width - GAP, scale, lang);
        let mut plot = Plot::in_frame(frame, (from, to), (0.0, 1.0));
        plot.text(left, 14.0, "start", "label strong", &presenter.model(model));
        for (value, label) in &at {
            let x = plot.at_x(*value);
            let class = if *value == 0.0 { "axis" } else { "grid" };
            plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(frame[1])) y2=(c(bottom)) class=(class) {} });
            let x = within(x, label, (frame[0], frame[2]));
            plot.text(x, bottom + 16.0, "middle", "tick", label);
        }
        let x = plot.at_x(mean);
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(frame[1])) y2=(c(bottom)) class="guide" {} });
        for row in &told {
            let Some(line) = found.line(model, row.id) else { continue };
            let y = row.middle();
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
    let body = html! {
        circle cx="6" cy="10" r="4.5" class="mark open s1" {}
        text x="18" y="15" class="small" { (t.get(say::INFLUENCE_LOW)) }
        circle cx="6" cy="30" r="5" class="mark f1 s1" {}
        text x="18" y="35" class="small" { (t.get(say::INFLUENCE_HIGH)) }
        @for row in &told {
            @let lines = row.name.iter().map(|line| (line, "label"));
            @for (place, (line, class)) in lines.chain(row.values.iter().map(|line| (line, "small"))).enumerate() {
                text x="0" y=(c(row.top + 12.0 + place as f64 * LINE)) class=(class) { (line) }
            }
        }
        @for (place, model) in found.models.iter().enumerate() { (panel(place, *model)) }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 36.0)) text-anchor="middle" class="name" {
            (t.get(say::AxisDifference { unit: found.unit().name(t) }))
        }
    };
    (body, bottom)
}

fn figure_id(outcome: Outcome) -> &'static str {
    FIGURES.iter().find(|(_, own)| *own == outcome).map_or("", |(id, _)| id)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_range_has_a_unit() {
        let range = |unit: &str, low, high| range(unit, (low, high), &Texts::new(Lang::Nb));
        assert_eq!(range("ratio", 0.081, 0.232), "0,08 til 0,23 forholdstall");
        assert_eq!(range("log/yr", 0.0081, 0.0239), "0,8 til 2,4 prosent per år");
        assert_eq!(range("share", 0.22, 0.46), "22 til 46 prosent");
        let long = range("log cost per unit of marginal state share", -0.01, 0.25);
        assert_eq!(long, "−0,01 til 0,25 logaritme av kostnad per enhet statlig andel");
    }
}
