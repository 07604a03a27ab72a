//! Values that differ, in words that tell them apart: with as many decimals as that takes.

use super::sides::Sides;
use super::{CLOSE, OPEN, isolated, list, plain};
use crate::evaluation::Datum;
use crate::model::{
    Elicitation, Evidence, Figures, Goal, Judgement, MustHave, NodeId, Passage, Position,
    Preference, Range, RankWeights, Stance, Timestamp, ValueFunction,
};

/// How a number is shown.
pub type Shown<'a> = &'a dyn Fn(f64) -> String;

/// So many decimals tell any two numbers of everyday size apart; where they don't, all digits do.
const MOST_DECIMALS: usize = 16;
/// Of a long text so many characters are shown, from shortly before the first that differs.
const MOST_LETTERS: usize = 120;
const LETTERS_BEFORE: usize = 24;

/// Two values in words: numbers as short as they are elsewhere, or with as many decimals as tell
/// the two apart.
pub fn apart(words: &dyn Fn(Shown) -> [String; 2]) -> [String; 2] {
    let with = |decimals: usize| words(&|number: f64| rounded(number, decimals));
    let all = std::iter::once_with(|| words(&plain)).chain((7..=MOST_DECIMALS).map(with));
    let mut told = all.filter(|[left, right]| left != right);
    told.next().map_or_else(|| words(&|number: f64| format!("{number:?}")), shortened)
}

fn rounded(number: f64, decimals: usize) -> String {
    if number != 0.0 && !(1e-4..1e15).contains(&number.abs()) {
        return format!("{number:e}").replace('-', "−");
    }
    let text = format!("{number:.decimals$}");
    text.trim_end_matches('0').trim_end_matches('.').replace('-', "−")
}

