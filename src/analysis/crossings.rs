//! The order in which rankings are to stand side by side so that the lines that join an option's
//! places cross least.

/// Up to so many rankings the best order is found: more are shown as ranges, without lines.
const MOST: usize = 8;

/// An order of rankings with the fewest crossings between neighbours; of several the first by
/// index. A ranking is each option's rank, none where it has none. Many rankings stay as they are.
pub fn fewest_crossings(rankings: &[Vec<Option<usize>>]) -> Vec<usize> {
    let count = rankings.len();
    if !(3..=MOST).contains(&count) {
        return (0..count).collect();
    }
    let costs: Vec<Vec<usize>> =
        rankings.iter().map(|a| rankings.iter().map(|b| crossings(a, b)).collect()).collect();
    Ways::new(costs).first_of_the_best()
}

/// How often lines cross between two rankings.
fn crossings(a: &[Option<usize>], b: &[Option<usize>]) -> usize {
    let mut both: Vec<(usize, usize)> =
        a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    // By the left place; of those that share one the right places rise, so that they don't cross.
    both.sort_unstable();
    let mut right: Vec<usize> = both.into_iter().map(|(_, right)| right).collect();
    inversions(&mut right)
}

/// How many pairs stand in falling order; sorts them on the way (Knuth, TAOCP 3, 5.1.1).
fn inversions(numbers: &mut [usize]) -> usize {
    if numbers.len() < 2 {
        return 0;
    }
    let (left, right) = numbers.split_at_mut(numbers.len() / 2);
    let within = inversions(left) + inversions(right);
    let across = right.iter().map(|b| left.len() - left.partition_point(|a| a <= b)).sum::<usize>();
    numbers.sort_unstable();
    within + across
}

/// The least cost of going on from each last ranking when a set of them is placed (Held and Karp
/// 1962), as a path instead of a round trip.
struct Ways {
    costs: Vec<Vec<usize>>,
    /// By the set of those placed, as bits, and the last of them.
    rest: Vec<Vec<usize>>,
}

impl Ways {
    fn new(costs: Vec<Vec<usize>>) -> Self {
        let count = costs.len();
        let sets = 1_usize << count;
        let mut ways = Self { rest: vec![vec![0; count]; sets], costs };
        // A set's supersets are larger numbers, so they are known before it.
        for placed in (0..sets.saturating_sub(1)).rev() {
            let rest =
                (0..count).map(|last| ways.best(placed, Some(last)).map_or(0, |(cost, _)| cost));
            let rest: Vec<usize> = rest.collect();
            ways.rest.get_mut(placed).into_iter().for_each(|slot| slot.clone_from(&rest));
        }
        ways
    }

    /// The least cost of placing all that is left behind `last`, and the first that begins such a
    /// way; none where all are placed.
    fn best(&self, placed: usize, last: Option<usize>) -> Option<(usize, usize)> {
        let left = (0..self.costs.len()).filter(|next| placed & (1 << next) == 0);
        left.map(|next| (self.step(last, next) + self.rest(placed | (1 << next), next), next)).min()
    }

    fn step(&self, from: Option<usize>, to: usize) -> usize {
        from.and_then(|from| self.costs.get(from)?.get(to)).copied().unwrap_or(0)
    }

    fn rest(&self, placed: usize, last: usize) -> usize {
        self.rest.get(placed).and_then(|rest| rest.get(last)).copied().unwrap_or(0)
    }

    fn first_of_the_best(&self) -> Vec<usize> {
        let (mut placed, mut order) = (0, Vec::new());
        while let Some((_, next)) = self.best(placed, order.last().copied()) {
            order.push(next);
            placed |= 1 << next;
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ranking(ranks: &[usize]) -> Vec<Option<usize>> {
        ranks.iter().map(|rank| Some(*rank)).collect()
    }

    /// Every order of the numbers below `count`, the first by index first.
    fn orders(count: usize) -> Vec<Vec<usize>> {
        (0..count).fold(vec![Vec::new()], |orders, _| {
            let longer = |order: Vec<usize>| {
                let left = (0..count).filter(|next| !order.contains(next)).collect::<Vec<_>>();
                left.into_iter().map(move |next| [order.as_slice(), &[next]].concat())
            };
            orders.into_iter().flat_map(longer).collect()
        })
    }

    #[test]
    fn rankings_stand_where_lines_cross_least() {
        let rankings = [ranking(&[1, 2, 3]), ranking(&[3, 2, 1]), ranking(&[1, 3, 2])];
        // The first to the third crosses once, the third to the second twice.
        assert_eq!(fewest_crossings(&rankings), [0, 2, 1]);
        assert_eq!(crossings(&rankings[0], &rankings[1]), 3);
        assert_eq!(
            fewest_crossings(&[ranking(&[1, 2]), ranking(&[1, 2]), ranking(&[1, 2])]),
            [0, 1, 2]
        );
        assert_eq!(fewest_crossings(&[]), Vec::<usize>::new());
    }

    proptest! {
        #[test]
        fn no_order_crosses_less_and_the_first_of_equals_is_taken(
            rankings in proptest::collection::vec(
                proptest::collection::vec(proptest::option::weighted(0.9, 1..6_usize), 5), 0..6),
        ) {
            let between = |a: usize, b: usize| {
                let lines = rankings[a].iter().zip(&rankings[b]);
                let both: Vec<_> = lines.filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
                let pairs = both.iter().flat_map(|x| both.iter().map(move |y| (x, y)));
                pairs.filter(|(x, y)| x.0 < y.0 && x.1 > y.1).count()
            };
            let cost = |order: &Vec<usize>| {
                order.windows(2).map(|pair| between(pair[0], pair[1])).sum::<usize>()
            };
            // `min_by_key` keeps the first of equals.
            let best = orders(rankings.len()).into_iter().min_by_key(cost).unwrap();
            let found = fewest_crossings(&rankings);
            prop_assert_eq!(cost(&found), cost(&best));
            if rankings.len() >= 3 {
                prop_assert_eq!(found, best);
            }
        }
    }
}
