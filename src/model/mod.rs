//! The document as plain data: what a scenario file holds, the rules that hold inside it, and the
//! edits that may change it.
//!
//! Everything else in the program is derived from these types by pure functions. The module knows
//! no file, clock, randomness or screen, and nothing else of ours. FORMAT.md's terms are its names.

mod alternative;
mod appearance;
mod apply;
mod assumption;
mod beside;
mod check;
mod criterion;
mod digit;
mod edit;
mod fault;
mod figures;
mod finding;
mod forget;
mod id;
mod judgement;
mod mismatch;
mod moment;
mod nearest;
mod obstacle;
mod passage;
mod path;
mod round;
mod scenario;
mod score;
mod shared;
mod team;
mod tree;
mod untouched;
mod zeros;

pub use alternative::{Alternative, Letter};
pub use appearance::Appearance;
pub use assumption::{Assumption, Counted, effective};
pub use check::{faults, faults_at_work};
pub use criterion::{Criterion, Goal, Group, Hue, MustHave, Preference, Range, ValueFunction};
pub use digit::{ZEROS, digit};
pub use edit::{Edit, GivenShares, Layer, Refusal};
pub use fault::{
    Fault, FaultClass, FaultKind, Limit, Place, RecordFault, Reference, SyntaxFault, TypeFault,
};
pub use figures::Figures;
pub use finding::{CouldLead, Finding, FindingKind, Mend};
pub use id::{AssumptionId, NodeId, OptionId, SourceId, TeamId, id_from_name};
pub use judgement::{BestWorst, Elicitation, Judgement, RankWeights};
pub use mismatch::{
    BadEscape, EscapeWithin, Expected, Found, Hint, Mismatch, Piece, is_invisible, turns_direction,
};
pub use moment::{PartialDate, Timestamp};
pub use nearest::nearest;
pub use obstacle::Obstacle;
pub use passage::{Passage, Wording};
pub use path::{Path, Segment};
pub use round::{Ballot, Decision, Hides, Position, Round, Stance, Workshop};
pub use scenario::{Method, Scenario, Source};
pub use score::{Evidence, Grade, Score, ScoreRow, ScoreTable};
pub use team::{Judged, Mark, OpenTeam, OpenedSeal, Seal, Team, judged_for_file};
pub use tree::{Member, Siblings, Tree};

/// The number of the format that this program writes.
pub const FORMAT: u32 = 1;

/// The longest `marking`, in characters.
pub const MARKING_LIMIT: usize = 80;

/// The longest `short` a thing may have, in characters.
pub const SHORT_LIMIT: usize = 24;
