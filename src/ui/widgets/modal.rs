//! What lies over everything: a raised ground in the middle of the window.

use egui::{Id, Modal, ModalResponse, Ui, vec2};

use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners};

/// Kept free at the sides of a window that is narrow.
const MARGIN: f32 = 64.0;

/// Shows it, as wide as is said where the window has the room; Escape and a click beside it ask to
/// close it.
pub fn ui<R>(
    id: Id,
    width: f32,
    ui: &Ui,
    content_ui: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let theme = Theme::of(ui.ctx());
    let frame = egui::Frame::new()
        .fill(theme.colour(Role::Raised))
        .stroke(theme.stroke(size::RULE_STROKE, Role::Control))
        .corner_radius(corners(size::FLOATING_RADIUS))
        .inner_margin(20);
    Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width.min(ui.ctx().content_rect().width() - MARGIN));
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        content_ui(ui)
    })
}
