//! What columns hold, by their headings: names of the program's own, words that people and offices use, or what `--map` says.

use super::ages::{Ages, Span};
use super::amounts;
use super::cells::{folded, is_space, unbroken};
use super::form_headings;
use super::hour_words::{is_of_part_of_hours, is_of_remark};
use super::months::month;
use super::periods::is_of_hours;
use super::person_headings::{is_of_age, is_of_birth, is_of_units};
pub use super::roles::{Field, Figures, Measure, Named, Role};
use super::scales::scale;
use super::subject;
use super::sums::Sex;
pub use super::wording::year_in;
use super::wording::{says, year_of_short};
use super::words::{
    FILLERS, IDENTITY, NAME, OF_AGES, PERSONS, POPULATION, PSEUDONYM, RECIPIENTS, SEX, SHARES, SINCE, UNTIL,
    YEAR,
};

/// The role that a heading gives its column.
pub fn role(heading: &str, named: &Named) -> Role {
    let text = folded(&unbroken(heading));
    let text = text.trim_end_matches(['*', '¹', '²', '³']).trim_end();
    if let Some(role) = named.get(text) {
        return with_heading(*role, text);
    }
    own(text).or_else(|| form_headings::name(text).and_then(own)).unwrap_or_else(|| by_words(text))
}

/// What the user says of a column, with what its heading says besides: its year, and how many kroner one is.
fn with_heading(role: Role, text: &str) -> Role {
    let Role::Figures(own) = role else { return role };
    let of_kroner = matches!(own.measure, Some(Measure::Price | Measure::Refund | Measure::OtherCost));
    let scaled = scale(text).filter(|_| of_kroner);
    let thousands = scaled.and_then(|power| u32::try_from(power).ok()).unwrap_or(own.thousands);
    let times = if scaled == Some(-2) { Some(0.01) } else { own.times };
    let year = own.year.or_else(|| text.split(|c: char| !c.is_alphanumeric() && c != '.').find_map(year_in));
    Role::Figures(Figures { year, thousands, times, ..own })
}

/// Columns of the program's own tables, and what `--map` may name.
pub fn own(name: &str) -> Option<Role> {
    let measure = |measure: Measure| Role::Figures(Figures { measure: Some(measure), ..Figures::default() });
    Some(match name {
        "id" => Role::Unit,
        "name" => Role::Name,
        "ages" => Role::Age,
        "sex" => Role::Sex,
        "year" => Role::Year,
        "persons" => measure(Measure::Persons),
        "recipients" => measure(Measure::Recipients),
        "population" => measure(Measure::Population),
        "hours_week" => measure(Measure::Hours),
        "price_per_hour" => measure(Measure::Price),
        "refund" => measure(Measure::Refund),
        "other_share" => measure(Measure::OtherShare),
        "other_cost" => measure(Measure::OtherCost),
        "pseudonym" => Role::Person(Field::Pseudonym),
        "birth" => Role::Person(Field::Birth),
        "since" => Role::Person(Field::Since),
        "until" => Role::Person(Field::Until),
        "relatives" => Role::Person(Field::Relatives),
        "condition" => Role::Person(Field::Condition),
        "skip" => Role::Unread,
        _ => {
            let (first, ages) = name.split_once('_')?;
            let measure = match first {
                "recipients" => Measure::Recipients,
                "population" => Measure::Population,
                _ => return None,
            };
            let ages = match ages.split_once('_')? {
                (low, "plus") => Span { low: low.parse().ok()?, high: None },
                (low, high) => Span { low: low.parse().ok()?, high: Some(high.parse().ok()?) },
            };
            Role::Figures(Figures {
                measure: Some(measure),
                ages: Some(Ages::Of(ages)),
                ..Figures::default()
            })
        }
    })
}

/// Names that `--map` may give a column.
pub const NAMES: &str = "id, ages, sex, year, recipients, recipients_0_17, recipients_18_49, recipients_50_66, recipients_67_79, \
    recipients_80_plus, population, persons, hours_week, other_share, other_cost, price_per_hour, refund, pseudonym, birth, since, \
    until, relatives, condition, skip, share";

