//! Which single score, moved how little, would turn the result; and what follows when assumptions
//! are turned: in sentences.

use super::bound::Bound;
use super::counts::{capital, in_words};
use super::{isolated, list, plain};
use crate::analysis::{CriticalCell, Ranking};
use crate::evaluation::Turned;
use crate::model::{Alternative, Assumption, Criterion, Goal, Range, Scenario, ValueFunction};

/// Steps that a range is told in.
const STEPS: f64 = 100.0;

/// What the scores could do to the result, as a heading: one at a time, each within its range.
pub fn critical_heading(scenario: &Scenario, ranking: &Ranking, found: &[CriticalCell]) -> String {
    let winners = ranking.winners().count();
    let inside = found.iter().filter(|cell| cell.inside).count();
    match (winners, ranking.ranked.len()) {
        (0, _) => super::unranked(scenario, ranking),
        (1, 1) => "There is no rival that is fully scored".to_owned(),
        (1, _) => match (found.len(), inside) {
            (0, _) => "No single score can change the winner".to_owned(),
            (_, 0) => "No score could change the winner within its own range".to_owned(),
            (_, 1) => "One score could change the winner within its own range".to_owned(),
            (_, inside) => format!(
                "{} scores could each change the winner within their own range",
                capital(&in_words(inside))
            ),
        },
        (tied, _) => format!("First place is shared by {} options", in_words(tied)),
    }
}

/// What is needed of a score, for a column beside what it is.
pub fn needed(criterion: &Criterion, cell: &CriticalCell) -> String {
    let rises = cell.to > cell.from || (cell.beyond && is_upper(criterion));
    let bound = plain(cell.to);
    if cell.beyond {
        return if rises { format!("more than {bound}") } else { format!("less than {bound}") };
    }
    let number = enough(criterion, cell.from, cell.to);
    match (is_one_way(criterion), rises) {
        (false, _) => number,
        (true, true) => format!("{number} or more"),
        (true, false) => format!("{number} or less"),
    }
}

/// Whether a criterion's must-have sets an upper limit.
fn is_upper(criterion: &Criterion) -> bool {
    matches!(criterion.must_have, Some(crate::model::MustHave::AtMost(_)))
}

/// Whether more of the score is always for better, or always for worse.
fn is_one_way(criterion: &Criterion) -> bool {
    let ValueFunction::Piecewise(points) = &criterion.value else { return true };
    let mut steps = points.windows(2).filter_map(|pair| Some(pair.last()?.1 - pair.first()?.1));
    match criterion.goal {
        Goal::Maximize => steps.all(|step| step >= 0.0),
        Goal::Minimize => steps.all(|step| step <= 0.0),
    }
}

/// A score that is enough, in hundredths of the range where these are fine enough and the score
/// stays in it.
pub(super) fn enough(criterion: &Criterion, from: f64, to: f64) -> String {
    enough_within(criterion, from, to, (f64::NEG_INFINITY, f64::INFINITY))
}

/// The same where the number that is told has to stay between two others.
pub(super) fn enough_within(
    criterion: &Criterion,
    from: f64,
    to: f64,
    (low, high): (f64, f64),
) -> String {
    let bound = if to > from { Bound::AtLeast(to) } else { Bound::AtMost(to) };
    let digits = || {
        let (told, number) = (bound.in_four_digits(), bound.rounded_to_four_digits());
        if (low..=high).contains(&number) { told } else { plain(to) }
    };
    let Range::Fixed(min, max) = criterion.range else { return digits() };
    let step = (max / STEPS - min / STEPS).log10().floor();
    let decimals = usize::try_from(-(step as i64)).unwrap_or(0);
    let rounded = bound.rounded(decimals);
    let is_fine =
        decimals < 12 && is_one_way(criterion) && (min.max(low)..=max.min(high)).contains(&rounded);
    if is_fine { plain(rounded) } else { digits() }
}

