//! One field taken over: the thing as the left document has it, with the right one's value in this
//! field, and what has to come along for it.

use super::carried::{joined, parents, with_range};
use super::difference::{DecisionField, Field, Ground};
use crate::model::{
    Alternative, Assumption, AssumptionId, Criterion, Decision, Edit, Group, NodeId, OptionId,
    Reference, Scenario, Score, SourceId, Team, TeamId,
};

/// The edit that gives a thing of the left document the right one's value in a field.
pub(super) fn with_field(
    left: &Scenario,
    from: &Scenario,
    (kind, id): (Reference, &str),
    field: Field,
) -> Option<Edit> {
    Some(match kind {
        Reference::Option => {
            let id = OptionId::new(id)?;
            option_edit(left, left.option(&id)?, from.option(&id)?, field)?
        }
        Reference::Criterion | Reference::Node | Reference::Group if field == Field::Group => {
            tree(left, from)
        }
        Reference::Criterion | Reference::Node if field == Field::Range => {
            joined(with_range(left, from, &NodeId::new(id)?))
        }
        Reference::Criterion | Reference::Node => {
            let id = NodeId::new(id)?;
            Edit::ChangeCriterion(criterion(left.criterion(&id)?, from.criterion(&id)?, field)?)
        }
        Reference::Group => {
            let id = NodeId::new(id)?;
            Edit::ChangeGroup(group(left.group(&id)?, from.group(&id)?, field)?)
        }
        Reference::Team => {
            let id = TeamId::new(id)?;
            team(left.team(&id)?, from.team(&id)?, field)?
        }
        Reference::Assumption => {
            let id = AssumptionId::new(id)?;
            Edit::ChangeAssumption(assumption(left.assumption(&id)?, from.assumption(&id)?, field)?)
        }
        Reference::Source => {
            let (own, other) = (left.sources.get(id)?, from.sources.get(id)?);
            let (mut source, other) = (own.clone(), other.clone());
            match field {
                Field::Title => source.title = other.title,
                Field::Authors => source.authors = other.authors,
                Field::Publisher => source.publisher = other.publisher,
                Field::Date => source.date = other.date,
                Field::Url => source.url = other.url,
                _ => return None,
            }
            Edit::SetSource(SourceId::new(id)?, source)
        }
    })
}

/// An option that takes the letter of another gives it its own.
fn option_edit(
    left: &Scenario,
    own: &Alternative,
    other: &Alternative,
    field: Field,
) -> Option<Edit> {
    let mut option = own.clone();
    match field {
        Field::Name => option.name.clone_from(&other.name),
        Field::Short => option.short.clone_from(&other.short),
        Field::Note => option.note.clone_from(&other.note),
        Field::Letter => option.letter = other.letter.clone(),
        _ => return None,
    }
    let bearer = left.options.iter().find(|it| it.letter == option.letter && it.id != option.id);
    let swapped = bearer.map(|bearer| Alternative { letter: own.letter.clone(), ..bearer.clone() });
    let edits = swapped.into_iter().chain([option]).map(Edit::ChangeOption);
    Some(joined(edits.collect()))
}

fn criterion(own: &Criterion, other: &Criterion, field: Field) -> Option<Criterion> {
    let (mut criterion, other) = (own.clone(), other.clone());
    match field {
        Field::Name => criterion.name = other.name,
        Field::Short => criterion.short = other.short,
        Field::Note => criterion.note = other.note,
        Field::Hue => criterion.hue = other.hue,
        Field::Goal => criterion.goal = other.goal,
        Field::Unit => criterion.unit = other.unit,
        Field::Labels => criterion.labels = other.labels,
        Field::Value => criterion.value = other.value,
        Field::MustHave => criterion.must_have = other.must_have,
        Field::Benchmark => criterion.benchmark = other.benchmark,
        Field::Preference => criterion.preference = other.preference,
        _ => return None,
    }
    Some(criterion)
}

