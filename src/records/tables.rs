//! The records of all tables, in the order of their columns.

use super::record::record;
use crate::analysis::summary::Basis;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::text::Lang;

record!(FigureId, "", "the figure a row is about" {
    outcome: Outcome, "", "id of the outcome; bpasim describe OUTCOME explains it";
    unit: String, "", "unit of the numbers in the row";
    model: String, "", "id of the financing model";
    year: Option<i32>, "year", "calendar year; empty for the whole period";
    period: String, "", "year, or total for the whole period";
    basis: Basis, "", "count; nominal = kroner of the year; fixed = kroner of the price year; present_value = fixed, discounted to the first year";
    statistic_of: String, "", "level, or difference_to_MODEL: the model minus the other, draw by draw";
});

record!(SummaryLine, "summary", "a figure summarised over draws", may lack ["mean_mechanical", "mcse_mechanical", "mcse_reactions", "p05_mechanical", "p95_mechanical", "mcse_p05", "mcse_p95", "mcse_probability"],
    beside [last_digit: Option<i32>, "Power of ten of the last digit that all numbers of its series are shown to."] {
    figure: FigureId, "", "";
    mean: f64, "see unit", "mean over draws";
    sd: Option<f64>, "see unit", "standard deviation over draws";
    mcse: Option<f64>, "see unit", "Monte Carlo standard error of the mean";
    p05: Option<f64>, "see unit", "5th percentile over draws, type 7";
    p25: Option<f64>, "see unit", "25th percentile";
    p50: Option<f64>, "see unit", "median";
    p75: Option<f64>, "see unit", "75th percentile";
    p95: Option<f64>, "see unit", "95th percentile";
    probability_below_zero: Option<f64>, "share", "share of draws with a difference below zero";
    probability_above_zero: Option<f64>, "share", "share of draws with a difference above zero";
    mean_mechanical: Option<f64>, "see unit", "mean without reactions: with every response at 0 in every model, from the draws that are simulated so too; mean - mean_mechanical is what the assumed reactions do";
    mcse_mechanical: Option<f64>, "see unit", "Monte Carlo standard error of mean_mechanical";
    mcse_reactions: Option<f64>, "see unit", "Monte Carlo standard error of mean - mean_mechanical";
    p05_mechanical: Option<f64>, "see unit", "5th percentile over the draws simulated without reactions alone, type 7; empty with fewer than 40 of them";
    p95_mechanical: Option<f64>, "see unit", "95th percentile over the same draws";
    mcse_p05: Option<f64>, "see unit", "Monte Carlo standard error of p05; empty with fewer than 64 draws";
    mcse_p95: Option<f64>, "see unit", "Monte Carlo standard error of p95";
    mcse_probability: Option<f64>, "share", "Monte Carlo standard error of the probabilities, the larger of the two";
});

record!(CompareLine, "compare", "a figure in the first of two runs, in the second, or the change between them" {
    figure: FigureId, "", "";
    part: String, "", "first, second, change = second minus first, or the assumption whose step it is";
    mean: f64, "see unit", "mean over draws, the same in both runs";
    mcse: Option<f64>, "see unit", "Monte Carlo standard error of the mean";
    p05: Option<f64>, "see unit", "5th percentile over draws, type 7";
    p95: Option<f64>, "see unit", "95th percentile";
});

record!(VarianceLine, "variance", "a figure's variance over draws, split by its source" {
    figure: FigureId, "", "";
    parameters: f64, "square of unit", "variance from uncertain parameters";
    parameters_error: f64, "square of unit", "its standard error";
    chance: f64, "square of unit", "variance from chance among persons";
    chance_error: f64, "square of unit", "its standard error";
    share_parameters: Option<f64>, "share", "share of the variance that is uncertain parameters";
    share_parameters_error: Option<f64>, "share", "its standard error";
});

record!(LedgerLine, "ledger", "what a payer pays for an item in a year under a model" {
    model: String, "", "id of the financing model";
    year: i32, "year", "calendar year";
    period: String, "", "always year";
    payer: Payer, "", "who pays";
    item: Item, "", "what for";
    view: String, "", "accrual = when the cost arises; cash = when it is paid; closing_claim = refunds earned and not paid at the end";
    mean: f64, "NOK, nominal", "mean over draws; a cost is positive, a gain negative";
    standard_error: Option<f64>, "NOK, nominal", "Monte Carlo standard error of the mean as of independent draws; of evenly spread points it is smaller";
});

