//! Assumptions, what scores are without them, and what else the format of the second edition holds.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::model::{AssumptionId, NodeId, OptionId, Passage, Score};

use crate::desk::Desk;

const ROAD: &str = "The ring road is open by March";
const HOTEL: &str = "Ring-road hotel once more";
const CELL: &str = "Ring-road hotel once more, Travel time";

fn road() -> AssumptionId {
    AssumptionId::new("ring-road-open").unwrap()
}

/// The hotel's travel time, as it is written.
fn travel(desk: &Desk) -> Score {
    let (option, criterion) =
        (OptionId::new("ring-road-hotel").unwrap(), NodeId::new("travel").unwrap());
    desk.scenario().scores.get(&option, &criterion).unwrap().clone()
}

/// The warm-up under the mean, on the page of the question.
fn question() -> Desk {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    desk.keys(Modifiers::COMMAND, Key::Num1);
    desk
}

fn turn(desk: &mut Desk) {
    let switch = format!("{ROAD} is taken to hold");
    desk.harness.get_by_role_and_label(Role::CheckBox, &switch).click_accesskit();
    desk.harness.run();
}

fn matrix(desk: &mut Desk) {
    desk.keys(Modifiers::COMMAND, Key::Num2);
}

fn press(desk: &mut Desk, button: &str) {
    desk.harness.get_all_by_label(button).last().unwrap().click_accesskit();
    desk.harness.run();
}

fn select_cell(desk: &mut Desk) {
    desk.harness.get_by_role_and_label(Role::GridCell, CELL).click();
    desk.harness.run();
}

#[test]
fn an_assumption_that_is_switched_off_counts_nowhere_and_is_told_over_the_matrix() {
    let mut desk = question();
    let total = |desk: &Desk| desk.value(&format!("Total of {HOTEL}"));
    let line = "1 assumption is off: “Ring road open”";
    matrix(&mut desk);
    let (score, before) = (desk.value(CELL), total(&desk));
    assert!(!desk.has(line), "{:?}", desk.labels());
    desk.keys(Modifiers::COMMAND, Key::Num1);
    turn(&mut desk);
    matrix(&mut desk);
    let without = travel(&desk).figures(Some(&road())).score;
    assert_eq!(desk.value(CELL), format!("{without}"));
    assert_ne!(desk.value(CELL), score);
    assert_ne!(total(&desk), before);
    assert!(desk.has(line), "{:?}", desk.labels());
    desk.harness.get_by_label(line).click();
    desk.harness.run();
    let switch = format!("{ROAD} is taken to hold");
    assert_eq!(desk.focused().map(|(name, _)| name), Some(switch), "the line leads to the switch");
    desk.key(Key::Space);
    assert!(desk.scenario().assumptions[0].holds, "Space turns it");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(!desk.scenario().assumptions[0].holds);
    desk.keys(Modifiers::COMMAND, Key::Z);
    matrix(&mut desk);
    assert_eq!((desk.value(CELL), total(&desk)), (score, before));
    assert!(!desk.has(line) && !desk.is_changed());
}

#[test]
fn the_palette_leads_to_the_switch_of_an_assumption() {
    let mut desk = Desk::sized(
        mizan::app::Start::Preset(mizan::store::preset("after-inherent-resolve").unwrap()),
        egui::Vec2::new(640.0, 400.0),
    );
    desk.run_command("nato’s mission stays");
    let focused = desk.focused().expect("the switch has the focus");
    assert_eq!(focused.0, "NATO’s mission stays in Iraq is taken to hold");
    let window = desk.harness.ctx.content_rect();
    assert!(window.contains_rect(focused.1), "it came into view: {:?}", focused.1);
    desk.key(Key::Space);
    assert!(!desk.scenario().assumptions.last().unwrap().holds);
}

#[test]
fn what_is_typed_changes_the_score_that_is_shown_and_no_other() {
    let mut desk = question();
    let before = travel(&desk);
    turn(&mut desk);
    matrix(&mut desk);
    select_cell(&mut desk);
    assert!(desk.has("This is the score without “Ring road open”."), "{:?}", desk.labels());
    desk.type_text("48");
    desk.key(Key::Enter);
    let after = travel(&desk);
    assert_eq!(after.figures(Some(&road())).score, 48.0);
    assert_eq!(after.figures(None), before.figures(None));
    assert_eq!(desk.value(CELL), "48");
}

