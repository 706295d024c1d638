//! A figure: as SVG for programs that read it, as a metafile for all others.

use super::styles::own;
use super::xml::{RELATIONS, paragraph};
use crate::error::{Error, Result};
use crate::export::vector::{emf, svg};
use crate::report::document::Figure;
use crate::report::figures::standalone;
use crate::text::say;
use maud::{Markup, html};

/// Width of a figure, millimetres: that of the text.
const WIDTH: f64 = 160.0;
/// Height of the tallest, so that its caption has room below.
const TALLEST: f64 = 215.0;
/// English Metric Units in a millimetre.
const UNITS: f64 = 36_000.0;
/// What is told of a figure at most; longer texts are cut by programs.
const DESCRIPTION: usize = 2_000;
/// The extension of a picture that holds its SVG.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const SVG_NAMES: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PLACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// A figure's two files, and its size on paper in millimetres.
pub struct Picture {
    /// Name of the files, without ending.
    pub name: String,
    /// As SVG.
    pub svg: Vec<u8>,
    /// As a metafile.
    pub metafile: Vec<u8>,
    size: (f64, f64),
}

impl Picture {
    /// The picture of a figure.
    pub fn of(figure: &Figure) -> Result<Picture> {
        let svg = standalone::standalone(&figure.svg, "");
        let drawing =
            svg::drawing(&svg).ok_or_else(|| Error::internal(say::DOCUMENT_CANNOT_BE_WRITTEN, figure.id))?;
        let width = WIDTH.min(TALLEST * drawing.width / drawing.height);
        let size = (width, width * drawing.height / drawing.width);
        let metafile = emf::file(&drawing, width);
        Ok(Picture { name: figure.id.to_string(), svg: svg.into_bytes(), metafile, size })
    }

    /// Name of the relation to the metafile.
    pub fn metafile_relation(&self) -> String {
        format!("metafile-{}", self.name)
    }

    /// Name of the relation to the SVG.
    pub fn svg_relation(&self) -> String {
        format!("svg-{}", self.name)
    }

    /// The picture in a paragraph of its own; pictures have numbers.
    pub fn paragraph(&self, figure: &Figure, number: usize) -> Markup {
        let [across, down] = [self.size.0, self.size.1].map(|side| (side * UNITS).round() as u64);
        let alt: String = figure.alt.chars().take(DESCRIPTION).collect();
        let known = || {
            html! { a:blip xmlns:r=(RELATIONS) r:embed=(self.metafile_relation()) {
                a:extLst { a:ext uri=(SVG_EXTENSION) {
                    asvg:svgBlip xmlns:asvg=(SVG_NAMES) r:embed=(self.svg_relation()) {}
                } }
            } }
        };
        paragraph(
            own::FIGURE,
            html! { w:r { w:drawing {
                wp:inline xmlns:wp=(PLACE) distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(across) cy=(down) {}
                    wp:docPr id=(number) name=(self.name) descr=(alt) {}
                    wp:cNvGraphicFramePr { a:graphicFrameLocks xmlns:a=(DRAWING) noChangeAspect="1" {} }
                    a:graphic xmlns:a=(DRAWING) { a:graphicData uri=(PICTURE) {
                        pic:pic xmlns:pic=(PICTURE) {
                            pic:nvPicPr { pic:cNvPr id=(number) name=(self.name) descr=(alt) {} pic:cNvPicPr {} }
                            pic:blipFill { (known()) a:stretch { a:fillRect {} } }
                            pic:spPr {
                                a:xfrm { a:off x="0" y="0" {} a:ext cx=(across) cy=(down) {} }
                                a:prstGeom prst="rect" { a:avLst {} }
                            }
                        }
                    } }
                }
            } } },
        )
    }
}
