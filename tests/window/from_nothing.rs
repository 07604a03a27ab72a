//! A scenario of a workshop's size made from nothing by keyboard alone, its keys counted.

use egui::{Key, Modifiers};
use mizan::app::Start;
use mizan::model::{Goal, Range};

use crate::desk::Desk;

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

/// A person at the keyboard: texts are typed as they are, keys are counted.
struct Typist {
    desk: Desk,
    keys: usize,
}

impl Typist {
    fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.keys += 1;
        self.desk.keys(modifiers, key);
    }

    fn text(&mut self, text: &str) {
        self.desk.type_text(text);
    }

    /// A text and the key that goes on.
    fn line(&mut self, text: &str, then: Key) {
        self.text(text);
        self.key(then);
    }

    fn criterion(&mut self, (name, goal, to, unit): (&str, Goal, &str, &str)) {
        self.text(name);
        let is_usual = (goal, to, unit) == (Goal::Maximize, "10", "");
        if !is_usual {
            self.key(Key::Tab);
            if goal == Goal::Minimize {
                self.key(Key::Space);
            }
            self.key(Key::Tab);
            self.key(Key::Tab);
            self.line(to, Key::Tab);
            self.text(unit);
        }
        self.key(Key::Enter);
    }

    fn question(&mut self) {
        self.keys(Modifiers::COMMAND, Key::N);
        self.line("Bridge repair plan", Key::Tab);
        self.line("What becomes of the old bridge?", Key::Tab);
        self.line("City council", Key::Tab);
        self.key(Key::Tab);
    }

    fn lists(&mut self) {
        for option in OPTIONS {
            self.line(option, Key::Enter);
        }
        self.key(Key::Tab);
        for team in TEAMS {
            self.line(team, Key::Enter);
        }
        self.key(Key::Tab);
        for criterion in CRITERIA {
            self.criterion(criterion);
        }
    }

    /// The scores, a row after the other, each as far as its scale goes.
    fn scores(&mut self) {
        self.keys(Modifiers::COMMAND, Key::Num2);
        for option in 0..OPTIONS.len() {
            for criterion in 0..CRITERIA.len() {
                self.line(&score(option, criterion).to_string(), Key::Tab);
            }
        }
    }
}

/// What is typed into a cell; no two are the same.
fn score(option: usize, criterion: usize) -> f64 {
    let most: f64 = CRITERIA[criterion].2.parse().unwrap();
    most * (option * CRITERIA.len() + criterion + 1) as f64 / 40.0
}

#[test]
fn five_options_six_criteria_four_teams_and_thirty_scores_take_few_keys_and_lose_none() {
    let mut typist = Typist { desk: Desk::open(Start::Choice), keys: 0 };
    typist.question();
    typist.lists();
    typist.scores();
    let scenario = typist.desk.scenario();
    assert_eq!(
        [&scenario.title, &scenario.question, &scenario.decision_maker],
        ["Bridge repair plan", "What becomes of the old bridge?", "City council"]
    );
    let names: Vec<&str> = scenario.options.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, OPTIONS);
    let teams: Vec<&str> = scenario.teams.iter().map(|team| team.name.as_str()).collect();
    assert_eq!(teams, TEAMS);
    for (criterion, (name, goal, to, unit)) in scenario.criteria.iter().zip(CRITERIA) {
        let range = Range::Fixed(0.0, to.parse().unwrap());
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
    assert!(typist.keys <= 100, "{} keys", typist.keys);
}
