//! The page of weights with more criteria than the window has room for: only rows in view are laid
//! out, and the keyboard reaches all.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::model::{Edit, Mark, Team, TeamId};

use crate::desk::Desk;
use crate::large;
use crate::weights::{given, label, opened};

const COUNT: usize = 60;

/// A document of many criteria, on its page of weights for a team that hasn't weighed.
fn many() -> Desk {
    let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
    let scenario = large::scenario(3, COUNT).edited(&Edit::AddTeam(team, 0)).unwrap();
    let mut desk = opened(&scenario);
    desk.show("T");
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk
}

/// The names of the fields of points that are laid out.
fn fields(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.query_all_by_role(Role::TextInput).map(|node| node.accesskit_node());
    let labels = nodes.filter_map(|node| node.label());
    labels.filter(|label| label.starts_with("Weight of ")).collect()
}

/// Where the keyboard is, which has to be in view.
fn place(desk: &Desk) -> String {
    let (at, rect) = desk.focused().expect("the keyboard is somewhere");
    assert!(rect.top() > 0.0 && rect.bottom() < 800.0, "{at} is out of view");
    at
}

#[test]
fn rows_out_of_view_are_not_laid_out() {
    let mut desk = many();
    let is_near = |desk: &Desk, first: usize| {
        let fields = fields(desk);
        assert!((3..20).contains(&fields.len()), "{fields:?}");
        assert!(fields.contains(&label(first)), "{fields:?}");
    };
    is_near(&desk, 0);
    for _ in 0..30 {
        desk.key(Key::Tab);
    }
    is_near(&desk, 30);
    assert!(!fields(&desk).contains(&label(0)));
}

#[test]
fn tab_reaches_each_row_in_turn_and_comes_back() {
    let mut desk = many();
    for index in 1..COUNT {
        desk.key(Key::Tab);
        assert_eq!(place(&desk), label(index));
    }
    for index in (0..COUNT - 1).rev() {
        desk.keys(Modifiers::SHIFT, Key::Tab);
        assert_eq!(place(&desk), label(index));
    }
}

#[test]
fn enter_goes_on_from_row_to_row_and_from_the_last_to_the_first_that_is_empty() {
    let mut desk = many();
    desk.key(Key::Tab);
    for index in 1..COUNT {
        assert_eq!(place(&desk), label(index));
        desk.type_text("20");
        desk.key(Key::Enter);
        assert_eq!(given(&desk, 0, index), Some(20.0));
    }
    assert_eq!(place(&desk), label(0), "far out of view until then");
    desk.type_text("7");
    desk.key(Key::Enter);
    assert_eq!(given(&desk, 0, 0), Some(7.0));
}

#[test]
fn what_is_being_typed_stays_when_its_row_is_scrolled_away() {
    let mut desk = many();
    desk.type_text("3");
    let rows = desk.focused().expect("the points have the focus").1;
    desk.harness.hover_at(rows.center());
    desk.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::Vec2::new(0.0, -2_000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..30 {
        desk.harness.step();
    }
    assert!(desk.focused().is_some_and(|(at, rect)| at == label(0) && rect.bottom() < 0.0));
    desk.type_text("5");
    desk.key(Key::Enter);
    assert_eq!(given(&desk, 0, 0), Some(35.0));
}
