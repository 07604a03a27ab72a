//! PROMETHEE's flows, swept over sorted columns, against the plain sum over all pairs.

use mizan::analysis::{Grid, Parts, Problem, Scored, Viewpoint, rank_by};
use mizan::model::{Criterion, Goal, Hue, Method, NodeId, Preference, Scenario, Score};
use proptest::prelude::*;

use crate::small::option;
use crate::tape::{Numbers, Tape, tapes};

/// A criterion in hundredths, so that a threshold is hit exactly or not at all.
struct Column {
    goal: Goal,
    preference: Preference,
    /// Thresholds q and p; s is p.
    thresholds: (i64, i64),
    offset: i64,
    scores: Vec<i64>,
    share: f64,
}

/// A whole number below `count`.
fn whole(tape: &mut Tape, count: usize) -> i64 {
    i64::try_from(tape.pick(count)).unwrap()
}

fn column(tape: &mut Tape, options: usize, share: f64) -> Column {
    let p = 50 + 10 * whole(tape, 50);
    let q = tape.choose_from([0, p / 2, p - 1, p]);
    let of = |hundredths: i64| hundredths as f64 / 100.0;
    let preference = tape.choose_from([
        Preference::Usual,
        Preference::Linear(of(q), of(p)),
        Preference::VShape(of(p)),
        Preference::UShape(of(q)),
        Preference::Level(of(q), of(p)),
        Preference::Gaussian(of(p)),
    ]);
    let goal = tape.choose_from([Goal::Maximize, Goal::Minimize]);
    let offset = tape.choose_from([0, 12_300, -4_500, 100_000_000, -100_000_000]);
    let far = tape.choose_from([1, 1, 1, 100_000]);
    let step = tape.choose_from([10, 1, 37]);
    let score =
        |tape: &mut Tape| step * (whole(tape, 40) - 20) * if tape.chance(10) { far } else { 1 };
    Column {
        goal,
        preference,
        thresholds: (q, p),
        offset,
        scores: (0..options).map(|_| score(tape)).collect(),
        share,
    }
}

impl Column {
    /// In whole units.
    fn score(&self, hundredths: i64) -> f64 {
        (self.offset + hundredths) as f64 / 100.0
    }
}

/// The preference for one score over another, decided in whole hundredths wherever it jumps.
fn preferred(column: &Column, score: i64, other: i64) -> f64 {
    let difference = if column.goal == Goal::Maximize { score - other } else { other - score };
    let (q, p) = column.thresholds;
    let is = |holds: bool| if holds { 1.0 } else { 0.0 };
    // A score of a million and a hundredth isn't that to the last bit, which a steep ramp shows.
    let exact = (column.score(score) - column.score(other)).abs() * (difference as f64).signum();
    let ramp = |from: i64, to: i64| {
        ((exact - from as f64 / 100.0) / ((to - from) as f64 / 100.0)).clamp(0.0, 1.0)
    };
    match column.preference {
        Preference::Usual => is(difference > 0),
        Preference::UShape(_) => is(difference > q),
        Preference::VShape(_) => ramp(0, p),
        Preference::Level(..) => f64::midpoint(is(difference > q), is(difference > p)),
        Preference::Linear(..) if q == p => is(difference > q),
        Preference::Linear(..) => ramp(q, p),
        Preference::Gaussian(_) if difference > 0 => {
            1.0 - (-(difference as f64 / p as f64).powi(2) / 2.0).exp()
        }
        Preference::Gaussian(_) => 0.0,
    }
}

fn document(columns: &[Column], options: usize) -> Scenario {
    let mut document = Scenario::new("flows");
    document.options = (0..options).map(option).collect();
    for (number, column) in columns.iter().enumerate() {
        let mut criterion = Criterion::new(
            NodeId::new(&format!("c{number}")).unwrap(),
            "Criterion",
            Hue::nth(number),
        );
        (criterion.goal, criterion.preference) = (column.goal, column.preference);
        for (option, score) in column.scores.iter().enumerate() {
            document.scores.set(
                document.options[option].id.clone(),
                criterion.id.clone(),
                Score::exact(column.score(*score)),
            );
        }
        document.criteria.push(criterion);
    }
    document
}

proptest! {
    #![proptest_config(crate::cases(1_024))]

    #[test]
    fn swept_flows_are_the_sums_over_all_pairs(mut tape in tapes(120, Numbers::Tame)) {
        let (options, criteria) = (2 + tape.pick(14), 1 + tape.pick(3));
        let columns: Vec<Column> = (0..criteria).map(|_| column(&mut tape, options, 1.0 / criteria as f64)).collect();
        let document = document(&columns, options);
        let problem = Problem::new(&Grid::new(&document), Viewpoint::Base);
        let shares: Vec<f64> = columns.iter().map(|column| column.share).collect();
        let standings = rank_by(Method::PrometheeII, &Scored::new(&problem, &document.criteria), &shares).standings;
        prop_assert_eq!(standings.len(), options);
        for standing in standings {
            let Parts::Promethee { phi_plus, phi_minus } = standing.parts else { panic!("PROMETHEE has flows") };
            let flow = |of: fn(&Column, usize, usize) -> f64| -> f64 {
                let pairs = columns.iter().flat_map(|column| (0..options).map(move |other| (column, other)));
                pairs.map(|(column, other)| column.share * of(column, standing.option, other)).sum::<f64>() / (options - 1) as f64
            };
            let leaving = flow(|column, own, other| preferred(column, column.scores[own], column.scores[other]));
            let entering = flow(|column, own, other| preferred(column, column.scores[other], column.scores[own]));
            let shapes: Vec<Preference> = columns.iter().map(|column| column.preference).collect();
            prop_assert!((phi_plus - leaving).abs() <= 1e-9, "{} for {}, {:?}", phi_plus, leaving, shapes);
            prop_assert!((phi_minus - entering).abs() <= 1e-9, "{} for {}, {:?}", phi_minus, entering, shapes);
            prop_assert!((standing.total - (leaving - entering)).abs() <= 1e-9);
        }
    }
}
