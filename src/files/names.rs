//! What published files call the files that went into them: by name, never by the folders they lie in, which tell whose they are.

use std::path::Path;

/// The name of a file or folder without the folders it lies in; a path that has no name stays as it is.
pub fn name_of(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// A text in which files are told of by name, instead of by the paths they were read from. `files` are paths and names.
pub fn by_name<'f>(text: &str, files: impl Iterator<Item = (&'f str, &'f str)>) -> String {
    let mut files: Vec<(&str, &str)> =
        files.filter(|(path, name)| !path.is_empty() && path != name).collect();
    // One path may be the beginning of another.
    files.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    files.iter().fold(text.to_string(), |text, (path, name)| text.replace(path, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_not_told() {
        assert_eq!(name_of("/home/kari/mine tall/a.toml"), "a.toml");
        assert_eq!((name_of("a.toml"), name_of("..")), ("a.toml".into(), "..".into()));
        let files = [("/home/kari/a", "a"), ("/home/kari/a.toml", "a.toml"), ("", "x"), ("a", "a")];
        assert_eq!(by_name("/home/kari/a.toml:3, /home/kari/a", files.into_iter()), "a.toml:3, a");
    }
}
