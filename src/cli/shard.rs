//! `--shard`: which slice of a run's draws this process makes. Told by hand, or read from what a
//! scheduler says about a job's place in its array.

use crate::checkpoint::plan::Shard;
use crate::error::{Problem, Result};
use crate::text::{Text, say};

/// Where a scheduler tells a job's place in an array.
struct ArrayVariables {
    /// Variable with the job's own number.
    own: &'static str,
    /// Variables with the number of jobs; any of them.
    count: &'static [&'static str],
    /// Variable with the lowest number, or the lowest number itself.
    first: std::result::Result<&'static str, usize>,
    /// Variables with the highest number and with the step between numbers, where there are such.
    last_and_step: Option<[&'static str; 2]>,
}

/// Slurm, Kubernetes, AWS Batch, Grid Engine, LSF, GitLab and Buildkite, and the names most used elsewhere.
const PLACES: &[ArrayVariables] = &[
    ArrayVariables {
        own: "SLURM_ARRAY_TASK_ID",
        count: &["SLURM_ARRAY_TASK_COUNT"],
        first: Ok("SLURM_ARRAY_TASK_MIN"),
        last_and_step: Some(["SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP"]),
    },
    ArrayVariables {
        own: "JOB_COMPLETION_INDEX",
        count: &["JOB_COMPLETION_COUNT", "JOB_COMPLETIONS", "SHARD_COUNT"],
        first: Err(0),
        last_and_step: None,
    },
    ArrayVariables {
        own: "AWS_BATCH_JOB_ARRAY_INDEX",
        count: &["AWS_BATCH_JOB_ARRAY_SIZE"],
        first: Err(0),
        last_and_step: None,
    },
    ArrayVariables {
        own: "SGE_TASK_ID",
        count: &["SGE_TASK_LAST"],
        first: Ok("SGE_TASK_FIRST"),
        last_and_step: Some(["SGE_TASK_LAST", "SGE_TASK_STEPSIZE"]),
    },
    ArrayVariables {
        own: "LSB_JOBINDEX",
        count: &["LSB_JOBINDEX_END"],
        first: Err(1),
        last_and_step: Some(["LSB_JOBINDEX_END", "LSB_JOBINDEX_STEP"]),
    },
    ArrayVariables { own: "CI_NODE_INDEX", count: &["CI_NODE_TOTAL"], first: Err(1), last_and_step: None },
    ArrayVariables {
        own: "BUILDKITE_PARALLEL_JOB",
        count: &["BUILDKITE_PARALLEL_JOB_COUNT"],
        first: Err(0),
        last_and_step: None,
    },
    ArrayVariables {
        own: "SHARD_INDEX",
        count: &["SHARD_COUNT", "SHARD_TOTAL"],
        first: Err(0),
        last_and_step: None,
    },
];

/// Reads `3/8` or `auto`; `variable` looks up the environment.
pub fn parse(text: &str, variable: impl Fn(&str) -> Option<String>) -> Result<Shard> {
    if text == "auto" {
        return auto(variable);
    }
    let numbers = text.split_once('/').map(|(own, of)| (own.trim().parse(), of.trim().parse()));
    match numbers {
        Some((Ok(own), Ok(of))) if 1 <= own && own <= of => Ok(Shard { own, of }),
        _ => Err(Problem::new(say::INVALID_VALUE).key("--shard").found(text).allowed(say::SLICE_FORM).into()),
    }
}

fn auto(variable: impl Fn(&str) -> Option<String>) -> Result<Shard> {
    // Grid Engine sets its variables to "undefined" outside arrays.
    let set = |name: &str| variable(name).filter(|value| !value.is_empty() && value != "undefined");
    let Some(place) = PLACES.iter().find(|place| set(place.own).is_some()) else {
        let known: Vec<&str> = PLACES.iter().map(|place| place.own).collect();
        return Err(Problem::new(say::NO_JOB_ARRAY)
            .key("--shard auto")
            .allowed(Text::same(known.join(", ")))
            .into());
    };
    let number = |name: &str| -> Result<usize> {
        let found = set(name);
        found.as_deref().and_then(|text| text.parse().ok()).ok_or_else(|| {
            let problem = Problem::new(say::VARIABLE_MISSING).key(name);
            found.map_or(problem.clone(), |text| problem.found(text)).into()
        })
    };
    let own = number(place.own)?;
    let count = place.count.iter().find(|name| set(name).is_some()).unwrap_or(&place.count[0]);
    let first = match place.first {
        Ok(name) if set(name).is_some() => number(name)?,
        Ok(_) => usize::from(place.own == "SGE_TASK_ID"),
        Err(lowest) => lowest,
    };
    let [last, step] =
        place.last_and_step.map_or([None; 2], |names| names.map(|name| set(name).map(|_| name)));
    let step = step.map_or(Ok(1), number)?.max(1);
    let last = last.map(number).transpose()?;
    // How many there are from the first to the last.
    let between = last.and_then(|last| last.checked_sub(first)).map(|all| (all / step).saturating_add(1));
    let of = match (last_is_count(count), between) {
        (true, Some(between)) => between,
        _ => number(count)?,
    };
    let steps =
        own.checked_sub(first).filter(|from_zero| from_zero.is_multiple_of(step)).map(|all| all / step);
    match steps.and_then(|from_zero| from_zero.checked_add(1)) {
        // Numbers with gaps of different size don't tell which of them this is.
        Some(_) if between.is_some_and(|between| between != of) => {
            Err(Problem::new(say::GAPS_IN_JOB_ARRAY).key(place.own).found(own.to_string()).into())
        }
        Some(own) if own <= of => Ok(Shard { own, of }),
        _ => Err(Problem::new(say::OUTSIDE_JOB_ARRAY)
            .key(place.own)
            .found(own.to_string())
            .allowed(Text::same(format!("{first} – {}", first.saturating_add(of.max(1) - 1))))
            .into()),
    }
}

