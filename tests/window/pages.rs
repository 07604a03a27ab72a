//! Every page at every size with documents of every kind: nothing panics, bars don't overlap, all
//! is reachable.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{Edit, Group, Mark, NodeId, Range, Scenario, ScoreTable, Team, TeamId};
use mizan::store;

use crate::desk::Desk;
use crate::large;

const LONG: &str = "A name that somebody made as long as sixty characters, to see";

/// Long names everywhere, groups, and more teams than marks.
fn long_names(options: usize, criteria: usize) -> Scenario {
    let mut scenario = large::scenario(options, criteria);
    LONG.clone_into(&mut scenario.title);
    scenario.question = LONG.repeat(3);
    for (index, option) in scenario.options.iter_mut().enumerate() {
        option.name = format!("{index} {LONG}");
        option.note = LONG.repeat(4);
    }
    for (index, criterion) in scenario.criteria.iter_mut().enumerate() {
        criterion.name = format!("{index} {LONG}");
    }
    let (id, empty) = (NodeId::new("group").unwrap(), String::new());
    scenario.groups.push(Group {
        id: id.clone(),
        name: LONG.to_owned(),
        short: empty.clone(),
        note: empty,
        group: None,
    });
    scenario
        .criteria
        .iter_mut()
        .take(criteria / 2)
        .for_each(|criterion| criterion.group = Some(id.clone()));
    for index in 0..12 {
        let team = Team::new(
            TeamId::new(&format!("team-{index}")).unwrap(),
            &format!("{index} {LONG}"),
            Mark::nth(index),
        );
        scenario = scenario.edited(&Edit::AddTeam(team, usize::MAX)).unwrap();
    }
    scenario
}

fn documents() -> Vec<(&'static str, Scenario)> {
    let unscored = |mut scenario: Scenario| {
        scenario.scores = ScoreTable::default();
        scenario
    };
    vec![
        ("empty", Scenario::new("Empty")),
        ("long names", long_names(40, 20)),
        ("nothing scored", unscored(long_names(3, 3))),
        ("one option", large::scenario(1, 1)),
        ("no options", large::scenario(0, 4)),
        ("no criteria", large::scenario(4, 0)),
        (
            "preset",
            store::parse(store::preset("after-inherent-resolve").unwrap().text.as_bytes())
                .unwrap()
                .scenario,
        ),
    ]
}

const SIZES: [Vec2; 4] = [
    Vec2::new(1280.0, 800.0),
    Vec2::new(1920.0, 1080.0),
    Vec2::new(640.0, 400.0),
    Vec2::new(900.0, 500.0),
];

fn opened(scenario: &Scenario, size: Vec2) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.ron");
    std::fs::write(&path, store::to_text(scenario).unwrap()).unwrap();
    Desk::sized(Start::File(path), size)
}

/// What can be pressed or read in a strip of the window, with its place.
fn nodes_in(desk: &Desk, strip: Rect) -> Vec<(String, Rect)> {
    let roles =
        [Role::Button, Role::RadioButton, Role::Label, Role::Status, Role::Tab, Role::ComboBox];
    let nodes =
        roles.into_iter().flat_map(|role| desk.harness.query_all_by_role(role).collect::<Vec<_>>());
    let named = nodes.map(|node| {
        (node.accesskit_node().label().or_else(|| node.value()).unwrap_or_default(), node.rect())
    });
    named
        .filter(|(label, rect)| strip.expand(3.0).contains_rect(*rect) && !label.is_empty())
        .collect()
}

/// What scrolls has nodes below the status bar too: the bar's own are told by their words.
fn is_of_status_bar(label: &str) -> bool {
    let ends = [" to check", " %", "No changes", "Not saved yet", "document.ron"];
    label.chars().count() < 24
        && !label.contains('|')
        && ends.iter().any(|end| label.ends_with(end))
}

