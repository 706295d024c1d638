//! Command lines as people are shown them: what they copy is what was meant, whatever stands in a name.

/// A word for the shell, whatever is in it.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./=:,+@%".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_string(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// A command line of such words.
pub fn command(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_word_to_a_shell() {
        assert_eq!(quoted("price_response=0.2"), "price_response=0.2");
        assert_eq!(quoted("min-mappe/åre.toml"), "min-mappe/åre.toml");
        assert_eq!(quoted("ut æ/scenario.toml"), "'ut æ/scenario.toml'");
        assert_eq!(quoted("it's; rm -rf $HOME"), r"'it'\''s; rm -rf $HOME'");
        assert_eq!(quoted(""), "''");
        let words = ["bpasim", "run", "a b", "--set", "p={ pert = [0, 1, 2] }"].map(str::to_string);
        assert_eq!(command(&words), "bpasim run 'a b' --set 'p={ pert = [0, 1, 2] }'");
    }
}
