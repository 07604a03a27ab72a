//! Small random documents, on which every question can also be answered by trying.

use std::sync::Arc;

use mizan::analysis::{Grid, Problem, Scored, Values, Viewpoint, Watch};
use mizan::evaluation::{Sensitivity, Weighting, evaluate, sensitivity};
use mizan::model::{
    Alternative, Criterion, Elicitation, Goal, Hue, Judged, Letter, Mark, Method, MustHave, NodeId,
    OpenTeam, OptionId, Preference, Range, Scenario, Score, Team, TeamId, ValueFunction,
};
use proptest::prelude::*;

use crate::tape::{Numbers, Tape, tapes};

/// The methods beside the weighted sum.
pub const METHODS: [Method; 4] =
    [Method::WeightedProduct, Method::Topsis, Method::Vikor(0.5), Method::PrometheeII];

/// Up to four criteria and five options with ties, missing cells, must-haves, a team's own scores
/// and shares of zero.
pub fn small_documents() -> impl Strategy<Value = Scenario> {
    tapes(400, Numbers::Tame).prop_map(|mut tape| small(&mut tape, -5.0))
}

/// The same with scores above zero, which every method can work with.
pub fn positive_documents() -> impl Strategy<Value = Scenario> {
    tapes(400, Numbers::Tame).prop_map(|mut tape| small(&mut tape, 1.0))
}

/// The mean and the only team of a small document.
pub fn weightings() -> [Weighting; 2] {
    [Weighting::Mean, Weighting::Team(TeamId::new("team").unwrap())]
}

pub fn team_of<'a>(document: &'a Scenario, weighting: &Weighting) -> Option<OpenTeam<'a>> {
    weighting.open_team(document)
}

pub fn problem(document: &Scenario, weighting: &Weighting) -> Problem {
    Problem::new(
        &Grid::new(document),
        team_of(document, weighting).map_or(Viewpoint::Base, Viewpoint::Team),
    )
}

/// How firm the result is.
pub fn told(document: &Scenario, weighting: &Weighting) -> Sensitivity {
    let evaluation = evaluate(document, weighting).unwrap();
    sensitivity(document, weighting, &evaluation, &Watch::default()).expect("nobody cancels")
}

pub fn values(document: &Scenario, weighting: &Weighting) -> Values {
    Values::new(&problem(document, weighting))
}

/// What a method beside the weighted sum makes of a document under shares: (option, total) by
/// rising index.
pub fn totals_by(
    document: &Scenario,
    weighting: &Weighting,
    method: Method,
    shares: &[f64],
) -> Vec<(usize, f64)> {
    let problem = problem(document, weighting);
    let standings =
        mizan::analysis::rank_by(method, &Scored::new(&problem, &document.criteria), shares)
            .standings;
    let mut totals: Vec<(usize, f64)> =
        standings.iter().map(|standing| (standing.option, standing.total)).collect();
    totals.sort_by_key(|(option, _)| *option);
    totals
}

/// All weightings of so many criteria in steps of one part in `steps`.
pub fn simplex(criteria: usize, steps: usize) -> Vec<Vec<f64>> {
    fn fill(open: usize, left: usize, begun: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        if open == 1 {
            found.push(begun.iter().copied().chain([left]).collect());
            return;
        }
        for part in 0..=left {
            begun.push(part);
            fill(open - 1, left - part, begun, found);
            begun.pop();
        }
    }
    let mut found = Vec::new();
    fill(criteria, steps, &mut Vec::new(), &mut found);
    found
        .into_iter()
        .map(|parts| parts.into_iter().map(|part| part as f64 / steps as f64).collect())
        .collect()
}

/// Half the sum of all differences between two weightings.
pub fn movement(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0
}

/// Σ w v.
pub fn total(values: &[f64], shares: &[f64]) -> f64 {
    values.iter().zip(shares).map(|(value, share)| value * share).sum()
}

