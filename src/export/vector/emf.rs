//! Shapes as the records of an enhanced metafile (MS-EMF). One logical unit is a hundredth of a millimetre, so that no record
//! need map units to another.

use super::letters;
use super::{Anchor, Colour, Drawing, Point, Shape, Writing};

/// Types of records.
#[derive(Clone, Copy)]
enum Kind {
    Header = 1,
    End = 14,
    TransparentGround = 18,
    FillMode = 19,
    TextAlign = 22,
    TextColour = 24,
    Save = 33,
    Restore = 34,
    Select = 37,
    Brush = 39,
    BeginPath = 59,
    EndPath = 60,
    ClipToPath = 67,
    Font = 82,
    Text = 84,
    Polylines = 90,
    Polygons = 91,
    Pen = 95,
}

/// Length of the header.
const HEADER: usize = 108;
/// " EMF".
const SIGNATURE: u32 = 0x464D_4520;
const VERSION: u32 = 0x0001_0000;
/// A device to which the drawing is told, of a size that holds any: its dots, and its millimetres.
const DEVICE: (u32, u32) = (32_000, 320);
/// No brush and no pen: objects of the system's.
const NO_BRUSH: u32 = 0x8000_0005;
const NO_PEN: u32 = 0x8000_0008;
/// A pen of a width in logical units with flat ends and round joins.
const PEN_STYLE: u32 = 0x0001_0200;
/// Letters at their base line.
const BASE_LINE: u32 = 24;
const FONT: &str = "Arial";
/// Length of a font in a record: what `LOGFONTW` holds, names that are left empty, and a classification.
const FONT_LENGTH: usize = 320;
/// What a letter of a font's height is measured by: not its cell, but its body.
const BOLD: i32 = 700;
const NORMAL: i32 = 400;
/// Filled inside whatever way rings go.
const WINDING: u32 = 2;
/// Clipped to what is within both paths.
const BOTH: u32 = 1;

/// A drawing of so many millimetres of width, as the bytes of a file.
pub fn file(drawing: &Drawing, millimetres: f64) -> Vec<u8> {
    let scale = millimetres * 100.0 / drawing.width;
    let mut writer = Writer { scale, bytes: Vec::new(), records: 0, objects: Vec::new() };
    writer.record(Kind::Header, &[0; HEADER - 8]);
    writer.record(Kind::TransparentGround, &1u32.to_le_bytes());
    writer.record(Kind::FillMode, &WINDING.to_le_bytes());
    writer.shapes(&drawing.shapes);
    writer.record(Kind::End, &numbers([0, 16, 20]));
    writer.finished(drawing)
}

/// What is drawn with.
#[derive(Clone, Copy, PartialEq)]
enum Object {
    Pen {
        width: u32,
        colour: Colour,
    },
    Brush(Colour),
    /// Height of letters, whether bold, tenths of degrees turned.
    Font(i32, bool, i32),
}

struct Writer {
    scale: f64,
    bytes: Vec<u8>,
    records: u32,
    /// Those made so far: a handle is a place in the list, from 1 on.
    objects: Vec<Object>,
}

