//! The list of states, in the inspector's place.

use egui::{Align2, Frame, Id, Key, Margin, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{States, VersionRow};
use crate::look::{Icon, Role, TypeSize, Weight, size};
use crate::session::Session;
use crate::text::keeping as words;
use crate::ui::action::{StateId, Stays};
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::{button, icon, text};
use crate::ui::{Action, Command, ViewContext};

const ROW_HEIGHT: f32 = 32.0;
const PADDING: i8 = 12;
/// What the time takes in a row.
const WHEN_WIDTH: f32 = 58.0;

/// Where work goes on in the list: at the state before the present one, where there is one.
pub fn landing(session: &Session) -> Id {
    let (_, present) = session.states();
    let place = present.saturating_sub(1);
    row_id(StateId::Step { place, revision: session.revision() })
}

fn row_id(state: StateId) -> Id {
    Id::unique(("state", state))
}

/// Shows the list.
pub fn ui(context: ViewContext, states: &States, ui: &mut Ui) {
    let area = egui::ScrollArea::vertical().id_salt("states").auto_shrink([false, false]);
    area.show(ui, |ui| {
        let margin = Margin { left: PADDING, right: PADDING, top: 14, bottom: 24 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            head_ui(context, ui);
            session_ui(context, states, ui);
            versions_ui(context, states, ui);
            walk(context, states, ui);
        });
    });
}

fn head_ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let set = text::Type {
        size: TypeSize::PanelTitle,
        weight: Weight::SemiBold,
        colour: theme.colour(Role::Ink),
    };
    let at = rect.left_center() + vec2(8.0, 0.0);
    text::line(ui.painter(), at, Align2::LEFT_CENTER, words::HISTORY, set);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words::HISTORY));
    let close = Rect::from_center_size(rect.right_center() - vec2(13.0, 0.0), vec2(26.0, 26.0));
    let id = Id::unique("close states");
    if button::icon_at_ui(ui, close, id, Icon::Close, words::CLOSE_HISTORY).clicked() {
        context.queue.push(Action::Do(Command::ShowStates));
    }
}

/// The steps of this session, the newest first; those that were undone stand above the present.
fn session_ui(context: ViewContext, states: &States, ui: &mut Ui) {
    let (steps, present) = context.session.states();
    let revision = context.session.revision();
    section_ui(words::THIS_SESSION, "", ui);
    for (place, step) in steps.iter().enumerate().rev() {
        let id = StateId::Step { place, revision };
        let is_present = place == present;
        let role = if place > present { Role::Ink3 } else { Role::Ink };
        let name = words::step_of(step.done.as_deref());
        let when = if is_present { words::NOW } else { "" };
        let row = Row { id, when, name: &name, role, marks: &[], is_present };
        row_ui(context, states, &row, ui);
    }
}

fn versions_ui(context: ViewContext, states: &States, ui: &mut Ui) {
    ui.add_space(10.0);
    let extent = states.versions.as_ref().filter(|versions| !versions.is_empty());
    let extent = extent.map(|versions| words::extent_of_versions(versions.len(), states.size));
    section_ui(words::VERSIONS, &extent.unwrap_or_default(), ui);
    let Some(versions) = &states.versions else {
        return note_ui(words::NO_FILE_YET, ui);
    };
    if versions.is_empty() {
        return note_ui(words::NO_VERSIONS, ui);
    }
    let days = [(words::TODAY, true), (words::BEFORE, false)];
    for (heading, is_of_today) in days {
        let mut of_day = versions.iter().filter(|it| it.is_of_today == is_of_today).peekable();
        if of_day.peek().is_some() {
            section_ui(heading, "", ui);
        }
        for version in of_day {
            version_ui(context, states, version, ui);
        }
    }
    ui.add_space(8.0);
    if versions.iter().any(|version| version.stays == Stays::ForGood) {
        legend_ui(Icon::Flag, words::KEPT_FOR_GOOD, ui);
    }
    if versions.iter().any(|version| version.has_sealed) {
        legend_ui(Icon::Locked, words::TAKEN_SEALED, ui);
    }
}

fn version_ui(context: ViewContext, states: &States, version: &VersionRow, ui: &mut Ui) {
    let id = StateId::Version(version.number);
    let locked = version.has_sealed.then_some((Icon::Locked, Role::Ink3));
    let flag = (version.stays == Stays::ForGood).then_some((Icon::Flag, Role::Lead));
    let marks: Vec<(Icon, Role)> = locked.into_iter().chain(flag).collect();
    let (when, name) = (version.when.as_str(), version.name.as_str());
    let row = Row { id, when, name, role: Role::Ink, marks: &marks, is_present: false };
    let response = row_ui(context, states, &row, ui);
    egui::Popup::context_menu(&response).show(|ui| {
        let (words, other) = match version.stays {
            Stays::InTurn => (words::KEEP_FOR_GOOD, Stays::ForGood),
            Stays::ForGood => (words::KEEP_IN_TURN, Stays::InTurn),
        };
        if ui.button(words).clicked() {
            context.queue.push(Action::KeepVersion(version.number, other));
            ui.close();
        }
    });
}

