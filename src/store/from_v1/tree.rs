//! Groups and criteria.

use super::super::v1;
use crate::model::{
    Assumption, AssumptionId, Criterion, Goal, Group, Hue, MustHave, NodeId, Preference, Range,
    ValueFunction,
};

pub fn group(group: v1::Group) -> Group {
    Group {
        id: NodeId::provisional(&group.id),
        name: group.name,
        short: group.short,
        note: group.note,
        group: group.group.as_deref().map(NodeId::provisional),
    }
}

pub fn assumption(assumption: v1::Assumption) -> Assumption {
    Assumption {
        id: AssumptionId::provisional(&assumption.id),
        name: assumption.name,
        short: assumption.short,
        note: assumption.note,
        holds: assumption.holds,
    }
}

pub fn criterion(criterion: v1::Criterion, hue: Hue) -> Criterion {
    let value = match criterion.value {
        v1::Value::Linear => ValueFunction::Linear,
        v1::Value::Piecewise(points) => {
            ValueFunction::Piecewise(points.into_iter().map(|(x, v)| (x.0, v.0)).collect())
        }
    };
    let range = match criterion.range {
        Some(v1::Range::Fixed(min, max)) => Range::Fixed(min.0, max.0),
        Some(v1::Range::Observed) => Range::Observed,
        None => default_range(&value),
    };
    Criterion {
        id: NodeId::provisional(&criterion.id),
        name: criterion.name,
        short: criterion.short,
        note: criterion.note,
        hue,
        group: criterion.group.as_deref().map(NodeId::provisional),
        goal: match criterion.goal {
            v1::Goal::Maximize => Goal::Maximize,
            v1::Goal::Minimize => Goal::Minimize,
        },
        range,
        unit: criterion.unit,
        labels: criterion.labels.into_iter().map(|(at, label)| (at.0, label)).collect(),
        value,
        must_have: criterion.must_have.map(|must_have| match must_have {
            v1::MustHave::AtLeast(least) => MustHave::AtLeast(least.0),
            v1::MustHave::AtMost(most) => MustHave::AtMost(most.0),
        }),
        benchmark: criterion.benchmark.map(|benchmark| benchmark.0),
        preference: preference(&criterion.preference),
    }
}

/// The range that is meant where the file leaves it out: 0 to 10, or the first and last x of a
/// piecewise value function (where these make a range; fewer than two points are a fault of their
/// own).
pub fn default_range(value: &ValueFunction) -> Range {
    match value {
        ValueFunction::Piecewise(points) => match (points.first(), points.last()) {
            (Some((first, _)), Some((last, _))) if first < last => Range::Fixed(*first, *last),
            _ => Range::default(),
        },
        ValueFunction::Linear => Range::default(),
    }
}

fn preference(preference: &v1::Preference) -> Preference {
    match preference {
        v1::Preference::Usual => Preference::Usual,
        v1::Preference::Linear(q, p) => Preference::Linear(q.0, p.0),
        v1::Preference::VShape(p) => Preference::VShape(p.0),
        v1::Preference::UShape(q) => Preference::UShape(q.0),
        v1::Preference::Level(q, p) => Preference::Level(q.0, p.0),
        v1::Preference::Gaussian(s) => Preference::Gaussian(s.0),
    }
}
