//! What a title, a name or a cell says that numbers are of where that is not persons with BPA at the end of a year: it
//! overrules the mere word BPA or brukere. «Vedtakstimer BPA» are no persons, nor are refusals of it.

use super::part_of_year::{PARTS, says_part};
use super::wording::{place, says, words, year_in};
use super::words::{BPA, OTHERS};
use crate::text::{Words, say};

/// What numbers are where they are of no persons, or not of all who have BPA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Shares of persons, or rates.
    Shares,
    /// Hours.
    Hours,
    /// Kroner.
    Kroner,
    /// Applications, refusals, appeals.
    Applications,
    /// Persons who wait.
    Waiting,
    /// Those who came or left.
    Turnover,
    /// A change.
    Change,
    /// Those who work.
    Employees,
    /// Decisions.
    Decisions,
    /// What nobody has counted yet.
    Projection,
    /// All of a time, of whom some have left before its end.
    During,
    /// A part of a year, which is neither its end nor the whole of it.
    Part,
}

use Subject::{
    Applications, Change, Decisions, During, Employees, Hours, Kroner, Part, Projection, Shares, Turnover,
    Waiting,
};

/// Words that say it, the more telling first.
const SUBJECTS: [(Subject, &[&str]); 12] = [
    (
        Shares,
        &[
            "%",
            "prosent*",
            "*prosent",
            "andel*",
            "per cent",
            "percent*",
            "share",
            "shares",
            "rate",
            "rates",
            "rater",
            "ratar",
            "promille",
            "indeks*",
            "index",
            "per 1000",
            "per 1 000",
            "per 10000",
            "per 10 000",
            "per 100 000",
            "per 100000",
            "pr 1000",
            "pr 1 000",
            "pr 10000",
            "pr 10 000",
            "pr 100 000",
            "per innbygg*",
            "pr innbygg*",
            "per capita",
            "per person",
            "per bruker",
            "per mottaker",
            "per inhabitant*",
        ],
    ),
    (
        Projection,
        &[
            "framskriv*",
            "fremskriv*",
            "framskreve*",
            "framskrive*",
            "prognose*",
            "projection*",
            "projected",
            "forecast*",
            "anslag",
            "anslått*",
            "estimat*",
            "estimert*",
            "forventet",
            "forventa",
            "budsjett*",
            "budget*",
        ],
    ),
    (
        Applications,
        &[
            "avslag*",
            "avslå*",
            "avvist*",
            "klage*",
            "*klager",
            "søknad*",
            "søker",
            "søkere",
            "søkjar*",
            "søkt",
            "refusal*",
            "refused",
            "rejected",
            "rejection*",
            "application*",
            "applicant*",
            "appeal*",
            "complaint*",
        ],
    ),
    (
        Waiting,
        &[
            "*venteliste*",
            "venteliste*",
            "venter",
            "ventar",
            "ventende",
            "ventetid*",
            "waiting",
            "i kø",
            "kø",
        ],
    ),
    (
        Turnover,
        &[
            "nye bruker*",
            "nye brukar*",
            "nye mottak*",
            "nye bpa*",
            "nye person*",
            "nye vedtak*",
            "nye tilfelle*",
            "nye i",
            "new recipient*",
            "new user*",
            "new bpa*",
            "new person*",
            "nytilkom*",
            "tilgang",
            "avgang",
            "døde",
            "død",
            "flyttet*",
            "utflytt*",
            "innflytt*",
            "avslutt*",
            "opphør*",
            "sluttet",
            "slutta",
        ],
    ),
    (
        Change,
        &[
            "endring",
            "endringer",
            "endringar",
            "vekst",
            "veksten",
            "økning",
            "nedgang",
            "change",
            "changes",
            "growth",
            "avvik",
        ],
    ),
    (
        Employees,
        &[
            "*assistenter",
            "*assistentar",
            "arbeidsleder*",
            "arbeidsleiar*",
            "pårørende til",
            "pårørande til",
            "leverandører",
            "leverandørar",
            "ansatte",
            "tilsette",
            "årsverk*",
            "assistants",
            "employees",
            "full time equivalent*",
        ],
    ),
    (During, &["i løpet av", "gjennom året", "hele året", "during"]),
    (Part, &PARTS),
    (
        Decisions,
        &[
            "antall vedtak",
            "antall bpa vedtak",
            "talet på vedtak",
            "tal på vedtak",
            "tal vedtak",
            "tal bpa vedtak",
            "number of decisions",
        ],
    ),
    (Hours, &["*timer", "*timar", "hours", "timetall*", "timetal*"]),
    (
        Kroner,
        &[
            "*utgift",
            "utgift*",
            "*utgifter",
            "*kostnad",
            "*kostnader",
            "kostnad*",
            "kroner",
            "kr",
            "mill",
            "mnok",
            "tkr",
            "nok",
            "beløp*",
            "refusjon*",
            "toppfinansiering*",
            "tilskudd*",
            "tilskot*",
            "timepris*",
            "pris",
            "prisen",
            "priser",
            "prisar",
            "expenditure*",
            "cost",
            "costs",
            "refund*",
        ],
    ),
];

/// What a text says that numbers are of, where that is not persons.
pub fn of(text: &str) -> Option<Subject> {
    // Whoever gives the service is no other person, where it is said of whose recipients numbers are.
    let of_all =
        says(text, &["inkl*", "inclu*", "uansett", "alle leverandør*", "private leverandør*"]).is_some();
    let said = SUBJECTS
        .iter()
        .filter(|(subject, _)| *subject != Employees || !of_all)
        .find(|(subject, phrases)| says(text, phrases).is_some() || *subject == Part && says_part(text))
        .map(|(subject, _)| *subject);
    said.or_else(|| words(text).iter().any(|word| is_of_budget(word)).then_some(Projection))
}

