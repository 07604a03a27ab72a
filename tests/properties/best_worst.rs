//! The closed form of best and worst comparisons against the linear programme that it stands for,
//! solved anew for the least ξ and for both ends of every share there.

use std::sync::Arc;
use std::time::{Duration, Instant};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use mizan::elicitation::Consistency;
use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{
    BestWorst, Criterion, Elicitation, Hue, Judged, Judgement, Mark, NodeId, Scenario, Team, TeamId,
};
use proptest::prelude::*;

use crate::tape::{Numbers, Tape, tapes};

/// How much more than the least ξ a share's ends may use, and what that and the programme's own
/// arithmetic may move them.
const SLACK: f64 = 1e-10;
const NEAR: f64 = 1e-6;

/// Comparisons by index: the first is best, the second worst.
struct Given {
    best_over: Vec<f64>,
    over_worst: Vec<f64>,
}

/// Of few different numbers, so that several comparisons contradict one another alike.
fn given(tape: &mut Tape, count: usize) -> Given {
    let number = |tape: &mut Tape| {
        let within = tape.within(1.0, 9.0);
        tape.choose_from([1.0, 2.0, 3.0, 5.0, 9.0, 1.5, within])
    };
    let spread = number(tape);
    let mut given = Given { best_over: vec![1.0, spread], over_worst: vec![spread, 1.0] };
    for _ in 2..count {
        given.best_over.push(number(tape));
        given.over_worst.push(number(tape));
    }
    given
}

/// The shares by the closed form, and ξ.
fn solved(given: &Given) -> (Vec<f64>, f64) {
    let id = |place: usize| NodeId::new(&format!("c{place}")).unwrap();
    let list = |numbers: &[f64], own: usize| {
        let others = numbers.iter().enumerate().filter(|(place, _)| *place != own);
        others.map(|(place, number)| (id(place), *number)).collect()
    };
    let mut document = Scenario::new("best and worst");
    let criterion = |place| Criterion::new(id(place), "Criterion", Hue::nth(place));
    document.criteria = (0..given.best_over.len()).map(criterion).collect();
    let elicitation = Elicitation::BestWorst(BestWorst {
        best: id(0),
        worst: id(1),
        best_over: list(&given.best_over, 0),
        over_worst: list(&given.over_worst, 1),
    });
    let judgement = Judgement { elicitation, ..Judgement::default() };
    let team = Team::new(TeamId::new("team").unwrap(), "Team", Mark::nth(0))
        .judging(Judged { judgement, ..Judged::default() });
    document.teams = vec![Arc::new(team)];
    let shares = evaluate(&document, &Weighting::of_default(&document)).unwrap().shares;
    let Some(Consistency::BestWorst { xi, .. }) = shares.consistency else {
        panic!("comparisons have a consistency")
    };
    (shares.criteria, xi)
}

/// What the programme is to make least or greatest.
#[derive(Clone, Copy)]
enum Wanted {
    LeastXi,
    End(usize, OptimizationDirection, f64),
}

/// The value of what is wanted, by Rezaei's linear model.
fn programme(given: &Given, wanted: Wanted) -> f64 {
    let (direction, xi_weight, most) = match wanted {
        Wanted::LeastXi => (OptimizationDirection::Minimize, 1.0, f64::INFINITY),
        Wanted::End(_, direction, xi) => (direction, 0.0, xi + SLACK),
    };
    let mut problem = Problem::new(direction);
    let weight = |place: usize| match wanted {
        Wanted::End(share, ..) if share == place => 1.0,
        _ => 0.0,
    };
    let count = given.best_over.len();
    let shares: Vec<Variable> =
        (0..count).map(|place| problem.add_var(weight(place), (0.0, 1.0))).collect();
    let xi = problem.add_var(xi_weight, (0.0, most));
    let mut bound = |a: (Variable, f64), b: (Variable, f64)| {
        problem.add_constraint([a, b, (xi, -1.0)], ComparisonOp::Le, 0.0);
        problem.add_constraint([(a.0, -a.1), (b.0, -b.1), (xi, -1.0)], ComparisonOp::Le, 0.0);
    };
    for (place, share) in shares.iter().enumerate() {
        if place != 0 {
            bound((shares[0], 1.0), (*share, -given.best_over[place]));
        }
        if place != 1 {
            bound((*share, 1.0), (shares[1], -given.over_worst[place]));
        }
    }
    problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
    problem.solve().unwrap().into_solution().unwrap().objective()
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn the_closed_form_is_the_only_answer_of_the_programme(mut tape in tapes(60, Numbers::Tame)) {
        let count = 2 + tape.pick(8);
        let given = given(&mut tape, count);
        let (shares, xi) = solved(&given);
        let least = programme(&given, Wanted::LeastXi);
        prop_assert!((xi - least).abs() <= NEAR, "{} beside {}", xi, least);
        for (place, share) in shares.iter().enumerate() {
            for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
                let end = programme(&given, Wanted::End(place, direction, least));
                prop_assert!((share - end).abs() <= NEAR, "{} of {:?} beside {}", place, shares, end);
            }
        }
    }
}

/// As many as a document may have, each compared with both.
#[test]
fn two_hundred_criteria_are_compared_within_a_second() {
    let number = |place: usize| 1.0 + (place * 7 % 33) as f64 / 4.0;
    let mut given = Given { best_over: vec![1.0, 9.0], over_worst: vec![9.0, 1.0] };
    for place in 2..200 {
        given.best_over.push(number(place));
        given.over_worst.push(number(place * 5 + 3));
    }
    let began = Instant::now();
    let (shares, xi) = solved(&given);
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    assert!(xi > 0.0 && shares.iter().all(|share| *share > 0.0));
}
