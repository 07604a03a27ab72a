//! Tables for people and CSV for programs: width, colour, columns.

use unicode_width::UnicodeWidthStr;

use crate::common::Call;
use crate::scenario;

/// The calls whose results are tables.
const TABLES: [&[&str]; 7] = [
    &["presets"],
    &["rank", "after-inherent-resolve"],
    &["rank", "after-inherent-resolve", "--team", "all"],
    &["rank", "workshop-venue", "--team", "all"],
    &["weigh", "after-inherent-resolve", "--team", "baghdad"],
    &["weigh", "workshop-venue", "--team", "programme"],
    &["rank", "workshop-venue", "--team", "mean"],
];

fn too_wide(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.width() > 100).collect()
}

#[test]
fn tables_of_the_presets_fit_a_hundred_columns_and_have_no_escape_codes() {
    for words in TABLES {
        let outcome = Call::new(words.iter().copied()).run().expect(0);
        assert_eq!(too_wide(&outcome.stdout), Vec::<&str>::new(), "{words:?}");
        assert!(
            !outcome.stdout.contains('\u{1b}') && !outcome.stderr.contains('\u{1b}'),
            "{words:?}"
        );
        assert!(outcome.stdout.lines().count() > 2, "{words:?}: {}", outcome.stdout);
    }
}

