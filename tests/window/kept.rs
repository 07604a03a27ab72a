//! What is kept: recovery after the program ended without closing, files that others open or
//! change, versions and history.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{Hides, Scenario, Timestamp, Workshop};
use mizan::store::{self, Disk, Home, NewFile, System};

use crate::desk::{Desk, NOW};

const CELL: &str = "Hillside community centre, Travel time";
const SAVE: (Modifiers, Key) = (Modifiers::COMMAND, Key::S);

/// A folder with a scenario file, and the program's own data beside it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(home.path(), store::preset("workshop-venue").unwrap().text).unwrap();
        home
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("venue.mizan.ron")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn open(&self, start: Start) -> Desk {
        Desk::keeping(start, &self.data())
    }

    fn open_file(&self) -> Desk {
        self.open(Start::File(self.path()))
    }

    /// The file's scenario.
    fn filed(&self) -> Scenario {
        store::parse(&fs::read(self.path()).unwrap()).unwrap().scenario
    }

    /// Changes a score and ends without closing.
    fn crash(&self, score: &str) -> Scenario {
        let mut desk = self.open_file();
        rescore(&mut desk, score);
        desk.scenario()
    }

    fn left(&self) -> usize {
        Home::at(&self.data()).recovery(Arc::new(System)).left().len()
    }

    fn versions(&self) -> Vec<store::Version> {
        Home::at(&self.data()).versions(Arc::new(System)).of(&self.path())
    }
}

fn rescore(desk: &mut Desk, score: &str) {
    desk.show("Mean");
    desk.type_score(CELL, score);
}

fn save(desk: &mut Desk) {
    desk.keys(SAVE.0, SAVE.1);
}

/// Another program writes to the file, and the window gets the focus again.
fn meddle(home: &Place, desk: &mut Desk, title: &str) {
    let other = Scenario { title: title.to_owned(), ..home.filed() };
    fs::write(home.path(), store::to_text(&other).unwrap()).unwrap();
    refocus(desk);
}

fn refocus(desk: &mut Desk) {
    for focused in [false, true] {
        desk.harness.input_mut().focused = focused;
        desk.harness.run();
    }
}

#[test]
fn after_a_crash_the_first_page_offers_what_was_recovered_with_what_differs() {
    let home = Place::new();
    let before = fs::read(home.path()).unwrap();
    home.crash("44");
    let mut desk = home.open(Start::Choice);
    assert!(desk.has("Mizan ended without closing. One scenario was recovered."));
    assert!(desk.has("Until you choose, it stays kept, and the file on disk is untouched."));
    assert!(desk.has("1 change after the file") && desk.has("venue.mizan.ron"));
    assert!(desk.has("44"), "what differs: {:?}", desk.labels());
    assert!(desk.has("First place"), "{:?}", desk.labels());
    assert_eq!(desk.focused().unwrap().0, "Open as a copy: Choosing a venue: a warm-up");
    assert_eq!(fs::read(home.path()).unwrap(), before);
    // Later, it is offered the next time.
    desk.click("Later: Choosing a venue: a warm-up");
    assert!(!desk.has("Mizan ended without closing"));
    drop(desk);
    assert!(home.open(Start::Choice).has("One scenario was recovered."));
}

#[test]
fn what_was_recovered_of_a_workshop_that_hides_totals_tells_no_first_place() {
    let home = Place::new();
    let began = Timestamp::new("2026-11-28T09:00:00Z").unwrap();
    let workshop = Some(Workshop { began, hides: Hides::Totals, shown: None });
    let hiding = Scenario { workshop, ..home.filed() };
    fs::write(home.path(), store::to_text(&hiding).unwrap()).unwrap();
    home.crash("44");
    let desk = home.open(Start::Choice);
    assert!(desk.has("1 change after the file") && !desk.has("First place"), "{:?}", desk.labels());
}

