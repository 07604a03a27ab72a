//! Criteria and the groups that make a tree of them.

use crate::model::NodeId;

/// A branch of the criteria tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: NodeId,
    pub name: String,
    pub short: String,
    pub note: String,
    /// The group that this one lies in; none at the top.
    pub group: Option<NodeId>,
}

/// A leaf of the criteria tree: one thing that options are scored on.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub id: NodeId,
    pub name: String,
    /// At most 24 characters for charts; empty: the name.
    pub short: String,
    pub note: String,
    pub hue: Hue,
    pub group: Option<NodeId>,
    pub goal: Goal,
    pub range: Range,
    pub unit: String,
    /// Written anchors: what a score means.
    pub labels: Vec<(f64, String)>,
    pub value: ValueFunction,
    pub must_have: Option<MustHave>,
    /// A score counts as an advantage where its value is at least this one's, in the criterion's
    /// unit and inside a fixed range. It ranks nothing.
    pub benchmark: Option<f64>,
    pub preference: Preference,
}

impl Criterion {
    /// A criterion on the default scale, 0 to 10 and high is good.
    pub fn new(id: NodeId, name: &str, hue: Hue) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: String::new(),
            note: String::new(),
            hue,
            group: None,
            goal: Goal::Maximize,
            range: Range::default(),
            unit: String::new(),
            labels: Vec::new(),
            value: ValueFunction::Linear,
            must_have: None,
            benchmark: None,
            preference: Preference::Usual,
        }
    }

    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// The least and the greatest score of its scale where no score moves them: those of a fixed
    /// range, else the first and the last of a curve's points.
    pub fn fixed_ends(&self) -> Option<(f64, f64)> {
        match (self.range, &self.value) {
            (Range::Fixed(min, max), _) => Some((min, max)),
            (Range::Observed, ValueFunction::Piecewise(points)) => {
                Some((points.first()?.0, points.last()?.0))
            }
            (Range::Observed, ValueFunction::Linear) => None,
        }
    }

    /// What becomes of the noted ends of its swings when another criterion is put in its place.
    pub(super) fn ends_in(&self, next: &Self) -> NotedEnds {
        let is_straight = |criterion: &Self| criterion.value == ValueFunction::Linear;
        match (is_straight(self), is_straight(next)) {
            (true, true) if self.goal != next.goal => NotedEnds::Turn,
            (false, true) => NotedEnds::FollowGoal,
            _ => NotedEnds::Stay,
        }
    }

    /// What is written of a score; none where nothing is.
    pub fn anchor(&self, score: f64) -> Option<&str> {
        let anchors = self.labels.iter().filter(|(_, meaning)| !meaning.is_empty());
        anchors.into_iter().find(|(at, _)| *at == score).map(|(_, meaning)| meaning.as_str())
    }
}

/// What a change of a criterion does to the ends that were noted of its swings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotedEnds {
    Stay,
    /// What was worst is best: another goal, where no points carry the direction.
    Turn,
    /// Points carried the direction until now, and may have done so since before the goal was
    /// turned: ends that run against it change places.
    FollowGoal,
}

impl Goal {
    /// Whether this would be the swing from the better score to the worse.
    pub(super) fn is_against(self, worst: f64, best: f64) -> bool {
        match self {
            Self::Maximize => worst > best,
            Self::Minimize => worst < best,
        }
    }
}

impl Group {
    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

/// A criterion's colour by number, 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue(u8);

impl Hue {
    pub fn new(number: u8) -> Option<Self> {
        (1..=8).contains(&number).then_some(Self(number))
    }

    /// The one at `index` from 0; after the eighth they repeat.
    pub fn nth(index: usize) -> Self {
        Self(u8::try_from(index % 8).unwrap_or(0) + 1)
    }

    pub fn number(self) -> u8 {
        self.0
    }
}

/// Which end of a criterion's scale is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Maximize,
    Minimize,
}

/// What maps to the values 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// From min to max, whatever the scores are.
    Fixed(f64, f64),
    /// The extremes of the base scores; METHODS.md says over which options.
    Observed,
}

impl Default for Range {
    fn default() -> Self {
        Self::Fixed(0.0, 10.0)
    }
}

/// How a score becomes a value in 0..1.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueFunction {
    /// Straight over the range, turned where the goal is to minimise.
    Linear,
    /// Straight between points (x, v), the end value outside them; the points carry the direction.
    Piecewise(Vec<(f64, f64)>),
}

/// What an option must reach, or is ruled out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MustHave {
    AtLeast(f64),
    AtMost(f64),
}

impl MustHave {
    pub fn is_met_by(self, score: f64) -> bool {
        match self {
            Self::AtLeast(least) => score >= least,
            Self::AtMost(most) => score <= most,
        }
    }

    /// The last score that meets it.
    pub fn bound(self) -> f64 {
        let (Self::AtLeast(bound) | Self::AtMost(bound)) = self;
        bound
    }
}

/// PROMETHEE's preference function on a difference of scores, in the criterion's own unit (Brans
/// and Vincke 1985).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Preference {
    Usual,
    /// Indifference q, preference p.
    Linear(f64, f64),
    VShape(f64),
    UShape(f64),
    Level(f64, f64),
    Gaussian(f64),
}

impl Preference {
    /// Whether the thresholds are in form: 0 ≤ q ≤ p, p > 0, s > 0.
    pub fn is_well_formed(self) -> bool {
        match self {
            Self::Usual => true,
            Self::Linear(q, p) | Self::Level(q, p) => q >= 0.0 && q <= p && p > 0.0,
            Self::VShape(p) => p > 0.0,
            Self::UShape(q) => q >= 0.0,
            Self::Gaussian(s) => s > 0.0,
        }
    }
}
