//! What a reader is given, apart from how it looks: sections of text, tables with typed cells, figures
//! with their data. Writers (page, workbook, …) know these and nothing of the model.

/// A cell of a table. Where a number is shown, the number itself goes along for programs.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, or a code such as `0301`.
    Text(String),
    /// A number and how readers see it.
    Number {
        /// In the unit readers see, not rounded.
        value: f64,
        /// As readers see it.
        shown: String,
    },
    /// A mean with the interval around it.
    Estimate {
        /// The mean, in the unit readers see, not rounded.
        mean: f64,
        /// 5th and 95th percentile, if there are several draws.
        interval: Option<(f64, f64)>,
        /// The mean as readers see it.
        shown: String,
        /// The interval as readers see it; empty without one.
        shown_interval: String,
        /// Of a difference: in how many draws it is lower or higher; empty elsewhere.
        direction: String,
    },
    /// No number, and why.
    Missing(Missing),
}

/// Why a cell has no number (the marks of Statistics Norway).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Not known.
    Unknown,
    /// Cannot exist.
    Impossible,
    /// Hidden because it is about few persons.
    Hidden,
}

impl Missing {
    /// The mark.
    pub fn mark(self) -> &'static str {
        match self {
            Missing::Unknown => "..",
            Missing::Impossible => ".",
            Missing::Hidden => ":",
        }
    }
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }
}

/// A row: its head, and a cell for every other column.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Heading of the rows from here on, where a new group begins.
    pub group: Option<String>,
    /// First column.
    pub head: String,
    /// What else is said in small print under the head; may be empty.
    pub about: String,
    /// Its unit, where that is another than the table's.
    pub unit: Option<String>,
    /// The other columns.
    pub cells: Vec<Cell>,
    /// Whether it is a sum of rows above.
    pub sum: bool,
}

impl Row {
    /// An ordinary row.
    pub fn new(head: impl Into<String>, cells: Vec<Cell>) -> Row {
        Row { group: None, head: head.into(), about: String::new(), unit: None, cells, sum: false }
    }
    /// The same, with small print under the head.
    pub fn about(mut self, about: impl Into<String>) -> Row {
        self.about = about.into();
        self
    }
    /// What stands in small print under the head: its own unit, and what else is said; may be empty.
    pub fn small_print(&self) -> String {
        let parts = [self.unit.as_deref().unwrap_or_default(), &self.about];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
    /// The same, in a unit of its own.
    pub fn unit(mut self, unit: impl Into<String>) -> Row {
        self.unit = Some(unit.into());
        self
    }
    /// The same, as the first of a group.
    pub fn group(mut self, group: impl Into<String>) -> Row {
        self.group = Some(group.into());
        self
    }
    /// The same, as a sum.
    pub fn sum(mut self) -> Row {
        self.sum = true;
        self
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Short name in files and links.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// Name of its sheet in the workbook.
    pub sheet: String,
    /// Unit of all its numbers, but in rows that have their own; empty where rows or columns name theirs.
    pub unit: String,
    /// Heads of the columns, first column included.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What must be known to read it.
    pub notes: Vec<String>,
    /// Files its numbers stand in.
    pub sources: Vec<&'static str>,
    /// So long that readers open it themselves.
    pub long: bool,
}

impl Table {
    /// Whether a unit is told, of all its rows or of some.
    pub fn is_measured(&self) -> bool {
        !self.unit.is_empty() || self.rows.iter().any(|row| row.unit.is_some())
    }

    /// The same with a unit in the heads of some columns, counted from 0, which have another than the rest of their rows.
    pub fn columns_in(mut self, columns: &[usize], unit: &str) -> Table {
        for column in columns {
            if let Some(head) = self.columns.get_mut(*column) {
                *head = format!("{head} ({unit})");
            }
        }
        self
    }
    /// Whether some cell is missing, and which marks are used.
    pub fn marks(&self) -> Vec<Missing> {
        let all = [Missing::Unknown, Missing::Impossible, Missing::Hidden];
        let has = |mark: &Missing| {
            self.rows.iter().flat_map(|r| &r.cells).any(|c| matches!(c, Cell::Missing(m) if m == mark))
        };
        all.into_iter().filter(has).collect()
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Short name in files and links.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// What is seen, for those who do not see it.
    pub alt: String,
    /// What must be known to read it.
    pub note: String,
    /// The drawing: an `svg` element without style sheet.
    pub svg: String,
    /// The same numbers.
    pub data: Table,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A heading below the section's.
    Heading(String),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// Something the program cannot know, for the committee to fill in.
    Field(String),
    /// A command line.
    Command(String),
    /// Questions, and where in the document they are answered.
    Links(Vec<Link>),
}

/// A question that leads to its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Name of the section that answers it.
    pub to: &'static str,
    /// Name of the table or figure in it that does, as a page calls it.
    pub at: &'static str,
}

/// An item of a list: words in bold, and the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// In bold; may be empty.
    pub lead: String,
    /// The rest.
    pub text: String,
    /// A list below it.
    pub items: Vec<String>,
}

impl Item {
    /// What stands between the words in bold and the rest, or the list below: a question needs no further mark.
    pub fn after_lead(&self) -> &'static str {
        match (self.lead.is_empty(), self.lead.ends_with('?'), self.items.is_empty()) {
            (true, _, _) => "",
            (_, true, _) => " ",
            (_, _, true) => ". ",
            (_, _, false) => ":",
        }
    }

    /// An item without a list below it.
    pub fn new(lead: impl Into<String>, text: impl Into<String>) -> Item {
        Item { lead: lead.into(), text: text.into(), items: Vec::new() }
    }
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Name in links.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// Which question of the instructions for official studies it answers; may be empty.
    pub question: String,
    /// Content.
    pub blocks: Vec<Block>,
}

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Scenario.
    pub subtitle: String,
    /// What every page and file carries: run, scenario, price year, draws, what the interval is.
    pub stamp: Vec<String>,
    /// What of that stands below the title on a screen.
    pub brief: Vec<String>,
    /// How others name the document; empty where that is not told.
    pub citation: String,
    /// Said where the run differs from the shipped scenario; empty otherwise.
    pub own: String,
    /// The sections.
    pub sections: Vec<Section>,
}

impl Document {
    /// Title and scenario on one line.
    pub fn name(&self) -> String {
        joined(&self.title, &self.subtitle)
    }

    /// The stamp on one line.
    pub fn stamp_line(&self) -> String {
        self.stamp.join(" · ")
    }

    /// Every table, those of figures included, in the order of reading.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Figure(figure) => Some(&figure.data),
            _ => None,
        })
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }
}

/// A title and what it is about on one line: no colon after a title that ends by itself.
pub fn joined(title: &str, about: &str) -> String {
    let stop = if title.ends_with(['?', '!', '.']) { "" } else { ":" };
    format!("{title}{stop} {about}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_colon_follows_a_question() {
        assert_eq!(joined("Hvem betaler for BPA?", "Hele landet"), "Hvem betaler for BPA? Hele landet");
        assert_eq!(joined("Hva avgjør", "Oslo"), "Hva avgjør: Oslo");
    }
}
