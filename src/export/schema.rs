//! What every table and column is: for the data package, for Parquet, and for Norwegian spreadsheets.

use crate::engine::results::UnitFigure;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its head.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Unit of measure; empty for words and for columns whose unit stands in another.
    pub unit: &'static str,
    /// What it means.
    pub meaning: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Name without ending: `summary`.
    pub name: &'static str,
    /// What a row is.
    pub meaning: &'static str,
    /// Its columns, in order.
    pub fields: Vec<Field>,
}

fn field(name: &str, kind: Kind, unit: &'static str, meaning: &str) -> Field {
    Field { name: name.to_string(), kind, unit, meaning: meaning.to_string() }
}

fn text(name: &str, meaning: &str) -> Field {
    field(name, Kind::Text, "", meaning)
}

fn number(name: &str, unit: &'static str, meaning: &str) -> Field {
    field(name, Kind::Number, unit, meaning)
}

/// Columns that say which figure a row is about.
fn figure() -> Vec<Field> {
    vec![
        text("outcome", "id of the outcome; bpasim describe OUTCOME explains it"),
        text("unit", "unit of the numbers in the row"),
        text("model", "id of the financing model"),
        text("year", "calendar year, or total for the whole period"),
        text(
            "basis",
            "count; nominal = kroner of the year; fixed = kroner of the price year; present_value = fixed, discounted to the first year",
        ),
        text("statistic_of", "level, or difference_to_MODEL: the model minus the other, draw by draw"),
    ]
}

/// The table of a name; nothing for an unknown one.
pub fn resource(name: &str) -> Option<Resource> {
    let (name, meaning, fields) = match name {
        "summary" => ("summary", "a figure summarised over draws", summary()),
        "variance" => ("variance", "a figure's variance over draws, split by its source", variance()),
        "ledger" => ("ledger", "what a payer pays for an item in a year under a model", ledger()),
        "units" => ("units", "a municipality or district under a model", units()),
        "parameters" => ("parameters", "an assumption", parameters()),
        "validation" => ("validation", "a known figure, and the zero alternative's", validation()),
        "cost_curve" => {
            ("cost_curve", "what state and municipality pay for one person at so many hours a week", curve())
        }
        "convergence" => {
            ("convergence", "Monte Carlo error of a headline after so many draws", convergence())
        }
        "backtest" => ("backtest", "a year of an observed series, and what was foreseen of it", backtest()),
        "decides" => ("decides", "a number about what decides the conclusion", decides()),
        _ => return None,
    };
    Some(Resource { name, meaning, fields })
}

fn summary() -> Vec<Field> {
    let mut fields = figure();
    fields.extend([
        number("mean", "see unit", "mean over draws"),
        number("sd", "see unit", "standard deviation over draws"),
        number("mcse", "see unit", "Monte Carlo standard error of the mean"),
        number("p05", "see unit", "5th percentile over draws, type 7"),
        number("p25", "see unit", "25th percentile"),
        number("p50", "see unit", "median"),
        number("p75", "see unit", "75th percentile"),
        number("p95", "see unit", "95th percentile"),
        number("probability_below_zero", "share", "share of draws with a difference below zero"),
        number("probability_above_zero", "share", "share of draws with a difference above zero"),
    ]);
    fields
}

fn variance() -> Vec<Field> {
    let mut fields = figure();
    for (name, meaning) in [
        ("parameters", "variance from uncertain parameters"),
        ("parameters_error", "its standard error"),
        ("chance", "variance from chance among persons"),
        ("chance_error", "its standard error"),
    ] {
        fields.push(number(name, "square of unit", meaning));
    }
    fields.push(number("share_parameters", "share", "share of the variance that is uncertain parameters"));
    fields.push(number("share_parameters_error", "share", "its standard error"));
    fields
}

fn ledger() -> Vec<Field> {
    vec![
        text("model", "id of the financing model"),
        field("year", Kind::Whole, "year", "calendar year"),
        text("payer", "who pays"),
        text("item", "what for"),
        text(
            "view",
            "accrual = when the cost arises; cash = when it is paid; closing_claim = refunds earned and not paid at the end",
        ),
        number("mean", "NOK, nominal", "mean over draws; a cost is positive, a gain negative"),
        number("standard_error", "NOK, nominal", "Monte Carlo standard error of the mean"),
    ]
}

