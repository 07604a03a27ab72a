//! What the page of teams keeps between frames, and what its views are drawn from.

use std::sync::Arc;

use egui::Ui;

use crate::chart::Scene;
use crate::evaluation::{TurnsOn, Weighting};
use crate::look::Role;
use crate::model::{OptionId, Scenario, TeamId};
use crate::session::results::{Known, ThenAndNow, WeighedTeams};
use crate::ui::ViewContext;
use crate::ui::theme::Theme;
use crate::ui::widgets::kept::{Kept, Same};

/// From this width on charts stand side by side.
pub(super) const TWO_COLUMNS: f32 = 900.0;
pub(super) const GAP: f32 = 48.0;
/// What the scroll bar takes.
pub(super) const SCROLL_BAR: f32 = 16.0;

/// What is shown of the teams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum View {
    #[default]
    SideBySide,
    TurnsOn,
    ThenAndNow,
}

/// What the page keeps between frames.
#[derive(Default)]
pub struct TeamsPanel {
    pub(super) view: View,
    /// The team that the pointer is over, followed through the charts.
    pub(super) hovered: Option<TeamId>,
    pub(super) charts: Kept<ChartsOf, Charts>,
    pub(super) turning: Kept<TurningOf, Turning>,
    pub(super) then: Kept<ThenOf, Then>,
    /// The option that roads and mends are told of; none: that which takes least.
    pub(super) option: Option<OptionId>,
    /// The two teams that are asked where they differ, and the team that was shown last: the two
    /// last that were chosen are the two.
    pub(super) pair: [Option<TeamId>; 2],
    pub(super) shown: Option<TeamId>,
}

/// What the charts are built of: results, the team that is followed, width, and the faces that they
/// are set in.
pub(super) type ChartsOf = (Same<Scenario>, Same<WeighedTeams>, Followed, u32, usize);

/// The team that is followed, and the options that lead under the weighting that is shown.
pub(super) type Followed = (Option<TeamId>, Vec<OptionId>);

pub(super) struct Charts {
    pub ranks: Scene,
    pub shares: Scene,
}

/// What the charts are built of: what was found, the option that is told of, the team that is
/// followed, width, and the faces that they are set in.
pub(super) type TurningOf = (Same<TurnsOn>, Option<OptionId>, Option<TeamId>, u32, usize);

/// The charts.
pub(super) struct Turning {
    pub crux: Scene,
    pub losses: Option<Scene>,
    pub road: Option<Scene>,
    pub mends: Scene,
    /// The chosen option's scores, freely and inside their ranges.
    pub scales: [Option<Scene>; 2],
}

/// What the charts of then and now are built of.
pub(super) type ThenOf = (Same<ThenAndNow>, Option<TeamId>, u32, usize);

/// The charts of then and now.
pub(super) struct Then {
    pub gut: Option<Scene>,
    /// Round by round, each under what it goes from and to.
    pub rounds: Vec<(String, Scene)>,
}

/// What a view is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub context: ViewContext<'a>,
    pub known: &'a Known<WeighedTeams>,
    /// The team that is followed through the charts.
    pub followed: Option<&'a TeamId>,
}

impl<'a> Page<'a> {
    /// The state of the document that the results are of.
    pub fn scenario(&self) -> &'a Arc<Scenario> {
        self.known.scenario()
    }
}

impl TeamsPanel {
    /// The team that is followed: the one under the pointer, else the one whose weighting the
    /// window shows.
    pub(super) fn followed(&self, context: ViewContext) -> Option<TeamId> {
        self.hovered.clone().or_else(|| match &context.session.weighting {
            Weighting::Mean => None,
            Weighting::Team(team) => Some(team.clone()),
        })
    }
}

/// Shows a sentence of second rank; nothing where there is none.
pub(super) fn note_ui(words: &str, ui: &mut Ui) {
    if !words.is_empty() {
        ui.label(egui::RichText::new(words).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
    }
}
