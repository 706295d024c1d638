//! How a rule explains itself: its formula in a notation that readers can follow with a calculator and the program
//! can read, so that the numbers put in are found by the formula's own symbols and cannot part from it.

use crate::text::Words;

/// One formula of a rule. It stands beside the function that it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What comes out: the symbol by which the formulas of later rules call it.
    pub id: &'static str,
    /// What it is called.
    pub name: Words,
    /// What is worked out, in the notation of [`symbols`]; empty where it depends on the case, see [`Rule::as_written`].
    pub formula: &'static str,
    /// Statute, agreement or reason behind it; empty for reactions, whose sources are those of their parameters.
    pub reference: Words,
}

impl Rule {
    /// A rule without a reference of its own.
    pub const fn new(id: &'static str, name: Words, formula: &'static str) -> Rule {
        Rule { id, name, formula, reference: Words::NONE }
    }

    /// The same with its statute, agreement or reason.
    pub const fn by(self, reference: Words) -> Rule {
        Rule { reference, ..self }
    }

    /// The rule applied.
    pub fn applied(self, result: f64, find: impl FnMut(&str) -> Option<SymbolValue>) -> Explained {
        self.as_written(self.formula.to_string(), result, find)
    }

    /// The rule applied, with the formula of the case at hand.
    pub fn as_written(
        self,
        formula: String,
        result: f64,
        mut find: impl FnMut(&str) -> Option<SymbolValue>,
    ) -> Explained {
        let (mut inputs, mut parameters) = (Vec::new(), Vec::new());
        for symbol in symbols(&formula) {
            let symbol = symbol.to_string();
            match find(&symbol) {
                Some(SymbolValue::Input(x)) => inputs.push((symbol, x)),
                Some(SymbolValue::Parameter(x)) => parameters.push((symbol, x)),
                None => {}
            }
        }
        Explained { rule: self, formula, inputs, parameters, result, aside: false }
    }
}

/// `explained! { NAME "id" "formula"; }` makes a [`Rule`] that is called what the message `rule-id` says. Where another
/// rule has the id too, `named` and a message stand before the semicolon; `by` and a message give it a reference.
macro_rules! explained {
    ($( $(#[$about:meta])* $name:ident $id:literal $formula:literal
        $(named $words:ident)? $(by $reference:ident)?; )*) => {
        $( $(#[$about])*
        pub const $name: $crate::rules::explain::Rule = $crate::rules::explain::Rule::new(
            $id,
            $crate::rules::explain::name!($id $($words)?),
            $formula,
        )$(.by($crate::text::say::$reference))?; )*
    };
}
macro_rules! name {
    ($id:literal) => {
        $crate::text::Words::of(concat!("rule-", $id))
    };
    ($id:literal $words:ident) => {
        $crate::text::say::$words
    };
}
pub(crate) use {explained, name};

/// Where the number behind a symbol comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SymbolValue {
    /// A fact about the person, chance, or the result of a rule before.
    Input(f64),
    /// A parameter or lever of that id.
    Parameter(f64),
}

/// A number with its symbol.
pub type Named = (String, f64);

/// A rule applied to a person: hours a week, NOK a year, shares between 0 and 1, flags 0 or 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The rule.
    pub rule: Rule,
    /// Its formula in this case.
    pub formula: String,
    /// The formula's symbols that are facts, chance or results of rules before.
    pub inputs: Vec<Named>,
    /// The formula's symbols that are parameters and levers.
    pub parameters: Vec<Named>,
    /// What the kernel made of it.
    pub result: f64,
    /// Whether it need not be told where it comes to nothing.
    pub aside: bool,
}

impl Explained {
    /// The formula with every symbol replaced by its number, as `shown` writes it of the symbol.
    pub fn numbers(&self, shown: impl Fn(&str, f64) -> String) -> String {
        let known = || self.inputs.iter().chain(&self.parameters);
        let mut text = String::new();
        for token in tokens(&self.formula) {
            let value = known().find(|(symbol, _)| symbol == token).map(|(_, x)| *x);
            match value.or_else(|| token.parse().ok()) {
                Some(x) if x < 0.0 => text.push_str(&format!("({})", shown(token, x))),
                Some(x) => text.push_str(&shown(token, x)),
                None => text.push_str(token),
            }
        }
        text
    }
}

/// Functions of the notation.
const FUNCTIONS: [&str; 3] = ["max", "min", "exp"];

/// The symbols of a formula, each once, in the order they are met.
///
/// A formula has numbers, symbols (`coverage`, `refund.rate`, `relative_employment.18-49`), `+ − · /`, parentheses,
/// `max(a, b)`, `min(a, b)`, `exp(a)`, and conditions in brackets, `[a ≤ b < c]`, which are 1 where they hold and else 0.
pub fn symbols(formula: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for token in tokens(formula) {
        let symbol = token.starts_with(char::is_alphabetic) && !FUNCTIONS.contains(&token);
        if symbol && !found.contains(&token) {
            found.push(token);
        }
    }
    found
}

