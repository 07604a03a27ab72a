//! A whole scenario made from nothing by keyboard alone: FORMAT.md's example.

use std::fs;

use egui::{Key, Modifiers};
use mizan::app::Start;
use mizan::model::{
    Alternative, Criterion, Elicitation, Evidence, Goal, Grade, Hue, Judged, Judgement, Letter,
    Mark, NodeId, OptionId, PartialDate, Range, Scenario, Score, ScoreTable, Source, SourceId,
    Team, TeamId, id_from_name,
};
use mizan::store;

use crate::desk::Desk;

fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).unwrap()
}

fn criteria() -> Vec<Criterion> {
    let text = str::to_owned;
    vec![
        Criterion {
            short: text("Sovereignty"),
            labels: vec![
                (0.0, text("Foreign forces decide")),
                (10.0, text("Baghdad decides alone")),
            ],
            ..Criterion::new(node("sovereignty"), "Iraqi sovereignty", Hue::nth(0))
        },
        Criterion {
            short: text("ISIS risk"),
            goal: Goal::Minimize,
            ..Criterion::new(node("isis-risk"), "ISIS resurgence risk", Hue::nth(1))
        },
        Criterion {
            short: text("Cost"),
            goal: Goal::Minimize,
            range: Range::Fixed(0.0, 1000.0),
            unit: text("USD million a year"),
            ..Criterion::new(node("cost"), "Cost to the United States", Hue::nth(2))
        },
    ]
}

fn teams() -> Vec<Team> {
    let baghdad = Judgement {
        elicitation: Elicitation::Direct(
            [(node("sovereignty"), 60.0), (node("isis-risk"), 30.0), (node("cost"), 10.0)]
                .into_iter()
                .collect(),
        ),
        weighed_ranges: [
            (node("sovereignty"), (0.0, 10.0)),
            (node("isis-risk"), (10.0, 0.0)),
            (node("cost"), (1000.0, 0.0)),
        ]
        .into_iter()
        .collect(),
        weighed: None,
    };
    let washington = Judgement {
        elicitation: Elicitation::Swing(vec![
            (node("sovereignty"), 30.0),
            (node("isis-risk"), 100.0),
            (node("cost"), 60.0),
        ]),
        weighed_ranges: [
            (node("sovereignty"), (0.0, 10.0)),
            (node("isis-risk"), (10.0, 0.0)),
            (node("cost"), (1000.0, 0.0)),
        ]
        .into_iter()
        .collect(),
        weighed: None,
    };
    let mut scores = ScoreTable::default();
    scores.set(option("kurdish-focus"), node("cost"), Score::exact(400.0));
    let team = |id: &str, name: &str, place: usize, judgement: Judgement, scores: ScoreTable| {
        Team::new(TeamId::new(id).unwrap(), name, Mark::nth(place)).judging(Judged {
            judgement,
            scores,
            ..Judged::default()
        })
    };
    vec![
        team("baghdad", "Baghdad", 0, baghdad, ScoreTable::default()),
        team("washington", "Washington", 1, washington, scores),
    ]
}

/// FORMAT.md's example, with the ranges that were weighed as the program notes them.
fn example() -> Scenario {
    let text = str::to_owned;
    let mut scenario = Scenario::new("After Operation Inherent Resolve");
    scenario.question = text(
        "Which posture should Washington take in Iraq once the coalition mission ends (September 2025)?",
    );
    scenario.decision_maker = text("Washington");
    let source = Source {
        title: text("After Operation Inherent Resolve: The Future of U.S.-Iraq Security Relations"),
        authors: vec![text("James Jeffrey")],
        publisher: text("The Washington Institute, PolicyWatch 4110"),
        date: PartialDate::new("2025-09"),
        url: String::new(),
    };
    let jeffrey = SourceId::new(&id_from_name(&source.title, "source", |_| false)).unwrap();
    scenario.sources.insert(jeffrey.clone(), source);
    scenario.criteria = criteria();
    let alternative = |id: &str, name: &str, short: &str, place: usize| Alternative {
        id: option(id),
        name: text(name),
        short: text(short),
        note: String::new(),
        letter: Letter::nth(place),
    };
    scenario.options = vec![
        alternative("complete-withdrawal", "Complete withdrawal", "", 0),
        alternative("kurdish-focus", "Reduced presence with a Kurdish focus", "Kurdish focus", 1),
    ];
    let mut set = |o: &str, c: &str, score: Score| scenario.scores.set(option(o), node(c), score);
    let says = text("A full exit would satisfy sovereignty demands.");
    let first = Score {
        low: Some(8.0),
        high: Some(10.0),
        reason: text("Meets the demand that foreign forces leave."),
        evidence: vec![Evidence {
            source: jeffrey,
            at: text("Future Policy Options, first option"),
            says,
            passage: None,
        }],
        grade: Grade::new('B', 2),
        ..Score::exact(9.0)
    };
    set("complete-withdrawal", "sovereignty", first);
    set("complete-withdrawal", "isis-risk", Score::exact(8.0));
    set("complete-withdrawal", "cost", Score::exact(150.0));
    set("kurdish-focus", "sovereignty", Score::exact(5.0));
    set("kurdish-focus", "isis-risk", Score::exact(4.0));
    scenario.teams = teams().into_iter().map(Into::into).collect();
    scenario
}

