//! How readers find their way in a document: the numbers of its chapters, headings, tables and figures, worked out here
//! for every writer, and what a screen keeps folded until it is asked for.

use super::document::{Block, Document, Section};
use super::texts::Texts;
use crate::text::say;

/// Id of the section that says it all at a glance: before the chapters, without a number, never folded.
pub const GLANCE: &str = "glance";

/// Most rows of a table that stands open: more push what comes after it off the screen.
const OPEN_ROWS: usize = 6;

/// A document by its chapters.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline<'a> {
    /// The chapters, what is said at a glance included, in the order of reading.
    pub chapters: Vec<Chapter<'a>>,
}

/// A section with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter<'a> {
    /// Its number; empty before the first chapter, and where the document is a single one.
    pub number: String,
    /// The section.
    pub section: &'a Section,
    /// What stands before its first heading, and below each.
    pub parts: Vec<Part<'a>>,
}

/// What stands below a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// The heading; none before the first.
    pub heading: Option<&'a str>,
    /// The heading's number; may be empty.
    pub number: String,
    /// Whether a screen shows the heading alone.
    pub folded: bool,
    /// The blocks.
    pub pieces: Vec<Piece<'a>>,
}

/// A block with the number of the table or figure that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece<'a> {
    /// The block.
    pub block: &'a Block,
    /// Its number; empty where it is neither table nor figure, or has none.
    pub number: String,
    /// Whether a screen shows its caption alone.
    pub folded: bool,
}

impl<'a> Outline<'a> {
    /// The outline of a document.
    pub fn of(document: &'a Document) -> Outline<'a> {
        let single = document.sections.len() == 1;
        let mut chapters = 0;
        let mut chapter = |section: &'a Section| match (single, section.id) {
            (true, _) => Chapter::of(section, String::new(), false),
            (_, GLANCE) => Chapter::at_a_glance(section),
            _ => {
                chapters += 1;
                Chapter::of(section, chapters.to_string(), true)
            }
        };
        Outline { chapters: document.sections.iter().map(&mut chapter).collect() }
    }

    /// What a table is called, by its id: «Table 5.1», or the figure whose numbers it holds. Empty where it has no number.
    pub fn label(&self, table: &str, t: &Texts) -> String {
        let pieces = self.chapters.iter().flat_map(|chapter| &chapter.parts).flat_map(|part| &part.pieces);
        let is = |piece: &&Piece<'_>| match piece.block {
            Block::Table(own) => own.id == table,
            Block::Figure(figure) => figure.data.id == table,
            _ => false,
        };
        pieces.into_iter().find(is).map_or_else(String::new, |piece| piece.label(t))
    }
}

impl<'a> Chapter<'a> {
    fn of(section: &'a Section, number: String, folds: bool) -> Chapter<'a> {
        let mut parts =
            vec![Part { heading: None, number: String::new(), folded: false, pieces: Vec::new() }];
        let below = |n: usize| if number.is_empty() { n.to_string() } else { format!("{number}.{n}") };
        let (mut headings, mut tables, mut figures) = (0, 0, 0);
        for block in &section.blocks {
            let of_kind = match block {
                Block::Heading(text) => {
                    headings += 1;
                    let own = if number.is_empty() { String::new() } else { below(headings) };
                    parts.push(Part { heading: Some(text), number: own, folded: folds, pieces: Vec::new() });
                    continue;
                }
                Block::Table(_) => Some(&mut tables),
                Block::Figure(_) => Some(&mut figures),
                _ => None,
            };
            let number = of_kind.map_or_else(String::new, |count| {
                *count += 1;
                below(*count)
            });
            if let Some(part) = parts.last_mut() {
                let folded = part.folds(block, folds);
                part.pieces.push(Piece { block, number, folded });
            }
        }
        parts.retain(|part| part.heading.is_some() || !part.pieces.is_empty());
        Chapter { number, section, parts }
    }

    fn at_a_glance(section: &'a Section) -> Chapter<'a> {
        let mut own = Chapter::of(section, String::new(), false);
        for part in &mut own.parts {
            part.number.clear();
            part.pieces.iter_mut().for_each(|piece| piece.number.clear());
        }
        own
    }

    /// Number and title.
    pub fn title(&self) -> String {
        numbered(&self.number, &self.section.title)
    }
}

impl Part<'_> {
    /// Whether a block that comes next is folded: a long table always; otherwise, where a whole part isn't folded, all
    /// tables and figures but a first one that is short.
    fn folds(&self, block: &Block, folds: bool) -> bool {
        let rows = match block {
            Block::Table(table) if table.long => return true,
            Block::Table(table) => table.rows.len(),
            Block::Figure(_) => 0,
            _ => return false,
        };
        let first = !self.pieces.iter().any(|p| matches!(p.block, Block::Table(_) | Block::Figure(_)));
        folds && !self.folded && !(first && rows <= OPEN_ROWS)
    }

    /// Number and heading.
    pub fn title(&self) -> Option<String> {
        self.heading.map(|heading| numbered(&self.number, heading))
    }
}

impl Piece<'_> {
    /// What it is called: «Table 5.1»; empty where it has no number.
    pub fn label(&self, t: &Texts) -> String {
        let word = match self.block {
            Block::Table(_) => say::TABLE_WORD,
            _ => say::FIGURE_WORD,
        };
        if self.number.is_empty() { String::new() } else { format!("{} {}", t.get(word), self.number) }
    }

