//! A row: for a criterion the swing between the ends of its scale with the options on it, the
//! points, the share, a lock and a reason; for a group less.

use egui::{Id, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::hand::{Hand, points_id, reason_id};
use super::order::Line;
use super::shown::Page;
use super::swing::{self, Swing};
use super::way::Way;
use crate::chart::Scene;
use crate::evaluation::SwingEnds;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Member, NodeId, OpenTeam};
use crate::text as words;
use crate::ui::Action;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::touch::touch;
use crate::ui::widgets::{button, scene, text};

const NAME: (TypeSize, Weight) = (TypeSize::Emphasis, Weight::SemiBold);
const INDENT: f32 = 20.0;
/// The parts of a row from the right: lock, share as a number, and what lies between two parts.
const LOCK: f32 = 34.0;
const PERCENT: f32 = 58.0;
const GAP: f32 = 16.0;
/// What a tag takes that a weight is of another range, with what keeps it.
const STALE: f32 = 170.0;

/// How high rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    Full,
    /// The swing on one line.
    Compact,
}

/// Heights in a row, from its top.
struct Heights {
    name: f32,
    swing: f32,
    strip: f32,
    /// The middle of slider, bar and lock.
    middle: f32,
    reason: f32,
}

impl Density {
    /// How high a row is, the rule below it included.
    pub fn height(self, member: Member) -> f32 {
        match (self, member) {
            (Self::Full, Member::Criterion(_)) => 84.0,
            _ => 58.0,
        }
    }

    fn heights(self) -> Heights {
        match self {
            Self::Full => {
                Heights { name: 4.0, swing: 25.0, strip: 61.0, middle: 27.0, reason: 51.0 }
            }
            Self::Compact => {
                Heights { name: 1.0, swing: 19.0, strip: 36.0, middle: 17.0, reason: 31.0 }
            }
        }
    }
}

/// Where the parts of a row lie.
pub(super) struct Columns {
    pub words: Rect,
    pub points: Rect,
    pub bar: Rect,
    number: Rect,
    lock: Rect,
}

impl Columns {
    pub fn of(row: Rect, page: Page) -> Self {
        let part =
            |from: f32, to: f32| Rect::from_min_max(pos2(from, row.top()), pos2(to, row.bottom()));
        let (lock, number) = (row.right() - LOCK, row.right() - LOCK - PERCENT);
        let bar = number - (row.width() * 0.16).clamp(70.0, 140.0);
        let points = if page.team.is_some() {
            bar - GAP - (row.width() * 0.29).clamp(150.0, 240.0)
        } else {
            bar
        };
        Self {
            words: part(row.left(), points - GAP),
            points: part(points, (bar - GAP).max(points)),
            bar: part(bar, number),
            number: part(number, lock),
            lock: part(lock, row.right()),
        }
    }
}

/// One node's row.
pub(super) struct Row<'a> {
    pub page: Page<'a>,
    pub line: Line,
    pub density: Density,
    /// The strip of its scale.
    pub strip: Option<&'a Scene>,
}

