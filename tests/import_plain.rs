//! The tables that anybody would make: one municipality or several, ages down or across, with sums however they are called, with
//! hours beside the numbers of persons.

use crate::program::{bpasim, stdout};
use std::fs;
use std::path::Path;

pub const ASKER: &str = "3203,2024,,16,43,24,9,6";
const COUNTS: [u32; 5] = [16, 43, 24, 9, 6];
const AGES: [[&str; 5]; 3] = [
    ["0-17", "18-49", "50-66", "67-79", "80+"],
    ["0–17 år", "18–49 år", "50–66 år", "67–79 år", "80 år og over"],
    ["Under 18 år", "18 til 49 år", "50 til 66 år", "67 til 79 år", "Over 79 år"],
];

/// What is told of a text, and the tables that are written of it.
#[track_caller]
pub fn read(dir: &Path, text: &str, options: &str) -> (String, [String; 2]) {
    fs::write(dir.join("tall.csv"), text).expect("written");
    let _ = fs::remove_dir_all(dir.join("ut"));
    let told = stdout(&bpasim(
        dir,
        &format!("import tall.csv --published --year 2024 --lang en --out ut {options}"),
    ));
    let told = told + &fs::read_to_string(dir.join("ut/import.md")).expect("notes");
    let table = |name: &str| fs::read_to_string(dir.join(format!("ut/data/{name}.csv"))).unwrap_or_default();
    (told, ["recipients", "recipient_groups"].map(table))
}

