//! Which module may name which: the arrows of the house.

use crate::Violation;
use crate::house::{House, small_house};
use crate::names::Names;
use crate::source::{Source, places};

/// Each module and those that it may name. The library's root puts them together and may name all.
const MAY_NAME: [(&str, &[&str]); 14] = [
    ("model", &[]),
    ("look", &[]),
    ("analysis", &["model"]),
    ("elicitation", &["model", "analysis"]),
    ("evaluation", &["model", "analysis", "elicitation"]),
    ("text", &["model", "analysis", "elicitation", "evaluation"]),
    ("chart", &["model", "analysis", "elicitation", "evaluation", "text", "look"]),
    ("store", &["model"]),
    ("exchange", &["model", "analysis", "evaluation", "text"]),
    (
        "report",
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
        ],
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

/// The modules that may name egui, and what in them may not.
const WINDOW: [&str; 2] = ["ui", "app"];
const PURE: &str = "app/lifecycle";
const EGUI: [&str; 6] = ["egui", "eframe", "epaint", "egui_wgpu", "egui_glow", "egui_winit"];

pub fn names_only_what_it_may(house: &House) -> Vec<Violation> {
    let files = house.sources.iter().zip(&house.names);
    files
        .filter(|(source, _)| !source.module.is_empty())
        .flat_map(|(source, names)| not_allowed(source, names))
        .collect()
}

fn not_allowed(source: &Source, names: &Names) -> Vec<Violation> {
    let top = source.top();
    let Some((_, may)) = MAY_NAME.iter().find(|(module, _)| *module == top) else {
        return vec![source.found(0, format!("{top} is no module of the house"))];
    };
    let is_allowed = |head: &str| head == top || may.contains(&head);
    names
        .paths()
        .filter_map(|(path, line)| Some((head(source, path)?, line)))
        .filter(|(head, _)| is_module(head) && !is_allowed(head))
        .map(|(head, line)| Violation {
            path: source.path.clone(),
            line,
            what: format!("{top} names {head}"),
        })
        .collect()
}

/// The first name of a path below the library's root, by `crate::` or by as many `super::` as lead
/// there.
fn head<'a>(source: &Source, path: &'a [String]) -> Option<&'a str> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let is_from_root = path.first()? == "crate" || (ups > 0 && ups == source.module.len());
    path.get(ups.max(1)).filter(|_| is_from_root).map(String::as_str)
}

/// Types and constants of the root itself begin with a capital.
fn is_module(head: &str) -> bool {
    head.starts_with(|c: char| c.is_ascii_lowercase())
}

pub fn names_egui_only_in_the_window(house: &House) -> Vec<Violation> {
    let is_outside = |source: &&Source| {
        !WINDOW.contains(&source.top()) || source.module.join("/").starts_with(PURE)
    };
    let outside = house.sources.iter().filter(is_outside);
    let found = |source: &Source| -> Vec<Violation> {
        let places = EGUI.into_iter().flat_map(|word| places(&source.code, word));
        places.map(|at| source.found(at, format!("{} names egui", source.top()))).collect()
    };
    outside.flat_map(found).collect()
}

fn told(rule: fn(&House) -> Vec<Violation>, path: &str, text: &str) -> Vec<(usize, String)> {
    let house = small_house(&[(path, text)]);
    rule(&house).into_iter().map(|v| (v.line, v.what)).collect()
}

#[test]
fn a_module_that_names_a_higher_one_is_told_in_every_form_of_path() {
    let found = |path, text| -> Vec<String> {
        told(names_only_what_it_may, path, text).into_iter().map(|(_, what)| what).collect()
    };
    let text =
        "use crate::{model::{Path, Team}, store::read::{parse},};\nlet a = crate::ui::Action;";
    assert_eq!(found("analysis/a.rs", text), ["analysis names store", "analysis names ui"]);
    assert_eq!(
        found("cli/rank.rs", "use super::super::session::Session; use super::table;"),
        ["cli names session"]
    );
    assert_eq!(found("model/mod.rs", "fn f() { super::look::Role::new() }"), ["model names look"]);
    assert_eq!(
        found("ui/theme/mod.rs", "fn f() { super::super::cli::a(super::x::y()) }"),
        ["ui names cli"]
    );
    assert_eq!(found("new/mod.rs", "fn f() {}"), ["new is no module of the house"]);
}

#[test]
fn what_a_module_may_name_is_not_told() {
    let text = "use crate::model::{self, Team};\nuse crate::analysis::Scale;\nuse super::Problem;\n\
                // crate::store::a\nconst A: &str = \"crate::ui::b\";\nuse crate::Root;\n\
                #[cfg(test)]\nmod tests { use crate::store::parse; }";
    assert_eq!(told(names_only_what_it_may, "analysis/a.rs", text), []);
    assert_eq!(told(names_only_what_it_may, "lib.rs", "pub use app::run;"), []);
}

#[test]
fn egui_is_told_outside_of_the_window_alone() {
    let text = "fn f() {}\nfn colour() -> egui::Color32 { eframe::a() }";
    let twice = [(2, "chart names egui".to_owned()), (2, "chart names egui".to_owned())];
    assert_eq!(told(names_egui_only_in_the_window, "chart/a.rs", text), twice);
    assert_eq!(told(names_egui_only_in_the_window, "ui/a.rs", text), []);
    assert_eq!(told(names_egui_only_in_the_window, "app/window.rs", text), []);
    assert_eq!(told(names_egui_only_in_the_window, "app/lifecycle/step.rs", text).len(), 2);
    assert_eq!(told(names_egui_only_in_the_window, "look/a.rs", "// egui\nfn eguine() {}"), []);
}
