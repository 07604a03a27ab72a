//! What a method beside the weighted sum makes of the scored options: totals, ranks, and what
//! belongs to it alone.

use crate::analysis::{Levels, Scored};

/// A ranking by a method beside the weighted sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodRanking {
    /// By rank, then in document order.
    pub standings: Vec<Standing>,
    /// VIKOR's compromise set, as indices in the document, rising; empty under the other methods.
    pub compromise: Vec<usize>,
    /// The cells (option, criterion) that the method can't work with: where there are any, nothing
    /// is ranked.
    pub barred: Vec<(usize, usize)>,
}

/// An option's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Index in the document.
    pub option: usize,
    /// Standard competition rank, from 1.
    pub rank: usize,
    /// Π r^w, closeness, Q or φ.
    pub total: f64,
    pub parts: Parts,
}

/// What a total is made of, where the method has a name for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Parts {
    #[default]
    None,
    /// The group's utility S and the worst regret R; lower is better.
    Vikor { s: f64, r: f64 },
    /// The flows that leave and enter the option.
    Promethee { phi_plus: f64, phi_minus: f64 },
}

/// Which totals are good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    Higher,
    Lower,
}

impl MethodRanking {
    /// Ranks totals, one for each scored option.
    pub(super) fn of(scored: &Scored, totals: &[(f64, Parts)], better: Better) -> Self {
        let height = |total: f64| match better {
            Better::Higher => total,
            Better::Lower => -total,
        };
        let levels = Levels::new(totals.iter().map(|(total, _)| height(*total)).collect());
        let mut falling: Vec<(f64, usize)> =
            totals.iter().map(|(total, _)| height(*total)).zip(0..).collect();
        falling.sort_unstable_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut rank = levels.ranks();
        let standing = |(height, place): (f64, usize)| {
            let ((total, parts), option) = (totals.get(place)?, scored.options.get(place)?);
            Some(Standing { option: *option, rank: rank(height), total: *total, parts: *parts })
        };
        let mut standings: Vec<Standing> = falling.into_iter().filter_map(standing).collect();
        // By now only options that tie can be out of order.
        standings.sort_by_key(|standing| (standing.rank, standing.option));
        Self { standings, ..Self::default() }
    }
}