/// A line of the list.
struct Row<'a> {
    id: StateId,
    when: &'a str,
    name: &'a str,
    role: Role,
    /// At its end, from the right.
    marks: &'a [(Icon, Role)],
    /// It is what the document is now, which needn't be looked at.
    is_present: bool,
}

fn row_ui(context: ViewContext, states: &States, row: &Row, ui: &mut Ui) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, row_id(row.id), Sense::click());
    let is_viewed = states.viewed.as_ref().is_some_and(|viewed| viewed.id == row.id);
    ground(ui, theme, &response, is_viewed);
    let set =
        |weight, role| text::Type { size: TypeSize::Body, weight, colour: theme.colour(role) };
    let left = rect.left_center() + vec2(8.0, 0.0);
    text::line(ui.painter(), left, Align2::LEFT_CENTER, row.when, set(Weight::SemiBold, row.role));
    let indent = if row.when.is_empty() { 8.0 } else { 8.0 + WHEN_WIDTH };
    let room = rect.width() - indent - 8.0 - 20.0 * row.marks.len() as f32;
    let weight = if row.is_present { Weight::SemiBold } else { Weight::Regular };
    let name = text::layout(ui.painter(), row.name, set(weight, row.role), room, 1);
    let at = pos2(rect.left() + indent, rect.center().y - name.size().y / 2.0);
    text::place(ui.painter(), at, &name);
    for (place, (mark, role)) in row.marks.iter().enumerate() {
        let at = rect.right_center() - vec2(14.0 + 20.0 * place as f32, 0.0);
        icon::paint(ui.painter(), *mark, at, theme.stroke(size::ICON_STROKE, *role));
    }
    button::focus_ring(ui, theme, &response);
    let told = [row.when, row.name].join(" ");
    let is_enabled = !row.is_present;
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::Button, is_enabled, is_viewed, told.trim_start())
    });
    if response.has_focus() {
        let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if response.clicked() && is_enabled {
        context.queue.push(Action::LookAt(row.id));
    }
    if name.elided { response.on_hover_text(row.name) } else { response }
}

/// Up and Down go from row to row.
fn walk(context: ViewContext, states: &States, ui: &Ui) {
    let rows = rows(context, states);
    let focused = ui.memory(egui::Memory::focused);
    let Some(place) = rows.iter().position(|row| Some(row_id(*row)) == focused) else { return };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let next = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => rows.get(place + 1),
        (_, true) => place.checked_sub(1).and_then(|place| rows.get(place)),
        _ => None,
    };
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(row_id(*next)));
    }
}

/// The states in the order of their rows.
fn rows(context: ViewContext, states: &States) -> Vec<StateId> {
    let revision = context.session.revision();
    let steps = context.session.states().0.len();
    let steps = (0..steps).rev().map(|place| StateId::Step { place, revision });
    let versions = states.versions.iter().flatten();
    let (today, before): (Vec<_>, Vec<_>) = versions.partition(|version| version.is_of_today);
    let versions = today.into_iter().chain(before);
    steps.chain(versions.map(|version| StateId::Version(version.number))).collect()
}

fn ground(ui: &Ui, theme: Theme, response: &egui::Response, is_viewed: bool) {
    let role = match () {
        () if is_viewed => Role::LeadTint,
        () if response.hovered() => Role::Hover,
        () => return,
    };
    let rounding = corners(size::CONTROL_RADIUS);
    ui.painter().rect_filled(response.rect, rounding, theme.colour(role));
    if is_viewed {
        let edge = theme.stroke(size::LEADING_STROKE, Role::Lead);
        ui.painter().rect_stroke(response.rect, rounding, edge, egui::StrokeKind::Inside);
    }
}

fn section_ui(name: &str, at_end: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let set =
        |weight, role| text::Type { size: TypeSize::Note, weight, colour: theme.colour(role) };
    let left = rect.left_center() + vec2(8.0, 3.0);
    text::line(ui.painter(), left, Align2::LEFT_CENTER, name, set(Weight::SemiBold, Role::Ink2));
    let right = rect.right_center() - vec2(8.0, -3.0);
    text::line(ui.painter(), right, Align2::RIGHT_CENTER, at_end, set(Weight::Regular, Role::Ink3));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, name));
}

fn note_ui(words: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    Frame::new().inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
        let told = egui::RichText::new(words).small().color(theme.colour(Role::Ink3));
        ui.add(egui::Label::new(told).wrap());
    });
}

fn legend_ui(mark: Icon, words: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let at = rect.left_center() + vec2(14.0, 0.0);
    icon::paint(ui.painter(), mark, at, theme.stroke(size::ICON_STROKE, Role::Ink3));
    let set = text::Type {
        size: TypeSize::Note,
        weight: Weight::Regular,
        colour: theme.colour(Role::Ink3),
    };
    text::line(ui.painter(), rect.left_center() + vec2(28.0, 0.0), Align2::LEFT_CENTER, words, set);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
}
