//! Slots of recovery: who owns them, what is left in them, and what goes when.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mizan::store::{Home, Recovery, Stamp, System};

use crate::text;

fn recovery(folder: &Path) -> Recovery {
    Home::at(folder).recovery(Arc::new(System))
}

fn titles(recovery: &Recovery) -> Vec<String> {
    recovery.left().iter().map(|left| left.scenario.title.clone()).collect()
}

fn kept(at: i64) -> Stamp {
    Stamp { at, path: Some("/a.ron".to_owned()), ..Stamp::default() }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let slots = fs::read_dir(folder.join("recovery")).into_iter().flatten();
    let mut files: Vec<PathBuf> = slots
        .flat_map(|slot| fs::read_dir(slot.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    files.sort();
    files
}

#[test]
fn what_lives_is_not_offered_and_what_was_left_is_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, others) = (recovery(folder.path()), recovery(folder.path()));
    let mut first = ours.begin().unwrap();
    let mut second = ours.begin().unwrap();
    first.keep(&kept(10), &text("first")).unwrap();
    second.keep(&kept(20), &text("second")).unwrap();
    assert!(titles(&others).is_empty(), "their process lives");
    drop((first, second));
    assert_eq!(titles(&others), ["second", "first"]);
    assert_eq!(titles(&others), ["second", "first"], "looking again changes nothing");
    assert!(titles(&recovery(folder.path())).is_empty(), "a window that looked has claimed them");
    assert_eq!(others.left()[0].stamp, kept(20));
}

#[test]
fn a_slot_goes_on_where_it_was_left_and_goes_when_it_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let mut slot = recovery(folder.path()).begin().unwrap();
    slot.keep(&kept(1), &text("before")).unwrap();
    drop(slot);
    let later = recovery(folder.path());
    let id = later.left()[0].slot;
    let mut slot = later.adopt(id).unwrap();
    assert!(titles(&recovery(folder.path())).is_empty());
    slot.keep(&kept(2), &text("after")).unwrap();
    drop(slot);
    assert_eq!(titles(&recovery(folder.path())), ["after"]);
    let last = recovery(folder.path());
    last.adopt(id).unwrap().end();
    assert!(titles(&last).is_empty());
    assert_eq!(fs::read_dir(folder.path().join("recovery")).unwrap().count(), 0);
}

#[test]
fn of_the_generations_the_newest_whole_one_counts_and_three_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut slot = recovery(folder.path()).begin().unwrap();
    for number in 0..7 {
        slot.keep(&kept(number), &text(&format!("state {number}"))).unwrap();
    }
    drop(slot);
    let generations = files(folder.path());
    assert_eq!(generations.len(), 3);
    let spoil: [fn(&Path); 2] = [
        |path| fs::write(path, &fs::read(path).unwrap()[..40]).unwrap(),
        |path| {
            let spoiled = fs::read_to_string(path).unwrap().replace("state", "stale");
            fs::write(path, spoiled).unwrap();
        },
    ];
    for (spoil, (path, title)) in
        spoil.into_iter().zip(generations.iter().rev().zip(["state 5", "state 4"]))
    {
        spoil(path);
        assert_eq!(titles(&recovery(folder.path())), [title]);
    }
    fs::write(&generations[0], "").unwrap();
    assert!(titles(&recovery(folder.path())).is_empty(), "nothing is made up");
    assert_eq!(files(folder.path()).len(), 3, "and nothing is removed");
}

#[test]
fn a_kept_state_is_a_scenario_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut slot = recovery(folder.path()).begin().unwrap();
    slot.keep(&kept(3), &text("a")).unwrap();
    let kept = mizan::store::read_file(&files(folder.path())[0]).unwrap();
    assert_eq!(mizan::store::parse(&kept).unwrap().scenario.title, "a");
}
