//! Who pays for BPA, as a flow: who bears the cost in the end, who pays it on the way, what it goes to; a panel a model, on one
//! scale. The refund due to BPA stands apart from that of other services.

use super::money_flow::{Flow, flows_of};
use super::plot::{c, drawing, text_width};
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;
use maud::{Markup, html};

/// Most models drawn.
const PANELS: usize = 4;
/// Height of the largest sum.
const TALL: f64 = 104.0;
/// Room between nodes of a column, for their words.
const GAP: f64 = 20.0;
/// Room above and below the nodes of a panel.
const HEAD: f64 = 28.0;
const FOOT: f64 = 26.0;
/// Where the columns of nodes stand, and how wide a node is.
const COLUMNS: [f64; 3] = [178.0, 367.0, 556.0];
const NODE: f64 = 12.0;
/// Height of letters on a ribbon.
const LETTER: f64 = 15.0;
/// The thinnest line that is seen.
const THIN: f64 = 1.2;
/// Looks of those who pay.
const STATE: usize = 1;
const MUNICIPALITY: usize = 2;
const USERS: usize = 4;

/// A stretch of a node, from its top down.
#[derive(Clone, Copy)]
struct Stretch {
    column: usize,
    top: f64,
    tall: f64,
}

/// A ribbon between two stretches, in the look of who pays.
fn ribbon(from: Stretch, to: Stretch, look: usize) -> Markup {
    let (a, b) = (COLUMNS[from.column] + NODE, COLUMNS[to.column]);
    let middle = (a + b) / 2.0;
    let d = format!(
        "M{a} {} C{middle} {} {middle} {} {b} {} L{b} {} C{middle} {} {middle} {} {a} {}Z",
        c(from.top),
        c(from.top),
        c(to.top),
        c(to.top),
        c(to.top + to.tall),
        c(to.top + to.tall),
        c(from.top + from.tall),
        c(from.top + from.tall)
    );
    html! { path d=(d) class=(format!("ribbon f{look}")) {} path d=(d) class=(format!("rim s{look}")) {} }
}

fn node(at: Stretch, look: usize) -> Markup {
    html! {
        rect x=(c(COLUMNS[at.column])) y=(c(at.top)) width=(c(NODE)) height=(c(at.tall.max(THIN))) class=(format!("node f{look}")) {}
    }
}

/// Where the nodes of a panel stand: who bears it in the end and who pays on the way, and what it goes to.
struct Layout {
    state: [Stretch; 2],
    municipal: [Stretch; 2],
    users: [Stretch; 2],
    bpa: Stretch,
    administration: Stretch,
    bottom: f64,
}

/// The drawing of a panel, and the words in it.
struct FlowPanel<'a> {
    presenter: &'a Presenter<'a>,
    flow: Flow,
    scale: f64,
    place: i32,
}

