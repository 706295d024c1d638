//! Makes the messages of the Fluent files into Rust: a message without variables is a constant, one with variables a
//! struct with a field a variable. An id that doesn't exist, a variable that is forgotten or misspelt, and a message
//! that nobody uses are then found by the compiler, and the program carries no parser of texts.
//!
//! The build fails where nynorsk or English lack a message of the Norwegian bokmål, have one that it has not, or use
//! other variables. Of Fluent's language the files use text, variables, string literals, selection by word and
//! attributes; anything else is refused.
//!
//! Why not a crate: `fluent-typed` and `fluent-static` make functions of one language at a time, whose arguments stand
//! by position and can be swapped unseen, and keep Fluent's interpreter in the program. Errors and labels here are
//! written in three languages at once, and labels are constants.
#![expect(clippy::disallowed_methods, reason = "a build script reads its input and writes its output")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs};

/// The languages; the first is the one that the others are held against.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];
/// Files whose messages are looked up by ids that stand elsewhere in the code or the data: outcomes, items, levers.
const BY_ID: [&str; 4] = ["catalogue", "headings", "help", "rules"];

/// The flags of `.cargo/config.toml` that the program's speed depends on. Cargo leaves that file alone where `RUSTFLAGS` is set
/// and under `cargo install --git`, so the program tells which of them it was built without.
const FLAGS: [&str; 2] = ["force-vector-interleave=2", "multiversion_allow_slow_avx512"];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A message of one language.
struct FluentMessage {
    file: String,
    pattern: Pattern<String>,
    variables: BTreeSet<String>,
}

fn main() {
    println!("cargo::rerun-if-changed=src/text");
    tell_of_the_build();
    if let Err(error) = generate() {
        for line in error.to_string().lines() {
            println!("cargo::error=texts: {line}");
        }
    }
}

/// Tells the program how it is built, for `--version --verbose`.
fn tell_of_the_build() {
    let told = |name: &str| env::var(name).unwrap_or_default();
    let flags = told("CARGO_ENCODED_RUSTFLAGS");
    let missing: Vec<&str> = FLAGS.into_iter().filter(|flag| !flags.contains(flag)).collect();
    println!("cargo::rustc-env=BPASIM_OPT_LEVEL={}", told("OPT_LEVEL"));
    println!("cargo::rustc-env=BPASIM_TARGET={}", told("TARGET"));
    println!("cargo::rustc-env=BPASIM_FLAGS_MISSING={}", missing.join(", "));
}

fn generate() -> Result<()> {
    let [nb, nn, en] = LANGUAGES.map(messages);
    let (nb, nn, en) = (nb?, nn?, en?);
    let mut wrong = String::new();
    for (language, own) in [("nn", &nn), ("en", &en)] {
        for id in nb.keys().chain(own.keys()).collect::<BTreeSet<_>>() {
            match (nb.get(id), own.get(id)) {
                (Some(a), Some(b)) if a.file == b.file && a.variables == b.variables => {}
                (Some(a), Some(b)) if a.file == b.file => {
                    writeln!(
                        wrong,
                        "{language}/{}: «{id}» uses {:?}, nb {:?}",
                        b.file, b.variables, a.variables
                    )?;
                }
                (Some(a), _) => writeln!(wrong, "{language}/{} lacks «{id}»", a.file)?,
                (None, _) => writeln!(wrong, "{language} has «{id}», nb has not")?,
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let (mut code, mut by_id) = (String::new(), String::new());
    for (id, message) in &nb {
        let three = [message, &nn[id], &en[id]];
        let by_data = BY_ID.iter().any(|name| message.file == format!("{name}.ftl"));
        if !message.variables.is_empty() {
            code += &structure(id, &message.variables, three)?;
        } else {
            if by_data {
                writeln!(by_id, "({id:?}, {}),", words(three)?)?;
                // Not every id that is data is named in the code as well.
                code += "#[allow(dead_code)]\n";
            }
            let name = id.to_uppercase().replace(['-', '.'], "_");
            writeln!(code, "#[doc = {:?}]\npub const {name}: Words = {};", plain(message)?, words(three)?)?;
        }
    }
    writeln!(code, "pub(super) static BY_ID: &[(&str, Words)] = &[{by_id}];")?;
    Ok(fs::write(format!("{}/say.rs", env::var("OUT_DIR")?), code)?)
}

/// Every message of a language by id; an attribute's id is the message's with the attribute's name after a point.
fn messages(language: &str) -> Result<BTreeMap<String, FluentMessage>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(format!("src/text/{language}"))? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().to_string();
        let resource = fluent_syntax::parser::parse(fs::read_to_string(&path)?)
            .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let value = message.value.map(|value| (id.clone(), value));
            let attributes = message.attributes.into_iter().map(|a| (format!("{id}.{}", a.id.name), a.value));
            for (id, pattern) in value.into_iter().chain(attributes) {
                let mut variables = BTreeSet::new();
                pieces(&pattern, &mut |name| {
                    variables.insert(name.to_string());
                    0
                })
                .map_err(|e| format!("{}: «{id}»: {e}", path.display()))?;
                if all.insert(id.clone(), FluentMessage { file: file.clone(), pattern, variables }).is_some()
                {
                    return Err(format!("{}: «{id}» twice", path.display()).into());
                }
            }
        }
    }
    Ok(all)
}

