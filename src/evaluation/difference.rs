//! What can differ between two views of a decision, each kind of field by its own name and with
//! both values.

use crate::model::{
    AssumptionId, Ballot, Decision, Evidence, Figures, Goal, Grade, Judgement, Layer, Method,
    MustHave, NodeId, OptionId, PartialDate, Position, Preference, Range, Reference, Seal, TeamId,
    Timestamp, ValueFunction, Workshop,
};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Left,
    Right,
}

/// A text of the scenario itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScenarioText {
    Title,
    Question,
    DecisionMaker,
    Notes,
    Marking,
}

/// A field of an option, a criterion, a group, a team or a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
    Short,
    Note,
    Letter,
    Hue,
    Mark,
    /// The group that it lies in.
    Group,
    Goal,
    Range,
    Unit,
    Labels,
    Value,
    MustHave,
    Benchmark,
    Preference,
    Holds,
    Title,
    Authors,
    Publisher,
    Date,
    Url,
}

/// What a cell says besides its score.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    Low,
    High,
    Reason,
    Evidence,
    Grade,
    /// What it is where this assumption doesn't hold.
    Otherwise(AssumptionId),
}

/// A field of the decision that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DecisionField {
    Option,
    At,
    By,
    Reasons,
    Review,
    Conditions,
    Position(TeamId),
}

/// Things that stand in an order of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ordered {
    Options,
    Criteria,
    Groups,
    Assumptions,
    Teams,
}

/// A field's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    Text(String),
    Texts(Vec<String>),
    Number(Option<f64>),
    /// A colour or a mark by its number.
    Numbered(u8),
    Group(Option<NodeId>),
    Goal(Goal),
    Range(Range),
    Labels(Vec<(f64, String)>),
    Value(ValueFunction),
    MustHave(Option<MustHave>),
    Preference(Preference),
    Date(Option<PartialDate>),
    Time(Option<Timestamp>),
    Grade(Option<Grade>),
    Evidence(Vec<Evidence>),
    /// None: nothing else than where it holds.
    Figures(Option<Figures>),
    Holds(bool),
    /// None: none of them.
    Option(Option<OptionId>),
    Position(Option<Position>),
}

/// Something that differs; of two values the left one's comes first.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Text(ScenarioText, [String; 2]),
    Method([Method; 2]),
    /// None: there is none.
    Baseline([Option<OptionId>; 2]),
    /// Only one of the two has this thing.
    Only(Which, Reference, String),
    /// Both have it, with another value in a field.
    Field {
        kind: Reference,
        id: String,
        field: Field,
        values: [Datum; 2],
    },
    /// Both have these things, in another order.
    Order(Ordered),
    /// A share of the whole, 0..1, as the two weigh.
    Share {
        criterion: NodeId,
        shares: [f64; 2],
    },
    /// What a team of both documents judged, all of it.
    Weights {
        team: TeamId,
        /// The criteria whose share is another, the largest difference first.
        shares: Vec<(NodeId, [f64; 2])>,
        judgements: Box<[Judgement; 2]>,
    },
    /// Why a team of both documents gave a weight.
    Reason {
        team: TeamId,
        node: NodeId,
        reasons: [String; 2],
    },
    GutRanking {
        team: TeamId,
        rankings: [Vec<OptionId>; 2],
    },
    /// The seal of a team of both documents, closed or opened; none: there is none.
    Seal {
        team: TeamId,
        seals: Box<[Option<SealState>; 2]>,
    },
    /// A cell as the two see it, or a layer's where two documents are compared; none: not scored.
    Score {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
        scores: [Option<f64>; 2],
    },
    /// What a cell that both have scored says besides its score.
    Ground {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
        ground: Ground,
        values: [Datum; 2],
    },
    /// Only one of the two has decided.
    Decided(Box<[Option<Decision>; 2]>),
    /// Both have decided, with another value in a field.
    Decision(DecisionField, [Datum; 2]),
    /// A closed round that only one of the two has.
    OnlyRound(Which, String),
    /// A round of this name that was closed otherwise.
    Round(String),
    /// The closed rounds' order.
    RoundOrder,
    Ballot([Option<Ballot>; 2]),
    Workshop([Option<Workshop>; 2]),
}

/// A seal as everyone may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct SealState {
    pub seal: Seal,
    /// None while it is closed.
    pub opened: Option<Timestamp>,
}
