//! What one team takes over from another on the page of comparisons.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::model::{NodeId, TeamId};

use crate::desk::Desk;

fn is_held(desk: &Desk, team: &TeamId, node: &NodeId) -> bool {
    let session = desk.harness.state().session.as_ref().unwrap();
    session.locks.is_held(team, node)
}

/// Two teams side by side.
fn compared(left: &str, right: &str) -> Desk {
    let mut desk = Desk::preset("after-inherent-resolve");
    desk.harness.get_by_role_and_label(Role::Tab, "Compare").click();
    desk.harness.run();
    for (side, view) in [("Left side", left), ("Right side", right)] {
        desk.harness.get_by_role_and_label(Role::ComboBox, side).click();
        desk.harness.run();
        desk.answer(view);
    }
    desk
}

/// The first button by which a team takes a weight over, with the criterion that it is of.
fn weight_taken(desk: &Desk, team: &str) -> (String, NodeId) {
    let beginning = format!("{team} takes ");
    let is_one = |label: &String| label.starts_with(&beginning) && label.contains(" %: ");
    let button = desk.labels().into_iter().find(is_one).expect("a weight differs");
    let scenario = desk.scenario();
    let is_told = |name: &str| button.contains(&format!(": {name}; "));
    let mut criteria = scenario.criteria.iter();
    let taken = criteria.find(|criterion| is_told(&criterion.name)).expect("it is named");
    (button, taken.id.clone())
}

#[test]
fn the_lock_of_a_share_that_was_taken_over_closes_for_that_team_alone() {
    let (left, right) = ("Baghdad", "Erbil");
    for taker in [left, right] {
        let mut desk = compared(left, right);
        let scenario = desk.scenario();
        let id =
            |name: &str| scenario.teams.iter().find(|team| team.name == name).unwrap().id.clone();
        let mut taken = Vec::new();
        for _ in 0..2 {
            let (button, node) = weight_taken(&desk, taker);
            desk.harness.get_by_role_and_label(Role::Button, &button).click_accesskit();
            desk.harness.run();
            assert!(desk.has("its lock is closed"), "{taker}: {:?}", desk.labels());
            taken.push(node);
            for team in &scenario.teams {
                for criterion in &scenario.criteria {
                    let is_taken = team.id == id(taker) && taken.contains(&criterion.id);
                    let held = is_held(&desk, &team.id, &criterion.id);
                    assert_eq!(held, is_taken, "{taker}, {}, {}", team.name, criterion.name);
                }
            }
        }
        for (key, held) in [(Key::Z, [true, false]), (Key::Z, [false; 2]), (Key::Y, [true, false])]
        {
            desk.keys(Modifiers::COMMAND, key);
            let now = [0, 1].map(|at: usize| is_held(&desk, &id(taker), &taken[at]));
            assert_eq!(now, held, "{taker}: a lock comes and goes with what closed it");
        }
        desk.keys(Modifiers::COMMAND, Key::Num3);
        desk.show(taker);
        let name = scenario.criterion(&taken[0]).unwrap().label();
        assert!(desk.has(&format!("Let the share of {name} go")), "{:?}", desk.labels());
    }
}
