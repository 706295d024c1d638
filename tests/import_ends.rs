//! Ages of several classes, districts, lists whose municipality stands once, and when in a year persons are counted: what is read, and
//! what must not be.

use crate::import_plain::{ASKER, read, refused};
use std::fs;
use std::path::Path;

/// What a table does not say of ages is divided where the user asks for it, and else the message says how to ask.
#[test]
fn ages_of_several_classes_are_divided_where_that_is_asked_for() {
    let place = tempfile::tempdir().expect("folder");
    let long = "Kommune;Alder;Brukere\nAsker;0-17 år;16\n;18-49 år;43\n;50-66 år;24\n;67 år og eldre;15\n";
    let wide = "Kommune;0-17;18-49;50-66;67+;I alt\n3203 Asker;16;43;24;15;98\n";
    for text in [long, wide] {
        let told = refused(place.path(), text, "");
        assert!(told.contains("straddles") && told.contains("--map \"67+=share\""), "{told}");
        // 396 of the country's 433 above 66 are below 80: 13.7 of 15.
        let (told, [counts, _]) = read(place.path(), text, "--map 67+=share");
        assert!(counts.contains("3203,2024,,16,43,24,14,1"), "{counts}");
        assert!(told.contains("67-79 91, 80+ 9 per cent") && told.contains("assumption"), "{told}");
    }
    // 691 : 1908 : 1082 : 396 : 37 of 98 are 16.5, 45.5, 25.8, 9.4 and 0.9.
    let whole = "Kommune;Brukere\nAsker;98\n";
    assert!(refused(place.path(), whole, "").contains("--map \"0+=share\""));
    let (_, [counts, _]) = read(place.path(), whole, "--map 0+=share");
    assert!(counts.contains("3203,2024,,17,45,26,9,1"), "{counts}");
    let halves = "Kommune;0-66 år;67 år og over\nAsker;83;15\n";
    let (_, [counts, _]) = read(place.path(), halves, "--map 0-66=share --map 67+=share");
    assert!(counts.contains("3203,2024,,16,43,24,14,1"), "{counts}");
    // Neither what is no sum of classes nor what no table has is passed over, and inhabitants are never divided.
    for (text, options, part) in [
        (wide, "--map 60+=share", "0-66"),
        (wide, "--map 67+=share --map 0-66=share", "undivided"),
        ("Kommune;0-15;16-17;18-66;67+\nAsker;20000;3000;60000;18000\n", "--map 67+=share", "straddles"),
    ] {
        let told = refused(place.path(), text, options);
        assert!(told.contains(part), "{options}: {told}");
    }
}

/// Oslo's districts.
const DISTRICTS: [&str; 15] = [
    "Gamle Oslo",
    "Grünerløkka",
    "Sagene",
    "St. Hanshaugen",
    "Frogner",
    "Ullern",
    "Vestre Aker",
    "Nordre Aker",
    "Bjerke",
    "Grorud",
    "Stovner",
    "Alna",
    "Østensjø",
    "Nordstrand",
    "Søndre Nordstrand",
];

