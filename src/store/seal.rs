//! Seals: the hash over a team's record that a blind round leaves, the code of it that the team
//! notes on paper, and whether an opened record is still the one that was sealed. And the hash by
//! which a ballot knows what it was handed out for.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::canonical;
use super::print::hex;
use super::to_v1::{self, Order};
use super::v1;
use super::v1_parts::Map as FileMap;
use crate::model::{
    Finding, FindingKind, OpenTeam, OpenedSeal, Path, Scenario, Seal, Team, TeamId,
};

/// A team's seal and what is known of what it closes or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamSeal {
    pub team: TeamId,
    /// What the team noted on paper.
    pub code: String,
    pub state: SealState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealState {
    /// Nobody knows yet.
    Sealed,
    /// Opened, and the record is the one that was sealed.
    Holds,
    /// Opened, and it isn't.
    Broken,
}

/// The fields of a team that its seal is over, beside the nonce.
const SEALED: [&str; 6] =
    ["elicitation", "weights", "weighed_ranges", "reasons", "scores", "gut_ranking"];

/// What of a scenario is counted with, and what in its groups and criteria is told alone.
const COUNTED: [&str; 5] = ["groups", "criteria", "options", "assumptions", "scores"];
const TOLD: [&str; 6] = ["name", "short", "note", "hue", "unit", "labels"];

/// The seals of a document's teams, in document order.
pub fn seals(scenario: &Scenario) -> Vec<TeamSeal> {
    let order = Order::of(scenario);
    scenario.teams.iter().filter_map(|team| seal_of(team, &order)).collect()
}

/// The opened records that aren't those that were sealed, in the document and in its closed rounds.
pub fn broken_seals(scenario: &Scenario) -> Vec<Finding> {
    let rounds = scenario.rounds.iter().map(|round| {
        (Path::field("rounds").key(&round.name), Order::of_round(round), &round.teams)
    });
    let document = (Path::default(), Order::of(scenario), &scenario.teams);
    let broken = std::iter::once(document).chain(rounds).flat_map(|(base, order, teams)| {
        let seals = teams.iter().filter_map(move |team| seal_of(team, &order));
        let broken = seals.filter(|seal| seal.state == SealState::Broken);
        broken.map(move |TeamSeal { team, .. }| Finding {
            path: Some(base.then("teams").key(team.as_str()).then("seal")),
            kind: FindingKind::SealBroken(team),
        })
    });
    broken.collect()
}

/// What a seal with this nonce holds of a team's record as it is: SHA-256 over its canonical JSON
/// (FORMAT.md), 64 hexadecimal digits.
pub fn record_hash(scenario: &Scenario, team: OpenTeam, nonce: &str) -> String {
    hash_of(team, &Order::of(scenario), nonce)
}

/// What a ballot of a scenario says that it is of (FORMAT.md's `Ballot`): SHA-256 over the
/// canonical JSON of what is counted with, 64 hexadecimal digits.
pub fn ballot_hash(scenario: &Scenario) -> String {
    let Scenario { groups, criteria, options, assumptions, scores, .. } = scenario.clone();
    let counted = Scenario { groups, criteria, options, assumptions, scores, ..Scenario::new("") };
    let mut mirror = to_v1::scenario(&counted);
    for cell in cells(&mut mirror.scores) {
        cell.evidence.clear();
        cell.reason.clear();
    }
    let mut fields = object(canonical::value(&mirror));
    fields.retain(|field, _| COUNTED.contains(&field.as_str()));
    for list in ["groups", "criteria"] {
        retain(&mut fields, list, |field| !TOLD.contains(&field));
    }
    retain(&mut fields, "options", |field| field == "id");
    retain(&mut fields, "assumptions", |field| ["id", "holds"].contains(&field));
    sha256(&Value::Object(fields))
}

/// Leaves nothing but some fields of each thing of a list.
fn retain(fields: &mut Map<String, Value>, list: &str, is_kept: impl Fn(&str) -> bool) {
    let things = fields.get_mut(list).and_then(Value::as_array_mut);
    for thing in things.into_iter().flatten().filter_map(Value::as_object_mut) {
        thing.retain(|field, _| is_kept(field));
    }
}

fn seal_of(team: &Team, order: &Order) -> Option<TeamSeal> {
    let told =
        |seal: &Seal, state| TeamSeal { team: team.id.clone(), code: code(&seal.sha256), state };
    if let Some(seal) = team.seal() {
        return Some(told(seal, SealState::Sealed));
    }
    let open = team.as_open()?;
    let OpenedSeal { seal, .. } = open.judged().seal.as_ref()?;
    let holds = hash_of(open, order, &seal.nonce) == seal.sha256;
    Some(told(seal, if holds { SealState::Holds } else { SealState::Broken }))
}

