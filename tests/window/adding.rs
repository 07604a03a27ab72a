//! Things added to the lists one after another: where each goes, and what stays in the fields.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;

use crate::desk::Desk;

const GROUP: &str = "Add group…";

/// A new scenario on its first page.
fn empty() -> Desk {
    let mut desk = Desk::open(Start::Choice);
    desk.keys(Modifiers::COMMAND, Key::N);
    desk
}

fn focus(desk: &mut Desk, field: &str) {
    desk.harness.get_by_role_and_label(Role::TextInput, field).focus();
    desk.harness.run();
}

fn enter(desk: &mut Desk, names: &[&str]) {
    for name in names {
        desk.type_text(name);
        desk.key(Key::Enter);
    }
}

fn select(desk: &mut Desk, thing: &str) {
    desk.harness.get_by_role_and_label(Role::ListBoxOption, thing).click();
    desk.harness.run();
}

fn paste(desk: &mut Desk, lines: &str) {
    desk.harness.event(Event::Paste(lines.to_owned()));
    desk.harness.run();
}

/// Every group by name, with the name of the one that it is in.
fn groups(desk: &Desk) -> Vec<(String, Option<String>)> {
    let scenario = desk.scenario();
    let name = |id| scenario.group(id).unwrap().name.clone();
    scenario
        .groups
        .iter()
        .map(|group| (group.name.clone(), group.group.as_ref().map(name)))
        .collect()
}

fn within(parent: Option<&str>, names: &[&str]) -> Vec<(String, Option<String>)> {
    names.iter().map(|name| ((*name).to_owned(), parent.map(str::to_owned))).collect()
}

#[test]
fn groups_entered_one_after_another_stand_beside_each_other() {
    let mut desk = empty();
    focus(&mut desk, GROUP);
    enter(&mut desk, &["Security", "Economy"]);
    paste(&mut desk, "Law\nHealth\n");
    enter(&mut desk, &["Nature"]);
    let mut expected = within(None, &["Security", "Economy", "Law", "Health", "Nature"]);
    assert_eq!(groups(&desk), expected);
    select(&mut desk, "Economy");
    focus(&mut desk, GROUP);
    enter(&mut desk, &["Trade", "Work"]);
    expected.extend(within(Some("Economy"), &["Trade", "Work"]));
    assert_eq!(groups(&desk), expected, "in the one that is selected, beside each other");
    select(&mut desk, "Work");
    focus(&mut desk, GROUP);
    enter(&mut desk, &["Wages"]);
    expected.extend(within(Some("Work"), &["Wages"]));
    assert_eq!(groups(&desk), expected, "the one added last is one to go into, once it is chosen");
}

#[test]
fn criteria_go_into_the_group_that_was_just_added() {
    let mut desk = empty();
    focus(&mut desk, GROUP);
    enter(&mut desk, &["Security", "Economy"]);
    focus(&mut desk, "Add criterion…");
    enter(&mut desk, &["Cost", "Growth"]);
    let scenario = desk.scenario();
    for criterion in &scenario.criteria {
        let group = criterion.group.as_ref().and_then(|id| scenario.group(id));
        assert_eq!(group.map(|group| group.name.as_str()), Some("Economy"), "{}", criterion.name);
    }
    assert_eq!(scenario.criteria.len(), 2);
}

/// What stands in a field; that of a dialog stands behind all others in the tree.
fn shown(desk: &Desk, field: &str) -> String {
    let fields = desk.harness.get_all_by_role_and_label(Role::TextInput, field);
    fields.last().unwrap().accesskit_node().value().unwrap_or_default()
}

fn options(desk: &Desk) -> Vec<String> {
    desk.scenario().options.into_iter().map(|option| option.name).collect()
}

#[test]
fn lines_pasted_beside_a_typed_name_leave_it_to_be_added() {
    let mut desk = empty();
    focus(&mut desk, "Add option…");
    desk.type_text("Ferry");
    paste(&mut desk, "Bridge\nTunnel\n");
    assert_eq!(options(&desk), ["Bridge", "Tunnel"]);
    assert_eq!(shown(&desk, "Add option…"), "Ferry");
    desk.key(Key::Enter);
    assert_eq!(options(&desk), ["Bridge", "Tunnel", "Ferry"]);
    assert_eq!(shown(&desk, "Add option…"), "", "it is added");
}

#[test]
fn the_dialog_stays_open_for_a_typed_name_that_lines_were_pasted_beside() {
    let mut desk = Desk::preset("workshop-venue");
    let before = options(&desk).len();
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
    desk.type_text("Ferry");
    paste(&mut desk, "Bridge\nTunnel\n");
    assert_eq!(options(&desk).len(), before + 2);
    assert_eq!(shown(&desk, "Name"), "Ferry");
    desk.key(Key::Enter);
    assert!(options(&desk).contains(&"Ferry".to_owned()), "{:?}", options(&desk));
    assert_eq!(options(&desk).len(), before + 3);
}
