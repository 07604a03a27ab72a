//! What charts and their parts say, each sentence whole by itself.

use std::borrow::Cow;

use super::matrix::NOT_SCORED;
use super::{isolated, list, ordinal, total};
use crate::analysis::NotScored;

pub const MEAN: &str = "mean";

/// From where to where the total of an option with missing scores could still lie: `5.10–6.20`; one
/// number where they are the same to the hundredth; words where it has no score at all, of which no
/// number says anything.
pub fn total_between(open: &NotScored) -> String {
    let (low, high) = (total(open.low), total(open.high));
    match () {
        () if super::is_bare(open) => NOT_SCORED.to_owned(),
        () if low == high => low,
        () => format!("{low}–{high}"),
    }
}

/// An option without any score, in a ranking.
pub fn without_scores(option: &str) -> String {
    format!("{}: {NOT_SCORED}", isolated(option))
}

/// An option in a ranking: its rank, its total, and what adds up to it.
pub fn ranked(option: &str, rank: Option<usize>, total: &str, parts: &[(&str, String)]) -> String {
    let option = isolated(option);
    let parts: Vec<String> =
        parts.iter().map(|(name, part)| format!("{} {part}", isolated(name))).collect();
    format!("{option}: {}, {total}. {}", rank_or_not_scored(rank), list(&parts))
}

/// The same of an option that is compared with another below the ranking.
pub fn compared(told: &str) -> String {
    format!("{told}. Compared below")
}

/// `2nd`, or that there is no rank.
pub fn rank_or_not_scored(rank: Option<usize>) -> String {
    rank.map_or_else(|| NOT_SCORED.to_owned(), ordinal)
}

/// What is missing: `Cost and Time: not scored`.
pub fn missing(criteria: &[&str]) -> String {
    format!("{}: {NOT_SCORED}", list(&all_isolated(criteria)))
}

/// Why an option has no total: `ruled out: Cost`.
pub fn ruled_out(criteria: &[&str]) -> String {
    format!("{}: {}", super::matrix::RULED_OUT, list(&all_isolated(criteria)))
}

fn all_isolated<'a>(names: &[&'a str]) -> Vec<Cow<'a, str>> {
    names.iter().map(|name| isolated(name)).collect()
}

/// Something and its number: `Cost: +1.20`.
pub fn valued(name: &str, number: &str) -> String {
    format!("{}: {number}", isolated(name))
}

/// An option with its letter before it.
pub fn lettered(letter: &str, option: &str) -> String {
    format!("{letter}  {}", isolated(option))
}

/// A word before what it is of: `from 2 %`.
pub fn joined(word: &str, what: &str) -> String {
    format!("{word} {what}")
}

/// A per cent on an axis.
pub fn percent(number: &str) -> String {
    format!("{number} %")
}

/// An option of the live ranking, and how far it moved.
pub fn live(option: &str, total: &str, moved: &str) -> String {
    format!("{}: {total} {moved}", isolated(option)).trim_end().to_owned()
}

/// A team's ranking, best first, those level by their common rank: `Baghdad: 1st Stay and Go, 3rd
/// Wait`.
pub fn team_ranking(team: &str, ranked: &[(usize, &str)]) -> String {
    let team = isolated(team);
    if ranked.is_empty() {
        return format!("{team}: no option ranked");
    }
    let places: Vec<String> = ranked
        .chunk_by(|(a, _), (b, _)| a == b)
        .map(|level| {
            let names: Vec<_> = level.iter().map(|(_, name)| isolated(name)).collect();
            let rank = level.first().map_or(0, |(rank, _)| *rank);
            format!("{} {}", ordinal(rank), list(&names))
        })
        .collect();
    format!("{team}: {}", places.join(", "))
}

/// How many of the teams that are shown rank an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankedBy {
    All,
    /// Some rank it and some don't.
    Some,
}