/// Oslo's districts as offices number them, and as columns.
#[test]
fn districts_are_oslo_with_their_numbers_and_across() {
    let place = tempfile::tempdir().expect("folder");
    let names = DISTRICTS;
    let oslo = "0301,2024,,120,270,165,60,15";
    let each = [8, 18, 11, 4, 1];
    let cells = each.map(|n| n.to_string()).join(";");
    let head = "Bydel;0-17;18-49;50-66;67-79;80+\n";
    for number in ["N. ", "N ", "N. Bydel ", "N - ", "N) ", "Bydel N "] {
        let row =
            |(n, name): (usize, &str)| format!("{}{name};{cells}\n", number.replace('N', &n.to_string()));
        let rows: String = (1..).zip(names).map(row).collect();
        let (_, [counts, _]) = read(place.path(), &format!("{head}{rows}"), "");
        assert!(counts.contains(oslo), "{number}: {counts}");
    }
    let rows: String = names.map(|name| format!("{name} bydel;{cells}\n")).concat();
    let (_, [counts, _]) = read(place.path(), &format!("{head}{rows}Ukjent bydel;1;0;0;0;0\n"), "");
    assert!(counts.contains("0301,2024,,121,270,165,60,15"), "{counts}");
    let ages = ["0-17", "18-49", "50-66", "67-79", "80+"].into_iter().zip(each);
    for (last, sum) in [("", false), (";Oslo i alt", true)] {
        let row = |(age, n): (&str, i32)| {
            let all = if sum { format!(";{}", 15 * n) } else { String::new() };
            format!("{age};{}{all}\n", [n; 15].map(|n| n.to_string()).join(";"))
        };
        let rows: String = ages.clone().map(row).collect();
        let text = format!("Brukere\nAlder;{}{last}\n{rows}", names.join(";"));
        let (_, [counts, _]) = read(place.path(), &text, "");
        assert!(counts.contains(oslo), "{last}: {counts}");
    }
    let some =
        format!("Alder;{}\n0-17;8;8\n18-49;9;9\n50-66;9;9\n67-79;5;5\n80+;1;1\n", names[..2].join(";"));
    assert!(refused(place.path(), &some, "").contains("sagene"));
}

/// Oslo's districts in a column of their own, beside Oslo, a number, an age that stands once or a part of the year.
#[test]
fn districts_in_a_column_of_their_own_are_oslo() {
    let place = tempfile::tempdir().expect("folder");
    let oslo = "0301,2024,,120,270,165,60,15";
    let ages = ["0-17", "18-49", "50-66", "67-79", "80+"];
    let wide = ages.join(";");
    let table = |head: &str, row: &dyn Fn(usize, &str) -> String| {
        let rows: String = (1..).zip(DISTRICTS).map(|(n, name)| row(n, name)).collect();
        format!("BPA-brukere 2024\n{head}\n{rows}")
    };
    let down = |name: &str, n: &[i32; 5], before: &str| -> String {
        let row = |(place, age): (usize, &&str)| {
            let name = if place == 0 { name } else { "" };
            format!("{before}{name};{age};{}\n", n[place])
        };
        ages.iter().enumerate().map(row).collect()
    };
    let sexes = |name: &str| -> String {
        let of = |(n, age): (i32, &&str)| format!("{name};{age};M;{}\n;;K;{}\n", n / 2, n - n / 2);
        [8, 18, 11, 4, 1].into_iter().zip(&ages).map(of).collect()
    };
    let quarters = |name: &str| -> String {
        (1..=4).map(|q| format!("{name};{q}. kvartal;8;{};11;4;1\n", 14 + q)).collect()
    };
    for text in [
        table(&format!("Kommune;Bydel;{wide}"), &|_, name| format!("0301 Oslo;{name};8;18;11;4;1\n")),
        table("Kommune;Bydel;Alder;Antall", &|_, name| down(name, &[8, 18, 11, 4, 1], "Oslo;")),
        table(&format!("Nr;Bydel;{wide}"), &|n, name| format!("{n};{name};8;18;11;4;1\n")),
        table(&format!("Bydelsnr;Bydelsnavn;{wide}"), &|n, name| format!("0301{n:02};{name};8;18;11;4;1\n")),
        table("Bydel;Alder;Kjønn;Antall", &|_, name| sexes(name)),
        table("Bydel;Alder;Kjønn;Antall", &|n, name| {
            if n == 3 { sexes(name).replace("0-17", "0-17 ").replace(";M;", ";m;") } else { sexes(name) }
        }),
        table(&format!("Bydel;Kvartal;{wide}"), &|_, name| quarters(name)),
        table(&format!("Bydel;Merknad;{wide}"), &|n, name| {
            format!("{name};{};8;18;11;4;1\n", if n == 3 { "kontrollert" } else { "" })
        }),
    ] {
        let (told, [counts, _]) = read(place.path(), &text, "");
        assert!(counts.contains(oslo) && told.contains("added up to 0301 Oslo"), "{text}: {counts}");
    }
    // Other municipalities stand in the same table.
    let text = table(&format!("Kommune;Bydel;{wide}"), &|n, name| {
        format!("{};{name};8;18;11;4;1\n", if n == 1 { "Oslo" } else { "" })
    });
    let (_, [counts, _]) = read(place.path(), &format!("{text}Asker;;16;43;24;9;6\n"), "");
    assert!(counts.contains(oslo) && counts.contains(ASKER), "{counts}");
    // What is said of one district is said of the sum; means have none.
    let said = table(&format!("Bydel;Merknad;{wide}"), &|n, name| {
        format!("{name};{};8;18;11;4;1\n", if n == 3 { "uten barn" } else { "" })
    });
    let hours = table("Bydel;Brukere;Vedtakstimer per uke", &|_, name| format!("{name};42;1260\n"));
    for (text, part) in [(said, "something else"), (hours, "have no sum")] {
        let told = refused(place.path(), &text, "");
        assert!(told.contains(part), "{text}: {told}");
    }
}

