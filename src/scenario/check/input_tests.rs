//! What users write in ways of their own, and what concerns the country as a whole: understood, told or refused.

use super::tests::{HEAD, refused, sets, sound, write};
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, embedded};

#[test]
fn values_by_year_add_to_and_replace_by_year() {
    let dir = tempfile::tempdir().expect("folder");
    let law =
        sound("national", &Options::default()).parameters.dated("refund.threshold").expect("law").0.clone();
    let with = |more: &[(i32, f64)]| {
        let all: std::collections::BTreeMap<i32, f64> = law.iter().chain(more).copied().collect();
        all.into_iter().collect::<Vec<_>>()
    };
    let of = |s: &Scenario, id: &str| s.parameters.dated(id).expect("a history").0.clone();
    let own = sound("national", &sets(&["refund.threshold={ dated = { 2026 = 1700000, 2024 = 1 } }"]));
    assert_eq!(of(&own, "refund.threshold"), with(&[(2026, 1_700_000.0), (2024, 1.0)]));
    // A year by its own path, in a file that another one adds to.
    let own = sound("national", &sets(&["refund.threshold.2026=1700000"]));
    assert_eq!(of(&own, "refund.threshold"), with(&[(2026, 1_700_000.0)]));
    let growth = of(&sound("national", &sets(&["wage_growth={dated={2030=0.05}}"])), "wage_growth");
    assert_eq!((growth.first(), growth.last()), (Some(&(2012, 0.04)), Some(&(2030, 0.05))));
    write(
        dir.path(),
        "a.toml",
        "format = 1\nextends = \"national\"\n[financing.B]\nrefund.threshold = { dated = { 2028 = 2 } }\n\
         [financing.C]\nextends = \"B\"\nrefund.threshold = { dated = { 2030 = 4 } }\n",
    );
    let b = write(
        dir.path(),
        "b.toml",
        "format = 1\nextends = \"a.toml\"\n[financing.B]\nrefund.threshold = { dated = { 2029 = 3 } }\n\
         [parameters.\"refund.threshold\"]\nvalue = { dated = { 2026 = 1 } }\n",
    );
    let s = sound(&b, &Options::default());
    assert_eq!(of(&s, "financing.B.refund.threshold"), with(&[(2026, 1.0), (2028, 2.0), (2029, 3.0)]));
    assert_eq!(
        of(&s, "financing.C.refund.threshold"),
        with(&[(2026, 1.0), (2028, 2.0), (2029, 3.0), (2030, 4.0)])
    );
    let text = refused("national", &sets(&["refund.threshold=1700000"]));
    assert!(text.contains("which year"), "{text}");
}

#[test]
fn a_share_withdrawn_of_no_relief_is_refused() {
    for value in ["0.5", "{ uniform = [0, 1] }"] {
        let text = refused("national", &sets(&[&format!("financing.zero.offset_share={value}")]));
        assert!(text.contains("financing.zero.offset_share") && text.contains("relieves nobody"), "{text}");
    }
    for (lever, word) in [("offset_by", "population"), ("offset_basis", "yearly")] {
        let text = refused("national", &sets(&[&format!("financing.zero.{lever}={word}")]));
        assert!(
            text.contains(&format!("financing.zero.{lever}")) && text.contains("relieves nobody"),
            "{text}"
        );
    }
    let today = [
        "financing.zero.offset_share=0",
        "financing.zero.offset_by=own",
        "financing.zero.offset_basis=fixed",
    ];
    sound("national", &sets(&today));
}

