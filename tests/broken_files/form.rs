//! Faults of form: what is no RON, or of the wrong type.

use crate::{Broken, SOUND, hold};

/// What is wrong, the part of the sound file, what stands there instead, and a phrase of the
/// message.
type Row = (&'static str, &'static str, &'static str, &'static str);

fn hold_all(class: &'static str, rows: &[Row]) {
    hold(
        &rows
            .iter()
            .map(|(name, from, to, says)| Broken::changed(name, from, to, class, &[says]))
            .collect::<Vec<_>>(),
    );
}

const WRONG_TYPES: &[Row] = &[
    ("a number for a text", "title: \"Where to meet\"", "title: ¦5", "text"),
    ("a word for a text", "title: \"Where to meet\"", "title: ¦Where", "text"),
    ("a list for a text", "title: \"Where to meet\"", "title: ¦[\"Where\"]", "text"),
    ("single quotes for a text", "title: \"Where to meet\"", "title: ¦'Where'", "text"),
    (
        "typographic quotes",
        "title: \"Where to meet\"",
        "title: ¦“Where to meet”",
        "straight double quotes",
    ),
    ("a typographic key", "reasons: {\"charm\"", "reasons: {¦“charm”", "straight double quotes"),
    ("a text for a number", "(score: 50)", "(score: ¦\"50\")", "number"),
    ("a word for a number", "(score: 50)", "(score: ¦fifty)", "number"),
    ("a list for a number", "(score: 50)", "(score: ¦[50])", "number"),
    ("nothing for a number", "(score: 50)", "(score: ¦None)", "number"),
    (
        "a list for a map",
        "weighed_ranges: {\"travel\": (5, 3)}",
        "weighed_ranges: ¦[(\"travel\", (5, 3))]",
        "map",
    ),
    (
        "fields for a map",
        "reasons: {\"charm\": \"It matters.\"}",
        "reasons: ¦(charm: \"It matters.\")",
        "map",
    ),
    (
        "a map for a list",
        "gut_ranking: [\"hall\", \"barn\"]",
        "gut_ranking: ¦{\"hall\": 1}",
        "list",
    ),
    ("a text for a list", "gut_ranking: [\"hall\", \"barn\"]", "gut_ranking: ¦\"hall\"", "list"),
    ("a number for a truth", "holds: false", "holds: ¦0", ""),
    ("a list for other figures", "otherwise: {", "otherwise: ¦[{", "map"),
    ("a text for a number of words", "words: 12", "words: ¦\"12\"", "number"),
    ("a text for conditions", "[\"The rent rises.\"]", "¦\"The rent rises.\"", "list"),
    ("a number for a score", "\"room\": (score: 50)", "\"room\": ¦50", "fields"),
    ("a map for fields", "\"room\": (score: 50)", "\"room\": ¦{\"score\": 50}", "fields"),
    ("a list for fields", "\"room\": (score: 50)", "\"room\": ¦[50]", "fields"),
    ("a text for a pair", "{\"travel\": (5, 3)}", "{\"travel\": ¦\"5-3\"}", ""),
    ("half a pair", "{\"travel\": (5, 3)}", "{\"travel\": ¬(5)}", ""),
    ("a pair and more", "{\"travel\": (5, 3)}", "{\"travel\": ¬(5, 3, 1)}", ""),
    ("a number for a key", "weights: {\"old\": 1}", "weights: {¦1: 1}", "text"),
    ("a bare key", "weights: {\"old\": 1}", "weights: {¦old: 1}", "text"),
    ("a text for a choice", "goal: Minimize", "goal: ¦\"Minimize\"", ""),
    ("half a range", "range: Fixed(0, 100)", "range: Fixed¬(0)", ""),
    ("a range and more", "range: Fixed(0, 100)", "range: Fixed¬(0, 50, 100)", ""),
    ("a range without ends", "range: Fixed(0, 100)", "range: Fixed¬", ""),
    ("an observed range with ends", "range: Fixed(0, 100)", "range: Observed¬(0, 100)", ""),
    ("vikor without v", "method: WeightedSum", "method: Vikor¬", ""),
    ("a record without a list", "elicitation: Direct", "elicitation: Swing(¦\"people\")", "list"),
    ("format 1.5", "format: 1", "format: ¦1.5", ""),
    ("format \"1\"", "format: 1", "format: ¦\"1\"", "format"),
];

