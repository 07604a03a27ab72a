//! Two views of a decision side by side: two teams of a document, or two documents, and what
//! differs.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Evaluation, Evaluations, Weighting};
use crate::model::{
    Alternative, Criterion, Layer, NodeId, OpenTeam, OptionId, Reference, Scenario, Score,
    ScoreTable, Team, TeamId,
};

/// Shares closer than this are the same.
const SAME_SHARE: f64 = 1e-9;

/// One of the two: a document under a weighting.
#[derive(Clone, Copy)]
pub struct Half<'a> {
    pub evaluations: &'a Evaluations,
    pub weighting: &'a Weighting,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Left,
    Right,
}

/// A text of the scenario itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScenarioText {
    Title,
    Question,
    DecisionMaker,
    Notes,
}

/// Something that differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Text(ScenarioText, String, String),
    /// A part that is compared as a whole.
    Part(Part),
    /// What a team's shares come from: its judgements, reasons and gut ranking.
    Record(TeamId),
    /// Only one of the two has this thing.
    Only(Which, Reference, String),
    /// Both have it, and it is described differently.
    Changed(Reference, String),
    /// A share of the whole, 0..1, as the two weigh; of a team where two documents are compared.
    Share {
        team: Option<TeamId>,
        criterion: NodeId,
        left: f64,
        right: f64,
    },
    /// A cell as the two see it, or a layer's where two documents are compared; none: not scored.
    Score {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
        left: Option<f64>,
        right: Option<f64>,
    },
    /// The same score on other grounds: range, reason, evidence or grade.
    Grounds {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
    },
}

/// A part of a document that is compared as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Method,
    Decision,
    Rounds,
    Ballot,
    /// Order, letters, colours, marks or seals.
    Rest,
}

impl<'a> Half<'a> {
    pub fn scenario(&self) -> &'a Scenario {
        self.evaluations.scenario()
    }

    pub(super) fn team(&self) -> Option<OpenTeam<'a>> {
        self.weighting.open_team(self.evaluations.scenario())
    }

    /// The score of a cell as this half sees it.
    pub fn score(&self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        self.weighting.score(self.scenario(), option, criterion)
    }

    pub fn evaluation(&self) -> Option<Arc<Evaluation>> {
        self.evaluations.of(self.weighting).ok()
    }

    /// The layer that this half's cells are changed in: a team's own, or the base.
    pub(super) fn layer(&self) -> Layer {
        self.team().map_or(Layer::Base, |team| Layer::Team(team.id().clone()))
    }
}

/// What differs between two teams (or the mean) of one document, or of two that have the same
/// criteria: shares and scores as each sees them, the largest first.
pub fn compare_views(left: Half, right: Half) -> Vec<Difference> {
    let (Some(a), Some(b)) = (left.evaluation(), right.evaluation()) else { return Vec::new() };
    let shared = Shared::new(left.scenario(), right.scenario());
    let mut found: Vec<(f64, Difference)> = Vec::new();
    for (criterion, here, there) in &shared.criteria {
        let shares = [share(&a, *here), share(&b, *there)];
        found.extend(share_difference(None, criterion, shares));
        let worth = worth(&a, *here, f64::midpoint(shares[0], shares[1]));
        for option in &shared.options {
            let [here, there] = [left, right].map(|half| half.score(&option.id, &criterion.id));
            found.extend(cell(None, option, criterion, (here, there), &worth));
        }
    }
    largest_first(found)
}

