//! The whole document: one decision.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::shared::same_list;
use crate::model::{
    Alternative, Assumption, AssumptionId, Ballot, Counted, Criterion, Decision, Group, NodeId,
    OpenTeam, OptionId, PartialDate, Path, Round, Score, ScoreTable, SourceId, Team, TeamId,
    Workshop, effective,
};

/// One decision: its question, options, criteria, scores, teams, closed rounds and what was
/// decided.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub title: String,
    pub question: String,
    pub decision_maker: String,
    /// The facilitator's own; never projected nor handed out.
    pub notes: String,
    /// A line at the head and foot of everything that leaves the program.
    pub marking: String,
    pub sources: IndexMap<SourceId, Source>,
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub options: Vec<Alternative>,
    /// The option that stands for nobody deciding anything new.
    pub baseline: Option<OptionId>,
    pub assumptions: Vec<Assumption>,
    pub scores: ScoreTable,
    pub teams: Vec<Arc<Team>>,
    pub rounds: Vec<Arc<Round>>,
    pub method: Method,
    pub decision: Option<Decision>,
    pub ballot: Option<Ballot>,
    pub workshop: Option<Workshop>,
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
            marking: String::new(),
            sources: IndexMap::new(),
            groups: Vec::new(),
            criteria: Vec::new(),
            options: Vec::new(),
            baseline: None,
            assumptions: Vec::new(),
            scores: ScoreTable::default(),
            teams: Vec::new(),
            rounds: Vec::new(),
            method: Method::default(),
            decision: None,
            ballot: None,
            workshop: None,
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

    /// Every team that isn't sealed, in document order.
    pub fn open_teams(&self) -> impl Iterator<Item = OpenTeam<'_>> {
        self.teams.iter().filter_map(|team| team.as_open())
    }

    /// The team with this id; none where it is sealed, or isn't there.
    pub fn open_team(&self, id: &TeamId) -> Option<OpenTeam<'_>> {
        self.team(id)?.as_open()
    }

    pub fn assumption(&self, id: &AssumptionId) -> Option<&Assumption> {
        self.assumptions.iter().find(|assumption| assumption.id == *id)
    }

    /// The cell that counts for a team, as it is written: its own, else the base's; the base's
    /// where no team is named.
    pub fn cell_for<'a>(
        &'a self,
        team: Option<OpenTeam<'a>>,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<&'a Score> {
        team.and_then(|team| team.own_cell(option, criterion))
            .or_else(|| self.scores.get(option, criterion))
    }

    /// The score that counts for a team while the assumptions stand as they do.
    pub fn score_for<'a>(
        &'a self,
        team: Option<OpenTeam<'a>>,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<Counted<'a>> {
        self.cell_for(team, option, criterion).map(|cell| self.counted(cell))
    }

    /// What counts of a cell of this document while the assumptions stand as they do.
    pub fn counted<'a>(&self, cell: &'a Score) -> Counted<'a> {
        effective(&self.assumptions, cell)
    }

    /// The assumptions that are taken not to hold, in their order.
    pub fn fallen(&self) -> impl Iterator<Item = &Assumption> {
        self.assumptions.iter().filter(|assumption| !assumption.holds)
    }

    /// Whether totals, ranks, winners and agreement are shown nowhere yet.
    pub fn hides_totals(&self) -> bool {
        self.workshop.as_ref().is_some_and(Workshop::hides_totals)
    }

    /// Where the score that counts for a team stands.
    pub fn cell_path(&self, team: Option<OpenTeam>, option: &OptionId, criterion: &NodeId) -> Path {
        let own = team.filter(|team| team.own_cell(option, criterion).is_some());
        let base =
            own.map_or_else(Path::default, |team| Path::field("teams").key(team.id().as_str()));
        base.then("scores").key(option.as_str()).key(criterion.as_str())
    }

    /// The matrix as it stood when a round was closed, as a document by itself. A round keeps no
    /// evidence: what cells rest on now is what they are taken to rest on then.
    #[must_use]
    pub fn at_round(&self, round: &Round) -> Self {
        let mut then = Self {
            sources: self.sources.clone(),
            groups: round.groups.clone(),
            criteria: round.criteria.clone(),
            options: round.options.clone(),
            assumptions: round.assumptions.clone(),
            scores: with_evidence(&round.scores, &self.scores),
            teams: round.teams.clone(),
            ..Self::new(&self.title)
        };
        for team in &mut then.teams {
            let Some(now) = self.open_team(&team.id).filter(|_| team.opened().is_some()) else {
                continue;
            };
            if let Some(judged) = Arc::make_mut(team).opened_mut() {
                judged.scores = with_evidence(&judged.scores, &now.judged().scores);
            }
        }
        then
    }

    /// The document with nothing behind its seals, in closed rounds too: two that differ in what
    /// is sealed alone are equal so.
    #[must_use]
    pub fn without_sealed_records(&self) -> Self {
        let mut shown = self.clone();
        empty_sealed(&mut shown.teams);
        for round in &mut shown.rounds {
            if round.teams.iter().any(|team| team.seal().is_some()) {
                empty_sealed(&mut Arc::make_mut(round).teams);
            }
        }
        shown
    }
}

fn empty_sealed(teams: &mut [Arc<Team>]) {
    for team in teams {
        if let Some(emptied) = team.emptied() {
            *team = Arc::new(emptied);
        }
    }
}

/// By content; what both share isn't looked into. Naming every field, so that none to come is
/// forgotten.
impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            title,
            question,
            decision_maker,
            notes,
            marking,
            sources,
            groups,
            criteria,
            options,
            baseline,
            assumptions,
            scores,
            teams,
            rounds,
            method,
            decision,
            ballot,
            workshop,
        } = other;
        same_list(&self.teams, teams)
            && same_list(&self.rounds, rounds)
            && (&self.title, &self.question, &self.decision_maker, &self.notes)
                == (title, question, decision_maker, notes)
            && (&self.marking, &self.sources, &self.groups) == (marking, sources, groups)
            && (&self.criteria, &self.options, &self.scores) == (criteria, options, scores)
            && (&self.baseline, &self.assumptions) == (baseline, assumptions)
            && (&self.method, &self.decision) == (method, decision)
            && (&self.ballot, &self.workshop) == (ballot, workshop)
    }
}

/// Scores with the evidence that the same cells of others have.
fn with_evidence(scores: &ScoreTable, others: &ScoreTable) -> ScoreTable {
    let mut with = scores.clone();
    for (option, criterion, score) in scores.cells() {
        let Some(evidence) = others.get(option, criterion).map(|it| &it.evidence) else { continue };
        if !evidence.is_empty() {
            let score = Score { evidence: evidence.clone(), ..score.clone() };
            with.set(option.clone(), criterion.clone(), score);
        }
    }
    with
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mark;

    #[test]
    fn documents_are_equal_by_content_whether_or_not_they_share_it() {
        let team = |name: &str| Arc::new(Team::new(TeamId::new("t").unwrap(), name, Mark::nth(0)));
        let with = |team: Arc<Team>| Scenario { teams: vec![team], ..Scenario::new("a") };
        let shared = team("T");
        assert_eq!(with(Arc::clone(&shared)), with(Arc::clone(&shared)));
        assert_eq!(with(team("T")), with(team("T")));
        assert_ne!(with(team("T")), with(team("U")));
        assert_ne!(with(team("T")), Scenario::new("a"));
    }
}
