//! A decision with a sealed team of each way of weighing among open ones, and what the seals may
//! hide.

use mizan::model::Scenario;
use mizan::store;

/// What lies behind the seals. Nothing else differs between the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Numbers, words and orders that are told from all others: [`TELLING`].
    Telling,
    /// Others of the same length, so that every line of the file has the same number.
    Alike,
    /// Other ways of weighing, fewer scores, and one record with nothing in it.
    Unlike,
}

/// What tells: as it stands behind the seals, and what stands there instead where it is
/// [`Behind::Alike`].
pub const TELLING: &[(&str, &str)] = &[
    ("73.19", "26.42"),
    ("87.53", "36.91"),
    ("7.31", "3.46"),
    ("6.57", "4.82"),
    ("8.29", "5.73"),
    ("9.875", "1.125"),
    ("68.375", "41.625"),
    ("62.625", "33.375"),
    ("77.625", "52.875"),
    ("5418.25", "1207.75"),
    ("431.75", "196.25"),
    ("12.625", "21.375"),
    ("93.375", "84.625"),
    ("ZANZIBAR", "CARTHAGE"),
    ("QUAGGA", "JERBOA"),
    ("OKAPI", "BONGO"),
    ("TAPIR", "CAMEL"),
    ("2025-08-13T17:41:00Z", "2025-07-02T06:19:00Z"),
    (r#"["loft", "hall", "barn"]"#, r#"["barn", "loft", "hall"]"#),
    (r#"[["money"], ["reach", "place"]]"#, r#"[["reach"], ["place", "money"]]"#),
];

/// The sealed teams, by id and name.
pub const SEALED: [(&str, &str); 5] = [
    ("finance", "The Treasury"),
    ("swingers", "Estates"),
    ("orderers", "The Board"),
    ("pairers", "Visitors"),
    ("extremes", "Caretakers"),
];

/// How the sealed teams weigh.
const JUDGEMENTS: [&str; 5] = [
    r#"weights: {"place": 73.19, "money": 31, "reach": 17, "light": 1, "quiet": 4},
       weighed_ranges: {"reach": (12.625, 93.375)}, weighed: "2025-08-13T17:41:00Z","#,
    r#"elicitation: Swing([("place", 100), ("money", 87.53), ("reach", 40), ("rent", 73.19)]),"#,
    r#"elicitation: Ranking(RankSum, [["money"], ["reach", "place"]]),"#,
    r#"elicitation: Pairwise([("place", "money", 7.31), ("place", "reach", 8.29), ("money", "reach", 2)]),"#,
    r#"elicitation: BestWorst("place", "reach", [("money", 6.57), ("reach", 8.29)], [("place", 8.29), ("money", 2)]),"#,
];

/// What each of them wrote and scored.
const SCORED: &str = r#"
    reasons: {"place": "Since ZANZIBAR", "rent": "TAPIR"},
    scores: {
        "hall": {"rent": (
            score: 68.375, low: 62.625, high: 77.625, reason: "Because of ZANZIBAR",
            evidence: [(source: "survey", at: "QUAGGA", says: "OKAPI")], grade: B2,
        )},
        "barn": {"light": (score: 9.875, otherwise: {"calm": (score: 8.125, low: 7.625, reason: "As ZANZIBAR")})},
        "loft": {"quiet": (score: 431.75), "fees": (score: 5418.25), "reach": (score: 93.375)},
    },
    gut_ranking: ["loft", "hall", "barn"],"#;

const SEAL: &str = r#"seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f")"#;

/// The document with a place for each sealed record; `fees` has no base score, and `later` no
/// criterion.
const DOCUMENT: &str = r#"(
format: 1,
title: "Where to meet",
question: "Which room is taken?",
decision_maker: "The office",
notes: "Ask again in May.",
sources: {
    "survey": (title: "Survey of rooms", authors: ["A. Surveyor"], date: "2025-05"),
    "ledger": (title: "The ledger"),
},
groups: [
    (id: "place", name: "Place"),
    (id: "money", name: "Money"),
    (id: "later", name: "Later"),
],
criteria: [
    (id: "light", name: "Light", group: "place", labels: [(0, "Dark"), (10, "Bright")]),
    (id: "quiet", name: "Quiet", group: "place", range: Observed),
    (id: "rent", name: "Rent", group: "money", goal: Minimize, range: Fixed(0, 100), must_have: AtMost(95)),
    (id: "fees", name: "Fees", group: "money", goal: Minimize, range: Observed),
    (id: "reach", name: "Reach", range: Fixed(0, 100), value: Piecewise([(0, 0), (40, 0.8), (100, 1)])),
],
options: [
    (id: "hall", name: "The old hall", short: "Hall"),
    (id: "barn", name: "Barn"),
    (id: "loft", name: "Loft", note: "Under the roof."),
],
assumptions: [
    (id: "dry", name: "It stays dry"),
    (id: "calm", name: "The street is calm", holds: false),
],
scores: {
    "hall": {"light": (score: 3, otherwise: {"dry": (score: 2)}), "quiet": (score: 2), "rent": (score: 20), "reach": (score: 30)},
    "barn": {"light": (score: 5, low: 4, high: 6), "quiet": (score: 6), "rent": (
        score: 45, evidence: [(source: "ledger", at: "Page 2", says: "Dear in winter.")], grade: D4,
    )},
    "loft": {"light": (score: 8), "quiet": (score: 3), "rent": (score: 80), "reach": (score: 55)},
},
teams: [
    (id: "hosts", name: "Hosts", weights: {"place": 3, "money": 2, "reach": 1}),
    (id: "finance", name: "The Treasury", RECORD0 SEAL),
    (id: "swingers", name: "Estates", RECORD1 SEAL),
    (
        id: "guests", name: "Guests", elicitation: Swing([("place", 100), ("money", 50), ("reach", 25)]),
        scores: {"hall": {"fees": (score: 4)}, "barn": {"fees": (score: 9), "light": (score: 2)}},
    ),
    (id: "orderers", name: "The Board", RECORD2 SEAL),
    (id: "pairers", name: "Visitors", RECORD3 SEAL),
    (id: "extremes", name: "Caretakers", RECORD4 SEAL),
    (id: "late", name: "Latecomers"),
],
rounds: [(
    name: "First", closed: "2025-06-01T10:00:00Z",
    criteria: [(id: "light", name: "Light"), (id: "rent", name: "Rent", range: Fixed(0, 100))],
    options: [(id: "hall", name: "The old hall"), (id: "barn", name: "Barn")],
    scores: {"hall": {"light": (score: 3)}},
    teams: [(
        id: "finance", name: "The Treasury", weights: {"light": 73.19, "rent": 1},
        scores: {"hall": {"rent": (score: 68.375, reason: "ZANZIBAR")}}, SEAL,
    )],
)],
decision: (
    option: "hall", by: "The office", reasons: "It was free.",
    positions: {"finance": (stance: For, reason: "It is ours.")},
),
ballot: (of: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", round: "First"),
)"#;

/// The document with this behind its seals.
pub fn document(behind: Behind) -> Scenario {
    let record = |team: usize| match (behind, team) {
        (Behind::Telling | Behind::Alike, _) => JUDGEMENTS[team].to_owned() + SCORED,
        (Behind::Unlike, 0) => String::new(),
        (Behind::Unlike, _) => JUDGEMENTS[team - 1].to_owned(),
    };
    let filled = (0..SEALED.len())
        .fold(DOCUMENT.to_owned(), |text, team| {
            text.replace(&format!("RECORD{team}"), &record(team))
        })
        .replace("SEAL", SEAL);
    let text = if behind == Behind::Telling { filled } else { otherwise(&filled) };
    store::parse(text.as_bytes()).map_err(|found| found.faults).unwrap().scenario
}

/// A text with other things of the same length in place of what tells.
pub fn otherwise(text: &str) -> String {
    TELLING.iter().fold(text.to_owned(), |text, (telling, alike)| {
        assert_eq!(telling.len(), alike.len());
        text.replace(telling, alike)
    })
}