#[test]
fn tables_fit_a_hundred_columns_whatever_the_names() {
    let long = "Long name of something ".repeat(20);
    let criteria: String = (0..30)
        .map(|n| format!("(id: \"c{n}\", name: \"{long}\", must_have: AtMost(9)),"))
        .collect();
    let options: String = (0..30).map(|n| format!("(id: \"o{n}\", name: \"{long}\"),")).collect();
    let row = |n: usize| {
        (0..30 - n % 3)
            .map(|c| format!("\"c{c}\": (score: {}),", if n % 7 == 6 { 10 } else { n % 9 }))
            .collect::<String>()
    };
    let scores: String = (0..30).map(|n| format!("\"o{n}\": {{{}}},", row(n))).collect();
    let text = scenario(&format!(
        "question: \"{long}\", criteria: [{criteria}], options: [{options}], scores: {{{scores}}},
        teams: [(id: \"t\", name: \"{long}\", weights: {{\"c1\": 2, \"c2\": 1}}, reasons: {{\"c1\": \"{long}\"}})]"
    ));
    let text = text.replace("A title", &long);
    for words in [
        vec!["rank", "s.ron"],
        vec!["rank", "s.ron", "--team", "all"],
        vec!["weigh", "s.ron", "--team", "t"],
    ] {
        let outcome = Call::new(words.clone()).file("s.ron", &text).run().expect(0);
        let wide = too_wide(&outcome.stdout);
        assert!(
            wide.is_empty(),
            "{words:?}: {} lines are too wide, the first: {:.120}…",
            wide.len(),
            wide[0]
        );
    }
}

/// Whatever differs, as long as its words may be, in whatever letters, with words that no line has
/// room for.
#[test]
fn differences_fit_a_hundred_columns_and_lose_no_letter() {
    let parts = ["Long name of something ", "联邦制", "دولة اتحادية ", "https://a.b/?c=d&", "👨‍👩‍👧‍👦"];
    for part in parts {
        // The longest that is told whole.
        let name = part.repeat(112 / part.chars().count());
        let document = |ending: &str| {
            let text = scenario(&format!(
                "notes: \"{name}{ending}\", criteria: [(id: \"a\", name: \"{name}\")],
                options: [(id: \"x\", name: \"{name}\", note: \"{name}{ending}\")],
                scores: {{\"x\": {{\"a\": (score: 1, reason: \"{name}{ending}\")}}}},
                teams: [(id: \"t\", name: \"{name}\", reasons: {{\"a\": \"{ending}\"}}, weights: {{\"a\": 1}})]"
            ));
            text.replace("A title", &format!("{name}{ending}"))
        };
        let call = Call::new(["diff", "a.ron", "b.ron"]);
        let told = call.file("a.ron", document("EAST")).file("b.ron", document("WEST")).run();
        let told = told.expect(1).stdout;
        assert_eq!(too_wide(&told), [""; 0], "{part}");
        let told = told.replace('\n', "");
        assert!(!told.contains('…'), "{told}");
        assert_eq!([told.matches("EAST").count(), told.matches("WEST").count()], [5; 2], "{told}");
    }
}

/// Options with these names, scored on one criterion.
fn of_names(names: &[&str]) -> String {
    let options: String =
        (0..).zip(names).map(|(n, name)| format!("(id: \"o{n}\", name: \"{name}\"),")).collect();
    let scores: String =
        (0..names.len()).map(|n| format!("\"o{n}\": {{\"c\": (score: {n})}},")).collect();
    scenario(&format!(
        "criteria: [(id: \"c\", name: \"C\")], options: [{options}], scores: {{{scores}}}"
    ))
}

#[test]
fn totals_stand_below_one_another_whatever_the_letters_of_the_names() {
    let names = [
        "Plain",
        "Cafe\u{301}",
        "伊拉克联邦政府",
        "الحكومة الاتحادية العراقية",
        "नमस्ते दुनिया",
        "👨‍👩‍👧‍👦 🇮🇶",
    ];
    let outcome = Call::new(["rank", "s.ron"]).file("s.ron", of_names(&names)).run().expect(0);
    let ends: Vec<usize> = names
        .iter()
        .map(|name| {
            let line = outcome.stdout.lines().find(|line| line.contains(name)).unwrap();
            let behind = line.split_once(name).unwrap().1.trim_start_matches('\u{2069}');
            assert_eq!(behind.trim().split(' ').next().unwrap().len(), 4, "{line}");
            line[..line.len() - behind.trim_start().len()].width()
        })
        .collect();
    assert!(ends.iter().all(|end| *end == ends[0]), "{ends:?}\n{}", outcome.stdout);
}

#[test]
fn tables_fit_a_hundred_columns_of_wide_letters() {
    let long: Vec<String> =
        ["联邦制", "دولة اتحادية ", "👨‍👩‍👧‍👦", "e\u{301}"].map(|letters| letters.repeat(120)).to_vec();
    let names: Vec<&str> = long.iter().map(String::as_str).collect();
    let outcome = Call::new(["rank", "s.ron"]).file("s.ron", of_names(&names)).run().expect(0);
    assert_eq!(too_wide(&outcome.stdout), [""; 0]);
    assert_eq!(outcome.stdout.matches('…').count(), 4, "{}", outcome.stdout);
}

#[test]
fn the_warm_ups_totals_are_those_that_its_notes_promise() {
    let outcome = Call::new(["rank", "workshop-venue", "--team", "mean"]).run().expect(0);
    let line = |name: &str| {
        outcome.stdout.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned()
    };
    for (name, rank, total) in
        [("Hillside", "1st", "6.34"), ("Lakeside", "2nd", "5.63"), ("Ring-road", "3rd", "4.27")]
    {
        assert!(
            line(name).starts_with(&format!(" {rank}")) && line(name).contains(total),
            "{name}: {}",
            outcome.stdout
        );
    }
    assert!(line("Old town library").contains("ruled out"), "{}", outcome.stdout);
}

#[test]
fn findings_go_to_standard_error_beside_a_table() {
    let outcome = Call::new(["rank", "s.ron"]).file("s.ron", scenario("")).run().expect(0);
    assert!(
        outcome.stderr.contains("no-criteria") && !outcome.stdout.contains("no-criteria"),
        "{}",
        outcome.stderr
    );
}

const TWO: &str = r#"(format: 1, title: "T", criteria: [(id: "b", name: "B"), (id: "a", name: "A, or \"a\"")],
options: [(id: "x", name: "X, the first"), (id: "y", name: "Y"), (id: "out", name: "O")],
scores: {"x": {"a": (score: 2.5), "b": (score: 5)}, "y": {"a": (score: 10), "b": (score: 5)}},
teams: [(id: "t", name: "T", weights: {"a": 1, "b": 1}), (id: "u", name: "U", weights: {"b": 1}),
    (id: "shut", name: "S", weights: {"a": 1}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"))])"#;

#[test]
fn csv_has_a_header_and_one_row_per_ranked_option() {
    let csv = |team: &str| {
        Call::new(["rank", "s.ron", "--team", team, "--format", "csv"])
            .file("s.ron", TWO)
            .run()
            .expect(0)
            .stdout
    };
    // Each share is 1/2: 0.5·0.5 + 0.5·1 and 0.5·0.5 + 0.5·0.25.
    assert_eq!(
        csv("t"),
        "option,rank,total,contributions.b,contributions.a\ny,1,0.75,0.25,0.5\nx,2,0.375,0.25,0.125\n"
    );
    let all = csv("all");
    let mut lines = all.lines();
    assert_eq!(lines.next(), Some("team,option,rank,total,contributions.b,contributions.a"));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        ["t,y,1,0.75,0.25,0.5", "t,x,2,0.375,0.25,0.125", "u,x,1,0.5,0.5,0.0", "u,y,1,0.5,0.5,0.0"]
    );
}
