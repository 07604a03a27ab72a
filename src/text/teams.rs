//! What the teams make of a decision, in sentences that are true in every case.

use super::list;
use crate::analysis::TIE;
use crate::model::Scenario;

/// Which criterion the teams weigh most differently.
pub fn widest_spread(widest: Option<(&str, f64)>) -> String {
    match widest {
        None => "There are no criteria to weigh".to_owned(),
        Some((_, spread)) if spread < 0.005 => "All teams weigh alike".to_owned(),
        Some((name, spread)) => {
            format!("The teams differ most on {name}, by {} points", (spread * 100.0).round())
        }
    }
}

/// Who puts what first, over the options fully scored: `firsts` holds for each team the options
/// that are first for it. `is_open` where a missing score could still change some team's.
pub fn first_places(
    scenario: &Scenario,
    winners: &[usize],
    firsts: &[Vec<usize>],
    is_open: bool,
) -> String {
    let said = places(scenario, winners, firsts);
    if is_open && !winners.is_empty() {
        format!("{said}; missing scores could change that")
    } else {
        said
    }
}

fn places(scenario: &Scenario, winners: &[usize], firsts: &[Vec<usize>]) -> String {
    let name = |option: usize| scenario.options.get(option).map_or("", |option| option.label());
    let ranking = firsts.iter().filter(|firsts| !firsts.is_empty()).count();
    let mut counted: Vec<(usize, usize)> = winners
        .iter()
        .map(|winner| (firsts.iter().filter(|firsts| firsts.contains(winner)).count(), *winner))
        .collect();
    counted.sort_by_key(|(count, winner)| (std::cmp::Reverse(*count), *winner));
    match (counted.as_slice(), ranking) {
        ([], _) => "No team can rank the options yet".to_owned(),
        (tied, 1) if tied.len() > 1 => {
            let names: Vec<&str> = tied.iter().map(|(_, winner)| name(*winner)).collect();
            format!("{} tie for first place", list(&names))
        }
        ([(_, only)], 1) => format!("{} is first for the only team", name(*only)),
        ([(2, only)], 2) => format!("Both teams put {} first", name(*only)),
        ([(count, only)], ranking) if *count == ranking => {
            format!("All {} teams put {} first", number(ranking), name(*only))
        }
        // Where options tie for first, no team chooses one.
        (counted, _) if firsts.iter().any(|firsts| firsts.len() > 1) => {
            let teams = |count: usize| {
                if count == 1 { "one team".to_owned() } else { format!("{} teams", number(count)) }
            };
            let parts: Vec<String> = counted
                .iter()
                .map(|(count, winner)| format!("{} for {}", name(*winner), teams(*count)))
                .collect();
            format!("First, ties included: {}", list(&parts))
        }
        (counted, _) => {
            let parts: Vec<String> = counted
                .iter()
                .enumerate()
                .map(|(place, (count, winner))| choose(place, *count, name(*winner)))
                .collect();
            list(&parts)
        }
    }
}

fn choose(place: usize, count: usize, option: &str) -> String {
    let verb = if place > 0 {
        String::new()
    } else if count == 1 {
        " team chooses".to_owned()
    } else {
        " teams choose".to_owned()
    };
    let number = if place == 0 { capital(&number(count)) } else { number(count) };
    format!("{number}{verb} {option}")
}

/// A small number as a word.
fn number(count: usize) -> String {
    let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How strong an agreement on the order is by the mean of ρ, −1 to 1 (METHODS.md, agreement). A mark
/// that is met counts with the weaker word.
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

pub const NONE_WEIGHED: &str = "No team has weighed yet";
pub const NO_TEAMS_YET: &str = "No teams yet";
pub const OWN_EVERYTHING: &str = "Each team with its own weights and its own scores.";
pub const WEIGHTS_SIDE_BY_SIDE: &str = "Weights side by side";
pub const WIDEST_FIRST: &str = "Widest spread first.";
pub const RANKS: &str = "Ranks";
pub const DASHED_OPEN: &str = "Dashed: depends on a missing score.";
pub const MEAN_RHO: &str = "mean rank correlation ρ of two teams, −1 to 1";
pub const NO_AGREEMENT: &str = "Agreement needs two teams that have weighed, and two options that all of them rank, not all \
     level.";

/// How far the teams agree on the order.
pub fn agreement_by(mean_rho: f64) -> String {
    let sign = if mean_rho <= -0.005 { "−" } else { "" };
    format!("Agreement {sign}{:.2}, {}", mean_rho.abs(), agreement(mean_rho))
}

/// Teams that aren't in the charts.
pub fn not_shown(teams: &str) -> String {
    format!("Not shown, because they have not weighed or are sealed: {teams}.")
}

/// Follows a team through the charts.
pub fn follow(team: &str) -> String {
    format!("Follow {team}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alternative, Letter, OptionId};

    fn scenario() -> Scenario {
        let mut scenario = Scenario::new("s");
        for (index, name) in ["Stay", "Go", "Wait"].into_iter().enumerate() {
            let (short, note) = (String::new(), String::new());
            let id = OptionId::new(&name.to_lowercase()).unwrap();
            scenario.options.push(Alternative {
                id,
                name: name.to_owned(),
                short,
                note,
                letter: Letter::nth(index),
            });
        }
        scenario
    }

    #[test]
    fn every_split_of_first_places_is_told_truly() {
        let said = |firsts: &[Vec<usize>]| {
            let winners: Vec<usize> = (0..3)
                .filter(|option| firsts.iter().any(|firsts| firsts.contains(option)))
                .collect();
            first_places(&scenario(), &winners, firsts, false)
        };
        assert_eq!(said(&[]), "No team can rank the options yet");
        assert_eq!(said(&[vec![]]), "No team can rank the options yet");
        assert_eq!(said(&[vec![1]]), "Go is first for the only team");
        assert_eq!(said(&[vec![0, 1]]), "Stay and Go tie for first place");
        assert_eq!(said(&[vec![1], vec![1]]), "Both teams put Go first");
        assert_eq!(said(&[vec![1], vec![1], vec![1]]), "All three teams put Go first");
        assert_eq!(
            said(&[vec![0, 1], vec![1]]),
            "First, ties included: Go for two teams and Stay for one team"
        );
        assert_eq!(said(&[vec![1], vec![0], vec![1]]), "Two teams choose Go and one Stay");
        assert_eq!(said(&[vec![1], vec![0]]), "One team chooses Stay and one Go");
        assert_eq!(
            said(&[vec![0], vec![1], vec![2], vec![2], vec![]]),
            "Two teams choose Wait, one Stay and one Go"
        );
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
    fn agreement_is_never_minus_nothing() {
        let told = [-0.6, -0.004, 0.0, 0.504].map(agreement_by);
        let expected = ["−0.60, opposed", "0.00, none", "0.00, none", "0.50, strong"];
        assert_eq!(told, expected.map(|rest| format!("Agreement {rest}")));
    }
}
