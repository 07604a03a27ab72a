//! Which module may name which, and what else holds of every source file: read as text, so that it
//! holds of all of them.

#[path = "architecture/sealing.rs"]
mod sealing;

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

const MOST_LINES: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// Each module and those that it may name. `main` and the library's root put them together and may
/// name all.
const MAY_NAME: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("look", &[]),
    ("analysis", &["model"]),
    ("elicitation", &["model", "analysis"]),
    ("evaluation", &["model", "analysis", "elicitation"]),
    ("text", &["model", "analysis", "elicitation", "evaluation"]),
    ("chart", &["model", "analysis", "elicitation", "evaluation", "text", "look"]),
    ("store", &["model"]),
    ("exchange", &["model", "analysis", "text"]),
    (
        "report",
        &["model", "analysis", "elicitation", "evaluation", "chart", "text", "look", "store"],
    ),
    ("session", &["model", "analysis", "elicitation", "evaluation"]),
    (
        "cli",
        &[
            "model",
            "look",
            "analysis",
            "elicitation",
            "evaluation",
            "text",
            "chart",
            "store",
            "exchange",
            "report",
        ],
    ),
    ("ui", &["model", "look", "analysis", "elicitation", "evaluation", "text", "chart", "session"]),
    (
        "app",
        &[
            "model",
            "look",
            "analysis",
            "elicitation",
            "evaluation",
            "text",
            "chart",
            "store",
            "exchange",
            "report",
            "session",
            "ui",
        ],
    ),
];

/// The modules that may name egui.
const WINDOW: [&str; 2] = ["ui", "app"];

#[derive(Clone, Debug, PartialEq, Eq)]
struct Violation {
    rule: &'static str,
    line: usize,
    what: String,
}

/// A source file as its rules see it: comments and the insides of quotes blanked, tests cut out.
struct Source {
    /// The modules it lies in, from the library's root.
    module: Vec<String>,
    path: String,
    code: String,
    /// As `code`, with its tests.
    whole: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let whole = without_comments_and_quotes(text);
        Self { module: module_of(path), path: path.to_owned(), code: without_tests(&whole), whole }
    }

    fn top(&self) -> &str {
        self.module.first().map_or("main", String::as_str)
    }

    fn found(&self, rule: &'static str, at: usize, what: impl Into<String>) -> Violation {
        Violation { rule, line: 1 + self.code[..at].matches('\n').count(), what: what.into() }
    }
}

/// The modules that a path below src/ means: `model/edit.rs` → model, edit; `model/mod.rs` → model;
/// `main.rs` → none.
fn module_of(path: &str) -> Vec<String> {
    let mut parts: Vec<String> =
        path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// The text with all comments, and all between quotes, as blanks; lines stay where they are.
fn without_comments_and_quotes(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let (length, is_kept) = token(&chars, at);
        let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
        out.extend(chars[at..at + length].iter().map(|c| if is_kept { *c } else { blank(*c) }));
        at += length;
    }
    out
}

/// The length of what begins here, and whether it is code.
fn token(chars: &[char], at: usize) -> (usize, bool) {
    let rest = &chars[at..];
    let is_after_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    match rest {
        ['/', '/', ..] => (rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()), false),
        ['/', '*', ..] => (block_comment(rest), false),
        ['"', ..] => (quoted(rest, '"'), false),
        ['r', '"' | '#', ..] if !is_after_word => {
            raw(rest).map_or((1, true), |length| (length, false))
        }
        ['\'', '\\', ..] => (quoted(rest, '\''), false),
        ['\'', _, '\'', ..] => (3, false),
        _ => (1, true),
    }
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    rest.len().min(at + 1)
}

