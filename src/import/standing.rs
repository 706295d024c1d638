//! What a word in a list of persons says of a row: that its grant is in force, or that it is not, since it is over, refused, not
//! begun or no more than applied for.

use super::person_names::has_first_name;
use super::wording::{says, words};
use crate::scenario::small_counts::small;
use crate::text::{Message, Text, say};
use std::collections::BTreeMap;

/// What a text says of the grant of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is in force.
    In,
    /// It is not.
    Out,
    /// One and the other, or the opposite of what is over.
    Doubtful,
    /// Nothing of that.
    Unsaid,
}

use Standing::{Doubtful, In, Out, Unsaid};

/// Beginnings of words for what is over, refused, not begun or asked for.
const OVER: [&str; 66] = [
    "avslut*",
    "slutta",
    "sluttet",
    "opphør*",
    "opphøyr*",
    "avslå*",
    "avslag*",
    "avvis*",
    "avgå*",
    "avgang*",
    "død*",
    "flytt*",
    "utflytt*",
    "fraflytt*",
    "passiv*",
    "inaktiv*",
    "søknad*",
    "søkt",
    "omsøkt",
    "søker",
    "søkar",
    "behandl*",
    "saksbehandl*",
    "venter",
    "ventar",
    "venteliste*",
    "vurderes",
    "vurdering",
    "planlagt*",
    "planlagd*",
    "fremtidig*",
    "framtidig*",
    "stans*",
    "stopp*",
    "bero",
    "utløp*",
    "utgå*",
    "trukket",
    "trekt",
    "henlagt",
    "klage*",
    "anke*",
    "utkast",
    "kladd",
    "forslag",
    "feilregistrert",
    "annuller*",
    "kanseller*",
    "slettet",
    "historisk*",
    "tidligere",
    "tidlegare",
    "arkiver*",
    "lukket",
    "lukka",
    "ended",
    "closed",
    "refus*",
    "reject*",
    "denied",
    "dead",
    "deceased",
    "moved",
    "inactive",
    "pending",
    "expired",
];
/// Words for what is in force.
const FORCE: [&str; 26] = [
    "aktiv*",
    "active",
    "løpende",
    "løpande",
    "innvilg*",
    "innvilga",
    "iverksatt*",
    "iverksett*",
    "gjeldende",
    "gjeldande",
    "gyldig*",
    "pågår",
    "pågående",
    "pågåande",
    "godkjen*",
    "effektuert*",
    "vedtatt*",
    "vedteke",
    "tildelt*",
    "åpen",
    "open",
    "granted",
    "current",
    "ongoing",
    "approved",
    "i kraft",
];
/// Persons of a list who are others than those with BPA, and those, where a cell says no more.
const OTHERS: [&str; 10] = [
    "assistent",
    "pårørende",
    "pårørande",
    "verge",
    "foresatt",
    "arbeidsgiver",
    "arbeidsgivar",
    "assistant",
    "relative",
    "guardian",
];
const USERS: [&str; 8] =
    ["bruker", "brukar", "mottaker", "mottakar", "tjenestemottaker", "tenestemottakar", "user", "recipient"];
/// So many words are a remark, and none that a column has of every row.
const LONGEST: usize = 4;

/// Words of headings for what is granted and to whom.
const OF_GRANTS: [&str; 12] = [
    "vedtak*",
    "tjeneste*",
    "teneste*",
    "bpa",
    "sak",
    "saks*",
    "bruker*",
    "brukar*",
    "ytelse*",
    "grant*",
    "er",
    "is",
];

/// What a cell says.
pub fn of(text: &str) -> Standing {
    let own = words(text);
    if own.len() > LONGEST {
        return Unsaid;
    }
    if let [only] = &own[..] {
        if OTHERS.contains(&only.as_str()) {
            return Out;
        }
        if USERS.contains(&only.as_str()) {
            return In;
        }
    }
    let not = says(text, &["ikke", "ikkje", "not", "delvis"]);
    match (says(text, &OVER).is_some(), says(text, &FORCE).is_some(), not) {
        (true, true, Some("delvis")) => In,
        (true, true, _) | (true, false, Some(_)) => Doubtful,
        (true, false, None) | (false, true, Some("ikke" | "ikkje" | "not")) => Out,
        (false, true, _) => In,
        (false, false, _) => Unsaid,
    }
}

