//! Jobs that end late, in another order than they began, or not at all: the window stays usable,
//! and what it does then is right.

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::Queryable as _;
use mizan::app::jobs::{Fate, Lane};
use mizan::app::{Manual, Start};
use mizan::model::{Layer, NodeId, OptionId};
use mizan::session::ScoredCell;
use mizan::store;

use crate::desk::Desk;

const CELL: &str = "Hillside community centre, Travel time";

/// A preset in a file of its own.
fn copied(folder: &Path, preset: &str) -> PathBuf {
    let path = folder.join(format!("{preset}.mizan.ron"));
    fs::write(&path, store::preset(preset).unwrap().text).unwrap();
    path
}

/// The warm-up in a file, with a score changed.
fn changed(folder: &Path) -> (Desk, Manual, PathBuf) {
    let path = copied(folder, "workshop-venue");
    let (mut desk, manual) = Desk::by_hand(Start::File(path.clone()));
    finish(&mut desk, &manual);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    (desk, manual, path)
}

fn finish(desk: &mut Desk, manual: &Manual) {
    manual.run_all();
    desk.harness.run();
}

/// Runs the job that has waited longest.
fn run(desk: &mut Desk, manual: &Manual, fate: Fate) {
    assert!(manual.run(0, fate), "a job waits");
    desk.harness.run();
}

/// Asks for a file by the own dialog; reading it waits.
fn ask_for(desk: &mut Desk, manual: &Manual, path: &Path) {
    desk.keys(Modifiers::COMMAND, Key::O);
    let dialog = manual.lanes().iter().position(|lane| *lane == Lane::Dialogs);
    assert!(manual.run(dialog.expect("the system is asked"), Fate::Works));
    desk.harness.run();
    desk.enter_path(path);
}

fn is_close(command: &ViewportCommand) -> bool {
    matches!(command, ViewportCommand::Close)
}

#[test]
fn of_two_files_asked_for_in_a_row_the_second_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["stay-or-quit", "aid-freeze"].map(|name| copied(folder.path(), name));
    let (mut desk, manual) = Desk::by_hand(Start::Choice);
    finish(&mut desk, &manual);
    ask_for(&mut desk, &manual, &first);
    ask_for(&mut desk, &manual, &second);
    run(&mut desk, &manual, Fate::Works);
    assert!(desk.harness.state().session.is_none(), "the first is wanted no more");
    finish(&mut desk, &manual);
    let expected = store::parse(&fs::read(&second).unwrap()).unwrap().scenario;
    assert_eq!(desk.scenario(), expected);
}

#[test]
fn what_is_typed_while_a_file_is_read_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let other = copied(folder.path(), "aid-freeze");
    let (mut desk, manual) = Desk::by_hand(Start::Preset(store::preset("workshop-venue").unwrap()));
    desk.show("Mean");
    ask_for(&mut desk, &manual, &other);
    desk.type_score(CELL, "44");
    let typed = desk.scenario();
    finish(&mut desk, &manual);
    assert!(desk.has("There are unsaved changes"));
    assert_eq!(desk.scenario(), typed);
    desk.answer("Don’t save");
    finish(&mut desk, &manual);
    assert_eq!(
        desk.scenario().title,
        store::parse(&fs::read(&other).unwrap()).unwrap().scenario.title
    );
}

/// A preset, unchanged, and a file that can be put in its place.
fn unchanged(folder: &Path) -> (Desk, Manual, PathBuf) {
    let other = copied(folder, "aid-freeze");
    let (mut desk, manual) = Desk::by_hand(Start::Preset(store::preset("workshop-venue").unwrap()));
    desk.show("Mean");
    (desk, manual, other)
}

/// A score that was being typed when something was to come in the document's place counts, and is
/// asked about.
fn assert_kept(desk: &Desk, score: &str) {
    assert!(desk.has("There are unsaved changes"), "{:?}", desk.labels());
    assert!(desk.is_changed());
    assert_eq!(desk.value(CELL), score);
}