#[test]
fn what_was_recovered_opens_as_a_copy_that_is_not_saved_yet() {
    let home = Place::new();
    let lost = home.crash("44");
    let mut desk = home.open(Start::Choice);
    desk.key(Key::Enter);
    assert_eq!(desk.scenario(), lost);
    assert!(desk.has("Not saved yet"));
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("There are unsaved changes"), "it is in no file");
    desk.click("Cancel");
    // It ends again: it is still kept.
    drop(desk);
    assert_eq!(home.left(), 1);
    let mut desk = home.open(Start::Choice);
    desk.key(Key::Enter);
    save(&mut desk);
    let copy = home.folder.path().join("copy.mizan.ron");
    desk.enter_path(&copy);
    assert_eq!(store::parse(&fs::read(&copy).unwrap()).unwrap().scenario, lost);
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(!desk.has("Mizan ended without closing"));
    drop(desk);
    assert_eq!(home.left(), 0, "it is in a file now");
}

#[test]
fn what_was_recovered_is_put_back_and_the_state_of_the_file_stays_among_its_versions() {
    let home = Place::new();
    let (lost, before) = (home.crash("44"), home.filed());
    let mut desk = home.open(Start::Choice);
    desk.click("Put back: Choosing a venue: a warm-up");
    assert_eq!(desk.scenario(), lost);
    assert_eq!(home.filed(), lost, "the file's state is that now");
    assert!(!desk.is_changed());
    let titles: Vec<Option<String>> =
        home.versions().iter().map(|version| version.stamp.done.clone()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), before, "one step of undo");
    save(&mut desk);
    drop(desk);
    let desk = home.open(Start::Choice);
    assert!(!desk.has("recovered"), "what is as its file needs no recovery");
    drop(desk);
    assert_eq!(home.left(), 0);
}

#[test]
fn what_was_recovered_is_compared_with_its_file_and_stays_kept() {
    let home = Place::new();
    home.crash("44");
    let mut desk = home.open(Start::Choice);
    desk.click("Compare…: Choosing a venue: a warm-up");
    assert_eq!(desk.scenario(), home.filed());
    assert!(
        desk.has("What was recovered") || desk.has("what was recovered"),
        "{:?}",
        desk.labels()
    );
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("One scenario was recovered."), "nobody has chosen yet");
}

#[test]
fn a_file_that_is_opened_itself_asks_about_its_newer_work() {
    let home = Place::new();
    let lost = home.crash("44");
    let mut desk = home.open_file();
    assert!(desk.has("Newer work on this file was recovered"));
    desk.answer("Put back");
    assert_eq!((desk.scenario(), home.filed()), (lost.clone(), lost));
}

#[test]
fn what_was_never_saved_comes_back_and_what_is_let_go_does_not() {
    let home = Place::new();
    let mut desk = home.open(Start::Choice);
    desk.click("New");
    desk.tab_to("Title");
    desk.type_text("!");
    let lost = desk.scenario();
    drop(desk);
    let mut desk = home.open(Start::Choice);
    assert!(desk.has("never saved") && desk.has("there is no file to compare with"));
    assert!(desk.has("Until you choose, it stays kept."));
    assert!(!desk.has("Put back"));
    desk.key(Key::Enter);
    assert_eq!(desk.scenario(), lost);
    desk.keys(Modifiers::COMMAND, Key::W);
    desk.answer("Don’t save");
    drop(desk);
    assert_eq!(home.left(), 0, "the person let it go");
}

#[test]
fn what_is_closed_or_saved_leaves_nothing_to_recover_whatever_the_way() {
    let home = Place::new();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    assert_eq!(home.left(), 0, "its process lives");
    save(&mut desk);
    drop(desk);
    assert!(!home.open(Start::Choice).has("recovered"), "it is as its file is");
    let mut desk = home.open_file();
    rescore(&mut desk, "45");
    save(&mut desk);
    desk.harness.state_mut().finish();
    drop(desk);
    assert_eq!(home.left(), 0);
    // Closed without a word: what was edited is not saved, and the window ends otherwise.
    let mut desk = home.open_file();
    rescore(&mut desk, "46");
    desk.ask_to_close();
    desk.answer("Don’t save");
    desk.harness.state_mut().finish();
    drop(desk);
    assert_eq!(home.left(), 0);
}

