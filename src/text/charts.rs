//! What charts and their parts say, each sentence whole by itself.

use super::{list, ordinal, total};

pub const MEAN: &str = "mean";

/// From where to where a total could still lie: `5.10–6.20`.
pub fn total_between(low: f64, high: f64) -> String {
    format!("{}–{}", total(low), total(high))
}

/// An option in a ranking: its rank, its total, and what adds up to it.
pub fn ranked(option: &str, rank: Option<usize>, total: &str, parts: &[(&str, String)]) -> String {
    let parts: Vec<String> = parts.iter().map(|(name, part)| format!("{name} {part}")).collect();
    format!("{option}: {}, {total}. {}", rank_or_not_scored(rank), list(&parts))
}

/// The same of an option that is compared with another below the ranking.
pub fn compared(told: &str) -> String {
    format!("{told}. Compared below")
}

/// `2nd`, or that there is no rank.
pub fn rank_or_not_scored(rank: Option<usize>) -> String {
    rank.map_or_else(|| super::matrix::NOT_SCORED.to_owned(), ordinal)
}

/// What is missing: `Cost and Time: not scored`.
pub fn missing(criteria: &[&str]) -> String {
    format!("{}: {}", list(criteria), super::matrix::NOT_SCORED)
}

/// Why an option has no total: `ruled out: Cost`.
pub fn ruled_out(criteria: &[&str]) -> String {
    format!("{}: {}", super::matrix::RULED_OUT, list(criteria))
}

/// Something and its number: `Cost: +1.20`.
pub fn valued(name: &str, number: &str) -> String {
    format!("{name}: {number}")
}

/// An option with its letter before it.
pub fn lettered(letter: &str, option: &str) -> String {
    format!("{letter}  {option}")
}

/// A per cent on an axis.
pub fn percent(number: &str) -> String {
    format!("{number} %")
}

/// An option of the live ranking, and how far it moved.
pub fn live(option: &str, total: &str, moved: &str) -> String {
    format!("{option}: {total} {moved}").trim_end().to_owned()
}

/// A team's ranking: `Baghdad: 1st Stay, 2nd Go`.
pub fn team_ranking(team: &str, ranked: &[(usize, &str)]) -> String {
    let places: Vec<String> =
        ranked.iter().map(|(rank, name)| format!("{} {name}", ordinal(*rank))).collect();
    format!("{team}: {}", list(&places))
}

/// From which to which rank an option comes, and where a team that is followed puts it.
pub fn rank_span(
    option: &str,
    (best, worst): (usize, usize),
    followed: Option<(&str, usize)>,
) -> String {
    let span = if best == worst {
        format!("{} for all", ordinal(best))
    } else {
        format!("from {} to {}", ordinal(best), ordinal(worst))
    };
    let own =
        followed.map_or_else(String::new, |(team, rank)| format!("; {} for {team}", ordinal(rank)));
    format!("{option}: {span}{own}")
}

/// What every team gives a criterion, and the mean, in whole per cents.
pub fn shares(criterion: &str, given: &[(&str, u32)], mean: Option<u32>) -> String {
    let given: Vec<String> =
        given.iter().map(|(team, percent)| format!("{team} {percent} %")).collect();
    let mean = mean.map_or_else(String::new, |mean| format!("; {MEAN} {mean} %"));
    format!("{criterion}: {}{mean}", list(&given))
}

/// A value function by its points: `0 → 0, 10 → 1`.
pub fn curve(name: &str, points: &[(String, String)]) -> String {
    let told: Vec<String> =
        points.iter().map(|(score, value)| format!("{score} → {value}")).collect();
    format!("{name}: {}", told.join(", "))
}

/// How many more there are than are shown.
pub fn more(count: usize) -> String {
    format!("+{count}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_whole_and_end_where_nothing_follows() {
        assert_eq!(live("Stay", "5.93", ""), "Stay: 5.93");
        assert_eq!(live("Stay", "5.93", "up 1"), "Stay: 5.93 up 1");
        assert_eq!(rank_span("Stay", (2, 2), None), "Stay: 2nd for all");
        assert_eq!(
            rank_span("Stay", (1, 4), Some(("Erbil", 3))),
            "Stay: from 1st to 4th; 3rd for Erbil"
        );
        assert_eq!(
            shares("Cost", &[("A", 10), ("B", 50)], Some(30)),
            "Cost: A 10 % and B 50 %; mean 30 %"
        );
        assert_eq!(shares("Cost", &[("A", 10)], None), "Cost: A 10 %");
        assert_eq!(total_between(0.5, 0.7), "5.00–7.00");
    }
}