/// All that differs between two documents, things and texts first, then shares and scores, the
/// largest first. What lies behind seals is left aside; a seal itself differs where its hash does.
pub fn compare_documents(before: &Evaluations, after: &Evaluations) -> Vec<Difference> {
    let [left, right] =
        &[before, after].map(|evaluations| evaluations.scenario().without_sealed_records());
    let mut found = texts(left, right);
    things(left, right, &mut found);
    let shared = Shared::new(left, right);
    let mut sized = layers(&shared, before, after);
    for (team, _) in &shared.teams {
        sized.extend(team_shares(&shared, [before, after], team.id()));
    }
    found.extend(largest_first(sized));
    let recorded = shared.teams.iter().filter(|(a, b)| {
        let (a, b) = (a.judged(), b.judged());
        (&a.judgement, &a.reasons, &a.gut_ranking) != (&b.judgement, &b.reasons, &b.gut_ranking)
    });
    found.extend(recorded.map(|(team, _)| Difference::Record(team.id().clone())));
    let parts = [
        (Part::Method, left.method == right.method),
        (Part::Decision, left.decision == right.decision),
        (Part::Rounds, left.rounds == right.rounds),
        (Part::Ballot, left.ballot == right.ballot),
    ];
    found.extend(
        parts.into_iter().filter(|(_, is_same)| !is_same).map(|(part, _)| Difference::Part(part)),
    );
    if found.is_empty() && left != right {
        found.push(Difference::Part(Part::Rest));
    }
    found
}

/// What two documents both have.
struct Shared<'a> {
    /// The left one's, with its place in either document.
    criteria: Vec<(&'a Criterion, usize, usize)>,
    /// The left one's.
    options: Vec<&'a Alternative>,
    /// Those that are open in both.
    teams: Vec<(OpenTeam<'a>, OpenTeam<'a>)>,
}

impl<'a> Shared<'a> {
    fn new(left: &'a Scenario, right: &'a Scenario) -> Self {
        let there: HashMap<&NodeId, usize> =
            right.criteria.iter().enumerate().map(|(place, other)| (&other.id, place)).collect();
        let criteria = left.criteria.iter().enumerate();
        let criteria = criteria
            .filter_map(|(here, criterion)| Some((criterion, here, *there.get(&criterion.id)?)));
        let others: HashSet<&OptionId> = right.options.iter().map(|option| &option.id).collect();
        let options = left.options.iter().filter(|option| others.contains(&option.id));
        let teams = left.open_teams();
        let teams = teams.filter_map(|team| Some((team, right.open_team(team.id())?)));
        Self { criteria: criteria.collect(), options: options.collect(), teams: teams.collect() }
    }
}

/// The cells that differ, in the base and in every shared team's own scores.
fn layers(shared: &Shared, left: &Evaluations, right: &Evaluations) -> Vec<(f64, Difference)> {
    let (a, b) = (left.of(&Weighting::Mean).ok(), right.of(&Weighting::Mean).ok());
    let mut found = Vec::new();
    for (criterion, here, there) in &shared.criteria {
        let (Some(a), Some(b)) = (&a, &b) else { continue };
        let worth = worth(a, *here, f64::midpoint(share(a, *here), share(b, *there)));
        for option in &shared.options {
            let mut look = |layer: Layer, tables: [&ScoreTable; 2]| {
                let [here, there] = tables.map(|table| table.get(&option.id, &criterion.id));
                found.extend(cell(Some(layer), option, criterion, (here, there), &worth));
            };
            look(Layer::Base, [&left.scenario().scores, &right.scenario().scores]);
            for (team, other) in &shared.teams {
                let tables = [team, other].map(|team| &team.judged().scores);
                look(Layer::Team(team.id().clone()), tables);
            }
        }
    }
    found
}

/// How much of a total a score on a criterion is, under a share of it.
fn worth(evaluation: &Evaluation, criterion: usize, share: f64) -> impl Fn(f64) -> f64 {
    let scale = evaluation.problem.scales.get(criterion);
    move |score| scale.map_or(0.0, |scale| scale.value(score)) * share
}

fn share(evaluation: &Evaluation, criterion: usize) -> f64 {
    evaluation.shares.criteria.get(criterion).copied().unwrap_or(0.0)
}

/// The larger first; of equal ones the first found.
fn largest_first(mut found: Vec<(f64, Difference)>) -> Vec<Difference> {
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().map(|(_, difference)| difference).collect()
}