impl FlowPanel<'_> {
    fn shown(&self, kroner: f64) -> String {
        shown(self.presenter, kroner, self.place).number(self.presenter.lang())
    }

    /// Height of an amount; nothing below zero.
    fn tall(&self, kroner: f64) -> f64 {
        if kroner > 0.0 { (kroner * self.scale).max(THIN) } else { 0.0 }
    }

    /// A text at a node's side: its name, and its amount in heavier letters.
    fn words(&self, at: Stretch, name: &str, kroner: f64) -> Markup {
        let middle = at.top + at.tall / 2.0 + 4.0;
        let (x, anchor) = match at.column {
            0 => (COLUMNS[0] - 8.0, "end"),
            _ => (COLUMNS[2] + NODE + 8.0, "start"),
        };
        html! {
            text x=(c(x)) y=(c(middle)) text-anchor=(anchor) class="label strong" {
                (name) " " (self.shown(kroner))
            }
        }
    }

    /// A text on a ribbon; on a plate of its own where the ribbon is a mere line through the letters.
    fn told(&self, column: usize, y: f64, name: &str, kroner: f64) -> Markup {
        let x = (COLUMNS[column] + NODE + COLUMNS[column + 1]) / 2.0;
        let half = text_width(&format!("{name} {}", self.shown(kroner))) / 2.0 - 4.0;
        html! {
            @if self.tall(kroner) < LETTER / 3.0 {
                rect x=(c(x - half)) y=(c(y - LETTER / 2.0)) width=(c(2.0 * half)) height=(c(LETTER)) class="plate" {}
            }
            text x=(c(x)) y=(c(y + 4.0)) text-anchor="middle" class="small" {
                (name) " " (self.shown(kroner))
            }
        }
    }

    fn at(&self, column: usize, top: f64, kroner: f64) -> Stretch {
        Stretch { column, top, tall: self.tall(kroner) }
    }

    /// Where everything stands: in every column the state's node, below it municipalities', below that users'.
    fn layout(&self) -> Layout {
        let (flow, top) = (&self.flow, HEAD);
        let before = self.tall(flow.state_before()).max(self.tall(flow.withdrawal));
        let state = [self.at(0, top, flow.state()), Stretch { column: 1, top, tall: before }];
        let lower = top + before.max(state[0].tall).max(LETTER) + GAP;
        let borne = self.tall(flow.withdrawal) + self.tall(flow.own);
        let municipal = [Stretch { column: 0, top: lower, tall: borne }, self.at(1, lower, flow.own)];
        let last = lower + borne.max(municipal[1].tall) + GAP;
        let paid = flow.copayment + flow.saved;
        let users = [0, 1].map(|column| self.at(column, last, paid));
        let parts = [flow.grant, flow.refund, flow.own, paid];
        let bpa = Stretch { column: 2, top, tall: parts.iter().map(|x| self.tall(*x)).sum() };
        let administration = self.at(2, top + bpa.tall + GAP, flow.state_administration);
        // Below the lowest node that is drawn.
        let nodes = state.iter().chain(&municipal).chain(&users).chain([&bpa, &administration]);
        let lowest = nodes.filter(|at| at.tall > 0.0).map(|at| at.top + at.tall).fold(0.0, f64::max);
        Layout { state, municipal, users, bpa, administration, bottom: lowest + FOOT - 2.0 }
    }

    /// From those who pay on the way to what it goes to: ribbons, and the words on them.
    fn goes_to(&self, all: &Layout) -> Vec<[Markup; 2]> {
        let (t, flow) = (self.presenter.t, &self.flow);
        let (mut out, mut into) = (all.state[1].top, all.bpa.top);
        let mut drawn = Vec::new();
        for (kroner, name) in [(flow.grant, say::FLOW_HOUR_GRANT), (flow.refund, say::FLOW_REFUND_BPA)] {
            if kroner > 0.0 {
                let (from, to) = (self.at(1, out, kroner), self.at(2, into, kroner));
                let words = self.told(1, (from.top + to.top + from.tall) / 2.0, &t.get(name), kroner);
                drawn.push([ribbon(from, to, STATE), words]);
                (out, into) = (out + from.tall, into + to.tall);
            }
        }
        let kroner = flow.state_administration;
        if kroner > 0.0 {
            let words = self.words(all.administration, &t.get(say::FLOW_STATE_ADMINISTRATION), kroner);
            drawn.push([ribbon(self.at(1, out, kroner), all.administration, STATE), words]);
        }
        if flow.own > 0.0 {
            let to = self.at(2, into, flow.own);
            let y = (all.municipal[1].top + to.top + to.tall) / 2.0;
            let words = self.told(1, y, &t.get(say::FLOW_OWN), flow.own);
            drawn.push([ribbon(all.municipal[1], to, MUNICIPALITY), words]);
            into += to.tall;
        }
        let paid = flow.copayment + flow.saved;
        if paid > 0.0 {
            let words = self.words(all.users[0], &t.get(say::BOX_USERS), flow.copayment);
            drawn.push([ribbon(all.users[1], self.at(2, into, paid), USERS), words]);
        }
        drawn
    }

    /// From those who bear it in the end to those who pay on the way.
    fn borne(&self, all: &Layout) -> Vec<[Markup; 2]> {
        let (t, flow) = (self.presenter.t, &self.flow);
        let none = || html! {};
        let mut drawn = Vec::new();
        if flow.state() > 0.0 {
            drawn.push([ribbon(all.state[0], self.at(1, all.state[1].top, flow.state()), STATE), none()]);
        }
        let cut = self.tall(flow.withdrawal);
        if flow.withdrawal > 0.0 {
            let from = Stretch { tall: cut, ..all.municipal[0] };
            let to = Stretch { column: 1, top: all.state[1].top + self.tall(flow.state()), tall: cut };
            let y = (from.top + to.top + cut) / 2.0;
            let words = self.told(0, y, &t.get(say::FLOW_WITHDRAWAL), flow.withdrawal);
            drawn.push([ribbon(from, to, MUNICIPALITY), words]);
        }
        if flow.own > 0.0 {
            let from = self.at(0, all.municipal[0].top + cut, flow.own);
            drawn.push([ribbon(from, all.municipal[1], MUNICIPALITY), none()]);
        }
        if flow.copayment + flow.saved > 0.0 {
            drawn.push([ribbon(all.users[0], all.users[1], USERS), none()]);
        }
        drawn
    }

    /// The panel and its height.
    fn drawn(&self, name: &str) -> (Markup, f64) {
        let (t, flow, all) = (self.presenter.t, &self.flow, self.layout());
        let drawn = [self.goes_to(&all), self.borne(&all)].concat();
        let payers = [(all.state, STATE), (all.municipal, MUNICIPALITY), (all.users, USERS)];
        let names = [
            (all.state[0], say::BOX_STATE, flow.state()),
            (all.municipal[0], say::BOX_MUNICIPALITIES, flow.municipality()),
            (all.bpa, say::BOX_BPA, flow.bpa()),
        ];
        let body = html! {
            text x="0" y="16" class="name" { (name) }
            @for [ribbon, _] in &drawn { (ribbon) }
            @for (at, look) in payers.iter().flat_map(|(both, look)| both.iter().map(move |at| (at, look))) {
                @if at.tall > 0.0 { (node(*at, *look)) }
            }
            @for at in [all.bpa, all.administration].into_iter().filter(|at| at.tall > 0.0) { (node(at, 0)) }
            @for [_, words] in &drawn { (words) }
            @for (at, name, kroner) in names { (self.words(at, &t.get(name), kroner)) }
            text x="0" y=(c(all.bottom)) class="small" { (self.beside()) }
        };
        (body, all.bottom + FOOT)
    }

    /// The refund that is not BPA's.
    fn beside(&self) -> String {
        let other = self.shown(self.flow.other_refund);
        match self.flow.rest_refund > 0.0 {
            true => {
                self.presenter.t.get(say::FlowBesideRest { other, rest: self.shown(self.flow.rest_refund) })
            }
            false => self.presenter.t.get(say::FlowBeside { other }),
        }
    }
}

