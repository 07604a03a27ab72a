//! The shapes that tell teams apart where colour alone would not.

use std::f32::consts::{PI, TAU};

/// The shape of a team; a team's colour belongs to it as well (`Role::Team`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    Hexagon,
    Plus,
    Star,
}

/// A filled shape in the units and axes of its centre; y points down.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    Circle {
        centre: [f32; 2],
        radius: f32,
    },
    /// The corners in order, the last joined to the first.
    Polygon(Vec<[f32; 2]>),
}

impl Mark {
    pub const ALL: [Self; 8] = [
        Self::Circle,
        Self::Square,
        Self::Triangle,
        Self::Diamond,
        Self::TriangleDown,
        Self::Hexagon,
        Self::Plus,
        Self::Star,
    ];

    /// The mark with a number of the document, 1 to 8; from the ninth they repeat.
    #[must_use]
    pub const fn of(number: u8) -> Self {
        // A remainder of eight is below the eight there are.
        Self::ALL[(number.wrapping_sub(1) % 8) as usize]
    }

    /// The whole shape. `size` is the diameter of the circle; the others have its area, within
    /// eight per cent. Plus and star are not convex: see [`Mark::convex_parts`].
    #[must_use]
    pub fn outline(self, centre: [f32; 2], size: f32) -> Outline {
        match self {
            Self::Circle => Outline::Circle { centre, radius: size / 2.0 },
            _ => Outline::Polygon(placed(&self.corners(), centre, size)),
        }
    }

    /// Convex shapes that together cover the outline, for a painter that fills convex shapes only.
    /// They overlap, so that no seam shows between their smoothed edges: paint them in one opaque
    /// colour.
    #[must_use]
    pub fn convex_parts(self, centre: [f32; 2], size: f32) -> Vec<Outline> {
        let parts = match self {
            Self::Plus => plus_bars(),
            Self::Star => star_kites(),
            _ => return vec![self.outline(centre, size)],
        };
        parts.iter().map(|part| Outline::Polygon(placed(part, centre, size))).collect()
    }

    /// The corners for size 1 around the origin; the circle as a polygon of 48.
    fn corners(self) -> Vec<[f32; 2]> {
        match self {
            Self::Circle => ring(48, 0.5),
            Self::Square => rectangle(SQUARE_SIDE / 2.0, SQUARE_SIDE / 2.0),
            Self::Triangle => triangle(),
            Self::Diamond => ring(4, DIAMOND_DIAGONAL / 2.0),
            Self::TriangleDown => triangle().into_iter().map(|[x, y]| [-x, -y]).collect(),
            Self::Hexagon => ring(6, HEXAGON_RADIUS),
            Self::Plus => plus(),
            Self::Star => star(),
        }
    }
}

/// The sizes of the shapes for a circle of diameter 1. The first three are those of the visual
/// design; the other three are computed for the area of the circle, π ⁄ 4.
const SQUARE_SIDE: f32 = 0.92;
const TRIANGLE_HEIGHT: f32 = 1.2;
const DIAMOND_DIAGONAL: f32 = 1.28;
/// √(π ⁄ 4 ÷ 3√3 ⁄ 2).
const HEXAGON_RADIUS: f32 = 0.549_81;
/// The length of a bar whose width is 0.4 of it: √(π ⁄ 4 ÷ 0.64).
const PLUS_LENGTH: f32 = 1.107_78;
const PLUS_WIDTH: f32 = 0.4 * PLUS_LENGTH;
/// The distance of the tips when the notches lie at 0.45 of it: √(π ⁄ 4 ÷ (5 × 0.45 × sin 36°)).
const STAR_TIP: f32 = 0.770_63;
const STAR_NOTCH: f32 = 0.45 * STAR_TIP;

/// The corners moved to `centre` and scaled by `size`.
fn placed(corners: &[[f32; 2]], centre: [f32; 2], size: f32) -> Vec<[f32; 2]> {
    corners.iter().map(|[x, y]| [centre[0] + x * size, centre[1] + y * size]).collect()
}

/// `count` corners of a regular polygon, the first straight up.
fn ring(count: u8, radius: f32) -> Vec<[f32; 2]> {
    (0..count).map(|index| on_circle(TAU * f32::from(index) / f32::from(count), radius)).collect()
}

/// The point at an angle (radians, clockwise from straight up) and a distance from the origin.
fn on_circle(angle: f32, radius: f32) -> [f32; 2] {
    [radius * angle.sin(), -radius * angle.cos()]
}

fn rectangle(half_width: f32, half_height: f32) -> Vec<[f32; 2]> {
    vec![
        [-half_width, -half_height],
        [half_width, -half_height],
        [half_width, half_height],
        [-half_width, half_height],
    ]
}

/// An equilateral triangle, its centre between the middle of its box and its centroid, where the
/// eye puts it.
fn triangle() -> Vec<[f32; 2]> {
    let half_side = TRIANGLE_HEIGHT / 3.0_f32.sqrt();
    let base = 0.5;
    vec![[0.0, base - TRIANGLE_HEIGHT], [half_side, base], [-half_side, base]]
}

