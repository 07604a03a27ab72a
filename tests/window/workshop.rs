//! A small workshop by label and role alone: teams weigh by swing, one scores differently, the room
//! looks at the result and at the teams, two teams are compared, a score is taken over, and what is
//! saved says the same on the command line.

use std::process::Command;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::{Clock, Immediate, Services, Start};
use mizan::look::NoFaces;
use mizan::model::{Elicitation, Scenario};
use mizan::session::results::Findings;
use mizan::store;
use mizan::text::{ordinal, total};
use serde_json::Value;

use crate::desk::Desk;

fn json(words: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(words)
        .args(["--format", "json"])
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Presses a button, link or chip, wherever on its page it is.
fn press(desk: &mut Desk, role: Role, label: &str) {
    desk.harness.get_all_by_role_and_label(role, label).last().unwrap().click_accesskit();
    desk.harness.run();
}

fn stage(desk: &mut Desk, stage: &str) {
    desk.harness.get_by_role_and_label(Role::Tab, stage).click();
    desk.harness.run();
}

/// Sentences of a chart's parts.
fn parts(desk: &Desk) -> Vec<String> {
    desk.harness
        .query_all_by_role(Role::ListItem)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// A team begins anew by swing points, and gives each criterion some.
fn weigh(desk: &mut Desk, team: &str, points: &[i32]) {
    desk.show(team);
    press(desk, Role::Button, "Clear the weights");
    if desk.has("Clear weights of another way?") {
        desk.answer("Clear the weights");
    }
    press(desk, Role::RadioButton, "Swing points");
    let sliders: Vec<String> = desk
        .scenario()
        .criteria
        .iter()
        .map(|criterion| format!("Weight of {}", criterion.label()))
        .collect();
    for (slider, points) in sliders.iter().zip(points) {
        desk.harness.get_by_role_and_label(Role::TextInput, slider).focus();
        desk.harness.run();
        desk.type_text(&points.to_string());
        desk.key(Key::Enter);
    }
}

/// The ranked options' totals as the window's ranking chart tells them.
fn check_result(desk: &Desk, entry: &Value, scenario: &Scenario) {
    let told = parts(desk);
    for ranked in entry["ranking"].as_array().unwrap() {
        let option =
            scenario.options.iter().find(|option| ranked["option"] == option.id.as_str()).unwrap();
        let rank = usize::try_from(ranked["rank"].as_u64().unwrap()).unwrap();
        let beginning = format!(
            "{}: {}, {}.",
            option.name,
            ordinal(rank),
            total(ranked["total"].as_f64().unwrap())
        );
        assert!(
            told.iter().any(|sentence| sentence.starts_with(&beginning)),
            "{beginning} is not in {told:?}"
        );
    }
}

/// Takes one score over from a team into another, back, and over again.
fn take_over_and_back(desk: &mut Desk) {
    stage(desk, "Compare");
    let chosen = |desk: &mut Desk, side: &str, view: &str| {
        desk.harness.get_by_role_and_label(Role::ComboBox, side).click();
        desk.harness.run();
        desk.answer(view);
    };
    chosen(desk, "Left side", "Finance team");
    chosen(desk, "Right side", "Guests");
    let button = desk
        .labels()
        .into_iter()
        .find(|label| label.starts_with("Finance team takes 3: Atmosphere × Lakeside boathouse; "))
        .unwrap();
    press(desk, Role::Button, &button);
    let own = |desk: &Desk| {
        desk.judged(0).scores.cells().map(|(_, _, score)| score.score).collect::<Vec<_>>()
    };
    assert_eq!(own(desk), [3.0]);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(own(desk).is_empty(), "taking over is one step");
    desk.keys(Modifiers::COMMAND, Key::Y);
}

#[test]
fn four_teams_weigh_compare_and_save_and_the_command_line_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("workshop.mizan.ron");
    let file = path.to_str().unwrap();
    let mut desk = Desk::open(Start::Choice);
    desk.click("Choosing a venue: a warm-up");
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
    desk.type_text("Guests");
    desk.key(Key::Enter);
    stage(&mut desk, "Weights");
    let weights = [
        ("Finance", [100, 40, 60, 20]),
        ("Out-of-town", [30, 100, 50, 45]),
        ("Programme", [20, 35, 80, 100]),
        ("Guests", [55, 65, 75, 85]),
    ];
    for (team, points) in weights {
        weigh(&mut desk, team, &points);
    }
    for (team, (_, points)) in desk.scenario().teams.iter().zip(weights) {
        let Elicitation::Swing(given) = &team.opened().unwrap().judgement.elicitation else {
            panic!("{} weighs by swing", team.name)
        };
        assert_eq!(
            given.iter().map(|(_, points)| *points).collect::<Vec<_>>(),
            points.map(f64::from),
            "{}",
            team.name
        );
    }
    stage(&mut desk, "Matrix");
    desk.harness.get_by_role_and_label(Role::GridCell, "Lakeside boathouse, Atmosphere").click();
    desk.harness.run();
    desk.tab_to("Guests’s own score");
    desk.type_text("3");
    desk.key(Key::Enter);
    stage(&mut desk, "Teams");
    assert!(parts(&desk).iter().any(|part| part.starts_with("Guests: 1st ")), "{:?}", parts(&desk));

    take_over_and_back(&mut desk);
    desk.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    desk.enter_path(&path);
    assert!(!desk.is_changed());
    stage(&mut desk, "Result");
    let scenario = store::parse(&std::fs::read(&path).unwrap()).unwrap().scenario;
    for team in &scenario.teams {
        desk.show(team.label());
        check_result(&desk, &json(&["rank", file, "--team", team.id.as_str()]), &scenario);
    }
    desk.show("Mean");
    check_result(&desk, &json(&["rank", file, "--team", "mean"]), &scenario);
    stage(&mut desk, "Teams");
    let agreement = json(&["teams", file])["agreement"].clone();
    let (rho, words) =
        (agreement["mean_rho"].as_f64().unwrap(), agreement["words"].as_str().unwrap());
    let shown = format!("Agreement {rho:.2}: {words} on the order, ").replace('-', "−");
    assert!(desk.labels().iter().any(|label| label.starts_with(&shown)), "{:?}", desk.labels());
}

#[test]
fn another_way_of_weighing_keeps_the_old_weights_until_the_first_new_one_and_asks_then() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Finance");
    stage(&mut desk, "Weights");
    let before = desk.scenario();
    let is_swing =
        |desk: &Desk| matches!(desk.judged(0).judgement.elicitation, Elicitation::Swing(_));
    let was_swing = is_swing(&desk);
    press(&mut desk, Role::RadioButton, if was_swing { "Sliders" } else { "Swing points" });
    assert_eq!(desk.scenario(), before, "looking changes nothing");
    desk.harness.get_by_role_and_label(Role::TextInput, "Weight of Seats").focus();
    desk.harness.run();
    desk.key(Key::ArrowUp);
    assert!(desk.has("Begin in another way?"));
    desk.answer("Cancel");
    assert_eq!(desk.scenario(), before);
    desk.harness.get_by_role_and_label(Role::TextInput, "Weight of Seats").focus();
    desk.harness.run();
    desk.key(Key::ArrowUp);
    desk.answer("Weigh anew");
    assert_ne!(is_swing(&desk), was_swing);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.scenario(), before);
}

