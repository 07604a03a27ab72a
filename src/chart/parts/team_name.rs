//! A team's mark with its name at the right of it: the head of a row.

use super::{TeamMark, team_mark};
use crate::chart::Scene;
use crate::chart::frame::{Frame, Set, Side};
use crate::look::{Role, TypeSize, Weight};
use crate::model::TeamId;

/// In points of the window: the mark, where it stands, and where a name without a number begins.
const MARK: f32 = 12.0;
const MARK_AT: f32 = 14.0;
pub const TEAM_NAME_AT: f32 = 27.0;

/// Draws it around a height, the name cut short before `right`. A team that isn't followed, where
/// one is, stands back.
pub fn team_name(
    frame: Frame,
    scene: &mut Scene,
    (mark, name): (TeamMark, &str),
    (middle, right): (f32, f32),
    standing: TeamStanding,
) {
    let role = match standing {
        TeamStanding::Back => Role::Control,
        TeamStanding::Front => Role::Team(mark.mark),
    };
    team_mark(frame, scene, mark, [frame.length(MARK_AT), middle], (MARK, role));
    let left = frame.length(TEAM_NAME_AT) + mark.beside(frame);
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    frame.text(scene, ([left, middle], Side::Start), name, set, right - left);
}

/// Whether a team's mark has its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamStanding {
    Front,
    Back,
}

impl TeamStanding {
    /// Of a team where another may be followed.
    pub fn of(team: &TeamId, followed: Option<&TeamId>) -> Self {
        match followed {
            Some(followed) if followed != team => Self::Back,
            _ => Self::Front,
        }
    }
}
