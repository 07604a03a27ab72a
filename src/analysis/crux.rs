//! What a decision of several teams turns on: each share, and each score of a contender that some
//! team scores itself, by what the disagreement on it can move between two contenders (METHODS.md,
//! "crux list").

use crate::analysis::{TIE, TeamView};

/// What teams disagree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The share of a criterion.
    Share(usize),
    /// A score: option and criterion.
    Score(usize, usize),
}

/// One end of a disagreement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The team's place, the first of several.
    pub team: usize,
    /// A share, 0..1, or a score in its criterion's unit.
    pub number: f64,
}

/// What a disagreement can move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crux {
    pub point: Point,
    /// In parts of a total, 0..1.
    pub moves: f64,
    /// The least and the greatest: of a share itself, of a score by its value.
    pub ends: [Held; 2],
}

/// Of some teams, and the options that are first for some of them, in document order: what can move
/// most first, then in document order, shares before scores. `is_own` says whether some team scores
/// a cell itself.
pub fn cruxes(
    teams: &[TeamView],
    contenders: &[usize],
    is_own: impl Fn(usize, usize) -> bool,
) -> Vec<Crux> {
    let width = teams.first().map_or(0, |team| team.shares.len());
    let mut found: Vec<Crux> =
        (0..width).filter_map(|criterion| of_share(teams, contenders, criterion)).collect();
    for option in contenders {
        let own = (0..width).filter(|criterion| is_own(*option, *criterion));
        found.extend(own.filter_map(|criterion| of_score(teams, *option, criterion)));
    }
    found.sort_by_key(|crux| std::cmp::Reverse((crux.moves / TIE).round() as i64));
    found
}

/// The range of a share × the contenders' largest difference in value there, as any team scores it.
fn of_share(teams: &[TeamView], contenders: &[usize], criterion: usize) -> Option<Crux> {
    let share = |(team, view): (usize, &TeamView)| {
        let number = *view.shares.get(criterion)?;
        Some((number, Held { team, number }))
    };
    let (range, ends) = ends(teams.iter().enumerate().filter_map(share))?;
    let apart = |view: &TeamView| {
        let values = contenders.iter().filter_map(|option| view.problem.cell(*option, criterion));
        let (least, most) = values
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), cell| {
                (f64::min(least, cell.value), f64::max(most, cell.value))
            });
        (most - least).max(0.0)
    };
    let apart = teams.iter().map(apart).fold(0.0, f64::max);
    Some(Crux { point: Point::Share(criterion), moves: range * apart, ends })
}

/// The range of a score in value × the mean share.
fn of_score(teams: &[TeamView], option: usize, criterion: usize) -> Option<Crux> {
    let score = |(team, view): (usize, &TeamView)| {
        let cell = view.problem.cell(option, criterion)?;
        Some((cell.value, Held { team, number: cell.score }))
    };
    let (range, ends) = ends(teams.iter().enumerate().filter_map(score))?;
    let shares = teams.iter().filter_map(|view| view.shares.get(criterion));
    let mean = shares.sum::<f64>() / teams.len() as f64;
    Some(Crux { point: Point::Score(option, criterion), moves: range * mean, ends })
}

/// How far apart the least and the greatest lie, and whose they are.
fn ends(held: impl Iterator<Item = (f64, Held)>) -> Option<(f64, [Held; 2])> {
    let (least, most) = held.fold(None, |ends, next| match ends {
        None => Some((next, next)),
        Some((least, most)) => Some((
            if next.0 < least.0 { next } else { least },
            if next.0 > most.0 { next } else { most },
        )),
    })?;
    Some((most.0 - least.0, [least.1, most.1]))
}
