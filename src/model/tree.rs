//! The criteria tree, dense: groups and criteria by their index in the document, in lists of
//! siblings.

use std::collections::HashMap;

use crate::model::{Criterion, Group, NodeId};

/// A node by its index in `groups` or `criteria`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    Group(usize),
    Criterion(usize),
}

/// The children of one parent, in document order: those that are or hold a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Siblings {
    /// The group's index; none for the top.
    pub parent: Option<usize>,
    /// Groups first, then criteria, each in document order; groups without criteria are left out.
    pub members: Vec<Member>,
}

/// A criteria tree. Its lists come parents first; cycles, which no open document has, hang from
/// nothing and are left out.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    pub groups: &'a [Group],
    pub criteria: &'a [Criterion],
    lists: Vec<Siblings>,
}

impl<'a> Tree<'a> {
    pub fn new(groups: &'a [Group], criteria: &'a [Criterion]) -> Self {
        let index: HashMap<&NodeId, usize> =
            groups.iter().enumerate().map(|(i, group)| (&group.id, i)).collect();
        let parent_of = |id: &Option<NodeId>| id.as_ref().and_then(|id| index.get(id).copied());
        let mut children: HashMap<Option<usize>, Vec<Member>> = HashMap::new();
        for (i, group) in groups.iter().enumerate() {
            children.entry(parent_of(&group.group)).or_default().push(Member::Group(i));
        }
        for (i, criterion) in criteria.iter().enumerate() {
            children.entry(parent_of(&criterion.group)).or_default().push(Member::Criterion(i));
        }
        Self { groups, criteria, lists: without_empty_groups(parents_first(children)) }
    }

    /// Every list of siblings, a parent's before its children's.
    pub fn lists(&self) -> &[Siblings] {
        &self.lists
    }

    pub fn id(&self, member: Member) -> Option<&'a NodeId> {
        match member {
            Member::Group(i) => self.groups.get(i).map(|group| &group.id),
            Member::Criterion(i) => self.criteria.get(i).map(|criterion| &criterion.id),
        }
    }

    /// The list in which a node stands.
    pub fn list_of(&self, id: &NodeId) -> Option<&Siblings> {
        self.lists
            .iter()
            .find(|list| list.members.iter().any(|member| self.id(*member) == Some(id)))
    }
}

fn parents_first(mut children: HashMap<Option<usize>, Vec<Member>>) -> Vec<Siblings> {
    let mut lists = Vec::new();
    let mut waiting = std::collections::VecDeque::from([None]);
    while let Some(parent) = waiting.pop_front() {
        let members = children.remove(&parent).unwrap_or_default();
        waiting.extend(members.iter().filter_map(|member| match member {
            Member::Group(i) => Some(Some(*i)),
            Member::Criterion(_) => None,
        }));
        lists.push(Siblings { parent, members });
    }
    lists
}

fn without_empty_groups(mut lists: Vec<Siblings>) -> Vec<Siblings> {
    let mut empty = std::collections::HashSet::new();
    for list in lists.iter_mut().rev() {
        list.members.retain(|member| !empty.contains(member));
        if list.members.is_empty() {
            empty.extend(list.parent.map(Member::Group));
        }
    }
    lists.retain(|list| !list.members.is_empty());
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hue;

    fn id(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    fn group(name: &str, parent: Option<&str>) -> Group {
        Group {
            id: id(name),
            name: name.into(),
            short: String::new(),
            note: String::new(),
            group: parent.map(id),
        }
    }

    fn criterion(name: &str, parent: Option<&str>) -> Criterion {
        Criterion { group: parent.map(id), ..Criterion::new(id(name), name, Hue::new(1).unwrap()) }
    }

    #[test]
    fn lists_come_parents_first_and_empty_branches_are_left_out() {
        let groups = [
            group("inner", Some("outer")),
            group("outer", None),
            group("hollow", None),
            group("in-hollow", Some("hollow")),
        ];
        let criteria = [criterion("a", Some("inner")), criterion("b", None)];
        let tree = Tree::new(&groups, &criteria);
        let expected = [
            (None, vec![Member::Group(1), Member::Criterion(1)]),
            (Some(1), vec![Member::Group(0)]),
            (Some(0), vec![Member::Criterion(0)]),
        ];
        assert_eq!(
            tree.lists().iter().map(|l| (l.parent, l.members.clone())).collect::<Vec<_>>(),
            expected
        );
        assert_eq!(tree.list_of(&id("a")).unwrap().parent, Some(0));
    }

    #[test]
    fn a_cycle_is_left_out_without_looping() {
        let groups = [group("x", Some("y")), group("y", Some("x"))];
        let criteria = [criterion("a", Some("x")), criterion("b", None)];
        let tree = Tree::new(&groups, &criteria);
        assert_eq!(tree.lists(), [Siblings { parent: None, members: vec![Member::Criterion(1)] }]);
    }
}