fn numbers<const N: usize>(all: [u32; N]) -> Vec<u8> {
    all.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn colour(Colour([red, green, blue]): Colour) -> u32 {
    u32::from_le_bytes([red, green, blue, 0])
}

impl Writer {
    fn record(&mut self, kind: Kind, body: &[u8]) {
        let padding = body.len().next_multiple_of(4) - body.len();
        let length = (8 + body.len() + padding) as u32;
        self.bytes.extend(numbers([kind as u32, length]));
        self.bytes.extend(body);
        self.bytes.extend(std::iter::repeat_n(0, padding));
        self.records += 1;
    }

    fn unit(&self, x: f64) -> i32 {
        (x * self.scale).round() as i32
    }

    fn select(&mut self, object: Object) {
        let known = self.objects.iter().position(|own| *own == object);
        let place = known.unwrap_or_else(|| {
            self.objects.push(object);
            let handle = self.objects.len() as u32;
            match object {
                Object::Pen { width, colour: own } => {
                    let body = numbers([handle, 0, 0, 0, 0, PEN_STYLE, width, 0, colour(own), 0, 0]);
                    self.record(Kind::Pen, &body);
                }
                Object::Brush(own) => self.record(Kind::Brush, &numbers([handle, 0, colour(own), 0])),
                Object::Font(height, bold, turned) => {
                    let body = font(handle, height, bold, turned);
                    self.record(Kind::Font, &body);
                }
            }
            self.objects.len() - 1
        });
        self.record(Kind::Select, &(place as u32 + 1).to_le_bytes());
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            match shape {
                Shape::Area { rings, colour } => {
                    self.record(Kind::Select, &NO_PEN.to_le_bytes());
                    self.select(Object::Brush(*colour));
                    self.lines(Kind::Polygons, rings);
                }
                Shape::Lines { lines, width, colour } => {
                    self.record(Kind::Select, &NO_BRUSH.to_le_bytes());
                    let width = self.unit(*width).max(1) as u32;
                    self.select(Object::Pen { width, colour: *colour });
                    self.lines(Kind::Polylines, lines);
                }
                Shape::Within { rings, shapes } => {
                    self.record(Kind::Save, &[]);
                    self.record(Kind::BeginPath, &[]);
                    self.lines(Kind::Polygons, rings);
                    self.record(Kind::EndPath, &[]);
                    self.record(Kind::ClipToPath, &BOTH.to_le_bytes());
                    self.shapes(shapes);
                    self.record(Kind::Restore, &(-1i32).to_le_bytes());
                }
                Shape::Text(writing) => self.text(writing),
            }
        }
    }

    /// Many lines or rings: how many, how many points in all and in each, and the points.
    fn lines(&mut self, kind: Kind, lines: &[Vec<Point>]) {
        let count = lines.iter().map(Vec::len).sum::<usize>() as u32;
        let points: Vec<[i32; 2]> =
            lines.iter().flatten().map(|(x, y)| [self.unit(*x), self.unit(*y)]).collect();
        let side = |of: usize, pick: fn(i32, i32) -> i32| {
            points.iter().map(|point| point[of]).reduce(pick).unwrap_or_default() as u32
        };
        let bounds = [side(0, i32::min), side(1, i32::min), side(0, i32::max), side(1, i32::max)];
        let mut body = numbers(bounds);
        body.extend(numbers([lines.len() as u32, count]));
        body.extend(lines.iter().flat_map(|line| (line.len() as u32).to_le_bytes()));
        let short = |x: i32| x.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        body.extend(points.iter().flatten().flat_map(|x| short(*x).to_le_bytes()));
        if count > 0 {
            self.record(kind, &body);
        }
    }

    fn text(&mut self, writing: &Writing) {
        let height = self.unit(writing.size);
        // Turned the other way than drawings are.
        self.select(Object::Font(-height, writing.bold, (-writing.turned * 10.0).round() as i32));
        let align = match writing.anchor {
            Anchor::Start => BASE_LINE,
            Anchor::End => BASE_LINE | 2,
            Anchor::Middle => BASE_LINE | 6,
        };
        self.record(Kind::TextAlign, &align.to_le_bytes());
        self.record(Kind::TextColour, &colour(writing.colour).to_le_bytes());
        let units: Vec<u16> = writing.text.encode_utf16().collect();
        let words: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        // The record's own head, and what stands before the words.
        let start = 8 + 16 + 12 + 40;
        let padded = words.len().next_multiple_of(4);
        let one = 1f32.to_bits();
        let (x, y) = (self.unit(writing.at.0) as u32, self.unit(writing.at.1) as u32);
        let widths = (start + padded) as u32;
        // Bounds are not told: programs reckon them.
        let mut body = numbers([0, 0, u32::MAX, u32::MAX, 1, one, one]);
        body.extend(numbers([x, y, units.len() as u32, start as u32, 0, 0, 0, 0, 0, widths]));
        body.extend(&words);
        body.extend(std::iter::repeat_n(0, padded - words.len()));
        for c in writing.text.chars() {
            let own = letters::character(c, f64::from(height), writing.bold).round() as u32;
            // Of two units the first carries the width.
            body.extend(numbers([own]));
            body.extend(std::iter::repeat_n(0, 4 * (c.len_utf16() - 1)));
        }
        self.record(Kind::Text, &body);
    }

    /// The file, its head filled in.
    fn finished(mut self, drawing: &Drawing) -> Vec<u8> {
        let (right, bottom) = (self.unit(drawing.width) as u32, self.unit(drawing.height) as u32);
        let length = self.bytes.len() as u32;
        // Two numbers of sixteen bits: handles, the one that is never used included, and nothing.
        let handles = self.objects.len() as u32 + 1;
        let (dots, across) = DEVICE;
        let mut head =
            numbers([Kind::Header as u32, HEADER as u32, 0, 0, right, bottom, 0, 0, right, bottom]);
        head.extend(numbers([SIGNATURE, VERSION, length, self.records, handles & 0xffff, 0, 0, 0]));
        head.extend(numbers([dots, dots, across, across, 0, 0, 0, across * 1000, across * 1000]));
        self.bytes[..HEADER].copy_from_slice(&head);
        self.bytes
    }
}

