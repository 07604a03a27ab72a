//! The bar along the top: the menu, what is open, whose weighting is shown, and the way to every
//! command.

use egui::{Align, Align2, Id, Layout, Popup, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::chart::parts::TeamMark;
use crate::evaluation::Weighting;
use crate::look::{Role, TypeSize, Weight, size};
use crate::text as words;
use crate::ui::command::Menu;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::chip::{self, Chip};
use crate::ui::widgets::icon;
use crate::ui::widgets::{button, menu, text};
use crate::ui::{Action, Command, ViewContext};

/// What the box of commands takes, and below which width of the window it is an icon.
const COMMANDS_WIDTH: f32 = 168.0;
const ICON_BELOW_WIDTH: f32 = 960.0;
/// What undo and redo take with the room around them.
const UNDO_WIDTH: f32 = 92.0;
/// The least and the most that the title takes.
const TITLE_WIDTH: std::ops::RangeInclusive<f32> = 96.0..=260.0;

/// Shows the bar.
pub fn ui(context: ViewContext, ui: &mut Ui) {
    let is_wide = ui.available_width() >= ICON_BELOW_WIDTH;
    let at_right = UNDO_WIDTH
        + if is_wide { COMMANDS_WIDTH } else { 40.0 }
        + if context.view.is_drawer { 40.0 } else { 0.0 };
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        logo_ui(context, ui);
        title_ui(context, at_right, ui);
        weightings_ui(context, at_right, ui);
        let window = context.window();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(8.0);
            if context.view.is_drawer {
                button::icon_command_ui(window, ui, Command::ToggleInspector);
            }
            if is_wide {
                commands_ui(context, ui);
            } else {
                button::icon_command_ui(window, ui, Command::Palette);
            }
            button::icon_command_ui(window, ui, Command::Redo);
            button::icon_command_ui(window, ui, Command::Undo);
        });
    });
}

/// The program's sign, and behind it the menus.
fn logo_ui(context: ViewContext, ui: &mut Ui) {
    let (whole, _) =
        ui.allocate_exact_size(vec2(size::RAIL_WIDTH + 8.0, size::TOP_BAR_HEIGHT), Sense::hover());
    let rect = Rect::from_center_size(
        pos2(whole.left() + size::RAIL_WIDTH / 2.0, whole.center().y),
        vec2(28.0, 28.0),
    );
    let response = ui.interact(rect.expand(4.0), Id::unique("menu"), Sense::click());
    let theme = Theme::of(ui.ctx());
    icon::scales(ui.painter(), theme, rect);
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words::bars::MENU));
    Popup::menu(&response).show(|ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.name(), |ui| menu::entries_ui(context.window(), menu, ui));
        }
    });
    response.on_hover_text(words::bars::MENU);
}

/// The title, and a dot with a word where it differs from its file.
fn title_ui(context: ViewContext, at_right: f32, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let edited = text::Type {
        size: TypeSize::Note,
        weight: Weight::Regular,
        colour: theme.colour(Role::Ink3),
    };
    let title = text::Type {
        size: TypeSize::Emphasis,
        weight: Weight::SemiBold,
        colour: theme.colour(Role::Ink),
    };
    let mark_width = 66.0;
    let widest = ((ui.available_width() - at_right - mark_width) / 2.0)
        .clamp(*TITLE_WIDTH.start(), *TITLE_WIDTH.end());
    let galley = text::layout(ui.painter(), &context.session.scenario().title, title, widest, 1);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + mark_width, 24.0), Sense::hover());
    text::place(ui.painter(), pos2(rect.left(), rect.center().y - galley.size().y / 2.0), &galley);
    let is_changed = context.document.is_unsaved;
    if is_changed {
        let dot = pos2(rect.left() + galley.size().x + 15.0, rect.center().y);
        ui.painter().circle_filled(dot, 4.0, theme.colour(Role::Lead));
        text::line(
            ui.painter(),
            dot + vec2(10.0, 0.0),
            Align2::LEFT_CENTER,
            words::bars::EDITED,
            edited,
        );
    }
    let title = &context.session.scenario().title;
    let told = if is_changed {
        words::bars::edited_window_title(title)
    } else {
        words::bars::window_title(title)
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
    response.on_hover_text(format!("{title}\n{}", context.document.name));
}

/// The mean and the teams, one of them chosen: with names where they have room, else as marks, else
/// as a list behind a button.
fn weightings_ui(context: ViewContext, at_right: f32, ui: &mut Ui) {
    let scenario = context.session.scenario();
    if scenario.teams.is_empty() {
        return;
    }
    let shown = &context.session.weighting;
    let chip = |weighting: Weighting, label, mark| Chip {
        id: Id::unique(("weighting", &weighting)),
        label,
        mark,
        is_chosen: *shown == weighting,
    };
    let mean = chip(Weighting::Mean, words::weightings::MEAN, None);
    let teams = scenario.teams.iter().map(|team| {
        let mark = TeamMark::of(scenario, &team.id);
        chip(Weighting::Team(team.id.clone()), team.label(), Some(mark))
    });
    let chips: Vec<Chip> = std::iter::once(mean).chain(teams).collect();
    let room = ui.available_width() - at_right;
    let names = if chip::width(ui, &chips, chip::Names::All) < room {
        chip::Names::All
    } else {
        chip::Names::Chosen
    };
    let chosen = if chip::width(ui, &chips, names) < room {
        chip::row_ui(ui, &chips, names)
    } else {
        chip::list_ui(ui, &chips)
    };
    if let Some(chosen) = chosen {
        let team = chosen.checked_sub(1).and_then(|index| scenario.teams.get(index));
        context.queue.push(Action::Show(
            team.map_or(Weighting::Mean, |team| Weighting::Team(team.id.clone())),
        ));
    }
}

/// The box that opens the palette.
fn commands_ui(context: ViewContext, ui: &mut Ui) {
    let entry = Command::Palette.entry();
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(COMMANDS_WIDTH, 32.0), Sense::click());
    let fill = theme.colour(if response.hovered() { Role::Hover } else { Role::Raised });
    let edge = theme.stroke(size::RULE_STROKE, Role::Control);
    ui.painter().rect(rect, corners(size::CONTROL_RADIUS), fill, edge, egui::StrokeKind::Inside);
    if let Some(icon) = entry.icon {
        let at = rect.left_center() + vec2(17.0, 0.0);
        icon::paint(ui.painter(), icon, at, theme.stroke(size::ICON_STROKE, Role::Ink2));
    }
    let set = |size, role| text::Type { size, weight: Weight::Regular, colour: theme.colour(role) };
    text::line(
        ui.painter(),
        rect.left_center() + vec2(32.0, 0.0),
        Align2::LEFT_CENTER,
        entry.name,
        set(TypeSize::Body, Role::Ink3),
    );
    let keys = Command::Palette.shortcut(ui.ctx()).replace('+', " ");
    let galley =
        text::layout(ui.painter(), &keys, set(TypeSize::Scale, Role::Ink2), f32::INFINITY, 1);
    let box_size = galley.size() + vec2(10.0, 2.0);
    let key_box =
        Rect::from_center_size(rect.right_center() - vec2(6.0 + box_size.x / 2.0, 0.0), box_size);
    let edge = theme.stroke(size::RULE_STROKE, Role::Line);
    ui.painter().rect_stroke(key_box, corners(size::BADGE_RADIUS), edge, egui::StrokeKind::Inside);
    text::place(ui.painter(), key_box.center() - galley.size() / 2.0, &galley);
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, entry.name));
    button::finish(context.window(), ui, Command::Palette, &response);
}