fn units() -> Vec<Field> {
    let mut fields = vec![
        text("id", "municipality number or id of the district; text, so that 0301 keeps its zero"),
        text("name", "name"),
        text("county", "county"),
        number("population", "persons", "inhabitants"),
        number("centrality", "class", "centrality class of Statistics Norway, 1 most central, 6 least"),
        text("kostra_group", "KOSTRA group"),
        number("free_income_per_inhabitant", "NOK/inhabitant", "free income per inhabitant"),
        number("need_index", "index", "expenditure-need index, country = 1"),
        text("model", "id of the financing model"),
        text("hidden", "yes: figures are hidden because they are of few persons"),
        text("observed", "yes: recipients of the base year are known figures of the unit, not modelled"),
    ];
    for (kept, which) in
        [("first", "first year"), ("full_effect", "year in which models are compared"), ("last", "last year")]
    {
        fields.push(field(&format!("{kept}_year"), Kind::Whole, "year", which));
        let mut put = |id: &str, unit: &'static str, meaning: &str| {
            fields.push(number(&format!("{kept}_{id}"), unit, &format!("{meaning}, {which}")));
        };
        for figure in UnitFigure::ALL {
            let (unit, meaning) = match figure {
                UnitFigure::Recipients => ("persons", "persons with BPA"),
                UnitFigure::DeliveredHours => ("hours/year", "BPA hours delivered"),
                UnitFigure::UnmetHours => ("hours/year", "hours of unmet need"),
                UnitFigure::RelativesHours => ("hours/year", "hours of relatives"),
                UnitFigure::MunicipalityNetBpa => {
                    ("NOK, fixed", "municipality's net of BPA before withdrawal")
                }
                UnitFigure::Withdrawal => ("NOK, fixed", "withdrawal from the block grant"),
                UnitFigure::MunicipalityNet => ("NOK, fixed", "municipality's net in all, after withdrawal"),
                UnitFigure::StateNet => ("NOK, fixed", "state's net"),
            };
            put(figure.id(), unit, meaning);
        }
        put(
            "recipients_per_10000",
            "persons per 10 000 inhabitants",
            "persons with BPA per 10 000 inhabitants",
        );
        put("municipality_net_per_inhabitant", "NOK/inhabitant, fixed", "municipality's net per inhabitant");
        put("municipality_net_p05", "NOK, fixed", "5th percentile of municipality's net");
        put("municipality_net_p95", "NOK, fixed", "95th percentile of municipality's net");
        put("change", "NOK, fixed", "municipality's net less that under the zero alternative");
        put("change_per_inhabitant", "NOK/inhabitant, fixed", "the change per inhabitant");
        put("change_p05", "NOK, fixed", "5th percentile of the change");
        put("change_p95", "NOK, fixed", "95th percentile of the change");
    }
    fields
}

fn parameters() -> Vec<Field> {
    vec![
        text("id", "id of the parameter"),
        text("label", "name, bokmål"),
        text("group", "group"),
        text("symbol", "symbol in the model description"),
        text("unit", "unit"),
        field("year", Kind::Whole, "year", "price year or year of the figure"),
        text("value", "value or distribution as written"),
        text("status", "how well it is known"),
        text("source", "source"),
        text("users_own", "yes: the user's own value"),
        number("drawn_mean", "see unit", "mean of what was drawn"),
        number("drawn_p05", "see unit", "5th percentile of what was drawn"),
        number("drawn_p95", "see unit", "95th percentile of what was drawn"),
        number("without_commissioned", "see unit", "value without studies paid for by an interested party"),
        text("label_nn", "name, nynorsk"),
        text("label_en", "name, English"),
        text("drawn_from", "distribution, or posterior of a calibration; empty where it does not vary"),
    ]
}

