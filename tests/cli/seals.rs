//! Seals as `mizan check` tells them: whose they are, their codes, and whether opened records are
//! those that were sealed.

use mizan::store::{parse, record_hash};
use serde_json::{Value, json as value};

use crate::common::Call;
use crate::{entry, json, kinds, scenario};

const NONCE: &str = "00112233445566778899aabbccddeeff";

/// What a team weighed and scored, with evidence that no seal is over.
const RECORD: &str = r#"weights: {"c": 3, "d": 1.5}, reasons: {"c": "Since"},
    scores: {"x": {"c": (score: 2, evidence: [(source: "s", says: "So")])}}, gut_ranking: ["x"],"#;

const GROUND: &str = r#"sources: {"s": (title: "S")},
    criteria: [(id: "c", name: "C"), (id: "d", name: "D")], options: [(id: "x", name: "X")],
    scores: {"x": {"c": (score: 1), "d": (score: 1)}},"#;

/// A seal with this hash, opened or not.
fn seal(sha256: &str, opened: &str) -> String {
    format!(r#"seal: (at: "2025-09-01T10:00:00Z", nonce: "{NONCE}", sha256: "{sha256}", {opened})"#)
}

const OPENED: &str = r#"opened: "2025-09-01T11:00:00Z""#;

/// The hash of the record.
fn hash() -> String {
    let text = scenario(&format!(r#"{GROUND} teams: [(id: "t", name: "T", {RECORD})],"#));
    let scenario = parse(text.as_bytes()).map_err(|found| found.faults).unwrap().scenario;
    let team = scenario.open_teams().next().unwrap();
    record_hash(&scenario, team, NONCE)
}

/// As a closed round keeps it.
fn without_evidence(record: &str) -> String {
    let (before, rest) = record.split_once(", evidence: [").unwrap();
    before.to_owned() + rest.split_once(']').unwrap().1
}

/// A document with a sealed team, one without a seal, an opened one with this record, and the same
/// in a closed round.
fn document(record: &str) -> String {
    let team = |id: &str, record: &str, seal: &str| {
        format!(r#"(id: "{id}", name: "Team {id}", {record} {seal}),"#)
    };
    let opened = team("opened", record, &seal(&hash(), OPENED));
    let round = team("opened", &without_evidence(record), &seal(&hash(), OPENED));
    scenario(&format!(
        "{GROUND}\nteams: [\n{}\n{}\n{opened}\n],\nrounds: [(
name: \"First\", closed: \"2025-09-01T12:00:00Z\",
criteria: [(id: \"c\", name: \"C\"), (id: \"d\", name: \"D\")], options: [(id: \"x\", name: \"X\")],
teams: [\n{round}\n],
)],",
        team("shut", RECORD, &seal(&"0f".repeat(32), "")),
        team("plain", RECORD, ""),
    ))
}

fn checked(text: &str) -> Value {
    json(["check", "s.ron"], text)
}

/// The code of the hash, worked out bit by bit.
fn code() -> String {
    let bits: String =
        hash().chars().take(20).map(|c| format!("{:04b}", c.to_digit(16).unwrap())).collect();
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".as_bytes();
    let letters: Vec<char> = (0..16)
        .map(|place| usize::from_str_radix(&bits[5 * place..5 * place + 5], 2).unwrap())
        .map(|five| char::from(digits[five]))
        .collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join("-")
}

#[test]
fn seals_are_told_in_document_order_with_their_codes() {
    let told = checked(&document(RECORD));
    let expected = value!([
        {"team": "shut", "code": "1W7G-Y3RF-1W7G-Y3RF", "opened": false, "holds": null},
        {"team": "opened", "code": code(), "opened": true, "holds": true},
    ]);
    assert_eq!(told["seals"], expected);
    assert!(!kinds(&told).contains(&"seal-broken"), "{told}");
    assert_eq!(checked(&scenario(GROUND))["seals"], value!([]));
}

#[test]
fn an_opened_record_that_was_changed_is_told_where_it_stands_in_rounds_too() {
    for (from, to) in [
        ("\"c\": 3", "\"c\": 3.0000001"),
        ("\"Since\"", "\"since\""),
        ("score: 2", "score: 2, grade: B2"),
        ("gut_ranking: [\"x\"],", ""),
    ] {
        let text = document(&RECORD.replace(from, to));
        let told = checked(&text);
        assert_eq!(entry(&told["seals"], "team", "opened")["holds"], false, "{to}");
        let broken: Vec<&Value> = told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["kind"] == "seal-broken")
            .collect();
        let paths: Vec<&str> = broken.iter().map(|found| found["path"].as_str().unwrap()).collect();
        assert_eq!(
            paths,
            [r#"teams."opened".seal"#, r#"rounds."First".teams."opened".seal"#],
            "{to}"
        );
        let of_round = 1 + text.lines().position(|line| line.contains("name: \"First\"")).unwrap();
        assert!(broken[0]["line"].as_u64().unwrap() < of_round as u64);
        assert!(broken[1]["line"].as_u64().unwrap() > of_round as u64);
    }
}

#[test]
fn evidence_name_and_order_of_a_record_break_no_seal() {
    let other = RECORD
        .replace("(source: \"s\", says: \"So\")", "(source: \"s\", at: \"Page 2\")")
        .replace(r#""c": 3, "d": 1.5"#, r#""d": 1.5, "c": 3.0"#);
    assert_ne!(other, RECORD);
    let text = document(&other).replace("name: \"Team opened\"", "name: \"Another\", mark: 7");
    assert_eq!(entry(&checked(&text)["seals"], "team", "opened")["holds"], true);
}

#[test]
fn a_table_says_a_line_a_seal() {
    let said = |record: &str| {
        let call = Call::new(["check", "s.ron"]).file("s.ron", document(record));
        call.run().expect(0).stdout
    };
    let (sound, broken) = (said(RECORD), said(&RECORD.replace("\"c\": 3", "\"c\": 4")));
    let of = |told: &str, team: &str| {
        let mut lines = told.lines().filter(|line| line.starts_with(&format!("s.ron: {team}: ")));
        let line = lines.next().unwrap_or_else(|| panic!("no {team} in {told}")).to_owned();
        assert_eq!(lines.next(), None);
        line
    };
    let shut = of(&sound, "Team shut");
    assert!(shut.contains("sealed") && shut.contains("1W7G-Y3RF-1W7G-Y3RF"), "{shut}");
    let [held, changed] = [&sound, &broken].map(|told| of(told, "Team opened"));
    assert!(held.contains(&code()) && held.contains("is the one that was sealed"), "{held}");
    assert!(changed.contains(&code()) && changed.contains("isn't the one"), "{changed}");
    assert!(!sound.contains("Team plain:"), "{sound}");
}

#[test]
fn a_file_with_errors_has_no_seals() {
    let told = Call::new(["check", "s.ron", "--format", "json"])
        .file("s.ron", document(RECORD).replace("title", "titel"))
        .run()
        .expect(1)
        .json_lines();
    assert_eq!(told[0]["seals"], value!([]));
}

#[test]
fn a_team_that_weighed_after_totals_were_shown_is_told() {
    let text = |weighed: &str| {
        scenario(&format!(
            r#"{GROUND} workshop: (began: "2025-09-01T08:00:00Z", shown: "2025-09-01T12:00:00+03:00"),
            teams: [(id: "t", name: "T", weights: {{"c": 1, "d": 1}}, weighed: "{weighed}")],"#
        ))
    };
    let told = checked(&text("2025-09-01T09:00:01Z"));
    let found = entry(&told["findings"], "kind", "weighed-knowing");
    assert_eq!(found["path"], r#"teams."t""#);
    assert!(found["message"].as_str().unwrap().contains("weights from T"), "{found}");
    assert!(!kinds(&checked(&text("2025-09-01T09:00:00Z"))).contains(&"weighed-knowing"));
}