/// What a cell says under a heading that a yes or a no answers.
pub fn of_answer(heading: &str, text: &str) -> Option<Standing> {
    const YES: [&str; 7] = ["ja", "yes", "x", "j", "1", "sann", "true"];
    const NO: [&str; 6] = ["nei", "no", "n", "0", "usann", "false"];
    // Whoever applies or complains may have BPA all the same.
    const ENDED: [&str; 13] = [
        "passiv*",
        "inaktiv*",
        "avslutt*",
        "opphør*",
        "opphøyr*",
        "død*",
        "flyttet",
        "flytta",
        "utflytt*",
        "utløpt",
        "ended",
        "closed",
        "inactive",
    ];
    let text = super::cells::folded(text);
    let yes = YES.contains(&text.as_str());
    if !yes && !NO.contains(&text.as_str()) {
        return None;
    }
    // «Aktiv i arbeid» is of something else.
    let known =
        |word: &String| [&ENDED[..], &FORCE, &OF_GRANTS].iter().any(|list| says(word, list).is_some());
    if asks_bpa(heading) {
        return Some(if yes { In } else { Out });
    }
    let (ended, force) = (says(heading, &ENDED).is_some(), says(heading, &FORCE).is_some());
    if (ended || force) && !words(heading).iter().all(known) {
        return Some(Doubtful);
    }
    match (ended, force, yes) {
        (true, false, true) | (false, true, false) => Some(Out),
        (true, false, false) | (false, true, true) => Some(In),
        _ => None,
    }
}

/// What is told of the words of a column that are not understood. One that stands in many rows is nobody's, and may be shown.
pub fn not_understood(unknown: impl Iterator<Item = String>) -> Text {
    let mut rows: BTreeMap<String, u64> = BTreeMap::new();
    unknown.for_each(|text| *rows.entry(text).or_default() += 1);
    let is_word = |text: &str| {
        words(text).len() <= 2
            && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
            && text.split(' ').skip(1).all(|word| !word.starts_with(char::is_uppercase))
            && !has_first_name(text)
    };
    let told = rows.iter().filter(|(text, rows)| !small(**rows) && is_word(text));
    let list: Vec<String> = told.map(|(text, _)| format!("«{text}»")).collect();
    match (list.is_empty(), rows.is_empty()) {
        (false, _) => say::ImportListStandingWords { list: list.join(", ") }.text(),
        (true, true) => say::IMPORT_LIST_STANDING_BLANK.text(),
        (true, false) => say::IMPORT_LIST_STANDING.text(),
    }
}

/// Whether a heading asks whether somebody has BPA, and nothing else.
pub fn asks_bpa(heading: &str) -> bool {
    const LONG: [&str; 3] = [
        "brukerstyrt personlig assistanse",
        "brukarstyrt personleg assistanse",
        "user-controlled personal assistance",
    ];
    const BESIDE: [&str; 8] = ["bpa", "har", "has", "om", "på", "mottar", "vedtak", "med"];
    let heading = super::cells::folded(heading);
    let long = |own: String, name: &&str| own.replace(*name, "bpa");
    let own = words(&LONG.iter().fold(heading, long));
    own.iter().any(|word| word == "bpa") && own.iter().all(|word| BESIDE.contains(&word.as_str()))
}

/// Whether a text answers yes or no.
pub fn is_answer(text: &str) -> bool {
    of_answer("bpa", text).is_some()
}

/// Whether a heading is of the standing of every row, so that each word below it must be known.
pub fn is_heading(heading: &str) -> bool {
    const OF_STANDING: [&str; 22] = [
        "status",
        "statuskode",
        "vedtaksstatus",
        "saksstatus",
        "brukerstatus",
        "brukarstatus",
        "tjenestestatus",
        "tenestestatus",
        "resultat",
        "vedtaksresultat",
        "utfall",
        "beslutning",
        "avgjørelse",
        "avgjerd",
        "rolle",
        "fase",
        "passiv",
        "aktiv",
        "inaktiv",
        "role",
        "outcome",
        "result",
    ];
    says(heading, &OF_STANDING).is_some()
}

/// Whether a heading is of grants, so that words for what is over are plainly of them: school and work are over too.
pub fn is_of_grants(heading: &str) -> bool {
    is_heading(heading) || of(heading) != Unsaid || says(heading, &OF_GRANTS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_whether_a_grant_is_in_force() {
        for (text, standing) in [
            ("Avsluttet", Out),
            ("Avslått", Out),
            ("Under behandling", Out),
            ("Ikke aktiv", Out),
            ("Inaktiv", Out),
            ("Assistent", Out),
            ("Avslag BPA", Out),
            ("BPA - søknad", Out),
            ("Aktiv", In),
            ("Innvilget", In),
            ("Delvis innvilget", In),
            ("Bruker", In),
            ("Avslag, innvilget på klage", Doubtful),
            ("Ikke avsluttet", Doubtful),
            ("Bor med pårørende", Unsaid),
            ("har søkt om flere timer til helgene", Unsaid),
            ("Stendi", Unsaid),
        ] {
            assert_eq!(of(text), standing, "{text}");
        }
        assert_eq!(of_answer("Passiv", "Ja"), Some(Out));
        assert_eq!(of_answer("Passiv", "Nei"), Some(In));
        assert_eq!(of_answer("Aktiv", "Nei"), Some(Out));
        assert_eq!(of_answer("Aktiv i arbeid", "Nei"), Some(Doubtful));
        assert_eq!([of_answer("Klage", "ja"), of_answer("Passiv", "kanskje")], [None, None]);
        assert!(is_heading("Status vedtak") && is_heading("Vedtaksstatus") && !is_heading("Sivilstatus"));
    }
}
