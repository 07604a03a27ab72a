//! What is selected, in full: every field of it, and for a cell what it rests on.

mod assumption;
mod cell;
mod criterion;
mod evidence;
mod grade;
mod group;
mod option;
mod otherwise;
mod parts;
mod passage;
mod range_slider;
mod scale;
mod shown;
mod source;
mod team;
mod value_function;

use egui::{Frame, Id, Margin, Rect, Ui, pos2, vec2};

use crate::look::{Role, size};
use crate::session::Selection;
use crate::text;
use crate::ui::context::Side;
use crate::ui::theme::Theme;
use crate::ui::widgets::button;
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::icon::Icon;
use crate::ui::{Action, Command, ViewContext};

/// Between the inspector's edge and what it holds.
const PADDING: i8 = 20;

/// Draws the line between the content and what stands beside it.
pub fn edge_ui(ui: &Ui) {
    let rect = ui.max_rect();
    let stroke = Theme::of(ui.ctx()).stroke(size::RULE_STROKE, Role::Line);
    ui.painter().vline(rect.left() + 0.5, rect.y_range(), stroke);
}

/// Shows what stands at the side over the right part of the content, with a button that closes it.
pub fn drawer_ui(
    context: ViewContext,
    page: Rect,
    ui: &Ui,
    side_ui: impl FnOnce(ViewContext, &mut Ui),
) {
    let theme = Theme::of(ui.ctx());
    let width = size::INSPECTOR_WIDTH.min(page.width());
    let rect = Rect::from_min_max(pos2(page.right() - width, page.top()), page.max);
    let area = egui::Area::new(Id::unique("inspector drawer"))
        .fixed_pos(rect.min)
        .constrain(false)
        .movable(false);
    area.show(ui.ctx(), |ui| {
        ui.set_min_size(rect.size());
        ui.set_max_size(rect.size());
        ui.painter().rect_filled(rect, 0.0, theme.colour(Role::Chrome));
        ui.painter().vline(
            rect.left(),
            rect.y_range(),
            theme.stroke(size::RULE_STROKE, Role::Control),
        );
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        inner.set_clip_rect(rect);
        side_ui(context, &mut inner);
        if context.view.side == Side::States {
            // It has its own.
            return;
        }
        let close = Rect::from_min_size(rect.right_top() + vec2(-34.0, 8.0), vec2(26.0, 26.0));
        if button::icon_at_ui(
            ui,
            close,
            Id::unique("close inspector"),
            Icon::Close,
            text::inspector::CLOSE_INSPECTOR,
        )
        .clicked()
        {
            context.queue.push(Action::Do(Command::ToggleInspector));
        }
    });
}

/// Shows the inspector.
pub fn ui(context: ViewContext, ui: &mut Ui) {
    egui::ScrollArea::vertical()
        .id_salt(("inspector", &context.session.selection))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let margin = Margin { left: PADDING, right: PADDING, top: 16, bottom: 24 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
                ui.set_width(ui.available_width());
                selected_ui(context, ui);
            });
        });
}

fn selected_ui(context: ViewContext, ui: &mut Ui) {
    let scenario = context.session.scenario();
    match &context.session.selection {
        Selection::Nothing => {
            ui.set_max_width(ui.available_width() - 24.0);
            parts::note_ui(text::inspector::NOTHING_SELECTED, ui);
        }
        Selection::Cell(option, criterion) => {
            if let Some((option, criterion)) =
                scenario.option(option).zip(scenario.criterion(criterion))
            {
                cell::ui(context, option, criterion, ui);
            }
        }
        Selection::Option(id) => {
            scenario.option(id).into_iter().for_each(|option| option::ui(context, option, ui));
        }
        Selection::Criterion(id) => scenario
            .criterion(id)
            .into_iter()
            .for_each(|criterion| criterion::ui(context, criterion, ui)),
        Selection::Group(id) => {
            scenario.group(id).into_iter().for_each(|group| group::ui(context, group, ui));
        }
        Selection::Team(id) => {
            scenario.team(id).into_iter().for_each(|team| team::ui(context, team, ui));
        }
        Selection::Assumption(id) => scenario
            .assumption(id)
            .into_iter()
            .for_each(|assumption| assumption::ui(context, assumption, ui)),
        Selection::Source(id) => scenario
            .sources
            .get(id)
            .into_iter()
            .for_each(|source| source::ui(context, id, source, ui)),
    }
}

/// The field that F2 goes to: a cell's reason, the name of anything else.
pub fn first_field(selection: &Selection) -> Option<Id> {
    match selection {
        Selection::Nothing => None,
        Selection::Cell(..) => Some(field_id(selection, "reason")),
        _ => Some(field_id(selection, "name")),
    }
}
