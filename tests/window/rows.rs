//! The matrix's rows: they stay while scores are typed and go to their places when it is left; how
//! many of them are seen.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::Queryable as _;
use mizan::app::Start;
use mizan::chart::matrix::View;
use mizan::store;

use crate::desk::Desk;
use crate::large;

const PRESET: &str = "after-inherent-resolve";
const STATUS_BAR: f32 = 26.0;
const LEGEND: f32 = 38.0;

/// The options' names from top to bottom.
fn rows(desk: &Desk) -> Vec<String> {
    let totals = desk.values("Total of ").into_iter();
    totals.map(|(label, _)| label.trim_start_matches("Total of ").to_owned()).collect()
}

/// The same as the present ranking has them.
fn ranked(desk: &Desk) -> Vec<String> {
    let scenario = desk.scenario();
    let rows = View::ranked_rows(&scenario, &desk.evaluation().ranking);
    rows.into_iter().map(|option| scenario.options[option].name.clone()).collect()
}

fn as_entered(desk: &Desk) -> Vec<String> {
    desk.scenario().options.into_iter().map(|option| option.name).collect()
}

/// Types a score so bad that the leader leads no more.
fn type_leader_away(desk: &mut Desk) {
    let leader = rows(desk)[0].clone();
    for (criterion, score) in [
        ("Iraqi sovereignty", "0"),
        ("Risk of an ISIS resurgence", "10"),
        ("Iranian influence", "10"),
    ] {
        desk.type_score(&format!("{leader}, {criterion}"), score);
    }
}

fn focus_elsewhere(desk: &mut Desk) {
    desk.harness.get_by_role_and_label(Role::RadioButton, "Ranked").focus();
    desk.harness.run();
}

#[test]
fn rows_stay_while_scores_are_typed_and_say_where_they_would_go() {
    let mut desk = Desk::preset(PRESET);
    let before = rows(&desk);
    type_leader_away(&mut desk);
    assert_eq!(rows(&desk), before);
    let told = desk.value(&format!("Total of {}", before[0]));
    let place = ranked(&desk).iter().position(|name| *name == before[0]).unwrap() + 1;
    assert!(place > 1 && told.ends_with(&format!("moves to place {place}")), "{told}");
    focus_elsewhere(&mut desk);
    assert_eq!(rows(&desk), ranked(&desk));
    assert!(!desk.value(&format!("Total of {}", before[0])).contains("moves to"));
}

#[test]
fn rank_now_lets_the_rows_go_while_the_focus_stays() {
    let mut desk = Desk::preset(PRESET);
    type_leader_away(&mut desk);
    assert_ne!(rows(&desk), ranked(&desk));
    assert!(desk.has("Rank now"), "what moves them is at hand");
    let focused = desk.focused().map(|(label, _)| label);
    desk.keys(Modifiers::COMMAND, Key::R);
    assert_eq!(rows(&desk), ranked(&desk));
    assert_eq!(desk.focused().map(|(label, _)| label), focused);
    assert!(!desk.has("Rank now"), "nothing is left to move");
}

/// What can be done to the order of rows, and whether it leaves them where they are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Type,
    Undo,
    Team,
    Leave,
    RankNow,
    AsEntered,
    Ranked,
    Reopen,
}

fn act(desk: &mut Desk, deed: Deed, turn: usize) {
    match deed {
        Deed::Type => {
            let names = rows(desk);
            let cell = format!("{}, Iranian influence", names[turn % names.len()]);
            desk.type_score(&cell, ["0", "10", "3"][turn % 3]);
        }
        Deed::Undo => desk.keys(Modifiers::COMMAND, Key::Z),
        Deed::Team => desk.show(["Baghdad", "Erbil", "Mean"][turn % 3]),
        Deed::Leave => focus_elsewhere(desk),
        Deed::RankNow => desk.keys(Modifiers::COMMAND, Key::R),
        Deed::AsEntered => desk.show("As entered"),
        Deed::Ranked => desk.show("Ranked"),
        Deed::Reopen => *desk = Desk::preset(PRESET),
    }
}

