//! The workbook that a municipality fills in, written with codes, names and inhabitants in it. It is read back by
//! [`form_sheets`](super::form_sheets).

use super::choices::YEARS;
use super::form_sheets::MARK;
use super::groups::MOST_HOURS;
use super::units::Register;
use crate::error::Result;
use crate::files::spreadsheet::made;
use crate::text::{Lang, Words, say};
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, Note, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// Rows for persons that have drop-downs.
const PERSONS: u32 = 2000;

/// The form's bytes, with these municipalities (all where none is named).
///
/// # Errors
/// Where the system gives no thread, and for a fault of the library that writes workbooks.
pub fn form(ids: &[String], lang: Lang) -> Result<Vec<u8>> {
    made(|| build(ids, lang))
}

struct Styles {
    head: Format,
    text: Format,
    given: Format,
}

fn build(ids: &[String], lang: Lang) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same form has the same bytes.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let styles = Styles {
        head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
        text: Format::new().set_num_format("@"),
        given: Format::new().set_num_format("@").set_background_color("#EEEEEE"),
    };
    let register = Register::new(BTreeMap::new());
    let people = |id: &str| register.inhabitants(id).map_or(0.0, |classes| classes.iter().sum());
    let units: Vec<(String, String, f64)> = register
        .all()
        .filter(|(id, _)| ids.is_empty() || ids.iter().any(|own| own == id))
        .map(|(id, name)| (id.into(), name.into(), people(id)))
        .collect();
    read_me(book.add_worksheet(), lang, &styles)?;
    costs(book.add_worksheet(), &units, lang, &styles)?;
    recipients(book.add_worksheet(), &units, lang, &styles)?;
    persons(book.add_worksheet(), lang, &styles)?;
    source(book.add_worksheet(), lang, &styles)?;
    book.save_to_buffer()
}

fn read_me(sheet: &mut Worksheet, lang: Lang, styles: &Styles) -> std::result::Result<(), XlsxError> {
    sheet.set_name(say::FORM_SHEET_READ_ME.get(lang))?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, 100)?;
    sheet.write_string_with_format(0, 0, say::FORM_TITLE.get(lang), &styles.head)?;
    let lines = [
        say::FORM_READ_ME_1,
        say::FORM_READ_ME_2,
        say::FORM_READ_ME_3,
        say::FORM_READ_ME_4,
        say::FORM_READ_ME_5,
    ];
    for (place, line) in lines.into_iter().enumerate() {
        sheet.write_string_with_format(place as u32 + 2, 0, line.get(lang), &wrapped)?;
    }
    sheet.write_string(lines.len() as u32 + 3, 0, MARK)?;
    Ok(())
}

