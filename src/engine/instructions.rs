//! Which instructions of the processor may be used. All of them give the same bits, since nothing is fused or
//! reordered; the narrower ones are for tests and comparisons.

/// A choice of instructions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InstructionSet {
    /// The widest vectors the processor has.
    #[default]
    Widest,
    /// At most AVX2 on x86-64.
    Avx2,
    /// The instructions that every processor of the architecture has.
    Baseline,
}

/// `by_instructions! { fn name(arguments) -> result = inner; }` makes a function `name(instructions, arguments)` that is
/// `inner`, compiled for several instruction sets, of which the one asked for is taken when the program runs. What
/// `inner` calls must be inlined to be compiled so. Each version is compiled once: a wider one that the processor lacks calls
/// the next.
macro_rules! by_instructions {
    ($(#[$about:meta])* $visible:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $out:ty = $inner:expr;) => {
        $(#[$about])*
        $visible fn $name(instructions: $crate::engine::instructions::InstructionSet, $($arg: $type),*) -> $out {
            use $crate::engine::instructions::InstructionSet;
            use multiversion::{multiversion, target::match_target};
            #[multiversion(targets("x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl"))]
            fn widest($($arg: $type),*) -> $out {
                match_target! {
                    "x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl" => $inner($($arg),*),
                    _ => avx2($($arg),*),
                }
            }
            #[multiversion(targets("x86_64+avx+avx2"))]
            fn avx2($($arg: $type),*) -> $out {
                match_target! {
                    "x86_64+avx+avx2" => $inner($($arg),*),
                    _ => baseline($($arg),*),
                }
            }
            #[inline(never)]
            fn baseline($($arg: $type),*) -> $out {
                $inner($($arg),*)
            }
            match instructions {
                InstructionSet::Widest => widest($($arg),*),
                InstructionSet::Avx2 => avx2($($arg),*),
                InstructionSet::Baseline => baseline($($arg),*),
            }
        }
    };
}
pub(super) use by_instructions;