record!(UnitYear, "", "the figures of a municipality or district in a year" {
    year: i32, "year", "";
    recipients: Option<f64>, "persons", "persons with BPA";
    delivered_hours: Option<f64>, "hours/year", "BPA hours delivered";
    unmet_hours: Option<f64>, "hours/year", "hours of unmet need";
    relatives_hours: Option<f64>, "hours/year", "hours of relatives";
    municipality_net_bpa: Option<f64>, "NOK, fixed", "municipality's net of BPA before withdrawal";
    withdrawal: Option<f64>, "NOK, fixed", "withdrawal from the block grant";
    municipality_net: Option<f64>, "NOK, fixed", "municipality's net in all, after withdrawal";
    state_net: Option<f64>, "NOK, fixed", "state's net";
    recipients_per_10000: Option<f64>, "persons per 10 000 inhabitants", "persons with BPA per 10 000 inhabitants";
    municipality_net_per_inhabitant: Option<f64>, "NOK/inhabitant, fixed", "municipality's net per inhabitant";
    municipality_net_p05: Option<f64>, "NOK, fixed", "5th percentile of municipality's net";
    municipality_net_p95: Option<f64>, "NOK, fixed", "95th percentile of municipality's net";
    change: Option<f64>, "NOK, fixed", "municipality's net less that under the zero alternative";
    change_per_inhabitant: Option<f64>, "NOK/inhabitant, fixed", "the change per inhabitant";
    change_p05: Option<f64>, "NOK, fixed", "5th percentile of the change";
    change_p95: Option<f64>, "NOK, fixed", "95th percentile of the change";
});

record!(UnitLine, "units", "a municipality or district under a model", may lack ["observed_year", "observed_recipients"] {
    id: String, "", "municipality number or id of the district; text, so that 0301 keeps its zero";
    name: String, "", "name";
    county: String, "", "county";
    population: Option<f64>, "persons", "inhabitants";
    centrality: Option<u8>, "class", "centrality class of Statistics Norway, 1 most central, 6 least";
    kostra_group: String, "", "KOSTRA group";
    free_income_per_inhabitant: Option<f64>, "NOK/inhabitant", "free income per inhabitant";
    need_index: Option<f64>, "index", "expenditure-need index, country = 1";
    model: String, "", "id of the financing model";
    hidden: bool, "", "yes: figures are hidden because they are of few persons";
    observed: bool, "", "yes: recipients of the base year are known figures of the unit, not modelled";

    first: UnitYear, "", "first year";
    full_effect: UnitYear, "", "year in which models are compared";
    last: UnitYear, "", "last year";
    observed_year: Option<i32>, "year", "year in which the known recipients were counted";
    observed_recipients: Option<f64>, "persons", "known recipients in that year, from which they are carried to the base year";
});

record!(UnitFiguresLine, "unit_years", "a municipality or district under a model in a year" {
    id: String, "", "municipality number or id of the district; text, so that 0301 keeps its zero";
    name: String, "", "name";
    model: String, "", "id of the financing model";
    year: i32, "year", "calendar year";
    period: String, "", "always year";
    hidden: bool, "", "yes: figures are hidden because they are of few persons";
    recipients: Option<f64>, "persons", "persons with BPA";
    delivered_hours: Option<f64>, "hours/year", "BPA hours delivered";
    municipality_net_bpa: Option<f64>, "NOK, fixed", "municipality's net of BPA before withdrawal";
    withdrawal: Option<f64>, "NOK, fixed", "withdrawal from the block grant, transition arrangement included";
    transition: Option<f64>, "NOK, fixed", "what a transition arrangement adds to the withdrawal; a gain is negative";
    municipality_net: Option<f64>, "NOK, fixed", "municipality's net in all, after withdrawal";
    change: Option<f64>, "NOK, fixed", "municipality's net in all less that under the zero alternative";
    refund: Option<f64>, "NOK, fixed", "refund for the persons simulated";
    refund_rest: Option<f64>, "NOK, fixed", "refund for all others in the scheme: an expectation by inhabitants and need, not the municipality's own persons";
    state_net: Option<f64>, "NOK, fixed", "state's net";
});