#[test]
fn a_second_window_on_a_file_says_so_and_opens_it_read_only_or_as_a_copy() {
    let home = Place::new();
    let mut first = home.open_file();
    rescore(&mut first, "44");
    let mut second = home.open_file();
    assert!(second.has("This file is open in another window"));
    second.answer("Open read-only");
    assert!(second.has("Read-only"));
    rescore(&mut second, "45");
    save(&mut second);
    assert!(second.harness.query_by_label("Path").is_some(), "it asks for another file");
    second.enter_path(&home.path());
    assert!(second.has("open in another window; save under another name"), "{:?}", second.labels());
    second.answer("Close");
    save(&mut first);
    assert_eq!(home.filed(), first.scenario(), "and is saved by the first alone");
    let mut third = home.open_file();
    third.answer("Open a copy");
    assert_eq!(third.scenario(), first.scenario());
    save(&mut third);
    assert!(third.harness.query_by_label("Path").is_some());
    // The first closes: the file is free.
    first.keys(Modifiers::COMMAND, Key::W);
    assert!(!home.open_file().has("open in another window"));
}

#[test]
fn a_file_that_another_program_changed_is_not_saved_over_without_a_word() {
    let home = Place::new();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    let mine = desk.scenario();
    meddle(&home, &mut desk, "theirs");
    assert!(desk.has("Another program changed the file"));
    save(&mut desk);
    assert!(desk.has("Comparing changes nothing."));
    assert_eq!(home.filed().title, "theirs");
    desk.answer("Compare…");
    assert_eq!((desk.scenario(), home.filed().title.as_str()), (mine.clone(), "theirs"));
    save(&mut desk);
    desk.answer("Replace");
    assert_eq!(home.filed(), mine);
    assert!(desk.has("Saved") && !desk.has("Another program changed the file"));
    assert_eq!(home.versions()[1].stamp.title, "theirs", "what it held stays among its versions");
    // A save of one's own is no other program's.
    refocus(&mut desk);
    assert!(!desk.has("Another program changed the file"));
}

#[test]
fn what_another_program_made_of_the_file_is_reloaded_as_one_step() {
    let home = Place::new();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    let mine = desk.scenario();
    meddle(&home, &mut desk, "theirs");
    desk.click("Another program changed the file");
    desk.harness.get_by_label_contains("Reload from the file").click();
    desk.harness.run();
    assert_eq!(desk.scenario().title, "theirs");
    assert!(!desk.is_changed() && !desk.has("Another program changed the file"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), mine);
    assert!(desk.is_changed());
    save(&mut desk);
    assert_eq!(home.filed(), mine, "it was seen, and was gone back from");
}

#[test]
fn mine_is_kept_against_just_what_was_seen() {
    let home = Place::new();
    let mut desk = home.open_file();
    meddle(&home, &mut desk, "theirs");
    desk.run_command("Keep mine");
    assert!(desk.has("Not saved yet"), "the file holds something else: {:?}", desk.labels());
    meddle(&home, &mut desk, "theirs again");
    assert!(desk.has("Another program changed the file"));
    desk.run_command("Keep mine");
    save(&mut desk);
    assert_eq!(home.filed(), desk.scenario());
}

#[test]
fn a_file_that_is_gone_is_missed_and_made_again_by_saving() {
    let home = Place::new();
    let mut desk = home.open_file();
    fs::remove_file(home.path()).unwrap();
    refocus(&mut desk);
    assert!(desk.has("The file is gone"));
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("There are unsaved changes"), "it is in no file any more");
    desk.click("Cancel");
    save(&mut desk);
    assert_eq!(home.filed(), desk.scenario());
    assert!(!desk.has("The file is gone"));
}

