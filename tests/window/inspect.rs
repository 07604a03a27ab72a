//! The inspector: every field is an edit, one focus one step, what is refused is said where it was
//! typed, and nothing else moves.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::model::{Grade, NodeId, OptionId, Range, Score, ValueFunction};

use crate::desk::Desk;

const CELL: &str = "Lakeside boathouse, Travel time";

/// The warm-up under the mean, a cell selected.
fn desk() -> Desk {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    desk.harness.get_by_role_and_label(Role::GridCell, CELL).click();
    desk.harness.run();
    desk
}

fn score(desk: &Desk) -> Score {
    let (option, criterion) = (OptionId::new("boathouse").unwrap(), NodeId::new("travel").unwrap());
    desk.scenario().scores.get(&option, &criterion).unwrap().clone()
}

fn criterion(desk: &Desk, id: &str) -> mizan::model::Criterion {
    desk.scenario().criterion(&NodeId::new(id).unwrap()).unwrap().clone()
}

/// Presses a button, wherever in the inspector it is.
fn press(desk: &mut Desk, button: &str) {
    let node = desk.harness.get_all_by_label(button).last().unwrap();
    node.click_accesskit();
    desk.harness.run();
}

fn select_head(desk: &mut Desk, criterion: &str) {
    let heads = desk.harness.query_all_by_role(Role::ColumnHeader);
    let head = heads
        .into_iter()
        .find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(criterion))
        })
        .unwrap();
    head.click();
    desk.harness.run();
}

#[test]
fn typing_a_reason_is_one_step_of_undo_that_names_what_it_takes_back() {
    let mut desk = desk();
    let before = desk.scenario();
    desk.key(Key::F2);
    for letter in ["N", "e", "w", "."] {
        desk.type_text(letter);
    }
    assert!(score(&desk).reason.contains("New."), "{}", score(&desk).reason);
    assert!(desk.has("Undo reason of Boathouse, Travel time"), "{:?}", desk.labels());
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((desk.scenario(), desk.is_changed()), (before, false));
    desk.type_text("Again.");
    assert!(
        score(&desk).reason.contains("Again.") && !score(&desk).reason.contains("New."),
        "the field follows the undo and keeps the focus"
    );
}

#[test]
fn what_breaks_a_rule_is_said_below_its_field_and_the_old_value_kept() {
    let mut desk = desk();
    let before = desk.scenario();
    desk.refill("Low", "99");
    assert_eq!(score(&desk).low, Some(15.0), "a low above the score is refused");
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Low");
    assert!(
        field
            .accesskit_node()
            .data()
            .description()
            .is_some_and(|told| told.starts_with("Not done")),
        "the field says why"
    );
    desk.refill("High", "2x");
    assert!(desk.labels().iter().any(|label| label.contains("is no number")));
    assert_eq!(desk.scenario(), before);
    desk.refill("Low", "12.5");
    assert_eq!(score(&desk).low, Some(12.5));
    desk.refill("Low", "");
    assert_eq!(score(&desk).low, None, "an empty end takes it out");
}

#[test]
fn a_number_counts_once_it_is_whole() {
    let mut desk = desk();
    desk.harness.get_by_role_and_label(Role::TextInput, "Score").focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::A);
    for typed in ["1", "7", ".", "5"] {
        desk.type_text(typed);
        assert_eq!(
            (score(&desk).score, score(&desk).low),
            (20.0, Some(15.0)),
            "half a number is none"
        );
    }
    desk.keys(Modifiers::COMMAND, Key::S);
    assert_eq!(score(&desk).score, 17.5, "a command sees what is typed");
    desk.key(Key::Escape);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(score(&desk).score, 20.0);
}

