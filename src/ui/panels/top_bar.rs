//! The bar along the top: what is open, whose weighting is shown, and what can be done.

use egui::{Align, Align2, Layout, Rect, Sense, Ui, pos2, vec2};

use crate::evaluation::Weighting;
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::text::label;
use crate::ui::theme::Theme;
use crate::ui::widgets::chip::{self, Chip};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, Queue, ViewContext};

/// What the commands at the right take.
const COMMANDS_WIDTH: f32 = 330.0;
/// The least and the most that the title takes.
const TITLE_WIDTH: std::ops::RangeInclusive<f32> = 120.0..=260.0;

/// Shows the bar.
pub fn ui(context: Option<ViewContext>, queue: &mut Queue, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = size::CANVAS_PADDING / 3.0;
        logo_ui(ui);
        if let Some(context) = context {
            title_ui(context, ui);
            weightings_ui(context, queue, ui);
        }
        let session = context.map(|context| context.session);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in [Command::Open, Command::SaveAs, Command::Save] {
                button::command_ui(session, queue, ui, command);
            }
            button::icon_command_ui(session, queue, ui, Command::Redo, Icon::Redo);
            button::icon_command_ui(session, queue, ui, Command::Undo, Icon::Undo);
        });
    });
}

fn logo_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::RAIL_WIDTH, 28.0), Sense::hover());
    icon::scales(ui.painter(), Theme::of(ui.ctx()), Rect::from_center_size(rect.center(), vec2(28.0, 28.0)));
}

/// The title, and a dot with a word where it differs from its file.
fn title_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let edited = text::Type { size: TypeSize::Note, weight: Weight::Regular, colour: theme.colour(Role::Ink3) };
    let title = text::Type { size: TypeSize::Emphasis, weight: Weight::SemiBold, colour: theme.colour(Role::Ink) };
    let mark_width = 64.0;
    let widest = (ui.available_width() - COMMANDS_WIDTH - mark_width).clamp(*TITLE_WIDTH.start(), *TITLE_WIDTH.end());
    let galley = text::layout(ui.painter(), &context.session.scenario().title, title, widest, 1);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + mark_width, 24.0), Sense::hover());
    text::place(ui.painter(), pos2(rect.left(), rect.center().y - galley.size().y / 2.0), &galley);
    let is_changed = context.session.is_changed();
    if is_changed {
        let dot = pos2(rect.left() + galley.size().x + 15.0, rect.center().y);
        ui.painter().circle_filled(dot, 4.0, theme.colour(Role::Lead));
        text::line(ui.painter(), dot + vec2(9.0, 0.0), Align2::LEFT_CENTER, label::EDITED, edited);
    }
    let told = label::window_title(&context.session.scenario().title, is_changed);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &told));
    response.on_hover_text(context.document.name);
}

/// The mean and the teams, one of them chosen; names where they have room.
fn weightings_ui(context: ViewContext, queue: &mut Queue, ui: &mut Ui) {
    let scenario = context.session.scenario();
    if scenario.teams.is_empty() {
        return;
    }
    let shown = &context.session.weighting;
    let mean = Chip { id: "mean", label: label::MEAN, mark: None, is_chosen: *shown == Weighting::Mean };
    let teams = scenario.teams.iter().map(|team| Chip {
        id: team.id.as_str(),
        label: team.label(),
        mark: Some(Mark::of(team.mark.number())),
        is_chosen: *shown == Weighting::Team(team.id.clone()),
    });
    let chips: Vec<Chip> = std::iter::once(mean).chain(teams).collect();
    let with_names = chip::width(ui, &chips) < ui.available_width() - COMMANDS_WIDTH;
    if let Some(chosen) = chip::row_ui(ui, &chips, with_names) {
        let team = chosen.checked_sub(1).and_then(|index| scenario.teams.get(index));
        queue.push(Action::Show(team.map_or(Weighting::Mean, |team| Weighting::Team(team.id.clone()))));
    }
}
