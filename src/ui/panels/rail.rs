//! The rail along the left: the stages of the work, and the settings at its foot.

use egui::{Align2, Id, Popup, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::model::FindingKind;
use crate::session::results::Findings;
use crate::text as words;
use crate::ui::stage::Stage;
use crate::ui::theme::{Theme, ThemeChoice, corners};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, ViewContext};

/// A stage's room, from one to the next: usually, and at least where the window is low.
const PITCH: f32 = 62.0;
const LEAST_PITCH: f32 = 36.0;
/// Below this the names have no room under the icons.
const NAMED_PITCH: f32 = 52.0;
const ITEM_WIDTH: f32 = 62.0;
const ITEM_GAP: f32 = 6.0;
/// The room above the first stage.
const HEAD: f32 = 8.0;

/// Shows the rail.
pub fn ui(context: ViewContext, choice: ThemeChoice, ui: &mut Ui) {
    let rail = ui.available_rect_before_wrap();
    let settings =
        Rect::from_center_size(pos2(rail.center().x, rail.bottom() - 30.0), vec2(40.0, 40.0));
    let stages = Rect::from_min_max(rail.min, pos2(rail.right(), settings.top()));
    let pitch = ((stages.height() - HEAD) / Stage::ALL.len() as f32).clamp(LEAST_PITCH, PITCH);
    let mut stages = ui.new_child(egui::UiBuilder::new().max_rect(stages));
    egui::ScrollArea::vertical().auto_shrink([false, false]).scroll_bar_visibility(NO_BAR).show(
        &mut stages,
        |ui| {
            ui.add_space(HEAD);
            ui.spacing_mut().item_spacing.y = 0.0;
            for stage in Stage::ALL {
                stage_ui(context, *stage, pitch, ui);
            }
        },
    );
    settings_ui(context, choice, settings, ui);
}

const NO_BAR: egui::scroll_area::ScrollBarVisibility =
    egui::scroll_area::ScrollBarVisibility::AlwaysHidden;

fn stage_ui(context: ViewContext, stage: Stage, pitch: f32, ui: &mut Ui) {
    let row = stage.row();
    let (name, _) = row.words;
    let theme = Theme::of(ui.ctx());
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), pitch), Sense::hover());
    let rect = Rect::from_center_size(whole.center(), vec2(ITEM_WIDTH, pitch - ITEM_GAP));
    let is_named = pitch >= NAMED_PITCH;
    let middle = if is_named { rect.top() + 18.0 } else { rect.center().y };
    let icon_at = pos2(rect.center().x, middle);
    let response = ui.interact(rect, Id::unique(("stage", stage)), Sense::click());
    let is_shown = context.view.stage == stage;
    let role = if is_shown { Role::Lead } else { Role::Ink2 };
    if is_shown {
        ui.painter().rect_filled(rect, corners(size::PANEL_RADIUS), theme.colour(Role::LeadTint));
        let edge = Rect::from_min_max(
            pos2(whole.left(), rect.top() + 8.0),
            pos2(whole.left() + 3.0, rect.bottom() - 8.0),
        );
        ui.painter().rect_filled(edge, 0.0, theme.colour(Role::Lead));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners(size::PANEL_RADIUS), theme.colour(Role::Hover));
    }
    icon::paint(ui.painter(), row.icon, icon_at, theme.stroke(size::ICON_STROKE, role));
    let set =
        text::Type { size: TypeSize::Scale, weight: Weight::Medium, colour: theme.colour(role) };
    if is_named {
        text::line(ui.painter(), icon_at + vec2(0.0, 24.0), Align2::CENTER_CENTER, name, set);
    }
    if is_flagged(context, row.is_flagged_by) {
        ui.painter().circle_filled(icon_at + vec2(14.0, -8.0), 4.0, theme.colour(Role::WarnMark));
    }
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, is_shown, name));
    button::finish(context.window(), ui, Command::Show(stage), &response);
}

/// Whether a finding of the document is of a kind that flags a stage.
fn is_flagged(context: ViewContext, by: fn(&FindingKind) -> bool) -> bool {
    let answer = context.session.ask(&Findings);
    answer.last().is_some_and(|findings| findings.iter().any(|finding| by(&finding.kind)))
}

/// The gear, and the choices behind it.
fn settings_ui(context: ViewContext, choice: ThemeChoice, rect: Rect, ui: &Ui) {
    let response =
        button::icon_at_ui(ui, rect, Id::unique("settings"), Icon::Gear, words::bars::SETTINGS);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(180.0);
        ui.label(egui::RichText::new(words::bars::THEME).small());
        for (theme, command) in THEMES {
            let entry = command.entry();
            if ui.radio(choice == theme, entry.name).on_hover_text(entry.tooltip).clicked() {
                context.queue.push(Action::Do(command));
            }
        }
        ui.separator();
        for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomReset, Command::Keys] {
            let button = egui::Button::new(command.entry().name);
            if ui.add(button.shortcut_text(command.shortcut(ui.ctx()))).clicked() {
                context.queue.push(Action::Do(command));
            }
        }
    });
}

/// The choices of light and dark with their commands.
pub const THEMES: [(ThemeChoice, Command); 3] = [
    (ThemeChoice::Light, Command::UseLightTheme),
    (ThemeChoice::Dark, Command::UseDarkTheme),
    (ThemeChoice::System, Command::FollowSystemTheme),
];
