//! Whether there is room for what a run will write, told before it begins.

use super::system::room;
use crate::error::{Problem, Result};
use crate::text::say;
use std::path::Path;

/// Refuses a run that writes so many bytes, of which some stand there already, where there is less room.
pub fn ensure_room(target: &Path, bytes: u64, already: u64) -> Result<()> {
    let absolute = std::path::absolute(target).unwrap_or_else(|_| target.to_path_buf());
    let there = absolute.ancestors().find(|folder| folder.is_dir()).and_then(room);
    enough(target, bytes.saturating_sub(already), there)
}

fn enough(target: &Path, bytes: u64, room: Option<u64>) -> Result<()> {
    let Some(room) = room.filter(|room| *room < bytes) else { return Ok(()) };
    let tenths = |bytes: u64| bytes as f64 / (1u64 << 30) as f64 * 10.0;
    let gib = |tenths: f64| format!("{:.1}", tenths / 10.0);
    let (needed, room) = (gib(tenths(bytes).ceil()), gib(tenths(room).floor()));
    Err(Problem::new(say::NotEnoughRoom { needed, room })
        .file(target.display().to_string())
        .key("--draws")
        .allowed(say::MAKE_ROOM)
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn too_little_room_is_told_beforehand() {
        let target = Path::new("somewhere");
        assert!(enough(target, 5 << 30, Some(5 << 30)).is_ok() && enough(target, u64::MAX, None).is_ok());
        let message = enough(target, 5 << 30, Some(3 << 30)).unwrap_err().render(Lang::En);
        assert!(message.contains("5.0") && message.contains("3.0"), "{message}");
        assert!(ensure_room(&std::env::temp_dir().join("new"), 1 << 62, 0).is_err());
    }
}
