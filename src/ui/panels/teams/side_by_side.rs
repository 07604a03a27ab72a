//! The teams' weights side by side, their rankings joined by lines, and how far they agree.

use std::sync::Arc;

use egui::{Id, Sense, Ui, WidgetInfo, vec2};

use super::page::{Charts, Followed, GAP, Page, SCROLL_BAR, TWO_COLUMNS, TeamsPanel, note_ui};
use crate::chart::{Frame, RankColumn, Scene, ShareRow, Subject, TeamShare, ranks, shares};
use crate::evaluation::{SideBySide, WeighedTeam, Weighting};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{OptionId, Scenario, Team, TeamId};
use crate::session::results::{Known, WeighedTeams};
use crate::text::{self as words, TeamFirsts};
use crate::ui::panels::answer::evaluation;
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::kept::Same;
use crate::ui::widgets::{button, scene};
use crate::ui::{Action, Command, ViewContext};

/// What is said of agreement takes so much.
const AGREEMENT_WIDTH: f32 = 340.0;
/// More teams than these have no room for their names in half of the page.
const MOST_IN_COLUMNS: usize = 8;

impl Charts {
    fn new(frame: Frame, known: &Known<WeighedTeams>, (followed, leaders): &Followed) -> Self {
        let scenario = known.scenario();
        let followed = followed.as_ref();
        Self {
            ranks: ranks(frame, scenario, &rank_columns(scenario, known, followed), leaders),
            shares: share_scene(frame, scenario, &known.results, followed),
        }
    }
}

/// Who puts what first, over all that count.
pub(super) fn first_places(page: Page) -> String {
    let (scenario, teams) = (page.scenario(), page.known);
    let columns = rank_columns(scenario, teams, None);
    let firsts = columns.iter().map(|column| TeamFirsts {
        team: column.name,
        options: &column.firsts,
        may_change: column.may_change,
    });
    words::first_places(scenario, &firsts.collect::<Vec<_>>())
}

impl TeamsPanel {
    /// The teams' weights and rankings side by side.
    pub(super) fn side_by_side_ui(&mut self, page: Page, ui: &mut Ui) {
        let (context, known, scenario) = (page.context, page.known, page.scenario());
        let has_few = known.results.weighed.len() <= MOST_IN_COLUMNS;
        let is_wide = ui.available_width() >= TWO_COLUMNS && has_few;
        let width = if is_wide {
            (ui.available_width() - GAP - SCROLL_BAR) / 2.0
        } else {
            ui.available_width() - SCROLL_BAR
        };
        let frame = Frame::screen(width, context.measurer);
        let followed = (page.followed.cloned(), leaders(context));
        let results_of = (Same(Arc::clone(scenario)), Same(Arc::clone(&known.result)));
        let (shown, faces) = (width.to_bits(), context.measurer.faces_found());
        let key = (results_of.0, results_of.1, followed.clone(), shown, faces);
        let charts = self.charts.get(key, || Charts::new(frame, known, &followed));
        ui.scope(|ui| agreement_ui(&known.results, ui));
        ui.add_space(12.0);
        let pointed = if is_wide {
            let side_by_side = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                shares_ui(&charts.shares, width, ui);
                ranks_ui(&charts.ranks, width, ui)
            });
            side_by_side.inner
        } else {
            shares_ui(&charts.shares, width, ui);
            ui.add_space(20.0);
            ranks_ui(&charts.ranks, width, ui)
        };
        ui.add_space(16.0);
        ui.horizontal_wrapped(|ui| {
            for command in [Command::AddTeam, Command::DuplicateTeam] {
                button::command_ui(context.window(), ui, command);
            }
        });
        self.hovered = team_of(pointed.hovered);
        if let Some(team) = team_of(pointed.clicked) {
            context.queue.push(Action::Show(Weighting::Team(team)));
        }
    }
}

/// The options that are first under the weighting that is shown.
fn leaders(context: ViewContext) -> Vec<OptionId> {
    let Some(shown) = evaluation(context) else { return Vec::new() };
    let options = shown.evaluation.ranking.winners().filter_map(|winner| {
        shown.scenario.options.get(winner.option).map(|option| option.id.clone())
    });
    options.collect()
}