/// The counts that are written of a text, or what is told where it is refused.
pub fn run(dir: &Path, text: &str, options: &str) -> Result<String, String> {
    fs::write(dir.join("tall.csv"), text).expect("written");
    let _ = fs::remove_dir_all(dir.join("ut"));
    let output = bpasim(dir, &format!("import tall.csv --year 2024 --lang en --out ut {options}"));
    match output.status.code() {
        Some(0) => Ok(fs::read_to_string(dir.join("ut/data/recipients.csv")).unwrap_or_default()),
        _ => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

#[track_caller]
pub fn refused(dir: &Path, text: &str, options: &str) -> String {
    fs::write(dir.join("tall.csv"), text).expect("written");
    let output = bpasim(dir, &format!("import tall.csv --year 2024 --lang en --out no {options}"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}: {told}");
    told
}

#[test]
fn ages_down_or_across_are_read_whatever_their_sum_is_called() {
    let place = tempfile::tempdir().expect("folder");
    let sums = ["", "I alt", "Totalsum", "Sum:", "Alle aldre", "Brukere i alt", "Tilsammen"];
    for (layout, sum) in (0..7).flat_map(|layout| sums.map(|sum| (layout, sum))) {
        let ages = AGES[layout % AGES.len()];
        let all: u32 = COUNTS.iter().sum();
        let row = |of: [u32; 3], cells: fn(u32) -> String| -> String {
            let own = ages.iter().zip(COUNTS).map(|(age, count)| format!("{age};{}\n", cells(count)));
            let last = format!("{sum};{}\n", of.map(|own| own.to_string())[..].join(";"));
            own.chain((!sum.is_empty()).then_some(last)).collect()
        };
        let one = |count: u32| format!("{count};{};{}", count / 2, count - count / 2);
        let halves: u32 = COUNTS.iter().map(|own| own / 2).sum();
        let across = |first: &str, cells: &[String]| format!("{first}{}\n", cells.join(";"));
        let head: Vec<String> = ages
            .iter()
            .map(|own| (*own).to_string())
            .chain((!sum.is_empty()).then(|| sum.to_string()))
            .collect();
        let numbers: Vec<String> =
            COUNTS.iter().map(u32::to_string).chain((!sum.is_empty()).then(|| all.to_string())).collect();
        let down = row([all, halves, all - halves], one);
        let (text, options) = match layout {
            0 => (format!("BPA-brukere i Asker\nAlder;Antall;Menn;Kvinner\n{down}"), ""),
            1 => (format!("Aldersgruppe;Antall brukere;herav menn;herav kvinner\n{down}"), "--units 3203"),
            2 => (format!("Brukere av BPA\n{}{}", across("", &head), across("", &numbers)), "--units 3203"),
            3 => (format!("{}{}", across("Kommune;", &head), across("Asker;", &numbers)), "--as recipients"),
            4 => (format!("{}{}", across(";", &head), across("Asker kommune;", &numbers)), "--as recipients"),
            5 => (format!(";Antall brukere;Menn;Kvinner\n{down}"), "--units 3203"),
            _ => (format!("{}{}", across(";", &head), across("Antall brukere;", &numbers)), "--units 3203"),
        };
        let (told, [counts, _]) = read(place.path(), &text, options);
        assert_eq!(counts.lines().nth(1), Some(ASKER), "{text}: {told}");
    }
}

#[test]
fn persons_beside_hours_are_read_with_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = |hours: fn(u32) -> String| -> String {
        let own =
            AGES[0].iter().zip(COUNTS).map(|(age, count)| format!("Asker;{age};{count};{}\n", hours(count)));
        own.collect()
    };
    // Hours of each, of all by their words, and of all by their size alone.
    for (heading, own) in [
        ("Timer per uke", rows(|_| "30".into())),
        ("Sum timer per uke", rows(|count| (count * 30).to_string())),
        ("Timer per uke", rows(|count| (count * 30).to_string())),
    ] {
        let (told, [counts, groups]) =
            read(dir, &format!("Kommune;Alder;Antall brukere;{heading}\n{own}"), "");
        assert_eq!(counts.lines().nth(1), Some(ASKER), "{told}");
        assert_eq!(groups.lines().nth(2), Some("3203,18-49,43,30,,,,,,,,"), "{told}");
        assert!(told.contains("are read as well"), "{told}");
        assert_eq!(
            told.contains("more than a week has"),
            heading == "Timer per uke" && own.contains(";1290")
        );
    }
    // One large number among means is a slip of the pen.
    let slip = rows(|count| if count == 43 { "300".into() } else { "30".into() });
    let told = refused(dir, &format!("Kommune;Alder;Antall brukere;Timer per uke\n{slip}"), "");
    assert!(told.contains("tall.csv:3: Timer per uke") && told.contains("300"), "{told}");
    // Finer ages have the mean of their class; a gap is none.
    let finer = "Asker;0-17;16;30\nAsker;18-34;20;40\nAsker;35-49;23;30\nAsker;50-66;24;30\nAsker;67-79;9;30\nAsker;80+;6;30\n";
    let head = "Kommune;Alder;Antall brukere;Timer per uke\n";
    let (told, [counts, groups]) = read(dir, &format!("{head}{finer}"), "");
    assert_eq!(counts.lines().nth(1), Some(ASKER), "{told}");
    assert_eq!(groups.lines().nth(2), Some("3203,18-49,43,34.651,,,,,,,,"), "{told}");
    let told = refused(dir, &format!("{head}{}", finer.replace("35-49", "36-49")), "");
    assert!(told.contains("straddles"), "{told}");
    // Men and women have the mean of both, and are counted together.
    let sexes: String = AGES[0]
        .iter()
        .zip(COUNTS)
        .map(|(age, count)| {
            let men = count / 2;
            format!(
                "Asker;{age};Menn;{men};{}\nAsker;{age};Kvinner;{};{}\n",
                men * 20,
                count - men,
                (count - men) * 40
            )
        })
        .collect();
    let (told, [counts, groups]) =
        read(dir, &format!("Kommune;Alder;Kjønn;Antall brukere;Timer per uke totalt\n{sexes}"), "");
    assert_eq!(counts.lines().nth(1), Some(ASKER), "{told}");
    assert_eq!(groups.lines().nth(2), Some("3203,18-49,43,30.233,,,,,,,,"), "{told}");
    // Persons of all ages alone say nothing of each age.
    let (told, [counts, groups]) = read(dir, "Kommune;Antall brukere;Timer per uke\nAsker;98;30\n", "");
    assert_eq!((counts.as_str(), groups.lines().nth(1)), ("", Some("3203,all,98,30,,,,,,,,")), "{told}");
    assert!(told.contains("used for the hours alone"), "{told}");
}

/// A municipality's own overview: users, hours, price and refund in one table.
#[test]
fn price_and_refund_beside_users_are_read_with_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let accounts = || fs::read_to_string(dir.join("ut/data/accounts.csv")).expect("accounts");
    let across = "Brukere av BPA\nKommune;0-17;18-49;50-66;67-79;80+;Timepris;Refusjon\nAsker;16;43;24;9;6;512;31200000\n";
    let (told, [counts, _]) = read(dir, across, "");
    assert_eq!(counts.lines().nth(1), Some(ASKER), "{told}");
    assert_eq!(accounts().lines().nth(1), Some("3203,2024,512,31200000"), "{told}");
    let down: String =
        AGES[0].iter().zip(COUNTS).map(|(age, count)| format!("Asker;{age};{count};30;512\n")).collect();
    let head = "Kommune;Alder;Antall brukere;Timer per uke;Timepris";
    let (told, [counts, groups]) = read(dir, &format!("{head}\n{down}"), "");
    assert_eq!(counts.lines().nth(1), Some(ASKER), "{told}");
    assert_eq!(groups.lines().nth(2), Some("3203,18-49,43,30,,,,,,,,"), "{told}");
    assert_eq!(accounts().lines().nth(1), Some("3203,2024,512,"), "{told}");
    let told = refused(dir, &format!("{head}\n{}", down.replacen(";512", ";500", 1)), "");
    assert!(told.contains("two amounts"), "{told}");
    let kroner = across.replace("Brukere av BPA", "Utgifter til BPA");
    assert!(refused(dir, &kroner, "").contains("--as"));
}

#[test]
fn small_counts_beside_hours_are_hidden_in_both() {
    let place = tempfile::tempdir().expect("folder");
    let text = "Kommune;Alder;Antall brukere;Timer per uke\nAsker;0-17;16;30\nAsker;18-49;43;30\nAsker;50-66;24;30\n\
        Asker;67-79;9;31\nAsker;80+;1;77\n";
    fs::write(place.path().join("tall.csv"), text).expect("written");
    let told = stdout(&bpasim(place.path(), "import tall.csv --year 2024 --lang en --out ut"));
    let groups = fs::read_to_string(place.path().join("ut/data/recipient_groups.csv")).expect("groups");
    assert!(!groups.contains("67-79") && !groups.contains("80+") && !groups.contains("77"), "{groups}");
    let counts = fs::read_to_string(place.path().join("ut/data/recipients.csv")).expect("counts");
    assert_eq!(counts.lines().nth(1), Some("3203,2024,,16,43,24,5,5"), "{told}");
}

#[test]
fn what_a_pivot_table_leaves_out_is_nobody_where_its_sums_say_so() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // No man of 80 and more, and no girl.
    let by_sex = |women: &str| {
        format!(
            "Radetiketter;Sum av Brukere\nAsker;98\nMenn;64\n0-17;16\n18-49;20\n50-66;24\n67-79;4\n\
            Kvinner;{women}\n18-49;23\n67-79;5\n80+;6\nTotalsum;98\n"
        )
    };
    assert_eq!(read(dir, &by_sex("34"), "").1[0].lines().nth(1), Some(ASKER));
    let told = refused(dir, &by_sex("37"), "");
    assert!(told.contains("one sex"), "{told}");
    // Nobody of 80 and more in Bærum, nor of the ages between those of single years.
    let text = "Radetiketter;Sum av Brukere\nAsker;98\n0-17;16\n18-49;43\n50-66;24\n67-79;9\n80+;6\n\
        Bærum;92\n0-17;16\n18-49;43\n50-66;24\n67-79;9\nTotalsum;190\n";
    let counts = read(dir, text, "").1[0].clone();
    assert_eq!(counts.lines().collect::<Vec<_>>()[1..], ["3201,2024,,16,43,24,9,0", ASKER]);
    let told = refused(dir, &text.replace("Bærum;92", "Bærum;99"), "");
    assert!(told.contains("80+"), "{told}");
    let single = "Radetiketter;Antall av Løpenummer\n7;16\n20;43\n60;24\n70;9\n94;6\nTotalsum;98\n";
    assert_eq!(read(dir, single, "--units 3203 --as recipients").1[0].lines().nth(1), Some(ASKER));
    // Empty cells whose row has its sum; the municipality is chosen above.
    let across = "Kommunenr;3203\n\nSum av Brukere;Kolonneetiketter;;;;;\nRadetiketter;0-17;18-49;50-66;67-79;80+;Totalsum\n\
        2024;16;43;24;9;;92\nTotalsum;16;43;24;9;;92\n";
    let found = read(dir, across, "").1[0].clone();
    assert_eq!(found.lines().nth(1), Some("3203,2024,,16,43,24,9,0"));
}

