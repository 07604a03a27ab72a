//! What people write where a file wants something else: told with what was most likely meant, the
//! caret below the very character.

use mizan::{store, text};
use unicode_width::UnicodeWidthStr;

use crate::common::Call;
use crate::{Broken, SOUND, hold};

/// What is written for the room's score of 50, with its place, and phrases of the message.
const NUMBERS: &[(&str, &[&str])] = &[
    ("1,¦5", &["`1,5`", "write 1.5", "a name was expected here"]),
    ("0,¦125", &["`0,125`", "write 0.125"]),
    ("1234,¦567", &["`1234,567`", "write 1234.567"]),
    ("-1,¦5", &["`-1,5`", "write -1.5"]),
    ("1,¦250", &["`1,250`", "write 1250 or 1.250"]),
    ("1,¦250,000", &["`1,250,000`", "write 1250000"]),
    ("12,¦34,567", &["write 1234567"]),
    ("1,¦250.75", &["write 1250.75"]),
    ("¦1.250.000", &["`1.250.000`", "write 1250000"]),
    ("1.250,¦5", &["write 1250.5"]),
    ("1¦'250", &["write 1250"]),
    ("1¦’250’000", &["write 1250000"]),
    ("1 ¦250", &["`1 250`", "write 1250"]),
    ("1¦\u{A0}250", &["write 1250"]),
    ("1¦\u{202F}250\u{202F}000", &["write 1250000"]),
    ("50¦%", &["`%`", "no per-cent sign", "write 50", "0.5"]),
    ("12.5¦%", &["write 12.5", "0.125"]),
    ("12,¦5%", &["write 12.5"]),
    ("50¦ %", &[]),
    ("1¦/2", &["as a decimal: 0.5"]),
    ("2¦/3", &["0.6667"]),
    ("¦½", &["0.5"]),
    ("3¦¾", &["3.75"]),
    ("¦2026-11-26", &["`2026-11-26` looks like a date"]),
    ("¦26.11.2026", &["looks like a date"]),
    ("11¦/26/2026", &["looks like a date"]),
    ("50¦km", &["without its unit: write 50"]),
    ("¦$50", &["write 50"]),
    ("50¦€", &["write 50"]),
    ("¦−5", &["a plain `-`: write -5"]),
    ("¦٥٠", &["write 50"]),
    ("¦५०", &["write 50"]),
    ("¦５０", &["write 50"]),
    ("¦\"50\"", &["without quotes: write 50"]),
    ("¦\"1,5\"", &["write 1.5"]),
    ("¦“50”", &["straight double quotes"]),
    ("¦5.0.1", &["a number was expected here, not `5.0.1`"]),
    ("50¦\u{200B}", &["a zero-width space (U+200B)"]),
    ("¦\u{A0}50", &["a no-break space (U+00A0)"]),
    ("50¦# of 100", &["begins with `//`"]),
];

#[test]
fn a_number_as_people_write_it_is_told_as_the_file_takes_it() {
    let case = |(written, says): &(&str, &[&str])| {
        let written = if *written == "50¦ %" { "50 ¦%" } else { written };
        let to = format!("(score: {written})");
        Broken::changed(written, "(score: 50)", &to, "syntax|type", says)
    };
    hold(&NUMBERS.iter().map(case).collect::<Vec<_>>());
}

