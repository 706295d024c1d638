//! A drawing as a file of its own. Word, LibreOffice and Inkscape know neither variables of style sheets nor most of their
//! selectors, so every look is written out as attributes, in the colours of paper.

use super::plot::{WIDTH, c};
use crate::report::html::FIGURE_STYLE;
use maud::html;

/// Height of a line of the stamp above a drawing, and letters that fit in it.
const LINE: f64 = 16.0;
const LETTERS_A_LINE: usize = 112;
/// What stands between the parts of a stamp, where lines may break.
const BETWEEN: &str = " · ";
/// Letters for programs that are no browser.
const LETTERS: &str = "Arial, Liberation Sans, DejaVu Sans, sans-serif";

/// A rule of the style sheet: an element (or any), classes it must have, how much the rule weighs, and what it says.
struct Rule {
    element: Option<String>,
    classes: Vec<String>,
    weight: usize,
    says: Vec<(String, String)>,
}

/// The rules of the style sheet that hold on paper, their variables replaced, the weightiest last.
fn rules(style: &str) -> Vec<Rule> {
    let blocks = blocks(style);
    let root = blocks.iter().find(|(selectors, _)| *selectors == ":root").map_or("", |(_, says)| says);
    let variables: Vec<(String, &str)> =
        declarations(root).map(|(name, value)| (format!("var({name})"), value)).collect();
    let resolved =
        |value: &str| variables.iter().fold(value.to_string(), |text, (name, own)| text.replace(name, own));
    let mut rules = Vec::new();
    for (selectors, says) in &blocks {
        let says: Vec<(String, String)> =
            declarations(says).flat_map(|(name, value)| attributes(name, &resolved(value))).collect();
        let own = selectors.split(',').filter_map(|selector| rule(selector, says.clone()));
        rules.extend(own);
    }
    rules.sort_by_key(|rule| rule.weight);
    rules
}

/// Selectors and declarations of every block that is not for certain media only.
fn blocks(style: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = style;
    while let Some((selectors, after)) = rest.split_once('{') {
        let selectors = selectors.trim();
        let end = if selectors.starts_with('@') { "}}" } else { "}" };
        let Some((says, after)) = after.split_once(end) else { break };
        if !selectors.starts_with('@') {
            blocks.push((selectors, says));
        }
        rest = after;
    }
    blocks
}

