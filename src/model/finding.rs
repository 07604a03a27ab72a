//! Findings: what is questionable though no error; on screen "to check". `text` puts them into
//! sentences.

use crate::model::{Method, NodeId, OptionId, Path, TeamId};

/// One finding and the place in the document that it is about, if it is about one.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub path: Option<Path>,
    pub kind: FindingKind,
}

/// What is questionable, as facts.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingKind {
    /// The team has judged nothing, or lower lists alone; what it left open counts alike in its own
    /// view.
    NotWeighed(TeamId),
    /// Not judged though siblings of it are: share 0.
    LeftOut {
        team: TeamId,
        node: NodeId,
    },
    /// The criterion's (or group's) swing is worth nothing, so the points given for it are ignored.
    NoSwing {
        team: TeamId,
        node: NodeId,
    },
    /// The weight was given for another swing: then, and the scale's ends now (worst, best); none
    /// where they are to be made of scores and there are none any more.
    Stale {
        team: TeamId,
        criterion: NodeId,
        then: (f64, f64),
        now: Option<(f64, f64)>,
    },
    /// A score beyond the observed extremes counts as the nearer end.
    Cut {
        option: OptionId,
        criterion: NodeId,
        score: f64,
        end: f64,
    },
    /// The value function turns against the criterion's goal somewhere.
    NotMonotone(NodeId),
    /// A not-scored option that could still lead.
    MayLead {
        option: OptionId,
        high: f64,
        best: f64,
    },
    NothingRanked {
        ruled_out: usize,
        not_scored: usize,
    },
    /// Scores that the method can't work with, so that it ranks nothing.
    NotApplicable {
        method: Method,
        cells: Vec<(OptionId, NodeId)>,
    },
    /// Leaving an option out turns two others around.
    RankReversal {
        method: Method,
        left_out: OptionId,
        ahead: OptionId,
        behind: OptionId,
    },
    /// A cell that every team of the mean overrides.
    AllOverride {
        option: OptionId,
        criterion: NodeId,
    },
    NoCriteria,
    /// Pairwise ratios contradict one another: the worst list's consistency ratio, and what would
    /// mend its worst triple.
    Inconsistent {
        team: TeamId,
        ratio: f64,
        mend: Option<Mend>,
    },
}

/// One comparison made anew, so that a list contradicts itself less.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    pub more: NodeId,
    pub less: NodeId,
    /// How many times as important the one is as the other: 1 to 9, in hundredths.
    pub times: f64,
    /// The consistency ratio that is left then.
    pub ratio: f64,
}

impl FindingKind {
    /// The word for it in CLI.md.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotWeighed(_) => "not-weighed",
            Self::LeftOut { .. } => "left-out",
            Self::NoSwing { .. } => "no-swing",
            Self::Stale { .. } => "stale",
            Self::Cut { .. } => "cut",
            Self::NotMonotone(_) => "not-monotone",
            Self::MayLead { .. } => "may-lead",
            Self::NothingRanked { .. } => "nothing-ranked",
            Self::NotApplicable { .. } => "not-applicable",
            Self::RankReversal { .. } => "rank-reversal",
            Self::AllOverride { .. } => "all-override",
            Self::NoCriteria => "no-criteria",
            Self::Inconsistent { .. } => "inconsistent",
        }
    }
}
