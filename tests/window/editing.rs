//! Scores and weights changed by hand, taken back and done again.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::model::{NodeId, OptionId};

use crate::desk::Desk;

const CELL: &str = "Complete withdrawal, Iraqi sovereignty";

fn score(desk: &Desk) -> Option<f64> {
    let (option, criterion) =
        (OptionId::new("complete-withdrawal").unwrap(), NodeId::new("sovereignty").unwrap());
    desk.scenario().scores.get(&option, &criterion).map(|score| score.score)
}

#[test]
fn a_typed_score_moves_the_ranking_and_is_taken_back_and_done_again() {
    let mut desk = Desk::preset("after-inherent-resolve");
    let before = desk.scenario();
    let totals = desk.values("Total of");
    desk.type_score(CELL, "2,5");
    assert_eq!(
        (score(&desk), desk.value(CELL).as_str(), desk.is_changed()),
        (Some(2.5), "2.5", true)
    );
    assert_ne!(desk.values("Total of"), totals);
    assert!(desk.has("Undo score of"), "undo names what it takes back");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((desk.scenario(), desk.is_changed()), (before, false));
    assert_eq!(desk.values("Total of"), totals);
    desk.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(score(&desk), Some(2.5));
}

#[test]
fn what_is_no_score_is_refused_with_its_reason_and_changes_nothing() {
    let mut desk = Desk::preset("after-inherent-resolve");
    let before = desk.scenario();
    for (typed, reason) in [("95", "outside the criterion’s range"), ("7x", "is no number")] {
        desk.type_score(CELL, typed);
        assert_eq!((desk.scenario(), desk.is_changed()), (before.clone(), false), "{typed}");
        let said = desk
            .labels()
            .into_iter()
            .find(|label| label.starts_with("Not done"))
            .unwrap_or_default();
        assert!(
            said.contains(&reason.replace('’', "'")) && said.ends_with("Nothing was changed."),
            "{typed}: {said}"
        );
        // What is refused stays in its field.
        desk.key(Key::Escape);
    }
}

/// Presses twice on a cell, as fast as a double click is.
fn double_click(desk: &mut Desk, cell: &str) {
    let pos = desk.harness.get_by_role_and_label(Role::GridCell, cell).rect().center();
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    for _ in 0..2 {
        let events = &mut desk.harness.input_mut().events;
        events.push(egui::Event::PointerMoved(pos));
        for pressed in [true, false] {
            events.push(egui::Event::PointerButton { pos, button, pressed, modifiers });
        }
        desk.harness.step();
    }
    desk.harness.run();
}

fn is_open(desk: &Desk, cell: &str) -> bool {
    desk.harness.query_by_role_and_label(Role::TextInput, cell).is_some()
}

#[test]
fn a_double_click_opens_a_cell_on_its_score_and_enters_what_was_typed_in_another() {
    let mut desk = Desk::preset("after-inherent-resolve");
    let other = "Complete withdrawal, Iranian influence";
    let before = desk.value(CELL);
    double_click(&mut desk, CELL);
    assert!(is_open(&desk, CELL), "{:?}", desk.labels());
    let field = desk.harness.get_by_role_and_label(Role::TextInput, CELL);
    assert_eq!(field.value().as_deref(), Some(before.as_str()));
    desk.type_text("2.5");
    double_click(&mut desk, other);
    assert_eq!((is_open(&desk, CELL), is_open(&desk, other)), (false, true));
    assert_eq!(score(&desk), Some(2.5), "what stood there was selected, and what was typed counts");
    desk.key(Key::Escape);
    assert!(!is_open(&desk, other));
}

