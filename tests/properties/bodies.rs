//! What a scenario and a closed round have in common: random groups, criteria, options, scores and
//! teams.

use std::sync::Arc;

use mizan::model::{
    Alternative, Assumption, AssumptionId, Criterion, Group, Judged, Letter, Mark, NodeId,
    OpenedSeal, OptionId, ScoreTable, Seal, SourceId, Team, TeamId, Tree,
};

use crate::criteria::{assumption, criterion, group, option, score};
use crate::judgements::judgement;
use crate::tape::Tape;

pub struct Body {
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub options: Vec<Alternative>,
    pub assumptions: Vec<Assumption>,
    pub scores: ScoreTable,
    pub teams: Vec<Arc<Team>>,
}

/// A body whose cells cite these sources.
pub fn body(tape: &mut Tape, sources: &[SourceId], most: usize) -> Body {
    let groups = groups(tape);
    let criteria: Vec<Criterion> = (0..tape.pick(most + 1))
        .map(|number| {
            let id = NodeId::new(&tape.id(number)).unwrap();
            criterion(tape, id, &groups)
        })
        .collect();
    let options = options(tape, most);
    let count = if tape.chance(50) { tape.pick(4) } else { 0 };
    let assumptions: Vec<Assumption> = (0..count)
        .map(|number| {
            let id = AssumptionId::new(&tape.id(number)).unwrap();
            assumption(tape, id)
        })
        .collect();
    let scores = table(tape, (&options, &criteria), (sources, &assumptions), 85);
    let mut body = Body { groups, criteria, options, assumptions, scores, teams: Vec::new() };
    for number in 0..tape.pick(5) {
        let id = TeamId::new(&tape.id(number)).unwrap();
        let team = team(tape, id, &body, sources);
        body.teams.push(Arc::new(team));
    }
    body
}

/// Groups nested in one another without a cycle, in any order.
fn groups(tape: &mut Tape) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for number in 0..tape.pick(5) {
        // Numbers from 100, as criteria and groups share one space of ids.
        let id = NodeId::new(&tape.id(100 + number)).unwrap();
        let parent =
            tape.maybe(50, |tape| tape.choose(&groups).map(|group| group.id.clone())).flatten();
        groups.push(group(tape, id, parent));
    }
    tape.shuffled(groups)
}

fn options(tape: &mut Tape, most: usize) -> Vec<Alternative> {
    let (first, step) = (tape.pick(18_000), 1 + tape.pick(30));
    (0..tape.pick(most + 1))
        .map(|number| {
            let id = OptionId::new(&tape.id(number)).unwrap();
            option(tape, id, Letter::nth(first + step * number))
        })
        .collect()
}

/// Scores in so many per cent of the cells, in document order.
fn table(
    tape: &mut Tape,
    (options, criteria): (&[Alternative], &[Criterion]),
    known: (&[SourceId], &[Assumption]),
    percent: usize,
) -> ScoreTable {
    let mut table = ScoreTable::default();
    // The tape's zeros fill every cell: a shrunk document is a full one.
    for option in options {
        for criterion in criteria {
            if !tape.chance(100 - percent) {
                table.set(option.id.clone(), criterion.id.clone(), score(tape, criterion, known));
            }
        }
    }
    table
}

/// A team that judges and scores what the body holds.
pub fn team(tape: &mut Tape, id: TeamId, body: &Body, sources: &[SourceId]) -> Team {
    let tree = Tree::new(&body.groups, &body.criteria);
    let nodes: Vec<NodeId> = body
        .criteria
        .iter()
        .map(|c| c.id.clone())
        .chain(body.groups.iter().map(|g| g.id.clone()))
        .collect();
    let own = if tape.chance(50) { 15 } else { 0 };
    let ids: Vec<OptionId> = body.options.iter().map(|option| option.id.clone()).collect();
    let ranked = tape.subset(&ids, 50);
    let mut team = Team::new(id, &tape.name(), Mark::nth(0));
    (team.short, team.note, team.mark) = (tape.short(), tape.text(), Mark::nth(tape.pick(8)));
    let judged = Judged {
        judgement: judgement(tape, &tree),
        reasons: tape.subset(&nodes, 40).into_iter().map(|id| (id, tape.text())).collect(),
        scores: table(tape, (&body.options, &body.criteria), (sources, &body.assumptions), own),
        gut_ranking: tape.shuffled(ranked),
        seal: None,
    };
    let seal = tape.maybe(20, |tape| Seal {
        at: tape.time(),
        nonce: tape.hexadecimal(32),
        sha256: tape.hexadecimal(64),
    });
    match (seal, tape.maybe(60, Tape::time)) {
        (None, _) => team.judging(judged),
        (Some(seal), None) => team.sealed(judged, seal),
        (Some(seal), Some(opened)) => {
            team.judging(Judged { seal: Some(OpenedSeal { seal, opened }), ..judged })
        }
    }
}
