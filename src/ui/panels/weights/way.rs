//! The ways of weighing: swing points or plain weights. Another way may be looked at freely; the
//! judgements in the old one go only when the first is given in the new one, and the window asks
//! then.

use indexmap::IndexMap;

use crate::model::{Elicitation, Judgement, OpenTeam};

/// A way of weighing that this page has sliders for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    Swing,
    Sliders,
}

impl Way {
    /// The way of a team's judgements; none for comparisons.
    pub fn of(team: OpenTeam) -> Option<Self> {
        match team.judgement().elicitation {
            Elicitation::Direct(_) => Some(Self::Sliders),
            Elicitation::Swing(_) => Some(Self::Swing),
            _ => None,
        }
    }

    /// Judgements in this way, none given yet.
    pub fn unjudged(self) -> Judgement {
        let elicitation = match self {
            Self::Swing => Elicitation::Swing(Vec::new()),
            Self::Sliders => Elicitation::Direct(IndexMap::new()),
        };
        Judgement { elicitation, ..Judgement::default() }
    }
}