fn font(handle: u32, height: i32, bold: bool, turned: i32) -> Vec<u8> {
    let weight = if bold { BOLD } else { NORMAL };
    let mut body = handle.to_le_bytes().to_vec();
    body.extend([height, 0, turned, turned, weight].into_iter().flat_map(i32::to_le_bytes));
    // Neither slanted nor struck; any characters, as outlines, of whatever pitch.
    body.extend([0, 0, 0, 1, 4, 0, 0, 0]);
    body.extend(FONT.encode_utf16().flat_map(u16::to_le_bytes));
    body.resize(4 + FONT_LENGTH, 0);
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types and lengths of a file's records.
    fn records(file: &[u8]) -> Vec<(u32, usize)> {
        let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes"));
        let (mut at, mut found) = (0, Vec::new());
        while at < file.len() {
            let length = number(at + 4) as usize;
            assert!(length >= 8 && length.is_multiple_of(4), "{length}");
            found.push((number(at), length));
            at += length;
        }
        assert_eq!(at, file.len());
        found
    }

    #[test]
    fn a_file_is_a_head_that_counts_right_records_and_an_end() {
        let text = |text: &str| {
            Shape::Text(Writing {
                at: (10.0, 20.0),
                anchor: Anchor::End,
                size: 14.0,
                bold: true,
                colour: Colour::BLACK,
                turned: 0.0,
                text: text.into(),
            })
        };
        let ring = vec![vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]];
        let lines = Shape::Lines { lines: ring.clone(), width: 2.0, colour: Colour::BLACK };
        let inside = Shape::Within { rings: ring.clone(), shapes: vec![lines.clone()] };
        let shapes = vec![inside, lines, text("Ærlig"), text("𝛼")];
        let file = file(&Drawing { width: 100.0, height: 50.0, shapes }, 100.0);
        let records = records(&file);
        let word = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((records[0], records.last().map(|r| r.0)), ((1, HEADER), Some(14)));
        assert_eq!([word(40), word(48), word(52)], [SIGNATURE, file.len() as u32, records.len() as u32]);
        // A pen and a font, and the handle that is never used.
        assert_eq!((word(56), word(16), word(20)), (3, 10_000, 5_000));
        assert_eq!(records.iter().filter(|(kind, _)| *kind == Kind::Text as u32).count(), 2);
        // Five letters and one of two units: words padded, a width for each.
        let lengths: Vec<usize> = records.iter().filter(|r| r.0 == 84).map(|r| r.1).collect();
        assert_eq!(lengths, [76 + 12 + 20, 76 + 4 + 8]);
    }
}
