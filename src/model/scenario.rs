//! The whole document: one decision.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Alternative, Ballot, Criterion, Decision, Group, NodeId, OptionId, PartialDate, Path, Round,
    Score, ScoreTable, SourceId, Team, TeamId,
};

/// One decision: its question, options, criteria, scores, teams, closed rounds and what was
/// decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    pub title: String,
    pub question: String,
    pub decision_maker: String,
    /// The facilitator's own; never projected nor handed out.
    pub notes: String,
    pub sources: IndexMap<SourceId, Source>,
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub options: Vec<Alternative>,
    pub scores: ScoreTable,
    pub teams: Vec<Arc<Team>>,
    pub rounds: Vec<Arc<Round>>,
    pub method: Method,
    pub decision: Option<Decision>,
    pub ballot: Option<Ballot>,
}

/// What evidence cites.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub title: String,
    pub authors: Vec<String>,
    pub publisher: String,
    pub date: Option<PartialDate>,
    pub url: String,
}

/// The aggregation that the window opens with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Method {
    #[default]
    WeightedSum,
    WeightedProduct,
    Topsis,
    /// With v, the weight of the group's utility against the worst regret.
    Vikor(f64),
    PrometheeII,
}

impl Method {
    /// Every method, with the usual v.
    pub const ALL: [Self; 5] = [
        Self::WeightedSum,
        Self::WeightedProduct,
        Self::Topsis,
        Self::Vikor(0.5),
        Self::PrometheeII,
    ];

    /// The word for it in CLI.md.
    pub fn word(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted-sum",
            Self::WeightedProduct => "weighted-product",
            Self::Topsis => "topsis",
            Self::Vikor(_) => "vikor",
            Self::PrometheeII => "promethee-2",
        }
    }
}

impl Scenario {
    /// An empty scenario, which is a valid file.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            question: String::new(),
            decision_maker: String::new(),
            notes: String::new(),
            sources: IndexMap::new(),
            groups: Vec::new(),
            criteria: Vec::new(),
            options: Vec::new(),
            scores: ScoreTable::default(),
            teams: Vec::new(),
            rounds: Vec::new(),
            method: Method::default(),
            decision: None,
            ballot: None,
        }
    }

    pub fn criterion(&self, id: &NodeId) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    pub fn group(&self, id: &NodeId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    pub fn option(&self, id: &OptionId) -> Option<&Alternative> {
        self.options.iter().find(|option| option.id == *id)
    }

    pub fn team(&self, id: &TeamId) -> Option<&Arc<Team>> {
        self.teams.iter().find(|team| team.id == *id)
    }

    /// The score that counts for a team: its own, else the base's; the base's where no team is
    /// named.
    pub fn score_for<'a>(
        &'a self,
        team: Option<&'a Team>,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<&'a Score> {
        team.and_then(|team| team.scores.get(option, criterion))
            .or_else(|| self.scores.get(option, criterion))
    }

    /// Where the score that counts for a team stands.
    pub fn cell_path(&self, team: Option<&Team>, option: &OptionId, criterion: &NodeId) -> Path {
        let own = team.filter(|team| team.scores.get(option, criterion).is_some());
        let base =
            own.map_or_else(Path::default, |team| Path::field("teams").key(team.id.as_str()));
        base.then("scores").key(option.as_str()).key(criterion.as_str())
    }
}