/// The role by the words that people use.
fn by_words(text: &str) -> Role {
    let is = |list: &[&str]| list.contains(&text.trim_end_matches([':', '.']));
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    let first = text.split([' ', '(', ',']).next().unwrap_or_default();
    match () {
        () if text.is_empty() => Role::Unread,
        () if is(IDENTITY) || IDENTITY[..17].iter().any(|word| word.len() > 5 && text.contains(word)) => {
            Role::Identity
        }
        () if is_of_units(text) => Role::Unit,
        () if is(NAME) => Role::Name,
        () if is_of_age(text) => Role::Age,
        () if is(SEX) => Role::Sex,
        () if is(YEAR) => Role::Year,
        () if is_of_birth(text) || has(&["fødselsår", "fødselsdato"]) => Role::Person(Field::Birth),
        () if is(PSEUDONYM) || first == "pseudonym" => Role::Person(Field::Pseudonym),
        () if is(SINCE) || of_grants(text).is_some_and(|own| SINCE.contains(&own)) => {
            Role::Person(Field::Since)
        }
        () if is(UNTIL) || of_grants(text).is_some_and(|own| UNTIL.contains(&own)) => {
            Role::Person(Field::Until)
        }
        // A remark on relatives, and the hours of theirs, are no number of them.
        () if has(&["pårørende", "pårørande", "relatives"]) && !is_of_remark(text) && !is_of_hours(text) => {
            Role::Person(Field::Relatives)
        }
        () if says(text, &["tilstand*", "helsetilstand*", "condition*"]).is_some() => {
            Role::Person(Field::Condition)
        }
        () => figures(text),
    }
}

/// What follows the word for grants in a heading: «Vedtaksperiode» over «Fra» and «Til».
fn of_grants(text: &str) -> Option<&str> {
    const GRANTS: [&str; 7] = ["vedtak", "gyldig", "tjeneste", "teneste", "bpa", "periode", "grant"];
    let (first, rest) = text.split_once(' ')?;
    GRANTS.iter().any(|word| first.starts_with(word)).then_some(rest.trim_matches(['(', ')', '.', ':']))
}

/// What a table as a whole is of, as far as words in its title tell: recipients and inhabitants.
pub fn told_by(title: &str) -> [bool; 2] {
    let text = folded(title);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    [RECIPIENTS, POPULATION].map(|list| words.iter().any(|word| list.contains(word)))
}

fn figures(text: &str) -> Role {
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    let of = |measure: Measure| {
        let year = text.split(|c: char| !c.is_alphanumeric() && c != '.').find_map(year_in);
        let thousands = scale(text).and_then(|power| u32::try_from(power).ok()).unwrap_or(0);
        Role::Figures(Figures { year, thousands, ..Figures::of(measure) })
    };
    let hours = has(&["timer", "timar", "hours"]) || is_of_hours(text);
    let other_services = has(&["andre tjenester", "andre tenester", "other services"]);
    match amounts::role(text) {
        Some(role) => role,
        None if other_services && has(SHARES) => of(Measure::OtherShare),
        // Hours and numbers of other services are no kroner.
        None if other_services && (is_of_hours(text) || has(&["antall", "tal på", "number"])) => {
            Role::Unread
        }
        None if other_services => of(Measure::OtherCost),
        None if is_of_hours(text) && (is_of_part_of_hours(text) || is_of_remark(text)) => Role::Unread,
        None if hours && subject::is_of_others(text) => Role::Unread,
        None if hours && has(SHARES) => Role::Share,
        None if hours => {
            match has(&["måned", "månad", "month", "per år", "pr år", "pr. år", "a year"]) {
                // Hours of another time than a week, which are carried to that where the whole table is known.
                true => Role::Unread,
                false => match of(Measure::Hours) {
                    Role::Figures(own) => {
                        Role::Figures(Figures { ages: ages_in(text), sex: sex_in(text), ..own })
                    }
                    other => other,
                },
            }
        }
        None if has(SHARES) => Role::Share,
        None => counts(text),
    }
}

/// Ages that a heading of hours names among other words.
fn ages_in(text: &str) -> Option<Ages> {
    let words = text.split(|c: char| is_space(c) || matches!(c, '(' | ')' | ',' | ':' | ';'));
    let mut spans = words.filter(|word| word.contains(['-', '–', '+'])).filter_map(Ages::read);
    spans.find(|ages| *ages != Ages::All)
}

/// The sex that a heading of hours names.
fn sex_in(text: &str) -> Option<Sex> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
    words.find_map(Sex::read).filter(|sex| *sex != Sex::All)
}

/// How spreadsheets say that they added figures up.
const SUM_OF: [&str; 5] = ["sum av ", "sum of ", "summer av ", "summer - ", "sum - "];
/// How they say that they counted rows, and what numbers the rows of a list of persons.
const COUNT_OF: [&str; 8] = [
    "antall av ",
    "antal av ",
    "tal på ",
    "count of ",
    "counta of ",
    "countunique of ",
    "antall - ",
    "count - ",
];
const OF_ROWS: [&str; 7] = ["id", "bruker-id", "brukerid", "brukernr", "brukernummer", "rad", "rader"];
/// What says all of them.
const ALL: [&str; 8] = [
    "i alt",
    "totalt resultat",
    "total result",
    "totalsum",
    "grand total",
    "totalt",
    "til sammen",
    "til saman",
];

