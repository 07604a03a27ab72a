//! Format 1 as it is written: the serialised mirror of `model`. Only this file and its conversion
//! know the names and defaults of the fields, so that the model may change its own.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::v1_parts::{Grade, Map, Number, Whole, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub format: u32,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision_maker: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub marking: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub sources: Map<Source>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Alternative>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub scores: Map<Map<Score>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<Team>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub method: Method,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<Ballot>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workshop: Option<Workshop>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub holds: bool,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_yes(holds: &bool) -> bool {
    *holds
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hue: Option<Whole>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: Goal,
    /// Left out: `Fixed(0, 10)`, or the first and last x of a piecewise value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<(Number, String)>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_have: Option<MustHave>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benchmark: Option<Number>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub preference: Preference,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Goal {
    #[default]
    Maximize,
    Minimize,
}

#[derive(Serialize, Deserialize, PartialEq)]
pub enum Range {
    Fixed(Number, Number),
    Observed,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Value {
    #[default]
    Linear,
    Piecewise(Vec<(Number, Number)>),
}

#[derive(Serialize, Deserialize)]
pub enum MustHave {
    AtLeast(Number),
    AtMost(Number),
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Preference {
    #[default]
    Usual,
    Linear(Number, Number),
    VShape(Number),
    UShape(Number),
    Level(Number, Number),
    Gaussian(Number),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    pub score: Number,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub otherwise: Map<Figures>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub score: Number,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub source: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub says: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    pub words: Number,
    pub sha256: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Whole>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub elicitation: Elicitation,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub weights: Map<Number>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub weighed_ranges: Map<(Number, Number)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed: Option<String>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub reasons: Map<String>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub scores: Map<Map<Score>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gut_ranking: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Elicitation {
    #[default]
    Direct,
    Swing(Vec<(String, Number)>),
    Ranking(RankWeights, Vec<Vec<String>>),
    Pairwise(Vec<(String, String, Number)>),
    BestWorst(String, String, Vec<(String, Number)>, Vec<(String, Number)>),
}

#[derive(Serialize, Deserialize, Clone, Copy, PartialEq)]
pub enum RankWeights {
    RankOrderCentroid,
    RankSum,
    RankReciprocal,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    pub at: String,
    pub nonce: String,
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    pub name: String,
    pub closed: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Alternative>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub scores: Map<Map<Score>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<Team>,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Method {
    #[default]
    WeightedSum,
    WeightedProduct,
    Topsis,
    Vikor(Number),
    PrometheeII,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub positions: Map<Position>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub stance: Stance,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefers: Option<String>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub enum Stance {
    For,
    Accepts,
    Dissents,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    pub of: String,
    pub round: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    pub began: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub hides: Hides,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub enum Hides {
    #[default]
    Totals,
    Nothing,
}

impl<V> FromIterator<(String, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        Self(entries.into_iter().collect::<IndexMap<String, V>>())
    }
}
