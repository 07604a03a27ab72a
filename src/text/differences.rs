//! Differences in sentences, with names as the documents have them.

use super::differing_values::{apart, judgement, words};
use super::method_name;
use super::sides::Sides;
use crate::evaluation::{
    Datum, DecisionField, Difference, Field, Ground, Ordered, ScenarioText, SealState, Which,
};
use crate::model::{Ballot, Decision, Judgement, Layer, Method, NodeId, OptionId};

/// The sentence for a difference.
pub fn difference(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Text(text, values) => {
            let values = values.clone().map(Datum::Text);
            format!("{} {}.", text_word(*text), values_of(&sides, &values))
        }
        Difference::Method(methods) => methods_differ(sides, *methods),
        Difference::Only(which, kind, id) => {
            format!("{} is only in {}.", sides.thing(*kind, id), side(sides, *which))
        }
        Difference::Field { kind, id, field, values } => {
            format!(
                "{}: {} {}.",
                sides.thing(*kind, id),
                field_word(*field),
                values_of(&sides, values)
            )
        }
        Difference::Order(of) => format!("The {} stand in another order.", order_word(*of)),
        Difference::Share { criterion, shares } => {
            format!("{} weighs {}.", sides.node(criterion), sides.both(&percents(*shares)))
        }
        Difference::Weights { team, shares, judgements } => {
            format!("{}: {}.", sides.team(team), weights(sides, shares, judgements))
        }
        Difference::Reason { team, node, reasons } => {
            let reasons = reasons.clone().map(Datum::Text);
            let (team, node) = (sides.team(team), sides.node(node));
            format!(
                "{team}: the reason for its weight of {node} is {}.",
                values_of(&sides, &reasons)
            )
        }
        Difference::GutRanking { team, rankings } => {
            let ranking = |ranking: &Vec<OptionId>| order_of(&sides, ranking);
            let rankings = sides.both(&rankings.each_ref().map(ranking));
            format!("{}: its gut ranking is {rankings}.", sides.team(team))
        }
        Difference::Seal { team, seals } => {
            let seals = sides.both(&seals.each_ref().map(|seal| seal_words(seal.as_ref())));
            format!("{}: its record is {seals}.", sides.team(team))
        }
        Difference::Score { .. } | Difference::Ground { .. } => cell(sides, difference),
        Difference::Decided(decisions) => {
            let decided = decisions.each_ref().map(|decision| decided(&sides, decision.as_ref()));
            format!("The decision is {}.", sides.both(&decided))
        }
        Difference::Decision(field, values) => {
            format!("{} {}.", decision_word(&sides, field), values_of(&sides, values))
        }
        Difference::OnlyRound(which, name) => {
            format!("The closed round “{name}” is only in {}.", side(sides, *which))
        }
        Difference::Round(name) => format!("The closed round “{name}” holds something else."),
        Difference::RoundOrder => "The closed rounds stand in another order.".to_owned(),
        Difference::Ballot(ballots) => {
            let ballots = ballots.each_ref().map(|ballot| ballot_words(ballot.as_ref()));
            format!("As a ballot it is {}.", sides.both(&ballots))
        }
    }
}

fn values_of(sides: &Sides, values: &[Datum; 2]) -> String {
    sides.both(&apart(&|shown| values.each_ref().map(|value| words(sides, value, shown))))
}

/// What a difference is about, in a few words: a row's head.
pub fn subject(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Share { criterion, .. } => sides.node(criterion),
        Difference::Score { option, criterion, .. }
        | Difference::Ground { option, criterion, .. } => {
            format!("{} × {}", sides.node(criterion), sides.option(option))
        }
        other => self::difference(sides, other),
    }
}

fn side<'a>(sides: Sides<'a>, which: Which) -> &'a str {
    let [left, right] = sides.names;
    match which {
        Which::Left => left,
        Which::Right => right,
    }
}

fn text_word(text: ScenarioText) -> &'static str {
    match text {
        ScenarioText::Title => "The title is",
        ScenarioText::Question => "The question is",
        ScenarioText::DecisionMaker => "The decision is made by",
        ScenarioText::Notes => "The notes read",
    }
}

fn field_word(field: Field) -> &'static str {
    match field {
        Field::Name => "the name is",
        Field::Short => "the short name is",
        Field::Note => "the note is",
        Field::Letter => "the letter is",
        Field::Hue => "the colour is",
        Field::Mark => "the mark is",
        Field::Group => "it lies",
        Field::Goal => "what is good is",
        Field::Range => "the range is",
        Field::Unit => "the unit is",
        Field::Labels => "the written anchors are",
        Field::Value => "the value function is",
        Field::MustHave => "the must-have is",
        Field::Preference => "the preference function is",
        Field::Title => "the title is",
        Field::Authors => "the authors are",
        Field::Publisher => "the publisher is",
        Field::Date => "the date is",
        Field::Url => "the address is",
    }
}

