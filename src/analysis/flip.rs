//! Flip distance: the least movement of shares that lets another option draw level with the winner.

use crate::analysis::{TIE, Values, is_better};

/// The nearest weighting at which another option draws level.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The rival, as an index in the document.
    pub option: usize,
    /// How much share moves: half the sum of all changes, in points of 100.
    pub points: f64,
    /// One for each criterion; they sum to one.
    pub shares: Vec<f64>,
}

/// The cheapest rival, the first in the document of those that are as cheap; none where no rival
/// can draw level.
pub fn flip(values: &Values, shares: &[f64]) -> Option<Flip> {
    let winner = values.winner(shares)?;
    let rivals =
        values.options.iter().zip(values.rows()).enumerate().filter(|(place, _)| *place != winner);
    let flips = rivals.filter_map(|(_, (option, rival))| {
        let (moved, shares) = drawn_level(values.row(winner), rival, shares)?;
        Some(Flip { option: *option, points: 100.0 * moved, shares })
    });
    flips.reduce(|best, next| if is_better(best.points, next.points) { next } else { best })
}

/// The share that moves, and the shares after it: share is taken where the winner's lead in value
/// is largest and given where it is smallest, until the totals are level. None where that never
/// happens.
fn drawn_level(winner: &[f64], rival: &[f64], shares: &[f64]) -> Option<(f64, Vec<f64>)> {
    let leads: Vec<f64> = winner.iter().zip(rival).map(|(winner, rival)| winner - rival).collect();
    let mut gap: f64 = leads.iter().zip(shares).map(|(lead, share)| lead * share).sum();
    let mut shares = shares.to_vec();
    let (target, smallest) = leads
        .iter()
        .copied()
        .enumerate()
        .reduce(|least, next| if next.1 < least.1 { next } else { least })?;
    let mut largest_first: Vec<(usize, f64)> = leads.iter().copied().enumerate().collect();
    largest_first.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut moved = 0.0;
    for (criterion, lead) in largest_first {
        let gain = lead - smallest;
        if gap <= TIE || gain <= 0.0 {
            break;
        }
        let part = shares.get(criterion).map_or(0.0, |share| share.min(gap / gain));
        gap -= part * gain;
        moved += part;
        shares.get_mut(criterion).into_iter().for_each(|share| *share -= part);
        shares.get_mut(target).into_iter().for_each(|share| *share += part);
    }
    (gap <= TIE).then_some((moved, shares))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_moves_from_the_largest_lead_to_the_smallest() {
        // Leads 0.8, 0.1 and −0.4; the gap is 0.5·0.8 + 0.3·0.1 − 0.2·0.4 = 0.35, and each share
        // moved closes 1.2 of it.
        let (moved, shares) =
            drawn_level(&[0.9, 0.5, 0.1], &[0.1, 0.4, 0.5], &[0.5, 0.3, 0.2]).unwrap();
        assert!((moved - 0.35 / 1.2).abs() < 1e-12, "{moved}");
        assert!(
            (shares[0] - (0.5 - moved)).abs() < 1e-12
                && shares[1] == 0.3
                && (shares[2] - (0.2 + moved)).abs() < 1e-12
        );
    }

    #[test]
    fn a_rival_that_is_behind_everywhere_never_draws_level_and_one_that_is_level_needs_nothing() {
        assert_eq!(drawn_level(&[0.9, 0.5], &[0.8, 0.4], &[0.5, 0.5]), None);
        assert_eq!(drawn_level(&[0.9, 0.5], &[0.5, 0.9], &[0.5, 0.5]), Some((0.0, vec![0.5, 0.5])));
        assert_eq!(
            drawn_level(&[0.9, 0.5], &[0.8, 0.5], &[1.0, 0.0]).map(|(moved, _)| moved),
            Some(1.0)
        );
    }
}