record!(BudgetLine, "budget", "an item of the state budget under a model in a year, as paid or as earned" {
    chapter: String, "", "chapter of the state budget; empty where it can't be told";
    item: String, "", "item of the chapter";
    name: String, "", "name, bokmål";
    name_nn: String, "", "name, nynorsk";
    name_en: String, "", "name, English";
    line: String, "", "item; part = of which, of the item above; outside = left out of the sum, see remark";
    year: i32, "year", "calendar year";
    period: String, "", "always year";
    model: String, "", "id of the financing model";
    view: String, "", "accrual = when the cost arises; cash = when it is paid";
    level: f64, "NOK, nominal", "the state's expenditure in the model, mean over draws; income is negative";
    level_p05: Option<f64>, "NOK, nominal", "5th percentile; empty where the run holds the mean alone";
    level_p95: Option<f64>, "NOK, nominal", "95th percentile";
    change: f64, "NOK, nominal", "less that under the zero alternative, mean over draws";
    change_p05: Option<f64>, "NOK, nominal", "5th percentile of the change, draw by draw";
    change_p95: Option<f64>, "NOK, nominal", "95th percentile of the change";
    remark: String, "", "double_payment = two years' refunds are paid in one; uncovered = more is withdrawn than municipalities are relieved of; estimate; tax, hospital, health or work_aid: why it is left out of the sum";
    uncovered: Option<f64>, "NOK, nominal", "of a withdrawal: what it takes beyond the relief";
    source: String, "", "the document the item is known from";
});

record!(ParameterLine, "parameters", "an assumption", may lack ["source_nn", "source_en", "sign", "with"] {
    id: String, "", "id of the parameter";
    label: String, "", "name, bokmål";
    group: String, "", "group";
    symbol: String, "", "symbol in the model description";
    unit: String, "", "unit";
    year: Option<i32>, "year", "price year or year of the figure";
    value: String, "", "value or distribution as written";
    status: String, "", "how well it is known";
    source: String, "", "source, bokmål";
    users_own: bool, "", "yes: the user's own value";
    drawn_mean: Option<f64>, "see unit", "mean of what was drawn";
    drawn_p05: Option<f64>, "see unit", "5th percentile of what was drawn";
    drawn_p95: Option<f64>, "see unit", "95th percentile of what was drawn";
    without_commissioned: Option<f64>, "see unit", "value without studies paid for by an interested party";
    label_nn: String, "", "name, nynorsk";
    label_en: String, "", "name, English";
    drawn_from: String, "", "distribution, or posterior of a calibration; empty where it does not vary";
    source_nn: String, "", "source, nynorsk";
    source_en: String, "", "source, English";
    sign: String, "", "of a response: assumed, evidence = its direction is assumed, or shown by research; free = it may have either; empty for the rest";
    with: String, "", "id of the assumption that it moves together with; empty where it moves by itself";
});

record!(ValidationLine, "validation", "a known figure, and the zero alternative's", may lack ["source_nn", "source_en"] {
    target: String, "", "id of the known figure";
    label: String, "", "name, bokmål";
    lower: Option<f64>, "see unit", "lower end of the known figure";
    upper: Option<f64>, "see unit", "upper end of the known figure";
    unit: String, "", "unit";
    kind: String, "", "input = used in the model; calibrated = assumptions chosen to hit it; external = not used; identity = holds whatever is assumed";
    source: String, "", "source, bokmål";
    model_mean: Option<f64>, "see unit", "the model's mean";
    model_p05: Option<f64>, "see unit", "the model's 5th percentile";
    model_p50: Option<f64>, "see unit", "the model's median";
    model_p95: Option<f64>, "see unit", "the model's 95th percentile";
    result: String, "", "pass, miss, shown = not scored, or not_applicable";
    label_nn: String, "", "name, nynorsk";
    label_en: String, "", "name, English";
    source_nn: String, "", "source, nynorsk";
    source_en: String, "", "source, English";
});

record!(CurveLine, "cost_curve", "what state and municipality pay for one person at so many hours a week" {
    model: String, "", "id of the financing model";
    year: i32, "year", "calendar year";
    period: String, "", "always year";
    hours_per_week: f64, "hours/week", "BPA hours a week";
    bpa_cost: f64, "NOK/year, nominal", "cost of BPA";
    wage_cost: f64, "NOK/year, nominal", "direct wage cost in it";
    state: f64, "NOK/year, nominal", "paid by the state";
    municipality: f64, "NOK/year, nominal", "paid by the municipality";
});

