//! What a query is.

use std::hash::Hash;

use crate::analysis::Watch;
use crate::evaluation::{Evaluations, Weighting};

/// Up to so many cells a query is answered within the frame that asks. A cell is looked at once in
/// some 50 ns (`cargo bench --bench frame`), so that this takes a millisecond: what a workshop's
/// document of 100 options, 20 criteria and 8 teams takes after each touch, and a quarter of what a
/// frame has while something is dragged.
pub const INLINE_CELLS: usize = 20_000;

/// What is drawn, counted by the million, or searched for the least is no work for a frame.
pub(super) const NEVER_INLINE: usize = usize::MAX;

/// A question about the document: its key, and how it is answered.
pub trait Query: Clone + Eq + Hash + Send + 'static {
    type Output: Send + Sync + 'static;

    /// About how many cells are looked at, beyond what is evaluated already.
    fn cost(&self, evaluations: &Evaluations) -> usize;

    /// The answer; none where the watch was told to cancel.
    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output>;
}

/// Makes some weightings' evaluations one by one, as far as they aren't there, so that what derives
/// from them can be told to end between two. None where the watch was told to cancel.
pub(super) fn evaluated<'a>(
    documents: impl IntoIterator<Item = (&'a Evaluations, Vec<Weighting>)>,
    watch: &Watch,
) -> Option<()> {
    let documents: Vec<_> = documents.into_iter().collect();
    watch.begin(documents.iter().map(|(_, weightings)| weightings.len() as u64).sum());
    for (evaluations, weightings) in documents {
        for weighting in weightings {
            if watch.is_cancelled() {
                return None;
            }
            // What is withheld is no work.
            drop(evaluations.of(&weighting));
            watch.advance(1);
        }
    }
    (!watch.is_cancelled()).then_some(())
}

/// Every team's weighting, and the mean, which rests on them.
pub(super) fn every_weighting(evaluations: &Evaluations) -> Vec<Weighting> {
    let teams = evaluations.scenario().teams.iter();
    teams.map(|team| Weighting::Team(team.id.clone())).chain([Weighting::Mean]).collect()
}
