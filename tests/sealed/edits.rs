//! Every edit that there is, some of each kind, as they may come to a document with sealed teams.

use std::sync::Arc;

use mizan::evaluation::Evaluations;
use mizan::model::{
    Alternative, Assumption, AssumptionId, Ballot, Criterion, Decision, Edit, Elicitation,
    GivenShares, Goal, Group, Hides, Hue, Judged, Judgement, Layer, Letter, Mark, Method, MustHave,
    NodeId, OptionId, Range, Refusal, Round, Scenario, Score, ScoreTable, Source, SourceId, Team,
    TeamId, Timestamp, ValueFunction, Workshop,
};

use crate::document::{Behind, document};

/// Makes the kinds, one for each variant of [`Edit`]: one that is missing here doesn't build.
macro_rules! kinds {
    ($($kind:ident)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($kind,)* }

        impl Kind {
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            fn of(edit: &Edit) -> Self {
                match edit {
                    $(Edit::$kind { .. } => Self::$kind,)*
                }
            }
        }
    };
}

kinds! {
    Title Question DecisionMaker Notes Method Decision Ballot
    SetSource RemoveSource
    AddOption ChangeOption MoveOption RemoveOption
    AddCriterion ChangeCriterion MoveCriterion RemoveCriterion
    AddGroup ChangeGroup MoveGroup RemoveGroup
    AddTeam DescribeTeam MoveTeam RemoveTeam
    SetScore Judge GiveReason RankByGut
    Marking Workshop Baseline
    AddAssumption ChangeAssumption MoveAssumption RemoveAssumption
    CloseRound Several
}

impl Kind {
    /// Some edits of this kind: such that could touch a sealed record, and such that can't.
    fn examples(self, document: &Scenario) -> Vec<Edit> {
        let text = str::to_owned;
        match self {
            Self::Title => vec![Edit::Title(text("Where to sit")), Edit::Title(String::new())],
            Self::Question => vec![Edit::Question(text("Which one?"))],
            Self::DecisionMaker => vec![Edit::DecisionMaker(text("All of us"))],
            Self::Notes => vec![Edit::Notes(text("None."))],
            Self::Method => Method::ALL.into_iter().map(Edit::Method).collect(),
            Self::Decision => decisions(document),
            Self::Ballot => vec![
                Edit::Ballot(None),
                Edit::Ballot(Some(Ballot { of: "0e".repeat(32), round: text("Second") })),
            ],
            Self::SetSource => vec![set_source("survey"), set_source("letter")],
            Self::RemoveSource => {
                ["survey", "ledger"].map(|id| Edit::RemoveSource(source(id))).to_vec()
            }
            Self::AddOption => vec![Edit::AddOption(alternative("tent", "Tent"), 0)],
            Self::ChangeOption => vec![Edit::ChangeOption(alternative("loft", "Attic"))],
            Self::MoveOption => vec![Edit::MoveOption(option("loft"), 0)],
            Self::RemoveOption => {
                ["hall", "loft"].map(|id| Edit::RemoveOption(option(id))).to_vec()
            }
            Self::AddCriterion => [None, Some("place"), Some("later")].map(added).to_vec(),
            Self::ChangeCriterion => changed_criteria(document),
            Self::MoveCriterion => vec![Edit::MoveCriterion(node("reach"), 0)],
            Self::RemoveCriterion => ["light", "fees"]
                .map(|id| Edit::RemoveCriterion(node(id), given_shares(document)))
                .to_vec(),
            Self::AddGroup => [None, Some("place")].map(added_group).to_vec(),
            Self::ChangeGroup => changed_groups(document),
            Self::MoveGroup => vec![Edit::MoveGroup(node("money"), 0)],
            Self::RemoveGroup => ["place", "later"]
                .map(|id| Edit::RemoveGroup(node(id), given_shares(document)))
                .to_vec(),
            Self::AddTeam => added_teams(document),
            Self::DescribeTeam => ["finance", "hosts"].map(described).to_vec(),
            Self::MoveTeam => vec![Edit::MoveTeam(team("finance"), 0)],
            Self::RemoveTeam => ["finance", "hosts"].map(|id| Edit::RemoveTeam(team(id))).to_vec(),
            Self::SetScore => scored(),
            Self::Judge => ["finance", "extremes", "hosts"].map(judged).to_vec(),
            Self::GiveReason => given_reasons(),
            Self::RankByGut => ["finance", "hosts"]
                .map(|id| Edit::RankByGut(team(id), vec![option("barn"), option("hall")]))
                .to_vec(),
            Self::Marking => vec![Edit::Marking(text("For the office only"))],
            Self::Workshop => vec![Edit::Workshop(Some(workshop()))],
            Self::Baseline => vec![Edit::Baseline(Some(option("hall"))), Edit::Baseline(None)],
            Self::AddAssumption => vec![Edit::AddAssumption(assumption("snow"), 0)],
            Self::ChangeAssumption => [false, true]
                .map(|holds| Edit::ChangeAssumption(Assumption { holds, ..assumption("dry") }))
                .to_vec(),
            Self::MoveAssumption => vec![Edit::MoveAssumption(assumption("dry").id, 1)],
            Self::RemoveAssumption => {
                ["dry", "calm"].map(|id| Edit::RemoveAssumption(assumption(id).id)).to_vec()
            }
            Self::CloseRound => closed_rounds(document),
            Self::Several => several(),
        }
    }
}

