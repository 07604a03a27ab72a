//! Ways of weighing: judgements that a team gave in one go for those of another only once somebody
//! said so.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mizan::model::{
    Edit, Elicitation, Judged, Judgement, Mark, NodeId, RankWeights, Scenario, Team, TeamId,
};

use crate::desk::Desk;
use crate::large;
use crate::weights::{at_work, node, opened};

/// A judgement in each way, as far as it was given.
fn judgements() -> Vec<Elicitation> {
    let pairs = (0..6).flat_map(|a| (a + 1..6).map(move |b| (node(a), node(b), 2.0)));
    let order: Vec<Vec<NodeId>> = (0..6).map(|index| vec![node(index)]).collect();
    vec![
        Elicitation::Pairwise(pairs.collect()),
        Elicitation::Ranking(RankWeights::RankSum, order),
        Elicitation::Direct([(node(0), 3.0), (node(1), 1.0)].into_iter().collect()),
        Elicitation::Swing(vec![(node(0), 100.0), (node(1), 40.0)]),
    ]
}

/// A team that weighed so, on the page of weights.
fn weighed(elicitation: &Elicitation) -> Desk {
    let judgement = Judgement { elicitation: elicitation.clone(), ..Judgement::default() };
    let team = Team::new(TeamId::new("residents").unwrap(), "Residents", Mark::nth(0));
    let team = team.judging(Judged { judgement, ..Judged::default() });
    let scenario: Scenario = large::scenario(4, 6).edited(&Edit::AddTeam(team, 0)).unwrap();
    let mut desk = opened(&scenario);
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk.show("Residents");
    desk
}

/// A way on the page, what is pressed there, what asks before it, and how that is answered.
const PRESSED: [(&str, &str, &str, &str); 4] = [
    ("Swing points", "Equal points", "Begin in another way?", "Weigh anew"),
    ("Sliders", "Equal weights", "Begin in another way?", "Weigh anew"),
    ("Swing points", "Clear the weights", "Clear weights of another way?", "Clear the weights"),
    ("Sliders", "Clear the weights", "Clear weights of another way?", "Clear the weights"),
];

fn is_in_way(elicitation: &Elicitation, way: &str) -> bool {
    match elicitation {
        Elicitation::Swing(_) => way == "Swing points",
        Elicitation::Direct(_) => way == "Sliders",
        _ => false,
    }
}

fn press(desk: &mut Desk, button: &str) {
    desk.harness.get_by_role_and_label(Role::Button, button).click();
    desk.harness.run();
}

#[test]
fn judgements_of_another_way_go_only_when_somebody_says_so() {
    for elicitation in judgements() {
        for (way, button, title, answer) in PRESSED {
            let what = format!("{button} in {way} over {elicitation:?}");
            let mut desk = weighed(&elicitation);
            desk.show(way);
            let before = desk.scenario();
            press(&mut desk, button);
            if is_in_way(&elicitation, way) {
                assert!(!desk.has(title), "{what}: nothing of another way goes");
                assert_ne!(desk.scenario(), before, "{what}");
                continue;
            }
            assert!(desk.has(title), "{what}: {:?}", desk.labels());
            desk.answer("Cancel");
            assert_eq!(desk.scenario(), before, "{what}");
            press(&mut desk, button);
            desk.answer(answer);
            let judgement = desk.judged(0).judgement;
            assert!(is_in_way(&judgement.elicitation, way), "{what}: {judgement:?}");
            assert_eq!(judgement.is_begun(), button != "Clear the weights", "{what}");
            desk.keys(Modifiers::COMMAND, Key::Z);
            assert_eq!(desk.scenario(), before, "{what}: one step");
        }
    }
}

#[test]
fn where_nothing_was_given_nothing_is_asked() {
    for (way, button) in [("Swing points", "Equal points"), ("Sliders", "Equal weights")] {
        let mut desk = at_work();
        desk.show(way);
        press(&mut desk, button);
        assert!(!desk.has("Begin in another way?"), "{way}");
        assert!(is_in_way(&desk.judged(0).judgement.elicitation, way), "{way}");
    }
}
