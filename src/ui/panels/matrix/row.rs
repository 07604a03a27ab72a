//! A row: the option's letter and name, its cells, its total.

use egui::{Align2, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::data::cell_label;
use super::layout::Geometry;
use super::{Frame, MatrixPanel, block, place, total};
use crate::look::size::ROW_BLOCK_HEIGHT;
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion, OpenTeam};
use crate::session::Selection;
use crate::text::{label, one_line, plain};
use crate::ui::theme::corners;
use crate::ui::widgets::{icon, mark, text};

/// How high a block grows above the heaviest while its bar is dragged.
const MOST_GROWTH: f32 = 1.1;

impl MatrixPanel {
    /// Shows the row at `place` with the option at `index`.
    pub(super) fn row_ui(
        &mut self,
        frame: Frame,
        viewport: Rect,
        (place, index): (usize, usize),
        ui: &mut Ui,
    ) {
        let Some(option) = frame.view.scenario.options.get(index) else { return };
        let shown = animated(ui, frame.grid.with(("place", option.id.as_str())), place);
        let rect = frame.geometry.row(shown, viewport.top());
        let id = frame.grid.with(("row", option.id.as_str()));
        let mut row = ui.new_child(
            UiBuilder::new().max_rect(rect).scope_id(id).accessibility_parent(frame.grid),
        );
        row.set_clip_rect(
            frame
                .geometry
                .body
                .expand2(vec2(8.0, 0.0))
                .intersect(ui.clip_rect().expand2(vec2(8.0, 0.0))),
        );
        row.ctx().accesskit_node_builder(row.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::Row);
            node.set_row_index(place + 1);
            node.set_label(one_line(&option.name));
        });
        row.painter().hline(
            rect.x_range(),
            rect.bottom(),
            frame.theme.stroke(size::RULE_STROKE, Role::Line),
        );
        self.name_ui(frame, rect, option, index, &mut row);
        total::ui(frame, rect, index, self.lit.as_ref(), &mut row);
        let seen = frame.geometry.criteria();
        let clip = Rect::from_min_max(pos2(seen.start, rect.top()), pos2(seen.end, rect.bottom()));
        row.set_clip_rect(clip.intersect(row.clip_rect()));
        for (column, criterion) in frame.view.scenario.criteria.iter().enumerate() {
            let (left, width) = frame.geometry.column(column, viewport.left());
            if left + width >= seen.start && left <= seen.end {
                let cell =
                    Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
                self.cell_ui(frame, cell, (index, option), (column, criterion), &mut row);
            }
        }
    }

    fn cell_ui(
        &mut self,
        frame: Frame,
        rect: Rect,
        (index, option): (usize, &Alternative),
        (column, criterion): (usize, &Criterion),
        ui: &mut Ui,
    ) {
        let selection = Selection::Cell(option.id.clone(), criterion.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let response = ui.interact(rect.shrink2(vec2(-4.0, 3.0)), id, Sense::CLICK);
        let told = frame
            .view
            .score(&option.id, &criterion.id)
            .map_or_else(|| label::NOT_SCORED.to_owned(), |score| plain(score.score));
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::GridCell, true, cell_label(option, criterion))
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(told.as_str());
            node.set_column_index(column + 1);
        });
        if self.lit.as_ref() == Some(&criterion.id) {
            ui.painter().rect_filled(
                rect.expand2(vec2(4.0, -1.0)),
                0.0,
                frame.theme.colour(Role::Hover),
            );
        }
        let is_active = selection == self.active;
        cell_block_ui(frame, rect, index, option, (column, criterion), ui);
        if is_active && self.editing.is_some() {
            self.editor_ui(frame, rect, option, criterion, ui);
        } else {
            cell_number_ui(frame, rect, option, criterion, ui);
        }
        self.ring_ui(frame, &selection, rect.expand2(vec2(5.0, -4.0)), ui);
        if response.clicked() {
            self.end_elsewhere(frame, ui);
            self.choose(frame, selection);
        }
        if response.double_clicked() {
            self.begin_editing(frame, None, ui);
        }
    }

    /// The option's letter on a badge, and its name in at most four lines.
    fn name_ui(
        &mut self,
        frame: Frame,
        rect: Rect,
        option: &Alternative,
        index: usize,
        ui: &mut Ui,
    ) {
        let columns = frame.geometry.options();
        let selection = Selection::Option(option.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let whole =
            Rect::from_min_max(pos2(columns.start, rect.top()), pos2(columns.end, rect.bottom()));
        let response = ui.interact(whole.shrink2(vec2(0.0, 3.0)), id, Sense::CLICK);
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::RowHeader, true, &option.name));
        let is_elided = paint_name(frame, rect, option, index, ui);
        self.ring_ui(frame, &selection, whole.expand2(vec2(6.0, -4.0)), ui);
        self.head_clicked(frame, &response, &selection, ui);
        if is_elided || !option.note.is_empty() {
            response.on_hover_text(format!("{}\n{}", option.name, option.note).trim_end());
        }
    }
}

