//! Mending an option: the least rise of its base values that makes it first for every team
//! (METHODS.md, "mend the option").

use super::least::{Changes, Demands};
use super::multipliers::Demand;
use crate::analysis::TIE;

/// A team whose first option it is to become.
pub struct Won<'a> {
    /// What weighs how much for it.
    pub shares: &'a [f64],
    /// By how much the best of the others is ahead; below 0 where the option is.
    pub gap: f64,
    /// For each criterion whether the team counts the option's base score; its own stays.
    pub is_base: Vec<bool>,
}

/// A rise of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Rise {
    /// All together.
    pub sum: f64,
    /// One for each criterion, 0..1.
    pub rises: Vec<f64>,
}

/// How much the values of an option that every team ranks have to rise, criterion by criterion, so
/// that it comes first for all, ties included; each up to its cap. None where no rise does it:
/// where the caps themselves don't, as a rise never harms.
pub fn mend(teams: &[Won], caps: Vec<f64>) -> Option<Rise> {
    let gaps = teams.iter().map(|team| team.gap).collect();
    let most = caps.clone();
    let demands = Teams { teams, gaps };
    if demands.most_missed(&most).is_some_and(|(_, by)| by > TIE) {
        return None;
    }
    let criteria = (0..caps.len()).collect();
    let changes = Changes { caps, criteria, signs: None, demands };
    // Where the solver fails all the same, there is the rise that is known to do.
    let found = changes.least().map(|least| Rise { sum: least.sum, rises: least.changes });
    Some(found.unwrap_or_else(|_| Rise { sum: most.iter().sum(), rises: most }))
}

struct Teams<'a> {
    teams: &'a [Won<'a>],
    gaps: Vec<f64>,
}

impl Won<'_> {
    /// What a rise of each value adds to the option's total.
    fn gains(&self) -> impl Iterator<Item = f64> {
        let pairs = self.shares.iter().zip(&self.is_base);
        pairs.map(|(share, is_base)| if *is_base { *share } else { 0.0 })
    }
}

impl Demands for Teams<'_> {
    fn most_missed(&self, rises: &[f64]) -> Option<(usize, f64)> {
        let gained =
            |team: &Won| -> f64 { team.gains().zip(rises).map(|(gain, rise)| gain * rise).sum() };
        let missed = self.teams.iter().zip(&self.gaps).map(|(team, gap)| gap - gained(team));
        missed.enumerate().reduce(|most, next| if next.1 > most.1 { next } else { most })
    }

    fn demand(&self, team: usize) -> Demand {
        let coefficients =
            self.teams.get(team).map_or_else(Vec::new, |team| team.gains().collect());
        Demand { coefficients, bound: self.gaps.get(team).copied().unwrap_or(0.0) }
    }
}