#[test]
fn a_score_being_typed_when_a_file_is_dropped_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, other) = unchanged(folder.path());
    desk.begin_score(CELL, "44");
    desk.drop_files(&[&other]);
    finish(&mut desk, &manual);
    assert_kept(&desk, "44");
}

#[test]
fn a_score_being_typed_when_a_file_has_been_read_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, other) = unchanged(folder.path());
    ask_for(&mut desk, &manual, &other);
    desk.begin_score(CELL, "44");
    finish(&mut desk, &manual);
    assert_kept(&desk, "44");
}

#[test]
fn a_score_being_typed_when_the_save_before_closing_ends_keeps_the_window_open() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, _) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.ask_to_close();
    desk.begin_score(CELL, "43");
    manual.run_all();
    assert!(!desk.told().iter().any(is_close));
    assert_kept(&desk, "43");
}

#[test]
fn a_form_that_is_being_filled_in_keeps_the_document_until_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, other) = unchanged(folder.path());
    ask_for(&mut desk, &manual, &other);
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    desk.type_text("Barn");
    finish(&mut desk, &manual);
    desk.answer("Add");
    assert!(desk.scenario().options.iter().any(|option| option.name == "Barn"));
    desk.harness.run();
    assert!(desk.has("There are unsaved changes"));
}

#[test]
fn a_score_being_typed_when_a_comparison_comes_counts_and_the_window_can_be_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, other) = unchanged(folder.path());
    desk.run_command("Compare with a file");
    finish(&mut desk, &manual);
    desk.enter_path(&other);
    desk.begin_score(CELL, "44");
    finish(&mut desk, &manual);
    assert!(desk.is_changed() && desk.harness.query_by_label(CELL).is_none(), "compared");
    assert!(!desk.ask_to_close().iter().any(is_close));
    desk.harness.get_all_by_label("Don’t save").last().unwrap().click();
    assert!(desk.told().iter().any(is_close));
}

#[test]
fn a_window_that_is_closed_while_a_save_runs_closes_once_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, path) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    let told = desk.ask_to_close();
    assert!(told.iter().any(|command| matches!(command, ViewportCommand::CancelClose)), "{told:?}");
    assert!(!told.iter().any(is_close), "{told:?}");
    assert!(desk.has("Saving workshop-venue.mizan.ron first…") && desk.is_changed());
    manual.run_all();
    let told = desk.told();
    assert!(told.iter().any(is_close), "{told:?}");
    assert!(!desk.is_changed() && fs::read_to_string(path).unwrap().contains("score: 44"));
}

#[test]
fn a_second_wish_to_close_asks_whether_to_wait_for_the_save() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, _) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.ask_to_close();
    desk.ask_to_close();
    assert!(desk.has("This is still being saved"));
    desk.harness.get_by_label("Don’t wait").click();
    assert!(desk.told().iter().any(is_close));
    drop(manual);
}

#[test]
fn a_save_that_fails_while_the_window_closes_keeps_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, _) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.ask_to_close();
    assert!(manual.run(0, Fate::PanicsAtFirst));
    assert!(!desk.told().iter().any(is_close));
    assert!(desk.has("This file was not saved") && desk.is_changed());
}

#[test]
fn a_save_that_panics_is_told_in_words_and_can_be_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, path) = changed(folder.path());
    let before = fs::read_to_string(&path).unwrap();
    desk.keys(Modifiers::COMMAND, Key::S);
    run(&mut desk, &manual, Fate::PanicsAtFirst);
    assert!(desk.has("This file was not saved") && desk.has("a fault of its own"));
    desk.click("Close");
    assert!(desk.is_changed() && fs::read_to_string(&path).unwrap() == before);
    desk.keys(Modifiers::COMMAND, Key::S);
    finish(&mut desk, &manual);
    assert!(!desk.is_changed() && fs::read_to_string(&path).unwrap().contains("score: 44"));
}