fn raw(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &rest[2 + hashes..];
    Some(
        body.windows(close.len())
            .position(|window| window == close)
            .map_or(rest.len(), |end| 2 + hashes + end + close.len()),
    )
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at + 1 < rest.len() {
        match (rest[at], rest[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Where the item that begins here ends: behind its braces, or its semicolon where that comes
/// first.
fn item(code: &str, start: usize) -> Range<usize> {
    let mut depth = 0_i32;
    for (at, c) in code[start..].char_indices() {
        match c {
            '}' if depth == 1 => return start..start + at + 1,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ';' if depth == 0 => return start..start + at + 1,
            _ => {}
        }
    }
    start..code.len()
}

fn without_tests(code: &str) -> String {
    let mut code = code.to_owned();
    while let Some(start) = code.find("#[cfg(test)]") {
        let range = item(&code, start);
        let blank: String = code[range.clone()].chars().filter(|c| *c == '\n').collect();
        code.replace_range(range, &blank);
    }
    code
}

/// Every place of a word that stands alone.
fn places(code: &str, word: &str) -> Vec<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let stands_alone = |at: &usize| {
        !code[..*at].chars().next_back().is_some_and(is_part)
            && !code[at + word.len()..].chars().next().is_some_and(is_part)
    };
    code.match_indices(word).map(|(at, _)| at).filter(stands_alone).collect()
}

/// The names right behind a path's `::`: one, or in braces several.
fn heads(code: &str, after: usize) -> Vec<String> {
    let name = |text: &str| {
        text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
    };
    let rest = code[after..].trim_start();
    let Some(list) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                parts.last_mut().unwrap().push(c);
            }
        }
    }
    parts.iter().map(|part| name(part)).filter(|name| !name.is_empty()).collect()
}

/// The top modules that a source names, by `crate::` or by as many `super::` as lead to the root,
/// each with its place.
fn named_modules(source: &Source) -> Vec<(usize, String)> {
    let code = &source.code;
    let mut named = Vec::new();
    for at in places(code, "crate").into_iter().filter(|at| code[at + 5..].starts_with("::")) {
        named.extend(heads(code, at + 7).into_iter().map(|head| (at, head)));
    }
    let up = "super::".repeat(source.module.len());
    for at in places(code, "super").into_iter().filter(|_| !up.is_empty()) {
        if code[at..].starts_with(&up) && !code[..at].ends_with("super::") {
            named.extend(heads(code, at + up.len()).into_iter().map(|head| (at, head)));
        }
    }
    named.retain(|(_, head)| {
        head.starts_with(|c: char| c.is_ascii_lowercase()) && head != "super" && head != "self"
    });
    named
}

fn named_where_it_may_not(source: &Source) -> Vec<Violation> {
    let top = source.top();
    if source.module.is_empty() {
        return Vec::new();
    }
    let Some((_, may)) = MAY_NAME.iter().find(|(module, _)| *module == top) else {
        return vec![source.found("unknown module", 0, top)];
    };
    let not_allowed = named_modules(source)
        .into_iter()
        .filter(|(_, head)| head != top && !may.contains(&head.as_str()));
    not_allowed
        .map(|(at, head)| source.found("module", at, format!("{top} names {head}")))
        .collect()
}

fn egui_outside_the_window(source: &Source) -> Vec<Violation> {
    let words = ["egui", "eframe", "epaint", "egui_wgpu", "egui_glow", "egui_winit"];
    let found = words
        .into_iter()
        .filter(|_| !WINDOW.contains(&source.top()))
        .flat_map(|word| places(&source.code, word));
    found.map(|at| source.found("egui", at, format!("{} names egui", source.top()))).collect()
}

fn long_files(source: &Source) -> Vec<Violation> {
    let tests: usize = source
        .whole
        .match_indices("#[cfg(test)]")
        .map(|(at, _)| source.whole[item(&source.whole, at)].lines().count())
        .sum();
    let lines = source.whole.lines().count() - tests;
    if lines > MOST_LINES {
        vec![source.found("long file", 0, format!("{lines} lines without its tests"))]
    } else {
        Vec::new()
    }
}

/// A function's lines, from its `fn` to its closing brace, the blank ones and comments aside.
fn long_functions(source: &Source) -> Vec<Violation> {
    let code = &source.code;
    let functions = places(code, "fn").into_iter().filter(|at| {
        code[at + 2..].trim_start().starts_with(|c: char| c.is_alphabetic() || c == '_')
    });
    let lines =
        |at: &usize| code[item(code, *at)].lines().filter(|line| !line.trim().is_empty()).count();
    let long =
        functions.map(|at| (at, lines(&at))).filter(|(_, lines)| *lines > MOST_LINES_OF_A_FUNCTION);
    long.map(|(at, lines)| {
        source.found(
            "long function",
            at,
            format!("{} has {lines} lines", heads(code, at + 2).concat()),
        )
    })
    .collect()
}