/// 728 714 of 5 627 400 inhabitants live in Oslo, 108 530 … in Asker; the country is all of it.
#[test]
fn the_part_of_the_country_is_that_of_its_inhabitants() {
    let share = |s: &Scenario| s.national_share();
    assert_eq!(share(&sound("national", &Options::default())), 1.0);
    assert!((share(&sound("oslo", &Options::default())) - 728_714.0 / 5_627_400.0).abs() < 1e-15);
    let dir = tempfile::tempdir().expect("folder");
    let row = "3203,Asker,32,Akershus,1,2,EKG12,19255,2717,39460,23475,11434,5168,80739,0.9827,16,43,24,9,1";
    let file = |table: &str, more: &str| {
        write(dir.path(), "u.csv", table);
        write(
            dir.path(),
            "s.toml",
            &format!("format = 1\nextends = \"oslo\"\n[scenario]\nunits = \"u.csv\"\n{more}"),
        )
    };
    let asker = sound(&file(&format!("{HEAD}\n{row}\n"), ""), &Options::default());
    assert!((share(&asker) - 101_509.0 / 5_627_400.0).abs() < 1e-15);
    let half =
        sound(&file(&format!("{HEAD}\n{row}\n"), "national_population = 203018\n"), &Options::default());
    assert_eq!(share(&half), 0.5);
    // Districts: the number beside their table; an inherited one only for the same districts; else by recipients.
    let district = "d,D,32,Akershus,1,2,EKG12,,,,,,,,,16,43,24,9,1";
    let told = sound(&file(&format!("{HEAD}\n{district}\n"), "inhabitants = 562740\n"), &Options::default());
    assert!((share(&told) - 0.1).abs() < 1e-15);
    // Of no municipality that is known: nothing says what part of the rest of the refund scheme is theirs.
    assert!(told.scheme.is_none() && told.warnings.len() == 1, "{:?}", told.warnings);
    assert!(told.warnings[0].en.contains("scenario.municipality"), "{:?}", told.warnings);
    let untold = sound(&file(&format!("{HEAD}\n{district}\n"), ""), &Options::default());
    assert!((share(&untold) - 93.0 / 4450.0).abs() < 1e-15, "{}", share(&untold));
    assert!(untold.warnings[0].en.contains("2.09 per cent"), "{:?}", untold.warnings);
    let oslo =
        embedded::data("data/oslo_districts.csv").expect("shipped").replace(",8,12,10,8,1", ",1,1,1,0,0");
    let changed = sound(&file(&oslo, ""), &Options::default());
    assert_eq!((changed.inhabitants, changed.warnings.len()), (728_714.0, 0));
    let text = refused(&file(&format!("{HEAD}\n{row}\n"), "inhabitants = 5\n"), &Options::default());
    assert!(text.contains("s.toml:5") && text.contains("population in their table"), "{text}");
}

#[test]
fn all_recipients_of_the_country_in_a_part_of_it_are_told() {
    let dir = tempfile::tempdir().expect("folder");
    let row = "3203,Asker,32,Akershus,1,2,EKG12,19255,2717,39460,23475,11434,5168,80739,0.9827,,,,,";
    write(dir.path(), "u.csv", &format!("{HEAD}\n{row}\n"));
    let text = "format = 1\nextends = \"national\"\n[scenario]\nunits = \"u.csv\"\n";
    let file = write(dir.path(), "s.toml", text);
    let s = sound(&file, &Options::default());
    assert!(
        s.warnings.iter().any(|w| w.en.contains("1.80 per cent") && w.en.contains("4450")),
        "{:?}",
        s.warnings
    );
    assert_eq!(sound(&file, &sets(&["recipients_total=93"])).warnings, vec![]);
}