#[test]
fn a_file_that_nobody_is_sure_of_is_not_called_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, _) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    run(&mut desk, &manual, Fate::PanicsAtLast);
    desk.click("Close");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(!desk.is_changed(), "the document is as it was opened");
    assert!(desk.has("Not saved yet") && !desk.has("No changes"), "{:?}", desk.labels());
}

#[test]
fn saves_in_a_row_leave_the_last_state_and_mark_each_version_that_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, path) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.type_score(CELL, "43");
    run(&mut desk, &manual, Fate::Works);
    assert!(desk.is_changed(), "the older version was written");
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.type_score(CELL, "42");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert_eq!(manual.lanes(), [Lane::Document], "one save at a time");
    finish(&mut desk, &manual);
    assert!(!desk.is_changed() && fs::read_to_string(&path).unwrap().contains("score: 42"));
}

#[test]
fn a_message_that_comes_late_leaves_the_form_below_it_as_it_was_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, _) = changed(folder.path());
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    desk.type_text("Barn");
    run(&mut desk, &manual, Fate::PanicsAtFirst);
    assert!(desk.has("This file was not saved"));
    desk.answer("Close");
    desk.answer("Add");
    assert!(desk.scenario().options.iter().any(|option| option.name == "Barn"));
}

#[test]
fn a_file_that_is_never_read_to_its_end_blocks_no_save() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, path) = changed(folder.path());
    let other = copied(folder.path(), "aid-freeze");
    desk.run_command("Compare with a file");
    finish(&mut desk, &manual);
    desk.enter_path(&other);
    let waiting = manual.lanes();
    assert_eq!(waiting.last(), Some(&Lane::Reading), "{waiting:?}");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(manual.run(waiting.len(), Fate::Works), "the save runs beside it");
    desk.harness.run();
    assert!(!desk.is_changed() && fs::read_to_string(&path).unwrap().contains("score: 44"));
}

#[test]
fn a_dialog_of_the_system_that_never_ends_blocks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, manual, path) = changed(folder.path());
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert_eq!(manual.lanes(), [Lane::Dialogs]);
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(manual.run(1, Fate::Works), "the save runs beside it");
    desk.harness.run();
    assert!(!desk.is_changed() && fs::read_to_string(&path).unwrap().contains("score: 44"));
}

/// A score with the reason for it.
const REASONED: &str = "(format: 1, title: \"Roads\", \
    criteria: [(id: \"cost\", name: \"Cost\", range: Fixed(0, 10000))], \
    options: [(id: \"x\", name: \"X\")], \
    scores: {\"x\": {\"cost\": (score: 1840, reason: \"The offer.\")}})";

/// The score of that cell, and the one that its reason was written for.
fn reasoned(desk: &Desk) -> (f64, Option<f64>) {
    let session = desk.harness.state().session.as_ref().unwrap();
    let (option, criterion) = (OptionId::new("x").unwrap(), NodeId::new("cost").unwrap());
    let score = session.scenario().scores.get(&option, &criterion).unwrap().score;
    let cell = ScoredCell { layer: Layer::Base, option, criterion };
    (score, session.old_reasons().written_for(&cell))
}

#[test]
fn a_save_that_ends_late_keeps_what_was_known_of_reasons_when_it_began() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("roads.mizan.ron");
    fs::write(&path, REASONED).unwrap();
    let (mut desk, manual) = Desk::by_hand(Start::File(path));
    finish(&mut desk, &manual);
    desk.type_score("X, Cost", "1850");
    assert_eq!(reasoned(&desk), (1850.0, Some(1840.0)));
    desk.harness.get_by_role_and_label(Role::GridCell, "X, Cost").click();
    desk.harness.run();
    desk.click("Still holds");
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.type_score("X, Cost", "2500");
    assert_eq!(reasoned(&desk), (2500.0, Some(1850.0)));
    finish(&mut desk, &manual);
    desk.run_command("Revert");
    assert_eq!(reasoned(&desk), (1850.0, None));
}
