//! What a document's scores lack under a weighting.

use super::{Evaluations, Weighting};
use crate::model::Grade;

/// How many cells are not scored, and how many rest on weak evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    pub missing: usize,
    pub weak: usize,
}

/// Counts them as a weighting sees the scores: a sealed team's as the base's.
pub fn gaps(evaluations: &Evaluations, weighting: &Weighting) -> Gaps {
    let scenario = evaluations.scenario();
    let own = weighting.open_team(scenario).map(|team| &team.judged().scores);
    let mut gaps = Gaps::default();
    for option in &scenario.options {
        let rows = [own.and_then(|own| own.row(&option.id)), scenario.scores.row(&option.id)];
        for criterion in &scenario.criteria {
            let score = rows.iter().flatten().find_map(|row| row.get(&criterion.id));
            gaps.missing += usize::from(score.is_none());
            let grade = score.and_then(|score| score.grade);
            gaps.weak += usize::from(grade.is_some_and(Grade::is_weak));
        }
    }
    gaps
}