/// The places that an `#[expect(…, reason = "…")]` of one of clippy's lints about panics covers.
fn excused(code: &str) -> Vec<Range<usize>> {
    let lints =
        ["clippy::unwrap_used", "clippy::expect_used", "clippy::panic", "clippy::unreachable"];
    let attributes = code
        .match_indices("#[expect(")
        .map(|(at, _)| (at, at + code[at..].find(")]").unwrap_or(0)));
    let with_reason = attributes.filter(|(at, end)| {
        lints.iter().any(|lint| code[*at..*end].contains(lint))
            && code[*at..*end].contains("reason")
    });
    with_reason.map(|(at, end)| at..item(code, end + 2).end).collect()
}

fn panics(source: &Source) -> Vec<Violation> {
    let code = &source.code;
    let excused = excused(code);
    let calls =
        [".unwrap()", ".expect(", ".unwrap_err()", ".expect_err(", "panic!(", "unreachable!("];
    let found = calls.into_iter().flat_map(|call| code.match_indices(call));
    let bare = found.filter(|(at, _)| !excused.iter().any(|range| range.contains(at)));
    bare.map(|(at, call)| source.found("panic", at, call)).collect()
}

fn leftovers(source: &Source) -> Vec<Violation> {
    let found = ["todo!", "dbg!", "unimplemented!"]
        .into_iter()
        .flat_map(|call| source.code.match_indices(call));
    found.map(|(at, call)| source.found("leftover", at, call)).collect()
}

/// `allow` and `expect` without a reason, tests included.
fn bare_allows(source: &Source) -> Vec<Violation> {
    let code = &source.whole;
    let attributes = ["#[allow(", "#![allow(", "#[expect(", "#![expect("]
        .into_iter()
        .flat_map(|start| code.match_indices(start));
    let bare = attributes.filter(|(at, _)| {
        !code[*at..].split(")]").next().is_some_and(|attribute| attribute.contains("reason"))
    });
    bare.map(|(at, start)| Violation {
        rule: "allow",
        line: 1 + code[..at].matches('\n').count(),
        what: format!("{start}…) without a reason"),
    })
    .collect()
}

fn raw_colours(source: &Source) -> Vec<Violation> {
    if source.path == "ui/theme.rs" || source.path.starts_with("ui/theme/") {
        return Vec::new();
    }
    let constructors =
        ["Color32::from_", "Rgba::from_", "Hsva::new", "HsvaGamma", "hex_color!", "Color32::from("];
    constructors
        .into_iter()
        .flat_map(|start| source.code.match_indices(start))
        .map(|(at, start)| source.found("colour", at, start))
        .collect()
}

fn violations(path: &str, text: &str) -> Vec<Violation> {
    let source = Source::new(path, text);
    let rules = [
        named_where_it_may_not,
        egui_outside_the_window,
        long_files,
        long_functions,
        panics,
        leftovers,
        bare_allows,
        raw_colours,
    ];
    rules.iter().flat_map(|rule| rule(&source)).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

#[test]
fn every_source_file_keeps_the_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&folder, &mut paths);
    let mut broken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in &paths {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        for violation in violations(&name, &fs::read_to_string(path).unwrap()) {
            broken
                .entry(violation.rule.to_owned())
                .or_default()
                .push(format!("  src/{name}:{}: {}", violation.line, violation.what));
        }
    }
    let told: Vec<String> =
        broken.iter().map(|(rule, places)| format!("{rule}:\n{}", places.join("\n"))).collect();
    assert!(paths.len() > 40 && told.is_empty(), "in {} files:\n{}", paths.len(), told.join("\n"));
}

