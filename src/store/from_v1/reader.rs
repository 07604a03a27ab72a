//! What is read of a file in its every part: dates, times, numbers, and the paths of things.

use std::collections::HashSet;

use super::super::v1_parts::Whole;
use crate::model::{Fault, FaultKind, PartialDate, Path, Timestamp};

/// Collects what has no place in the model as it goes.
#[derive(Default)]
pub struct Reader {
    pub faults: Vec<Fault>,
}

impl Reader {
    pub fn push(&mut self, path: Path, kind: FaultKind) {
        self.faults.push(Fault::at_path(path, kind));
    }

    pub fn date(&mut self, text: &str, path: impl FnOnce() -> Path) -> Option<PartialDate> {
        let date = PartialDate::new(text);
        if date.is_none() && !text.is_empty() {
            self.push(path(), FaultKind::DateOutOfForm(text.to_owned()));
        }
        date
    }

    pub fn time(&mut self, text: &str, path: impl FnOnce() -> Path) -> Option<Timestamp> {
        let time = Timestamp::new(text);
        if time.is_none() {
            self.push(path(), FaultKind::TimeOutOfForm(text.to_owned()));
        }
        time
    }

    pub fn number(&mut self, number: Option<Whole>, path: impl FnOnce() -> Path) -> Option<u8> {
        let known = number?.one_to_eight();
        if known.is_none() {
            self.push(
                path(),
                FaultKind::NumberOutOfForm(
                    number.map(|number| number.0.to_string()).unwrap_or_default(),
                ),
            );
        }
        known
    }
}

/// The paths of a list's things: by id, and by index where the id stood before.
pub fn paths<'a>(list: &Path, ids: impl Iterator<Item = &'a String>) -> Vec<Path> {
    let mut seen = HashSet::new();
    ids.enumerate()
        .map(|(index, id)| if seen.insert(id) { list.key(id) } else { list.index(index) })
        .collect()
}