#[test]
fn escape_drops_what_was_typed_and_delete_takes_a_score_out() {
    let mut desk = Desk::preset("after-inherent-resolve");
    let before = desk.scenario();
    desk.harness.get_by_role_and_label(Role::GridCell, CELL).click();
    desk.harness.run();
    desk.type_text("3");
    desk.key(Key::Escape);
    assert_eq!(desk.scenario(), before);
    desk.key(Key::Delete);
    assert_eq!((score(&desk), desk.value(CELL).as_str()), (None, "not scored"));
    assert!(
        desk.value("Total of Complete withdrawal").contains('–'),
        "an option with a missing cell has an interval"
    );
    assert!(desk.has("to check"));
}

#[test]
fn a_score_being_typed_is_part_of_what_a_shortcut_acts_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    std::fs::write(&path, mizan::store::preset("after-inherent-resolve").unwrap().text).unwrap();
    let mut desk = Desk::file(&path);
    desk.harness.get_by_role_and_label(Role::GridCell, CELL).click();
    desk.harness.run();
    desk.type_text("2");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert_eq!((score(&desk), desk.is_changed()), (Some(2.0), false));
    let saved = mizan::store::parse(&std::fs::read(&path).unwrap()).unwrap().scenario;
    assert_eq!(saved, desk.scenario());
}

#[test]
fn the_matrix_is_moved_through_and_filled_by_keyboard_alone() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::End);
    desk.key(Key::Enter);
    desk.keys(Modifiers::COMMAND, Key::A);
    desk.type_text("4");
    desk.key(Key::Tab);
    desk.keys(Modifiers::COMMAND, Key::Home);
    desk.key(Key::ArrowRight);
    desk.type_text("25");
    desk.key(Key::Enter);
    desk.type_text("35");
    desk.key(Key::Enter);
    let rows: Vec<String> = desk
        .values("Total of")
        .into_iter()
        .map(|(label, _)| label.replace("Total of ", ""))
        .collect();
    assert_eq!(rows.len(), 4);
    let scenario = desk.scenario();
    let typed = scenario.scores.cells().filter(|(_, criterion, score)| {
        criterion.as_str() == "travel" && [25.0, 35.0].contains(&score.score)
    });
    assert!(typed.count() >= 2, "two scores were typed one below the other");
    let atmosphere = scenario
        .scores
        .cells()
        .filter(|(_, criterion, score)| criterion.as_str() == "atmosphere" && score.score == 4.0);
    assert!(atmosphere.count() >= 1, "Enter opened a score to replace");
}

#[test]
fn a_teams_own_score_is_what_typing_changes_where_it_is_shown() {
    let mut desk = Desk::preset("workshop-venue");
    let base = desk.scenario().scores;
    desk.show("Programme");
    let cell = "Hillside community centre, Atmosphere";
    assert_eq!(desk.value(cell), "7");
    desk.type_score(cell, "9");
    let scenario = desk.scenario();
    assert_eq!(scenario.scores, base);
    let team = scenario.teams.iter().find(|team| team.id.as_str() == "programme").unwrap();
    let judged = team.opened().unwrap();
    let own: Vec<f64> = judged.scores.cells().map(|(_, _, score)| score.score).collect();
    assert_eq!(own, [9.0]);
}

#[test]
fn a_weight_is_moved_by_keys_in_one_step_of_undo_a_focus() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Baghdad");
    let before = desk.scenario();
    let weight = |desk: &Desk| {
        let judgement = desk.judged(0).judgement;
        judgement.weight_of(&NodeId::new("isis-risk").unwrap()).unwrap()
    };
    let start = weight(&desk);
    desk.click("Weights");
    desk.harness.get_by_role_and_label(Role::TextInput, "Weight of ISIS risk").focus();
    desk.harness.run();
    for _ in 0..3 {
        desk.key(Key::ArrowUp);
    }
    assert!((weight(&desk) - start - 3.0).abs() < 1e-9, "{} after {start}", weight(&desk));
    assert!(desk.has("Undo Baghdad’s weight for ISIS risk"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), before, "three presses under one focus are one step");
}

