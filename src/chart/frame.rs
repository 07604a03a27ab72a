//! What a scene is built for, and how text is set into it.

use super::{Area, Dash, Point, Scene, Shape, Stroke, Text};
use crate::look::size::LINE_HEIGHT;
use crate::look::{Measured, Measurer, Medium, Role, TypeSize, Weight};

/// How much of a size of type lies between the middle of its capitals and the baseline.
const MIDDLE_TO_BASELINE: f32 = 0.35;
/// How much of a size of type a line that is set solid has above its baseline, up to the highest
/// letter.
const ASCENT: f32 = 1.025;
/// How much of a size of type the strokes of a font reach up and down together.
const EXTENT: f32 = 1.3;

/// The room that a scene has, what it is looked at on, and the measure of its text. Every size in a
/// scene goes through it.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// In points.
    pub width: f32,
    pub medium: Medium,
    /// How much larger than usual everything is.
    pub scale: f32,
    pub measurer: &'a Measurer,
}

/// Where a line of text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins there.
    Start,
    Middle,
    /// It ends there.
    End,
}

/// How a line of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    pub size: TypeSize,
    pub weight: Weight,
    pub role: Role,
}

impl Set {
    pub fn new(size: TypeSize, weight: Weight, role: Role) -> Self {
        Self { size, weight, role }
    }
}

impl<'a> Frame<'a> {
    /// A frame in the window, at its usual size.
    pub fn screen(width: f32, measurer: &'a Measurer) -> Self {
        Self { width, medium: Medium::Screen, scale: 1.0, measurer }
    }

    /// A length of the window as long as it is here.
    pub fn length(self, points: f32) -> f32 {
        points * self.medium.stretch() * self.scale
    }

    /// A size of type in points.
    pub fn points(self, size: TypeSize) -> f32 {
        self.medium.points(size) * self.scale
    }

    /// A solid line as wide as it is here.
    pub fn stroke(self, width: f32, role: Role) -> Stroke {
        Stroke::solid(self.length(width), role)
    }

    /// A dashed line, its dash and gap in points of the window.
    pub fn dashed(self, width: f32, role: Role, (dash, gap): (f32, f32)) -> Stroke {
        let dash = Dash::Dashed(self.length(dash), self.length(gap));
        Stroke { dash, ..self.stroke(width, role) }
    }

    /// The distance of two baselines of text in several lines.
    pub fn line_height(self, size: TypeSize) -> f32 {
        (self.points(size) * LINE_HEIGHT).floor()
    }

    /// How wide a line comes out.
    pub fn width_of(self, words: &str, set: Set) -> f32 {
        self.measurer.width(words, self.points(set.size), set.weight)
    }

    /// Puts a line of text at a place, vertically centred on it; cut short where it is wider than
    /// `room`. Gives its width.
    pub fn text(
        self,
        scene: &mut Scene,
        (at, side): (Point, Side),
        words: &str,
        set: Set,
        room: f32,
    ) -> f32 {
        let baseline = at[1] + self.points(set.size) * MIDDLE_TO_BASELINE;
        self.on_baseline(scene, ([at[0], baseline], side), words, set, room)
    }

    fn on_baseline(
        self,
        scene: &mut Scene,
        (at, side): (Point, Side),
        words: &str,
        set: Set,
        room: f32,
    ) -> f32 {
        let size = self.points(set.size);
        let line = self.measurer.shortened(words, size, set.weight, room.max(1.0));
        let Measured { words, width } = line;
        let left = match side {
            Side::Start => at[0],
            Side::Middle => at[0] - width / 2.0,
            Side::End => at[0] - width,
        };
        let Set { weight, role, .. } = set;
        let start = [left, at[1]];
        scene.shapes.push(Shape::Text(Text { start, width, words, size, weight, role }));
        width
    }