fn small(tape: &mut Tape, least: f64) -> Scenario {
    let mut document = Scenario::new("small");
    document.criteria = (0..=tape.choose_from([2, 1, 3, 0, 2, 3]))
        .map(|number| criterion(tape, number, least))
        .collect();
    document.options = (0..=tape.choose_from([2, 3, 4, 1, 4])).map(option).collect();
    let mut own = Judged::default();
    let without_base: Vec<&NodeId> = document
        .criteria
        .iter()
        .map(|criterion| &criterion.id)
        .filter(|_| tape.chance(6))
        .collect();
    for option in &document.options {
        for criterion in &document.criteria {
            if !tape.chance(8) && !without_base.contains(&&criterion.id) {
                document.scores.set(
                    option.id.clone(),
                    criterion.id.clone(),
                    Score::exact(score(tape, criterion, least)),
                );
            }
            if tape.chance(if without_base.contains(&&criterion.id) { 92 } else { 15 }) {
                own.scores.set(
                    option.id.clone(),
                    criterion.id.clone(),
                    Score::exact(score(tape, criterion, least)),
                );
            }
        }
    }
    let weights: Vec<f64> = document
        .criteria
        .iter()
        .map(|_| tape.choose_from([1.0, 2.0, 0.0, 3.0, 5.0, 8.0]))
        .collect();
    let is_zero = weights.iter().all(|weight| *weight == 0.0);
    let weights = weights.into_iter().map(|weight| if is_zero { 1.0 } else { weight });
    own.judgement.elicitation = Elicitation::Direct(
        document.criteria.iter().map(|criterion| criterion.id.clone()).zip(weights).collect(),
    );
    let team = Team::new(TeamId::new("team").unwrap(), "Team", Mark::nth(0));
    document.teams = vec![Arc::new(team.judging(own))];
    document
}

pub fn option(number: usize) -> Alternative {
    let id = OptionId::new(&format!("o{number}")).unwrap();
    Alternative {
        id,
        name: format!("Option {number}"),
        short: String::new(),
        note: String::new(),
        letter: Letter::nth(number),
    }
}

fn criterion(tape: &mut Tape, number: usize, least: f64) -> Criterion {
    let mut criterion =
        Criterion::new(NodeId::new(&format!("c{number}")).unwrap(), "Criterion", Hue::nth(number));
    let fixed = Range::Fixed(least, least + tape.choose_from([10.0, 25.0]));
    criterion.range = tape.choose_from([fixed, Range::Observed, Range::Observed]);
    criterion.goal = tape.choose_from([Goal::Maximize, Goal::Minimize]);
    criterion.value = match tape.pick(9) {
        8 => ValueFunction::Piecewise(vec![(least, 1.0), (least + 4.0, 0.2), (least + 10.0, 0.9)]),
        6 => ValueFunction::Piecewise(vec![(least, 0.0), (least + 4.0, 1.0), (least + 10.0, 0.25)]),
        7 => ValueFunction::Piecewise(vec![
            (least, 0.9),
            (least + 2.0, 0.3),
            (least + 6.0, 0.3),
            (least + 10.0, 0.0),
        ]),
        _ => ValueFunction::Linear,
    };
    let bound = least + tape.pick(11) as f64;
    criterion.must_have = tape.maybe(20, |tape| {
        tape.choose_from([MustHave::AtLeast(bound - 3.0), MustHave::AtMost(bound + 1.0)])
    });
    criterion.preference = tape.choose_from([
        Preference::Usual,
        Preference::Linear(1.0, 3.0),
        Preference::Linear(2.0, 2.0),
        Preference::VShape(4.0),
        Preference::UShape(2.0),
        Preference::Level(1.0, 5.0),
        Preference::Gaussian(3.0),
    ]);
    criterion
}

/// Coarse often enough for ties.
fn score(tape: &mut Tape, criterion: &Criterion, least: f64) -> f64 {
    let width = match criterion.range {
        Range::Fixed(min, max) => max - min,
        Range::Observed => 14.0,
    };
    let part =
        if tape.chance(60) { tape.pick(6) as f64 / 5.0 } else { tape.pick(101) as f64 / 100.0 };
    least + part * width
}

/// What the properties are worth rests on this: that small documents hold what makes the questions
/// hard.
#[test]
fn small_documents_have_ties_missing_cells_own_scores_and_options_ruled_out() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut missing, mut ruled_out, mut own, mut zero, mut beyond) = (0, 0, 0, 0, 0);
    for _ in 0..200 {
        let document = small_documents().new_tree(&mut runner).unwrap().current();
        let judged = document.teams[0].opened().unwrap();
        assert_eq!(mizan::model::faults(&document, None), []);
        let problem = problem(&document, &weightings()[1]);
        missing += usize::from(
            document.scores.cells().count() < document.options.len() * document.criteria.len(),
        );
        ruled_out +=
            usize::from((0..document.options.len()).any(|option| problem.is_ruled_out(option)));
        own += usize::from(!judged.scores.is_empty());
        zero += usize::from(
            matches!(&judged.judgement.elicitation, Elicitation::Direct(weights) if weights.values().any(|w| *w == 0.0)),
        );
        beyond += usize::from(!problem.findings.is_empty());
    }
    let counts = [missing, ruled_out, own, zero, beyond];
    assert!(counts.iter().all(|count| *count >= 20), "{counts:?}");
}
