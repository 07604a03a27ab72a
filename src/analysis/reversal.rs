//! Rank reversal: two options whose order turns when a third is left out, though nothing about them
//! changed.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::scale::moves_with_scores;
use super::weighted_sum::scored_totals;
use crate::analysis::{Grid, Problem, Scored, Viewpoint, is_better, promethee, rank_by};
use crate::model::{Method, OpenTeam, Scenario};

/// Without an option, another that stands behind comes out ahead. Indices in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reversal {
    pub left_out: usize,
    /// Ahead as long as nothing is left out.
    pub ahead: usize,
    pub behind: usize,
}

/// An option's index with its total, turned so that high is good.
type Height = (usize, f64);

/// The reversals of a method beside the weighted sum, one for each option that makes any, in
/// document order.
pub fn reversals(method: Method, scored: &Scored, shares: &[f64]) -> Vec<Reversal> {
    let heights = |scored: &Scored| -> Vec<Height> {
        let standings = rank_by(method, scored, shares).standings;
        let turned = if matches!(method, Method::Vikor(_)) { -1.0 } else { 1.0 };
        let mut heights: Vec<Height> =
            standings.iter().map(|standing| (standing.option, turned * standing.total)).collect();
        heights.sort_unstable_by_key(|(option, _)| *option);
        heights
    };
    let before = heights(scored);
    let after = |place: usize| match method {
        // Every product changes by the same factor, so that their order stays.
        Method::WeightedSum | Method::WeightedProduct => Vec::new(),
        Method::PrometheeII => promethee::without(scored, shares, &before, place),
        Method::Topsis | Method::Vikor(_) => heights(&scored.without(place)),
    };
    (0..before.len())
        .filter_map(|place| turned(&before, &after(place), before.get(place)?.0))
        .collect()
}

/// The reversals of the weighted sum under shares that stay: only observed ranges make any.
pub fn weighted_sum_reversals(
    scenario: &Scenario,
    team: Option<OpenTeam>,
    problem: &Problem,
    shares: &[f64],
) -> Vec<Reversal> {
    let (grid, before) = (Grid::new(scenario), scored_totals(problem, shares));
    let observed =
        scenario.criteria.iter().enumerate().filter(|(_, criterion)| moves_with_scores(criterion));
    let makers: BTreeSet<usize> = observed.flat_map(|(index, _)| grid.end_makers(index)).collect();
    let without = |left_out: usize| {
        let mut rest = scenario.clone();
        rest.options.remove(left_out);
        let grid = Grid::new(&rest);
        let problem = Problem::new(&grid, team.map_or(Viewpoint::Base, Viewpoint::Team));
        let after: Vec<Height> = scored_totals(&problem, shares)
            .into_iter()
            .map(|(option, total)| (option + usize::from(option >= left_out), total))
            .collect();
        turned(&before, &after, left_out)
    };
    makers.into_iter().filter_map(without).collect()
}

/// The first pair in order of `before` that stands the other way round in `after`; both by rising
/// index.
fn turned(before: &[Height], after: &[Height], left_out: usize) -> Option<Reversal> {
    let mut after = after.iter();
    let others = before.iter().filter(|(option, _)| *option != left_out);
    let mut pairs: Vec<(usize, f64, f64)> = others
        .filter_map(|(option, height)| {
            Some((*option, *height, after.by_ref().find(|(other, _)| other == option)?.1))
        })
        .collect();
    pairs.sort_by(|a, b| b.1.partial_cmp(&a.1).unwrap_or(Ordering::Equal));
    let mut lowest: Option<(usize, f64)> = None;
    let mut ahead = pairs.iter().peekable();
    for (option, height, now) in &pairs {
        // Those clearly ahead of it before; the one of them that has fallen lowest.
        while let Some((other, _, fallen)) =
            ahead.next_if(|(_, other, _)| is_better(*other, *height))
        {
            if lowest.is_none_or(|(_, lowest)| *fallen < lowest) {
                lowest = Some((*other, *fallen));
            }
        }
        if let Some((other, _)) = lowest.filter(|(_, fallen)| is_better(*now, *fallen)) {
            return Some(Reversal { left_out, ahead: other, behind: *option });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_pair_that_stands_the_other_way_round_is_a_reversal() {
        let before = [(0, 0.9), (1, 0.5), (2, 0.5), (3, 0.1)];
        let turned = |after: &[Height]| turned(&before, after, 3);
        assert_eq!(turned(&[(0, 0.9), (1, 0.6), (2, 0.5)]), None, "a tie that parts");
        assert_eq!(turned(&[(0, 0.5), (1, 0.5), (2, 0.5)]), None, "a tie that comes about");
        assert_eq!(
            turned(&[(0, 0.5), (1, 0.5), (2, 0.7)]),
            Some(Reversal { left_out: 3, ahead: 0, behind: 2 })
        );
    }
}
