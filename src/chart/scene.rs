//! A scene: shapes from back to front in colour roles, and parts that can be pointed at.
//!
//! These are all the primitives that there are, so that a painter is one `match`. Words stay in the
//! order in which they are read; painters put them in the order in which they are seen.

use super::{Area, Point, Subject};
use crate::look::{Mark, Role, Weight};

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub width: f32,
    pub role: Role,
    pub dash: Dash,
}

/// Whether a line has gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dash {
    Solid,
    /// How long a dash is, and how long the gap behind it.
    Dashed(f32, f32),
}

/// How much of its colour a fill has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strength {
    #[default]
    Full,
    /// Stands back behind another that is lit.
    Dimmed,
}

impl Strength {
    /// 0..1.
    pub fn opacity(self) -> f32 {
        match self {
            Self::Full => 1.0,
            Self::Dimmed => 0.35,
        }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its left end, on the baseline.
    pub start: Point,
    /// As measured, whatever the order of its letters.
    pub width: f32,
    /// In the order in which they are read.
    pub words: String,
    pub size: f32,
    pub weight: Weight,
    pub role: Role,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Fill {
        area: Area,
        radius: f32,
        role: Role,
        strength: Strength,
    },
    /// A rectangle's edge, all of it inside the area.
    Edge {
        area: Area,
        radius: f32,
        stroke: Stroke,
    },
    /// A line through points.
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    /// A filled convex polygon, its last corner joined to the first.
    Polygon {
        corners: Vec<Point>,
        role: Role,
    },
    /// A team's mark; `size` is the diameter of the circle that it is as large as.
    Mark {
        mark: Mark,
        centre: Point,
        size: f32,
        role: Role,
    },
    /// Lines that rise over an area, from one to the next a `step` to the right.
    Hatch {
        area: Area,
        step: f32,
        stroke: Stroke,
    },
    /// What lies inside an area of other shapes.
    Clip {
        area: Area,
        shapes: Vec<Shape>,
    },
    Text(Text),
}

/// A part that can be pointed at, walked to and read aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is about, unlike that of any other part of its scene.
    pub subject: Subject,
    /// What it says, whole by itself.
    pub sentence: String,
    pub hit: Area,
}

/// A drawing, shown and told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    /// From back to front.
    pub shapes: Vec<Shape>,
    /// In reading order.
    pub parts: Vec<Part>,
    /// What it shows, in a sentence.
    pub heading: String,
}

impl Stroke {
    pub fn solid(width: f32, role: Role) -> Self {
        Self { width, role, dash: Dash::Solid }
    }
}

impl Scene {
    pub fn fill(&mut self, area: Area, role: Role) {
        self.rounded(area, 0.0, role);
    }

    /// Fills a rectangle with round corners; nothing where it has no size.
    pub fn rounded(&mut self, area: Area, radius: f32, role: Role) {
        self.push_fill(area, radius, role, Strength::Full);
    }

    /// Fills a rectangle as strongly as is said; nothing where it has no size.
    pub fn filled(&mut self, area: Area, role: Role, strength: Strength) {
        self.push_fill(area, 0.0, role, strength);
    }

    fn push_fill(&mut self, area: Area, radius: f32, role: Role, strength: Strength) {
        if area.width > 0.0 && area.height > 0.0 {
            self.shapes.push(Shape::Fill { area, radius, role, strength });
        }
    }

    pub fn edge(&mut self, area: Area, radius: f32, stroke: Stroke) {
        self.shapes.push(Shape::Edge { area, radius, stroke });
    }

    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.path(vec![from, to], stroke);
    }

    pub fn path(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.shapes.push(Shape::Line { points, stroke });
    }

    pub fn mark(&mut self, mark: Mark, centre: Point, size: f32, role: Role) {
        self.shapes.push(Shape::Mark { mark, centre, size, role });
    }

    /// Shows of another scene what lies inside an area, its parts as far as they do.
    pub fn clip(&mut self, area: Area, inner: Scene) {
        if !inner.shapes.is_empty() {
            self.shapes.push(Shape::Clip { area, shapes: inner.shapes });
        }
        let seen = inner.parts.into_iter().filter_map(|part| {
            let hit = part.hit.intersection(area)?;
            Some(Part { hit, ..part })
        });
        self.parts.extend(seen);
    }

    /// Takes another scene in, moved; its heading is left.
    pub fn place(&mut self, other: Scene, by: Point) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.moved(by)));
        let parts = other.parts.into_iter().map(|part| Part { hit: part.hit.moved(by), ..part });
        self.parts.extend(parts);
    }

    pub fn part(&mut self, subject: Subject, sentence: String, hit: Area) {
        self.parts.push(Part { subject, sentence, hit });
    }
}

impl Shape {
    /// What holds all of it; of text, room for the highest letters of any font.
    pub fn bounds(&self) -> Area {
        let around = |points: &[Point], width: f32| {
            let edge = |of: fn(f32, f32) -> f32, start: f32, axis: usize| {
                points.iter().map(|point| point[axis]).fold(start, of)
            };
            let least = [0, 1].map(|axis| edge(f32::min, f32::INFINITY, axis));
            let most = [0, 1].map(|axis| edge(f32::max, f32::NEG_INFINITY, axis));
            Area::between(least, most).grown(width, width)
        };
        match self {
            Self::Fill { area, .. }
            | Self::Edge { area, .. }
            | Self::Hatch { area, .. }
            | Self::Clip { area, .. } => *area,
            Self::Line { points, stroke } => around(points, stroke.width),
            Self::Polygon { corners, .. } => around(corners, 0.0),
            Self::Mark { centre, size, .. } => around(&[*centre], *size),
            Self::Text(Text { start: [left, baseline], width, size, .. }) => {
                Area::new(*left, *baseline, *width, 0.0).grown(*size, 2.0 * size)
            }
        }
    }

