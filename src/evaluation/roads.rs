//! The shortest road to agreement on each option: how the weighed teams' shares would have to move.

use rayon::prelude::*;

use super::WeighedTeam;
use crate::analysis::{TIE, Values, Watch, road};

/// The road to an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    /// Index in the document.
    pub option: usize,
    /// None where no shares make it first for every team.
    pub way: Option<Way>,
}

/// How teams' shares move.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// How much share moves, summed over the teams: half of all changes, in points of 100.
    pub points: f64,
    /// Team by team, criterion by criterion: changes of 0..1.
    pub moves: Vec<Vec<f64>>,
}

/// Up to here a change of a share is no movement, but what the search for the least leaves.
const STILL: f64 = 1e-8;

impl Way {
    /// How much a team moves, in points of 100.
    pub fn points_of(&self, team: usize) -> f64 {
        self.moves.get(team).map_or(0.0, |moves| points(moves))
    }

    /// What a team moves: each criterion's place with its change.
    pub fn moved_by(&self, team: usize) -> impl Iterator<Item = (usize, f64)> {
        let moves = self.moves.get(team).into_iter().flatten().copied().enumerate();
        moves.filter(|(_, change)| change.abs() > STILL)
    }
}

/// To each option, the cheapest first, those to which there is none last; on the threads of the
/// current pool. Nothing where no team counts; none where the watch was told to cancel.
pub fn roads(option_count: usize, teams: &[WeighedTeam], watch: &Watch) -> Option<Vec<Road>> {
    if teams.is_empty() {
        return Some(Vec::new());
    }
    let values: Vec<Values> =
        teams.iter().map(|team| Values::new(&team.result().evaluation.problem)).collect();
    watch.begin(option_count as u64);
    let of = |option: usize| {
        let way = if watch.is_cancelled() { None } else { way(option, teams, &values) };
        watch.advance(1);
        Road { option, way }
    };
    let mut found: Vec<Road> = (0..option_count).into_par_iter().map(of).collect();
    let cost =
        |road: &Road| road.way.as_ref().map_or(i64::MAX, |way| (way.points / TIE).round() as i64);
    found.sort_by_key(cost);
    (!watch.is_cancelled()).then_some(found)
}

fn way(option: usize, teams: &[WeighedTeam], values: &[Values]) -> Option<Way> {
    let of_team = |(team, values): (&WeighedTeam, &Values)| {
        let place = values.options.iter().position(|ranked| *ranked == option)?;
        road(values, place, &team.shares().criteria)
    };
    let moves: Vec<Vec<f64>> = teams.iter().zip(values).map(of_team).collect::<Option<_>>()?;
    let points = moves.iter().map(|moves| points(moves)).sum();
    Some(Way { points, moves })
}

fn points(moves: &[f64]) -> f64 {
    50.0 * moves.iter().map(|change| change.abs()).sum::<f64>()
}