/// Numbers of persons: the words must all be known, and what is left be ages.
fn counts(text: &str) -> Role {
    // A pivot table says how its figures were made, which for persons is nothing more.
    let text = SUM_OF.iter().find_map(|own| text.strip_prefix(own)).unwrap_or(text);
    let counted = COUNT_OF.iter().find_map(|own| text.strip_prefix(own)).map(|own| match own {
        own if PSEUDONYM.contains(&own) || OF_ROWS.contains(&own) => "antall".to_string(),
        own => format!("antall {own}"),
    });
    let text = counted.as_deref().unwrap_or(text);
    let text =
        text.replace("i alderen", "").replace("både kjønn", "begge kjønn").replace("til og med", "til");
    // Whoever has a decision of BPA has BPA; a decision alone is no person.
    const OF_BPA: [(&str, &str); 6] = [
        ("brukerstyrt personlig assistanse", "bpa"),
        ("brukarstyrt personleg assistanse", "bpa"),
        ("user-controlled personal assistance", "bpa"),
        ("med vedtak om", "med"),
        ("med vedtak på", "med"),
        ("unike", ""),
    ];
    let text = OF_BPA.iter().fold(text, |text, (long, short)| text.replace(long, short));
    let (text, both) = match ["begge kjønn", "both sexes"].iter().find(|both| text.contains(**both)) {
        Some(both) => (text.replace(both, ""), true),
        None => (text, false),
    };
    let (text, all) = match ALL.iter().find(|all| text.contains(**all)) {
        Some(all) => (text.replace(all, ""), true),
        None => (text, false),
    };
    let mut found =
        Figures { sex: both.then_some(Sex::All), ages: all.then_some(Ages::All), ..Figures::default() };
    let mut left: Vec<&str> = Vec::new();
    let words = text.split(|c: char| is_space(c) || matches!(c, '(' | ')' | ',' | ':' | '/' | ';'));
    for word in words.filter(|word| !word.is_empty()) {
        let measure = [
            (RECIPIENTS, Measure::Recipients),
            (POPULATION, Measure::Population),
            (PERSONS, Measure::Persons),
        ];
        let measure = measure.into_iter().find(|(list, _)| list.contains(&word)).map(|(_, measure)| measure);
        let sex = Sex::read(word).filter(|sex| word.len() > 2 && *sex != Sex::All || word == "begge");
        if let Some(measure) = measure {
            // «Personer» says less than what else is said.
            found.measure = Some(found.measure.map_or(measure, |own| own.min(measure)));
        } else if let Some(year) = year_in(word).or_else(|| year_of_short(word)) {
            // Figures of two years are of neither.
            if found.year.is_some_and(|own| own != year) {
                return Role::Unread;
            }
            found.year = Some(year);
        } else if sex.is_some() || found.sex.is_some() && Sex::read(word) == found.sex {
            // «Mann (M)» says it twice, «menn og kvinner» both.
            let other = found.sex.is_some_and(|own| sex.is_some_and(|sex| sex != own));
            found.sex = if other { Some(Sex::All) } else { Sex::read(word) };
        } else if !FILLERS.contains(&word) && !matches!(month(word), Some(1 | 12))
            || word == "og" && !left.is_empty()
        {
            left.push(word);
        }
    }
    if left.iter().all(|word| ["år", "year", "years"].contains(word)) {
        left.clear();
    }
    // «0–17 I» beside «0–17 II» is a part of them.
    if text.ends_with(" i") {
        return Role::Unread;
    }
    // «0–17 sum» is all of those ages, as «0–17 totalt» is.
    if left.len() > 1 {
        left.retain(|word| !["sum", "total", "samlet", "samla", "alle"].contains(word));
    }
    // «Barn (0-17)» says no more than its ages; «barn» alone none that can be read.
    while left.len() > 1 && (OF_AGES.contains(&left[0]) || left[0] == "og") {
        left.remove(0);
    }
    if !left.is_empty() {
        match Ages::read(&left.join(" ")) {
            // «0–17 totalt» is all of those ages.
            Some(ages) if found.ages.is_none_or(|own| own == Ages::All) => found.ages = Some(ages),
            _ => return Role::Unread,
        }
    }
    match found == Figures::default() {
        true => Role::Unread,
        false => Role::Figures(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(heading: &str) -> Role {
        role(heading, &Named::new())
    }

    fn count(
        measure: Option<Measure>,
        ages: Option<(u32, u32)>,
        year: Option<i32>,
        sex: Option<Sex>,
    ) -> Role {
        let ages = ages.map(|(low, high)| Ages::Of(Span { low, high: (high > 0).then_some(high) }));
        Role::Figures(Figures { measure, ages, year, sex, ..Figures::default() })
    }

    #[test]
    fn headings_say_what_columns_hold() {
        use Measure::{Persons, Population, Recipients};
        for (heading, role) in [
            ("Persons 2023 Males", count(Some(Persons), None, Some(2023), Some(Sex::Men))),
            ("Brukere 2024", count(Some(Recipients), None, Some(2024), None)),
            ("Antall brukere", count(Some(Recipients), None, None, None)),
            ("18-49 år", count(None, Some((18, 49)), None, None)),
            ("0-17 Sum", count(None, Some((0, 17)), None, None)),
            ("18-49 Totalt", count(None, Some((18, 49)), None, None)),
            ("BPA-brukere 80 år og over", count(Some(Recipients), Some((80, 0)), None, None)),
            ("Menn 0–17", count(None, Some((0, 17)), None, Some(Sex::Men))),
            ("recipients_80_plus", count(Some(Recipients), Some((80, 0)), None, None)),
            ("population_16_17", count(Some(Population), Some((16, 17)), None, None)),
            ("Folkemengde 1. januar 2024", count(Some(Population), None, Some(2024), None)),
            ("2022", count(None, None, Some(2022), None)),
            ("Antall mottakere per 31.12.2024", count(Some(Recipients), None, Some(2024), None)),
            ("Antall mottakere pr. 31.12.24", count(Some(Recipients), None, Some(2024), None)),
            ("Antall unike brukere", count(Some(Recipients), None, None, None)),
            ("Antall personer med vedtak om BPA", count(Some(Recipients), None, None, None)),
            (
                "Antall mottakere av brukerstyrt personlig assistanse",
                count(Some(Recipients), None, None, None),
            ),
            ("Antall vedtak", Role::Unread),
            ("Kommune (bosted)", Role::Unit),
            ("Kommunenr.", Role::Unit),
            ("Navn", Role::Name),
            ("Andel 18-49 år", Role::Share),
            ("Prosent", Role::Share),
            ("Fødselsår", Role::Person(Field::Birth)),
            ("Saksnr", Role::Person(Field::Pseudonym)),
            ("Fødselsnummer (11 siffer)", Role::Identity),
            ("Etternavn", Role::Identity),
            ("Barn og unge (0-17 år)", count(None, Some((0, 17)), None, None)),
            ("Antall barn", Role::Unread),
            ("Kommune-\nnummer", Role::Unit),
            ("Merknad", Role::Unread),
            ("Brukere 18-49 med nattjeneste", Role::Unread),
            ("Timer per måned", Role::Unread),
            ("Timer avlastning per uke", Role::Unread),
            ("Timer pårørende per uke", Role::Unread),
            ("Søkte timer per uke", Role::Unread),
            ("Timer natt", Role::Unread),
            ("Merknad timer", Role::Unread),
            ("Boligtilstand", Role::Unread),
            ("Andre tjenester (timer)", Role::Unread),
            ("Vedtaksperiode Fra", Role::Person(Field::Since)),
            ("BPA Sluttdato", Role::Person(Field::Until)),
        ] {
            assert_eq!(told(heading), role, "{heading}");
        }
        let Role::Figures(all) = told("Brukere i alt") else { panic!("figures") };
        assert_eq!(all.ages, Some(Ages::All));
        let measure = |heading: &str| match told(heading) {
            Role::Figures(found) => (found.measure, found.thousands),
            other => panic!("{heading}: {other:?}"),
        };
        assert_eq!(measure("Vedtakstimer pr uke"), (Some(Measure::Hours), 0));
        assert_eq!(measure("Innvilget timetall"), (Some(Measure::Hours), 0));
        assert_eq!(measure("Andre tjenester kr/år"), (Some(Measure::OtherCost), 0));
        assert_eq!(measure("Refusjon (1000 kr)"), (Some(Measure::Refund), 3));
        assert_eq!(measure("Timepris"), (Some(Measure::Price), 0));
    }

    #[test]
    fn years_are_told_from_other_numbers() {
        assert_eq!(
            ["2024", "31.12.2024", "2024-12-31", "(2022)"].map(year_in),
            [Some(2024), Some(2024), Some(2024), Some(2022)]
        );
        assert_eq!(["2022-2024", "0301", "12345", "49"].map(year_in), [None; 4]);
    }
}
