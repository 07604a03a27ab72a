//! A team: its names and mark, how it weighs, and where it scores in its own way.

use egui::{Sense, Ui, WidgetInfo, vec2};

use super::parts::{
    change, commands_ui, head_ui, lead_to_ui, names_ui, note_ui, rule_ui, section_ui,
};
use crate::look::{Mark as Shape, Role, size};
use crate::model::{Edit, Mark, ScoreTable, Team};
use crate::session::Selection;
use crate::text::{self, plain};
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{button, mark};
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
    if let Some(mark) = mark_ui(team.mark, ui) {
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

/// The eight marks. Gives the one just chosen.
fn mark_ui(known: Mark, ui: &mut Ui) -> Option<Mark> {
    let theme = Theme::of(ui.ctx());
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for number in 1..=8 {
            let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
            let shape = Shape::of(number);
            mark::paint(ui.painter(), shape, rect.center(), 12.0, theme.colour(Role::Team(shape)));
            let is_chosen = known.number() == number;
            if is_chosen {
                let ring = theme.stroke(size::ICON_STROKE, Role::Ink);
                ui.painter().rect_stroke(
                    rect,
                    corners(size::CONTROL_RADIUS),
                    ring,
                    egui::StrokeKind::Inside,
                );
            }
            button::focus_ring(ui, theme, &response);
            response.widget_info(|| {
                WidgetInfo::selected(
                    egui::Role::RadioButton,
                    true,
                    is_chosen,
                    text::counts::numbered(text::fields::MARK, number),
                )
            });
            if response.clicked() && !is_chosen {
                chosen = Mark::new(number);
            }
        }
    });
    chosen
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
        let told = format!("{}: {}", text::matrix::cell(o.label(), c.label()), plain(score.score));
        lead_to_ui(context, Selection::Cell(option.clone(), criterion.clone()), &told, ui);
    }
}
