//! The word at a command's place: commands, files called like one, and what is neither.

use crate::common::Call;
use crate::scenario;

fn refused(words: &[&str]) -> String {
    let outcome = Call::new(words.iter().copied()).file("x.ron", scenario("")).run().expect(2);
    assert!(outcome.stdout.is_empty(), "{words:?}: {}", outcome.stdout);
    outcome.stderr
}

#[test]
fn a_command_that_is_mistyped_is_told_with_the_one_that_is_near() {
    for (word, near) in
        [("chek", "check"), ("rankk", "rank"), ("sensitivty", "sensitivity"), ("team", "teams")]
    {
        for words in [vec![word], vec![word, "x.ron"], vec![word, "x.ron", "--format", "json"]] {
            let said = refused(&words);
            let told = format!("mizan: no command `{word}`; `{near}` is near\n");
            assert_eq!(said, told, "{words:?}");
        }
    }
}

#[test]
fn a_command_that_is_like_no_other_is_told_with_all_that_there_are() {
    let said = refused(&["frobnicate", "x.ron"]);
    assert!(said.starts_with("mizan: no command `frobnicate`; there are presets, check"), "{said}");
}

#[test]
fn a_command_that_is_not_there_yet_is_told_as_such() {
    for command in ["import", "export", "report", "verify"] {
        for words in [vec![command], vec![command, "x.ron"], vec![command, "x.ron", "-o", "y"]] {
            let said = refused(&words);
            assert!(said.starts_with(&format!("mizan: `{command}` is not there yet")), "{said}");
        }
    }
}

#[test]
fn a_file_called_like_a_command_is_read_by_its_path() {
    for name in ["check", "rank", "ballot"] {
        let path = format!("./{name}");
        for words in [vec!["check", name], vec!["rank", path.as_str()]] {
            let outcome = Call::new(words).file(name, scenario("")).run().expect(0);
            assert!(outcome.stdout.contains("A title") || outcome.stdout.contains("no errors"));
        }
    }
}

#[test]
fn no_message_holds_a_path_of_the_machine_that_built_the_program() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let calls: [&[&str]; 9] = [
        &["--help"],
        &["--version"],
        &["rank", "--help"],
        &["chek"],
        &["rank", "none.ron"],
        &["rank", "x.ron", "--team", "none"],
        &["check", "x.ron", "."],
        &["presets", "--copy", "workshop-venue", "-o", "no/where.ron"],
        &["presets"],
    ];
    for words in calls {
        let outcome = Call::new(words.iter().copied()).file("x.ron", scenario("")).run();
        let said = outcome.stdout + &outcome.stderr;
        assert!(!said.contains(folder) && !said.contains("/.cargo/"), "{words:?}: {said}");
    }
}

#[test]
fn no_word_of_a_call_moves_a_cursor() {
    let word = "a\u{1b}[2J\u{202E}b";
    let calls: [&[&str]; 7] = [
        &[word, "x.ron"],
        &["rank", "x.ron", word],
        &["rank", "x.ron", "--team", word],
        &["rank", "x.ron", "--method", word],
        &["robustness", "x.ron", "--weights", word],
        &["rank", "x.ron", "--format", word],
        &["presets", "--copy", word],
    ];
    for words in calls {
        let said = refused(words);
        let is_bare = |c: char| c != '\n' && (c.is_control() || c == '\u{202E}');
        assert!(!said.contains(is_bare) && said.contains("\\u{202e}"), "{words:?}: {said:?}");
    }
}
