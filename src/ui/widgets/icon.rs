//! Painted icons: the typeface has none.

use egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners};

/// An icon, drawn within 18 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Up,
    Down,
    Warning,
    Plus,
    Check,
    Close,
    Search,
    Folder,
    File,
    Question,
    Matrix,
    Sliders,
    Gear,
    Locked,
    Unlocked,
    Panel,
    Bars,
    Teams,
    Compare,
}

/// What an icon is made of, around its centre.
enum Stroked {
    Line(&'static [(f32, f32)]),
    Circle((f32, f32), f32),
}

use Stroked::{Circle, Line};

/// Paints an icon around a point.
pub fn paint(painter: &Painter, icon: Icon, centre: Pos2, stroke: Stroke) {
    match icon {
        Icon::Undo => turned_arrow(painter, centre, stroke, 1.0),
        Icon::Redo => turned_arrow(painter, centre, stroke, -1.0),
        Icon::Gear => gear(painter, centre, stroke),
        _ => {}
    }
    for part in parts(icon) {
        match part {
            Line(points) => {
                painter.line(points.iter().map(|(x, y)| centre + vec2(*x, *y)).collect(), stroke);
            }
            Circle((x, y), radius) => {
                painter.circle_stroke(centre + vec2(*x, *y), *radius, stroke);
            }
        }
    }
    if matches!(icon, Icon::Warning | Icon::Question) {
        painter.circle_filled(
            centre + vec2(0.0, if icon == Icon::Warning { 3.2 } else { 4.2 }),
            stroke.width * 0.6,
            stroke.color,
        );
    }
}

fn parts(icon: Icon) -> &'static [Stroked] {
    match icon {
        Icon::Undo | Icon::Redo | Icon::Gear => &[],
        Icon::Up => {
            &[Line(&[(0.0, 4.5), (0.0, -4.5)]), Line(&[(-3.5, -1.0), (0.0, -4.5), (3.5, -1.0)])]
        }
        Icon::Down => {
            &[Line(&[(0.0, -4.5), (0.0, 4.5)]), Line(&[(-3.5, 1.0), (0.0, 4.5), (3.5, 1.0)])]
        }
        Icon::Warning => &[
            Line(&[(0.0, -5.5), (6.0, 5.0), (-6.0, 5.0), (0.0, -5.5)]),
            Line(&[(0.0, -1.5), (0.0, 1.5)]),
        ],
        Icon::Plus => &[Line(&[(-5.0, 0.0), (5.0, 0.0)]), Line(&[(0.0, -5.0), (0.0, 5.0)])],
        Icon::Check => &[Line(&[(-5.0, 0.5), (-1.5, 4.0), (5.0, -4.0)])],
        Icon::Close => &[Line(&[(-4.0, -4.0), (4.0, 4.0)]), Line(&[(4.0, -4.0), (-4.0, 4.0)])],
        Icon::Search => &[Circle((-1.0, -1.0), 4.5), Line(&[(2.4, 2.4), (6.0, 6.0)])],
        Icon::Folder => &[Line(&[
            (-7.0, 5.5),
            (-7.0, -5.0),
            (-2.5, -5.0),
            (-0.5, -2.5),
            (7.0, -2.5),
            (7.0, 5.5),
            (-7.0, 5.5),
        ])],
        Icon::File => &[
            Line(&[(-5.0, -7.0), (1.5, -7.0), (5.0, -3.5), (5.0, 7.0), (-5.0, 7.0), (-5.0, -7.0)]),
            Line(&[(1.5, -7.0), (1.5, -3.5), (5.0, -3.5)]),
        ],
        Icon::Question => &[
            Circle((0.0, 0.0), 8.0),
            Line(&[
                (-2.3, -2.4),
                (-1.0, -4.1),
                (1.2, -4.1),
                (2.4, -2.6),
                (2.1, -0.9),
                (0.2, 0.3),
                (0.0, 1.8),
            ]),
        ],
        Icon::Matrix => &[
            Line(&[(-8.0, -7.5), (8.0, -7.5), (8.0, 7.5), (-8.0, 7.5), (-8.0, -7.5)]),
            Line(&[(-8.0, -2.5), (8.0, -2.5)]),
            Line(&[(-8.0, 2.5), (8.0, 2.5)]),
            Line(&[(-2.7, -7.5), (-2.7, 7.5)]),
            Line(&[(2.7, -7.5), (2.7, 7.5)]),
        ],
        Icon::Sliders => &[
            Line(&[(-5.5, -8.0), (-5.5, -1.5)]),
            Line(&[(-5.5, 3.5), (-5.5, 8.0)]),
            Circle((-5.5, 1.0), 2.3),
            Line(&[(0.0, -8.0), (0.0, -5.0)]),
            Line(&[(0.0, 0.0), (0.0, 8.0)]),
            Circle((0.0, -2.5), 2.3),
            Line(&[(5.5, -8.0), (5.5, 0.5)]),
            Line(&[(5.5, 5.5), (5.5, 8.0)]),
            Circle((5.5, 3.0), 2.3),
        ],
        Icon::Locked => &[
            Line(&[(-4.5, -0.5), (4.5, -0.5), (4.5, 6.0), (-4.5, 6.0), (-4.5, -0.5)]),
            Line(&[
                (-2.8, -0.5),
                (-2.8, -3.5),
                (-1.2, -5.8),
                (1.2, -5.8),
                (2.8, -3.5),
                (2.8, -0.5),
            ]),
        ],
        Icon::Unlocked => &[
            Line(&[(-4.5, -0.5), (4.5, -0.5), (4.5, 6.0), (-4.5, 6.0), (-4.5, -0.5)]),
            Line(&[(-2.8, -0.5), (-2.8, -3.5), (-1.2, -5.8), (1.2, -5.8), (2.8, -4.2)]),
        ],
        Icon::Bars => &[
            Line(&[(-7.0, -5.5), (7.0, -5.5)]),
            Line(&[(-7.0, 0.0), (3.5, 0.0)]),
            Line(&[(-7.0, 5.5), (0.0, 5.5)]),
        ],
        Icon::Teams => &[
            Circle((-4.0, -3.5), 3.3),
            Line(&[(1.3, -6.6), (7.5, -6.6), (7.5, -0.4), (1.3, -0.4), (1.3, -6.6)]),
            Line(&[(0.0, 1.5), (4.0, 7.5), (-4.0, 7.5), (0.0, 1.5)]),
        ],
        Icon::Compare => &[
            Line(&[(-7.5, -6.5), (-1.5, -6.5), (-1.5, 6.5), (-7.5, 6.5), (-7.5, -6.5)]),
            Line(&[(1.5, -6.5), (7.5, -6.5), (7.5, 6.5), (1.5, 6.5), (1.5, -6.5)]),
        ],
        Icon::Panel => &[
            Line(&[(-7.0, -5.5), (7.0, -5.5), (7.0, 5.5), (-7.0, 5.5), (-7.0, -5.5)]),
            Line(&[(2.5, -5.5), (2.5, 5.5)]),
        ],
    }
}