fn plus() -> Vec<[f32; 2]> {
    let (long, short) = (PLUS_LENGTH / 2.0, PLUS_WIDTH / 2.0);
    vec![
        [-short, -long],
        [short, -long],
        [short, -short],
        [long, -short],
        [long, short],
        [short, short],
        [short, long],
        [-short, long],
        [-short, short],
        [-long, short],
        [-long, -short],
        [-short, -short],
    ]
}

fn plus_bars() -> Vec<Vec<[f32; 2]>> {
    let (long, short) = (PLUS_LENGTH / 2.0, PLUS_WIDTH / 2.0);
    vec![rectangle(long, short), rectangle(short, long)]
}

/// Tips and notches in turn, the first tip straight up.
fn star() -> Vec<[f32; 2]> {
    (0..10_u8)
        .map(|index| {
            let radius = if index % 2 == 0 { STAR_TIP } else { STAR_NOTCH };
            on_circle(PI * f32::from(index) / 5.0, radius)
        })
        .collect()
}

/// Five kites, each from a tip over its two notches to the notch opposite.
fn star_kites() -> Vec<Vec<[f32; 2]>> {
    (0..5_u8)
        .map(|index| {
            let tip = TAU * f32::from(index) / 5.0;
            vec![
                on_circle(tip, STAR_TIP),
                on_circle(tip + PI / 5.0, STAR_NOTCH),
                on_circle(tip + PI, STAR_NOTCH),
                on_circle(tip - PI / 5.0, STAR_NOTCH),
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the signed area of the triangle over three points: positive when they turn clockwise
    /// on a screen.
    fn turn(a: [f32; 2], b: [f32; 2], c: [f32; 2]) -> f32 {
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    }

    fn area(corners: &[[f32; 2]]) -> f32 {
        let doubled: f32 = (0..corners.len())
            .map(|i| turn([0.0; 2], corners[i], corners[(i + 1) % corners.len()]))
            .sum();
        doubled / 2.0
    }

    fn corners_of(outline: Outline) -> Vec<[f32; 2]> {
        match outline {
            Outline::Polygon(corners) => corners,
            Outline::Circle { .. } => panic!("a circle has no corners"),
        }
    }

    /// Whether the point lies inside, by counting the edges to its right.
    fn contains(corners: &[[f32; 2]], [x, y]: [f32; 2]) -> bool {
        let crossings = (0..corners.len()).filter(|&i| {
            let ([x1, y1], [x2, y2]) = (corners[i], corners[(i + 1) % corners.len()]);
            (y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        });
        crossings.count() % 2 == 1
    }

    #[test]
    fn marks_are_numbered_from_one_and_repeat_from_the_ninth() {
        assert_eq!(Mark::of(1), Mark::Circle);
        assert_eq!(Mark::of(8), Mark::Star);
        assert_eq!(Mark::of(9), Mark::Circle);
        assert_eq!(Mark::of(255), Mark::of(7));
        assert_eq!(Mark::of(0), Mark::Star);
    }

    #[test]
    fn every_mark_has_the_area_of_the_circle_within_eight_per_cent() {
        let circle = PI / 4.0;
        for mark in Mark::ALL {
            let ratio = area(&mark.corners()) / circle;
            assert!((0.99..1.08).contains(&ratio), "{mark:?} has {ratio} of the area");
        }
    }

    #[test]
    fn computed_marks_have_the_area_of_the_circle_within_one_in_a_thousand() {
        for mark in [Mark::Hexagon, Mark::Plus, Mark::Star] {
            let ratio = area(&mark.corners()) / (PI / 4.0);
            assert!((ratio - 1.0).abs() < 0.001, "{mark:?} has {ratio} of the area");
        }
    }

    #[test]
    fn an_outline_is_placed_and_scaled() {
        let Outline::Circle { centre, radius } = Mark::Circle.outline([3.0, 4.0], 12.0) else {
            panic!("the circle is no polygon")
        };
        assert_eq!((centre, radius), ([3.0, 4.0], 6.0));
        let square = corners_of(Mark::Square.outline([10.0, 20.0], 100.0));
        assert_eq!(square, [[-36.0, -26.0], [56.0, -26.0], [56.0, 66.0], [-36.0, 66.0]]);
    }

    #[test]
    fn convex_parts_are_convex() {
        for mark in Mark::ALL.into_iter().filter(|mark| *mark != Mark::Circle) {
            for part in mark.convex_parts([5.0, 5.0], 20.0).into_iter().map(corners_of) {
                let count = part.len();
                let clockwise =
                    |i: usize| turn(part[i], part[(i + 1) % count], part[(i + 2) % count]) > 0.0;
                assert!((0..count).all(clockwise), "{mark:?}: {part:?}");
            }
        }
    }

    #[test]
    fn convex_parts_cover_the_outline_and_nothing_else() {
        for mark in Mark::ALL.into_iter().filter(|mark| *mark != Mark::Circle) {
            let whole = corners_of(mark.outline([0.0; 2], 100.0));
            let parts: Vec<_> =
                mark.convex_parts([0.0; 2], 100.0).into_iter().map(corners_of).collect();
            for (x, y) in (-90..=90_i8).flat_map(|x| (-90..=90_i8).map(move |y| (x, y))) {
                let point = [f32::from(x) + 0.37, f32::from(y) + 0.23];
                let covered = parts.iter().any(|part| contains(part, point));
                assert_eq!(contains(&whole, point), covered, "{mark:?} at {point:?}");
            }
        }
    }
}
