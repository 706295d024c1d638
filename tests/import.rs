//! Own figures from files: the samples of Statistics Norway with their sums, the field's cases, a list of persons.

use crate::program::{bpasim, stdout};
use std::fs;
use std::path::Path;

fn sample(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Imports a file to `ut`; what is printed.
fn import(dir: &Path, file: &str, options: &[&str]) -> String {
    let path = sample(file);
    let words = [&["import", &path, "--out", "ut"], options].concat();
    stdout(&bpasim(dir, &words))
}

/// What is told of a file that is refused, after which nothing is written.
#[track_caller]
fn refused(dir: &Path, path: &str, options: &[&str]) -> String {
    let words = [&["import", path, "--out", "ut", "--lang", "en"], options].concat();
    let output = bpasim(dir, &words);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(!dir.join("ut").exists(), "{told}");
    told
}

fn inhabitants(dir: &Path, id: &str) -> f64 {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(dir.join("ut/data/units.csv"))
        .expect("units");
    let row = reader.records().map(|row| row.expect("row")).find(|row| &row[0] == id).expect(id);
    (7..13).map(|column| row[column].parse::<f64>().expect("number")).sum()
}

#[test]
fn inhabitants_of_the_statbank_are_added_up_under_the_numbers_of_today() {
    let place = tempfile::tempdir().expect("folder");
    let told = import(place.path(), "import/statbank_07459_2023_en_iso8859-1_crlf.csv", &[]);
    assert_eq!(["3101", "3112"].map(|id| inhabitants(place.path(), id)), [31_730.0, 8_317.0]);
    assert!(told.contains("Windows-1252") && told.contains("3001"), "{told}");
    stdout(&bpasim(place.path(), "check ut/scenario.toml"));
}

#[test]
fn the_whole_of_oslo_is_not_added_to_its_districts() {
    let place = tempfile::tempdir().expect("folder");
    import(place.path(), "import/statbank_10826_2023_oslo_en_iso8859-1_crlf.csv", &[]);
    assert_eq!(inhabitants(place.path(), "0301"), 709_037.0);
}

#[test]
fn samples_without_figures_of_municipalities_are_refused() {
    let place = tempfile::tempdir().expect("folder");
    for (file, part) in [
        ("pxweb_v0_05300_metadata.json", "describes a table"),
        ("statbank_12576_no_iso8859-1.px", "uke"),
        ("pxweb_05300_jsonstat2.json", "05300"),
        ("CONSTRUCTED_kostra_12137_jsonstat2.json", "12137"),
    ] {
        let told = refused(place.path(), &sample(&format!("import/{file}")), &[]);
        assert!(told.contains(part), "{file}: {told}");
    }
    let klass = "\"sourceCode\";\"sourceName\";\"targetCode\";\"targetName\"\n\"0\";\"Minst sentrale kommuner\";\"0428\";\"Trysil\"\n";
    fs::write(place.path().join("klass.csv"), klass).expect("written");
    assert!(refused(place.path(), "klass.csv", &[]).contains("KLASS"));
}

#[test]
fn what_excel_and_the_statbank_save_is_read() {
    let place = tempfile::tempdir().expect("folder");
    import(place.path(), "import/04-excel-nb.csv", &["--year", "2024", "--published"]);
    let counts = fs::read_to_string(place.path().join("ut/data/recipients.csv")).expect("counts");
    assert!(counts.contains("\n0301,2024,,74,207,150,60,20\n"), "{counts}");
    assert!(counts.contains("\n3203,2024,,16,43,24,9,1\n"), "{counts}");
    stdout(&bpasim(place.path(), "check ut/scenario.toml"));
    let other = tempfile::tempdir().expect("folder");
    let told = import(other.path(), "import/05-pxweb.csv", &["--published"]);
    let counts = fs::read_to_string(other.path().join("ut/data/recipients.csv")).expect("counts");
    assert!(counts.ends_with("\n3203,2024,,16,43,24,9,1\n"), "{counts}");
    assert!(told.contains("1151 Utsira") && told.contains("EAK Landet"), "{told}");
}

#[test]
fn small_counts_of_real_persons_are_not_written() {
    let place = tempfile::tempdir().expect("folder");
    import(place.path(), "import/04-excel-nb.csv", &["--year", "2024"]);
    let counts = fs::read_to_string(place.path().join("ut/data/recipients.csv")).expect("counts");
    let asker = counts.lines().find(|line| line.starts_with("3203")).expect("Asker");
    let ages: Vec<u32> = asker.split(',').skip(3).map(|n| n.parse().expect("number")).collect();
    assert!(ages.iter().sum::<u32>() == 93 && ages.iter().all(|n| *n >= 5), "{asker}");
}

/// Thirty persons with hours and costs that nobody else has.
fn persons() -> String {
    let mut text = "Saksnr;Fødselsår;Vedtakstimer pr uke;Andre tjenester kr/år\n".to_string();
    for n in 0..30 {
        let (born, hundredths, cost) = (1950 + n * 2, 1137 + n * 173, 111_111 + n * 7_919);
        text += &format!("P-{n:03};{born};{},{:02};{cost}\n", hundredths / 100, hundredths % 100);
    }
    text
}

#[test]
fn nothing_of_a_person_is_written() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    fs::write(dir.join("p.csv"), persons()).expect("written");
    stdout(&bpasim(dir, "import p.csv --units 3203 --year 2024 --out ut"));
    let mut all = String::new();
    for file in ["scenario.toml", "import.md", "data/recipients.csv", "data/recipient_groups.csv"] {
        all += &fs::read_to_string(dir.join("ut").join(file)).expect(file);
    }
    let words: Vec<&str> = all.split([',', '\n', ' ']).collect();
    for n in 0..30 {
        let hours = format!("{:.2}", f64::from(1137 + n * 173) / 100.0);
        for own in [hours.as_str(), &(111_111 + n * 7_919).to_string(), &format!("P-{n:03}")] {
            assert!(!words.contains(&own), "{own}: {all}");
        }
    }
    assert!(all.contains("observed_persons = true"), "{all}");
    stdout(&bpasim(dir, "check ut/scenario.toml"));
    // Nor in anything that is computed: as a number in any cell of any table. Thirds of whole numbers are none of theirs by chance.
    stdout(&bpasim(
        dir,
        "run ut/scenario.toml --draws 3 --sampling random --years 2 --quiet --no-report --out run",
    ));
    let own: Vec<f64> =
        (0..30).flat_map(|n| [f64::from(1137 + n * 173) / 100.0, f64::from(111_111 + n * 7_919)]).collect();
    for file in fs::read_dir(dir.join("run")).expect("run").map(|entry| entry.expect("entry").path()) {
        if file.extension().is_some_and(|own| own == "csv") && !file.ends_with("parameters.csv") {
            let text = fs::read_to_string(&file).expect("table");
            let numbers = text.split([',', '\n']).filter_map(|cell| cell.parse::<f64>().ok());
            let found: Vec<f64> = numbers.filter(|x| own.contains(x)).collect();
            assert!(found.is_empty(), "{}: {found:?}", file.display());
        }
    }
}

