//! What a ranking says, in a sentence that is true in every case: of ties, of one option, of scores
//! that are missing, of options that are ruled out.

use std::borrow::Cow;

use super::counts::{few, in_words};
use super::{isolated, total};
use crate::analysis::{Lead, NotScored, Ranking, is_tied};
use crate::model::{Alternative, Scenario};

/// Who leads and by how much; who ties; what could still change it; or why nothing is ranked.
pub fn headline(scenario: &Scenario, ranking: &Ranking) -> String {
    let winners: Vec<_> = ranking.winners().map(|winner| name(scenario, winner.option)).collect();
    let (Some(best), false) = (ranking.best_total(), winners.is_empty()) else {
        return unranked(scenario, ranking);
    };
    let them = if winners.len() == 1 { "it" } else { "them" };
    let open = could_be_first(scenario, ranking, them);
    let alone = scenario.options.len() - ranking.ruled_out.len() == 1;
    match (winners.as_slice(), ranking.ranked.len()) {
        ([only], 1) if scenario.options.len() == 1 => format!("{only} is the only option"),
        ([only], 1) if alone => format!("{only} is the only option that is not ruled out"),
        ([only], 1) => format!("{only} is the only option fully scored; {open}"),
        _ if ranking.not_scored.is_empty() => led(scenario, ranking, best, &winners),
        _ => {
            let led = led(scenario, ranking, best, &winners);
            format!("Of the options fully scored, {led}; {open}")
        }
    }
}

/// Who is first of the options with totals, two of them or more.
fn led(scenario: &Scenario, ranking: &Ranking, best: f64, winners: &[Cow<str>]) -> String {
    match winners {
        [winner] => {
            let others = ranking.ranked.iter().skip(1).map(|ranked| ranked.total);
            let lead = best - others.fold(f64::NEG_INFINITY, f64::max);
            format!("{winner} leads by {}", at_all(lead))
        }
        [_, _] if scenario.options.len() == 2 => "Both options are level".to_owned(),
        all if all.len() == scenario.options.len() => {
            format!("All {} options are level", in_words(all.len()))
        }
        tied => format!("{} tie for first place", few(tied)),
    }
}

/// Which of the options that aren't fully scored could be first, in clauses that follow a sentence
/// about `them` that are; that none could, where that is so.
pub(super) fn could_be_first(scenario: &Scenario, ranking: &Ranking, them: &str) -> String {
    let names = |lead: Lead| -> Vec<Cow<str>> {
        let found = ranking.not_scored.iter().filter(|open| open.lead == lead);
        found.map(|open| name(scenario, open.option)).collect()
    };
    let (ahead, possible) = (names(Lead::Certain), names(Lead::Possible));
    let are = if ahead.len() == 1 { "is" } else { "are" };
    let ahead_of = || format!("{} {are} ahead of {them} whatever is missing", few(&ahead));
    match (ahead.as_slice(), possible.as_slice()) {
        ([], []) => "the others can’t be first".to_owned(),
        ([], possible) => format!("{} could still be first, once scored", few(possible)),
        (_, []) => ahead_of(),
        (_, possible) => {
            format!("{}; {} could still pass {them}, once scored", ahead_of(), few(possible))
        }
    }
}

fn name(scenario: &Scenario, option: usize) -> Cow<'_, str> {
    isolated(scenario.options.get(option).map_or("", |option| &option.name))
}

/// Why nothing is ranked, as a heading.
pub fn unranked(scenario: &Scenario, ranking: &Ranking) -> String {
    let (out, open) = (&ranking.ruled_out, &ranking.not_scored);
    let is_bare = open.iter().all(is_bare);
    match (scenario.options.as_slice(), scenario.criteria.len()) {
        ([], 0) => "There are no options and no criteria yet".to_owned(),
        ([], _) => "There are no options yet".to_owned(),
        (_, 0) => "There are no criteria yet".to_owned(),
        ([only], _) if open.is_empty() => {
            format!("{} is ruled out by a must-have", isolated(&only.name))
        }
        (all, _) if open.is_empty() => {
            let count = in_words(all.len());
            let all = if count == "two" { "Both".to_owned() } else { format!("All {count}") };
            format!("{all} options are ruled out by must-haves")
        }
        _ if out.is_empty() && is_bare => "Nothing is scored yet".to_owned(),
        _ if out.is_empty() => "No option is fully scored yet".to_owned(),
        _ if is_bare => "The options that are not ruled out are not scored yet".to_owned(),
        _ => "The options that are not ruled out are not fully scored yet".to_owned(),
    }
}

/// Whether an option has no score at all.
pub fn is_bare(open: &NotScored) -> bool {
    open.missing.len() == open.contributions.len()
}

/// A difference that is more than nothing.
fn at_all(lead: f64) -> String {
    let shown = total(lead);
    if shown == "0.00" { "less than 0.01".to_owned() } else { shown }
}

/// Why one option has a higher total than another.
pub fn why(
    winner: &Alternative,
    winner_total: f64,
    rival: &Alternative,
    rival_total: f64,
) -> String {
    let (winner, rival) = (isolated(winner.label()), isolated(rival.label()));
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
