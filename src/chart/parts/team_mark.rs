//! What stands for a team: its mark, and a number where another team has the same.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Point, Scene};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Scenario, TeamId};

/// Between a mark and its number, in points of the window.
const BESIDE: f32 = 2.0;

/// A team's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamMark {
    pub mark: Mark,
    /// Which of the teams with this mark it is, in document order: 2, 3 …; none for the first.
    pub number: Option<usize>,
}

impl TeamMark {
    /// The mark of a team of a document; that of a first team where it isn't in it.
    pub fn of(scenario: &Scenario, id: &TeamId) -> Self {
        let place = scenario.teams.iter().position(|team| team.id == *id);
        let up_to = place.map_or(&[][..], |place| scenario.teams.get(..=place).unwrap_or_default());
        let mark = up_to.last().map_or(Mark::Circle, |team| Mark::of(team.mark.number()));
        let alike = up_to.iter().filter(|team| Mark::of(team.mark.number()) == mark).count();
        Self { mark, number: (alike > 1).then_some(alike) }
    }

    /// How much further to the right than a mark of this size it reaches.
    pub fn beside(self, frame: Frame) -> f32 {
        let number = self.number.map_or_else(String::new, |number| number.to_string());
        let gap = if number.is_empty() { 0.0 } else { frame.length(BESIDE) };
        gap + frame.width_of(&number, number_set(Role::Ink))
    }
}

fn number_set(role: Role) -> Set {
    Set::new(TypeSize::Scale, Weight::SemiBold, role)
}

/// The ground around a team's mark that lies on lines or on other marks.
pub fn team_halo(frame: Frame, scene: &mut Scene, mark: TeamMark, centre: Point, size: f32) {
    scene.mark(mark.mark, centre, frame.length(size + 2.0 * size::MARK_HALO), Role::Canvas);
}

/// Draws a team's mark around a point, `size` points of the window wide.
pub fn team_mark(
    frame: Frame,
    scene: &mut Scene,
    TeamMark { mark, number }: TeamMark,
    centre: Point,
    (size, role): (f32, Role),
) {
    scene.mark(mark, centre, frame.length(size), role);
    if let Some(number) = number {
        let left = centre[0] + frame.length(size / 2.0 + BESIDE);
        let ink = if role == Role::Control { Role::Ink3 } else { Role::Ink };
        let at = ([left, centre[1]], Side::Start);
        frame.text(scene, at, &number.to_string(), number_set(ink), f32::INFINITY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Appearance, Edit, Team};

    #[test]
    fn teams_beyond_the_eighth_have_a_number_and_no_two_look_alike() {
        let mut scenario = Scenario::new("s");
        for index in 0..20 {
            let marks = scenario.teams.iter().map(|team| team.mark.number());
            let mark = Appearance::default().with_numbers(marks).mark();
            let id = TeamId::new(&format!("t{index}")).unwrap();
            let team = Team::new(id, "T", mark);
            scenario = scenario.edited(&Edit::AddTeam(team, index)).unwrap();
        }
        let marks: Vec<TeamMark> =
            scenario.teams.iter().map(|team| TeamMark::of(&scenario, &team.id)).collect();
        assert!(marks[..8].iter().all(|mark| mark.number.is_none()), "{marks:?}");
        assert_eq!(marks[8], TeamMark { mark: Mark::Circle, number: Some(2) });
        for (place, mark) in marks.iter().enumerate() {
            assert!(!marks[..place].contains(mark), "{mark:?}");
        }
    }
}