/// All of them, each under a name. They are of this document: what some carry is its own.
pub fn edits(document: &Scenario) -> Vec<(String, Edit)> {
    let named = |kind: &Kind| {
        let named = |(place, edit)| (format!("{kind:?}, example {}", place + 1), edit);
        kind.examples(document).into_iter().enumerate().map(named).collect::<Vec<_>>()
    };
    Kind::ALL.iter().flat_map(named).collect()
}

fn workshop() -> Workshop {
    Workshop { began: Timestamp::epoch(), hides: Hides::Totals, shown: None }
}

fn assumption(id: &str) -> Assumption {
    Assumption::new(AssumptionId::new(id).unwrap(), id)
}

pub fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

pub fn option(id: &str) -> OptionId {
    OptionId::new(id).unwrap()
}

pub fn team(id: &str) -> TeamId {
    TeamId::new(id).unwrap()
}

pub fn source(id: &str) -> SourceId {
    SourceId::new(id).unwrap()
}

/// What teams' best-worst records give, as the window hands it on.
fn given_shares(document: &Scenario) -> GivenShares {
    Evaluations::from(document).given_shares().clone()
}

fn decisions(document: &Scenario) -> Vec<Edit> {
    let known = document.decision.clone().unwrap();
    let other =
        Decision { option: Some(option("loft")), reasons: "It is dry.".to_owned(), ..known };
    vec![Edit::Decision(None), Edit::Decision(Some(other))]
}

fn set_source(id: &str) -> Edit {
    let title = "Survey, second printing".to_owned();
    let (publisher, url) = (String::new(), String::new());
    let other = Source { title, authors: Vec::new(), publisher, date: None, url };
    Edit::SetSource(source(id), other)
}

fn alternative(id: &str, name: &str) -> Alternative {
    let (short, note) = (String::new(), String::new());
    Alternative { id: option(id), name: name.to_owned(), short, note, letter: Letter::nth(7) }
}

fn added(group: Option<&str>) -> Edit {
    let criterion = Criterion::new(node("smell"), "Smell", Hue::nth(6));
    Edit::AddCriterion(Criterion { group: group.map(node), ..criterion }, usize::MAX)
}

fn added_group(parent: Option<&str>) -> Edit {
    let (id, name) = (node("safety"), "Safety".to_owned());
    let (short, note) = (String::new(), String::new());
    Edit::AddGroup(Group { id, name, short, note, group: parent.map(node) }, 0)
}

/// Every part of a criterion changed, most of one that sealed teams scored.
fn changed_criteria(document: &Scenario) -> Vec<Edit> {
    let with = |id: &str, change: &dyn Fn(&mut Criterion)| {
        let mut criterion = document.criterion(&node(id)).unwrap().clone();
        change(&mut criterion);
        Edit::ChangeCriterion(criterion)
    };
    vec![
        with("rent", &|rent| "Rent a month".clone_into(&mut rent.name)),
        with("rent", &|rent| rent.range = Range::Fixed(0.0, 60.0)),
        with("rent", &|rent| rent.range = Range::Fixed(0.0, 200.0)),
        with("rent", &|rent| rent.range = Range::Observed),
        with("rent", &|rent| rent.goal = Goal::Maximize),
        with("rent", &|rent| rent.must_have = Some(MustHave::AtMost(60.0))),
        with("rent", &|rent| rent.group = Some(node("place"))),
        with("light", &|light| {
            light.value = ValueFunction::Piecewise(vec![(0.0, 0.2), (10.0, 0.9)]);
        }),
        with("light", &|light| light.range = Range::Fixed(0.0, 9.0)),
        with("light", &|light| light.labels = vec![(5.0, "Dim".to_owned())]),
        with("fees", &|fees| fees.range = Range::Fixed(0.0, 10.0)),
        with("fees", &|fees| fees.goal = Goal::Maximize),
        with("reach", &|reach| reach.group = Some(node("later"))),
        with("reach", &|reach| reach.value = ValueFunction::Linear),
    ]
}

