//! Buttons of commands.

use egui::{Button, Response, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::look::{Role, size};
use crate::session::Session;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::{Action, Command, Queue};

/// How far the edge of a square icon button is.
const ICON_BUTTON: f32 = 32.0;

/// A command as a button with its name.
pub fn command_ui(session: Option<&Session>, queue: &mut Queue, ui: &mut Ui, command: Command) {
    let Some(entry) = command.entry() else { return };
    let is_enabled = command.is_enabled(session);
    let response = ui.add_enabled(is_enabled, Button::new(entry.name));
    finish(session, queue, ui, command, &response);
}

/// A command as an icon; its name is in the tooltip and the accessibility tree.
pub fn icon_command_ui(session: Option<&Session>, queue: &mut Queue, ui: &mut Ui, command: Command, icon: Icon) {
    let is_enabled = command.is_enabled(session);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(ICON_BUTTON), Sense::click());
    let theme = Theme::of(ui.ctx());
    let name = command.full_name(session);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_enabled, &name));
    if is_enabled && response.hovered() {
        ui.painter().rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(Role::Hover));
    }
    let role = if is_enabled { Role::Ink } else { Role::Line };
    icon::paint(ui.painter(), icon, rect.center(), Stroke::new(size::ICON_STROKE, theme.colour(role)));
    focus_ring(ui, theme, &response);
    if is_enabled {
        finish(session, queue, ui, command, &response);
    }
}

/// The ring of the one that has the focus.
pub fn focus_ring(ui: &Ui, theme: Theme, response: &Response) {
    if response.has_focus() {
        let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
        ui.painter().rect_stroke(response.rect, corners(size::CONTROL_RADIUS), ring, egui::StrokeKind::Inside);
    }
}

fn finish(session: Option<&Session>, queue: &mut Queue, ui: &Ui, command: Command, response: &Response) {
    let Some(entry) = command.entry() else { return };
    if response.clicked() {
        queue.push(Action::Do(command));
    }
    if response.hovered() {
        let keys: Vec<String> = entry.shortcuts.iter().map(|shortcut| ui.ctx().format_shortcut(shortcut)).collect();
        let name = command.full_name(session);
        let lines = [name, entry.tooltip.to_owned(), keys.join(", ")];
        response.show_tooltip_text(lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"));
    }
}
