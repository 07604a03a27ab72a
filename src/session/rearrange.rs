//! What moving and removing the selected thing does to the document.

use super::Selection;
use crate::evaluation::Evaluations;
use crate::model::{Edit, NodeId, Scenario};

/// One place towards an end of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    Start,
    End,
}

impl Selection {
    /// Moves the thing by one place; criteria and groups among those of the same parent. None at
    /// the end of the list, and for what has no order.
    pub fn moved(&self, scenario: &Scenario, towards: Towards) -> Option<Edit> {
        match self {
            Self::Option(id) => {
                let place = scenario.options.iter().position(|option| option.id == *id)?;
                let to = next(place, scenario.options.len(), towards, |_| true)?;
                Some(Edit::MoveOption(id.clone(), to))
            }
            Self::Criterion(id) => {
                let place = scenario.criteria.iter().position(|criterion| criterion.id == *id)?;
                let parent =
                    |index: usize| scenario.criteria.get(index).map(|criterion| &criterion.group);
                let to = next(place, scenario.criteria.len(), towards, |other| {
                    parent(other) == parent(place)
                })?;
                Some(Edit::MoveCriterion(id.clone(), to))
            }
            Self::Group(id) => {
                let place = scenario.groups.iter().position(|group| group.id == *id)?;
                let parent = |index: usize| scenario.groups.get(index).map(|group| &group.group);
                let to = next(place, scenario.groups.len(), towards, |other| {
                    parent(other) == parent(place)
                })?;
                Some(Edit::MoveGroup(id.clone(), to))
            }
            Self::Team(id) => {
                let place = scenario.teams.iter().position(|team| team.id == *id)?;
                let to = next(place, scenario.teams.len(), towards, |_| true)?;
                Some(Edit::MoveTeam(id.clone(), to))
            }
            Self::Assumption(id) => {
                let place = scenario.assumptions.iter().position(|it| it.id == *id)?;
                let to = next(place, scenario.assumptions.len(), towards, |_| true)?;
                Some(Edit::MoveAssumption(id.clone(), to))
            }
            Self::Nothing | Self::Cell(..) | Self::Source(_) => None,
        }
    }

    /// Removes the thing with all that refers to it; none for a cell.
    pub(super) fn removed(&self, evaluations: &Evaluations) -> Option<Edit> {
        let given = || evaluations.given_shares().clone();
        match self {
            Self::Nothing | Self::Cell(..) => None,
            Self::Option(id) => Some(Edit::RemoveOption(id.clone())),
            Self::Criterion(id) => Some(Edit::RemoveCriterion(id.clone(), given())),
            Self::Group(id) => Some(Edit::RemoveGroup(id.clone(), given())),
            Self::Team(id) => Some(Edit::RemoveTeam(id.clone())),
            Self::Source(id) => Some(Edit::RemoveSource(id.clone())),
            Self::Assumption(id) => Some(Edit::RemoveAssumption(id.clone())),
        }
    }

    /// The node of the criteria tree that it is about.
    pub fn node(&self) -> Option<&NodeId> {
        match self {
            Self::Cell(_, id) | Self::Criterion(id) | Self::Group(id) => Some(id),
            _ => None,
        }
    }
}

/// The nearest place of the same list.
fn next(
    place: usize,
    count: usize,
    towards: Towards,
    is_sibling: impl Fn(usize) -> bool,
) -> Option<usize> {
    match towards {
        Towards::Start => (0..place).rev().find(|other| is_sibling(*other)),
        Towards::End => (place + 1..count).find(|other| is_sibling(*other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, Group, Hue};

    fn id(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    #[test]
    fn criteria_move_among_their_siblings_alone() {
        let mut scenario = Scenario::new("a");
        let (note, short) = (String::new(), String::new());
        scenario.groups.push(Group { id: id("g"), name: "G".to_owned(), short, note, group: None });
        for (name, group) in [("a", None), ("b", Some("g")), ("c", None), ("d", Some("g"))] {
            let group = group.map(id);
            scenario
                .criteria
                .push(Criterion { group, ..Criterion::new(id(name), name, Hue::nth(0)) });
        }
        let order = |scenario: &Scenario| {
            scenario.criteria.iter().map(|criterion| criterion.id.to_string()).collect::<String>()
        };
        let moved = |name: &str, towards| Selection::Criterion(id(name)).moved(&scenario, towards);
        assert_eq!(order(&scenario.edited(&moved("a", Towards::End).unwrap()).unwrap()), "bcad");
        assert_eq!(order(&scenario.edited(&moved("d", Towards::Start).unwrap()).unwrap()), "adbc");
        assert_eq!((moved("a", Towards::Start), moved("d", Towards::End)), (None, None));
    }
}