#[test]
fn two_options_are_chosen_by_keyboard_and_the_waterfall_follows() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Mean");
    stage(&mut desk, "Result");
    assert!(desk.has("Why Economic turn beats Complete withdrawal"), "{:?}", desk.labels());
    desk.harness.get_all_by_role(Role::Figure).next().unwrap().focus();
    desk.harness.run();
    desk.key(Key::End);
    desk.key(Key::Enter);
    desk.key(Key::ArrowUp);
    desk.key(Key::Enter);
    assert!(desk.has("Why Two-phase plan beats Kurdish focus"), "{:?}", desk.labels());
}

#[test]
fn a_stale_weight_is_marked_where_it_is_mended_and_kept_by_a_press() {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Mean");
    desk.type_score("Hillside community centre, Price for the day", "900");
    let stale = |desk: &Desk| {
        let session = desk.harness.state().session.as_ref().unwrap();
        let answer = session.ask(&Findings);
        answer.fresh().unwrap().iter().filter(|found| found.kind.word() == "stale").count()
    };
    let before = stale(&desk);
    assert!(before > 0);
    desk.show("Finance");
    stage(&mut desk, "Weights");
    press(&mut desk, Role::Button, "Keep");
    assert_eq!(stale(&desk), before - 1);
}

#[test]
fn a_team_that_takes_over_whatever_is_left_ends_at_no_difference() {
    let mut desk = Desk::preset("after-inherent-resolve");
    stage(&mut desk, "Compare");
    let names: Vec<String> =
        desk.scenario().teams.iter().take(2).map(|team| team.name.clone()).collect();
    for (side, other) in [(0, 1), (1, 0)] {
        let before = desk.scenario();
        let beginning = format!("{} takes ", names[side]);
        // What was done is told in words that begin alike.
        let is_button =
            |label: &str| label.starts_with(&beginning) && !label.contains(": its lock");
        let mut presses = 0;
        while let Some(button) = desk.labels().into_iter().find(|label| is_button(label)) {
            press(&mut desk, Role::Button, &button);
            presses += 1;
            assert!(presses <= 20, "{button} is still there");
        }
        assert!(desk.has("weigh and score alike"), "{:?}", desk.labels());
        assert!(presses > 5, "{presses}");
        let teams = |desk: &Desk| desk.scenario().teams.clone();
        assert_eq!(teams(&desk)[other], before.teams[other], "the other side stays as it was");
        for _ in 0..presses {
            desk.keys(Modifiers::COMMAND, Key::Z);
        }
        assert_eq!(desk.scenario(), before, "one step of undo each");
    }
}