/// What is wrong, the part of the sound file, what stands there instead, and phrases.
const OTHERS: &[(&str, &str, &str, &[&str])] = &[
    (
        "a comma in a weight",
        "\"charm\": 1,",
        "\"charm\": 1,¦5,",
        &["`1,5`", "write 1.5", "not the number `5`"],
    ),
    ("thousands in a range", "Fixed(0, 100)", "Fixed(0, 10,¦000)", &["write 10000 or 10.000"]),
    (
        "a date without quotes",
        "date: \"2025-09\"",
        "date: ¦2025-09",
        &["a text in straight double quotes was expected here", "write \"2025-09\""],
    ),
    (
        "a word without quotes",
        "title: \"Where to meet\"",
        "title: ¦Where",
        &["not the bare word `Where`", "write \"Where\""],
    ),
    (
        "a path of Windows",
        "title: \"Where to meet\"",
        "title: \"C:¦\\Users\\me\"",
        &["`\\U`", "each backslash twice"],
    ),
    (
        "a path of a share",
        "title: \"Where to meet\"",
        "title: \"\\\\server¦\\share\"",
        &["`\\s`", "each backslash twice"],
    ),
    (
        "a path whose folder looks like a letter's number",
        "title: \"Where to meet\"",
        "title: \"C:¦\\users\"",
        &["`\\u`", "each backslash twice"],
    ),
    (
        "an escape that isn't one, behind letters from right to left",
        "title: \"Where to meet\"",
        "title: \"لا \\n ¦\\q\"",
        &["`\\q`", "`\\\\` for a backslash"],
    ),
    (
        "a choice in quotes",
        "goal: Minimize",
        "goal: ¦\"Minimize\"",
        &["not the text `\"Minimize\"`", "without quotes: write Minimize"],
    ),
    (
        "a field in quotes",
        "title: \"Where",
        "¦\"title\": \"Where",
        &["without quotes: write title"],
    ),
    (
        "a guillemet",
        "title: \"Where to meet\"",
        "title: ¦«Where»",
        &["the quote `«`", "straight double quotes"],
    ),
    (
        "single quotes",
        "title: \"Where to meet\"",
        "title: ¦'Where'",
        &["the quote `'`", "straight double quotes"],
    ),
    (
        "a zero-width space in a name",
        "title: \"Where",
        "ti¦\u{200B}tle: \"Where",
        &["a zero-width space (U+200B)", "take it out"],
    ),
    (
        "a no-break space in a choice",
        "goal: Minimize",
        "goal: Mini¦\u{A0}mize",
        &["a no-break space (U+00A0)"],
    ),
    (
        "a byte-order mark inside",
        "title: \"Where",
        "¦\u{FEFF}title: \"Where",
        &["a byte-order mark (U+FEFF)"],
    ),
    ("an attribute", "(\n    format: 1", "¦#![enable(what)]\n(\n    format: 1", &["take it out"]),
    ("half a pair", "(5, 3)", "(5¬)", &["2 values in parentheses were expected here, not 1"]),
    ("a bracket of another kind", "[\"hall\", \"barn\"]", "[\"hall\", \"barn\"¦}", &["not `}`"]),
];

#[test]
fn what_was_meant_is_told_wherever_it_stands() {
    let case = |(name, from, to, says): &(&str, &str, &str, &[&str])| {
        Broken::changed(name, from, to, "syntax|type", says)
    };
    hold(&OTHERS.iter().map(case).collect::<Vec<_>>());
}

#[test]
fn a_text_that_is_expected_is_no_number_though_it_looks_like_one() {
    let file = SOUND.replace("title: \"Where to meet\"", "title: 2025-09-30");
    let found = store::parse(file.as_bytes()).unwrap_err();
    let told = text::fault(&found.faults[0]);
    assert!(told.contains("write \"2025-09-30\"") && !told.contains("looks like"), "{told}");
}

/// Names before the fault, in letters of every width and direction.
const NAMES: [&str; 7] = [
    "Plain",
    "完全撤軍並重新談判 👍🏾",
    "الانسحاب الكامل",
    "مُحَمَّد שלום 3",
    "नमस्ते दुनिया",
    "👨\u{200D}👩\u{200D}👧\u{200D}👦 🇮🇶",
    "Cafe\u{301}",
];

#[test]
fn the_caret_stands_below_the_very_character_whatever_stands_before_it() {
    for name in NAMES {
        let file = format!(
            "(\n format: 1,\n title: \"x\",\n criteria: [(id: \"a\", name: \"{name}\", goal: Maximise)],\n)"
        );
        let outcome = Call::new(["check", "s.ron"]).file("s.ron", file).run().expect(1);
        let lines: Vec<&str> = outcome.stdout.lines().collect();
        let before = &lines[1][..lines[1].find("Maximise").unwrap()];
        assert_eq!(lines[2].width(), before.width() + 1, "{}", outcome.stdout);
        assert!(lines[2].ends_with('^') && lines[1].width() <= 100, "{}", outcome.stdout);
        assert_eq!(lines[1].replace(['\u{2068}', '\u{2069}'], "").trim_start(), file_line(name));
    }
}

fn file_line(name: &str) -> String {
    format!("criteria: [(id: \"a\", name: \"{name}\", goal: Maximise)],")
}
