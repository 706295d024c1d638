//! `report.docx`: the report as a document that people write in. Real headings, captions, contents and tables, places for the
//! committee's own words, figures that stay drawings.
//!
//! Written by hand: the library at hand (docx-rs) knows neither rows that are repeated on every page, nor captions numbered by
//! chapter, nor figures as drawings, nor what is told to those who do not see them, and brings a second library for zip files.

mod body;
mod columns;
mod figure;
mod parts;
mod styles;
mod table;
mod xml;

use crate::error::{Error, Result};
use crate::report::document::Document;
use crate::report::texts::Texts;
use crate::text::say;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The document's bytes: the same for the same run.
pub fn document(document: &Document, t: &Texts) -> Result<Vec<u8>> {
    let (text, pictures) = body::body(document, t)?;
    let mut files = vec![
        // Programs that guess what a file is look at the first.
        ("[Content_Types].xml".to_string(), parts::kinds()),
        ("_rels/.rels".into(), parts::top()),
        ("word/document.xml".into(), text),
        ("word/_rels/document.xml.rels".into(), parts::joined_to_document(&pictures)),
        ("word/styles.xml".into(), styles::styles(t)),
        ("word/numbering.xml".into(), styles::numbering()),
        ("word/settings.xml".into(), parts::settings(t)),
        ("word/header.xml".into(), parts::header(document)),
        ("word/header-first.xml".into(), parts::first_header()),
        ("word/footer.xml".into(), parts::footer(document, t)),
        ("docProps/core.xml".into(), parts::core(document, t)),
        ("docProps/app.xml".into(), parts::app()),
    ];
    for picture in pictures {
        files.push((format!("word/media/{}.svg", picture.name), picture.svg));
        files.push((format!("word/media/{}.emf", picture.name), picture.metafile));
    }
    zipped(&files).map_err(|e| Error::internal(say::DOCUMENT_CANNOT_BE_WRITTEN, e))
}

/// Files in one, with a fixed date.
fn zipped(files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}
