//! The elements that the drawing kit writes, read as shapes. Their looks are attributes, as files of figures have them.

use super::path::{Transform, dashes, ellipse, lines, numbers};
use super::{Anchor, Colour, Drawing, Point, Shape, Writing};
use roxmltree::{Document, Node};

/// Size of a drawing that says none.
const SIZE: (f64, f64) = (720.0, 360.0);
/// Size of letters where nothing is said.
const LETTER: f64 = 14.0;
/// How far letters hang below their middle, of their size.
const MIDDLE: f64 = 0.35;

/// How an element looks; what is in it looks the same unless it says otherwise.
#[derive(Clone, Debug)]
struct Look {
    fill: String,
    stroke: String,
    width: f64,
    dash: Vec<f64>,
    /// Of the whole, of what is filled, of lines.
    opacity: [f64; 3],
    size: f64,
    bold: bool,
    anchor: Anchor,
    middle: bool,
    /// Name of what stands at the end of lines.
    end: String,
}

impl Look {
    fn plain() -> Look {
        Look {
            fill: "#000".into(),
            stroke: "none".into(),
            width: 1.0,
            dash: Vec::new(),
            opacity: [1.0; 3],
            size: LETTER,
            bold: false,
            anchor: Anchor::Start,
            middle: false,
            end: String::new(),
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        let number = || numbers(value).first().copied();
        match name {
            "fill" => self.fill = value.into(),
            "stroke" => self.stroke = value.into(),
            "stroke-width" => self.width = number().unwrap_or(self.width),
            "stroke-dasharray" => self.dash = numbers(value),
            // Of a whole within a whole: both.
            "opacity" => self.opacity[0] *= number().unwrap_or(1.0),
            "fill-opacity" => self.opacity[1] = number().unwrap_or(1.0),
            "stroke-opacity" => self.opacity[2] = number().unwrap_or(1.0),
            "font-size" => self.size = number().unwrap_or(self.size),
            "font-weight" => self.bold = matches!(value, "bold" | "500" | "600" | "700" | "800"),
            "text-anchor" => {
                self.anchor = match value {
                    "middle" => Anchor::Middle,
                    "end" => Anchor::End,
                    _ => Anchor::Start,
                }
            }
            "dominant-baseline" => self.middle = matches!(value, "middle" | "central"),
            "marker-end" => self.end = target(value).unwrap_or_default().into(),
            _ => {}
        }
    }
}

/// The name in `url(#name)`.
fn target(value: &str) -> Option<&str> {
    value.strip_prefix("url(#")?.strip_suffix(')')
}

/// A colour as `#rrggbb` or `#rgb`; nothing for none.
fn colour(text: &str) -> Option<Colour> {
    let digits = match text {
        "white" => return Some(Colour::WHITE),
        "black" | "currentColor" => return Some(Colour::BLACK),
        _ => text.strip_prefix('#')?,
    };
    let long = match digits.len() {
        3 => digits.chars().flat_map(|c| [c, c]).collect(),
        _ => digits.to_string(),
    };
    let part = |i: usize| u8::from_str_radix(long.get(2 * i..2 * i + 2)?, 16).ok();
    Some(Colour([part(0)?, part(1)?, part(2)?]))
}

/// A drawing as shapes; nothing where it is none.
pub fn drawing(svg: &str) -> Option<Drawing> {
    let document = Document::parse(svg).ok()?;
    let root = document.root_element();
    let view = numbers(root.attribute("viewBox").unwrap_or_default());
    let number = |i: usize, otherwise: f64| view.get(i).copied().unwrap_or(otherwise);
    let mut reader = Reader { document: &document, shapes: Vec::new() };
    let place = Transform::moved(-number(0, 0.0), -number(1, 0.0));
    let look = Reader::look(root, &Look::plain());
    reader.children(root, &look, place);
    Some(Drawing { width: number(2, SIZE.0), height: number(3, SIZE.1), shapes: reader.shapes })
}

struct Reader<'a> {
    document: &'a Document<'a>,
    shapes: Vec<Shape>,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.trim_end_matches("px").parse().ok()).unwrap_or(0.0)
}

impl<'a> Reader<'a> {
    fn look(node: Node<'_, '_>, around: &Look) -> Look {
        let mut look = Look { end: String::new(), ..around.clone() };
        for attribute in node.attributes() {
            look.set(attribute.name(), attribute.value());
        }
        look
    }

    fn children(&mut self, node: Node<'_, '_>, around: &Look, place: Transform) {
        for child in node.children().filter(Node::is_element) {
            self.element(child, around, place);
        }
    }

