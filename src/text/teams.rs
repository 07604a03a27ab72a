//! What the teams make of a decision, in sentences that are true in every case.

use super::counts::counted;
use super::{isolated, list};
use crate::analysis::TIE;
use crate::evaluation::FirstPlace;
use crate::model::Scenario;

/// What teams give a criterion.
#[derive(Clone, Copy, Debug)]
pub struct Spread<'a> {
    pub criterion: &'a str,
    /// Between the least and the greatest share, 0..1.
    pub width: f64,
}

/// Which criteria the teams, so many of them, weigh most differently.
pub fn widest_spread(spreads: &[Spread], teams: usize) -> String {
    let widest = spreads.iter().map(|spread| spread.width).fold(0.0, f64::max);
    match teams {
        0 => return "No team’s weights are shown".to_owned(),
        1 => return "One team’s weights, with no other beside them".to_owned(),
        _ if spreads.is_empty() => return "There are no criteria to weigh".to_owned(),
        2 if widest <= TIE => return "Both teams weigh alike".to_owned(),
        _ if widest <= TIE => return "All teams weigh alike".to_owned(),
        _ => {}
    }
    let most = spreads.iter().filter(|spread| widest - spread.width <= TIE);
    let most: Vec<_> = most.map(|spread| isolated(spread.criterion)).collect();
    let points = match (widest * 100.0).round() as usize {
        0 => "less than 1 point".to_owned(),
        points => counted(points, "point"),
    };
    format!("The teams differ most on {}, by {points}", super::counts::few(&most))
}

/// How strong an agreement on the order is by the mean of ρ, −1 to 1 (METHODS.md, agreement). A
/// mark that is met counts with the weaker word.
pub fn agreement(mean_rho: f64) -> &'static str {
    let reaches = |mark: f64| mean_rho <= mark + TIE;
    match () {
        () if mean_rho < -0.3 - TIE => "opposed",
        () if reaches(0.1) => "none",
        () if reaches(0.3) => "weak",
        () if reaches(0.5) => "moderate",
        () if reaches(0.7) => "strong",
        () => "very strong",
    }
}

/// Whether teams, so many of them, put the same option first.
fn agreement_on_first(places: &[FirstPlace], teams: usize) -> &'static str {
    match places {
        [only] if only.alone == teams => "united on first place",
        _ if places.iter().any(|place| place.alone + place.level == teams) => {
            "united on first place, ties included"
        }
        _ => "split on first place",
    }
}

pub const NO_TEAMS_YET: &str = "No teams yet";
pub const OWN_EVERYTHING: &str = "Each team with its own weights and its own scores.";
pub const WEIGHTS_SIDE_BY_SIDE: &str = "Weights side by side";
pub const WIDEST_FIRST: &str = "Widest spread first.";
pub const RANKS: &str = "Ranks";
pub const RANKS_NOTE: &str = "Level options share a place; dashed depends on a missing score.";
pub const MEAN_RHO: &str = "mean rank correlation ρ of two teams, −1 to 1";
pub const NO_AGREEMENT: &str = "Agreement needs two teams that have weighed, and two options that all of them rank, not all \
     level.";

/// Why no team is compared, where none counts.
pub fn none_counts(scenario: &Scenario) -> &'static str {
    let sealed = scenario.teams.iter().filter(|team| team.opened().is_none()).count();
    match (scenario.teams.len(), sealed) {
        (0, _) => NO_TEAMS_YET,
        (1, 1) => "The only team is sealed",
        (2, 2) => "Both teams are sealed",
        (all, sealed) if sealed == all => "All teams are sealed",
        (_, 0) => "No team has weighed yet",
        _ => "No team that is open has weighed yet",
    }
}

/// How far teams, so many of them, agree on the order, and whether they do on first place.
pub fn agreement_by(mean_rho: f64, places: &[FirstPlace], teams: usize) -> String {
    let sign = if mean_rho <= -0.005 { "−" } else { "" };
    format!(
        "Agreement {sign}{:.2}: {} on the order, {}",
        mean_rho.abs(),
        agreement(mean_rho),
        agreement_on_first(places, teams)
    )
}

/// Teams that aren't in the charts, by why they aren't.
pub fn not_shown(not_weighed: &[&str], sealed: &[&str]) -> String {
    let told = |why: &str, teams: &[&str]| {
        let names: Vec<_> = teams.iter().map(|team| isolated(team)).collect();
        (!teams.is_empty()).then(|| format!("{why}: {}.", list(&names)))
    };
    let parts = [told("Not weighed yet", not_weighed), told("Sealed", sealed)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_spread_is_told_with_its_ties_and_never_without_a_second_team() {
        let spread = |criterion, width| Spread { criterion, width };
        let told = |spreads: &[Spread]| widest_spread(spreads, 3);
        assert_eq!(told(&[]), "There are no criteria to weigh");
        assert_eq!(
            told(&[spread("Cost", 0.2), spread("Time", 0.2), spread("Risk", 0.1)]),
            "The teams differ most on Cost and Time, by 20 points"
        );
        assert_eq!(told(&[spread("Cost", 0.01)]), "The teams differ most on Cost, by 1 point");
        assert_eq!(
            told(&[spread("Cost", 0.004)]),
            "The teams differ most on Cost, by less than 1 point"
        );
        assert_eq!(told(&[spread("Cost", 0.0)]), "All teams weigh alike");
        assert_eq!(widest_spread(&[spread("Cost", 1e-10)], 2), "Both teams weigh alike");
        for teams in 0..2 {
            let told = widest_spread(&[spread("Cost", 0.0)], teams);
            assert!(!told.contains("alike"), "{told}");
        }
    }

    #[test]
    fn a_mark_that_is_met_counts_with_the_weaker_word() {
        let marks = [
            (-0.3, "opposed", "none"),
            (0.1, "none", "weak"),
            (0.3, "weak", "moderate"),
            (0.5, "moderate", "strong"),
            (0.7, "strong", "very strong"),
        ];
        for (mark, below, above) in marks {
            assert_eq!([mark - 1e-6, mark + 1e-6].map(agreement), [below, above], "{mark}");
            // What is met is met whatever was rounded on the way.
            let met = if mark < 0.0 { above } else { below };
            assert_eq!([mark - 1e-15, mark, mark + 1e-15].map(agreement), [met; 3], "{mark}");
        }
        assert_eq!([-1.0, 0.0, 1.0].map(agreement), ["opposed", "none", "very strong"]);
    }

    #[test]
    fn agreement_is_of_the_order_and_of_first_place() {
        let place = |option, alone, level| FirstPlace { option, alone, level };
        let split = [place(0, 7, 0), place(1, 5, 0)];
        assert_eq!(
            agreement_by(0.84, &split, 12),
            "Agreement 0.84: very strong on the order, split on first place"
        );
        assert_eq!(
            agreement_by(-0.004, &[place(0, 2, 0)], 2),
            "Agreement 0.00: none on the order, united on first place"
        );
        assert_eq!(
            agreement_by(-0.6, &[place(0, 1, 1), place(1, 0, 1)], 2),
            "Agreement −0.60: opposed on the order, united on first place, ties included"
        );
    }

    #[test]
    fn teams_left_out_are_told_by_why() {
        assert_eq!(not_shown(&["A", "B"], &["C"]), "Not weighed yet: A and B. Sealed: C.");
        assert_eq!(not_shown(&[], &["C"]), "Sealed: C.");
    }
}
