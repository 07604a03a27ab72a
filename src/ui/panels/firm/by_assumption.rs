//! Moved by assumption: each with its switch and who is first when it is turned, alone and in
//! pairs.

use egui::Ui;

use super::page::{Page, columns_ui, note_ui};
use crate::evaluation::Turned;
use crate::look::{Role, TypeSize, Weight};
use crate::model::{Alternative, Scenario};
use crate::session::results::{Known, TurnedOf};
use crate::text::{self, firm as words};
use crate::ui::panels::assumption::{Place, switch_ui};
use crate::ui::panels::title;
use crate::ui::theme::{Theme, font_id};

/// How much of the room those turned alone have.
const ALONE_PART: f32 = 0.5;

fn turns(page: Page) -> Option<Known<Vec<Turned>>> {
    let session = page.context.session;
    session.ask(&TurnedOf(session.weighting.clone())).last().cloned()
}

/// How many would change the winner alone.
pub(super) fn heading(page: Page) -> (String, String) {
    let (scenario, ranking) = (&page.shown.scenario, &page.shown.evaluation.ranking);
    let Some(found) = turns(page) else {
        return (text::headline(scenario, ranking), text::updating::BEING_COMPUTED.to_owned());
    };
    let alone = || found.iter().filter(|turned| turned.assumptions.len() == 1);
    let unseating = alone().filter(|turned| turned.unseats).count();
    let heading = words::assumptions_heading(unseating, alone().count());
    (heading, words::as_things_stand(&text::headline(found.scenario(), ranking)))
}

pub(super) fn ui(page: Page, ui: &mut Ui) {
    let Some(found) = turns(page) else { return };
    let scenario = found.scenario();
    columns_ui(
        ui,
        ALONE_PART,
        |ui| alone_ui(page, scenario, &found, ui),
        |ui| {
            pairs_ui(scenario, &found, ui);
        },
    );
}

/// Each assumption in its order, with its switch.
fn alone_ui(page: Page, scenario: &Scenario, found: &[Turned], ui: &mut Ui) {
    title::ui(words::ALONE, "", ui);
    for (index, assumption) in scenario.assumptions.iter().enumerate() {
        let turned = found.iter().find(|turned| turned.assumptions == [index]);
        ui.horizontal_top(|ui| {
            switch_ui(page.context, assumption, Place::List, ui);
            ui.vertical(|ui| {
                let font = font_id(TypeSize::Body, Weight::SemiBold);
                ui.label(egui::RichText::new(&assumption.name).font(font));
                if let Some(turned) = turned {
                    then_ui(scenario, turned, words::turned_alone(assumption), ui);
                }
            });
        });
        ui.add_space(8.0);
    }
}

/// The pairs that change the winner.
fn pairs_ui(scenario: &Scenario, found: &[Turned], ui: &mut Ui) {
    title::ui(words::IN_PAIRS, "", ui);
    let pairs = found.iter().filter(|turned| turned.unseats && turned.assumptions.len() > 1);
    let mut shown = 0;
    for turned in pairs {
        let names = text::turned_names(scenario, turned);
        let told = words::turned_to(&text::list(&names));
        then_ui(scenario, turned, &told, ui);
        ui.add_space(4.0);
        shown += 1;
    }
    if shown == 0 {
        note_ui(words::NO_PAIR, ui);
    }
}

/// Who is first then: as ink where that is another than now.
fn then_ui(scenario: &Scenario, turned: &Turned, turning: &str, ui: &mut Ui) {
    let option = turned.winner.and_then(|winner| scenario.options.get(winner));
    let then = words::then_first(option.map(Alternative::label), turned.points);
    let role = if turned.unseats { Role::Ink } else { Role::Ink3 };
    let colour = Theme::of(ui.ctx()).colour(role);
    ui.label(egui::RichText::new(words::turn(turning, &then)).color(colour));
}