#[test]
fn sexes_are_read_however_they_are_written() {
    let place = tempfile::tempdir().expect("folder");
    let rows = "Asker;0-17;8;8\nAsker;18-49;21;22\nAsker;50-66;12;12\nAsker;67-79;4;5\nAsker;80+;3;3\n";
    for (men, women) in [
        ("Ant. M", "Ant. K"),
        ("Gutt", "Jente"),
        ("Mann (M)", "Kvinne (K)"),
        ("Mannlig", "Kvinnelig"),
        ("♂", "♀"),
    ] {
        let text = format!("Brukere av BPA\nKommune;Alder;{men};{women}\n{rows}");
        assert_eq!(read(place.path(), &text, "").1[0].lines().nth(1), Some(ASKER), "{men}");
    }
    let glued = "Brukere av BPA\nKommune;0-17M;0-17K;18-49M;18-49K;50-66M;50-66K;67-79M;67-79K;80+M;80+K\n\
        Asker;8;8;21;22;12;12;4;5;3;3\n";
    assert_eq!(read(place.path(), glued, "").1[0].lines().nth(1), Some(ASKER));
}

#[test]
fn what_is_said_of_other_years_other_kroner_and_other_users_is_heard() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let counts = "Brukere av BPA\nKommune;0-17;18-49;50-66;67-79;80+";
    let asker = "Asker;16;43;24;9;6";
    for (text, word) in [
        ("Brukere av BPA\nKommune;Alder;2023/2024\nAsker;0-17;16\n".to_string(), "2023/2024"),
        (format!("{counts};Type\n{asker};2024B\n"), "2024B"),
        (format!("{counts};Merknad\n{asker};Bare Heggedal\n"), "part of the municipality"),
        (format!("{counts};Merknad\n{asker};Inkl. støttekontakt\n"), "another service"),
        (format!("{counts};Måned\n{asker};2023-12-31\n"), "2023"),
        (format!("{counts};Dato\n{asker};31/12/23\n"), "2023"),
        (format!("{counts};Dato\n{asker};4. kvartal 2023\n"), "2023"),
        ("Faste 2015-kroner\nKommune;Refusjon 2024\nAsker;31200000\n".into(), "prices of another year"),
        (
            "Kommune;Refusjon 2024\nAsker;31200000\nAlle beløp er prisjustert\n".into(),
            "prices of another year",
        ),
        ("Søkt beløp, ikke innvilget\nKommune;Refusjon 2024\nAsker;31200000\n".into(), "applications"),
        ("Beløp i mill. kr\nKommune;Refusjon 2024 (1000 kr)\nAsker;31200\n".into(), "something else than"),
        ("Beløp per måned\nKommune;Refusjon 2024\nAsker;31200000\n".into(), "year"),
        ("Tall for 2023\nKommune;Refusjon 2024\nAsker;31200000\n".into(), "another year"),
    ] {
        let told = refused(dir, &text, "");
        assert!(told.contains(word), "{text}: {told}");
    }
    for (text, options, word) in [
        ("Regnskap pr. 31.08.2024\nKommune;Refusjon\nAsker;20800000\n", "", "than a year"),
        ("Kommune;Dato;Refusjon\nAsker;31.08.2024;20800000\n", "", "tall.csv:2: Dato"),
        (
            "Brukere av BPA 1. kvartal 2024\nKommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\n",
            "",
            "part of a year",
        ),
        (
            "Kommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\nBare kommunale brukere\n",
            "",
            "part of the",
        ),
        ("Kommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\nEkskl. barn\n", "", "part of the"),
    ] {
        let told = refused(dir, text, options);
        assert!(told.contains(word), "{text}: {told}");
    }
    fs::write(
        dir.join("p.csv"),
        "BPA-brukere primo 2025\nKommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\n",
    )
    .expect("written");
    stdout(&bpasim(dir, "import p.csv --published --lang en --out p"));
    let primo = fs::read_to_string(dir.join("p/data/recipients.csv")).expect("counts");
    assert_eq!(primo.lines().nth(1), Some(ASKER));
    // What says no more than the headings do is no contradiction.
    for text in [
        "Beløp i 1000 kr\nKommune;Timepris 2024 (kr);Refusjon 2024\nAsker;512;31200\n",
        "Alle tall i 1000 kr\nKommune;Refusjon 2024 (1000 kr)\nAsker;31200\n",
        "Tall for 2024, i 2024-kroner\nKommune;Refusjon 2024\nAsker;31200000\n",
    ] {
        read(dir, text, "");
    }
    let (told, [counts, _]) = read(dir, &format!("{counts};Dato\n{asker};31.08.2024\n"), "");
    assert_eq!(counts.lines().nth(1), Some(ASKER));
    assert!(told.contains("not the end of a year"), "{told}");
}

