//! Whether several documents of one question rest on the same ground, so that their teams can have
//! a mean.

use super::difference::{Difference, Field, Ground, Ordered};
use super::documents::compare_documents;
use super::evaluations::Evaluations;
use crate::model::{Criterion, Finding, FindingKind, Layer, NodeId, OptionId, Reference, Scenario};

/// What the documents differ in of that on which a mean would rest: base scores, ranges and
/// must-haves; in the first one's order. None where they are alike in all of it.
pub fn different_bases(documents: &[&Scenario]) -> Option<Finding> {
    let (first, others) = documents.split_first()?;
    let differs = |criterion: &Criterion, is_same: fn(&Criterion, &Criterion) -> bool| {
        let mut found = others.iter().map(|other| other.criterion(&criterion.id));
        found.any(|other| other.is_none_or(|other| !is_same(criterion, other)))
    };
    let criteria = |is_same: fn(&Criterion, &Criterion) -> bool| -> Vec<NodeId> {
        let differing = first.criteria.iter().filter(|criterion| differs(criterion, is_same));
        differing.map(|criterion| criterion.id.clone()).collect()
    };
    let ranges = criteria(|a, b| a.range == b.range);
    let must_haves = criteria(|a, b| a.must_have == b.must_have);
    let scores = differing_scores(first, others);
    let is_alike = scores.is_empty() && ranges.is_empty() && must_haves.is_empty();
    let kind = FindingKind::DifferentBases { scores, ranges, must_haves };
    (!is_alike).then_some(Finding { path: None, kind })
}

/// The cells whose base score isn't the same number in all.
fn differing_scores(first: &Scenario, others: &[&Scenario]) -> Vec<(OptionId, NodeId)> {
    let cells = first.options.iter().flat_map(|option| {
        first.criteria.iter().map(move |criterion| (option.id.clone(), criterion.id.clone()))
    });
    let score = |scenario: &Scenario, (option, criterion): &(OptionId, NodeId)| {
        scenario.score_for(None, option, criterion).map(|score| score.score)
    };
    cells
        .filter(|cell| others.iter().any(|other| score(other, cell) != score(first, cell)))
        .collect()
}

/// What a ballot rests on that is another than in the base that it is handed in for: options,
/// criteria, assumptions and base scores, of what is counted with alone.
pub fn other_base(base: &Evaluations, ballot: &Evaluations) -> Vec<Difference> {
    let mut found = compare_documents(base, ballot);
    found.retain(is_counted_with);
    found
}

/// Whether a difference is one of what a ballot is of (FORMAT.md's `Ballot`).
fn is_counted_with(difference: &Difference) -> bool {
    match difference {
        Difference::Only(_, kind, _) => matches!(
            kind,
            Reference::Option | Reference::Criterion | Reference::Group | Reference::Assumption
        ),
        Difference::Field { kind, field, .. } => match kind {
            Reference::Criterion | Reference::Group => !matches!(
                field,
                Field::Name | Field::Short | Field::Note | Field::Hue | Field::Unit | Field::Labels
            ),
            Reference::Assumption => *field == Field::Holds,
            _ => false,
        },
        Difference::Order(of) => *of != Ordered::Teams,
        Difference::Score { layer, .. } => *layer == Some(Layer::Base),
        Difference::Ground { layer, ground, .. } => {
            let is_told = matches!(ground, Ground::Reason | Ground::Evidence);
            *layer == Some(Layer::Base) && !is_told
        }
        _ => false,
    }
}
