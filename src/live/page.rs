//! The section that is turned, as it stands in a page: dials and empty places for answers, made here so that they can be read
//! without scripts, and the scripts that ask a desk and put its answers in those places. A report carries the engine itself;
//! a server's page asks the server. Nothing that is shown is worked out by the scripts.

use super::catalogue::{Catalogue, Named, Settable, catalogue};
use super::controls;
use super::setting::Setting;
use super::told::told;
use crate::error::Result;
use crate::report::document::Document;
use crate::report::html::{Extra, code, page_with};
use crate::report::security::Rights;
use crate::report::texts::Texts;
use crate::text::{Lang, Words, say};
use base64ct::{Base64, Encoding};
use maud::{Markup, PreEscaped, html};

/// Look of the section.
const STYLE: &str = include_str!("live.css");
/// The scripts of the section, one text in one scope.
const SCRIPTS: [&str; 6] = [
    include_str!("pool.js"),
    include_str!("server.js"),
    include_str!("kept.js"),
    include_str!("place.js"),
    include_str!("find.js"),
    include_str!("live.js"),
];
/// What begins before the engine is read.
const EARLY: &str = include_str!("early.js");
/// What a worker runs.
const WORKER: &str = include_str!("worker.js");
/// Id of the section.
const ID: &str = "live";

