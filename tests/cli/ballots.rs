//! `mizan ballot` and `mizan merge`: files handed out and handed in again.

use mizan::model::Scenario;
use mizan::store;

use crate::common::{Call, Outcome};
use crate::scenario;

/// Four teams that haven't weighed, a facilitator's notes and a closed round.
fn base() -> String {
    scenario(
        r#"notes: "between us",
        marking: "For official use only",
        criteria: [(id: "a", name: "Alpha"), (id: "b", name: "Beta")],
        options: [(id: "x", name: "Xenon"), (id: "y", name: "Yttrium")],
        scores: {"x": {"a": (score: 10), "b": (score: 0)}, "y": {"a": (score: 0), "b": (score: 10)}},
        teams: [
            (id: "finance", name: "Finance"), (id: "erbil", name: "Erbil"),
            (id: "baghdad", name: "Baghdad"), (id: "guests", name: "Guests"),
        ],
        rounds: [(name: "First", closed: "2026-11-28T09:00:00Z", criteria: [(id: "a", name: "Alpha")], options: [(id: "x", name: "Xenon")], teams: [(id: "erbil", name: "Erbil", weights: {"a": 7})])],"#,
    )
}

fn parsed(bytes: &[u8]) -> Scenario {
    store::parse(bytes).map_err(|found| found.faults).unwrap().scenario
}

/// The files that are handed out, by team.
fn handed_out(text: &str) -> Vec<(String, String)> {
    let out = Call::new(["ballot", "s.ron", "--team", "all", "-o", "out"]).file("s.ron", text);
    let out = out.run().expect(0);
    let teams = ["finance", "erbil", "baghdad", "guests"];
    teams
        .into_iter()
        .filter_map(|team| {
            let bytes = out.bytes(&format!("out/{team}.mizan.ron"))?;
            Some((team.to_owned(), String::from_utf8(bytes).unwrap()))
        })
        .collect()
}

/// A ballot with these weights, given at an hour.
fn weighed(ballot: &str, (a, b): (u8, u8), hour: u8) -> String {
    let given = format!(
        "mark: {}, weights: {{\"a\": {a}, \"b\": {b}}}, weighed: \"2026-11-28T{hour:02}:00:00Z\",",
        parsed(ballot.as_bytes()).teams[0].mark.number()
    );
    let mark = format!("mark: {},", parsed(ballot.as_bytes()).teams[0].mark.number());
    assert!(ballot.contains(&mark), "{ballot}");
    ballot.replacen(&mark, &given, 1)
}

fn merge(words: &[&str], files: &[(&str, &str)]) -> Outcome {
    let call = Call::new(["merge"].iter().chain(words).copied());
    files.iter().fold(call, |call, (name, text)| call.file(name, text)).run()
}

#[test]
fn a_ballot_holds_one_team_and_nothing_of_the_facilitators() {
    let ballots = handed_out(&base());
    assert_eq!(ballots.len(), 4);
    for (team, text) in &ballots {
        let (ballot, whole) = (parsed(text.as_bytes()), parsed(base().as_bytes()));
        assert_eq!(ballot.teams.len(), 1);
        assert_eq!(ballot.teams[0].id.as_str(), team);
        assert_eq!((&ballot.notes, ballot.rounds.len()), (&String::new(), 0));
        assert_eq!(ballot.marking, whole.marking);
        let asked = ballot.ballot.unwrap();
        assert_eq!((asked.of, asked.round.as_str()), (store::ballot_hash(&whole), "Round 2"));
        assert!(!text.contains("between us"));
    }
    let named = Call::new(["ballot", "s.ron", "--team", "erbil", "-o", "o", "--round", "Late"]);
    let named = named.file("s.ron", base()).run().expect(0);
    let ballot = parsed(&named.bytes("o/erbil.mizan.ron").unwrap());
    assert_eq!(ballot.ballot.unwrap().round, "Late");
    assert!(named.bytes("o/guests.mizan.ron").is_none());
}

