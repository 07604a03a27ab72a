//! The hash that a seal is made of: over what a team judged and scored, whatever the order in which
//! it is kept, and over nothing else.

use std::sync::Arc;

use indexmap::IndexMap;
use mizan::model::{
    Elicitation, Grade, Judged, NodeId, OptionId, Scenario, Score, ScoreTable, TeamId,
};
use mizan::store::record_hash;
use proptest::prelude::*;

use crate::documents::open_documents;

const NONCE: &str = "00112233445566778899aabbccddeeff";

fn hash(document: &Scenario, team: &TeamId) -> String {
    record_hash(document, document.open_team(team).unwrap(), NONCE)
}

/// The document after a change of a team's record.
fn changed(document: &Scenario, team: &TeamId, change: impl FnOnce(&mut Judged)) -> Scenario {
    let mut next = document.clone();
    let own = next.teams.iter_mut().find(|own| own.id == *team).unwrap();
    change(Arc::make_mut(own).opened_mut().unwrap());
    next
}

fn turned<K: Clone + std::hash::Hash + Eq, V: Clone>(map: &IndexMap<K, V>) -> IndexMap<K, V> {
    map.iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// The cells, changed, in the order from the last to the first.
fn each(scores: &ScoreTable, change: impl Fn(&mut Score)) -> ScoreTable {
    let mut cells: Vec<(OptionId, NodeId, Score)> =
        scores.cells().map(|(o, c, score)| (o.clone(), c.clone(), score.clone())).collect();
    cells.reverse();
    let mut table = ScoreTable::default();
    for (option, criterion, mut score) in cells {
        change(&mut score);
        table.set(option, criterion, score);
    }
    table
}

/// The same record, kept in another order, with other evidence and weighed at another time.
fn disguise(judged: &mut Judged) {
    if let Elicitation::Direct(weights) = &mut judged.judgement.elicitation {
        *weights = turned(weights);
    }
    judged.judgement.weighed_ranges = turned(&judged.judgement.weighed_ranges);
    judged.judgement.weighed = None;
    judged.reasons = turned(&judged.reasons);
    judged.scores = each(&judged.scores, |score| {
        score.evidence.clear();
        score.otherwise = turned(&score.otherwise);
    });
}

/// Changes of each field that counts, where there is something to change.
fn changes(judged: &Judged) -> Vec<Judged> {
    let mut all = Vec::new();
    let mut change = |change: &dyn Fn(&mut Judged)| {
        let mut next = judged.clone();
        change(&mut next);
        if next != *judged {
            all.push(next);
        }
    };
    change(&|judged| judged.judgement.elicitation = Elicitation::default());
    change(&|judged| {
        if let Elicitation::Direct(weights) = &mut judged.judgement.elicitation {
            weights.values_mut().for_each(|weight| *weight = 2.0 * *weight + 1.0);
        }
    });
    change(&|judged| judged.judgement.weighed_ranges.clear());
    change(&|judged| judged.reasons.values_mut().for_each(|reason| reason.push('!')));
    change(&|judged| judged.gut_ranking.reverse());
    let cells: [&dyn Fn(&mut Score); 6] = [
        &|score| score.score = score.score / 2.0 + 1.0,
        &|score| score.low = score.low.map_or(Some(score.score), |_| None),
        &|score| score.high = score.high.map_or(Some(score.score), |_| None),
        &|score| score.reason.push('!'),
        &|score| score.grade = if score.grade.is_some() { None } else { Grade::new('B', 2) },
        &|score| score.otherwise.values_mut().for_each(|figures| figures.reason.push('!')),
    ];
    for of_cell in cells {
        change(&|judged| judged.scores = each(&judged.scores, of_cell));
    }
    all
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn the_hash_of_a_record_is_of_what_counts_in_it_whatever_its_order(document in open_documents()) {
        for team in &document.teams {
            let (id, judged) = (&team.id, team.opened().unwrap());
            let before = hash(&document, id);
            prop_assert_eq!(before.len(), 64);
            let mut same = changed(&document, id, disguise);
            let own = same.teams.iter_mut().find(|own| own.id == *id).unwrap();
            Arc::make_mut(own).name = "Another".to_owned();
            prop_assert_eq!(hash(&same, id), before.clone());
            for next in changes(judged) {
                let other = changed(&document, id, |judged| *judged = next.clone());
                prop_assert_ne!(hash(&other, id), before.clone(), "{:?} and {:?}", judged, next);
            }
            let open = document.open_team(id).unwrap();
            prop_assert_ne!(record_hash(&document, open, "00"), before);
        }
    }
}
