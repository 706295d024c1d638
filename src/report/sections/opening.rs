//! Summary, plain language, problem, measures and principles.

use super::message::{self, change, differences, level, line};
use super::scheme as said;
use super::{field, heading, item, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::{flows::flows, who_pays::who_pays};
use crate::report::hidden;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::studies;
use crate::report::tables::{levers, mechanical, outcomes, withdrawals};
use crate::text::number::MISSING;
use crate::text::{Text, Words, say};

/// What is asked, and the outcomes that answer: those of the short answer, and how many more are told in sentences.
const MESSAGE: &[(Words, &[Outcome], &[Outcome])] = &[
    (
        say::MESSAGE_WHO_PAYS,
        &[Outcome::MunicipalityNetBpaAfterWithdrawal, Outcome::StateNet],
        &[Outcome::MunicipalityNet, Outcome::PublicNet],
    ),
    (
        say::MESSAGE_RELATIVES,
        &[Outcome::RelativesHours, Outcome::RelativesHealthCost, Outcome::RelativesLostFte],
        &[],
    ),
    (say::MESSAGE_WORK, &[Outcome::UsersEmployed], &[]),
    (say::MESSAGE_STABILITY, &[Outcome::LostHours, Outcome::Admissions], &[]),
    (say::MESSAGE_HELP, &[Outcome::DeliveredHours, Outcome::UnmetHours], &[]),
];

/// What the whole period answers.
const TOTALS: [Outcome; 2] = [Outcome::SocietyCost, Outcome::UnmetHours];

/// The main message first, then the main tables.
pub fn summary(presenter: &Presenter<'_>) -> Section {
    let (t, run) = (presenter.t, presenter.run);
    let year = run.year().to_string();
    let mut blocks = hidden::told(presenter);
    blocks.extend([
        Block::Text(t.get(say::SummaryWhat {
            year,
            draws: presenter.count(run.about.draws),
            models: t.list(&presenter.others().map(|m| presenter.model(m)).collect::<Vec<_>>()),
        })),
        text(presenter, say::SUMMARY_READ),
        Block::Text(presenter.signs_note().unwrap_or_else(|| t.get(say::SUMMARY_LIKELY))),
        Block::Text(bpa_first(presenter)),
    ]);
    let scheme = [said::followed(presenter), said::bpa_alone(presenter)];
    blocks.extend(scheme.into_iter().flatten().map(Block::Text));
    let part = run.about.scenario.part_of_country.as_ref();
    blocks.extend(part.map(|part| Block::Text(part.get(presenter.lang()).to_string())));
    blocks.push(Block::List(answers(presenter)));
    blocks.push(text(presenter, say::SUMMARY_SOCIETY));
    blocks.extend(over_time(presenter));
    let turns = run.studies.iter().map(|studies| studies::turns(studies, t)).find(|items| !items.is_empty());
    if let Some(items) = turns {
        blocks.push(heading(presenter, say::MESSAGE_TURNS));
        blocks.push(Block::List(items));
    }
    blocks.push(heading(presenter, say::MESSAGE_UNSURE));
    let [assumed, all] = presenter.assumed_parameters();
    blocks.push(Block::Text(t.get(say::SummaryUnsure { assumed, all })));
    blocks.push(Block::List(
        [
            (say::UNSURE_COVERAGE_LEAD, say::UNSURE_COVERAGE),
            (say::UNSURE_FILL_LEAD, say::UNSURE_FILL),
            (say::UNSURE_RESPONSE_LEAD, say::UNSURE_RESPONSE),
            (say::UNSURE_MUNICIPAL_LEAD, say::UNSURE_MUNICIPAL),
            (say::UNSURE_PRICE_LEAD, say::UNSURE_PRICE),
        ]
        .map(|words| item(presenter, words))
        .to_vec(),
    ));
    blocks.push(heading(presenter, say::MESSAGE_WORDS));
    let year = MESSAGE.iter().flat_map(|(_, first, more)| first.iter().chain(*more));
    let in_words = year.map(|own| differences(presenter, *own, Some(run.year())));
    let in_words = in_words.chain(TOTALS.map(|own| differences(presenter, own, None)));
    blocks.push(Block::List(in_words.collect()));
    blocks.push(heading(presenter, say::MESSAGE_TABLES));
    blocks.push(Block::Table(outcomes::main(presenter)));
    blocks.push(Block::Table(outcomes::main_differences(presenter)));
    blocks.push(mechanical::block(
        presenter,
        "main-mechanical",
        (&outcomes::of_year(presenter), outcomes::MAIN_TOTAL),
    ));
    section(presenter, "summary", false, blocks)
}

/// A short answer to each question.
fn answers(presenter: &Presenter<'_>) -> Vec<Item> {
    let when = Some(presenter.run.year());
    let item = |question: Words, lines: Vec<String>| Item {
        lead: presenter.t.get(question),
        text: String::new(),
        items: lines,
    };
    let of = |(question, first, _): &(Words, &[Outcome], &[Outcome])| {
        item(*question, first.iter().map(|own| line(presenter, *own, when)).collect())
    };
    let totals = TOTALS.map(|own| line(presenter, own, None)).to_vec();
    MESSAGE.iter().map(of).chain([item(say::MESSAGE_SOCIETY, totals)]).collect()
}

/// BPA's own hours and cost under the zero alternative, and what figures «in all» hold beside it.
fn bpa_first(presenter: &Presenter<'_>) -> String {
    let when = Some(presenter.run.year());
    let of = |o: Outcome| level(presenter, o, 0, when);
    presenter.t.get(say::SummaryBpa {
        year: presenter.run.year().to_string(),
        users: number(presenter, Outcome::Recipients, 0),
        hours: of(Outcome::DeliveredHours),
        cost: of(Outcome::BpaCost),
        net: of(Outcome::MunicipalityNetBpa),
        pool: number(presenter, Outcome::Pool, 0),
    })
}

/// A number of persons without its unit.
fn number(presenter: &Presenter<'_>, outcome: Outcome, model: usize) -> String {
    let when = Some(presenter.run.year());
    let line = presenter.line(outcome, model, when);
    let shown = |line| Quantity::of_line(presenter.unit(outcome, when), line).number(presenter.lang());
    line.map_or(MISSING.to_string(), shown)
}

/// What money goes to, and what models cost over time under each withdrawal.
fn over_time(presenter: &Presenter<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(table) = withdrawals::withdrawals(presenter) {
        let all = withdrawals::first_that_withdraws(presenter)
            .is_none_or(|(model, _)| withdrawals::share(presenter, model) >= 1.0);
        let why = if all { say::OVER_TIME_WHAT } else { say::OVER_TIME_WHAT_PART };
        let what = [heading(presenter, say::MESSAGE_OVER_TIME), text(presenter, why)];
        blocks.extend(what);
        blocks.push(Block::Table(table));
    }
    let money = said::money_goes_to(presenter);
    if !money.is_empty() {
        blocks.extend([heading(presenter, say::MESSAGE_MONEY), Block::List(money)]);
    }
    blocks
}

/// In place of the main message where all results are hidden: why, and what can be told of the models all the same.
pub fn all_hidden(presenter: &Presenter<'_>) -> Section {
    let mut blocks = hidden::told(presenter);
    blocks.push(Block::List(models(presenter)));
    blocks.push(Block::Table(levers::levers(presenter)));
    blocks.extend(levers::changes(presenter).map(Block::Table));
    blocks.push(Block::Figure(crate::report::figures::cost_curve::cost_curve(presenter)));
    section(presenter, "summary", false, blocks)
}

/// What is told of every model in plain words.
const PLAIN: [Outcome; 6] = [
    Outcome::StateNet,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::DeliveredHours,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
    Outcome::UsersEmployed,
];

/// The same in plain words: today, and what each model changes.
pub fn plain(presenter: &Presenter<'_>) -> Section {
    let (t, run) = (presenter.t, presenter.run);
    let when = Some(run.year());
    let of = |outcome| level(presenter, outcome, 0, when);
    let today = t.get(say::PlainToday {
        year: run.year().to_string(),
        users: number(presenter, Outcome::Recipients, 0),
        hours: of(Outcome::DeliveredHours),
        bpa: of(Outcome::BpaCost),
        bpa_net: of(Outcome::MunicipalityNetBpa),
        relatives: of(Outcome::RelativesHours),
        cost: of(Outcome::RelativesCost),
        work: of(Outcome::RelativesLostFte),
        employed: of(Outcome::UsersEmployed),
        lost: of(Outcome::LostHours),
        unmet: of(Outcome::UnmetHours),
    });
    let changes = presenter.said_once(|model| {
        let line = |outcome: &Outcome| {
            let change = change(presenter, *outcome, model, when)?;
            let what = presenter.label(*outcome);
            Some(match message::over_time(presenter, *outcome, when, model) {
                None => t.get(say::PlainChange { what, change }),
                Some(later) => t.get(say::PlainChangeOverTime { what, change, later }),
            })
        };
        Some(PLAIN.iter().filter_map(line).collect::<Vec<_>>())
    });
    let items = changes.into_iter().map(|(models, items)| {
        let lead = t.get(say::PlainLead { models, year: run.year().to_string() });
        Item { lead, text: String::new(), items }
    });
    let blocks = vec![
        text(presenter, say::PLAIN_WHAT),
        Block::Text(today),
        text(presenter, say::PLAIN_MODELS),
        Block::List(items.collect()),
        text(presenter, say::PLAIN_UNSURE),
    ];
    section(presenter, "plain", false, blocks)
}

/// The problem, the aims, and the zero alternative with its expected development.
pub fn problem(presenter: &Presenter<'_>) -> Section {
    let blocks = vec![
        text(presenter, say::PROBLEM_BPA),
        text(presenter, say::PROBLEM_FINANCING),
        text(presenter, say::PROBLEM_RELATIVES),
        field(presenter, say::FIELD_AIMS),
        heading(presenter, say::PROBLEM_NULL_HEADING),
        text(presenter, say::PROBLEM_NULL),
        Block::Table(outcomes::development(presenter)),
    ];
    section(presenter, "problem", true, blocks)
}

/// The models: whole names, after the names in tables where they begin otherwise, and what they are.
pub fn models(presenter: &Presenter<'_>) -> Vec<Item> {
    let told = |text: &Text| text.get(presenter.lang()).to_string();
    let models = presenter.run.about.models.iter().map(|m| {
        let (short, title) = (told(&m.short), told(&m.title));
        let name = if title.starts_with(&short) { title } else { format!("{short}: {title}") };
        Item::new(name, told(&m.description))
    });
    models.collect()
}

/// The models.
pub fn measures(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![
        text(presenter, say::MEASURES_MODELS),
        Block::List(models(presenter)),
        text(presenter, say::MEASURES_NAMES),
        field(presenter, say::FIELD_LEFT_OUT),
    ];
    if let Some(flows) = flows(presenter) {
        blocks.extend([heading(presenter, say::MEASURES_MONEY), Block::Figure(flows)]);
    }
    blocks.push(heading(presenter, say::MEASURES_LEVERS));
    blocks.push(Block::Table(levers::levers(presenter)));
    blocks.extend(levers::changes(presenter).map(Block::Table));
    blocks.push(Block::Figure(crate::report::figures::cost_curve::cost_curve(presenter)));
    section(presenter, "measures", true, blocks)
}

/// Questions of principle: what the run can say of each, and a field.
pub fn principles(presenter: &Presenter<'_>) -> Section {
    let items = [
        (say::PRINCIPLE_EQUALITY_LEAD, say::PRINCIPLE_EQUALITY),
        (say::PRINCIPLE_SELF_GOVERNMENT_LEAD, say::PRINCIPLE_SELF_GOVERNMENT),
        (say::PRINCIPLE_FINANCING_LEAD, say::PRINCIPLE_FINANCING),
        (say::PRINCIPLE_RIGHTS_LEAD, say::PRINCIPLE_RIGHTS),
        (say::PRINCIPLE_OTHERS_LEAD, say::PRINCIPLE_OTHERS),
    ]
    .map(|words| item(presenter, words))
    .to_vec();
    let mut blocks = vec![text(presenter, say::PRINCIPLES_WHAT), Block::List(items)];
    blocks.extend(who_pays(presenter).map(Block::Figure));
    blocks.push(field(presenter, say::FIELD_PRINCIPLES));
    section(presenter, "principles", true, blocks)
}
