//! What to investigate first.

use super::bars::{Bar, bars};
use super::{DRAWN, SHOWN, StudiesPresenter};
use crate::analysis::sensitivity::evppi::{Evppi, FEWEST, InformationValue, Silence, TIMES};
use crate::analysis::studies::Criterion;
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Cell, Figure, Missing, Row};
use crate::report::quantity::Quantity;
use crate::text::number::{NBSP, Scale, number, probability};
use crate::text::say;

const TABLES: [&str; 6] = ["worth-1", "worth-2", "worth-3", "worth-4", "worth-5", "worth-6"];
const FIGURES: [&str; 6] = [
    "worth-figure-1",
    "worth-figure-2",
    "worth-figure-3",
    "worth-figure-4",
    "worth-figure-5",
    "worth-figure-6",
];

pub(super) fn blocks(presenter: &StudiesPresenter<'_>) -> Vec<Block> {
    let t = presenter.t;
    let mut blocks = vec![Block::Heading(t.get(say::WORTH_HEADING)), Block::Text(t.get(say::WORTH_WHAT))];
    for (n, worth) in presenter.studies.worth.iter().take(super::FIGURES).enumerate() {
        match &worth.evppi {
            Some(found) => one(presenter, &worth.criterion, found, n, &mut blocks),
            None => blocks.push(silent(presenter, &worth.criterion, worth.silence)),
        }
    }
    blocks
}

/// Why nothing is said under a criterion.
fn silent(presenter: &StudiesPresenter<'_>, criterion: &Criterion, silence: Option<Silence>) -> Block {
    let (t, criterion) = (presenter.t, presenter.criterion(criterion));
    Block::Text(match silence {
        Some(Silence::FewDraws) => {
            let least = number(FEWEST as f64, 0, t.lang);
            t.get(say::WorthFew { criterion: &criterion, least: &least })
        }
        Some(Silence::NotFinite) | None => t.get(say::WorthNotFinite { criterion: &criterion }),
    })
}

fn one(
    presenter: &StudiesPresenter<'_>,
    criterion: &Criterion,
    found: &Evppi,
    n: usize,
    blocks: &mut Vec<Block>,
) {
    let t = presenter.t;
    // Small beside the cost they are about.
    let unit =
        presenter.unit((Outcome::SocietyCost, Basis::PresentValue, Period::Total)).scaled(Scale::Million);
    let unit_name = unit.name(t);
    let criterion = presenter.criterion(criterion);
    let own = |x: f64, error: f64| presenter.number(unit, [x, error]);
    let error_of = |x: f64| Quantity::of_error(unit, x).cell(t.lang);
    let unknown = || Cell::Missing(Missing::Unknown);
    // Value, error and probability, each as exact as it is known, and how large the value could be.
    let row = |v: &InformationValue| {
        let most = v.most.map_or_else(unknown, error_of);
        let cells = match v.value > 0.0 {
            true => vec![own(v.value, v.error), error_of(v.error), presenter.share(v.changes), most],
            false => {
                vec![Cell::Number { value: 0.0, shown: t.get(say::WORTH_UNSEEN) }, unknown(), unknown(), most]
            }
        };
        Row::new(presenter.parameter(&v.name), cells)
    };
    let [perfect, error] = found.perfect;
    let perfect = vec![
        own(perfect, error),
        error_of(error),
        presenter.share(found.perfect_changes),
        Cell::Missing(Missing::Impossible),
    ];
    let mut rows: Vec<Row> = vec![Row::new(t.get(say::WORTH_PERFECT), perfect).group(t.get(say::WORTH_ALL))];
    let mut list = |values: &[InformationValue], heading: String, most: usize| {
        for (i, v) in values.iter().take(most).enumerate() {
            rows.push(if i == 0 { row(v).group(heading.clone()) } else { row(v) });
        }
    };
    let some: Vec<InformationValue> = found.parameters.iter().filter(|v| v.value > 0.0).cloned().collect();
    list(&some, t.get(say::WORTH_PARAMETERS), SHOWN);
    list(&found.groups, t.get(say::WORTH_GROUPS), SHOWN);
    let columns = [say::COLUMN_WHAT, say::WORTH_VALUE, say::STUDY_ERROR, say::WORTH_CHANGES, say::WORTH_MOST]
        .map(|id| t.get(id))
        .to_vec();
    let mut table =
        presenter.table(TABLES[n], t.get(say::WorthTitle { criterion: &criterion }), columns, rows);
    table.unit.clone_from(&unit_name);
    table = table.columns_in(&[3], &t.get(say::UNIT_PERCENT));
    table.sheet = t.get(say::WorthSheet { number: &(n + 1).to_string() });
    table.notes.push(t.get(say::WorthChoice { model: &presenter.model(found.choice) }));
    table.notes.push(t.get(say::WorthDraws { draws: &number(found.draws as f64, 0, t.lang) }));
    table.notes.push(t.get(say::WorthMostNote { times: &number(TIMES as f64, 0, t.lang) }));
    let unseen: Vec<&InformationValue> = found.parameters.iter().filter(|v| v.value <= 0.0).collect();
    if !unseen.is_empty() {
        let most = unseen.iter().filter_map(|v| v.most).fold(0.0, f64::max);
        let most = Quantity::of_error(unit, most).number(t.lang);
        table.notes.push(t.get(say::WorthNothing {
            count: number(unseen.len() as f64, 0, t.lang),
            draws: number(found.draws as f64, 0, t.lang),
            most: format!("{most}{NBSP}{}", unit.scale.word(t.lang)),
        }));
    }
    if some.len() > 1 {
        table.notes.push(presenter.settled(found.agreement));
    }
    if some.is_empty() {
        blocks.push(Block::Table(table));
        return;
    }
    let title = t.get(say::WorthFigure { criterion: &criterion });
    let top = || some.iter().take(DRAWN);
    let shown = |v: &InformationValue| Quantity::new(unit, v.value, None, v.error);
    let drawn: Vec<Bar> = top()
        .map(|v| {
            let interval = [(v.value - 1.645 * v.error).max(0.0), v.value + 1.645 * v.error];
            Bar { name: presenter.parameter(&v.name), values: vec![(v.value, Some(interval))] }
        })
        .collect();
    let said: Vec<String> = top()
        .map(|v| {
            let changes = probability(v.changes, t.lang);
            format!("{}: {} ({changes}).", presenter.parameter(&v.name), shown(v).number(t.lang))
        })
        .collect();
    let alt = t.get(say::AltBars { title: &title, unit: &unit_name, models: &said.join(" ") });
    let svg = bars(FIGURES[n], &alt, &unit_name, (unit.scale, t.lang), &[], &drawn, true);
    let columns = [say::COLUMN_ASSUMPTION, say::WORTH_VALUE].map(|id| t.get(id)).to_vec();
    let rows = top().map(|v| Row::new(presenter.parameter(&v.name), vec![shown(v).cell(t.lang)])).collect();
    let mut data = presenter.table(FIGURES[n], title.clone(), columns, rows);
    data.unit = unit_name;
    data.long = true;
    data.sheet = t.get(say::WorthFigureSheet { number: &(n + 1).to_string() });
    let figure = Figure { id: FIGURES[n], title, alt, note: t.get(say::WORTH_NOTE), svg, data };
    blocks.push(Block::Figure(figure));
    blocks.push(Block::Table(table));
}
