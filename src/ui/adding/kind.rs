//! What forms there are for new things, where they stand, and of which fields.

use crate::model::Scenario;
use crate::text;

/// What is to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Option,
    Criterion,
    Group,
    Team,
    Source,
    Assumption,
}

impl Kind {
    /// The form's heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Option => text::dialogs::NEW_OPTION,
            Self::Criterion => text::dialogs::NEW_CRITERION,
            Self::Group => text::dialogs::NEW_GROUP,
            Self::Team => text::dialogs::NEW_TEAM,
            Self::Source => text::dialogs::NEW_SOURCE,
            Self::Assumption => text::dialogs::NEW_ASSUMPTION,
        }
    }

    /// The id of a thing whose name has no letters to make one from.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Criterion => "criterion",
            Self::Group => "group",
            Self::Team => "team",
            Self::Source => "source",
            Self::Assumption => "assumption",
        }
    }

    /// Whether an id belongs to a thing of its kind, or of those that share ids with it, already.
    pub(super) fn is_taken(self, scenario: &Scenario, id: &str) -> bool {
        match self {
            Self::Option => scenario.options.iter().any(|option| option.id.as_str() == id),
            Self::Criterion | Self::Group => {
                scenario.criteria.iter().any(|criterion| criterion.id.as_str() == id)
                    || scenario.groups.iter().any(|group| group.id.as_str() == id)
            }
            Self::Team => {
                matches!(id, "mean" | "all")
                    || scenario.teams.iter().any(|team| team.id.as_str() == id)
            }
            Self::Source => scenario.sources.contains_key(id),
            Self::Assumption => scenario.assumptions.iter().any(|it| it.id.as_str() == id),
        }
    }
}

/// Where a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Below the list that it adds to.
    List,
    Dialog,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Name,
    Short,
    From,
    To,
    Unit,
}
