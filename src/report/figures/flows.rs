//! The money: what goes between state, municipalities, users and relatives, and what services cost, a panel a model.

use super::plot::{c, drawing};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;
use maud::{Markup, html};

/// Most models drawn.
const PANELS: usize = 4;
const PANEL: f64 = 236.0;
const BOX: (f64, f64) = (132.0, 44.0);

/// An arrow: its outcome, from where, to where, and where its words stand (share of the way, shift across).
struct Arrow {
    outcome: Outcome,
    from: (f64, f64),
    to: (f64, f64),
    words: (f64, f64),
    anchor: &'static str,
}

const STATE: (f64, f64) = (70.0, 74.0);
const MUNICIPALITY: (f64, f64) = (360.0, 74.0);
const SERVICES: (f64, f64) = (650.0, 74.0);
const USERS: (f64, f64) = (650.0, 196.0);
const RELATIVES: (f64, f64) = (360.0, 196.0);

const ARROWS: [Arrow; 6] = [
    Arrow {
        outcome: Outcome::Refund,
        from: (136.0, 58.0),
        to: (294.0, 58.0),
        words: (215.0, 46.0),
        anchor: "middle",
    },
    Arrow {
        outcome: Outcome::HourGrant,
        from: (136.0, 76.0),
        to: (294.0, 76.0),
        words: (215.0, 71.0),
        anchor: "middle",
    },
    Arrow {
        outcome: Outcome::Withdrawal,
        from: (294.0, 94.0),
        to: (136.0, 94.0),
        words: (215.0, 90.0),
        anchor: "middle",
    },
    Arrow {
        outcome: Outcome::BpaCost,
        from: (426.0, 74.0),
        to: (584.0, 74.0),
        words: (505.0, 68.0),
        anchor: "middle",
    },
    Arrow {
        outcome: Outcome::Copayment,
        from: (584.0, 184.0),
        to: (426.0, 98.0),
        words: (520.0, 134.0),
        anchor: "start",
    },
    Arrow {
        outcome: Outcome::CareAllowance,
        from: (360.0, 98.0),
        to: (360.0, 172.0),
        words: (350.0, 138.0),
        anchor: "end",
    },
];

/// The figure.
pub fn flows(presenter: &Presenter<'_>) -> Figure {
    let id = "flows";
    let (run, lang) = (presenter.run, presenter.lang());
    let money = presenter.unit(Outcome::StateNet, Some(run.year()));
    let line = |m: usize, o: Outcome| run.figure(o, m, Basis::Fixed, Some(run.year()));
    let some = |m: usize, o: Outcome| line(m, o).filter(|l| l.mean != 0.0);
    let models: Vec<usize> = presenter.columns().into_iter().take(PANELS).collect();
    let boxes = [
        (STATE, say::BOX_STATE),
        (MUNICIPALITY, say::BOX_MUNICIPALITIES),
        (SERVICES, say::BOX_BPA),
        (USERS, say::BOX_USERS),
        (RELATIVES, say::BOX_RELATIVES),
    ];
    let number = |line: &SummaryLine| Quantity::of_line(money, line).number(lang);
    let label = |m: usize, o: Outcome, line: &SummaryLine| {
        let name = presenter.t.by_id(&format!("flow-{}", o.id().replace('_', "-")));
        // The persons simulated are a small part of the scheme: their refund never stands without the rest's.
        let rest = some(m, Outcome::RefundRest).filter(|_| o == Outcome::Refund);
        let rest = rest.map(|line| presenter.t.get(say::FlowRest { amount: number(line) }));
        format!("{name} {}{}", number(line), rest.unwrap_or_default())
    };
    let panel = |place: usize, m: usize| -> Markup {
        let top = place as f64 * PANEL;
        html! {
            g transform=(format!("translate(0 {})", c(top))) {
                text x="0" y="24" class="name" { (presenter.model(m)) }
                @for ((x, y), name) in boxes {
                    rect x=(c(x - BOX.0 / 2.0)) y=(c(y - BOX.1 / 2.0)) width=(c(BOX.0)) height=(c(BOX.1)) rx="4" class="box" {}
                    text x=(c(x)) y=(c(y + 5.0)) text-anchor="middle" class="label" { (presenter.t.get(name)) }
                }
                @for arrow in &ARROWS {
                    @if let Some(line) = some(m, arrow.outcome) {
                        line x1=(c(arrow.from.0)) y1=(c(arrow.from.1)) x2=(c(arrow.to.0)) y2=(c(arrow.to.1))
                            class="arrow" marker-end=(format!("url(#{id}-head)")) {}
                        text x=(c(arrow.words.0)) y=(c(arrow.words.1)) text-anchor=(arrow.anchor) class="small" {
                            (label(m, arrow.outcome, line))
                        }
                    }
                }
                // Time given, not money.
                line x1="426" y1="196" x2="578" y2="196" class="arrow time" marker-end=(format!("url(#{id}-head)")) {}
                text x="505" y="214" text-anchor="middle" class="small" { (presenter.t.get(say::FLOW_TIME)) }
            }
        }
    };
    let body = html! {
        defs {
            marker id=(format!("{id}-head")) viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto" {
                path d="M0 0L10 5L0 10Z" class="head" {}
            }
        }
        @for (place, m) in models.iter().enumerate() { (panel(place, *m)) }
    };
    let height = models.len() as f64 * PANEL;
    let title = presenter.t.get(say::FigureFlows { year: &run.year().to_string() });
    let unit = money.name(presenter.t);
    let said: Vec<String> = models
        .iter()
        .copied()
        .map(|m| {
            let parts: Vec<String> = ARROWS
                .iter()
                .filter_map(|a| some(m, a.outcome).map(|line| label(m, a.outcome, line)))
                .collect();
            format!("{}: {}.", presenter.model(m), parts.join(", "))
        })
        .collect();
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: said.join(" ") });
    let rest = presenter.has_scheme().then_some(Outcome::RefundRest);
    let rows = ARROWS
        .iter()
        .map(|a| a.outcome)
        .chain(rest)
        .map(|o| {
            let columns = presenter.columns().into_iter();
            let cells = columns.map(|m| presenter.estimate(money, line(m, o))).collect();
            Row::new(presenter.label(o), cells).about(o.info().sign.words().get(lang))
        })
        .collect();
    let mut columns = vec![presenter.t.get(say::COLUMN_WHAT)];
    columns.extend(presenter.models());
    let data = super::data(presenter, id, &title, &unit, columns, rows, vec!["summary.csv"]);
    Figure {
        id,
        svg: drawing(id, &alt, height, body),
        title,
        alt,
        note: presenter.t.get(say::NoteFlows { unit: &unit }),
        data,
    }
}