#[test]
fn identity_numbers_and_names_are_refused_by_their_cell_alone() {
    let place = tempfile::tempdir().expect("folder");
    for (row, place_told, secret) in [
        ("010199 12345;1984;20", "p.csv:2: A: ", "12345"),
        ("17;1984;20;Kari Nordmann", "p.csv:2: D: ", "Nordmann"),
    ] {
        fs::write(place.path().join("p.csv"), format!("Saksnr;Fødselsår;Timer per uke;Merknad\n{row}\n"))
            .expect("written");
        let told = refused(place.path(), "p.csv", &["--units", "3203", "--year", "2024"]);
        assert!(told.contains(place_told) && !told.contains(secret), "{told}");
    }
    let told =
        refused(place.path(), &sample("import/06-persons.csv"), &["--units", "3203", "--year", "2024"]);
    assert!(told.contains("fewer than five"), "{told}");
}

#[test]
fn the_form_is_made_and_an_empty_one_says_nothing() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "import --template kommune.xlsx --units 1103,Asker"));
    let empty = bpasim(dir, "import kommune.xlsx --out ut");
    assert_eq!(empty.status.code(), Some(2), "{}", String::from_utf8_lossy(&empty.stderr));
    assert!(!dir.join("ut").exists());
    // Nothing that stands there is replaced.
    assert_eq!(bpasim(dir, "import --template kommune.xlsx").status.code(), Some(2));
    assert!(stdout(&bpasim(dir, "import --where")).contains("07459"));
}

