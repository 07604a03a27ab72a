//! Random edits of a given document, of every kind: most of them allowed, some naming what isn't
//! there or breaking a rule.

use mizan::model::{
    Alternative, Assumption, AssumptionId, Criterion, Edit, Elicitation, GivenShares, Group, Layer,
    Letter, Mark, MustHave, NodeId, OpenTeam, OptionId, Scenario, SourceId, Team, TeamId, Tree,
};

use crate::bodies::{Body, team};
use crate::criteria::{
    assumption, criterion, group, must_have, option, preference, range, score, source,
    value_function,
};
use crate::documents::{decision, method, round, workshop};
use crate::judgements::{judged, judgement};
use crate::tape::Tape;

/// How many kinds of edit there are, `Several` aside.
pub const KINDS: usize = 39;

pub fn edit(tape: &mut Tape, document: &Scenario) -> Edit {
    match tape.pick(KINDS + 2) {
        several if several >= KINDS => Edit::Several(tape.several(3, |tape| {
            let kind = tape.pick(KINDS);
            edit_of_kind(tape, document, kind)
        })),
        kind => edit_of_kind(tape, document, kind),
    }
}

fn edit_of_kind(tape: &mut Tape, document: &Scenario, kind: usize) -> Edit {
    match kind {
        0 => Edit::Title(if tape.chance(20) { " \n".to_owned() } else { tape.name() }),
        1 => Edit::Question(tape.text()),
        2 => Edit::DecisionMaker(if tape.chance(20) { "x".repeat(10_001) } else { tape.text() }),
        3 => Edit::Notes(tape.text()),
        4 => Edit::Method(method(tape)),
        5 => Edit::Decision(decision(tape, document)),
        6 => Edit::Ballot(tape.maybe(60, |tape| mizan::model::Ballot {
            of: if tape.chance(20) { tape.text() } else { tape.hexadecimal(64) },
            round: tape.text(),
        })),
        7 => {
            Edit::SetSource(known_or_new(tape, &source_ids(document), SourceId::new), source(tape))
        }
        8 => Edit::RemoveSource(known(tape, &source_ids(document), SourceId::new)),
        9 => Edit::AddOption(new_option(tape, document), tape.pick(9)),
        10 => Edit::ChangeOption(changed_option(tape, document)),
        11 => Edit::MoveOption(option_id(tape, document), tape.pick(9)),
        12 => Edit::RemoveOption(option_id(tape, document)),
        13 => Edit::AddCriterion(new_criterion(tape, document), tape.pick(9)),
        14 | 15 => Edit::ChangeCriterion(changed_criterion(tape, document)),
        16 => Edit::MoveCriterion(criterion_id(tape, document), tape.pick(9)),
        17 => Edit::RemoveCriterion(criterion_id(tape, document), given_shares(tape, document)),
        18 => Edit::AddGroup(new_group(tape, document), tape.pick(9)),
        19 => Edit::ChangeGroup(changed_group(tape, document)),
        20 => Edit::MoveGroup(group_id(tape, document), tape.pick(9)),
        21 => Edit::RemoveGroup(group_id(tape, document), given_shares(tape, document)),
        22 => Edit::AddTeam(new_team(tape, document), tape.pick(9)),
        23 => described_team(tape, document),
        24 => Edit::MoveTeam(team_id(tape, document), tape.pick(9)),
        25 => Edit::RemoveTeam(team_id(tape, document)),
        26 => set_score(tape, document),
        27 => {
            let tree = Tree::new(&document.groups, &document.criteria);
            Edit::Judge(team_id(tape, document), judgement(tape, &tree))
        }
        28 => Edit::GiveReason(team_id(tape, document), criterion_id(tape, document), tape.text()),
        29 => Edit::RankByGut(team_id(tape, document), gut_ranking(tape, document)),
        30 => Edit::Marking(tape.text()),
        31 => Edit::Workshop(tape.maybe(60, workshop)),
        32 => Edit::Baseline(tape.maybe(70, |tape| option_id(tape, document))),
        33 => Edit::AddAssumption(new_assumption(tape, document), tape.pick(5)),
        34 | 35 => Edit::ChangeAssumption(changed_assumption(tape, document)),
        36 => Edit::MoveAssumption(assumption_id(tape, document), tape.pick(5)),
        37 => Edit::RemoveAssumption(assumption_id(tape, document)),
        _ => {
            let number = tape.pick(50);
            Edit::CloseRound(round(tape, number))
        }
    }
}

