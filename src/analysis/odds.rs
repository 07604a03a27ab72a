//! Exact odds: the share of all weightings under which one option beats another, and under which
//! each is first. Scores stand; nothing is drawn.
//!
//! Every space of weightings that is told of here is a simplex of parts, each part laid on one
//! weighting, a *corner*: all weightings have the criteria themselves for corners. An option's lead
//! over another is then linear in the parts, and known by its values at the corners.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::simulation::WeightSpace;
use super::values::total;
use crate::analysis::{TIE, Values, Watch, is_better};

/// A lead at a corner that is less counts as none (METHODS.md, exact odds).
const LEVEL: f64 = 1e-12;
/// Of a lead between two corners, as a part of theirs: what a few roundings leave of nothing.
const ROUNDED: f64 = 1e-14;
/// Firsts are given up past so many pieces, a count and not a time.
const MOST_PIECES: u64 = 10_000_000;
/// A piece with more rivals × corners than this counts as several, so that the count stands for
/// the work.
const SIZE_OF_A_PIECE: usize = 256;
/// How often the work looks whether it is still wanted, in pieces.
const LOOK: u64 = 1 << 12;

/// Shares of all weightings of a space, 0..1; options by their places in `options`.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// The options' indices in the document, rising.
    pub options: Vec<usize>,
    /// Under which part each option is first, ties included; none where there are too many pieces
    /// to count.
    pub first: Option<Vec<f64>>,
    /// For each option, under which part it is better than each other: 0 beside itself.
    pub pairs: Vec<Vec<f64>>,
}

/// The odds over a space of weightings; none where it has no closed form, or where the watch was
/// told to cancel.
pub fn odds(values: &Values, space: &WeightSpace, watch: &Watch) -> Option<Odds> {
    let corners = corners(space)?;
    let field = Leads { values, corners };
    let count = values.count();
    let row = |a: usize| -> Option<Vec<f64>> {
        let row = || (0..count).map(|b| ahead(&field.lead(a, b))).collect();
        (!watch.is_cancelled()).then(row)
    };
    let pairs = (0..count).into_par_iter().map(row).collect::<Option<_>>()?;
    let first = field.firsts(watch);
    (!watch.is_cancelled()).then(|| Odds { options: values.options.clone(), first, pairs })
}

/// The corners of a space.
enum Corners {
    /// All the weight on one criterion: a lead there is that in value.
    Criteria,
    /// Weightings whose mixes make the space.
    Weightings(Vec<Vec<f64>>),
}

/// Those of a space; none where it isn't one simplex.
fn corners(space: &WeightSpace) -> Option<Corners> {
    Some(Corners::Weightings(match space {
        WeightSpace::Any(_) => return Some(Corners::Criteria),
        WeightSpace::Near { shares, points } => {
            let part = points / 100.0;
            let near = |at: usize| {
                let unit = unit(shares.len(), at);
                shares.iter().zip(unit).map(|(w, u)| (1.0 - part) * w + part * u).collect()
            };
            (0..shares.len()).map(near).collect()
        }
        WeightSpace::Order(shares) => {
            let mut falling: Vec<(usize, f64)> = shares.iter().copied().enumerate().collect();
            falling.sort_by(|(_, a), (_, b)| b.total_cmp(a));
            let ties = |pair: &[(usize, f64)]| match pair {
                [(_, more), (_, less)] => !is_better(*more, *less),
                _ => false,
            };
            if falling.windows(2).any(ties) {
                return None;
            }
            // Equal weights on the most important, on the two most important, and so on.
            let corner = |most: usize| {
                let mut corner = vec![0.0; shares.len()];
                for (criterion, _) in falling.iter().take(most) {
                    corner.get_mut(*criterion).into_iter().for_each(|w| *w = 1.0 / most as f64);
                }
                corner
            };
            (1..=shares.len()).map(corner).collect()
        }
        WeightSpace::Mixes(teams) => teams.clone(),
    }))
}

