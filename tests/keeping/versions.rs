//! The versions of a file.

use std::path::Path;
use std::sync::Arc;

use mizan::store::{Home, Moment, Stamp, Stay, System, Versions};

use crate::text;

const NOW: Moment = Moment { second: 1_795_000_000, ahead: 0 };

fn versions(folder: &Path) -> Versions {
    Home::at(folder).versions(Arc::new(System))
}

fn titles(versions: &Versions, path: &Path) -> Vec<String> {
    let of = versions.of(path);
    let read = |id| versions.read(path, id).unwrap().1.scenario.title;
    of.iter().map(|version| read(version.id)).collect()
}

#[test]
fn each_save_is_a_version_of_its_file_alone_and_the_same_again_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = ["a.ron", "b.ron"].map(|name| folder.path().join(name));
    let versions = versions(&folder.path().join("data"));
    let stamp = |at, done: &str| Stamp { at, done: Some(done.to_owned()), ..Stamp::default() };
    for (at, title) in [(1, "one"), (2, "two"), (3, "two"), (4, "three")] {
        versions.keep(&a, &text(title), &stamp(at, title)).unwrap();
    }
    versions.keep(&b, &text("other"), &stamp(5, "other")).unwrap();
    assert_eq!(titles(&versions, &a), ["three", "two", "one"]);
    assert_eq!(titles(&versions, &b), ["other"]);
    assert_eq!(versions.of(&a)[1].stamp, stamp(2, "two"));
    versions.keep_found(&a, text("three").as_bytes(), stamp(6, "x")).unwrap();
    assert_eq!(versions.of(&a).len(), 3, "the newest holds just that");
    versions.keep_found(&a, b"no scenario", stamp(7, "x")).unwrap();
    assert_eq!(versions.of(&a).len(), 3);
    versions.keep_found(&a, text("by another").as_bytes(), stamp(8, "x")).unwrap();
    assert_eq!(titles(&versions, &a)[0], "by another");
}

#[test]
fn a_link_and_its_file_have_the_same_versions() {
    let folder = tempfile::tempdir().unwrap();
    let [file, link] = ["file.ron", "link.ron"].map(|name| folder.path().join(name));
    std::fs::write(&file, text("a")).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let versions = versions(&folder.path().join("data"));
    versions.keep(&link, &text("a"), &Stamp::default()).unwrap();
    assert_eq!(titles(&versions, &file), ["a"]);
}

#[test]
fn the_first_stays_for_good_and_what_a_person_says_does_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let versions = versions(&folder.path().join("data"));
    for number in 0..30 {
        let stamp = Stamp { at: NOW.second - 100 + number, ..Stamp::default() };
        versions.keep(&path, &text(&format!("{number}")), &stamp).unwrap();
    }
    let chosen = versions.of(&path)[15].id;
    versions.set_stay(&path, chosen, Stay::ForGood).unwrap();
    versions.prune(&path, NOW);
    let newest = (20..30).rev().map(|number| number.to_string());
    let expected: Vec<String> = newest.chain(["14".to_owned(), "0".to_owned()]).collect();
    assert_eq!(titles(&versions, &path), expected);
    versions.set_stay(&path, chosen, Stay::InTurn).unwrap();
    versions.prune(&path, NOW);
    assert_eq!(titles(&versions, &path).len(), 11);
    versions.keep(&path, &text("more"), &Stamp::default()).unwrap();
    assert_eq!(titles(&versions, &path)[0], "more", "numbers go on");
}