/// A pattern as Rust: its pieces, each variable by the place that `place` gives it.
fn pieces(pattern: &Pattern<String>, place: &mut dyn FnMut(&str) -> usize) -> Result<String> {
    let mut code = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => write!(code, "Piece::Plain({value:?}),")?,
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => {
                    write!(code, "Piece::Plain({:?}),", unescape_unicode_to_string(value))?;
                }
                InlineExpression::VariableReference { id } => {
                    write!(code, "Piece::Variable({}),", place(&id.name))?;
                }
                other => return Err(format!("not used here: {other:?}").into()),
            },
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err(format!("only a variable selects, not {selector:?}").into());
                };
                write!(code, "Piece::Select({}, &[", place(&id.name))?;
                // The default comes last, and is taken where no other key is the variable's value.
                for default in [false, true] {
                    for variant in variants.iter().filter(|v| v.default == default) {
                        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                            &variant.key;
                        write!(code, "({key:?}, &[{}]),", pieces(&variant.value, place)?)?;
                    }
                }
                code += "]),";
            }
        }
    }
    Ok(code)
}

/// The text of a message without variables.
fn plain(message: &FluentMessage) -> Result<String> {
    let mut text = String::new();
    for element in &message.pattern.elements {
        match element {
            PatternElement::TextElement { value } => text += value,
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => text += &unescape_unicode_to_string(value),
            _ => return Err("a message without variables is text alone".into()),
        }
    }
    Ok(text)
}

fn words([nb, nn, en]: [&FluentMessage; 3]) -> Result<String> {
    Ok(format!("Words::new({:?}, {:?}, {:?})", plain(nb)?, plain(nn)?, plain(en)?))
}

/// A struct with a field a variable, and how it is written.
fn structure(id: &str, variables: &BTreeSet<String>, three: [&FluentMessage; 3]) -> Result<String> {
    let name: String = id.split(['-', '.', '_']).map(|w| w[..1].to_uppercase() + &w[1..]).collect();
    let fields: Vec<String> = variables.iter().map(|v| v.replace('-', "_")).collect();
    let places = |make: &dyn Fn(usize, &str) -> String| -> String {
        fields.iter().enumerate().map(|(i, field)| make(i, field)).collect()
    };
    let patterns = three.map(|message| {
        pieces(&message.pattern, &mut |v| variables.iter().position(|own| own == v).unwrap_or_default())
    });
    let [nb, nn, en] = patterns;
    Ok(format!(
        "#[doc = {id:?}]\npub struct {name}<{}> {{ {} }}\n\
         impl<{}> Message for {name}<{}> {{ fn get(&self, lang: Lang) -> Cow<'_, str> {{\n\
         fill(match lang {{ Lang::Nb => &[{}], Lang::Nn => &[{}], Lang::En => &[{}] }}, lang, &[{}]) }} }}\n",
        places(&|i, _| format!("V{i},")),
        places(&|i, field| format!("pub {field}: V{i},")),
        places(&|i, _| format!("V{i}: Argument,")),
        places(&|i, _| format!("V{i},")),
        nb?,
        nn?,
        en?,
        places(&|_, field| format!("&self.{field},")),
    ))
}
