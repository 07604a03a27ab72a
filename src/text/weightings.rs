//! The names of weightings, and how far the teams behind them have got.

use super::isolated;
use crate::elicitation::Weighed;
use crate::model::{Scenario, Team};

pub const EQUAL_WEIGHTS: &str = "Equal weights";
pub const SEALED: &str = "sealed until the round is opened";
pub const MEAN: &str = "Mean";

const MEAN_WEIGHTS: &str = "Mean weights, base scores";
const NONE_WEIGHED: &str = "Equal weights until a team has weighed, base scores";

/// A weighting as a heading of its own: the team's name and how much of its weights is given;
/// without a team, that of the mean, or of the equal weights that stand for it where no team has
/// weighed.
pub fn weighting_name(scenario: &Scenario, team: Option<&Team>, weighed: Weighed) -> String {
    match (team, weighed) {
        (Some(team), Weighed::Done) => isolated(&team.name).into_owned(),
        (Some(team), Weighed::NotYet) => {
            format!("{}: equal weights, none given yet", isolated(&team.name))
        }
        (Some(team), Weighed::AtWork { given, of }) => {
            format!("{}: {given} of {of} weights given", isolated(&team.name))
        }
        (None, _) if scenario.teams.is_empty() => EQUAL_WEIGHTS.to_owned(),
        (None, Weighed::Done) => MEAN_WEIGHTS.to_owned(),
        (None, _) => NONE_WEIGHED.to_owned(),
    }
}

/// Whose weights and scores a page shows, within a line of other sentences.
pub fn weights_and_scores(scenario: &Scenario, team: Option<&Team>, weighed: Weighed) -> String {
    let Some(team) = team else { return weighting_name(scenario, None, weighed) };
    let name = isolated(&team.name);
    match weighed {
        Weighed::Done => format!("Weights and scores of {name}"),
        Weighed::NotYet => format!("Equal weights, none from {name} yet; scores of {name}"),
        Weighed::AtWork { given, of } => {
            format!("Scores of {name} and its weights so far, {given} of {of} given")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mark, TeamId};

    #[test]
    fn weights_that_nobody_gave_are_never_said_to_be_someones() {
        let team = Team::new(TeamId::new("t").unwrap(), "Residents", Mark::nth(0));
        let mut scenario = Scenario::new("s");
        let told = |scenario: &Scenario, team, weighed| {
            [weighting_name(scenario, team, weighed), weights_and_scores(scenario, team, weighed)]
        };
        assert_eq!(told(&scenario, None, Weighed::NotYet), [EQUAL_WEIGHTS; 2]);
        scenario.teams.push(team.clone().into());
        assert_eq!(told(&scenario, None, Weighed::NotYet), [NONE_WEIGHED; 2]);
        assert_eq!(told(&scenario, None, Weighed::Done), [MEAN_WEIGHTS; 2]);
        assert_eq!(
            told(&scenario, Some(&team), Weighed::NotYet),
            [
                "Residents: equal weights, none given yet",
                "Equal weights, none from Residents yet; scores of Residents"
            ]
        );
        let at_work = Weighed::AtWork { given: 3, of: 6 };
        assert!(told(&scenario, Some(&team), at_work).iter().all(|said| said.contains("3 of 6")));
        assert_eq!(weighting_name(&scenario, Some(&team), Weighed::Done), "Residents");
    }
}
