//! The sentences around the table on screen.

use super::number::{NBSP, number, years};
use crate::analysis::full_effect_year;
use crate::outcomes::Words;
use crate::scenario::Scenario;
use crate::text::Lang;

const fn w(nb: &'static str, nn: &'static str, en: &'static str) -> Words {
    Words::new(nb, nn, en)
}

/// What the table is about: title, units, years, draws, price year.
pub fn heading(s: &Scenario, draws: usize, replicates: usize, price_year: i32, lang: Lang) -> [String; 2] {
    let n = |x: usize| number(x as f64, 0, lang);
    let units = s.units.len();
    let words = match (s.has_population(), units == 1) {
        (true, true) => w("kommune", "kommune", "municipality"),
        (true, false) => w("kommuner", "kommunar", "municipalities"),
        (false, true) => w("bydel", "bydel", "district"),
        (false, false) => w("bydeler", "bydelar", "districts"),
    };
    let drawn = match draws == 1 {
        true => w("trekning", "trekking", "draw"),
        false => w("trekninger", "trekkingar", "draws"),
    };
    let times = if replicates > 1 { format!(" × {}", n(replicates)) } else { String::new() };
    let title = w("Hvem betaler for BPA?", "Kven betaler for BPA?", "Who pays for BPA?");
    let fixed = match lang {
        Lang::Nb => format!("faste {price_year}-kroner"),
        Lang::Nn => format!("faste {price_year}-kroner"),
        Lang::En => format!("kroner at {price_year} prices"),
    };
    [
        format!("{} {}", title.get(lang), s.title.get(lang)),
        format!(
            "{}{NBSP}{} · {} · {}{times}{NBSP}{} · {fixed}",
            n(units),
            words.get(lang),
            years(s.base_year, s.last_year()),
            n(draws),
            drawn.get(lang)
        ),
    ]
}

/// Heading of the user's own assumptions.
pub const OWN: Words = w("Egne forutsetninger", "Eigne føresetnader", "Own assumptions");

/// «before» in the list of own assumptions.
pub const BEFORE: Words = w("før", "før", "before");

/// «and so many more» in the list of own assumptions.
pub fn more(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Nb => format!("og {n} til, se run.json"),
        Lang::Nn => format!("og {n} til, sjå run.json"),
        Lang::En => format!("and {n} more, see run.json"),
    }
}

/// Heading of the list of models.
pub const MODELS: Words =
    w("Modellene som er regnet på", "Modellane det er rekna på", "The models calculated");

/// How levels are to be read.
pub fn about_levels(many_draws: bool, lang: Lang) -> &'static str {
    let words = if many_draws {
        w(
            "Øverst står gjennomsnittet av trekningene. I klammer står intervallet fra 5- til 95-prosentilen: ni \
             av ti trekninger ligger der. Det viser usikkerhet i forutsetningene og hos personene, ikke hele \
             usikkerheten. Faktiske tall vil avvike.",
            "Øvst står gjennomsnittet av trekkingane. I klammer står intervallet frå 5- til 95-prosentilen: ni av \
             ti trekkingar ligg der. Det viser uvisse i føresetnadene og hos personane, ikkje heile uvissa. \
             Faktiske tal vil avvike.",
            "The mean of the draws comes first. Brackets hold the interval from the 5th to the 95th percentile: \
             nine draws in ten lie there. It shows uncertainty in the assumptions and among persons, not all \
             uncertainty. Real figures will differ.",
        )
    } else {
        w(
            "Én trekning: usikkerheten vises ikke.",
            "Éi trekking: uvissa er ikkje vist.",
            "One draw: uncertainty is not shown.",
        )
    };
    words.get(lang)
}

/// How differences are to be read.
pub fn about_differences(many_draws: bool, lang: Lang) -> &'static str {
    let words = if many_draws {
        w(
            "Forskjellen er regnet i hver trekning, med de samme personene og forutsetningene i begge modeller. \
             Minus betyr at tallet er lavere. «Lavere i 97 %» betyr lavere i 97 % av trekningene.",
            "Skilnaden er rekna i kvar trekking, med dei same personane og føresetnadene i begge modellane. Minus \
             betyr at talet er lågare. «Lågare i 97 %» betyr lågare i 97 % av trekkingane.",
            "The difference is worked out in every draw, with the same persons and assumptions in both models. \
             Minus means a lower number. “Lower in 97%” means lower in 97% of the draws.",
        )
    } else {
        w(
            "Forskjellen er regnet med de samme personene og forutsetningene i begge modeller. Minus betyr at \
             tallet er lavere.",
            "Skilnaden er rekna med dei same personane og føresetnadene i begge modellane. Minus betyr at talet \
             er lågare.",
            "The difference is worked out with the same persons and assumptions in both models. Minus means a \
             lower number.",
        )
    };
    words.get(lang)
}

/// Heading of the table of levels.
pub const LEVELS: Words =
    w("TABELL 1. MODELLENE HVER FOR SEG", "TABELL 1. MODELLANE KVAR FOR SEG", "TABLE 1. EACH MODEL");

