//! The parameter vector of one draw, with names: the bridge between the table of parameters and
//! the model's formulas. Money is in base-year kroner.

use super::parameters::Parameters;
use crate::error::{Problem, Result};
use crate::text::say;

macro_rules! theta {
    (scalars { $($field:ident = $id:literal),* $(,)? } tables { $($table:ident[$n:literal] = $tid:literal [$($key:literal),*]),* $(,)? }) => {
        /// One draw's parameters; each field is documented at its id in the parameter table.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub struct Theta { $(pub $field: f64,)* $(pub $table: [f64; $n],)* }

        /// Slots of the fields of [`Theta`] in a scenario's list of scalars.
        #[derive(Clone, Debug)]
        pub struct Binding { $($field: usize,)* $($table: [usize; $n],)* }

        impl Binding {
            /// Finds every field's slot; a missing one is an error of the scenario's base table.
            pub fn new(parameters: &Parameters) -> Result<Binding> {
                let slot = |id: &str| parameters.slot(id).ok_or_else(|| missing(id));
                Ok(Binding {
                    $($field: slot($id)?,)*
                    $($table: [$(slot(concat!($tid, ".", $key))?),*],)*
                })
            }
            /// The parameters of a draw.
            pub fn theta(&self, values: &[f64]) -> Theta {
                Theta { $($field: values[self.$field],)* $($table: self.$table.map(|slot| values[slot]),)* }
            }
        }
    };
}

fn missing(id: &str) -> crate::error::Error {
    Problem::new(say::PARAMETER_NOT_IN_TABLE).key(id).into()
}

