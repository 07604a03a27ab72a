//! Two views of a decision side by side: two teams of a document, or one of it and one of another,
//! and what differs.

use std::collections::{HashMap, HashSet};

use super::Evaluation;
use super::difference::Difference;
use super::fields::{differing, of_score};
use super::half::Half;
use super::parting::Parting;
use crate::model::{
    Alternative, AssumptionId, Criterion, Layer, NodeId, OptionId, Scenario, Score,
};

/// Shares closer than this are the same.
const SAME_SHARE: f64 = 1e-9;

/// A difference with by how much of a total, 0..1, it is felt.
pub type Felt = (f64, Difference);

/// What differs between two teams (or the mean) of one document, or of two that have the same
/// criteria: shares and scores as each sees them, those first that are felt most. A share is felt
/// as far as it moves what the two part over; where they part over nothing, by itself. A score is
/// felt in its option's total.
pub fn compare_views(left: Half, right: Half, parting: Option<&Parting>) -> Vec<Felt> {
    let (Some(a), Some(b)) = (left.evaluation(), right.evaluation()) else { return Vec::new() };
    let shared = SharedCells::new(left.scenario(), right.scenario());
    let mut found: Vec<Felt> = Vec::new();
    let parts: HashMap<&NodeId, f64> = parting.map_or_else(HashMap::new, |parting| {
        parting.parts.iter().map(|(id, part)| (id, part.weights.abs())).collect()
    });
    for (criterion, here, there) in &shared.criteria {
        let shares = [share(&a, *here), share(&b, *there)];
        if is_another(shares) {
            let part = parts.get(&criterion.id).copied();
            let size = part.unwrap_or_else(|| (shares[0] - shares[1]).abs());
            found.push((size, Difference::Share { criterion: criterion.id.clone(), shares }));
        }
        let worth = worth(&a, *here, f64::midpoint(shares[0], shares[1]));
        for option in &shared.options {
            let seen = [left, right].map(|half| half.seen(&option.id, &criterion.id));
            let cells = seen.each_ref().map(Option::as_ref);
            found.extend(cell(None, option, criterion, cells, &worth));
        }
    }
    sort_by_size(&mut found);
    found
}

/// Whether two shares are told apart.
pub(super) fn is_another([left, right]: [f64; 2]) -> bool {
    (left - right).abs() > SAME_SHARE
}

/// The options and criteria that two documents both have.
pub(super) struct SharedCells<'a> {
    /// The left one's, with its place in either document.
    pub criteria: Vec<(&'a Criterion, usize, usize)>,
    /// The left one's.
    pub options: Vec<&'a Alternative>,
}

impl<'a> SharedCells<'a> {
    pub(super) fn new(left: &'a Scenario, right: &'a Scenario) -> Self {
        let there: HashMap<&NodeId, usize> =
            right.criteria.iter().enumerate().map(|(place, other)| (&other.id, place)).collect();
        let criteria = left.criteria.iter().enumerate();
        let criteria = criteria
            .filter_map(|(here, criterion)| Some((criterion, here, *there.get(&criterion.id)?)));
        let others: HashSet<&OptionId> = right.options.iter().map(|option| &option.id).collect();
        let options = left.options.iter().filter(|option| others.contains(&option.id));
        Self { criteria: criteria.collect(), options: options.collect() }
    }
}

/// How much of a total a score on a criterion is, under a share of it.
pub(super) fn worth(evaluation: &Evaluation, criterion: usize, share: f64) -> impl Fn(f64) -> f64 {
    let scale = evaluation.problem.scales.get(criterion);
    move |score| scale.map_or(0.0, |scale| scale.value(score)) * share
}

pub(super) fn share(evaluation: &Evaluation, criterion: usize) -> f64 {
    evaluation.shares.criteria.get(criterion).copied().unwrap_or(0.0)
}

/// The larger first; of equal ones the first found.
fn sort_by_size(found: &mut [Felt]) {
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
}

/// The same without their sizes.
pub(super) fn largest_first(mut found: Vec<Felt>) -> Vec<Difference> {
    sort_by_size(&mut found);
    found.into_iter().map(|(_, difference)| difference).collect()
}

/// The assumptions that either cell knows, each once.
fn assumptions_of([left, right]: [&Score; 2]) -> Vec<AssumptionId> {
    let only_there = right.otherwise.keys().filter(|id| !left.otherwise.contains_key(*id));
    left.otherwise.keys().chain(only_there).cloned().collect()
}

/// How a cell differs, with how much of a total its score is worth; a cell that one side hasn't
/// scored counts whole, what a cell says besides its score nothing.
pub(super) fn cell(
    layer: Option<&Layer>,
    option: &Alternative,
    criterion: &Criterion,
    cells: [Option<&Score>; 2],
    worth: impl Fn(f64) -> f64,
) -> Vec<Felt> {
    if cells[0] == cells[1] {
        return Vec::new();
    }
    let (layer, option, criterion) = (layer.cloned(), option.id.clone(), criterion.id.clone());
    let scores = cells.map(|cell| cell.map(|cell| cell.score));
    let mut found = Vec::new();
    if scores[0] != scores[1] {
        let size = scores[0].zip(scores[1]).map_or(1.0, |(a, b)| (worth(a) - worth(b)).abs());
        let (layer, option, criterion) = (layer.clone(), option.clone(), criterion.clone());
        found.push((size, Difference::Score { layer, option, criterion, scores }));
    }
    let [Some(left), Some(right)] = cells else { return found };
    let assumptions = assumptions_of([left, right]);
    let fields = [left, right].map(|cell| of_score(cell, &assumptions));
    let [left, right] = fields;
    let grounds = differing(left, right).map(|(ground, values)| {
        let (layer, option, criterion) = (layer.clone(), option.clone(), criterion.clone());
        (0.0, Difference::Ground { layer, option, criterion, ground, values })
    });
    found.extend(grounds);
    found
}