/// One municipality's table as people and programs save it, each time the same counts.
#[test]
fn a_table_is_read_however_it_was_saved() {
    const AGES: [&str; 5] = ["0-17 år", "18-49 år", "50-66 år", "67-79 år", "80 år og over"];
    const COUNTS: [&str; 5] = ["16", "43", "24", "9", "6"];
    let (ages, counts) = (AGES.join(";"), COUNTS.join(";"));
    let by_row = |place: &str| -> String {
        AGES.iter().zip(COUNTS).map(|(age, n)| format!("{place}{age};{n}\n")).collect()
    };
    let plain = format!("Kommune;{ages}\n3203 Asker;{counts}\n");
    let quoted = plain.replace(';', "\";\"").replace('\n', "\"\n\"");
    let percent: Vec<String> = AGES.iter().map(|age| format!("{age};{age} prosent")).collect();
    let percents: Vec<String> = COUNTS.iter().map(|n| format!("{n};10,5 %")).collect();
    let place = tempfile::tempdir().expect("folder");
    for (n, (text, year)) in [
        (plain.clone(), true),
        (plain.replace('\n', "\r\n"), true),
        (plain.replace('\n', "\r"), true),
        (plain.replace(';', "\t"), true),
        (plain.replace(';', ","), true),
        (format!("\u{feff}{plain}"), true),
        (format!("\"{}", quoted.trim_end_matches('"')), true),
        (plain.replace("3203 Asker", "Asker kommune"), true),
        (plain.replace("3203 Asker", "3025 Asker"), true),
        (format!("Kommunenr;Kommune;{ages}\n3203;Asker;{counts}\n"), true),
        (format!("BPA-brukere i Asker 2024\n\n{plain}\nKilde: fagsystemet\n"), false),
        (format!("Kommune;{ages};Sum\nAsker;{counts};98\n"), true),
        (format!("{plain}Sum;{counts}\n"), true),
        (format!("Kommune;Alder;Antall brukere\n{}", by_row("Asker;")), true),
        (format!("Kommune;År;{ages}\nAsker;2023;10;20;30;10;10\nAsker;2024;{counts}\n"), false),
        (format!("Kommune;Kjønn;{ages}\nAsker;Menn;10;20;10;4;2\nAsker;Kvinner;6;23;14;5;4\n"), true),
        (format!("Kommune;{}\nAsker;{}\n", percent.join(";"), percents.join(";")), true),
        (format!("Kommune;{ages};;;\nAsker;{counts};;;\n;;;;;;;;\n"), true),
        (plain.replace(&counts, "16,0;43,0;24,0;9,0;6,0"), true),
        (format!("Municipality,0-17,18-49,50-66,67-79,80+\nAsker,{}\n", COUNTS.join(",")), true),
        (plain.replace(&ages, "Under 18 år;18–49 år;50–66 år;67–79 år;80 år +"), true),
        (
            "Kommune;Alder;Antall BPA\n3203;0-5;2\n3203;6-17;14\n3203;18-24;10\n3203;25-49;33\n3203;50-66;24\n\
             3203;67-74;5\n3203;75-79;4\n3203;80-89;5\n3203;90+;1\n"
                .to_string(),
            true,
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let (file, out) = (format!("{n}.csv"), format!("{n}"));
        fs::write(place.path().join(&file), text.as_bytes()).expect("written");
        let mut words = vec!["import", &file, "--as", "recipients", "--out", &out];
        if year {
            words.extend(["--year", "2024"]);
        }
        stdout(&bpasim(place.path(), &words));
        let counts = fs::read_to_string(place.path().join(&out).join("data/recipients.csv")).expect("counts");
        assert!(counts.ends_with("\n3203,2024,,16,43,24,9,6\n"), "{text}\n{counts}");
    }
}

/// A table of hours alone is a scenario that runs; one of which nothing may be told, or that nothing can carry, is none.
#[test]
fn what_was_imported_can_be_run() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let hours =
        "Kommune;Alder;Antall brukere;Vedtakstimer pr uke\nAsker;0-17 år;16;21,5\nAsker;18-49 år;43;38\n";
    fs::write(dir.join("h.csv"), hours).expect("written");
    stdout(&bpasim(dir, "import h.csv --as hours --year 2024 --out ut"));
    let groups = fs::read_to_string(dir.join("ut/data/recipient_groups.csv")).expect("groups");
    assert!(groups.contains("\n3203,0-17,16,21.5,") && groups.contains("\n3203,18-49,43,38,"), "{groups}");
    stdout(&bpasim(dir, "run ut/scenario.toml --draws 2 --years 2 --quiet --no-report --out run"));
    let counts = "Kommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\n";
    fs::write(dir.join("c.csv"), counts).expect("written");
    for (words, part) in [
        ("import c.csv --as hours --year 2024 --out no", "c.csv"),
        ("import c.csv --as recipients --year 2005 --out no", "--growth"),
    ] {
        let output = bpasim(dir, words);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && told.contains(part), "{words}: {told}");
        assert!(!dir.join("no").exists(), "{words}");
    }
    stdout(&bpasim(dir, "import c.csv --as recipients --year 2005 --growth 0.04 --out ja"));
    stdout(&bpasim(dir, "check ja/scenario.toml"));
}

