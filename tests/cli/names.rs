//! Names in tables and sentences: equal ones told apart, those from right to left isolated, files
//! named by whatever bytes.

use std::process::Command;

use unicode_width::UnicodeWidthStr;

use crate::common::Call;
use crate::scenario;

/// Two options, two criteria and two teams of one name each.
const TWINS: &str = r#"
    criteria: [(id: "price", name: "Price", must_have: AtMost(9)), (id: "price-2", name: "Price"), (id: "fit", name: "Fit")],
    options: [(id: "acme", name: "Acme"), (id: "acme-2", name: "Acme"), (id: "other", name: "Other")],
    scores: {
        "acme": {"price": (score: 3), "price-2": (score: 4), "fit": (score: 5)},
        "acme-2": {"price": (score: 7), "price-2": (score: 6), "fit": (score: 5)},
        "other": {"price": (score: 2), "price-2": (score: 2), "fit": (score: 2)},
    },
    teams: [
        (id: "t", name: "Team", weights: {"price": 3, "price-2": 2, "fit": 2}),
        (id: "t2", name: "Team", weights: {"price": 1, "price-2": 5}),
    ],"#;

fn said(words: &[&str], text: &str) -> String {
    let outcome = Call::new(words.iter().copied()).file("s.ron", text).run().expect(0);
    outcome.stdout + &outcome.stderr
}

#[test]
fn of_equal_names_the_later_is_told_apart_in_every_table_and_sentence() {
    let calls: [(&[&str], &[&str]); 9] = [
        (&["rank", "s.ron"], &["Acme (B)", "Price (2)"]),
        (&["rank", "s.ron", "--team", "all"], &["Acme (B)", "Price (2)", "Team (2)"]),
        (&["rank", "s.ron", "--method", "vikor"], &["Acme (B)"]),
        (&["weigh", "s.ron", "--team", "t2"], &["Price (2)", "Team (2)"]),
        (&["sensitivity", "s.ron"], &["Acme (B)", "Price (2)"]),
        (&["robustness", "s.ron", "--samples", "100"], &["Acme (B)"]),
        (&["teams", "s.ron"], &["Acme (B)", "Team (2)"]),
        (&["check", "s.ron"], &["Team (2)"]),
        (&["check", "s.ron", "--format", "json"], &["Team (2)"]),
    ];
    for (words, names) in calls {
        let said = said(words, &scenario(TWINS));
        for name in names {
            assert!(said.contains(name), "{words:?} doesn't tell {name:?}\n{said}");
        }
    }
}

#[test]
fn what_differs_between_two_files_names_the_thing_that_is_meant() {
    let changed = scenario(TWINS).replace("\"price-2\": (score: 6)", "\"price-2\": (score: 8)");
    let outcome = Call::new(["diff", "a.ron", "b.ron"])
        .file("a.ron", scenario(TWINS))
        .file("b.ron", changed)
        .run()
        .expect(1);
    assert!(
        outcome.stdout.contains("Acme (B)") && outcome.stdout.contains("Price (2)"),
        "{}",
        outcome.stdout
    );
}

