//! What the page says that puts two views side by side.

use super::counts::capital;
use super::differing_values::apart;
use super::{NOTHING, isolated, list, signed, total};
use crate::analysis::Part;
use crate::evaluation::{Consequence, Difference, First, Ground, Parting};
use crate::model::{OptionId, Scenario};

pub const THIS_DOCUMENT: &str = "this scenario";
pub const CHOOSE_VIEWS: &str = "Choose two teams, or a file, to compare";
pub const LEFT_SIDE: &str = "Left side";
pub const RIGHT_SIDE: &str = "Right side";
pub const AND: &str = "and";
pub const SWAP: &str = "Swap";
pub const COMPARE_FILE: &str = "Compare with a file…";
pub const WHAT_DIFFERS: &str = "What differs";
pub const ALL_CELLS: &str = "All cells";
pub const NO_DIFFERENCE: &str = "Nothing differs.";
pub const MOVES: &str = "Moves";
pub const SHARE_OF_TOTAL: &str = "share of the total";
pub const TAKING_OVER: &str = "Take over, and what follows";
pub const LARGEST_FIRST: &str = "the largest first; one step of undo each";
pub const TAKE_OVER: &str = "Take over";
pub const TAKE_OVER_NOTE: &str =
    "Makes this scenario as the other file is in this; Undo brings it back";
pub const TAKE_WEIGHT_NOTE: &str = "Its lock closes. Locked weights stay, and those that both \
                                    agree on; the others make room in proportion. Undo brings it \
                                    back";
pub const TAKE_SCORE_NOTE: &str = "As the team’s own score; Undo brings it back";
pub const TAKE_BASE_NOTE: &str =
    "As the base score, for all teams without one of their own; Undo brings it back";
pub const NOT_TAKEN: &str = "This can’t be taken over as things stand: it would break a rule, \
                             move what a lock holds, touch what is sealed, or speak of what isn’t \
                             there";
pub const MEAN_FOLLOWS: &str = "the mean follows its teams";

/// How much differs between two documents.
pub fn differences(count: usize, names: [&str; 2]) -> String {
    let [left, right] = names.map(isolated);
    let said = match count {
        0 => format!("{left} and {right} are alike"),
        1 => format!("{left} and {right} differ in one thing"),
        count => format!("{left} and {right} differ in {count} things"),
    };
    capital(&said)
}

/// What two views part over: the criteria that move most of the gap between them; where none does,
/// how much differs.
pub fn heading(
    document: &Scenario,
    parting: Option<&Parting>,
    differences: &[Difference],
    names: [&str; 2],
) -> String {
    let [left, right] = names.map(isolated);
    let moved = parting.map_or_else(Vec::new, |parting| {
        let turned = if parting.gap < 0.0 { -1.0 } else { 1.0 };
        let moving = parting.parts.iter().filter(|(_, part)| is_shown(part.sum * turned));
        moving
            .filter_map(|(id, _)| document.criterion(id))
            .map(|criterion| isolated(criterion.label()))
            .take(2)
            .collect()
    });
    let is_gap = parting.is_some_and(|parting| is_shown(parting.gap.abs()));
    match moved.as_slice() {
        [only] if is_gap => format!("{left} and {right} part over {only}"),
        [first, second, ..] if is_gap => {
            format!("{left} and {right} part over {first}, then over {second}")
        }
        _ if differences.is_empty() => format!("{left} and {right} weigh and score alike"),
        _ => format!("{left} and {right} differ in {}", kinds(differences)),
    }
}

/// Whether a part of a total is more than nothing as it is shown.
fn is_shown(part: f64) -> bool {
    part > 0.0 && total(part) != total(0.0)
}

