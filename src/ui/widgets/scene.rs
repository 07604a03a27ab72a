//! The painter of scenes: shapes in the theme's colours, parts that the pointer names, the keyboard
//! walks, and a screen reader hears.

use egui::{
    EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Sense, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::chart::{Area, Dash, Part, Point, Scene, Shape, Stroke, Subject, Text};
use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners, family};
use crate::ui::widgets::mark;

/// What was done with a scene in a frame.
#[derive(Clone, Debug, Default)]
pub struct Pointed {
    pub clicked: Option<Subject>,
    pub hovered: Option<Subject>,
}

/// Shows a scene at the next place of `ui`.
pub fn ui(id: Id, scene: &Scene, ui: &mut Ui) -> Pointed {
    let (rect, _) = ui.allocate_exact_size(vec2(scene.width, scene.height), Sense::hover());
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Figure, true, &scene.heading));
    let theme = Theme::of(ui.ctx());
    paint(&ui.painter_at(rect.expand(2.0)), theme, rect.min, scene);
    let mut pointed = Pointed::default();
    let active = walked(id, scene, &response, &mut pointed, ui);
    let mut parts = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_parent(id));
    for (place, part) in scene.parts.iter().enumerate() {
        // Who walks the chart by keyboard has all of it, scrolled into view or not.
        if response.has_focus() || ui.is_rect_visible(placed(part.hit, rect.min)) {
            part_ui(id, part, rect.min, &mut pointed, &mut parts);
        }
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
    let descendant =
        scene.parts.get(active).filter(|_| response.has_focus()).map(|part| id.with(&part.subject));
    if let Some(descendant) = descendant {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_active_descendant(descendant.accesskit_id());
        });
    }
    pointed
}

/// Paints a scene's shapes from its corner on.
pub fn paint(painter: &Painter, theme: Theme, origin: Pos2, scene: &Scene) {
    Brush { painter, theme, origin }.shapes(&scene.shapes);
}

/// An area of a scene on the screen.
pub fn placed(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_size(origin + vec2(area.left, area.top), vec2(area.width, area.height))
}

/// Where the keyboard stands in a scene, between frames.
#[derive(Clone)]
struct Stand {
    subject: Subject,
    /// Where the part stood, for when it is there no more.
    place: usize,
}

/// The place of the part that the keyboard stood on, wherever it stands now.
fn stood(id: Id, scene: &Scene, ui: &Ui) -> usize {
    let last = scene.parts.len().saturating_sub(1);
    ui.data(|data| data.get_temp::<Stand>(id)).map_or(0, |stand| {
        let found = scene.parts.iter().position(|part| part.subject == stand.subject);
        found.unwrap_or(stand.place.min(last))
    })
}

/// The part that the keyboard stands on: arrows walk, Enter and Space press.
fn walked(id: Id, scene: &Scene, response: &Response, pointed: &mut Pointed, ui: &Ui) -> usize {
    let last = scene.parts.len().saturating_sub(1);
    let before = stood(id, scene, ui);
    if !response.has_focus() {
        return before;
    }
    let mut active = before;
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    // Else arrows would leave the chart instead of walking its parts.
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
    let Some(part) = scene.parts.get(active) else { return active };
    if active != before {
        ui.scroll_to_rect(placed(part.hit, response.rect.min), None);
    }
    if pressed(Key::Enter) || pressed(Key::Space) {
        pointed.clicked = Some(part.subject.clone());
    }
    let stand = Stand { subject: part.subject.clone(), place: active };
    ui.data_mut(|data| data.insert_temp(id, stand));
    active
}

fn part_ui(id: Id, part: &Part, origin: Pos2, pointed: &mut Pointed, ui: &mut Ui) {
    let response = ui.interact(placed(part.hit, origin), id.with(&part.subject), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &part.sentence));
    if response.clicked() {
        pointed.clicked = Some(part.subject.clone());
    }
    if response.hovered() {
        pointed.hovered = Some(part.subject.clone());
    }
    response.on_hover_text_at_pointer(&part.sentence);
}

/// What shapes are painted with.
struct Brush<'a> {
    painter: &'a Painter,
    theme: Theme,
    origin: Pos2,
}

