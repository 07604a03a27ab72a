//! The icons and their lines, as data: the typeface has none.

use Stroke::{Circle, Line};

/// An icon, drawn within 18 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Up,
    Down,
    Level,
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
    Firm,
    Teams,
    Compare,
    Clock,
    Flag,
}

/// A stroke of an icon, around its centre.
pub enum Stroke {
    Line(&'static [(f32, f32)]),
    Circle((f32, f32), f32),
}

impl Icon {
    /// Its straight lines and circles; arrows that turn, teeth and dots aside.
    pub fn strokes(self) -> &'static [Stroke] {
        match self {
            Self::Undo | Self::Redo | Self::Gear => &[],
            Self::Up => UP,
            Self::Down => DOWN,
            Self::Level => LEVEL,
            Self::Warning => WARNING,
            Self::Plus => PLUS,
            Self::Check => CHECK,
            Self::Close => CLOSE,
            Self::Search => SEARCH,
            Self::Folder => FOLDER,
            Self::File => FILE,
            Self::Question => QUESTION,
            Self::Matrix => MATRIX,
            Self::Sliders => SLIDERS,
            Self::Locked => LOCKED,
            Self::Unlocked => UNLOCKED,
            Self::Panel => PANEL,
            Self::Bars => BARS,
            Self::Firm => FIRM,
            Self::Teams => TEAMS,
            Self::Compare => COMPARE,
            Self::Clock => CLOCK,
            Self::Flag => FLAG,
        }
    }

    /// How far below its centre its dot is.
    pub fn dot(self) -> Option<f32> {
        match self {
            Self::Warning => Some(3.2),
            Self::Question => Some(4.2),
            _ => None,
        }
    }
}

const CLOCK: &[Stroke] = &[Circle((0.0, 0.0), 6.0), Line(&[(0.0, -3.5), (0.0, 0.0), (2.5, 1.5)])];
const FLAG: &[Stroke] =
    &[Line(&[(-4.0, 6.0), (-4.0, -6.0), (5.0, -6.0), (3.0, -3.0), (5.0, 0.0), (-4.0, 0.0)])];
const UP: &[Stroke] =
    &[Line(&[(0.0, 4.5), (0.0, -4.5)]), Line(&[(-3.5, -1.0), (0.0, -4.5), (3.5, -1.0)])];
const DOWN: &[Stroke] =
    &[Line(&[(0.0, -4.5), (0.0, 4.5)]), Line(&[(-3.5, 1.0), (0.0, 4.5), (3.5, 1.0)])];
const LEVEL: &[Stroke] = &[Line(&[(-4.5, -2.0), (4.5, -2.0)]), Line(&[(-4.5, 2.0), (4.5, 2.0)])];
const WARNING: &[Stroke] =
    &[Line(&[(0.0, -5.5), (6.0, 5.0), (-6.0, 5.0), (0.0, -5.5)]), Line(&[(0.0, -1.5), (0.0, 1.5)])];