record!(ConvergenceLine, "convergence", "Monte Carlo error of a headline after so many draws" {
    outcome: Outcome, "", "id of the outcome";
    model: String, "", "id of the financing model";
    year: Option<i32>, "year", "calendar year; empty for the whole period";
    period: String, "", "year, or total for the whole period";
    basis: Basis, "", "which kroner";
    statistic_of: String, "", "difference_to_zero";
    draws: usize, "draws", "the first so many draws";
    mean: f64, "unit of the outcome", "mean over them";
    mcse: f64, "unit of the outcome", "Monte Carlo standard error of the mean";
});

record!(WithdrawalLine, "withdrawals", "a payer's net under a model with some withdrawal from the block grant, less that under the zero alternative" {
    figure: FigureId, "", "";
    withdrawal: String, "", "none, fixed, rebased or yearly: when the withdrawal is set";
    own: bool, "", "yes: the model's own withdrawal; no: another one for the same persons, with the income effect it leaves";
    mean: f64, "see unit", "mean over draws";
    mcse: Option<f64>, "see unit", "Monte Carlo standard error of the mean";
    p05: Option<f64>, "see unit", "5th percentile over draws, type 7";
    p50: Option<f64>, "see unit", "median";
    p95: Option<f64>, "see unit", "95th percentile over draws, type 7";
});

record!(PriceOfHourLine, "price_of_hour", "what an hour that has no agreed price must be worth for a model to cost society less than the zero alternative, on average over draws", may lack ["cost"] {
    hours: Outcome, "", "id of the outcome that holds the hours";
    model: String, "", "id of the financing model";
    period: String, "", "always total: the whole period";
    turns: String, "", "above or below = at prices above or below the price; always, never = at every price, at none";
    price_year: i32, "year", "year of the price's kroner; it follows wages from then on";
    price: Option<f64>, "NOK/hour", "the price";
    low: Option<f64>, "NOK/hour", "5th percentile of the price over resampled draws: the error of the mean, not how unsure the answer is";
    high: Option<f64>, "NOK/hour", "95th percentile of the price over resampled draws";
    cost: Option<Outcome>, "", "id of the cost that is compared: society_cost counts the services that municipalities buy for their relief as worth nothing, society_cost_before_extra_services as worth what they cost";
});

record!(DistributionLine, "distributions", "a percentile of a difference over draws" {
    figure: FigureId, "", "";
    percent: usize, "per cent", "share of draws below the value";
    value: f64, "see unit", "the percentile, type 7";
});

record!(InfluenceLine, "influence", "an uncertain assumption that moves a difference by more than chance among draws" {
    figure: FigureId, "", "";
    parameter: String, "", "id in parameters.csv; others drawn with it move with it";
    parameter_low: f64, "unit of the parameter", "its mean in the fifth of draws with its lowest values";
    parameter_high: f64, "unit of the parameter", "its mean in the fifth of draws with its highest values";
    mean_low: f64, "see unit", "mean of the difference in the first of these";
    mean_high: f64, "see unit", "mean of the difference in the second";
    change: f64, "see unit", "mean_high - mean_low";
    mcse: f64, "see unit", "Monte Carlo standard error of the change";
    tried: usize, "assumptions", "how many assumptions were looked at; those within what chance gives one of twenty such lists are left out";
});

record!(ObservedLine, "observed", "what was observed of a figure that is simulated" {
    outcome: Outcome, "", "id of the outcome";
    unit: String, "", "unit of the number";
    year: i32, "year", "calendar year";
    period: String, "", "always year";
    basis: Basis, "", "count; nominal = kroner of the year";
    value: f64, "see unit", "what was observed";
    source: String, "", "who counted";
});