/// An id of the list, now and then one that isn't there.
fn known<T: Clone>(tape: &mut Tape, ids: &[T], new: impl Fn(&str) -> Option<T>) -> T {
    match tape.choose(ids) {
        Some(id) if !tape.chance(5) => id.clone(),
        _ => new("not-there").unwrap(),
    }
}

/// An id of the list or a new one, about as often.
fn known_or_new<T: Clone>(tape: &mut Tape, ids: &[T], new: impl Fn(&str) -> Option<T>) -> T {
    if tape.chance(50) { new(&new_id(tape)).unwrap() } else { known(tape, ids, new) }
}

/// Seldom one in use.
fn new_id(tape: &mut Tape) -> String {
    let number = if tape.chance(10) { tape.pick(6) } else { 1_000 + tape.pick(10_000) };
    tape.id(number)
}

pub fn source_ids(document: &Scenario) -> Vec<SourceId> {
    document.sources.keys().cloned().collect()
}

pub fn option_id(tape: &mut Tape, document: &Scenario) -> OptionId {
    let ids: Vec<OptionId> = document.options.iter().map(|option| option.id.clone()).collect();
    known(tape, &ids, OptionId::new)
}

pub fn criterion_id(tape: &mut Tape, document: &Scenario) -> NodeId {
    let ids: Vec<NodeId> = document.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    known(tape, &ids, NodeId::new)
}

pub fn group_id(tape: &mut Tape, document: &Scenario) -> NodeId {
    let ids: Vec<NodeId> = document.groups.iter().map(|group| group.id.clone()).collect();
    known(tape, &ids, NodeId::new)
}

pub fn team_id(tape: &mut Tape, document: &Scenario) -> TeamId {
    let ids: Vec<TeamId> = document.teams.iter().map(|team| team.id.clone()).collect();
    known(tape, &ids, TeamId::new)
}

fn new_option(tape: &mut Tape, document: &Scenario) -> Alternative {
    let id = OptionId::new(&new_id(tape)).unwrap();
    let used = document.options.iter().map(|option| &option.letter);
    let free = mizan::model::Appearance::default().with_letters(used).letter();
    let letter = if tape.chance(10) { Letter::nth(tape.pick(26)) } else { free };
    option(tape, id, letter)
}

fn changed_option(tape: &mut Tape, document: &Scenario) -> Alternative {
    let Some(known) = tape.choose(&document.options).cloned() else {
        return new_option(tape, document);
    };
    match tape.pick(4) {
        0 => Alternative { name: tape.name(), ..known },
        1 => Alternative { short: "s".repeat(20 + tape.pick(8)), ..known },
        2 => Alternative { note: tape.text(), ..known },
        _ => Alternative { letter: Letter::nth(tape.pick(18_000)), ..known },
    }
}

fn new_criterion(tape: &mut Tape, document: &Scenario) -> Criterion {
    let id = NodeId::new(&new_id(tape)).unwrap();
    criterion(tape, id, &document.groups)
}

fn changed_criterion(tape: &mut Tape, document: &Scenario) -> Criterion {
    let Some(mut changed) = tape.choose(&document.criteria).cloned() else {
        return new_criterion(tape, document);
    };
    match tape.pick(8) {
        0 => changed.name = tape.name(),
        1 => changed.goal = new_criterion(tape, document).goal,
        2 => changed.group = None,
        3 => changed.group = tape.choose(&document.groups).map(|group| group.id.clone()),
        4 => changed.range = range(tape, &changed.value),
        5 => changed.value = value_function(tape),
        6 => changed.must_have = tape.maybe(60, must_have).or(Some(MustHave::AtLeast(-0.0))),
        _ => changed.preference = preference(tape),
    }
    changed
}

fn new_group(tape: &mut Tape, document: &Scenario) -> Group {
    let id = NodeId::new(&new_id(tape)).unwrap();
    let parent = tape.choose(&document.groups).map(|group| group.id.clone());
    group(tape, id, parent)
}