/// Oslo's published number stays where another municipality has other inhabitants, and what is published is not hidden.
#[test]
fn what_is_known_of_oslo_stays_beside_imported_inhabitants() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let people = "Folkemengde 2024\n\nKommune;0-15;16-17;18-49;50-66;67-79;80+\nAsker;19000;2700;39000;23000;11200;5000\n";
    fs::write(dir.join("p.csv"), people).expect("written");
    let counts = "BPA-brukere 2024\n\nKommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;1\n";
    fs::write(dir.join("c.csv"), counts).expect("written");
    let told = stdout(&bpasim(dir, "import p.csv c.csv --published --lang en --out ut"));
    assert!(told.contains("3203 Asker: 93 recipients 31 December 2024"), "{told}");
    let scenario = fs::read_to_string(dir.join("ut/scenario.toml")).expect("scenario");
    assert!(scenario.contains("observed_persons = false"), "{scenario}");
    stdout(&bpasim(dir, "run ut/scenario.toml --draws 2 --years 2 --quiet --no-report --out run"));
    let mut reader = csv::Reader::from_path(dir.join("run/units.csv")).expect("units");
    let rows = reader.deserialize().map(|row| row.expect("row"));
    let rows: Vec<std::collections::BTreeMap<String, String>> = rows.collect();
    let first = |id: &str| {
        let row = rows.iter().find(|row| row["id"] == id && row["model"] == "zero").expect(id);
        (row["observed"].clone(), row["first_recipients"].clone())
    };
    assert_eq!(first("0301"), ("yes".into(), "687".into()));
    assert_eq!(first("3203"), ("yes".into(), "93".into()));
}

