//! What keys reach: a team for the whole window, the things behind the palette, looks in a row.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::evaluation::Weighting;
use mizan::session::Selection;

use crate::desk::Desk;

/// The index of the team whose weighting is shown; none: the mean.
fn shown(desk: &Desk) -> Option<usize> {
    let session = desk.harness.state().session.as_ref().unwrap();
    match &session.weighting {
        Weighting::Mean => None,
        Weighting::Team(id) => desk.scenario().teams.iter().position(|team| team.id == *id),
    }
}

#[test]
fn digits_on_teams_show_a_team_in_the_whole_window_but_not_beneath_a_dialog() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.keys(Modifiers::COMMAND, Key::Num6);
    desk.key(Key::Num2);
    assert_eq!(shown(&desk), Some(1));
    desk.key(Key::F1);
    desk.key(Key::Num1);
    assert_eq!(shown(&desk), Some(1), "the sheet of keys lies over the page");
    desk.key(Key::Escape);
    assert!(desk.harness.query_by_label("Keys").is_none(), "Escape is the sheet's");
    assert_eq!(shown(&desk), Some(1));
    desk.key(Key::Num0);
    assert_eq!(shown(&desk), None);
    desk.key(Key::Num9);
    assert_eq!(shown(&desk), None, "there are four teams");
}

#[test]
fn the_palette_leads_to_teams_and_things() {
    let mut desk = Desk::preset("after-inherent-resolve");
    let scenario = desk.scenario();
    desk.run_command(&scenario.teams[2].name);
    assert_eq!(shown(&desk), Some(2));
    let selection = |desk: &Desk| desk.harness.state().session.as_ref().unwrap().selection.clone();
    desk.run_command(&scenario.options[3].name);
    assert_eq!(selection(&desk), Selection::Option(scenario.options[3].id.clone()));
    desk.run_command(&scenario.criteria[1].name);
    assert_eq!(selection(&desk), Selection::Criterion(scenario.criteria[1].id.clone()));
    assert_eq!(desk.scenario(), scenario, "looking changes nothing");
}

#[test]
fn a_criterions_colours_are_one_stop_with_arrows_inside() {
    let mut desk = Desk::preset("workshop-venue");
    let name = desk.scenario().criteria[1].name.clone();
    desk.run_command(&name);
    let hue = |desk: &Desk| desk.scenario().criteria[1].hue.number();
    let before = hue(&desk);
    desk.harness.get_by_role_and_label(Role::RadioGroup, &format!("Colour {before}")).focus();
    desk.harness.run();
    desk.key(Key::End);
    assert_eq!(hue(&desk), 8);
    desk.key(Key::ArrowLeft);
    assert_eq!(hue(&desk), 7);
    let is_row = |desk: &Desk| desk.focused().is_some_and(|(label, _)| label == "Colour 7");
    assert!(is_row(&desk), "{:?}", desk.focused());
    desk.key(Key::Tab);
    assert!(!is_row(&desk), "one Tab leaves the row: {:?}", desk.focused());
    let left = desk.focused().map(|(label, _)| label);
    assert!(left.is_none_or(|label| !label.starts_with("Colour ")));
}
