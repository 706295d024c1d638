//! Workbooks written by hand, part by part, since no library writes what is wrong with them.

use super::*;
use crate::text::Lang;
use std::io::Write as _;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook of Excel's with one sheet; the second style shows hours and minutes.
fn xlsx(rows: &str) -> Vec<u8> {
    const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const OF_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let own = relation("a", "worksheet", "worksheets/s.xml") + &relation("b", "styles", "styles.xml");
    let relations = format!(r#"<Relationships xmlns="{OF_PACKAGE}">{own}</Relationships>"#);
    let root = relation("a", "officeDocument", "xl/workbook.xml");
    let root = format!(r#"<Relationships xmlns="{OF_PACKAGE}">{root}</Relationships>"#);
    let sheets = format!(r#"<sheets><sheet name="A" sheetId="1" r:id="a" xmlns:r="{RELATIONS}"/></sheets>"#);
    archive(&[
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &format!("<workbook {MAIN}>{sheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", &relations),
        (
            "xl/styles.xml",
            &format!(
                r#"<styleSheet {MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="46"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/s.xml", &format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
    const OF: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        r#"<office:document-content xmlns:office="{OF}:office:1.0" xmlns:table="{OF}:table:1.0" xmlns:text="{OF}:text:1.0"
        xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", KIND),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

#[track_caller]
fn rows(bytes: &[u8]) -> Vec<(usize, Vec<Cell>)> {
    let document = read("w", bytes).map_err(|e| e.render(Lang::En)).expect("a workbook");
    document.grids[0].rows.iter().map(|line| (line.number, line.cells.clone())).collect()
}

fn error(text: &str) -> Cell {
    Cell::Fault(Fault::Error(text.into()))
}

#[test]
fn what_has_no_value_is_not_empty() {
    let own = rows(&xlsx(
        r##"<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>8+8</f><v></v></c><c r="C1"><f>8+8</f></c>
        <c r="D1"><f>8+8</f><v>16</v></c><c r="E1" t="str"><f>T("")</f><v></v></c><c r="F1" s="1"><v>1.6041666666666667</v></c>
        <c r="G1" s="1"/><c r="H1" t="e"><f>X1</f><v>#REF!</v></c></row>"##,
    ));
    let none = Cell::Fault(Fault::NoValue);
    let hours = Cell::Fault(Fault::Duration("38:30".into()));
    let sixteen = Cell::Number(16.0);
    let cells = vec![
        error("#N/A"),
        none.clone(),
        none.clone(),
        sixteen.clone(),
        Cell::Empty,
        hours,
        Cell::Empty,
        error("#REF!"),
    ];
    assert_eq!(own, [(1, cells)]);
    let told =
        read("w", &xlsx(r#"<row r="1"><c r="A1" t="e"><v>#ERROR!</v></c></row>"#)).expect_err("an error");
    assert!(told.render(Lang::En).contains("w, A") && told.render(Lang::En).contains("#ERROR!"), "{told:?}");
    let own = rows(&ods(
        r##"<table:table-row><table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
        <table:table-cell table:formula="of:=8+8"/><table:table-cell table:formula="of:=8+8" office:value-type="float" office:value="16"/>
        <table:table-cell office:value-type="time" office:time-value="PT38H30M00S"><text:p>38:30</text:p></table:table-cell></table:table-row>"##
            .replace("\n        ", "")
            .as_str(),
    ));
    let hours = Cell::Fault(Fault::Duration("PT38H30M00S".into()));
    assert_eq!(own, [(1, vec![error("#N/A"), none, sixteen, hours])]);
}

#[test]
fn a_stray_cell_takes_no_room() {
    let far =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let own = rows(&xlsx(far));
    assert_eq!(
        own.iter().map(|(number, cells)| (*number, cells.len())).collect::<Vec<_>>(),
        [(1, 1), (1_048_575, 0), (1_048_576, 16_384)]
    );
    // Far out in every row there is no room for what stands before.
    let wide: String =
        (1..=700).map(|n| format!(r#"<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>"#)).collect();
    let told = read("w", &xlsx(&wide)).expect_err("too large").render(Lang::En);
    assert!(told.contains("w, A") && told.contains("XFD611"), "{told}");
    let empty = r#"<table:table-cell table:number-columns-repeated="16383"/>"#;
    let one = r#"<table:table-cell office:value-type="float" office:value="1"/>"#;
    let far = format!(
        r#"<table:table-row>{one}</table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row><table:table-row>{empty}{one}</table:table-row>"#
    );
    let told = read("w", &ods(&far)).expect_err("too large").render(Lang::En);
    assert!(told.contains("w, A") && told.contains("XFD1048576"), "{told}");
}
