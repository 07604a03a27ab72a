//! A row of eight looks to choose from: one stop of the keyboard, with arrows inside.

use std::ops::RangeInclusive;

use egui::{
    EventFilter, Id, Key, Modifiers, Painter, Rect, Sense, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::look::{Role, size};
use crate::text::counts;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::button;

/// The numbers of colours and marks.
const NUMBERS: RangeInclusive<u8> = 1..=8;
/// A swatch with the room around it, and the room between two.
const SIDE: f32 = 24.0;
const GAP: f32 = 4.0;

/// What is chosen from.
pub struct Swatches<'a> {
    pub id: Id,
    /// What one is called before its number.
    pub name: &'a str,
    pub chosen: u8,
    /// Paints the one of a number.
    pub paint: &'a dyn Fn(&Painter, Rect, u8),
}

/// Shows the row; gives the number that was just chosen.
pub fn ui(Swatches { id, name, chosen, paint }: Swatches, ui: &mut Ui) -> Option<u8> {
    let theme = Theme::of(ui.ctx());
    let count = f32::from(*NUMBERS.end());
    let (row, _) = ui.allocate_exact_size(vec2(count * (SIDE + GAP) - GAP, SIDE), Sense::hover());
    let response = ui.interact(row.expand(2.0), id, Sense::focusable_noninteractive());
    let told = counts::numbered(name, chosen);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RadioGroup, true, &told));
    let walked = response.has_focus().then(|| walked(id, chosen, ui)).flatten();
    let mut picked = None;
    for number in NUMBERS {
        let left = row.left() + f32::from(number - 1) * (SIDE + GAP);
        let rect = Rect::from_min_size(egui::pos2(left, row.top()), vec2(SIDE, SIDE));
        // Pressed, not walked to: the row is the stop.
        let swatch = ui.interact(rect, id.with(number), Sense::CLICK);
        paint(ui.painter(), rect, number);
        let is_chosen = number == chosen;
        if is_chosen {
            let ring = theme.stroke(size::ICON_STROKE, Role::Ink);
            ui.painter().rect_stroke(rect, corners(size::CONTROL_RADIUS), ring, StrokeKind::Inside);
        }
        let told = counts::numbered(name, number);
        swatch
            .widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, &told));
        if swatch.clicked() {
            picked = Some(number);
            response.request_focus();
        }
    }
    button::focus_ring(ui, theme, &response);
    picked.or(walked).filter(|number| *number != chosen)
}

/// The number that the arrows, Home and End lead to.
fn walked(id: Id, chosen: u8, ui: &Ui) -> Option<u8> {
    let arrows =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (first, last) = (*NUMBERS.start(), *NUMBERS.end());
    if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
        Some((chosen + 1).min(last))
    } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
        Some((chosen - 1).max(first))
    } else if pressed(Key::Home) {
        Some(first)
    } else {
        pressed(Key::End).then_some(last)
    }
}