/// An amount as it is shown.
fn shown(presenter: &Presenter<'_>, kroner: f64, place: i32) -> Quantity {
    let scale = presenter.unit(Outcome::StateNet, Some(presenter.run.year())).scale;
    Quantity::to_place(scale, kroner, place)
}

/// The figure; nothing where what BPA costs is hidden.
pub fn flows(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "flows";
    let (run, t) = (presenter.run, presenter.t);
    let models: Vec<usize> = presenter.columns().into_iter().take(PANELS).collect();
    let (flows, place) = flows_of(presenter, &models, run.year())?;
    let scale = TALL / flows.iter().map(Flow::all).fold(1.0, f64::max);
    let mut top = 24.0;
    let mut panels = Vec::new();
    for (m, flow) in models.iter().zip(&flows) {
        let panel = FlowPanel { presenter, flow: *flow, scale, place };
        let (body, tall) = panel.drawn(&presenter.model(*m));
        panels.push(html! { g transform=(format!("translate(0 {})", c(top))) { (body) } });
        top += tall;
    }
    let heads = [
        (COLUMNS[0] + NODE, "end", say::FLOW_BEARS),
        (COLUMNS[1] + NODE / 2.0, "middle", say::FLOW_PAYS),
        (COLUMNS[2], "start", say::FLOW_GOES_TO),
    ];
    let body = html! {
        @for (x, anchor, words) in heads {
            text x=(c(x)) y="14" text-anchor=(anchor) class="tick" { (t.get(words)) }
        }
        @for panel in &panels { (panel) }
    };
    let title = t.get(say::FigureFlows { year: &run.year().to_string() });
    let unit = presenter.unit(Outcome::StateNet, Some(run.year())).name(t);
    let number = |kroner: f64| shown(presenter, kroner, place).number(presenter.lang());
    let seen = models.iter().zip(&flows).map(|(m, flow)| {
        let (model, all) = (presenter.model(*m), number(flow.all()));
        let (state, municipality) = (number(flow.state()), number(flow.municipality()));
        t.get(say::FlowSeen { model, all, unit: &unit, state, municipality })
    });
    let seen = seen.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit}. {seen}") });
    let note = [seen, t.get(say::NoteFlows { unit: &unit, digit: number(10_f64.powi(place)) })].join(" ");
    let data = data(presenter, &title, (&models, &flows, place));
    Some(Figure { id, svg: drawing(id, &alt, top, body), title, alt, note, data })
}

