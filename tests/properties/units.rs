//! Scores in another unit, and criteria split in two: what that leaves as it is, method by method.

use std::sync::Arc;

use mizan::evaluation::{Weighting, evaluate, evaluate_by};
use mizan::model::{
    Elicitation, Method, MustHave, NodeId, Preference, Range, Scenario, ScoreTable, ValueFunction,
    faults,
};
use mizan::store::parse;
use proptest::prelude::*;

use crate::invariance::{all_documents, check_same, places, places_by};
use crate::small::{METHODS, positive_documents, small_documents};
use crate::tape::{Numbers, tapes};

/// From degrees Celsius to Fahrenheit and Kelvin, from feet to metres, and others.
const UNITS: [(f64, f64); 6] = [
    (1.8, 32.0),
    (1.0, 273.15),
    (1_000.0, -5_000.0),
    (0.3048, -7.0),
    (1.0 / 3.0, 0.1),
    (0.01, 0.2),
];

/// A criterion with every number about it, its scores included, in the unit factor × x + shift.
pub fn in_unit(document: &Scenario, criterion: usize, (factor, shift): (f64, f64)) -> Scenario {
    let turn = |x: f64| factor * x + shift;
    let mut turned = document.clone();
    let Some(criterion) = turned.criteria.get_mut(criterion) else { return turned };
    if let Range::Fixed(min, max) = &mut criterion.range {
        (*min, *max) = (turn(*min), turn(*max));
    }
    if let ValueFunction::Piecewise(points) = &mut criterion.value {
        for (x, _) in points {
            *x = turn(*x);
        }
    }
    criterion.labels.iter_mut().for_each(|(x, _)| *x = turn(*x));
    criterion.benchmark = criterion.benchmark.map(turn);
    criterion.must_have = criterion.must_have.map(|must_have| match must_have {
        MustHave::AtLeast(least) => MustHave::AtLeast(turn(least)),
        MustHave::AtMost(most) => MustHave::AtMost(turn(most)),
    });
    criterion.preference = match criterion.preference {
        Preference::Usual => Preference::Usual,
        Preference::Linear(q, p) => Preference::Linear(factor * q, factor * p),
        Preference::VShape(p) => Preference::VShape(factor * p),
        Preference::UShape(q) => Preference::UShape(factor * q),
        Preference::Level(q, p) => Preference::Level(factor * q, factor * p),
        Preference::Gaussian(s) => Preference::Gaussian(factor * s),
    };
    let id = criterion.id.clone();
    turn_column(&mut turned.scores, &id, turn);
    for team in &mut turned.teams {
        let judged = Arc::make_mut(team).opened_mut().unwrap();
        turn_column(&mut judged.scores, &id, turn);
        judged
            .judgement
            .weighed_ranges
            .get_mut(&id)
            .into_iter()
            .for_each(|(worst, best)| (*worst, *best) = (turn(*worst), turn(*best)));
    }
    turned
}

fn turn_column(table: &mut ScoreTable, column: &NodeId, turn: impl Fn(f64) -> f64) {
    let cells: Vec<_> = table
        .cells()
        .filter(|(_, criterion, _)| *criterion == column)
        .map(|(id, _, score)| (id.clone(), score.clone()))
        .collect();
    for (option, mut score) in cells {
        score.score = turn(score.score);
        (score.low, score.high) = (score.low.map(&turn), score.high.map(&turn));
        for other in score.otherwise.values_mut() {
            other.score = turn(other.score);
            (other.low, other.high) = (other.low.map(&turn), other.high.map(&turn));
        }
        table.set(option, column.clone(), score);
    }
}

/// Small documents whose units are as small or as large as numbers go.
pub fn extreme_documents() -> impl Strategy<Value = Scenario> {
    const FACTORS: [f64; 10] =
        [1.0, 5e-324, 1e-322, 1e-310, 1e-300, 1e-160, 1e160, 1e300, 1.7e307, 1.9e307];
    let document = prop_oneof![small_documents(), positive_documents()];
    let made = (document, prop::collection::vec(prop::sample::select(&FACTORS), 4)).prop_map(
        |(document, factors)| {
            let all = factors.into_iter().enumerate();
            all.fold(document, |document, (criterion, factor)| {
                in_unit(&document, criterion, (factor, 0.0))
            })
        },
    );
    made.prop_filter("a file must be able to hold it", is_storable)
}

/// Whether a file can hold a document: its numbers are finite and keep to its rules.
pub fn is_storable(document: &Scenario) -> bool {
    let own = document.open_teams().map(|team| &team.judged().scores);
    let tables = std::iter::once(&document.scores).chain(own);
    tables.flat_map(ScoreTable::cells).all(|(.., score)| score.numbers().all(f64::is_finite))
        && faults(document, None).is_empty()
        && document.criteria.iter().all(|criterion| !format!("{criterion:?}").contains("inf"))
}

