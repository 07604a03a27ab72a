//! Exact odds: against areas of triangles cut in whole numbers, and against many draws.

use mizan::analysis::simulation::{
    Draws, Instructions, SimulatedTable, Spread, WeightSpace, simulate,
};
use mizan::analysis::{Odds, Watch, odds};
use mizan::evaluation::{
    Simulation, Weighting, Weights, critical, evaluate, exact_odds, robustness,
};
use mizan::model::Scenario;
use mizan::store;
use proptest::prelude::*;

use crate::cures::with_rows;
use crate::small::values;

/// A fraction in lowest terms, its denominator above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fraction(i128, i128);

impl Fraction {
    fn of(over: i128, under: i128) -> Self {
        fn common(a: i128, b: i128) -> i128 {
            if b == 0 { a.abs() } else { common(b, a % b) }
        }
        let by = common(over, under) * under.signum();
        Self(over / by, under / by)
    }

    fn plus(self, other: Self) -> Self {
        Self::of(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn times(self, other: Self) -> Self {
        Self::of(self.0 * other.0, self.1 * other.1)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0, other.1))
    }

    fn over(self, other: Self) -> Self {
        self.times(Self::of(other.1, other.0))
    }

    fn number(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}

/// Weights of two of three criteria.
type Point = (Fraction, Fraction);

const ZERO: Fraction = Fraction(0, 1);
const ONE: Fraction = Fraction(1, 1);

/// Where on the triangle of weights an option leads by nothing or more; leads are those at the
/// three corners.
fn cut(polygon: &[Point], lead: [i128; 3]) -> Vec<Point> {
    let at = |point: &Point| {
        let third = ONE.minus(point.0).minus(point.1);
        let [a, b, c] = lead.map(|lead| Fraction(lead, 1));
        point.0.times(a).plus(point.1.times(b)).plus(third.times(c))
    };
    let mut kept = Vec::new();
    for (index, point) in polygon.iter().enumerate() {
        let next = &polygon[(index + 1) % polygon.len()];
        let (here, there) = (at(point), at(next));
        if here.0 >= 0 {
            kept.push(*point);
        }
        if here.0.signum() * there.0.signum() < 0 {
            let part = here.over(here.minus(there));
            let between = |a: Fraction, b: Fraction| a.plus(part.times(b.minus(a)));
            kept.push((between(point.0, next.0), between(point.1, next.1)));
        }
    }
    kept
}

/// The area of a polygon as a part of that of the triangle of weights.
fn area(polygon: &[Point]) -> Fraction {
    let edges = (0..polygon.len()).map(|at| (polygon[at], polygon[(at + 1) % polygon.len()]));
    let twice = edges.fold(ZERO, |sum, (a, b)| sum.plus(a.0.times(b.1)).minus(b.0.times(a.1)));
    Fraction(twice.0.abs(), twice.1)
}

fn leads(rows: &[[u8; 3]], a: usize, b: usize) -> [i128; 3] {
    [0, 1, 2].map(|at| i128::from(rows[a][at]) - i128::from(rows[b][at]))
}

/// Under which part an option is first, ties included.
fn first(rows: &[[u8; 3]], option: usize) -> Fraction {
    let triangle = vec![(ONE, ZERO), (ZERO, ONE), (ZERO, ZERO)];
    let others = (0..rows.len()).filter(|other| *other != option);
    let left = others.fold(triangle, |left, other| cut(&left, leads(rows, option, other)));
    area(&left)
}

fn beats(rows: &[[u8; 3]], a: usize, b: usize) -> Fraction {
    let lead = leads(rows, a, b);
    if lead == [0; 3] { ZERO } else { area(&cut(&[(ONE, ZERO), (ZERO, ONE), (ZERO, ZERO)], lead)) }
}

fn found(document: &Scenario) -> Odds {
    let values = values(document, &Weighting::Mean);
    let space = WeightSpace::Any(document.criteria.len());
    odds(&values, &space, &Watch::default()).unwrap()
}

proptest! {
    #![proptest_config(crate::cases(512))]

    #[test]
    fn with_three_criteria_odds_are_areas(
        rows in prop::collection::vec(prop::array::uniform3(0..=10_u8), 1..6),
    ) {
        let document =
            with_rows(&rows.iter().map(|row| row.map(f64::from).to_vec()).collect::<Vec<_>>());
        let found = found(&document);
        let firsts = found.first.unwrap();
        for (a, own) in firsts.iter().enumerate() {
            let wished = first(&rows, a).number();
            prop_assert!((own - wished).abs() <= 1e-12, "{} is not {}", own, wished);
            for b in (0..rows.len()).filter(|b| *b != a) {
                let (own, wished) = (found.pairs[a][b], beats(&rows, a, b).number());
                prop_assert!((own - wished).abs() <= 1e-12, "{} is not {}", own, wished);
            }
        }
    }

    #[test]
    fn odds_add_up_and_are_the_same_whatever_the_order_of_options(
        rows in prop::collection::vec(prop::collection::vec(0..=6_u8, 5), 1..7),
        turn in any::<prop::sample::Index>(),
    ) {
        let of = |rows: &[Vec<u8>]| {
            let scores = |row: &Vec<u8>| row.iter().map(|score| f64::from(*score)).collect();
            found(&with_rows(&rows.iter().map(scores).collect::<Vec<_>>()))
        };
        let (plain, turn) = (of(&rows), turn.index(rows.len()));
        let mut turned = rows.clone();
        turned.rotate_left(turn);
        let turned = of(&turned);
        let has_twins = (0..rows.len()).any(|a| (0..a).any(|b| rows[a] == rows[b]));
        let (firsts, others) = (plain.first.unwrap(), turned.first.unwrap());
        prop_assert!(has_twins || (firsts.iter().sum::<f64>() - 1.0).abs() <= 1e-9);
        for a in 0..rows.len() {
            let other = (a + rows.len() - turn) % rows.len();
            prop_assert!((firsts[a] - others[other]).abs() <= 1e-12);
            for b in (0..rows.len()).filter(|b| *b != a) {
                let both = plain.pairs[a][b] + plain.pairs[b][a];
                let is_level = rows[a] == rows[b];
                let (sum, most) = if is_level { (0.0, 1.0) } else { (1.0, plain.pairs[a][b]) };
                prop_assert!((both - sum).abs() <= 1e-12);
                prop_assert!(firsts[a] <= most + 1e-12);
            }
        }
    }
}

/// Parts that were drawn are those that are known, within four standard errors and what one draw is.
fn is_drawn_so(drawn: u64, samples: u64, known: f64) {
    let (part, samples) = (drawn as f64 / samples as f64, samples as f64);
    let error = (known * (1.0 - known) / samples).sqrt().max(1.0 / samples);
    assert!((part - known).abs() <= 4.0 * error, "{part} was drawn where {known} is known");
}

fn against_draws(samples: u64, weights: Weights) {
    let document = store::parse(store::preset("after-inherent-resolve").unwrap().text.as_bytes())
        .unwrap()
        .scenario;
    let weighting = Weighting::Team(document.teams[0].id.clone());
    let evaluation = evaluate(&document, &weighting).unwrap();
    let draws = Draws { samples, seed: 7 };
    let simulation = Simulation { weights, spread: Spread::None, draws, ..Simulation::default() };
    let watch = Watch::default();
    let drawn = robustness(&document, &weighting, &evaluation, &simulation, &watch).unwrap();
    let known = exact_odds(&document, &weighting, &evaluation, &simulation, &watch).unwrap();
    assert_eq!(drawn.options, known.options);
    let firsts = known.first.unwrap();
    for (a, (ranks, wins)) in drawn.ranks.iter().zip(&drawn.wins).enumerate() {
        is_drawn_so(ranks[0], samples, firsts[a]);
        for (b, won) in wins.iter().enumerate().filter(|(b, _)| *b != a) {
            is_drawn_so(*won, samples, known.pairs[a][b]);
        }
    }
}

#[test]
fn ten_million_draws_of_any_weights_come_to_the_odds() {
    against_draws(10_000_000, Weights::Any);
}

#[test]
fn draws_near_a_team_and_of_mixes_come_to_the_odds() {
    against_draws(1_000_000, Weights::Margin(20.0));
    against_draws(1_000_000, Weights::Teams);
}

#[test]
fn draws_in_an_order_come_to_the_odds() {
    let document =
        with_rows(&[vec![8.0, 2.0, 5.0, 1.0], vec![3.0, 9.0, 4.0, 2.0], vec![5.0, 5.0, 5.0, 5.0]]);
    let values = values(&document, &Weighting::Mean);
    let space = WeightSpace::Order(vec![0.1, 0.4, 0.3, 0.2]);
    let known = odds(&values, &space, &Watch::default()).unwrap();
    let cells = values
        .rows()
        .flatten()
        .map(|value| mizan::analysis::simulation::SimulatedCell::Exact(*value));
    let table = SimulatedTable::new(values.options.clone(), 4, cells.collect());
    let draws = Draws { samples: 1_000_000, seed: 3 };
    let drawn = simulate(&table, space, draws, Instructions::best(), &Watch::default()).unwrap();
    for (a, ranks) in drawn.ranks.iter().enumerate() {
        is_drawn_so(ranks[0], draws.samples, known.first.as_ref().unwrap()[a]);
    }
}

#[test]
fn too_many_pieces_are_given_up_by_their_number_and_pairs_are_told_all_the_same() {
    let row = |option: usize| (0..20).map(|at| ((option * 7 + at * 13) % 11) as f64).collect();
    let found = found(&with_rows(&(0..30).map(row).collect::<Vec<Vec<f64>>>()));
    assert_eq!(found.first, None);
    assert!(found.pairs[0].iter().sum::<f64>() > 1.0);
}

#[test]
fn work_that_is_not_wanted_any_more_ends_without_an_answer() {
    // No two are level.
    let row = |option: usize| -> Vec<f64> {
        let score = |at: usize| ((option * 7 + at * 13) % 11) as f64 * 0.9 + option as f64 * 0.01;
        (0..20).map(score).collect()
    };
    let document = with_rows(&(0..30).map(row).collect::<Vec<Vec<f64>>>());
    let watch = Watch::default();
    watch.cancel();
    let values = values(&document, &Weighting::Mean);
    assert_eq!(odds(&values, &WeightSpace::Any(20), &watch), None);
    let evaluation = evaluate(&document, &Weighting::Mean).unwrap();
    assert_eq!(critical(&document, &Weighting::Mean, &evaluation, &watch), None);
}

#[test]
fn odds_of_six_options_by_six_criteria_are_never_given_up() {
    for seed in 0..40_usize {
        let row = |option: usize| {
            (0..6).map(move |at| {
                ((seed * 31 + option * 17 + at * at * 7 + option * at * 5) % 11) as f64
            })
        };
        let rows: Vec<Vec<f64>> = (0..6).map(|option| row(option).collect()).collect();
        assert!(found(&with_rows(&rows)).first.is_some(), "{rows:?}");
    }
}