#[test]
fn a_score_without_an_assumption_is_added_changed_and_removed_in_the_inspector() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    let known = travel(&desk).figures(None);
    select_cell(&mut desk);
    desk.refill("Score without Ring road open", "52");
    assert_eq!(travel(&desk).otherwise[&road()].score, 52.0);
    assert_eq!(travel(&desk).figures(None), known, "the other stays");
    press(&mut desk, "Remove the score without Ring road open");
    assert!(travel(&desk).otherwise.is_empty());
    press(&mut desk, "Add a score without an assumption");
    press(&mut desk, ROAD);
    let with = travel(&desk);
    assert_eq!(with.otherwise[&road()].score, with.score, "it begins as what it is with it");
    desk.refill("High without Ring road open", "20");
    assert_eq!(travel(&desk).otherwise[&road()].high, with.high, "below its score: refused");
}

#[test]
fn a_passage_is_pinned_by_selecting_its_words_and_none_of_the_page_is_kept() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Mean");
    let cell = "Complete withdrawal, Iraqi sovereignty";
    desk.harness.get_by_role_and_label(Role::GridCell, cell).click();
    desk.harness.run();
    let evidence = desk.labels().into_iter().find(|label| label.starts_with("Evidence 1: "));
    press(&mut desk, &evidence.unwrap());
    press(&mut desk, "Pin another…");
    let page = "A quaint page: four zebras wander home.";
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "The source’s page").focus();
    desk.harness.run();
    desk.harness.event(Event::Paste(page.to_owned()));
    desk.harness.run();
    assert!(desk.has("Select the words above"), "{:?}", desk.labels());
    desk.keys(Modifiers::COMMAND, Key::A);
    press(&mut desk, "Pin 7 words");
    let (option, criterion) =
        (OptionId::new("complete-withdrawal").unwrap(), NodeId::new("sovereignty").unwrap());
    let scenario = desk.scenario();
    let pinned = scenario.scores.get(&option, &criterion).unwrap().evidence[0].passage.clone();
    assert_eq!(pinned, Passage::of(page));
    let text = mizan::store::to_text(&scenario).unwrap();
    assert!(!text.contains("zebras"), "none of the page is in the file");
    assert!(!desk.has("The source’s page"), "the page is gone");
    press(&mut desk, "Unpin");
    let pinned = desk.scenario().scores.get(&option, &criterion).unwrap().evidence[0].clone();
    assert_eq!(pinned.passage, None);
}

#[test]
fn marking_baseline_and_benchmark_are_typed_and_chosen() {
    let mut desk = question();
    desk.refill("Marking", "For members only");
    assert_eq!(desk.scenario().marking, "For members only");
    assert!(desk.has("For members only"), "the status bar shows it: {:?}", desk.labels());
    desk.harness.get_by_role_and_label(Role::TextInput, "Marking").focus();
    desk.harness.run();
    desk.type_text(&"x".repeat(80));
    desk.type_text("y");
    assert_eq!(desk.scenario().marking, "x".repeat(80), "one more is refused");
    desk.key(Key::Backspace);
    desk.key(Key::Tab);
    press(&mut desk, "Baseline");
    press(&mut desk, "None");
    assert_eq!(desk.scenario().baseline, None);
    matrix(&mut desk);
    fill_benchmark(&mut desk);
    press(&mut desk, "Baseline: what happens if nobody decides anything new");
    assert_eq!(desk.scenario().baseline, OptionId::new("ring-road-hotel"));
}

/// Types the benchmark of the travel time, and comes back to the hotel.
fn fill_benchmark(desk: &mut Desk) {
    let selected = |desk: &mut Desk, role: Role, name: &str| {
        let all = desk.harness.query_all_by_role(role);
        let found = all
            .into_iter()
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(name)));
        found.unwrap_or_else(|| panic!("no {name}")).click();
        desk.harness.run();
    };
    selected(desk, Role::ColumnHeader, "Travel time");
    desk.refill("Benchmark", "30");
    let travel = NodeId::new("travel").unwrap();
    assert_eq!(desk.scenario().criterion(&travel).unwrap().benchmark, Some(30.0));
    desk.refill("Benchmark", "");
    assert_eq!(desk.scenario().criterion(&travel).unwrap().benchmark, None);
    selected(desk, Role::RowHeader, HOTEL);
}

#[test]
fn an_assumption_is_added_below_the_list_and_removed_with_what_hangs_on_it() {
    let mut desk = question();
    desk.harness.get_by_role_and_label(Role::TextInput, "Add assumption…").focus();
    desk.harness.run();
    desk.type_text("It rains");
    desk.key(Key::Enter);
    let names: Vec<String> = desk.scenario().assumptions.iter().map(|it| it.name.clone()).collect();
    assert_eq!(names, [ROAD, "It rains"]);
    let line = desk.harness.get_by_role_and_label(Role::ListBoxOption, ROAD);
    line.click_accesskit();
    desk.harness.run();
    desk.run_command("Remove");
    assert_eq!(desk.scenario().assumptions.len(), 1);
    assert!(travel(&desk).otherwise.is_empty());
}
