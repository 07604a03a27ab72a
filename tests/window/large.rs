//! Large and odd documents: only what is in view is laid out, and nothing is missing.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::model::{
    Alternative, Criterion, Edit, Hue, Letter, NodeId, OptionId, Scenario, Score, ScoreTable,
};
use mizan::store;

use crate::desk::Desk;

/// So many options and criteria, all scored.
pub fn scenario(options: usize, criteria: usize) -> Scenario {
    let mut scenario = Scenario::new("Large");
    for index in 0..criteria {
        let id = NodeId::new(&format!("c{index}")).unwrap();
        scenario = scenario
            .edited(&Edit::AddCriterion(
                Criterion::new(id, &format!("Criterion {index}"), Hue::nth(index)),
                usize::MAX,
            ))
            .unwrap();
    }
    for index in 0..options {
        let id = OptionId::new(&format!("o{index}")).unwrap();
        let (short, note) = (String::new(), String::new());
        let option = Alternative {
            id: id.clone(),
            name: format!("Option {index}"),
            short,
            note,
            letter: Letter::nth(index),
        };
        scenario = scenario.edited(&Edit::AddOption(option, usize::MAX)).unwrap();
        for column in 0..criteria {
            let criterion = NodeId::new(&format!("c{column}")).unwrap();
            scenario.scores.set(
                id.clone(),
                criterion,
                Score::exact(((index * 7 + column * 3) % 11) as f64),
            );
        }
    }
    scenario
}

fn opened(scenario: &Scenario) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    std::fs::write(&path, store::to_text(scenario).unwrap()).unwrap();
    Desk::open(Start::File(path))
}

#[test]
fn only_rows_in_view_have_nodes_and_the_grid_says_how_many_there_are() {
    let mut desk = opened(&scenario(100, 20));
    let rows = desk.harness.query_all_by_role(Role::Row).count();
    assert!((3..20).contains(&rows), "{rows} rows");
    assert_eq!(desk.harness.get_by_role(Role::Grid).accesskit_node().data().row_count(), Some(101));
    desk.harness.get_by_role(Role::Grid).focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::End);
    desk.harness.run();
    let last = desk.values("Option").into_iter().any(|(label, _)| label.ends_with("Criterion 19"));
    assert!(last, "the last column was scrolled to");
    assert!(desk.harness.query_all_by_role(Role::Row).count() < 20);
}

#[test]
fn empty_and_unscored_documents_are_readable() {
    for (options, criteria) in [(0, 0), (0, 3), (3, 0), (1, 1)] {
        let mut scenario = scenario(options, criteria);
        scenario.scores = ScoreTable::default();
        let desk = opened(&scenario);
        assert!(desk.has("No question yet"), "{options} × {criteria}");
        // Without criteria it is said too that nothing can be ranked without one.
        let count = if criteria == 0 { 2 } else { 1 };
        let said = desk.has(&format!("{count} to check"));
        assert!(said, "{options} × {criteria}: {:?}", desk.labels());
        let mut desk = desk;
        desk.harness.get_by_role(Role::Grid).focus();
        desk.harness.run();
        for key in [
            Key::ArrowDown,
            Key::ArrowRight,
            Key::End,
            Key::PageDown,
            Key::Delete,
            Key::F2,
            Key::Enter,
            Key::Escape,
        ] {
            desk.key(key);
        }
    }
}
