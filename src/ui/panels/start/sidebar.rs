//! The side of the first page: new and open, the recent files, light and dark.

use egui::{Align2, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Page, RecentFile};
use crate::look::{Role, TypeSize, Weight, size};
use crate::text as words;
use crate::ui::panels::rail::THEMES;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::chip::{self, Chip};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command};

const ITEM_HEIGHT: f32 = 52.0;
/// What stands below the recent files.
const FOOT_HEIGHT: f32 = 100.0;

/// Shows the side.
pub fn ui(page: &Page, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let whole = ui.available_rect_before_wrap();
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT_HEIGHT), whole.max);
    let mut above = ui.new_child(
        egui::UiBuilder::new().max_rect(Rect::from_min_max(whole.min, foot.right_top())),
    );
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(&mut above, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 4.0);
        name_ui(theme, ui);
        commands_ui(page, theme, ui);
        recent_ui(page, theme, ui);
    });
    let mut below = ui.new_child(egui::UiBuilder::new().max_rect(foot));
    foot_ui(page, theme, &mut below);
}

/// The sign, the name, and what it is for.
fn name_ui(theme: Theme, ui: &mut Ui) {
    ui.add_space(24.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    icon::scales(
        ui.painter(),
        theme,
        Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(44.0, 44.0)),
    );
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let left = rect.left() + 58.0;
    let name = set(TypeSize::Large, Weight::SemiBold, Role::Ink);
    text::line(
        ui.painter(),
        pos2(left, rect.top() + 16.0),
        Align2::LEFT_CENTER,
        words::bars::PROGRAM,
        name,
    );
    let tagline = text::layout(
        ui.painter(),
        words::start::TAGLINE,
        set(TypeSize::Body, Weight::Regular, Role::Ink2),
        rect.right() - left,
        1,
    );
    text::place(ui.painter(), pos2(left, rect.top() + 32.0), &tagline);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words::bars::PROGRAM));
}

fn commands_ui(page: &Page, theme: Theme, ui: &mut Ui) {
    ui.add_space(20.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let width = ((rect.width() - 12.0) / 2.0).min(118.0);
    let at = |place: f32| {
        Rect::from_min_size(rect.min + vec2(place * (width + 12.0), 0.0), vec2(width, 36.0))
    };
    large_ui(page, Command::New, Prominence::Leading, at(0.0), theme, ui);
    large_ui(page, Command::Open, Prominence::Plain, at(1.0), theme, ui);
    ui.add_space(32.0);
}

/// How a large button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prominence {
    /// What most people came for.
    Leading,
    Plain,
}