/// A ground's word.
pub fn ground_word(ground: Ground) -> &'static str {
    match ground {
        Ground::Low => "low",
        Ground::High => "high",
        Ground::Reason => "reason",
        Ground::Evidence => "evidence",
        Ground::Grade => "grade",
    }
}

fn order_word(of: Ordered) -> &'static str {
    match of {
        Ordered::Options => "options",
        Ordered::Criteria => "criteria",
        Ordered::Groups => "groups",
        Ordered::Teams => "teams",
    }
}

fn methods_differ(sides: Sides, methods: [Method; 2]) -> String {
    let told = apart(&|shown| {
        methods.map(|method| match method {
            Method::Vikor(v) => format!("{} with v = {}", method_name(method), shown(v)),
            _ => method_name(method).to_owned(),
        })
    });
    format!("The method is {}.", sides.both(&told))
}

fn cell(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Score { layer, option, criterion, scores } => {
            let absent = if matches!(layer, Some(Layer::Team(_))) { "none" } else { "not scored" };
            let told =
                apart(&|shown| scores.map(|score| score.map_or_else(|| absent.to_owned(), shown)));
            format!(
                "{}: {}.",
                cell_name(sides, layer.as_ref(), option, criterion),
                sides.both(&told)
            )
        }
        Difference::Ground { layer, option, criterion, ground, values } => {
            let name = cell_name(sides, layer.as_ref(), option, criterion);
            format!("{name}: the {} is {}.", ground_word(*ground), values_of(&sides, values))
        }
        _ => String::new(),
    }
}

fn cell_name(sides: Sides, layer: Option<&Layer>, option: &OptionId, criterion: &NodeId) -> String {
    let name = format!("{} on {}", sides.option(option), sides.node(criterion));
    match layer {
        Some(Layer::Team(team)) => format!("{}’s own score of {name}", sides.team(team)),
        _ => name,
    }
}

/// Two shares in per cents with a decimal, or as many as tell them apart: whole ones are rounded
/// list by list elsewhere.
pub(super) fn percents(shares: [f64; 2]) -> [String; 2] {
    let shown = |decimals: usize| shares.map(|share| format!("{:.decimals$} %", share * 100.0));
    (1..12).map(shown).find(|[left, right]| left != right).unwrap_or_else(|| shown(12))
}

fn weights(sides: Sides, shares: &[(NodeId, [f64; 2])], judgements: &[Judgement; 2]) -> String {
    let told = shares.iter().map(|(node, shares)| {
        format!("{} weighs {}", sides.node(node), sides.both(&percents(*shares)))
    });
    told.chain(judgement(&sides, judgements)).collect::<Vec<_>>().join("; ")
}

/// Options, best first.
fn order_of(sides: &Sides, ranking: &[OptionId]) -> String {
    if ranking.is_empty() {
        return "none".to_owned();
    }
    let names: Vec<String> = ranking.iter().map(|option| sides.option(option)).collect();
    names.join(" > ")
}

fn seal_words(seal: Option<&SealState>) -> String {
    let Some(SealState { seal, opened }) = seal else { return "open without a seal".to_owned() };
    let hash: String = seal.sha256.chars().take(12).collect();
    let sealed = format!("sealed at {} ({hash}…)", seal.at.as_str());
    match opened {
        Some(opened) => format!("{sealed}, opened at {}", opened.as_str()),
        None => sealed,
    }
}

fn decided(sides: &Sides, decision: Option<&Decision>) -> String {
    decision.map_or_else(
        || "not taken".to_owned(),
        |decision| format!("“{}”", sides.option(&decision.option)),
    )
}

fn decision_word(sides: &Sides, field: &DecisionField) -> String {
    match field {
        DecisionField::Option => "The decision is for".to_owned(),
        DecisionField::At => "The decision was taken at".to_owned(),
        DecisionField::By => "The decision was taken by".to_owned(),
        DecisionField::Reasons => "The reasons for the decision are".to_owned(),
        DecisionField::Review => "The decision is looked at again on".to_owned(),
        DecisionField::Position(team) => {
            format!("{}: its position on the decision is", sides.team(team))
        }
    }
}

fn ballot_words(ballot: Option<&Ballot>) -> String {
    ballot.map_or_else(
        || "none".to_owned(),
        |ballot| {
            let of: String = ballot.of.chars().take(12).collect();
            format!("of round “{}” and document {of}…", ballot.round)
        },
    )
}