fn changed_groups(document: &Scenario) -> Vec<Edit> {
    let place = document.group(&node("place")).unwrap().clone();
    vec![
        Edit::ChangeGroup(Group { name: "Rooms".to_owned(), ..place.clone() }),
        Edit::ChangeGroup(Group { group: Some(node("money")), ..place }),
    ]
}

fn added_teams(document: &Scenario) -> Vec<Edit> {
    let fresh = Team::new(team("neighbours"), "Neighbours", Mark::nth(1))
        .judging(Judged { gut_ranking: vec![option("hall")], ..Judged::default() });
    let mut sealed = Team::clone(document.team(&team("finance")).unwrap());
    sealed.id = team("auditors");
    vec![Edit::AddTeam(fresh, 1), Edit::AddTeam(sealed, usize::MAX)]
}

fn described(id: &str) -> Edit {
    let (name, short, note) = ("Another name".to_owned(), "Other".to_owned(), "Here.".to_owned());
    Edit::DescribeTeam { id: team(id), name, short, note, mark: Mark::nth(5) }
}

fn scored() -> Vec<Edit> {
    let set = |layer: Option<&str>, at: (&str, &str), score: Option<f64>| {
        let layer = layer.map_or(Layer::Base, |id| Layer::Team(team(id)));
        Edit::SetScore(layer, option(at.0), node(at.1), score.map(Score::exact))
    };
    vec![
        set(None, ("hall", "rent"), Some(41.0)),
        set(None, ("hall", "rent"), Some(400.0)),
        set(None, ("loft", "fees"), Some(12.0)),
        set(None, ("hall", "light"), None),
        set(Some("guests"), ("loft", "fees"), Some(7.0)),
        set(Some("guests"), ("barn", "light"), None),
        set(Some("finance"), ("hall", "rent"), Some(41.0)),
        set(Some("finance"), ("hall", "rent"), None),
    ]
}

fn judged(id: &str) -> Edit {
    let weights = [(node("place"), 2.0), (node("money"), 5.0), (node("reach"), 1.0)];
    let elicitation = Elicitation::Direct(weights.into_iter().collect());
    Edit::Judge(team(id), Judgement { elicitation, ..Judgement::default() })
}

fn given_reasons() -> Vec<Edit> {
    let give =
        |id: &str, reason: &str| Edit::GiveReason(team(id), node("place"), reason.to_owned());
    vec![give("finance", "Why not"), give("finance", ""), give("hosts", "Why not")]
}

fn closed_rounds(document: &Scenario) -> Vec<Edit> {
    let round = |teams: Vec<Arc<Team>>| Round {
        name: "Second".to_owned(),
        closed: Timestamp::epoch(),
        groups: document.groups.clone(),
        criteria: document.criteria.clone(),
        options: document.options.clone(),
        assumptions: document.assumptions.clone(),
        scores: ScoreTable::default(),
        teams,
    };
    let open = document.teams.iter().filter(|team| team.opened().is_some());
    let rounds = [round(open.cloned().collect()), round(document.teams.clone())];
    rounds.map(Edit::CloseRound).to_vec()
}

fn several() -> Vec<Edit> {
    let titled = Edit::Title("Where to sit".to_owned());
    let moved = Edit::MoveTeam(team("finance"), 0);
    vec![
        Edit::Several(vec![titled.clone(), moved]),
        Edit::Several(vec![titled, Edit::RemoveTeam(team("extremes"))]),
    ]
}

#[test]
fn every_kind_of_edit_is_tried_and_those_that_could_touch_a_sealed_record_are_refused() {
    let document = document(Behind::Telling);
    let mut refused = Vec::new();
    for kind in Kind::ALL {
        let examples = kind.examples(&document);
        assert!(!examples.is_empty() && examples.iter().all(|edit| Kind::of(edit) == *kind));
        let is_sealed = |edit: &Edit| matches!(document.edited(edit), Err(Refusal::Sealed(_)));
        if examples.iter().any(is_sealed) {
            refused.push(*kind);
        }
    }
    let touching = [
        Kind::RemoveSource,
        Kind::RemoveOption,
        Kind::AddCriterion,
        Kind::ChangeCriterion,
        Kind::RemoveCriterion,
        Kind::ChangeGroup,
        Kind::RemoveGroup,
        Kind::AddTeam,
        Kind::RemoveTeam,
        Kind::SetScore,
        Kind::Judge,
        Kind::GiveReason,
        Kind::RankByGut,
        Kind::RemoveAssumption,
        Kind::CloseRound,
        Kind::Several,
    ];
    assert_eq!(refused, touching);
}
