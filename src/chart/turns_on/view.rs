//! What these charts show: the teams that count, as they are drawn, and what was found of them.

use crate::chart::frame::{Frame, Set};
use crate::chart::parts::TeamMark;
use crate::chart::{Area, Scene};
use crate::evaluation::TurnsOn;
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::{Criterion, Scenario, TeamId, Tree};
use crate::text;

/// How large a team's mark is in lines of words, in points of the window.
pub(super) const MARK: f32 = 10.0;

/// What was found of a document's teams.
pub struct TurnsOnView<'a> {
    pub scenario: &'a Scenario,
    pub found: &'a TurnsOn,
    /// The team that is followed through the charts.
    pub followed: Option<&'a TeamId>,
    /// The teams' shares in whole per cents, as they are shown elsewhere.
    percents: Vec<Vec<u32>>,
}

impl<'a> TurnsOnView<'a> {
    pub fn new(scenario: &'a Scenario, found: &'a TurnsOn, followed: Option<&'a TeamId>) -> Self {
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let whole =
            |team: &crate::evaluation::WeighedTeam| text::percents(&tree, team.shares()).criteria;
        Self { scenario, found, followed, percents: found.teams.iter().map(whole).collect() }
    }

    /// A team's share of a criterion in whole per cents.
    pub(super) fn percent(&self, team: usize, criterion: usize) -> u32 {
        self.percents.get(team).and_then(|team| team.get(criterion)).copied().unwrap_or(0)
    }

    pub(super) fn name(&self, team: usize) -> &'a str {
        self.found.teams.get(team).map_or("", |team| team.result().team.label())
    }

    pub(super) fn id(&self, team: usize) -> Option<&'a TeamId> {
        self.found.teams.get(team).map(|team| &team.result().team.id)
    }

    pub(super) fn mark(&self, team: usize) -> TeamMark {
        self.id(team).map_or(TeamMark { mark: crate::look::Mark::Circle, number: None }, |id| {
            TeamMark::of(self.scenario, id)
        })
    }

    /// Whether another team than this one is followed.
    pub(super) fn stands_back(&self, team: usize) -> bool {
        self.followed.is_some_and(|followed| {
            self.id(team) != Some(followed)
                && self.found.teams.iter().any(|it| it.result().team.id == *followed)
        })
    }

    pub(super) fn criterion(&self, index: usize) -> Option<&'a Criterion> {
        self.scenario.criteria.get(index)
    }
}

/// The usual type of a row's name, its notes, and its numbers.
pub(super) fn name_set() -> Set {
    Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink)
}

pub(super) fn note_set() -> Set {
    Set::new(TypeSize::Note, Weight::Regular, Role::Ink2)
}

pub(super) fn number_set() -> Set {
    Set::new(TypeSize::Emphasis, Weight::SemiBold, Role::Ink)
}

/// A criterion's colour at the left of a row.
pub(super) fn swatch_of(frame: Frame, scene: &mut Scene, row: Area, criterion: &Criterion) {
    let bar = Area { width: frame.length(4.0), ..row };
    scene
        .fill(bar.grown(0.0, -frame.length(4.0)), Role::Criterion(Hue::of(criterion.hue.number())));
}

/// A bar on its ground, filled to a part of 0..1.
pub(super) fn part_bar(scene: &mut Scene, ground: Area, part: f64) {
    scene.fill(ground, Role::Sunken);
    scene.fill(Area { width: ground.width * part.clamp(0.0, 1.0) as f32, ..ground }, Role::Ink2);
}
