//! The mark of a cell whose reason was written for another score.

use egui::{Rect, Response, Ui, vec2};

use super::editor::layer;
use super::state::Frame;
use crate::look::Role;
use crate::model::{Alternative, Criterion};
use crate::session::ScoredCell;
use crate::text;

const RADIUS: f32 = 3.5;

/// Shows the mark in the cell's upper right corner, where its reason is an old one.
pub(super) fn ui(
    frame: Frame,
    (option, criterion): (&Alternative, &Criterion),
    rect: Rect,
    response: &Response,
    ui: &Ui,
) {
    let old_reasons = frame.context.session.old_reasons();
    if old_reasons.is_empty() {
        return;
    }
    let (option, node) = (option.id.clone(), criterion.id.clone());
    let cell = ScoredCell { layer: layer(frame, (&option, &node)), option, criterion: node };
    let Some(written_for) = old_reasons.written_for(&cell) else { return };
    let centre = rect.right_top() + vec2(-RADIUS, 10.0);
    ui.painter().circle_filled(centre, RADIUS, frame.theme.colour(Role::WarnMark));
    let told = text::inspector::reason_written_for(written_for, &criterion.unit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told.as_str()));
    if response.hovered() {
        response.show_tooltip_text(told);
    }
}
