//! The single steps after which two teams have the same winner (METHODS.md, "weights or facts").

use crate::analysis::{TIE, TeamView, is_tied, weighted_sum};

/// What a team takes over from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Takes {
    /// The share of a criterion; its other shares keep their proportions.
    Share,
    /// All scores on a criterion.
    Scores,
}

/// A step that ends the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which of the two takes it: 0 or 1.
    pub side: usize,
    pub takes: Takes,
    pub criterion: usize,
    /// The option that is then first for both.
    pub winner: usize,
}

/// Every step after which both have the same winner, shares before scores, then by side and
/// criterion. None where they have it already, and where one of them has none.
pub fn ending_steps(sides: [TeamView; 2]) -> Vec<Step> {
    let [Some(a), Some(b)] = sides.map(|side| side.winner()) else { return Vec::new() };
    if a == b {
        return Vec::new();
    }
    let width = sides[0].shares.len();
    let mut found = Vec::new();
    for takes in [Takes::Share, Takes::Scores] {
        for (side, wanted) in [(0, b), (1, a)] {
            let ends = |criterion: &usize| {
                let taken = taken(sides[side], sides[1 - side], takes, *criterion);
                taken.is_some_and(|winner| winner == wanted)
            };
            let steps = (0..width).filter(ends);
            found.extend(steps.map(|criterion| Step { side, takes, criterion, winner: wanted }));
        }
    }
    found
}

/// The winner of a side after it took something over; none where there is nothing to take.
fn taken(own: TeamView, other: TeamView, takes: Takes, criterion: usize) -> Option<usize> {
    match takes {
        Takes::Share => {
            let shares = with_share(own.shares, criterion, *other.shares.get(criterion)?)?;
            TeamView { shares: &shares, ..own }.winner()
        }
        Takes::Scores => {
            let problem = own.problem.with_column_of(other.problem, criterion);
            let ranking = weighted_sum(&problem, own.shares);
            ranking.winners().map(|winner| winner.option).min()
        }
    }
}

/// Shares with one of them made this, the others in proportion; none where the others have none to
/// keep.
fn with_share(shares: &[f64], criterion: usize, share: f64) -> Option<Vec<f64>> {
    let own = *shares.get(criterion)?;
    if is_tied(own, share) {
        return None;
    }
    if 1.0 - own <= TIE {
        return None;
    }
    let factor = (1.0 - share) / (1.0 - own);
    let mut moved: Vec<f64> = shares.iter().map(|other| other * factor).collect();
    *moved.get_mut(criterion)? = share;
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_shares_keep_their_proportions_where_they_have_any() {
        let moved = with_share(&[0.5, 0.3, 0.2], 0, 0.75).unwrap();
        let expected = [0.75, 0.15, 0.1];
        assert!(moved.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{moved:?}");
        assert_eq!(with_share(&[1.0, 0.0], 0, 0.5), None);
        assert_eq!(with_share(&[0.5, 0.5], 0, 0.5), None);
    }
}