#[test]
fn each_step_of_the_history_is_looked_at_and_taken() {
    let home = Place::new();
    let mut desk = home.open_file();
    let first = desk.scenario();
    rescore(&mut desk, "44");
    let second = desk.scenario();
    desk.type_score(CELL, "45");
    let third = desk.scenario();
    desk.keys(Modifiers::COMMAND, Key::H);
    assert!(desk.has("Since it was opened") && desk.has("as it was opened"));
    let steps = |desk: &Desk| {
        let nodes =
            desk.harness.query_all_by_label_contains("ore of Community centre on Travel time");
        let is_step = |label: String| !label.starts_with("Undo");
        nodes.filter(|node| node.accesskit_node().label().is_some_and(is_step)).count()
    };
    assert_eq!(steps(&desk), 2, "{:?}", desk.labels());
    desk.click("as it was opened");
    assert_eq!(desk.scenario(), third, "looking changes nothing");
    desk.click("Close");
    assert!(!desk.has("Restore this state"));
    desk.click("as it was opened");
    desk.click("Restore this state");
    assert_eq!(desk.scenario(), first);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), third, "as one step");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), second);
    desk.keys(Modifiers::COMMAND, Key::H);
    assert!(!desk.has("Since it was opened"));
}

#[test]
fn the_history_is_walked_and_taken_by_keyboard_alone() {
    let home = Place::new();
    let mut desk = home.open_file();
    let first = desk.scenario();
    for score in ["44", "45"] {
        rescore(&mut desk, score);
    }
    desk.keys(Modifiers::COMMAND, Key::H);
    let step = "Score of Community centre on Travel time";
    assert_eq!(desk.focused().unwrap().0, step, "the state before this one");
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused().unwrap().0, "as it was opened");
    desk.key(Key::Enter);
    assert!(desk.has("Restore this state"));
    desk.tab_to("Restore this state");
    desk.key(Key::Enter);
    assert_eq!(desk.scenario(), first);
}

#[test]
fn versions_are_listed_looked_at_taken_and_opened_as_copies() {
    let home = Place::new();
    let before = home.filed();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    save(&mut desk);
    let first = desk.scenario();
    desk.type_score(CELL, "45");
    save(&mut desk);
    let second = desk.scenario();
    desk.keys(Modifiers::COMMAND, Key::H);
    assert!(desk.has("Versions") && desk.has("kept for good"), "{:?}", desk.labels());
    assert_eq!(home.versions().len(), 3, "what was there, and both saves");
    let oldest = desk.harness.query_all_by_label_contains("found in the file").next();
    oldest.expect("the file as it was found").click();
    desk.harness.run();
    assert!(desk.has("Restore this state"), "{:?}", desk.labels());
    desk.click("Restore this state");
    assert_eq!(desk.scenario().scores, before.scores);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), second);
    // The one but last, as a copy without a file.
    let time = mizan::app::Clock::At(NOW).told(NOW);
    let saves = desk.harness.query_all_by_label_contains(&time);
    let saves: Vec<_> = saves.filter(|node| node.accesskit_node().role() == Role::Button).collect();
    saves[1].click();
    desk.harness.run();
    desk.click("Open as a copy");
    assert_eq!(desk.scenario(), first);
    assert_eq!(home.filed(), second);
    save(&mut desk);
    assert!(desk.harness.query_by_label("Path").is_some());
}

#[test]
fn the_status_bar_says_how_old_the_recovery_copy_is_and_where_there_is_none_why() {
    let home = Place::new();
    let mut desk = home.open_file();
    assert!(!desk.has("Recovery copy"), "nothing needed to be kept");
    rescore(&mut desk, "44");
    assert!(desk.has("1 change not saved") && desk.has("Recovery copy 0 s ago"));
    save(&mut desk);
    assert!(desk.has("Saved ") && desk.has("Recovery copy 0 s ago"));
    drop(desk);
    // Where the folder would be there is a file.
    fs::remove_dir_all(home.data()).unwrap();
    fs::write(home.data(), "").unwrap();
    let mut desk = home.open_file();
    rescore(&mut desk, "45");
    assert!(desk.has("No recovery copy"), "{:?}", desk.labels());
    save(&mut desk);
    assert_eq!(home.filed(), desk.scenario(), "saving goes on");
}

/// A disk that may not be used by the thread that shows the window.
struct OffFrame(std::thread::ThreadId);

impl Disk for OffFrame {
    fn create(
        &self,
        path: &Path,
        as_of: Option<fs::Permissions>,
    ) -> std::io::Result<Box<dyn NewFile>> {
        assert_ne!(std::thread::current().id(), self.0, "no frame writes");
        System.create(path, as_of)
    }

