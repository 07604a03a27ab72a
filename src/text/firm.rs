//! What the page "How firm" says: of the shares at which the winner changes, of places in many
//! weightings, and of one share that is tried.

use std::borrow::Cow;

use super::bound::Bound;
use super::counts::few;
pub use super::limits::{holds_until, nearest_first, stays_down_to, stays_up_to, to_a_change};
use super::percent::whole_percents;
use super::{could_be_first_of, isolated, list, ordinal, unranked};
use crate::analysis::{Flip, Ranking, Span};
use crate::evaluation::{Drawn, NEAR_POINTS, PLACES};
use crate::model::{Alternative, Assumption, Criterion, Scenario};

pub const BY_WEIGHT: &str = "By weight";
pub const BY_SCORE: &str = "By score";
pub const BY_ASSUMPTION: &str = "By assumption";
pub const TRIANGLE: &str = "Triangle";
pub const VIEWS: &str = "What is moved";
pub const WHO_WINS: &str = "Who is first at each weight";
pub const WHO_WINS_NOTE: &str = "the other weights keep their proportions";
pub const WHAT_WOULD_CHANGE: &str = "What would change the winner";
pub const FIRST_IS_SHARED: &str = "First place is shared: any weight can decide it.";
pub const PLACES_IN_20: &str = "Places in 20 weightings";
pub const ANY_WEIGHTS: &str = "Any weights";
pub const NEAR_OURS: &str = "Near ours";
pub const THIS_ORDER: &str = "This order";
pub const MIXES: &str = "Mixes of teams";
pub const WIDEN: &str = "Widen weakly graded evidence";
pub const CANNOT_WIN: &str = "Cannot win as scored";
pub const COULD_CHANGE: &str = "Could change it, one score at a time";
pub const NEAREST_FIRST: &str = "nearest first";
pub const POWER: &str = "Power against evidence";
pub const POWER_NOTE: &str = "each mark: one score, and the change that turns the result";
pub const POINTS_OF_TEN: &str = "points of ten that this score would have to change";
pub const ASK_HERE_FIRST: &str = "ask here first";
pub const TRIANGLE_HEADING: &str = "Who is first at each weight of the three";
pub const TRIANGLE_NOTE: &str = "at a corner one of them has all the weight";
pub const TRIANGLE_KEY: &str =
    "The dot is the weighting that is shown, the marks are the teams; a click shows a team’s.";
pub const TURNS_IT: &str = "turns it";
pub const STATED_RANGE: &str = "stated range";
pub const SCORE: &str = "score";
pub const THEN: &str = "then";
pub const EXACT: &str = "exact";
pub const COUNTED: &str =
    "Counted, not drawn: the share of all weightings where each is first, scores as they stand.";
pub const DRAWN: &str =
    "Drawn: 100,000 weightings, scores within their ranges; there are too many pieces to count.";
pub const NOT_GRADED: &str = "not graded";
pub const ESCAPE_RESTORES: &str = "Esc puts it back";
pub const ALONE: &str = "Turned alone";
pub const IN_PAIRS: &str = "Turned in pairs, those that change the winner";
pub const NO_PAIR: &str = "No pair changes the winner.";
pub const NOTHING_TURNS: &str = "The scores take nothing for granted that is named.";
pub const TWO_NEEDED: &str = "Two options fully scored are needed for something to change.";

/// What is left of a list that is cut, and shown when it is pressed.
pub fn more_outside(count: usize) -> String {
    format!("{count} more outside their ranges")
}

/// How firm the result is against weights, as a heading.
pub fn heading(scenario: &Scenario, ranking: &Ranking, flip: Option<&Flip>) -> String {
    let winners: Vec<Cow<str>> =
        ranking.winners().map(|winner| named(scenario, winner.option)).collect();
    let said = holding(scenario, ranking, &winners, flip);
    // No sentence names a winner as if what isn't scored weren't there.
    if winners.is_empty() || ranking.may_lead().next().is_none() {
        said
    } else {
        format!("Of the options fully scored, {said}")
    }
}