/// A municipality that stands once over its persons is theirs; one that is missing here and there is not guessed.
#[test]
fn a_list_whose_municipalities_stand_once_is_read() {
    let place = tempfile::tempdir().expect("folder");
    let list = |first: [&str; 12]| {
        let rows = (0..).zip(first).map(|(n, unit)| format!("{unit};p{n};{};{}\n", 1970 + n, 20 + n));
        format!("Kommune;Pseudonym;Fødselsår;Timer per uke\n{}", rows.collect::<String>())
    };
    let once = ["Asker", "", "", "", "", "", "Bærum", "", "", "", "", ""];
    let (told, [counts, _]) = read(place.path(), &list(once), "");
    assert!(told.contains("stand once each"), "{told}");
    assert!(counts.contains("3203,2024,,") && counts.contains("3201,2024,,"), "{counts}");
    for lacking in [
        ["Asker", "Asker", "", "", "", "", "Bærum", "", "", "", "", ""],
        ["", "Asker", "", "", "", "", "Bærum", "", "", "", "", ""],
        ["Asker", "", "Bærum", "", "Oslo", "", "Bergen", "", "Stavanger", "", "Alta", ""],
    ] {
        let told = refused(place.path(), &list(lacking), "");
        assert!(told.contains("the row has no municipality"), "{told}");
    }
}

/// A municipality on a row of its own is that of the persons below, and no person; above it there is none.
#[test]
fn a_list_with_municipalities_on_rows_of_their_own_is_read() {
    let place = tempfile::tempdir().expect("folder");
    let persons = |from: i32| (from..from + 6).map(|year| format!("{year};20\n")).collect::<String>();
    let list = |above: &str| {
        format!("Fødselsår;Timer per uke\n{above}3203 Asker\n{}Bærum\n{}", persons(1970), persons(1980))
    };
    let (told, [counts, _]) = read(place.path(), &list(""), "");
    assert!(told.contains("stand once each"), "{told}");
    assert!(counts.contains("3203,2024,,") && counts.contains("3201,2024,,"), "{counts}");
    for (above, options) in [("1960;20\n", ""), ("", "--units 3203")] {
        refused(place.path(), &list(above), options);
    }
}

