//! Numbers as they are typed in the window: each counts once it is whole, in any script, and none is
//! cut to what would do.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::model::{NodeId, OptionId, Score};

use crate::desk::Desk;

/// A scale from −10000 to 10000 and one from 0 to 10.
const SCALES: &str = "(format: 1, title: \"Typing numbers\", \
    criteria: [(id: \"a\", name: \"Wide\", range: Fixed(-10000, 10000), unit: \"USD\"), (id: \"b\", name: \"Short\"), \
    (id: \"c\", name: \"Rate\", range: Fixed(0, 100), unit: \"% a year\")], \
    options: [(id: \"x\", name: \"X\"), (id: \"y\", name: \"Y\")], \
    scores: {\"x\": {\"a\": (score: 1840, low: 1800, high: 1900, reason: \"The offer.\"), \"b\": (score: 4), \"c\": (score: 3)}, \
    \"y\": {\"a\": (score: 7), \"b\": (score: 6), \"c\": (score: 3)}}, \
    teams: [(id: \"t\", name: \"T\", weights: {\"a\": 1, \"b\": 1, \"c\": 1})])";

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scales.ron");
    std::fs::write(&path, SCALES).unwrap();
    Desk::file(&path)
}

fn score(desk: &Desk, criterion: &str) -> Score {
    let (option, criterion) = (OptionId::new("x").unwrap(), NodeId::new(criterion).unwrap());
    desk.scenario().scores.get(&option, &criterion).unwrap().clone()
}

/// Where a score is typed.
#[derive(Clone, Copy, Debug)]
enum At {
    Cell,
    /// Onto the cell, which isn't opened before.
    Straight,
    Inspector,
}

/// Types a score of the option X and presses a key behind it.
fn enter(desk: &mut Desk, at: At, criterion: &str, text: &str, key: Key) {
    let cell = format!("X, {criterion}");
    desk.harness.get_by_role_and_label(Role::GridCell, &cell).click();
    desk.harness.run();
    match at {
        At::Straight => {}
        At::Cell => desk.key(Key::Enter),
        At::Inspector => {
            desk.harness.get_by_role_and_label(Role::TextInput, "Score").focus();
            desk.harness.run();
        }
    }
    desk.keys(Modifiers::COMMAND, Key::A);
    desk.type_text(text);
    desk.key(key);
}

const PLACES: [At; 3] = [At::Cell, At::Straight, At::Inspector];
const KEYS: [Key; 2] = [Key::Enter, Key::Tab];

#[test]
fn numbers_of_any_script_and_either_mark_are_taken_as_they_are() {
    let typed = [
        ("12,5", 12.5),
        ("0.3", 0.3),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("\u{200e}250\u{202c}", 250.0),
        ("−5", -5.0),
        ("\u{2010}7", -7.0),
        ("٫5", 0.5),
        ("١٢٫٥", 12.5),
        ("۱٬۲۳۴", 1234.0),
        ("9\u{202f}999", 9999.0),
        ("0.30000000000000004", 0.1 + 0.2),
    ];
    for at in PLACES {
        let mut desk = desk();
        for (text, number) in typed {
            enter(&mut desk, at, "Wide", text, Key::Enter);
            assert_eq!(score(&desk, "a").score.to_bits(), f64::to_bits(number), "{text:?} {at:?}");
        }
    }
}

#[test]
fn what_is_refused_stays_with_its_reason_and_the_focus_and_changes_nothing() {
    let refused = [
        ("Short", "250", "outside"),
        ("Short", "−5", "outside"),
        ("Short", "1,500", "can be read in two ways, as 1500 or as 1.5"),
        ("Short", "7x", "is no number"),
        ("Short", "5 %", "no percentage is meant here"),
    ];
    for at in PLACES {
        for key in KEYS {
            for (criterion, text, reason) in refused {
                let mut desk = desk();
                let before = desk.scenario();
                enter(&mut desk, at, criterion, text, key);
                let (name, _) = desk.focused().unwrap();
                let field = desk.harness.get_by_role_and_label(Role::TextInput, &name);
                let node = field.accesskit_node();
                assert_eq!(node.value().as_deref(), Some(text), "{at:?} {key:?}");
                let told = node.data().description().unwrap_or_default().to_owned();
                assert!(told.contains(reason), "{text} {at:?}: {told}");
                assert!(desk.labels().contains(&told), "{text} {at:?}: it is shown");
                assert_eq!(desk.scenario(), before, "{text} {at:?}");
                desk.key(Key::Escape);
                assert_eq!(desk.scenario(), before);
                assert!(!desk.labels().contains(&told), "{text} {at:?}: it goes");
            }
        }
    }
}