#[test]
fn what_is_there_is_not_overwritten_and_a_sealed_team_is_left_out() {
    let sealed = base().replace(
        r#"(id: "guests", name: "Guests")"#,
        r#"(id: "guests", name: "Guests", weights: {"a": 87, "b": 1}, seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000"))"#,
    );
    let all = Call::new(["ballot", "s.ron", "--team", "all", "-o", "o"]).file("s.ron", &sealed);
    let all = all.run().expect(0);
    assert!(all.stderr.contains("`guests` is sealed, and was left out"), "{}", all.stderr);
    assert!(all.bytes("o/guests.mizan.ron").is_none());
    for team in ["finance", "erbil", "baghdad"] {
        let ballot = all.bytes(&format!("o/{team}.mizan.ron")).unwrap();
        assert!(!String::from_utf8(ballot).unwrap().contains("\"a\": 87"), "{team}");
    }
    let one = Call::new(["ballot", "s.ron", "--team", "guests", "-o", "o"]).file("s.ron", &sealed);
    assert!(one.run().expect(1).stderr.contains("sealed"));
    let none = Call::new(["ballot", "s.ron", "--team", "gests", "-o", "o"]).file("s.ron", &sealed);
    assert!(none.run().expect(2).stderr.contains("did you mean `guests`"));
    let there = |force: &[&str]| {
        let words = ["ballot", "s.ron", "--team", "all", "-o", "o"];
        let call = Call::new(words.iter().chain(force).copied()).file("s.ron", base());
        call.prepared(|folder| {
            std::fs::create_dir(folder.join("o")).unwrap();
            std::fs::write(folder.join("o/guests.mizan.ron"), "mine").unwrap();
        })
        .run()
    };
    let refused = there(&[]).expect(1);
    assert_eq!(refused.bytes("o/guests.mizan.ron").unwrap(), b"mine");
    assert!(refused.bytes("o/finance.mizan.ron").is_none(), "none is written where one is there");
    let forced = there(&["--force"]).expect(0);
    assert_ne!(forced.bytes("o/guests.mizan.ron").unwrap(), b"mine");
}

/// Every order of four.
fn orders() -> Vec<[usize; 4]> {
    let all = (0..256).map(|code: usize| [code / 64, code / 16 % 4, code / 4 % 4, code % 4]);
    all.filter(|order| (0..4).all(|place| order.contains(&place))).collect()
}

#[test]
fn four_ballots_come_to_the_same_bytes_in_any_order() {
    let ballots = handed_out(&base());
    let weights = [(3, 1), (1, 4), (2, 2), (9, 1)];
    let texts: Vec<(String, String)> = ballots
        .iter()
        .zip(weights)
        .map(|((team, text), weights)| (format!("{team}.ron"), weighed(text, weights, 10)))
        .collect();
    let mut merged = Vec::new();
    assert_eq!(orders().len(), 24);
    for order in orders() {
        let names = order.map(|place| texts[place].0.as_str());
        let words: Vec<&str> =
            ["base.ron"].into_iter().chain(names).chain(["-o", "all.ron"]).collect();
        let whole = base();
        let mut files = vec![("base.ron", whole.as_str())];
        files.extend(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let run = merge(&words, &files).expect(0);
        merged.push(run.bytes("all.ron").unwrap());
    }
    assert!(merged.iter().all(|bytes| *bytes == merged[0]));
    let scenario = parsed(&merged[0]);
    let ids: Vec<&str> = scenario.teams.iter().map(|team| team.id.as_str()).collect();
    assert_eq!(ids, ["finance", "erbil", "baghdad", "guests"], "they stay in their places");
    assert!(scenario.teams.iter().all(|team| team.opened().unwrap().judgement.is_begun()));
    assert_eq!((scenario.notes.as_str(), scenario.rounds.len()), ("between us", 1));
    assert!(scenario.ballot.is_none());
}

#[test]
fn new_teams_follow_by_id_and_bring_the_sources_they_cite() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let added = |id: &str| {
        let own = format!(
            "mark: 5, weights: {{\"a\": 1, \"b\": 2}}, scores: {{\"x\": {{\"a\": (score: 3, evidence: [(source: \"seen\")])}}}}, id: \"{id}\","
        );
        let text = ballot.replace("id: \"erbil\",", "").replacen("mark: 2,", &own, 1);
        text.replacen(
            "criteria: [",
            "sources: {\"seen\": (title: \"Seen\"), \"unused\": (title: \"No\")},\n    criteria: [",
            1,
        )
    };
    let (zulu, alpha, whole) = (added("zulu"), added("alpha"), base());
    let files = [("base.ron", whole.as_str()), ("z.ron", &zulu), ("a.ron", &alpha)];
    let run = merge(&["base.ron", "z.ron", "a.ron", "-o", "all.ron"], &files).expect(0);
    let scenario = parsed(&run.bytes("all.ron").unwrap());
    let ids: Vec<&str> = scenario.teams.iter().map(|team| team.id.as_str()).collect();
    assert_eq!(ids, ["finance", "erbil", "baghdad", "guests", "alpha", "zulu"]);
    let sources: Vec<&str> = scenario.sources.keys().map(mizan::model::SourceId::as_str).collect();
    assert_eq!(sources, ["seen"], "what nobody cites stays");
}

