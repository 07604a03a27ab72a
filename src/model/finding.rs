//! Findings: what is questionable though no error; on screen "to check". `text` puts them into
//! sentences.

use crate::model::{AssumptionId, Method, NodeId, OptionId, Path, SourceId, TeamId};

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
    /// All options that aren't ruled out are worth the same there, by the base scores or by those
    /// of a team that has its own there.
    NoDifference {
        team: Option<TeamId>,
        criterion: NodeId,
    },
    /// The value function turns against the criterion's goal somewhere.
    NotMonotone(NodeId),
    /// A not-scored option that could still be first, under whose weights, each once.
    MayLead {
        option: OptionId,
        under: Vec<CouldLead>,
    },
    /// No option is ranked, by whose scores: a team's, or the base scores where it is none.
    NothingRanked {
        by: Vec<Option<TeamId>>,
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
    /// So many options more turn others around by being left out.
    MoreReversals {
        method: Method,
        count: usize,
    },
    /// A cell that every team of the mean overrides.
    AllOverride {
        option: OptionId,
        criterion: NodeId,
    },
    NoCriteria,
    /// A team's own score stays where these assumptions fail: the base score is another then, but
    /// the team's knows nothing of them.
    OwnStands {
        team: TeamId,
        option: OptionId,
        criterion: NodeId,
        without: Vec<AssumptionId>,
    },
    /// An opened record isn't what was sealed: its hash doesn't come out.
    SealBroken(TeamId),
    /// A team weighed after totals were first shown.
    WeighedKnowing(TeamId),
    /// A passage that isn't in the source's text.
    PassageNotFound(SourceId),
    /// There is no text of the source in which its passages could be looked for.
    NoText(SourceId),
    /// The files that stand side by side don't rest on the same ground, so that they have no mean.
    DifferentBases {
        scores: Vec<(OptionId, NodeId)>,
        ranges: Vec<NodeId>,
        must_haves: Vec<NodeId>,
    },
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

/// How near to the best total a not-scored option could come, 0..1.
#[derive(Clone, Debug, PartialEq)]
pub struct CouldLead {
    /// Whose weights; none: the mean's.
    pub team: Option<TeamId>,
    pub high: f64,
    pub best: f64,
}

impl FindingKind {
    /// Takes in what is found again under other weights, so that it is told once; gives whether it
    /// was that.
    pub fn takes_in(&mut self, other: &Self) -> bool {
        match (self, other) {
            (Self::MayLead { option, under }, Self::MayLead { option: same, under: others })
                if option == same =>
            {
                join(under, others);
                true
            }
            (
                Self::NothingRanked { by, ruled_out, not_scored },
                Self::NothingRanked { by: others, ruled_out: out, not_scored: open },
            ) if (&*ruled_out, &*not_scored) == (out, open) => {
                join(by, others);
                true
            }
            (known, other) => known == other,
        }
    }

    /// Whether it tells of totals, ranks or winners, which a workshop may hide.
    pub fn speaks_of_totals(&self) -> bool {
        match self {
            Self::MayLead { .. }
            | Self::NothingRanked { .. }
            | Self::RankReversal { .. }
            | Self::MoreReversals { .. } => true,
            Self::NotWeighed(_)
            | Self::LeftOut { .. }
            | Self::NoSwing { .. }
            | Self::Stale { .. }
            | Self::Cut { .. }
            | Self::NoDifference { .. }
            | Self::NotMonotone(_)
            | Self::NotApplicable { .. }
            | Self::AllOverride { .. }
            | Self::NoCriteria
            | Self::OwnStands { .. }
            | Self::SealBroken(_)
            | Self::WeighedKnowing(_)
            | Self::PassageNotFound(_)
            | Self::NoText(_)
            | Self::DifferentBases { .. }
            | Self::Inconsistent { .. } => false,
        }
    }

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
            Self::RankReversal { .. } | Self::MoreReversals { .. } => "rank-reversal",
            Self::AllOverride { .. } => "all-override",
            Self::NoCriteria => "no-criteria",
            Self::OwnStands { .. } => "own-stands",
            Self::SealBroken(_) => "seal-broken",
            Self::WeighedKnowing(_) => "weighed-knowing",
            Self::PassageNotFound(_) => "passage-not-found",
            Self::NoText(_) => "no-text",
            Self::NoDifference { .. } => "no-difference",
            Self::DifferentBases { .. } => "different-bases",
            Self::Inconsistent { .. } => "inconsistent",
        }
    }
}

/// Adds to a list what isn't in it yet.
fn join<T: Clone + PartialEq>(list: &mut Vec<T>, others: &[T]) {
    for other in others {
        if !list.contains(other) {
            list.push(other.clone());
        }
    }
}