/// How far the two are apart over two options, and in how much they differ.
pub fn subtitle(
    document: &Scenario,
    parting: Option<&Parting>,
    differences: &[Difference],
    names: [&str; 2],
) -> String {
    let counted = match differences {
        [] => "They differ in nothing.".to_owned(),
        some => format!("They differ in {}.", kinds(some)),
    };
    let Some(parting) = parting else {
        return format!("There are no two options that both rank. {counted}");
    };
    let name = |id: &OptionId| isolated(document.option(id).map_or("", |option| option.label()));
    let [x, y] = parting.options.each_ref().map(name);
    let names = names.map(isolated);
    let lead = |side: usize| {
        let lead = parting.leads[side];
        let by = total(lead.abs());
        match () {
            () if by == total(0.0) => format!("{x} and {y} level for {}", names[side]),
            () if lead > 0.0 => format!("{x} ahead of {y} by {by} for {}", names[side]),
            () => format!("{y} ahead of {x} by {by} for {}", names[side]),
        }
    };
    let gap = total(parting.gap.abs());
    format!("{gap} points lie between them: {}, {}. {counted}", lead(0), lead(1))
}

/// Of which kinds how many differences there are: `8 weights and 1 score`.
fn kinds(differences: &[Difference]) -> String {
    let count = |is: fn(&Difference) -> bool| differences.iter().filter(|it| is(it)).count();
    let weights = count(|it| matches!(it, Difference::Share { .. }));
    let judged = count(|it| matches!(it, Difference::Weights { .. }));
    let scores = count(|it| matches!(it, Difference::Score { .. }));
    let grounds = count(|it| matches!(it, Difference::Ground { .. }));
    let others = differences.len() - weights - judged - scores - grounds;
    let told = [
        (weights, "weight", "weights"),
        (judged, "team’s weights", "teams’ weights"),
        (scores, "score", "scores"),
        (grounds, "ground of a score", "grounds of scores"),
        (others, "other thing", "other things"),
    ];
    let told = told.into_iter().filter(|(count, ..)| *count > 0);
    let told =
        told.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
    list(&told.collect::<Vec<_>>())
}

/// `White House and Security officials`.
pub fn two(names: [&str; 2]) -> String {
    let [left, right] = names.map(isolated);
    format!("{left} and {right}")
}

/// A view of the document that a file holds.
pub fn view_of(view: &str, file: &str) -> String {
    format!("{} ({})", isolated(view), isolated(file))
}

/// `of the 3.77 points`.
pub fn of_the_points(gap: f64) -> String {
    format!("of the {} points", total(gap))
}

/// Two scores in a cell, told apart; a dash where there is none.
pub fn scores(scores: [Option<f64>; 2]) -> [String; 2] {
    if scores[0] == scores[1] {
        return scores.map(|score| score.map_or_else(|| NOTHING.to_owned(), super::plain));
    }
    apart(&|shown| scores.map(|score| score.map_or_else(|| NOTHING.to_owned(), shown)))
}

/// Two shares, in whole per cents where these tell them apart.
pub fn shares(shares: [f64; 2], percents: [u32; 2]) -> [String; 2] {
    if percents[0] == percents[1] {
        return super::differences::percents(shares);
    }
    percents.map(|percent| super::charts::percent(&percent.to_string()))
}

/// A share of 0..1 that stands in no list: `16.7 %`.
pub fn share(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// A column's head, whole by itself.
pub fn column(
    name: &str,
    part: Option<(Part, f64)>,
    sides: [&str; 2],
    percents: [u32; 2],
) -> String {
    let moved = part.map_or_else(String::new, |(part, gap)| {
        format!(
            "moves {} of the {} points, weights {}, scores {}; ",
            signed(part.sum),
            total(gap),
            signed(part.weights),
            signed(part.facts)
        )
    });
    let ([left, right], name) = (sides.map(isolated), isolated(name));
    format!("{name}: {moved}{} % in {left}, {} % in {right}", percents[0], percents[1])
}

/// A cell, whole by itself.
pub fn cell(option: &str, criterion: &str, told: &[String; 2], sides: [&str; 2]) -> String {
    let (cell, [left, right]) = (on(option, criterion), told);
    let [of_left, of_right] = sides.map(isolated);
    if left == right {
        format!("{cell}: {left} in both")
    } else {
        format!("{cell}: {left} in {of_left}, {right} in {of_right}")
    }
}

fn on(option: &str, criterion: &str) -> String {
    format!("{} on {}", isolated(option), isolated(criterion))
}

/// What kind of thing a row of the list is about.
pub fn kind(difference: &Difference) -> &'static str {
    match difference {
        Difference::Share { .. } => "weight",
        Difference::Score { .. } => "score",
        Difference::Ground { ground, .. } => super::ground_word(ground),
        _ => "",
    }
}

