//! Two views of a decision side by side: weightings of the document as it is, as it was in a closed
//! round, or of another document.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::Query;
use super::query::{evaluated, every_weighting};
use crate::analysis::Watch;
use crate::evaluation::{
    Consequence, Difference, Evaluation, Evaluations, Half, Parting, TakenOver, Weighting,
    compare_documents, compare_views, consequence, parting, take_over_document, take_over_view,
};
use crate::model::{Edit, NodeId, Scenario};
use crate::session::Locks;

/// Of so many differences, the largest, it is told how they are taken over.
pub const LISTED: usize = 200;

/// A document that the open one is compared with. The same one is evaluated once.
#[derive(Clone)]
pub struct OtherDocument(pub(super) Arc<Evaluations>);

impl OtherDocument {
    pub fn new(scenario: Scenario) -> Self {
        Self::of(Arc::new(scenario))
    }

    pub fn of(scenario: Arc<Scenario>) -> Self {
        Self(Arc::new(Evaluations::new(scenario)))
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

/// What stands on a side.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum ViewOf {
    /// A weighting of the open document.
    Here(Weighting),
    /// A weighting of a closed round of it.
    Round(OtherDocument, Weighting),
    /// A weighting of another document.
    File(OtherDocument, Weighting),
}

impl ViewOf {
    fn half<'a>(&'a self, here: &'a Evaluations) -> Half<'a> {
        match self {
            Self::Here(weighting) => Half { evaluations: here, weighting },
            Self::Round(of, weighting) | Self::File(of, weighting) => {
                Half { evaluations: &of.0, weighting }
            }
        }
    }

    fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }
}

/// How two views differ.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Comparison {
    sides: [ViewOf; 2],
    /// What the two sides' teams hold of the open document's criteria tree.
    held: [BTreeSet<NodeId>; 2],
}

/// The two sides and what differs.
pub struct Compared {
    pub sides: [Side; 2],
    /// Whether all of two documents is compared, not what two weightings see.
    pub is_of_documents: bool,
    /// The largest first.
    pub differences: Vec<Difference>,
    /// By how much of a total each is felt, 0..1; empty where documents are compared.
    pub sizes: Vec<f64>,
    /// For the first [`LISTED`] of them how the left side takes it over from the right one, and the
    /// right one from the left; none where it can't.
    pub takings: Vec<[Option<Taking>; 2]>,
    /// What the two part over; none where there are no two options that both rank.
    pub parting: Option<Parting>,
}

/// How a side takes a difference over.
#[derive(Clone, Debug, PartialEq)]
pub struct Taking {
    /// Of the open document.
    pub edit: Edit,
    /// The share that is taken over, 0..1, where it is one.
    pub share: Option<f64>,
    pub follows: Option<Consequence>,
}

/// One side.
pub struct Side {
    pub scenario: Arc<Scenario>,
    pub weighting: Weighting,
    /// None where the weighting is withheld.
    pub evaluation: Option<Arc<Evaluation>>,
    /// Whether it is of the open document, which alone can be changed.
    pub is_here: bool,
}

impl Comparison {
    /// `locks` are those of the open document, which take-overs leave in their places.
    pub fn new(sides: [ViewOf; 2], locks: &Locks) -> Self {
        let held = |side: &ViewOf| match side {
            ViewOf::Here(Weighting::Team(team)) => locks.held_by(team),
            _ => BTreeSet::new(),
        };
        Self { held: sides.each_ref().map(held), sides }
    }

    /// Whether the same two are compared, whatever they hold.
    pub fn has_sides_of(&self, other: &Self) -> bool {
        self.sides == other.sides
    }

    fn halves<'a>(&'a self, evaluations: &'a Evaluations) -> [Half<'a>; 2] {
        self.sides.each_ref().map(|side| side.half(evaluations))
    }

    /// Whether whole documents are compared: all that is in them, not what a weighting sees.
    fn is_of_documents(&self) -> bool {
        matches!(&self.sides, [ViewOf::Here(Weighting::Mean), ViewOf::File(_, Weighting::Mean)])
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
        let halves = self.halves(evaluations);
        // Each difference that is listed is taken over once to see what follows.
        let listed = halves[0].evaluations.cells().min(LISTED) * halves[0].evaluations.cells();
        halves.map(of).iter().sum::<usize>() + listed
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        let [left, right] = self.halves(evaluations);
        let needed = [left, right].map(|half| (half.evaluations, self.weightings(half)));
        evaluated(needed, watch)?;
        let parting = parting(left, right);
        let (sizes, differences) = if self.is_of_documents() {
            (Vec::new(), compare_documents(left.evaluations, right.evaluations))
        } else {
            compare_views(left, right, parting.as_ref()).into_iter().unzip()
        };
        let takings = self.takings(&differences, [left, right], watch)?;
        let is_of_documents = self.is_of_documents();
        let [here, there] = self.sides.each_ref().map(ViewOf::is_here);
        let sides = [Side::new(left, here), Side::new(right, there)];
        Some(Compared { sides, is_of_documents, differences, sizes, takings, parting })
    }
}

impl Comparison {
    /// How the first of some differences are taken over; none where the watch was told to cancel,
    /// which is asked at each.
    fn takings(
        &self,
        differences: &[Difference],
        [left, right]: [Half; 2],
        watch: &Watch,
    ) -> Option<Vec<[Option<Taking>; 2]>> {
        let [held_left, held_right] = &self.held;
        let both = |difference| {
            if watch.is_cancelled() {
                return None;
            }
            if self.is_of_documents() {
                return Some([taking(left, take_over_document(difference, left, right)), None]);
            }
            let [is_here, is_there] = self.sides.each_ref().map(ViewOf::is_here);
            let here = || take_over_view(difference, left, right, held_left);
            let there = || take_over_view(difference, right, left, held_right);
            Some([
                taking(left, is_here.then(here).flatten()),
                taking(right, is_there.then(there).flatten()),
            ])
        };
        differences.iter().take(LISTED).map(both).collect()
    }
}

fn taking(side: Half, taken: Option<TakenOver>) -> Option<Taking> {
    let taken = taken?;
    let follows = consequence(side, &taken);
    Some(Taking { edit: taken.edit, share: taken.share, follows })
}

impl Side {
    fn new(half: Half, is_here: bool) -> Self {
        Self {
            is_here,
            scenario: Arc::clone(half.evaluations.scenario()),
            weighting: half.weighting.clone(),
            evaluation: half.evaluation(),
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
        let other = OtherDocument(Arc::new(titled("b")));
        let sides = [ViewOf::Here(Weighting::Mean), ViewOf::File(other, Weighting::Mean)];
        let comparison = Comparison::new(sides, &Locks::default());
        let watch = Watch::default();
        let takings = comparison.takings(&differences, halves, &watch).unwrap();
        let edits: Vec<_> = takings.into_iter().map(|[here, _]| here.unwrap().edit).collect();
        assert_eq!(edits, [Edit::Title("b".to_owned())]);
        watch.cancel();
        assert_eq!(comparison.takings(&differences, halves, &watch), None);
    }
}
