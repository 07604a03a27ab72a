//! Two views of a decision side by side: two weightings of the document, or one of it and one of
//! another document.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::Query;
use super::query::{evaluated, every_weighting};
use crate::analysis::Watch;
use crate::evaluation::{
    Difference, Evaluations, Half, Weighting, compare_documents, compare_views, take_over,
};
use crate::model::{Edit, NodeId, OptionId, Scenario, Score};

/// Of so many differences, the largest, it is told how they are taken over.
pub const LISTED: usize = 200;

/// A document that the open one is compared with. The same one is evaluated once.
#[derive(Clone)]
pub struct OtherDocument(Arc<Evaluations>);

impl OtherDocument {
    pub fn new(scenario: Scenario) -> Self {
        Self(Arc::new(Evaluations::new(Arc::new(scenario))))
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        self.0.scenario()
    }
}

impl PartialEq for OtherDocument {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for OtherDocument {}

impl Hash for OtherDocument {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).hash(state);
    }
}

/// What stands opposite a view of the document.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Opposite {
    /// Another weighting of it.
    Here(Weighting),
    /// A weighting of another document.
    Other(OtherDocument, Weighting),
}

/// How a view of the document differs from another.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Comparison {
    pub left: Weighting,
    pub right: Opposite,
}

/// The two sides and what differs.
pub struct Compared {
    pub sides: [Side; 2],
    /// The largest first.
    pub differences: Vec<Difference>,
    /// For the first [`LISTED`] of them the edit of the document that takes it over; none where
    /// there is none.
    pub edits: Vec<Option<Edit>>,
}

/// One side.
pub struct Side {
    pub scenario: Arc<Scenario>,
    pub weighting: Weighting,
    /// By criterion; empty where the weighting is withheld.
    pub shares: Vec<f64>,
}

impl Comparison {
    fn halves<'a>(&'a self, evaluations: &'a Evaluations) -> [Half<'a>; 2] {
        let left = Half { evaluations, weighting: &self.left };
        let right = match &self.right {
            Opposite::Here(weighting) => Half { evaluations, weighting },
            Opposite::Other(other, weighting) => Half { evaluations: &other.0, weighting },
        };
        [left, right]
    }

    /// Whether whole documents are compared: all that is in them, not what a weighting sees.
    fn is_of_documents(&self) -> bool {
        self.left == Weighting::Mean && matches!(self.right, Opposite::Other(_, Weighting::Mean))
    }

    /// What each side needs to be evaluated.
    fn weightings(&self, half: Half) -> Vec<Weighting> {
        if self.is_of_documents() || *half.weighting == Weighting::Mean {
            every_weighting(half.evaluations)
        } else {
            vec![half.weighting.clone()]
        }
    }
}

impl Query for Comparison {
    type Output = Compared;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        let of = |half: Half| {
            let layers =
                if self.is_of_documents() { half.evaluations.scenario().teams.len() } else { 0 };
            half.evaluations.cost_of(&self.weightings(half))
                + (layers + 1) * half.evaluations.cells()
        };
        self.halves(evaluations).map(of).iter().sum()
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        let [left, right] = self.halves(evaluations);
        let needed = [left, right].map(|half| (half.evaluations, self.weightings(half)));
        evaluated(needed, watch)?;
        let differences = if self.is_of_documents() {
            compare_documents(left.evaluations, right.evaluations)
        } else {
            compare_views(left, right)
        };
        let edits = edits(&differences, [left, right], watch)?;
        Some(Compared { sides: [left, right].map(Side::new), differences, edits })
    }
}

/// How the first of some differences are taken over; none where the watch was told to cancel, which
/// is asked at each.
fn edits(
    differences: &[Difference],
    [left, right]: [Half; 2],
    watch: &Watch,
) -> Option<Vec<Option<Edit>>> {
    let edit =
        |difference| (!watch.is_cancelled()).then(|| take_over(difference, left, right, None));
    differences.iter().take(LISTED).map(edit).collect()
}

impl Side {
    /// The score of a cell as this side sees it.
    pub fn score(&self, option: &OptionId, criterion: &NodeId) -> Option<&Score> {
        self.weighting.score(&self.scenario, option, criterion)
    }

    fn new(half: Half) -> Self {
        let shares = half.evaluation().map(|evaluation| evaluation.shares.criteria.clone());
        Self {
            scenario: Arc::clone(half.evaluations.scenario()),
            weighting: half.weighting.clone(),
            shares: shares.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_on_a_comparison_ends_at_the_next_of_its_rows() {
        let titled = |title| Evaluations::new(Arc::new(Scenario::new(title)));
        let (left, right) = (titled("a"), titled("b"));
        let halves =
            [&left, &right].map(|evaluations| Half { evaluations, weighting: &Weighting::Mean });
        let differences = compare_documents(&left, &right);
        let watch = Watch::default();
        let title = Some(Edit::Title("b".to_owned()));
        assert_eq!(edits(&differences, halves, &watch), Some(vec![title]));
        watch.cancel();
        assert_eq!(edits(&differences, halves, &watch), None);
    }
}
