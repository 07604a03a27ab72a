//! The options that a ranking has a total for, or could have: the list that charts of it show.

use super::parts::Placing;
use crate::analysis::NotScored;
use crate::evaluation::Evaluation;
use crate::model::{Alternative, Scenario};
use crate::text::{self, charts};

/// An option: what it is worth, and what it could still be. Totals and parts are 0..1.
pub(super) struct Standing<'a> {
    /// Its index in the document.
    pub index: usize,
    pub option: &'a Alternative,
    /// None while missing scores decide it.
    pub rank: Option<usize>,
    pub placing: Placing,
    pub parts: &'a [f64],
    pub low: f64,
    pub high: f64,
    /// What is known of an option with missing scores; none: no score is missing.
    open: Option<&'a NotScored>,
}

/// The ranked options, then those with missing cells, each list as the ranking has it; a decided
/// rank goes to its place.
pub(super) fn standings<'a>(
    scenario: &'a Scenario,
    evaluation: &'a Evaluation,
) -> Vec<Standing<'a>> {
    let ranking = &evaluation.ranking;
    let winners: Vec<usize> = ranking.winners().map(|winner| winner.option).collect();
    let ranked = ranking.ranked.iter().filter_map(|ranked| {
        let is_winner = winners.contains(&ranked.option);
        Some(Standing {
            index: ranked.option,
            option: scenario.options.get(ranked.option)?,
            rank: Some(ranked.rank),
            placing: if is_winner { Placing::Winner } else { Placing::Other },
            parts: &ranked.contributions,
            low: ranked.total,
            high: ranked.total,
            open: None,
        })
    });
    let open = ranking.not_scored.iter().filter_map(|open| {
        Some(Standing {
            index: open.option,
            option: scenario.options.get(open.option)?,
            rank: open.rank,
            placing: Placing::Other,
            parts: &open.contributions,
            low: open.low,
            high: open.high,
            open: Some(open),
        })
    });
    let mut all: Vec<Standing> = ranked.chain(open).collect();
    all.sort_by_key(|standing| standing.rank.unwrap_or(usize::MAX));
    all
}

impl<'a> Standing<'a> {
    /// Whether no score is missing.
    pub fn is_whole(&self) -> bool {
        self.open.is_none()
    }

    /// The criteria's indices whose scores are missing.
    pub fn missing(&self) -> &'a [usize] {
        self.open.map_or(&[], |open| &open.missing)
    }

    /// Whether it has no score at all.
    pub fn is_bare(&self) -> bool {
        self.open.is_some_and(text::is_bare)
    }

    /// The total, or what it could be.
    pub fn total(&self) -> String {
        self.open.map_or_else(|| text::total(self.low), charts::total_between)
    }
}
