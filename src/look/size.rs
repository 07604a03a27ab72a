//! How large things are: type, space, frame, radii, strokes, durations. Lengths are points of an
//! unscaled window.

use std::time::Duration;

/// The sizes of type in window and report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum TypeSize {
    /// The rail, and the digits of scales.
    Scale = 11,
    Note = 12,
    Body = 13,
    Emphasis = 14,
    PanelTitle = 15,
    KeyNumber = 17,
    /// Headlines, and scores in the matrix.
    Headline = 20,
    Large = 26,
    Huge = 36,
}

/// The sizes of type thrown by a projector; none is under 24 point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum ProjectorSize {
    Note = 24,
    Body = 32,
    Emphasis = 36,
    Headline = 40,
    Huge = 56,
}

impl TypeSize {
    #[must_use]
    pub fn points(self) -> f32 {
        f32::from(self as u8)
    }
}

impl ProjectorSize {
    /// What stands on a projector for a size of the window.
    #[must_use]
    pub fn of(size: TypeSize) -> Self {
        match size {
            TypeSize::Scale | TypeSize::Note => Self::Note,
            TypeSize::Body => Self::Body,
            TypeSize::Emphasis | TypeSize::PanelTitle => Self::Emphasis,
            TypeSize::KeyNumber | TypeSize::Headline => Self::Headline,
            TypeSize::Large | TypeSize::Huge => Self::Huge,
        }
    }

    #[must_use]
    pub fn points(self) -> f32 {
        f32::from(self as u8)
    }
}

/// What a drawing is looked at on; it decides how large everything in it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Medium {
    Screen,
    /// Seen from the last row of a room.
    Projector,
    Paper,
}

impl Medium {
    /// A size of type in points.
    #[must_use]
    pub fn points(self, size: TypeSize) -> f32 {
        match self {
            Self::Screen | Self::Paper => size.points(),
            Self::Projector => ProjectorSize::of(size).points(),
        }
    }

    /// How much longer a length is than on a screen: as much as the size of type that grows most,
    /// so that words fit where they do there.
    #[must_use]
    pub fn stretch(self) -> f32 {
        self.points(TypeSize::Emphasis) / TypeSize::Emphasis.points()
    }
}

/// The distance of two baselines as a multiple of the size of type.
pub const LINE_HEIGHT: f32 = 1.45;

pub const TOP_BAR_HEIGHT: f32 = 48.0;
pub const RAIL_WIDTH: f32 = 72.0;
pub const INSPECTOR_WIDTH: f32 = 288.0;
pub const STATUS_HEIGHT: f32 = 26.0;
pub const CANVAS_PADDING: f32 = 24.0;
/// Below this width of the window the inspector lies over the content.
pub const OVERLAY_BELOW_WIDTH: f32 = 1280.0;

pub const BADGE_RADIUS: f32 = 4.0;
pub const CONTROL_RADIUS: f32 = 6.0;
pub const PANEL_RADIUS: f32 = 8.0;
/// A panel that floats over others.
pub const FLOATING_RADIUS: f32 = 10.0;

pub const RULE_STROKE: f32 = 1.0;
pub const ICON_STROKE: f32 = 1.5;
pub const FOCUS_STROKE: f32 = 2.5;
pub const MARK_STROKE: f32 = 3.0;
/// The line that follows the leader.
pub const LEADING_STROKE: f32 = 4.0;
/// Canvas left free around a mark.
pub const MARK_HALO: f32 = 2.0;
/// The distance of equal marks that are stacked.
pub const MARK_STACK_STEP: f32 = 15.0;
/// The lines of a hatch: how wide, and from one to the next.
pub const HATCH_STROKE: f32 = 2.0;
pub const HATCH_STEP: f32 = 7.0;

/// What a score of zero leaves at the edge of its block.
pub const ZERO_STUB_WIDTH: f32 = 2.0;
/// A part of a bar has its value printed inside when it is wider than this.
pub const VALUE_INSIDE_ABOVE_WIDTH: f32 = 36.0;

pub const COLOUR_DURATION: Duration = Duration::from_millis(90);
/// Eased out.
pub const SORT_DURATION: Duration = Duration::from_millis(220);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_their_numbers() {
        assert!((TypeSize::Scale.points() - 11.0).abs() < f32::EPSILON);
        assert!((TypeSize::Huge.points() - 36.0).abs() < f32::EPSILON);
        assert!((ProjectorSize::Body.points() - 32.0).abs() < f32::EPSILON);
    }

    #[test]
    fn nothing_on_a_projector_is_under_24_points_and_body_is_32() {
        let all = [
            TypeSize::Scale,
            TypeSize::Note,
            TypeSize::Body,
            TypeSize::Emphasis,
            TypeSize::PanelTitle,
            TypeSize::KeyNumber,
            TypeSize::Headline,
            TypeSize::Large,
            TypeSize::Huge,
        ];
        let thrown = all.map(|size| Medium::Projector.points(size));
        assert!(thrown.iter().all(|points| *points >= 24.0), "{thrown:?}");
        assert!(thrown.is_sorted(), "a larger size stays a larger one: {thrown:?}");
        assert!((Medium::Projector.points(TypeSize::Body) - 32.0).abs() < f32::EPSILON);
        assert!((Medium::Paper.stretch() - 1.0).abs() < f32::EPSILON);
        let grown = |size: TypeSize| Medium::Projector.points(size) / size.points();
        assert!(all.into_iter().all(|size| grown(size) <= Medium::Projector.stretch()));
    }
}
