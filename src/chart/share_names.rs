//! The teams' names over their marks in the chart of shares: each once, over the first row where
//! its mark stands free.

use super::Scene;
use super::frame::{Frame, Set, Side};
use super::parts::TeamMark;
use crate::look::{Role, TypeSize, Weight};

/// Between two names at least, in points of the window.
const GAP: f32 = 8.0;

/// A team's name over a mark that stands free.
pub(super) struct Name<'a> {
    /// The mark, which tells the team from all others.
    pub of: TeamMark,
    pub name: &'a str,
    pub is_followed: bool,
    /// The middle of the mark.
    pub x: f32,
}

/// Which names are placed.
#[derive(Default)]
pub(super) struct Names {
    placed: Vec<TeamMark>,
    /// From where to where the next row has no room for names.
    kept: Vec<[f32; 2]>,
}

impl Names {
    /// Keeps stretches of the next row free of names: what hangs down into them.
    pub(super) fn keep_from(&mut self, stretches: impl IntoIterator<Item = [f32; 2]>) {
        self.kept.extend(stretches);
    }

    /// Puts those of a row's names that aren't placed yet at a height, where they run into no
    /// other; they come from left to right.
    pub(super) fn over<'a>(
        &mut self,
        frame: Frame,
        scene: &mut Scene,
        names: impl Iterator<Item = Name<'a>>,
        middle: f32,
    ) {
        let (kept, gap) = (std::mem::take(&mut self.kept), frame.length(GAP));
        let mut taken = f32::MIN;
        for Name { of, name, is_followed, x } in names {
            if self.placed.contains(&of) {
                continue;
            }
            let weight = if is_followed { Weight::SemiBold } else { Weight::Medium };
            let set = Set::new(TypeSize::Note, weight, Role::Ink);
            let width = frame.width_of(name, set).min(frame.width);
            let left = (x - width / 2.0).clamp(0.0, frame.width - width);
            let meets = |[from, to]: &[f32; 2]| left < to + gap && left + width + gap > *from;
            if left >= taken + gap && !kept.iter().any(meets) {
                frame.text(scene, ([left, middle], Side::Start), name, set, frame.width);
                taken = left + width;
                self.placed.push(of);
            }
        }
    }
}
