//! `mizan presets`: the list in three formats, and copies that overwrite nothing.

use std::path::Path;

use crate::common::Call;

/// The bytes of a preset's file in the sources.
fn source(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("presets/{name}.ron")))
        .unwrap()
}

fn names() -> Vec<String> {
    let objects = Call::new(["presets", "--format", "json"]).run().expect(0).json_lines();
    objects.iter().map(|object| object["file"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_begins_with_the_chosen_article_and_holds_the_warm_up() {
    let names = names();
    assert_eq!(names[0], "after-inherent-resolve");
    assert!(names.iter().any(|name| name == "workshop-venue"), "{names:?}");
}

#[test]
fn the_list_is_the_same_in_three_formats() {
    let names = names();
    let csv = Call::new(["presets", "--format", "csv"]).run().expect(0);
    let mut reader = csv::Reader::from_reader(csv.stdout.as_bytes());
    let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert!(
        ["file", "scenario"].iter().all(|column| headers.iter().any(|header| header == column)),
        "{headers:?}"
    );
    let file = headers.iter().position(|header| header == "file").unwrap();
    let rows: Vec<String> = reader.records().map(|row| row.unwrap()[file].to_owned()).collect();
    assert_eq!(rows, names);
    let table = Call::new(["presets"]).run().expect(0);
    let listed: Vec<&str> =
        table.stdout.lines().skip(1).map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(listed, names);
    assert_eq!(Call::new(["presets", "--format", "table"]).run().expect(0).stdout, table.stdout);
}

#[test]
fn every_preset_opens_by_its_name_without_an_error() {
    for name in names() {
        let checked = Call::new(["check", &name, "--format", "json"]).run().expect(0);
        let object = checked.json_lines().remove(0);
        assert_eq!(
            (&object["errors"], object["file"].as_str()),
            (&serde_json::json!([]), Some(name.as_str()))
        );
        assert_ne!(
            Call::new(["rank", &name, "--format", "json"]).run().expect(0).json_lines()[0]["ranking"],
            serde_json::json!([])
        );
    }
}

#[test]
fn a_copy_is_the_preset_byte_for_byte() {
    let named =
        Call::new(["presets", "--copy", "workshop-venue", "-o", "mine.ron"]).run().expect(0);
    assert_eq!(named.bytes("mine.ron").unwrap(), source("workshop-venue"));
    assert!(named.stdout.is_empty(), "messages go to standard error: {}", named.stdout);
    let unnamed = Call::new(["presets", "--copy", "workshop-venue"]).run().expect(0);
    assert_eq!(unnamed.bytes("workshop-venue.mizan.ron").unwrap(), source("workshop-venue"));
}

#[test]
fn nothing_is_overwritten_without_force() {
    let refused = Call::new(["presets", "--copy", "workshop-venue", "-o", "mine.ron"])
        .file("mine.ron", "my own work")
        .run()
        .expect(1);
    assert_eq!(refused.bytes("mine.ron").unwrap(), b"my own work");
    assert!(
        refused.stderr.contains("mine.ron")
            && refused.stderr.contains("--force")
            && refused.stdout.is_empty(),
        "{}",
        refused.stderr
    );
    let unnamed = Call::new(["presets", "--copy", "workshop-venue"])
        .file("workshop-venue.mizan.ron", "mine")
        .run()
        .expect(1);
    assert_eq!(unnamed.bytes("workshop-venue.mizan.ron").unwrap(), b"mine");
    let forced = Call::new(["presets", "--copy", "workshop-venue", "-o", "mine.ron", "--force"])
        .file("mine.ron", "mine")
        .run()
        .expect(0);
    assert_eq!(forced.bytes("mine.ron").unwrap(), source("workshop-venue"));
}

#[test]
fn a_link_is_followed_and_never_replaced_by_a_file() {
    let linked = |folder: &Path| {
        std::os::unix::fs::symlink("elsewhere.ron", folder.join("mine.ron")).unwrap();
    };
    let call =
        || Call::new(["presets", "--copy", "workshop-venue", "-o", "mine.ron"]).prepared(linked);
    let refused = call().file("elsewhere.ron", "mine").run().expect(1);
    assert_eq!(refused.bytes("elsewhere.ron").unwrap(), b"mine");
    let dangling = call().run();
    assert!(
        dangling.status == Some(1) || dangling.bytes("elsewhere.ron").is_some(),
        "the link itself was overwritten without --force"
    );
}

#[test]
fn a_copy_that_cannot_be_written_fails_and_leaves_nothing() {
    let missing = Call::new(["presets", "--copy", "workshop-venue", "-o", "no/such/folder.ron"])
        .run()
        .expect(1);
    assert!(
        missing.stderr.contains("no/such/folder.ron") && missing.bytes("no").is_none(),
        "{}",
        missing.stderr
    );
    let folder = |at: &Path| std::fs::create_dir(at.join("mine.ron")).unwrap();
    let onto_folder =
        Call::new(["presets", "--copy", "workshop-venue", "-o", "mine.ron", "--force"])
            .prepared(folder)
            .run()
            .expect(1);
    assert!(onto_folder.stderr.contains("mine.ron"), "{}", onto_folder.stderr);
}

#[test]
fn an_unknown_preset_is_told_with_the_nearest_one() {
    for (name, nearest) in [
        ("workshop-venu", "`workshop-venue`"),
        ("after-inherent-resolved", "`after-inherent-resolve`"),
    ] {
        let outcome = Call::new(["presets", "--copy", name]).run().expect(2);
        assert!(
            outcome.stderr.contains(nearest) && outcome.stdout.is_empty(),
            "{}",
            outcome.stderr
        );
        assert!(outcome.bytes(&format!("{name}.mizan.ron")).is_none());
    }
    Call::new(["presets", "-o", "mine.ron"]).run().expect(2);
    Call::new(["presets", "--force"]).run().expect(2);
}