    fn moved(self, by: Point) -> Self {
        let point = |[x, y]: Point| [x + by[0], y + by[1]];
        let points = |points: Vec<Point>| points.into_iter().map(point).collect();
        match self {
            Self::Fill { area, radius, role, strength } => {
                Self::Fill { area: area.moved(by), radius, role, strength }
            }
            Self::Edge { area, radius, stroke } => {
                Self::Edge { area: area.moved(by), radius, stroke }
            }
            Self::Line { points: line, stroke } => Self::Line { points: points(line), stroke },
            Self::Polygon { corners, role } => Self::Polygon { corners: points(corners), role },
            Self::Mark { mark, centre, size, role } => {
                Self::Mark { mark, centre: point(centre), size, role }
            }
            Self::Hatch { area, step, stroke } => {
                Self::Hatch { area: area.moved(by), step, stroke }
            }
            Self::Clip { area, shapes } => Self::Clip {
                area: area.moved(by),
                shapes: shapes.into_iter().map(|shape| shape.moved(by)).collect(),
            },
            Self::Text(text) => Self::Text(Text { start: point(text.start), ..text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NodeId, OptionId};

    fn about(id: &str) -> Subject {
        Subject::Option(OptionId::new(id).unwrap())
    }

    #[test]
    fn what_is_clipped_away_cannot_be_pointed_at() {
        let mut inner = Scene::default();
        inner.part(about("seen"), "Seen".to_owned(), Area::new(0.0, 0.0, 20.0, 10.0));
        inner.part(about("hidden"), "Hidden".to_owned(), Area::new(50.0, 0.0, 20.0, 10.0));
        let mut scene = Scene::default();
        scene.clip(Area::new(10.0, 0.0, 30.0, 10.0), inner);
        assert_eq!(scene.parts.len(), 1);
        assert_eq!(scene.parts[0].subject, about("seen"));
        assert_eq!(scene.parts[0].hit, Area::new(10.0, 0.0, 10.0, 10.0));
        assert!(scene.shapes.is_empty(), "nothing was drawn inside");
    }

    #[test]
    fn a_shape_lies_within_its_bounds() {
        let line = vec![[30.0, 5.0], [10.0, 50.0]];
        let stroke = Stroke::solid(2.0, Role::Ink);
        let line = Shape::Line { points: line, stroke }.bounds();
        assert_eq!(line, Area::new(8.0, 3.0, 24.0, 49.0));
        let level = vec![[0.0, 5.0], [10.0, 5.0]];
        assert!(Shape::Line { points: level, stroke }.bounds().height > 0.0);
        let mark = Shape::Mark { mark: Mark::Star, centre: [9.0, 9.0], size: 4.0, role: Role::Ink };
        assert_eq!(mark.bounds(), Area::new(5.0, 5.0, 8.0, 8.0));
        let nothing = Shape::Polygon { corners: Vec::new(), role: Role::Ink }.bounds();
        assert_eq!((nothing.width, nothing.height), (0.0, 0.0));
    }

    #[test]
    fn every_shape_moves_with_its_scene() {
        let area = Area::new(1.0, 2.0, 3.0, 4.0);
        let stroke = Stroke::solid(1.0, Role::Ink);
        let mut inner = Scene::default();
        inner.fill(area, Role::Ink);
        inner.edge(area, 2.0, stroke);
        inner.line([1.0, 2.0], [3.0, 4.0], stroke);
        inner.mark(Mark::Star, [1.0, 2.0], 5.0, Role::Ink);
        inner.shapes.push(Shape::Hatch { area, step: 7.0, stroke });
        inner.shapes.push(Shape::Polygon { corners: vec![[1.0, 2.0]], role: Role::Ink });
        let words = Text {
            start: [1.0, 2.0],
            width: 9.0,
            words: "A".to_owned(),
            size: 13.0,
            weight: Weight::Regular,
            role: Role::Ink,
        };
        inner.shapes.push(Shape::Text(words));
        inner.part(
            Subject::Criterion(NodeId::new("c").unwrap()),
            "C".to_owned(),
            Area::new(1.0, 2.0, 3.0, 4.0),
        );
        let mut outer = Scene::default();
        outer.clip(area, inner.clone());
        let mut there = Scene::default();
        there.place(inner.clone(), [10.0, 20.0]);
        there.place(outer, [10.0, 20.0]);
        let mut back = Scene::default();
        back.place(there, [-10.0, -20.0]);
        assert_eq!(back.shapes[..inner.shapes.len()], inner.shapes[..]);
        assert_eq!(
            back.shapes[inner.shapes.len()..],
            [Shape::Clip { area, shapes: inner.shapes.clone() }]
        );
        assert_eq!(back.parts[0], inner.parts[0]);
    }
}