/// Persons are counted at the end of a year: of months and quarters the last one is the year's, where all are in it.
#[test]
fn of_parts_of_a_year_the_last_is_used() {
    let place = tempfile::tempdir().expect("folder");
    let months = ["jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des"];
    let quarters = ["1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"];
    let spans = ["jan-apr", "mai-aug", "sep-des"];
    for (heading, parts) in [("Måned", &months[..]), ("Kvartal", &quarters), ("Periode", &spans)] {
        let row = |(n, part): (usize, &&str)| {
            let adults = 43 - (parts.len() - 1 - n);
            format!("{part};Asker;16;{adults};24;9;6\n;Bærum;20;{adults};24;9;6\n")
        };
        let rows: String = parts.iter().enumerate().map(row).collect();
        let text = format!("{heading};Kommune;0-17;18-49;50-66;67-79;80+\n{rows}");
        let (told, [counts, _]) = read(place.path(), &text, "");
        assert!(counts.contains(ASKER) && counts.contains("3201,2024,,20,43,24,9,6"), "{heading}: {counts}");
        assert!(told.contains(&format!("only “{}” is used", parts[parts.len() - 1])), "{told}");
        // Without the end, or where somebody is not at the end, nothing is left by itself.
        let early = text.lines().filter(|line| !line.contains(parts[parts.len() - 1])).collect::<Vec<_>>();
        let early = early[..early.len() - 1].join("\n");
        let told = refused(place.path(), &early, "");
        assert!(told.contains("the last part is missing"), "{told}");
        let gone: String = text.trim_end().rsplit_once('\n').expect("rows").0.into();
        let told = refused(place.path(), &gone, "");
        assert!(told.contains("no match in the last part"), "{told}");
    }
    // Of several years each has its own end, and the newest that has one is taken.
    for (heading, between) in [("Kvartal", " "), ("Periode", " "), ("Kvartal;År", ";")] {
        let row = |year: i32, quarter: i32| {
            format!(
                "{quarter}. kvartal{between}{year};Asker;16;{};24;9;6\n",
                35 + 4 * (year - 2023) + quarter
            )
        };
        let rows: String =
            (2023..=2024).flat_map(|year| (1..=4).map(move |quarter| row(year, quarter))).collect();
        let open: String = (1..=2).map(|quarter| row(2025, quarter)).collect();
        let text = format!("{heading};Kommune;0-17;18-49;50-66;67-79;80+\n{rows}{open}");
        let (_, [counts, _]) = read(place.path(), &text, "");
        assert!(counts.contains(ASKER), "{heading}: {counts}");
    }
    // Months beside their quarters, and as dates.
    let month = |n: i32| months[n as usize - 1];
    let beside = |n: i32| format!("{}. kvartal;{};Asker;16;{};24;9;6\n", (n + 2) / 3, month(n), 31 + n);
    let first = |n: i32| format!("01.{n:02}.2024;Asker;16;{};24;9;6\n", 31 + n);
    let last = |n: i32| match n % 3 {
        0 => format!("{}.{n:02}.2024;Asker;16;{};24;9;6\n", if n % 12 < 4 { 31 } else { 30 }, 31 + n),
        _ => String::new(),
    };
    let lines = |row: &dyn Fn(i32) -> String| (1..=12).map(row).collect::<String>();
    for (heading, rows) in [
        ("Kvartal;Måned", lines(&beside)),
        ("Måned", lines(&first)),
        ("Dato", lines(&last)),
        ("Per dato", lines(&last)),
    ] {
        let text = format!("BPA-brukere\n{heading};Kommune;0-17;18-49;50-66;67-79;80+\n{rows}");
        let (_, [counts, _]) = read(place.path(), &text, "");
        assert!(counts.contains(ASKER), "{heading}: {counts}");
    }
    // An age that stands once over its parts.
    let once = |before: &str| -> String {
        let of = |(age, n): (&str, i32)| {
            let row = |q: i32| format!("{};{q}. kvartal;{}\n", if q == 1 { age } else { "" }, n - 4 + q);
            (1..=4).map(row).collect::<String>()
        };
        let ages = [("0-17", 16), ("18-49", 43), ("50-66", 24), ("67-79", 9), ("80+", 6)];
        format!("{before}Alder;Kvartal;Antall\n{}", ages.map(of).concat())
    };
    let (_, [counts, _]) = read(place.path(), &once("BPA-brukere i Asker 2024\n"), "");
    assert!(counts.contains(ASKER), "{counts}");
    let new = "Nye brukere\nMåned;Kommune;0-17;18-49;50-66;67-79;80+\nnov;Asker;1;2;3;4;5\ndes;Asker;16;43;24;9;6\n";
    refused(place.path(), new, "");
    let inhabitants = "Folketall\nKvartal;Kommune;0-15;16-17;18-49;50-66;67-79;80+\n3. kvartal;Asker;20000;3000;40000;20000;12000;4000\n\
        4. kvartal;Asker;20000;3000;40000;20000;12000;4000\n";
    refused(place.path(), inhabitants, "");
}

