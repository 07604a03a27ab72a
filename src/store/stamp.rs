//! What a kept state of a document says of itself: a comment ahead of the scenario, so that the
//! file is a scenario like any other.

use serde::{Deserialize, Serialize};

use super::print::Print;
use super::read::{self, Opened};

/// What stands ahead of a kept state, before the stamp.
const MARK: &str = "// mizan keeps: ";

/// What is known of a kept state besides the scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stamp {
    /// When it was kept, in seconds of Unix time.
    pub at: i64,
    /// The scenario's title.
    pub title: String,
    /// The document's file; none where it has none.
    pub path: Option<String>,
    /// What that file was when it was last read or written.
    pub known: Option<Print>,
    /// When that was, in seconds of Unix time.
    pub known_at: Option<i64>,
    /// What was last done to the document, as undo names it.
    pub done: Option<String>,
    /// How many steps lie between it and the file.
    pub changes: usize,
    /// A team was sealed.
    pub has_sealed: bool,
}

/// A stamp with the print of what follows it.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    stamp: Stamp,
    print: Print,
}

/// The text of a kept state.
pub fn stamped(stamp: &Stamp, text: &str) -> String {
    let line = Line { stamp: stamp.clone(), print: Print::of(text.as_bytes()) };
    // JSON escapes whatever would end the line.
    let line = serde_json::to_string(&line).unwrap_or_default();
    format!("{MARK}{line}\n{text}")
}

/// The stamp of a kept state, of which at least the first line is given.
pub(super) fn stamp_of(bytes: &[u8]) -> Option<Stamp> {
    Some(parts(bytes)?.0.stamp)
}

/// What a file of a kept state holds; none where it isn't whole.
pub fn opened(bytes: &[u8]) -> Option<(Stamp, Opened)> {
    let (line, text) = parts(bytes)?;
    let is_whole = line.print == Print::of(text);
    let opened = is_whole.then(|| read::parse(text).ok()).flatten()?;
    Some((line.stamp, opened))
}

fn parts(bytes: &[u8]) -> Option<(Line, &[u8])> {
    let line = bytes.strip_prefix(MARK.as_bytes())?;
    let end = line.iter().position(|byte| *byte == b'\n')?;
    let (line, text) = line.split_at_checked(end)?;
    Some((serde_json::from_slice(line).ok()?, text.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scenario;
    use crate::store::to_text;

    fn kept(title: &str) -> (Stamp, String) {
        let stamp = Stamp {
            at: 1_764_316_800,
            title: title.to_owned(),
            path: Some("/home/amal/a\nb.ron".to_owned()),
            changes: 3,
            ..Stamp::default()
        };
        (stamp.clone(), stamped(&stamp, &to_text(&Scenario::new(title)).unwrap()))
    }

    #[test]
    fn a_kept_state_reads_back_and_is_a_scenario_like_any_other() {
        for title in ["a", "سؤال", "a\nb\u{2028}*/ // {", "\u{202e}x"] {
            let (stamp, text) = kept(title);
            assert_eq!(stamp_of(text.as_bytes()), Some(stamp.clone()));
            let (read, opened) = super::opened(text.as_bytes()).unwrap();
            assert_eq!((&read, opened.scenario.title.as_str()), (&stamp, title));
            assert_eq!(read::parse(text.as_bytes()).unwrap().scenario.title, title);
        }
    }

    #[test]
    fn one_byte_less_or_another_is_no_whole_state() {
        let (_, text) = kept("a");
        let bytes = text.as_bytes();
        let body = text.find('\n').unwrap() + 1;
        for end in 0..bytes.len() {
            assert!(opened(&bytes[..end]).is_none(), "cut at {end}");
        }
        for at in body..bytes.len() {
            let mut other = bytes.to_vec();
            other[at] ^= 1;
            assert!(opened(&other).is_none(), "another byte at {at}");
        }
    }
}
