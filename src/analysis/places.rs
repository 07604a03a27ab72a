//! "Places in 20 weightings": counts over many samples as whole numbers out of few, that add up
//! along rows and columns.

/// Each option's counts of its ranks, out of `samples`, as whole numbers out of `weightings`: every
/// row sums to `weightings`, every column to its exact sum rounded up or down, and no number lies
/// one or more from its exact value (controlled rounding, Cox 1987). Where options tie, they share
/// the better rank, and columns sum to other than `weightings`.
///
/// `counts` is square, its rows sum to `samples`. The time grows with the fourth power of the
/// number of options: for tables that are read.
pub fn places(counts: &[Vec<u64>], samples: u64, weightings: u64) -> Vec<Vec<u64>> {
    let unit = u128::from(samples.max(1));
    let exact = |count: &u64| u128::from(*count) * u128::from(weightings);
    let mut rest: Vec<Vec<u128>> =
        counts.iter().map(|row| row.iter().map(|count| exact(count) % unit).collect()).collect();
    // One row more, so that the rests of each column sum to whole units too.
    let over = |column: usize| rest.iter().filter_map(|row| row.get(column)).sum::<u128>() % unit;
    let closing = (0..counts.len()).map(|column| (unit - over(column)) % unit).collect();
    rest.push(closing);
    while let Some(cycle) = cycle(&rest, unit) {
        shift(&mut rest, &cycle, unit);
    }
    let whole = |(count, rest): (&u64, &u128)| (exact(count) / unit + rest / unit) as u64;
    counts.iter().zip(&rest).map(|(row, rest)| row.iter().zip(rest).map(whole).collect()).collect()
}

/// Cells that are neither nothing nor a whole unit, in a ring that turns from row to column and
/// back: none where there is none. A row or column with one such cell has another, as its cells sum
/// to whole units.
fn cycle(rest: &[Vec<u128>], unit: u128) -> Option<Vec<(usize, usize)>> {
    let is_open = |row: usize, column: usize| {
        rest.get(row).and_then(|row| row.get(column)).is_some_and(|rest| *rest % unit > 0)
    };
    let width = rest.first().map_or(0, Vec::len);
    let mut row = (0..rest.len()).find(|row| (0..width).any(|column| is_open(*row, column)))?;
    let mut left_at: Vec<Option<usize>> = vec![None; rest.len()];
    let mut path: Vec<(usize, usize)> = Vec::new();
    loop {
        if let Some(start) = left_at.get(row).copied().flatten() {
            return Some(path.split_off(start));
        }
        *left_at.get_mut(row)? = Some(path.len());
        let came_by = path.last().map(|(_, column)| *column);
        let column = (0..width).find(|column| Some(*column) != came_by && is_open(row, *column))?;
        path.push((row, column));
        row = (0..rest.len()).find(|other| *other != row && is_open(*other, column))?;
        path.push((row, column));
    }
}

/// Moves as much around a ring as makes one of its cells whole: every second cell, those with more
/// to gain, goes up.
fn shift(rest: &mut [Vec<u128>], cycle: &[(usize, usize)], unit: u128) {
    let at = |rest: &[Vec<u128>], (row, column): (usize, usize)| {
        rest.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    };
    let half = |first: usize| cycle.iter().copied().skip(first).step_by(2);
    let sum = |first: usize| half(first).map(|cell| at(rest, cell)).sum::<u128>();
    let (up, down) = if sum(0) >= sum(1) { (0, 1) } else { (1, 0) };
    let room =
        half(up).map(|cell| unit - at(rest, cell)).chain(half(down).map(|cell| at(rest, cell)));
    let Some(moved) = room.min() else { return };
    for (index, (row, column)) in cycle.iter().enumerate() {
        if let Some(cell) = rest.get_mut(*row).and_then(|row| row.get_mut(*column)) {
            *cell = if index % 2 == up { *cell + moved } else { *cell - moved };
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thirds_are_dealt_out_so_that_rows_and_columns_add_up() {
        let counts = vec![vec![100; 3]; 3];
        let found = places(&counts, 300, 20);
        let column = |index: usize| found.iter().map(|row| row[index]).sum::<u64>();
        assert!(found.iter().all(|row| row.iter().sum::<u64>() == 20), "{found:?}");
        assert_eq!([0, 1, 2].map(column), [20; 3]);
        assert_eq!(places(&[], 100, 20), Vec::<Vec<u64>>::new());
        assert_eq!(places(&[vec![7]], 7, 20), [[20]]);
    }

    #[test]
    fn what_is_whole_already_stays() {
        assert_eq!(places(&[vec![15, 5], vec![5, 15]], 20, 20), [[15, 5], [5, 15]]);
        // Both always tie for the first place.
        assert_eq!(places(&[vec![9, 0], vec![9, 0]], 9, 20), [[20, 0], [20, 0]]);
    }

    /// Rankings of so many options, ties among them, counted.
    fn counted(options: usize, rankings: &[Vec<u8>]) -> Vec<Vec<u64>> {
        let mut counts = vec![vec![0; options]; options];
        for ranking in rankings {
            for (option, own) in ranking.iter().enumerate() {
                counts[option][ranking.iter().filter(|other| *other < own).count()] += 1;
            }
        }
        counts
    }

    proptest! {
        #[test]
        fn rows_sum_to_the_weightings_and_columns_to_their_rounded_sums(
            (options, rankings) in (1..9_usize).prop_flat_map(|options| {
                let ranking = proptest::collection::vec(0..6_u8, options);
                (Just(options), proptest::collection::vec(ranking, 1..60))
            }),
            weightings in 1..30_u64,
        ) {
            let (counts, samples) = (counted(options, &rankings), rankings.len() as u64);
            let found = places(&counts, samples, weightings);
            let is_near = |own: u64, count: u64| {
                (own * samples).abs_diff(count * weightings) < samples
            };
            for (row, exact) in found.iter().zip(&counts) {
                prop_assert_eq!(row.iter().sum::<u64>(), weightings);
                for (own, count) in row.iter().zip(exact) {
                    prop_assert!(is_near(*own, *count), "{:?} of {:?}", found, counts);
                }
            }
            for column in 0..options {
                let own: u64 = found.iter().map(|row| row[column]).sum();
                let exact: u64 = counts.iter().map(|row| row[column]).sum();
                prop_assert!(is_near(own, exact), "{:?} of {:?}", found, counts);
            }
        }
    }
}