/// Whether a scheduler's variable has the highest number rather than how many there are.
fn last_is_count(name: &str) -> bool {
    ["SGE_TASK_LAST", "LSB_JOBINDEX_END"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(text: &str, set: &[(&str, &str)]) -> Result<Shard> {
        parse(text, |name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_string()))
    }

    #[test]
    fn by_hand() {
        assert_eq!(from("3/8", &[]).unwrap(), Shard { own: 3, of: 8 });
        for wrong in ["0/4", "5/4", "4", "a/b", "1/0", "-1/4", ""] {
            assert!(from(wrong, &[]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn by_a_scheduler() {
        let own = |set: &[(&str, &str)]| from("auto", set).unwrap();
        let slurm = |id, min| {
            [("SLURM_ARRAY_TASK_ID", id), ("SLURM_ARRAY_TASK_COUNT", "4"), ("SLURM_ARRAY_TASK_MIN", min)]
        };
        assert_eq!(own(&slurm("0", "0")), Shard { own: 1, of: 4 });
        assert_eq!(own(&slurm("4", "1")), Shard { own: 4, of: 4 });
        let kubernetes = [("JOB_COMPLETION_INDEX", "2"), ("SHARD_COUNT", "3")];
        assert_eq!(own(&kubernetes), Shard { own: 3, of: 3 });
        let sge = [("SGE_TASK_ID", "5"), ("SGE_TASK_FIRST", "3"), ("SGE_TASK_LAST", "6")];
        assert_eq!(own(&sge), Shard { own: 3, of: 4 });
        assert_eq!(own(&[("CI_NODE_INDEX", "1"), ("CI_NODE_TOTAL", "2")]), Shard { own: 1, of: 2 });
        let lsf = [("LSB_JOBINDEX", "5"), ("LSB_JOBINDEX_END", "5"), ("LSB_JOBINDEX_STEP", "2")];
        assert_eq!(own(&lsf), Shard { own: 3, of: 3 });
        assert!(from("auto", &[]).is_err());
        assert!(from("auto", &[("SGE_TASK_ID", "undefined")]).is_err());
        assert!(from("auto", &[("JOB_COMPLETION_INDEX", "2")]).is_err(), "no count");
        assert!(from("auto", &slurm("7", "0")).is_err(), "steps between the numbers");
        let most = usize::MAX.to_string();
        assert!(from("auto", &slurm(&most, "0")).is_err(), "no wrap-around");
        let told = from("auto", &slurm("0", &most)).unwrap_err().render(crate::text::Lang::En);
        assert!(told.contains(&format!("{most} – {most}")), "{told}");
    }

    #[test]
    fn by_a_scheduler_whose_numbers_have_steps() {
        let slurm = |id, min, max, count, step| {
            let names = ["ID", "MIN", "MAX", "COUNT", "STEP"].map(|name| format!("SLURM_ARRAY_TASK_{name}"));
            let values = [id, min, max, count, step];
            let set: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(values).collect();
            from("auto", &set)
        };
        for (id, own) in [("0", 1), ("2", 2), ("4", 3)] {
            assert_eq!(slurm(id, "0", "4", "3", "2").unwrap(), Shard { own, of: 3 });
        }
        assert_eq!(slurm("7", "1", "7", "3", "3").unwrap(), Shard { own: 3, of: 3 });
        assert!(slurm("3", "0", "4", "3", "2").is_err(), "between the steps");
        // `--array=0,2,4` and `--array=1,2,9`: which of the numbers this is cannot be known.
        for id in ["0", "2", "4"] {
            let told = slurm(id, "0", "4", "3", "1").unwrap_err().render(crate::text::Lang::En);
            assert!(told.contains("--shard 1/3") || told.contains("--array"), "{told}");
        }
        assert!(slurm("2", "1", "9", "3", "1").is_err());
        let sge = [
            ("SGE_TASK_ID", "5"),
            ("SGE_TASK_FIRST", "1"),
            ("SGE_TASK_LAST", "7"),
            ("SGE_TASK_STEPSIZE", "2"),
        ];
        assert_eq!(from("auto", &sge).unwrap(), Shard { own: 3, of: 4 });
    }
}