impl Desk {
    /// Goes to a field by Tab and puts a text in place of what stands there.
    fn fill(&mut self, field: &str, text: &str) {
        self.tab_to(field);
        self.keys(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    fn press(&mut self, button: &str) {
        self.tab_to(button);
        self.key(Key::Space);
    }

    /// Fills in the form that a shortcut opens.
    fn add(&mut self, key: Key, fields: &[(&str, &str)]) {
        self.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
        for (field, text) in fields {
            self.fill(field, text);
        }
        self.key(Key::Enter);
    }

    /// Types points into the field that is called so.
    fn give(&mut self, field: &str, points: i32) {
        self.tab_to(field);
        self.type_text(&points.to_string());
        self.key(Key::Enter);
    }
}

fn make_lists(desk: &mut Desk) {
    let scenario = example();
    desk.fill("Title", &scenario.title);
    desk.fill("Question", &scenario.question);
    desk.fill("Who decides", &scenario.decision_maker);
    let source = &scenario.sources[0];
    desk.add(Key::E, &[("Title", &source.title)]);
    desk.fill("Authors", "James Jeffrey");
    desk.fill("Publisher", &source.publisher);
    desk.fill("Date", "2025-09");
    for criterion in &scenario.criteria {
        desk.add(Key::C, &[("Name", &criterion.name), ("Short name", &criterion.short)]);
        if criterion.goal == Goal::Minimize {
            desk.press("low is good");
        }
        for (place, (_, meaning)) in criterion.labels.iter().enumerate() {
            desk.press("Add anchor");
            desk.fill(&format!("What that score means {}", place + 1), meaning);
        }
    }
    desk.fill("To", "1000");
    desk.fill("Unit", "USD million a year");
    desk.add(Key::O, &[("Name", "Complete withdrawal")]);
    desk.add(
        Key::O,
        &[("Name", "Reduced presence with a Kurdish focus"), ("Short name", "Kurdish focus")],
    );
    desk.add(Key::T, &[("Name", "Baghdad")]);
    desk.add(Key::T, &[("Name", "Washington")]);
}

fn score(desk: &mut Desk) {
    desk.keys(Modifiers::COMMAND, Key::Num2);
    desk.tab_to("Matrix grid");
    desk.keys(Modifiers::COMMAND, Key::Home);
    for text in ["9", "5"] {
        desk.type_text(text);
        desk.key(Key::Enter);
    }
    for text in ["8", "4"] {
        desk.type_text(text);
        desk.key(Key::Enter);
    }
    desk.type_text("150");
    desk.key(Key::Enter);
    desk.fill("Washington’s own score", "400");
    desk.tab_to("Matrix grid");
    desk.keys(Modifiers::COMMAND, Key::Home);
    desk.key(Key::F2);
    desk.type_text("Meets the demand that foreign forces leave.");
    desk.fill("Low", "8");
    desk.fill("High", "10");
    desk.press("Add evidence");
    desk.press("After Operation Inherent Resolve: The Future of U.S.-Iraq Security Relations");
    desk.fill("Place in the source", "Future Policy Options, first option");
    desk.fill("What it says", "A full exit would satisfy sovereignty demands.");
    desk.press("B: usually reliable");
    desk.press("2: probably true");
}

fn weigh(desk: &mut Desk) {
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk.press("Baghdad");
    desk.press("Sliders");
    for (slider, weight) in
        [("Weight of Sovereignty", 60), ("Weight of ISIS risk", 30), ("Weight of Cost", 10)]
    {
        desk.give(slider, weight);
    }
    desk.press("Washington");
    desk.press("Swing points");
    for (slider, points) in
        [("Weight of Sovereignty", 30), ("Weight of ISIS risk", 100), ("Weight of Cost", 60)]
    {
        desk.give(slider, points);
    }
}

#[test]
fn the_example_of_the_format_is_made_from_nothing_by_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("example.mizan.ron");
    let mut desk = Desk::open(Start::Choice);
    desk.keys(Modifiers::COMMAND, Key::N);
    make_lists(&mut desk);
    score(&mut desk);
    weigh(&mut desk);
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.fill("Path", path.to_str().unwrap());
    desk.key(Key::Enter);
    let saved = fs::read_to_string(&path).unwrap();
    assert_eq!(saved, store::to_text(&example()).unwrap());
    assert!(!desk.is_changed());
}