#[test]
fn the_means_weights_follow_from_the_teams_and_have_no_sliders() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Mean");
    desk.click("Weights");
    assert_eq!(desk.harness.query_all_by_role(Role::Slider).count(), 0);
    desk.show("Erbil");
    assert!(desk.harness.query_all_by_role(Role::Slider).count() >= 8);
}

#[test]
fn light_dark_and_the_systems_theme_can_be_chosen() {
    let mut desk = Desk::preset("workshop-venue");
    desk.click("Settings");
    desk.click("Dark");
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
    desk.click("Settings");
    desk.click("Light");
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Light);
    desk.click("Settings");
    desk.click("Auto");
    assert_eq!(
        desk.harness.ctx.options(|options| options.theme_preference),
        egui::ThemePreference::System
    );
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.harness.run();
    assert!(!desk.harness.ctx.has_requested_repaint(), "{:?}", desk.harness.ctx.repaint_causes());
}

/// A small document, opened from a file.
fn opened(text: &str) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.ron");
    std::fs::write(&path, text).unwrap();
    Desk::file(&path)
}

const SMALL: &str = "(format: 1, title: \"Small\", criteria: [(id: \"c\", name: \"C\"), (id: \"d\", name: \"D\")], \
    options: [(id: \"o\", name: \"O\"), (id: \"p\", name: \"P\")], \
    scores: {\"o\": {\"c\": (score: 5), \"d\": (score: 5)}, \"p\": {\"c\": (score: 4), \"d\": (score: 4)}}, \
    teams: [(id: \"t\", name: \"T\", weights: {\"c\": 0.3, \"d\": 0.4})])";

#[test]
fn showing_a_teams_weights_changes_none_of_them_however_they_are_written() {
    for weights in [
        "{\"c\": 0.3, \"d\": 0.4}",
        "{\"c\": 33.3, \"d\": 0.2}",
        "{\"c\": 1e-9, \"d\": 1e9}",
        "{\"c\": 250, \"d\": 99.99}",
    ] {
        let mut desk = opened(&SMALL.replace("{\"c\": 0.3, \"d\": 0.4}", weights));
        let before = desk.scenario();
        desk.click("Weights");
        // A caret that blinks asks for frames.
        desk.key(Key::Escape);
        assert_eq!((desk.scenario(), desk.is_changed()), (before, false), "{weights}");
        assert!(
            !desk.harness.ctx.has_requested_repaint(),
            "{weights}: {:?}",
            desk.harness.ctx.repaint_causes()
        );
        assert!(desk.harness.query_all_by_role(Role::Slider).count() >= 2, "{weights}");
    }
}

#[test]
fn a_typed_score_is_kept_whichever_cell_is_clicked_next() {
    for next in ["O, C", "O, D", "P, D"] {
        let mut desk = opened(SMALL);
        desk.harness.get_by_role_and_label(Role::GridCell, "P, C").click();
        desk.harness.run();
        desk.type_text("3");
        desk.harness.get_by_role_and_label(Role::GridCell, next).click();
        desk.harness.run();
        assert_eq!(desk.value("P, C"), "3", "{next}");
        desk.type_score(next, "2");
        assert_eq!((desk.value("P, C").as_str(), desk.value(next).as_str()), ("3", "2"), "{next}");
    }
}

#[test]
fn digits_and_enter_in_one_frame_are_a_score() {
    let mut desk = opened(SMALL);
    desk.harness.get_by_role_and_label(Role::GridCell, "O, C").click();
    desk.harness.run();
    for digit in ["7", ".", "5"] {
        desk.harness.event(egui::Event::Text(digit.to_owned()));
    }
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
    assert_eq!(desk.value("O, C"), "7.5");
}

#[test]
fn a_method_that_the_window_does_not_show_is_said_not_to_be_used() {
    let desk = opened(&SMALL.replace("title: \"Small\",", "title: \"Small\", method: Topsis,"));
    assert!(
        desk.has("Shown by the weighted sum, which explains itself; `mizan rank` ranks by TOPSIS.")
    );
}
