//! How fast results are made: `cargo bench --bench analysis`.
//!
//! Prints the simulation's samples per second, in millions, by size, spread, instruction set and
//! threads, and the milliseconds that each method takes by size; the best of several runs each, as
//! others use the machine too.

use std::sync::Arc;
use std::time::Instant;

use mizan::analysis::simulation::{
    Draws, Instructions, ScoreRange, SimulatedCell, SimulatedTable, Spread, WeightSpace, simulate,
};
use mizan::analysis::{
    Asked, Grid, Problem, Scale, Scored, Viewpoint, Watch, never_wins, rank_by, reversals,
    weighted_sum,
};
use mizan::evaluation::{Evaluations, Weighting, critical, evaluate, sensitivity, turns_on};
use mizan::model::{
    Alternative, Criterion, Elicitation, Goal, Hue, Judged, Judgement, Letter, Mark, Method,
    NodeId, OptionId, Preference, Scenario, Score, Team, TeamId,
};

const RUNS: usize = 7;

fn main() {
    println!(
        "{:<34}{:>10}{:>10}{:>10}",
        "simulation, million samples/s", "5 × 4", "20 × 10", "100 × 20"
    );
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of threads");
    for (name, spread) in [("exact", Spread::None), ("triangular", Spread::Triangular)] {
        for (set, instructions) in Instructions::all() {
            let speeds = one.install(|| speeds(spread, instructions));
            print_row(&format!("{name}, {set}, one thread"), &speeds);
        }
        let threads = rayon::current_num_threads();
        print_row(
            &format!("{name}, best, {threads} threads"),
            &speeds(spread, Instructions::best()),
        );
    }
    println!(
        "\n{:<34}{:>10}{:>10}{:>10}",
        "100,000 samples, all threads, ms", "5 × 8", "12 × 8", "20 × 10"
    );
    for (name, spread) in [("exact scores", Spread::None), ("triangular", Spread::Triangular)] {
        print_row(name, &[(5, 8), (12, 8), (20, 10)].map(|size| places_ms(size, spread)));
    }
    println!("\n{:<34}{:>10}{:>10}{:>10}", "of one document, s", "10 × 4", "100 × 20", "1000 × 50");
    let documents = [document(10, 4), document(100, 20), document(1000, 50)];
    print_row("sensitivity", &documents.each_ref().map(sensitivity_secs));
    print_row("critical cells alone", &documents.each_ref().map(critical_secs));
    println!(
        "\n{:<34}{:>10}{:>10}{:>10}",
        "of teams, s", "4 × 5 × 8", "8 × 20 × 10", "100 × 50 × 20"
    );
    for (name, scores) in
        [("what it turns on", Scores::Apart), ("the same, whole scores", Scores::Whole)]
    {
        let sizes = [(4, 5, 8), (8, 20, 10), (100, 50, 20)];
        print_row(name, &sizes.map(|size| turns_on_secs(size, scores)));
    }
    println!("\n{:<34}{:>10}{:>10}{:>10}", "never wins, s", "100 × 20", "1000 × 50", "1000 × 200");
    for (name, likeness) in
        [("options apart", 0.0), ("options alike", 0.5), ("very much alike", 0.9)]
    {
        let sizes = [(100, 20), (1000, 50), (1000, 200)];
        print_row(name, &sizes.map(|size| never_wins_secs(size, likeness)));
    }
    println!("\n{:<34}{:>10}{:>10}{:>10}", "methods, ms", "10 × 4", "100 × 20", "1000 × 50");
    let documents = [document(10, 4), document(100, 20), document(1000, 50)];
    for (name, time) in methods() {
        print_row(name, &documents.each_ref().map(time));
    }
}

fn print_row(name: &str, numbers: &[f64; 3]) {
    let numbers: String = numbers.iter().map(|number| format!("{number:>10.3}")).collect();
    println!("{name:<34}{numbers}");
}