/// A column of ages is one whatever it is called: over it the heading of the years beside it may stand.
#[test]
fn ages_are_known_by_what_stands_in_their_column() {
    let place = tempfile::tempdir().expect("folder");
    let rows =
        "0-17 år;15;16\n18-49 år;43;43\n50-66 år;23;24\n67-79 år;9;9\n80 år eller eldre;6;6\nSum;96;98\n";
    for corner in ["År", "Årstall", "Alder/år", "Brukergruppe", ""] {
        let (_, [counts, _]) =
            read(place.path(), &format!("BPA-brukere i Asker\n{corner};2023;2024\n{rows}"), "");
        assert!(counts.contains(ASKER), "{corner}: {counts}");
    }
    let long = "Kommune;Gruppe;Brukere\nAsker;0-17;16\n;18-49;43\n;50-66;24\n;67-79;9\n;80+;6\n";
    let (_, [counts, _]) = read(place.path(), long, "");
    assert!(counts.contains(ASKER), "{counts}");
}

/// A mean age or a range of ages beside all persons of a municipality is no age of them.
#[test]
fn what_is_said_of_the_ages_of_all_divides_nobody() {
    let place = tempfile::tempdir().expect("folder");
    for (heading, asker, baerum) in [
        ("Snittalder", "45 år", "38 år"),
        ("Aldersspenn", "18-49", "50-66"),
        ("Yngste og eldste", "0-17", "80+"),
    ] {
        let text = format!("BPA\nKommune;Brukere;{heading}\nAsker;98;{asker}\nBærum;115;{baerum}\n");
        let told = refused(place.path(), &text, "");
        assert!(told.contains("are not by age"), "{told}");
    }
}

/// One row of a table by age for each part of a year.
fn parts(title: &str, heading: &str, parts: &[&str], note: &str) -> String {
    let row = |(n, part): (usize, &&str)| format!("{part};16;{};24;9;6\n", 43 - (parts.len() - 1 - n));
    let rows: String = parts.iter().enumerate().map(row).collect();
    format!("{title}\n{heading};0-17;18-49;50-66;67-79;80+\n{rows}{note}")
}

const QUARTERS: [&str; 4] = ["1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"];

