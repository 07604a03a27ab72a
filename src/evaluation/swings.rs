//! The two ends of each criterion's swing, and what stands there: what a swing weight is asked
//! about.

use super::Evaluation;
use crate::analysis::Scale;
use crate::elicitation::scale_swing;
use crate::model::{Criterion, Range, Scenario};

/// The swing of a criterion, from the worst end of its scale to the best.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingEnds {
    pub worst: SwingEnd,
    pub best: SwingEnd,
    pub made_by: EndsMadeBy,
    /// How many of the options that aren't ruled out aren't scored.
    pub missing: usize,
}

/// What makes the ends of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndsMadeBy {
    /// The criterion's own range or value function.
    Scale,
    /// The worst and the best option: an observed range.
    Options,
}

/// One end.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingEnd {
    /// In the criterion's unit.
    pub score: f64,
    /// What is written of that score; none where nothing is.
    pub anchor: Option<String>,
    /// The first option in the document that stands there and isn't ruled out, as the viewpoint
    /// scores it.
    pub option: Option<usize>,
}

/// The ends for each criterion; none where the scale is to be made of scores and there are none.
pub fn swing_ends(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Option<SwingEnds>> {
    let criteria = scenario.criteria.iter().enumerate();
    criteria.map(|(index, criterion)| ends(criterion, evaluation, index)).collect()
}

fn ends(criterion: &Criterion, evaluation: &Evaluation, index: usize) -> Option<SwingEnds> {
    let problem = &evaluation.problem;
    let swing = scale_swing(criterion, problem, index)?;
    let counted = || (0..problem.option_count).filter(|option| !problem.is_ruled_out(*option));
    let score = |option: usize| problem.cell(option, index).map(|cell| cell.score);
    let end = |wanted: f64| SwingEnd {
        score: wanted,
        anchor: criterion.anchor(wanted).map(str::to_owned),
        option: counted().find(|option| score(*option) == Some(wanted)),
    };
    Some(SwingEnds {
        worst: end(swing.worst),
        best: end(swing.best),
        made_by: made_by(criterion, problem.scales.get(index)?),
        missing: counted().filter(|option| score(*option).is_none()).count(),
    })
}

fn made_by(criterion: &Criterion, scale: &Scale) -> EndsMadeBy {
    match (criterion.range, scale) {
        (Range::Observed, Scale::Straight { .. } | Scale::Constant(_)) => EndsMadeBy::Options,
        _ => EndsMadeBy::Scale,
    }
}
