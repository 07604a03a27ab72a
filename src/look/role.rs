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
    ErrorTint,
    Ok,
    OptionTone(Tone),
    OptionOutline(Tone),
    OnOption(Tone),
    Heat(Heat),
    OnHeat(Heat),
    Criterion(Hue),
    /// What a criterion's bar has not filled: a tint of its hue.
    CriterionTrack(Hue),
    OnCriterion(Hue),
    Team(Mark),
}

/// The greys of the options that do not lead, strongest first; the leader has [`Role::Lead`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    One,
    Two,
    Three,
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

/// A step of a heat map, from the ground itself to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Heat {
    Zero,
    One,
    Two,
    Three,
    Four,
}

impl Tone {
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];
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

impl Heat {
    pub const ALL: [Self; 5] = [Self::Zero, Self::One, Self::Two, Self::Three, Self::Four];

    /// The step with a number, 0 to 4; what lies above counts as 4.
    #[must_use]
    pub const fn of(step: u8) -> Self {
        // Four is the last of five.
        Self::ALL[if step > 4 { 4 } else { step as usize }]
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

    #[test]
    fn heat_above_the_strongest_step_is_the_strongest() {
        assert_eq!(Heat::of(0), Heat::Zero);
        assert_eq!(Heat::of(4), Heat::Four);
        assert_eq!(Heat::of(200), Heat::Four);
    }
}
