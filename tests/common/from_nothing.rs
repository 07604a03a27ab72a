//! A facilitator at the keyboard: a scenario of a workshop's size made from nothing, weighed by every
//! team, and saved. Whoever has hands plays it: the window without a screen, or a real one.

use std::path::Path;

use mizan::model::{Elicitation, Goal, NodeId, Range, Scenario};

const TITLE: &str = "Bridge repair plan";
const QUESTION: &str = "What becomes of the old bridge?";
const WHO: &str = "City council";
const OPTIONS: [&str; 5] = ["Repair", "Rebuild", "Ferry", "Tunnel", "Do nothing"];
const TEAMS: [&str; 4] = ["Residents", "City", "Traders", "Engineers"];

/// A criterion: its name, which end is good, its range's end, its unit.
const CRITERIA: [(&str, Goal, &str, &str); 6] = [
    ("Cost", Goal::Minimize, "10000", "USD million"),
    ("Time to build", Goal::Minimize, "120", "months"),
    ("Capacity", Goal::Maximize, "80000", "vehicles a day"),
    ("Safety", Goal::Maximize, "10", ""),
    ("Looks", Goal::Maximize, "10", ""),
    ("Noise", Goal::Minimize, "100", "dB"),
];

/// Keys that go on from one thing to the next; words and numbers come beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    New,
    Matrix,
    Weights,
    Palette,
    SaveAs,
    SelectAll,
    Tab,
    Enter,
    Space,
}

/// Who presses keys and types.
pub trait Hands {
    fn press(&mut self, key: Press);
    fn words(&mut self, words: &str);

    /// Words, and the key that goes on.
    fn line(&mut self, words: &str, then: Press) {
        self.words(words);
        self.press(then);
    }
}

/// Makes the scenario and saves it to a path.
pub fn make(hands: &mut impl Hands, path: &Path) {
    question(hands);
    lists(hands);
    scores(hands);
    weights(hands);
    hands.press(Press::SaveAs);
    hands.press(Press::SelectAll);
    hands.line(path.to_str().expect("a path in letters"), Press::Enter);
}

fn question(hands: &mut impl Hands) {
    hands.press(Press::New);
    for text in [TITLE, QUESTION, WHO] {
        hands.line(text, Press::Tab);
    }
    // Past the notes.
    hands.press(Press::Tab);
}

fn lists(hands: &mut impl Hands) {
    for option in OPTIONS {
        hands.line(option, Press::Enter);
    }
    hands.press(Press::Tab);
    for team in TEAMS {
        hands.line(team, Press::Enter);
    }
    hands.press(Press::Tab);
    for criterion in CRITERIA {
        add_criterion(hands, criterion);
    }
}

fn add_criterion(hands: &mut impl Hands, (name, goal, to, unit): (&str, Goal, &str, &str)) {
    hands.words(name);
    let is_usual = (goal, to, unit) == (Goal::Maximize, "10", "");
    if !is_usual {
        hands.press(Press::Tab);
        if goal == Goal::Minimize {
            hands.press(Press::Space);
        }
        hands.press(Press::Tab);
        hands.press(Press::Tab);
        hands.line(to, Press::Tab);
        hands.words(unit);
    }
    hands.press(Press::Enter);
}

/// The scores, a row after the other, each as far as its scale goes.
fn scores(hands: &mut impl Hands) {
    hands.press(Press::Matrix);
    for option in 0..OPTIONS.len() {
        for criterion in 0..CRITERIA.len() {
            hands.line(&score(option, criterion).to_string(), Press::Tab);
        }
    }
}

/// Each team in its turn, chosen by its name.
fn weights(hands: &mut impl Hands) {
    hands.press(Press::Weights);
    for (place, team) in TEAMS.into_iter().enumerate() {
        hands.press(Press::Palette);
        hands.line(team, Press::Enter);
        for criterion in 0..CRITERIA.len() {
            hands.line(&points(place, criterion).to_string(), Press::Enter);
        }
    }
}

/// What is typed into a cell; no two are the same.
fn score(option: usize, criterion: usize) -> f64 {
    let most: f64 = CRITERIA[criterion].2.parse().expect("a number");
    most * (option * CRITERIA.len() + criterion + 1) as f64 / 40.0
}

/// What a team gives a criterion; one of each team's is 100.
fn points(team: usize, criterion: usize) -> f64 {
    if criterion == team { 100.0 } else { (10 * criterion + 5 * team + 5) as f64 }
}

/// Holds a scenario to what was typed.
pub fn check(scenario: &Scenario) {
    assert_eq!(
        [&scenario.title, &scenario.question, &scenario.decision_maker],
        [TITLE, QUESTION, WHO]
    );
    let names: Vec<&str> = scenario.options.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, OPTIONS);
    let teams: Vec<&str> = scenario.teams.iter().map(|team| team.name.as_str()).collect();
    assert_eq!(teams, TEAMS);
    for (criterion, (name, goal, to, unit)) in scenario.criteria.iter().zip(CRITERIA) {
        let range = Range::Fixed(0.0, to.parse().expect("a number"));
        assert_eq!(
            (criterion.name.as_str(), criterion.goal, criterion.range, criterion.unit.as_str()),
            (name, goal, range, unit)
        );
    }
    for (row, option) in scenario.options.iter().enumerate() {
        for (column, criterion) in scenario.criteria.iter().enumerate() {
            let found = scenario.scores.get(&option.id, &criterion.id).map(|score| score.score);
            assert_eq!(found, Some(score(row, column)), "{}, {}", option.name, criterion.name);
        }
    }
    check_weights(scenario);
}

fn check_weights(scenario: &Scenario) {
    for (place, team) in scenario.teams.iter().enumerate() {
        let judgement = &team.opened().expect("nobody sealed").judgement;
        let Elicitation::Swing(given) = &judgement.elicitation else {
            panic!("{}: {:?}", team.name, judgement.elicitation)
        };
        for (column, criterion) in scenario.criteria.iter().enumerate() {
            let found = given.iter().find(|(node, _): &&(NodeId, f64)| *node == criterion.id);
            let found = found.map(|(_, points)| *points);
            assert_eq!(found, Some(points(place, column)), "{}, {}", team.name, criterion.name);
        }
    }
}
