//! What stands around a municipality's name or number in a label: marks of footnotes, the number behind the name, the county that
//! tells two of the same name apart.

use super::headings::year_in;

/// Counties that are no longer, and those of today that their municipalities are in.
const OLD_COUNTIES: [(&str, &[&str]); 13] = [
    ("hedmark", &["innlandet"]),
    ("oppland", &["innlandet"]),
    ("viken", &["østfold", "akershus", "buskerud"]),
    ("vestfold og telemark", &["vestfold", "telemark"]),
    ("aust-agder", &["agder"]),
    ("vest-agder", &["agder"]),
    ("hordaland", &["vestland"]),
    ("sogn og fjordane", &["vestland"]),
    ("sør-trøndelag", &["trøndelag"]),
    ("nord-trøndelag", &["trøndelag"]),
    ("troms og finnmark", &["troms", "finnmark"]),
    ("møre og romsdal", &["møre og romsdal"]),
    ("m.r", &["møre og romsdal"]),
];

/// A label without marks of footnotes at its end: `asker*`, `bærum 1)`, `lier ²`.
pub fn without_marks(label: &str) -> &str {
    let marks = |c: char| matches!(c, '*' | '†' | '¹' | '²' | '³' | '⁴' | '⁵') || c.is_whitespace();
    let mut text = label.trim_end_matches(marks);
    if let Some(before) = text.strip_suffix(')').filter(|own| !own.contains('(')) {
        let name = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '*');
        if (1..=2).contains(&(before.len() - name.len())) && !name.is_empty() {
            text = name.trim_end_matches(marks);
        }
    }
    text
}

/// Whether a text is a bare number that may be a year, marks of footnotes aside.
pub fn may_be_year(text: &str) -> bool {
    let own = without_marks(text.trim()).trim_matches(['.', ':', ',', '(', ')', ' ']);
    own.len() == 4 && own.bytes().all(|b| b.is_ascii_digit()) && year_in(own).is_some()
}

/// A number that stands behind the name, and the name: `asker (3203)`, `kommune 3203`. What may be a year is none.
pub fn number_behind(label: &str) -> Option<(&str, &str)> {
    let inner = label.strip_suffix(')');
    let text = inner.unwrap_or(label);
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &text[name.len()..];
    let whole = number.len() == 4 || number.len() == 3 && inner.is_some();
    let apart = match inner {
        Some(_) => name.ends_with('('),
        None => name.ends_with([' ', '-', '–', ',', ':']),
    };
    let name = name.trim_end_matches([' ', '-', '–', ',', ':', '(', '.']);
    let own = whole && apart && !name.is_empty() && year_in(number).is_none();
    own.then_some((number, name))
}

/// A name and the county behind it: `herøy (nordland)`, `våler, østfold`.
pub fn with_county(label: &str) -> Option<(&str, &str)> {
    let (name, county) = match label.strip_suffix(')') {
        Some(inner) => inner.rsplit_once('(')?,
        None => label.rsplit_once(',').or_else(|| label.rsplit_once(" i "))?,
    };
    let county = county.trim().trim_end_matches(" fylke");
    (!name.trim().is_empty() && !county.is_empty()).then_some((name.trim(), county))
}

/// Whether a county of today, in small letters, is the one that a label means, under its own name, a shortened or a former one.
pub fn is_county(own: &str, label: &str) -> bool {
    const SHORTEST: usize = 3;
    let shortened = |name: &str| {
        label.strip_suffix('.').is_some_and(|begin| begin.len() >= SHORTEST && name.starts_with(begin))
    };
    let old = OLD_COUNTIES.iter().filter(|(name, _)| *name == label.trim_end_matches('.') || shortened(name));
    own == label || shortened(own) || old.flat_map(|(_, today)| *today).any(|today| *today == own)
}

/// Whether a label is of a county that is no longer.
pub fn is_old_county(label: &str) -> bool {
    OLD_COUNTIES.iter().any(|(name, _)| *name == label)
}

/// The name before the words for all of it, as tables have it beside its parts; none where there are no such words.
pub fn in_all(label: &str) -> Option<String> {
    const WHOLE: [&str; 10] = [
        " i alt",
        " totalt",
        " total",
        " totalsum",
        " sum",
        " til sammen",
        " til saman",
        " samlet",
        " resultat",
        " result",
    ];
    let label = label.trim_end_matches([')', ':']).replace(" (", " ");
    let name = WHOLE.iter().find_map(|end| label.strip_suffix(end))?;
    Some(name.trim_end_matches([' ', '-', '–', ':', ',']).to_string())
}

/// A label without the years that a municipality was one: `Halden (-2019)`.
pub fn without_period(text: &str) -> &str {
    match text.strip_suffix(')').and_then(|own| own.rsplit_once('(')) {
        Some((before, years))
            if years.contains('-') && years.chars().all(|c| c.is_ascii_digit() || c == '-') =>
        {
            before.trim_end()
        }
        _ => text,
    }
}

/// Areas of Oslo that have inhabitants but no district.
pub const OUTSIDE_DISTRICTS: [&str; 3] = ["sentrum", "marka", "sentrum og marka"];

/// The name of a district in small letters, without what offices write around it.
pub fn district(label: &str) -> String {
    let name = label.strip_prefix("bydel ").or(label.strip_suffix(" bydel")).unwrap_or(label);
    // «Bydel 2 Grünerløkka».
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || " .:-–)".contains(c));
    name.replace("sankt ", "st. ").replace("st.h", "st. h").replace("st h", "st. h")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_name_is_taken_off() {
        for (label, name) in [
            ("asker*", "asker"),
            ("asker **", "asker"),
            ("bærum 1)", "bærum"),
            ("lier²", "lier"),
            ("asker (3203)", "asker (3203)"),
            ("1)", "1)"),
        ] {
            assert_eq!(without_marks(label), name, "{label}");
        }
        for (label, found) in [
            ("asker (3203)", Some(("3203", "asker"))),
            ("oslo (301)", Some(("301", "oslo"))),
            ("kommune 3203", Some(("3203", "kommune"))),
            ("asker - 3203", Some(("3203", "asker"))),
            ("asker 2024", None),
            ("asker (2024)", None),
            ("asker 12", None),
            ("3203", None),
        ] {
            assert_eq!(number_behind(label), found, "{label}");
        }
        assert_eq!(with_county("herøy (nordland)"), Some(("herøy", "nordland")));
        assert_eq!(with_county("våler i østfold"), Some(("våler", "østfold")));
        for (own, label) in [("innlandet", "hedmark"), ("nordland", "nordl."), ("møre og romsdal", "m.r.")] {
            assert!(is_county(own, label), "{label}");
        }
        assert!(!is_county("nordland", "no.") && !is_county("innlandet", "østfold"));
    }
}
