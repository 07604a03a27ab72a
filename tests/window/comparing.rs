//! Weights without numbers of their own: the order alone, pairs, the best and the worst; and the
//! questions before weights count.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{Elicitation, Scenario};
use mizan::text;

use crate::desk::Desk;

/// The warm-up on the page of weights of its first team, which gave points.
fn page() -> Desk {
    let mut desk = Desk::preset("workshop-venue");
    desk.show("Finance");
    desk.keys(Modifiers::COMMAND, Key::Num3);
    desk
}

fn press(desk: &mut Desk, role: Role, label: &str) {
    desk.harness.get_all_by_role_and_label(role, label).last().unwrap().click_accesskit();
    desk.harness.run();
}

fn record(desk: &Desk) -> Elicitation {
    desk.judged(0).judgement.elicitation
}

/// Answers that what was given in another way may go.
fn begin(desk: &mut Desk) {
    assert!(desk.has(text::dialogs::BEGIN_WAY_TITLE), "it asks first: {:?}", desk.labels());
    desk.answer(text::dialogs::BEGIN_WAY);
}

/// The places of an order by the first letters of their criteria.
fn places(elicitation: &Elicitation) -> String {
    let Elicitation::Ranking(_, places) = elicitation else { panic!("{elicitation:?}") };
    let place = |place: &Vec<mizan::model::NodeId>| {
        place.iter().filter_map(|id| id.as_str().chars().next()).collect::<String>()
    };
    places.iter().map(place).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_order_begins_as_the_points_have_it_and_is_changed_by_buttons_and_keys() {
    let mut desk = page();
    let before = record(&desk);
    press(&mut desk, Role::RadioButton, text::weights::ORDER_ONLY);
    assert_eq!(record(&desk), before, "another way alone changes nothing");
    press(&mut desk, Role::Button, "Move Travel time up");
    assert_eq!(record(&desk), before, "it asks before the points go");
    begin(&mut desk);
    assert_eq!(places(&record(&desk)), "t p s a");
    let field = "Place of Travel time: 1st";
    desk.harness.get_by_role_and_label(Role::Button, field).focus();
    desk.harness.run();
    desk.key(Key::ArrowDown);
    assert_eq!(places(&record(&desk)), "p t s a");
    desk.key(Key::Equals);
    assert_eq!(places(&record(&desk)), "pt s a");
    assert!(desk.has("Place of Price: 1st =") && desk.has("Place of Seats: 3rd"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(places(&record(&desk)), "p t s a", "each step is one of undo");
    for _ in 0..2 {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(record(&desk), before);
}

#[test]
fn pairs_are_compared_by_sliders_and_the_one_that_contradicts_the_rest_is_mended() {
    let mut desk = page();
    press(&mut desk, Role::Button, text::weights::PAIRWISE);
    begin(&mut desk);
    let Elicitation::Pairwise(pairs) = record(&desk) else { panic!("{:?}", record(&desk)) };
    assert!(pairs.len() == 6 && pairs.iter().all(|(_, _, ratio)| *ratio == 1.0));
    let set = |desk: &mut Desk, label: &str, key: Key, times: usize| {
        desk.harness.get_by_role_and_label(Role::Slider, label).focus();
        desk.harness.run();
        for _ in 0..times {
            desk.key(key);
        }
    };
    // Price over travel and travel over seats, but seats over price.
    set(&mut desk, "Price and Travel time are equally important", Key::ArrowLeft, 4);
    set(&mut desk, "Travel time and Seats are equally important", Key::ArrowLeft, 4);
    set(&mut desk, "Price and Seats are equally important", Key::ArrowRight, 4);
    let told = "Price is 5 times as important as Travel time";
    assert!(desk.harness.query_by_role_and_label(Role::Slider, told).is_some());
    let labels = desk.labels();
    let ratio = labels.iter().find(|it| it.starts_with("Consistency ratio ")).unwrap();
    let ratio: f64 =
        ratio["Consistency ratio ".len()..].split(',').next().unwrap().parse().unwrap();
    assert!(ratio > 0.1, "{ratio}");
    let mend = labels
        .iter()
        .find(|it| it.starts_with("Compare ") && it.ends_with(" so"))
        .unwrap_or_else(|| {
            panic!("there is one to mend: {labels:?}");
        });
    press(&mut desk, Role::Button, mend);
    let labels = desk.labels();
    let after = labels.iter().find(|it| it.starts_with("Consistency ratio "));
    let after = after.unwrap_or_else(|| panic!("{labels:?}"));
    let after: f64 =
        after["Consistency ratio ".len()..].split(',').next().unwrap().parse().unwrap();
    assert!(after < ratio, "{after} after {ratio}");
    desk.click(text::weights::DONE);
    assert!(
        desk.harness
            .query_all_by_role(Role::Slider)
            .all(|it| { !it.accesskit_node().label().unwrap_or_default().contains("important") })
    );
    let shares: f64 = desk.evaluation().shares.criteria.iter().sum();
    assert!((shares - 1.0).abs() < 1e-9);
}

#[test]
fn comparisons_that_were_not_begun_open_over_no_other_team() {
    let mut desk = page();
    let before = record(&desk);
    press(&mut desk, Role::Button, text::weights::PAIRWISE);
    assert!(desk.has(text::dialogs::BEGIN_WAY_TITLE));
    desk.key(Key::Escape);
    for _ in 0..8 {
        desk.harness.step();
    }
    assert_eq!(record(&desk), before);
    // Another team that compares in pairs already.
    desk.show("Programme");
    press(&mut desk, Role::Button, text::weights::PAIRWISE);
    begin(&mut desk);
    desk.click(text::weights::DONE);
    desk.show("Finance");
    press(&mut desk, Role::Button, text::weights::PAIRWISE);
    desk.key(Key::Escape);
    desk.show("Programme");
    let dialog = text::weights::pairs_of("Programme");
    assert!(!desk.has(&dialog), "{:?}", desk.labels());
}

#[test]
fn the_best_and_the_worst_are_compared_with_all_others() {
    let mut desk = page();
    press(&mut desk, Role::Button, text::weights::BEST_WORST);
    begin(&mut desk);
    let Elicitation::BestWorst(first) = record(&desk) else { panic!("{:?}", record(&desk)) };
    assert_eq!((first.best.as_str(), first.worst.as_str()), ("price", "atmosphere"));
    desk.harness.get_by_role_and_label(Role::Slider, "Price over Atmosphere").focus();
    desk.harness.run();
    for _ in 0..6 {
        desk.key(Key::ArrowRight);
    }
    let Elicitation::BestWorst(record) = record(&desk) else { panic!() };
    let number = |list: &[(mizan::model::NodeId, f64)], id: &str| {
        list.iter().find(|(it, _)| it.as_str() == id).map(|(_, number)| *number)
    };
    assert_eq!(number(&record.best_over, "atmosphere"), Some(7.0));
    assert_eq!(number(&record.over_worst, "price"), Some(7.0));
    assert!(desk.labels().iter().any(|it| it.starts_with("Consistency ratio ")));
}

/// A document with one team, two of whose criteria order the options alike.
fn twice() -> Scenario {
    let text = r#"(format: 1, title: "S",
        criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C"), (id: "d", name: "D")],
        options: [(id: "o", name: "O"), (id: "p", name: "P"), (id: "q", name: "Q"), (id: "r", name: "R")],
        scores: {
            "o": {"a": (score: 1), "b": (score: 2), "c": (score: 9), "d": (score: 5)},
            "p": {"a": (score: 3), "b": (score: 4), "c": (score: 1), "d": (score: 5)},
            "q": {"a": (score: 6), "b": (score: 6.5), "c": (score: 5), "d": (score: 5)},
            "r": {"a": (score: 9), "b": (score: 9), "c": (score: 2), "d": (score: 5)},
        },
        teams: [(id: "t", name: "T", weights: {"a": 40, "b": 30, "c": 20, "d": 10})])"#;
    mizan::store::parse(text.as_bytes()).unwrap().scenario
}

#[test]
fn what_may_be_told_twice_is_asked_and_an_answer_ends_the_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.ron");
    std::fs::write(&path, mizan::store::to_text(&twice()).unwrap()).unwrap();
    let mut desk = Desk::open(Start::File(path));
    desk.keys(Modifiers::COMMAND, Key::Num3);
    let question = "A and B order the options alike and carry 70 % together.";
    assert!(desk.has(question), "{:?}", desk.labels());
    desk.click("Keep both");
    assert!(!desk.has(question), "it isn't asked again");
    assert!(!desk.is_changed(), "a question changes nothing");
}

#[test]
fn a_ranking_beside_the_weights_is_there_only_while_totals_are_shown() {
    let text = mizan::store::to_text(&twice()).unwrap();
    let begun = text.replacen(
        "    teams: [",
        "    workshop: (began: \"2026-11-28T10:00:00Z\"),\n    teams: [",
        1,
    );
    assert_ne!(begun, text);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.ron");
    std::fs::write(&path, begun).unwrap();
    let mut desk = Desk::open(Start::File(path));
    desk.keys(Modifiers::COMMAND, Key::Num3);
    assert!(desk.has(text::weights::RANKING_HIDDEN), "{:?}", desk.labels());
}
