//! The same document with its maps in document order, as the file has them: then equal documents
//! have equal `Debug` texts, which tell minus zero from zero.

use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use mizan::model::{
    Alternative, Assumption, AssumptionId, Criterion, Elicitation, Group, Judged, NodeId, Round,
    Scenario, Score, ScoreTable, Team, judged_for_file,
};

/// Every bit of a document as a text.
pub fn told(document: &Scenario) -> String {
    everything(&in_document_order(document))
}

/// The same in the order in which it is kept. `Debug` alone tells nothing of what is sealed.
pub fn everything(document: &Scenario) -> String {
    let rounds = document.rounds.iter().flat_map(|round| &round.teams);
    let records: Vec<&Judged> =
        document.teams.iter().chain(rounds).map(|team| judged_for_file(team)).collect();
    format!("{document:#?} {records:#?}")
}

fn in_document_order(document: &Scenario) -> Scenario {
    let mut ordered = document.clone();
    let lists = Lists {
        options: &document.options,
        nodes: nodes(&document.criteria, &document.groups),
        assumptions: ids(&document.assumptions),
    };
    ordered.scores = table(&document.scores, &lists);
    ordered.teams = document.teams.iter().map(|known| Arc::new(team(known, &lists))).collect();
    ordered.rounds = document.rounds.iter().map(|known| Arc::new(round(known))).collect();
    if let Some(decision) = &mut ordered.decision {
        let teams: Vec<_> = document.teams.iter().map(|team| team.id.clone()).collect();
        decision.positions = sorted(&decision.positions, &teams);
    }
    ordered
}

fn nodes(criteria: &[Criterion], groups: &[Group]) -> Vec<NodeId> {
    criteria
        .iter()
        .map(|criterion| criterion.id.clone())
        .chain(groups.iter().map(|group| group.id.clone()))
        .collect()
}

/// The entries in the order of these keys. One that isn't among them would be lost, and the test
/// fail as it must.
fn sorted<K: Hash + Eq + Clone, V: Clone>(map: &IndexMap<K, V>, order: &[K]) -> IndexMap<K, V> {
    order.iter().filter_map(|key| Some((key.clone(), map.get(key)?.clone()))).collect()
}

/// The lists of a document or a round that give maps their order.
struct Lists<'a> {
    options: &'a [Alternative],
    nodes: Vec<NodeId>,
    assumptions: Vec<AssumptionId>,
}

fn ids(assumptions: &[Assumption]) -> Vec<AssumptionId> {
    assumptions.iter().map(|assumption| assumption.id.clone()).collect()
}

fn table(table: &ScoreTable, lists: &Lists) -> ScoreTable {
    let mut ordered = ScoreTable::default();
    for option in lists.options {
        for node in &lists.nodes {
            if let Some(score) = table.get(&option.id, node) {
                let otherwise = sorted(&score.otherwise, &lists.assumptions);
                let score = Score { otherwise, ..score.clone() };
                ordered.set(option.id.clone(), node.clone(), score);
            }
        }
    }
    ordered
}

fn team(team: &Team, lists: &Lists) -> Team {
    let nodes = &lists.nodes;
    let known = judged_for_file(team);
    let mut ordered = known.clone();
    if let Elicitation::Direct(weights) = &known.judgement.elicitation {
        ordered.judgement.elicitation = Elicitation::Direct(sorted(weights, nodes));
    }
    ordered.judgement.weighed_ranges = sorted(&known.judgement.weighed_ranges, nodes);
    ordered.reasons = sorted(&known.reasons, nodes);
    ordered.scores = table(&known.scores, lists);
    match team.seal() {
        None => team.clone().judging(ordered),
        Some(seal) => team.clone().sealed(ordered, seal.clone()),
    }
}

fn round(round: &Round) -> Round {
    let lists = Lists {
        options: &round.options,
        nodes: nodes(&round.criteria, &round.groups),
        assumptions: ids(&round.assumptions),
    };
    Round {
        scores: table(&round.scores, &lists),
        teams: round.teams.iter().map(|known| Arc::new(team(known, &lists))).collect(),
        ..round.clone()
    }
}