/// A file that is called after a person is read, and called something else in everything that is written.
#[test]
fn a_files_name_that_tells_of_a_person_is_not_written() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let file = "Kari Nordmann 01019912345.csv";
    fs::write(dir.join(file), persons()).expect("written");
    let told = stdout(&bpasim(
        dir,
        &["import", file, "--units", "3203", "--year", "2024", "--out", "ut", "--lang", "en"],
    ));
    let mut all = told;
    for file in ["scenario.toml", "import.md"] {
        all += &fs::read_to_string(dir.join("ut").join(file)).expect(file);
    }
    assert!(!all.contains("Nordmann") && !all.contains("12345") && all.contains("fil-1"), "{all}");
    fs::write(dir.join(file), "Saksnr;Fødselsår;Timer per uke\n1;2031;20\n").expect("written");
    let output = bpasim(dir, &["import", file, "--units", "3203", "--year", "2024", "--out", "no"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && !told.contains("Nordmann"), "{told}");
}

/// What is imported of prices and refunds is told with its amount, on screen and in the page.
#[test]
fn prices_and_refunds_are_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    fs::write(dir.join("r.csv"), "Kommune;Refusjon 2024 (mill. kr);Timepris 2024\nAsker;31,2;505,5\n")
        .expect("written");
    let told = stdout(&bpasim(dir, "import r.csv --lang en --out ut"));
    let page = fs::read_to_string(dir.join("ut/import.md")).expect("page");
    for part in ["3203 Asker: 31,200,000 kr of refund for 2024", "3203 Asker: 505.50 kr an hour in 2024"] {
        assert!(told.contains(part) && page.contains(part), "{part}: {told}\n{page}");
    }
    let accounts = fs::read_to_string(dir.join("ut/data/accounts.csv")).expect("accounts");
    assert!(accounts.ends_with("\n3203,2024,505.5,31200000\n"), "{accounts}");
}

/// A title that says what the numbers are, another service, one sex, a year to come: refused, with the reason.
#[test]
fn numbers_that_are_no_persons_with_bpa_are_refused_with_the_reason() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = "Kommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;1\n";
    for (title, reason) in [
        ("Vedtakstimer BPA per uke 2024", "hours"),
        ("Utgifter til BPA 2024, mill. kr", "kroner"),
        ("Avslag på BPA 2024", "refusals"),
        ("BPA-brukere 2024, fordelt i prosent", "shares"),
        ("Nye BPA-brukere i 2024", "came or left"),
        ("Personer på venteliste for BPA 2024", "wait"),
        ("BPA-brukere, menn, 2024", "one sex"),
        ("Brukere med BPA eller praktisk bistand 2024", "another service"),
        ("Brukere av hjemmehjelp 2024", "another service"),
        ("Framskriving BPA-brukere 2040", "projection"),
        ("BPA-brukere 2040", "has not begun"),
        ("Folkemengde 2010", "base year"),
        ("Folkemengde 2040", "base year"),
    ] {
        let people = rows.replace("16;43;24;9;1", "21700;39000;23000;11200;5000");
        let rows = if title.starts_with("Folke") {
            people.replace("0-17", "0-15;16-17").replace("21700", "19000;2700")
        } else {
            rows.to_string()
        };
        fs::write(dir.join("t.csv"), format!("{title}\n\n{rows}")).expect("written");
        let told = refused(dir, "t.csv", &["--published"]);
        assert!(told.contains(reason), "{title}: {told}");
    }
    // What the title says is the user's to overrule.
    fs::write(dir.join("t.csv"), format!("BPA-brukere 2024 (utgifter i eget ark)\n\n{rows}"))
        .expect("written");
    stdout(&bpasim(dir, "import t.csv --published --as recipients --out ja"));
    fs::write(dir.join("t.csv"), format!("BPA-brukere per 1.1.2025\n\n{rows}")).expect("written");
    let told = stdout(&bpasim(dir, "import t.csv --published --lang en --out ut"));
    assert!(told.contains("31 December 2024"), "{told}");
    let counts = fs::read_to_string(dir.join("ut/data/recipients.csv")).expect("counts");
    assert!(counts.ends_with("\n3203,2024,,16,43,24,9,1\n"), "{counts}");
}