fn holding(
    scenario: &Scenario,
    ranking: &Ranking,
    winners: &[Cow<str>],
    flip: Option<&Flip>,
) -> String {
    match (winners, flip) {
        ([], _) => unranked(scenario, ranking),
        ([only], None) if ranking.ranked.len() == 1 => {
            format!("{only} has no rival that is fully scored")
        }
        ([only], None) => format!("{only} is first under any weights"),
        ([only], Some(flip)) => {
            format!("{only} {}", holds(flip.points))
        }
        (tied, _) => format!("{} share first place", few(tied)),
    }
}

/// How far a result holds: rounded down, as fewer points than are said change nothing.
fn holds(points: f64) -> String {
    // A whole point is little of many, and much of few.
    let decimals = usize::from(points < 10.0);
    match Bound::AtMost(points).rounded(decimals) {
        points if points <= 0.0 => "holds by less than 0.1 points of weight".to_owned(),
        1.0 => "holds unless 1 point of weight moves".to_owned(),
        points => format!("holds unless {} points of weight move", super::plain(points)),
    }
}

/// The heading while another share is tried.
pub fn trying(criterion: &str, percent: u32, headline: &str) -> String {
    format!("With {} at {percent} %: {headline}", isolated(criterion))
}

/// How often the winners come first, below the heading; none where no draw is known yet.
pub fn first_in(firsts: &[(&str, u64)], drawn: Drawn, shares: &str) -> Option<String> {
    let said: Vec<String> =
        firsts.iter().map(|(option, count)| format!("{} in {count}", isolated(option))).collect();
    (!said.is_empty()).then(|| {
        format!("First in {PLACES} weightings {}: {}.", drawn_from(drawn, shares), list(&said))
    })
}

/// From which weightings is drawn, behind their number.
pub fn drawn_from(drawn: Drawn, shares: &str) -> String {
    match drawn {
        Drawn::Any => "drawn evenly from all that are possible".to_owned(),
        Drawn::Near => {
            format!("drawn within {} points of “{shares}”", super::plain(NEAR_POINTS))
        }
        Drawn::Order => format!("drawn in the order of “{shares}”"),
        Drawn::Teams => "drawn between those of the teams".to_owned(),
    }
}

/// That missing scores could change what is said; none where they can't.
pub fn open(scenario: &Scenario, ranking: &Ranking) -> Option<String> {
    could_be_first_of(scenario, ranking)
}

/// The shares in whole per cents that add up to 100.
pub fn in_percents(shares: &[f64]) -> Vec<u32> {
    whole_percents(shares)
}

/// A strip in a sentence: `ISIS risk, now 27 %: Economic turn is first up to 41 %, then Reduced
/// presence`.
pub fn strip(scenario: &Scenario, criterion: &Criterion, percent: u32, spans: &[Span]) -> String {
    let name = isolated(criterion.label());
    let first = |span: &Span| named(scenario, span.option);
    match spans {
        [] => format!("{name}, now {percent} %: nothing is left to weigh beside it"),
        [only] => format!("{name}, now {percent} %: {} is first whatever it weighs", first(only)),
        [start, rest @ ..] => {
            let then: Vec<String> = rest
                .iter()
                .map(|span| format!("{} from {}", first(span), share(span.from)))
                .collect();
            format!("{name}, now {percent} %: {} is first from 0 %, {}", first(start), list(&then))
        }
    }
}

/// A share in per cents with as many decimals as tell it from its neighbours.
pub fn share(share: f64) -> String {
    format!("{} %", super::plain((share * 1000.0).round() / 10.0))
}

/// The label over the first mark.
pub fn now(percent: u32) -> String {
    format!("now {percent} %")
}

/// The label over the others.
pub fn now_later(percent: u32) -> String {
    format!("{percent} %")
}

/// A slider that tries another share.
pub fn try_share(criterion: &str) -> String {
    format!("Try another weight of {}", isolated(criterion))
}