/// Where a row stands on its way from one place to another.
fn animated(ui: &Ui, id: egui::Id, place: usize) -> f32 {
    ui.ctx().animate_value_with_time(id, place as f32, size::SORT_DURATION.as_secs_f32())
}

/// Paints the letter and the name; gives whether the name is cut short.
fn paint_name(frame: Frame, rect: Rect, option: &Alternative, index: usize, ui: &Ui) -> bool {
    let columns = frame.geometry.options();
    let is_winner = frame.view.evaluation.ranking.winners().any(|winner| winner.option == index);
    let is_out = frame.view.evaluation.problem.is_ruled_out(index);
    let badge = Rect::from_min_size(pos2(columns.start, rect.top() + 12.0), Vec2::splat(20.0));
    let theme = frame.theme;
    let letter = if is_winner {
        ui.painter().rect_filled(badge, corners(size::BADGE_RADIUS), theme.colour(Role::Lead));
        Role::OnLead
    } else {
        let edge = theme.stroke(size::RULE_STROKE, Role::Control);
        ui.painter().rect_stroke(
            badge,
            corners(size::BADGE_RADIUS),
            edge,
            egui::StrokeKind::Inside,
        );
        Role::Ink2
    };
    let type_size = if option.letter.as_str().len() > 1 { TypeSize::Scale } else { TypeSize::Note };
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    text::line(
        ui.painter(),
        badge.center(),
        Align2::CENTER_CENTER,
        option.letter.as_str(),
        set(type_size, Weight::SemiBold, letter),
    );
    let name = set(TypeSize::Body, Weight::Medium, if is_out { Role::Ink3 } else { Role::Ink });
    let galley =
        text::layout(ui.painter(), &option.name, name, columns.end - columns.start - 32.0, 4);
    text::place(ui.painter(), pos2(columns.start + 30.0, rect.top() + 13.0), &galley);
    galley.elided
}

fn cell_block_ui(
    frame: Frame,
    rect: Rect,
    index: usize,
    option: &Alternative,
    (column, criterion): (usize, &Criterion),
    ui: &Ui,
) {
    let share = frame.view.evaluation.shares.criteria.get(column).copied().unwrap_or(0.0);
    let corner = pos2(rect.left(), Geometry::floor(rect));
    let part = share / frame.view.heaviest.max(f64::MIN_POSITIVE);
    let area = Geometry::block(corner, rect.width(), part, ROW_BLOCK_HEIGHT, MOST_GROWTH);
    let hue = Hue::of(criterion.hue.number());
    match frame.view.evaluation.problem.cell(index, column) {
        Some(cell) => {
            let grade = frame.view.score(&option.id, &criterion.id).and_then(|score| score.grade);
            let is_weak = grade.is_some_and(crate::model::Grade::is_weak);
            block::scored(
                ui.painter(),
                frame.theme,
                area,
                hue,
                cell.value,
                criterion.goal,
                is_weak,
            );
        }
        None => block::hollow(ui.painter(), frame.theme, area),
    }
}