/// Heading of the table of differences.
pub const DIFFERENCES: Words = w(
    "TABELL 2. FORSKJELLER MELLOM MODELLENE",
    "TABELL 2. SKILNADER MELLOM MODELLANE",
    "TABLE 2. DIFFERENCES BETWEEN MODELS",
);

/// Heading of the table with many models.
pub const BY_MODEL: Words = w(
    "MODELLENE OG FORSKJELLEN FRA NULLALTERNATIVET",
    "MODELLANE OG SKILNADEN FRÅ NULLALTERNATIVET",
    "THE MODELS AND THEIR DIFFERENCE FROM THE ZERO ALTERNATIVE",
);

/// Column heads with many models: level, difference.
pub const COLUMNS: [Words; 2] = [w("nivå", "nivå", "level"), w("forskjell", "skilnad", "difference")];

/// Heading of the block about one year.
pub fn one_year(s: &Scenario, lang: Lang) -> String {
    let (index, full) = full_effect_year(s);
    let year = s.base_year + index as i32;
    let why = match (full, s.models.len() > 1) {
        (true, true) => w(
            "det første året der alle modellene virker fullt ut",
            "det første året der alle modellane verkar fullt ut",
            "the first year with every model in full effect",
        ),
        (true, false) => w("det første året", "det første året", "the first year"),
        (false, _) => w(
            "det siste året; ikke alle modellene virker fullt ut ennå",
            "det siste året; ikkje alle modellane verkar fullt ut enno",
            "the last year; not every model is in full effect yet",
        ),
    };
    match lang {
        Lang::En => format!("THE YEAR {year}, {}", why.get(lang)),
        _ => format!("ÅRET {year}, {}", why.get(lang)),
    }
}

/// Heading of the block about the whole period.
pub fn whole_period(s: &Scenario, lang: Lang) -> String {
    let period = years(s.base_year, s.last_year());
    match lang {
        Lang::Nb => format!("HELE PERIODEN {period}, lagt sammen"),
        Lang::Nn => format!("HEILE PERIODEN {period}, lagt saman"),
        Lang::En => format!("THE WHOLE PERIOD {period}, added up"),
    }
}

/// Unit of money: fixed kroner, and whether discounted to a year.
pub fn kroner(scale: &str, price_year: i32, present_value: Option<i32>, lang: Lang) -> String {
    let unit = match lang {
        Lang::En => format!("{scale} {price_year}-NOK"),
        _ => format!("{scale} {price_year}-kroner"),
    };
    match (present_value, lang) {
        (None, _) => unit.trim().to_string(),
        (Some(year), Lang::En) => format!("{}, present value in {year}", unit.trim()),
        (Some(year), _) => format!("{}, nåverdi i {year}", unit.trim()),
    }
}

/// Unit of hours summed over the period.
pub const HOURS_IN_ALL: Words = w("timer i alt", "timar i alt", "hours in all");

/// Said of unmet need beside society's cost, where it has no price.
pub const WITHOUT_PRICE: Words = w("virkning uten pris", "verknad utan pris", "effect without a price");

/// The subtracted model in a column head.
pub const MINUS_WORD: Words = w("minus", "minus", "minus");

/// Share of draws in which a difference is lower or higher; nothing to say with one draw.
pub fn direction(below: f64, above: f64, lang: Lang) -> String {
    let (word, share) = if below >= above {
        (w("lavere i", "lågare i", "lower in"), below)
    } else {
        (w("høyere i", "høgare i", "higher in"), above)
    };
    if share == 0.0 {
        return w("ingen forskjell", "ingen skilnad", "no difference").get(lang).to_string();
    }
    let how = if share == 1.0 {
        w("alle", "alle", "all").get(lang).to_string()
    } else {
        super::number::probability(share, lang)
    };
    format!("{} {how}", word.get(lang))
}

/// Said where what is shown does not add.
pub const ROUNDING: Words =
    w("Avvik skyldes avrunding.", "Avvik kjem av avrunding.", "Discrepancies are due to rounding.");

/// The last lines.
pub fn closing(many_models: bool, lang: Lang) -> String {
    let rest = if many_models {
        w(
            "Forskjeller mellom alle par av modeller og alle år står i summary.csv.",
            "Skilnader mellom alle par av modellar og alle år står i summary.csv.",
            "Differences between all pairs of models and all years are in summary.csv.",
        )
    } else {
        w(
            "Alle år og flere mål står i summary.csv.",
            "Alle år og fleire mål står i summary.csv.",
            "All years and more measures are in summary.csv.",
        )
    };
    let advice = w(
        "Tallene viser virkninger av forutsetningene. De sier ikke hvilken modell som bør velges.",
        "Tala viser verknader av føresetnadene. Dei seier ikkje kva modell som bør veljast.",
        "The figures show what follows from the assumptions. They do not say which model to choose.",
    );
    format!("{} {}", rest.get(lang), advice.get(lang))
}
