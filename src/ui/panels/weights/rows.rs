//! A row: for a criterion its swing from worst to best with both ends named, a slider for its
//! points, its share, a lock and a reason; for a group less.

use egui::{
    Align2, Id, Key, Modifiers, Rect, Sense, Slider, SliderClamping, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::shown::Page;
use crate::evaluation::SwingEnd;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Edit, FindingKind, Member, NodeId};
use crate::text::{self as words};
use crate::ui::Action;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::{Field, field_id, text_ui};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::touch;
use crate::ui::widgets::{button, text};

const ROW_HEIGHT: f32 = 92.0;
const GROUP_HEIGHT: f32 = 58.0;
const INDENT: f32 = 20.0;
/// The parts of a row from the right: lock, share as a number, share as a bar.
const LOCK: f32 = 34.0;
const PERCENT: f32 = 56.0;
/// Sliders run to this, or to the largest weight given.
const MOST_POINTS: f64 = 100.0;

/// Where the parts of a row lie.
pub(super) struct Columns {
    words: Rect,
    pub slider: Rect,
    pub share: Rect,
    lock: Rect,
}

impl Columns {
    pub fn of(row: Rect) -> Self {
        let part =
            |from: f32, to: f32| Rect::from_min_max(pos2(from, row.top()), pos2(to, row.bottom()));
        let inner = row.width() - LOCK - PERCENT;
        let (words, slider) = (row.left() + inner * 0.43, row.left() + inner * 0.78);
        let lock = row.right() - LOCK;
        Self {
            words: part(row.left(), words - 8.0),
            slider: part(words, slider - 14.0),
            share: part(slider, lock),
            lock: part(lock, row.right()),
        }
    }
}

/// One node's row.
pub(super) struct Row<'a> {
    pub page: Page<'a>,
    pub member: Member,
    pub depth: usize,
}

