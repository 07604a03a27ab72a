//! The text of a scenario file: stable, in document order, a changed cell a changed line.

use ron::ser::PrettyConfig;

use super::token::{Kind, Tokens};
use super::{read, to_v1};
use crate::model::{Scenario, turns_direction};

/// The file's text for a scenario as a file holds it.
///
/// # Errors
/// [`Unwritable`] where the serialiser fails or the text doesn't read back as that; nothing may be
/// written then.
pub fn to_text(scenario: &Scenario) -> Result<String, Unwritable> {
    let filed = scenario.as_filed();
    let text = text_of(&filed)?;
    match read::parse(text.as_bytes()) {
        Ok(opened) if opened.scenario == filed => Ok(text),
        Ok(_) => Err(Unwritable("it would not read back as it is now".to_owned())),
        Err(unreadable) => {
            let path = unreadable
                .faults
                .first()
                .and_then(|fault| fault.path.as_ref().map(ToString::to_string))
                .unwrap_or_default();
            Err(Unwritable(format!("it would not open again ({path})")))
        }
    }
}

/// The same without reading it back, for what is kept every second beside the file.
///
/// # Errors
/// [`Unwritable`] where the serialiser fails.
pub fn to_text_unread(scenario: &Scenario) -> Result<String, Unwritable> {
    text_of(&scenario.as_filed())
}

fn text_of(filed: &Scenario) -> Result<String, Unwritable> {
    let layout = PrettyConfig::new().new_line("\n").indentor("    ").separate_tuple_members(false);
    let mut text = read::options()
        .to_string_pretty(&to_v1::scenario(filed), layout)
        .map_err(|_| Unwritable("no text can be made of it".to_owned()))?;
    text = readable(&text);
    text.push('\n');
    Ok(text)
}

/// The same text with its texts in quotes as people write them: of their characters only those are
/// escaped that end a text, move a cursor or turn the direction of what follows. The serialiser
/// escapes whatever combines with another letter besides.
fn readable(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut written = 0;
    for token in Tokens::new(text, 0).filter(|token| token.kind == Kind::Text) {
        let (before, quoted) = (text.get(written..token.start), text.get(token.start..token.end));
        let (Some(before), Some(quoted)) = (before, quoted) else { continue };
        told.push_str(before);
        match quoted.contains(needs_thought).then(|| ron::from_str::<String>(quoted)) {
            Some(Ok(meant)) => quote(&meant, &mut told),
            _ => told.push_str(quoted),
        }
        written = token.end;
    }
    told + text.get(written..).unwrap_or_default()
}

/// Whether a text with this character may be written otherwise than the serialiser does.
fn needs_thought(c: char) -> bool {
    c == '\\' || turns_direction(c)
}

fn quote(text: &str, told: &mut String) {
    told.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => told.extend(['\\', c]),
            c if turns_direction(c) => told.extend(c.escape_unicode()),
            c if c.is_control() => told.extend(c.escape_default()),
            c => told.push(c),
        }
    }
    told.push('"');
}

/// Why no text can be made of a scenario, in words for a message.
#[derive(Debug)]
pub struct Unwritable(pub String);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(title: &str) -> String {
        let text = to_text(&Scenario::new(title)).unwrap();
        text.split_once("title: ").unwrap().1.trim_end_matches(",\n)\n").to_owned()
    }

    #[test]
    fn letters_of_every_script_stand_as_they_are() {
        let as_they_are = [
            "it's",
            "Cafe\u{301}",
            "مُحَمَّد وَ البَيَان",
            "हिन्दी में निर्णय",
            "ภาษาไทยที่ดี",
            "👨\u{200D}👩\u{200D}👧 👍🏾 ☀\u{FE0F} 🏴\u{E0067}\u{E007F}",
            "می\u{200C}خواهم",
            "\u{301}first",
            "a\u{A0}b\u{200B}c\u{AD}d\u{FEFF}e\u{200E}f",
        ];
        for name in as_they_are {
            assert_eq!(written(name), format!("\"{name}\""));
        }
    }

    #[test]
    fn what_ends_a_text_moves_a_cursor_or_turns_its_direction_is_escaped() {
        let escaped = [
            ("a \"b\" c:\\d", r#""a \"b\" c:\\d""#),
            ("a\nb\tc\rd", r#""a\nb\tc\rd""#),
            ("\u{1b}[2J\u{9b}\u{7f}", r#""\u{1b}[2J\u{9b}\u{7f}""#),
            ("a\u{202E}b\u{2066}c\u{2069}", r#""a\u{202e}b\u{2066}c\u{2069}""#),
        ];
        for (name, told) in escaped {
            assert_eq!(written(name), told);
        }
    }

    proptest! {
        #[test]
        fn any_text_reads_back_equal_and_is_written_alike_again(
            title in "[\\PC\\p{Cf}\\p{Mn}\\p{Cc}\"'\\\\]{1,40}",
            note in any::<String>(),
        ) {
            let scenario = Scenario { notes: note, ..Scenario::new(&title) };
            prop_assume!(!title.trim().is_empty());
            let text = to_text(&scenario).unwrap();
            let again = read::parse(text.as_bytes()).unwrap().scenario;
            prop_assert_eq!(&again, &scenario);
            prop_assert_eq!(to_text(&again).unwrap(), text.clone());
            let is_bare = |c: char| c != '\n' && (c.is_control() || turns_direction(c));
            prop_assert!(!text.contains(is_bare), "{}", text);
            let escapes = text.matches("\\u{").count();
            let needed = |c: &char| turns_direction(*c) || (c.is_control() && !"\n\r\t".contains(*c));
            let both = title.chars().chain(scenario.notes.chars());
            let own = title.matches("\\u{").count() + scenario.notes.matches("\\u{").count();
            prop_assert_eq!(escapes, both.filter(needed).count() + own);
        }
    }
}
