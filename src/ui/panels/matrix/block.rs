//! A block: height the weight, coloured width the value, on the good side of the score.

use egui::{Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::look::{Hue, Role, size};
use crate::model::Goal;
use crate::ui::theme::Theme;

/// Paints a scored block. The colour lies on the good side: from the left where high is good, from
/// the right where low is.
pub fn scored(
    painter: &Painter,
    theme: Theme,
    rect: Rect,
    hue: Hue,
    value: f64,
    goal: Goal,
    is_weak: bool,
) {
    painter.rect_filled(rect, 0.0, theme.colour(Role::CriterionTrack(hue)));
    // A value of nothing leaves a stub, so that a zero is told from a gap.
    let width =
        (rect.width() * value as f32).clamp(size::ZERO_STUB_WIDTH.min(rect.width()), rect.width());
    let part = match goal {
        Goal::Maximize => Rect::from_min_size(rect.min, vec2(width, rect.height())),
        Goal::Minimize => Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max),
    };
    painter.rect_filled(part, 0.0, theme.colour(Role::Criterion(hue)));
    if is_weak {
        hatch(painter, part, theme.stroke(size::HATCH_STROKE, Role::CriterionTrack(hue)));
    }
}

/// Paints the frame of a cell that isn't scored.
pub fn hollow(painter: &Painter, theme: Theme, rect: Rect) {
    let stroke = theme.stroke(size::RULE_STROKE, Role::Control);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, 4.0, 3.0));
}

/// Slanting lines over a rectangle.
fn hatch(painter: &Painter, rect: Rect, stroke: Stroke) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut start = rect.left() - rect.height();
    while start < rect.right() {
        let foot: Pos2 = pos2(start, rect.bottom());
        painter.line_segment([foot, foot + vec2(rect.height(), -rect.height())], stroke);
        start += size::HATCH_STEP;
    }
}