    fn open(&self, path: &Path) -> std::io::Result<Box<dyn std::io::Read + Send>> {
        assert_ne!(std::thread::current().id(), self.0, "no frame reads");
        System.open(path)
    }

    fn look(&self, path: &Path) -> std::io::Result<store::Sight> {
        assert_ne!(std::thread::current().id(), self.0, "no frame looks");
        System.look(path)
    }

    fn resolve(&self, path: &Path) -> std::io::Result<PathBuf> {
        assert_ne!(std::thread::current().id(), self.0, "no frame follows links");
        System.resolve(path)
    }

    fn list(&self, folder: &Path) -> std::io::Result<Vec<std::ffi::OsString>> {
        assert_ne!(std::thread::current().id(), self.0, "no frame lists");
        System.list(folder)
    }
}

#[test]
fn no_frame_waits_for_the_disk() {
    let home = Place::new();
    let disk = OffFrame(std::thread::current().id());
    let mut desk = Desk::on_disk(Start::File(home.path()), &home.data(), Arc::new(disk));
    for _ in 0..200 {
        desk.harness.step();
        if desk.harness.state().session.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    rescore(&mut desk, "44");
    save(&mut desk);
    desk.keys(Modifiers::COMMAND, Key::H);
    for _ in 0..200 {
        desk.harness.step();
        if desk.has("Saved to") && desk.has("found in the file") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{:?}", desk.labels());
}

#[test]
fn a_program_that_is_ended_without_being_asked_keeps_what_is_not_saved() {
    let home = Place::new();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    // Some systems end a program's loop without asking its window.
    desk.harness.state_mut().finish();
    drop(desk);
    assert_eq!(home.left(), 1);
}

#[test]
fn what_is_put_back_where_there_is_no_folder_any_more_stays_unsaved_and_kept() {
    let home = Place::new();
    let (folder, path) = (home.folder.path().join("stick"), home.folder.path().join("stick/a.ron"));
    fs::create_dir(&folder).unwrap();
    fs::rename(home.path(), &path).unwrap();
    let mut desk = home.open(Start::File(path));
    rescore(&mut desk, "44");
    let lost = desk.scenario();
    drop(desk);
    fs::remove_dir_all(&folder).unwrap();
    let mut desk = home.open(Start::Choice);
    assert!(desk.has("The file can’t be read now"));
    desk.click("Put back: Choosing a venue: a warm-up");
    assert!(desk.has("This file was not saved"), "{:?}", desk.labels());
    desk.answer("Close");
    assert_eq!(desk.scenario(), lost);
    assert!(desk.has("Not saved yet"));
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("There are unsaved changes"));
    drop(desk);
    assert_eq!(home.left(), 1, "nobody let it go");
}

#[test]
fn after_saving_to_another_file_recovery_speaks_of_that_one() {
    let home = Place::new();
    let other = home.folder.path().join("other.mizan.ron");
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    desk.enter_path(&other);
    drop(desk);
    let desk = home.open(Start::Choice);
    assert!(!desk.has("recovered"), "it is in the other file: {:?}", desk.labels());
    drop(desk);
    let mut desk = home.open(Start::File(other));
    rescore(&mut desk, "45");
    drop(desk);
    let desk = home.open(Start::Choice);
    assert!(desk.has("other.mizan.ron") && !desk.has("venue.mizan.ron"), "{:?}", desk.labels());
}

#[test]
fn a_copy_of_a_state_that_is_in_no_file_is_kept_and_asked_about() {
    let home = Place::new();
    let mut desk = home.open_file();
    rescore(&mut desk, "44");
    save(&mut desk);
    desk.keys(Modifiers::COMMAND, Key::H);
    desk.click("as it was opened");
    desk.click("Open as a copy");
    let copy = desk.scenario();
    desk.keys(Modifiers::COMMAND, Key::W);
    assert!(desk.has("There are unsaved changes"));
    drop(desk);
    let left = Home::at(&home.data()).recovery(Arc::new(System)).left();
    assert_eq!(left.iter().map(|left| &*left.scenario).collect::<Vec<_>>(), [&copy]);
}