impl Row<'_> {
    pub fn ui(&self, ui: &mut Ui) {
        let Some(node) = self.page.tree.id(self.member) else { return };
        let height =
            if matches!(self.member, Member::Group(_)) { GROUP_HEIGHT } else { ROW_HEIGHT };
        let (mut rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let share = words::charts::percent(&self.percent().to_string());
        response.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Label, true, words::weights::row(self.name(), &share))
        });
        rect.min.x += INDENT * self.depth as f32;
        let columns = Columns::of(rect);
        self.words_ui(&columns, node, ui);
        self.slider_ui(&columns, node, ui);
        self.share_ui(&columns, &share, ui);
        self.lock_ui(columns.lock, node, ui);
        self.reason_ui(&columns, node, ui);
    }

    fn name(&self) -> &str {
        match self.member {
            Member::Group(index) => {
                self.page.tree.groups.get(index).map_or("", |group| group.label())
            }
            Member::Criterion(index) => {
                self.page.tree.criteria.get(index).map_or("", |criterion| criterion.label())
            }
        }
    }

    fn hue(&self) -> Option<Hue> {
        let Member::Criterion(index) = self.member else { return None };
        self.page.tree.criteria.get(index).map(|criterion| Hue::of(criterion.hue.number()))
    }

    fn percent(&self) -> u32 {
        let percent = match self.member {
            Member::Group(index) => self.page.percents.groups.get(index),
            Member::Criterion(index) => self.page.percents.criteria.get(index),
        };
        percent.copied().unwrap_or(0)
    }

    /// The name, and both ends of the swing with the first option at each.
    fn words_ui(&self, columns: &Columns, node: &NodeId, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
        let area = columns.words;
        if let Some(hue) = self.hue() {
            let bar = Rect::from_min_max(
                area.left_top() + vec2(0.0, 6.0),
                pos2(area.left() + 4.0, area.bottom() - 6.0),
            );
            ui.painter().rect_filled(bar, 0.0, theme.colour(Role::Criterion(hue)));
        }
        let left = area.left() + 14.0;
        let is_stale = self.is_stale(node);
        let room = area.right() - left - if is_stale { 170.0 } else { 0.0 };
        let name = text::layout(
            ui.painter(),
            self.name(),
            set(TypeSize::Emphasis, Weight::SemiBold, Role::Ink),
            room.max(60.0),
            1,
        );
        text::place(ui.painter(), pos2(left, area.top() + 5.0), &name);
        if is_stale {
            self.stale_ui(pos2(left + name.size().x + 10.0, area.top() + 5.0), node, ui);
        }
        let Member::Criterion(index) = self.member else { return };
        for (line, end) in swing_words(self.page, index).into_iter().enumerate() {
            let galley = text::layout(
                ui.painter(),
                &end,
                set(TypeSize::Note, Weight::Regular, Role::Ink2),
                area.right() - left,
                1,
            );
            text::place(ui.painter(), pos2(left, area.top() + 29.0 + 18.0 * line as f32), &galley);
        }
    }

    /// The weight was given for other ends of the swing than there are now.
    fn is_stale(&self, node: &NodeId) -> bool {
        let is_of_node = |kind: &FindingKind| matches!(kind, FindingKind::Stale { criterion, .. } if criterion == node);
        let findings = &self.page.evaluation.findings;
        self.page.team.is_some() && findings.iter().any(|found| is_of_node(&found.kind))
    }

    /// "range changed", and the way to keep the weight for the range that there is now.
    fn stale_ui(&self, at: egui::Pos2, node: &NodeId, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let set = text::Type {
            size: TypeSize::Note,
            weight: Weight::Medium,
            colour: theme.colour(Role::WarnText),
        };
        let galley =
            text::layout(ui.painter(), words::weights::RANGE_CHANGED, set, f32::INFINITY, 1);
        let tag = Rect::from_min_size(at, galley.size() + vec2(14.0, 2.0));
        let edge = theme.stroke(size::RULE_STROKE, Role::WarnMark);
        ui.painter().rect(
            tag,
            corners(size::BADGE_RADIUS),
            theme.colour(Role::WarnTint),
            edge,
            egui::StrokeKind::Inside,
        );
        text::place(ui.painter(), tag.min + vec2(7.0, 1.0), &galley);
        let Some((team, weight)) = self.page.team.zip(self.page.given(node)) else { return };
        let mut beside = ui.new_child(
            UiBuilder::new()
                .max_rect(Rect::from_min_size(tag.right_top() + vec2(8.0, -1.0), vec2(60.0, 20.0))),
        );
        let id = Id::unique(("keep", team.id().as_str(), node.as_str()));
        let keep = button::link_ui(&mut beside, id, words::weights::KEEP, None);
        if keep.clicked() {
            self.page.context.queue.push(Action::Weigh {
                team: team.id().clone(),
                node: node.clone(),
                weight,
                touch: touch(ui, &keep),
            });
        }
        keep.on_hover_text(words::weights::KEEP_NOTE);
    }

    fn slider_ui(&self, columns: &Columns, node: &NodeId, ui: &mut Ui) {
        let Some(team) = self.page.team else { return };
        let given = self.page.given(node).unwrap_or(0.0);
        let mut weight = given;
        let is_locked = self.page.context.session.locks.contains(node);
        let area = columns.slider;
        let line = Rect::from_min_size(area.min + vec2(0.0, 14.0), vec2(area.width(), 28.0));
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(line)
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        child.spacing_mut().slider_width = (area.width() - 62.0).max(60.0);
        // The rail is filled as a button is, which on this ground can't be seen.
        let theme = Theme::of(ui.ctx());
        child.visuals_mut().widgets.inactive.bg_fill = theme.colour(Role::Line);
        child.visuals_mut().selection.bg_fill = theme.colour(Role::Ink2);
        let slider = Slider::new(&mut weight, 0.0..=MOST_POINTS.max(given))
            .step_by(1.0)
            .clamping(SliderClamping::Edits)
            .custom_formatter(|weight, _| words::plain((weight * 10.0).round() / 10.0));
        let response = child
            .push_id((team.id().as_str(), node.as_str(), self.page.way), |ui| {
                ui.add_enabled(!is_locked, slider)
            })
            .inner;
        let response = response.accessible_name(words::weights::weight_of(self.name()));
        // egui gives a slider no focus by the pointer; keys are to go on where the drag ended.
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        if response.has_focus() {
            weight = by_keys(self.page, node, weight, ui);
        }
        let touch = touch(ui, &response);
        if weight != given {
            let (team, node) = (team.id().clone(), node.clone());
            self.page.context.queue.push(if self.page.is_own_way {
                Action::Weigh { team, node, weight, touch }
            } else {
                Action::BeginWay { team, judgement: self.page.way.unjudged(), node, weight }
            });
        }
    }

    fn share_ui(&self, columns: &Columns, share: &str, ui: &Ui) {
        let theme = Theme::of(ui.ctx());
        let area = columns.share;
        let value = match self.member {
            Member::Group(index) => self.page.evaluation.shares.groups.get(index),
            Member::Criterion(index) => self.page.evaluation.shares.criteria.get(index),
        };
        let heaviest = self
            .page
            .evaluation
            .shares
            .criteria
            .iter()
            .chain(&self.page.evaluation.shares.groups)
            .copied()
            .fold(0.0, f64::max);
        let bar = Rect::from_min_size(
            area.min + vec2(0.0, 18.0),
            vec2((area.width() - PERCENT).max(20.0), 20.0),
        );
        let (track, fill) = self.hue().map_or((Role::Sunken, Role::Ink3), |hue| {
            (Role::CriterionTrack(hue), Role::Criterion(hue))
        });
        ui.painter().rect_filled(bar, 0.0, theme.colour(track));
        let part = (value.copied().unwrap_or(0.0) / heaviest.max(f64::MIN_POSITIVE)) as f32;
        ui.painter().rect_filled(
            Rect::from_min_size(bar.min, vec2(bar.width() * part, bar.height())),
            0.0,
            theme.colour(fill),
        );
        let set = text::Type {
            size: TypeSize::KeyNumber,
            weight: Weight::SemiBold,
            colour: theme.colour(Role::Ink),
        };
        text::line(
            ui.painter(),
            pos2(area.right() - 4.0, bar.center().y),
            Align2::RIGHT_CENTER,
            share,
            set,
        );
    }

    /// Holds the share while others are dragged, or lets it go.
    fn lock_ui(&self, area: Rect, node: &NodeId, ui: &Ui) {
        let Some(team) = self.page.team else { return };
        let is_held = self.page.context.session.locks.contains(node);
        let square = Rect::from_center_size(
            pos2(area.center().x + 4.0, area.top() + 28.0),
            vec2(24.0, 24.0),
        );
        let id = Id::unique(("lock", team.id().as_str(), node.as_str()));
        let (icon, told) = if is_held {
            (Icon::Locked, words::weights::let_go(self.name()))
        } else {
            (Icon::Unlocked, words::weights::hold(self.name()))
        };
        if button::icon_at_ui(ui, square, id, icon, &told).clicked() {
            self.page.context.queue.push(Action::ToggleLock(node.clone()));
        }
    }

    /// Why this weight.
    fn reason_ui(&self, columns: &Columns, node: &NodeId, ui: &mut Ui) {
        let Some(team) = self.page.team.filter(|_| matches!(self.member, Member::Criterion(_)))
        else {
            return;
        };
        let area = Rect::from_min_max(
            pos2(columns.slider.left(), columns.slider.top() + 54.0),
            pos2(columns.share.right() - 4.0, columns.slider.bottom()),
        );
        let mut child = ui.new_child(UiBuilder::new().max_rect(area));
        let name = words::weights::reason_of(self.name());
        let field =
            Field::line(field_id(("weight", team.id().as_str(), node.as_str()), "reason"), &name)
                .hint(words::weights::WHY_HINT)
                .wide(area.width() - 18.0);
        let known = team.judged().reasons.get(node).map_or("", String::as_str);
        if let Some((reason, touch)) = text_ui(self.page.context, field, known, &mut child) {
            self.page.context.queue.edit(
                Edit::GiveReason(team.id().clone(), node.clone(), reason),
                name.to_lowercase(),
                touch,
            );
        }
    }
}

/// Page ±10, L locks.
fn by_keys(page: Page, node: &NodeId, weight: f64, ui: &Ui) -> f64 {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::L) {
        page.context.queue.push(Action::ToggleLock(node.clone()));
    }
    let step = f64::from(i8::from(pressed(Key::PageUp)) - i8::from(pressed(Key::PageDown))) * 10.0;
    (weight + step).clamp(0.0, MOST_POINTS.max(weight))
}

/// Both ends of a criterion's swing: its worst and its best score, the first option that has each,
/// if one does, and how many aren't scored.
fn swing_words(page: Page, index: usize) -> Vec<String> {
    let Some(ends) = page.swings.get(index).and_then(Option::as_ref) else {
        return vec![words::weights::NOTHING_SCORED.to_owned()];
    };
    let named = |end: &SwingEnd| {
        end.option
            .and_then(|option| page.scenario.options.get(option))
            .map_or("", |option| option.label())
    };
    vec![
        words::weights::swing_from(&words::plain(ends.worst.score), named(&ends.worst)),
        words::weights::swing_to(&words::plain(ends.best.score), named(&ends.best), ends.missing),
    ]
}
