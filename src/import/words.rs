//! Words that people and offices use in headings, in small letters.

/// Columns of municipalities.
pub const UNITS: &[&str] = &[
    "region",
    "kommune",
    "kommunenr",
    "kommunenummer",
    "kommunenr.",
    "komm.nr",
    "komm.nr.",
    "knr",
    "kommunekode",
    "municipality",
    "municipality number",
    "kommune/bydel",
    "bydel",
    "bydeler",
    "bydelar",
    "enhet",
    "eining",
    "unit",
    "kommune nr",
    "nummer",
];
/// Those of them that are of parts of a municipality.
pub const PARTS: &[&str] = &["bydel", "bydeler", "bydelar"];
/// Columns of their names.
pub const NAME: &[&str] =
    &["navn", "namn", "kommunenavn", "kommunenamn", "municipality name", "enhetsnavn", "navn på kommunen"];
/// Columns of ages.
pub const AGE: &[&str] = &[
    "alder",
    "age",
    "aldersgruppe",
    "aldersgrupper",
    "age group",
    "aldersklasse",
    "aldersklasser",
    "age class",
    "alderstrinn",
    "aldersgruppe (år)",
    "alder (år)",
    "ettårig alder",
    "aldersinndeling",
];
/// Columns of sexes.
pub const SEX: &[&str] = &["kjønn", "sex", "gender"];
/// Columns of years.
pub const YEAR: &[&str] = &["år", "year", "tid", "time", "årgang", "statistikkår", "periode", "period"];
/// Columns that say who a person is; the longer of the first ones also inside other headings.
pub const IDENTITY: &[&str] = &[
    "fødselsnummer",
    "fødselsnr",
    "fodselsnummer",
    "fodselsnr",
    "personnummer",
    "personnr",
    "fnr",
    "pnr",
    "d-nummer",
    "dnr",
    "dnummer",
    "h-nummer",
    "personident",
    "ident",
    "ssn",
    "personal number",
    "national identity number",
    "identity number",
    "fornavn",
    "førenamn",
    "etternavn",
    "etternamn",
    "first name",
    "last name",
    "surname",
    "adresse",
];
/// Columns of what a list calls a person.
pub const PSEUDONYM: &[&str] = &[
    "saksnr",
    "saksnr.",
    "saksnummer",
    "løpenr",
    "løpenummer",
    "løpenr.",
    "pseudonym",
    "case",
    "case number",
    "sak",
    "person",
    "nr",
    "nr.",
];
/// Columns of births.
pub const BIRTH: &[&str] = &[
    "fødselsår",
    "fødselsdato",
    "fødselsdag",
    "fødeår",
    "født",
    "fødd",
    "birth year",
    "year of birth",
    "date of birth",
    "born",
    "født år",
    "fødselsår (åååå)",
];
/// Columns of when hours were granted.
pub const SINCE: &[&str] = &[
    "vedtak fra",
    "vedtak frå",
    "siden",
    "sidan",
    "since",
    "startdato",
    "vedtaksdato",
    "fra dato",
    "granted since",
    "oppstart",
    "oppstartsdato",
    "vedtak siden",
    "vedtak sidan",
    "bpa siden",
];
/// Columns of when they ended.
pub const UNTIL: &[&str] = &[
    "vedtak til",
    "vedtak slutt",
    "til dato",
    "sluttdato",
    "opphørt",
    "opphør",
    "opphørsdato",
    "avsluttet",
    "avslutta",
    "avsluttet dato",
    "until",
    "end date",
    "ended",
    "granted until",
];
/// What tells shares from numbers.
pub const SHARES: &[&str] = &[
    "%",
    "prosent",
    "andel",
    "per cent",
    "percent",
    "share",
    "rate",
    "per 1000",
    "per 1 000",
    "per 10 000",
    "per innbygg",
    "per capita",
];
/// What persons with BPA are called.
pub const RECIPIENTS: &[&str] = &[
    "bruker",
    "brukere",
    "brukarar",
    "brukar",
    "mottaker",
    "mottakere",
    "mottakarar",
    "mottakar",
    "recipients",
    "users",
    "bpa-brukere",
    "bpa-mottakere",
    "bpa",
];
/// What inhabitants are called.
pub const POPULATION: &[&str] = &[
    "innbyggere",
    "innbyggjarar",
    "innbyggarar",
    "population",
    "folkemengde",
    "folkemengd",
    "befolkning",
    "folketall",
    "folketal",
    "inhabitants",
    "folkemengden",
    "befolkningen",
];
/// What says persons and no more.
pub const PERSONS: &[&str] = &["personer", "personar", "persons", "antall", "tal"];
/// What persons of an age are called before it: it says nothing more where an age follows, and too much where none does.
pub const OF_AGES: &[&str] =
    &["barn", "ungdom", "unge", "voksne", "vaksne", "eldre", "children", "young", "adults", "elderly"];
/// Words of headings of numbers that say nothing of what they are of.
pub const FILLERS: &[&str] = &[
    "av", "med", "i", "per", "pr", "pr.", "of", "with", "number", "på", "and", "og", "31.12", "31.",
    "desember", "december", "1.", "1.1", "januar", "january", "på", "som", "mottar",
];
/// What says BPA itself.
pub const BPA: &[&str] =
    &["bpa", "brukerstyrt", "brukarstyrt", "personlig assistan", "personleg assistan", "personal assistance"];
/// Services and events whose numbers are as small as those of BPA, but are others'.
pub const OTHERS: &[&str] = &[
    "sykehjem",
    "sjukeheim",
    "nursing home",
    "hjemmesykepleie",
    "heimesjukepleie",
    "hjemmetjeneste",
    "heimeteneste",
    "home care",
    "praktisk bistand",
    "omsorgsstønad",
    "omsorgslønn",
    "omsorgsløn",
    "støttekontakt",
    "avlastning",
    "avlasting",
    "dagsenter",
    "dagaktivitet",
    "omsorgsbolig",
    "omsorgsbustad",
    "trygghetsalarm",
    "tryggleiksalarm",
    "barnehage",
    "sosialhjelp",
    "uføre",
    "fødte",
    "døde",
    "flytting",
    "barnevern",
    "hjemmehjelp",
    "heimehjelp",
    "home help",
    "home nursing",
    "helsetjenester i hjemmet",
    "helsetenester i heimen",
    "helsetenester i heimane",
    "hjemmebaserte",
    "heimebaserte",
    "omsorgstjenester",
    "omsorgstenester",
    "institusjon",
    "institution",
    "langtidsopphold",
    "langtidsopphald",
    "korttidsopphold",
    "korttidsopphald",
    "rehabilitering",
    "fysioterapi",
    "ergoterapi",
    "psykisk helse",
    "matombringing",
    "velferdsteknologi",
    "dagtilbud",
    "dagtilbod",
    "aktivitetstilbud",
    "aktivitetstilbod",
    "bofellesskap",
    "bufellesskap",
    "pårørendestønad",
    "pårørandestønad",
    "avlaster",
    "avlastar",
    "individuell plan",
    "støtteperson",
    "treningskontakt",
    "fritidskontakt",
    "respite",
    "support contact",
    "day centre",
    "nattjeneste",
    "nattpatrulje",
    "transporttjeneste",
    "tt-kort",
];
