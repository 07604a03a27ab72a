//! The painter of scenes: shapes in the theme's colours, parts that the pointer names, the keyboard
//! walks, and a screen reader hears.

use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Painter, Rect, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::chart::{Area, Part, Point, Scene, Shape, Text};
use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners, family};
use crate::ui::widgets::mark;

/// The length of a dash and of the gap behind it.
const DASH: (f32, f32) = (4.0, 3.0);

/// What was done with a scene in a frame: parts by their ids.
#[derive(Clone, Debug, Default)]
pub struct Pointed {
    pub clicked: Option<String>,
    pub hovered: Option<String>,
}

/// Shows a scene at the next place of `ui`.
pub fn ui(id: Id, scene: &Scene, ui: &mut Ui) -> Pointed {
    let (rect, _) = ui.allocate_exact_size(vec2(scene.width, scene.height), Sense::hover());
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Figure, true, &scene.heading));
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter_at(rect.expand(2.0));
    for shape in &scene.shapes {
        paint(&painter, theme, rect.min, shape);
    }
    let mut pointed = Pointed::default();
    let active = walked(id, scene, &response, &mut pointed, ui);
    let mut parts = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_parent(id));
    for (place, part) in scene.parts.iter().enumerate() {
        part_ui(id, part, rect.min, &mut pointed, &mut parts);
        if response.has_focus() && active == place {
            let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
            parts.painter().rect_stroke(
                placed(part.hit, rect.min),
                corners(size::CONTROL_RADIUS),
                ring,
                StrokeKind::Inside,
            );
        }
    }
    let descendant = scene
        .parts
        .get(active)
        .filter(|_| response.has_focus())
        .map(|part| id.with(part.id.as_str()));
    if let Some(descendant) = descendant {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_active_descendant(descendant.accesskit_id())
        });
    }
    pointed
}

/// The part that the keyboard stands on: arrows walk, Enter and Space press.
fn walked(
    id: Id,
    scene: &Scene,
    response: &egui::Response,
    pointed: &mut Pointed,
    ui: &Ui,
) -> usize {
    let last = scene.parts.len().saturating_sub(1);
    let mut active: usize = ui.data(|data| data.get_temp(id)).unwrap_or(0).min(last);
    if !response.has_focus() {
        return active;
    }
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) || pressed(Key::ArrowRight) {
        active = (active + 1).min(last);
    } else if pressed(Key::ArrowUp) || pressed(Key::ArrowLeft) {
        active = active.saturating_sub(1);
    } else if pressed(Key::Home) {
        active = 0;
    } else if pressed(Key::End) {
        active = last;
    }
    if pressed(Key::Enter) || pressed(Key::Space) {
        pointed.clicked = scene.parts.get(active).map(|part| part.id.clone());
    }
    ui.data_mut(|data| data.insert_temp(id, active));
    active
}

fn part_ui(id: Id, part: &Part, origin: egui::Pos2, pointed: &mut Pointed, ui: &mut Ui) {
    let response = ui.interact(placed(part.hit, origin), id.with(part.id.as_str()), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &part.sentence));
    if response.clicked() {
        pointed.clicked = Some(part.id.clone());
    }
    if response.hovered() {
        pointed.hovered = Some(part.id.clone());
    }
    response.on_hover_text_at_pointer(&part.sentence);
}

fn placed(area: Area, origin: egui::Pos2) -> Rect {
    Rect::from_min_size(origin + vec2(area.left, area.top), vec2(area.width, area.height))
}

fn paint(painter: &Painter, theme: Theme, origin: egui::Pos2, shape: &Shape) {
    let at = |point: Point| origin + vec2(point[0], point[1]);
    let edge = |role| theme.stroke(size::RULE_STROKE, role);
    match shape {
        Shape::Fill(area, role) => {
            painter.rect_filled(placed(*area, origin), 0.0, theme.colour(*role));
        }
        Shape::Edge(area, role) => {
            painter.rect_stroke(placed(*area, origin), 0.0, edge(*role), StrokeKind::Inside);
        }
        Shape::DashedEdge(area, role) => {
            let rect = placed(*area, origin);
            let corners = [
                rect.left_top(),
                rect.right_top(),
                rect.right_bottom(),
                rect.left_bottom(),
                rect.left_top(),
            ];
            painter.extend(egui::Shape::dashed_line(&corners, edge(*role), DASH.0, DASH.1));
        }
        Shape::Badge(area, role) => {
            painter.rect_filled(
                placed(*area, origin),
                corners(size::BADGE_RADIUS),
                theme.colour(*role),
            );
        }
        Shape::BadgeEdge(area, role) => {
            painter.rect_stroke(
                placed(*area, origin),
                corners(size::BADGE_RADIUS),
                edge(*role),
                StrokeKind::Inside,
            );
        }
        Shape::Line(line) => {
            let points: Vec<egui::Pos2> = line.points.iter().map(|point| at(*point)).collect();
            let stroke = Stroke::new(line.width, theme.colour(line.role));
            if line.is_dashed {
                painter.extend(egui::Shape::dashed_line(&points, stroke, DASH.0, DASH.1 + 1.0));
            } else {
                painter.line(points, stroke);
            }
        }
        Shape::Mark { mark, centre, size, role } => {
            mark::paint(painter, *mark, at(*centre), *size, theme.colour(*role))
        }
        Shape::Text(text) => paint_text(painter, theme, at(text.start), text),
    }
}

/// A line of text whose baseline begins at a point.
fn paint_text(painter: &Painter, theme: Theme, start: egui::Pos2, text: &Text) {
    let font = egui::FontId::new(text.size, family(text.weight));
    let galley = painter.layout_no_wrap(text.words.clone(), font, theme.colour(text.role));
    let baseline = galley
        .rows
        .first()
        .and_then(|row| row.glyphs.first())
        .map_or(text.size, |glyph| glyph.pos.y);
    let rect = Align2::LEFT_TOP.anchor_size(pos2(start.x, start.y - baseline), galley.size());
    painter.galley(rect.min, galley, theme.colour(text.role));
}
