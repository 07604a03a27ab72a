//! Where a save goes: links, permissions, folders that aren't there, things that are no files.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use mizan::model::{FaultKind, Obstacle};
use mizan::store::{Expected, Print, System, Unsaved, copy, read_file, save};

fn put(path: &Path, text: &str, expected: &Expected) -> Result<(), Unsaved> {
    save(&System, path, text, expected, |_| ()).map(drop)
}

#[test]
fn an_existing_file_is_replaced_only_as_what_is_expected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    put(&path, "first", &Expected::Nothing).unwrap();
    assert_eq!(put(&path, "second", &Expected::Nothing), Err(Unsaved::Exists));
    let [first, other] = ["first", "other"].map(|text| Print::of(text.as_bytes()));
    let told = put(&path, "second", &Expected::OneOf(vec![other.clone()]));
    assert_eq!(told, Err(Unsaved::Changed(first.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), "first");
    let mut replaced: Vec<u8> = Vec::new();
    let expected = Expected::OneOf(vec![other, first]);
    save(&System, &path, "second", &expected, |old| replaced.extend(old)).unwrap();
    assert_eq!(replaced, b"first", "what is replaced is handed over first");
    assert_eq!(fs::read_to_string(&path).unwrap(), "second");
    fs::remove_file(&path).unwrap();
    put(&path, "third", &expected).expect("nothing is lost where nothing is there");
}

#[test]
fn links_are_followed_and_permissions_kept() {
    let folder = tempfile::tempdir().unwrap();
    let [real, link, to_nothing] =
        ["real.ron", "link.ron", "to-nothing.ron"].map(|name| folder.path().join(name));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    put(&link, "new", &Expected::OneOf(vec![Print::of(b"old")])).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    symlink("not-there.ron", &to_nothing).unwrap();
    assert_eq!(put(&to_nothing, "new", &Expected::Nothing), Err(Unsaved::Exists));
    put(&to_nothing, "new", &Expected::Anything).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("not-there.ron")).unwrap(), "new");
}

#[test]
fn a_copy_keeps_the_permissions_and_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [from, to] = ["a.ron", "b.ron"].map(|name| folder.path().join(name));
    fs::write(&from, "private").unwrap();
    fs::set_permissions(&from, Permissions::from_mode(0o600)).unwrap();
    copy(&System, &from, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "private");
    assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(copy(&System, &from, &to), Err(Unsaved::Exists));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no part is left");
}

#[test]
fn what_cannot_be_written_is_left_alone_and_said_why() {
    let folder = tempfile::tempdir().unwrap();
    let told = |name: &str| match put(&folder.path().join(name), "new", &Expected::Anything) {
        Err(Unsaved::Obstacle(obstacle)) => obstacle,
        other => panic!("{name}: {other:?}"),
    };
    let protected = folder.path().join("protected.ron");
    fs::write(&protected, "old").unwrap();
    fs::set_permissions(&protected, Permissions::from_mode(0o444)).unwrap();
    assert_eq!(told("protected.ron"), Obstacle::WriteProtected);
    assert_eq!(fs::read_to_string(&protected).unwrap(), "old");
    assert_eq!(told("gone/a.ron"), Obstacle::NoFolder(folder.path().join("gone")));
    assert!(matches!(told("protected.ron/a.ron"), Obstacle::NoFolder(_)));
    assert_eq!(told(&format!("{}.ron", "n".repeat(300))), Obstacle::NameTooLong);
    // As long as a name may be, its part has room.
    let longest = format!("{}.ron", "n".repeat(251));
    put(&folder.path().join(longest), "new", &Expected::Nothing).unwrap();
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    assert_eq!(told("folder.ron"), Obstacle::NotAFile);
    let pipe = folder.path().join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(told("pipe.ron"), Obstacle::NotAFile);
    let links = ["a", "b"].map(|name| folder.path().join(name));
    symlink(&links[0], &links[1]).unwrap();
    symlink(&links[1], &links[0]).unwrap();
    assert!(matches!(told("a"), Obstacle::Other(_)), "a ring of links");
}

#[test]
fn devices_pipes_and_folders_are_not_read_and_nothing_hangs() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let zeros = folder.path().join("zeros.ron");
    symlink("/dev/zero", &zeros).unwrap();
    for path in [pipe.as_path(), &zeros, Path::new("/dev/zero"), folder.path()] {
        let told = read_file(path).unwrap_err();
        assert_eq!(told.faults[0].kind, FaultKind::NotAFile, "{}", path.display());
    }
}

#[test]
fn parts_that_a_dead_process_left_are_swept_and_those_of_a_living_one_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    put(&path, "old", &Expected::Nothing).unwrap();
    // A process that was killed while it wrote: its part is there, and nobody has it.
    let part = format!(".mizan-{}-999999.part", Print::of(b"a.ron").short());
    let part = folder.path().join(part);
    fs::write(&part, "half a fi").unwrap();
    let held = fs::File::open(&part).unwrap();
    held.try_lock().unwrap();
    put(&path, "new", &Expected::Anything).unwrap();
    assert!(part.exists(), "a process that lives is writing it");
    drop(held);
    put(&path, "newer", &Expected::Anything).unwrap();
    assert!(!part.exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
