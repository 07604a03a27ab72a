//! What a ranking says, in a sentence that is true in every case.

use super::{list, total};
use crate::analysis::{Ranking, is_tied};
use crate::model::{Alternative, Scenario};

/// Who leads and by how much; who ties; what could still change it; or that nothing is ranked.
pub fn headline(scenario: &Scenario, ranking: &Ranking) -> String {
    let name = |option: usize| scenario.options.get(option).map_or("", |option| option.name.as_str());
    let winners: Vec<&str> = ranking.winners().map(|winner| name(winner.option)).collect();
    let open: Vec<&str> = ranking.may_lead().map(|open| name(open.option)).collect();
    let led = match (winners.as_slice(), ranking.ranked.as_slice()) {
        ([], _) => return "No option can be ranked yet".to_owned(),
        ([only], [_]) => format!("{only} is the only option that is ranked"),
        ([winner], ranked) => {
            let best = ranked.first().map_or(0.0, |ranked| ranked.total);
            let next = ranked.iter().skip(1).map(|ranked| ranked.total).fold(0.0, f64::max);
            format!("{winner} leads by {}", total(best - next))
        }
        (tied, _) => format!("{} tie for first place", list(tied)),
    };
    match open.len() {
        0 => led,
        _ => format!("{led}; {} could still lead, once scored", list(&open)),
    }
}

/// Why one option has a higher total than another.
pub fn why(winner: &Alternative, winner_total: f64, rival: &Alternative, rival_total: f64) -> String {
    let (winner, rival) = (winner.label(), rival.label());
    if is_tied(winner_total, rival_total) { format!("Why {winner} and {rival} tie") } else { format!("Why {winner} beats {rival}") }
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
