//! The sign of a team: its mark, and its number where another team has that mark already.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Point, Scene};
use crate::look::{Mark, Role, TypeSize, Weight};
use crate::model::{Scenario, TeamId};

/// From a mark to its number, in points of the window.
const NUMBER_GAP: f32 = 2.0;

/// What stands for a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamSign {
    pub mark: Mark,
    /// The place of the team among all, from 1: there are eight marks, and maybe more teams.
    pub number: Option<usize>,
}

impl TeamSign {
    /// The sign of a team of a document; none where it isn't there.
    pub fn of(scenario: &Scenario, team: &TeamId) -> Option<Self> {
        let place = scenario.teams.iter().position(|known| known.id == *team)?;
        let (before, from) = scenario.teams.split_at(place);
        let mark = Mark::of(from.first()?.mark.number());
        let is_taken = before.iter().any(|other| Mark::of(other.mark.number()) == mark);
        Some(Self { mark, number: is_taken.then_some(place + 1) })
    }

    /// How much wider than its mark a sign is.
    pub fn beyond_mark(self, frame: Frame) -> f32 {
        let width = |number: usize| frame.width_of(&number.to_string(), number_set());
        self.number.map_or(0.0, |number| frame.length(NUMBER_GAP) + width(number))
    }

    /// Draws it, the middle of its mark on a point.
    pub fn draw(self, frame: Frame, scene: &mut Scene, centre: Point, size: f32) {
        scene.mark(self.mark, centre, size, Role::Team(self.mark));
        if let Some(number) = self.number {
            let at = [centre[0] + size / 2.0 + frame.length(NUMBER_GAP), centre[1]];
            let words = number.to_string();
            frame.text(scene, (at, Side::Start), &words, number_set(), f32::INFINITY);
        }
    }
}

fn number_set() -> Set {
    Set::new(TypeSize::Note, Weight::SemiBold, Role::Ink2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mark as Number, Team};

    #[test]
    fn no_two_teams_have_one_sign() {
        let mut scenario = Scenario::new("a");
        for place in 0..20 {
            let id = TeamId::new(&format!("t{place}")).unwrap();
            // The second takes the mark of the first by choice.
            let number = if place == 1 { Number::nth(0) } else { Number::nth(place) };
            scenario.teams.push(Team::new(id, "Team", number).into());
        }
        let ids: Vec<TeamId> = scenario.teams.iter().map(|team| team.id.clone()).collect();
        let signs: Vec<TeamSign> =
            ids.iter().map(|id| TeamSign::of(&scenario, id).unwrap()).collect();
        for (place, sign) in signs.iter().enumerate() {
            assert!(!signs[..place].contains(sign), "{place}: {sign:?}");
        }
        let numbers: Vec<Option<usize>> = signs.iter().map(|sign| sign.number).collect();
        assert_eq!(numbers[..4], [None, Some(2), None, None]);
        assert_eq!(numbers[8..10], [Some(9), Some(10)]);
        assert_eq!(TeamSign::of(&scenario, &TeamId::new("nobody").unwrap()), None);
    }
}
