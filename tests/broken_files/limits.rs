//! FORMAT.md's limits: at each the file opens, past it the error names it.

use crate::common::Call;
use crate::{Broken, SOUND, hold};

/// A scenario with so many things in one of its lists.
fn many(list: &str, count: usize, place: &str) -> String {
    let thing = |n: usize| match list {
        "rounds" => format!("(name: \"n{n}\", closed: \"2025-08-30T14:02:00Z\"),\n"),
        _ => format!("(id: \"n{n}\", name: \"N\"),\n"),
    };
    let things: String = (0..count).map(thing).collect();
    format!("(\nformat: 1,\ntitle: \"Many\",\n{place}{list}: [\n{things}],\n)\n")
}

const LISTS: [(&str, usize); 5] =
    [("options", 1_000), ("criteria", 200), ("assumptions", 30), ("teams", 100), ("rounds", 100)];

#[test]
fn lists_are_as_long_as_their_limit_and_no_longer() {
    let mut cases = Vec::new();
    for (list, most) in LISTS {
        let says = [most.to_string(), (most + 1).to_string(), list.to_owned()];
        let says: Vec<&str> = says.iter().map(String::as_str).collect();
        cases.push(Broken::text(list, &many(list, most + 1, "¦"), "limit", &says));
        Call::new(["check", "-"]).stdin(many(list, most, "")).run().expect(0);
    }
    hold(&cases);
}

#[test]
fn a_large_scenario_far_from_any_limit_opens_in_seconds() {
    let list = |letter: char, count: usize| {
        (0..count).map(|n| format!("(id: \"{letter}{n}\", name: \"N\"),\n")).collect::<String>()
    };
    let cell =
        |n: usize| format!("\"c{n}\": (score: {}, low: 0, high: 10, reason: \"So.\"),\n", n % 10);
    let row: String = (0..100).map(cell).collect();
    let rows: String = (0..400).map(|n| format!("\"o{n}\": {{{row}}},\n")).collect();
    let (criteria, options) = (list('c', 100), list('o', 400));
    let text = format!(
        "(format: 1, title: \"Large\", criteria: [{criteria}], options: [{options}], scores: {{{rows}}})"
    );
    let checked = Call::new(["check", "-"]).stdin(text).run().expect(0);
    assert!(checked.stdout.contains("no errors"), "{:.300}", checked.stdout);
}

/// Every text of the format but ids, letters, dates, times and what has a limit of its own; `#`
/// stands for it.
const TEXTS: &[(&str, &str, &str)] = &[
    ("title", "title: \"Where to meet\"", "¦title: \"#\""),
    ("question", "format: 1,", "format: 1, ¦question: \"#\","),
    ("decision_maker", "format: 1,", "format: 1, ¦decision_maker: \"#\","),
    ("notes", "format: 1,", "format: 1, ¦notes: \"#\","),
    ("a source's title", "(title: \"A survey\"", "(¦title: \"#\""),
    ("an author", "(title: \"A survey\"", "(title: \"A survey\", ¦authors: [\"#\"]"),
    ("a publisher", "(title: \"A survey\"", "(title: \"A survey\", ¦publisher: \"#\""),
    ("an address", "(title: \"A survey\"", "(title: \"A survey\", ¦url: \"#\""),
    ("a group's name", "name: \"Money\"", "¦name: \"#\""),
    ("a group's note", "name: \"Money\"", "name: \"Money\", ¦note: \"#\""),
    ("a criterion's name", "name: \"Charm\"", "¦name: \"#\""),
    ("a criterion's note", "name: \"Charm\"", "name: \"Charm\", ¦note: \"#\""),
    ("a unit", "name: \"Charm\"", "name: \"Charm\", ¦unit: \"#\""),
    ("a label", "name: \"Charm\"", "name: \"Charm\", ¦labels: [(0, \"#\")]"),
    ("an option's name", "name: \"Barn\"", "¦name: \"#\""),
    ("an option's note", "name: \"Barn\"", "name: \"Barn\", ¦note: \"#\""),
    ("a score's reason", "(score: 50)", "(score: 50, ¦reason: \"#\")"),
    ("evidence's place", "at: \"page 1\"", "¦at: \"#\""),
    ("evidence's point", "at: \"page 1\"", "at: \"page 1\", ¦says: \"#\""),
    ("an assumption's name", "name: \"It stays dry\"", "¦name: \"#\""),
    ("an assumption's note", "holds: false", "holds: false, ¦note: \"#\""),
    ("another score's reason", "high: 8", "high: 8, ¦reason: \"#\""),
    ("a team's name", "name: \"Blue\"", "¦name: \"#\""),
    ("a team's note", "name: \"Blue\"", "name: \"Blue\", ¦note: \"#\""),
    ("a weight's reason", "{\"charm\": \"It matters.\"}", "{¦\"charm\": \"#\"}"),
    ("a team's score's reason", "(score: 6)", "(score: 6, ¦reason: \"#\")"),
    ("a round's name", "name: \"First\"", "¦name: \"#\""),
    ("a round's option's note", "name: \"Tent\"", "name: \"Tent\", ¦note: \"#\""),
    ("who decided", "by: \"The club\"", "¦by: \"#\""),
    ("a decision's reasons", "by: \"The club\"", "by: \"The club\", ¦reasons: \"#\""),
    ("a position's reason", "(stance: For,", "(stance: For, ¦reason: \"#\","),
    ("a condition", "conditions: [\"The rent rises.\"]", "¦conditions: [\"#\"]"),
    ("a ballot's round", "round: \"First\"", "¦round: \"#\""),
];

#[test]
fn a_text_has_at_most_10_000_characters() {
    let long = "é".repeat(10_001);
    let changed = |(name, from, to): &(&str, &str, &str)| {
        let to = to.replace('#', &long);
        Broken::changed(name, from, &to, "limit", &["10001"])
    };
    hold(&TEXTS.iter().map(changed).collect::<Vec<_>>());
}

#[test]
fn a_text_of_10_000_characters_opens_however_many_bytes_they_take() {
    for (name, from, to) in TEXTS {
        let text = SOUND.replace(from, &to.replace('¦', "").replace('#', &"é".repeat(10_000)));
        let checked = Call::new(["check", "-"]).stdin(text).run();
        assert_eq!(checked.status, Some(0), "10,000 characters in {name}: {:.300}", checked.stdout);
    }
}

#[test]
fn a_short_has_24_characters_whatever_their_bytes() {
    let text =
        SOUND.replace("name: \"Barn\"", &format!("name: \"Barn\", short: \"{}\"", "م".repeat(24)));
    Call::new(["check", "-"]).stdin(text).run().expect(0);
    let longer = format!("name: \"Barn\", ¦short: \"{}\"", "م".repeat(25));
    hold(&[Broken::changed(
        "25",
        "name: \"Barn\"",
        &longer,
        "meaning|limit",
        &["options.\"barn\".short: ", "25"],
    )]);
}
