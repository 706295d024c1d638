//! The table of parameters. Every number that is drawn is a *scalar* with a slot; a table such as
//! `relative_employment` is one parameter with several scalars (`relative_employment.0-17`).

use super::choice::choices;
use super::dated::Series;
use super::distribution::Distribution;
use super::financing::lever_path;
use crate::text::Text;

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One number, certain or uncertain.
    Scalar(Distribution),
    /// Named entries, in the order of the file.
    Table(Vec<(String, Distribution)>),
    /// A value history by year.
    Dated(Series),
}

/// One parameter with everything a reader needs to judge it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Identifier, as in `parameters.csv`.
    pub id: String,
    /// Value or distribution.
    pub value: Value,
    /// Unit, as written (`NOK/h`).
    pub unit: String,
    /// Year whose kroner it is stated in; base year if none.
    pub year: Option<i32>,
    /// statutory, rule, observed, … assumption.
    pub status: String,
    /// The source of the value.
    pub source: Text,
    /// Group for lists.
    pub group: String,
    /// Symbol in the model description, if it has one.
    pub symbol: Option<String>,
    /// Smallest and largest legal value.
    pub range: [f64; 2],
    /// Short name for readers.
    pub label: Text,
    /// The meaning and effect of the parameter.
    pub meaning: Text,
    /// Whether the direction of the response is found or assumed; none where the parameter is no response.
    pub sign: Option<Sign>,
    /// Id of the parameter at whose uniform number it is drawn: the two move together and count as one.
    pub with: Option<String>,
    /// Value when inputs from commissioned studies are left out.
    pub without_commissioned: Option<f64>,
    /// Whether the user's own file or `--set` changed it.
    pub users_own: bool,
}

impl Parameter {
    /// Whether this is a lever written as a distribution or value history (`financing.<model>.<lever>`).
    pub fn is_lever(&self) -> bool {
        self.id.starts_with("financing.")
    }
    /// Whether the unit is money, carried between years with the wage index
    /// (`NOK…`, but not a ratio such as `NOK per NOK`).
    pub fn is_money(&self) -> bool {
        self.unit.starts_with("NOK") && !self.unit.starts_with("NOK per NOK")
    }
}

choices! {
    /// What is known of the direction of a response (model.md §8).
    Sign {
        /// Research shows it.
        Evidence = "evidence",
        /// Theory or the documents behind the project say so.
        Assumed = "assumed",
        /// The prior gives both signs.
        Free = "free",
    }
}

/// One drawn number.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// `price_response` or `relative_employment.0-17`; the random key.
    pub id: String,
    /// Index of the parameter it belongs to.
    pub parameter: usize,
    /// The distribution of the number.
    pub distribution: Distribution,
    /// The scalar at whose uniform number it is drawn, by its place in the list.
    pub with: Option<usize>,
}

impl Scalar {
    /// Whether it is uncertain by itself, and not only together with another.
    pub fn is_free(&self) -> bool {
        !self.distribution.is_fixed() && self.with.is_none()
    }
}

/// Puts a value into a vector of values as stated; what is drawn at the same uniform number moves with it.
pub fn put(scalars: &[Scalar], stated: &mut [f64], slot: usize, value: f64) {
    /// No quantile is asked for at 0 or 1.
    const EDGE: f64 = 1e-12;
    stated[slot] = value;
    if scalars[slot].distribution.is_fixed() {
        return;
    }
    for (other, follower) in scalars.iter().enumerate().filter(|(_, s)| s.with == Some(slot)) {
        let u = scalars[slot].distribution.cdf(value).clamp(EDGE, 1.0 - EDGE);
        stated[other] = follower.distribution.quantile(u);
    }
}

/// All parameters, with the flat list of scalars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    list: Vec<Parameter>,
    scalars: Vec<Scalar>,
}

impl Parameters {
    /// Builds the table; scalars get their slots in the order of `list`.
    pub fn new(list: Vec<Parameter>) -> Self {
        let mut scalars = Vec::new();
        for (parameter, p) in list.iter().enumerate() {
            match &p.value {
                Value::Scalar(d) => {
                    scalars.push(Scalar { id: p.id.clone(), parameter, distribution: d.clone(), with: None })
                }
                Value::Table(entries) => scalars.extend(entries.iter().map(|(key, d)| Scalar {
                    id: format!("{}.{key}", p.id),
                    parameter,
                    distribution: d.clone(),
                    with: None,
                })),
                Value::Dated(_) => {}
            }
        }
        for slot in 0..scalars.len() {
            let leader = list[scalars[slot].parameter].with.as_deref();
            scalars[slot].with = leader.and_then(|id| scalars.iter().position(|s| s.id == id));
        }
        Parameters { list, scalars }
    }
    /// Scalars that are uncertain by themselves, with their slots: what an analysis can move.
    pub fn uncertain(&self) -> impl Iterator<Item = (usize, &Scalar)> {
        self.scalars.iter().enumerate().filter(|(_, s)| s.is_free())
    }
    /// Every parameter, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &Parameter> {
        self.list.iter()
    }
    /// Every scalar; a slot is an index into this.
    pub fn scalars(&self) -> &[Scalar] {
        &self.scalars
    }
    /// The parameter a scalar belongs to.
    pub fn of(&self, scalar: &Scalar) -> &Parameter {
        &self.list[scalar.parameter]
    }
    /// Name of a scalar for readers: its parameter's, with the entry where that is a table.
    pub fn label(&self, scalar: &Scalar) -> Text {
        let parameter = self.of(scalar);
        match scalar.id.strip_prefix(&parameter.id).and_then(|rest| rest.strip_prefix('.')) {
            None => parameter.label.clone(),
            Some(entry) => Text::each(|lang| format!("{}: {entry}", parameter.label.get(lang))),
        }
    }
    /// Marks which parameters the user changed.
    pub fn mark_users_own(&mut self, changed: impl Fn(&Parameter) -> bool) {
        for p in &mut self.list {
            p.users_own = changed(p);
        }
    }
    /// A parameter by id.
    pub fn get(&self, id: &str) -> Option<&Parameter> {
        let id = lever_path(id);
        self.list.iter().find(|p| p.id == id)
    }
    /// The slot of a scalar.
    pub fn slot(&self, id: &str) -> Option<usize> {
        let id = lever_path(id);
        self.scalars.iter().position(|s| s.id == id)
    }
    /// A value history by id.
    pub fn dated(&self, id: &str) -> Option<&Series> {
        match &self.get(id)?.value {
            Value::Dated(series) => Some(series),
            _ => None,
        }
    }
}