/// Headings with a note each, and the first row fixed.
fn heads(
    sheet: &mut Worksheet,
    heads: &[(Words, Option<Words>)],
    lang: Lang,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    const WIDTH: f64 = 16.0;
    for (column, (head, note)) in heads.iter().enumerate() {
        let column = column as u16;
        sheet.write_string_with_format(0, column, head.get(lang), &styles.head)?;
        sheet.set_column_width(column, WIDTH)?;
        if let Some(note) = note {
            sheet.insert_note(0, column, &Note::new(note.get(lang)))?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn given(
    sheet: &mut Worksheet,
    units: &[(String, String, f64)],
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    for (place, (id, name, _)) in units.iter().enumerate() {
        sheet.write_string_with_format(place as u32 + 1, 0, id, &styles.given)?;
        sheet.write_string_with_format(place as u32 + 1, 1, name, &styles.given)?;
    }
    Ok(())
}

/// A column that takes numbers between two.
fn between(low: f64, high: f64, lang: Lang) -> std::result::Result<DataValidation, XlsxError> {
    let told = lang.say(say::FormBetween { low, high });
    DataValidation::new().allow_decimal_number(DataValidationRule::Between(low, high)).set_error_message(told)
}

fn whole(low: i32, high: i32, lang: Lang) -> std::result::Result<DataValidation, XlsxError> {
    let told = lang.say(say::FormBetween { low, high });
    DataValidation::new().allow_whole_number(DataValidationRule::Between(low, high)).set_error_message(told)
}

const MOST_KRONER: f64 = 1e12;

fn costs(
    sheet: &mut Worksheet,
    units: &[(String, String, f64)],
    lang: Lang,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name(say::FORM_SHEET_UNITS.get(lang))?;
    let columns = [
        (say::FORM_ID, None),
        (say::FORM_NAME, None),
        (say::FORM_INHABITANTS, None),
        (say::FORM_YEAR, Some(say::FORM_NOTE_YEAR)),
        (say::FORM_PRICE, Some(say::FORM_NOTE_PRICE)),
        (say::FORM_REFUND, Some(say::FORM_NOTE_REFUND)),
    ];
    heads(sheet, &columns, lang, styles)?;
    given(sheet, units, styles)?;
    for (place, (.., people)) in units.iter().enumerate() {
        sheet.write_number_with_format(
            place as u32 + 1,
            2,
            *people,
            &Format::new().set_background_color("#EEEEEE"),
        )?;
    }
    let last = units.len() as u32;
    sheet.add_data_validation(1, 3, last, 3, &whole(*YEARS.start(), *YEARS.end(), lang)?)?;
    sheet.add_data_validation(1, 4, last, 5, &between(0.0, MOST_KRONER, lang)?)?;
    Ok(())
}

fn recipients(
    sheet: &mut Worksheet,
    units: &[(String, String, f64)],
    lang: Lang,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name(say::FORM_SHEET_RECIPIENTS.get(lang))?;
    let classes =
        [say::FORM_CLASS_0, say::FORM_CLASS_1, say::FORM_CLASS_2, say::FORM_CLASS_3, say::FORM_CLASS_4];
    let classes = classes.map(|class| (class, Some(say::FORM_NOTE_CLASS)));
    let columns: Vec<(Words, Option<Words>)> =
        [(say::FORM_ID, None), (say::FORM_NAME, None)].into_iter().chain(classes).collect();
    heads(sheet, &columns, lang, styles)?;
    given(sheet, units, styles)?;
    const MOST: i32 = 1_000_000;
    sheet.add_data_validation(1, 2, units.len() as u32, 6, &whole(0, MOST, lang)?)?;
    Ok(())
}

fn persons(sheet: &mut Worksheet, lang: Lang, styles: &Styles) -> std::result::Result<(), XlsxError> {
    sheet.set_name(say::FORM_SHEET_PERSONS.get(lang))?;
    let columns = [
        (say::FORM_PSEUDONYM, Some(say::FORM_NOTE_PSEUDONYM)),
        (say::FORM_UNIT, Some(say::FORM_NOTE_UNIT)),
        (say::FORM_BIRTH, Some(say::FORM_NOTE_BIRTH)),
        (say::FORM_HOURS, Some(say::FORM_NOTE_HOURS)),
        (say::FORM_SINCE, None),
        (say::FORM_OTHER_COST, Some(say::FORM_NOTE_OTHER_COST)),
        (say::FORM_RELATIVES, Some(say::FORM_NOTE_RELATIVES)),
        (say::FORM_CONDITION, Some(say::FORM_NOTE_CONDITION)),
    ];
    heads(sheet, &columns, lang, styles)?;
    for column in [0, 1] {
        sheet.set_column_format(column, &styles.text)?;
    }
    const FIRST_BIRTH: i32 = 1880;
    sheet.add_data_validation(1, 2, PERSONS, 2, &whole(FIRST_BIRTH, *YEARS.end(), lang)?)?;
    sheet.add_data_validation(1, 3, PERSONS, 3, &between(0.0, MOST_HOURS, lang)?)?;
    sheet.add_data_validation(1, 5, PERSONS, 5, &between(0.0, MOST_KRONER, lang)?)?;
    sheet.add_data_validation(
        1,
        6,
        PERSONS,
        6,
        &DataValidation::new().allow_list_strings(&["0", "1", "2+"])?,
    )?;
    let conditions = super::persons::CONDITIONS.map(|(words, _)| words.get(lang));
    sheet.add_data_validation(1, 7, PERSONS, 7, &DataValidation::new().allow_list_strings(&conditions)?)?;
    Ok(())
}

fn source(sheet: &mut Worksheet, lang: Lang, styles: &Styles) -> std::result::Result<(), XlsxError> {
    sheet.set_name(say::FORM_SHEET_SOURCE.get(lang))?;
    const WIDTHS: [f64; 2] = [40.0, 60.0];
    let rows = [say::FORM_SOURCE_YEAR, say::FORM_SOURCE_WHAT, say::FORM_SOURCE_DATE, say::FORM_SOURCE_OFFICE];
    for (column, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    for (place, row) in rows.into_iter().enumerate() {
        sheet.write_string_with_format(place as u32, 0, row.get(lang), &styles.head)?;
    }
    sheet.add_data_validation(0, 1, 0, 1, &whole(*YEARS.start(), *YEARS.end(), lang)?)?;
    Ok(())
}