/// What a side takes: `takes 15 %`.
pub fn takes(what: &str) -> String {
    format!("takes {what}")
}

/// What a side takes of what a score rests on.
pub fn takes_ground(ground: &Ground) -> String {
    format!("takes its {}", super::ground_word(ground))
}

/// The same for those who can't see where it stands, with what follows.
pub fn side_takes(side: &str, takes: &str, subject: &str, follows: &str) -> String {
    format!("{} {takes}: {subject}; {follows}", isolated(side))
}

/// What both sides agree on, and that it stays so: some of it by name.
pub fn held(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("Stays, as both agree on it: {only}"),
        some if some.len() > 4 => {
            format!("Stay, as both agree on them: {} weights", some.len())
        }
        some => format!("Stay, as both agree on them: {}", list(some)),
    }
}

/// What was taken over, and that it is held from now on.
pub fn locked(side: &str, takes: &str, criterion: &str) -> String {
    let (side, criterion) = (isolated(side), isolated(criterion));
    format!("{side} {takes} for {criterion}: its lock is closed, and opens on Weights")
}

/// A button that takes a difference of documents over, for those who can't see where it stands.
pub fn take_over(sentence: &str) -> String {
    format!("{TAKE_OVER}: {sentence}")
}

/// Whether the first choice is another: `then`, `still`.
pub fn follows(follows: &Consequence) -> &'static str {
    if follows.is_another { "then" } else { "still" }
}

