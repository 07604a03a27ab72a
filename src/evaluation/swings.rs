//! The two ends of each criterion's swing, and who stands there: what a swing weight is asked about.

use super::Evaluation;

/// The ends of a criterion's swing over the options that aren't ruled out, as the viewpoint scores
/// them.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingEnds {
    pub worst: SwingEnd,
    pub best: SwingEnd,
    /// How many of the options aren't scored.
    pub missing: usize,
}

/// One end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwingEnd {
    /// In the criterion's unit.
    pub score: f64,
    /// The first in the document that has it.
    pub option: usize,
}

/// The ends for each criterion; none where nothing is scored.
pub fn swing_ends(evaluation: &Evaluation) -> Vec<Option<SwingEnds>> {
    (0..evaluation.problem.criterion_count()).map(|criterion| ends(evaluation, criterion)).collect()
}

fn ends(evaluation: &Evaluation, criterion: usize) -> Option<SwingEnds> {
    let problem = &evaluation.problem;
    let (worst, best) = problem.swing(criterion)?;
    let counted = || (0..problem.option_count).filter(|option| !problem.is_ruled_out(*option));
    let score = |option: usize| problem.cell(option, criterion).map(|cell| cell.score);
    let end = |wanted: f64| {
        let option = counted().find(|option| score(*option) == Some(wanted))?;
        Some(SwingEnd { score: wanted, option })
    };
    let missing = counted().filter(|option| score(*option).is_none()).count();
    Some(SwingEnds { worst: end(worst)?, best: end(best)?, missing })
}
