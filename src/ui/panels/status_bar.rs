//! The bar along the bottom: what was last done, what there is to check, and light or dark.

use egui::{Align, Align2, Layout, Sense, Ui, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::text::{self as words, label};
use crate::ui::context::Notice;
use crate::ui::theme::{Theme, ThemeChoice};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::text;
use crate::ui::{Action, Command, Queue, ViewContext};

/// How many findings the tooltip has room for.
const SHOWN_FINDINGS: usize = 12;

/// Shows the bar.
pub fn ui(context: Option<ViewContext>, choice: ThemeChoice, queue: &mut Queue, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        if let Some(context) = context {
            findings_ui(context, ui);
            notice_ui(context, ui);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| themes_ui(choice, queue, ui));
    });
}

/// How many findings there are, and in the tooltip which.
fn findings_ui(context: ViewContext, ui: &mut Ui) {
    let findings = context.session.findings();
    let theme = Theme::of(ui.ctx());
    let told = label::to_check(findings.len());
    let (rect, response) = ui.allocate_exact_size(vec2(96.0, 20.0), Sense::hover());
    if findings.is_empty() {
        return;
    }
    icon::paint(ui.painter(), Icon::Warning, rect.left_center() + vec2(8.0, 0.0), theme.stroke(size::ICON_STROKE, Role::WarnMark));
    let set = text::Type { size: TypeSize::Note, weight: Weight::Medium, colour: theme.colour(Role::Ink) };
    text::line(ui.painter(), rect.left_center() + vec2(20.0, 0.0), Align2::LEFT_CENTER, &told, set);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &told));
    let shown = findings.iter().take(SHOWN_FINDINGS).map(|finding| words::finding(context.session.scenario(), finding));
    let left_out = findings.len().saturating_sub(SHOWN_FINDINGS);
    let lines: Vec<String> = shown.chain((left_out > 0).then(|| label::and_more(left_out))).collect();
    let described = lines.join("\n");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(described));
    response.on_hover_ui(|ui| {
        for line in &lines {
            ui.label(line);
        }
    });
}

/// What was last done or refused; the keys while there is nothing to tell.
fn notice_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (told, role) = match context.document.notice {
        Some(Notice::Done(told)) => (told.as_str(), Role::Ink3),
        Some(Notice::Refused(told)) => (told.as_str(), Role::Error),
        None => (label::KEYS, Role::Ink3),
    };
    let set = text::Type { size: TypeSize::Note, weight: Weight::Regular, colour: theme.colour(role) };
    if role == Role::Error {
        let (icon, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
        icon::paint(ui.painter(), Icon::Warning, icon.center(), theme.stroke(size::ICON_STROKE, role));
    }
    let galley = text::layout(ui.painter(), told, set, ui.available_width() - 210.0, 1);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, told));
    if galley.elided {
        response.on_hover_text(told);
    }
}

fn themes_ui(choice: ThemeChoice, queue: &mut Queue, ui: &mut Ui) {
    ui.spacing_mut().button_padding = vec2(6.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.visuals_mut().selection.bg_fill = Theme::of(ui.ctx()).colour(Role::LeadTint);
    let choices = [
        (ThemeChoice::Dark, Command::UseDarkTheme),
        (ThemeChoice::Light, Command::UseLightTheme),
        (ThemeChoice::System, Command::FollowSystemTheme),
    ];
    for (theme, command) in choices {
        let Some(entry) = command.entry() else { continue };
        let name = egui::RichText::new(entry.name).small();
        if ui.selectable_label(choice == theme, name).on_hover_text(entry.tooltip).clicked() {
            queue.push(Action::Do(command));
        }
    }
}
