//! Shares in whole per cents, the same wherever they are shown.
//!
//! Largest remainders, equal shares alike, over all criteria of a document at once. Shares within a
//! billionth of one another make a level. Each shows its whole per cents; then levels are raised by
//! one, those of the largest remainder first and of these the larger share, as long as the
//! criteria's sum comes no farther from 100. Groups are rounded as criteria with the same remainder
//! are.
//!
//! So equal shares show equal, a larger one never shows less than a smaller one, in a list, between
//! lists and between a group and a criterion, and none is a whole point off. What is shown adds up
//! to 100 unless a level would have to be split; who shows shares in a table says so then.

use crate::elicitation::Shares;
use crate::model::{Member, Siblings, Tree};

/// All there is to share.
const FULL: u32 = 100;
/// Shares that differ by no more than this are equal.
const EQUAL: f64 = 1e-9;
/// Into so many parts a point is divided to compare remainders, which are of computed numbers.
const PARTS_OF_A_POINT: f64 = 1e6;

const SHARES_ROUNDED: &str = "Shares are rounded, equal ones alike.";

/// Whole per cents by index in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Percents {
    pub criteria: Vec<u32>,
    pub groups: Vec<u32>,
    /// The children of every group add up to what it shows.
    groups_add_up: bool,
}

impl Percents {
    /// What is said below a table of criteria whose shares, as they are shown, don't add up to 100.
    pub fn note(&self) -> Option<&'static str> {
        (!self.criteria_add_up()).then_some(SHARES_ROUNDED)
    }

    /// The same below a table that shows the groups among them, each above its children.
    pub fn note_of_tree(&self) -> Option<&'static str> {
        (!self.criteria_add_up() || !self.groups_add_up).then_some(SHARES_ROUNDED)
    }

    /// Whether the criteria add up to 100, as far as anything is weighed.
    fn criteria_add_up(&self) -> bool {
        matches!(self.criteria.iter().sum(), 0 | FULL)
    }
}

/// The per cents of a tree's shares.
pub fn percents(tree: &Tree, shares: &Shares) -> Percents {
    let all: Vec<f64> = shares.criteria.iter().chain(&shares.groups).copied().collect();
    let mut criteria = rounded(&all, shares.criteria.len());
    let groups = criteria.split_off(shares.criteria.len().min(criteria.len()));
    let mut percents = Percents { criteria, groups, groups_add_up: true };
    percents.groups_add_up = tree.lists().iter().all(|list| percents.add_up(list));
    percents
}

impl Percents {
    fn add_up(&self, list: &Siblings) -> bool {
        let of = |member: &Member| match member {
            Member::Group(index) => self.groups.get(*index),
            Member::Criterion(index) => self.criteria.get(*index),
        };
        let Some(whole) = list.parent.and_then(|parent| self.groups.get(parent)) else {
            return true;
        };
        list.members.iter().filter_map(of).sum::<u32>() == *whole
    }
}

/// The per cents of weights that add up to one.
pub(super) fn whole_percents(weights: &[f64]) -> Vec<u32> {
    rounded(weights, weights.len())
}

/// Shares that are shown alike.
struct Level {
    /// Their places in the list.
    members: Vec<usize>,
    /// How many of them the sum is made of.
    counted: i64,
    share: f64,
    whole: u32,
    remainder: i64,
}

impl Level {
    fn new(members: &[usize], share: f64, counted: usize) -> Self {
        let percent = share.max(0.0) * f64::from(FULL);
        // A share within rounding of a whole per cent is that.
        let whole = (percent + 1e-7).floor();
        Self {
            members: members.to_vec(),
            counted: members.iter().filter(|place| **place < counted).map(|_| 1_i64).sum(),
            share,
            whole: whole as u32,
            remainder: ((percent - whole).max(0.0) * PARTS_OF_A_POINT).round() as i64,
        }
    }

    fn is_half(&self) -> bool {
        self.remainder as f64 >= PARTS_OF_A_POINT / 2.0
    }
}

/// Each share in whole per cents; the first `counted` of them make the sum.
fn rounded(shares: &[f64], counted: usize) -> Vec<u32> {
    let share = |place: &usize| shares.get(*place).copied().unwrap_or(0.0);
    let mut falling: Vec<usize> = (0..shares.len()).collect();
    falling.sort_by(|a, b| share(b).total_cmp(&share(a)));
    let mut levels: Vec<Level> = falling
        .chunk_by(|a, b| share(a) - share(b) <= EQUAL)
        .map(|members| Level::new(members, members.first().map_or(0.0, share), counted))
        .collect();
    levels.sort_by(|a, b| b.remainder.cmp(&a.remainder).then(b.share.total_cmp(&a.share)));
    raise(&mut levels);
    let mut shown = vec![0; shares.len()];
    for level in &levels {
        for place in &level.members {
            shown.get_mut(*place).into_iter().for_each(|slot| *slot = level.whole);
        }
    }
    shown
}