#[test]
fn a_team_that_takes_a_weight_over_weighs_now() {
    let services =
        Services { clock: Clock::System, faces: Arc::new(NoFaces), ..Services::none(Immediate) };
    let start = Start::Preset(store::preset("after-inherent-resolve").unwrap());
    let mut desk = Desk::with(start, Vec2::new(1280.0, 800.0), services);
    stage(&mut desk, "Compare");
    let before = desk.scenario();
    let takes = format!("{} takes ", before.teams[0].name);
    let is_share = |label: &String| {
        let taken = label.strip_prefix(&takes).and_then(|taken| taken.split(':').next());
        taken.is_some_and(|taken| taken.contains('%'))
    };
    let button = desk.labels().into_iter().find(is_share).unwrap();
    press(&mut desk, Role::Button, &button);
    let weighed = desk.judged(0).judgement.weighed;
    assert!(weighed.is_some(), "{button}");
    assert_ne!(weighed, before.teams[0].opened().unwrap().judgement.weighed);
}

#[test]
fn another_file_is_put_beside_this_one_and_its_change_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.mizan.ron");
    let text = store::preset("workshop-venue").unwrap().text.replacen(
        "title: \"Choosing a venue: a warm-up\"",
        "title: \"Another title\"",
        1,
    );
    std::fs::write(&path, text).unwrap();
    let mut desk = Desk::preset("workshop-venue");
    desk.run_command("Compare with a file");
    desk.enter_path(&path);
    assert!(
        desk.has("This scenario and other.mizan.ron differ in one thing"),
        "{:?}",
        desk.labels()
    );
    let button = desk
        .labels()
        .into_iter()
        .find(|label| label.starts_with("Take over: The title is"))
        .unwrap();
    press(&mut desk, Role::Button, &button);
    assert_eq!(desk.scenario().title, "Another title");
    assert!(desk.has("are alike"));
}

#[test]
fn a_held_share_stays_while_a_neighbours_points_are_moved() {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.show("Baghdad");
    stage(&mut desk, "Weights");
    press(&mut desk, Role::Button, "Hold the share of Sovereignty");
    let shares = |desk: &Desk| desk.evaluation().shares.criteria.clone();
    let before = shares(&desk);
    desk.harness.get_by_role_and_label(Role::TextInput, "Weight of Iranian influence").focus();
    desk.harness.run();
    desk.key(Key::PageUp);
    desk.key(Key::PageUp);
    let after = shares(&desk);
    assert!(
        (after[0] - before[0]).abs() < 1e-9 && after[2] > before[2] + 0.02,
        "{before:?} {after:?}"
    );
}

#[test]
fn a_sealed_team_is_never_compared_and_none_of_its_numbers_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sealed.ron");
    let text = r#"(format: 1, title: "S", criteria: [(id: "c", name: "C"), (id: "d", name: "D")], options: [(id: "o", name: "O"), (id: "p", name: "P")],
        scores: {"o": {"c": (score: 1), "d": (score: 2)}, "p": {"c": (score: 3), "d": (score: 4)}},
        teams: [(id: "s", name: "Secret", weights: {"c": 7}, scores: {"o": {"c": (score: 9.875)}}, seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000")),
        (id: "t", name: "Open", weights: {"c": 1, "d": 1})])"#;
    std::fs::write(&path, text).unwrap();
    let mut desk = Desk::file(&path);
    for page in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7] {
        desk.keys(Modifiers::COMMAND, page);
        assert!(!desk.has("9.875"), "{page:?}");
    }
    assert!(!desk.has("Secret and"), "{:?}", desk.labels());
}
