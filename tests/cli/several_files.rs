//! `mizan teams` over several files: what one file's teams stand on is nothing to another's, and no
//! number hangs on the order of files.

use proptest::prelude::*;
use serde_json::{Value, json as value};

use crate::common::Call;
use crate::{entry, kinds, scenario};

/// Files with the same options and criteria.
#[derive(Debug)]
struct File {
    /// Of X on A; none: not scored.
    base_score: Option<u8>,
    range: &'static str,
    must_have: &'static str,
    weights: Vec<(u8, u8)>,
}

impl File {
    fn plain() -> Self {
        Self { base_score: Some(3), range: "", must_have: "", weights: vec![(1, 2), (3, 2)] }
    }

    fn text(&self) -> String {
        let team = |(number, (a, b)): (usize, &(u8, u8))| {
            format!(r#"(id: "t{number}", name: "T{number}", weights: {{"a": {a}, "b": {b}}})"#)
        };
        let teams: Vec<String> = self.weights.iter().enumerate().map(team).collect();
        let base_score = self.base_score.map(|score| format!(r#""a": (score: {score}), "#));
        scenario(&format!(
            r#"criteria: [(id: "a", name: "A"{}{}), (id: "b", name: "B")],
            options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
            scores: {{
                "x": {{{}"b": (score: 9)}},
                "y": {{"a": (score: 8), "b": (score: 2)}},
                "z": {{"a": (score: 5), "b": (score: 5)}},
            }},
            teams: [{}],"#,
            self.range,
            self.must_have,
            base_score.unwrap_or_default(),
            teams.join(", ")
        ))
    }
}

fn told(files: &[(&str, &File)]) -> Value {
    let names = files.iter().map(|(name, _)| *name);
    let words = std::iter::once("teams").chain(names).chain(["--format", "json"]);
    let call =
        files.iter().fold(Call::new(words), |call, (name, file)| call.file(name, file.text()));
    call.run().expect(0).json_lines().remove(0)
}

#[test]
fn files_that_differ_have_no_mean_and_it_is_told_what_they_differ_in() {
    let differing = [
        (File { base_score: Some(4), ..File::plain() }, "base scores (X on A)"),
        (File { base_score: None, ..File::plain() }, "base scores (X on A)"),
        (File { range: ", range: Fixed(0, 20)", ..File::plain() }, "ranges (A)"),
        (File { must_have: ", must_have: AtLeast(4)", ..File::plain() }, "must-haves (A)"),
    ];
    for (other, named) in &differing {
        let both = told(&[("a.ron", &File::plain()), ("b.ron", other)]);
        assert_eq!(both["mean"], Value::Null);
        let message =
            entry(&both["findings"], "kind", "different-bases")["message"].as_str().unwrap();
        assert!(message.contains(named), "{message}");
    }
    let alike = told(&[("a.ron", &File::plain()), ("b.ron", &File::plain())]);
    assert!(alike["mean"].is_object() && kinds(&alike).is_empty(), "{alike}");
}

#[test]
fn each_team_stands_on_its_own_files_must_haves_and_ranges() {
    let strict = File { must_have: ", must_have: AtLeast(4)", ..File::plain() };
    let wide = File { range: ", range: Fixed(0, 20)", ..File::plain() };
    let bare = File { base_score: None, ..File::plain() };
    let files = [("a.ron", &File::plain()), ("b.ron", &strict), ("c.ron", &wide), ("d.ron", &bare)];
    let all = told(&files);
    let ids = ["t0", "t0-2", "t0-3", "t0-4"];
    for (id, (_, file)) in ids.into_iter().zip(files) {
        let alone = told(&[("a.ron", file)]);
        let (alone, here) =
            (entry(&alone["teams"], "team", "t0"), entry(&all["teams"], "team", id));
        for key in ["shares", "winner", "ranking", "flip_points"] {
            assert_eq!(alone[key], here[key], "{id}: {key}");
        }
    }
}

#[test]
fn the_winner_is_the_first_of_those_level_and_csv_says_how_firm_it_is() {
    let level = File { base_score: Some(8), weights: vec![(1, 0)], ..File::plain() };
    let told = told(&[("a.ron", &level)]);
    let team = entry(&told["teams"], "team", "t0");
    assert_eq!((&team["winner"], &team["flip_points"]), (&value!("x"), &value!(0.0)));
    assert_eq!(told["mean"]["winner"], "x");
    let csv = Call::new(["teams", "a.ron", "--format", "csv"])
        .file("a.ron", File::plain().text())
        .run()
        .expect(0)
        .stdout;
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["team", "file", "winner", "shares.a", "shares.b", "flip_points"]);
    let plain = Call::new(["sensitivity", "a.ron", "--team", "t0", "--format", "json"])
        .file("a.ron", File::plain().text());
    let points = plain.run().expect(0).json_lines()[0]["flip"]["points"].as_f64().unwrap();
    assert!((rows[1][5].parse::<f64>().unwrap() - points).abs() <= 1e-12, "{csv}");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{csv}");
}

fn files() -> impl Strategy<Value = Vec<File>> {
    let weights = proptest::collection::vec((1..9_u8, 0..9_u8), 1..3);
    let base_score =
        prop_oneof![2 => Just(Some(3)), 1 => (0..10_u8).prop_map(Some), 1 => Just(None)];
    let file = (base_score, weights, 0..6_u8);
    let file = file.prop_map(|(base_score, weights, kind)| File {
        base_score,
        range: if kind == 1 { ", range: Fixed(0, 20)" } else { "" },
        must_have: if kind == 2 { ", must_have: AtMost(7)" } else { "" },
        weights,
    });
    proptest::collection::vec(file, 2..4)
}

/// A file with a team on each line, of which those that aren't named in `weighed` haven't weighed.
fn of_teams(lines_ahead: usize, ids: &[&str], weighed: &[&str]) -> String {
    let team = |id: &&str| {
        let weights = if weighed.contains(id) { r#", weights: {"a": 1}"# } else { "" };
        format!("(id: \"{id}\", name: \"T\"{weights}),\n")
    };
    let teams: String = ids.iter().map(team).collect();
    scenario(&format!(
        "{}criteria: [(id: \"a\", name: \"A\")], options: [(id: \"x\", name: \"X\")],
        scores: {{\"x\": {{\"a\": (score: 1)}}}},\nteams: [\n{teams}],",
        "\n".repeat(lines_ahead),
    ))
}

/// The line on which a text stands.
fn line_of(text: &str, part: &str) -> usize {
    1 + text.lines().position(|line| line.contains(part)).unwrap()
}

#[test]
fn what_is_found_about_a_team_stands_in_the_teams_own_file() {
    let first = of_teams(0, &["t", "u", "t-2"], &["u"]);
    // Its teams on lines that in the first file speak of something else, or aren't there.
    for (ahead, ids) in [(2, vec!["t"]), (0, vec!["s", "u", "t"]), (40, vec!["t", "w"])] {
        let second = of_teams(ahead, &ids, &["s", "u", "w"]);
        let call = |shape: &str| {
            let call = Call::new(["teams", "a.ron", "b.ron", "--format", shape]);
            call.file("a.ron", &first).file("b.ron", &second).run().expect(0)
        };
        let told = call("json").json_lines().remove(0);
        let line = |id: &str| {
            let path = format!("teams.\"{id}\"");
            entry(&told["findings"], "path", &path)["line"].as_u64().unwrap() as usize
        };
        // The first file's t-2 keeps its id, so that the second's t is t-3.
        assert_eq!(line("t"), line_of(&first, "\"t\""));
        assert_eq!(line("t-2"), line_of(&first, "\"t-2\""));
        assert_eq!(line("t-3"), line_of(&second, "\"t\""));
        let said = call("table").stderr;
        let place = format!("b.ron:{}:", line_of(&second, "\"t\""));
        assert!(said.lines().any(|line| line.starts_with(&place)), "no {place}\n{said}");
    }
}

#[test]
fn a_sealed_team_of_another_file_hides_no_place_of_the_first() {
    let open = of_teams(0, &["t"], &[]);
    let [unsealed, seal] = [
        r#"(id: "s", name: "T", "#,
        r#"seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000"), "#,
    ];
    let shut = of_teams(0, &["s", "u"], &["s", "u"]);
    let shut = shut.replace(unsealed, &format!("{unsealed}{seal}"));
    assert!(shut.contains(seal));
    let said = |second: &str| {
        let call = Call::new(["teams", "a.ron", "b.ron"]);
        call.file("a.ron", &open).file("b.ron", second).run().expect(0).stderr
    };
    let place = format!("a.ron:{}:", line_of(&open, "\"t\""));
    let of_open = |said: String| {
        let mut lines = said.lines().map(str::to_owned);
        lines.find(|line| line.starts_with(&place)).expect("its finding has a place")
    };
    assert_eq!(of_open(said(&shut)), of_open(said(&of_teams(0, &["s"], &["s"]))));
}

/// What is told of each team, by file and place there, and of all.
fn numbers(told: &Value, files: &[(&str, &File)]) -> (Vec<Value>, Vec<Value>) {
    let mut of_teams: Vec<Value> = Vec::new();
    for (name, _) in files {
        let own = told["teams"].as_array().unwrap().iter().filter(|team| team["file"] == *name);
        of_teams.extend(own.map(|team| {
            value!([team["shares"], team["winner"], team["ranking"], team["flip_points"]])
        }));
    }
    let agreement = &told["agreement"];
    let rounded = |number: &Value| number.as_f64().map(|number| (number * 1e9).round());
    let mean = &told["mean"];
    let of_all = ["kendall_w", "mean_rho"].map(|key| value!(rounded(&agreement[key])));
    let counts = [&agreement["borda"], &agreement["copeland"], &mean["winner"], &mean["ranking"]];
    (of_teams, of_all.into_iter().chain(counts.map(Clone::clone)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_hangs_on_the_order_of_files(files in files()) {
        let named: Vec<(&str, &File)> = ["a.ron", "b.ron", "c.ron"].into_iter().zip(&files).collect();
        let turned: Vec<(&str, &File)> = named.iter().rev().copied().collect();
        let (before, after) = (told(&named), told(&turned));
        prop_assert_eq!(numbers(&before, &named), numbers(&after, &named));
        let found = |told: &Value| {
            let mut kinds: Vec<String> = kinds(told).into_iter().map(str::to_owned).collect();
            kinds.sort();
            kinds
        };
        prop_assert_eq!(found(&before), found(&after));
    }
}