const PLUS: &[Stroke] = &[Line(&[(-5.0, 0.0), (5.0, 0.0)]), Line(&[(0.0, -5.0), (0.0, 5.0)])];
const CHECK: &[Stroke] = &[Line(&[(-5.0, 0.5), (-1.5, 4.0), (5.0, -4.0)])];
const CLOSE: &[Stroke] = &[Line(&[(-4.0, -4.0), (4.0, 4.0)]), Line(&[(4.0, -4.0), (-4.0, 4.0)])];
const SEARCH: &[Stroke] = &[Circle((-1.0, -1.0), 4.5), Line(&[(2.4, 2.4), (6.0, 6.0)])];
const FOLDER: &[Stroke] = &[Line(&[
    (-7.0, 5.5),
    (-7.0, -5.0),
    (-2.5, -5.0),
    (-0.5, -2.5),
    (7.0, -2.5),
    (7.0, 5.5),
    (-7.0, 5.5),
])];
const FILE: &[Stroke] = &[
    Line(&[(-5.0, -7.0), (1.5, -7.0), (5.0, -3.5), (5.0, 7.0), (-5.0, 7.0), (-5.0, -7.0)]),
    Line(&[(1.5, -7.0), (1.5, -3.5), (5.0, -3.5)]),
];
const QUESTION: &[Stroke] = &[
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
];
const MATRIX: &[Stroke] = &[
    Line(&[(-8.0, -7.5), (8.0, -7.5), (8.0, 7.5), (-8.0, 7.5), (-8.0, -7.5)]),
    Line(&[(-8.0, -2.5), (8.0, -2.5)]),
    Line(&[(-8.0, 2.5), (8.0, 2.5)]),
    Line(&[(-2.7, -7.5), (-2.7, 7.5)]),
    Line(&[(2.7, -7.5), (2.7, 7.5)]),
];
const SLIDERS: &[Stroke] = &[
    Line(&[(-5.5, -8.0), (-5.5, -1.5)]),
    Line(&[(-5.5, 3.5), (-5.5, 8.0)]),
    Circle((-5.5, 1.0), 2.3),
    Line(&[(0.0, -8.0), (0.0, -5.0)]),
    Line(&[(0.0, 0.0), (0.0, 8.0)]),
    Circle((0.0, -2.5), 2.3),
    Line(&[(5.5, -8.0), (5.5, 0.5)]),
    Line(&[(5.5, 5.5), (5.5, 8.0)]),
    Circle((5.5, 3.0), 2.3),
];
const LOCKED: &[Stroke] = &[
    Line(&[(-4.5, -0.5), (4.5, -0.5), (4.5, 6.0), (-4.5, 6.0), (-4.5, -0.5)]),
    Line(&[(-2.8, -0.5), (-2.8, -3.5), (-1.2, -5.8), (1.2, -5.8), (2.8, -3.5), (2.8, -0.5)]),
];
const UNLOCKED: &[Stroke] = &[
    Line(&[(-4.5, -0.5), (4.5, -0.5), (4.5, 6.0), (-4.5, 6.0), (-4.5, -0.5)]),
    Line(&[(-2.8, -0.5), (-2.8, -3.5), (-1.2, -5.8), (1.2, -5.8), (2.8, -4.2)]),
];
const BARS: &[Stroke] = &[
    Line(&[(-7.0, -5.5), (7.0, -5.5)]),
    Line(&[(-7.0, 0.0), (3.5, 0.0)]),
    Line(&[(-7.0, 5.5), (0.0, 5.5)]),
];
const FIRM: &[Stroke] = &[
    Line(&[(-8.0, -3.5), (8.0, -3.5), (8.0, 3.5), (-8.0, 3.5), (-8.0, -3.5)]),
    Line(&[(0.0, -7.5), (0.0, 7.5)]),
];
const TEAMS: &[Stroke] = &[
    Circle((-4.0, -3.5), 3.3),
    Line(&[(1.3, -6.6), (7.5, -6.6), (7.5, -0.4), (1.3, -0.4), (1.3, -6.6)]),
    Line(&[(0.0, 1.5), (4.0, 7.5), (-4.0, 7.5), (0.0, 1.5)]),
];
const COMPARE: &[Stroke] = &[
    Line(&[(-7.5, -6.5), (-1.5, -6.5), (-1.5, 6.5), (-7.5, 6.5), (-7.5, -6.5)]),
    Line(&[(1.5, -6.5), (7.5, -6.5), (7.5, 6.5), (1.5, 6.5), (1.5, -6.5)]),
];
const PANEL: &[Stroke] = &[
    Line(&[(-7.0, -5.5), (7.0, -5.5), (7.0, 5.5), (-7.0, 5.5), (-7.0, -5.5)]),
    Line(&[(2.5, -5.5), (2.5, 5.5)]),
];