#[test]
fn in_every_order_of_deeds_typing_moves_nothing_and_leaving_ranks() {
    use Deed::{AsEntered, Leave, RankNow, Ranked, Reopen, Team, Type, Undo};
    let all = [Type, Undo, Team, Leave, RankNow, AsEntered, Ranked, Reopen];
    for first in all {
        for second in all {
            let mut desk = Desk::preset(PRESET);
            let mut is_ranked = true;
            for (turn, deed) in [Type, first, second, Type, Undo, Leave].into_iter().enumerate() {
                let before = rows(&desk);
                act(&mut desk, deed, turn);
                is_ranked = (is_ranked && deed != AsEntered) || matches!(deed, Ranked | Reopen);
                let what = format!("{first:?}, {second:?}: {deed:?} at {turn}");
                match deed {
                    Type => assert_eq!(rows(&desk), before, "{what}"),
                    Undo => {}
                    _ if is_ranked => assert_eq!(rows(&desk), ranked(&desk), "{what}"),
                    _ => assert_eq!(rows(&desk), as_entered(&desk), "{what}"),
                }
            }
        }
    }
}

#[test]
fn what_is_taken_back_under_the_hand_moves_no_row() {
    let mut desk = Desk::preset(PRESET);
    type_leader_away(&mut desk);
    let held = rows(&desk);
    for _ in 0..3 {
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert_eq!(rows(&desk), held);
    }
    assert_eq!(ranked(&desk), held);
    assert!(!desk.has("Rank now"));
}

fn opened(desk_size: Vec2, options: usize, criteria: usize) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    let mut scenario = large::scenario(options, criteria);
    scenario.question = "Which of these courses of action should be taken, and by whom? ".repeat(9);
    std::fs::write(&path, store::to_text(&scenario).unwrap()).unwrap();
    Desk::sized(Start::File(path), desk_size)
}

/// The rows that are seen whole above the status bar.
fn whole_rows(desk: &Desk, size: Vec2) -> Vec<Rect> {
    let names = desk.harness.query_all_by_role(Role::RowHeader);
    let page = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(size.x, size.y - STATUS_BAR));
    names.map(|name| name.rect()).filter(|name| page.contains_rect(*name)).collect()
}

#[test]
fn five_options_and_the_legend_stand_on_a_laptop_below_a_long_question() {
    for size in [Vec2::new(1280.0, 800.0), Vec2::new(1366.0, 768.0)] {
        let desk = opened(size, 5, 6);
        let rows = whole_rows(&desk, size);
        assert_eq!(rows.len(), 5, "{size:?}");
        let last = rows.iter().map(Rect::bottom).fold(0.0, f32::max);
        assert!(last + LEGEND <= size.y - STATUS_BAR, "{size:?}: {last}");
    }
}

#[test]
fn of_thirty_options_at_least_eight_are_seen() {
    for size in [Vec2::new(1280.0, 800.0), Vec2::new(1366.0, 768.0), Vec2::new(1920.0, 1080.0)] {
        let desk = opened(size, 30, 20);
        let rows = whole_rows(&desk, size);
        assert!(rows.len() >= 8, "{size:?}: {}", rows.len());
    }
}

#[test]
fn at_twice_the_size_on_a_small_screen_the_head_and_a_row_stay_in_view() {
    let size = Vec2::new(683.0, 384.0);
    let mut desk = opened(size, 12, 6);
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::End);
    desk.harness.run();
    assert!(!whole_rows(&desk, size).is_empty());
    let heads: Vec<Rect> =
        desk.harness.query_all_by_role(Role::ColumnHeader).map(|head| head.rect()).collect();
    let page = Rect::from_min_max(egui::pos2(0.0, 48.0), egui::pos2(size.x, size.y - STATUS_BAR));
    assert!(!heads.is_empty() && heads.iter().all(|head| page.y_range().contains(head.top())));
    assert!(heads.iter().all(|head| page.y_range().contains(head.bottom())), "{heads:?}");
}

#[test]
fn on_a_large_screen_a_small_matrix_takes_the_room() {
    let size = Vec2::new(2560.0, 1440.0);
    let desk = opened(size, 5, 8);
    let rows = whole_rows(&desk, size);
    let last = rows.iter().map(Rect::bottom).fold(0.0, f32::max);
    assert!(rows.len() == 5 && last > size.y / 2.0, "{last}");
}

#[test]
fn a_document_begins_at_its_leader_however_the_last_one_was_scrolled() {
    let size = Vec2::new(1280.0, 800.0);
    let mut desk = opened(size, 30, 20);
    let leader = ranked(&desk)[0].clone();
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::End);
    desk.harness.run();
    assert_ne!(rows(&desk)[0], leader, "it was scrolled");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("again.ron");
    std::fs::write(&path, store::to_text(&desk.scenario()).unwrap()).unwrap();
    desk.drop_files(&[&path]);
    assert_eq!(rows(&desk)[0], leader);
    let first = desk.harness.get_by_role_and_label(Role::RowHeader, &leader).rect();
    assert!(whole_rows(&desk, size).contains(&first));
}