/// How a cell differs, with how much of a total it is worth; a cell that one side hasn't scored
/// counts whole.
fn cell(
    layer: Option<Layer>,
    option: &Alternative,
    criterion: &Criterion,
    (left, right): (Option<&Score>, Option<&Score>),
    worth: impl Fn(f64) -> f64,
) -> Option<(f64, Difference)> {
    if left == right {
        return None;
    }
    let (option, criterion) = (option.id.clone(), criterion.id.clone());
    let (a, b) = (left.map(|score| score.score), right.map(|score| score.score));
    if a == b {
        return Some((0.0, Difference::Grounds { layer, option, criterion }));
    }
    let size = a.zip(b).map_or(1.0, |(a, b)| (worth(a) - worth(b)).abs());
    Some((size, Difference::Score { layer, option, criterion, left: a, right: b }))
}

fn team_shares(
    shared: &Shared,
    documents: [&Evaluations; 2],
    team: &TeamId,
) -> Vec<(f64, Difference)> {
    let weighting = Weighting::Team(team.clone());
    let [Ok(a), Ok(b)] = documents.map(|evaluations| evaluations.of(&weighting)) else {
        return Vec::new();
    };
    let criteria = shared.criteria.iter();
    let differs = criteria.filter_map(|(criterion, here, there)| {
        share_difference(Some(team), criterion, [share(&a, *here), share(&b, *there)])
    });
    differs.collect()
}

/// How a share differs, with by how much.
fn share_difference(
    team: Option<&TeamId>,
    criterion: &Criterion,
    [left, right]: [f64; 2],
) -> Option<(f64, Difference)> {
    let size = (left - right).abs();
    let (team, criterion) = (team.cloned(), criterion.id.clone());
    (size > SAME_SHARE).then_some((size, Difference::Share { team, criterion, left, right }))
}

fn texts(left: &Scenario, right: &Scenario) -> Vec<Difference> {
    let pairs = [
        (ScenarioText::Title, &left.title, &right.title),
        (ScenarioText::Question, &left.question, &right.question),
        (ScenarioText::DecisionMaker, &left.decision_maker, &right.decision_maker),
        (ScenarioText::Notes, &left.notes, &right.notes),
    ];
    pairs
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(text, a, b)| Difference::Text(text, a.clone(), b.clone()))
        .collect()
}

/// Things that one side lacks or describes otherwise.
fn things(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    // Letters, hues and marks are looks, not what is decided about.
    let option = |a: &Alternative, b: &Alternative| {
        (&a.name, &a.short, &a.note) == (&b.name, &b.short, &b.note)
    };
    let criterion = |a: &Criterion, b: &Criterion| Criterion { hue: b.hue, ..a.clone() } == *b;
    let team = |a: &Team, b: &Team| (&a.name, &a.short, &a.note) == (&b.name, &b.short, &b.note);
    list(Reference::Option, (&left.options, &right.options), |o| o.id.as_str(), option, found);
    list(Reference::Group, (&left.groups, &right.groups), |g| g.id.as_str(), |a, b| a == b, found);
    list(
        Reference::Criterion,
        (&left.criteria, &right.criteria),
        |c| c.id.as_str(),
        criterion,
        found,
    );
    list(Reference::Team, (&left.teams, &right.teams), |t| t.id.as_str(), |a, b| team(a, b), found);
    let sources = |scenario: &Scenario| {
        scenario.sources.iter().map(|(id, source)| (id.clone(), source.clone())).collect::<Vec<_>>()
    };
    list(
        Reference::Source,
        (&sources(left), &sources(right)),
        |(id, _)| id.as_str(),
        |a, b| a == b,
        found,
    );
}

fn list<T>(
    kind: Reference,
    (left, right): (&[T], &[T]),
    id: impl Fn(&T) -> &str,
    is_same: impl Fn(&T, &T) -> bool,
    found: &mut Vec<Difference>,
) {
    for thing in left {
        match right.iter().find(|other| id(other) == id(thing)) {
            None => found.push(Difference::Only(Which::Left, kind, id(thing).to_owned())),
            Some(other) if !is_same(thing, other) => {
                found.push(Difference::Changed(kind, id(thing).to_owned()));
            }
            Some(_) => {}
        }
    }
    let is_new = |thing: &&T| !left.iter().any(|other| id(other) == id(thing));
    found.extend(
        right
            .iter()
            .filter(is_new)
            .map(|thing| Difference::Only(Which::Right, kind, id(thing).to_owned())),
    );
}