#[test]
fn all_districts_are_oslo_and_some_are_not() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let districts = "Gamle Oslo,Grünerløkka,Sagene,St. Hanshaugen,Frogner,Ullern,Vestre Aker,Nordre Aker,Bjerke,Grorud,Stovner,\
        Alna,Østensjø,Nordstrand,Søndre Nordstrand";
    let across = |prefix: &str| -> String {
        districts.split(',').map(|own| format!("{prefix}{own};6;17;10;6;2\n")).collect()
    };
    let down: String = districts
        .split(',')
        .flat_map(|own| {
            AGES[0].iter().zip([6, 17, 10, 6, 2]).map(move |(age, count)| format!("{own};{age};{count}\n"))
        })
        .collect();
    let heads = "0-17;18-49;50-66;67-79;80+";
    for text in [
        format!("Brukere av BPA\nBydel;{heads}\n{}Sum;90;255;150;90;30\n", across("")),
        format!("Brukere av BPA i Oslo\nBydel;{heads}\n{}Sentrum;0;0;0;0;0\n", across("Bydel ")),
        format!("Brukere av BPA\nBydel;Alder;Antall\n{down}"),
    ] {
        let (told, [counts, _]) = read(dir, &text, "");
        assert_eq!(counts.lines().nth(1), Some("0301,2024,,90,255,150,90,30"), "{told}");
        assert!(told.contains("districts are added up"), "{told}");
    }
    // Beside another municipality, without a title, and with those whose district is not known.
    let beside = format!("Kommune;{heads}\n{}Uoppgitt;0;1;0;0;0\nAsker;16;43;24;9;6\n", across(""));
    let (told, [counts, _]) = read(dir, &beside, "");
    assert_eq!(counts.lines().collect::<Vec<_>>()[1..], ["0301,2024,,90,256,150,90,30", ASKER], "{told}");
    let some = format!("Brukere av BPA\nBydel;{heads}\n{}", across("")).replace("Frogner;6;17;10;6;2\n", "");
    let told = refused(dir, &some, "");
    assert!(told.contains("frogner") && told.contains("15 districts"), "{told}");
}

