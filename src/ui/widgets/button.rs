//! Buttons: of commands, with icons, and as plain links.

use egui::{Button, Id, Rect, Response, Sense, Stroke, Tooltip, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::text;
use crate::ui::{Action, Command, WindowContext};

/// How far the edge of a square icon button is.
const ICON_BUTTON: f32 = 32.0;

/// A command as a button with its name.
pub fn command_ui(window: WindowContext, ui: &mut Ui, command: Command) {
    let is_enabled = command.is_enabled(window.command());
    let response = ui.add_enabled(is_enabled, Button::new(command.entry().name));
    finish(window, ui, command, &response);
}

/// A command as its icon, by its name where it has none; the name is in the tooltip and the
/// accessibility tree too.
pub fn icon_command_ui(window: WindowContext, ui: &mut Ui, command: Command) {
    let Some(icon) = command.entry().icon else { return command_ui(window, ui, command) };
    let is_enabled = command.is_enabled(window.command());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(ICON_BUTTON), Sense::click());
    let name = command.full_name(window.command());
    let role = if is_enabled { Role::Ink } else { Role::Line };
    if is_enabled {
        hover_ground(ui, rect, &response);
    }
    paint_icon(ui, rect, &response, icon, role);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_enabled, &name));
    if is_enabled {
        finish(window, ui, command, &response);
    }
}

/// A small square button with an icon; its name is in the tooltip and the accessibility tree.
pub fn icon_ui(ui: &mut Ui, id: Id, icon: Icon, name: &str) -> Response {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
    icon_at_ui(ui, rect, id, icon, name)
}

/// The same at a place.
pub fn icon_at_ui(ui: &Ui, rect: Rect, id: Id, icon: Icon, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    hover_ground(ui, rect, &response);
    paint_icon(ui, rect, &response, icon, Role::Ink);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    response.on_hover_text(name)
}

fn hover_ground(ui: &Ui, rect: Rect, response: &Response) {
    if response.hovered() {
        let ground = Theme::of(ui.ctx()).colour(Role::Hover);
        ui.painter().rect_filled(rect, corners(size::CONTROL_RADIUS), ground);
    }
}

fn paint_icon(ui: &Ui, rect: Rect, response: &Response, icon: Icon, role: Role) {
    let theme = Theme::of(ui.ctx());
    icon::paint(
        ui.painter(),
        icon,
        rect.center(),
        Stroke::new(size::ICON_STROKE, theme.colour(role)),
    );
    focus_ring(ui, theme, response);
}

/// A command as words in the colour of actions, behind its icon.
pub fn link_command_ui(window: WindowContext, ui: &mut Ui, command: Command) {
    let entry = command.entry();
    let response = link_ui(ui, link_id(command), entry.name, entry.icon);
    finish(window, ui, command, &response);
}

/// The id of a command's link.
pub fn link_id(command: Command) -> Id {
    Id::unique(("link", command))
}

/// Words in the colour of actions, cut where there is no room, with all of them in a tooltip then.
pub fn link_ui(ui: &mut Ui, id: Id, words: &str, icon: Option<Icon>) -> Response {
    let theme = Theme::of(ui.ctx());
    let set = text::Type {
        size: TypeSize::Body,
        weight: Weight::Medium,
        colour: theme.colour(Role::Lead),
    };
    let indent = if icon.is_some() { 17.0 } else { 0.0 };
    let galley = text::layout(ui.painter(), words, set, ui.available_width() - indent, 1);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + indent, 20.0), Sense::hover());
    let response = ui.interact(rect.expand2(vec2(3.0, 0.0)), id, Sense::click());
    if let Some(icon) = icon {
        icon::paint(
            ui.painter(),
            icon,
            pos2(rect.left() + 5.0, rect.center().y),
            theme.stroke(size::ICON_STROKE, Role::Lead),
        );
    }
    let left = pos2(rect.left() + indent, rect.center().y - galley.size().y / 2.0);
    text::place(ui.painter(), left, &galley);
    if response.hovered() {
        let line = theme.stroke(size::RULE_STROKE, Role::Lead);
        ui.painter().hline(rect.left() + indent..=rect.right(), rect.bottom() - 1.0, line);
    }
    focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words));
    if galley.elided { response.on_hover_text(words) } else { response }
}

/// A button that leads: filled in the colour of actions.
pub fn leading(ui: &Ui, words: &str) -> Button<'static> {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(words.to_owned())
        .font(font_id(TypeSize::Body, Weight::SemiBold))
        .color(theme.colour(Role::OnLead));
    Button::new(words).fill(theme.colour(Role::Lead))
}

/// The ring of the one that has the focus.
pub fn focus_ring(ui: &Ui, theme: Theme, response: &Response) {
    if response.has_focus() {
        let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
        ui.painter().rect_stroke(
            response.rect,
            corners(size::CONTROL_RADIUS),
            ring,
            egui::StrokeKind::Inside,
        );
    }
}

/// Does the command on a click, and tells about it while the pointer is over its button.
pub fn finish(window: WindowContext, ui: &Ui, command: Command, response: &Response) {
    if response.clicked() {
        window.queue.push(Action::Do(command));
    }
    let tooltip = || {
        let entry = command.entry();
        let name = command.full_name(window.command());
        let lines = [name, entry.tooltip.to_owned(), entry.written_shortcuts(ui.ctx())];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    // A tooltip of egui's own rules: it waits for the pointer to rest, and goes with a click.
    Tooltip::for_enabled(response).show(|ui| ui.label(tooltip()));
}
