//! The window tells nothing of what is sealed: whatever is edited, looked at, pointed at or asked.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mizan::model::{Judged, Refusal, Scenario, Team, judged_for_file};
use mizan::session::Selection;
use mizan::session::results::Findings;
use mizan::store;
use mizan::text::{firm, then_and_now, turns_on, weights};
use mizan::ui::{Action, Command, Stage};

use crate::document::{Behind, document, otherwise};
use crate::edits::{edits, node, option, team};
use crate::needles::Needles;
use crate::twins::{Twins, selections, step};

/// The walk over the edits is done in so many parts, that run beside one another.
const PARTS: usize = 3;

/// Each edit alone, on the same document: then what every stage and the inspector show, and what
/// taking it back does.
fn walk(part: usize) {
    let mut twins = Twins::open(Behind::Unlike);
    let before = twins.scenarios();
    let [edits, others] = before.each_ref().map(edits);
    let pairs = edits.iter().zip(&others).enumerate();
    for (place, ((name, edit), (_, other))) in pairs.filter(|(place, _)| place % PARTS == part) {
        twins.ask(&[Action::Do(Command::Show(Stage::Matrix))]);
        for (desk, edit) in twins.desks.iter_mut().zip([edit, other]) {
            desk.harness.state().ask(step(edit, name, place));
            desk.harness.run();
        }
        let seen = twins.look(name);
        match before[0].edited(edit) {
            Ok(_) => {
                twins.look_at_stages(name);
                twins.ask(&[Action::Do(Command::Show(Stage::Matrix))]);
                twins.look_at_things(name);
                twins.ask(&[Action::Inspect(selections().swap_remove(0))]);
                twins.look_at_tooltips(name);
                twins.run(Command::NextFinding);
                twins.look(name);
                twins.run(Command::Undo);
                twins.look(&format!("{name}, taken back"));
            }
            Err(refusal) => {
                assert!(seen.says("Not done: "), "{name}");
                let Refusal::Sealed(teams) = refusal else { continue };
                assert!(!teams.is_empty());
                twins.ask(&[Action::Inspect(Selection::Team(team("finance")))]);
                twins.look(name);
            }
        }
        assert!(twins.scenarios() == before, "{name}");
    }
}

#[test]
fn the_window_tells_nothing_after_the_edits_of_the_first_part() {
    walk(0);
}

#[test]
fn the_window_tells_nothing_after_the_edits_of_the_second_part() {
    walk(1);
}

#[test]
fn the_window_tells_nothing_after_the_edits_of_the_third_part() {
    walk(2);
}

/// The stages with every thing selected, and the lists that open over them.
#[test]
fn the_window_tells_nothing_of_what_lies_behind_the_seals() {
    for other in [Behind::Alike, Behind::Unlike] {
        let mut twins = Twins::open(other);
        twins.look_at_stages("opened");
        for stage in Stage::ALL {
            twins.run(Command::Show(*stage));
            twins.look_at_things(&format!("{stage:?}"));
        }
        for _ in 0..twins.desks[0].count_of_findings() {
            twins.run(Command::NextFinding);
            twins.look("a finding");
        }
    }
}

/// What a page has behind its own switches: the views of how firm the result is, and the ways of
/// weighing.
#[test]
fn no_view_of_a_page_tells_what_is_sealed() {
    let mut twins = Twins::open(Behind::Unlike);
    let mut shown = 0;
    for (stage, views) in [
        (Stage::Firm, [firm::BY_SCORE, firm::BY_ASSUMPTION, firm::TRIANGLE, firm::BY_WEIGHT]),
        (Stage::Firm, [firm::NEAR_OURS, firm::THIS_ORDER, firm::MIXES, firm::ANY_WEIGHTS]),
        (Stage::Weights, [weights::ORDER_ONLY, weights::SLIDERS, weights::SWING_POINTS, ""]),
        (
            Stage::Teams,
            [turns_on::TURNS_ON, then_and_now::THEN_AND_NOW, turns_on::SIDE_BY_SIDE, ""],
        ),
    ] {
        twins.ask(&[Action::Do(Command::Show(stage))]);
        for view in views {
            let mut is_there = false;
            for desk in &mut twins.desks {
                let chip = desk.harness.query_by_role_and_label(Role::RadioButton, view);
                is_there = chip.is_some();
                if let Some(chip) = chip {
                    chip.click_accesskit();
                }
                desk.harness.run();
            }
            shown += usize::from(is_there);
            twins.look(&format!("{stage:?}, {view}"));
            twins.look_at_tooltips(view);
        }
    }
    assert!(shown >= 9, "{shown} views");
}

#[test]
fn no_tooltip_tells_what_is_sealed() {
    let mut twins = Twins::open(Behind::Alike);
    for stage in Stage::ALL {
        twins.run(Command::Show(*stage));
        let count = twins.look_at_tooltips(&format!("{stage:?}"));
        assert!(count >= 10, "{count} tooltips of {stage:?}");
    }
    for selection in
        [Selection::Cell(option("hall"), node("rent")), Selection::Team(team("finance"))]
    {
        twins.ask(&[Action::Do(Command::Show(Stage::Question)), Action::Inspect(selection)]);
        twins.look_at_tooltips("inspector");
    }
}

/// Files that aren't opened, broken inside a sealed record and beside one.
#[test]
fn the_window_tells_nothing_of_a_broken_file() {
    for (name, text) in crate::broken::texts() {
        let twins = Twins::on(&[text.clone(), otherwise(&text)]);
        assert!(twins.look(name).says("This file was not opened"), "{name}");
    }
}

/// The walk is worth something only if it finds what isn't sealed.
#[test]
fn what_is_looked_for_is_shown_once_the_seals_are_open() {
    let open = |scenario: Scenario| {
        let open = |team: &Arc<Team>| {
            let judged = Judged { seal: None, ..judged_for_file(team).clone() };
            Arc::new(Team::clone(team).judging(judged))
        };
        Scenario { teams: scenario.teams.iter().map(open).collect(), ..scenario }
    };
    let texts = [Behind::Telling, Behind::Alike].map(|behind| open(document(behind)));
    let mut twins = Twins::on(&texts.map(|scenario| store::to_text(&scenario).unwrap()));
    let mut missed = Vec::new();
    let places = [
        (Stage::Weights, Selection::Team(team("finance"))),
        (Stage::Result, Selection::Nothing),
        (Stage::Teams, Selection::Nothing),
        (Stage::Matrix, Selection::Cell(option("hall"), node("rent"))),
    ];
    for (stage, selection) in places {
        let shown = mizan::evaluation::Weighting::Team(team("finance"));
        twins.ask(&[
            Action::Show(shown),
            Action::Select(selection),
            Action::Do(Command::Show(stage)),
        ]);
        let [seen, other] = twins.desks.each_ref().map(crate::seen::Seen::of);
        if seen.difference(&other).is_none() {
            missed.push(format!("{stage:?} is alike"));
        }
        let tells = !seen.telling(&Needles::new()).is_empty();
        if !tells && matches!(stage, Stage::Weights | Stage::Matrix) {
            missed.push(format!("{stage:?} tells nothing"));
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
}

impl crate::desk::Desk {
    fn count_of_findings(&self) -> usize {
        let session = self.harness.state().session.as_ref().unwrap();
        session.ask(&Findings).last().map_or(0, |findings| findings.len())
    }
}