/// What is said of numbers by quarter is heard as it is of others, and what happens in a quarter is no count at its end.
#[test]
fn what_happens_in_parts_of_a_year_is_no_count() {
    let place = tempfile::tempdir().expect("folder");
    let asker = "BPA-brukere i Asker 2024";
    let (_, [counts, _]) = read(place.path(), &parts(asker, "Kvartal", &QUARTERS, ""), "");
    assert!(counts.contains(ASKER), "{counts}");
    for note in [
        "Tallene viser nye brukere i hvert kvartal.",
        "Tallene gjelder bare kvinner.",
        "Tallene gjelder støttekontakt.",
    ] {
        refused(place.path(), &parts(asker, "Kvartal", &QUARTERS, &format!("\n{note}\n")), "");
    }
    for heading in [
        "Kvartal for vedtak",
        "Kvartal (oppstart)",
        "Kvartal innvilget",
        "Kvartal avsluttet",
        "Kvartal søknad",
    ] {
        refused(place.path(), &parts(asker, heading, &QUARTERS, ""), "");
    }
    for title in [
        "BPA-brukere i Asker 2024, innvilget i kvartalet",
        "Antall brukere som fikk BPA i Asker 2024",
        "Førstegangsbrukere av BPA i Asker 2024",
        "BPA-brukere i Asker 2024, kumulativt",
        "BPA-brukere i Asker 2024, gjennomsnitt per kvartal",
    ] {
        let told = refused(place.path(), &parts(title, "Kvartal", &QUARTERS, ""), "");
        assert!(told.contains("what happens in the parts"), "{told}");
    }
    // A sum or a mean over the quarters is none of them.
    for last in ["Hele året;16;42;24;9;6\n", "Gj.snitt;16;42;24;9;6\n", "Sum;64;168;96;36;24\n"] {
        let (_, [counts, _]) = read(place.path(), &parts(asker, "Kvartal", &QUARTERS, last), "");
        assert!(counts.contains(ASKER), "{last}: {counts}");
    }
    // A year beside the part is the row's.
    let other = ["4. kvartal 2023", "1. kvartal 2024", "2. kvartal 2024", "3. kvartal 2024"];
    assert!(refused(place.path(), &parts("BPA-brukere i Asker", "Kvartal", &other, ""), "").contains("2023"));
    let codes = ["2024K1", "2024K2", "2024K3", "2024K4"];
    let (_, [counts, _]) = read(place.path(), &parts("BPA-brukere i Asker", "Kvartal", &codes, ""), "");
    assert!(counts.contains(ASKER), "{counts}");
    // A year in a column of its own is read as it is written, and years that are two are none.
    let own = ["jan-jun;2024", "jul-des;2024"];
    let (_, [counts, _]) = read(place.path(), &parts("BPA-brukere i Asker", "Periode;År", &own, ""), "");
    assert!(counts.contains(ASKER), "{counts}");
    let two = ["2023/2024;3. kvartal", "2023/2024;4. kvartal"];
    refused(place.path(), &parts("BPA-brukere i Asker", "År;Kvartal", &two, ""), "");
    let day = ["01.01.2025;3. kvartal", "01.01.2025;4. kvartal"];
    let (_, [counts, _]) = read(place.path(), &parts("BPA-brukere i Asker", "Dato;Kvartal", &day, ""), "");
    assert!(counts.contains(ASKER), "{counts}");
    // Months beside their quarters are parts of the same year.
    let months = ["august;3. kvartal", "september;3. kvartal", "november;4. kvartal", "desember;4. kvartal"];
    let (_, [counts, _]) = read(place.path(), &parts(asker, "Måned;Kvartal", &months, ""), "");
    assert!(counts.contains(ASKER), "{counts}");
    // Another word that tells rows apart does so at the end too.
    let groups = "BPA-brukere i Asker 2024\nGruppe;Kvartal;0-17;18-49;50-66;67-79;80+\nA;3. kvartal;8;20;12;5;3\nA;4. kvartal;8;20;12;5;3\n\
        B;3. kvartal;8;20;12;5;3\n";
    refused(place.path(), groups, "");
    // Inhabitants by quarter are not those of a first of January.
    for title in ["Befolkning i Asker 2024", "Asker 2024"] {
        let row = |quarter: &str| format!("{quarter};18500;2700;38000;23000;12000;4800\n");
        let rows: String = QUARTERS.map(row).concat();
        refused(place.path(), &format!("{title}\nKvartal;0-15;16-17;18-49;50-66;67-79;80+\n{rows}"), "");
    }
}

