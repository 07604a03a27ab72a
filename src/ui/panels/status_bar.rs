//! The bar along the bottom: whether the document is saved, what was last done, what there is to
//! check, and how large all is shown.

use std::borrow::Cow;

use egui::{Align, Align2, Id, Layout, Popup, Sense, Ui, WidgetInfo, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::model::Finding;
use crate::session::results::{Findings, Known, Work};
use crate::text::{self as words, updating};
use crate::ui::command::OnDisk;
use crate::ui::context::{Notice, Recovery};
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, menu, text};
use crate::ui::{Action, Command, ViewContext};

/// How wide the list of findings is.
const FINDINGS_WIDTH: f32 = 440.0;
/// What stands beside a marking keeps so much.
const BESIDE_MARKING: f32 = 90.0;
/// The room in which the age of the recovery copy is told, whatever it is.
const RECOVERY_WIDTH: f32 = 148.0;
/// The room in which it is said that results are being updated.
const WORK_WIDTH: f32 = 104.0;

/// Shows the bar.
pub fn ui(context: ViewContext, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        saved_ui(context, ui);
        recovery_ui(context, ui);
        rule_ui(ui);
        findings_ui(context, ui);
        work_ui(context, ui);
        marking_ui(context, ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            zoom_ui(context, ui);
            rule_ui(ui);
            notice_ui(context, ui);
        });
    });
}

fn note(theme: Theme, role: Role) -> text::Type {
    text::Type { size: TypeSize::Note, weight: Weight::Regular, colour: theme.colour(role) }
}

fn rule_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(17.0, 14.0), Sense::hover());
    ui.painter().vline(
        rect.center().x,
        rect.y_range(),
        Theme::of(ui.ctx()).stroke(size::RULE_STROKE, Role::Line),
    );
}

/// Whether the document is as its file is, and since when; behind it, where another program did
/// something to the file, what can be done about that.
fn saved_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let document = context.document;
    let told = words::bars::file_state(words::bars::FileState {
        is_unsaved: document.is_unsaved,
        changes: document.changes,
        saved_at: document.saved_at,
        is_read_only: document.is_read_only,
        was_changed: document.on_disk == OnDisk::Changed,
        is_gone: document.on_disk == OnDisk::Gone,
    });
    let galley = text::layout(ui.painter(), &told, note(theme, Role::Ink2), 260.0, 1);
    let (rect, label) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, 20.0), Sense::hover());
    let at = rect.left_center() + vec2(6.0, 0.0);
    if document.on_disk != OnDisk::AsKnown {
        let stroke = theme.stroke(size::ICON_STROKE, Role::WarnMark);
        icon::paint(ui.painter(), Icon::Warning, at, stroke);
    } else if document.is_unsaved {
        ui.painter().circle_filled(at, 4.0, theme.colour(Role::Lead));
    } else {
        icon::paint(ui.painter(), Icon::Check, at, theme.stroke(size::ICON_STROKE, Role::Ok));
    }
    text::place(ui.painter(), rect.left_center() + vec2(20.0, -galley.size().y / 2.0), &galley);
    let cures: &[Command] = match document.on_disk {
        OnDisk::AsKnown => &[],
        OnDisk::Changed => &[Command::CompareOwnFile, Command::Reload, Command::KeepMine],
        OnDisk::Gone => &[Command::Save, Command::SaveAs],
    };
    if cures.is_empty() {
        label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
        label.on_hover_text(document.name);
        return;
    }
    let response = ui.interact(rect, Id::unique("file on disk"), Sense::click());
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    Popup::menu(&response).show(|ui| {
        for command in cures {
            menu::entry_ui(context.window(), *command, ui);
        }
    });
}

/// How old the recovery copy is; in a narrow window only that there is none.
fn recovery_ui(context: ViewContext, ui: &mut Ui) {
    let is_narrow = ui.ctx().content_rect().width() < size::OVERLAY_BELOW_WIDTH;
    let (told, role, why) = match context.document.recovery {
        Recovery::Nothing => return,
        Recovery::Kept(_) if is_narrow => return,
        Recovery::Kept(ago) => (words::bars::recovery_copy(ago), Role::Ink3, None),
        Recovery::Failed(why) => (words::bars::NO_RECOVERY.to_owned(), Role::Error, Some(why)),
    };
    let theme = Theme::of(ui.ctx());
    ui.add_space(8.0);
    let galley = text::layout(ui.painter(), &told, note(theme, role), 200.0, 1);
    let (rect, response) = ui.allocate_exact_size(vec2(RECOVERY_WIDTH, 20.0), Sense::hover());
    text::place(ui.painter(), rect.left_center() - vec2(0.0, galley.size().y / 2.0), &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
    if let Some(why) = why {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(why));
        response.on_hover_text(why);
    }
}

/// How many findings there are, and behind it the list that jumps to their causes.
fn findings_ui(context: ViewContext, ui: &mut Ui) {
    let answer = context.session.ask(&Findings);
    let theme = Theme::of(ui.ctx());
    let told = words::bars::to_check(answer.last().map_or(0, |findings| findings.len()));
    let set = text::Type { weight: Weight::Medium, ..note(theme, Role::Ink) };
    let galley = text::layout(ui.painter(), &told, set, 200.0, 1);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 26.0, 22.0), Sense::hover());
    let Some(findings) = answer.last().filter(|findings| !findings.is_empty()) else { return };
    let response = ui.interact(rect, Id::unique("findings"), Sense::click());
    icon::paint(
        ui.painter(),
        Icon::Warning,
        rect.left_center() + vec2(8.0, 0.0),
        theme.stroke(size::ICON_STROKE, Role::WarnMark),
    );
    text::place(ui.painter(), rect.left_center() + vec2(20.0, -galley.size().y / 2.0), &galley);
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    Popup::menu(&response)
        .width(FINDINGS_WIDTH.min(ui.ctx().content_rect().width() - 48.0))
        .show(|ui| list_ui(context, findings, ui));
}