/// Somebody born in 1940, which was the number of Kåfjord: the row is no row of municipalities, and no year of birth is told.
#[test]
fn a_list_with_years_of_birth_and_municipalities_is_no_turned_table() {
    let place = tempfile::tempdir().expect("folder");
    let births = [1990, 1991, 1992, 1993, 1994, 1940, 1943, 1995];
    let rows: String = births
        .iter()
        .enumerate()
        .map(|(at, birth)| format!("{};{birth};{};Asker\n", at + 1, 20 + at))
        .collect();
    let (told, [counts, groups]) =
        read(place.path(), &format!("Løpenr;Fødselsår;Timer per uke;Kommune\n{rows}"), "");
    assert!(counts.lines().nth(1).is_some_and(|row| row.starts_with("3203,2024")), "{told}");
    assert!(groups.contains("3203,") && told.contains("rounded means"), "{told}");
    assert!(births.iter().all(|birth| !told.contains(&birth.to_string())), "{told}");
}

#[test]
fn what_is_left_out_beside_persons_is_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = "Asker;0-17;16;30\nAsker;18-49;43;40\nAsker;50-66;24;25\nAsker;67-79;9;\nAsker;80+;6;15\n";
    let (told, _) = read(dir, &format!("Kommune;Alder;Antall brukere;Timer per uke\n{rows}"), "");
    assert!(told.contains("tall.csv:5: the row has a number of persons but no hours"), "{told}");
    let (told, [counts, groups]) =
        read(dir, &format!("Kommune;Alder;Antall brukere 2024;Timer per uke 2023\n{rows}"), "");
    assert_eq!((counts.lines().nth(1), groups.as_str()), (Some(ASKER), ""), "{told}");
    assert!(told.contains("Column D is not read"), "{told}");
    let sums = rows.replace(";9;\n", ";9;20\n") + "Asker;I alt;98;60\n";
    let (told, _) = read(dir, &format!("Kommune;Alder;Antall brukere;Timer per uke\n{sums}"), "");
    assert!(told.contains("hours of the sum are others"), "{told}");
}