/// A number without ages by sex is that of both, one sex is not all, and only recipients are divided.
#[test]
fn numbers_without_ages_are_divided_as_what_they_are() {
    let place = tempfile::tempdir().expect("folder");
    let share = "--map 0+=share";
    for text in [
        "Brukere\nKommune;Menn;Kvinner\nAsker;40;58\n",
        "Kommune;Kjønn;Brukere\nAsker;Menn;40\nAsker;Kvinner;58\n",
    ] {
        let (_, [counts, _]) = read(place.path(), text, share);
        assert!(counts.contains("3203,2024,,17,45,26,9,1"), "{counts}");
    }
    refused(place.path(), "Kommune;Kjønn;Brukere\nAsker;Kvinner;58\n", share);
    // What is held back is not nobody.
    let (told, [counts, _]) = read(place.path(), "Kommune;Brukere\nAsker;:\nBærum;98\n", share);
    assert!(!counts.contains("3203") && told.contains("3203 Asker"), "{counts} {told}");
    let inhabitants =
        "Folketall 1.1.2024\nKommune;0-15;16-17;18-49;50-66;67+\nAsker;18500;2700;38000;23000;16800\n";
    assert!(refused(place.path(), inhabitants, "--map 67+=share").contains("straddles"));
    // The parts of a merged municipality are rounded together: 13.7 of 15.
    let parts = "BPA 2024\nKommune;0-17;18-49;50-66;67+\n0220 Asker;10;20;10;5\n0627 Røyken;3;12;8;5\n0628 Hurum;3;11;6;5\n";
    let (_, [counts, _]) = read(place.path(), parts, "--map 67+=share");
    assert!(counts.contains("3203,2024,,16,43,24,14,1"), "{counts}");
}

/// Inhabitants of the last of December are those of the day after, however the date is written.
#[test]
fn inhabitants_are_of_the_first_of_january() {
    let place = tempfile::tempdir().expect("folder");
    let row = "Asker;18500;2700;38000;23000;12000;4800\n";
    let year = |text: &str| {
        fs::write(place.path().join("tall.csv"), text).expect("written");
        let dir: &Path = place.path();
        let _ = fs::remove_dir_all(dir.join("ut"));
        let told = crate::program::stdout(&crate::program::bpasim(
            dir,
            "import tall.csv --as population --lang en --out ut",
        ));
        told.split("Inhabitants of ").nth(1).map(|rest| rest[..4].to_string()).unwrap_or(told)
    };
    for (title, own) in [
        ("Folketall 31.12.2023", "2024"),
        ("Folketall 31.12.23", "2024"),
        ("Folketall per 31.12 2023", "2024"),
        ("Folketall ved utgangen av 4. kvartal 2023", "2024"),
        ("Folketall 1.1.2024", "2024"),
        ("Folketall 01.01.24", "2024"),
        ("Folketall 2024", "2024"),
    ] {
        let text = format!("{title}\nKommune;0-15;16-17;18-49;50-66;67-79;80+\n{row}");
        assert_eq!(year(&text), own, "{title}");
        if title[10..].contains(' ') {
            continue;
        }
        let text = format!(
            "Kommune;Dato;0-15;16-17;18-49;50-66;67-79;80+\n{}",
            row.replace("Asker;", &format!("Asker;{};", &title[10..]))
        );
        assert_eq!(year(&text), own, "{title} in a column");
    }
    let both = "BPA\nKommune;Dato;0-17;18-49;50-66;67-79;80+\nAsker;01.01.24;12;30;20;8;2\nAsker;01.01.25;16;43;24;9;6\n";
    let (_, [counts, _]) = read(place.path(), both, "");
    assert!(counts.contains(ASKER), "{counts}");
}

/// A name in a title is the municipality's only where nothing else is said there.
#[test]
fn a_name_before_a_date_may_be_somebodys() {
    let place = tempfile::tempdir().expect("folder");
    let body = "Alder;Antall\n0-17;16\n18-49;43\n50-66;24\n67-79;9\n80+;6\n";
    let (_, [counts, _]) = read(place.path(), &format!("BPA-brukere Asker 31.12.2024\n{body}"), "");
    assert!(counts.contains(ASKER), "{counts}");
    for title in [
        "BPA-brukere Asker og Bærum 31.12.2024",
        "BPA-brukere Asker, Bærum 31.12.2024",
        "Drammen, Kongsberg og Lier 2024",
        "BPA-brukere unntatt Asker 31.12.2024",
        "BPA-brukere\nSaksbehandler: Kari Vik 31.12.2024",
        "BPA-brukere\nUtskrift av Per Nes 15.01.2025",
    ] {
        assert!(refused(place.path(), &format!("{title}\n{body}"), "").contains("--units"), "{title}");
    }
}
