//! How far comparisons agree with themselves.

use crate::model::{Mend, NodeId};

/// How far a record agrees with itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Consistency {
    /// The worst list speaks for the record.
    Pairwise {
        ratio: Option<f64>,
        lambda: f64,
        /// (a, b, ratio): a is so many times as important as b, if the worst triple of the worst
        /// list were to agree with itself.
        mend: Option<(NodeId, NodeId, f64)>,
        lists: Vec<ListConsistency>,
    },
    BestWorst {
        xi: f64,
        ratio: f64,
    },
}

/// The consistency of one list of siblings.
#[derive(Clone, Debug, PartialEq)]
pub struct ListConsistency {
    /// The group that they lie in; none: the top.
    pub group: Option<NodeId>,
    pub ratio: Option<f64>,
    pub lambda: f64,
    pub mend: Option<(NodeId, NodeId, f64)>,
    /// The mend as it can be said; none where it would lessen nothing.
    pub said: Option<Mend>,
}