fn unit(count: usize, at: usize) -> Vec<f64> {
    (0..count).map(|index| if index == at { 1.0 } else { 0.0 }).collect()
}

/// The part of a simplex on which a linear function is above 0, from its values at the corners
/// (G. Varsi, "The multidimensional content of the frustum of the simplex", 1973): 0 where it is 0
/// everywhere.
fn ahead(lead: &[f64]) -> f64 {
    let (above, others): (Vec<f64>, Vec<f64>) = lead.iter().partition(|value| **value > 0.0);
    if others.is_empty() {
        return if above.is_empty() { 0.0 } else { 1.0 };
    }
    let mut parts = vec![0.0; others.len()];
    for x in above {
        let mut before = 1.0;
        for (part, y) in parts.iter_mut().zip(&others) {
            *part = (x * before - y * *part) / (x - y);
            before = *part;
        }
    }
    parts.last().copied().unwrap_or(0.0)
}

/// Options at the corners of a space.
struct Leads<'a> {
    values: &'a Values,
    corners: Corners,
}

impl Leads<'_> {
    /// The lead of an option over another at each corner.
    fn lead(&self, option: usize, other: usize) -> Vec<f64> {
        let rows = self.values.row(option).iter().zip(self.values.row(other));
        let gaps: Vec<f64> = rows.map(|(a, b)| zeroed(a - b, TIE)).collect();
        match &self.corners {
            Corners::Criteria => gaps,
            Corners::Weightings(all) => {
                all.iter().map(|corner| zeroed(total(&gaps, corner), LEVEL)).collect()
            }
        }
    }

    /// Under which part each option is first; none where that is too much to count, or doesn't add
    /// up.
    fn firsts(&self, watch: &Watch) -> Option<Vec<f64>> {
        let made = AtomicU64::new(0);
        let count = self.values.count();
        let found: Option<Vec<(f64, bool)>> =
            (0..count).into_par_iter().map(|place| self.first(place, &made, watch)).collect();
        let found = found?;
        let sum: f64 = found.iter().map(|(part, _)| part).sum();
        let has_twins = found.iter().any(|(_, has_twin)| *has_twin);
        let adds_up = has_twins || count == 0 || (sum - 1.0).abs() <= TIE;
        adds_up.then(|| found.into_iter().map(|(part, _)| part).collect())
    }

    /// Under which part an option is first, and whether another is level with it everywhere.
    fn first(&self, place: usize, made: &AtomicU64, watch: &Watch) -> Option<(f64, bool)> {
        let others = (0..self.values.count()).filter(|other| *other != place);
        let mut rivals: Vec<Vec<f64>> = others.map(|other| self.lead(place, other)).collect();
        let before = rivals.len();
        rivals.retain(|lead| lead.iter().any(|value| *value != 0.0));
        let has_twin = rivals.len() < before;
        let most = |lead: &[f64]| lead.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // The hardest first: the least of it is left to be cut by the others.
        rivals.sort_by(|a, b| most(a).total_cmp(&most(b)));
        let corner = |at: usize| rivals.iter().filter_map(|lead| lead.get(at).copied()).collect();
        let count = match &self.corners {
            Corners::Criteria => self.values.width,
            Corners::Weightings(all) => all.len(),
        };
        let leads: Vec<Vec<f64>> = (0..count).map(corner).collect();
        let whole: Vec<usize> = (0..count).collect();
        let weight = 1 + (rivals.len() * count / SIZE_OF_A_PIECE) as u64;
        let mut cut = Cut { leads, rivals: rivals.len(), weight, made, watch };
        Some((cut.kept(&whole, 0)?, has_twin))
    }
}

fn zeroed(number: f64, least: f64) -> f64 {
    if number.abs() <= least { 0.0 } else { number }
}

/// A simplex being cut by one rival's hyperplane after the other into simplices.
struct Cut<'a> {
    /// For each corner, the simplex's own and those that cutting made, the leads over each rival.
    leads: Vec<Vec<f64>>,
    rivals: usize,
    /// As how many pieces one counts.
    weight: u64,
    made: &'a AtomicU64,
    watch: &'a Watch,
}

