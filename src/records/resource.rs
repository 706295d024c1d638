//! The tables of result files as others are told of them: what a row is, and every column's type, unit and meaning.

use super::record::{Field, Record};
use super::tables::{
    BacktestLine, BudgetLine, CompareLine, ConvergenceLine, CurveLine, DecidesLine, DistributionLine,
    InfluenceLine, LedgerLine, ObservedLine, ParameterLine, PriceOfHourLine, SummaryLine, UnitFiguresLine,
    UnitLine, ValidationLine, VarianceLine, WithdrawalLine,
};

/// A table as others are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Name without ending: `summary`.
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// The columns, in order.
    pub columns: Vec<Field>,
    /// Those of them that it may lack.
    may_lack: &'static [&'static str],
}

impl Resource {
    /// The table of a record.
    fn of<T: Record>() -> Resource {
        Resource { name: T::TABLE, row: T::ROW, columns: T::columns(), may_lack: T::MAY_LACK }
    }

    /// The table as it stands in a file with these heads: without columns that are left out there.
    pub fn with_heads(mut self, heads: &csv::StringRecord) -> Resource {
        let may_lack = self.may_lack;
        self.columns
            .retain(|c| !may_lack.contains(&c.name.as_str()) || heads.iter().any(|head| head == c.name));
        self
    }

    /// Every table.
    pub fn all() -> Vec<Resource> {
        const ALL: [fn() -> Resource; 18] = [
            Resource::of::<SummaryLine>,
            Resource::of::<VarianceLine>,
            Resource::of::<LedgerLine>,
            Resource::of::<UnitLine>,
            Resource::of::<UnitFiguresLine>,
            Resource::of::<BudgetLine>,
            Resource::of::<ParameterLine>,
            Resource::of::<ValidationLine>,
            Resource::of::<CurveLine>,
            Resource::of::<ConvergenceLine>,
            Resource::of::<WithdrawalLine>,
            Resource::of::<PriceOfHourLine>,
            Resource::of::<DistributionLine>,
            Resource::of::<InfluenceLine>,
            Resource::of::<ObservedLine>,
            Resource::of::<BacktestLine>,
            Resource::of::<DecidesLine>,
            Resource::of::<CompareLine>,
        ];
        ALL.iter().map(|table| table()).collect()
    }

    /// The table of a name; nothing for an unknown one.
    pub fn named(name: &str) -> Option<Resource> {
        Resource::all().into_iter().find(|table| table.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columnar::ColumnType;

    #[test]
    fn every_column_has_a_name_of_its_own_a_meaning_and_numbers_a_unit() {
        let names = ["summary", "variance", "ledger", "units", "parameters", "validation", "cost_curve"];
        let more = [
            "convergence",
            "withdrawals",
            "price_of_hour",
            "backtest",
            "decides",
            "compare",
            "distributions",
            "influence",
            "observed",
        ];
        for name in names.into_iter().chain(more) {
            let columns = Resource::named(name).unwrap().columns;
            let mut heads: Vec<&String> = columns.iter().map(|c| &c.name).collect();
            heads.sort();
            assert!(heads.windows(2).all(|pair| pair[0] != pair[1]), "{heads:?}");
            for c in &columns {
                // Years are numbers everywhere, and what else a row may be about stands beside them.
                let year = c.name == "year" || c.name.ends_with("_year");
                assert!(!year || c.kind == ColumnType::Whole, "{name}: {c:?}");
                let beside =
                    ["units", "parameters"].contains(&name) || columns.iter().any(|c| c.name == "period");
                assert!(beside || !year, "{name}: {c:?}");
                assert!(
                    !c.meaning.is_empty() && (c.kind == ColumnType::Text) == c.unit.is_empty(),
                    "{name}: {c:?}"
                );
            }
        }
        assert_eq!(Resource::named("draws"), None);
    }
}
