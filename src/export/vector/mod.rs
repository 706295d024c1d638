//! Figures of the report as enhanced metafiles (EMF): vector drawings with text that every version of Word and LibreOffice
//! shows, also those that read no SVG.
//!
//! The few elements that the drawing kit writes are read back from a figure's own file ([`svg`], [`path`]) and written as
//! records ([`emf`]). The converters at hand draw pixels, and are larger than all writers of the program together.

pub mod emf;
pub mod letters;
pub mod path;
pub mod svg;

/// A place in a drawing, in its own units, from its upper left corner.
pub type Point = (f64, f64);

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Paper.
    pub const WHITE: Colour = Colour([255; 3]);
    /// Ink, where nothing else is said.
    pub const BLACK: Colour = Colour([0; 3]);

    /// The colour as it looks on white paper where it lets so much of the paper through: metafiles know no transparency.
    pub fn washed(self, opacity: f64) -> Colour {
        let mixed =
            |ink: u8| (f64::from(ink) * opacity + 255.0 * (1.0 - opacity)).round().clamp(0.0, 255.0) as u8;
        Colour(self.0.map(mixed))
    }
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A piece of writing in a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// On the line that letters stand on.
    pub at: Point,
    /// Which part of it stands there.
    pub anchor: Anchor,
    /// Size of letters.
    pub size: f64,
    /// Whether it is in bold.
    pub bold: bool,
    /// Its colour.
    pub colour: Colour,
    /// Degrees by which it is turned clockwise.
    pub turned: f64,
    /// The words.
    pub text: String,
}

/// What a drawing is made of, in the order in which it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An area within closed rings.
    Area {
        /// The rings.
        rings: Vec<Vec<Point>>,
        /// Its colour.
        colour: Colour,
    },
    /// Lines of a width.
    Lines {
        /// The points of each.
        lines: Vec<Vec<Point>>,
        /// Their width.
        width: f64,
        /// Their colour.
        colour: Colour,
    },
    /// What is seen of shapes within closed rings.
    Within {
        /// The rings.
        rings: Vec<Vec<Point>>,
        /// The shapes.
        shapes: Vec<Shape>,
    },
    /// A text.
    Text(Writing),
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}