/// Million samples a second at each size.
fn speeds(spread: Spread, instructions: Instructions) -> [f64; 3] {
    let drawn = if spread == Spread::None { 1 } else { 10 };
    [(5, 4, 4_000_000), (20, 10, 1_000_000), (100, 20, 100_000)].map(
        |(options, criteria, samples)| {
            let (table, samples) = (table(options, criteria, spread), samples / drawn);
            let watch = Watch::default();
            // A simulation with drawn scores draws as many again for the confidence factors, which
            // aren't counted here.
            let run = || {
                simulate(
                    &table,
                    WeightSpace::Any(criteria),
                    Draws { samples, seed: 1 },
                    instructions,
                    &watch,
                )
            };
            samples as f64 / 1e3 / best_ms(|| run().expect("nobody cancels"))
        },
    )
}

/// How long one picture of places takes while a share is dragged.
fn places_ms((options, criteria): (usize, usize), spread: Spread) -> f64 {
    let (table, watch) = (table(options, criteria, spread), Watch::default());
    let draws = Draws { samples: 100_000, seed: 1 };
    let space = || WeightSpace::Any(criteria);
    best_ms(|| {
        simulate(&table, space(), draws, Instructions::best(), &watch).expect("nobody cancels")
    })
}

/// All that `mizan sensitivity` asks of a document, once.
fn sensitivity_secs(document: &Scenario) -> f64 {
    let evaluation = evaluate(document, &Weighting::Mean).expect("the mean is never withheld");
    let watch = Watch::default();
    let start = Instant::now();
    let found = sensitivity(document, &Weighting::Mean, &evaluation, &watch);
    let secs = start.elapsed().as_secs_f64();
    std::hint::black_box(found);
    secs
}

fn critical_secs(document: &Scenario) -> f64 {
    let evaluation = evaluate(document, &Weighting::Mean).expect("the mean is never withheld");
    let watch = Watch::default();
    let start = Instant::now();
    std::hint::black_box(critical(document, &Weighting::Mean, &evaluation, &watch));
    start.elapsed().as_secs_f64()
}

/// What scores a document of many teams has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scores {
    Apart,
    /// Whole numbers of ten, which make many ways as short as each other.
    Whole,
}

/// All that `mizan teams` asks beyond the rankings, once: teams × options × criteria.
fn turns_on_secs((teams, options, criteria): (usize, usize, usize), scores: Scores) -> f64 {
    let mut document = document(options, criteria);
    if scores == Scores::Whole {
        for cell in document.scores.cells_mut() {
            *cell = Score::exact(cell.score.round());
        }
    }
    for index in 0..teams {
        let weight = |at: usize| -(number(7919 * (index + 1) + at).max(1e-9)).ln();
        let weights = document.criteria.iter().enumerate();
        let weights = weights.map(|(at, it)| (it.id.clone(), weight(at))).collect();
        let elicitation = Elicitation::Direct(weights);
        let judgement = Judgement { elicitation, ..Judgement::default() };
        let id = TeamId::new(&format!("t{index}")).expect("an id");
        let team = Team::new(id, "A team", Mark::nth(index));
        let judged = Judged { judgement, ..Judged::default() };
        document.teams.push(Arc::new(team.judging(judged)));
    }
    let evaluations = Evaluations::new(Arc::new(document));
    evaluations.weighed_teams();
    let start = Instant::now();
    std::hint::black_box(turns_on(&evaluations, &Watch::default()));
    start.elapsed().as_secs_f64()
}

/// How long it takes to find what never wins, once. The more alike an option's scores are to one
/// another, the more options win nowhere.
fn never_wins_secs((options, criteria): (usize, usize), likeness: f64) -> f64 {
    let mut document = document(options, criteria);
    let likened =
        |option: usize, score: f64| likeness * 10.0 * number(7 * option) + (1.0 - likeness) * score;
    for (index, option) in document.options.iter().enumerate() {
        for criterion in &mut document.criteria {
            criterion.goal = Goal::Maximize;
            let Some(score) = document.scores.get(&option.id, &criterion.id) else { continue };
            let score = Score::exact(likened(index, score.score));
            document.scores.set(option.id.clone(), criterion.id.clone(), score);
        }
    }
    let (problem, _) = given(&document);
    let start = Instant::now();
    let found = never_wins(Asked { scenario: &document, team: None }, &problem, &Watch::default());
    let secs = start.elapsed().as_secs_f64();
    eprintln!("{options} × {criteria}: {} never win", found.map_or(0, |found| found.len()));
    secs
}

