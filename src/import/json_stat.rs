//! JSON-stat 2, which Statistics Norway's services answer with: values as a list or by place, categories by list or by place.
//! Read strictly: a list of another length than its dimensions make is refused.

use super::cells::Document;
use super::cube::{Cube, Dimension, MOST, Role};
use super::marks::{Mark, Value};
use crate::error::{Problem, Result};
use crate::text::{Message, Text, Words, say};
use serde_json::{Map, Value as Json};

/// What a number of such a unit is multiplied by, by its power of ten.
const POWERS: [(u64, &str); 3] = [(3, "1000"), (6, "mill."), (9, "mrd.")];

/// Reads a JSON file.
///
/// # Errors
/// Where it is no JSON-stat: what it is instead, and what to do.
pub fn read(file: &str, text: &str) -> Result<Document> {
    let cube = cube(file, text)?;
    let told = say::ImportReadCube {
        file,
        format: "JSON-stat",
        dimensions: cube.names(),
        values: cube.values.len(),
    };
    Ok(cube.document(file, told.text()))
}

impl Cube {
    /// Names of the dimensions, one after another.
    pub fn names(&self) -> String {
        self.dimensions.iter().map(|d| d.label.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The cube of a JSON file.
pub fn cube(file: &str, text: &str) -> Result<Cube> {
    let refused = |what: Words| Problem::new(what).file(file);
    let root: Json = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|e| refused(say::IMPORT_JSON_BROKEN).line(e.line()))?;
    // The first version of the format keeps its content one step further in.
    let body = root.get("dataset").unwrap_or(&root);
    let Some(dimensions) = body.get("dimension").and_then(Json::as_object) else {
        return Err(refused(other_json(&root)).into());
    };
    let inside = |key: &str| body.get(key).or_else(|| dimensions.get(key));
    let (Some(ids), Some(sizes)) =
        (inside("id").and_then(Json::as_array), inside("size").and_then(Json::as_array))
    else {
        return Err(refused(say::IMPORT_JSON_STAT_BROKEN).key("id, size").into());
    };
    if body.get("value").is_none() {
        return Err(refused(say::IMPORT_METADATA).into());
    }
    let roles = inside("role").and_then(Json::as_object);
    let mut all = Vec::new();
    for (id, size) in ids.iter().zip(sizes) {
        let id = id.as_str().unwrap_or_default();
        let dimension = dimension(id, dimensions.get(id).unwrap_or(&Json::Null), role(roles, id));
        if size.as_u64() != Some(dimension.categories.len() as u64) || dimension.categories.is_empty() {
            let found = dimension.categories.len().to_string();
            let problem = refused(say::IMPORT_CATEGORIES_DIFFER).key(format!("size, {id}")).found(found);
            return Err(problem.allowed(Text::same(size.to_string())).into());
        }
        all.push(dimension);
    }
    let count = all.iter().try_fold(1usize, |n, d| n.checked_mul(d.categories.len()).filter(|n| *n <= MOST));
    let Some(count) = count.filter(|_| ids.len() == sizes.len() && !ids.is_empty()) else {
        return Err(refused(say::IMPORT_JSON_STAT_BROKEN).key("id, size").into());
    };
    let values = values(body, count).map_err(|found| {
        refused(say::IMPORT_VALUES_DIFFER).key("value").found(found).allowed(Text::same(count.to_string()))
    })?;
    let title = body.get("label").and_then(Json::as_str).unwrap_or_default().to_string();
    Ok(Cube { title, notes: notes(body), dimensions: all, values, ..Cube::default() })
}

/// Every note of a table, of its dimensions and of its categories, wherever the file has them.
fn notes(own: &Json) -> Vec<String> {
    fn texts(own: &Json, notes: &mut Vec<String>) {
        match own {
            Json::String(text) => notes.push(text.clone()),
            Json::Array(list) => list.iter().for_each(|own| texts(own, notes)),
            Json::Object(parts) => parts.values().for_each(|own| texts(own, notes)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (key, own) in own.as_object().into_iter().flatten() {
        match key.as_str() {
            "note" => texts(own, &mut found),
            // Values are many, and say nothing.
            "value" | "status" => {}
            _ => found.extend(notes(own)),
        }
    }
    found
}

/// What JSON it is that is no JSON-stat.
fn other_json(root: &Json) -> Words {
    if root.get("title").is_some() && root.get("variables").is_some() {
        return say::IMPORT_METADATA;
    }
    if ["codes", "classificationItems", "correspondenceMaps", "correspondenceItems", "versions"]
        .iter()
        .any(|key| root.get(key).is_some())
    {
        return say::IMPORT_KLASS;
    }
    match root.get("columns").is_some() && root.get("data").is_some() {
        true => say::IMPORT_PXWEB_JSON,
        false => say::IMPORT_OTHER_JSON,
    }
}

fn role(roles: Option<&Map<String, Json>>, id: &str) -> Role {
    let is = |key: &str| {
        roles.and_then(|all| all.get(key)?.as_array()).is_some_and(|list| list.iter().any(|own| own == id))
    };
    match id {
        _ if is("geo") => Role::Place,
        _ if is("time") => Role::Time,
        _ if is("metric") => Role::Measure,
        "Region" => Role::Place,
        "Tid" => Role::Time,
        "ContentsCode" => Role::Measure,
        _ => Role::Other,
    }
}

/// A dimension: categories in the order of their index, which is a list of codes or their places.
fn dimension(id: &str, own: &Json, role: Role) -> Dimension {
    let label = own.get("label").and_then(Json::as_str).unwrap_or(id).to_string();
    let category = own.get("category").unwrap_or(&Json::Null);
    let labels = category.get("label").and_then(Json::as_object);
    let codes: Vec<String> = match category.get("index") {
        Some(Json::Array(list)) => list.iter().filter_map(|code| Some(code.as_str()?.to_string())).collect(),
        Some(Json::Object(places)) => {
            let mut codes: Vec<(u64, &String)> =
                places.iter().map(|(code, place)| (place.as_u64().unwrap_or(u64::MAX), code)).collect();
            codes.sort();
            codes.into_iter().map(|(_, code)| code.clone()).collect()
        }
        // Of one category alone the index may be left out.
        _ => labels.into_iter().flat_map(|labels| labels.keys().cloned()).collect(),
    };
    let label_of = |code: &String| {
        labels.and_then(|labels| labels.get(code)?.as_str()).unwrap_or(code.as_str()).to_string()
    };
    let categories = codes.iter().map(|code| (code.clone(), label_of(code))).collect();
    let unit = |own: &Json| {
        let said = |key: &str| own.get(key).and_then(Json::as_str);
        let (base, label) = (said("base"), said("label"));
        let power = own.get("multiplier").and_then(Json::as_u64);
        let times = power.and_then(|power| Some(POWERS.iter().find(|(own, _)| *own == power)?.1));
        let parts: Vec<&str> =
            [times, label.filter(|own| Some(*own) != base), base].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let units = category.get("unit").and_then(Json::as_object).into_iter().flatten();
    let units = units.filter_map(|(code, own)| Some((code.clone(), unit(own)?))).collect();
    Dimension { id: id.into(), label, role, categories, units }
}

/// The values, each a number or the mark that its status is; else what was found instead.
fn values(body: &Json, count: usize) -> std::result::Result<Vec<Value>, String> {
    let status = |place: usize| match body.get("status") {
        Some(Json::Object(by_place)) => by_place.get(&place.to_string()).and_then(Json::as_str),
        Some(Json::Array(list)) => list.get(place).and_then(Json::as_str),
        Some(Json::String(all)) => Some(all.as_str()),
        _ => None,
    };
    let value = |place: usize, found: Option<&Json>| match found.and_then(Json::as_f64) {
        Some(number) => Value::Number(number),
        None => Value::Mark(status(place).and_then(Mark::read).unwrap_or(Mark::Unknown)),
    };
    match body.get("value") {
        Some(Json::Array(list)) if list.len() == count => {
            Ok(list.iter().enumerate().map(|(place, own)| value(place, Some(own))).collect())
        }
        Some(Json::Array(list)) => Err(list.len().to_string()),
        Some(Json::Object(sparse)) => {
            let outside = sparse.keys().find(|key| !key.parse().is_ok_and(|place: usize| place < count));
            match outside {
                Some(key) => Err(format!("\"{key}\"")),
                None => Ok((0..count).map(|place| value(place, sparse.get(&place.to_string()))).collect()),
            }
        }
        _ => Err("–".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    const HEAD: &str = r#"{"version":"2.0","class":"dataset","label":"T","id":["Region","Tid"],"size":[2,2],
        "dimension":{"Region":{"label":"region","category":{"index":["0301","EAK"],"label":{"0301":"Oslo"}}},
        "Tid":{"label":"år","category":{"index":{"2024":1,"2023":0}}}},"#;

    fn told(text: &str) -> String {
        cube("t.json", text).map_or_else(|e| e.render(Lang::En), |cube| format!("{:?}", cube.values))
    }

    #[test]
    fn values_are_a_list_or_by_place_and_so_are_categories() {
        let list =
            cube("t", &format!(r#"{HEAD}"value":[1,2,null,4],"status":{{"2":":"}}}}"#)).expect("a cube");
        let sparse =
            cube("t", &format!(r#"{HEAD}"value":{{"0":1,"1":2,"3":4}},"status":["a","b",":","c"]}}"#));
        assert_eq!(list, sparse.expect("a cube"));
        assert_eq!(
            list.values,
            [Value::Number(1.0), Value::Number(2.0), Value::Mark(Mark::KeptBack), Value::Number(4.0)]
        );
        assert_eq!(list.dimensions[1].categories[0].0, "2023");
        let rows = &list.document("t", Text::default()).grids[0].rows;
        let text =
            |row: usize| rows[row].cells.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
        assert_eq!(
            (text(1), text(2)),
            (
                vec!["region".into(), "year".into(), "T".into()],
                vec!["0301 Oslo".to_string(), "2023".into(), "1".into()]
            )
        );
        assert_eq!(text(4), ["EAK", "2023", ":"]);
    }

    #[test]
    fn notes_and_units_are_read_wherever_they_stand() {
        let text = r#"{"class":"dataset","label":"T","note":["Kun menn"],"id":["C"],"size":[1],"extension":{"px":{"note":"x"}},
            "dimension":{"C":{"label":"c","note":["y"],"category":{"index":["a"],"note":{"a":["z"]},
            "unit":{"a":{"base":"kr","label":"1000 kr","multiplier":3}}}}},"role":{"metric":["C"]},"value":[1]}"#;
        let cube = cube("t", text).expect("a cube");
        let mut notes = cube.notes.clone();
        notes.sort();
        assert_eq!(notes, ["Kun menn", "x", "y", "z"]);
        assert_eq!(cube.dimensions[0].units["a"], "1000 1000 kr kr");
        let rows = &cube.document("t", Text::default()).grids[0].rows;
        assert!(rows.iter().any(|row| row.cells == [super::super::cells::Cell::of("Kun menn")]));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (text, part) in [
            (format!(r#"{HEAD}"value":[1,2,3]}}"#), "found: 3; allowed: 4"),
            (format!(r#"{HEAD}"value":{{"4":1}}}}"#), "allowed: 4"),
            (HEAD.replace("[2,2]", "[2,3]") + r#""value":[]}"#, "size, Tid"),
            (HEAD.replace("\"size\"", "\"sizes\"") + r#""value":[]}"#, "id, size"),
            (HEAD.replace("\"Tid\":{", "\"Tidd\":{") + r#""value":[]}"#, "size, Tid"),
            ("{".into(), "t.json:1"),
        ] {
            assert!(told(&text).contains(part), "{text}: {}", told(&text));
        }
    }
}
