//! What `tests/data/import/README.md` expects of the samples of Statistics Norway, number by number.

use super::counts::read;
use super::datum::Datum;
use super::headings::Measure;
use super::marks::Value;
use super::sums::Sex;
use super::*;
use std::collections::BTreeSet;

fn sample(name: &str, bytes: &[u8]) -> Document {
    document(name, &Input { name: name.into(), bytes: bytes.into() }).expect(name)
}

/// Every number of a sample that has municipalities.
fn numbers(name: &str, bytes: &[u8]) -> Vec<Datum> {
    let document = sample(name, bytes);
    let (choices, register) = (Choices::default(), Register::new(Default::default()));
    let table = Table::find(&document.grids[0], &choices.named).expect("a table");
    read(&table, |_| true, &register, &choices, &mut Log::default()).expect("numbers")
}

fn sum(data: &[Datum], of: impl Fn(&Datum) -> bool) -> f64 {
    let own = data.iter().filter(|datum| of(datum));
    own.map(|datum| if let Value::Number(number) = datum.value { number } else { 0.0 }).sum()
}

fn rows(data: &[Datum]) -> usize {
    data.iter().map(|datum| datum.at.0).collect::<BTreeSet<_>>().len()
}

#[test]
fn inhabitants_of_three_regions_by_sex() {
    let bytes = include_bytes!("../../tests/data/import/statbank_07459_2023_en_iso8859-1_crlf.csv");
    let data = numbers("07459.csv", bytes);
    assert_eq!(rows(&data), 318);
    let of = |id: &str, sex: Sex| sum(&data, |d| d.unit.as_deref() == Some(id) && d.sex == sex);
    assert_eq!([of("3101", Sex::Men), of("3101", Sex::Women)], [16_010.0, 15_720.0]);
    assert_eq!([of("3112", Sex::Men), of("3112", Sex::Women)], [4_253.0, 4_064.0]);
    assert_eq!(sum(&data, |d| d.unit.is_none()), 0.0);
    assert!(data.iter().all(|d| d.year == Some(2023) && d.measure == Some(Measure::Persons)));
}

#[test]
fn the_whole_of_oslo_stands_beside_its_districts() {
    let bytes = include_bytes!("../../tests/data/import/statbank_10826_2023_oslo_en_iso8859-1_crlf.csv");
    let document = sample("10826.csv", bytes);
    let table = Table::find(&document.grids[0], &Default::default()).expect("a table");
    assert_eq!(table.rows.len(), 327);
    let data = numbers("10826.csv", bytes);
    assert_eq!((rows(&data), sum(&data, |_| true)), (106, 709_037.0));
}

#[test]
fn a_cube_without_municipalities_is_read_in_full() {
    let bytes = include_bytes!("../../tests/data/import/pxweb_05300_jsonstat2.json");
    let document = sample("05300.json", bytes);
    let cube = json_stat::cube("05300.json", &String::from_utf8_lossy(bytes)).expect("a cube");
    let ids: Vec<&str> = cube.dimensions.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids, ["Avstand1", "Kulturtilbud", "ContentsCode", "Tid"]);
    assert_eq!(cube.dimensions.iter().map(|own| own.categories.len()).collect::<Vec<_>>(), [6, 8, 1, 9]);
    let marks = |wanted: marks::Mark| cube.values.iter().filter(|own| **own == Value::Mark(wanted)).count();
    assert_eq!(cube.values.len(), 432);
    assert_eq!([marks(marks::Mark::Impossible), marks(marks::Mark::Unknown)], [20, 8]);
    let content = document.content.expect("what is in it");
    assert!(content.nb.contains("= 432 verdier") && content.nb.contains("«.» 20, «..» 8"), "{content:?}");
}

#[test]
fn revenue_of_oslo_stands_beside_an_aggregate_without_numbers() {
    let bytes = include_bytes!("../../tests/data/import/CONSTRUCTED_kostra_12137_jsonstat2.json");
    let cube = json_stat::cube("12137.json", &String::from_utf8_lossy(bytes)).expect("a cube");
    let own = [86_642_212.0, 93_361_158.0, 119_624.0, 128_118.0].map(Value::Number);
    let missing = [Value::Mark(marks::Mark::Unknown); 4];
    assert_eq!(cube.values, [own, missing].concat());
    let content = sample("12137.json", bytes).content.expect("what is in it");
    for part in ["Oslo, Beløp (1000 kr), 2024 = 86642212", "Oslo, Beløp per innbygger (kr), 2025 = 128118"]
    {
        assert!(content.nb.contains(part), "{content:?}");
    }
    assert!(content.en.contains("Landet, Beløp (1000 kr), 2024 = .."), "{content:?}");
}