record!(#[derive(Default)] DecidesLine, "decides", "a number about what decides the conclusion" {
    analysis: String, "", "expansion, tornado, regression, sobol, breakeven, two_way, evppi, signs, alternative, decision or price_of_hour";
    about: String, "", "id of the outcome, or weights of the criterion as --criterion takes them";
    basis: String, "", "which kroner";
    year: Option<i32>, "year", "calendar year; empty for the whole period";
    period: String, "", "year, or total for the whole period";
    model: String, "", "id of the financing model";
    minus: String, "", "id of the model it is compared with";
    item: String, "", "parameter, group, pair of parameters or alternative structure; extra_services_at_cost = a price if what municipalities buy for their relief is worth what it costs, not nothing";
    at: String, "", "value of the parameter or price, as stated";
    measure: String, "", "what the number is: others_drawn, others_median = change of the figure at this value; first, total, together = Sobol indices; value = kroner that knowing is worth; changes = probability of another choice; assumed, evidence, found = mean difference, and what its direction rests on; without_assumed = the same with this parameter neutral; and so on";
    value: Option<f64>, "see measure", "the number";
    low: Option<f64>, "see measure", "5th percentile of its interval";
    high: Option<f64>, "see measure", "95th percentile of its interval";
    error: Option<f64>, "see measure", "its standard error";
});

record!(BacktestLine, "backtest", "a forecast of an observed year, made from an origin in the past" {
    series: String, "", "oslo_recipients, oslo_hours, national_recipients or refund_accounts";
    vintage: String, "", "corrected or published, where there are two";
    origin: i32, "year", "last year known";
    year: i32, "year", "calendar year; of payment for refund_accounts";
    horizon: i32, "years", "years from origin to year";
    forecaster: String, "", "linear, exponential, rivals_mean (equal mixture of both), structural (the model) or pool (equal mixture of structural and linear)";
    observed: f64, "see unit", "what was observed";
    mean: f64, "see unit", "mean of the forecast";
    p5: f64, "see unit", "percentile of the forecast, type 7";
    p25: f64, "see unit", "percentile of the forecast, type 7";
    p50: f64, "see unit", "percentile of the forecast, type 7";
    p75: f64, "see unit", "percentile of the forecast, type 7";
    p95: f64, "see unit", "percentile of the forecast, type 7";
    crps: f64, "per cent", "continuous ranked probability score, per cent of what was observed; lower is better";
    won_linear: Option<bool>, "", "yes = lower crps than the linear trend; empty for trends";
    won_exponential: Option<bool>, "", "yes = lower crps than the exponential trend; empty for trends";
    unit: String, "", "unit of the numbers in the row";
    period: String, "", "always year";
});

impl SummaryLine {
    /// A mean known to an error, and nothing else of it.
    #[cfg(test)]
    pub fn known(figure: FigureId, mean: f64, mcse: f64) -> SummaryLine {
        SummaryLine {
            figure,
            mean,
            sd: None,
            mcse: Some(mcse),
            p05: None,
            p25: None,
            p50: None,
            p75: None,
            p95: None,
            probability_below_zero: None,
            probability_above_zero: None,
            mean_mechanical: None,
            mcse_mechanical: None,
            mcse_reactions: None,
            p05_mechanical: None,
            p95_mechanical: None,
            mcse_p05: None,
            mcse_p95: None,
            mcse_probability: None,
            last_digit: None,
        }
    }

    /// The interval from the 5th to the 95th percentile.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.p05.zip(self.p95)
    }

    /// The same without reactions.
    pub fn interval_mechanical(&self) -> Option<(f64, f64)> {
        self.p05_mechanical.zip(self.p95_mechanical)
    }
}

impl BudgetLine {
    /// The name in a language.
    pub fn name_in(&self, lang: Lang) -> &str {
        of(lang, &self.name, &self.name_nn, &self.name_en)
    }
}

impl ParameterLine {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        of(lang, &self.label, &self.label_nn, &self.label_en)
    }

    /// The source in a language.
    pub fn source_in(&self, lang: Lang) -> &str {
        of(lang, &self.source, &self.source_nn, &self.source_en)
    }
}

impl ValidationLine {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        of(lang, &self.label, &self.label_nn, &self.label_en)
    }

    /// The source in a language.
    pub fn source_in(&self, lang: Lang) -> &str {
        of(lang, &self.source, &self.source_nn, &self.source_en)
    }
}

/// A text in a language; as it stands in bokmål where a table lacks the language.
fn of<'a>(lang: Lang, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nn if !nn.is_empty() => nn,
        Lang::En if !en.is_empty() => en,
        _ => nb,
    }
}
