//! The page of weights, driven by hand: points typed and dragged, rows that stay, teams at work.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{Edit, Elicitation, Mark, NodeId, Scenario, Team, TeamId};
use mizan::store;

use crate::desk::Desk;
use crate::large;

/// A document of six criteria with two teams that haven't weighed.
fn unweighed() -> Scenario {
    let mut scenario = large::scenario(4, 6);
    for (place, name) in ["Residents", "Cool"].into_iter().enumerate() {
        let team = Team::new(TeamId::new(&name.to_lowercase()).unwrap(), name, Mark::nth(place));
        scenario = scenario.edited(&Edit::AddTeam(team, place)).unwrap();
    }
    scenario
}

/// That document on its page of weights.
pub fn at_work() -> Desk {
    let mut desk = opened(&unweighed());
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk.show("Residents");
    desk
}

pub fn opened(scenario: &Scenario) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights.ron");
    std::fs::write(&path, store::to_text(scenario).unwrap()).unwrap();
    Desk::open(Start::File(path))
}

pub fn node(index: usize) -> NodeId {
    NodeId::new(&format!("c{index}")).unwrap()
}

pub fn label(index: usize) -> String {
    format!("Weight of Criterion {index}")
}

/// The field of a criterion's points.
fn field(desk: &Desk, label: &str) -> Rect {
    desk.harness.get_by_role_and_label(Role::TextInput, label).rect()
}

pub fn shown(desk: &Desk, label: &str) -> String {
    desk.harness.get_by_role_and_label(Role::TextInput, label).value().unwrap_or_default()
}

fn focus(desk: &mut Desk, label: &str) {
    desk.harness.get_by_role_and_label(Role::TextInput, label).focus();
    desk.harness.run();
}

/// Puts a text in place of what stands in the field that has the focus.
fn replace(desk: &mut Desk, text: &str) {
    desk.keys(Modifiers::COMMAND, Key::A);
    desk.type_text(text);
}

/// A key with the letter that comes of it, in one frame as from a keyboard.
fn press_letter(desk: &mut Desk, key: Key, letter: &str) {
    let input = desk.harness.input_mut();
    let (physical_key, modifiers) = (None, Modifiers::NONE);
    for pressed in [true, false] {
        let repeat = false;
        input.events.push(egui::Event::Key { key, physical_key, pressed, repeat, modifiers });
    }
    input.events.insert(1, egui::Event::Text(letter.to_owned()));
    desk.harness.run();
}

pub fn given(desk: &Desk, team: usize, index: usize) -> Option<f64> {
    desk.judged(team).judgement.weight_of(&node(index))
}

/// The criteria's fields from top to bottom.
fn order(desk: &Desk) -> Vec<usize> {
    let mut fields: Vec<usize> = (0..6).collect();
    fields.sort_by(|a, b| field(desk, &label(*a)).top().total_cmp(&field(desk, &label(*b)).top()));
    fields
}

pub fn has_heading(desk: &Desk, words: &str) -> bool {
    desk.harness.query_by_role_and_label(Role::Heading, words).is_some()
}

#[test]
fn a_team_at_work_says_how_far_it_is_and_what_is_empty_stays_empty() {
    let mut desk = at_work();
    assert!(has_heading(&desk, "No weights from Residents yet"), "{:?}", desk.labels());
    let focused = |desk: &Desk| desk.focused().map(|(label, _)| label);
    assert_eq!(focused(&desk), Some(label(0)), "the first empty one has the focus");
    for points in ["100", "40", "0"] {
        desk.type_text(points);
        desk.key(Key::Enter);
    }
    assert!(has_heading(&desk, "Residents: 3 of 6 given"), "{:?}", desk.labels());
    assert_eq!(focused(&desk), Some(label(3)));
    assert_eq!((shown(&desk, &label(2)), shown(&desk, &label(3))), ("0".into(), String::new()));
    assert!(desk.has("Criterion 3, not given yet") && desk.has("Criterion 0 71 %"));
    desk.show("Cool");
    assert_eq!(focused(&desk), Some(label(0)), "nothing of another team");
    desk.show("Residents");
    assert_eq!(focused(&desk), Some(label(3)), "the first that is empty");
    for points in ["10", "20", "30"] {
        desk.type_text(points);
        desk.key(Key::Enter);
    }
    assert!(
        has_heading(&desk, "Criterion 0 weighs most for Residents: 50 %"),
        "{:?}",
        desk.labels()
    );
}