fn large_ui(
    page: &Page,
    command: Command,
    prominence: Prominence,
    rect: Rect,
    theme: Theme,
    ui: &Ui,
) {
    let name = command.entry().name;
    let response = ui.interact(rect, Id::unique(("start", command)), Sense::click());
    let (ground, edge, ink) = match prominence {
        Prominence::Leading => (Role::Lead, Role::Lead, Role::OnLead),
        Prominence::Plain if response.hovered() => (Role::Hover, Role::Control, Role::Ink),
        Prominence::Plain => (Role::Raised, Role::Control, Role::Ink),
    };
    let edge = theme.stroke(size::RULE_STROKE, edge);
    ui.painter().rect(
        rect,
        corners(size::CONTROL_RADIUS),
        theme.colour(ground),
        edge,
        egui::StrokeKind::Inside,
    );
    if let Some(icon) = command.entry().icon {
        let at = rect.left_center() + vec2(19.0, 0.0);
        icon::paint(ui.painter(), icon, at, theme.stroke(size::ICON_STROKE, ink));
    }
    let set = text::Type {
        size: TypeSize::Emphasis,
        weight: Weight::SemiBold,
        colour: theme.colour(ink),
    };
    text::line(ui.painter(), rect.left_center() + vec2(34.0, 0.0), Align2::LEFT_CENTER, name, set);
    if response.has_focus() {
        let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
        ui.painter().rect_stroke(
            rect.expand(3.0),
            corners(size::PANEL_RADIUS),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    button::finish(page.window, ui, command, &response);
}

fn recent_ui(page: &Page, theme: Theme, ui: &mut Ui) {
    if page.recent.is_empty() {
        return;
    }
    let heading = egui::RichText::new(words::start::RECENT)
        .font(crate::ui::theme::font_id(TypeSize::Body, Weight::SemiBold));
    ui.label(heading.color(theme.colour(Role::Ink2)));
    ui.add_space(6.0);
    for file in page.recent {
        file_ui(page, file, theme, ui);
    }
}

/// A file's title, folder and day; where it can't be opened why, greyed.
fn file_ui(page: &Page, file: &RecentFile, theme: Theme, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ITEM_HEIGHT), Sense::hover());
    let response = ui.interact(
        rect.expand2(vec2(6.0, 0.0)),
        Id::unique(("recent", &file.path)),
        Sense::click(),
    );
    if response.hovered() {
        ui.painter().rect_filled(
            response.rect,
            corners(size::CONTROL_RADIUS),
            theme.colour(Role::Hover),
        );
    }
    let (icon, mark, ink) = if file.absence.is_some() {
        (Icon::Warning, Role::WarnMark, Role::Ink3)
    } else {
        (Icon::File, Role::Ink2, Role::Ink)
    };
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let (first, second) = (rect.top() + 16.0, rect.top() + 35.0);
    icon::paint(
        ui.painter(),
        icon,
        pos2(rect.left() + 9.0, first),
        theme.stroke(size::ICON_STROKE, mark),
    );
    let left = rect.left() + 26.0;
    let title = text::layout(
        ui.painter(),
        &file.title,
        set(TypeSize::Body, Weight::Medium, ink),
        rect.right() - left - 22.0,
        1,
    );
    text::place(ui.painter(), pos2(left, first - title.size().y / 2.0), &title);
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink3);
    let when = text::line(
        ui.painter(),
        pos2(rect.right(), second),
        Align2::RIGHT_CENTER,
        &file.when,
        note,
    );
    let below = file.absence.unwrap_or(&file.folder);
    let below = text::layout(ui.painter(), below, note, when.left() - left - 8.0, 1);
    text::place(ui.painter(), pos2(left, second - below.size().y / 2.0), &below);
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &file.title));
    if let Some(absence) = file.absence {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(absence));
    }
    forget_ui(page, file, rect, &response, ui);
    if response.clicked() {
        page.window.queue.push(Action::OpenRecent(file.path.clone()));
    }
    response.on_hover_text(file.path.display().to_string());
}

/// Takes a file out of the list; shown where the pointer or the focus is.
fn forget_ui(page: &Page, file: &RecentFile, rect: Rect, row: &egui::Response, ui: &Ui) {
    let id = Id::unique(("forget", &file.path));
    let is_near =
        row.contains_pointer() || row.has_focus() || ui.memory(|memory| memory.has_focus(id));
    if is_near {
        let square =
            Rect::from_center_size(pos2(rect.right() - 8.0, rect.top() + 16.0), vec2(20.0, 20.0));
        if button::icon_at_ui(ui, square, id, Icon::Close, &words::start::forget(&file.title))
            .clicked()
        {
            page.window.queue.push(Action::Forget(file.path.clone()));
        }
    }
}

fn foot_ui(page: &Page, theme: Theme, ui: &mut Ui) {
    let top = ui.max_rect().left_top();
    ui.painter().hline(ui.max_rect().x_range(), top.y, theme.stroke(size::RULE_STROKE, Role::Line));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(egui::RichText::new(words::bars::THEME).color(theme.colour(Role::Ink2)));
        let chips = THEMES.map(|(choice, command)| {
            let name = command.entry().name;
            let id = Id::unique(("theme", command));
            Chip { id, label: name, mark: None, is_chosen: page.theme == choice }
        });
        let room = ui.available_width() - chip::width(ui, &chips, chip::Names::All);
        ui.add_space((room - ui.spacing().item_spacing.x).max(0.0));
        if let Some((_, command)) =
            chip::row_ui(ui, &chips, chip::Names::All).and_then(|place| THEMES.get(place))
        {
            page.window.queue.push(Action::Do(*command));
        }
    });
    ui.add_space(8.0);
    ui.label(egui::RichText::new(words::start::OFFLINE).small().color(theme.colour(Role::Ink3)));
}
