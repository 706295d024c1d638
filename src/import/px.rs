//! PC-Axis files (`.px`), read strictly: what a keyword says of a variable that the table has not is an error, since then the
//! figures may stand elsewhere than they seem to.

use super::cells::Document;
use super::cube::{Cube, Dimension, MOST, Role};
use super::marks::{Mark, Value};
use super::px_keys;
use crate::error::{Problem, Result};
use crate::files::encoding::decoded;
use crate::text::{Message, Text, Words, say};
use std::collections::BTreeMap;

/// One statement: its keyword, the names in parentheses after it, its values, and its line.
#[derive(Clone, Debug, PartialEq)]
struct Statement {
    keyword: String,
    of: Vec<String>,
    values: Vec<String>,
    line: usize,
}

/// Reads a PC-Axis file.
///
/// # Errors
/// By keyword and line, where it contradicts itself.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document> {
    let Some((text, encoding)) = decoded(bytes) else {
        return Err(Problem::new(say::IMPORT_NO_TEXT).file(file).into());
    };
    let cube = cube(file, &text)?;
    let format = format!("PC-Axis, {encoding}");
    let told = say::ImportReadCube { file, format, dimensions: cube.names(), values: cube.values.len() };
    Ok(cube.document(file, told.text()))
}

/// Whether a text is a PC-Axis file, by how it begins.
pub fn is_px(text: &str) -> bool {
    let first = text.trim_start().split('=').next().unwrap_or_default().trim();
    ["CHARSET", "AXIS-VERSION", "CODEPAGE", "MATRIX", "LANGUAGE", "CREATION-DATE"].contains(&first)
}

/// The cube of a PC-Axis file.
fn cube(file: &str, text: &str) -> Result<Cube> {
    let refused = |line: usize, key: &str, what: Words| Problem::new(what).file(file).line(line).key(key);
    let (statements, data) =
        statements(text).map_err(|(line, key)| refused(line, &key, say::IMPORT_PX_BROKEN))?;
    let Some((data, data_line)) = data else {
        return Err(refused(1, "DATA", say::IS_MISSING).into());
    };
    let plain = |keyword: &str| statements.iter().find(|s| s.keyword == keyword && s.of.is_empty());
    let order: Vec<(&String, usize)> = ["STUB", "HEADING"]
        .iter()
        .filter_map(|keyword| plain(keyword))
        .flat_map(|s| s.values.iter().map(|name| (name, s.line)))
        .collect();
    let names: Vec<&str> = order.iter().map(|(name, _)| name.as_str()).collect();
    let of = |keyword: &'static str| {
        statements.iter().filter(move |s| s.keyword == keyword).filter_map(|s| Some((s.of.first()?, s)))
    };
    let values: BTreeMap<&String, &Statement> = of("VALUES").collect();
    for (name, line) in &order {
        if !values.contains_key(name) {
            let given: Vec<&str> = values.keys().map(|name| name.as_str()).collect();
            let problem = refused(*line, "STUB, HEADING", say::IMPORT_PX_NO_VALUES).found((*name).clone());
            return Err(problem.allowed(Text::same(given.join(", "))).into());
        }
    }
    for (name, statement) in of("VALUES").chain(of("CODES")).chain(of("TIMEVAL")) {
        if !names.contains(&name.as_str()) {
            let problem = refused(statement.line, &statement.keyword, say::IMPORT_PX_NO_VARIABLE);
            return Err(problem.found(name.clone()).allowed(Text::same(names.join(", "))).into());
        }
    }
    let codes: BTreeMap<&String, &Statement> = of("CODES").collect();
    // What is said of one value alone, by that value's code.
    let of_values =
        |keyword: &'static str, labels: &[String], codes: &[String]| -> BTreeMap<String, String> {
            let all: BTreeMap<&String, &Statement> = of(keyword).collect();
            let own = labels.iter().zip(codes);
            own.filter_map(|(label, code)| Some((code.clone(), all.get(label)?.values.concat()))).collect()
        };
    let times: Vec<&String> = of("TIMEVAL").map(|(name, _)| name).collect();
    let kinds: BTreeMap<&String, &Statement> = of("VARIABLECODE").collect();
    let measured = plain("CONTVARIABLE").and_then(|s| s.values.first());
    let mut dimensions = Vec::new();
    for (name, _) in &order {
        let Some(labels) = values.get(name).map(|s| &s.values) else { continue };
        let own = match codes.get(name) {
            Some(statement) if statement.values.len() != labels.len() => {
                let found = statement.values.len().to_string();
                let problem = refused(statement.line, "CODES", say::IMPORT_CATEGORIES_DIFFER).found(found);
                return Err(problem.allowed(Text::same(labels.len().to_string())).into());
            }
            Some(statement) => &statement.values,
            None => labels,
        };
        let kind = kinds.get(name).and_then(|s| s.values.first()).map(String::as_str);
        let role = match kind {
            _ if Some(*name) == measured => Role::Measure,
            _ if times.contains(name) => Role::Time,
            Some("Tid") => Role::Time,
            Some("Region") => Role::Place,
            Some("ContentsCode") => Role::Measure,
            _ => Role::Other,
        };
        let categories = own.iter().cloned().zip(labels.iter().cloned()).collect();
        let units = of_values("UNITS", labels, own);
        dimensions.push(Dimension { id: (*name).clone(), label: (*name).clone(), role, categories, units });
    }
    let count = dimensions.iter().try_fold(1usize, |n, d: &Dimension| {
        n.checked_mul(d.categories.len()).filter(|n| (1..=MOST).contains(n))
    });
    let stub: Vec<&str> = plain("STUB").iter().flat_map(|s| s.values.iter().map(String::as_str)).collect();
    let keys = statements.iter().filter(|s| s.keyword == "KEYS");
    let keys: Vec<(&str, &str)> = keys
        .map(|s| (s.of.first().map_or("", String::as_str), s.values.first().map_or("", String::as_str)))
        .collect();
    let keyed = px_keys::kinds(&stub, &keys).map_err(|found| {
        let problem = refused(data_line, "KEYS", say::IMPORT_PX_KEYS);
        problem.found(found.unwrap_or_default()).allowed(Text::same(stub.join(", ")))
    })?;
    let number = |found| refused(data_line, "DATA", say::ILLEGAL_NUMBER).found(found);
    let values: Vec<Value> = match &keyed {
        None => numbers(data).map_err(number)?,
        // A cube that is too large is refused below before its rows are made.
        Some(_) if count.is_none() => Vec::new(),
        Some(by_code) => {
            px_keys::values(data, (&dimensions, by_code), value).map_err(|fault| match fault {
                px_keys::Fault::Text(found) => {
                    refused(data_line, "DATA, KEYS", say::IMPORT_PX_KEYS).found(found)
                }
                px_keys::Fault::Count(found) => {
                    refused(data_line, "DATA, KEYS", say::IMPORT_VALUES_DIFFER).found(found.to_string())
                }
            })?
        }
    };
    if dimensions.is_empty() || count != Some(values.len()) {
        let problem = refused(data_line, "DATA", say::IMPORT_VALUES_DIFFER).found(values.len().to_string());
        return Err(problem.allowed(Text::same(count.unwrap_or(0).to_string())).into());
    }
    let title = plain("TITLE").or(plain("DESCRIPTION")).map(|s| s.values.concat()).unwrap_or_default();
    let said = |keyword: &str| plain(keyword).map(|s| s.values.concat()).unwrap_or_default();
    let (contents, unit) = (said("CONTENTS"), said("UNITS"));
    const NOTES: [&str; 8] =
        ["NOTE", "NOTEX", "VALUENOTE", "VALUENOTEX", "CELLNOTE", "CELLNOTEX", "DESCRIPTION", "INFO"];
    let notes = statements.iter().filter(|s| NOTES.contains(&s.keyword.as_str()));
    let notes = notes.map(|s| s.values.concat().replace('#', " ")).collect();
    Ok(Cube { title, contents, unit, notes, dimensions, values })
}