/// The same numbers.
fn data(
    presenter: &Presenter<'_>,
    title: &str,
    (models, flows, place): (&[usize], &[Flow], i32),
) -> crate::report::document::Table {
    let (t, lang) = (presenter.t, presenter.lang());
    let row = |name: String, of: fn(&Flow) -> f64| {
        let cells: Vec<Cell> =
            flows.iter().map(|flow| shown(presenter, of(flow), place).cell(lang)).collect();
        Row::new(name, cells)
    };
    let label = |o: Outcome| presenter.label(o);
    let rows = vec![
        row(label(Outcome::HourGrant), |f| f.grant).group(t.get(say::FLOW_PAYS)),
        row(label(Outcome::RefundBpa), |f| f.refund),
        row(t.get(say::FLOW_STATE_ADMINISTRATION), |f| f.state_administration),
        row(t.get(say::FLOW_OWN_WHOLE), |f| f.own),
        row(label(Outcome::Copayment), |f| f.copayment),
        row(t.get(say::FLOW_SAVED), |f| f.saved),
        row(label(Outcome::Withdrawal), |f| f.withdrawal),
        row(t.get(say::BOX_STATE), Flow::state).group(t.get(say::FLOW_BEARS)),
        row(t.get(say::BOX_MUNICIPALITIES), Flow::municipality),
        row(t.get(say::BOX_USERS), |f| f.copayment),
        row(t.get(say::BOX_BPA), Flow::bpa).group(t.get(say::FLOW_GOES_TO)),
        row(t.get(say::FLOW_ALL), Flow::all).sum(),
        row(t.get(say::FLOW_OTHER_REFUND), |f| f.other_refund).group(t.get(say::FLOW_NOT_BPA)),
        row(label(Outcome::RefundRest), |f| f.rest_refund),
    ];
    let mut columns = vec![t.get(say::COLUMN_WHAT)];
    columns.extend(models.iter().map(|m| presenter.model(*m)));
    let unit = presenter.unit(Outcome::StateNet, Some(presenter.run.year())).name(t);
    super::data(presenter, "flows", title, &unit, columns, rows, vec!["summary.csv"])
}
