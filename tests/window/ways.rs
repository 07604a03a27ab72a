//! All of a team's weights changed at once, in the way that is shown and in another.

use egui::{Key, Modifiers};
use mizan::model::{Edit, Elicitation, Judgement, Mark, Team, TeamId};

use crate::desk::Desk;
use crate::large;
use crate::weights::{at_work, given, node, opened};

/// A document of six criteria that its team has weighed by comparing pairs.
fn weighed_by_pairs() -> Desk {
    let mut scenario = large::scenario(4, 6);
    let residents = TeamId::new("residents").unwrap();
    let team = Team::new(residents.clone(), "Residents", Mark::nth(0));
    scenario = scenario.edited(&Edit::AddTeam(team, 0)).unwrap();
    let beside = |one: usize| (one + 1..6).map(move |other| (node(one), node(other), 2.0));
    let pairs = (0..6).flat_map(beside).collect();
    let judgement = Judgement { elicitation: Elicitation::Pairwise(pairs), ..Judgement::default() };
    let mut desk = opened(&scenario.edited(&Edit::Judge(residents, judgement)).unwrap());
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk.show("Residents");
    desk
}

#[test]
fn all_weights_at_once_ask_before_those_of_another_way_go() {
    let ways: [(&[&str], &str); 4] = [
        (&[], "Equal points"),
        (&[], "Clear the weights"),
        (&["Sliders"], "Equal weights"),
        (&["Sliders"], "Clear the weights"),
    ];
    for (chosen, button) in ways {
        let mut desk = weighed_by_pairs();
        chosen.iter().for_each(|way| desk.show(way));
        let pairs = desk.scenario();
        desk.click(button);
        assert!(desk.has("Begin in another way?"), "{button}: {:?}", desk.labels());
        assert_eq!(desk.scenario(), pairs, "{button} takes nothing before it is answered");
        desk.answer("Cancel");
        assert_eq!(desk.scenario(), pairs, "{button}");
        desk.click(button);
        desk.answer("Weigh anew");
        let given = (0..6).filter_map(|index| given(&desk, 0, index)).collect::<Vec<_>>();
        let wished = if button == "Clear the weights" { vec![] } else { vec![100.0; 6] };
        assert_eq!(given, wished, "{button}");
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert_eq!(desk.scenario(), pairs, "{button}: Undo brings them back");
    }
}

#[test]
fn all_weights_at_once_ask_nothing_where_the_way_stays_or_nothing_was_given() {
    for button in ["Equal points", "Clear the weights"] {
        let mut desk = at_work();
        desk.type_text("10");
        desk.key(Key::Enter);
        desk.click(button);
        assert!(!desk.has("Begin in another way?"), "{button}");
        assert_ne!(given(&desk, 0, 0), Some(10.0), "{button}");
    }
}
