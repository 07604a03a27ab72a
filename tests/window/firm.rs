//! How firm the result is, driven by label and role: what the page says is what the command line
//! says.

use std::process::Command;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{NodeId, OptionId};
use mizan::session::Selection;
use mizan::text;
use serde_json::Value;

use crate::desk::Desk;

const PRESET: &str = "after-inherent-resolve";

/// What the command line says of the preset under the mean.
fn told(words: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(words)
        .args([PRESET, "--team", "mean", "--format", "json"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The preset under the mean, on the page.
fn page() -> Desk {
    let mut desk = Desk::preset(PRESET);
    desk.show("Mean");
    desk.keys(Modifiers::COMMAND, Key::Num5);
    desk
}

fn view(desk: &mut Desk, name: &str) {
    desk.harness.get_by_role_and_label(Role::RadioButton, name).click();
    desk.harness.run();
}

fn headings(desk: &Desk) -> Vec<String> {
    let all = desk.harness.get_all_by_role(Role::Heading);
    all.filter_map(|node| node.accesskit_node().label()).collect()
}

/// The sentences of the parts of a chart.
fn parts(desk: &Desk) -> Vec<String> {
    let all = desk.harness.get_all_by_role(Role::ListItem);
    all.filter_map(|node| node.accesskit_node().label()).collect()
}

fn has_part(desk: &Desk, words: &str) -> bool {
    parts(desk).iter().any(|part| part.contains(words))
}

#[test]
fn the_page_says_how_many_points_would_turn_the_result_and_at_which_share_each_criterion_would() {
    let desk = page();
    let found = told(&["sensitivity"]);
    let points = found["flip"]["points"].as_f64().unwrap();
    let points = (points * 10.0).floor() / 10.0;
    let heading = format!("Economic turn holds unless {points} points of weight move");
    assert!(headings(&desk).contains(&heading), "{heading}: {:?}", headings(&desk));
    let document = desk.scenario();
    for (id, stability) in found["stability"].as_object().unwrap() {
        let criterion = document.criterion(&NodeId::new(id).unwrap()).unwrap();
        let part = parts(&desk)
            .into_iter()
            .find(|part| part.starts_with(&format!("{}, now ", criterion.label())))
            .unwrap_or_else(|| panic!("{id}: {:?}", parts(&desk)));
        for (end, taker) in [("low", "below"), ("high", "above")] {
            if let Some(taker) = stability[taker].as_str() {
                let option = document.option(&OptionId::new(taker).unwrap()).unwrap();
                let share = text::firm::share(stability[end].as_f64().unwrap());
                assert!(part.contains(&share) && part.contains(option.label()), "{share}: {part}");
            }
        }
    }
}

#[test]
fn a_share_is_tried_by_keys_or_dragged_and_escape_puts_it_back() {
    let mut desk = page();
    let before = headings(&desk);
    let slider = "Try another weight of Sovereignty";
    desk.harness.get_by_role_and_label(Role::Slider, slider).focus();
    desk.harness.run();
    desk.key(Key::End);
    let all = "With Sovereignty at 100 %: Complete withdrawal";
    let tried = |desk: &Desk, words: &str| {
        assert!(headings(desk).iter().any(|it| it.starts_with(words)), "{:?}", headings(desk));
    };
    tried(&desk, all);
    let whole = "Sovereignty, now 100 %: Economic turn is first from 0 %";
    assert!(has_part(&desk, whole), "its own strip stays: {:?}", parts(&desk));
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.key(Key::Escape);
    tried(&desk, all);
    desk.harness.get_by_role_and_label(Role::Slider, slider).focus();
    desk.harness.run();
    desk.key(Key::PageDown);
    desk.key(Key::ArrowLeft);
    tried(&desk, "With Sovereignty at 89 %: ");
    assert!(!desk.is_changed(), "trying changes nothing");
    desk.key(Key::Escape);
    assert_eq!(headings(&desk), before);
    let bar = desk.harness.get_by_role_and_label(Role::Slider, slider).rect();
    let at = |part: f32| bar.left_center() + Vec2::new(bar.width() * part, 0.0);
    desk.harness.drag_at(at(0.1));
    desk.harness.run();
    desk.harness.hover_at(at(0.75));
    desk.harness.run();
    desk.harness.drop_at(at(0.75));
    desk.harness.run();
    tried(&desk, "With Sovereignty at 75 %: Complete withdrawal");
    // What is tried belongs to whose weights it was tried on.
    desk.show("Baghdad");
    assert!(!headings(&desk).iter().any(|it| it.starts_with("With ")), "{:?}", headings(&desk));
}

#[test]
fn places_are_those_that_the_command_line_draws_and_widening_says_what_it_does() {
    let mut desk = page();
    // Places add up along rows and columns: none is off by one or more.
    let is_told_of = |told: u64, words: &[&str]| {
        let drawn = self::told(words)["acceptability"]["economic-turn"][0].as_f64().unwrap();
        assert!((told as f64 - drawn * 20.0).abs() < 1.0, "{told} where {drawn} is drawn");
    };
    let [any] = numbers(&desk, "Economic turn: first in ")[..] else { panic!("one number") };
    is_told_of(any, &["robustness"]);
    desk.harness.get_by_role_and_label(Role::CheckBox, text::firm::WIDEN).click();
    desk.harness.run();
    let both = numbers(&desk, "Economic turn: first in ");
    assert_eq!(both[0], any);
    is_told_of(*both.last().unwrap(), &["robustness", "--widen"]);
    view(&mut desk, text::firm::NEAR_OURS);
    let near = numbers(&desk, "Economic turn: first in ");
    is_told_of(near[0], &["robustness", "--weights", "margin=10"]);
    is_told_of(*near.last().unwrap(), &["robustness", "--weights", "margin=10", "--widen"]);
}

/// The numbers in the only line that begins so, but for the twenty that they are out of.
fn numbers(desk: &Desk, beginning: &str) -> Vec<u64> {
    let labels = desk.labels();
    let line = labels.iter().find(|line| line.starts_with(beginning));
    let line = line.unwrap_or_else(|| panic!("{beginning}: {labels:?}"));
    let words = line.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    let mut numbers: Vec<u64> = words.map(|word| word.parse().unwrap()).collect();
    assert_eq!(numbers.pop(), Some(20));
    numbers
}

#[test]
fn each_score_that_would_turn_the_result_is_told_and_enter_goes_to_it() {
    let mut desk = page();
    view(&mut desk, text::firm::BY_SCORE);
    let found = told(&["sensitivity"]);
    let cells = found["critical"].as_array().unwrap();
    let document = desk.scenario();
    let inside = cells.iter().filter(|cell| cell["inside"] == true).count();
    assert_eq!(inside, 2, "the words below are of two");
    let heading = "Two scores could each change the winner within their own range";
    assert!(headings(&desk).iter().any(|it| it == heading), "{:?}", headings(&desk));
    let name = |cell: &Value| {
        let criterion = NodeId::new(cell["criterion"].as_str().unwrap()).unwrap();
        let option = OptionId::new(cell["option"].as_str().unwrap()).unwrap();
        let labels = (
            document.criterion(&criterion).unwrap().label(),
            document.option(&option).unwrap().label(),
        );
        format!("{} of {}", labels.0, labels.1)
    };
    // The chart has each of them, the list those inside their range until all are asked for.
    for cell in cells {
        assert!(has_part(&desk, &name(cell)), "{}: {:?}", name(cell), parts(&desk));
    }
    assert_eq!(parts(&desk).iter().filter(|it| it.contains(&name(&cells[2]))).count(), 1);
    desk.click(&text::firm::more_outside(cells.len() - inside));
    assert_eq!(parts(&desk).iter().filter(|it| it.contains(&name(&cells[2]))).count(), 2);
    let odds = told(&["robustness", "--spread", "none"])["odds"]["first"].clone();
    let part = odds["economic-turn-nato"].as_f64().unwrap();
    let heading = format!(
        "Economic turn + NATO is first under {} of all weightings",
        text::exact_percent(part)
    );
    assert!(headings(&desk).contains(&heading), "{heading}: {:?}", headings(&desk));
    // The nearest stands at the head of the list.
    desk.harness.get_by_role_and_label(Role::Figure, text::firm::COULD_CHANGE).focus();
    desk.harness.run();
    desk.key(Key::Enter);
    assert!(desk.harness.query_by_role(Role::Grid).is_some(), "the matrix is shown");
    let first = cells.iter().find(|cell| cell["inside"] == true).unwrap();
    let id = |key: &str| first[key].as_str().unwrap().to_owned();
    let cell = Selection::Cell(
        OptionId::new(&id("option")).unwrap(),
        NodeId::new(&id("criterion")).unwrap(),
    );
    assert_eq!(desk.harness.state().session.as_ref().unwrap().selection, cell);
}

#[test]
fn an_assumption_is_turned_where_what_follows_is_told() {
    let mut desk = page();
    view(&mut desk, text::firm::BY_ASSUMPTION);
    let found = told(&["sensitivity"]);
    let turned = found["assumptions"].as_array().unwrap();
    let winner = found["winner"].as_str().unwrap();
    let alone = turned
        .iter()
        .filter(|it| it["turned"].as_array().unwrap().len() == 1 && it["winner"] != winner);
    assert_eq!(alone.count(), 1, "the heading is of one");
    let heading = "One assumption would change the winner alone";
    assert!(headings(&desk).iter().any(|it| it == heading), "{:?}", headings(&desk));
    let line = "Without it: Economic turn + NATO is first unless ";
    assert!(desk.labels().iter().any(|it| it.starts_with(line)), "{:?}", desk.labels());
    let switch = "Nothing forces a hurried return is taken to hold";
    desk.harness.get_by_role_and_label(Role::CheckBox, switch).click_accesskit();
    desk.harness.run();
    assert!(desk.scenario().fallen().count() == 1 && desk.is_changed());
    assert!(desk.labels().iter().any(|it| it.starts_with("With it: Economic turn is first")));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(headings(&desk).iter().any(|it| it == heading));
}

#[test]
fn the_result_says_what_would_change_it_and_what_other_methods_make_of_it() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    desk.keys(Modifiers::COMMAND, Key::Num4);
    let all = headings(&desk);
    assert!(all.iter().any(|it| it == text::firm::WHAT_WOULD_CHANGE), "{all:?}");
    assert!(all.iter().any(|it| it == "Every other method has another order"), "{all:?}");
    assert!(desk.has("By TOPSIS Boathouse is ahead of Community centre."), "{:?}", desk.labels());
    let place = "Community centre: 1st by the weighted sum, 2nd by the weighted product";
    assert!(has_part(&desk, place), "{:?}", parts(&desk));
}

#[test]
fn three_criteria_have_a_triangle_with_the_teams_on_it() {
    let text = r#"(format: 1, title: "S",
        criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 9), "b": (score: 1), "c": (score: 1)},
                 "y": {"a": (score: 1), "b": (score: 9), "c": (score: 1)}},
        teams: [(id: "t", name: "T", weights: {"a": 50, "b": 30, "c": 20})])"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.ron");
    std::fs::write(&path, text).unwrap();
    let mut desk = Desk::open(Start::File(path));
    desk.keys(Modifiers::COMMAND, Key::Num5);
    view(&mut desk, text::firm::TRIANGLE);
    for part in [
        "X is first on 50.0 % of the triangle",
        "Y is first on 50.0 % of the triangle",
        "T: A 50 %, B 30 % and C 20 %",
    ] {
        assert!(has_part(&desk, part), "{part}: {:?}", parts(&desk));
    }
}

