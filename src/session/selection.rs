//! What is being looked at: the thing that the inspector shows.

use crate::model::{AssumptionId, NodeId, OptionId, Scenario, SourceId, TeamId};

/// One thing of the document, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    #[default]
    Nothing,
    Cell(OptionId, NodeId),
    Option(OptionId),
    Criterion(NodeId),
    Group(NodeId),
    Team(TeamId),
    Source(SourceId),
    Assumption(AssumptionId),
}

impl Selection {
    /// Whether what is selected is in a document.
    pub fn is_in(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Nothing => true,
            Self::Cell(option, criterion) => {
                scenario.option(option).is_some() && scenario.criterion(criterion).is_some()
            }
            Self::Option(id) => scenario.option(id).is_some(),
            Self::Criterion(id) => scenario.criterion(id).is_some(),
            Self::Group(id) => scenario.group(id).is_some(),
            Self::Team(id) => scenario.team(id).is_some(),
            Self::Source(id) => scenario.sources.contains_key(id),
            Self::Assumption(id) => scenario.assumption(id).is_some(),
        }
    }

    /// The criterion that it is about, if it is about one.
    pub fn criterion(&self) -> Option<&NodeId> {
        match self {
            Self::Cell(_, criterion) | Self::Criterion(criterion) => Some(criterion),
            _ => None,
        }
    }
}