#[test]
fn a_value_of_the_wrong_type_is_told_where_it_begins() {
    hold_all("type|syntax|meaning", WRONG_TYPES);
}

const UNKNOWN_NAMES: &[Row] = &[
    ("field of the scenario", "title: \"Where", "¦titl: \"Where", "did you mean `title`?"),
    ("field of a source", "date: \"2025-09\"", "¦data: \"2025-09\"", "did you mean `date`?"),
    ("field of a group", "(id: \"money\", name:", "(id: \"money\", ¦nome:", "did you mean `name`?"),
    (
        "field of a criterion",
        "range: Fixed(0, 100)",
        "¦rang: Fixed(0, 100)",
        "did you mean `range`?",
    ),
    ("field of an option", "letter: \"B\"", "¦leter: \"B\"", "did you mean `letter`?"),
    ("field of a score", "low: 2", "¦lows: 2", "did you mean `low`?"),
    ("field of evidence", "at: \"page 1\"", "¦says_: \"page 1\"", "did you mean `says`?"),
    ("field of a team", "gut_ranking:", "¦gut_rankings:", "did you mean `gut_ranking`?"),
    ("field of a seal", "sha256: \"0f", "¦sha265: \"0f", "did you mean `sha256`?"),
    ("field of an assumption", "holds: false", "¦hold: false", "did you mean `holds`?"),
    ("field of other figures", "low: 6", "¦lou: 6", "did you mean `low`?"),
    ("field of a passage", "words: 12", "¦wards: 12", "did you mean `words`?"),
    ("field of a workshop", "began:", "¦begun:", "did you mean `began`?"),
    ("what a workshop hides", "hides: Nothing", "hides: ¦Total", "did you mean `Totals`?"),
    ("field of a round", "closed:", "¦closd:", "did you mean `closed`?"),
    ("field of a decision", "review:", "¦reviews:", "did you mean `review`?"),
    ("field of a position", "(stance: For,", "(¦stanze: For,", "did you mean `stance`?"),
    ("field of a ballot", "round: \"First\"", "¦rounds: \"First\"", "did you mean `round`?"),
    (
        "a field like no other",
        "title: \"Where",
        "¦colour_of_the_house: \"Where",
        "colour_of_the_house",
    ),
    ("goal", "goal: Minimize", "goal: ¦Minimise", "did you mean `Minimize`?"),
    ("range", "range: Fixed(0, 100)", "range: ¦Fixe(0, 100)", "did you mean `Fixed`?"),
    (
        "value",
        "name: \"Charm\"",
        "name: \"Charm\", value: ¦Piecwise([(0, 0), (1, 1)])",
        "did you mean `Piecewise`?",
    ),
    (
        "must-have",
        "name: \"Charm\"",
        "name: \"Charm\", must_have: ¦AtLeasd(3)",
        "did you mean `AtLeast`?",
    ),
    (
        "preference",
        "name: \"Charm\"",
        "name: \"Charm\", preference: ¦VShap(3)",
        "did you mean `VShape`?",
    ),
    ("elicitation", "elicitation: Direct", "elicitation: ¦Swings([])", "did you mean `Swing`?"),
    (
        "rank weights",
        "elicitation: Direct",
        "elicitation: Ranking(¦RankSums, [])",
        "did you mean `RankSum`?",
    ),
    ("method", "method: WeightedSum", "method: ¦WeightedSums", "did you mean `WeightedSum`?"),
    ("stance", "stance: For", "stance: ¦Accept", "did you mean `Accepts`?"),
    ("grade A7", "grade: B2", "grade: ¦A7", "A7"),
    ("grade G1", "grade: B2", "grade: ¦G1", "G1"),
];

#[test]
fn an_unknown_name_is_told_with_the_nearest_one() {
    hold_all("type", UNKNOWN_NAMES);
}