/// The score, the marks of those who see it otherwise, and how strong the evidence is.
fn cell_number_ui(frame: Frame, rect: Rect, option: &Alternative, criterion: &Criterion, ui: &Ui) {
    let theme = frame.theme;
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let line = rect.top() + 23.0;
    let Some(score) = frame.view.score(&option.id, &criterion.id) else {
        let size = if rect.width() < 60.0 { TypeSize::Scale } else { TypeSize::Note };
        let galley = text::layout(
            ui.painter(),
            label::NOT_SCORED,
            set(size, Weight::Regular, Role::Ink2),
            rect.width() + 4.0,
            1,
        );
        text::place(ui.painter(), pos2(rect.left(), line - galley.size().y / 2.0), &galley);
        return;
    };
    let bars = score.grade.map(evidence_bars);
    let room = rect.width() - if bars.is_some() { 16.0 } else { 0.0 };
    let shown = plain(score.score);
    let sizes = [TypeSize::Headline, TypeSize::KeyNumber, TypeSize::Emphasis, TypeSize::Note];
    let galleys = sizes.map(|size| {
        text::layout(ui.painter(), &shown, set(size, Weight::Medium, Role::Ink), f32::INFINITY, 1)
    });
    // The largest size that fits; the smallest where none does.
    let Some(galley) = galleys.iter().find(|galley| galley.size().x <= room).or(galleys.last())
    else {
        return;
    };
    text::place(ui.painter(), pos2(rect.left(), line - galley.size().y / 2.0), galley);
    let right = rect.left() + galley.size().x;
    let edge = if bars.is_some() { rect.right() - 14.0 } else { rect.right() };
    if let Some(bars) = bars {
        icon::strength(ui.painter(), theme, pos2(rect.right(), line + 5.0), bars);
    }
    let own = frame
        .view
        .team()
        .filter(|_| frame.view.is_own(&option.id, &criterion.id))
        .map(|team| (team, None));
    let others = frame
        .view
        .overriding(&option.id, &criterion.id)
        .map(|(team, score)| (team, Some(plain(score))));
    let owners: Vec<(OpenTeam, Option<String>)> = own.into_iter().chain(others).collect();
    owners_ui(frame, &owners, (right, edge, line), ui);
}

/// The marks of those who score a cell in their own way, with their scores where there is room; as
/// many marks as fit, and how many more.
fn owners_ui(
    frame: Frame,
    owners: &[(OpenTeam, Option<String>)],
    (mut left, edge, line): (f32, f32, f32),
    ui: &Ui,
) {
    let note = text::Type {
        size: TypeSize::Note,
        weight: Weight::Regular,
        colour: frame.theme.colour(Role::Ink2),
    };
    let with_score = |score: &Option<String>| {
        18.0 + 7.0 * score.as_ref().map_or(0, |score| score.chars().count()) as f32
    };
    let shows_scores =
        left + owners.iter().map(|(_, score)| with_score(score)).sum::<f32>() <= edge;
    for (place, (team, score)) in owners.iter().enumerate() {
        let rest = owners.len() - place;
        if !shows_scores && left + 13.0 + if rest > 1 { 16.0 } else { 0.0 } > edge {
            text::line(
                ui.painter(),
                pos2(left + 4.0, line),
                Align2::LEFT_CENTER,
                &format!("+{rest}"),
                note,
            );
            return;
        }
        let mark = Mark::of(team.team().mark.number());
        mark::paint(
            ui.painter(),
            mark,
            pos2(left + 11.0, line),
            9.0,
            frame.theme.colour(Role::Team(mark)),
        );
        left += if shows_scores { with_score(score) } else { 12.0 };
        if let Some(score) = score.as_ref().filter(|_| shows_scores) {
            text::line(ui.painter(), pos2(left, line), Align2::RIGHT_CENTER, score, note);
        }
    }
}

/// How strong a grade is in bars of three: A1 is three, B2 two, C3 and worse one.
fn evidence_bars(grade: crate::model::Grade) -> usize {
    match (grade.reliability(), grade.credibility()) {
        _ if grade.is_weak() => 1,
        ('A', 1) => 3,
        _ => 2,
    }
}
