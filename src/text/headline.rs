//! What a ranking says, in a sentence that is true in every case.

use super::{list, total};
use crate::analysis::{Lead, Ranking, is_tied};
use crate::model::{Alternative, Scenario};

/// Who leads and by how much; who ties; what could still change it; or that nothing is ranked.
pub fn headline(scenario: &Scenario, ranking: &Ranking) -> String {
    let name =
        |option: usize| scenario.options.get(option).map_or("", |option| option.name.as_str());
    let winners: Vec<&str> = ranking.winners().map(|winner| name(winner.option)).collect();
    let best = ranking.best_total().unwrap_or(0.0);
    let leading = |lead: Lead| -> Vec<&str> {
        let found = ranking.not_scored.iter().filter(|open| open.lead == lead);
        found.map(|open| name(open.option)).collect()
    };
    let (ahead, open) = (leading(Lead::Certain), leading(Lead::Possible));
    let led = match (winners.as_slice(), ranking.ranked.as_slice()) {
        ([], _) => return "No option can be ranked yet".to_owned(),
        ([only], [_]) if ahead.is_empty() => format!("{only} is the only option that is ranked"),
        ([only], [_]) => format!("{only} is the only option with a total"),
        ([winner], ranked) => {
            let next = ranked.iter().skip(1).map(|ranked| ranked.total).fold(0.0, f64::max);
            format!("{winner} leads by {}", total(best - next))
        }
        (tied, _) => format!("{} tie for first place", list(tied)),
    };
    let led = if ahead.is_empty() {
        led
    } else {
        format!("Of the options fully scored {led}; {} ahead whatever is missing", are(&ahead))
    };
    if open.is_empty() {
        led
    } else {
        format!("{led}; {} could still lead, once scored", list(&open))
    }
}

/// `A is`, `A and B are`.
fn are(names: &[&str]) -> String {
    format!("{} {}", list(names), if names.len() == 1 { "is" } else { "are" })
}

/// Why one option has a higher total than another.
pub fn why(
    winner: &Alternative,
    winner_total: f64,
    rival: &Alternative,
    rival_total: f64,
) -> String {
    let (winner, rival) = (winner.label(), rival.label());
    if is_tied(winner_total, rival_total) {
        format!("Why {winner} and {rival} tie")
    } else {
        format!("Why {winner} beats {rival}")
    }
}

/// A difference of totals out of 10, with its sign.
pub fn signed(difference: f64) -> String {
    let shown = total(difference.abs());
    match () {
        () if shown == "0.00" => "0.00".to_owned(),
        () if difference > 0.0 => format!("+{shown}"),
        () => format!("−{shown}"),
    }
}
