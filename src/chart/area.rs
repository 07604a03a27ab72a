//! Places in a scene, in points, y down.

/// A place.
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

    /// From the left to the right edge and from the top to the bottom; no size where they are the
    /// other way round.
    pub fn between([left, top]: Point, [right, bottom]: Point) -> Self {
        Self::new(left, top, (right - left).max(0.0), (bottom - top).max(0.0))
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

    #[must_use]
    pub fn moved(self, by: Point) -> Self {
        Self { left: self.left + by[0], top: self.top + by[1], ..self }
    }

    /// Wider by `x` at either side, and higher by `y`; narrower where they are negative.
    #[must_use]
    pub fn grown(self, x: f32, y: f32) -> Self {
        Self::new(
            self.left - x,
            self.top - y,
            (self.width + 2.0 * x).max(0.0),
            (self.height + 2.0 * y).max(0.0),
        )
    }

    /// What two areas share; none where that has no size.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let shared = Self::between(
            [self.left.max(other.left), self.top.max(other.top)],
            [self.right().min(other.right()), self.bottom().min(other.bottom())],
        );
        (shared.width > 0.0 && shared.height > 0.0).then_some(shared)
    }
}