#[test]
fn a_refused_number_that_is_left_by_the_mouse_is_told_and_the_old_one_stands() {
    for at in PLACES {
        let mut desk = desk();
        let before = desk.scenario();
        enter(&mut desk, at, "Short", "250", Key::F7);
        desk.harness.get_by_role_and_label(Role::GridCell, "Y, Rate").click();
        desk.harness.run();
        assert_eq!(desk.scenario(), before, "{at:?}");
        let told = desk.labels().into_iter().any(|label| label.contains("outside"));
        assert!(told, "{at:?}: {:?}", desk.labels());
    }
}

#[test]
fn a_refused_number_keeps_no_window_open_and_no_file_from_being_saved() {
    for at in PLACES {
        let mut desk = desk();
        enter(&mut desk, at, "Short", "250", Key::Enter);
        let told = desk.ask_to_close();
        assert!(!told.contains(&egui::ViewportCommand::CancelClose), "{at:?}: {told:?}");
        desk.keys(Modifiers::COMMAND, Key::Num1);
        assert!(desk.has("Add option…"), "{at:?}: commands go on");
    }
}

#[test]
fn a_per_cent_sign_is_taken_where_percentages_are_scored() {
    for at in PLACES {
        let mut desk = desk();
        enter(&mut desk, at, "Rate", "12,5 %", Key::Enter);
        assert_eq!(score(&desk, "c").score, 12.5, "{at:?}");
    }
}

#[test]
fn a_score_that_leaves_its_range_takes_it_along_and_its_reason_says_what_it_was_written_for() {
    for at in PLACES {
        let mut desk = desk();
        enter(&mut desk, at, "Wide", "2500", Key::Enter);
        let moved = score(&desk, "a");
        assert_eq!((moved.low, moved.high), (Some(2460.0), Some(2560.0)), "{at:?}");
        let cell = desk.harness.get_by_role_and_label(Role::GridCell, "X, Wide");
        let described = cell.accesskit_node().data().description().unwrap_or_default().to_owned();
        assert_eq!(described, "Its reason was written for 1840 USD.", "{at:?}");
        cell.click();
        desk.harness.run();
        assert!(desk.has("written for 1840 USD"), "{at:?}: {:?}", desk.labels());
        desk.click("Still holds");
        assert!(!desk.has("written for"), "{at:?}");
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert!(desk.has("written for 1840 USD"), "{at:?}: undo asks again");
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert_eq!((score(&desk, "a").score, desk.has("written for")), (1840.0, false), "{at:?}");
    }
}

#[test]
fn pasted_lines_become_a_thing_each_in_one_step() {
    for (field, count) in [("Add option…", 2), ("Add criterion…", 3), ("Add team…", 1)] {
        let mut desk = desk();
        let before = desk.scenario();
        desk.keys(Modifiers::COMMAND, Key::Num1);
        desk.harness.get_by_role_and_label(Role::TextInput, field).focus();
        desk.harness.run();
        desk.harness.event(Event::Paste("1. Alpha\n\n2. Beta\r\n• Gamma\n".to_owned()));
        desk.harness.run();
        let after = desk.scenario();
        let [options, criteria, teams]: [Vec<&str>; 3] = [
            after.options.iter().map(|thing| thing.name.as_str()).collect(),
            after.criteria.iter().map(|thing| thing.name.as_str()).collect(),
            after.teams.iter().map(|thing| thing.name.as_str()).collect(),
        ];
        let grown = [options, criteria, teams].into_iter().find(|names| names.contains(&"Alpha"));
        assert_eq!(grown.unwrap()[count..], ["Alpha", "Beta", "Gamma"], "{field}");
        assert_eq!(desk.focused().unwrap().0, field, "it waits for the next");
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert_eq!(desk.scenario(), before, "{field}: one step");
    }
}