    fn element(&mut self, node: Node<'_, '_>, around: &Look, place: Transform) {
        let look = Reader::look(node, around);
        let place = match node.attribute("transform") {
            Some(text) => place.after(Transform::read(text)),
            None => place,
        };
        let of = |name: &str| number(node, name);
        let drawn: Vec<(Vec<Point>, bool)> = match node.tag_name().name() {
            "g" | "a" | "svg" => return self.children(node, &look, place),
            "text" => return self.text(node, &look, place),
            "line" => vec![(vec![(of("x1"), of("y1")), (of("x2"), of("y2"))], false)],
            "rect" => {
                let ((x, y), (width, height)) = ((of("x"), of("y")), (of("width"), of("height")));
                vec![(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], true)]
            }
            "circle" => vec![(ellipse((of("cx"), of("cy")), (of("r"), of("r"))), true)],
            "ellipse" => vec![(ellipse((of("cx"), of("cy")), (of("rx"), of("ry"))), true)],
            "path" => lines(node.attribute("d").unwrap_or_default()),
            name @ ("polyline" | "polygon") => {
                let points = numbers(node.attribute("points").unwrap_or_default());
                vec![(points.chunks_exact(2).map(|p| (p[0], p[1])).collect(), name == "polygon")]
            }
            // Titles, patterns and markers are no drawings themselves.
            _ => return,
        };
        self.fill(&drawn, &look, place);
        self.stroke(&drawn, &look, place);
    }

    fn fill(&mut self, drawn: &[(Vec<Point>, bool)], look: &Look, place: Transform) {
        let rings: Vec<Vec<Point>> =
            drawn.iter().map(|(line, _)| line.clone()).filter(|line| line.len() > 2).collect();
        if rings.is_empty() {
            return;
        }
        if let Some(pattern) = target(&look.fill) {
            return self.pattern(pattern, rings, look, place);
        }
        let opacity = look.opacity[0] * look.opacity[1];
        if let Some(colour) = colour(&look.fill).filter(|_| opacity > 0.0) {
            self.shapes.push(Shape::Area { rings: place.points(rings), colour: colour.washed(opacity) });
        }
    }

    /// The tiles of a pattern, as far as they lie within rings.
    fn pattern(&mut self, name: &str, rings: Vec<Vec<Point>>, look: &Look, place: Transform) {
        let Some(pattern) = self.named(name) else { return };
        let (width, height) = (number(pattern, "width"), number(pattern, "height"));
        let points = || rings.iter().flatten();
        let range = |of: fn(&Point) -> f64, step: f64| {
            let low = points().map(of).fold(f64::INFINITY, f64::min);
            let high = points().map(of).fold(f64::NEG_INFINITY, f64::max);
            (step > 0.0 && low.is_finite())
                .then(|| ((low / step).floor() as i32, (high / step).ceil() as i32, low, high))
        };
        let (Some(across), Some(down)) = (range(|p| p.0, width), range(|p| p.1, height)) else { return };
        let mut tile = Reader { document: self.document, shapes: Vec::new() };
        let own = Look { opacity: look.opacity, ..Look::plain() };
        tile.children(pattern, &own, Transform::NONE);
        let places = (across.0..across.1).flat_map(|i| {
            (down.0..down.1).map(move |j| Transform::moved(f64::from(i) * width, f64::from(j) * height))
        });
        let places: Vec<Transform> = places.map(|tile| place.after(tile)).collect();
        let mut shapes = Vec::new();
        for shape in &tile.shapes {
            shapes.extend(repeated(shape, &places));
        }
        self.shapes.push(Shape::Within { rings: place.points(rings), shapes });
    }

    fn stroke(&mut self, drawn: &[(Vec<Point>, bool)], look: &Look, place: Transform) {
        let opacity = look.opacity[0] * look.opacity[2];
        let Some(colour) = colour(&look.stroke).filter(|_| opacity > 0.0 && look.width > 0.0) else {
            return;
        };
        let mut all = Vec::new();
        for (line, closed) in drawn {
            let mut line = line.clone();
            if *closed {
                line.extend(line.first().copied());
            }
            all.extend(dashes(&line, &look.dash));
        }
        let width = look.width * place.scale();
        self.shapes.push(Shape::Lines { lines: place.points(all), width, colour: colour.washed(opacity) });
        if let Some(marker) = self.named(&look.end) {
            for (line, _) in drawn {
                self.arrow_head(marker, line, look.width, place);
            }
        }
    }

    /// What stands at the end of a line, turned the way the line goes.
    fn arrow_head(&mut self, marker: Node<'_, '_>, line: &[Point], width: f64, place: Transform) {
        let [.., from, to] = line else { return };
        let view = numbers(marker.attribute("viewBox").unwrap_or_default());
        let units = if marker.attribute("markerUnits") == Some("userSpaceOnUse") { 1.0 } else { width };
        let size = view.get(2).copied().filter(|size| *size > 0.0).unwrap_or(1.0);
        let turn = (to.1 - from.1).atan2(to.0 - from.0).to_degrees();
        let own = Transform::moved(to.0, to.1)
            .after(Transform::turned(turn))
            .after(Transform::scaled(number(marker, "markerWidth") * units / size))
            .after(Transform::moved(-number(marker, "refX"), -number(marker, "refY")));
        self.children(marker, &Look::plain(), place.after(own));
    }

    fn text(&mut self, node: Node<'_, '_>, look: &Look, place: Transform) {
        let at = (number(node, "x") + number(node, "dx"), number(node, "y") + number(node, "dy"));
        let mut rows: Vec<(Look, Point, String)> = vec![(look.clone(), at, String::new())];
        for child in node.children() {
            let Some((_, at, _)) = rows.last() else { continue };
            let at = *at;
            if child.is_element() && ["x", "y", "dy"].iter().any(|name| child.has_attribute(*name)) {
                let x = if child.has_attribute("x") { number(child, "x") } else { at.0 };
                let y = if child.has_attribute("y") { number(child, "y") } else { at.1 };
                rows.push((Reader::look(child, look), (x, y + number(child, "dy")), String::new()));
            }
            let words = child.descendants().filter(Node::is_text).filter_map(|text| text.text());
            if let Some((_, _, text)) = rows.last_mut() {
                text.extend(words);
            }
        }
        for (look, (x, y), text) in rows {
            let Some(colour) = colour(&look.fill).filter(|_| !text.trim().is_empty()) else { continue };
            let y = if look.middle { y + look.size * MIDDLE } else { y };
            self.shapes.push(Shape::Text(Writing {
                at: place.point((x, y)),
                anchor: look.anchor,
                size: look.size * place.scale(),
                bold: look.bold,
                colour: colour.washed(look.opacity[0] * look.opacity[1]),
                turned: place.angle(),
                text: text.trim().to_string(),
            }));
        }
    }

    fn named(&self, name: &str) -> Option<Node<'a, 'a>> {
        let all = self.document.descendants();
        all.filter(|_| !name.is_empty()).find(|node| node.attribute("id") == Some(name))
    }
}