/// The document without groups, each team's weights its shares.
fn flat(document: &Scenario) -> Scenario {
    let mut flat = document.clone();
    flat.groups.clear();
    flat.criteria.iter_mut().for_each(|criterion| criterion.group = None);
    flat.teams.retain(|team| team.opened().is_some_and(|judged| judged.judgement.is_begun()));
    for team in &mut flat.teams {
        let shares = evaluate(document, &Weighting::Team(team.id.clone())).unwrap().shares.criteria;
        let weights =
            document.criteria.iter().map(|criterion| criterion.id.clone()).zip(shares).collect();
        let judged = Arc::make_mut(team).opened_mut().unwrap();
        judged.judgement.elicitation = Elicitation::Direct(weights);
    }
    flat
}

/// A flat document with a criterion twice, each with half its weight.
fn split(flat: &Scenario, criterion: usize) -> Scenario {
    let mut split = flat.clone();
    let Some(whole) = flat.criteria.get(criterion) else { return split };
    let id = NodeId::new("the-other-half").unwrap();
    split.criteria.push(mizan::model::Criterion { id: id.clone(), ..whole.clone() });
    let copy = |table: &mut ScoreTable| {
        let column: Vec<_> = table
            .cells()
            .filter(|(_, other, _)| **other == whole.id)
            .map(|(option, _, score)| (option.clone(), score.clone()))
            .collect();
        for (option, score) in column {
            table.set(option, id.clone(), score);
        }
    };
    copy(&mut split.scores);
    for team in &mut split.teams {
        let judged = Arc::make_mut(team).opened_mut().unwrap();
        copy(&mut judged.scores);
        if let Elicitation::Direct(weights) = &mut judged.judgement.elicitation {
            let half = weights[&whole.id] / 2.0;
            weights.insert(whole.id.clone(), half);
            weights.insert(id.clone(), half);
        }
    }
    split
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn another_unit_changes_neither_the_weighted_sum_nor_vikor_nor_promethee(
        document in all_documents(), index in any::<prop::sample::Index>(), unit in prop::sample::select(&UNITS),
    ) {
        let turned = in_unit(&document, index.index(document.criteria.len().max(1)), unit);
        check_same(&places(&document), &places(&turned))?;
        for method in [Method::Vikor(0.5), Method::Vikor(0.0), Method::PrometheeII] {
            check_same(&places_by(&document, method), &places_by(&turned, method))?;
        }
    }

    #[test]
    fn another_factor_without_a_shift_changes_no_method(
        document in prop_oneof![all_documents(), positive_documents()], index in any::<prop::sample::Index>(),
        factor in prop::sample::select(&[1e-310, 0.001, 1.0 / 3.0, 1.8, 1_000.0, 1e306][..]),
    ) {
        let turned = in_unit(&document, index.index(document.criteria.len().max(1)), (factor, 0.0));
        check_same(&places(&document), &places(&turned))?;
        for method in METHODS {
            check_same(&places_by(&document, method), &places_by(&turned, method))?;
        }
    }

    #[test]
    fn far_from_zero_the_order_of_options_makes_no_difference_either(document in all_documents(), mut tape in tapes(20, Numbers::Tame)) {
        let far = (0..document.criteria.len()).fold(document, |document, criterion| in_unit(&document, criterion, (1.0, 1e9)));
        let shuffled = Scenario { options: tape.shuffled(far.options.clone()), ..far.clone() };
        check_same(&places(&far), &places(&shuffled))?;
        for method in METHODS {
            check_same(&places_by(&far, method), &places_by(&shuffled, method))?;
        }
    }

    #[test]
    fn a_criterion_split_into_equal_halves_changes_no_weighted_sum(document in all_documents(), index in any::<prop::sample::Index>()) {
        let flat = flat(&document);
        let split = split(&flat, index.index(flat.criteria.len().max(1)));
        // Without teams that weighed, the mean would be of criteria that are one more.
        let from = usize::from(flat.teams.is_empty());
        check_same(&places(&flat)[from..], &places(&split)[from..])?;
    }
}

/// Its length of a column hangs on where the unit's zero lies: kelvin instead of degrees turn a
/// ranking round.
#[test]
fn a_shifted_unit_changes_topsis() {
    let text = r#"(format: 1, title: "t", criteria: [(id: "a", name: "A", range: Observed), (id: "b", name: "B", range: Observed)],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 10), "b": (score: 4)}, "y": {"a": (score: 1), "b": (score: 6)}})"#;
    let document = parse(text.as_bytes()).unwrap().scenario;
    let turned = in_unit(&document, 0, (1.0, 273.15));
    let first = |document: &Scenario| {
        let evaluation = evaluate(document, &Weighting::Mean).unwrap();
        evaluate_by(document, &Weighting::Mean, &evaluation, Method::Topsis).ranking.standings[0]
            .option
    };
    assert_eq!((first(&document), first(&turned)), (0, 1));
}
