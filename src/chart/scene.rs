//! A scene: shapes from back to front, and parts that can be pointed at.

use crate::look::{Mark, Role, Weight};

/// A place in points, y down.
pub type Point = [f32; 2];

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    pub fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, width, height }
    }

    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    pub fn middle(&self) -> Point {
        [self.left + self.width / 2.0, self.top + self.height / 2.0]
    }
}

/// A line through points.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub points: Vec<Point>,
    pub width: f32,
    pub role: Role,
    pub is_dashed: bool,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its first letter stands, on the baseline.
    pub start: Point,
    pub words: String,
    pub size: f32,
    pub weight: Weight,
    pub role: Role,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Fill(Area, Role),
    /// An edge around an area, dashed or not.
    Edge(Area, Role),
    DashedEdge(Area, Role),
    /// A badge's rounded ground.
    Badge(Area, Role),
    BadgeEdge(Area, Role),
    Line(Line),
    Mark {
        mark: Mark,
        centre: Point,
        size: f32,
        role: Role,
    },
    Text(Text),
}

/// A part that can be pointed at, walked to and read aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Unlike any other of its scene, the same from frame to frame.
    pub id: String,
    /// What it says, whole by itself.
    pub sentence: String,
    pub hit: Area,
}

/// A chart, drawn and told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub shapes: Vec<Shape>,
    /// In reading order.
    pub parts: Vec<Part>,
    /// What the chart shows, in a sentence.
    pub heading: String,
}

impl Scene {
    pub fn fill(&mut self, area: Area, role: Role) {
        if area.width > 0.0 && area.height > 0.0 {
            self.shapes.push(Shape::Fill(area, role));
        }
    }

    pub fn line(&mut self, from: Point, to: Point, width: f32, role: Role) {
        self.shapes.push(Shape::Line(Line {
            points: vec![from, to],
            width,
            role,
            is_dashed: false,
        }));
    }

    pub fn mark(&mut self, mark: Mark, centre: Point, size: f32, role: Role) {
        self.shapes.push(Shape::Mark { mark, centre, size, role });
    }

    pub fn part(&mut self, id: String, sentence: String, hit: Area) {
        self.parts.push(Part { id, sentence, hit });
    }
}