/// The words and numbers of a formula, and what stands between them sign by sign.
fn tokens(formula: &str) -> Vec<&str> {
    let part = |c: char| c.is_alphanumeric() || ['_', '.', '-', '+'].contains(&c);
    let mut tokens = Vec::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        // A plus within an id ("67+") is not followed by a space.
        let word = if first.is_alphanumeric() {
            rest.find(|c| !part(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, behind) = rest.split_at(word);
        tokens.push(token);
        rest = behind;
    }
    tokens
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn a_rule_has_the_reference_that_it_is_given() {
        let name = crate::text::say::RULE_RIGHT_REFERENCE;
        let rule = Rule::new("right", name, "1");
        assert_eq!(rule.reference, Words::NONE);
        assert_eq!(rule.by(name), Rule { id: "right", name, formula: "1", reference: name });
        assert!(name != Words::NONE);
    }

    /// The value of a formula, read by the notation's own grammar.
    pub(crate) fn value(told: &Explained) -> f64 {
        let of = |token: &str| {
            let named = told.inputs.iter().chain(&told.parameters).find(|(symbol, _)| symbol == token);
            named.map_or_else(
                || token.parse().unwrap_or_else(|_| panic!("{token} in {}", told.formula)),
                |(_, x)| *x,
            )
        };
        let tokens: Vec<&str> = tokens(&told.formula).into_iter().filter(|t| *t != " ").collect();
        let mut reader = Reader { tokens: &tokens, of: &of };
        let value = reader.sum();
        assert!(reader.tokens.is_empty(), "{}: {:?}", told.formula, reader.tokens);
        value
    }

    struct Reader<'a> {
        tokens: &'a [&'a str],
        of: &'a dyn Fn(&str) -> f64,
    }

    impl Reader<'_> {
        fn next_is(&mut self, wanted: &str) -> bool {
            let is = self.tokens.first() == Some(&wanted);
            self.tokens = &self.tokens[usize::from(is)..];
            is
        }
        fn sum(&mut self) -> f64 {
            let mut sum = self.product();
            loop {
                if self.next_is("+") {
                    sum += self.product();
                } else if self.next_is("−") {
                    sum -= self.product();
                } else {
                    return sum;
                }
            }
        }
        fn product(&mut self) -> f64 {
            let mut product = self.factor();
            loop {
                if self.next_is("·") {
                    product *= self.factor();
                } else if self.next_is("/") {
                    product /= self.factor();
                } else {
                    return product;
                }
            }
        }
        fn factor(&mut self) -> f64 {
            let (token, rest) = self.tokens.split_first().expect("a factor");
            self.tokens = rest;
            match *token {
                "(" => self.closed(")"),
                "[" => self.condition(),
                "−" => -self.factor(),
                "exp" => {
                    assert!(self.next_is("("));
                    libm::exp(self.closed(")"))
                }
                "max" | "min" => {
                    assert!(self.next_is("("));
                    let (a, b) = (self.closed(","), self.closed(")"));
                    if *token == "max" { a.max(b) } else { a.min(b) }
                }
                symbol => (self.of)(symbol),
            }
        }
        fn closed(&mut self, end: &str) -> f64 {
            let value = self.sum();
            assert!(self.next_is(end), "{end} expected before {:?}", self.tokens);
            value
        }
        fn condition(&mut self) -> f64 {
            let (mut left, mut holds) = (self.sum(), true);
            while !self.next_is("]") {
                let (sign, rest) = self.tokens.split_first().expect("a comparison");
                self.tokens = rest;
                let right = self.sum();
                holds &= match *sign {
                    "<" => left < right,
                    "≤" => left <= right,
                    ">" => left > right,
                    "≥" => left >= right,
                    other => panic!("{other}"),
                };
                left = right;
            }
            f64::from(u8::from(holds))
        }
    }

    const ANY: Rule = Rule::new("any", Words::NONE, "−a·[1 ≤ b.67+ < 3] + max(2, c / 4)");

    fn find(symbol: &str) -> Option<SymbolValue> {
        match symbol {
            "a" => Some(SymbolValue::Input(-5.0)),
            "b.67+" => Some(SymbolValue::Parameter(2.0)),
            "c" => Some(SymbolValue::Input(10.0)),
            _ => None,
        }
    }

    #[test]
    fn a_formula_names_its_symbols_and_takes_their_numbers() {
        let told = ANY.applied(7.5, find);
        assert_eq!(told.inputs, [("a".to_string(), -5.0), ("c".to_string(), 10.0)]);
        assert_eq!(told.parameters, [("b.67+".to_string(), 2.0)]);
        assert_eq!(told.numbers(|_, x| format!("{x}")), "−(-5)·[1 ≤ 2 < 3] + max(2, 10 / 4)");
        assert_eq!(value(&told), 7.5);
        // Only what is negative stands in parentheses.
        let nothing = ANY.applied(2.5, |symbol| (symbol == "a").then_some(SymbolValue::Input(0.0)));
        assert_eq!(nothing.numbers(|_, x| format!("{x}")), "−0·[1 ≤ b.67+ < 3] + max(2, c / 4)");
    }

    /// A rule tells its statute.
    #[test]
    fn a_rule_keeps_its_reference() {
        let name = crate::text::say::MISS;
        assert_eq!(Rule::new("id", name, "a").by(name).reference, name);
        assert_eq!(Rule::new("id", name, "a").reference, Words::NONE);
    }
}
