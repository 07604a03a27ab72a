//! How far a team has got with weighing: whether it has given all that its shares are to rest on.

use super::reading::judged;
use crate::model::{Elicitation, NodeId, Siblings, Tree};

/// How far a team has got (METHODS.md, *Weighed*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighed {
    /// Nothing is given.
    NotYet,
    /// So many are given of those that are asked for: of the topmost list of two or more, and of
    /// every list of which any is given more than 0. Points of nothing alone say nothing of their
    /// list: it isn't judged, and no file holds them.
    AtWork { given: usize, of: usize },
    /// All of them are.
    Done,
}

/// How far a record has got with a criteria tree.
pub fn weighed(tree: &Tree, elicitation: &Elicitation) -> Weighed {
    let judged = judged(elicitation);
    let weights = |list: &Siblings| -> Vec<f64> {
        let ids = list.members.iter().filter_map(|member| tree.id(*member));
        ids.filter_map(|id: &NodeId| judged.get(id).copied()).collect()
    };
    let topmost = tree.lists().iter().find(|list| list.members.len() > 1);
    let says_something = |weights: &[f64]| weights.iter().any(|weight| *weight > 0.0);
    let asked = |(list, weights): &(&Siblings, Vec<f64>)| {
        says_something(weights) || topmost.is_some_and(|topmost| topmost == *list)
    };
    let lists = tree.lists().iter().map(|list| (list, weights(list)));
    let lists: Vec<(&Siblings, Vec<f64>)> = lists.filter(asked).collect();
    let given = lists.iter().map(|(_, weights)| weights.len()).sum();
    let of = lists.iter().map(|(list, _)| list.members.len()).sum();
    match given {
        0 => Weighed::NotYet,
        _ if given == of && lists.iter().all(|(_, weights)| says_something(weights)) => {
            Weighed::Done
        }
        _ => Weighed::AtWork { given, of },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, Group, Hue};

    fn id(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    /// Above a and b stands g, in `outer` where that is given; beside it, at the top, what else is
    /// named.
    fn state(outer: Option<&str>, beside: &[&str], given: &[(&str, f64)]) -> Weighed {
        let group = |name: &str, parent: Option<&str>| Group {
            id: id(name),
            name: name.to_owned(),
            short: String::new(),
            note: String::new(),
            group: parent.map(id),
        };
        let mut groups = vec![group("g", outer), group("hollow", None)];
        groups.extend(outer.map(|name| group(name, None)));
        let criterion = |name: &str, parent: Option<&str>| Criterion {
            group: parent.map(id),
            ..Criterion::new(id(name), name, Hue::nth(0))
        };
        let mut criteria = vec![criterion("a", Some("g")), criterion("b", Some("g"))];
        criteria.extend(beside.iter().map(|name| criterion(name, None)));
        let weights = given.iter().map(|(name, weight)| (id(name), *weight)).collect();
        weighed(&Tree::new(&groups, &criteria), &Elicitation::Direct(weights))
    }

    #[test]
    fn a_team_has_weighed_when_it_leaves_no_sibling_out_of_a_list_that_it_judges() {
        let top = [("g", 1.0), ("c", 2.0)];
        assert_eq!(state(None, &["c"], &top), Weighed::Done);
        assert_eq!(state(None, &["c"], &top[..1]), Weighed::AtWork { given: 1, of: 2 });
        let below = [&top[..], &[("a", 3.0)]].concat();
        assert_eq!(state(None, &["c"], &below), Weighed::AtWork { given: 3, of: 4 });
        assert_eq!(state(None, &["c"], &[&below[..], &[("b", 0.0)]].concat()), Weighed::Done);
    }

    #[test]
    fn the_topmost_list_of_two_is_asked_for_wherever_it_stands() {
        let below = [("a", 1.0), ("b", 1.0)];
        assert_eq!(state(None, &["c"], &below), Weighed::AtWork { given: 2, of: 4 });
        assert_eq!(state(Some("outer"), &[], &below), Weighed::Done);
        assert_eq!(
            state(Some("outer"), &[], &[("outer", 1.0)]),
            Weighed::AtWork { given: 1, of: 3 }
        );
    }

    #[test]
    fn nothing_given_zeros_alone_and_groups_without_criteria_say_nothing() {
        assert_eq!(state(None, &["c"], &[]), Weighed::NotYet);
        assert_eq!(state(None, &["c"], &[("hollow", 9.0)]), Weighed::NotYet);
        let zeros = [("g", 0.0), ("c", 0.0)];
        assert_eq!(state(None, &["c"], &zeros), Weighed::AtWork { given: 2, of: 2 });
        let below = [("g", 1.0), ("c", 2.0), ("a", 0.0)];
        assert_eq!(state(None, &["c"], &below), Weighed::Done);
        assert_eq!(state(None, &["c"], &below[1..]), Weighed::AtWork { given: 1, of: 2 });
    }
}