const MISSING: &[Row] = &[
    ("source's title", "(title: \"A survey\", date", "¬(date", "`title`"),
    ("group's id", "(id: \"money\", name: \"Money\")", "¬(name: \"Money\")", "`id`"),
    ("group's name", "(id: \"money\", name: \"Money\")", "¬(id: \"money\")", "`name`"),
    ("criterion's id", "(id: \"charm\", name: \"Charm\")", "¬(name: \"Charm\")", "`id`"),
    ("criterion's name", "(id: \"charm\", name: \"Charm\")", "¬(id: \"charm\")", "`name`"),
    ("option's id", "(id: \"barn\", name: \"Barn\"", "¬(name: \"Barn\"", "`id`"),
    ("option's name", "(id: \"barn\", name: \"Barn\"", "¬(id: \"barn\"", "`name`"),
    ("score", "(score: 50)", "¬(reason: \"None.\")", "`score`"),
    ("evidence's source", "(source: \"survey\", at", "¬(at", "`source`"),
    ("team's id", "(id: \"blue\", name: \"Blue\"", "¬(name: \"Blue\"", "`id`"),
    ("team's name", "(id: \"blue\", name: \"Blue\"", "¬(id: \"blue\"", "`name`"),
    ("position's stance", "(stance: For,", "¬(", "`stance`"),
    ("an assumption's name", "(id: \"dry\", name: \"It stays dry\",", "¬(id: \"dry\",", "`name`"),
    ("the score of other figures", "(score: 7, low", "¬(low", "`score`"),
    (
        "a passage's hash",
        "(words: 12, sha256: \"c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4\")",
        "¬(words: 12)",
        "`sha256`",
    ),
    ("a seal's nonce", "nonce: \"00000000000000000000000000000000\", ", "¬", "`nonce`"),
    ("a workshop's begin", "(began: \"2025-09-30T09:00:00Z\", ", "¬(", "`began`"),
    (
        "ballot's of",
        "(of: \"ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12\", round",
        "¬(round",
        "`of`",
    ),
    ("ballot's round", ", round: \"First\")", "¬)", "`round`"),
];

#[test]
fn a_required_field_that_is_missing_is_told_by_name() {
    let mut cases: Vec<Broken> = MISSING
        .iter()
        .map(|(name, from, to, says)| Broken::changed(name, from, to, "type", &[says]))
        .collect();
    cases.push(Broken::text("format", "¬(title: \"Where\")", "type", &["`format`"]));
    cases.push(Broken::text("title", "¬(format: 1)", "type", &["`title`"]));
    cases.push(Broken::text(
        "round's name",
        "(\nformat: 1,\ntitle: \"W\",\nrounds: [¬(closed: \"2025-08-30T14:02:00Z\")],\n)",
        "type",
        &["`name`"],
    ));
    cases.push(Broken::text(
        "round's time",
        "(\nformat: 1,\ntitle: \"W\",\nrounds: [¬(name: \"First\")],\n)",
        "type",
        &["`closed`"],
    ));
    hold(&cases);
}