fn validation() -> Vec<Field> {
    vec![
        text("target", "id of the known figure"),
        text("label", "name, bokmål"),
        number("lower", "see unit", "lower end of the known figure"),
        number("upper", "see unit", "upper end of the known figure"),
        text("unit", "unit"),
        text(
            "kind",
            "input = used in the model; calibrated = assumptions chosen to hit it; external = not used",
        ),
        text("source", "source"),
        number("model_mean", "see unit", "the model's mean"),
        number("model_p05", "see unit", "the model's 5th percentile"),
        number("model_p50", "see unit", "the model's median"),
        number("model_p95", "see unit", "the model's 95th percentile"),
        text("result", "pass, miss or not_applicable"),
        text("label_nn", "name, nynorsk"),
        text("label_en", "name, English"),
    ]
}

fn decides() -> Vec<Field> {
    vec![
        text(
            "analysis",
            "tornado, regression, sobol, breakeven, two_way, evppi, alternative, decision or price_of_hour",
        ),
        text("about", "id of the outcome, or weights of the criterion as --criterion takes them"),
        text("basis", "which kroner"),
        text("year", "calendar year, or total for the whole period"),
        text("model", "id of the financing model"),
        text("minus", "id of the model it is compared with"),
        text("item", "parameter, group, pair of parameters or alternative structure"),
        text("at", "value of the parameter or price, as stated"),
        text(
            "measure",
            "what the number is: others_drawn, others_median = change of the figure at this value; first, total, together = Sobol indices; value = kroner that knowing is worth; changes = probability of another choice; and so on",
        ),
        number("value", "see measure", "the number"),
        number("low", "see measure", "5th percentile of its interval"),
        number("high", "see measure", "95th percentile of its interval"),
        number("error", "see measure", "its standard error"),
    ]
}

fn backtest() -> Vec<Field> {
    let mut fields = vec![
        text("series", "oslo_recipients, oslo_hours, national_recipients or refund_accounts"),
        text("unit", "unit of the numbers in the row"),
        field("year", Kind::Whole, "year", "calendar year; of payment for refund_accounts"),
        text("known", "yes = the forecast was made from it"),
        number("observed", "see unit", "what was observed"),
        number("mean", "see unit", "mean of the model's forecast"),
    ];
    let percentiles = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"];
    fields.extend(percentiles.map(|p| number(p, "see unit", "percentile of the model's forecast, type 7")));
    fields.extend(["within_50", "within_80", "within_90"].map(|name| {
        text(
            name,
            "yes = this central interval of the model holds what was observed; no at within_90 is a miss",
        )
    }));
    fields.extend([
        number("below", "share", "share of the model's forecast below what was observed"),
        number("crps", "see unit", "continuous ranked probability score of the model; lower is better"),
        number(
            "naive_mean",
            "see unit",
            "mean of the naive trend: random walk with drift from the known years",
        ),
        number("naive_p05", "see unit", "its 5th percentile"),
        number("naive_p95", "see unit", "its 95th percentile"),
        text("naive_within_90", "yes = its central interval holds what was observed"),
        number("naive_crps", "see unit", "its score"),
    ]);
    fields
}

fn curve() -> Vec<Field> {
    vec![
        text("model", "id of the financing model"),
        field("year", Kind::Whole, "year", "calendar year"),
        number("hours_per_week", "hours/week", "BPA hours a week"),
        number("bpa_cost", "NOK/year, nominal", "cost of BPA"),
        number("wage_cost", "NOK/year, nominal", "direct wage cost in it"),
        number("state", "NOK/year, nominal", "paid by the state"),
        number("municipality", "NOK/year, nominal", "paid by the municipality"),
    ]
}

fn convergence() -> Vec<Field> {
    vec![
        text("outcome", "id of the outcome"),
        text("model", "id of the financing model"),
        text("year", "calendar year, or total for the whole period"),
        text("basis", "which kroner"),
        text("statistic_of", "difference_to_null"),
        field("draws", Kind::Whole, "draws", "the first so many draws"),
        number("mean", "unit of the outcome", "mean over them"),
        number("mcse", "unit of the outcome", "Monte Carlo standard error of the mean"),
    ]
}
