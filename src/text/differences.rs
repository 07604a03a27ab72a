//! Differences in sentences, with names as the documents have them.

use std::borrow::Cow;

use super::differing_values::{apart, judgement, quoted, words};
use super::sides::Sides;
use super::{isolated, method_name};
use crate::evaluation::{
    Datum, DecisionField, Difference, Field, Ground, Ordered, ScenarioText, SealState, Which,
};
use crate::model::{
    AssumptionId, Ballot, Decision, Hides, Judgement, Layer, Method, NodeId, OptionId, Workshop,
};

/// The sentence for a difference.
pub fn difference(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Text(text, values) => {
            let values = values.clone().map(Datum::Text);
            format!("{} {}.", text_word(*text), values_of(&sides, &values))
        }
        Difference::Method(methods) => methods_differ(sides, *methods),
        Difference::Baseline(options) => {
            let named = |it: &Option<OptionId>| {
                it.as_ref().map_or_else(|| "none".to_owned(), |id| sides.chosen(Some(id)))
            };
            let options = sides.both(&options.each_ref().map(named));
            format!("The baseline is {options}.")
        }
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
        Difference::Decided(_)
        | Difference::Decision(..)
        | Difference::OnlyRound(..)
        | Difference::Round(_)
        | Difference::RoundOrder
        | Difference::Ballot(_)
        | Difference::Workshop(_) => course(sides, difference),
    }
}

/// What differs in how the decision came about.
fn course(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Decided(decisions) => {
            let decided = decisions.each_ref().map(|decision| decided(&sides, decision.as_ref()));
            format!("The decision is {}.", sides.both(&decided))
        }
        Difference::Decision(field, values) => {
            format!("{} {}.", decision_word(&sides, field), values_of(&sides, values))
        }
        Difference::OnlyRound(which, name) => {
            format!("{} is only in {}.", round(name), side(sides, *which))
        }
        Difference::Round(name) => format!("{} holds something else.", round(name)),
        Difference::RoundOrder => "The closed rounds stand in another order.".to_owned(),
        Difference::Ballot(ballots) => {
            let ballots = ballots.each_ref().map(|ballot| ballot_words(ballot.as_ref()));
            format!("As a ballot it is {}.", sides.both(&ballots))
        }
        Difference::Workshop(workshops) => {
            let told = workshops.each_ref().map(|workshop| workshop_words(workshop.as_ref()));
            format!("Its workshop {}.", sides.both(&told))
        }
        _ => String::new(),
    }
}

fn round(name: &str) -> String {
    format!("The closed round {}", quoted(name))
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

fn side(sides: Sides<'_>, which: Which) -> Cow<'_, str> {
    let [left, right] = sides.names;
    isolated(match which {
        Which::Left => left,
        Which::Right => right,
    })
}

fn text_word(text: ScenarioText) -> &'static str {
    match text {
        ScenarioText::Title => "The title is",
        ScenarioText::Question => "The question is",
        ScenarioText::DecisionMaker => "The decision is made by",
        ScenarioText::Notes => "The notes read",
        ScenarioText::Marking => "The marking is",
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
        Field::Goal => "good is",
        Field::Range => "the range is",
        Field::Unit => "the unit is",
        Field::Labels => "the written anchors are",
        Field::Value => "the value function is",
        Field::MustHave => "the must-have is",
        Field::Benchmark => "the benchmark is",
        Field::Preference => "the preference function is",
        Field::Holds => "it is taken",
        Field::Title => "the title is",
        Field::Authors => "the authors are",
        Field::Publisher => "the publisher is",
        Field::Date => "the date is",
        Field::Url => "the address is",
    }
}

/// A ground's word.
pub fn ground_word(ground: &Ground) -> &'static str {
    match ground {
        Ground::Low => "low",
        Ground::High => "high",
        Ground::Reason => "reason",
        Ground::Evidence => "evidence",
        Ground::Grade => "grade",
        Ground::Otherwise(_) => "score otherwise",
    }
}

fn order_word(of: Ordered) -> &'static str {
    match of {
        Ordered::Options => "options",
        Ordered::Criteria => "criteria",
        Ordered::Groups => "groups",
        Ordered::Assumptions => "assumptions",
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
            let ground = match ground {
                Ground::Otherwise(assumption) => without(sides, assumption),
                ground => format!("the {} is", ground_word(ground)),
            };
            format!("{name}: {ground} {}.", values_of(&sides, values))
        }
        _ => String::new(),
    }
}

