//! Keyed data of PC-Axis files: each row of `DATA` begins with the keys of the variables in `STUB`, rows stand in any order, and
//! those in which all is zero may be left out.

use super::cube::Dimension;
use super::marks::Value;

/// What is wrong with keyed data: a text that should not be there, or how many values there are where others should be.
pub enum Fault {
    /// Something that is no key of its variable, or no value.
    Text(String),
    /// So many values in the last row.
    Count(usize),
}

/// How the variables of the rows are keyed, by codes or by the names of their values; none where the data have no keys. A
/// variable without such a statement, or one more, is given back: then nobody knows where the keys end.
pub fn kinds<'k>(stub: &[&str], said: &[(&'k str, &'k str)]) -> Result<Option<Vec<bool>>, Option<&'k str>> {
    if said.is_empty() {
        return Ok(None);
    }
    if let Some((other, _)) = said.iter().find(|(name, _)| !stub.contains(name)) {
        return Err(Some(other));
    }
    let kind = |name: &&str| {
        let (_, kind) = said.iter().find(|(own, _)| own == name).ok_or(None)?;
        match kind.trim().to_ascii_uppercase().as_str() {
            "CODES" => Ok(true),
            "VALUES" => Ok(false),
            _ => Err(Some(*kind)),
        }
    };
    stub.iter().map(kind).collect::<Result<Vec<bool>, _>>().map(Some)
}

/// The values of keyed data, each where its keys say.
pub fn values(
    data: &str,
    (dimensions, by_code): (&[Dimension], &[bool]),
    value: impl Fn(&str) -> Option<Value>,
) -> Result<Vec<Value>, Fault> {
    let size = |own: &[Dimension]| own.iter().map(|own| own.categories.len()).product::<usize>();
    let (stub, heading) = dimensions.split_at(by_code.len().min(dimensions.len()));
    let width = size(heading);
    let mut rows: Vec<Option<Vec<Value>>> = vec![None; size(stub)];
    let tokens = tokens(data);
    for own in tokens.chunks(stub.len() + width) {
        let Some((keys, cells)) = own.split_at_checked(stub.len()) else {
            return Err(Fault::Count(own.len()));
        };
        let mut row = 0;
        for ((dimension, by_code), key) in stub.iter().zip(by_code).zip(keys) {
            let is_key = |(code, label): &(String, String)| key == if *by_code { code } else { label };
            let at = dimension.categories.iter().position(is_key).ok_or_else(|| Fault::Text(key.clone()))?;
            row = row * dimension.categories.len() + at;
        }
        if cells.len() != width {
            return Err(Fault::Count(cells.len()));
        }
        let cells = cells.iter().map(|own| value(own).ok_or_else(|| Fault::Text(own.clone())));
        let cells = cells.collect::<Result<Vec<Value>, Fault>>()?;
        match rows.get_mut(row) {
            Some(own) if own.is_none() => *own = Some(cells),
            _ => return Err(Fault::Text(keys.join(", "))),
        }
    }
    Ok(rows.into_iter().flat_map(|row| row.unwrap_or_else(|| vec![Value::Number(0.0); width])).collect())
}

/// Words apart by space or commas; what stands in quotation marks is one.
fn tokens(data: &str) -> Vec<String> {
    let parts = data.split('"').enumerate();
    parts
        .flat_map(|(place, part)| match place % 2 {
            0 => {
                let words = part.split(|c: char| c.is_whitespace() || c == ',');
                words.filter(|word| !word.is_empty()).map(str::to_string).collect()
            }
            _ => vec![part.to_string()],
        })
        .collect()
}
