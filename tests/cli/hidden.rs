//! While a workshop hides totals no subcommand tells of them, unless it is asked to.

use crate::common::{Call, Outcome};
use crate::{json, kinds, scenario};

const HIDES: &str = r#"workshop: (began: "2025-09-01T08:00:00Z"),"#;
const SHOWN: &str = r#"workshop: (began: "2025-09-01T08:00:00Z", shown: "2025-09-01T12:00:00Z"),"#;
const OPEN: &str = r#"workshop: (began: "2025-09-01T08:00:00Z", hides: Nothing),"#;

/// X leads, Z could still; T and a team that is sealed.
fn document(workshop: &str) -> String {
    scenario(&format!(
        r#"criteria: [(id: "c", name: "C"), (id: "d", name: "D")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {{
            "x": {{"c": (score: 6), "d": (score: 5)}},
            "y": {{"c": (score: 2), "d": (score: 6)}},
            "z": {{"c": (score: 5)}},
        }},
        teams: [
            (id: "t", name: "T", weights: {{"c": 1, "d": 1}}),
            (id: "s", name: "S", weights: {{"c": 73}}, seal: (at: "2025-09-01T10:00:00Z", nonce: "{}", sha256: "{}")),
        ],
        {workshop}"#,
        "0".repeat(32),
        "0f".repeat(32)
    ))
}

const CALLS: [&[&str]; 5] = [
    &["rank", "s.ron"],
    &["rank", "s.ron", "--team", "all"],
    &["sensitivity", "s.ron"],
    &["robustness", "s.ron", "--samples", "9"],
    &["teams", "s.ron"],
];
const SHAPES: [&str; 3] = ["table", "csv", "json"];

fn called(words: &[&str], shape: &str, more: &[&str], workshop: &str) -> Outcome {
    let words = words.iter().copied().chain(["--format", shape]).chain(more.iter().copied());
    Call::new(words).file("s.ron", document(workshop)).run()
}

#[test]
fn what_tells_of_totals_ends_with_one_sentence_that_says_why() {
    for words in CALLS {
        for shape in SHAPES {
            let outcome = called(words, shape, &[], HIDES).expect(1);
            assert!(outcome.stdout.is_empty(), "{words:?}: {}", outcome.stdout);
            let said = &outcome.stderr;
            assert_eq!(said.lines().count(), 1, "{words:?}: {said}");
            assert!(said.starts_with("s.ron: its workshop hides totals"), "{words:?}: {said}");
            assert!(said.contains("--reveal"), "{words:?}: {said}");
        }
    }
}

#[test]
fn revealed_it_is_as_without_a_workshop_and_the_file_stays_as_it_was() {
    for words in CALLS {
        for shape in SHAPES {
            let revealed = called(words, shape, &["--reveal"], HIDES).expect(0);
            let plain = called(words, shape, &[], "").expect(0);
            assert_eq!(revealed.stdout, plain.stdout, "{words:?} as {shape}");
            assert_eq!(revealed.stderr, plain.stderr, "{words:?} as {shape}");
            assert_eq!(revealed.bytes("s.ron").unwrap(), document(HIDES).into_bytes());
        }
    }
}

#[test]
fn to_reveal_totals_opens_no_seal() {
    let outcome = called(&["rank", "s.ron", "--team", "s"], "json", &["--reveal"], HIDES).expect(1);
    assert!(outcome.stdout.is_empty() && outcome.stderr.contains("sealed"), "{}", outcome.stderr);
}

#[test]
fn totals_that_were_shown_or_that_nobody_hides_need_no_word() {
    for workshop in [SHOWN, OPEN] {
        for words in CALLS {
            let told = called(words, "json", &[], workshop).expect(0).stdout;
            assert_eq!(told, called(words, "json", &[], "").expect(0).stdout, "{words:?}");
        }
    }
}

#[test]
fn of_several_files_one_that_hides_hides_all() {
    let call = |more: &[&str]| {
        let words = ["teams", "a.ron", "b.ron"].iter().chain(more).copied();
        let call = Call::new(words).file("a.ron", document(SHOWN));
        call.file("b.ron", document(HIDES)).run()
    };
    let outcome = call(&[]).expect(1);
    assert!(outcome.stdout.is_empty(), "{}", outcome.stdout);
    assert!(outcome.stderr.starts_with("b.ron: its workshop hides"), "{}", outcome.stderr);
    call(&["--reveal"]).expect(0);
}

#[test]
fn check_leaves_out_what_speaks_of_totals_and_nothing_else() {
    let reversing = |workshop: &str| {
        // X makes B's scale so long that Y and Z are close there.
        scenario(&format!(
            r#"criteria: [(id: "a", name: "A", range: Observed), (id: "b", name: "B", range: Observed)],
            options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
            scores: {{
                "x": {{"a": (score: 1), "b": (score: 100)}},
                "y": {{"a": (score: 5), "b": (score: 6)}},
                "z": {{"a": (score: 4), "b": (score: 9)}},
            }},
            teams: [(id: "t", name: "T", weights: {{"a": 4, "b": 6}})],
            {workshop}"#
        ))
    };
    let nothing =
        |workshop: &str| scenario(&format!(r#"options: [(id: "x", name: "X")], {workshop}"#));
    let cases = [
        (document as fn(&str) -> String, "may-lead"),
        (reversing, "rank-reversal"),
        (nothing, "nothing-ranked"),
    ];
    for (text, kind) in cases {
        let told = |workshop: &str| -> Vec<String> {
            let told = json(["check", "s.ron"], &text(workshop));
            kinds(&told).into_iter().map(str::to_owned).collect()
        };
        let (before, hidden) = (told(SHOWN), told(HIDES));
        assert!(before.iter().any(|found| found == kind), "{kind}: {before:?}");
        let others = before.into_iter().filter(|found| {
            !["may-lead", "rank-reversal", "nothing-ranked"].contains(&found.as_str())
        });
        assert_eq!(hidden, others.collect::<Vec<_>>(), "{kind}");
    }
}

#[test]
fn shares_and_what_differs_are_told_all_the_same() {
    called(&["weigh", "s.ron", "--team", "t"], "json", &[], HIDES).expect(0);
    let call = Call::new(["diff", "s.ron", "other.ron"]).file("s.ron", document(HIDES));
    call.file("other.ron", document(HIDES)).run().expect(0);
}