/// An option's places in words.
pub fn places(option: &str, counts: &[u64]) -> String {
    let said: Vec<String> = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(rank, count)| format!("{} in {count}", ordinal(rank + 1)))
        .collect();
    format!("{}, of {PLACES} weightings: {}", isolated(option), list(&said))
}

/// What widening is: how many scores it moves.
pub fn widened(count: usize) -> String {
    match count {
        0 => "No score can be further off than was stated.".to_owned(),
        1 => "1 score may be further off than was stated, by its grade.".to_owned(),
        count => format!("{count} scores may be further off than was stated, by their grades."),
    }
}

/// What widening does to the winner: `Economic turn: first in 12, now 11 of 20`.
pub fn widening_does(option: &str, before: u64, after: u64, is_on: Widening) -> String {
    let name = isolated(option);
    match is_on {
        Widening::On if before == after => {
            format!("{name}: first in {after} of {PLACES}, as before")
        }
        Widening::On => format!("{name}: first in {before}, now {after} of {PLACES}"),
        Widening::Off => format!("{name}: first in {before} of {PLACES}"),
    }
}

/// Whether ranges are widened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widening {
    On,
    Off,
}

/// A letter with how often its option is first.
pub fn lettered_count(letter: &str, count: u64) -> String {
    format!("{letter} {count}")
}

/// From a score to what is needed.
pub fn from_to(from: f64, needed: &str) -> String {
    format!("{} → {needed}", super::plain(from))
}

/// What the marks of scores are, and how many have none.
pub fn marks_mean(harmless: &str) -> String {
    let marks = "Full: inside the score’s own stated range; hollow: only outside it. Letter: the \
                 option.";
    if harmless.is_empty() { marks.to_owned() } else { format!("{marks} {harmless}") }
}

/// The same of what was drawn, in weightings of twenty.
pub fn drawn_heading(option: &str, of_twenty: &str) -> String {
    format!("{} is first in {of_twenty} weightings", isolated(option))
}

/// A part of the draws in weightings of twenty.
pub fn of_twenty(part: f64) -> String {
    match (part * PLACES as f64).round() as u64 {
        0 if part > 0.0 => format!("fewer than 1 of {PLACES}"),
        count => format!("{count} of {PLACES}"),
    }
}

/// On which part of a triangle an option is first.
pub fn first_on(option: &str, percent: &str) -> String {
    format!("{} is first on {percent} of the triangle", isolated(option))
}

/// Where a team stands on a triangle.
pub fn stands(team: &str, names: &[&str; 3], place: [f64; 3]) -> String {
    let parts: Vec<String> = names
        .iter()
        .zip(in_percents(&place))
        .map(|(name, percent)| format!("{} {percent} %", isolated(name)))
        .collect();
    format!("{}: {}", isolated(team), list(&parts))
}

/// In which part of the draws an option is first.
pub fn first_under(option: &str, part: f64) -> String {
    format!("{}: first under {}", isolated(option), share(part))
}

/// Whose weights are looked at, and that scores move one by one.
pub fn one_at_a_time(weights: &str) -> String {
    format!("{weights}; one score at a time.")
}

/// What is so before anything is turned.
pub fn as_things_stand(headline: &str) -> String {
    format!("As things stand: {headline}.")
}

/// What a turn makes of the one assumption that is spoken of, and that holds now or doesn't.
pub fn turned_alone(assumption: &Assumption) -> &'static str {
    if assumption.holds { "Without it" } else { "With it" }
}

/// What is turned, at the head of a sentence.
pub fn turned_to(names: &str) -> String {
    super::counts::capital(names)
}

/// What follows when something is turned.
pub fn turn(turning: &str, then: &str) -> String {
    format!("{turning}: {then}.")
}

/// The heading of the exact odds, or of what was drawn in their place.
pub fn odds_heading(option: &str, percent: &str) -> String {
    format!("{} is first under {percent} of all weightings", isolated(option))
}