/// A shape of a tile at many places, as one.
fn repeated(shape: &Shape, places: &[Transform]) -> Option<Shape> {
    let at = |lines: &[Vec<Point>]| places.iter().flat_map(|place| place.points(lines.to_vec())).collect();
    match shape {
        Shape::Area { rings, colour } => Some(Shape::Area { rings: at(rings), colour: *colour }),
        Shape::Lines { lines, width, colour } => {
            let scale = places.first().map_or(1.0, |place| place.scale());
            Some(Shape::Lines { lines: at(lines), width: width * scale, colour: *colour })
        }
        // No pattern has words or patterns in it.
        Shape::Within { .. } | Shape::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figures::plot::{Plot, WIDTH, drawing as drawn, fill};
    use crate::report::figures::standalone::standalone;
    use maud::html;

    fn read(svg: &str) -> Drawing {
        drawing(&standalone(svg, "")).expect("a drawing")
    }

    #[test]
    fn what_the_kit_draws_is_read() {
        let mut plot = Plot::new(200.0, 50.0, 50.0, (0.0, 1.0), (0.0, 1.0));
        plot.line(&[(0.0, 0.0), (1.0, 1.0)], 1);
        plot.band(&[(0.0, 0.0, 1.0), (1.0, 0.0, 1.0)], 2);
        plot.mark(0.5, 0.5, 3);
        plot.end_labels(&[(0.5, 0, "Modell <A> & «B»".into())]);
        let read = read(&plot.done("x", "alt"));
        assert_eq!((read.width, read.height), (WIDTH, 200.0));
        assert_eq!(colour("#123"), Some(Colour([0x11, 0x22, 0x33])));
        assert_eq!((colour("none"), colour("#12")), (None, None));
        let blue = Colour([0x00, 0x62, 0xa3]);
        let dashed = |shape: &Shape| matches!(shape, Shape::Lines { lines, width, colour } if *colour == blue && *width == 2.5 && lines.len() > 10);
        assert!(read.shapes.iter().any(dashed), "{:?}", read.shapes);
        let texts: Vec<&Writing> = read
            .shapes
            .iter()
            .filter_map(|shape| if let Shape::Text(writing) = shape { Some(writing) } else { None })
            .collect();
        assert_eq!((texts.len(), texts[0].text.as_str()), (1, "Modell <A> & «B»"));
        assert_eq!((texts[0].size, texts[0].at.0), (14.0, WIDTH - 50.0 + 24.0));
    }

    #[test]
    fn patterns_fill_bars_and_heads_stand_at_arrows() {
        let svg = drawn(
            "x",
            "alt",
            100.0,
            html! {
                rect x="10" y="10" width="80" height="16" fill=(fill("x", 1)) class="edge s1" {}
                defs { marker id="x-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto" {
                    path d="M0 0L10 5L0 10Z" class="head" {}
                } }
                g transform="translate(0 50)" { line x1="0" y1="0" x2="100" y2="0" class="arrow" marker-end="url(#x-head)" {} }
            },
        );
        let read = read(&svg);
        let Shape::Within { shapes, .. } = &read.shapes[1] else { panic!("{:?}", read.shapes) };
        assert!(matches!(&shapes[1], Shape::Lines { lines, .. } if lines.len() == 3 * 11 * 3), "{shapes:?}");
        let Some(Shape::Area { rings, .. }) = read.shapes.last() else { panic!("{:?}", read.shapes) };
        assert!((rings[0][1].0 - 101.12).abs() < 1e-9 && (rings[0][1].1 - 50.0).abs() < 1e-9, "{rings:?}");
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        assert_eq!(drawing("<svg"), None);
    }
}
