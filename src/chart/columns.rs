//! The teams' rankings as columns: what both charts of ranks are drawn from.

use super::parts::TeamMark;
use crate::evaluation::WeighedTeam;
use crate::model::{Scenario, TeamId};
use crate::text::{self, TeamFirsts};

/// A team's ranking: by option of the document its rank, and whether that is of an option that
/// isn't fully scored.
pub struct RankColumn<'a> {
    pub id: &'a TeamId,
    pub name: &'a str,
    pub mark: TeamMark,
    pub is_followed: bool,
    /// None: no rank.
    pub ranks: Vec<Option<usize>>,
    /// The options that a missing score keeps from a total.
    pub open: Vec<usize>,
    /// The options that are first among those fully scored.
    pub firsts: Vec<usize>,
    /// A missing score could change that.
    pub may_change: bool,
}

impl<'a> RankColumn<'a> {
    /// The column of a team of a document, its ranks by option of the document.
    pub fn new(
        scenario: &Scenario,
        team: &'a WeighedTeam,
        ranks: Vec<Option<usize>>,
        followed: Option<&TeamId>,
    ) -> Self {
        let (result, ranking) = (team.result(), team.ranking());
        Self {
            id: &result.team.id,
            name: result.team.label(),
            mark: TeamMark::of(scenario, &result.team.id),
            is_followed: followed == Some(&result.team.id),
            ranks,
            open: ranking.not_scored.iter().map(|open| open.option).collect(),
            firsts: ranking.winners().map(|winner| winner.option).collect(),
            may_change: ranking.may_lead().next().is_some()
                || ranking.ranked.is_empty() && !ranking.not_scored.is_empty(),
        }
    }

    pub(super) fn rank(&self, option: usize) -> Option<usize> {
        self.ranks.get(option).copied().flatten()
    }
}

/// The options that somebody ranks, in document order.
pub(super) fn ranked_options(scenario: &Scenario, columns: &[&RankColumn]) -> Vec<usize> {
    let is_ranked = |option: &usize| columns.iter().any(|column| column.rank(*option).is_some());
    (0..scenario.options.len()).filter(is_ranked).collect()
}

/// The options that are first for some team, those that are for most teams first.
pub(super) fn winners(columns: &[&RankColumn], options: &[usize]) -> Vec<usize> {
    let firsts =
        |option: usize| columns.iter().filter(|column| column.firsts.contains(&option)).count();
    let mut winners: Vec<usize> =
        options.iter().copied().filter(|option| firsts(*option) > 0).collect();
    winners.sort_by_key(|option| (std::cmp::Reverse(firsts(*option)), *option));
    winners
}

/// What the columns say about first places.
pub(super) fn heading(scenario: &Scenario, columns: &[&RankColumn]) -> String {
    let firsts = columns.iter().map(|column| TeamFirsts {
        team: column.name,
        options: &column.firsts,
        may_change: column.may_change,
    });
    text::first_places(scenario, &firsts.collect::<Vec<_>>())
}
