//! Settings and levers whose value is one of a few words.

use std::fmt::Debug;

/// A value that is one of a few words.
pub trait Choice: Debug {
    /// Every word that may be chosen.
    fn words(&self) -> &'static [&'static str];
    /// The word chosen.
    fn word(&self) -> &'static str;
    /// Chooses another word; `false`, and no change, where there is no such word.
    fn choose(&mut self, word: &str) -> bool;
}

/// Defines enums, each variant with the word that users write for it.
macro_rules! choices {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$about:meta])* $variant:ident = $word:literal, )* } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $( $(#[$about])* $variant, )* }

        impl $crate::scenario::choice::Choice for $name {
            fn words(&self) -> &'static [&'static str] {
                &[$($word),*]
            }
            fn word(&self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
            fn choose(&mut self, word: &str) -> bool {
                match word {
                    $($word => *self = $name::$variant,)*
                    _ => return false,
                }
                true
            }
        }
    )* };
}

pub(super) use choices;
