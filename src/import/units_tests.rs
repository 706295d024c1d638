//! Labels of municipalities, districts and sums as tables write them.

use super::*;
use crate::import::parts::reform;

fn place(label: &str) -> Place {
    Register::new(BTreeMap::from([("1507".into(), "1508".into())])).place(label)
}

fn unit(id: &str, old: Option<&str>, padded: bool) -> Place {
    Place::Unit { id: id.into(), old: old.map(str::to_string), padded }
}

#[test]
fn municipalities_are_found_by_number_and_name() {
    for (label, id, old) in [
        ("3203", "3203", None),
        ("K-3203 Asker", "3203", None),
        ("3203 Asker", "3203", None),
        ("3203 - Asker", "3203", None),
        ("ASKER  kommune", "3203", None),
        ("Asker", "3203", None),
        ("K-3001 Halden", "3101", Some("3001")),
        ("K-0101 Halden (-2019)", "3101", Some("0101")),
        ("Halden (-2019)", "3101", None),
        ("0301 Oslo kommune", "0301", None),
        ("030100aa Oslo total", "0301", None),
        ("1902 Tromsø", "5501", Some("1902")),
        ("1507 Ålesund", "1508", Some("1507")),
        ("Oslo", "0301", None),
        ("Oslo i alt", "0301", None),
        ("Asker Totalt", "3203", None),
        ("Asker - totalsum", "3203", None),
        ("Asker kommune totalt", "3203", None),
        ("Asker (sum)", "3203", None),
        ("Asker Resultat", "3203", None),
        ("Asker:", "3203", None),
        ("Porsanger - Porsáŋgu - Porsanki", "5622", None),
        ("Porsáŋgu kommune", "5622", None),
        ("Snåase–Snåsa", "5041", None),
        ("Guovdageaidnu/Kautokeino", "5612", None),
        ("Máttá-Várjjat - Sør-Varanger", "5605", None),
        ("5601 Alta - Áltá", "5601", None),
        ("Herøy (Nordland)", "1818", None),
        ("Herøy (Møre og Romsdal)", "1515", None),
        ("Herøy (M.R.)", "1515", None),
        ("Våler (Innlandet)", "3419", None),
        ("Våler (Hedmark)", "3419", None),
        ("Våler, Østfold", "3114", None),
        ("Asker (3203)", "3203", None),
        ("Asker kommune (3203)", "3203", None),
        ("Kommune 3203", "3203", None),
        ("Asker (3025)", "3203", Some("3025")),
        ("Asker*", "3203", None),
        ("Bærum 1)", "3201", None),
        ("1 Asker", "3203", None),
        ("2. Bærum", "3201", None),
        ("3) Bærum", "3201", None),
        ("32 Asker", "3203", None),
        ("2012 Alta", "5601", Some("2012")),
        ("2004 Hammerfest - Hámmerfeasta", "5603", Some("2004")),
        ("2023", "5626", Some("2023")),
        ("0441 Os", "3430", Some("0441")),
        ("0627 Røyken", "3203", Some("0627")),
        ("Fuossko", "1841", None),
        ("Sortland - Suortá", "1870", None),
        ("=\"3203\"", "3203", None),
        ("'3203", "3203", None),
    ] {
        assert_eq!(place(label), unit(id, old, false), "{label}");
    }
    assert_eq!(place("301"), unit("0301", None, true));
    assert_eq!(place("301 Oslo"), unit("0301", None, true));
}

#[test]
fn sums_parts_and_doubts_are_no_municipalities() {
    for label in [
        "EAK",
        "EAK Landet",
        "EAKUO Landet uten Oslo",
        "EKG01 KOSTRA-gruppe 1",
        "K-Rest",
        "Landet",
        "Landet uten Oslo",
        "Landet u/Oslo",
        "KOSTRA-gruppe 11",
        "ASSS-snittet",
        "Hele landet",
        "0 Hele landet",
        "32 Akershus",
        "Akershus",
        "Akershus fylke",
        "Sum",
        "I alt",
        "Totalt",
        "Delsum",
        "Grand Total",
        "Delsum Akershus",
        "Mellomsum",
        "03 Oslo",
        "30 Viken",
        "50 Trøndelag - Trööndelage",
        "32",
    ] {
        assert_eq!(place(label), Place::Sum, "{label}");
    }
    assert_eq!([place("030101a Gamle Oslo"), place("Bydel Frogner")], [Place::District, Place::District]);
    assert_eq!(place("Herøy"), Place::Several(vec!["1515".into(), "1818".into()]));
    assert_eq!(place("3203 Lillestrøm"), Place::Contradiction("Asker".into()));
    assert_eq!(place("Asker (3201)"), Place::Contradiction("Bærum".into()));
    assert_eq!(place("105 Asker"), Place::Contradiction("Sarpsborg".into()));
    assert_eq!(place("7 Herøy"), Place::Several(vec!["1515".into(), "1818".into()]));
    assert!(matches!(place("1613"), Place::Split(old, into) if old == "1613" && into.len() == 3));
    for label in [
        "Askr",
        "Asker - Oslo",
        "Oslo - resten",
        "9999",
        "Brukere",
        "12345",
        "1 Askr",
        "Asker 2024",
        "Asker (Nordland)",
        "Herøy (Viken)",
        "2023 foreløpig",
    ] {
        assert_eq!(place(label), Place::Unknown, "{label}");
    }
    // Ages that numbers of municipalities look like.
    assert_eq!(
        ["101 år", "104 years", "105 år eller eldre"].map(place),
        [Place::Unknown, Place::Unknown, Place::Unknown]
    );
    assert_eq!([reform("3001"), reform("0101"), reform("1902")], [2024, 2020, 2020]);
}
