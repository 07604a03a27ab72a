//! A team: its names and mark, how it weighs, and where it scores in its own way.

use egui::{Painter, Rect, Ui};

use super::parts::{
    change, commands_ui, head_ui, lead_to_ui, names_ui, note_ui, rule_ui, section_ui,
};
use crate::look::{Mark as Shape, Role};
use crate::model::{Edit, Mark, ScoreTable, Team};
use crate::session::Selection;
use crate::text::{self, plain};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::mark;
use crate::ui::widgets::swatches::{self, Swatches};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Command, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, team: &Team, ui: &mut Ui) {
    let selection = Selection::Team(team.id.clone());
    head_ui(Some(Role::Team(Shape::of(team.mark.number()))), &team.name, "", ui);
    if let Some(([name, short, note], what, touch)) =
        names_ui(context, &selection, [&team.name, &team.short, &team.note], ui)
    {
        let (id, mark) = (team.id.clone(), team.mark);
        let edit = Edit::DescribeTeam { id, name, short, note, mark };
        context.queue.edit(edit, change(what, team.label()), touch);
    }
    section_ui(text::fields::MARK, ui);
    let marks = Swatches {
        id: field_id(&selection, "mark"),
        name: text::fields::MARK,
        chosen: team.mark.number(),
        paint: &paint_mark,
    };
    if let Some(mark) = swatches::ui(marks, ui).and_then(Mark::new) {
        let touch = new_touch(ui, field_id(&selection, "mark"));
        let edit = Edit::DescribeTeam {
            id: team.id.clone(),
            name: team.name.clone(),
            short: team.short.clone(),
            note: team.note.clone(),
            mark,
        };
        context.queue.edit(edit, change(text::fields::MARK, team.label()), touch);
    }
    rule_ui(ui);
    match team.opened() {
        None => note_ui(text::inspector::SEALED_TEAM, ui),
        Some(judged) => own_scores_ui(context, &judged.scores, ui),
    }
    commands_ui(context, &[Command::MoveEarlier, Command::MoveLater, Command::Remove], ui);
}

fn paint_mark(painter: &Painter, rect: Rect, number: u8) {
    let shape = Shape::of(number);
    let colour = Theme::of(painter.ctx()).colour(Role::Team(shape));
    mark::paint(painter, shape, rect.center(), 12.0, colour);
}

/// The cells that the team scores in its own way, each a way there.
fn own_scores_ui(context: ViewContext, scores: &ScoreTable, ui: &mut Ui) {
    let scenario = context.session.scenario();
    section_ui(text::inspector::OWN_SCORES, ui);
    if scores.is_empty() {
        note_ui(text::inspector::NO_OWN_SCORES, ui);
    }
    for (option, criterion, score) in scores.cells() {
        let Some((o, c)) = scenario.option(option).zip(scenario.criterion(criterion)) else {
            continue;
        };
        let told = format!(
            "{}: {}",
            text::matrix::cell(o.label(), c.label()),
            plain(scenario.counted(score).score)
        );
        lead_to_ui(context, Selection::Cell(option.clone(), criterion.clone()), &told, ui);
    }
}
