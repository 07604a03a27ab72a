//! Opening and saving in the window: nothing is lost, and nothing happens unasked.

use std::cell::Cell;
use std::fs;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::app::{Asked, Picker, Purpose, Start};
use mizan::store;

use crate::desk::Desk;

const CELL: &str = "Hillside community centre, Travel time";

/// A preset in a file of its own.
fn copied(folder: &tempfile::TempDir) -> std::path::PathBuf {
    let path = folder.path().join("venue.mizan.ron");
    fs::write(&path, store::preset("workshop-venue").unwrap().text).unwrap();
    path
}

#[test]
fn the_first_page_offers_the_presets_and_opens_one() {
    let mut desk = Desk::open(Start::Choice);
    desk.click("After Operation Inherent Resolve");
    assert_eq!(desk.scenario().title, "After Operation Inherent Resolve");
    assert!(!desk.is_changed());
}

#[test]
fn saving_writes_the_change_and_one_line_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(&folder);
    let before = fs::read_to_string(&path).unwrap();
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(!desk.is_changed() && desk.has("Saved to venue.mizan.ron"));
    let after = fs::read_to_string(&path).unwrap();
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn saving_as_asks_before_it_replaces_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (copied(&folder), folder.path().join("other.mizan.ron"));
    fs::write(&other, "precious").unwrap();
    let mut desk = Desk::file(&path);
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    desk.enter_path(&other);
    assert!(desk.has("Replace it?"));
    desk.click("Cancel");
    assert_eq!(fs::read_to_string(&other).unwrap(), "precious");
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    desk.enter_path(&other);
    desk.click("Replace");
    assert_eq!(fs::read_to_string(&other).unwrap(), fs::read_to_string(&path).unwrap());
}

#[test]
fn unsaved_changes_are_asked_about_before_another_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(&folder);
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    desk.keys(Modifiers::COMMAND, Key::O);
    assert!(desk.has("Save the changes to venue.mizan.ron first?"));
    desk.click("Cancel");
    assert!(desk.is_changed());
    desk.keys(Modifiers::COMMAND, Key::O);
    desk.answer("Save");
    assert!(fs::read_to_string(&path).unwrap().contains("score: 44"));
    assert!(
        !desk.is_changed() && desk.harness.query_by_label("Path").is_some(),
        "saved, then asked for the file"
    );
}

#[test]
fn the_window_stays_open_while_changes_are_unsaved() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::file(&copied(&folder));
    desk.show("Mean");
    desk.type_score(CELL, "44");
    let input = desk.harness.input_mut();
    input
        .viewports
        .entry(egui::ViewportId::ROOT)
        .or_default()
        .events
        .push(egui::ViewportEvent::Close);
    desk.harness.step();
    let commands = desk.harness.output().viewport_output[&egui::ViewportId::ROOT].commands.clone();
    assert!(
        commands.iter().any(|command| matches!(command, egui::ViewportCommand::CancelClose)),
        "{commands:?}"
    );
    desk.harness.run();
    assert!(desk.has("There are unsaved changes"));
}

#[test]
fn a_file_with_comments_is_kept_beside_before_they_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(&folder);
    let text = format!("// ours\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(desk.has("This file has comments"));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    desk.answer("Save");
    assert!(!desk.is_changed());
    let kept = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|kept| *kept != path)
        .unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), text);
    desk.type_score(CELL, "43");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(!desk.has("This file has comments"), "it is said once");
}

#[test]
fn a_file_with_comments_that_is_gone_is_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(&folder);
    fs::write(&path, format!("// ours\n{}", fs::read_to_string(&path).unwrap())).unwrap();
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    fs::remove_file(&path).unwrap();
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.answer("Save");
    assert!(!desk.is_changed() && fs::read_to_string(&path).unwrap().contains("score: 44"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "there was nothing to keep");
}

#[test]
fn a_save_that_fails_says_why_and_keeps_the_work_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(&folder);
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    desk.type_score(CELL, "44");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(desk.has("This file was not saved"));
    desk.click("Close");
    assert!(desk.is_changed());
}

/// A system whose dialog is seen and cancelled at first, and answered from then on.
struct CancelledOnce {
    path: std::path::PathBuf,
    asked: Cell<bool>,
}

impl Picker for CancelledOnce {
    fn ask(&self, _purpose: Purpose, _at: Option<&std::path::Path>) -> Asked {
        let answer = self.asked.replace(true).then(|| self.path.clone());
        Box::pin(async {
            std::thread::sleep(std::time::Duration::from_millis(350));
            answer
        })
    }
}

#[test]
fn a_cancelled_save_before_closing_leaves_nothing_that_a_later_save_would_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("later.mizan.ron");
    let picker = CancelledOnce { path: path.clone(), asked: Cell::new(false) };
    let size = egui::Vec2::new(1280.0, 800.0);
    let mut desk = Desk::with_picker(
        Start::Preset(store::preset("workshop-venue").unwrap()),
        size,
        Box::new(picker),
    );
    desk.show("Mean");
    desk.type_score(CELL, "44");
    desk.harness
        .input_mut()
        .viewports
        .entry(egui::ViewportId::ROOT)
        .or_default()
        .events
        .push(egui::ViewportEvent::Close);
    desk.harness.step();
    desk.harness.run();
    desk.answer("Save");
    assert!(
        desk.is_changed() && !desk.has("There are unsaved changes"),
        "the dialog was cancelled, and the document stays"
    );
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    let mut commands = Vec::new();
    for _ in 0..4 {
        desk.harness.step();
        commands.extend(
            desk.harness.output().viewport_output[&egui::ViewportId::ROOT].commands.clone(),
        );
    }
    assert!(path.exists() && !desk.is_changed());
    assert!(
        !commands.iter().any(|command| matches!(command, egui::ViewportCommand::Close)),
        "{commands:?}"
    );
}

fn typed_path(desk: &Desk) -> Option<String> {
    desk.harness.get_by_label("Path").value()
}

#[test]
fn a_typed_path_that_led_to_nothing_comes_back_once_the_reason_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::file(&copied(&folder));
    let gone = folder.path().join("gone.mizan.ron");
    desk.keys(Modifiers::COMMAND, Key::O);
    desk.enter_path(&gone);
    assert!(desk.has("This file was not opened"));
    desk.answer("Close");
    assert_eq!(typed_path(&desk).as_deref(), gone.to_str());
    let field = desk.harness.get_by_label("Path").rect();
    desk.harness.run_steps(4);
    assert_eq!(desk.harness.get_by_label("Path").rect(), field, "the dialog stays where it is");
    desk.click("Cancel");
    desk.keys(Modifiers::COMMAND, Key::O);
    let begins_in = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    assert_eq!(typed_path(&desk), Some(begins_in), "it comes back once");
    assert!(desk.has("venue.mizan.ron"), "the folder of the open file is listed at once");
}

#[test]
fn the_path_dialog_lists_the_folder_and_opens_what_is_chosen_by_arrows() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("minutes");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("venue.ron"), store::preset("workshop-venue").unwrap().text).unwrap();
    let mut desk = Desk::open(Start::Choice);
    desk.keys(Modifiers::COMMAND, Key::O);
    let separator = std::path::MAIN_SEPARATOR;
    desk.type_text(&format!("{}{separator}mi", folder.path().display()));
    assert!(desk.has(&format!("minutes{separator}")), "{:?}", desk.labels());
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert!(desk.has("venue.ron"), "{:?}", desk.labels());
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_eq!(desk.scenario().title, "Choosing a venue: a warm-up");
}