    /// Puts a text in at most two lines, vertically centred on a place together.
    pub fn two_lines(
        self,
        scene: &mut Scene,
        (at, side): (Point, Side),
        words: &str,
        set: Set,
        room: f32,
    ) {
        let size = self.points(set.size);
        let lines = self.measurer.wrap(words, size, set.weight, room.max(1.0), 2);
        let step = (size * EXTENT).round();
        let first = at[1] - step * (lines.len().saturating_sub(1) as f32) / 2.0;
        for (place, line) in lines.iter().enumerate() {
            let at = [at[0], first + step * place as f32];
            self.text(scene, (at, side), line, set, f32::INFINITY);
        }
    }

    /// Puts a text in at most so many lines below a corner, as wide as the area that the lines may
    /// take; gives how high they are.
    pub fn lines(self, scene: &mut Scene, area: Area, words: &str, set: Set, most: usize) -> f32 {
        let size = self.points(set.size);
        let lines = self.measurer.wrap(words, size, set.weight, area.width.max(1.0), most);
        self.set_lines(scene, area, &lines, set)
    }

    fn set_lines(self, scene: &mut Scene, area: Area, lines: &[String], set: Set) -> f32 {
        let size = self.points(set.size);
        let step = self.line_height(set.size);
        let first = area.top + (step - size * EXTENT) / 2.0 + size * ASCENT;
        for (place, line) in lines.iter().enumerate() {
            let at = [area.left, first + step * place as f32];
            self.on_baseline(scene, (at, Side::Start), line, set, f32::INFINITY);
        }
        step * lines.len() as f32
    }

    /// The same without breaking a word: one that is wider than the area is cut short.
    pub fn whole_words(
        self,
        scene: &mut Scene,
        area: Area,
        words: &str,
        set: Set,
        most: usize,
    ) -> f32 {
        let size = self.points(set.size);
        let lines = self.measurer.wrap_words(words, size, set.weight, area.width.max(1.0), most);
        self.set_lines(scene, area, &lines, set)
    }

    /// Whether a text has room in so many lines of a width, with every word whole.
    pub fn fits(self, words: &str, set: Set, width: f32, lines: usize) -> bool {
        !self.is_cut(words, set, width, lines)
            && self.measurer.words_fit(words, self.points(set.size), set.weight, width)
    }

    /// Whether a text needs more than so many lines of a width.
    pub fn is_cut(self, words: &str, set: Set, width: f32, lines: usize) -> bool {
        let size = self.points(set.size);
        self.measurer.wrap(words, size, set.weight, width.max(1.0), lines + 1).len() > lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_on_a_screen_fits_on_a_projector() {
        let measurer = Measurer::new();
        let screen = Frame::screen(500.0, &measurer);
        let projector = Frame { medium: Medium::Projector, ..screen };
        for size in [TypeSize::Note, TypeSize::Body, TypeSize::Emphasis, TypeSize::Headline] {
            let set = Set::new(size, Weight::Regular, Role::Ink);
            let room = screen.width_of("Economic development", set);
            assert!(
                projector.width_of("Economic development", set) <= projector.length(room) + 0.1
            );
        }
    }

    #[test]
    fn a_text_ends_where_it_is_told_to() {
        let measurer = Measurer::new();
        let frame = Frame::screen(500.0, &measurer);
        let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
        let mut scene = Scene::default();
        let width = frame.text(&mut scene, ([100.0, 20.0], Side::End), "Seats", set, 300.0);
        frame.text(&mut scene, ([100.0, 20.0], Side::Middle), "Seats", set, 300.0);
        let starts: Vec<f32> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text(text) => Some(text.start[0]),
                _ => None,
            })
            .collect();
        assert_eq!(starts, [100.0 - width, 100.0 - width / 2.0]);
    }

    #[test]
    fn a_long_text_is_cut_to_its_lines_and_says_so() {
        let measurer = Measurer::new();
        let frame = Frame::screen(500.0, &measurer);
        let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
        let words = "Economic development and a shift away from military dependence";
        let area = Area::new(0.0, 0.0, 100.0, 0.0);
        let mut scene = Scene::default();
        let height = frame.lines(&mut scene, area, words, set, 2);
        assert_eq!((scene.shapes.len(), height), (2, 2.0 * frame.line_height(TypeSize::Body)));
        assert!(frame.is_cut(words, set, 100.0, 2));
        assert!(!frame.is_cut("Short", set, 100.0, 1));
    }
}
