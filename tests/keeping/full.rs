//! A full disk and a folder in which nothing may be written lose nothing.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use mizan::model::{Obstacle, Scenario};
use mizan::store::{Expected, Home, Print, Stamp, System, Unsaved, save, to_text};

use crate::text;

/// Set for the run of this test inside a namespace of its own, in which a small disk can be made
/// by whoever may make none outside.
const INSIDE: &str = "MIZAN_TEST_SMALL_DISK";

fn mount(folder: &Path) -> bool {
    let mount =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder).output();
    mount.is_ok_and(|mount| mount.status.success())
}

#[test]
fn on_a_full_disk_the_file_and_the_newest_kept_state_stay_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    if mount(folder.path()) {
        fill(folder.path());
        let unmounted = Command::new("umount").arg(folder.path()).status().unwrap();
        assert!(unmounted.success());
        return;
    }
    assert!(std::env::var_os(INSIDE).is_none(), "no small disk can be made here");
    // As nobody of importance: in a namespace of one's own a disk can be made.
    let own = std::env::current_exe().unwrap();
    let again = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount"])
        .arg(own)
        .args([
            "--exact",
            "full::on_a_full_disk_the_file_and_the_newest_kept_state_stay_as_they_were",
        ])
        .env(INSIDE, "1")
        .status();
    assert!(again.is_ok_and(|again| again.success()), "a small disk needs mount or unshare");
}

/// Fills a disk of 64 KiB by saving larger and larger files.
fn fill(folder: &Path) {
    let path = folder.join("a.ron");
    let mut old = text("small");
    save(&System, &path, &old, &Expected::Nothing, |_| ()).unwrap();
    let mut slot = Home::at(&folder.join("data")).recovery(Arc::new(System)).begin().unwrap();
    slot.keep(&Stamp::default(), &text("kept")).unwrap();
    for size in (1..10).map(|size| size * 1000) {
        let words = "n".repeat(size);
        let large = Scenario {
            question: words.clone(),
            notes: words.clone(),
            decision_maker: words.clone(),
            ..Scenario::new(&words)
        };
        let new = to_text(&large).unwrap();
        let expected = Expected::OneOf(vec![Print::of(old.as_bytes())]);
        match save(&System, &path, &new, &expected, |_| ()) {
            Ok(_) => old = new,
            Err(told) => {
                assert_eq!(told, Unsaved::Obstacle(Obstacle::DiskFull));
                assert_eq!(std::fs::read_to_string(&path).unwrap(), old);
                assert_eq!(slot.keep(&Stamp::default(), &new), Err(Obstacle::DiskFull));
                drop(slot);
                let left = Home::at(&folder.join("data")).recovery(Arc::new(System)).left();
                assert_eq!(left[0].scenario.title, "kept");
                let names: Vec<_> = std::fs::read_dir(folder).unwrap().collect();
                assert_eq!(names.len(), 2, "no part is left: {names:?}");
                return;
            }
        }
    }
    panic!("the disk never was full");
}

/// Root may write anywhere; so the folder is one that takes no file from anyone.
#[test]
fn where_nothing_may_be_written_it_is_said_so_and_what_is_there_stays() {
    let told = save(&System, Path::new("/proc/a.ron"), &text("a"), &Expected::Anything, |_| ());
    let Err(Unsaved::Obstacle(obstacle)) = told else { panic!("{told:?}") };
    let folder = Path::new("/proc").to_owned();
    let known = [Obstacle::FolderProtected(folder.clone()), Obstacle::NoFolder(folder)];
    assert!(known.contains(&obstacle), "{obstacle:?}");
}