/// What follows when assumptions are turned, as a heading.
pub fn assumptions_heading(unseating: usize, count: usize) -> String {
    match (unseating, count) {
        (_, 0) => NOTHING_TURNS.to_owned(),
        (0, 1) => "The one assumption doesn’t change the winner".to_owned(),
        (0, _) => "No single assumption changes the winner".to_owned(),
        (1, _) => "One assumption would change the winner alone".to_owned(),
        (many, _) => format!(
            "{} assumptions would each change the winner alone",
            super::counts::capital(&super::counts::in_words(many))
        ),
    }
}

/// Who is first when something is turned, and how firmly.
pub fn then_first(option: Option<&str>, points: Option<f64>) -> String {
    let Some(option) = option else { return "nothing is ranked then".to_owned() };
    let name = isolated(option);
    match points {
        None => format!("{name} is first"),
        Some(points) if points <= 1e-9 => format!("{name} shares first place"),
        Some(points) => {
            let holds = holds(points).replacen("holds", "is first", 1);
            format!("{name} {holds}")
        }
    }
}

fn named(scenario: &Scenario, option: usize) -> Cow<'_, str> {
    isolated(scenario.options.get(option).map_or("", Alternative::label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Ranked, Stability, StableInterval};
    use crate::model::{Letter, OptionId};

    fn scenario(count: usize) -> Scenario {
        let mut scenario = Scenario::new("s");
        scenario.options = (0..count)
            .map(|index| Alternative {
                id: OptionId::new(&format!("o{index}")).unwrap(),
                name: format!("O{index}"),
                short: String::new(),
                note: String::new(),
                letter: Letter::nth(index),
            })
            .collect();
        scenario
    }

    fn ranking(totals: &[f64]) -> Ranking {
        let ranked = totals.iter().enumerate().map(|(option, total)| Ranked {
            option,
            rank: option + 1,
            total: *total,
            contributions: vec![*total],
        });
        Ranking { ranked: ranked.collect(), ..Ranking::default() }
    }

    fn flip(points: f64) -> Flip {
        Flip { option: 1, points, shares: vec![] }
    }

    #[test]
    fn headings_hold_with_ties_with_one_option_and_where_nothing_turns_it() {
        let two = scenario(2);
        let said =
            |totals: &[f64], flip: Option<Flip>| heading(&two, &ranking(totals), flip.as_ref());
        for (points, holds) in [
            (18.9, "O0 holds unless 18 points of weight move"),
            (4.96, "O0 holds unless 4.9 points of weight move"),
            (1.02, "O0 holds unless 1 point of weight moves"),
            (0.47, "O0 holds unless 0.4 points of weight move"),
            (0.04, "O0 holds by less than 0.1 points of weight"),
        ] {
            assert_eq!(said(&[0.6, 0.5], Some(flip(points))), holds);
        }
        assert_eq!(said(&[0.6, 0.5], None), "O0 is first under any weights");
        assert_eq!(said(&[0.5, 0.5], Some(flip(0.0))), "O0 and O1 share first place");
        assert_eq!(said(&[0.5], None), "O0 has no rival that is fully scored");
        assert_eq!(
            heading(&scenario(0), &Ranking::default(), None),
            "There are no options and no criteria yet"
        );
    }

    #[test]
    fn the_way_to_a_change_is_rounded_up_and_none_is_said_where_there_is_none() {
        let stable = |low, high, below, above| Stability {
            share: 0.3,
            interval: Some(StableInterval { low, high, below, above }),
        };
        assert_eq!(to_a_change(&stable(0.0, 0.442, None, Some(1))), "15 points to a change");
        assert_eq!(to_a_change(&stable(0.291, 1.0, Some(1), None)), "1 point to a change");
        assert_eq!(to_a_change(&stable(0.0, 1.0, None, None)), "never changes it");
        assert_eq!(to_a_change(&Stability { share: 1.0, interval: None }), "counts alone");
    }

    #[test]
    fn ends_of_a_span_are_told_on_the_side_on_which_they_are_true() {
        assert_eq!([stays_up_to(0.4112), stays_down_to(0.0199)], ["41 %", "2 %"]);
        assert_eq!([stays_up_to(0.9962), stays_down_to(0.0028)], ["99.6 %", "0.3 %"]);
    }
}