/// The shortest of several runs, in milliseconds.
fn best_ms<T>(mut run: impl FnMut() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..RUNS).map(time).fold(f64::INFINITY, f64::min)
}

/// Numbers of 0..1 without a pattern that counts.
fn number(index: usize) -> f64 {
    (index as f64 * 0.754_877_666_246_693 + 0.3).fract()
}

fn table(options: usize, criteria: usize, spread: Spread) -> SimulatedTable {
    let cell = |index: usize| {
        let score = 0.1 + 0.8 * number(index);
        SimulatedCell::new(
            ScoreRange { low: score - 0.1, score, high: score + 0.1 },
            &Scale::Straight { worst: 0.0, best: 1.0 },
            spread,
        )
    };
    SimulatedTable::new(
        (0..options).collect(),
        criteria,
        (0..options * criteria).map(cell).collect(),
    )
}

type Timed = fn(&Scenario) -> f64;

fn methods() -> [(&'static str, Timed); 11] {
    [
        ("document → grid and problem", |document| {
            best_ms(|| Problem::new(&Grid::new(document), Viewpoint::Base))
        }),
        ("weighted sum, ranked", |document| {
            let (problem, shares) = given(document);
            best_ms(|| weighted_sum(&problem, &shares))
        }),
        ("weighted product", |document| by(Method::WeightedProduct, document)),
        ("TOPSIS", |document| by(Method::Topsis, document)),
        ("VIKOR", |document| by(Method::Vikor(0.5), document)),
        ("PROMETHEE II, usual", |document| promethee(Preference::Usual, document)),
        ("PROMETHEE II, V-shape", |document| promethee(Preference::VShape(3.0), document)),
        ("PROMETHEE II, linear", |document| promethee(Preference::Linear(1.0, 3.0), document)),
        ("PROMETHEE II, level", |document| promethee(Preference::Level(1.0, 3.0), document)),
        ("PROMETHEE II, Gaussian", |document| promethee(Preference::Gaussian(2.0), document)),
        ("TOPSIS, rank reversals", |document| {
            let (problem, shares) = given(document);
            let scored = Scored::new(&problem, &document.criteria);
            best_ms(|| reversals(Method::Topsis, &scored, &shares))
        }),
    ]
}

fn given(document: &Scenario) -> (Problem, Vec<f64>) {
    let count = document.criteria.len();
    (Problem::new(&Grid::new(document), Viewpoint::Base), vec![1.0 / count as f64; count])
}

fn by(method: Method, document: &Scenario) -> f64 {
    let (problem, shares) = given(document);
    let scored = Scored::new(&problem, &document.criteria);
    best_ms(|| rank_by(method, &scored, &shares))
}

fn promethee(preference: Preference, document: &Scenario) -> f64 {
    let mut document = document.clone();
    document.criteria.iter_mut().for_each(|criterion| criterion.preference = preference);
    by(Method::PrometheeII, &document)
}

fn document(options: usize, criteria: usize) -> Scenario {
    let mut document = Scenario::new("Measured");
    let criterion_id = |index: usize| NodeId::new(&format!("c{index}")).expect("an id");
    for index in 0..criteria {
        let goal = if index.is_multiple_of(3) { Goal::Minimize } else { Goal::Maximize };
        document.criteria.push(Criterion {
            goal,
            ..Criterion::new(criterion_id(index), "A criterion", Hue::nth(index))
        });
    }
    for index in 0..options {
        let id = OptionId::new(&format!("o{index}")).expect("an id");
        for column in 0..criteria {
            document.scores.set(
                id.clone(),
                criterion_id(column),
                Score::exact(0.01 + 9.9 * number(index * criteria + column)),
            );
        }
        let (short, note) = (String::new(), String::new());
        document.options.push(Alternative {
            id,
            name: "An option".to_owned(),
            short,
            note,
            letter: Letter::nth(index),
        });
    }
    document
}
