//! `mizan doctor`: what it is, where it keeps things, what was recovered.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mizan::model::Scenario;
use mizan::store::{Home, Stamp, System, to_text};

use crate::common::Call;

/// Where the program keeps what is its own, in the folder of a call.
fn home(folder: &Path) -> Home {
    Home::at(&folder.join("xdg-data/mizan"))
}

fn leave(folder: &Path, title: &str) {
    let mut slot = home(folder).recovery(Arc::new(System)).begin().unwrap();
    let path = Some("/home/amal/a.ron".to_owned());
    let stamp = Stamp { at: 7, path, changes: 3, ..Stamp::default() };
    slot.keep(&stamp, &to_text(&Scenario::new(title)).unwrap()).unwrap();
}

#[test]
fn it_tells_versions_renderers_and_folders() {
    let told = Call::new(["doctor"]).run().expect(0).stdout;
    for part in
        ["Mizan", env!("CARGO_PKG_VERSION"), "scenario format 1", "glow", "wgpu", "xdg-data"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 200), "{told}");
}

#[test]
fn it_tells_what_was_recovered_without_what_it_holds() {
    let left = |folder: &Path| leave(folder, "Secret posture");
    let told = Call::new(["doctor"]).prepared(left).run().expect(0).stdout;
    assert!(told.contains("0001: 3 changes, /home/amal/a.ron"), "{told}");
    assert!(!told.contains("Secret"), "{told}");
    let call = Call::new(["doctor", "--format", "json"]).prepared(left);
    let told = call.run().expect(0).json_lines().remove(0);
    assert_eq!(told["recovered"][0]["changes"], 3);
    assert_eq!(told["recovered"][0]["file"], "/home/amal/a.ron");
    assert_eq!((&told["open"], &told["kept_for_open"]), (&0.into(), &0.into()));
    let csv = Call::new(["doctor", "--format", "csv"]).prepared(left).run().expect(0).stdout;
    assert!(csv.starts_with("what,value\n"), "{csv}");
}

#[test]
fn what_a_window_has_open_is_told_as_open() {
    let folder = tempfile::tempdir().unwrap();
    let claims = home(folder.path()).claims(Arc::new(System));
    claims.take(Path::new("/home/amal/a.ron"));
    let mut slot = home(folder.path()).recovery(Arc::new(System)).begin().unwrap();
    slot.keep(&Stamp::default(), &to_text(&Scenario::new("a")).unwrap()).unwrap();
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["doctor", "--format", "json"])
        .env("XDG_DATA_HOME", folder.path().join("xdg-data"))
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!((&told["open"], &told["kept_for_open"]), (&1.into(), &1.into()));
    assert_eq!(told["recovered"].as_array().unwrap().len(), 0, "its process lives");
}

#[test]
fn where_nothing_can_be_kept_it_says_so_and_ends_with_1() {
    let blocked = |folder: &Path| fs::write(folder.join("xdg-data"), "").unwrap();
    let told = Call::new(["doctor"]).prepared(blocked).run().expect(1).stdout;
    assert!(told.contains("nothing can be written there"), "{told}");
}