/// From which to which rank an option comes, and where a team that is followed puts it.
pub fn rank_span(
    option: &str,
    (best, worst): (usize, usize),
    by: RankedBy,
    followed: Option<(&str, usize)>,
) -> String {
    let span = match (by, best == worst) {
        (RankedBy::All, true) => format!("{} for all", ordinal(best)),
        (RankedBy::Some, true) => format!("{} for all that rank it", ordinal(best)),
        (RankedBy::All, false) => format!("from {} to {}", ordinal(best), ordinal(worst)),
        (RankedBy::Some, false) => {
            format!("from {} to {}, not ranked by all", ordinal(best), ordinal(worst))
        }
    };
    let own = |(team, rank)| format!("; {} for {}", ordinal(rank), isolated(team));
    format!("{}: {span}{}", isolated(option), followed.map_or_else(String::new, own))
}

/// What every team gives a criterion, and the mean, in whole per cents.
pub fn shares(criterion: &str, given: &[(&str, u32)], mean: Option<u32>) -> String {
    let given: Vec<String> =
        given.iter().map(|(team, percent)| format!("{} {percent} %", isolated(team))).collect();
    let mean = mean.map_or_else(String::new, |mean| format!("; {MEAN} {mean} %"));
    format!("{}: {}{mean}", isolated(criterion), list(&given))
}

/// A value function by its points: `0 → 0, 10 → 1`.
pub fn curve(name: &str, points: &[(String, String)]) -> String {
    let told: Vec<String> =
        points.iter().map(|(score, value)| format!("{score} → {value}")).collect();
    format!("{}: {}", isolated(name), told.join(", "))
}

/// How many more there are than are shown.
pub fn more(count: usize) -> String {
    format!("+{count}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Lead;

    #[test]
    fn sentences_are_whole_and_end_where_nothing_follows() {
        assert_eq!(live("Stay", "5.93", ""), "Stay: 5.93");
        assert_eq!(live("Stay", "5.93", "up 1"), "Stay: 5.93 up 1");
        assert_eq!(rank_span("Stay", (2, 2), RankedBy::All, None), "Stay: 2nd for all");
        assert_eq!(
            rank_span("Stay", (1, 4), RankedBy::All, Some(("Erbil", 3))),
            "Stay: from 1st to 4th; 3rd for Erbil"
        );
        assert_eq!(
            shares("Cost", &[("A", 10), ("B", 50)], Some(30)),
            "Cost: A 10 % and B 50 %; mean 30 %"
        );
        assert_eq!(shares("Cost", &[("A", 10)], None), "Cost: A 10 %");
    }

    #[test]
    fn what_not_all_rank_is_never_said_of_all() {
        let told = |places| rank_span("Stay", places, RankedBy::Some, None);
        assert_eq!(told((2, 2)), "Stay: 2nd for all that rank it");
        assert_eq!(told((1, 4)), "Stay: from 1st to 4th, not ranked by all");
    }

    #[test]
    fn a_team_ranking_tells_what_is_level() {
        let ranked = [(1, "Stay"), (1, "Go"), (3, "Wait")];
        assert_eq!(team_ranking("Erbil", &ranked), "Erbil: 1st Stay and Go, 3rd Wait");
        assert_eq!(team_ranking("Erbil", &[]), "Erbil: no option ranked");
    }

    #[test]
    fn an_option_without_a_score_has_no_number() {
        let open = |missing: Vec<usize>, low, high| NotScored {
            option: 0,
            missing,
            low,
            high,
            rank: None,
            lead: Lead::Possible,
            contributions: vec![0.0; 2],
        };
        assert_eq!(total_between(&open(vec![1], 0.5, 0.7)), "5.00–7.00");
        assert_eq!(total_between(&open(vec![1], 0.5, 0.5)), "5.00");
        assert_eq!(total_between(&open(vec![0, 1], 0.333, 1.0)), "not scored");
        assert_eq!(without_scores("Stay"), "Stay: not scored");
    }
}