impl Brush<'_> {
    fn shapes(&self, shapes: &[Shape]) {
        let clip = self.painter.clip_rect();
        for shape in shapes {
            if placed(shape.bounds(), self.origin).intersects(clip) {
                self.shape(shape);
            }
        }
    }

    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Fill { area, radius, role, strength } => {
                let colour = self.theme.colour(*role).gamma_multiply(strength.opacity());
                self.painter.rect_filled(placed(*area, self.origin), *radius, colour);
            }
            Shape::Edge { area, radius, stroke } => {
                let stroke = self.stroke(*stroke);
                let rect = placed(*area, self.origin);
                self.painter.rect_stroke(rect, *radius, stroke, StrokeKind::Inside);
            }
            Shape::Line { points, stroke } => self.line(points, *stroke),
            Shape::Polygon { corners, role } => {
                let corners = corners.iter().map(|corner| self.at(*corner)).collect();
                let colour = self.theme.colour(*role);
                let filled = egui::Shape::convex_polygon(corners, colour, egui::Stroke::NONE);
                self.painter.add(filled);
            }
            Shape::Mark { mark, centre, size, role } => {
                mark::paint(self.painter, *mark, self.at(*centre), *size, self.theme.colour(*role));
            }
            Shape::Hatch { area, step, stroke } => self.hatch(*area, *step, *stroke),
            Shape::Clip { area, shapes } => {
                let clip = placed(*area, self.origin).intersect(self.painter.clip_rect());
                let painter = self.painter.with_clip_rect(clip);
                Brush { painter: &painter, ..*self }.shapes(shapes);
            }
            Shape::Text(text) => self.text(text),
        }
    }

    fn at(&self, point: Point) -> Pos2 {
        self.origin + vec2(point[0], point[1])
    }

    fn stroke(&self, stroke: Stroke) -> egui::Stroke {
        self.theme.stroke(stroke.width, stroke.role)
    }

    fn line(&self, points: &[Point], stroke: Stroke) {
        let points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        let painted = self.stroke(stroke);
        match stroke.dash {
            Dash::Solid => drop(self.painter.line(points, painted)),
            Dash::Dashed(dash, gap) => {
                self.painter.extend(egui::Shape::dashed_line(&points, painted, dash, gap));
            }
        }
    }

    fn hatch(&self, area: Area, step: f32, stroke: Stroke) {
        let rect = placed(area, self.origin);
        let painter = self.painter.with_clip_rect(rect.intersect(self.painter.clip_rect()));
        let stroke = self.stroke(stroke);
        let mut start = rect.left() - rect.height();
        while start < rect.right() {
            let foot = pos2(start, rect.bottom());
            painter.line_segment([foot, foot + vec2(rect.height(), -rect.height())], stroke);
            start += step;
        }
    }

    /// A line of text whose left end stands on a point, on the baseline.
    fn text(&self, text: &Text) {
        let font = egui::FontId::new(text.size, family(text.weight));
        let colour = self.theme.colour(text.role);
        let galley = self.painter.layout_no_wrap(text.words.clone(), font, colour);
        let glyph = galley.rows.first().and_then(|row| row.glyphs.first());
        let baseline = glyph.map_or(text.size, |glyph| glyph.pos.y);
        let start = self.at(text.start);
        self.painter.galley(pos2(start.x, start.y - baseline), galley, colour);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Event, RawInput};

    use super::*;
    use crate::look::Fallbacks;
    use crate::model::OptionId;
    use crate::ui::theme;

    const ROW: f32 = 20.0;

    fn about(row: usize) -> Subject {
        Subject::Option(OptionId::new(&format!("o{row}")).unwrap())
    }

    /// A scene of rows, a bar and a part to each.
    fn rows(order: impl IntoIterator<Item = usize>) -> Scene {
        let mut scene = Scene { width: 100.0, ..Scene::default() };
        for row in order {
            let area = Area::new(0.0, scene.height, 100.0, ROW);
            scene.fill(area, Role::Ink);
            scene.part(about(row), format!("Row {row}"), area);
            scene.height += ROW;
        }
        scene
    }

    struct Bench {
        ctx: Context,
        /// What was painted in the last frame.
        painted: usize,
    }

    impl Bench {
        fn new() -> Self {
            let ctx = Context::default();
            theme::install(&ctx, &Fallbacks::default());
            Self { ctx, painted: 0 }
        }

        /// Shows a scene that has the focus, in a window of a hundred points.
        fn show(&mut self, scene: &Scene, keys: &[Key]) -> Pointed {
            let id = Id::unique("chart");
            let key = |key: &Key| Event::Key {
                key: *key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            };
            let screen = Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0));
            let input = RawInput {
                screen_rect: Some(screen),
                events: keys.iter().map(key).collect(),
                ..RawInput::default()
            };
            let mut pointed = Pointed::default();
            let mut output = self.ctx.run_ui(input, |root| {
                root.memory_mut(|memory| memory.request_focus(id));
                pointed = ui(id, scene, root);
            });
            output.textures_delta.clear();
            self.painted = output.shapes.len();
            pointed
        }
    }

    #[test]
    fn rows_out_of_view_are_not_painted() {
        let mut bench = Bench::new();
        bench.show(&rows(0..5), &[]);
        let in_view = bench.painted;
        bench.show(&rows(0..500), &[]);
        assert!((in_view..in_view + 3).contains(&bench.painted), "{in_view} {}", bench.painted);
    }

    #[test]
    fn the_keyboard_reaches_what_is_out_of_view() {
        let mut bench = Bench::new();
        bench.show(&rows(0..500), &[]);
        let pointed = bench.show(&rows(0..500), &[Key::End, Key::Enter]);
        assert_eq!(pointed.clicked, Some(about(499)));
    }

    #[test]
    fn the_keyboard_stays_on_a_part_that_moves() {
        let mut bench = Bench::new();
        bench.show(&rows([0, 1, 2]), &[]);
        bench.show(&rows([0, 1, 2]), &[Key::ArrowDown]);
        let pointed = bench.show(&rows([1, 2, 0]), &[Key::Enter]);
        assert_eq!(pointed.clicked, Some(about(1)));
        let gone = bench.show(&rows([2, 0]), &[Key::Enter]);
        assert_eq!(gone.clicked, Some(about(2)), "the place is kept where the part isn't");
        assert_eq!(bench.show(&rows([]), &[Key::Enter]).clicked, None);
    }
}
