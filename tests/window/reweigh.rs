//! Weights changed in the matrix itself: bars dragged by their top edge, points by the keyboard,
//! shares held.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::Queryable as _;
use mizan::evaluation::Weighting;
use mizan::model::NodeId;

use crate::desk::Desk;

fn shares(desk: &Desk) -> Vec<f64> {
    desk.evaluation().shares.criteria.clone()
}

fn handle(desk: &Desk, criterion: &str) -> Pos2 {
    desk.harness
        .get_by_role_and_label(Role::Slider, &format!("Share of {criterion}"))
        .rect()
        .center()
}

/// Presses on a handle and moves it up by some points, a step a frame; the button stays down.
fn hold(desk: &mut Desk, criterion: &str, up: f32) -> Pos2 {
    let start = handle(desk, criterion);
    desk.harness.drag_at(start);
    desk.harness.step();
    for step in 1..=8_u8 {
        desk.harness.hover_at(start - Vec2::new(0.0, up * f32::from(step) / 8.0));
        desk.harness.step();
    }
    start - Vec2::new(0.0, up)
}

fn drag(desk: &mut Desk, criterion: &str, up: f32) {
    let end = hold(desk, criterion, up);
    desk.harness.drop_at(end);
    desk.harness.run();
}

fn baghdad() -> Desk {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Baghdad");
    desk
}

/// The height of the highest bar.
const HIGHEST: f64 = 54.0;

#[test]
fn a_dragged_bar_takes_the_share_that_it_is_as_high_as_and_the_others_keep_their_proportions() {
    let mut desk = baghdad();
    let before = (desk.scenario(), shares(&desk));
    let heaviest = before.1.iter().copied().fold(0.0, f64::max);
    let risk = 1;
    drag(&mut desk, "ISIS risk", 20.0);
    let after = shares(&desk);
    let wished = before.1[risk] + 20.0 / HIGHEST * heaviest;
    assert!((after[risk] - wished).abs() < 0.011, "{} instead of {wished}", after[risk]);
    // The criteria beside it at the top of the tree.
    for (a, b) in [(0, 2), (2, 3), (3, 4)] {
        assert!((before.1[a] * after[b] - before.1[b] * after[a]).abs() < 1e-9, "{a} and {b}");
    }
    assert!(desk.has("Undo Baghdad’s weight for ISIS risk"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), before.0, "a drag is one step");
}

#[test]
fn shift_drags_by_whole_points_and_escape_takes_the_drag_back() {
    let mut desk = baghdad();
    let before = desk.scenario();
    desk.harness.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    drag(&mut desk, "ISIS risk", 13.0);
    desk.harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    let points = shares(&desk)[1] * 100.0;
    assert!((points - points.round()).abs() < 1e-6, "{points}");
    desk.keys(Modifiers::COMMAND, Key::Z);
    let end = hold(&mut desk, "ISIS risk", 15.0);
    assert_ne!(desk.scenario(), before);
    desk.key(Key::Escape);
    assert_eq!((desk.scenario(), desk.is_changed()), (before.clone(), false));
    desk.harness.hover_at(end + Vec2::new(0.0, 9.0));
    desk.harness.step();
    desk.harness.drop_at(end);
    desk.harness.run();
    assert_eq!(desk.scenario(), before, "nothing more comes of a drag that was taken back");
    assert!(!desk.has("Undo Baghdad"), "there is nothing to undo");
}

#[test]
fn a_held_share_stays_and_cannot_be_dragged() {
    let mut desk = baghdad();
    desk.harness.get_by_role_and_label(Role::ColumnHeader, "Iraqi sovereignty, 29 %").click();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::L);
    let before = shares(&desk);
    drag(&mut desk, "ISIS risk", 12.0);
    let after = shares(&desk);
    assert!(
        (after[0] - before[0]).abs() < 1e-12 && after[1] > before[1] + 0.03,
        "{before:?} {after:?}"
    );
    let scenario = desk.scenario();
    drag(&mut desk, "Sovereignty", 12.0);
    assert_eq!(desk.scenario(), scenario);
    desk.harness.get_by_role_and_label(Role::ColumnHeader, "Iraqi sovereignty, 29 %").click();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::L);
    drag(&mut desk, "Sovereignty", 12.0);
    assert_ne!(desk.scenario(), scenario, "let go, it can be dragged");
}

#[test]
fn rows_wait_for_the_end_of_the_drag_before_they_change_places() {
    let mut desk = baghdad();
    let rows = |desk: &Desk| {
        desk.values("Total of").into_iter().map(|(label, _)| label).collect::<Vec<_>>()
    };
    let before = rows(&desk);
    let end = hold(&mut desk, "Militia exposure", 150.0);
    assert_eq!(rows(&desk), before);
    desk.harness.drop_at(end);
    desk.harness.run();
    assert_ne!(rows(&desk), before);
}

#[test]
fn alt_and_arrows_move_the_active_columns_share_by_points() {
    let mut desk = baghdad();
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    let before = desk.scenario();
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    assert!((shares(&desk)[0] - 0.30).abs() < 1e-9, "{}", shares(&desk)[0]);
    for _ in 0..3 {
        desk.keys(Modifiers::ALT, Key::ArrowDown);
    }
    assert!((shares(&desk)[0] - 0.27).abs() < 1e-9, "{}", shares(&desk)[0]);
    for _ in 0..4 {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(desk.scenario(), before, "each press is a step");
}

#[test]
fn the_mean_has_no_handles_and_a_sealed_team_no_numbers() {
    let mut desk = baghdad();
    let handles =
        |desk: &Desk| desk.labels().iter().filter(|label| label.starts_with("Share of ")).count();
    assert_eq!(handles(&desk), 8);
    desk.show("Mean");
    assert_eq!(handles(&desk), 0);
    let before = desk.scenario();
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(desk.scenario(), before);
}

#[test]
fn a_criterion_under_the_pointer_is_lit_and_removing_it_leaves_nothing_lit() {
    let mut desk = baghdad();
    let head = desk
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Risk of an ISIS resurgence, 12 %")
        .rect()
        .center();
    desk.harness.hover_at(head);
    desk.harness.run();
    desk.harness
        .get_by_role_and_label(Role::ColumnHeader, "Risk of an ISIS resurgence, 12 %")
        .click();
    desk.harness.run();
    desk.key(Key::Delete);
    assert!(desk.scenario().criterion(&NodeId::new("isis-risk").unwrap()).is_none());
    assert_eq!(
        desk.harness.state().session.as_ref().unwrap().weighting,
        Weighting::Team(desk.scenario().teams[0].id.clone())
    );
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.scenario().criterion(&NodeId::new("isis-risk").unwrap()).is_some());
}