/// The nearest score in a sentence: `Militia exposure first: 7.1 for Economic turn instead of 6.`;
/// none where there is none.
pub fn nearest_score(scenario: &Scenario, found: &[CriticalCell]) -> Option<String> {
    let cell = found.iter().find(|cell| cell.inside).or_else(|| found.first())?;
    let criterion = scenario.criteria.get(cell.criterion)?;
    let option = scenario.options.get(cell.option)?;
    let name = isolated(criterion.label());
    Some(format!(
        "{} first: {} for {} instead of {}, then {}.",
        name,
        needed(criterion, cell),
        isolated(option.label()),
        plain(cell.from),
        takes_over(scenario, cell)
    ))
}

/// Who takes over, by name.
pub fn takes_over(scenario: &Scenario, cell: &CriticalCell) -> String {
    let option = scenario.options.get(cell.takes_over);
    isolated(option.map_or("", Alternative::label)).into_owned()
}

/// A cell in a sentence, for those who can't see its mark.
pub fn critical_cell(scenario: &Scenario, cell: &CriticalCell) -> String {
    let (Some(option), Some(criterion)) =
        (scenario.options.get(cell.option), scenario.criteria.get(cell.criterion))
    else {
        return String::new();
    };
    let inside = if cell.inside { "inside" } else { "outside" };
    let grade =
        cell.grade.map_or_else(|| "not graded".to_owned(), |grade| format!("graded {grade}"));
    format!(
        "{} of {}, {grade}: {} instead of {}, {inside} its own range, then {}",
        isolated(criterion.label()),
        isolated(option.label()),
        needed(criterion, cell),
        plain(cell.from),
        takes_over(scenario, cell)
    )
}

/// How many of a number of scores can't turn the result at all; none where all can.
pub fn harmless(count: usize, all: usize) -> Option<String> {
    (count > 0).then(|| match (count, all) {
        (count, all) if count == all => "No score can turn it.".to_owned(),
        (1, all) => format!("1 of {all} scores can’t turn it at all."),
        (count, all) => format!("{count} of {all} scores can’t turn it at all."),
    })
}

/// What follows when assumptions are turned, one sentence for each that unseats the winner as
/// things stand, and one for the rest; none without assumptions.
pub fn turned_assumptions(
    scenario: &Scenario,
    winner: Option<usize>,
    found: &[Turned],
) -> Vec<String> {
    if found.is_empty() {
        return Vec::new();
    }
    let unseating = found.iter().filter(|turned| turned.unseats);
    let mut said: Vec<String> = unseating.map(|turned| unseats(scenario, turned)).collect();
    let Some(winner) = winner.and_then(|winner| scenario.options.get(winner)) else {
        return said;
    };
    let (winner, kept) = (isolated(winner.label()), found.len() - said.len());
    said.extend(match (said.len(), kept) {
        (_, 0) => None,
        (0, 1) => Some(format!("{winner} stays first when the one assumption is turned.")),
        (0, _) => Some(format!(
            "{winner} stays first whichever assumption is turned, alone or with one other."
        )),
        (_, 1) => Some(format!("{winner} stays first in the one other case.")),
        (_, kept) => Some(format!("{winner} stays first in the {} other cases.", in_words(kept))),
    });
    said
}

fn unseats(scenario: &Scenario, turned: &Turned) -> String {
    let names = list(&turned_names(scenario, turned));
    let Some(winner) = turned.winner.and_then(|winner| scenario.options.get(winner)) else {
        return format!("{} nothing is ranked.", capital(&names));
    };
    let winner = isolated(winner.label());
    match turned.points {
        Some(points) if points <= 1e-9 => {
            format!("{} {winner} shares first place.", capital(&names))
        }
        _ => format!("{} {winner} is first.", capital(&names)),
    }
}

/// What is turned, in words: `without “NATO stays”`, or with it where it is taken not to hold.
pub fn turned_names(scenario: &Scenario, turned: &Turned) -> Vec<String> {
    let name = |one: &Assumption| {
        let with = if one.holds { "without" } else { "with" };
        format!("{with} “{}”", isolated(&one.name))
    };
    let all = turned.assumptions.iter().filter_map(|at| scenario.assumptions.get(*at));
    all.map(name).collect()
}