/// Five options in letters of several directions and their order.
fn in_scripts() -> String {
    let names = ["الانسحاب الكامل", "בגדד 7", "完全撤軍", "Plan B: البقاء 50%", "مُحَمَّد"];
    let options: String =
        (0..).zip(names).map(|(n, name)| format!("(id: \"o{n}\", name: \"{name}\"),")).collect();
    let scores: String =
        (0..names.len()).map(|n| format!("\"o{n}\": {{\"c\": (score: {n})}},")).collect();
    scenario(&format!(
        "criteria: [(id: \"c\", name: \"معيار\")], options: [{options}], scores: {{{scores}}},
        teams: [(id: \"t\", name: \"فريق\", weights: {{\"c\": 1}}), (id: \"u\", name: \"U\", weights: {{\"c\": 1}})]"
    ))
}

/// Whether a letter runs from right to left.
fn runs_left(c: char) -> bool {
    ('\u{590}'..='\u{8FF}').contains(&c)
}

#[test]
fn names_from_right_to_left_are_isolated_so_that_a_line_reads_in_its_order() {
    let calls: [&[&str]; 7] = [
        &["rank", "s.ron"],
        &["rank", "s.ron", "--method", "vikor"],
        &["rank", "s.ron", "--team", "all"],
        &["weigh", "s.ron", "--team", "t"],
        &["sensitivity", "s.ron"],
        &["robustness", "s.ron", "--samples", "100"],
        &["teams", "s.ron"],
    ];
    for words in calls {
        let said = said(words, &in_scripts());
        assert!(said.chars().any(runs_left), "{words:?}");
        for line in said.lines() {
            let mut open = 0_i32;
            for c in line.chars() {
                open += i32::from(c == '\u{2068}') - i32::from(c == '\u{2069}');
                assert!(!runs_left(c) || open > 0, "{words:?}: {line:?}");
            }
            assert!(open == 0 && line.width() <= 100, "{words:?}: {line:?}");
        }
    }
    let teams = said(&["teams", "s.ron"], &in_scripts());
    let line = teams.lines().find(|line| line.starts_with("U ")).unwrap();
    let names: Vec<&str> = line.split(" > ").collect();
    assert!(names.len() == 4 && names[1..].iter().all(|name| name.matches('\u{2068}').count() < 2));
}

fn is_opening(c: char) -> bool {
    ('\u{2066}'..='\u{2068}').contains(&c)
}

#[test]
fn a_name_that_turns_a_line_turns_nothing_behind_it() {
    let text = in_scripts().replace("完全撤軍", "left\\u{202e}right\\u{2069}\\u{2067}");
    for words in [["rank", "s.ron"], ["teams", "s.ron"], ["sensitivity", "s.ron"]] {
        let said = said(&words, &text);
        assert!(!said.contains('\u{202E}'), "{words:?}: {said:?}");
        for line in said.lines() {
            let (open, closed) =
                (line.matches(is_opening).count(), line.matches('\u{2069}').count());
            assert_eq!(open, closed, "{words:?}: {line:?}");
        }
    }
}

/// Many options and teams with long names.
fn many(options: usize, teams: usize) -> String {
    let named = |kind: &str, n: usize, rest: &str| {
        format!("(id: \"{kind}{n}\", name: \"The {n}th {kind} of a long list\"{rest}),")
    };
    let scores: String = (0..options)
        .map(|n| {
            format!("\"option{n}\": {{\"c0\": (score: {}), \"c1\": (score: {})}},", n % 10, n % 7)
        })
        .collect();
    let list = |kind: &str, count: usize, rest: &str| -> String {
        (0..count).map(|n| named(kind, n, rest)).collect()
    };
    scenario(&format!(
        "criteria: [(id: \"c0\", name: \"C\"), (id: \"c1\", name: \"D\")], options: [{}],
        scores: {{{scores}}}, teams: [{}]",
        list("option", options, ""),
        list("team", teams, ", weights: {\"c0\": 2, \"c1\": 1}"),
    ))
}

#[test]
fn teams_of_many_options_keep_every_option_within_a_hundred_columns() {
    for (options, teams) in [(2, 2), (5, 3), (12, 12), (40, 30), (120, 3)] {
        let said = said(&["teams", "s.ron"], &many(options, teams));
        for line in said.lines().filter(|line| !line.starts_with("s.ron")) {
            assert!(line.width() <= 100 && !line.contains('…'), "{options} × {teams}: {line:?}");
        }
        let words = said.replace('\n', " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        for option in 0..options {
            let name = format!("The {option}th option of a long list");
            assert!(words.contains(&name), "{options} × {teams}: {name}\n{said}");
        }
    }
    let short = said(&["teams", "s.ron"], &many(2, 2));
    assert!(!short.contains("B: "), "a key that nothing needs\n{short}");
}

#[test]
fn one_option_more_is_one() {
    let shown = |count: usize| said(&["rank", "s.ron"], &many(count, 1));
    assert!(shown(10).contains("… and 1 option more; --format csv has it\n"), "{}", shown(10));
    assert!(shown(12).contains("… and 3 options more; --format csv has them all"));
    assert!(!shown(9).contains('…'));
}

#[test]
fn a_long_reason_is_told_whole() {
    let reason = "because the river floods it every other spring ".repeat(6);
    let text = scenario(&format!(
        "criteria: [(id: \"a\", name: \"A\"), (id: \"b\", name: \"B\")],
        teams: [(id: \"t\", name: \"T\", weights: {{\"a\": 1, \"b\": 1}}, reasons: {{\"a\": \"{reason}\"}})]"
    ));
    let said = said(&["weigh", "s.ron", "--team", "t"], &text);
    assert!(said.lines().all(|line| line.width() <= 100), "{said}");
    assert_eq!(said.matches("floods").count(), 6, "{said}");
}

#[cfg(unix)]
#[test]
fn a_file_named_by_bytes_of_no_encoding_opens() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let name = OsStr::from_bytes(b"caf\xE9.ron");
    let run = |words: &[&str], text: &str| {
        std::fs::write(folder.path().join(name), text).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(words)
            .arg(name)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let [stdout, stderr] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        (output.status.code(), stdout + &stderr)
    };
    for words in [&["rank"] as &[&str], &["check"], &["teams"], &["sensitivity"]] {
        assert_eq!(run(words, &scenario(TWINS)).0, Some(0), "{words:?}");
    }
    let (status, said) = run(&["check"], "(format: 1, titl: \"T\")");
    assert!(status == Some(1) && said.starts_with("caf\\xE9.ron:1:13: "), "{said}");
    let (_, json) = run(&["rank", "--format", "json"], &scenario(TWINS));
    let object: serde_json::Value = serde_json::from_str(json.trim()).unwrap();
    assert_eq!(object["file"], "caf\\xE9.ron");
}

#[test]
fn what_a_files_name_holds_moves_no_cursor() {
    let name = "a\u{1b}[2J\u{9b}\u{202E}b.ron";
    let broken = scenario("question: 5");
    let calls: [&[&str]; 4] =
        [&["check", name], &["rank", name], &["teams", name, name], &["diff", name, name]];
    for words in calls {
        for text in [&broken, &scenario(TWINS)] {
            let outcome = Call::new(words.iter().copied()).file(name, text).run();
            let said = outcome.stdout + &outcome.stderr;
            let is_bare = |c: char| c != '\n' && (c.is_control() || c == '\u{202E}');
            assert!(!said.contains(is_bare), "{words:?}: {said:?}");
        }
    }
    let said = Call::new(["check", name]).file(name, broken).run().expect(1).stdout;
    assert!(said.starts_with("a\\u{1b}[2J\\u{9b}\\u{202e}b.ron:4:11: "), "{said}");
}
