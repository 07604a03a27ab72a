//! The list of the rows: its head, how high they are, and what stands below.

use egui::{Align2, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::WeightsPanel;
use super::order::Line;
use super::row::{Columns, Density, Row};
use super::shown::{Page, Place, SCROLL_BAR, rule_ui};
use super::strips::Shown;
use super::way::Way;
use crate::look::{Role, TypeSize, Weight};
use crate::model::Member;
use crate::text as words;
use crate::ui::theme::Theme;
use crate::ui::widgets::{button, text};

const HEAD: f32 = 24.0;
/// From so many rows on they are compact.
const MANY_ROWS: usize = 7;

impl WeightsPanel {
    /// The head, the rows below it, and how shares come about.
    pub(super) fn list_ui(&mut self, page: Page, strips: &Shown, place: Place, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.columns_ui(page, ui);
        rule_ui(ui, Role::Control);
        if page.scenario.criteria.is_empty() {
            ui.add_space(8.0);
            ui.label(words::weights::NO_CRITERIA);
            return;
        }
        let lines = self.order.lines(page);
        let density = density(&lines, ui.available_height());
        self.hand.go_on(page, &lines, ui.ctx());
        match place {
            Place::Stacked => self.rows_ui(page, strips, (&lines, density), ui),
            Place::Beside => {
                let rows = ScrollArea::vertical().id_salt("weights").auto_shrink([false, false]);
                rows.show(ui, |ui| self.rows_ui(page, strips, (&lines, density), ui));
            }
        }
    }

    fn rows_ui(
        &mut self,
        page: Page,
        strips: &Shown,
        (lines, density): (&[Line], Density),
        ui: &mut Ui,
    ) {
        ui.set_width(ui.available_width() - SCROLL_BAR);
        for line in lines {
            let strip = match line.member {
                Member::Criterion(index) => strips.get(index).and_then(Option::as_ref),
                Member::Group(_) => None,
            };
            Row { page, line: *line, density, strip }.ui(&mut self.hand, ui);
            rule_ui(ui, Role::Line);
        }
        ui.add_space(6.0);
        let formula = match page.way {
            Way::Swing => words::weights::SWING_FORMULA,
            Way::Sliders => words::weights::SLIDER_FORMULA,
            Way::Order => words::weights::ORDER_FORMULA,
        };
        // The mean's shares, and those of another way, come about otherwise.
        if page.team.and_then(Way::of) == Some(page.way) {
            ui.label(egui::RichText::new(formula).small().weak());
        }
        if let Some(note) = page.percents.note_of_tree() {
            ui.label(egui::RichText::new(note).small().weak());
        }
        ui.add_space(6.0);
    }

    /// What stands above the columns, and the way to a new order where the rows stand in an old
    /// one.
    fn columns_ui(&mut self, page: Page, ui: &mut Ui) {
        let width = ui.available_width() - SCROLL_BAR;
        let (rect, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
        let columns = Columns::of(rect, page);
        let (first, points) = match page.way {
            Way::Swing => (words::weights::SWING_HEAD, words::weights::POINTS),
            Way::Sliders => (words::weights::CRITERION_HEAD, words::matrix::WEIGHT),
            Way::Order => (words::weights::CRITERION_HEAD, words::weights::PLACE_HEAD),
        };
        let (room, size) = (columns.words.width() - 14.0, TypeSize::Note.points());
        let first = page.context.measurer.ellipsis(first, size, Weight::SemiBold, room);
        head_ui(&first, pos2(rect.left() + 14.0, rect.center().y), Align2::LEFT_CENTER, ui);
        let share = pos2(columns.bar.left(), rect.center().y);
        head_ui(words::weights::SHARE_HEAD, share, Align2::LEFT_CENTER, ui);
        if page.team.is_some() {
            let at = pos2(columns.points.left(), rect.center().y);
            let head = head_ui(points, at, Align2::LEFT_CENTER, ui);
            let lock = pos2(rect.right() - 4.0, rect.center().y);
            if page.way != Way::Order {
                head_ui(words::weights::LOCK_HEAD, lock, Align2::RIGHT_CENTER, ui);
            }
            if self.order.is_outdated(page) {
                self.put_in_order_ui(pos2(head.right() + 12.0, rect.center().y - 10.0), ui);
            }
        }
    }

    fn put_in_order_ui(&mut self, at: egui::Pos2, ui: &mut Ui) {
        let area = Rect::from_min_size(at, vec2(100.0, 20.0));
        let mut beside = ui.new_child(UiBuilder::new().max_rect(area));
        let id = Id::unique("put weights in order");
        let link = button::link_ui(&mut beside, id, words::weights::PUT_IN_ORDER, None);
        if link.clicked() {
            self.order.forget();
        }
        link.on_hover_text(words::weights::PUT_IN_ORDER_NOTE);
    }
}

/// A column's name; gives the room that it takes.
fn head_ui(words: &str, at: egui::Pos2, anchor: Align2, ui: &Ui) -> Rect {
    let set = text::Type {
        size: TypeSize::Note,
        weight: Weight::SemiBold,
        colour: Theme::of(ui.ctx()).colour(Role::Ink2),
    };
    text::line(ui.painter(), at, anchor, words, set)
}

/// Rows are full while they are few, and there is room for all of them.
fn density(lines: &[Line], room: f32) -> Density {
    let full: f32 = lines.iter().map(|line| Density::Full.height(line.member)).sum();
    if lines.len() < MANY_ROWS && full <= room { Density::Full } else { Density::Compact }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_compact_above_six_or_where_the_window_is_low() {
        let lines = |count: usize| -> Vec<Line> {
            let line = |index| Line { member: Member::Criterion(index), depth: 0, most: 100.0 };
            (0..count).map(line).collect()
        };
        assert_eq!(density(&lines(6), 504.0), Density::Full);
        assert_eq!(density(&lines(6), 503.0), Density::Compact);
        assert_eq!(density(&lines(7), 9_999.0), Density::Compact);
        assert_eq!(density(&lines(0), 0.0), Density::Full);
    }
}
