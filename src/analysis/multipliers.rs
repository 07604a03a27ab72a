//! The multipliers of a least change: by complementary slackness they prove that no change is less
//! (linear programming's weak duality), and say which changes are the same in every least one.

/// Up to here a change counts as none, and a sign as none.
const NOTHING: f64 = 1e-9;
/// Up to here a demand counts as met exactly: what is held within a billionth lies so near.
const MET: f64 = 4e-9;

/// Σ coefficient × change ≥ bound.
#[derive(Clone)]
pub(super) struct Demand {
    pub coefficients: Vec<f64>,
    pub bound: f64,
}

/// An answer that costs least, as far as its proof needs it.
pub(super) struct Tight<'a> {
    /// How large each change may be.
    pub caps: &'a [f64],
    /// Signs with which the changes add up to nothing.
    pub signs: Option<&'a [f64]>,
    pub changes: &'a [f64],
    /// The changes that could be others, rising.
    pub free: &'a [usize],
    /// What each change costs.
    pub costs: &'a [f64],
}

/// What proves a change least.
pub(super) struct Multipliers {
    /// For each free change how much more than the least it costs to change it otherwise; 0 where
    /// it lies between none and its cap.
    pub beyond: Vec<f64>,
    /// How many changes lie between.
    pub inner: usize,
    /// For each column of the elimination that was used its multiplier; none: the balance, which
    /// holds whatever it costs.
    used: Vec<Option<f64>>,
}

impl Multipliers {
    /// Whether the demands that cost so much alone leave the changes that lie between no choice.
    pub fn decides(&self, clear: f64) -> bool {
        self.used.iter().filter(|it| it.is_none_or(|it| it > clear)).count() == self.inner
    }
}

/// The multipliers of the demands that are met exactly; none where there are none that prove the
/// change least.
pub(super) fn multipliers(tight: &Tight, demands: &[Demand]) -> Option<Multipliers> {
    let of = |numbers: &[f64], at: usize| numbers.get(at).copied().unwrap_or(0.0);
    let side = |at: &usize| (*at, Side::of(of(tight.changes, *at), of(tight.caps, *at)));
    let sides: Vec<(usize, Side)> = tight.free.iter().map(side).collect();
    let inner = sides.iter().filter(|(_, side)| *side == Side::Between);
    let inner: Vec<usize> = inner.map(|(at, _)| *at).collect();
    let met = |demand: &&Demand| {
        let sum: f64 = demand.coefficients.iter().zip(tight.changes).map(|(a, x)| a * x).sum();
        (sum - demand.bound).abs() <= MET
    };
    let columns: Vec<&[f64]> = demands
        .iter()
        .filter(met)
        .map(|demand| demand.coefficients.as_slice())
        .chain(tight.signs)
        .collect();
    let rows = inner.iter().map(|row| {
        columns.iter().map(|column| of(column, *row)).chain([of(tight.costs, *row)]).collect()
    });
    let (found, used) = solved(rows.collect(), columns.len())?;
    let balance = tight.signs.map(|_| columns.len() - 1);
    let costs = |(column, price): (usize, &f64)| Some(column) == balance || *price >= -NOTHING;
    if !found.iter().enumerate().all(costs) {
        return None;
    }
    let mut beyond = Vec::with_capacity(sides.len());
    for (row, side) in sides {
        let gains: f64 =
            columns.iter().zip(&found).map(|(column, price)| price * of(column, row)).sum();
        let left = of(tight.costs, row) - gains;
        beyond.push(match side {
            Side::Between => 0.0,
            Side::None if left >= -NOTHING => left,
            Side::Full if left <= NOTHING => -left,
            Side::None | Side::Full => return None,
        });
    }
    let price = |column: &usize| {
        if Some(*column) == balance { None } else { found.get(*column).copied() }
    };
    Some(Multipliers { beyond, inner: inner.len(), used: used.iter().map(price).collect() })
}

/// Where a change lies between none and its cap.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    None,
    Between,
    Full,
}

impl Side {
    fn of(change: f64, cap: f64) -> Self {
        match () {
            () if change <= NOTHING => Self::None,
            () if change >= cap - NOTHING => Self::Full,
            () => Self::Between,
        }
    }
}

/// Solves equations, one a row with its right side last, over so many unknowns: those found,
/// nothing for those that aren't needed, and the columns that were. None where they contradict
/// each other.
fn solved(mut rows: Vec<Vec<f64>>, unknowns: usize) -> Option<(Vec<f64>, Vec<usize>)> {
    let mut pivots: Vec<usize> = Vec::new();
    for step in 0..rows.len() {
        let free = (0..unknowns).filter(|column| !pivots.contains(column));
        let size = |row: &Vec<f64>, column: usize| row.get(column).copied().unwrap_or(0.0).abs();
        let all = rows.iter().enumerate().skip(step);
        let candidates = all
            .flat_map(|(at, row)| free.clone().map(move |column| (at, column, size(row, column))));
        let largest = candidates.reduce(|most, next| if next.2 > most.2 { next } else { most });
        let Some((at, column, _)) = largest.filter(|(_, _, size)| *size > NOTHING) else { break };
        rows.swap(step, at);
        pivots.push(column);
        let (done, rest) = rows.split_at_mut(step + 1);
        let Some(pivot) = done.last() else { break };
        for row in rest {
            let factor = row.get(column)? / pivot.get(column)?;
            row.iter_mut().zip(pivot).for_each(|(number, own)| *number -= factor * own);
        }
    }
    let left = rows.iter().skip(pivots.len()).filter_map(|row| row.last());
    if left.into_iter().any(|number| number.abs() > NOTHING) {
        return None;
    }
    let mut found = vec![0.0; unknowns];
    for (row, column) in rows.iter().zip(&pivots).rev() {
        let known: f64 = row.iter().zip(&found).map(|(factor, found)| factor * found).sum();
        *found.get_mut(*column)? = (row.last()? - known) / row.get(*column)?;
    }
    Some((found, pivots))
}
