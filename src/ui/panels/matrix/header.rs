//! Above the rows: for each criterion its name, goal and weight.

use egui::{Align2, Popup, Rect, Sense, Ui, pos2, vec2};

use super::layout::Geometry;
use super::{Frame, MatrixPanel, drag, place};
use crate::look::size::HEADER_BLOCK_HEIGHT;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Goal, ValueFunction};
use crate::session::Selection;
use crate::text::label;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, menu, text};
use crate::ui::{Action, Command};

/// Where the goal's words stand, from the header's top.
const GOAL_LINE: f32 = 74.0;
/// Where the commands that add stand.
const LINKS_LINE: f32 = 41.0;
/// How high a bar grows above the heaviest while it is dragged.
const MOST_GROWTH: f32 = 1.2;

impl MatrixPanel {
    /// Shows the header, the criteria scrolled as the rows are.
    pub(super) fn header_ui(&mut self, frame: Frame, ui: &mut Ui) {
        let header = frame.geometry.header;
        let painter = ui.painter_at(header.expand(2.0).intersect(ui.clip_rect()));
        painter.hline(
            header.x_range(),
            header.top(),
            frame.theme.stroke(size::RULE_STROKE, Role::Line),
        );
        painter.hline(
            header.x_range(),
            header.bottom() - 0.5,
            frame.theme.stroke(size::RULE_STROKE, Role::Control),
        );
        options_head_ui(frame, ui);
        totals_head(frame, &painter);
        let seen = frame.geometry.criteria();
        let clip =
            Rect::from_min_max(pos2(seen.start, header.top()), pos2(seen.end, header.bottom()));
        for (index, criterion) in frame.view.scenario.criteria.iter().enumerate() {
            let (left, width) = frame.geometry.column(index, self.offset.x);
            if left + width >= seen.start && left <= seen.end {
                self.criterion_ui(frame, clip, criterion, (index, left, width), ui);
            }
        }
    }

    fn criterion_ui(
        &mut self,
        frame: Frame,
        clip: Rect,
        criterion: &Criterion,
        (index, left, width): (usize, f32, f32),
        ui: &mut Ui,
    ) {
        let header = frame.geometry.header;
        let mut column = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(clip)
                .scope_id(frame.grid.with(("column", criterion.id.as_str())))
                .accessibility_parent(frame.grid),
        );
        column.set_clip_rect(clip.intersect(ui.clip_rect()));
        let whole = Rect::from_min_max(
            pos2(left - 4.0, header.top() + 2.0),
            pos2(left + width + 4.0, header.bottom() - 2.0),
        );
        let selection = Selection::Criterion(criterion.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let response = column.interact(whole.intersect(clip), id, Sense::CLICK);
        if self.lit.as_ref() == Some(&criterion.id) {
            column.painter().rect_filled(whole, 0.0, frame.theme.colour(Role::Hover));
        }
        let percent = format!("{} %", frame.view.percents.get(index).copied().unwrap_or(0));
        let bar =
            paint_criterion(frame, column.painter(), criterion, (index, left, width), &percent);
        let told = format!("{}, {percent}", criterion.name);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, &told));
        column.ctx().accesskit_node_builder(id, |node| node.set_column_index(index + 1));
        let share = frame.view.evaluation.shares.criteria.get(index).copied().unwrap_or(0.0);
        self.handle_ui(frame, bar, (criterion, share), &column);
        self.ring_ui(frame, &selection, whole, &column);
        self.head_clicked(frame, &response, &selection, &column);
        let is_over_bar = column
            .ctx()
            .pointer_hover_pos()
            .is_some_and(|pointer| pointer.y > header.top() + GOAL_LINE + 12.0);
        if !is_over_bar && self.drag.is_none() {
            response.on_hover_ui(|ui| hover_ui(criterion, ui));
        }
    }

    /// A click on a head selects it, a second one names it, the other button opens its menu.
    pub(super) fn head_clicked(
        &mut self,
        frame: Frame,
        response: &egui::Response,
        selection: &Selection,
        ui: &Ui,
    ) {
        if response.clicked() || response.secondary_clicked() {
            self.end_elsewhere(frame, ui);
            self.choose(frame, selection.clone());
        }
        if response.double_clicked() {
            frame.context.queue.push(Action::Inspect(selection.clone()));
        }
        Popup::context_menu(response).show(|ui| {
            ui.set_min_width(200.0);
            if ui.button(label::EDIT_DETAILS).clicked() {
                frame.context.queue.push(Action::Inspect(selection.clone()));
                ui.close();
            }
            for command in
                [Command::MoveEarlier, Command::MoveLater, Command::ToggleLock, Command::Remove]
            {
                menu::entry_ui(frame.context.window(), command, ui);
            }
        });
    }
}