/// Where a page finds its engine.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// In the page: the engine as WebAssembly, compressed by gzip.
    Engine(&'a [u8]),
    /// In the program that gave the page, by this token.
    Server(&'a str),
}

/// The section of a setting's scenario, which begins with the setting.
pub fn section(setting: &Setting, source: Source<'_>, lang: Lang) -> Result<Extra> {
    let offered = catalogue(&setting.scenario, lang)?;
    let rights = match source {
        Source::Engine(_) => Rights::Engine,
        Source::Server(_) => Rights::Server,
    };
    let meta = match source {
        Source::Engine(_) => Vec::new(),
        Source::Server(token) => vec![("bpasim-token", token.to_string())],
    };
    Ok(Extra {
        style: STYLE.into(),
        meta,
        section: whole(setting, &offered, source, lang),
        link: matches!(source, Source::Engine(_)).then(|| (ID, say::LIVE_PAGE_LINK.get(lang).to_string())),
        scripts: vec![SCRIPTS.concat()],
        early: matches!(source, Source::Engine(_)).then(|| EARLY.into()),
        rights: Some(rights),
    })
}

/// What stands in place of the section in the report of a run that a page cannot simulate.
pub fn without_engine(lang: Lang) -> Extra {
    Extra {
        style: String::new(),
        meta: Vec::new(),
        section: html! { p class="note" { (say::LIVE_PAGE_OWN_DATA.get(lang)) } },
        link: None,
        scripts: Vec::new(),
        early: None,
        rights: None,
    }
}

/// A page that is the section and nothing else, as a server gives it.
pub fn served(setting: &Setting, token: &str, lang: Lang) -> Result<String> {
    let texts = Texts::new(lang);
    let document = Document {
        title: texts.get(say::TITLE),
        subtitle: setting.load(Some(1))?.title.get(lang).to_string(),
        stamp: vec![format!("bpasim {}", env!("CARGO_PKG_VERSION"))],
        own: String::new(),
        brief: Vec::new(),
        citation: String::new(),
        sections: Vec::new(),
    };
    Ok(page_with(&document, Some(&section(setting, Source::Server(token), lang)?), &texts))
}

fn whole(setting: &Setting, offered: &Catalogue, source: Source<'_>, lang: Lang) -> Markup {
    html! {
        // On paper a report says nothing twice: what stands in it is not printed again while nothing is changed.
        section class="live" id=(ID) aria-labelledby="live-heading" data-lang=(code(lang))
            data-within[matches!(source, Source::Engine(_))] {
            h2 id="live-heading" { (say::LIVE_PAGE_HEADING.get(lang)) }
            p class="note" id="live-off" { (say::LIVE_PAGE_OFF.get(lang)) }
            div id="live-body" hidden {
                p class="live-about" { (say::LIVE_PAGE_ABOUT.get(lang)) }
                div class="live-columns" {
                    div class="live-dials" {
                        (inputs(offered, lang)) (tools(source, lang))
                        // Where the answer is below the dials, its first numbers stay in sight while they are turned.
                        div class="live-brief" data-place="brief" {}
                    }
                    div class="live-answers" { (answers(offered, lang)) }
                }
                details class="live-access" {
                    summary { (say::LIVE_PAGE_ACCESS.get(lang)) }
                    p { (say::LIVE_PAGE_ACCESS_TOLD.get(lang)) }
                }
            }
            (data(setting, source, lang))
        }
    }
}

/// All that is set.
fn inputs(offered: &Catalogue, lang: Lang) -> Markup {
    html! {
        h3 { (say::LIVE_PAGE_DIALS.get(lang)) }
        fieldset class="live-presets" {
            legend { (say::LIVE_PAGE_PRESETS.get(lang)) }
            @for preset in &offered.presets {
                button type="button" aria-pressed="false" data-sets=(sets(preset)) { (preset.label) }
            }
            button type="button" id="live-reset-all" { (say::LIVE_PAGE_RESET_ALL.get(lang)) }
        }
        @for group in &offered.groups { (controls::group(group, lang)) }
        div class="live-choices" {
            p {
                label for="live-reactions" { (say::LIVE_PAGE_REACTIONS.get(lang)) }
                select id="live-reactions" {
                    option value="" { (say::LIVE_PAGE_DRAWN.get(lang)) }
                    @for own in &offered.reactions { option value=(own.id) { (own.label) } }
                }
            }
        }
        (everything(&offered.all, lang))
    }
}

/// Which municipality is looked at: its answer stands right below.
fn municipality(offered: &Catalogue, lang: Lang) -> Markup {
    html! {
        div class="live-choices" {
            p {
                label for="live-municipality-choice" { (say::LIVE_PAGE_MUNICIPALITY.get(lang)) }
                select id="live-municipality-choice" {
                    option value="" { (say::LIVE_PAGE_NO_MUNICIPALITY.get(lang)) }
                    @for [id, name] in &offered.municipalities { option value=(id) { (name) " (" (id) ")" } }
                }
            }
            p class="note" { (say::NOTE_MUNICIPALITY_FILE.get(lang)) }
        }
    }
}

/// The changes of a ready-made setting, as the script reads them.
fn sets(preset: &Named) -> String {
    serde_json::Value::from(preset.sets.clone()).to_string()
}

fn everything(all: &[Settable], lang: Lang) -> Markup {
    let count = all.len().to_string();
    html! {
        details class="live-all" id="live-all" {
            summary { (lang.say(say::LivePageAll { count })) }
            p { label for="live-search" { (say::LIVE_PAGE_SEARCH.get(lang)) } input id="live-search" type="search" autocomplete="off"; }
            p class="note" { (say::LIVE_PAGE_HOW_TO_SET.get(lang)) }
            p class="note" id="live-none" hidden { (say::LIVE_PAGE_NONE_FOUND.get(lang)) }
            ul spellcheck="false" {
                @for (n, own) in all.iter().enumerate() {
                    li {
                        label for=(format!("live-p{n}")) { (own.label) }
                        span class="note" {
                            (say::LIVE_PAGE_TODAY.get(lang)) " " (own.shown) " " (own.unit)
                            @if !own.badge.is_empty() { " · " span title=(own.source) { (own.badge) } }
                        }
                        input id=(format!("live-p{n}")) type="text" data-key=(own.key) autocomplete="off";
                    }
                }
            }
        }
    }
}

fn tools(source: Source<'_>, lang: Lang) -> Markup {
    let button = |id: &str, text: Words| html! { button type="button" id=(id) { (text.get(lang)) } };
    let file = |name: &str, text: Words| html! { button type="button" data-file=(name) { (text.get(lang)) } };
    html! {
        fieldset class="live-tools" {
            legend { (say::LIVE_PAGE_TOOLS.get(lang)) }
            (button("live-copy-link", say::LIVE_PAGE_COPY_LINK))
            (button("live-copy-command", say::LIVE_PAGE_COPY_COMMAND))
            (button("live-save", say::LIVE_PAGE_SAVE))
            label class="live-file" {
                span { (say::LIVE_PAGE_OPEN.get(lang)) }
                input type="file" id="live-open" accept=".toml";
            }
            (file("summary.csv", say::LIVE_PAGE_CSV))
            @match source {
                Source::Engine(_) => { (button("live-this-page", say::LIVE_PAGE_THIS_PAGE)) }
                Source::Server(_) => {
                    (file("report.html", say::LIVE_PAGE_FILE_REPORT))
                    (file("results.xlsx", say::LIVE_PAGE_FILE_WORKBOOK))
                    (file("report.docx", say::LIVE_PAGE_FILE_DOCUMENT))
                    (file("run.json", say::LIVE_PAGE_FILE_RUN))
                }
            }
            p id="live-note" role="status" {}
        }
    }
}

/// Places for the pieces of an answer, each by its name.
fn answers(offered: &Catalogue, lang: Lang) -> Markup {
    let place = |name: &str| html! { div data-place=(name) {} };
    html! {
        h3 { (say::LIVE_PAGE_ANSWERS.get(lang)) }
        p class="live-state" id="live-state" { (say::LIVE_PAGE_WAITING.get(lang)) }
        p class="live-spoken" id="live-spoken" role="status" {}
        div id="live-problems" role="alert" {}
        div id="live-answer" aria-busy="true" {
            (place("sentences"))
            details class="live-own" id="live-own" open {
                summary id="live-own-heading" { (say::LIVE_PAGE_UNCHANGED.get(lang)) }
                ul id="live-changes" {}
            }
            (place("moved")) (place("forest"))
            div class="live-turns" {
                p { button type="button" id="live-turns" { (say::LIVE_PAGE_TURNS.get(lang)) } }
                ul id="live-turns-told" aria-live="polite" {}
            }
            (municipality(offered, lang)) (place("municipality")) (place("glance")) (place("years")) (place("municipal-years"))
            details class="live-budget" id="live-budget" hidden {
                summary { (say::LIVE_PAGE_BUDGET.get(lang)) }
                (place("budget"))
                p { button type="button" id="live-copy-budget" { (say::LIVE_PAGE_COPY_BUDGET.get(lang)) } }
            }
            h4 { (say::LIVE_PAGE_COMMAND.get(lang)) }
            pre tabindex="0" role="region" aria-label=(say::LIVE_PAGE_COMMAND.get(lang)) { code id="live-command" {} }
        }
        form class="live-keep" id="live-keep" {
            label for="live-keep-name" { (say::LIVE_PAGE_KEEP_NAME.get(lang)) }
            input id="live-keep-name" type="text" maxlength="60" autocomplete="off";
            button type="submit" { (say::LIVE_PAGE_KEEP.get(lang)) }
        }
        div id="live-kept-all" hidden {
            h3 { (say::LIVE_PAGE_KEPT.get(lang)) }
            div class="live-kept" id="live-kept" {}
        }
    }
}

/// What the scripts read and no browser runs: where the page begins, words, what a worker runs, and the engine.
fn data(setting: &Setting, source: Source<'_>, lang: Lang) -> Markup {
    let words: [(&str, Words); 12] = [
        ("copied", say::LIVE_PAGE_COPIED),
        ("notCopied", say::LIVE_PAGE_NOT_COPIED),
        ("waiting", say::LIVE_PAGE_WAITING),
        ("failed", say::LIVE_PAGE_FAILED),
        ("stopped", say::LIVE_PAGE_STOPPED),
        ("problems", say::LIVE_PAGE_PROBLEMS),
        ("drop", say::LIVE_PAGE_DROP),
        ("unchanged", say::LIVE_PAGE_UNCHANGED),
        ("keptName", say::LIVE_PAGE_KEPT_NAME),
        ("full", say::LIVE_PAGE_KEPT_FULL),
        ("showAgain", say::LIVE_PAGE_SHOW_AGAIN),
        ("remove", say::LIVE_PAGE_REMOVE),
    ];
    let more = [
        ("gone", say::LIVE_PAGE_GONE),
        ("early", say::LIVE_PAGE_KEPT_EARLY),
        ("noDial", say::LIVE_PAGE_TURNS_NONE),
        ("otherScenario", say::LIVE_PAGE_OTHER_SCENARIO),
        ("find", say::LIVE_PAGE_FIND),
        ("rows", say::LIVE_PAGE_ROWS),
    ];
    let words = words.iter().chain(&more).map(|(id, words)| (id.to_string(), words.get(lang).into()));
    let words = serde_json::Value::Object(words.collect());
    let begin = serde_json::json!({ "setting": setting, "told": told(setting, lang) });
    // No text ends the element that it stands in.
    let inside = |value: serde_json::Value| PreEscaped(value.to_string().replace('<', "\\u003c"));
    html! {
        script type="application/json" id="live-words" { (inside(words)) }
        script type="application/json" id="live-begin" { (inside(begin)) }
        @if let Source::Engine(engine) = source {
            script type="text/plain" id="live-worker" { (PreEscaped(WORKER)) }
            script { (PreEscaped(EARLY)) }
            script type="application/octet-stream" id="live-engine" { (PreEscaped(Base64::encode_string(engine))) }
        }
    }
}
