//! How teams came to where they are: their ranking by gut beside the model's, and how they moved
//! from round to round.

use super::bound::Bound;
use super::counts::{capital, counted_in_words, in_words};
use super::{isolated, ordinal};
use crate::evaluation::{GutAndModel, RoundMove, TeamMove};
use crate::model::{Alternative, OptionId, Scenario};

pub const THEN_AND_NOW: &str = "Then and now";
pub const BY_GUT: &str = "By gut";
pub const BY_MODEL: &str = "By its weights";
pub const GUT_NOTE: &str = "places among the options in both";
pub const ROUNDS: &str = "From round to round";
pub const ROUNDS_NOTE: &str = "half of all changes of shares, in points of 100";
pub const NO_TEAM_IN_BOTH: &str = "No team had weighed in both and lies open in both.";
pub const TOWARDS_WITHOUT: &str = "towards the mean, no new reason";

/// Who ranked by gut, and whether it bears out what came of the weights: of those that ranked two
/// options or more that are in both.
pub fn gut_heading(scenario: &Scenario, gut: &[GutAndModel]) -> String {
    let told: Vec<&GutAndModel> = gut.iter().filter(|team| team.places.len() > 1).collect();
    let same = told.iter().filter(|team| team.moved.is_none()).count();
    let name = |team: &GutAndModel| {
        isolated(scenario.team(&team.team).map_or("", |team| team.label())).into_owned()
    };
    match (told.as_slice(), same) {
        ([], _) if gut.is_empty() => "No team that counts ranked by gut".to_owned(),
        ([], _) => "No team ranked two options by gut that its weights rank too".to_owned(),
        ([only], 1) => format!("{}’s weights bear its gut out", name(only)),
        ([only], _) => format!("{}’s weights and its gut part", name(only)),
        (all, same) if all.len() == same => {
            format!("The weights of all {} bear their gut out", counted_in_words(same, "team"))
        }
        (all, 0) => {
            format!(
                "The weights of none of {} bear its gut out",
                counted_in_words(all.len(), "team")
            )
        }
        (all, same) => {
            let counts = [same, all.len()].map(in_words);
            format!("{} of {} teams’ weights bear their gut out", capital(&counts[0]), counts[1])
        }
    }
}

/// What moved most: `Kurdish focus moved most, from 3rd by gut to 1st`. None where nothing did.
fn moved_most(scenario: &Scenario, gut: &GutAndModel) -> Option<String> {
    let moved = gut.moved?;
    let place = gut.places.iter().find(|place| place.option == moved)?;
    let name = isolated(scenario.options.get(moved).map_or("", Alternative::label));
    let (then, now) = (ordinal(place.gut), ordinal(place.model));
    Some(format!("{name} moved most, from {then} by gut to {now}"))
}

/// A team's two rankings for those who can't see them.
pub fn gut_team(scenario: &Scenario, gut: &GutAndModel) -> String {
    let team = isolated(scenario.team(&gut.team).map_or("", |team| team.label()));
    let tau = tau(gut).map_or_else(String::new, |tau| format!(", {tau}"));
    format!("{team}: {}{tau}", told(scenario, gut))
}

/// What a team's two rankings have come to, and of how many options where that isn't all.
pub fn told(scenario: &Scenario, gut: &GutAndModel) -> String {
    if gut.places.len() < 2 {
        return TOO_FEW.to_owned();
    }
    let moved = moved_most(scenario, gut).unwrap_or_else(|| SAME_PLACES.to_owned());
    if gut.places.len() == scenario.options.len() {
        return moved;
    }
    format!("{moved}, among {} options in both", in_words(gut.places.len()))
}

const TOO_FEW: &str = "too few options in both to compare";

const SAME_PLACES: &str = "every option in its place";

/// `τ 0.67`; none where there is none.
pub fn tau(gut: &GutAndModel) -> Option<String> {
    let tau = gut.kendall_tau?;
    let sign = if tau <= -0.005 { "−" } else { "" };
    Some(format!("τ {sign}{:.2}", tau.abs()))
}

/// From where to where a table of rounds goes: `First round → now`.
pub fn from_to(round: &RoundMove) -> String {
    let to = round.to.as_ref().map_or_else(|| super::command_line::NOW.into(), |to| isolated(to));
    format!("{} → {to}", isolated(&round.from))
}

/// How far teams moved at most, as a heading; of those that had weighed in both, where that isn't
/// all.
pub fn rounds_heading(round: &RoundMove) -> String {
    let most = round.teams.iter().map(|team| team.points).fold(0.0, f64::max);
    let most_moved: Vec<&TeamMove> =
        round.teams.iter().filter(|team| team.points >= most - 1e-9).collect();
    let of_both = if round.left_out > 0 { " of those open and weighed in both" } else { "" };
    match most_moved.as_slice() {
        [] => NO_TEAM_IN_BOTH.trim_end_matches('.').to_owned(),
        _ if most <= 1e-9 => {
            let nobody = if round.left_out > 0 { "None" } else { "No team" };
            format!("{nobody}{of_both} moved, {}", from_to(round))
        }
        [only] => format!("{} moved most{of_both}, {}", isolated(&only.name), from_to(round)),
        _ => format!("Several{of_both} moved as far, {}", from_to(round)),
    }
}

/// How far a team's shares moved: `12.4 points`.
pub fn moved(points: f64) -> String {
    let shown = format!("{:.1}", Bound::rounded_to_nearest(points, 1));
    let shown = shown.strip_suffix(".0").unwrap_or(&shown);
    format!("{shown} point{}", if shown == "1" { "" } else { "s" })
}

/// Whether it moved towards the others, and whether it said why.
pub fn manner(team: &TeamMove) -> &'static str {
    match (team.points <= 1e-9, team.towards_mean, team.has_reason) {
        (true, _, true) => "stayed, a new reason",
        (true, ..) => "stayed",
        (_, true, true) => "towards the mean, a new reason",
        (_, true, false) => TOWARDS_WITHOUT,
        (_, false, true) => "not towards the mean, a new reason",
        (_, false, false) => "not towards the mean, no new reason",
    }
}

/// A team's move for those who can't see it.
pub fn team_move(scenario: &Scenario, round: &RoundMove, team: &TeamMove) -> String {
    let name = isolated(&team.name);
    let first = match (&team.winner_before, &team.winner) {
        (before, now) if before == now => format!("first {}", winner(scenario, now.as_ref())),
        (before, now) => format!(
            "first {}, then {}",
            winner(scenario, before.as_ref()),
            winner(scenario, now.as_ref())
        ),
    };
    let moved = moved(team.points);
    format!("{name}, {}: {moved}, {}, {first}", from_to(round), manner(team))
}

/// An option's name, its id where the document has it no more.
fn winner(scenario: &Scenario, option: Option<&OptionId>) -> String {
    let Some(id) = option else { return "nothing ranked".to_owned() };
    scenario.option(id).map_or_else(|| id.to_string(), |it| isolated(it.label()).into_owned())
}