    /// What it is called, and what it shows: «Table 5.1. What was found»; empty of what is neither table nor figure.
    pub fn caption(&self, t: &Texts) -> String {
        let title = match self.block {
            Block::Table(table) => &table.title,
            Block::Figure(figure) => &figure.title,
            _ => return String::new(),
        };
        let label = self.label(t);
        if label.is_empty() { title.clone() } else { format!("{label}. {title}") }
    }
}

fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_string() } else { format!("{number} {title}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Figure, Row, Table};
    use crate::text::Lang;

    fn table(id: &'static str, rows: usize, long: bool) -> Table {
        Table {
            id,
            title: format!("title of {id}"),
            sheet: String::new(),
            unit: String::new(),
            columns: vec![String::new()],
            rows: vec![Row::new("", Vec::new()); rows],
            notes: Vec::new(),
            sources: Vec::new(),
            long,
        }
    }

    fn figure(id: &'static str) -> Block {
        let text = String::new;
        let data = table(id, 1, false);
        Block::Figure(Figure { id, title: text(), alt: text(), note: text(), svg: text(), data })
    }

    fn document(ids: &[&'static str], blocks: &[Block]) -> Document {
        let section = |id: &&'static str| Section {
            id,
            title: (*id).into(),
            question: String::new(),
            blocks: blocks.to_vec(),
        };
        Document {
            title: String::new(),
            subtitle: String::new(),
            stamp: Vec::new(),
            own: String::new(),
            brief: Vec::new(),
            citation: String::new(),
            sections: ids.iter().map(section).collect(),
        }
    }

    /// Labels, whether each is folded, and titles of headings, of one chapter.
    fn told(chapter: &Chapter<'_>) -> Vec<(String, bool)> {
        let t = &Texts::new(Lang::En);
        let part = |part: &Part<'_>| {
            let heading = part.title().map(|title| (title, part.folded));
            let pieces: Vec<_> = part.pieces.iter().map(|piece| (piece.label(t), piece.folded)).collect();
            heading.into_iter().chain(pieces).collect::<Vec<_>>()
        };
        chapter.parts.iter().flat_map(part).collect()
    }

    #[test]
    fn chapters_are_numbered_and_all_below_them_by_chapter_but_not_the_glance() {
        let blocks = [
            Block::Table(table("a", 1, false)),
            figure("b"),
            Block::Heading("more".into()),
            Block::Table(table("c", 90, false)),
            Block::Table(table("d", 1, true)),
        ];
        let document = document(&[GLANCE, "first", "second"], &blocks);
        let outline = Outline::of(&document);
        assert_eq!(
            outline.chapters.iter().map(Chapter::title).collect::<Vec<_>>(),
            [GLANCE, "1 first", "2 second"]
        );
        let own = |told: &[(&str, bool)]| told.iter().map(|(s, b)| (s.to_string(), *b)).collect::<Vec<_>>();
        // A first short table stands open; what is below a heading is folded with it, a long table in it once more.
        let second = [
            ("Table 2.1", false),
            ("Figure 2.1", true),
            ("2.1 more", true),
            ("Table 2.2", false),
            ("Table 2.3", true),
        ];
        assert_eq!(told(&outline.chapters[2]), own(&second));
        let glance = [("", false), ("", false), ("more", false), ("", false), ("", true)];
        assert_eq!(told(&outline.chapters[0]), own(&glance));
    }

    #[test]
    fn what_is_not_short_is_folded_and_a_page_of_one_chapter_only_where_it_is_long() {
        let blocks = [
            Block::Table(table("a", OPEN_ROWS + 1, false)),
            Block::Heading("more".into()),
            Block::Table(table("b", 1, true)),
        ];
        let several = document(&["first", "second"], &blocks);
        assert_eq!(told(&Outline::of(&several).chapters[0])[0], ("Table 1.1".to_string(), true));
        let single = document(&["first"], &blocks);
        let outline = Outline::of(&single);
        let told = told(&outline.chapters[0]);
        assert_eq!(told, [("Table 1".into(), false), ("more".into(), false), ("Table 2".into(), true)]);
        let t = &Texts::new(Lang::En);
        assert_eq!([outline.label("b", t), outline.label("c", t)], ["Table 2", ""]);
    }

    #[test]
    fn a_caption_is_a_title_alone_where_there_is_no_number() {
        let block = Block::Table(table("a", 1, false));
        let piece = |number: &str| Piece { block: &block, number: number.into(), folded: false };
        let t = &Texts::new(Lang::Nb);
        assert_eq!(piece("").caption(t), "title of a");
        assert_eq!(piece("5.1").caption(t), "Tabell 5.1. title of a");
    }
}
