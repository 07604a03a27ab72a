//! In which order rankings stand side by side so that the lines between them cross least.

/// Above so many rankings the order isn't searched: the table below doubles with each.
pub const MOST_SEARCHED: usize = 12;

/// The order of rankings, each a rank (or none) by option, in which the lines that join an option's
/// ranks in neighbouring ones cross least; of equal orders the first by place. More than
/// [`MOST_SEARCHED`] stay as they are.
///
/// The shortest path through all rankings, by Held and Karp's dynamic programme (1962) over which of
/// them are still to come and which stands last: n² 2ⁿ steps.
pub fn fewest_crossings(rankings: &[Vec<Option<usize>>]) -> Vec<usize> {
    let count = rankings.len();
    if !(3..=MOST_SEARCHED).contains(&count) {
        return (0..count).collect();
    }
    let paths = Paths::new(rankings);
    let mut rest = (1_usize << count) - 1;
    let mut order: Vec<usize> = Vec::with_capacity(count);
    while rest != 0 {
        let next = members(rest)
            .min_by_key(|next| (paths.with(order.last().copied(), *next, rest), *next))
            .unwrap_or(0);
        rest &= !(1 << next);
        order.push(next);
    }
    order
}

/// How often lines cross between two rankings that stand side by side.
fn crossings(a: &[Option<usize>], b: &[Option<usize>]) -> usize {
    let both: Vec<(usize, usize)> =
        a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    let pairs = both
        .iter()
        .enumerate()
        .flat_map(|(place, first)| both.iter().skip(place + 1).map(move |second| (first, second)));
    pairs.filter(|((a0, b0), (a1, b1))| (a0 < a1 && b0 > b1) || (a0 > a1 && b0 < b1)).count()
}

/// The least crossings of every way to go on.
struct Paths {
    count: usize,
    /// Crossings between two rankings, row by row.
    between: Vec<usize>,
    /// By the set still to come (a bit each) and the one that stands last: the least crossings of
    /// what follows.
    least: Vec<usize>,
}

impl Paths {
    fn new(rankings: &[Vec<Option<usize>>]) -> Self {
        let count = rankings.len();
        let between =
            rankings.iter().flat_map(|a| rankings.iter().map(|b| crossings(a, b))).collect();
        let mut paths = Self { count, between, least: vec![0; count << count] };
        // A set's subsets are smaller numbers, so they are known before it.
        for rest in 1..1_usize << count {
            for last in 0..count {
                let ways = members(rest).map(|next| paths.with(Some(last), next, rest));
                let least = ways.min().unwrap_or(0);
                let at = rest * count + last;
                paths.least.get_mut(at).into_iter().for_each(|slot| *slot = least);
            }
        }
        paths
    }

    /// The least crossings from `last` over `next` through the rest of `rest`.
    fn with(&self, last: Option<usize>, next: usize, rest: usize) -> usize {
        let step = last.and_then(|last| self.between.get(last * self.count + next));
        let after = self.least.get((rest & !(1 << next)) * self.count + next);
        step.copied().unwrap_or(0) + after.copied().unwrap_or(0)
    }
}

/// The members of a set of bits, the lowest first.
fn members(set: usize) -> impl Iterator<Item = usize> {
    (0..usize::BITS as usize).filter(move |place| set >> place & 1 == 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ranked(ranks: &[usize]) -> Vec<Option<usize>> {
        ranks.iter().map(|rank| Some(*rank)).collect()
    }

    fn total(rankings: &[Vec<Option<usize>>], order: &[usize]) -> usize {
        order.windows(2).map(|pair| crossings(&rankings[pair[0]], &rankings[pair[1]])).sum()
    }

    /// Every order of so many things, the first by place first.
    fn orders(count: usize) -> Vec<Vec<usize>> {
        if count == 0 {
            return vec![Vec::new()];
        }
        let mut all: Vec<Vec<usize>> = orders(count - 1)
            .into_iter()
            .flat_map(|order| {
                (0..count).map(move |at| {
                    let mut order = order.clone();
                    order.insert(at, count - 1);
                    order
                })
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn rankings_stand_where_lines_cross_least() {
        let rankings = [ranked(&[1, 2, 3]), ranked(&[3, 2, 1]), ranked(&[1, 3, 2])];
        // a to c crosses once, c to b twice, a to b three times.
        assert_eq!(fewest_crossings(&rankings), [0, 2, 1]);
        assert_eq!(crossings(&rankings[0], &rankings[1]), 3);
    }

    #[test]
    fn equal_orders_and_too_many_rankings_stay_as_they_are() {
        let same = vec![ranked(&[1, 2]); 3];
        assert_eq!(fewest_crossings(&same), [0, 1, 2]);
        let many = vec![ranked(&[2, 1]); MOST_SEARCHED + 1];
        assert_eq!(fewest_crossings(&many), (0..=MOST_SEARCHED).collect::<Vec<_>>());
        assert!(fewest_crossings(&[]).is_empty());
        let twelve: Vec<_> = (0..12).map(|turn| ranked(&[turn % 3, turn % 2, turn % 5])).collect();
        assert_eq!(fewest_crossings(&twelve).len(), 12);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn it_is_the_first_of_the_best_of_all_orders(
            rankings in proptest::collection::vec(
                proptest::collection::vec(proptest::option::weighted(0.9, 1_usize..6), 5),
                3..6,
            )
        ) {
            let best = orders(rankings.len())
                .into_iter()
                .min_by_key(|order| total(&rankings, order))
                .unwrap();
            prop_assert_eq!(fewest_crossings(&rankings), best);
        }
    }
}
