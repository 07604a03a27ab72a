//! Shares in whole per cents, the same wherever they are shown: siblings add up to what their group
//! shows, the top to 100.

use super::apportion;
use crate::elicitation::Shares;
use crate::model::{Member, Tree};

/// Whole per cents by index in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Percents {
    pub criteria: Vec<u32>,
    pub groups: Vec<u32>,
}

/// The per cents of a tree's shares.
pub fn percents(tree: &Tree, shares: &Shares) -> Percents {
    let mut percents =
        Percents { criteria: vec![0; tree.criteria.len()], groups: vec![0; tree.groups.len()] };
    for list in tree.lists() {
        let whole =
            list.parent.map_or(100, |parent| percents.groups.get(parent).copied().unwrap_or(0));
        let of = |member: &Member| match member {
            Member::Group(index) => shares.groups.get(*index).copied(),
            Member::Criterion(index) => shares.criteria.get(*index).copied(),
        };
        let parts: Vec<f64> = list.members.iter().map(|member| of(member).unwrap_or(0.0)).collect();
        for (member, percent) in list.members.iter().zip(apportion(&parts, whole)) {
            let place = match member {
                Member::Group(index) => percents.groups.get_mut(*index),
                Member::Criterion(index) => percents.criteria.get_mut(*index),
            };
            if let Some(place) = place {
                *place = percent;
            }
        }
    }
    percents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elicitation::Weighed;
    use crate::model::{Criterion, Group, Hue, NodeId};

    #[test]
    fn children_add_up_to_what_their_group_shows() {
        let id = |text: &str| NodeId::new(text).unwrap();
        let groups = [Group {
            id: id("g"),
            name: "G".into(),
            short: String::new(),
            note: String::new(),
            group: None,
        }];
        let criterion = |name: &str, group: Option<&str>| Criterion {
            group: group.map(id),
            ..Criterion::new(id(name), name, Hue::nth(0))
        };
        let criteria = [
            criterion("a", Some("g")),
            criterion("b", Some("g")),
            criterion("c", None),
            criterion("d", None),
        ];
        let shares = Shares {
            criteria: vec![0.168, 0.168, 0.332, 0.332],
            groups: vec![0.336],
            weighed: Weighed::Done,
            consistency: None,
            findings: Vec::new(),
        };
        let shown = percents(&Tree::new(&groups, &criteria), &shares);
        assert_eq!(shown, Percents { criteria: vec![17, 17, 33, 33], groups: vec![34] });
    }
}