/// An arrow back and down around a bend; `side` -1 mirrors it.
fn turned_arrow(painter: &Painter, centre: Pos2, stroke: Stroke, side: f32) {
    let at = |x: f32, y: f32| centre + vec2(x * side, y);
    painter.line(vec![at(-2.5, -6.5), at(-6.0, -3.0), at(-2.5, 0.5)], stroke);
    let bend = (0_u8..=12).map(|step| {
        let angle = std::f32::consts::PI * (f32::from(step) / 12.0 - 0.5);
        at(2.0 + 3.75 * angle.cos(), 0.75 + 3.75 * angle.sin())
    });
    let points: Vec<Pos2> =
        [at(-6.0, -3.0)].into_iter().chain(bend).chain([at(-3.5, 4.5)]).collect();
    painter.line(points, stroke);
}

/// A ring with eight teeth.
fn gear(painter: &Painter, centre: Pos2, stroke: Stroke) {
    painter.circle_stroke(centre, 5.0, stroke);
    painter.circle_stroke(centre, 2.0, stroke);
    for tooth in 0_u8..8 {
        let direction = Vec2::angled(std::f32::consts::TAU * f32::from(tooth) / 8.0);
        painter.line_segment([centre + direction * 5.5, centre + direction * 7.5], stroke);
    }
}

/// The program's sign: a pair of scales.
pub fn scales(painter: &Painter, theme: Theme, rect: Rect) {
    painter.rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(Role::Lead));
    let ink = theme.colour(Role::OnLead);
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y) * rect.width() / 28.0;
    let unit = rect.width() / 28.0;
    painter.circle_filled(at(9.2, 9.3), 3.4 * unit, ink);
    painter.rect_filled(Rect::from_center_size(at(19.0, 9.5), Vec2::splat(6.0 * unit)), 1.0, ink);
    painter.line_segment([at(5.0, 14.5), at(23.0, 14.5)], Stroke::new(2.0 * unit, ink));
    let foot = vec![at(14.0, 16.5), at(18.0, 22.5), at(10.0, 22.5)];
    painter.add(Shape::convex_polygon(foot, ink, Stroke::NONE));
}

/// One to three rising bars: how strong the evidence is. `corner` is the lower right one.
pub fn strength(painter: &Painter, theme: Theme, corner: Pos2, bars: usize) {
    for (place, height) in [4.0, 7.0, 10.0].into_iter().enumerate() {
        let role = if place < bars { Role::Ink2 } else { Role::Line };
        let left = corner.x - 12.0 + place as f32 * 4.5;
        painter.rect_filled(
            Rect::from_min_max(pos2(left, corner.y - height), pos2(left + 3.0, corner.y)),
            0.0,
            theme.colour(role),
        );
    }
}
