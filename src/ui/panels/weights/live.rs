//! What the weights make of the options, live, and which places that moved against equal weights.

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::shown::Page;
use crate::evaluation::moves_against_equal;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::text::{self as words, page};
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::text;

const ROW_HEIGHT: f32 = 50.0;

/// Shows the card.
pub(super) fn ui(page: Page, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let frame = egui::Frame::new()
        .fill(theme.colour(Role::Chrome))
        .corner_radius(corners(size::PANEL_RADIUS))
        .inner_margin(16);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.set_width(ui.available_width());
        ui.label(
            egui::RichText::new(page::LIVE_RANKING)
                .font(font_id(TypeSize::PanelTitle, Weight::SemiBold)),
        );
        ui.label(egui::RichText::new(page::AGAINST_EQUAL).small().color(theme.colour(Role::Ink3)));
        let places = moves_against_equal(page.scenario, page.evaluation);
        let ranking = &page.evaluation.ranking;
        let most = ranking
            .ranked
            .iter()
            .map(|ranked| ranked.total)
            .chain(ranking.not_scored.iter().map(|open| open.high))
            .fold(0.0, f64::max);
        let winners: Vec<usize> = ranking.winners().map(|winner| winner.option).collect();
        let ranked = ranking.ranked.iter().map(|ranked| {
            let moved = places.get(ranked.option).copied().flatten().unwrap_or(0);
            let is_first = winners.contains(&ranked.option);
            let shown = words::total(ranked.total);
            (
                Some(ranked.rank),
                Row {
                    option: ranked.option,
                    parts: &ranked.contributions,
                    high: ranked.total,
                    shown,
                    moved,
                    is_first,
                    most,
                },
            )
        });
        let open = ranking.not_scored.iter().map(|open| {
            let shown = format!("{}–{}", words::total(open.low), words::total(open.high));
            (
                open.rank,
                Row {
                    option: open.option,
                    parts: &open.contributions,
                    high: open.high,
                    shown,
                    moved: 0,
                    is_first: false,
                    most,
                },
            )
        });
        let mut rows: Vec<(Option<usize>, Row)> = ranked.chain(open).collect();
        rows.sort_by_key(|(rank, _)| rank.unwrap_or(usize::MAX));
        for (_, row) in rows {
            row.ui(page, ui);
        }
        if ranking.ranked.is_empty() && ranking.not_scored.is_empty() {
            ui.label(page::NOTHING_TO_RANK);
        }
    });
}

struct Row<'a> {
    option: usize,
    parts: &'a [f64],
    /// The total, or the most that it could be.
    high: f64,
    shown: String,
    moved: i64,
    is_first: bool,
    /// The best total that there is or could be: the bars' scale.
    most: f64,
}

impl Row<'_> {
    fn ui(&self, page: Page, ui: &mut Ui) {
        let Some(option) = page.scenario.options.get(self.option) else { return };
        let theme = Theme::of(ui.ctx());
        let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let line = rect.top() + 18.0;
        let badge = Rect::from_center_size(pos2(rect.left() + 10.0, line), vec2(20.0, 20.0));
        let letter = if self.is_first {
            ui.painter().rect_filled(badge, corners(size::BADGE_RADIUS), theme.colour(Role::Lead));
            Role::OnLead
        } else {
            ui.painter().rect_stroke(
                badge,
                corners(size::BADGE_RADIUS),
                theme.stroke(size::RULE_STROKE, Role::Control),
                egui::StrokeKind::Inside,
            );
            Role::Ink2
        };
        text::line(
            ui.painter(),
            badge.center(),
            Align2::CENTER_CENTER,
            option.letter.as_str(),
            set(TypeSize::Note, Weight::SemiBold, letter),
        );
        let total = text::line(
            ui.painter(),
            pos2(rect.right(), line),
            Align2::RIGHT_CENTER,
            &self.shown,
            set(TypeSize::Body, Weight::SemiBold, Role::Ink),
        );
        let moved = page::moved(self.moved);
        let note = text::layout(
            ui.painter(),
            &moved,
            set(TypeSize::Note, Weight::Regular, Role::Ink3),
            80.0,
            1,
        );
        let room = total.left() - rect.left() - 28.0 - note.size().x - 18.0;
        let name = text::layout(
            ui.painter(),
            option.label(),
            set(TypeSize::Body, Weight::Medium, Role::Ink),
            room,
            1,
        );
        text::place(ui.painter(), pos2(rect.left() + 28.0, line - name.size().y / 2.0), &name);
        text::place(
            ui.painter(),
            pos2(rect.left() + 36.0 + name.size().x, line - note.size().y / 2.0),
            &note,
        );
        self.bar_ui(
            page,
            Rect::from_min_max(
                pos2(rect.left() + 28.0, rect.top() + 32.0),
                pos2(rect.right(), rect.top() + 46.0),
            ),
            ui,
        );
        response.widget_info(|| {
            WidgetInfo::labeled(
                egui::Role::Label,
                true,
                format!("{}: {} {moved}", option.name, self.shown),
            )
        });
    }

    fn bar_ui(&self, page: Page, bar: Rect, ui: &Ui) {
        let theme = Theme::of(ui.ctx());
        ui.painter().rect_filled(bar, 0.0, theme.colour(Role::Sunken));
        let mut left = bar.left();
        for (criterion, part) in page.scenario.criteria.iter().zip(self.parts) {
            let width = bar.width() * (part / self.most.max(f64::MIN_POSITIVE)) as f32;
            let gap = if width > 2.0 { 1.0 } else { 0.0 };
            let area =
                Rect::from_min_max(pos2(left, bar.top()), pos2(left + width - gap, bar.bottom()));
            ui.painter().rect_filled(
                area,
                0.0,
                theme.colour(Role::Criterion(Hue::of(criterion.hue.number()))),
            );
            left += width;
        }
        let end = bar.left() + bar.width() * (self.high / self.most.max(f64::MIN_POSITIVE)) as f32;
        if end > left + 1.0 {
            let tail = Rect::from_min_max(pos2(left, bar.top()), pos2(end, bar.bottom()));
            let corners = [
                tail.left_top(),
                tail.right_top(),
                tail.right_bottom(),
                tail.left_bottom(),
                tail.left_top(),
            ];
            ui.painter().extend(egui::Shape::dashed_line(
                &corners,
                theme.stroke(size::RULE_STROKE, Role::Control),
                3.0,
                3.0,
            ));
        }
    }
}