#[test]
fn the_same_said_twice_is_no_doubt() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |row: fn(u32) -> String| -> String {
        AGES[0].iter().zip(COUNTS).map(|(age, count)| format!("{age};{}\n", row(count))).collect()
    };
    let half = |count: u32| format!("{};{};{count}", count / 2, count - count / 2);
    for (head, rows) in [
        ("Alder;Mannlige brukere;Kvinnelige brukere;Menn og kvinner", of(half)),
        ("Alder;M;K;Begge", of(half)),
        (";Asker", of(|count| count.to_string())),
    ] {
        let text = format!("Brukere av BPA\n{head}\n{rows}Inkl. private leverandører\n");
        let options = if head.contains("Asker") { "" } else { "--units 3203" };
        assert_eq!(read(dir, &text, options).1[0].lines().nth(1), Some(ASKER), "{head}");
    }
    // Hours of each beside hours that do not say whose they are.
    let rows: String = AGES[0]
        .iter()
        .zip(COUNTS)
        .map(|(age, count)| format!("Asker;{age};{count};{};30\n", count * 30))
        .collect();
    let head = "Kommune;Alder;Antall brukere;Timer per uke;Timer per uke per bruker";
    let (told, [_, groups]) = read(dir, &format!("{head}\n{rows}"), "");
    assert_eq!(groups.lines().nth(2), Some("3203,18-49,43,30,,,,,,,,"), "{told}");
    assert!(told.contains("Column D is not read"), "{told}");
}