/// Where a key comes a second time in the same map or struct.
const REPEATED_KEYS: &[Row] = &[
    (
        "the scenario",
        "title: \"Where to meet\",",
        "title: \"Where to meet\", ¦title: \"Again\",",
        "`title`",
    ),
    ("format", "format: 1,", "format: 1, ¦format: 1,", "`format`"),
    ("a source", "date: \"2025-09\"", "date: \"2025-09\", ¦date: \"2025\"", "`date`"),
    ("a group", "name: \"Money\"", "name: \"Money\", ¦id: \"again\"", "`id`"),
    ("a criterion", "goal: Minimize", "goal: Minimize, ¦goal: Maximize", "`goal`"),
    ("an option", "letter: \"B\"", "letter: \"B\", ¦letter: \"C\"", "`letter`"),
    ("a score", "(score: 50)", "(score: 50, ¦score: 60)", "`score`"),
    ("evidence", "at: \"page 1\"", "at: \"page 1\", ¦at: \"page 2\"", "`at`"),
    ("a team", "name: \"Red\",", "name: \"Red\", ¦name: \"Rouge\",", "`name`"),
    ("a seal", "sha256: \"0f", "sha256: \"0e\", ¦sha256: \"0f", "`sha256`"),
    ("a round", "name: \"First\",", "name: \"First\", ¦name: \"Second\",", "`name`"),
    ("a decision", "by: \"The club\"", "by: \"The club\", ¦by: \"Me\"", "`by`"),
    ("a position", "(stance: For,", "(stance: For, ¦stance: Dissents,", "`stance`"),
    ("a ballot", "ballot: (of:", "ballot: (of: \"cd34\", ¦of:", "`of`"),
    (
        "the sources",
        "{\n        \"survey\": (",
        "{\n\"survey\": (title: \"X\"),\n/* ahead */ ¦\"survey\": (",
        "`survey`",
    ),
    ("the scores", "\"barn\": {", "¦\"hall\": {", "`hall`"),
    ("a row of scores", "\"room\": (score: 50)", "¦\"travel\": (score: 5)", "`travel`"),
    ("weights", "\"charm\": 1,", "¦\"people\": 1,", "`people`"),
    ("a key written with an escape", "\"charm\": 1,", "¦\"\\u{70}eople\": 1,", "`people`"),
    ("a raw key", "\"charm\": 1,", "¦r#\"people\"#: 1,", "`people`"),
    (
        "weighed ranges",
        "{\"travel\": (5, 3)}",
        "{\"travel\": (5, 3), ¦\"travel\": (5, 3)}",
        "`travel`",
    ),
    ("other figures", "{\"dry\": (", "{\"dry\": (score: 1), ¦\"dry\": (", "`dry`"),
    ("an assumption", "holds: false", "holds: false, ¦holds: true", "`holds`"),
    ("reasons", "\"It matters.\"", "\"It matters.\", ¦\"charm\": \"It does.\"", "`charm`"),
    (
        "a team's scores",
        "{\"charm\": (score: 6)}",
        "{\"charm\": (score: 6)}, ¦\"hall\": {}",
        "`hall`",
    ),
    ("a row of a team's scores", "(score: 6)", "(score: 6), ¦\"charm\": (score: 7)", "`charm`"),
    (
        "positions",
        "{\"red\": (stance: For",
        "{\"red\": (stance: For), ¦\"red\": (stance: For",
        "`red`",
    ),
];

#[test]
fn a_repeated_key_is_told_at_its_second_place() {
    hold_all("syntax|type", REPEATED_KEYS);
}

const NUMBERS: &[(&str, &str, &str)] = &[
    ("score", "(score: 50)", "(score: #)"),
    ("low", "low: 2", "low: #"),
    ("high", "high: 4", "high: #"),
    ("other score", "score: 7", "score: #"),
    ("other low", "low: 6", "low: #"),
    ("other high", "high: 8", "high: #"),
    ("benchmark", "benchmark: 55", "benchmark: #"),
    ("words", "words: 12", "words: #"),
    ("range", "Fixed(0, 100)", "Fixed(0, #)"),
    ("label", "name: \"Charm\"", "name: \"Charm\", labels: [(#, \"x\")]"),
    ("x", "name: \"Charm\"", "name: \"Charm\", value: Piecewise([(0, 0), (#, 1)])"),
    ("v", "name: \"Charm\"", "name: \"Charm\", value: Piecewise([(0, 0), (1, #)])"),
    ("must-have", "name: \"Charm\"", "name: \"Charm\", must_have: AtMost(#)"),
    ("preference", "name: \"Charm\"", "name: \"Charm\", preference: Gaussian(#)"),
    ("hue", "name: \"Charm\"", "name: \"Charm\", hue: #"),
    ("mark", "name: \"Red\"", "name: \"Red\", mark: #"),
    ("weight", "\"charm\": 1,", "\"charm\": #,"),
    ("weighed range", "(5, 3)", "(5, #)"),
    ("swing", "elicitation: Direct", "elicitation: Swing([(\"people\", #)])"),
    ("pair", "elicitation: Direct", "elicitation: Pairwise([(\"people\", \"money\", #)])"),
    (
        "best-worst",
        "elicitation: Direct",
        "elicitation: BestWorst(\"people\", \"money\", [(\"money\", #)], [(\"people\", #)])",
    ),
    ("vikor", "WeightedSum", "Vikor(#)"),
];