fn list_ui(context: ViewContext, findings: &Known<Vec<Finding>>, ui: &mut Ui) {
    let height = (ui.ctx().content_rect().height() - 120.0).max(80.0);
    egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for finding in findings.iter() {
            let sentence = words::finding(findings.scenario(), finding);
            let button = egui::Button::new(egui::RichText::new(sentence))
                .wrap()
                .min_size(vec2(ui.available_width(), 28.0));
            if ui.add(button).clicked() {
                context.queue.push(Action::Visit(finding.clone()));
                ui.close();
            }
        }
    });
}

/// Whether what is shown is of an earlier state of the document. Its room is kept, so that nothing
/// moves when it comes and goes.
fn work_ui(context: ViewContext, ui: &mut Ui) {
    let (rect, response) = ui.allocate_exact_size(vec2(WORK_WIDTH, 20.0), Sense::hover());
    let work = context.session.results().work();
    let Some(told) = work_told(work) else { return };
    let role = if matches!(work, Work::Failed) { Role::Error } else { Role::Ink3 };
    let theme = Theme::of(ui.ctx());
    let galley = text::layout(ui.painter(), &told, note(theme, role), WORK_WIDTH, 1);
    text::place(ui.painter(), rect.left_center() - vec2(0.0, galley.size().y / 2.0), &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, &told));
    if matches!(work, Work::Failed) {
        let id = response.id;
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(updating::OUTDATED_WHY));
        response.on_hover_text(updating::OUTDATED_WHY);
    }
}

/// How far the results are, in its room.
fn work_told(work: Work) -> Option<String> {
    match work {
        Work::Done => None,
        Work::Updating(progress) => Some(updating::updating(progress)),
        Work::Failed => Some(updating::OUTDATED.to_owned()),
    }
}

/// The document's marking, in the middle of the bar where there is room; without one none is kept.
fn marking_ui(context: ViewContext, ui: &mut Ui) {
    let marking = &context.session.scenario().marking;
    if marking.is_empty() {
        return;
    }
    let set = text::Type { weight: Weight::SemiBold, ..note(Theme::of(ui.ctx()), Role::Ink) };
    let room = (ui.available_width() - BESIDE_MARKING).max(0.0);
    let galley = text::layout(ui.painter(), marking, set, room, 1);
    let middle = ui.ctx().content_rect().center().x - galley.size().x / 2.0;
    ui.add_space((middle - ui.cursor().left()).clamp(0.0, room - galley.size().x.min(room)));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, marking));
    if galley.elided {
        response.on_hover_text(marking);
    }
}

/// What was last done or refused; the keys of the page while there is nothing to tell.
fn notice_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (told, role) = match context.document.notice {
        Some(Notice::Done(told) | Notice::Visited(told)) => (Cow::Borrowed(told), Role::Ink3),
        Some(Notice::Refused(told)) => (Cow::Borrowed(told), Role::Error),
        None => (Cow::Owned(hint(context, ui)), Role::Ink3),
    };
    let room = ui.available_width() - if role == Role::Error { 26.0 } else { 8.0 };
    if room < 40.0 {
        return;
    }
    let galley = text::layout(ui.painter(), &told, note(theme, role), room, 1);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    if role == Role::Error {
        let at = rect.left_center() - vec2(12.0, 0.0);
        icon::paint(ui.painter(), Icon::Warning, at, theme.stroke(size::ICON_STROKE, role));
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, &*told));
    if galley.elided {
        response.on_hover_text(&*told);
    }
}

/// The keys of the page that is shown.
fn hint(context: ViewContext, ui: &Ui) -> String {
    let shortcuts = words::bars::Shortcuts { add_option: Command::AddOption.shortcut(ui.ctx()) };
    let is_without_fields = context.view.stage == Stage::Weights
        && context.session.weighting.open_team(context.session.scenario()).is_none();
    if is_without_fields {
        return words::bars::MEAN_KEYS.to_owned();
    }
    let usual = || (context.view.stage.row().hint)(&shortcuts);
    context.view.keys.map_or_else(usual, str::to_owned)
}

/// How large all is shown, and the commands that change it.
fn zoom_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let told = words::bars::zoom(context.view.zoom);
    let (rect, _) = ui.allocate_exact_size(vec2(48.0, 22.0), Sense::hover());
    let response = ui.interact(rect, Id::unique("zoom"), Sense::click());
    text::line(ui.painter(), rect.center(), Align2::CENTER_CENTER, &told, note(theme, Role::Ink2));
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    Popup::menu(&response).show(|ui| {
        for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomReset] {
            menu::entry_ui(context.window(), command, ui);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    #[test]
    fn the_age_of_a_recovery_copy_fits_its_room() {
        let measurer = Measurer::new();
        for age in [0, 9, 59, 60, 59 * 60, 3600, 1_000_000] {
            let told = words::bars::recovery_copy(&words::bars::age(age, "23:48"));
            let width = measurer.width(&told, TypeSize::Note.points(), Weight::Regular);
            assert!(width <= RECOVERY_WIDTH, "{told}: {width}");
        }
    }

    #[test]
    fn what_is_said_of_the_work_fits_its_room() {
        let measurer = Measurer::new();
        for work in [Work::Updating(0.0), Work::Updating(1.0), Work::Failed] {
            let told = work_told(work).unwrap();
            let width = measurer.width(&told, TypeSize::Note.points(), Weight::Regular);
            assert!(width <= WORK_WIDTH, "{told}: {width}");
        }
    }
}