/// A text that breaks every rule once, its file 400 lines long without its last line.
fn broken_source() -> String {
    let mut text = String::from("use crate::{model::Scenario, store::parse};\n");
    text += "fn colour() -> egui::Color32 { other() }\nconst RED: u8 = Color32::from_rgb(1);\n";
    text += "fn long() {\n";
    text += &"    step();\n".repeat(MOST_LINES_OF_A_FUNCTION - 1);
    text += "}\nfn bare() { some().unwrap(); }\nfn open() { todo!() }\n#[allow(dead_code)]\nfn unused() {}\n";
    let lines = text.lines().count();
    text + &"// a comment\n".repeat(MOST_LINES + 1 - lines)
}

#[test]
fn a_broken_source_is_reported_once_for_each_rule() {
    let mut found: Vec<String> = violations("analysis/broken.rs", &broken_source())
        .into_iter()
        .map(|v| format!("{} {}", v.rule, v.line))
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "allow 67",
            "colour 3",
            "egui 2",
            "leftover 66",
            "long file 1",
            "long function 4",
            "module 1",
            "panic 65"
        ]
    );
    let unknown = violations("new/mod.rs", "fn fine() {}");
    assert_eq!(unknown, [Violation { rule: "unknown module", line: 1, what: "new".to_owned() }]);
}

#[test]
fn what_is_allowed_is_not_reported() {
    let fine = [
        (
            "analysis/mod.rs",
            "use crate::model::Team; // crate::store, .unwrap()\nconst A: &str = \"egui::panic!(\";",
        ),
        (
            "analysis/scale.rs",
            "use super::Problem;\nuse crate::analysis::{Scale, model_of};\nuse crate::model::{self, Team};",
        ),
        ("ui/theme/mod.rs", "use egui::Color32;\nconst A: Color32 = Color32::from_rgb(1, 2, 3);"),
        ("main.rs", "use mizan::cli::invoke;"),
        (
            "model/id.rs",
            "#[cfg(test)]\nmod tests {\n    use crate::store::parse;\n    fn a() { b().unwrap() }\n}",
        ),
        (
            "look/font.rs",
            "#[expect(clippy::expect_used, reason = \"proven\")]\nfn a() { b().expect(\"there\") }",
        ),
        (
            "store/v1.rs",
            "/* nested /* panic!() */ todo!() */ fn a<'a>(b: &'a str) -> char { '\"' } fn c() { r#\"dbg!(\"\"#; }",
        ),
    ];
    for (path, text) in fine {
        assert_eq!(violations(path, text), [], "{path}");
    }
}

#[test]
fn modules_are_found_in_every_form_of_path() {
    let named = |path: &str, text: &str| {
        named_modules(&Source::new(path, text))
            .into_iter()
            .map(|(_, head)| head)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        named(
            "cli/rank.rs",
            "use crate::{model::{Path, Team}, text::list,};\nlet a = crate::store::parse;"
        ),
        ["model", "text", "store"]
    );
    assert_eq!(
        named("cli/rank.rs", "use super::super::store::parse; use super::table;"),
        ["store"]
    );
    assert_eq!(named("evaluation.rs", "use super::store; pub(crate) fn a() {}"), ["store"]);
    assert_eq!(named("ui/theme/mod.rs", "super::super::store::parse(super::x)"), ["store"]);
}

#[test]
fn an_excuse_covers_its_item_and_needs_a_reason() {
    let excuse = "#[expect(clippy::unwrap_used)]\nfn a() { b().unwrap() }\n";
    assert_eq!(
        violations("model/a.rs", excuse).iter().map(|v| v.rule).collect::<Vec<_>>(),
        ["panic", "allow"]
    );
    let next = "#[expect(clippy::unwrap_used, reason = \"x\")]\nfn a() { b().unwrap() }\nfn c() { d().unwrap() }";
    assert_eq!(
        violations("model/a.rs", next),
        [Violation { rule: "panic", line: 3, what: ".unwrap()".to_owned() }]
    );
}

#[test]
fn paths_mean_modules() {
    let module = |path: &str| module_of(path).join("::");
    assert_eq!(
        ["model/edit.rs", "model/mod.rs", "main.rs", "evaluation.rs"].map(module),
        ["model::edit", "model", "", "evaluation"]
    );
}