#[test]
fn no_number_is_nan_infinite_or_too_large() {
    let mut cases = Vec::new();
    for (place, from, to) in NUMBERS {
        for number in ["NaN", "-NaN", "inf", "-inf", "1e400", "-1e400"] {
            let to = to.replacen('#', &format!("¦{number}"), 1).replace('#', number);
            cases.push(Broken::changed(
                &format!("{place} {number}"),
                from,
                &to,
                "type|syntax",
                &["number"],
            ));
        }
    }
    hold(&cases);
}

const SYNTAX: &[Row] = &[
    ("a missing comma", "format: 1,\n    title", "format: 1\n    ¦title", "comma"),
    ("a missing comma in a list", "[\"hall\", \"barn\"]", "[\"hall\" ¦\"barn\"]", "comma"),
    (
        "a missing comma in a map",
        "2,\n                \"charm\"",
        "2\n                ¦\"charm\"",
        "comma",
    ),
    ("a missing colon", "title: \"Where", "title ¦\"Where", "colon"),
    ("an equals sign", "title: \"Where", "title ¦= \"Where", "colon"),
    ("a missing colon in a map", "\"charm\": 1,", "\"charm\" ¦1,", "colon"),
    ("a missing value", "title: \"Where to meet\",", "title: ¦,", ""),
    ("two commas", "format: 1,", "format: 1,¦,", ""),
    ("a wrong closing bracket", "[\"hall\", \"barn\"]", "[\"hall\", \"barn\"¦)", ""),
    ("a bracket too many", "[\"hall\", \"barn\"]", "[\"hall\", \"barn\"]¦]", ""),
    (
        "an unclosed text",
        "shown: \"2025-09-30T10:00:00Z\"",
        "shown: ¦\"2025-09-30T10:00:00Z",
        "not closed",
    ),
    ("an unclosed comment", "ballot: (", "¦/* (", "not closed"),
    ("an unclosed comment in a comment", "ballot: (", "¦/* /* */ (", "not closed"),
    ("an unknown escape", "title: \"Where", "title: ¬\"\\q", "escape"),
    ("an escape of no character", "title: \"Where", "title: ¬\"\\u{110000}", ""),
    ("two signs", "(score: 50)", "(score: ¦--50)", ""),
    ("two points", "(score: 50)", "(score: ¦5.0.1)", ""),
    ("a German comma", "(score: 50)", "(score: 5,¦5)", ""),
    ("a hash as a comment", "format: 1,", "¦# first\nformat: 1,", ""),
];

#[test]
fn what_is_no_ron_is_told_at_its_place() {
    let mut cases: Vec<Broken> = SYNTAX
        .iter()
        .map(|(name, from, to, says)| Broken::changed(name, from, to, "syntax|type", &[says]))
        .collect();
    cases.push(Broken::text("a word behind", &format!("{SOUND}¦more"), "syntax", &["ended"]));
    cases.push(Broken::text("a bracket behind", &format!("{SOUND}¦)"), "syntax", &["ended"]));
    cases.push(Broken::text(
        "a second scenario",
        &format!("{SOUND}¦{SOUND}"),
        "syntax",
        &["ended"],
    ));
    cases.push(Broken::text(
        "a missing last bracket",
        &format!("{}¬", SOUND.trim_end().trim_end_matches(')')),
        "syntax",
        &["ends here"],
    ));
    cases.push(Broken::text(
        "JSON",
        "¦{\"format\": 1, \"title\": \"Where\"}",
        "type|syntax",
        &["(…)"],
    ));
    cases.push(Broken::text("a list", "¦[]", "type|syntax", &["(…)"]));
    cases.push(Broken::text("a text", "¦\"format\"", "type|syntax", &["(…)"]));
    cases.push(Broken::text("prose", "¦Dear committee,", "type|syntax", &[]));
    hold(&cases);
}

#[test]
fn a_newer_format_is_told_before_anything_else() {
    let newer = |name: &str, text: &str| Broken::text(name, text, "meaning|type", &["9", "1"]);
    hold(&[
        newer("unknown fields", "(format: ¦9, colours: [1])"),
        newer("the format last", "(\nsuits: {},\n/* format: 1 */\ntitle: 5,\nformat: ¦9)"),
        newer("a new syntax", "(format: ¦9, <new>)"),
        newer("a format beyond all numbers", "(format: ¦99999999999999999999999999, title: \"W\")"),
    ]);
}
