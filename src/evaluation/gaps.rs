//! What a document's scores lack under a weighting.

use super::{Evaluations, Weighting};
use crate::model::Grade;

/// How many cells are not scored, how many rest on weak evidence, of how many that are graded, and
/// the grade in the middle of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    pub missing: usize,
    pub weak: usize,
    pub graded: usize,
    pub middle: Option<Grade>,
}

/// Counts them as a weighting sees the scores: a sealed team's as the base's.
pub fn gaps(evaluations: &Evaluations, weighting: &Weighting) -> Gaps {
    let scenario = evaluations.scenario();
    let own = weighting.open_team(scenario).map(|team| &team.judged().scores);
    let mut gaps = Gaps::default();
    let mut grades = Vec::new();
    for option in &scenario.options {
        let rows = [own.and_then(|own| own.row(&option.id)), scenario.scores.row(&option.id)];
        for criterion in &scenario.criteria {
            let score = rows.iter().flatten().find_map(|row| row.get(&criterion.id));
            gaps.missing += usize::from(score.is_none());
            grades.extend(score.and_then(|score| score.grade));
        }
    }
    gaps.weak = grades.iter().filter(|grade| grade.is_weak()).count();
    gaps.graded = grades.len();
    gaps.middle = Grade::middle(grades);
    gaps
}