fn assert_apart(desk: &Desk, strip: Rect, what: &str) {
    let mut nodes = nodes_in(desk, strip);
    nodes.retain(|(label, _)| strip.top() == 0.0 || is_of_status_bar(label));
    assert!(nodes.len() >= 2, "{what}: {nodes:?}");
    let window =
        Rect::from_min_size(egui::Pos2::ZERO, desk.harness.ctx.content_rect().size()).expand(0.5);
    for (place, (label, rect)) in nodes.iter().enumerate() {
        assert!(window.contains_rect(*rect), "{what}: {label} reaches out of the window: {rect:?}");
        for (other, other_rect) in &nodes[place + 1..] {
            let common = rect.intersect(*other_rect);
            assert!(
                common.width() <= 1.0 || common.height() <= 1.0,
                "{what}: {label} {rect:?} lies over {other} {other_rect:?}"
            );
        }
    }
}

fn scroll_to_top(desk: &mut Desk) {
    desk.harness.hover_at(desk.harness.ctx.content_rect().center());
    desk.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 100_000.0),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    desk.harness.run();
}

#[test]
fn the_bars_fit_every_window_with_every_document() {
    for (name, document) in documents() {
        for size in SIZES {
            let mut desk = opened(&document, size);
            for stage in
                [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7]
            {
                desk.keys(Modifiers::COMMAND, stage);
                if stage == Key::Num1 {
                    // Where it begins in its middle, what is scrolled out of sight has nodes too.
                    scroll_to_top(&mut desk);
                }
                let what = format!("{name}, {stage:?} at {size:?}");
                assert_apart(
                    &desk,
                    Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(size.x, 48.0)),
                    &what,
                );
                let status = Rect::from_min_max(egui::pos2(0.0, size.y - 26.0), size.to_pos2());
                assert_apart(&desk, status, &what);
            }
        }
    }
}

#[test]
fn no_cell_lies_over_another_and_every_row_shows_its_total() {
    for size in SIZES {
        let desk = opened(&long_names(40, 20), size);
        let rows: Vec<Vec<Rect>> = desk
            .harness
            .query_all_by_role(Role::Row)
            .map(|row| {
                row.children()
                    .filter(|node| node.accesskit_node().role() == Role::GridCell)
                    .map(|node| node.rect())
                    .collect()
            })
            .collect();
        assert!(!rows.is_empty() && rows.iter().all(|cells| cells.len() >= 2), "{size:?}");
        for cells in rows {
            // The total comes first in the tree; the cells scroll below it.
            for (place, cell) in cells.iter().enumerate().skip(1) {
                for other in &cells[place + 1..] {
                    assert!(
                        !cell.shrink(1.0).intersects(other.shrink(1.0)),
                        "{size:?}: {cell:?} {other:?}"
                    );
                }
            }
        }
    }
}

/// The focus goes from the first row's head to the last cell and back, at 200 % on a small screen.
#[test]
fn every_cell_is_reached_by_the_keyboard_in_the_smallest_window() {
    let mut desk = opened(&long_names(12, 9), Vec2::new(640.0, 400.0));
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::End);
    desk.harness.run();
    let (label, last) = desk.focused().expect("a cell is active");
    assert!(label.contains(", 8 "), "the last column: {label}");
    let page = Rect::from_min_max(egui::pos2(72.0, 48.0), egui::pos2(640.0, 374.0));
    assert!(page.expand(2.0).contains(last.center()), "{last:?} is in view");
    desk.key(Key::ArrowLeft);
    desk.keys(Modifiers::NONE, Key::Home);
    desk.key(Key::ArrowLeft);
    desk.key(Key::F2);
    assert!(
        desk.harness.query_by_role_and_label(Role::TextInput, "Name").is_some(),
        "the drawer opens on the option"
    );
}

#[test]
fn zooming_is_a_command_and_shows_how_large() {
    let mut desk = Desk::preset("workshop-venue");
    for _ in 0..10 {
        desk.keys(Modifiers::COMMAND, Key::Plus);
    }
    assert!(desk.has("200 %"));
    assert!((desk.harness.ctx.zoom_factor() - 2.0).abs() < 1e-6);
    desk.keys(Modifiers::COMMAND, Key::Num0);
    assert!(desk.has("100 %"));
}