#[test]
fn points_that_are_emptied_are_taken_away_and_undo_brings_them_back() {
    let mut desk = at_work();
    desk.type_text("30");
    desk.key(Key::Enter);
    focus(&mut desk, &label(0));
    desk.keys(Modifiers::COMMAND, Key::A);
    desk.key(Key::Delete);
    desk.key(Key::Enter);
    assert_eq!(given(&desk, 0, 0), None);
    assert!(has_heading(&desk, "No weights from Residents yet"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(given(&desk, 0, 0), Some(30.0));
}

#[test]
fn what_is_typed_counts_as_it_is_or_is_refused_with_its_reason() {
    let mut desk = at_work();
    for (typed, number) in [("12,5", 12.5), ("0.3", 0.3), ("99.999", 99.999), ("٧٫٥", 7.5)] {
        focus(&mut desk, &label(0));
        replace(&mut desk, typed);
        desk.key(Key::Enter);
        assert_eq!(given(&desk, 0, 0), Some(number), "{typed}");
    }
    for typed in ["250", "−5", "33,333", "ten"] {
        focus(&mut desk, &label(1));
        replace(&mut desk, typed);
        desk.key(Key::Enter);
        assert_eq!(given(&desk, 0, 1), None, "{typed}");
        assert_eq!(shown(&desk, &label(1)), typed, "what was typed stands there");
        let reason = format!("“{typed}”");
        assert!(desk.has(&reason), "{typed}: {:?}", desk.labels());
        assert_eq!(desk.focused().unwrap().0, label(1), "{typed}: the focus stays");
        desk.key(Key::Escape);
    }
}

#[test]
fn half_a_number_is_none_until_it_is_left() {
    let mut desk = at_work();
    desk.type_text("4");
    assert_eq!(given(&desk, 0, 0), None);
    desk.type_text("2");
    desk.key(Key::Tab);
    assert_eq!(given(&desk, 0, 0), Some(42.0));
    assert_eq!(desk.focused().unwrap().0, label(1), "Tab goes to the next points");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(desk.focused().unwrap().0, label(0), "and back");
}

#[test]
fn arrows_and_pages_step_from_what_stands_in_the_field_within_the_scale() {
    let mut desk = at_work();
    desk.type_text("12");
    desk.key(Key::ArrowUp);
    assert_eq!(given(&desk, 0, 0), Some(13.0), "what was typed counts first");
    for (key, points) in [
        (Key::PageUp, 23.0),
        (Key::ArrowDown, 22.0),
        (Key::PageDown, 12.0),
        (Key::PageDown, 2.0),
        (Key::PageDown, 0.0),
    ] {
        desk.key(key);
        assert_eq!(given(&desk, 0, 0), Some(points), "{key:?}");
    }
    assert_eq!(shown(&desk, &label(0)), "0");
}

#[test]
fn rows_stay_under_the_hands_and_are_put_in_order_when_the_page_is_left_or_somebody_asks() {
    let mut desk = at_work();
    let entered: Vec<usize> = (0..6).collect();
    for points in ["10", "20", "30", "40", "50", "100"] {
        let before = order(&desk);
        desk.type_text(points);
        desk.key(Key::Enter);
        assert_eq!((before, order(&desk)), (entered.clone(), entered.clone()), "{points}");
    }
    desk.click("Put in order");
    let sorted: Vec<usize> = entered.iter().rev().copied().collect();
    assert_eq!(order(&desk), sorted);
    assert!(!desk.has("Put in order"), "there is nothing to put in order");
    focus(&mut desk, &label(0));
    replace(&mut desk, "99");
    desk.key(Key::Enter);
    assert_eq!(order(&desk), sorted);
    desk.keys(Modifiers::COMMAND, Key::Z);
    desk.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(order(&desk), sorted, "undo moves no row either");
    desk.keys(Modifiers::COMMAND, Key::Num2);
    desk.keys(Modifiers::COMMAND, Key::Num3);
    assert_eq!(order(&desk), [5, 0, 4, 3, 2, 1]);
}

#[test]
fn a_dragged_slider_snaps_to_whole_points_in_one_step_and_hands_the_focus_to_its_field() {
    let mut desk = at_work();
    desk.type_text("12,5");
    desk.key(Key::Enter);
    let rail = desk.harness.get_by_role_and_label(Role::Slider, &label(1)).rect();
    desk.harness.drag_at(rail.center());
    desk.harness.step();
    for step in 1..=5_u8 {
        desk.harness.hover_at(rail.center() + Vec2::new(f32::from(step) * 3.3, 0.0));
        desk.harness.step();
    }
    desk.harness.drop_at(rail.center() + Vec2::new(16.5, 0.0));
    desk.harness.run();
    let points = given(&desk, 0, 1).unwrap();
    assert!(points > 50.0 && points < 70.0 && points.fract() == 0.0, "{points}");
    assert_eq!(given(&desk, 0, 0), Some(12.5), "the others are as they were typed");
    assert_eq!(desk.focused().unwrap().0, label(1));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(given(&desk, 0, 1), None, "a drag is one step");
}

#[test]
fn the_way_is_chosen_for_all_teams_and_nothing_given_goes_without_asking() {
    let mut desk = at_work();
    for points in ["10", "20", "30", "40", "50", "100"] {
        desk.type_text(points);
        desk.key(Key::Enter);
    }
    let swing = desk.scenario();
    desk.show("Sliders");
    assert_eq!(desk.scenario(), swing, "looking changes nothing");
    desk.show("Cool");
    let is_chosen = |desk: &Desk, way: &str| {
        let chip = desk.harness.get_by_role_and_label(Role::RadioButton, way);
        chip.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(is_chosen(&desk, "Sliders") && !is_chosen(&desk, "Swing points"));
    desk.type_text("7");
    desk.key(Key::Enter);
    assert!(!desk.has("Begin in another way?"), "nothing goes, so nothing is asked");
    assert!(matches!(desk.judged(1).judgement.elicitation, Elicitation::Direct(_)));
    desk.show("Residents");
    desk.type_text("7");
    desk.key(Key::Enter);
    assert!(desk.has("Begin in another way?"));
    desk.answer("Cancel");
    assert_eq!(desk.judged(0), swing.teams[0].opened().unwrap().clone());
    desk.show("Swing points");
    assert_eq!(shown(&desk, &label(5)), "100");
}

#[test]
fn equal_points_are_given_in_the_way_that_is_shown() {
    let mut desk = at_work();
    desk.click("Equal points");
    assert!(has_heading(&desk, "All criteria weigh the same for Residents: 17 % each"));
    assert!((0..6).all(|index| shown(&desk, &label(index)) == "100"));
    desk.show("Sliders");
    desk.show("Cool");
    desk.click("Equal weights");
    assert!(matches!(desk.judged(1).judgement.elicitation, Elicitation::Direct(_)));
    assert!(has_heading(&desk, "All criteria weigh the same for Cool: 17 % each"));
}

#[test]
fn a_lock_is_the_teams_own_closes_by_its_letter_and_takes_no_other_number() {
    let mut desk = at_work();
    for points in ["10", "20", "30", "40", "50", "100"] {
        desk.type_text(points);
        desk.key(Key::Enter);
    }
    focus(&mut desk, &label(2));
    press_letter(&mut desk, Key::L, "l");
    assert!(desk.has("Let the share of Criterion 2 go"));
    assert_eq!(shown(&desk, &label(2)), "30", "the letter is no text");
    replace(&mut desk, "90");
    desk.key(Key::Enter);
    assert_eq!(given(&desk, 0, 2), Some(30.0));
    assert!(desk.has("this share is held"), "{:?}", desk.labels());
    desk.key(Key::Escape);
    desk.show("Cool");
    assert!(desk.has("Hold the share of Criterion 2"), "another team holds nothing");
    desk.show("Residents");
    focus(&mut desk, &label(4));
    desk.key(Key::ArrowUp);
    desk.keys(Modifiers::COMMAND, Key::L);
    assert!(desk.has("Let the share of Criterion 4 go"), "the lock is that of the bar moved last");
    assert!(desk.has("Let the share of Criterion 2 go"), "the other stays closed");
}

#[test]
fn a_reason_is_written_from_the_points_and_read_whole() {
    let mut desk = at_work();
    desk.type_text("10");
    desk.key(Key::F2);
    assert_eq!(given(&desk, 0, 0), Some(10.0), "what was typed counts");
    let reason = "Because everything else can be mended later, and this one can’t be mended at all";
    desk.type_text(reason);
    desk.key(Key::Enter);
    assert_eq!(desk.judged(0).reasons.get(&node(0)).map(String::as_str), Some(reason));
    assert_eq!(desk.focused().unwrap().0, label(1), "Enter goes to the next points");
    let line =
        desk.harness.get_by_role_and_label(Role::Button, "Reason for the weight of Criterion 0");
    assert_eq!(line.value().as_deref(), Some(reason));
}

#[test]
fn the_ranking_and_the_choice_of_the_way_stay_in_view_while_the_rows_scroll() {
    let mut scenario = large::scenario(5, 20);
    let team = Team::new(TeamId::new("residents").unwrap(), "Residents", Mark::nth(0));
    scenario = scenario.edited(&Edit::AddTeam(team, 0)).unwrap();
    let mut desk = opened(&scenario);
    desk.show("Residents");
    desk.keys(Modifiers::COMMAND, Key::Num3);
    let still = |desk: &Desk| {
        let ranking = desk.harness.get_by_role_and_label(Role::Figure, "Live ranking").rect();
        let way = desk.harness.get_by_role_and_label(Role::RadioButton, "Sliders").rect();
        (ranking, way)
    };
    let before = still(&desk);
    for _ in 0..19 {
        desk.key(Key::Tab);
        let (at, rect) = desk.focused().unwrap();
        assert!(rect.top() > before.1.bottom() && rect.bottom() < 780.0, "{at} is out of view");
    }
    assert_eq!(desk.focused().unwrap().0, label(19));
    assert_eq!(still(&desk), before);
}

#[test]
fn rows_are_as_high_as_their_number_and_the_window_allow() {
    let height =
        |desk: &Desk| (field(desk, &label(1)).top() - field(desk, &label(0)).top()).round();
    assert!((height(&at_work()) - 84.0).abs() < f32::EPSILON);
    let mut scenario = large::scenario(4, 7);
    let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
    scenario = scenario.edited(&Edit::AddTeam(team, 0)).unwrap();
    let mut desk = opened(&scenario);
    desk.show("T");
    desk.keys(Modifiers::COMMAND, Key::Num3);
    assert!((height(&desk) - 58.0).abs() < f32::EPSILON);
}

#[test]
fn a_swing_is_asked_for_between_the_ends_of_the_scale_and_its_strip_tells_the_options() {
    let desk = at_work();
    let strips: Vec<String> = desk
        .harness
        .query_all_by_role(Role::Figure)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Where 4 options stand on the scale of Criterion 0"))
        .collect();
    let [strip] = strips.as_slice() else { panic!("{:?}", desk.labels()) };
    for (letter, option, score) in [("A", 0, 0), ("B", 1, 7), ("C", 2, 3), ("D", 3, 10)] {
        assert!(strip.contains(&format!("{letter}  Option {option}: {score}")), "{strip}");
    }
}

#[test]
fn a_document_whose_first_points_are_nothing_is_saved_and_keeps_them_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("begun.mizan.ron");
    std::fs::write(&path, store::to_text(&unweighed()).unwrap()).unwrap();
    let mut desk = Desk::file(&path);
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk.show("Residents");
    desk.type_text("0");
    desk.key(Key::Enter);
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(!desk.is_changed() && desk.has("Saved to begun.mizan.ron"), "{:?}", desk.labels());
    assert_eq!(given(&desk, 0, 0), Some(0.0), "what was typed stays while the document is open");
    let saved = store::parse(&std::fs::read(&path).unwrap()).unwrap().scenario;
    assert!(!saved.open_teams().next().unwrap().judgement().is_begun());
}

#[test]
fn how_shares_come_about_is_said_of_a_team_that_weighs_so_alone() {
    let mut desk = Desk::preset("workshop-venue");
    desk.keys(Modifiers::COMMAND, Key::Num3);
    let is_said = |desk: &Desk| desk.has("Share = points");
    desk.show("Mean");
    assert!(!is_said(&desk), "the mean's shares are the mean of the teams'");
    desk.show("Finance");
    assert!(is_said(&desk), "{:?}", desk.labels());
    desk.click("Sliders");
    assert!(!is_said(&desk), "{:?}", desk.labels());
}
