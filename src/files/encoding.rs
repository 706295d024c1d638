//! The encoding of a text file that somebody else's program saved.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text and its encoding: by the mark at its beginning, else UTF-8 where it is that without fault, else Windows-1252, of
/// which ISO 8859-1 is a part. None where it is no text.
pub fn decoded(bytes: &[u8]) -> Option<(String, &'static str)> {
    let marked = encoding_rs::Encoding::for_bom(bytes);
    let (text, name) = match marked {
        Some((encoding, mark)) => {
            let (text, wrong) = encoding.decode_without_bom_handling(&bytes[mark..]);
            let name = match encoding {
                own if own == UTF_8 => "UTF-8 (BOM)",
                own if own == UTF_16LE || own == UTF_16BE => "UTF-16",
                other => other.name(),
            };
            ((!wrong).then_some(text)?, name)
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.into(), "UTF-8"),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, "Windows-1252"),
        },
    };
    (!text.contains('\0')).then(|| (text.into_owned(), name))
}