fn hash_of(team: OpenTeam, order: &Order, nonce: &str) -> String {
    let mut mirror = to_v1::team(team.team(), order);
    for cell in cells(&mut mirror.scores) {
        cell.evidence.clear();
    }
    let mut fields = object(canonical::value(&mirror));
    fields.retain(|field, _| SEALED.contains(&field.as_str()));
    fields.insert("nonce".to_owned(), Value::from(nonce));
    sha256(&Value::Object(fields))
}

fn cells(scores: &mut FileMap<FileMap<v1::Score>>) -> impl Iterator<Item = &mut v1::Score> {
    scores.0.values_mut().flat_map(|row| row.0.values_mut())
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn sha256(value: &Value) -> String {
    hex(&Sha256::digest(canonical::text(value)))
}

/// The first 80 bits of a hash in Crockford's base 32, the most significant first, in four groups
/// of four.
fn code(sha256: &str) -> String {
    const DIGITS: [char; 32] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H',
        'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let hexadecimal = sha256.chars().take(20).filter_map(|digit| digit.to_digit(16));
    let bits = hexadecimal.fold(0_u128, |bits, digit| (bits << 4) | u128::from(digit));
    let digit = |place: u32| {
        let five = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
        DIGITS.get(five).copied().unwrap_or('0')
    };
    let group = |nth: u32| (0..4).map(|place| digit(15 - 4 * nth - place)).collect::<String>();
    (0..4).map(group).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn a_code_is_the_first_80_bits_in_letters_that_nobody_confuses() {
        assert_eq!(code(&format!("b9ab2f8aa5ad4f10d5b0{}", "7".repeat(44))), "Q6NJ-Z2N5-NN7H-1NDG");
        assert_eq!(code(&"0".repeat(64)), "0000-0000-0000-0000");
        assert_eq!(code(&"f".repeat(64)), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    }

    const DOCUMENT: &str = r#"(format: 1, title: "T",
        groups: [(id: "g", name: "G")],
        criteria: [
            (id: "b", name: "B", group: "g", goal: Minimize, range: Fixed(0, 5.5), unit: "USD"),
            (id: "a", name: "A", value: Piecewise([(0, 0), (10, 1)]), must_have: AtLeast(1)),
        ],
        options: [(id: "y", name: "Y"), (id: "x", name: "X")],
        assumptions: [(id: "p", name: "P"), (id: "q", name: "Q", holds: false)],
        sources: {"s": (title: "S")},
        scores: {"x": {"b": (
            score: 5.0, low: 0.000001, reason: "R", evidence: [(source: "s")], grade: B2,
            otherwise: {"q": (score: 1, reason: "Less")},
        )}},
        teams: [(id: "t", name: "Team", mark: 3,
            elicitation: Swing([("g", 100), ("a", 62.5)]),
            weighed_ranges: {"b": (5.5, 0)}, weighed: "2025-09-01T10:00:00Z",
            reasons: {"g": "Say \"why\""},
            scores: {"y": {"a": (score: 3, evidence: [(source: "s")], grade: C3)}},
            gut_ranking: ["x", "y"],
        )],
    )"#;

    fn document() -> Scenario {
        parse(DOCUMENT.as_bytes()).map_err(|found| found.faults).unwrap().scenario
    }

    fn hash_of_text(text: &str) -> String {
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Written down by hand from FORMAT.md.
    #[test]
    fn a_record_is_hashed_as_the_format_says() {
        let written = r#"{"elicitation":{"Swing":[[["g",100],["a",62.5]]]},"gut_ranking":["x","y"],"nonce":"00ff","reasons":{"g":"Say \"why\""},"scores":{"y":{"a":{"grade":"C3","score":3}}},"weighed_ranges":{"b":[5.5,0]}}"#;
        let scenario = document();
        let team = scenario.open_teams().next().unwrap();
        assert_eq!(record_hash(&scenario, team, "00ff"), hash_of_text(written));
    }

    #[test]
    fn a_ballot_is_of_what_is_counted_with() {
        let written = r#"{"assumptions":[{"id":"p"},{"holds":false,"id":"q"}],"criteria":[{"goal":"Minimize","group":"g","id":"b","range":{"Fixed":[0,5.5]}},{"id":"a","must_have":{"AtLeast":[1]},"value":{"Piecewise":[[[0,0],[10,1]]]}}],"groups":[{"id":"g"}],"options":[{"id":"y"},{"id":"x"}],"scores":{"x":{"b":{"grade":"B2","low":0.000001,"otherwise":{"q":{"reason":"Less","score":1}},"score":5}}}}"#;
        assert_eq!(ballot_hash(&document()), hash_of_text(written));
        let told = DOCUMENT.replace("\"USD\"", "\"IQD\"").replace("reason: \"R\",", "");
        let told = parse(told.as_bytes()).unwrap().scenario;
        assert_eq!(ballot_hash(&told), ballot_hash(&document()));
        let counted = DOCUMENT.replace("5.5)", "5.6)");
        let counted = parse(counted.as_bytes()).unwrap().scenario;
        assert_ne!(ballot_hash(&counted), ballot_hash(&document()));
    }
}