/// Raises levels, which stand in the order in which they are: as many as bring the sum nearest to
/// 100, and behind them, up to the first that may not be, those outside the sum by halves.
fn raise(levels: &mut [Level]) {
    let sum: i64 = levels.iter().map(|level| i64::from(level.whole) * level.counted).sum();
    let mut missing = i64::from(FULL) - sum;
    let mut raised = 0;
    let mut stop = levels.len();
    for (place, level) in levels.iter().enumerate().filter(|(_, level)| level.counted > 0) {
        if level.remainder == 0 || (missing - level.counted).abs() > missing.abs() {
            stop = place;
            break;
        }
        missing -= level.counted;
        raised = place + 1;
    }
    for (place, level) in levels.iter_mut().enumerate().take(stop) {
        level.whole += u32::from(place < raised || level.is_half());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::elicitation::Weighed;
    use crate::model::{Criterion, Group, Hue, NodeId};

    fn id(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    /// A group of the first `inside` criteria, and the rest beside it.
    fn shown(shares: &[f64], inside: usize) -> Percents {
        let note = String::new;
        let (group, short, note) = (None, note(), note());
        let groups = [Group { id: id("g"), name: "G".into(), short, note, group }];
        let criterion = |index: usize| Criterion {
            group: (index < inside).then(|| id("g")),
            ..Criterion::new(id(&format!("c{index}")), "C", Hue::nth(0))
        };
        let criteria: Vec<Criterion> = (0..shares.len()).map(criterion).collect();
        let shares = Shares {
            criteria: shares.to_vec(),
            groups: vec![shares.iter().take(inside).sum()],
            weighed: Weighed::Done,
            consistency: None,
            findings: Vec::new(),
        };
        percents(&Tree::new(&groups, &criteria), &shares)
    }

    #[test]
    fn equal_shares_show_equal_and_the_rest_adds_up_where_it_can() {
        let sixth = [1.0 / 6.0; 6];
        assert_eq!(whole_percents(&sixth), [17; 6]);
        assert_eq!(whole_percents(&[1.0 / 3.0; 3]), [33; 3]);
        assert_eq!(whole_percents(&[0.125; 8]), [13; 8]);
        assert_eq!(whole_percents(&[0.6, 0.3, 0.1]), [60, 30, 10]);
        assert_eq!(whole_percents(&[0.334, 0.333, 0.333]), [34, 33, 33]);
        assert_eq!(whole_percents(&[0.165, 0.335, 0.5]), [16, 34, 50]);
        assert_eq!(whole_percents(&[0.0, 0.0]), [0, 0]);
        assert_eq!(whole_percents(&[]), [0; 0]);
        assert_eq!(whole_percents(&[1.0]), [100]);
    }

    #[test]
    fn a_larger_share_shows_no_less_down_a_tree() {
        let third = 1.0 / 3.0;
        let shown = shown(&[third * 0.9896, third * 0.0104, third, third], 2);
        let note = shown.note_of_tree();
        assert_eq!((shown.criteria, shown.groups), (vec![33, 1, 33, 33], vec![33]));
        assert!(note.is_some(), "33 and 1 are 34");
    }

    #[test]
    fn children_add_up_to_what_their_group_shows_where_they_can() {
        let shown = shown(&[0.168, 0.168, 0.332, 0.332], 2);
        assert_eq!((&shown.criteria, &shown.groups), (&vec![17, 17, 33, 33], &vec![34]));
        assert_eq!((shown.note(), shown.note_of_tree()), (None, None));
    }

    #[test]
    fn what_does_not_add_up_is_known() {
        assert!(shown(&[1.0 / 3.0; 3], 0).note().is_some());
        assert_eq!(shown(&[0.0; 3], 0).note(), None, "nothing is weighed");
    }

    /// Shares with many that are equal, or nearly.
    fn shares() -> impl Strategy<Value = Vec<f64>> {
        let weight = prop_oneof![
            (1..6_u32).prop_map(f64::from),
            0.0..1.0_f64,
            Just(0.0),
            (0..3_u32).prop_map(|step| 1.0 + f64::from(step) * 1e-4),
        ];
        proptest::collection::vec(weight, 1..14)
            .prop_filter("a sum", |weights| weights.iter().sum::<f64>() > 0.0)
            .prop_map(|weights| {
                let sum: f64 = weights.iter().sum();
                weights.iter().map(|weight| weight / sum).collect()
            })
    }

    proptest! {
        #[test]
        fn shares_show_in_their_order_and_near_to_what_they_are(
            shares in shares(),
            inside in 0..5_usize,
        ) {
            let inside = inside.min(shares.len());
            let found = shown(&shares, inside);
            let group: f64 = shares.iter().take(inside).sum();
            let all: Vec<(f64, u32)> = shares
                .iter()
                .copied()
                .chain([group])
                .zip(found.criteria.iter().chain(&found.groups).copied())
                .collect();
            for (share, shown) in &all {
                prop_assert!((share * 100.0 - f64::from(*shown)).abs() < 1.0, "{all:?}");
                for (other, beside) in &all {
                    prop_assert!(share - other > 1e-9 || shown <= beside, "{all:?}");
                }
            }
        }

        #[test]
        fn shares_that_all_differ_add_up(mut shares in shares()) {
            shares.sort_by(f64::total_cmp);
            prop_assume!(shares.windows(2).all(|pair| pair[1] - pair[0] > 1e-6));
            prop_assert_eq!(shown(&shares, 0).note(), None, "{:?}", shares);
        }
    }
}