/// Who is first.
pub fn first(document: &Scenario, first: &First) -> String {
    let names = |ids: &[OptionId]| {
        let name = |id: &OptionId| document.option(id).map(|option| isolated(option.label()));
        list(&ids.iter().filter_map(name).collect::<Vec<_>>())
    };
    match first {
        First::Nobody => "nothing ranked".to_owned(),
        First::These(ids) if ids.len() > 1 => format!("{} level", names(ids)),
        First::These(ids) => names(ids),
        First::Open(ids) => format!("{}, of those scored", names(ids)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alternative, Criterion, Hue, Letter, NodeId};

    fn document() -> Scenario {
        let mut document = Scenario::new("a");
        document.criteria = ["Cost", "Risk", "Gain"]
            .map(|name| {
                Criterion::new(NodeId::new(&name.to_lowercase()).unwrap(), name, Hue::nth(0))
            })
            .to_vec();
        for (place, name) in ["Leave", "Stay"].into_iter().enumerate() {
            document.options.push(Alternative {
                id: OptionId::new(&name.to_lowercase()).unwrap(),
                name: name.to_owned(),
                short: String::new(),
                note: String::new(),
                letter: Letter::nth(place),
            });
        }
        document
    }

    fn parting(leads: [f64; 2], parts: &[(&str, f64)]) -> Parting {
        let part = |(id, sum): &(&str, f64)| {
            let part = Part { weights: *sum, facts: 0.0, sum: *sum };
            (NodeId::new(id).unwrap(), part)
        };
        let options = ["leave", "stay"].map(|id| OptionId::new(id).unwrap());
        let parts = parts.iter().map(part).collect();
        Parting { options, leads, gap: leads[0] - leads[1], parts }
    }

    fn share() -> Difference {
        Difference::Share { criterion: NodeId::new("cost").unwrap(), shares: [0.1, 0.2] }
    }

    fn told(parting: Option<&Parting>, differences: &[Difference]) -> [String; 2] {
        let (document, names) = (document(), ["Erbil", "Baghdad"]);
        [
            heading(&document, parting, differences, names),
            subtitle(&document, parting, differences, names),
        ]
    }

    #[test]
    fn what_two_part_over_is_what_moves_the_gap_and_not_what_runs_against_it() {
        let wide = parting([0.103, -0.275], &[("cost", 0.5), ("risk", -0.2), ("gain", 0.078)]);
        assert_eq!(
            told(Some(&wide), &[share()]),
            [
                "Erbil and Baghdad part over Cost, then over Gain",
                "3.78 points lie between them: Leave ahead of Stay by 1.03 for Erbil, Stay ahead of \
                 Leave by 2.75 for Baghdad. They differ in 1 weight."
            ]
        );
        let turned = parting([0.1, 0.2], &[("cost", -0.15), ("gain", 0.05)]);
        assert_eq!(told(Some(&turned), &[share()])[0], "Erbil and Baghdad part over Cost");
    }

    #[test]
    fn where_nothing_moves_the_gap_only_what_differs_is_told() {
        let level = parting([0.0, 0.0], &[("cost", 0.0)]);
        assert_eq!(
            told(Some(&level), &[share(), share()]),
            [
                "Erbil and Baghdad differ in 2 weights",
                "0.00 points lie between them: Leave and Stay level for Erbil, Leave and Stay level \
                 for Baghdad. They differ in 2 weights."
            ]
        );
        assert_eq!(
            told(None, &[]),
            [
                "Erbil and Baghdad weigh and score alike",
                "There are no two options that both rank. They differ in nothing."
            ]
        );
    }

    /// Every sentence of the page, of sides and things with this name.
    fn sentences(name: &str) -> Vec<String> {
        let mut document = document();
        document.criteria.iter_mut().for_each(|criterion| name.clone_into(&mut criterion.name));
        document.options.iter_mut().for_each(|option| name.clone_into(&mut option.name));
        let (names, leave) = ([name, name], OptionId::new("leave").unwrap());
        let wide = parting([0.103, -0.275], &[("cost", 0.5), ("risk", 0.2)]);
        let part = Part { weights: 0.5, facts: 0.0, sum: 0.5 };
        let both = ["1", "2"].map(str::to_owned);
        vec![
            differences(3, names),
            heading(&document, Some(&wide), &[share()], names),
            heading(&document, None, &[share()], names),
            subtitle(&document, Some(&wide), &[share()], names),
            view_of(name, name),
            column(name, Some((part, 0.5)), names, [1, 2]),
            cell(name, name, &both, names),
            held(&[name]),
            held(&names),
            locked(name, "takes 15 %", name),
            side_takes(name, "takes 15 %", "Cost", "still Leave"),
            first(&document, &First::These(vec![leave.clone(), leave.clone()])),
            first(&document, &First::Open(vec![leave])),
        ]
    }

    #[test]
    fn no_name_turns_a_sentence_around() {
        for (arabic, latin) in sentences("بغداد").iter().zip(sentences("Baghdad")) {
            let isolated = latin.replace("Baghdad", "\u{2068}بغداد\u{2069}");
            assert_eq!(*arabic, isolated);
        }
    }

    #[test]
    fn numbers_in_a_cell_are_told_apart() {
        assert_eq!(scores([Some(3.0), Some(3.0)]), ["3", "3"]);
        assert_eq!(scores([Some(5.5), Some(5.500_000_01)]), ["5.5", "5.50000001"]);
        assert_eq!(scores([None, Some(0.0)]), ["–", "0"]);
        assert_eq!(shares([0.324, 0.156], [32, 16]), ["32 %", "16 %"]);
        assert_eq!(shares([0.324, 0.321], [32, 32]), ["32.4 %", "32.1 %"]);
    }
}