#[test]
fn a_number_counts_when_another_thing_is_clicked_and_escape_drops_it() {
    let mut desk = desk();
    for (ends, expected) in [("click", 44.0), ("escape", 44.0), ("enter", 12.0)] {
        desk.harness.get_by_role_and_label(Role::TextInput, "Score").focus();
        desk.harness.run();
        desk.keys(Modifiers::COMMAND, Key::A);
        desk.type_text(if ends == "enter" { "12" } else { "44" });
        match ends {
            "click" => desk
                .harness
                .get_by_role_and_label(Role::GridCell, "Old town library, Seats")
                .click(),
            "escape" => desk.harness.key_press(Key::Escape),
            _ => desk.harness.key_press(Key::Enter),
        }
        desk.harness.run();
        assert_eq!(score(&desk).score, expected, "{ends}");
        desk.harness.get_by_role_and_label(Role::GridCell, CELL).click();
        desk.harness.run();
    }
}

#[test]
fn the_sliders_handles_move_by_mouse_and_by_arrows() {
    let mut desk = desk();
    let before = score(&desk);
    let handle = desk.harness.get_by_role_and_label(Role::Slider, "Score").rect().center();
    desk.harness.drag_at(handle);
    desk.harness.step();
    for step in 1..=4_u8 {
        desk.harness.hover_at(handle + Vec2::new(15.0 * f32::from(step), 0.0));
        desk.harness.step();
    }
    desk.harness.drop_at(handle + Vec2::new(60.0, 0.0));
    desk.harness.run();
    let moved = score(&desk);
    let distance = moved.score - before.score;
    assert!(distance > 10.0, "{moved:?}");
    assert_eq!(
        [moved.low, moved.high],
        [before.low, before.high].map(|end| end.map(|end| end + distance)),
        "the range goes with its score, as far as that and no further"
    );
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(score(&desk).score, 20.0, "a drag is one step");
    desk.harness.get_by_role_and_label(Role::Slider, "Low").focus();
    desk.harness.run();
    desk.key(Key::ArrowLeft);
    assert!(score(&desk).low.unwrap() < 15.0);
}

#[test]
fn a_grade_is_pressed_letter_and_digit_and_pressed_away() {
    let mut desk = desk();
    press(&mut desk, "C: fairly reliable");
    press(&mut desk, "3: possibly true");
    assert_eq!(score(&desk).grade, Grade::new('C', 3));
    assert!(desk.has("2 cells on weak evidence"));
    press(&mut desk, "C: fairly reliable");
    assert_eq!(score(&desk).grade, None);
    press(&mut desk, "1: confirmed");
    assert_eq!(score(&desk).grade, Grade::new('F', 1), "a digit alone leaves the source unjudged");
}

#[test]
fn a_teams_own_score_is_typed_beside_the_base_and_emptied_again() {
    let mut desk = desk();
    desk.refill("Finance’s own score", "25");
    let own = |desk: &Desk| {
        let judged = desk.judged(0);
        judged
            .scores
            .get(&OptionId::new("boathouse").unwrap(), &NodeId::new("travel").unwrap())
            .map(|score| score.score)
    };
    assert_eq!((own(&desk), score(&desk).score), (Some(25.0), 20.0));
    desk.refill("Finance’s own score", "");
    assert_eq!(own(&desk), None);
}

#[test]
fn evidence_is_added_from_the_sources_and_taken_out() {
    let mut desk = desk();
    let before = score(&desk).evidence.len();
    press(&mut desk, "Add evidence");
    let title = desk.scenario().sources[0].title.clone();
    desk.answer(&title);
    assert_eq!(score(&desk).evidence.len(), before + 1);
    desk.refill("Place in the source", "page 3");
    assert_eq!(score(&desk).evidence.last().unwrap().at, "page 3");
    press(&mut desk, "Remove");
    assert_eq!(score(&desk).evidence.len(), before);
}

#[test]
fn a_range_that_would_exclude_a_score_is_refused_and_goal_and_unit_change() {
    let mut desk = desk();
    select_head(&mut desk, "Travel time");
    let before = criterion(&desk, "travel");
    let Range::Fixed(min, _) = before.range else { panic!("a fixed range") };
    desk.refill("To", "7");
    assert_eq!(criterion(&desk, "travel").range, before.range);
    desk.refill("To", "90");
    assert_eq!(criterion(&desk, "travel").range, Range::Fixed(min, 90.0));
    press(&mut desk, "high is good");
    assert_ne!(criterion(&desk, "travel").goal, before.goal);
    desk.refill("Unit", "minutes by tram");
    assert_eq!(criterion(&desk, "travel").unit, "minutes by tram");
    press(&mut desk, "Observed");
    assert_eq!(criterion(&desk, "travel").range, Range::Observed);
    press(&mut desk, "Fixed");
    let Range::Fixed(min, max) = criterion(&desk, "travel").range else { panic!("a fixed range") };
    assert!(min <= 20.0 && max >= 50.0, "it holds every score");
}