impl Row<'_> {
    pub fn ui(&self, hand: &mut Hand, ui: &mut Ui) {
        let Some(node) = self.page.tree.id(self.line.member) else { return };
        let height = self.density.height(self.line.member) - size::RULE_STROKE;
        let (_, whole) = ui.allocate_space(vec2(ui.available_width(), height));
        if self.is_near(whole, ui) || self.is_in_hand(node, ui) {
            self.parts_ui(whole, node, hand, ui);
        }
    }

    /// Whether the row is in view, or the next to one that is: Tab goes on to its points.
    fn is_near(&self, whole: Rect, ui: &Ui) -> bool {
        let next = self.density.height(Member::Criterion(0));
        ui.is_rect_visible(whole.expand2(vec2(0.0, next)))
    }

    /// Whether the keyboard is in the row, wherever that has been scrolled to.
    fn is_in_hand(&self, node: &NodeId, ui: &Ui) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        let ids = |team: OpenTeam| [points_id(team.id(), node), reason_id(team.id(), node)];
        self.page.team.zip(focused).is_some_and(|(team, focused)| ids(team).contains(&focused))
    }

    fn parts_ui(&self, whole: Rect, node: &NodeId, hand: &mut Hand, ui: &mut Ui) {
        let response = ui.interact(whole, Id::unique(("row", node.as_str())), Sense::hover());
        let share = self.percent();
        response.widget_info(|| {
            let share = (!self.page.is_open(node)).then_some(share.as_str());
            let told = words::weights::row(self.name(), share);
            WidgetInfo::labeled(egui::Role::Label, true, told)
        });
        let mut columns = Columns::of(whole, self.page);
        columns.words.min.x = whole.left() + INDENT * self.line.depth as f32;
        let heights = self.density.heights();
        let middle = whole.top() + heights.middle;
        if ui.is_rect_visible(whole) {
            self.words_ui(columns.words, &heights, node, ui);
            self.share_ui((columns.bar, columns.number), middle, node, ui);
        }
        let Some(team) = self.page.team else { return };
        let place = (columns.points, middle, whole);
        if self.page.way == Way::Order {
            self.rank_ui(place, (team, node), hand, ui);
        } else {
            self.points_ui(place, (team, node), hand, ui);
            self.lock_ui((columns.lock, middle), (team, node), ui);
        }
        if matches!(self.line.member, Member::Criterion(_)) {
            let top = whole.top() + heights.reason;
            let area = Rect::from_min_max(
                pos2(columns.points.left(), top),
                pos2(columns.number.right() - 4.0, whole.bottom() - 2.0),
            );
            self.reason_ui(area, (team, node), hand, ui);
        }
    }

    pub(super) fn name(&self) -> &str {
        self.page.label(self.line.member)
    }

    fn criterion(&self) -> Option<(&Criterion, Option<&SwingEnds>)> {
        let Member::Criterion(index) = self.line.member else { return None };
        let ends = self.page.swings.get(index).and_then(Option::as_ref);
        Some((self.page.tree.criteria.get(index)?, ends))
    }

    pub(super) fn hue(&self) -> Option<Hue> {
        self.criterion().map(|(criterion, _)| Hue::of(criterion.hue.number()))
    }

    /// The share as it is shown.
    pub(super) fn percent(&self) -> String {
        let percent = match self.line.member {
            Member::Group(index) => self.page.percents.groups.get(index),
            Member::Criterion(index) => self.page.percents.criteria.get(index),
        };
        words::charts::percent(&percent.copied().unwrap_or(0).to_string())
    }

    /// The name, both ends of the swing, and the options on it.
    fn words_ui(&self, area: Rect, heights: &Heights, node: &NodeId, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        if let Some(hue) = self.hue() {
            let bar = Rect::from_min_max(
                area.left_top() + vec2(0.0, 6.0),
                pos2(area.left() + 4.0, area.bottom() - 6.0),
            );
            ui.painter().rect_filled(bar, 0.0, theme.colour(Role::Criterion(hue)));
        }
        let area = Rect::from_min_max(area.min + vec2(14.0, 0.0), area.max);
        let whole = ui.interact(area, Id::unique(("swing", node.as_str())), Sense::hover());
        let name_end = self.name_ui(area, heights.name, node, ui);
        if self.page.record.is_stale(node) {
            self.stale_ui(pos2(name_end + 10.0, area.top() + heights.name), node, ui);
        }
        let lines = self.swing_lines(area.width());
        let set = text::Type {
            size: swing::SET.0,
            weight: swing::SET.1,
            colour: theme.colour(Role::Ink2),
        };
        for (place, line) in lines.iter().enumerate() {
            let galley = text::layout(ui.painter(), line, set, f32::INFINITY, 1);
            let at = area.left_top() + vec2(0.0, heights.swing + 17.0 * place as f32);
            text::place(ui.painter(), at, &galley);
        }
        whole.on_hover_ui(|ui| self.whole_ui(ui));
        if let (Some(strip), Some(_)) = (self.strip, self.swing_in_words()) {
            strip_ui(strip, area.left_top() + vec2(-6.0, heights.strip), node, ui);
        }
    }

    /// Gives where the name ends.
    fn name_ui(&self, area: Rect, top: f32, node: &NodeId, ui: &Ui) -> f32 {
        let room = area.width() - if self.page.record.is_stale(node) { STALE } else { 0.0 };
        let (measurer, size) = (self.page.context.measurer, NAME.0.points());
        let name = measurer.ellipsis(self.name(), size, NAME.1, room.max(60.0));
        let ink = Theme::of(ui.ctx()).colour(Role::Ink);
        let set = text::Type { size: NAME.0, weight: NAME.1, colour: ink };
        let galley = text::layout(ui.painter(), &name, set, f32::INFINITY, 1);
        text::place(ui.painter(), area.left_top() + vec2(0.0, top), &galley);
        area.left() + galley.size().x
    }

    fn swing_in_words(&self) -> Option<Swing> {
        let (criterion, ends) = self.criterion()?;
        Swing::new(self.page.scenario, criterion, ends?)
    }

    /// The swing as much as there is room for.
    fn swing_lines(&self, room: f32) -> Vec<String> {
        let measurer = self.page.context.measurer;
        match (self.swing_in_words(), self.density) {
            (None, _) => {
                let (size, weight) = swing::SET;
                vec![measurer.ellipsis(&self.whole_swing(), size.points(), weight, room)]
            }
            (Some(swing), Density::Full) => swing.two_lines(measurer, room).into(),
            (Some(swing), Density::Compact) => vec![swing.one_line(measurer, room)],
        }
    }

    /// The swing in full, or why there is none.
    fn whole_swing(&self) -> String {
        if let Some(swing) = self.swing_in_words() {
            return swing.whole();
        }
        if let Member::Group(index) = self.line.member {
            let mut lists = self.page.tree.lists().iter();
            let children = lists.find(|list| list.parent == Some(index));
            return words::weights::swing_of_group(children.map_or(0, |list| list.members.len()));
        }
        let ends = self.criterion().and_then(|(_, ends)| ends);
        let told = ends.and_then(words::weights::no_swing);
        told.unwrap_or_else(|| words::weights::NOTHING_TO_SPAN.to_owned())
    }

    fn whole_ui(&self, ui: &mut Ui) {
        let name = match self.line.member {
            Member::Group(index) => self.page.tree.groups.get(index).map(|group| &group.name),
            Member::Criterion(index) => self.page.tree.criteria.get(index).map(|c| &c.name),
        };
        ui.label(egui::RichText::new(name.map_or("", String::as_str)).strong());
        ui.label(self.whole_swing());
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
            let (team, node) = (team.id().clone(), node.clone());
            let touch = touch(ui, &keep);
            self.page.context.queue.push(Action::Weigh { team, node, weight, touch });
        }
        keep.on_hover_text(words::weights::KEEP_NOTE);
    }
}

/// The strip from a corner on; what stands on it is told, and shown under the pointer.
fn strip_ui(strip: &Scene, corner: egui::Pos2, node: &NodeId, ui: &Ui) {
    let rect = Rect::from_min_size(corner, vec2(strip.width, strip.height));
    let response = ui.interact(rect, Id::unique(("strip", node.as_str())), Sense::hover());
    scene::paint(ui.painter(), Theme::of(ui.ctx()), corner, strip);
    let told = || {
        let parts = strip.parts.iter().map(|part| part.sentence.as_str());
        std::iter::once(strip.heading.as_str()).chain(parts).collect::<Vec<_>>().join("\n")
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Figure, true, told()));
    response.on_hover_ui(|ui| {
        ui.label(told());
    });
}