/// Of long texts what lies around the first place where they part.
fn shortened(both: [String; 2]) -> [String; 2] {
    if both.iter().all(|text| text.chars().count() <= MOST_LETTERS) {
        return both;
    }
    let same = both[0].chars().zip(both[1].chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(LETTERS_BEFORE);
    both.map(|text| {
        let count = text.chars().count();
        let part = text.chars().skip(from).take(MOST_LETTERS);
        // What isolated a name may have lost its other half.
        let part: String = part.filter(|letter| ![OPEN, CLOSE].contains(letter)).collect();
        let part = isolated(&part);
        let before = if from > 0 { "…" } else { "" };
        let behind = if from + MOST_LETTERS < count { "…" } else { "" };
        format!("{before}{part}{behind}")
    })
}

/// A value in words.
pub fn words(sides: &Sides, value: &Datum, shown: Shown) -> String {
    match value {
        Datum::Text(text) => quoted(text),
        Datum::Texts(texts) if texts.is_empty() => "none".to_owned(),
        Datum::Texts(texts) => list(&texts.iter().map(|text| quoted(text)).collect::<Vec<_>>()),
        Datum::Number(number) => number.map_or_else(|| "none".to_owned(), shown),
        Datum::Numbered(number) => format!("number {number}"),
        Datum::Group(group) => group.as_ref().map_or_else(
            || "in no group".to_owned(),
            |group| format!("in “{}”", sides.node(group)),
        ),
        Datum::Goal(Goal::Maximize) => "what is high".to_owned(),
        Datum::Goal(Goal::Minimize) => "what is low".to_owned(),
        Datum::Range(Range::Observed) => "from the least to the greatest score".to_owned(),
        Datum::Range(Range::Fixed(min, max)) => format!("from {} to {}", shown(*min), shown(*max)),
        Datum::Labels(labels) => labels_words(labels, shown),
        Datum::Value(ValueFunction::Linear) => "a straight line".to_owned(),
        Datum::Value(ValueFunction::Piecewise(points)) => {
            let point = |(x, v): &(f64, f64)| format!("{} worth {}", shown(*x), shown(*v));
            list(&points.iter().map(point).collect::<Vec<_>>())
        }
        Datum::MustHave(None) => "none".to_owned(),
        Datum::MustHave(Some(MustHave::AtLeast(least))) => format!("at least {}", shown(*least)),
        Datum::MustHave(Some(MustHave::AtMost(most))) => format!("at most {}", shown(*most)),
        Datum::Preference(preference) => preference_words(*preference, shown),
        Datum::Date(date) => date.as_ref().map_or("none", |date| date.as_str()).to_owned(),
        Datum::Time(time) => time_words(time.as_ref()),
        Datum::Grade(grade) => grade.map_or_else(|| "none".to_owned(), |grade| grade.to_string()),
        Datum::Evidence(evidence) => evidence_words(sides, evidence),
        Datum::Figures(figures) => {
            figures.as_ref().map_or_else(|| "no other".to_owned(), |it| figures_words(it, shown))
        }
        Datum::Holds(true) => "to hold".to_owned(),
        Datum::Holds(false) => "not to hold".to_owned(),
        Datum::Option(option) => sides.chosen(option.as_ref()),
        Datum::Position(position) => position_words(sides, position.as_ref()),
    }
}

/// A text as it is written, within a sentence.
pub fn quoted(text: &str) -> String {
    if text.is_empty() { "empty".to_owned() } else { format!("“{}”", isolated(text)) }
}

fn time_words(time: Option<&Timestamp>) -> String {
    time.map_or("no time", |time| time.as_str()).to_owned()
}

fn labels_words(labels: &[(f64, String)], shown: Shown) -> String {
    if labels.is_empty() {
        return "none".to_owned();
    }
    let label = |(at, means): &(f64, String)| format!("{} {}", shown(*at), quoted(means));
    list(&labels.iter().map(label).collect::<Vec<_>>())
}

fn preference_words(preference: Preference, shown: Shown) -> String {
    match preference {
        Preference::Usual => "usual".to_owned(),
        Preference::Linear(q, p) => format!("linear from {} to {}", shown(q), shown(p)),
        Preference::VShape(p) => format!("V-shaped up to {}", shown(p)),
        Preference::UShape(q) => format!("U-shaped from {}", shown(q)),
        Preference::Level(q, p) => format!("in levels at {} and {}", shown(q), shown(p)),
        Preference::Gaussian(s) => format!("Gaussian with {}", shown(s)),
    }
}

fn evidence_words(sides: &Sides, evidence: &[Evidence]) -> String {
    if evidence.is_empty() {
        return "none".to_owned();
    }
    let one = |evidence: &Evidence| {
        let Evidence { source, at, says, passage } = evidence;
        let at = if at.is_empty() { String::new() } else { format!(", {at}") };
        let says = if says.is_empty() { String::new() } else { format!(": {says}") };
        let passage = passage.as_ref().map_or_else(String::new, passage_words);
        format!("{}{at}{says}{passage}", sides.source(source.as_str()))
    };
    list(&evidence.iter().map(|it| quoted(&one(it))).collect::<Vec<_>>())
}

fn passage_words(passage: &Passage) -> String {
    let Passage { words, sha256 } = passage;
    let hash: String = sha256.chars().take(12).collect();
    format!(" (passage of {words} words, {hash}…)")
}

fn figures_words(figures: &Figures, shown: Shown) -> String {
    let Figures { score, low, high, reason } = figures;
    let range = match (low, high) {
        (None, None) => String::new(),
        (Some(low), Some(high)) => format!(" ({} to {})", shown(*low), shown(*high)),
        (Some(low), None) => format!(" ({} or more)", shown(*low)),
        (None, Some(high)) => format!(" (up to {})", shown(*high)),
    };
    let reason = if reason.is_empty() { String::new() } else { format!(", {}", quoted(reason)) };
    format!("{}{range}{reason}", shown(*score))
}

fn position_words(sides: &Sides, position: Option<&Position>) -> String {
    let Some(Position { stance, reason, prefers }) = position else { return "none".to_owned() };
    let stance = match stance {
        Stance::For => "for it",
        Stance::Accepts => "accepts it",
        Stance::Dissents => "dissents",
    };
    let prefers = prefers.as_ref().map_or_else(String::new, |option| {
        format!(", would rather have “{}”", sides.option(option))
    });
    let reason = if reason.is_empty() { String::new() } else { format!(", {}", quoted(reason)) };
    format!("{stance}{prefers}{reason}")
}

/// What of two judgements differs, part by part.
pub fn judgement(sides: &Sides, both: &[Judgement; 2]) -> Vec<String> {
    let elicitations = both.each_ref().map(|judgement| &judgement.elicitation);
    let mut found = Vec::new();
    if elicitations[0] != elicitations[1] {
        let told = apart(&|shown| elicitations.map(|it| elicitation_words(sides, it, shown)));
        found.push(format!("it judged {}", sides.both(&told)));
    }
    found.extend(weighed_ranges(sides, both));
    if both[0].weighed != both[1].weighed {
        let times = both.each_ref().map(|judgement| time_words(judgement.weighed.as_ref()));
        found.push(format!("it last weighed at {}", sides.both(&times)));
    }
    if found.is_empty() {
        found.push("its judgements stand in another order".to_owned());
    }
    found
}

/// The scores between which each weight was given, where these differ.
fn weighed_ranges(sides: &Sides, both: &[Judgement; 2]) -> Vec<String> {
    let [here, there] = both.each_ref().map(|judgement| &judgement.weighed_ranges);
    let only_there = there.keys().filter(|id| !here.contains_key(*id));
    let differing =
        here.keys().chain(only_there).filter(|node| here.get(*node) != there.get(*node));
    let told = differing.map(|node| {
        let told = apart(&|shown| both.each_ref().map(|it| range_words(it, node, shown)));
        format!("the weight of {} was given {}", sides.node(node), sides.both(&told))
    });
    told.collect()
}

/// What a weight was given for: the ends of the scale, unless others are noted (FORMAT.md).
fn range_words(judgement: &Judgement, node: &NodeId, shown: Shown) -> String {
    let what = match judgement.elicitation {
        Elicitation::Swing(_) => "swing",
        _ => "range",
    };
    let ends = judgement.weighed_ranges.get(node).map_or_else(
        || "between the ends of its scale".to_owned(),
        |(worst, best)| format!("from {} to {}", shown(*worst), shown(*best)),
    );
    format!("for the {what} {ends}")
}

fn elicitation_words(sides: &Sides, elicitation: &Elicitation, shown: Shown) -> String {
    let numbers = |numbers: &mut dyn Iterator<Item = (&NodeId, f64)>| {
        let one = |(id, number): (&NodeId, f64)| format!("{} {}", sides.node(id), shown(number));
        list(&numbers.map(one).collect::<Vec<_>>())
    };
    match elicitation {
        Elicitation::Direct(weights) if weights.is_empty() => "by no weights".to_owned(),
        Elicitation::Direct(weights) => {
            format!("by weights ({})", numbers(&mut weights.iter().map(|(id, it)| (id, *it))))
        }
        Elicitation::Swing(points) => {
            format!("by swing points ({})", numbers(&mut points.iter().map(|(id, it)| (id, *it))))
        }
        Elicitation::Ranking(way, places) => {
            let tied = |tied: &Vec<NodeId>| {
                tied.iter().map(|id| sides.node(id)).collect::<Vec<_>>().join(" = ")
            };
            let order = places.iter().map(tied).collect::<Vec<_>>().join(" > ");
            format!("by an order, {} ({order})", rank_words(*way))
        }
        Elicitation::Pairwise(pairs) => {
            let pair = |(a, b, ratio): &(NodeId, NodeId, f64)| {
                format!("{} {} times {}", sides.node(a), shown(*ratio), sides.node(b))
            };
            format!("by pairs ({})", list(&pairs.iter().map(pair).collect::<Vec<_>>()))
        }
        Elicitation::BestWorst(record) => {
            let best = numbers(&mut record.best_over.iter().map(|(id, it)| (id, *it)));
            let worst = numbers(&mut record.over_worst.iter().map(|(id, it)| (id, *it)));
            let ends = [&record.best, &record.worst].map(|id| sides.node(id));
            format!("by best and worst ({} over {best}; {worst} over {})", ends[0], ends[1])
        }
    }
}

fn rank_words(way: RankWeights) -> &'static str {
    match way {
        RankWeights::RankOrderCentroid => "rank-order centroid",
        RankWeights::RankSum => "rank sum",
        RankWeights::RankReciprocal => "rank reciprocal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_and_no_longer_than_that_takes() {
        let told = |a: f64, b: f64| apart(&|shown| [shown(a), shown(b)]);
        assert_eq!(told(5.5, 6.0), ["5.5", "6"]);
        assert_eq!(told(5.5, 5.500_000_01), ["5.5", "5.50000001"]);
        assert_eq!(told(-1.0, -1.000_000_000_1), ["−1", "−1.0000000001"]);
        assert_eq!(told(1.0, 1.0 + f64::EPSILON), ["1", "1.0000000000000002"]);
        let [a, b] = told(1e300, 1e300_f64.next_up());
        assert_ne!(a, b);
        let [a, b] = told(123_456_789.0, 123_456_789.0_f64.next_up());
        assert_ne!(a, b);
    }

    #[test]
    fn of_long_texts_the_place_is_shown_where_they_part() {
        let text = |end: &str| format!("{}{end}{}", "a".repeat(500), "b".repeat(500));
        let [a, b] = apart(&|_| [text("X"), text("Y")]);
        assert!(a.contains('X') && b.contains('Y') && a.starts_with('…') && a.ends_with('…'));
        assert!(a.chars().count() < 130, "{a}");
    }
}
