//! An assumption: its names, whether it holds, and the cells that hang on it.

use egui::Ui;

use super::parts::{
    change, commands_ui, head_ui, lead_to_ui, names_ui, note_ui, rule_ui, section_ui,
};
use crate::model::{Assumption, Edit};
use crate::session::Selection;
use crate::text::{self, plain};
use crate::ui::panels::assumption::{Place, switch_ui};
use crate::ui::{Command, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, assumption: &Assumption, ui: &mut Ui) {
    let selection = Selection::Assumption(assumption.id.clone());
    head_ui(None, &assumption.name, "", ui);
    switch_ui(context, assumption, Place::Inspector, ui);
    let known = [assumption.name.as_str(), &assumption.short, &assumption.note];
    if let Some(([name, short, note], what, touch)) = names_ui(context, &selection, known, ui) {
        let next = Assumption { name, short, note, ..assumption.clone() };
        let name = change(what, assumption.label());
        context.queue.edit(Edit::ChangeAssumption(next), name, touch);
    }
    cells_ui(context, assumption, ui);
    commands_ui(context, &[Command::MoveEarlier, Command::MoveLater, Command::Remove], ui);
}

/// The cells of the base that are others without it, each a way there.
fn cells_ui(context: ViewContext, assumption: &Assumption, ui: &mut Ui) {
    let scenario = context.session.scenario();
    rule_ui(ui);
    section_ui(text::assumptions::CHANGES, ui);
    let cells = scenario.scores.cells();
    let mut cells =
        cells.filter(|(.., score)| score.otherwise.contains_key(&assumption.id)).peekable();
    if cells.peek().is_none() {
        note_ui(text::assumptions::CHANGES_NOTHING, ui);
    }
    for (option, criterion, score) in cells {
        let Some((o, c)) = scenario.option(option).zip(scenario.criterion(criterion)) else {
            continue;
        };
        let without = score.figures(Some(&assumption.id)).score;
        let cell = text::matrix::cell(o.label(), c.label());
        let told = text::assumptions::change(&cell, &plain(score.score), &plain(without));
        lead_to_ui(context, Selection::Cell(option.clone(), criterion.clone()), &told, ui);
    }
}
