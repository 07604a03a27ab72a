//! The first page: new, presets, recent files, files dropped, and what is remembered from one time
//! to the next.

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::store;

use crate::desk::Desk;

fn copied(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, store::preset("workshop-venue").unwrap().text).unwrap();
    path
}

#[test]
fn a_new_scenario_is_empty_unchanged_and_needs_no_question_to_close() {
    let mut desk = Desk::open(Start::Choice);
    desk.click("New");
    assert!(desk.scenario().criteria.is_empty() && !desk.is_changed());
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.harness.state().session.is_none() && desk.has("Presets"));
    desk.keys(Modifiers::COMMAND, Key::N);
    desk.tab_to("Title");
    desk.type_text("!");
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("There are unsaved changes"));
    desk.answer("Don’t save");
    assert!(desk.harness.state().session.is_none());
}

#[test]
fn opened_files_are_remembered_and_missing_ones_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let preferences = folder.path().join("config").join("preferences.ron");
    let (kept, gone, away) = (
        copied(folder.path(), "kept.ron"),
        copied(folder.path(), "gone.ron"),
        copied(folder.path(), "stick/away.ron"),
    );
    for path in [&kept, &gone, &away] {
        Desk::remembering(Start::File(path.clone()), &preferences);
    }
    fs::remove_file(&gone).unwrap();
    fs::remove_dir_all(away.parent().unwrap()).unwrap();
    let mut desk = Desk::remembering(Start::Choice, &preferences);
    let title = "Choosing a venue: a warm-up";
    // One of the four is the preset itself.
    let recent: Vec<Option<String>> = desk
        .harness
        .get_all_by_role_and_label(Role::Button, title)
        .map(|node| node.accesskit_node().data().description().map(str::to_owned))
        .collect();
    let told: Vec<&str> = recent.iter().flatten().map(String::as_str).collect();
    assert_eq!(
        told[..2],
        ["its folder is not there: is the drive plugged in?", "no longer there"],
        "the last opened comes first"
    );
    assert!(told[2].ends_with("kept.ron"), "one that is there says where: {told:?}");
    let first = desk.harness.get_all_by_role_and_label(Role::Button, title).next().unwrap();
    first.click();
    desk.harness.run();
    assert!(desk.has("This file was not opened"));
    desk.click("Close");
    desk.harness.get_all_by_role_and_label(Role::Button, title).next().unwrap().hover();
    desk.harness.run();
    desk.harness.get_all_by_label(&format!("Forget {title}")).next().unwrap().click();
    desk.harness.run();
    let again = Desk::remembering(Start::Choice, &preferences);
    assert_eq!(
        again.harness.get_all_by_role_and_label(Role::Button, title).count(),
        3,
        "one was forgotten for good"
    );
}

#[test]
fn light_dark_and_zoom_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let preferences = folder.path().join("preferences.ron");
    let mut desk = Desk::remembering(Start::Choice, &preferences);
    desk.click("Dark");
    desk.keys(Modifiers::COMMAND, Key::Plus);
    let again = Desk::remembering(Start::Choice, &preferences);
    assert_eq!(again.harness.ctx.theme(), egui::Theme::Dark);
    assert!((again.harness.ctx.zoom_factor() - 1.1).abs() < 1e-6);
}

#[test]
fn preferences_that_are_not_understood_or_cannot_be_kept_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "((((").unwrap();
    let mut desk = Desk::remembering(Start::Choice, &broken);
    desk.click("New");
    // A folder in the file's place: nothing can be written there.
    let folder_there = folder.path().join("folder.ron");
    fs::create_dir(&folder_there).unwrap();
    let mut desk = Desk::remembering(Start::Choice, &folder_there);
    desk.click("Dark");
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn a_dropped_file_is_opened_after_asking_about_what_is_unsaved() {
    let folder = tempfile::tempdir().unwrap();
    let path = copied(folder.path(), "dropped.ron");
    let mut desk = Desk::open(Start::Choice);
    desk.drop_files(&[&path]);
    assert_eq!(desk.scenario().title, "Choosing a venue: a warm-up");
    desk.show("Mean");
    desk.type_score("Lakeside boathouse, Travel time", "21");
    desk.drop_files(&[&path]);
    assert!(desk.has("There are unsaved changes") && desk.is_changed());
    desk.answer("Don’t save");
    assert!(!desk.is_changed());
}

#[test]
fn of_several_files_dropped_the_first_is_opened_and_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["first.ron", "second.ron"].map(|name| copied(folder.path(), name));
    let mut desk = Desk::open(Start::Choice);
    desk.drop_files(&[&first, &second]);
    assert!(desk.has("Several files were dropped; the first was opened."));
    desk.drop_files(&[&second]);
    assert!(!desk.has("Several files were dropped"), "it is told of that opening alone");
}

#[test]
fn a_copy_leaves_the_document_with_its_own_file_and_reverting_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) =
        (copied(folder.path(), "own.mizan.ron"), folder.path().join("copy.mizan.ron"));
    let mut desk = Desk::file(&path);
    desk.show("Mean");
    let before = desk.scenario();
    desk.type_score("Lakeside boathouse, Travel time", "21");
    let after = desk.scenario();
    desk.run_command("Save a copy");
    desk.enter_path(&copy);
    assert!(desk.is_changed(), "a copy saves nothing of the document's own file");
    assert_eq!(store::parse(&fs::read(&copy).unwrap()).unwrap().scenario, after);
    assert_eq!(store::parse(&fs::read(&path).unwrap()).unwrap().scenario, before);
    desk.run_command("Revert");
    assert_eq!((desk.scenario(), desk.is_changed()), (before, false));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((desk.scenario(), desk.is_changed()), (after, true));
}
