//! The shortest road to agreement on each option: how the weighed teams' shares would have to move.

use std::collections::HashMap;

use rayon::prelude::*;

use super::WeighedTeam;
use crate::analysis::{Movement, TIE, Values, Watch, road};

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
    /// Team by team.
    pub teams: Vec<TeamWay>,
}

/// How a team's shares move.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamWay {
    /// In points of 100.
    pub points: f64,
    /// The criteria whose share changes, by their indices, with the change, −1 to 1; in document
    /// order. Empty where the option is first for the team as it is.
    pub changes: Vec<(usize, f64)>,
}

/// Up to here a change of a share is no movement, but what rounding leaves.
const STILL: f64 = 1e-12;

impl TeamWay {
    fn new(movement: &Movement) -> Self {
        let changes = movement.changes.iter().copied().enumerate();
        let changes = changes.filter(|(_, change)| change.abs() > STILL).collect();
        Self { points: 100.0 * movement.size, changes }
    }
}

/// To each option, the cheapest first, those to which there is none last; on the threads of the
/// current pool. Nothing where no team counts; none where the watch was told to cancel.
pub fn roads(option_count: usize, teams: &[WeighedTeam], watch: &Watch) -> Option<Vec<Road>> {
    if teams.is_empty() {
        return Some(Vec::new());
    }
    let stands: Vec<Stands> = teams.iter().map(Stands::new).collect();
    watch.begin(option_count as u64);
    let of = |option: usize| {
        let way = way(option, &stands, watch);
        watch.advance(1);
        Road { option, way }
    };
    let mut found: Vec<Road> = (0..option_count).into_par_iter().map(of).collect();
    let cost =
        |road: &Road| road.way.as_ref().map_or(i64::MAX, |way| (way.points / TIE).round() as i64);
    found.sort_by_key(cost);
    (!watch.is_cancelled()).then_some(found)
}

/// How a team's options stand.
struct Stands<'a> {
    shares: &'a [f64],
    values: Values,
    totals: Vec<f64>,
    /// By option of the document its place among those that are ranked.
    places: HashMap<usize, usize>,
}

impl<'a> Stands<'a> {
    fn new(team: &'a WeighedTeam) -> Self {
        let values = Values::new(&team.result().evaluation.problem);
        let shares = &team.shares().criteria;
        let places = values.options.iter().copied().zip(0..).collect();
        Self { shares, totals: values.totals(shares), values, places }
    }
}

fn way(option: usize, teams: &[Stands], watch: &Watch) -> Option<Way> {
    let of_team = |team: &Stands| {
        let place = *team.places.get(&option)?;
        if watch.is_cancelled() {
            return None;
        }
        Some(TeamWay::new(&road(&team.values, place, (team.shares, &team.totals))?))
    };
    let teams: Vec<TeamWay> = teams.iter().map(of_team).collect::<Option<_>>()?;
    Some(Way { points: teams.iter().map(|team| team.points).sum(), teams })
}
