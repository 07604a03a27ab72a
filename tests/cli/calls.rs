//! How calls begin and end: standard input, words that are wrong, readers that go away.

use std::process::{Command, Stdio};

use crate::common::Call;
use crate::scenario;

const SOUND: &str = r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X")], scores: {"x": {"a": (score: 3)}},
    teams: [(id: "t", name: "T", weights: {"a": 1})]"#;

#[test]
fn a_dash_is_standard_input() {
    let calls: [&[&str]; 3] = [&["rank", "-"], &["weigh", "-", "--team", "t"], &["check", "-"]];
    for words in calls {
        let outcome = Call::new(words.iter().copied().chain(["--format", "json"]))
            .stdin(scenario(SOUND))
            .run()
            .expect(0);
        let object = outcome.json_lines().remove(0);
        assert_eq!(
            (object["file"].as_str(), object["scenario"].as_str()),
            (Some("-"), Some("A title")),
            "{words:?}"
        );
    }
}

#[test]
fn the_same_scenario_gives_the_same_numbers_by_every_way_in() {
    let name = "workshop-venue";
    let text = mizan::store::preset(name).unwrap().text;
    let by_name =
        Call::new(["rank", name, "--team", "all", "--format", "json"]).run().expect(0).stdout;
    let by_path = Call::new(["rank", "v.ron", "--team", "all", "--format", "json"])
        .file("v.ron", text)
        .run()
        .expect(0)
        .stdout;
    let windows = text.replace('\n', "\r\n");
    let piped = Call::new(["rank", "-", "--team", "all", "--format", "json"])
        .stdin(format!("\u{FEFF}{windows}"))
        .run()
        .expect(0)
        .stdout;
    assert_eq!(by_path.replace("\"v.ron\"", "\"workshop-venue\""), by_name);
    assert_eq!(piped.replace("\"-\"", "\"workshop-venue\""), by_name);
}

#[test]
fn wrong_words_end_with_2_and_print_no_result() {
    let calls: [&[&str]; 9] = [
        &["rank"],
        &["check"],
        &["weigh", "s.ron"],
        &["rank", "s.ron", "t.ron"],
        &["rank", "s.ron", "--format", "xml"],
        &["rank", "s.ron", "--teams", "t"],
        &["rank", "s.ron", "--team"],
        &["presets", "--copy"],
        &["--frames", "0"],
    ];
    for words in calls {
        let outcome =
            Call::new(words.iter().copied()).file("s.ron", scenario(SOUND)).run().expect(2);
        assert!(
            outcome.stdout.is_empty() && !outcome.stderr.is_empty(),
            "{words:?}: {}",
            outcome.stdout
        );
    }
}

#[test]
fn a_preset_that_is_misspelled_is_told_by_its_name() {
    let outcome = Call::new(["rank", "workshop-venu"]).run().expect(1);
    assert!(
        outcome.stderr.starts_with("workshop-venu: ")
            && outcome.stderr.contains("`workshop-venue`"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn no_call_changes_a_file_that_it_reads() {
    let text = scenario(SOUND).replace('\n', "\r\n");
    for words in
        [vec!["rank", "s.ron"], vec!["check", "s.ron"], vec!["weigh", "s.ron", "--team", "t"]]
    {
        let outcome = Call::new(words).file("s.ron", &text).run().expect(0);
        assert_eq!(outcome.bytes("s.ron").unwrap(), text.as_bytes());
    }
}

/// The status and standard error of a call whose standard output has no reader any more.
fn without_reader(words: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(words)
        .stdout(writer)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_reader_that_went_away_ends_it_quietly() {
    let calls: [&[&str]; 5] = [
        &["rank", "after-inherent-resolve", "--team", "all", "--format", "json"],
        &["rank", "workshop-venue", "--format", "csv"],
        &["presets"],
        &["check", "workshop-venue", "after-inherent-resolve"],
        &["weigh", "workshop-venue", "--team", "finance"],
    ];
    for words in calls {
        let (status, said) = without_reader(words);
        assert!(status == Some(0) && said.is_empty(), "{words:?}: {status:?} {said}");
    }
}

#[test]
fn a_reader_of_messages_that_went_away_changes_no_status() {
    let calls: [(&[&str], i32); 3] = [
        (&["rank", "no-such-file.ron"], 1),
        (&["rank", "workshop-venue", "--team", "x"], 2),
        (&["rank"], 2),
    ];
    for (words, expected) in calls {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let status = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(words)
            .stdout(Stdio::null())
            .stderr(writer)
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(expected), "{words:?}");
    }
}

#[test]
fn a_pipe_into_head_ends_it_quietly() {
    let script = "\"$0\" rank after-inherent-resolve --team all --format json | head -c 1";
    let output =
        Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_mizan")]).output().unwrap();
    assert_eq!(
        (output.stdout.as_slice(), output.stderr.as_slice()),
        (b"{".as_slice(), b"".as_slice())
    );
}

#[test]
fn a_result_that_cannot_be_written_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["rank", "workshop-venue"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("can't be written"));
}