fn assumption(own: &Assumption, other: &Assumption, field: Field) -> Option<Assumption> {
    let (mut assumption, other) = (own.clone(), other.clone());
    match field {
        Field::Name => assumption.name = other.name,
        Field::Short => assumption.short = other.short,
        Field::Note => assumption.note = other.note,
        Field::Holds => assumption.holds = other.holds,
        _ => return None,
    }
    Some(assumption)
}

fn group(own: &Group, other: &Group, field: Field) -> Option<Group> {
    let (mut group, other) = (own.clone(), other.clone());
    match field {
        Field::Name => group.name = other.name,
        Field::Short => group.short = other.short,
        Field::Note => group.note = other.note,
        _ => return None,
    }
    Some(group)
}

fn team(own: &Team, other: &Team, field: Field) -> Option<Edit> {
    let (mut named, other) = (own.clone(), other.clone());
    match field {
        Field::Name => named.name = other.name,
        Field::Short => named.short = other.short,
        Field::Note => named.note = other.note,
        Field::Mark => named.mark = other.mark,
        _ => return None,
    }
    let Team { id, name, short, note, mark, .. } = named;
    Some(Edit::DescribeTeam { id, name, short, note, mark })
}

/// The tree as the right document has it, over all that both have: where one criterion lies says
/// whom it is weighed against, so that no part of it is taken over alone.
fn tree(left: &Scenario, from: &Scenario) -> Edit {
    let shared = from.criteria.iter().filter(|it| left.criterion(&it.id).is_some());
    let groups = from.groups.iter().filter(|it| left.group(&it.id).is_some());
    let wished = || shared.clone().map(|it| &it.group).chain(groups.clone().map(|it| &it.group));
    let mut edits = parents(left, from, wished().flatten());
    let is_moved = |own: Option<&Option<NodeId>>, other: &Option<NodeId>| own != Some(other);
    for other in
        groups.clone().filter(|it| is_moved(left.group(&it.id).map(|own| &own.group), &it.group))
    {
        let own = left.group(&other.id).cloned();
        edits.extend(own.map(|own| Edit::ChangeGroup(Group { group: other.group.clone(), ..own })));
    }
    for other in shared
        .clone()
        .filter(|it| is_moved(left.criterion(&it.id).map(|own| &own.group), &it.group))
    {
        let own = left.criterion(&other.id).cloned();
        let moved = own.map(|own| Criterion { group: other.group.clone(), ..own });
        edits.extend(moved.map(Edit::ChangeCriterion));
    }
    joined(edits)
}

/// A cell with another's ground.
pub(super) fn with_ground(own: &Score, other: &Score, ground: &Ground) -> Score {
    let mut score = own.clone();
    match ground {
        Ground::Low => score.low = other.low,
        Ground::High => score.high = other.high,
        Ground::Reason => score.reason.clone_from(&other.reason),
        Ground::Evidence => score.evidence.clone_from(&other.evidence),
        Ground::Grade => score.grade = other.grade,
        Ground::Otherwise(assumption) => match other.otherwise.get(assumption) {
            Some(figures) => drop(score.otherwise.insert(assumption.clone(), figures.clone())),
            None => drop(score.otherwise.shift_remove(assumption)),
        },
    }
    score
}

pub(super) fn with_decision_field(
    left: &Scenario,
    from: &Scenario,
    field: &DecisionField,
) -> Option<Edit> {
    let (own, other) = (left.decision.as_ref()?, from.decision.as_ref()?);
    let (mut decision, other): (Decision, Decision) = (own.clone(), other.clone());
    match field {
        DecisionField::Option => decision.option = other.option,
        DecisionField::At => decision.at = other.at,
        DecisionField::By => decision.by = other.by,
        DecisionField::Reasons => decision.reasons = other.reasons,
        DecisionField::Review => decision.review = other.review,
        DecisionField::Conditions => decision.conditions = other.conditions,
        DecisionField::Position(team) => match other.positions.get(team) {
            Some(position) => drop(decision.positions.insert(team.clone(), position.clone())),
            None => drop(decision.positions.shift_remove(team)),
        },
    }
    Some(Edit::Decision(Some(decision)))
}