#[test]
fn ballots_of_one_team_that_differ_are_a_conflict_until_somebody_says_which() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let (early, late, whole) = (weighed(&ballot, (3, 1), 10), weighed(&ballot, (1, 3), 11), base());
    let files = [("base.ron", whole.as_str()), ("one.ron", &early), ("two.ron", &late)];
    let words = ["base.ron", "two.ron", "one.ron", "-o", "all.ron"];
    let refused = merge(&words, &files).expect(1);
    assert!(
        refused.stderr.contains("`erbil` was handed in by two.ron and one.ron"),
        "{}",
        refused.stderr
    );
    assert!(refused.bytes("all.ron").is_none(), "nothing is written");
    let with = |how: &str| {
        let words: Vec<&str> = words.into_iter().chain(["--on-conflict", how]).collect();
        parsed(&merge(&words, &files).expect(0).bytes("all.ron").unwrap())
    };
    let first = |scenario: &Scenario, team: usize| {
        let judged = scenario.teams[team].opened().unwrap();
        judged.judgement.weight_of(&scenario.criteria[0].id)
    };
    assert_eq!(first(&with("newest"), 1), Some(1.0));
    let both = with("both");
    let ids: Vec<&str> = both.teams.iter().map(|team| team.id.as_str()).collect();
    assert_eq!(ids, ["finance", "erbil", "baghdad", "guests", "erbil-2"]);
    assert_eq!((first(&both, 1), first(&both, 4)), (Some(3.0), Some(1.0)), "by when they weighed");
    // The same ballot twice is none.
    let twice = [("base.ron", whole.as_str()), ("one.ron", &early), ("two.ron", &early)];
    merge(&words, &twice).expect(0);
}

#[test]
fn a_base_whose_team_weighed_later_is_a_conflict() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let ballot = weighed(&ballot, (3, 1), 10);
    let later = base().replace(
        r#"(id: "erbil", name: "Erbil"),"#,
        r#"(id: "erbil", name: "Erbil", weights: {"a": 5, "b": 5}, weighed: "2026-11-28T12:00:00Z"),"#,
    );
    let files = [("base.ron", later.as_str()), ("one.ron", &ballot)];
    let words = ["base.ron", "one.ron", "-o", "all.ron"];
    let refused = merge(&words, &files).expect(1);
    assert!(refused.stderr.contains("weighed later in the base"), "{}", refused.stderr);
    let newest =
        merge(&["base.ron", "one.ron", "-o", "all.ron", "--on-conflict", "newest"], &files);
    let scenario = parsed(&newest.expect(0).bytes("all.ron").unwrap());
    let judged = scenario.teams[1].opened().unwrap();
    assert_eq!(judged.judgement.weight_of(&scenario.criteria[0].id), Some(5.0));
}

