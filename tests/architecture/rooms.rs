//! The order of the rooms inside the window: what `ui` and `app` are put together from.

use crate::Violation;
use crate::house::{Arrow, House, small_house};

/// Rooms of `ui`, each with those beside itself that it may name.
const UI: [(&str, &[&str]); 11] = [
    ("theme", &[]),
    ("typeset", &["theme"]),
    ("stage", &[]),
    ("command", &["stage"]),
    ("action", &["command"]),
    ("context", &["command", "action", "stage"]),
    ("visit", &["stage", "context"]),
    ("widgets", &["theme", "typeset", "command", "action", "context"]),
    ("adding", &["theme", "typeset", "command", "action", "context", "widgets"]),
    (
        "panels",
        &[
            "theme", "typeset", "command", "action", "stage", "context", "visit", "widgets",
            "adding",
        ],
    ),
    ("dialogs", &["theme", "typeset", "command", "action", "context", "widgets", "adding"]),
];

/// Rooms of `app` that know nothing of the rest of it, beside those named.
const APP: [(&str, &[&str]); 9] = [
    ("lifecycle", &[]),
    ("jobs", &[]),
    ("frame_log", &[]),
    ("picker", &["lifecycle"]),
    ("preferences", &[]),
    ("clock", &[]),
    ("keeper", &["clock"]),
    ("breakdown", &["clock", "keeper"]),
    ("services", &["jobs", "picker", "clock", "breakdown"]),
];

pub fn keep_their_order(house: &House) -> Vec<Violation> {
    let wrong = house.arrows().into_iter().filter(|arrow| !may(house, arrow));
    wrong
        .map(|arrow| Violation {
            path: house.sources[arrow.from].path.clone(),
            line: arrow.line,
            what: format!("{} in {}", arrow.path, house.sources[arrow.to].path),
        })
        .collect()
}

fn may(house: &House, arrow: &Arrow) -> bool {
    let room = |file: usize| {
        let module = &house.sources[file].module;
        Some((module.first()?.as_str(), module.get(1)?.as_str()))
    };
    let (Some((floor, from)), Some((other, to))) = (room(arrow.from), room(arrow.to)) else {
        return true;
    };
    let (rooms, is_complete): (&[(&str, &[&str])], bool) = match floor {
        "ui" => (&UI, true),
        "app" => (&APP, false),
        _ => return true,
    };
    if floor != other || from == to {
        return true;
    }
    match rooms.iter().find(|(room, _)| *room == from) {
        Some((_, may)) => may.contains(&to),
        None => !is_complete,
    }
}

/// What the rule finds in a file among those that stand here.
fn told(from: &str, text: &str) -> Vec<String> {
    let rest = [
        ("ui/mod.rs", "pub use widgets::field::Field;"),
        ("ui/widgets/field.rs", "pub struct Field;"),
        ("ui/panels/rail.rs", "pub fn ui() {}"),
        ("ui/theme.rs", "pub struct Theme;"),
        ("app/window.rs", "pub struct App;"),
        ("app/jobs.rs", "pub struct Lane;"),
    ];
    let files: Vec<_> =
        rest.into_iter().filter(|(path, _)| *path != from).chain([(from, text)]).collect();
    let found = keep_their_order(&small_house(&files)).into_iter();
    found.map(|v| format!("{}:{}: {}", v.path, v.line, v.what)).collect()
}

#[test]
fn a_room_that_names_a_higher_one_is_told() {
    assert_eq!(
        told("ui/widgets/field.rs", "use crate::ui::panels::rail;\nfn f() { rail::ui() }"),
        ["ui/widgets/field.rs:2: rail::ui in ui/panels/rail.rs"]
    );
    assert_eq!(
        told("ui/theme.rs", "use super::Field;"),
        ["ui/theme.rs:1: super::Field in ui/widgets/field.rs"]
    );
    assert_eq!(told("ui/unknown.rs", "use super::theme::Theme;").len(), 1);
    assert_eq!(
        told("app/lifecycle/step.rs", "use crate::app::jobs::Lane;"),
        ["app/lifecycle/step.rs:1: crate::app::jobs::Lane in app/jobs.rs"]
    );
}

#[test]
fn what_a_room_may_name_is_not_told() {
    assert_eq!(told("ui/panels/rail.rs", "use crate::ui::{Field, theme::Theme};"), [""; 0]);
    assert_eq!(told("app/window.rs", "use super::jobs::Lane;\nuse crate::ui::Field;"), [""; 0]);
    assert_eq!(told("app/jobs.rs", "use crate::ui::theme::Theme;"), [""; 0]);
}
