//! Weight stability: how far a criterion's share can move, the others rescaled in proportion,
//! before another option comes first.

use crate::analysis::{TIE, Values};

/// A share this near to one leaves nothing to rescale.
const WHOLE: f64 = 1.0 - 1e-12;

/// What holds of one criterion's share.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    pub share: f64,
    /// None where the share is one, or where nothing is ranked.
    pub interval: Option<StableInterval>,
}

/// The closed interval of the share on which the winner stays first.
#[derive(Clone, Debug, PartialEq)]
pub struct StableInterval {
    pub low: f64,
    pub high: f64,
    /// Who takes over below the low end, as an index in the document; none where that is 0.
    pub below: Option<usize>,
    /// Who takes over above the high end; none where that is 1.
    pub above: Option<usize>,
}

/// The interval of each criterion's share. Of several that take over at once the first in the
/// document is named.
pub fn stability(values: &Values, shares: &[f64]) -> Vec<Stability> {
    let winner = values.winner(shares);
    let of = |(criterion, share): (usize, &f64)| {
        let interval = winner
            .filter(|_| *share < WHOLE)
            .map(|winner| interval(values, shares, winner, criterion));
        Stability { share: *share, interval }
    };
    shares.iter().enumerate().map(of).collect()
}

/// The winner's lead over a rival is a straight line over the share t: here its value at the
/// present share, at 0 and at 1.
struct Lead {
    now: f64,
    at_zero: f64,
    at_one: f64,
}

fn lead(winner: &[f64], rival: &[f64], shares: &[f64], criterion: usize) -> Lead {
    let gaps = winner
        .iter()
        .zip(rival)
        .zip(shares)
        .map(|((winner, rival), share)| (winner - rival, *share));
    let (mut now, mut others, mut at_one) = (0.0, 0.0, 0.0);
    for (index, (gap, share)) in gaps.enumerate() {
        now += share * gap;
        if index == criterion {
            at_one = gap;
        } else {
            others += share * gap;
        }
    }
    let share = shares.get(criterion).copied().unwrap_or(0.0);
    // Level is level: a winner that ties doesn't lead by less than nothing.
    Lead { now: now.max(0.0), at_zero: others / (1.0 - share), at_one }
}

fn interval(values: &Values, shares: &[f64], winner: usize, criterion: usize) -> StableInterval {
    let share = shares.get(criterion).copied().unwrap_or(0.0);
    let mut found = StableInterval { low: 0.0, high: 1.0, below: None, above: None };
    let rivals =
        values.options.iter().zip(values.rows()).enumerate().filter(|(place, _)| *place != winner);
    for (_, (option, row)) in rivals {
        let lead = lead(values.row(winner), row, shares, criterion);
        if lead.at_zero < -TIE {
            let end = share * -lead.at_zero / (lead.now - lead.at_zero);
            if found.below.is_none() || end > found.low + TIE {
                (found.low, found.below) = (end.min(share), Some(*option));
            }
        }
        if lead.at_one < -TIE {
            let end = 1.0 - (1.0 - share) * -lead.at_one / (lead.now - lead.at_one);
            if found.above.is_none() || end < found.high - TIE {
                (found.high, found.above) = (end.max(share), Some(*option));
            }
        }
    }
    found
}