#[test]
fn a_ballot_of_another_base_says_what_differs_and_comes_in_only_when_asked() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let ballot = weighed(&ballot, (3, 1), 10);
    let other = base()
        .replace(r#""x": {"a": (score: 10)"#, r#""x": {"a": (score: 9)"#)
        .replace(r#"(id: "b", name: "Beta")"#, r#"(id: "c", name: "Gamma")"#)
        .replace(r#""b": (score"#, r#""c": (score"#);
    let files = [("base.ron", other.as_str()), ("one.ron", &ballot)];
    let refused = merge(&["base.ron", "one.ron", "-o", "all.ron"], &files).expect(1);
    for told in ["another base", "Beta", "Gamma", "9", "10", "--other-base weights"] {
        assert!(refused.stderr.contains(told), "{told}: {}", refused.stderr);
    }
    assert!(refused.bytes("all.ron").is_none());
    let words = ["base.ron", "one.ron", "-o", "all.ron", "--other-base", "weights"];
    let scenario = parsed(&merge(&words, &files).expect(0).bytes("all.ron").unwrap());
    let judged = scenario.teams[1].opened().unwrap();
    assert_eq!(judged.judgement.weight_of(&scenario.criteria[0].id), Some(3.0));
    assert_eq!(scenario.criteria.len(), 2, "the base stays as it is");
}

#[test]
fn a_sealed_record_comes_in_as_it_was_sealed_and_nothing_of_it_is_said() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let seal = "seal: (at: \"2026-11-28T10:30:00Z\", nonce: \"000102030405060708090a0b0c0d0e0f\", sha256: \"b9ab2f8aa5ad4f10d5b0000000000000000000000000000000000000000000aa\"),";
    let ballot = weighed(&ballot, (87, 13), 10);
    let ballot = ballot.replacen("weighed:", &format!("{seal} weighed:"), 1);
    let whole = base();
    let files = [("base.ron", whole.as_str()), ("one.ron", &ballot)];
    let run = merge(&["base.ron", "one.ron", "-o", "all.ron"], &files).expect(0);
    assert!(!run.stderr.contains("87") && !run.stdout.contains("87"));
    let (merged, own) = (parsed(&run.bytes("all.ron").unwrap()), parsed(ballot.as_bytes()));
    assert_eq!(merged.teams[1], own.teams[0]);
    assert!(merged.teams[1].opened().is_none());
    assert_eq!(
        store::seals(&merged)[0].code,
        "Q6NJ-Z2N5-NN7H-1NDG".split('-').take(4).collect::<Vec<_>>().join("-")
    );
}

#[test]
fn who_weighed_after_totals_were_shown_to_it_is_named() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let shown = weighed(&ballot, (3, 1), 10).replacen(
        "ballot:",
        "workshop: (began: \"2026-11-28T08:00:00Z\", shown: \"2026-11-28T09:00:00Z\"),\n    ballot:",
        1,
    );
    let whole = base();
    let files = [("base.ron", whole.as_str()), ("one.ron", &shown)];
    let run = merge(&["base.ron", "one.ron", "-o", "all.ron"], &files).expect(0);
    assert!(run.stderr.contains("`erbil` weighed knowing totals"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_there_stays_and_one_without_a_team_is_no_ballot() {
    let (_, ballot) = handed_out(&base()).remove(1);
    let whole = base();
    let files = [("base.ron", whole.as_str()), ("one.ron", &ballot), ("all.ron", "mine")];
    let refused = merge(&["base.ron", "one.ron", "-o", "all.ron"], &files).expect(1);
    assert_eq!(refused.bytes("all.ron").unwrap(), b"mine");
    merge(&["base.ron", "one.ron", "-o", "all.ron", "--force"], &files).expect(0);
    let empty = scenario("");
    let files = [("base.ron", whole.as_str()), ("one.ron", empty.as_str())];
    let refused = merge(&["base.ron", "one.ron", "-o", "all.ron"], &files).expect(1);
    assert!(refused.stderr.contains("holds no team"), "{}", refused.stderr);
}
