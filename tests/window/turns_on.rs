//! What a decision of four teams turns on, driven by label and role: every number of the page is
//! what `mizan teams` says.

use std::process::Command;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{Criterion, NodeId, OptionId, Scenario, TeamId};
use mizan::session::Selection;
use mizan::store;
use mizan::text;
use serde_json::Value;

use crate::desk::Desk;

const PRESET: &str = "after-inherent-resolve";
const PAGE: Vec2 = Vec2::new(1400.0, 1500.0);

fn told(words: &[&str]) -> Value {
    let words = words.iter().chain(&["--format", "json"]);
    let output = Command::new(env!("CARGO_BIN_EXE_mizan")).arg("teams").args(words).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The page of a document, on the view of this name.
fn page(start: Start, view: &str) -> Desk {
    let mut desk = Desk::sized(start, PAGE);
    desk.keys(Modifiers::COMMAND, Key::Num6);
    look_at(&mut desk, view);
    desk
}

fn preset(view: &str) -> Desk {
    page(Start::Preset(store::preset(PRESET).unwrap()), view)
}

fn look_at(desk: &mut Desk, view: &str) {
    desk.harness.get_by_role_and_label(Role::RadioButton, view).click();
    desk.harness.run();
}

fn labels(desk: &Desk, role: Role) -> Vec<String> {
    desk.harness.get_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
}

/// The sentence of the part of a chart that begins so.
#[track_caller]
fn part(desk: &Desk, beginning: &str) -> String {
    let parts = labels(desk, Role::ListItem);
    let found = parts.iter().find(|part| part.starts_with(beginning));
    found.unwrap_or_else(|| panic!("{beginning:?}: {parts:#?}")).clone()
}

fn option<'a>(document: &'a Scenario, id: &Value) -> &'a str {
    document.option(&OptionId::new(id.as_str().unwrap()).unwrap()).unwrap().label()
}

fn criterion<'a>(document: &'a Scenario, id: &Value) -> &'a Criterion {
    document.criterion(&NodeId::new(id.as_str().unwrap()).unwrap()).unwrap()
}

fn team<'a>(document: &'a Scenario, id: &str) -> &'a str {
    document.team(&TeamId::new(id).unwrap()).unwrap().label()
}

/// Points in tenths, rounded up.
fn up(points: f64) -> f64 {
    (points * 10.0 - 1e-6).ceil() / 10.0
}

#[test]
fn losses_and_cruxes_are_those_of_the_command_line() {
    let (desk, found) = (preset("What it turns on"), told(&[PRESET]));
    let document = desk.scenario();
    let ten = |number: &Value| text::total(number.as_f64().unwrap());
    for (id, worst) in found["regret"]["worst"].as_object().unwrap() {
        let name = option(&document, &id.clone().into());
        let said = part(&desk, &format!("{name}: at worst {} of ten; ", ten(worst)));
        for (of_team, losses) in found["regret"]["loss"].as_object().unwrap() {
            let loss = format!("{} {}", team(&document, of_team), ten(&losses[id]));
            assert!(said.contains(&loss), "{loss}: {said}");
        }
    }
    let least = option(&document, &found["regret"]["least"][0]);
    let said = format!("With {least} the worst-off team loses least, ");
    assert!(desk.has(&said), "{:?}", desk.labels());
    for crux in found["crux"].as_array().unwrap().iter().take(5) {
        let about = criterion(&document, &crux["criterion"]).label();
        let name = match crux["option"].as_str() {
            None => about.to_owned(),
            Some(_) => format!("{} × {about}", option(&document, &crux["option"])),
        };
        let said = part(&desk, &format!("{name}: from "));
        assert!(said.ends_with(&format!("moves {} of ten", ten(&crux["points"]))), "{said}");
    }
}

#[test]
fn roads_and_mends_are_those_of_the_command_line() {
    let (desk, found) = (preset("What it turns on"), told(&[PRESET]));
    let document = desk.scenario();
    let road = &found["road"][0];
    let mut sum = 0.0;
    for (id, moves) in road["moves"].as_object().unwrap() {
        let points: f64 = 50.0
            * moves.as_object().unwrap().values().map(|it| it.as_f64().unwrap().abs()).sum::<f64>();
        sum += up(points);
        let said =
            part(&desk, &format!("{}, {} points: ", team(&document, id), text::plain(up(points))));
        for (node, change) in moves.as_object().unwrap() {
            let sign = if change.as_f64().unwrap() < 0.0 { "−" } else { "+" };
            let name = criterion(&document, &node.clone().into()).label();
            assert!(said.contains(&format!("{name} {sign}")), "{said}");
        }
    }
    let sum = text::plain((sum * 10.0).round() / 10.0);
    let to = option(&document, &road["option"]);
    let heading = format!("{sum} points of weight would bring all four teams to {to}");
    assert!(labels(&desk, Role::Heading).contains(&heading), "{:?}", labels(&desk, Role::Heading));
    for mend in found["mend"].as_array().unwrap() {
        let scores = mend["scores"].as_array().unwrap();
        let counted = text::counts::counted(scores.len(), "score");
        let said = part(&desk, &format!("{}: {counted}: ", option(&document, &mend["option"])));
        for score in scores {
            let about = criterion(&document, &score["criterion"]);
            let from = text::plain(score["from"].as_f64().unwrap());
            let [(_, rest)] = [said.split_once(&format!("{} ", about.label())).unwrap()];
            let shown: f64 =
                rest.split_once(&format!(" instead of {from}")).unwrap().0.parse().unwrap();
            let (to, from) = (score["to"].as_f64().unwrap(), score["from"].as_f64().unwrap());
            let is_enough = if to > from { shown >= to - 1e-6 } else { shown <= to + 1e-6 };
            assert!(is_enough && (shown - to).abs() <= 0.1 + 1e-9, "{shown} for {to}: {said}");
        }
        let inside = !mend["inside"]["change"].is_null();
        assert_eq!(said.contains("no change does it"), !inside, "{said}");
    }
}