#[test]
fn a_class_has_no_more_recipients_than_inhabitants() {
    let dir = tempfile::tempdir().expect("folder");
    let row = |recipients: &str| {
        format!("1151,Utsira,11,Rogaland,1a,6,EKG16,32,3,75,60,34,15,230836,,{recipients}")
    };
    for placement in ["observed", "mixed", "rates"] {
        for (recipients, part) in [("0,76,0,0,0", "recipients_18_49"), ("36,0,0,0,0", "recipients_0_17")] {
            write(dir.path(), "u.csv", &format!("# a note\n{HEAD}\n{}\n", row(recipients)));
            let text = format!(
                "format = 1\nextends = \"national\"\n[scenario]\nunits = \"u.csv\"\nplacement = \"{placement}\"\n"
            );
            let told = refused(&write(dir.path(), "s.toml", &text), &sets(&["recipients_total=100"]));
            assert!(told.contains("u.csv:3") && told.contains(part) && told.contains("Utsira"), "{told}");
        }
    }
    write(dir.path(), "u.csv", &format!("{HEAD}\n{}\n", row(",,,,")));
    let text = "format = 1\nextends = \"national\"\n[scenario]\nunits = \"u.csv\"\n";
    let told = refused(&write(dir.path(), "s.toml", text), &Options::default());
    assert!(
        told.contains("747") && told.contains("at most 35") && told.contains("recipients_total"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn what_can_mean_one_thing_is_understood_and_told() {
    let mean = |s: &Scenario, id: &str| {
        s.parameters.scalars()[s.parameters.slot(id).expect("slot")].distribution.mean()
    };
    for (set, id, value) in [
        ("price_response=0,2", "price_response", 0.2),
        ("price_response=20 %", "price_response", 0.2),
        ("price_response=“0.2”", "price_response", 0.2),
        ("price_response=\"0,2\"", "price_response", 0.2),
        ("bpa_hour_cost=1 234", "bpa_hour_cost", 1234.0),
    ] {
        let s = sound("national", &sets(&[set]));
        assert_eq!(mean(&s, id), value, "{set}");
        let told = s.warnings.iter().any(|w| w.en.contains(id) && w.en.contains(&value.to_string()));
        assert!(told, "{set}: {:?}", s.warnings);
    }
    let told = sound("oslo", &sets(&["placement=“observed”"])).warnings;
    assert!(told.len() == 1 && told[0].en.contains("“observed”"), "{told:?}");
    let text = refused("national", &sets(&["bpa_hour_cost=1,234"]));
    assert!(text.contains("point for decimals") && text.contains("1,234"), "{text}");
    let dir = tempfile::tempdir().expect("folder");
    let file = |line: &str| {
        write(
            dir.path(),
            "s.toml",
            &format!("format = 1\nextends = \"national\"\n[parameters.price_response]\n{line}\n"),
        )
    };
    let s = sound(&file("value = \"0,2\""), &Options::default());
    assert_eq!(mean(&s, "price_response"), 0.2);
    assert!(s.warnings[0].en.contains("s.toml:4") && s.warnings[0].en.contains("0.2"), "{:?}", s.warnings);
    for (line, parts) in [
        ("value =\u{a0}0.2", ["U+00A0", "value = 0.2"]),
        ("value = \u{200b}0.2", ["U+200B", "value = 0.2"]),
        ("value = nei", ["true and false", "value = false"]),
        ("value = 0.2\rsource = 1", ["line ends", "value = 0.2"]),
        ("value = 0,2", ["point for decimals", "value = 0.2"]),
        ("value = 20 %  # a note", ["per cent", "value = 0.2"]),
        ("value = 20%", ["per cent", "value = 0.2"]),
        ("value = 1 234", ["without spaces", "value = 1234"]),
        ("source = “cited”", ["curly", "source = \"cited\""]),
        ("source = «cited»", ["curly", "source = \"cited\""]),
        ("source = \"C:\\Users\\kari\"", ["backslash", "source = 'C:\\Users\\kari'"]),
        ("value = { pert = [0,1, 0,2, 0,3] }", ["point for decimals", "3 numbers"]),
        ("value = 0.1\nvalue = 0.2", ["twice", "value = 0.2"]),
        ("source = cited", ["quotation marks", "source = cited"]),
        ("source = \"a\\u001b[2Jb\"", ["control", "\\u{1b}"]),
    ] {
        let text = refused(&file(line), &Options::default());
        assert_eq!(text.lines().count(), 1, "{line}: {text}");
        for part in parts {
            assert!(text.contains(part), "{line}: {text}\nlacks {part}");
        }
    }
    let long = format!("format = 1\nextends = \"national\"\n[scenario]\ntitle = \"{}\"\n", "x".repeat(201));
    let text = refused(&write(dir.path(), "s.toml", &long), &Options::default());
    assert!(text.contains("scenario.title") && text.contains("at most 200"), "{text}");
}

#[test]
fn a_table_of_unknown_ids_is_told_briefly() {
    let dir = tempfile::tempdir().expect("folder");
    let columns = "id,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus";
    let rows: String = (0..100_000).map(|i| format!("x{i},0,0,0,0,0\n")).collect();
    write(dir.path(), "o.csv", &format!("{columns}\n{rows}"));
    let text =
        "format = 1\nextends = \"national\"\n[scenario]\nplacement = \"mixed\"\nobserved = \"o.csv\"\n";
    let told = refused(&write(dir.path(), "s.toml", text), &Options::default());
    assert_eq!(told.lines().count(), 51, "{told}");
    assert!(told.len() < 20_000 && told.contains("99950"), "{told}");
}

#[test]
fn an_arrangement_by_inhabitants_needs_inhabitants() {
    let told = refused("oslo", &sets(&["financing.A.transition_rule=linear"]));
    // Told where it is written, not where the units are.
    assert!(
        told.starts_with("--set: financing.A.transition_rule") && told.contains("allowed: none"),
        "{told}"
    );
    sound("national", &sets(&["financing.A.transition_rule=linear"]));
    // A share in per cent is told as a share.
    let told = refused("national", &sets(&["financing.B.refund.rate=95"]));
    assert!(told.ends_with("did you mean «0.95»?"), "{told}");
    let told = refused("national", &sets(&["financing.B.refund.max_age=70"]));
    assert!(told.starts_with("--set: financing.B-scheme.refund.max_age"), "{told}");
}

/// What is told beside a problem is what may have been meant: never another number than anybody would write, nothing twice.
#[test]
fn remedies_are_what_may_have_been_meant() {
    let of = |set: &str| refused("national", &sets(&[set]));
    for set in
        ["vacancy=1.15", "vacancy=1.3", "fill_grant=1.7", "financing.B.refund.rate=1.15", "vacancy=200"]
    {
        assert!(!of(set).contains("did you mean"), "{}", of(set));
    }
    assert!(of("vacancy=13").ends_with("did you mean «0.13»?"), "{}", of("vacancy=13"));
    assert!(of("vacancy=7").ends_with("did you mean «0.07»?"), "{}", of("vacancy=7"));
    // The levers that take their number from it have nothing more to tell.
    assert_eq!(of("refund.rate=85").lines().count(), 1, "{}", of("refund.rate=85"));
    let dir = tempfile::tempdir().expect("folder");
    let file = |text: &str| {
        let path = write(dir.path(), "own.toml", text);
        refused(&path, &Options::default())
    };
    let told = file("format = 1\nextends = \"national\"\n[parameters]\nfil_grant = 0.5\nvacancy = 0.1\n");
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("allowed: { value = 0.5 }; did you mean «fill_grant»?"), "{told}");
    assert!(told.contains("own.toml:5: parameters.vacancy: ") && told.contains("{ value = 0.1 }"), "{told}");
    let told = file("format = 1\n[scenario]\nname = \"mitt\"\nextends = \"national\"\n");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("own.toml:4: ") && told.ends_with("allowed: extends = \"national\""), "{told}");
    let told = file("format = 1\nextends = \"national\"\n[financing.Åse]\nextends = \"B\"\n");
    assert!(told.contains("own.toml:3: ") && told.ends_with("allowed: [financing.Ase]"), "{told}");
    assert_eq!(embedded::meant("nasjonl").as_deref(), Some("national"));
    assert!(embedded::parameters().any(|id| id == "refund.threshold") && embedded::parameters().count() > 50);
}

/// What is legal and looks like a mistake is told, and taken as it is written.
#[test]
fn what_looks_like_a_slip_is_told() {
    let told = |list: &[&str]| {
        let all = sound("national", &sets(list)).warnings;
        all.iter().map(|text| text.en.to_string()).collect::<Vec<_>>().join("\n")
    };
    assert!(told(&["bpa_hour_cost=50000"]).contains("bpa_hour_cost: 50000 is far from"));
    assert!(told(&["other_services_cost_mean=45000000"]).contains("far from"));
    for set in ["bpa_hour_cost=600", "fill_grant=1", "other_services_cost_mean=900000"] {
        assert!(!told(&[set]).contains("far from"), "{}", told(&[set]));
    }
    let twice = ["fill_grant=0.5", "vacancy=0.1", "fill_grant = 0.7"];
    assert!(
        told(&twice).contains("fill_grant is set several times; fill_grant = 0.7 holds, not fill_grant=0.5")
    );
    assert!(!told(&["fill_grant=0.5", "vacancy=0.1"]).contains("several times"));
}
