//! The shortest road to an option: the least movement of one team's shares that makes it first
//! (METHODS.md, "shortest road to agreement"). Teams move independently of each other, so that the
//! least sum over them is the sum of what each needs at least.

use super::least::{Changes, Demands};
use super::margin::{Field, Standing};
use super::multipliers::Demand;
use super::values::total;
use crate::analysis::Values;

/// A movement of shares.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// Half of all changes, 0..1.
    pub size: f64,
    /// One for each criterion, −1 to 1; they add up to nothing.
    pub changes: Vec<f64>,
}

/// The least movement of shares after which the option at a place comes first, ties included;
/// nothing moves where it is first already. None where no shares make it first. `totals` are those
/// under the shares as they are.
pub fn road(values: &Values, place: usize, (shares, totals): (&[f64], &[f64])) -> Option<Movement> {
    let width = shares.len();
    let changes = Changes {
        caps: shares.iter().flat_map(|share| [f64::INFINITY, *share]).collect(),
        criteria: (0..width).flat_map(|criterion| [criterion, criterion]).collect(),
        signs: Some([1.0, -1.0].repeat(width)),
        demands: Rivals { values, place, shares, totals },
    };
    match changes.least() {
        Ok(least) => Some(Movement { size: least.sum / 2.0, changes: moved(&least.changes) }),
        Err(_) => settled(values, place, shares),
    }
}

/// Where the programme has no answer: by the best margin that the option can have, which is proved
/// from both sides. Where it can be level, if at all, in one place alone, that is where the road
/// leads.
fn settled(values: &Values, place: usize, shares: &[f64]) -> Option<Movement> {
    match Field::new(values).standing(place)? {
        Standing::Behind(_) => None,
        Standing::Level(found) => {
            let changes: Vec<f64> =
                found.shares.iter().zip(shares).map(|(to, from)| to - from).collect();
            let size = changes.iter().map(|change| change.abs()).sum::<f64>() / 2.0;
            Some(Movement { size, changes })
        }
    }
}

/// Rises less falls.
fn moved(changes: &[f64]) -> Vec<f64> {
    let (pairs, _) = changes.as_chunks::<2>();
    pairs.iter().map(|[rise, fall]| rise - fall).collect()
}

/// The other options, which the one at a place is not to lie behind.
struct Rivals<'a> {
    values: &'a Values,
    place: usize,
    shares: &'a [f64],
    /// Under the shares as they are.
    totals: &'a [f64],
}

impl Rivals<'_> {
    fn leads(&self, rival: usize) -> impl Iterator<Item = f64> {
        let pairs = self.values.row(self.place).iter().zip(self.values.row(rival));
        pairs.map(|(own, rival)| own - rival)
    }
}

impl Demands for Rivals<'_> {
    fn most_missed(&self, changes: &[f64]) -> Option<(usize, f64)> {
        let shares: Vec<f64> =
            self.shares.iter().zip(moved(changes)).map(|(share, moved)| share + moved).collect();
        let own = total(self.values.row(self.place), &shares);
        let gaps = self.values.rows().map(|row| total(row, &shares) - own).enumerate();
        gaps.filter(|(rival, _)| *rival != self.place)
            .reduce(|most, next| if next.1 > most.1 { next } else { most })
    }

    fn demand(&self, rival: usize) -> Demand {
        let gap = |place: usize| self.totals.get(place).copied().unwrap_or(0.0);
        Demand {
            coefficients: self.leads(rival).flat_map(|lead| [lead, -lead]).collect(),
            bound: gap(rival) - gap(self.place),
        }
    }
}
