//! What a part of a scene is about.

use crate::model::{NodeId, OptionId, TeamId};

/// What a part is about: what a click on it means, the same from frame to frame.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Option(OptionId),
    Criterion(NodeId),
    Cell(OptionId, NodeId),
    Total(OptionId),
    Team(TeamId),
}
