//! What colours are for: the names a painter uses instead of colours.

use super::mark::Mark;

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground of content.
    Canvas,
    /// The ground of bars and inspector.
    Chrome,
    Raised,
    Sunken,
    /// The ground of what the pointer is over.
    Hover,
    /// Rules that only decorate.
    Line,
    /// Borders of controls, and axes.
    Control,
    Ink,
    /// Text of second rank.
    Ink2,
    /// Text of third rank, the palest that can still be read on every ground.
    Ink3,
    /// The leader, the focus, the action.
    Lead,
    OnLead,
    LeadTint,
    LeadLine,
    WarnMark,
    WarnText,
    WarnTint,
    Error,
    Ok,
    /// An option that doesn't lead, the first of several; then the second and all later ones, whose
    /// areas have an edge.
    OptionTone,
    OptionTone2,
    OptionTone3,
    OptionEdge,
    /// How much of something there is, in a table.
    Heat(Heat),
    OnHeat(Heat),
    Criterion(Hue),
    /// What a criterion's bar has not filled: a tint of its hue.
    CriterionTrack(Hue),
    OnCriterion(Hue),
    Team(Mark),
}

/// A step of heat, from nothing to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Heat {
    None,
    Little,
    Some,
    Much,
    Most,
}

impl Heat {
    pub const ALL: [Self; 5] = [Self::None, Self::Little, Self::Some, Self::Much, Self::Most];

    /// The step of a part of a whole.
    #[must_use]
    pub fn of(part: f64) -> Self {
        match part {
            part if part <= 0.0 => Self::None,
            part if part <= 0.2 => Self::Little,
            part if part <= 0.4 => Self::Some,
            part if part <= 0.7 => Self::Much,
            _ => Self::Most,
        }
    }
}

/// The hue of a criterion. Light and dark ones alternate, so that washed-out neighbours still
/// differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hue {
    Ochre,
    Clay,
    Mauve,
    Steel,
    Sage,
    Teal,
    Sand,
    Plum,
}

impl Hue {
    pub const ALL: [Self; 8] = [
        Self::Ochre,
        Self::Clay,
        Self::Mauve,
        Self::Steel,
        Self::Sage,
        Self::Teal,
        Self::Sand,
        Self::Plum,
    ];

    /// The hue with a number of the document, 1 to 8; from the ninth they repeat.
    #[must_use]
    pub const fn of(number: u8) -> Self {
        // A remainder of eight is below the eight there are.
        Self::ALL[(number.wrapping_sub(1) % 8) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hues_are_numbered_from_one_and_repeat_from_the_ninth() {
        assert_eq!(Hue::of(1), Hue::Ochre);
        assert_eq!(Hue::of(8), Hue::Plum);
        assert_eq!(Hue::of(9), Hue::Ochre);
        assert_eq!(Hue::of(0), Hue::Plum);
    }
}