#[test]
fn any_two_teams_are_asked_where_they_differ() {
    let mut desk = preset("What it turns on");
    let document = desk.scenario();
    // Two chips, one after the other, are the two that are asked.
    for (a, b) in [("White House", "Erbil"), ("Baghdad", "Security officials")] {
        desk.show(a);
        desk.show(b);
        let id = |name: &str| {
            document.teams.iter().find(|team| team.label() == name).unwrap().id.to_string()
        };
        let pair = format!("{},{}", id(a), id(b));
        let between = told(&[PRESET, "--between", &pair])["between"].clone();
        let [x, y] = [0, 1].map(|place| option(&document, &between["options"][place]));
        let gap = text::total(between["total"].as_f64().unwrap().abs());
        let said = part(&desk, "Weights ");
        let end = format!("of the {gap} points between their leads of {x} over {y}");
        assert!(said.ends_with(&end), "{said}");
        let steps = between["steps"].as_array().unwrap();
        let listed: Vec<String> = labels(&desk, Role::ListItem)
            .into_iter()
            .filter(|part| part.contains(": then both put "))
            .collect();
        assert_eq!(listed.len(), steps.len().min(6), "{listed:?}");
        for (step, said) in steps.iter().zip(&listed) {
            let taker = team(&document, step["team"].as_str().unwrap());
            let name = criterion(&document, &step["criterion"]).label();
            assert!(said.starts_with(&format!("{taker} ")) && said.contains(name), "{said}");
        }
    }
    desk.harness.get_by_role_and_label(Role::ComboBox, "One team").click();
    desk.harness.run();
    desk.answer("Erbil · B");
    let between = told(&[PRESET, "--between", "erbil,security-officials"])["between"].clone();
    let gap = text::total(between["total"].as_f64().unwrap().abs());
    let said = part(&desk, "Weights ");
    assert!(said.contains(&format!("of the {gap} points between their leads of ")), "{said}");
}

#[test]
fn a_press_goes_from_a_disagreement_to_its_score_or_its_weight() {
    let mut desk = preset("What it turns on");
    let press = |desk: &mut Desk, beginning: &str| {
        let label = part(desk, beginning);
        desk.harness.get_by_role_and_label(Role::ListItem, &label).click();
        desk.harness.run();
    };
    press(&mut desk, "Complete withdrawal × Cost");
    let selection = |desk: &Desk| desk.harness.state().session.as_ref().unwrap().selection.clone();
    assert!(matches!(selection(&desk), Selection::Cell(..)), "{:?}", selection(&desk));
    assert!(desk.harness.query_by_role(Role::Grid).is_some(), "the matrix is shown");
    desk.keys(Modifiers::COMMAND, Key::Num6);
    press(&mut desk, "Sovereignty: from ");
    assert!(desk.has("For all teams:"), "the weights are shown: {:?}", desk.labels());
}

#[test]
fn another_option_is_told_of_and_tried_on_a_copy() {
    let mut desk = preset("What it turns on");
    let mended = part(&desk, "Two-phase plan: 3 scores: ");
    desk.harness.get_by_role_and_label(Role::ListItem, &mended).click();
    desk.harness.run();
    assert!(desk.has("To Two-phase plan"), "{:?}", desk.labels());
    let before = desk.scenario();
    desk.click("Try on a copy");
    let copy = desk.scenario();
    let changed = copy
        .scores
        .cells()
        .filter(|(option, criterion, score)| before.scores.get(option, criterion) != Some(score));
    assert_eq!(changed.count(), 3, "the copy has the scores");
    let evaluations = mizan::evaluation::Evaluations::from(&copy);
    let two_phase = copy.options.iter().position(|it| it.label() == "Two-phase plan").unwrap();
    for team in evaluations.weighed_teams() {
        let mut winners = team.ranking().winners();
        assert!(winners.any(|winner| winner.option == two_phase), "{}", team.result().team.name);
    }
}

