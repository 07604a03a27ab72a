//! Differences in sentences, with names as the documents have them.

use super::plain;
use crate::evaluation::{Difference, Part, ScenarioText, Which};
use crate::model::{Layer, NodeId, OptionId, Reference, Scenario, TeamId};

/// The two sides: what they are called, and the documents that names are looked up in.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub names: [&'a str; 2],
    pub documents: [&'a Scenario; 2],
}

impl Sides<'_> {
    fn find(&self, name: impl Fn(&Scenario) -> Option<String>, id: &str) -> String {
        self.documents.iter().find_map(|document| name(document)).unwrap_or_else(|| id.to_owned())
    }

    fn option(&self, id: &OptionId) -> String {
        self.find(|document| document.option(id).map(|option| option.name.clone()), id.as_str())
    }

    fn node(&self, id: &NodeId) -> String {
        let name = |document: &Scenario| {
            let group = || document.group(id).map(|group| group.name.clone());
            document.criterion(id).map(|criterion| criterion.name.clone()).or_else(group)
        };
        self.find(name, id.as_str())
    }

    fn team(&self, id: &TeamId) -> String {
        self.find(|document| document.team(id).map(|team| team.name.clone()), id.as_str())
    }

    fn thing(&self, kind: Reference, id: &str) -> String {
        let name =
            match kind {
                Reference::Option => OptionId::new(id).map(|id| self.option(&id)),
                Reference::Criterion | Reference::Group | Reference::Node => {
                    NodeId::new(id).map(|id| self.node(&id))
                }
                Reference::Team => TeamId::new(id).map(|id| self.team(&id)),
                Reference::Source => Some(self.find(
                    |document| document.sources.get(id).map(|source| source.title.clone()),
                    id,
                )),
            };
        format!("{} “{}”", word(kind), name.unwrap_or_else(|| id.to_owned()))
    }

    fn both(&self, left: &str, right: &str) -> String {
        format!("{left} in {}, {right} in {}", self.names[0], self.names[1])
    }
}

fn word(kind: Reference) -> &'static str {
    match kind {
        Reference::Option => "The option",
        Reference::Criterion | Reference::Node => "The criterion",
        Reference::Group => "The group",
        Reference::Team => "The team",
        Reference::Source => "The source",
    }
}

/// The sentence for a difference.
pub fn difference(sides: Sides, difference: &Difference) -> String {
    match difference {
        Difference::Text(text, left, right) => {
            let name = match text {
                ScenarioText::Title => "The title is",
                ScenarioText::Question => "The question is",
                ScenarioText::DecisionMaker => "The decision is made by",
                ScenarioText::Notes => return "The notes differ.".to_owned(),
            };
            format!("{name} {}.", sides.both(&quoted(left), &quoted(right)))
        }
        Difference::Part(part) => part_sentence(*part).to_owned(),
        Difference::Record(team) => format!(
            "{}: its judgements, reasons or gut ranking are recorded differently.",
            sides.team(team)
        ),
        Difference::Only(Which::Left, kind, id) => {
            format!("{} is only in {}.", sides.thing(*kind, id), sides.names[0])
        }
        Difference::Only(Which::Right, kind, id) => {
            format!("{} is only in {}.", sides.thing(*kind, id), sides.names[1])
        }
        Difference::Changed(kind, id) => {
            format!("{} is described differently.", sides.thing(*kind, id))
        }
        Difference::Share { team, criterion, left, right } => {
            let whose =
                team.as_ref().map_or_else(String::new, |team| format!("{}: ", sides.team(team)));
            let (left, right) = apart(*left, *right);
            format!("{whose}{} weighs {}.", sides.node(criterion), sides.both(&left, &right))
        }
        Difference::Score { layer, option, criterion, left, right } => {
            let shown = |score: &Option<f64>| score.map_or_else(|| absent(layer.as_ref()), plain);
            let (option, criterion) = (sides.option(option), sides.node(criterion));
            format!(
                "{}{option} on {criterion}: {}.",
                whose(sides, layer.as_ref()),
                sides.both(&shown(left), &shown(right))
            )
        }
        Difference::Grounds { layer, option, criterion } => {
            let (option, criterion) = (sides.option(option), sides.node(criterion));
            format!(
                "{}{option} on {criterion}: the same score on other grounds.",
                whose(sides, layer.as_ref())
            )
        }
    }
}

/// Two shares in per cents with a decimal, or as many as tell them apart, three at most: whole ones
/// are rounded list by list elsewhere.
fn apart(left: f64, right: f64) -> (String, String) {
    let shown = |decimals: usize| {
        (format!("{:.decimals$} %", left * 100.0), format!("{:.decimals$} %", right * 100.0))
    };
    (1..3).map(shown).find(|(left, right)| left != right).unwrap_or_else(|| shown(3))
}

fn part_sentence(part: Part) -> &'static str {
    match part {
        Part::Method => "The method is another.",
        Part::Decision => "The decision that was taken is another.",
        Part::Rounds => "The closed rounds are others.",
        Part::Ballot => "What they say of a ballot is another.",
        Part::Rest => {
            "They differ in order, letters, colours, marks or what is sealed, and in nothing that \
             is said here."
        }
    }
}

fn whose(sides: Sides, layer: Option<&Layer>) -> String {
    match layer {
        Some(Layer::Team(team)) => format!("{}’s own score of ", sides.team(team)),
        _ => String::new(),
    }
}

/// What stands in for a score that isn't there.
fn absent(layer: Option<&Layer>) -> String {
    if matches!(layer, Some(Layer::Team(_))) { "none".to_owned() } else { "not scored".to_owned() }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "empty".to_owned() } else { format!("“{text}”") }
}