/// Moved into another group often enough to make a cycle now and then.
fn changed_group(tape: &mut Tape, document: &Scenario) -> Group {
    let Some(known) = tape.choose(&document.groups).cloned() else {
        return new_group(tape, document);
    };
    match tape.pick(3) {
        0 => Group { short: tape.short(), ..known },
        1 => Group { group: None, ..known },
        _ => Group { group: tape.choose(&document.groups).map(|group| group.id.clone()), ..known },
    }
}

fn body_of(document: &Scenario) -> Body {
    Body {
        groups: document.groups.clone(),
        criteria: document.criteria.clone(),
        options: document.options.clone(),
        assumptions: document.assumptions.clone(),
        scores: document.scores.clone(),
        teams: document.teams.clone(),
    }
}

fn new_team(tape: &mut Tape, document: &Scenario) -> Team {
    let id = if tape.chance(5) { "mean".to_owned() } else { new_id(tape) };
    team(tape, TeamId::new(&id).unwrap(), &body_of(document), &source_ids(document))
}

fn described_team(tape: &mut Tape, document: &Scenario) -> Edit {
    Edit::DescribeTeam {
        id: team_id(tape, document),
        name: if tape.chance(5) { " ".to_owned() } else { tape.name() },
        short: tape.short(),
        note: tape.text(),
        mark: Mark::nth(tape.pick(8)),
    }
}

/// Now and then with an option that isn't there, or stands twice.
fn gut_ranking(tape: &mut Tape, document: &Scenario) -> Vec<OptionId> {
    let ids: Vec<OptionId> = document.options.iter().map(|option| option.id.clone()).collect();
    let mut ranking = tape.subset(&ids, 60);
    if tape.chance(20) {
        ranking.push(known(tape, &ids, OptionId::new));
    }
    tape.shuffled(ranking)
}

fn assumption_id(tape: &mut Tape, document: &Scenario) -> AssumptionId {
    let ids: Vec<AssumptionId> = document.assumptions.iter().map(|it| it.id.clone()).collect();
    known(tape, &ids, AssumptionId::new)
}

fn new_assumption(tape: &mut Tape, document: &Scenario) -> Assumption {
    let ids: Vec<AssumptionId> = document.assumptions.iter().map(|it| it.id.clone()).collect();
    let id = known_or_new(tape, &ids, AssumptionId::new);
    assumption(tape, id)
}

/// Mostly one that comes to hold, or not to hold any more.
fn changed_assumption(tape: &mut Tape, document: &Scenario) -> Assumption {
    let Some(known) = tape.choose(&document.assumptions).cloned() else {
        return new_assumption(tape, document);
    };
    match tape.pick(4) {
        0 => Assumption { name: tape.text(), ..known },
        _ => Assumption { holds: !known.holds, ..known },
    }
}

/// A cell set or taken out, now and then to a score that its range excludes.
fn set_score(tape: &mut Tape, document: &Scenario) -> Edit {
    let layer = if tape.chance(40) { Layer::Team(team_id(tape, document)) } else { Layer::Base };
    let (option, id) = (option_id(tape, document), criterion_id(tape, document));
    let sources = source_ids(document);
    let cell = document.criterion(&id).filter(|_| !tape.chance(25)).map(|criterion| {
        let mut cell = score(tape, criterion, (&sources, &document.assumptions));
        if tape.chance(10) {
            cell.score = tape.number();
        }
        cell
    });
    Edit::SetScore(layer, option, id, cell)
}

/// What best-worst records give, in case one loses its best or worst: now and then nothing, or
/// zeros.
pub fn given_shares(tape: &mut Tape, document: &Scenario) -> GivenShares {
    let teams: Vec<OpenTeam> = document.open_teams().collect();
    let teams = tape.subset(&teams, 80);
    let records = teams
        .iter()
        .filter(|team| matches!(team.judgement().elicitation, Elicitation::BestWorst(_)));
    let mut shares = |team: &OpenTeam| {
        let judged = judged(&team.judgement().elicitation).into_iter();
        judged.map(|id| (id, tape.within(0.0, 1.0))).collect()
    };
    records.map(|team| (team.id().clone(), shares(team))).collect()
}
