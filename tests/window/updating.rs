//! A document that is too much for a frame: while workers compute, the last results stay, marked.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::app::{Manual, Start};
use mizan::model::{Edit, Elicitation, Judged, Mark, NodeId, Scenario, Team, TeamId};
use mizan::session::results::INLINE_CELLS;
use mizan::store;

use crate::desk::Desk;
use crate::large::scenario;

/// Runs what waits, and shows what came of it; how much that was.
fn release(manual: &Manual, desk: &mut Desk) -> usize {
    let count = manual.run_ready();
    desk.harness.run();
    count
}

fn opened(options: usize, criteria: usize) -> (Desk, Manual) {
    opened_document(&scenario(options, criteria))
}

fn opened_document(scenario: &Scenario) -> (Desk, Manual) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    std::fs::write(&path, store::to_text(scenario).unwrap()).unwrap();
    let (mut desk, manual) = Desk::by_hand(Start::File(path));
    while desk.harness.state().session.is_none() {
        assert!(release(&manual, &mut desk) > 0, "the file is read");
    }
    (desk, manual)
}

/// As wide as the matrix can show, and as high as is too much for a frame.
fn too_large() -> (Desk, Manual) {
    opened(INLINE_CELLS / 100 + 1, 100)
}

#[test]
fn the_last_results_stay_on_screen_marked_until_the_next_are_there() {
    let (mut desk, manual) = too_large();
    assert!(desk.has("Being computed") && desk.has("Updating"), "{:?}", desk.labels());
    assert!(release(&manual, &mut desk) > 0);
    while release(&manual, &mut desk) > 0 {}
    assert!(!desk.has("Being computed") && !desk.has("Updating"), "{:?}", desk.labels());
    // As entered: the row stays in view whatever its new rank.
    desk.harness.get_by_role_and_label(Role::RadioButton, "As entered").click();
    desk.harness.run();
    let (cell, _) = desk.values("Option").into_iter().next().unwrap();
    let total = format!("Total of {}", cell.split(',').next().unwrap());
    let before = desk.value(&total);
    desk.harness.get_by_role_and_label(Role::GridCell, &cell).click();
    desk.harness.run();
    desk.type_text("9.5");
    desk.key(Key::Enter);
    assert!(desk.value(&cell).contains("9.5"), "what was typed: {}", desk.value(&cell));
    assert_eq!(desk.value(&total), before, "the last result");
    assert!(desk.has("Updating"), "and its mark: {:?}", desk.labels());
    while release(&manual, &mut desk) > 0 {}
    assert_ne!(desk.value(&total), before);
    assert!(!desk.has("Updating"));
}

#[test]
fn what_is_gone_is_not_acted_upon_though_it_still_stands_there() {
    let (mut desk, manual) = too_large();
    while release(&manual, &mut desk) > 0 {}
    let cell = desk.values("Option").into_iter().next().unwrap().0;
    let name = cell.split(',').next().unwrap().to_owned();
    let session = desk.harness.state_mut().session.as_mut().unwrap();
    let option = session.scenario().options.iter().find(|option| option.name == name).unwrap();
    let edit = Edit::RemoveOption(option.id.clone());
    let gesture = session.begin_gesture();
    session.apply(&edit, "remove", gesture).unwrap();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::GridCell, &cell).click();
    desk.harness.run();
    desk.type_text("3");
    desk.key(Key::Enter);
    for stage in [Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num2] {
        desk.keys(Modifiers::COMMAND, stage);
    }
    while release(&manual, &mut desk) > 0 {}
    assert!(desk.harness.query_by_role_and_label(Role::GridCell, &cell).is_none());
    assert_eq!(desk.scenario().options.len(), INLINE_CELLS / 100);
}

#[test]
fn strips_name_who_was_first_while_a_document_without_it_is_being_worked_on() {
    let (mut desk, manual) = opened(60, 20);
    desk.keys(Modifiers::COMMAND, Key::Num5);
    while release(&manual, &mut desk) > 0 {}
    let strips = |desk: &Desk| -> Vec<String> {
        desk.labels().into_iter().filter(|label| label.contains(", now ")).collect()
    };
    let before = strips(&desk);
    // Those in view.
    assert!(before.len() >= 8, "{:?}", desk.labels());
    let session = desk.harness.state_mut().session.as_mut().unwrap();
    let first = session.scenario().options[0].id.clone();
    let gesture = session.begin_gesture();
    session.apply(&Edit::RemoveOption(first), "remove", gesture).unwrap();
    desk.harness.run();
    assert_eq!(strips(&desk), before, "names and numbers are of one state");
    while release(&manual, &mut desk) > 0 {}
    assert!(strips(&desk).len() >= 8, "{:?}", desk.labels());
}

/// Two teams that part over two criteria.
fn with_two_teams(mut scenario: Scenario) -> Scenario {
    let ids: Vec<NodeId> = scenario.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    for (place, name) in ["Red", "Blue"].into_iter().enumerate() {
        let weight =
            |(index, id): (usize, &NodeId)| (id.clone(), if index == place { 9.0 } else { 1.0 });
        let mut judged = Judged::default();
        judged.judgement.elicitation =
            Elicitation::Direct(ids.iter().enumerate().map(weight).collect());
        let id = TeamId::new(&name.to_lowercase()).unwrap();
        let team = Team::new(id, name, Mark::nth(place)).judging(judged);
        scenario = scenario.edited(&Edit::AddTeam(team, place)).unwrap();
    }
    scenario
}

#[test]
fn a_comparison_stays_on_screen_while_a_lock_closes() {
    let document = with_two_teams(scenario(20, 10));
    let (mut desk, manual) = opened_document(&document);
    desk.harness.get_by_role_and_label(Role::Tab, "Compare").click();
    desk.harness.run();
    assert!(desk.has("Being computed"), "{:?}", desk.labels());
    while release(&manual, &mut desk) > 0 {}
    let offered = |desk: &Desk| desk.labels().iter().any(|label| label.starts_with("Red takes "));
    assert!(offered(&desk), "{:?}", desk.labels());
    let session = desk.harness.state_mut().session.as_mut().unwrap();
    session.locks.toggle(&document.teams[0].id, &document.criteria[5].id);
    desk.harness.run();
    assert!(offered(&desk) && !desk.has("Being computed"), "{:?}", desk.labels());
    while release(&manual, &mut desk) > 0 {}
    assert!(offered(&desk) && !desk.has("Updating"));
}

#[test]
fn a_workshops_document_waits_for_no_worker() {
    let (desk, manual) = opened(20, 10);
    assert!(!desk.values("Option").is_empty(), "{:?}", desk.labels());
    assert!(!desk.has("Being computed") && !desk.has("Updating"));
    assert!(manual.lanes().is_empty());
}
