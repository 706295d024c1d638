//! `--version --verbose`: how the program at hand was built and what it uses of the processor. A build that lost its speed
//! gives the same figures as one that has it, so nothing else tells the two apart.

use crate::engine::model_number::MODEL_NUMBER;
use crate::text::{Lang, Words, say};
use multiversion::{multiversion, target::match_target};

/// What `src/text/build.rs` found while the program was built.
const OPTIMISATION: &str = env!("BPASIM_OPT_LEVEL");
const TARGET: &str = env!("BPASIM_TARGET");
const FLAGS_MISSING: &str = env!("BPASIM_FLAGS_MISSING");
const COMMIT: Option<&str> = option_env!("BPASIM_COMMIT");

/// Version, model, profile, features, instructions and flags, a line each.
pub fn verbose(lang: Lang) -> String {
    let word = |words: Words| words.get(lang).to_string();
    let whether = |yes: bool| word(if yes { say::YES } else { say::NO });
    let version = env!("CARGO_PKG_VERSION");
    let lines = lang.say(say::VersionVerbose {
        model: MODEL_NUMBER,
        commit: COMMIT.map_or_else(|| word(say::VERSION_UNKNOWN), str::to_string),
        target: TARGET,
        optimised: whether(OPTIMISATION != "0"),
        level: OPTIMISATION,
        assertions: whether(cfg!(debug_assertions)),
        features: if cfg!(feature = "serve") { "serve".to_string() } else { word(say::VERSION_NONE) },
        instructions: instructions(),
        flags: match FLAGS_MISSING {
            "" => word(say::VERSION_ALL_FLAGS),
            missing => lang.say(say::VersionFlagsMissing { missing }),
        },
    });
    format!("bpasim {version}\n{lines}\n")
}

/// The instructions that the kernel is given on this processor: chosen as in [`crate::engine::instructions`].
#[multiversion(targets("x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl"))]
fn instructions() -> &'static str {
    match_target! {
        "x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl" => "AVX-512",
        _ => narrower(),
    }
}

#[multiversion(targets("x86_64+avx+avx2"))]
fn narrower() -> &'static str {
    match_target! {
        "x86_64+avx+avx2" => "AVX2",
        _ => std::env::consts::ARCH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_each_in_three_languages() {
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            let told = verbose(lang);
            assert_eq!(told.lines().count(), 9, "{told}");
            assert!(told.contains(TARGET) && told.contains(instructions()), "{told}");
        }
        assert!(verbose(Lang::En).contains(&format!("\nmodel number: {MODEL_NUMBER}\n")));
    }

    /// The kernel's sets are named in its own file: another set there is another here.
    #[test]
    fn the_sets_are_the_kernels() {
        let sets = |source: &str| -> Vec<String> {
            let lines = source.lines().filter_map(|line| line.split_once("#[multiversion(targets("));
            lines.map(|(_, set)| set.to_string()).collect()
        };
        let kernel = sets(include_str!("../engine/instructions.rs"));
        assert_eq!(kernel.len(), 2);
        let own = include_str!("version.rs").split("mod tests").next().map(sets);
        assert_eq!(own, Some(kernel));
    }

    #[test]
    fn the_flags_that_are_looked_for_are_those_of_the_configuration() {
        let configured = include_str!("../../.cargo/config.toml");
        let script = include_str!("../text/build.rs");
        for flag in ["force-vector-interleave=2", "multiversion_allow_slow_avx512"] {
            assert!(configured.contains(flag) && script.contains(flag), "{flag}");
        }
    }
}
