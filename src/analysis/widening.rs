//! How far a score could be off: the range that it was given, and what the grade of its evidence
//! leaves open.

use crate::analysis::Scale;
use crate::analysis::simulation::ScoreRange;
use crate::model::{Counted, Criterion, Grade};

/// What makes a score's range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The low and the high that were given.
    #[default]
    AsGiven,
    /// At least as much as the evidence's grade says.
    Widened,
}

/// The range of a score; where only one of low and high was given, the score is the other end.
pub fn score_range(
    score: &Counted,
    criterion: &Criterion,
    scale: &Scale,
    doubt: Doubt,
) -> ScoreRange {
    let (low, high) = score.ends();
    let given = ScoreRange { low, score: score.score, high };
    match (doubt, scale.range(criterion)) {
        (Doubt::Widened, Some((min, max))) => {
            // Parts of each end, as the difference of the ends could be beyond all numbers.
            let half = max * part(score.grade) - min * part(score.grade);
            let (low, high) = ((given.score - half).max(min), (given.score + half).min(max));
            ScoreRange { low: given.low.min(low), high: given.high.max(high), ..given }
        }
        _ => given,
    }
}

/// The part of the criterion's range that a grade leaves open to each side, by the worse of its
/// letter and its digit.
fn part(grade: Option<Grade>) -> f64 {
    let worse =
        grade.map_or(6, |grade| grade.credibility().max(grade.reliability() as u8 - b'A' + 1));
    match worse {
        1 => 0.0,
        2 => 0.05,
        3 => 0.1,
        4 => 0.2,
        _ => 0.3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Hue, NodeId, Range, Score, effective};

    fn widened(score: &Score, range: Range, scale: &Scale) -> (f64, f64) {
        let criterion =
            Criterion { range, ..Criterion::new(NodeId::new("c").unwrap(), "C", Hue::nth(0)) };
        let found = score_range(&effective(&[], score), &criterion, scale, Doubt::Widened);
        assert_eq!(found.score, score.score);
        (found.low, found.high)
    }

    #[test]
    fn the_worse_of_letter_and_digit_says_how_far() {
        let fixed = Range::Fixed(0.0, 20.0);
        let scale = Scale::Straight { worst: 20.0, best: 0.0 };
        let graded =
            |letter, digit| Score { grade: Grade::new(letter, digit), ..Score::exact(10.0) };
        let cases = [
            (('A', 1), 0.0),
            (('B', 1), 1.0),
            (('A', 2), 1.0),
            (('C', 2), 2.0),
            (('D', 4), 4.0),
            (('A', 5), 6.0),
            (('F', 1), 6.0),
        ];
        for ((letter, digit), half) in cases {
            assert_eq!(
                widened(&graded(letter, digit), fixed, &scale),
                (10.0 - half, 10.0 + half),
                "{letter}{digit}"
            );
        }
        assert_eq!(widened(&Score::exact(10.0), fixed, &scale), (4.0, 16.0));
    }

    #[test]
    fn what_was_given_is_never_narrowed_and_the_ends_of_the_range_cut() {
        let scale = Scale::Straight { worst: 0.0, best: 20.0 };
        let given = Score { low: Some(1.0), high: Some(10.5), ..Score::exact(10.0) };
        assert_eq!(widened(&given, Range::Fixed(0.0, 20.0), &scale), (1.0, 16.0));
        assert_eq!(widened(&Score::exact(18.0), Range::Fixed(0.0, 20.0), &scale), (12.0, 20.0));
        // A team's own score beyond the observed ends, and a column without a range.
        assert_eq!(widened(&Score::exact(30.0), Range::Observed, &scale), (24.0, 30.0));
        assert_eq!(
            widened(&Score::exact(3.0), Range::Observed, &Scale::Constant(None)),
            (3.0, 3.0)
        );
    }

    #[test]
    fn one_end_alone_makes_the_score_the_other() {
        let criterion = Criterion {
            goal: Goal::Minimize,
            ..Criterion::new(NodeId::new("c").unwrap(), "C", Hue::nth(0))
        };
        let score = Score { low: Some(2.0), ..Score::exact(5.0) };
        let found = score_range(
            &effective(&[], &score),
            &criterion,
            &Scale::Straight { worst: 10.0, best: 0.0 },
            Doubt::AsGiven,
        );
        assert_eq!(found, ScoreRange { low: 2.0, score: 5.0, high: 5.0 });
    }
}