theta! {
    scalars {
        bpa_hour_cost = "bpa_hour_cost",
        wage_share = "wage_share",
        relative_cost = "relative_cost",
        other_services_share = "other_services_share",
        other_services_hours_correlation = "other_services_hours_correlation",
        other_services_cost_mean = "other_services_cost_mean",
        other_services_cost_sd = "other_services_cost_sd",
        other_services_cost_max = "other_services_cost_max",
        other_services_relief = "other_services_relief",
        other_wage_share = "other_wage_share",
        threshold_year_offset = "threshold_year_offset",
        deduction_min_age = "refund.deduction_min_age",
        threshold_extra_growth = "threshold_extra_growth",
        price_response = "price_response",
        award_response = "award_response",
        budget_squeeze = "budget_squeeze",
        state_squeeze = "state_squeeze",
        squeeze_admission = "squeeze_admission",
        income_effect = "income_effect",
        coverage_null = "coverage_null",
        municipal_sd = "municipal_sd",
        case_sd = "case_sd",
        coverage_min = "coverage_min",
        coverage_max = "coverage_max",
        spillover = "spillover",
        norm_shift = "norm_shift",
        recipients_total = "recipients_total",
        recipient_rate_sd = "recipient_rate_sd",
        pool_ratio = "pool_ratio",
        granted_hours_tail = "granted_hours_tail",
        granted_hours_max = "granted_hours_max",
        granted_hours_min = "granted_hours_min",
        pool_hours_median = "pool_hours_median",
        pool_hours_sigma = "pool_hours_sigma",
        need_max = "need_max",
        recipients_growth = "recipients_growth",
        need_growth = "need_growth",
        penetration_speed = "penetration_speed",
        penetration_ceiling = "penetration_ceiling",
        award_shock_sd = "award_shock_sd",
        excluded_housing_share = "excluded_housing_share",
        staffed_home_cost = "staffed_home_cost",
        staffed_home_coverage = "staffed_home_coverage",
        excluded_share = "excluded_share",
        age_max_start = "age_max_start",
        exit_rate = "exit_rate",
        municipal_award_slope = "municipal_award_slope",
        need_trend = "need_trend",
        need_sd = "need_sd",
        need_persistence = "need_persistence",
        mortality_improvement = "mortality_improvement",
        rapid_death = "rapid_death",
        transition_review = "transition_review",
        transition_cut = "transition_cut",
        vacancy = "vacancy",
        vacancy_trend = "vacancy_trend",
        vacancy_wage_response = "vacancy_wage_response",
        break_rate = "break_rate",
        break_weeks = "break_weeks",
        traditional_coverage = "traditional_coverage",
        fill_grant = "fill_grant",
        fill_break = "fill_break",
        relative_cap = "relative_cap",
        relative_baseline_factor = "relative_baseline_factor",
        work_leader_hours = "work_leader_hours",
        r0 = "r0",
        work_hours_low = "work_hours_low",
        work_hours_high = "work_hours_high",
        work_slope_10 = "work_slope_10",
        work_slope_20 = "work_slope_20",
        exit_slope = "exit_slope",
        exit_max = "exit_max",
        sick_slope = "sick_slope",
        full_time_hours = "full_time_hours",
        value_of_time = "value_of_time",
        unmet_value = "unmet_value",
        qaly_loss = "qaly_loss",
        qaly_value = "qaly_value",
        carer_health_cost = "carer_health_cost",
        allowance_share = "allowance_share",
        allowance_hours = "allowance_hours",
        allowance_min_hours = "allowance_min_hours",
        allowance_pay = "allowance_pay",
        average_hourly_wage = "average_hourly_wage",
        employer_on_cost = "employer_on_cost",
        income_tax_marginal = "income_tax_marginal",
        sick_pay_state_share = "sick_pay_state_share",
        work_capable_share = "work_capable_share",
        work_response = "work_response",
        served_reference = "served_reference",
        user_fte = "user_fte",
        user_wage = "user_wage",
        latent_persistence = "latent_persistence",
        education_base = "education_base",
        education_response = "education_response",
        disability_benefit = "disability_benefit",
        benefit_free_amount = "benefit_free_amount",
        benefit_reduction = "benefit_reduction",
        admission_rate = "admission_rate",
        admission_response = "admission_response",
        admission_cost = "admission_cost",
        scheme_alpha = "scheme_alpha",
        scheme_entry_factor = "scheme_entry_factor",
        scheme_simulated_share = "scheme_simulated_share",
        scheme_volume_growth = "scheme_volume_growth",
        scheme_volume_anchor = "scheme_volume_anchor",
        scheme_damping = "scheme_damping",
        scheme_volume_shock = "scheme_volume_shock",
        scheme_level_noise = "scheme_level_noise",
        scheme_response = "scheme_response",
        scheme_over67_home = "scheme_over67_home",
        scheme_over67_growth = "scheme_over67_growth",
        scheme_nursing_residents = "scheme_nursing_residents",
        scheme_nursing_cost = "scheme_nursing_cost",
        scheme_nursing_sigma = "scheme_nursing_sigma",
        health_personnel_share = "health_personnel_share",
        arena_gain = "arena_gain",
        wage_growth_long_run = "wage_growth.long_run",
        deflator_long_run = "municipal_deflator.long_run",
        discount_rate = "discount_rate",
        discount_rate_after_40 = "discount_rate.after_40",
        discount_rate_after_75 = "discount_rate.after_75",
        tax_cost = "tax_cost",
        price_year = "price_year",
    }
    tables {
        other_services_age_ratio[5] = "other_services_age_ratio" ["0-17", "18-49", "50-66", "67-79", "80+"],
        recipients[5] = "recipients" ["0-17", "18-49", "50-66", "67-79", "80+"],
        granted_hours_classes[6] = "granted_hours_classes" ["0-2", "2-5", "5-10", "10-15", "15-35.5", "35.5+"],
        inflow_age_weights[5] = "inflow_age_weights" ["0-17", "18-49", "50-66", "67-79", "80+"],
        award_age_ratio[5] = "award_age_ratio" ["0-17", "18-49", "50-66", "67-79", "80+"],
        age_density[5] = "age_density" ["0-17", "18-49", "50-66", "67-79", "80+"],
        inflow_age_density[5] = "inflow_age_density" ["0-17", "18-49", "50-66", "67-79", "80+"],
        institution_rate[5] = "institution_rate" ["0-17", "18-49", "50-66", "67-79", "80+"],
        inflow_condition_weights[4] = "inflow_condition_weights" ["stable", "progressive", "rapid", "intellectual"],
        need_drift_years[4] = "need_drift_years" ["stable", "progressive", "rapid", "intellectual"],
        relative_baseline_hours[4] = "relative_baseline_hours" ["0-17", "18-49", "50-66", "67+"],
        arena_share[3] = "arena_share" ["school", "work", "leisure"],
        arena_hours[3] = "arena_hours" ["school", "work", "leisure"],
        arena_price[3] = "arena_price" ["school", "work", "leisure"],
        condition_weights[4] = "condition_weights" ["stable", "progressive", "rapid", "intellectual"],
        need_drift[4] = "need_drift" ["stable", "progressive", "rapid", "intellectual"],
        mortality_base[3] = "mortality_base" ["A", "B", "gamma"],
        mortality_multiplier[5] = "mortality_multiplier" ["0-17", "18-49", "50-66", "67-79", "80+"],
        relatives[7] = "relatives" ["0-17", "18-49.one", "18-49.two", "50-66.one", "50-66.two", "67+.one", "67+.two"],
        relative_employment[4] = "relative_employment" ["0-17", "18-49", "50-66", "67+"],
        employer_tax[7] = "employer_tax" ["1", "1a", "2", "3", "4", "4a", "5"],
        user_employment_base[3] = "user_employment_base" ["18-24", "25-49", "50-66"],
    }
}