fn without(sides: Sides, assumption: &AssumptionId) -> String {
    format!("where “{}” doesn’t hold, it is", sides.assumption(assumption))
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
    decision
        .map_or_else(|| "not taken".to_owned(), |decision| sides.chosen(decision.option.as_ref()))
}

fn decision_word(sides: &Sides, field: &DecisionField) -> String {
    match field {
        DecisionField::Option => "The decision is for".to_owned(),
        DecisionField::At => "The decision was taken at".to_owned(),
        DecisionField::By => "The decision was taken by".to_owned(),
        DecisionField::Reasons => "The reasons for the decision are".to_owned(),
        DecisionField::Review => "The decision is looked at again on".to_owned(),
        DecisionField::Conditions => "When to look at the decision again is".to_owned(),
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
            format!("of round {} and document {of}…", quoted(&ballot.round))
        },
    )
}

fn workshop_words(workshop: Option<&Workshop>) -> String {
    let Some(Workshop { began, hides, shown }) = workshop else {
        return "hasn’t begun".to_owned();
    };
    let hides = match (hides, shown) {
        (Hides::Nothing, None) => "hides nothing".to_owned(),
        (Hides::Totals, None) => "hides totals".to_owned(),
        (Hides::Nothing, Some(shown)) => {
            format!("hides nothing and first showed totals at {}", shown.as_str())
        }
        (Hides::Totals, Some(shown)) => format!("hid totals until {}", shown.as_str()),
    };
    format!("began at {} and {hides}", began.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Alternative, Criterion, Elicitation, Hue, Letter, Mark, Reference, Scenario, Team, TeamId,
    };

    /// A document in which everything bears this name.
    fn document(name: &str) -> Scenario {
        let mut document = Scenario::new(name);
        let id = NodeId::new("c").unwrap();
        document.criteria.push(Criterion::new(id, name, Hue::nth(0)));
        let (short, note) = (String::new(), String::new());
        let id = OptionId::new("o").unwrap();
        let letter = Letter::nth(0);
        document.options.push(Alternative { id, name: name.to_owned(), short, note, letter });
        let team = Team::new(TeamId::new("t").unwrap(), name, Mark::nth(0));
        document.teams.push(team.into());
        document
    }

    fn sentences(name: &str) -> Vec<String> {
        let document = &document(name);
        let sides = Sides { names: [name, name], documents: [document, document] };
        let (criterion, option) = (NodeId::new("c").unwrap(), OptionId::new("o").unwrap());
        let team = TeamId::new("t").unwrap();
        let points = |points| Judgement {
            elicitation: Elicitation::Swing(vec![(criterion.clone(), points)]),
            ..Judgement::default()
        };
        let (layer, scores) = (Some(Layer::Team(team.clone())), [Some(1.0), None]);
        let (node, texts) = (criterion.clone(), [name.to_owned(), "another".to_owned()]);
        let rankings = [vec![option.clone(), option.clone()], vec![]];
        let found = [
            Difference::Text(ScenarioText::Title, texts.clone()),
            Difference::Only(Which::Left, Reference::Team, "t".to_owned()),
            Difference::Share { criterion: criterion.clone(), shares: [0.1, 0.2] },
            Difference::Weights {
                team: team.clone(),
                shares: vec![(criterion.clone(), [0.1, 0.2])],
                judgements: Box::new([points(1.0), points(2.0)]),
            },
            Difference::Reason { team: team.clone(), node, reasons: texts },
            Difference::GutRanking { team, rankings },
            Difference::Score { layer, option, criterion, scores },
            Difference::OnlyRound(Which::Right, name.to_owned()),
            Difference::Round(name.to_owned()),
        ];
        let told = found.iter().map(|found| difference(sides, found));
        told.chain(found.iter().map(|found| subject(sides, found))).collect()
    }

    #[test]
    fn no_name_turns_a_sentence_around() {
        for (arabic, latin) in sentences("بغداد").iter().zip(sentences("Baghdad")) {
            assert_eq!(*arabic, latin.replace("Baghdad", "\u{2068}بغداد\u{2069}"));
        }
    }

    #[test]
    fn what_is_cut_out_of_a_long_text_leaves_no_isolate_open() {
        let text = |end: &str| format!("{} بغداد {end} {}", "a ".repeat(200), "b ".repeat(200));
        let document = &document("Baghdad");
        let sides = Sides { names: ["left", "right"], documents: [document, document] };
        let texts = ["ب", "غ"].map(text);
        let told = difference(sides, &Difference::Text(ScenarioText::Notes, texts));
        assert_eq!(crate::text::left_open(&told), 0, "{told}");
        assert_eq!(crate::text::one_line(&told), told, "nothing closes that isn't open");
    }
}