#[test]
fn the_palette_runs_what_is_chosen_and_lists_what_is_enabled() {
    let mut desk = Desk::preset("workshop-venue");
    desk.keys(Modifiers::COMMAND, Key::K);
    assert!(!desk.has("Revert to saved"), "there is nothing to go back from");
    desk.type_text("add team");
    desk.key(Key::Enter);
    assert!(desk.has("New team"));
    desk.type_text("Guests");
    desk.key(Key::Enter);
    assert_eq!(desk.scenario().teams.last().unwrap().name, "Guests");
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.key(Key::ArrowDown);
    desk.key(Key::Escape);
    assert!(desk.harness.query_by_label(mizan::text::palette::HINT).is_none());
}

#[test]
fn a_form_that_is_refused_stays_with_its_reason_and_adds_nothing() {
    let mut desk = Desk::preset("workshop-venue");
    let before = desk.scenario();
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
    desk.type_text("Noise");
    for (end, reason) in [
        ("1,500", "can be read in two ways"),
        ("ten", "is no number"),
        ("", "a number must stand here"),
        ("0", "Not done"),
    ] {
        desk.harness.get_by_role_and_label(Role::TextInput, "To, for a new criterion").focus();
        desk.harness.run();
        desk.keys(Modifiers::COMMAND, Key::A);
        desk.key(Key::Backspace);
        desk.type_text(end);
        desk.key(Key::Enter);
        let labels = desk.labels();
        assert!(labels.iter().any(|label| label.contains(reason)), "{end}: {labels:?}");
        assert_eq!(desk.scenario(), before, "{end}");
        assert_eq!(desk.focused().unwrap().0, "To, for a new criterion", "{end}");
    }
    desk.type_text("120");
    desk.key(Key::Enter);
    let added = desk.scenario().criteria.last().unwrap().clone();
    assert_eq!((added.name.as_str(), added.range), ("Noise", Range::Fixed(0.0, 120.0)));
}

#[test]
fn findings_are_listed_and_lead_to_their_causes() {
    let mut scenario = large::scenario(3, 3);
    let team = Team::new(TeamId::new("late").unwrap(), "Late", Mark::nth(0));
    scenario = scenario.edited(&Edit::AddTeam(team, 0)).unwrap();
    let second = Team::new(TeamId::new("later").unwrap(), "Later", Mark::nth(0));
    scenario = scenario.edited(&Edit::AddTeam(second, 1)).unwrap();
    let mut desk = opened(&scenario, Vec2::new(1280.0, 800.0));
    desk.click("2 to check");
    let told = desk
        .labels()
        .into_iter()
        .find(|label| label.starts_with("The weights from Later are still to come"))
        .unwrap();
    desk.answer(&told);
    assert!(
        desk.harness.query_by_role_and_label(Role::Heading, "No weights from Later yet").is_some(),
        "the page where it is mended"
    );
    desk.key(Key::F8);
    desk.key(Key::F8);
    assert!(
        desk.labels()
            .iter()
            .any(|label| label.starts_with("The weights from Later are still to come")),
        "F8 goes through them"
    );
}

#[test]
fn the_focus_comes_back_after_a_dialog_and_after_a_field_is_left() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    let cell = "Lakeside boathouse, Travel time";
    desk.harness.get_by_role_and_label(Role::GridCell, cell).click();
    desk.harness.run();
    desk.run_command("dark");
    assert_eq!(desk.focused().map(|(label, _)| label).as_deref(), Some(cell), "after the palette");
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.key(Key::Escape);
    assert_eq!(desk.focused().map(|(label, _)| label).as_deref(), Some(cell), "after Escape");
    desk.key(Key::F2);
    desk.key(Key::Escape);
    assert_eq!(desk.focused().map(|(label, _)| label).as_deref(), Some(cell), "after a field");
    desk.type_text("25");
    desk.key(Key::Enter);
    assert_eq!(desk.value(cell), "25");
}

#[test]
fn enter_presses_the_button_that_has_the_focus_in_a_form() {
    let mut desk = Desk::preset("workshop-venue");
    let count = desk.scenario().options.len();
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    desk.type_text("One more");
    desk.tab_to("Cancel");
    desk.key(Key::Enter);
    assert_eq!(desk.scenario().options.len(), count);
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    desk.type_text("One more");
    desk.tab_to("Add and next");
    desk.key(Key::Enter);
    assert!(desk.has("New option"), "the form is there for the next");
    desk.type_text("And another");
    desk.key(Key::Enter);
    assert_eq!(desk.scenario().options.len(), count + 2);
}
