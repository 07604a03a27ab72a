//! How firmly a weighting's result stands over the shares, as things are or with one share tried.

use super::Evaluation;
use crate::analysis::{
    Flip, Ranking, Span, Stability, Values, flip, spans as spans_of, stability, weighted_sum,
};

/// Another share of one criterion, tried: the others give way in proportion, and nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Trial {
    /// Index in the document.
    pub criterion: usize,
    /// The share in thousandths, up to 1000.
    pub thousandths: u16,
}

/// What a weighting's shares, or those that are tried, make of the options.
#[derive(Clone, Debug)]
pub struct Firm {
    /// One for each criterion.
    pub shares: Vec<f64>,
    pub ranking: Ranking,
    pub flip: Option<Flip>,
    /// One for each criterion.
    pub stability: Vec<Stability>,
    /// For each criterion who is first at which share.
    pub spans: Vec<Vec<Span>>,
}

/// Asks it of an evaluation.
pub fn firm(evaluation: &Evaluation, trial: Option<Trial>) -> Firm {
    let shares = tried_shares(&evaluation.shares.criteria, trial);
    let values = Values::new(&evaluation.problem);
    let mut spans = spans_of(&values, &shares);
    // The others keep their proportions along its own share, whichever is tried: they are those of
    // the shares as they are.
    if let Some(trial) = trial
        && let Some(own) = spans.get_mut(trial.criterion)
    {
        let as_they_are = spans_of(&values, &evaluation.shares.criteria);
        *own = as_they_are.get(trial.criterion).cloned().unwrap_or_default();
    }
    Firm {
        ranking: weighted_sum(&evaluation.problem, &shares),
        flip: flip(&values, &shares),
        stability: stability(&values, &shares),
        spans,
        shares,
    }
}

/// The evaluation with the shares that are tried, for what draws around them.
pub fn tried(evaluation: &Evaluation, trial: Option<Trial>) -> Evaluation {
    let mut tried = evaluation.clone();
    tried.shares.criteria = tried_shares(&evaluation.shares.criteria, trial);
    tried
}

fn tried_shares(shares: &[f64], trial: Option<Trial>) -> Vec<f64> {
    let Some(trial) = trial.filter(|trial| trial.criterion < shares.len()) else {
        return shares.to_vec();
    };
    let share = f64::from(trial.thousandths.min(1000)) / 1000.0;
    let others = || shares.iter().enumerate().filter(|(at, _)| *at != trial.criterion);
    let rest: f64 = others().map(|(_, share)| share).sum();
    let count = others().count() as f64;
    // Where the others have nothing to keep in proportion they get the same.
    let part = |own: f64| if rest > 0.0 { own / rest } else { 1.0 / count };
    let of = |(at, own): (usize, &f64)| {
        if at != trial.criterion {
            (1.0 - share) * part(*own)
        } else if count == 0.0 {
            1.0
        } else {
            share
        }
    };
    shares.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(shares: &[f64], criterion: usize, thousandths: u16) -> Vec<f64> {
        tried_shares(shares, Some(Trial { criterion, thousandths }))
    }

    #[test]
    fn the_others_give_way_in_proportion() {
        let found = tried(&[0.5, 0.3, 0.2], 0, 750);
        for (own, wished) in found.iter().zip([0.75, 0.15, 0.1]) {
            assert!((own - wished).abs() < 1e-12, "{found:?}");
        }
        assert_eq!(tried(&[1.0, 0.0, 0.0], 0, 500), [0.5, 0.25, 0.25]);
        assert_eq!(tried(&[1.0], 0, 500), [1.0]);
        assert_eq!(tried_shares(&[0.5, 0.5], None), [0.5, 0.5]);
        assert_eq!(tried(&[0.5, 0.5], 9, 500), [0.5, 0.5], "of a criterion that is gone");
    }
}