/// The values of `DATA`: numbers, and marks in quotation marks.
fn numbers(data: &str) -> std::result::Result<Vec<Value>, String> {
    let tokens = data.split(|c: char| c.is_whitespace() || c == ',').filter(|token| !token.is_empty());
    tokens.map(|token| value(token.trim_matches('"')).ok_or_else(|| token.to_string())).collect()
}

/// A value of `DATA` without its quotation marks.
fn value(bare: &str) -> Option<Value> {
    match (bare.parse::<f64>(), Mark::read(bare)) {
        (Ok(number), _) if number.is_finite() => Some(Value::Number(number)),
        (_, Some(Mark::Zero)) => Some(Value::Number(0.0)),
        (_, Some(mark)) => Some(Value::Mark(mark)),
        _ => None,
    }
}

type Data<'t> = Option<(&'t str, usize)>;

/// Statements up to `DATA`, and what stands in that with its line; else the line and the word where reading ended.
fn statements(text: &str) -> std::result::Result<(Vec<Statement>, Data<'_>), (usize, String)> {
    let mut all = Vec::new();
    let mut start = 0;
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    while let Some(length) = end(&text[start..], ';') {
        let own = &text[start..start + length];
        let at = start + own.len() - own.trim_start().len();
        let own = own.trim();
        start += length + 1;
        let shown = || (line(at), own.chars().take_while(|c| *c != '=').take(40).collect::<String>());
        let equals = end(own, '=').ok_or_else(shown)?;
        let (key, value) = (own[..equals].trim(), &own[equals + 1..]);
        if key == "DATA" {
            return Ok((all, Some((value, line(at)))));
        }
        let name: &str = key.split(['(', '[']).next().unwrap_or_default();
        // What is said in other languages than the file's own is passed over.
        if key[name.len()..].starts_with('[') {
            continue;
        }
        let of = quoted(&key[name.len()..]);
        let values = match quoted(value) {
            none if none.is_empty() => vec![value.trim().to_string()],
            some => some,
        };
        all.push(Statement { keyword: name.trim().to_string(), of, values, line: line(at) });
    }
    match text[start..].trim() {
        "" => Ok((all, None)),
        // The last semicolon may be missing after the figures.
        rest if rest.starts_with("DATA=") => {
            Ok((all, text[start..].split_once('=').map(|(_, d)| (d, line(start)))))
        }
        rest => Err((line(start), rest.chars().take_while(|c| *c != '=').take(40).collect())),
    }
}