#[test]
fn a_value_function_is_made_of_points_that_are_dragged_typed_added_and_removed() {
    let mut desk = desk();
    select_head(&mut desk, "Travel time");
    let points = |desk: &Desk| match criterion(desk, "travel").value {
        ValueFunction::Piecewise(points) => points,
        ValueFunction::Linear => Vec::new(),
    };
    press(&mut desk, "By points");
    assert_eq!(points(&desk), [(0.0, 1.0), (60.0, 0.0)], "the straight line, turned by the goal");
    press(&mut desk, "Add point");
    desk.refill("Score of point 2", "20");
    desk.refill("Value of point 2", "0.9");
    assert_eq!(points(&desk), [(0.0, 1.0), (20.0, 0.9), (60.0, 0.0)]);
    desk.refill("Value of point 2", "1.5");
    assert_eq!(points(&desk)[1], (20.0, 0.9), "a value above one is refused");
    press(&mut desk, "Remove point 2");
    assert_eq!(points(&desk).len(), 2);
    press(&mut desk, "Straight");
    assert_eq!(criterion(&desk, "travel").value, ValueFunction::Linear);
}

#[test]
fn a_must_have_rules_out_what_misses_it() {
    let mut desk = desk();
    select_head(&mut desk, "Travel time");
    press(&mut desk, "At most");
    desk.refill("Must-have score", "38");
    assert!(desk.value("Total of Hillside community centre").contains("ruled out: Travel time"));
    press(&mut desk, "Nothing");
    assert!(!desk.value("Total of Hillside community centre").contains("ruled out: Travel time"));
}

#[test]
fn an_option_is_renamed_moved_and_removed_and_its_id_stays() {
    let mut desk = desk();
    desk.harness.get_by_role_and_label(Role::RowHeader, "Lakeside boathouse").click();
    desk.harness.run();
    desk.key(Key::F2);
    desk.keys(Modifiers::COMMAND, Key::A);
    desk.type_text("Boathouse by the lake");
    assert_eq!(desk.scenario().options[0].name, "Boathouse by the lake");
    assert_eq!(desk.scenario().options[0].id.as_str(), "boathouse");
    desk.keys(Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowDown);
    assert_eq!(desk.scenario().options[1].id.as_str(), "boathouse");
    desk.refill("Letter", "B");
    assert_eq!(desk.scenario().options[1].letter.as_str(), "A", "another option has that letter");
    desk.refill("Letter", "z");
    assert!(desk.labels().iter().any(|label| label.contains("is no letter of an option")));
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Delete);
    assert!(desk.scenario().options.iter().all(|option| option.id.as_str() != "boathouse"));
    assert!(desk.has("Undo removing Boathouse"));
}

#[test]
fn an_empty_name_is_refused_in_its_field_and_the_old_one_comes_back_by_escape_or_the_mouse() {
    let shown = |desk: &Desk| {
        let field = desk.harness.get_by_role_and_label(Role::TextInput, "Name");
        field.accesskit_node().value().unwrap_or_default()
    };
    for is_by_mouse in [false, true] {
        let mut desk = desk();
        select_head(&mut desk, "Travel time");
        desk.refill("Name", "");
        assert_eq!(criterion(&desk, "travel").name, "Travel time");
        desk.key(Key::Tab);
        assert_eq!(
            (desk.focused().unwrap().0.as_str(), shown(&desk).as_str()),
            ("Name", ""),
            "no key leads out of it"
        );
        if is_by_mouse {
            desk.harness.get_by_role_and_label(Role::TextInput, "Short name").click();
            desk.harness.run();
        } else {
            desk.key(Key::Escape);
        }
        assert_eq!(shown(&desk), "Travel time");
    }
}