#[test]
fn one_option_one_criterion_and_nothing_scored_leave_every_view_true() {
    let file = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.ron");
        std::fs::write(&path, format!("(format: 1, title: \"S\", {text})")).unwrap();
        let mut desk = Desk::open(Start::File(path));
        desk.keys(Modifiers::COMMAND, Key::Num5);
        desk
    };
    let one = r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X")],
        scores: {"x": {"a": (score: 3)}}"#;
    let two = r#"criteria: [(id: "a", name: "A")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 3)}, "y": {"a": (score: 5)}}"#;
    let tied = r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 3), "b": (score: 5)}, "y": {"a": (score: 5), "b": (score: 3)}}"#;
    for (text, by_weight, by_score) in [
        (
            "",
            "There are no options and no criteria yet",
            "There are no options and no criteria yet",
        ),
        (one, "X has no rival that is fully scored", "There is no rival that is fully scored"),
        (
            two,
            "Y is first under any weights",
            "No score could change the winner within its own range",
        ),
        (tied, "X and Y share first place", "First place is shared by two options"),
    ] {
        let mut desk = file(text);
        assert!(
            headings(&desk).iter().any(|it| it == by_weight),
            "{by_weight}: {:?}",
            headings(&desk)
        );
        view(&mut desk, text::firm::BY_SCORE);
        assert!(
            headings(&desk).iter().any(|it| it == by_score),
            "{by_score}: {:?}",
            headings(&desk)
        );
    }
}
