//! Why something typed was not taken, below its field.

use egui::{Area, Frame, Id, Order, Rect, Ui, vec2};

use crate::look::{Role, size};
use crate::ui::theme::Theme;
use crate::ui::widgets::icon::{self, Icon};

/// The widest that a sentence runs before it breaks.
const WIDTH: f32 = 320.0;

/// Shows a reason below a field, over whatever is there: nothing moves for it.
pub fn below_ui(field: Id, rect: Rect, reason: &str, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let area = Area::new(field.with("reason"))
        .order(Order::Tooltip)
        .fixed_pos(rect.left_bottom() + vec2(0.0, 4.0))
        .interactable(false);
    area.show(ui.ctx(), |ui| {
        let frame = Frame::popup(ui.style()).stroke(theme.stroke(size::RULE_STROKE, Role::Error));
        frame.show(ui, |ui| {
            ui.set_max_width(WIDTH);
            sentence_ui(reason, ui);
        });
    });
}

fn sentence_ui(reason: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), egui::Sense::hover());
        icon::paint(
            ui.painter(),
            Icon::Warning,
            rect.center(),
            theme.stroke(size::ICON_STROKE, Role::Error),
        );
        let text = egui::RichText::new(reason).small().color(theme.colour(Role::Error));
        ui.add(egui::Label::new(text).wrap());
    });
}
