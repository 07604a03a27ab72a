//! The teams: their weights side by side, their rankings joined by lines, and how far they agree.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Sense, Ui, WidgetInfo, vec2};

use super::StagePanel;
use super::title::heading_ui;
use crate::chart::{Frame, RankColumn, Scene, ShareRow, Subject, TeamShare, ranks, shares};
use crate::evaluation::{SideBySide, WeighedTeam, Weighting};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{OptionId, Scenario, Team, TeamId};
use crate::session::results::{Known, SideBySideOfWeighed, WeighedTeams};
use crate::text::{self as words};
use crate::ui::panels::answer::{evaluation, last_ui};
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::kept::{Kept, Same};
use crate::ui::widgets::{button, scene};
use crate::ui::{Action, Command, ViewContext};

/// From this width on the two charts stand side by side.
const TWO_COLUMNS: f32 = 900.0;
const GAP: f32 = 48.0;
/// What is said of agreement takes so much.
const AGREEMENT_WIDTH: f32 = 340.0;
/// More teams than these have no room for their names in half of the page.
const MOST_IN_COLUMNS: usize = 8;

/// What the page keeps between frames.
#[derive(Default)]
pub struct TeamsPanel {
    /// The team that the pointer is over, followed through the charts.
    hovered: Option<TeamId>,
    charts: Kept<ChartsOf, Charts>,
}

/// What the charts are built of: results, the team that is followed, width, and the faces that they
/// are set in.
type ChartsOf = (Same<Scenario>, Same<WeighedTeams>, Followed, u32, usize);

/// The team that is followed, and the options that lead under the weighting that is shown.
type Followed = (Option<TeamId>, Vec<OptionId>);

struct Charts {
    ranks: Scene,
    shares: Scene,
}

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

impl StagePanel for TeamsPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        pick_by_key(context, ui);
        let Some(known) = last_ui(&context.session.ask(&SideBySideOfWeighed), ui) else { return };
        let (scenario, results) = (known.scenario(), &known.results);
        egui::ScrollArea::vertical().id_salt("teams").auto_shrink([false, false]).show(ui, |ui| {
            ui.add_space(14.0);
            if results.weighed.is_empty() {
                heading_ui(words::teams::none_counts(scenario), TypeSize::Headline, ui);
                left_out_ui(scenario, results, ui);
                button::link_command_ui(context.window(), ui, Command::AddTeam);
                return;
            }
            self.charts_ui(context, &known, ui);
            ui.add_space(size::CANVAS_PADDING);
        });
    }
}

/// 1 to 9 show a team in the whole window, 0 the mean, where nothing lies over the page.
fn pick_by_key(context: ViewContext, ui: &Ui) {
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some())
        || egui::Popup::is_any_open(ui.ctx());
    if is_covered || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let teams = &context.session.scenario().teams;
    let team = DIGITS.into_iter().position(pressed).and_then(|place| teams.get(place));
    if let Some(team) = team {
        context.queue.push(Action::Show(Weighting::Team(team.id.clone())));
    }
    if pressed(Key::Num0) {
        context.queue.push(Action::Show(Weighting::Mean));
    }
}

const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

impl TeamsPanel {
    /// The team that is followed: the one under the pointer, else the one whose weighting the
    /// window shows.
    fn followed(&self, context: ViewContext) -> Option<TeamId> {
        self.hovered.clone().or_else(|| match &context.session.weighting {
            Weighting::Mean => None,
            Weighting::Team(team) => Some(team.clone()),
        })
    }

    /// Everything under the heading.
    fn charts_ui(&mut self, context: ViewContext, known: &Known<WeighedTeams>, ui: &mut Ui) {
        let (scenario, results) = (known.scenario(), &known.results);
        let has_few = results.weighed.len() <= MOST_IN_COLUMNS;
        let is_wide = ui.available_width() >= TWO_COLUMNS && has_few;
        let width = if is_wide {
            (ui.available_width() - GAP - 16.0) / 2.0
        } else {
            ui.available_width() - 16.0
        };
        let frame = Frame::screen(width, context.measurer);
        let followed = (self.followed(context), leaders(context));
        let results_of = (Same(Arc::clone(scenario)), Same(Arc::clone(&known.result)));
        let (shown, faces) = (width.to_bits(), context.measurer.faces_found());
        let key = (results_of.0, results_of.1, followed.clone(), shown, faces);
        let charts = self.charts.get(key, || Charts::new(frame, known, &followed));
        head_ui(scenario, results, &charts.ranks.heading, ui);
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

/// The heading with whom it counts, and how far the teams agree: at the right of it where there is
/// room, else below.
fn head_ui(scenario: &Scenario, results: &SideBySide, heading: &str, ui: &mut Ui) {
    let heading_ui = |ui: &mut Ui| {
        heading_ui(heading, TypeSize::Headline, ui);
        note_ui(words::teams::OWN_EVERYTHING, ui);
        left_out_ui(scenario, results, ui);
    };
    let beside = ui.available_width() - AGREEMENT_WIDTH - GAP;
    if beside < AGREEMENT_WIDTH {
        heading_ui(ui);
        ui.add_space(4.0);
        return agreement_ui(results, ui);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.vertical(|ui| {
            ui.set_width(beside);
            heading_ui(ui);
        });
        ui.vertical(|ui| agreement_ui(results, ui));
    });
}

/// The options that are first under the weighting that is shown.
fn leaders(context: ViewContext) -> Vec<OptionId> {
    let Some(shown) = evaluation(context) else { return Vec::new() };
    let options = shown.evaluation.ranking.winners().filter_map(|winner| {
        shown.scenario.options.get(winner.option).map(|option| option.id.clone())
    });
    options.collect()
}

fn team_of(subject: Option<Subject>) -> Option<TeamId> {
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

fn note_ui(words: &str, ui: &mut Ui) {
    ui.label(egui::RichText::new(words).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
}

/// The teams that aren't shown, and why.
fn left_out_ui<'a>(scenario: &'a Scenario, results: &SideBySide, ui: &mut Ui) {
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