impl Cut<'_> {
    /// Which part of a piece no rival from `from` on is ahead in; none where it is given up.
    fn kept(&mut self, piece: &[usize], from: usize) -> Option<f64> {
        for rival in from..self.rivals {
            let lead = |corner: &usize| self.lead(*corner, rival);
            let Some(behind) = piece.iter().position(|corner| lead(corner) < 0.0) else { continue };
            let Some(ahead) = piece.iter().position(|corner| lead(corner) > 0.0) else {
                return Some(0.0);
            };
            return self.halves(piece, rival, (ahead, behind));
        }
        Some(1.0)
    }

    /// Cuts a piece where the lead over a rival is level between two of its corners: what is left
    /// of both halves. Of the piece each is as large a part as of the edge.
    fn halves(
        &mut self,
        piece: &[usize],
        rival: usize,
        (ahead, behind): (usize, usize),
    ) -> Option<f64> {
        self.count()?;
        let ends = (*piece.get(ahead)?, *piece.get(behind)?);
        let (above, below) = (self.lead(ends.0, rival), self.lead(ends.1, rival));
        let part = above / (above - below);
        let middle = self.leads.len();
        self.leads.push(self.between(ends, part, rival));
        let with = |at: usize| {
            let mut piece = piece.to_vec();
            piece.get_mut(at).into_iter().for_each(|corner| *corner = middle);
            piece
        };
        let (near, far) = (with(behind), with(ahead));
        let kept = part * self.kept(&near, rival)?;
        let kept = kept + (1.0 - part) * self.kept(&far, rival)?;
        self.leads.truncate(middle);
        Some(kept)
    }

    /// The leads at a part of the way between two corners, where that over one rival is none.
    fn between(&self, (a, b): (usize, usize), part: f64, rival: usize) -> Vec<f64> {
        let lead = |index: usize| {
            let (from, to) = (self.lead(a, index), self.lead(b, index));
            let between = from + part * (to - from);
            if index == rival { 0.0 } else { zeroed(between, ROUNDED * from.abs().max(to.abs())) }
        };
        (0..self.rivals).map(lead).collect()
    }

    fn lead(&self, corner: usize, rival: usize) -> f64 {
        self.leads.get(corner).and_then(|leads| leads.get(rival)).copied().unwrap_or(0.0)
    }

    /// One piece more; none past as many as are cut.
    fn count(&self) -> Option<()> {
        let before = self.made.fetch_add(self.weight, Ordering::Relaxed);
        let made = before + self.weight;
        let is_wanted = before / LOOK == made / LOOK || !self.watch.is_cancelled();
        (made <= MOST_PIECES && is_wanted).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_triangle_lies_on_each_side_of_its_middle() {
        assert_eq!(ahead(&[1.0, 0.0, -1.0]), 0.5);
        assert_eq!([ahead(&[1.0, 2.0]), ahead(&[-1.0, -2.0]), ahead(&[0.0, 0.0])], [1.0, 0.0, 0.0]);
        // Where x ≥ y/3 on a segment.
        assert!((ahead(&[3.0, -1.0]) - 0.75).abs() < 1e-15);
        assert_eq!([ahead(&[0.5]), ahead(&[-0.5]), ahead(&[])], [1.0, 0.0, 0.0]);
    }

    #[test]
    fn an_order_is_a_simplex_unless_shares_tie() {
        let order = |shares: &[f64]| match corners(&WeightSpace::Order(shares.to_vec())) {
            Some(Corners::Weightings(corners)) => Some(corners),
            _ => None,
        };
        assert_eq!(order(&[0.2, 0.5]), Some(vec![vec![0.0, 1.0], vec![0.5, 0.5]]));
        assert_eq!(order(&[0.5, 0.5 + 1e-10]), None);
    }
}