fn declarations(says: &str) -> impl Iterator<Item = (&str, &str)> {
    says.split(';').filter_map(|one| one.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

/// What a declaration is as attributes.
fn attributes(name: &str, value: &str) -> Vec<(String, String)> {
    let of = |name: &str, value: &str| (name.to_string(), value.to_string());
    match name {
        "font" => {
            let size = value.split(' ').next().unwrap_or(value);
            vec![of("font-size", size), of("font-family", LETTERS)]
        }
        // For the page alone.
        "forced-color-adjust" | "min-width" | "max-width" | "width" | "paint-order" => Vec::new(),
        _ => vec![of(name, value)],
    }
}

/// A rule of a selector such as `svg .tick`, `.line.s1` or `svg text`; none of one that is about the page around a drawing.
fn rule(selector: &str, says: Vec<(String, String)>) -> Option<Rule> {
    let parts: Vec<&str> = selector.split_whitespace().collect();
    let (last, before) = parts.split_last()?;
    if before.iter().any(|part| *part != "svg") || last.starts_with(':') {
        return None;
    }
    let mut names = last.split('.');
    let element = names.next().filter(|name| !name.is_empty()).map(str::to_string);
    let classes: Vec<String> = names.map(str::to_string).collect();
    // As browsers weigh: a class is more than any number of elements.
    let weight = 100 * classes.len() + before.len() + usize::from(element.is_some());
    Some(Rule { element, classes, weight, says })
}

/// The value of an attribute in a start tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// A start tag, without `<` and `>`, with its look written out.
fn written_out(tag: &str, rules: &[Rule]) -> String {
    let element = tag.split([' ', '/']).next().unwrap_or(tag);
    let class = attribute(tag, "class").unwrap_or_default();
    let has = |name: &String| class.split(' ').any(|own| own == name);
    let mut look: Vec<(&str, &str)> = Vec::new();
    for rule in rules {
        if rule.element.as_ref().is_none_or(|own| own == element) && rule.classes.iter().all(has) {
            for (name, value) in &rule.says {
                look.retain(|(own, _)| own != name);
                look.push((name, value));
            }
        }
    }
    let plain = tag.replace(&format!(" class=\"{class}\""), "");
    let (plain, end) = plain.strip_suffix('/').map_or((plain.as_str(), ""), |tag| (tag, "/"));
    let mut text = plain.to_string();
    // A background is no attribute; a sheet is laid below the drawing.
    for (name, value) in look.into_iter().filter(|(name, _)| *name != "background") {
        if attribute(plain, name).is_none() {
            text.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    format!("{text}{end}")
}

/// Every start tag with its look written out.
fn without_style_sheet(svg: &str, rules: &[Rule]) -> String {
    let mut text = String::with_capacity(svg.len() * 2);
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once('<') {
        let Some((tag, after)) = after.split_once('>') else { break };
        text.push_str(before);
        let tag = if tag.starts_with('/') { tag.to_string() } else { written_out(tag, rules) };
        text.push_str(&format!("<{tag}>"));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The stamp in lines that fit.
fn lines(stamp: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in stamp.split(BETWEEN).filter(|part| !part.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + part.chars().count() + BETWEEN.len() <= LETTERS_A_LINE => {
                line.push_str(BETWEEN);
                line.push_str(part);
            }
            _ => lines.push(part.to_string()),
        }
    }
    lines
}

/// Width and height of a drawing.
pub fn size(svg: &str) -> (f64, f64) {
    let view = attribute(svg, "viewBox").unwrap_or_default();
    let mut sides = view.split(' ').skip(2).map(|side| side.parse::<f64>().ok());
    let mut side = || sides.next().flatten().unwrap_or(WIDTH);
    (side(), side())
}

/// A drawing as a file of its own that any program shows as the page does, with a line above that says which run it is of;
/// without the line where `stamp` is empty.
pub fn standalone(svg: &str, stamp: &str) -> String {
    let rules = rules(FIGURE_STYLE);
    let (width, height) = size(svg);
    let lines = lines(stamp);
    let room = lines.len() as f64 * LINE + if lines.is_empty() { 0.0 } else { 4.0 };
    let view = format!("0 {} {} {}", c(-room), c(width), c(height + room));
    let paper = rules.iter().flat_map(|rule| &rule.says).find(|(name, _)| name == "background");
    let paper = paper.map_or("#fff", |(_, colour)| colour);
    let head = html! {
        desc { (stamp) }
        rect x="0" y=(c(-room)) width=(c(width)) height=(c(height + room)) fill=(paper) {}
        @for (place, line) in lines.iter().enumerate() {
            text x="0" y=(c(12.0 - room + place as f64 * LINE)) class="stamp" { (line) }
        }
    };
    let own = attribute(svg, "viewBox").unwrap_or_default();
    let sides = format!("viewBox=\"{view}\" width=\"{}\" height=\"{}\"", c(width), c(height + room));
    let svg = svg.replacen(&format!("viewBox=\"{own}\""), &sides, 1);
    let svg = svg.replacen("</title>", &format!("</title>{}", head.into_string()), 1);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", without_style_sheet(&svg, &rules))
}

#[cfg(test)]
mod tests {
    use super::super::plot::{Plot, patterns};
    use super::*;

    fn drawn() -> String {
        let mut plot = Plot::new(200.0, 50.0, 50.0, (0.0, 1.0), (0.0, 1.0));
        plot.x_axis(&[(0.0, "<0>".into())], "x");
        plot.line(&[(0.0, 0.0), (1.0, 1.0)], 1);
        plot.band(&[(0.0, 0.0, 1.0), (1.0, 0.0, 1.0)], 2);
        plot.done("x", "x")
    }

    #[test]
    fn the_stamp_has_room_above_the_drawing() {
        let file = standalone(&drawn(), "run 1");
        assert!(file.contains(&format!("viewBox=\"0 -20 {} 220\"", c(WIDTH))), "{file}");
        assert!(file.contains("y=\"-8\"") && file.contains(">run 1</text>"), "{file}");
        assert!(!standalone(&drawn(), "").contains("<text x=\"0\" y=\"12\""));
        assert_eq!(size(&drawn()), (WIDTH, 200.0));
        // A long one is broken between its parts, and none is cut.
        let long = standalone(&drawn(), &["part of a stamp"; 10].join(BETWEEN));
        assert!(long.contains("viewBox=\"0 -36 ") && long.matches("part of a stamp").count() == 20, "{long}");
    }

    /// What only browsers understand: variables, classes, style sheets, and letters by the name of the system's.
    #[test]
    fn nothing_is_left_that_only_browsers_understand() {
        let file = standalone(&drawn(), "run 1");
        for only in ["var(", "class=", "<style", "system-ui", "--", "@media"] {
            assert!(!file.contains(only), "{only}: {file}");
        }
        assert!(
            file.contains("stroke-dasharray=\"9 4\" stroke=\"#0062a3\"")
                || file.contains("stroke=\"#0062a3\"")
        );
        assert!(file.contains("fill=\"#9c4a00\"") && file.contains("opacity=\".12\""), "{file}");
        // Words stay words.
        assert!(file.contains("&lt;0&gt;</text>"), "{file}");
    }

    /// A selector that is not understood would be lost in files, and in them only.
    #[test]
    fn every_selector_of_the_style_sheet_is_understood() {
        let rules = rules(FIGURE_STYLE);
        for (selectors, _) in blocks(FIGURE_STYLE) {
            for selector in selectors.split(',') {
                let page = [":root", ".drawing"].iter().any(|own| selector.trim().starts_with(own));
                let plain = selector.chars().all(|x| x.is_ascii_alphanumeric() || ". ".contains(x));
                assert!(page || plain && rule(selector, Vec::new()).is_some(), "{selector}");
            }
        }
        assert!(rules.iter().flat_map(|rule| &rule.says).all(|(_, value)| !value.contains("var(")));
    }

    #[test]
    fn looks_of_patterns_are_written_out() {
        let svg = without_style_sheet(&patterns("x").into_string(), &rules(FIGURE_STYLE));
        assert!(svg.contains("opacity=\".22\"") && svg.contains("stroke-width=\"2\""), "{svg}");
    }
}