pub(super) fn team_of(subject: Option<Subject>) -> Option<TeamId> {
    match subject {
        Some(Subject::Team(team)) => Some(team),
        _ => None,
    }
}

fn shares_ui(shares: &Scene, width: f32, ui: &mut Ui) {
    ui.vertical(|ui| {
        ui.set_width(width);
        heading_ui(words::teams::WEIGHTS_SIDE_BY_SIDE, TypeSize::PanelTitle, ui);
        note_ui(words::teams::WIDEST_FIRST, ui);
        scene::ui(Id::unique("shares chart"), shares, ui);
    });
}

fn ranks_ui(ranks: &Scene, width: f32, ui: &mut Ui) -> scene::Pointed {
    let shown = ui.vertical(|ui| {
        ui.set_width(width);
        heading_ui(words::teams::RANKS, TypeSize::PanelTitle, ui);
        note_ui(words::teams::RANKS_NOTE, ui);
        scene::ui(Id::unique("ranks chart"), ranks, ui)
    });
    shown.inner
}

/// The teams that aren't shown, and why.
pub(super) fn left_out_ui<'a>(page: Page<'a>, ui: &mut Ui) {
    let (scenario, results) = (page.scenario(), &page.known.results);
    let is_shown =
        |team: &&Arc<Team>| results.weighed.iter().any(|shown| shown.result().team.id == team.id);
    let left = scenario.teams.iter().filter(|team| !is_shown(team));
    let (open, sealed): (Vec<_>, Vec<_>) = left.partition(|team| team.opened().is_some());
    let names = |teams: Vec<&'a Arc<Team>>| -> Vec<&'a str> {
        teams.into_iter().map(|team| team.label()).collect()
    };
    if !open.is_empty() || !sealed.is_empty() {
        note_ui(&words::teams::not_shown(&names(open), &names(sealed)), ui);
    }
}

/// The mean of ρ as a number, in words, and on a bar with the marks at which the words change.
fn agreement_ui(results: &SideBySide, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let Some(mean_rho) = results.agreement.mean_rho else {
        note_ui(words::teams::NO_AGREEMENT, ui);
        return;
    };
    ui.set_max_width(AGREEMENT_WIDTH.min(ui.available_width()));
    let font = font_id(TypeSize::Emphasis, Weight::SemiBold);
    let found = &results.agreement;
    let told = words::teams::agreement_by(mean_rho, &found.first_places, results.weighed.len());
    let response = ui.label(egui::RichText::new(&told).font(font));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    ui.painter().rect_filled(bar, 3.0, theme.colour(Role::Sunken));
    let at = |rho: f32| egui::lerp(bar.x_range(), f32::midpoint(rho, 1.0));
    let filled = egui::Rect::from_x_y_ranges(bar.left()..=at(mean_rho as f32), bar.y_range());
    ui.painter().rect_filled(filled, 3.0, theme.colour(Role::Ink2));
    for mark in [-0.3, 0.1, 0.3, 0.5, 0.7] {
        ui.painter().vline(at(mark), bar.y_range(), theme.stroke(size::MARK_HALO, Role::Canvas));
    }
    ui.label(egui::RichText::new(words::teams::MEAN_RHO).small().color(theme.colour(Role::Ink3)));
}

fn share_scene(
    frame: Frame,
    scenario: &Scenario,
    results: &SideBySide,
    followed: Option<&TeamId>,
) -> Scene {
    let teams: Vec<TeamShare> =
        results.weighed.iter().map(|team| TeamShare::new(scenario, team, followed)).collect();
    shares(frame, &teams, ShareRow::all(scenario, results))
}

/// The teams' rankings in the order in which lines cross least.
fn rank_columns<'a>(
    scenario: &Scenario,
    teams: &'a WeighedTeams,
    followed: Option<&TeamId>,
) -> Vec<RankColumn<'a>> {
    let in_order = teams.order.iter().filter_map(|place| teams.results.weighed.get(*place));
    let column = |team: &'a WeighedTeam| {
        let ranks = team.ranking().ranks(scenario.options.len());
        RankColumn::new(scenario, team, ranks, followed)
    };
    in_order.map(column).collect()
}