/// Where a character stands first outside quotation marks.
fn end(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            !quoted && *c == wanted
        })
        .map(|(at, _)| at)
}

/// Texts in quotation marks with commas between; what stands side by side without one is one text over several lines.
fn quoted(text: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let mut joined = false;
    for (place, part) in text.split('"').enumerate() {
        if place % 2 == 0 {
            joined = place > 0 && part.trim().is_empty();
            continue;
        }
        match list.last_mut().filter(|_| joined) {
            Some(last) => last.push_str(part),
            None => list.push(part.to_string()),
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    const GOOD: &str = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nTITLE=\"Brukere; etter \"\n\"region\";\n\
        STUB=\"region\";\nHEADING=\"år\";\nVALUES(\"region\")=\"Oslo\",\"Asker\";\nCODES(\"region\")=\"0301\",\n\"3203\";\n\
        VARIABLECODE(\"region\")=\"Region\";\nVALUES(\"år\")=\"2023\",\"2024\";\nTIMEVAL(\"år\")=TLIST(A1),\"2023\",\"2024\";\n\
        VALUES[en](\"region\")=\"x\";\nDATA=\n1 2.5\n\"..\" \"-\";\n";

    #[test]
    fn a_file_is_read_as_it_stands() {
        let cube = cube("t.px", GOOD).expect("a cube");
        assert_eq!(cube.title, "Brukere; etter region");
        assert_eq!(cube.dimensions[0].categories[1], ("3203".into(), "Asker".into()));
        assert_eq!([cube.dimensions[0].role, cube.dimensions[1].role], [Role::Place, Role::Time]);
        let [a, b, c, d] = cube.values[..] else { panic!("{:?}", cube.values) };
        assert_eq!(
            [a, b, c, d],
            [Value::Number(1.0), Value::Number(2.5), Value::Mark(Mark::Unknown), Value::Number(0.0)]
        );
    }

    #[test]
    fn rows_with_keys_stand_where_these_say() {
        let keyed =
            GOOD.replacen("DATA=\n1 2.5\n\"..\" \"-\"", "KEYS(\"region\")=CODES;\nDATA=\n\"3203\",1 2.5", 1);
        let values = |text: &str| cube("t.px", text).map(|cube| cube.values).map_err(|e| e.render(Lang::En));
        let own = [0.0, 0.0, 1.0, 2.5].map(Value::Number);
        assert_eq!(values(&keyed).expect("keys"), own);
        let by_name =
            keyed.replace("=CODES", "=VALUES").replace("\"3203\",1 2.5", "\"Asker\",1,2.5\n\"Oslo\" 0 0");
        assert_eq!(values(&by_name).expect("names"), own);
        for (from, to, part) in [
            ("\"3203\",1", "\"Asker\",1", "found: Asker"),
            ("\"3203\",1 2.5", "\"3203\",1 2.5 \"3203\",1 2.5", "found: 3203"),
            ("\"3203\",1 2.5", "\"3203\",1", "found: 1"),
            ("KEYS(\"region\")", "KEYS(\"år\")", "KEYS"),
        ] {
            let told = values(&keyed.replacen(from, to, 1)).expect_err(to);
            assert!(told.contains(part), "{to}: {told}");
        }
    }

    #[test]
    fn notes_are_kept() {
        let noted = GOOD.replacen(
            "STUB=",
            "NOTE=\"Tallene gjelder kun menn.#x\";\nVALUENOTE(\"region\",\"Oslo\")=\"y\";\nSTUB=",
            1,
        );
        assert_eq!(cube("t.px", &noted).expect("a cube").notes, ["Tallene gjelder kun menn. x", "y"]);
    }

    #[test]
    fn a_file_that_contradicts_itself_is_refused_by_line() {
        for (from, to, part) in [
            ("VALUES(\"år\")", "VALUES(\"uke\")", "t.px:6: STUB, HEADING"),
            ("TIMEVAL(\"år\")", "TIMEVAL(\"uke\")", "t.px:12: TIMEVAL"),
            ("CODES(\"region\")=\"0301\",\n", "CODES(\"region\")=", "t.px:8: CODES"),
            ("1 2.5\n", "1\n", "found: 3; allowed: 4"),
            ("1 2.5\n", "1 x\n", "found: x"),
            ("DATA=", "MORE=", "DATA"),
            ("DATA=\n", "DATA \n", "t.px:14"),
        ] {
            let told = cube("t.px", &GOOD.replacen(from, to, 1)).expect_err(to).render(Lang::En);
            assert!(told.contains(part), "{to}: {told}");
        }
    }
}