#[test]
fn a_team_ranks_by_gut_with_keys_alone_and_sees_it_beside_the_model() {
    let mut desk = page(Start::Preset(store::preset(PRESET).unwrap()), "Side by side");
    assert!(desk.harness.query_by_role_and_label(Role::RadioButton, "Then and now").is_none());
    desk.show("Erbil");
    desk.run_command("Rank by gut");
    assert!(desk.has("Erbil by gut: which option comes first?"), "{:?}", desk.labels());
    assert!(!desk.has("of ten") && !desk.has("holds unless"), "no total is in sight");
    // The first option has the focus: it goes two places down, then to the end.
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowDown);
    let ranking = |desk: &Desk| -> Vec<String> {
        desk.judged(3).gut_ranking.iter().map(ToString::to_string).collect()
    };
    let order = [
        "kurdish-focus",
        "economic-turn",
        "complete-withdrawal",
        "economic-turn-nato",
        "two-phase-plan",
    ];
    assert_eq!(ranking(&desk), order);
    desk.key(Key::End);
    assert_eq!(ranking(&desk)[4], "complete-withdrawal");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(ranking(&desk), order, "a move is a step");
    assert!(desk.has("Erbil by gut: all options ranked"));
    desk.click("Done");
    desk.keys(Modifiers::COMMAND, Key::Num6);
    look_at(&mut desk, "Then and now");
    let document = desk.scenario();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("gut.ron");
    std::fs::write(&file, store::to_text(&document).unwrap()).unwrap();
    let found = told(&[file.to_str().unwrap()])["gut"]["erbil"].clone();
    let moved = option(&document, &found["moved"]);
    let said = part(&desk, &format!("Erbil: {moved} moved most, from "));
    let tau = found["kendall_tau"].as_f64().unwrap();
    assert!(said.ends_with(&format!("τ {tau:.2}").replace('-', "−")), "{said}: {tau}");
}

/// Two teams with a closed round behind them.
fn rounds() -> String {
    let body = |first: u8| {
        format!(
            r#"criteria: [(id: "a", name: "Alpha"), (id: "b", name: "Beta")],
            options: [(id: "x", name: "Xenon"), (id: "y", name: "Yttrium")],
            scores: {{"x": {{"a": (score: 10), "b": (score: 0)}}, "y": {{"a": (score: 0), "b": (score: 10)}}}},
            teams: [
                (id: "one", name: "One", weights: {{"a": {first}, "b": 1}}),
                (id: "two", name: "Two", weights: {{"a": 1, "b": 3}}),
            ],"#
        )
    };
    let (now, then) = (body(3), body(1));
    format!(
        r#"(format: 1, title: "Rounds", {now} rounds: [(name: "First", closed: "2026-11-28T10:00:00Z", {then})])"#
    )
}

#[test]
fn teams_are_followed_from_round_to_round_and_a_round_stands_beside_now() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rounds.ron");
    std::fs::write(&file, rounds()).unwrap();
    let mut desk = page(Start::File(file.clone()), "Then and now");
    let found = told(&[file.to_str().unwrap()])["rounds"][0]["teams"]["one"].clone();
    assert!((found["points"].as_f64().unwrap() - 25.0).abs() < 1e-9);
    let said = part(&desk, "One, First → now: 25 points, ");
    assert_eq!(
        said,
        "One, First → now: 25 points, not towards the mean, no new reason, first Xenon"
    );
    assert!(labels(&desk, Role::Heading).contains(&"One moved most, First → now".to_owned()));
    desk.keys(Modifiers::COMMAND, Key::Num7);
    for (side, view) in [("Left side", "One"), ("Right side", "One (First)")] {
        desk.harness.get_by_role_and_label(Role::ComboBox, side).click();
        desk.harness.run();
        desk.answer(view);
    }
    let button =
        desk.labels().into_iter().find(|label| label.starts_with("One takes 50 %: Alpha; "));
    let button = button.unwrap_or_else(|| panic!("{:?}", desk.labels()));
    let is_back = desk.labels().iter().any(|label| label.starts_with("One (First) takes "));
    assert!(!is_back, "a closed round takes nothing over");
    desk.harness.get_by_role_and_label(Role::Button, &button).click();
    desk.harness.run();
    assert!(desk.has("Nothing differs."), "{:?}", desk.labels());
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(!desk.has("Nothing differs."), "it is one step of undo");
}

#[test]
fn where_all_agree_there_is_nothing_to_bring_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agreed.ron");
    std::fs::write(&file, rounds().replace(r#""b": 3"#, r#""b": 0.5"#)).unwrap();
    let desk = page(Start::File(file), "What it turns on");
    let headings = labels(&desk, Role::Heading);
    assert!(headings.contains(&"Both teams put Xenon first".to_owned()), "{headings:?}");
    // Each stands twice in the tree, as a label and as its text.
    let said = desk.labels().iter().filter(|it| *it == "Nothing to bring together.").count();
    assert_eq!(said, 2 * 2);
    assert!(desk.has("Both put Xenon first"), "{:?}", desk.labels());
}
