//! What `mizan teams` finds out about the teams of one or several files.

use super::joined::Joined;
use super::named;
use super::output::Failure;
use super::progress::with_progress;
use crate::analysis::Watch;
use crate::evaluation::{
    Between, Evaluations, GutAndModel, Half, RoundMove, SideBySide, TurnsOn, Weighting, between,
    gut_and_model, round_moves, side_by_side, side_by_side_of, turns_on, turns_on_apart,
};
use crate::model::TeamId;
use crate::text::command_line;

/// What is found out about the teams.
pub struct Found {
    pub results: SideBySide,
    pub turns_on: TurnsOn,
    /// Between which two, and what lies between them.
    pub between: Option<([TeamId; 2], Between)>,
    pub rounds: Vec<RoundMove>,
    pub gut: Vec<GutAndModel>,
}

impl Found {
    pub fn of(
        joined: &Joined,
        evaluations: &[Evaluations],
        pair: Option<[TeamId; 2]>,
    ) -> Result<Self, Failure> {
        let watch = Watch::default();
        let scenario = &joined.first.scenario;
        let (results, turns_on) = match evaluations {
            [only] => {
                let work = || turns_on(only, &watch);
                (side_by_side(only), with_progress(|| watch.progress(), work))
            }
            several => {
                let results = side_by_side_of(&several.iter().collect::<Vec<_>>());
                let work = || turns_on_apart(scenario, &results, &watch);
                let found = with_progress(|| watch.progress(), work);
                (results, found)
            }
        };
        let turns_on = turns_on.ok_or_else(|| Failure::hindered(command_line::CANCELLED))?;
        let weightings = pair.as_ref().map(|pair| pair.clone().map(Weighting::Team));
        let half = |weighting| {
            let is_of = |of: &&Evaluations| of.of(weighting).is_ok();
            evaluations.iter().find(is_of).map(|evaluations| Half { evaluations, weighting })
        };
        let found = weightings.as_ref().and_then(|[a, b]| between(half(a)?, half(b)?));
        Ok(Self {
            gut: gut_and_model(scenario, &results.weighed),
            rounds: evaluations.first().map_or_else(Vec::new, round_moves),
            between: pair.zip(found),
            results,
            turns_on,
        })
    }
}

/// The two teams that `A,B` names.
pub fn pair_of(joined: &Joined, words: &str) -> Result<[TeamId; 2], Failure> {
    let ids: Vec<&str> = words.split(',').map(str::trim).collect();
    let [a, b] = ids.as_slice() else {
        return Err(Failure::miscalled(&command_line::no_pair(words)));
    };
    if a == b {
        return Err(Failure::miscalled(&command_line::same_pair(a)));
    }
    let id = |word: &str| {
        let ground = joined
            .grounds()
            .find(|ground| ground.scenario.teams.iter().any(|team| team.id.as_str() == word));
        match ground {
            Some(ground) => named::open_team(ground, word).map(|team| team.id().clone()),
            None => Err(named::no_team(word, joined.teams().map(|team| team.id.as_str()))),
        }
    };
    Ok([id(a)?, id(b)?])
}