/// Whether a word is how accounts write a budget's year: «2024B», «B2024», «RB24».
fn is_of_budget(word: &str) -> bool {
    let year =
        |own: &str| year_in(own).is_some() || own.len() == 2 && own.bytes().all(|b| b.is_ascii_digit());
    let before = ["b", "rb", "vb", "bud"].iter().filter_map(|mark| word.strip_prefix(mark));
    word.strip_suffix('b').is_some_and(|own| year_in(own).is_some()) || before.into_iter().any(year)
}

impl Subject {
    /// What is told of it.
    pub fn told(self) -> Words {
        match self {
            Shares => say::IMPORT_SUBJECT_SHARES,
            Hours => say::IMPORT_SUBJECT_HOURS,
            Kroner => say::IMPORT_SUBJECT_KRONER,
            Applications => say::IMPORT_SUBJECT_APPLICATIONS,
            Waiting => say::IMPORT_SUBJECT_WAITING,
            Turnover => say::IMPORT_SUBJECT_TURNOVER,
            Change => say::IMPORT_SUBJECT_CHANGE,
            Employees => say::IMPORT_SUBJECT_EMPLOYEES,
            Decisions => say::IMPORT_SUBJECT_DECISIONS,
            Projection => say::IMPORT_SUBJECT_PROJECTION,
            During => say::IMPORT_SUBJECT_DURING,
            Part => say::IMPORT_SUBJECT_PART_OF_YEAR,
        }
    }

    /// Whether persons are others than those who have BPA, whatever columns a list has of them.
    pub fn is_of_other_persons(self) -> bool {
        matches!(self, Applications | Waiting | Turnover | Employees | Projection)
    }
}

/// Whether a text names BPA.
pub fn is_of_bpa(text: &str) -> bool {
    let text = super::cells::folded(text);
    BPA.iter().any(|word| text.contains(word))
}

/// Whether a text is of another service: of that alone, or of that and BPA together.
pub fn is_of_others(text: &str) -> bool {
    is_of_others_alone(text) || is_of_several(text)
}

/// Whether a text is of another service and not of BPA. What is refunded are services that take many resources, of whatever sort.
pub fn is_of_others_alone(text: &str) -> bool {
    let text = super::cells::folded(text);
    if ["ressurskrevende", "ressurskrevjande"].iter().any(|word| text.contains(word)) {
        return false;
    }
    OTHERS.iter().any(|word| text.contains(word)) && !is_of_bpa(&text)
}

/// Whether a text is of another service and BPA together: «BPA eller praktisk bistand» is, «praktisk bistand organisert som
/// BPA» is BPA.
pub fn is_of_several(text: &str) -> bool {
    const JOINS: [&str; 11] =
        ["eller", "og", "samt", "or", "and", "pluss", "plus", "/", "inkl*", "including", "medregn*"];
    let text = super::cells::folded(text);
    let find = |list: &[&str]| list.iter().find_map(|word| text.find(word));
    let (Some(other), Some(bpa)) = (find(OTHERS), find(BPA)) else { return false };
    let between = text.get(other.min(bpa)..other.max(bpa)).unwrap_or_default();
    let words = words(between);
    if ["ikke", "ikkje", "not"].iter().any(|not| place(&words, not).is_some()) {
        return false;
    }
    JOINS.iter().any(|join| place(&words, join).is_some()) || between.contains(['+', '&'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_says_overrules_the_mere_word_bpa() {
        for (text, subject) in [
            ("Vedtakstimer BPA per uke i gjennomsnitt 2024", Some(Hours)),
            ("Utgifter til BPA 2024, mill. kr", Some(Kroner)),
            ("Driftsutgifter BPA", Some(Kroner)),
            ("Avslag på BPA 2024", Some(Applications)),
            ("Søknader om BPA", Some(Applications)),
            ("BPA-brukere 2024, fordelt i prosent", Some(Shares)),
            ("BPA-brukere per 10 000 innbyggere", Some(Shares)),
            ("Nye BPA-brukere i 2024", Some(Turnover)),
            ("Personer på venteliste for BPA", Some(Waiting)),
            ("Framskriving BPA-brukere 2040", Some(Projection)),
            ("Endring i antall BPA-brukere", Some(Change)),
            ("BPA-assistenter 2024", Some(Employees)),
            ("Antall vedtak om BPA", Some(Decisions)),
            ("Inkl. private leverandører", None),
            ("Leverandører av BPA", Some(Employees)),
            ("2024B", Some(Projection)),
            ("RB24", Some(Projection)),
            ("2024", None),
            ("B-blokka", None),
            ("BPA-brukere i Asker per 31.12.2024", None),
            ("Nye Asker kommune: BPA-brukere 18 år og over", None),
            ("07459: Population, by region, sex, age, year and contents", None),
            ("Brukere med vedtak om BPA", None),
        ] {
            assert_eq!(of(text), subject, "{text}");
        }
    }

    #[test]
    fn other_services_are_told_from_bpa() {
        for (text, other) in [
            ("Mottakere av helsetjenester i hjemmet", true),
            ("Brukere av hjemmehjelp", true),
            ("Brukere med BPA eller praktisk bistand", true),
            ("Støttekontakt og BPA", true),
            ("Hjemmesykepleie + BPA", true),
            ("Praktisk bistand - brukerstyrt personlig assistanse", false),
            ("Praktisk bistand organisert som BPA, kvinner og menn", false),
            ("BPA-brukere", false),
            ("Brukere", false),
            ("Refusjon for særlig ressurskrevende helse- og omsorgstjenester", false),
        ] {
            assert_eq!(is_of_others(text), other, "{text}");
        }
    }
}