/// The column of the options: what can be added, and what a bar means.
fn options_head_ui(frame: Frame, ui: &mut Ui) {
    let header = frame.geometry.header;
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    let left = frame.geometry.options().start;
    let painter = ui.painter_at(header.expand(2.0).intersect(ui.clip_rect()));
    text::line(
        &painter,
        pos2(left, header.top() + 7.0),
        Align2::LEFT_TOP,
        label::OPTION,
        set(TypeSize::Body, Weight::SemiBold, Role::Ink),
    );
    let links = Rect::from_min_max(
        pos2(left, header.top() + LINKS_LINE),
        pos2(frame.geometry.options().end, header.bottom()),
    );
    let mut links = ui.new_child(egui::UiBuilder::new().max_rect(links));
    links.spacing_mut().item_spacing.y = 0.0;
    for command in [Command::AddOption, Command::AddCriterion] {
        button::link_command_ui(frame.context.window(), &mut links, command);
    }
    let weight = set(TypeSize::Body, Weight::Regular, Role::Ink2);
    text::line(
        &painter,
        pos2(left, header.bottom() - 20.0),
        Align2::LEFT_BOTTOM,
        label::WEIGHT,
        weight,
    );
    let note = match drag::weigher(frame) {
        Some(_) => label::DRAG_NOTE,
        None if frame.view.scenario.teams.is_empty() => label::NO_TEAM_NOTE,
        None => label::MEAN_NOTE,
    };
    let note_set = set(TypeSize::Note, Weight::Regular, Role::Ink3);
    let galley = text::layout(&painter, note, note_set, frame.geometry.options().end - left, 1);
    text::place(&painter, pos2(left, header.bottom() - 21.0), &galley);
}

/// The column of the totals, and its scale.
fn totals_head(frame: Frame, painter: &egui::Painter) {
    let header = frame.geometry.header;
    let totals = frame.geometry.totals();
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    let name = set(TypeSize::Body, Weight::SemiBold, Role::Ink);
    text::line(
        painter,
        pos2(totals.start, header.top() + 7.0),
        Align2::LEFT_TOP,
        label::TOTAL,
        name,
    );
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink3);
    let below = text::layout(painter, label::TOTAL_NOTE, note, totals.end - totals.start, 2);
    text::place(painter, pos2(totals.start, header.top() + 24.0), &below);
    let right = totals.end - 4.0;
    let ends = [
        ("0", totals.start, Align2::LEFT_BOTTOM),
        ("5", f32::midpoint(totals.start, right), Align2::CENTER_BOTTOM),
        ("10", right, Align2::RIGHT_BOTTOM),
    ];
    for (digit, x, anchor) in ends {
        text::line(
            painter,
            pos2(x, header.bottom() - 9.0),
            anchor,
            digit,
            set(TypeSize::Scale, Weight::Regular, Role::Ink3),
        );
    }
}

/// Paints a criterion's head; gives its bar.
fn paint_criterion(
    frame: Frame,
    painter: &egui::Painter,
    criterion: &Criterion,
    (index, left, width): (usize, f32, f32),
    percent: &str,
) -> Rect {
    let header = frame.geometry.header;
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    // Narrow columns set their names smaller, so that long words stay whole.
    let size = if width < 66.0 { TypeSize::Scale } else { TypeSize::Body };
    let whole = text::layout(
        painter,
        &criterion.name,
        set(size, Weight::SemiBold, Role::Ink),
        width + 4.0,
        3,
    );
    let name = if whole.elided {
        text::layout(
            painter,
            criterion.label(),
            set(size, Weight::SemiBold, Role::Ink),
            width + 4.0,
            3,
        )
    } else {
        whole
    };
    text::place(painter, pos2(left, header.top() + 6.0), &name);
    goal(frame, painter, criterion, pos2(left, header.top() + GOAL_LINE), width);
    let share = frame.view.evaluation.shares.criteria.get(index).copied().unwrap_or(0.0);
    let corner = pos2(left, header.bottom() - 4.0);
    let bar = Geometry::block(
        corner,
        width,
        share / frame.view.heaviest.max(f64::MIN_POSITIVE),
        HEADER_BLOCK_HEIGHT,
        MOST_GROWTH,
    );
    painter.rect_filled(
        bar,
        0.0,
        frame.theme.colour(Role::Criterion(Hue::of(criterion.hue.number()))),
    );
    let share_set = set(TypeSize::Emphasis, Weight::SemiBold, Role::Ink);
    text::line(painter, bar.left_top() - vec2(0.0, 6.0), Align2::LEFT_BOTTOM, percent, share_set);
    bar
}

fn goal(frame: Frame, painter: &egui::Painter, criterion: &Criterion, at: egui::Pos2, width: f32) {
    let (icon, words) = match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), Goal::Maximize) => (Icon::Up, label::OWN_CURVE),
        (ValueFunction::Piecewise(_), Goal::Minimize) => (Icon::Down, label::OWN_CURVE),
        (ValueFunction::Linear, Goal::Maximize) => (Icon::Up, label::HIGH_IS_GOOD),
        (ValueFunction::Linear, Goal::Minimize) => (Icon::Down, label::LOW_IS_GOOD),
    };
    icon::paint(
        painter,
        icon,
        at + vec2(3.0, 0.0),
        frame.theme.stroke(size::ICON_STROKE, Role::Ink2),
    );
    let set = text::Type {
        size: TypeSize::Scale,
        weight: Weight::Regular,
        colour: frame.theme.colour(Role::Ink2),
    };
    let whole = text::layout(painter, words, set, f32::INFINITY, 1);
    let fits = whole.size().x <= width - 4.0;
    let galley = if fits {
        whole
    } else {
        text::layout(painter, words.split(' ').next().unwrap_or_default(), set, width, 1)
    };
    text::place(painter, at + vec2(10.0, -galley.size().y / 2.0), &galley);
}

/// The whole name, the note and what the numbers mean.
fn hover_ui(criterion: &Criterion, ui: &mut Ui) {
    ui.strong(&criterion.name);
    for line in [&criterion.note, &criterion.unit].into_iter().filter(|line| !line.is_empty()) {
        ui.label(line);
    }
    for (at, meaning) in &criterion.labels {
        ui.label(format!("{}  {meaning}", crate::text::plain(*at)));
    }
}
