//! What a part of a scene is about.

use crate::analysis::Takes;
use crate::model::{NodeId, OptionId, TeamId};

/// What a part is about: what a click on it means, the same from frame to frame.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Option(OptionId),
    Criterion(NodeId),
    Cell(OptionId, NodeId),
    Total(OptionId),
    Team(TeamId),
    /// A step that one of two teams could take on a criterion: over its share, or over its scores.
    Step {
        criterion: NodeId,
        side: usize,
        takes: Takes,
    },
}
