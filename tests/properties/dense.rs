//! Small documents in which nearly every cell is scored, for questions that are asked of whole
//! rankings: two to four criteria, up to six options, scores in halves so that there are ties, one
//! weighed team that may score for itself.

use std::sync::Arc;

use indexmap::IndexMap;
use mizan::evaluation::{Weighting, evaluate, reversal_findings};
use mizan::model::{
    Alternative, Criterion, Elicitation, Goal, Hue, Judged, Letter, Mark, MustHave, NodeId,
    OptionId, Scenario, Score, Team, TeamId,
};
use mizan::model::{Method, Range, ValueFunction};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::criteria::preference;
use crate::small::told;
use crate::tape::{Numbers, Tape, tapes};

pub fn dense_documents() -> impl Strategy<Value = Scenario> {
    tapes(240, Numbers::Tame).prop_map(|mut tape| document(&mut tape))
}

fn document(tape: &mut Tape) -> Scenario {
    let mut document = Scenario::new("dense");
    for index in 0..2 + tape.pick(3) {
        let id = NodeId::new(&format!("c{index}")).unwrap();
        let goal = tape.choose_from([Goal::Maximize, Goal::Minimize]);
        let (range, value) = scale(tape);
        let must_have = tape.maybe(8, |tape| MustHave::AtLeast(half(tape)));
        let preference = preference(tape);
        document.criteria.push(Criterion {
            goal,
            range,
            value,
            must_have,
            preference,
            ..Criterion::new(id, "C", Hue::nth(index))
        });
    }
    let mut own = Judged::default();
    for index in 0..=tape.pick(6) {
        let id = OptionId::new(&format!("o{index}")).unwrap();
        let (short, note) = (String::new(), String::new());
        document.options.push(Alternative {
            id: id.clone(),
            name: format!("O{index}"),
            short,
            note,
            letter: Letter::nth(index),
        });
        for criterion in &document.criteria {
            if !tape.chance(3) {
                document.scores.set(id.clone(), criterion.id.clone(), Score::exact(half(tape)));
            }
            if tape.chance(8) {
                own.scores.set(id.clone(), criterion.id.clone(), Score::exact(half(tape)));
            }
        }
    }
    let mut weights: IndexMap<NodeId, f64> =
        document.criteria.iter().map(|c| (c.id.clone(), tape.pick(5) as f64)).collect();
    if weights.values().all(|weight| *weight == 0.0) {
        weights.values_mut().for_each(|weight| *weight = 1.0);
    }
    own.judgement.elicitation = Elicitation::Direct(weights);
    let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
    document.teams.push(Arc::new(team.judging(own)));
    document
}

/// 0, 0.5, … 10.
fn half(tape: &mut Tape) -> f64 {
    tape.pick(21) as f64 / 2.0
}

fn scale(tape: &mut Tape) -> (Range, ValueFunction) {
    match tape.pick(5) {
        0..=2 => (Range::Fixed(0.0, 10.0), ValueFunction::Linear),
        3 => (Range::Observed, ValueFunction::Linear),
        _ => {
            let values = [0.0, tape.within(0.0, 1.0), tape.within(0.0, 1.0), 1.0];
            (
                Range::Fixed(0.0, 10.0),
                ValueFunction::Piecewise([0.0, 3.0, 7.0, 10.0].into_iter().zip(values).collect()),
            )
        }
    }
}

/// What the properties are worth rests on this: that there is enough to ask about.
#[test]
fn dense_documents_have_ties_dominance_reversals_and_options_that_never_win() {
    let mut runner = TestRunner::deterministic();
    let mut counts = [0; 6];
    for _ in 0..300 {
        let document = dense_documents().new_tree(&mut runner).unwrap().current();
        let weighting = Weighting::of_default(&document);
        let evaluation = evaluate(&document, &weighting).unwrap();
        let found = told(&document, &weighting);
        let reversals =
            |method| reversal_findings(&document, &weighting, &evaluation, method).len();
        counts[0] += usize::from(evaluation.ranking.ranked.len() >= 3);
        counts[1] += usize::from(
            evaluation.ranking.ranked.windows(2).any(|pair| pair[0].rank == pair[1].rank),
        );
        counts[2] += found.dominance.len();
        counts[3] += reversals(Method::Topsis)
            + reversals(Method::Vikor(0.5))
            + reversals(Method::PrometheeII);
        counts[4] += reversals(Method::WeightedSum);
        counts[5] += found.never_wins.iter().filter(|never| never.cure.is_some()).count();
    }
    assert!(
        counts.iter().zip([100, 10, 100, 60, 5, 40]).all(|(count, least)| *count >= least),
        "{counts:?}"
    );
}
