//! Tables of codes, which say what municipalities are called and nothing of them.

use super::cells::{Grid, folded};
use crate::error::{Problem, Result};
use crate::text::say;

/// Refuses them.
pub fn refuse(file: &str, grids: &[Grid]) -> Result<()> {
    const HEADINGS: [&str; 6] =
        ["sourcecode", "targetcode", "parentcode", "shortname", "kildekode", "målkode"];
    const LOOKED_AT: usize = 10;
    for row in grids.iter().flat_map(|grid| grid.rows.iter().take(LOOKED_AT)) {
        let known = row.cells.iter().filter(|cell| HEADINGS.contains(&folded(&cell.text()).as_str())).count();
        if known >= 2 {
            let old = grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
            let old = old.into_iter().any(|cell| folded(&cell.text()).ends_with("sentrale kommuner"));
            let what = if old { say::IMPORT_KLASS_CENTRALITY } else { say::IMPORT_KLASS };
            return Err(Problem::new(what).file(file).into());
        }
    }
    Ok(())
}
