//! What is written reads back equal, bit for bit, and a small change is a small diff.

use mizan::model::{Edit, Layer, Scenario, Score};
use mizan::store::{parse, to_text};
use proptest::prelude::*;

use crate::documents::documents;
use crate::ordered::told;

/// Writes a document, reads it back as a file holds it, and writes it again.
pub fn check_round_trip(document: &Scenario) -> Result<(), TestCaseError> {
    let text = to_text(document).map_err(|unwritable| TestCaseError::fail(unwritable.0))?;
    let opened = parse(text.as_bytes())
        .map_err(|unreadable| TestCaseError::fail(format!("{:?}", unreadable.faults)))?;
    let filed = document.as_filed();
    prop_assert_eq!(&opened.scenario, &filed);
    prop_assert_eq!(told(&opened.scenario), told(&filed));
    prop_assert!(!opened.has_comments, "no comment was written, yet one was read");
    let again =
        to_text(&opened.scenario).map_err(|unwritable| TestCaseError::fail(unwritable.0))?;
    prop_assert_eq!(again, text);
    Ok(())
}

/// The lines in which two texts of as many lines differ; none where the counts differ.
fn differing_lines<'a>(before: &'a str, after: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (before, after): (Vec<_>, Vec<_>) =
        (before.split('\n').collect(), after.split('\n').collect());
    (before.len() == after.len())
        .then(|| before.into_iter().zip(after).filter(|(a, b)| a != b).collect())
}

/// The lines that differ once a cell was changed by `change`; none where there is no cell to
/// change.
fn diff_after(
    document: &Scenario,
    index: prop::sample::Index,
    change: impl FnOnce(&mut Score),
) -> Option<Vec<(String, String)>> {
    let cells: Vec<_> = document.scores.cells().collect();
    let (option, criterion, score) = *cells.get(index.index(cells.len().max(1)))?;
    let mut score = score.clone();
    change(&mut score);
    let after = document
        .edited(&Edit::SetScore(Layer::Base, option.clone(), criterion.clone(), Some(score)))
        .ok()?;
    let (before, after) = (to_text(document).unwrap(), to_text(&after).unwrap());
    let lines = differing_lines(&before, &after).expect("the texts have as many lines");
    Some(lines.into_iter().map(|(a, b)| (a.trim().to_owned(), b.trim().to_owned())).collect())
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn what_is_written_reads_back_equal_bit_for_bit(document in documents()) {
        prop_assert_eq!(&document.as_filed(), &document, "a file holds all that may stand in one");
        check_round_trip(&document)?;
    }

    #[test]
    fn a_changed_score_is_a_changed_line(document in documents(), index in any::<prop::sample::Index>()) {
        let change = |score: &mut Score| {
            let other = [score.low, score.high].into_iter().flatten().find(|end| *end != score.score);
            score.score = other.unwrap_or(score.score);
        };
        if let Some(lines) = diff_after(&document, index, change) {
            prop_assert!(lines.len() <= 1, "{lines:?}");
            prop_assert!(lines.iter().all(|(a, b)| a.starts_with("score: ") && b.starts_with("score: ")), "{lines:?}");
        }
    }

    #[test]
    fn a_changed_reason_is_a_changed_line(document in documents(), index in any::<prop::sample::Index>()) {
        let change = |score: &mut Score| {
            if !score.reason.is_empty() {
                score.reason = "two\nlines \"quoted\"".to_owned();
            }
        };
        if let Some(lines) = diff_after(&document, index, change) {
            prop_assert!(lines.len() <= 1, "{lines:?}");
            prop_assert!(lines.iter().all(|(a, b)| a.starts_with("reason: ") && b.starts_with("reason: ")), "{lines:?}");
        }
    }
}

#[test]
fn the_longest_text_there_may_be_reads_back() {
    let document =
        Scenario {
            notes: "é".repeat(10_000), question: "\n".repeat(10_000), ..Scenario::new("t")
        };
    check_round_trip(&document).unwrap();
    let longer = document.edited(&Edit::Notes("é".repeat(10_001)));
    assert!(longer.is_err());
}
