//! The teams: their weights side by side, their rankings joined by lines, and how far they agree.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, RichText, Sense, Ui, WidgetInfo, vec2};

use super::StagePanel;
use super::result::heading_ui;
use crate::chart::{Frame, RankColumn, Scene, ShareRow, Subject, TeamShare, ranks, shares};
use crate::evaluation::{SideBySide, WeighedTeam};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Scenario, Team, TeamId};
use crate::session::results::{Known, SideBySideOfWeighed, WeighedTeams};
use crate::text::{self as words};
use crate::ui::panels::answer::last_ui;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::kept::{Kept, Same};
use crate::ui::widgets::{button, mark, scene};
use crate::ui::{Command, ViewContext};

/// From this width on the two charts stand side by side.
const TWO_COLUMNS: f32 = 900.0;
const GAP: f32 = 48.0;

/// What the page keeps between frames.
#[derive(Default)]
pub struct TeamsPanel {
    /// The team that is followed through the charts.
    followed: Option<TeamId>,
    charts: Kept<ChartsOf, Charts>,
}

/// What the charts are built of: results, the team that is followed, width, and the faces that they
/// are set in.
type ChartsOf = (Same<Scenario>, Same<WeighedTeams>, Option<TeamId>, u32, usize);

struct Charts {
    ranks: Scene,
    shares: Scene,
}

impl Charts {
    fn new(frame: Frame, known: &Known<WeighedTeams>, followed: Option<&TeamId>) -> Self {
        let scenario = known.scenario();
        Self {
            ranks: ranks(frame, scenario, &rank_columns(scenario, known, followed)),
            shares: share_scene(frame, scenario, &known.results, followed),
        }
    }
}

impl StagePanel for TeamsPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        self.follow_by_key(context.session.scenario(), ui);
        let Some(known) = last_ui(&context.session.ask(&SideBySideOfWeighed), ui) else { return };
        let (scenario, results) = (known.scenario(), &known.results);
        let mut hovered = None;
        egui::ScrollArea::vertical().id_salt("teams").auto_shrink([false, false]).show(ui, |ui| {
            ui.add_space(14.0);
            if results.weighed.is_empty() {
                heading_ui(words::teams::none_counts(scenario), TypeSize::Headline, ui);
                left_out_ui(scenario, results, ui);
                button::link_command_ui(context.window(), ui, Command::AddTeam);
                return;
            }
            hovered = self.charts_ui(context, &known, ui);
            ui.add_space(size::CANVAS_PADDING);
        });
        if let Some(team) = hovered {
            self.followed = Some(team);
        }
    }
}

impl TeamsPanel {
    /// 1 to 8 follow a team, 0 and Escape none.
    fn follow_by_key(&mut self, scenario: &Scenario, ui: &Ui) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let keys = [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
        ];
        if let Some(team) =
            keys.into_iter().position(pressed).and_then(|place| scenario.teams.get(place))
        {
            self.followed = Some(team.id.clone());
        }
        if pressed(Key::Num0) || pressed(Key::Escape) {
            self.followed = None;
        }
    }

    /// Everything under the heading; gives the team that was pointed at.
    fn charts_ui(
        &mut self,
        context: ViewContext,
        known: &Known<WeighedTeams>,
        ui: &mut Ui,
    ) -> Option<TeamId> {
        let (scenario, results) = (known.scenario(), &known.results);
        let is_wide = ui.available_width() >= TWO_COLUMNS;
        let width = if is_wide {
            (ui.available_width() - GAP - 16.0) / 2.0
        } else {
            ui.available_width() - 16.0
        };
        let frame = Frame::screen(width, context.measurer);
        let followed = self.followed.clone();
        let results_of = (Same(Arc::clone(scenario)), Same(Arc::clone(&known.result)));
        let (shown, faces) = (width.to_bits(), context.measurer.faces_found());
        let key = (results_of.0, results_of.1, followed.clone(), shown, faces);
        let charts = self.charts.get(key, || Charts::new(frame, known, followed.as_ref()));
        heading_ui(&charts.ranks.heading, TypeSize::Headline, ui);
        note_ui(words::teams::OWN_EVERYTHING, ui);
        left_out_ui(scenario, results, ui);
        agreement_ui(results, ui);
        let named = legend_ui(results, followed.as_ref(), ui);
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
        let pointed = match pointed.clicked.or(pointed.hovered) {
            Some(Subject::Team(team)) => Some(team),
            _ => None,
        };
        named.or(pointed)
    }
}

/// The teams by mark and name; the one that the pointer is over, or that is pressed, is
/// followed.
fn legend_ui(results: &SideBySide, chosen: Option<&TeamId>, ui: &mut Ui) -> Option<TeamId> {
    let mut followed = None;
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for result in results.weighed.iter().map(WeighedTeam::result) {
            let theme = Theme::of(ui.ctx());
            let is_followed = chosen == Some(&result.team.id);
            // The mark of direction keeps the room for the team's mark at the left, whatever
            // direction the name has.
            let words = format!("\u{200E}     {}", result.team.label());
            let words = RichText::new(words).small();
            // Not in a scope of its own, for the sake of its id: that wouldn't wrap with the rest.
            let response =
                ui.add(egui::Button::selectable(is_followed, words).min_size(vec2(0.0, 26.0)));
            let shape = Mark::of(result.team.mark.number());
            mark::paint(
                ui.painter(),
                shape,
                response.rect.left_center() + vec2(14.0, 0.0),
                11.0,
                theme.colour(Role::Team(shape)),
            );
            let told = words::teams::follow(result.team.label());
            response
                .widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_followed, &told));
            if response.clicked() || response.hovered() {
                followed = Some(result.team.id.clone());
            }
        }
    });
    followed
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
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let font = font_id(TypeSize::KeyNumber, Weight::SemiBold);
        let found = &results.agreement;
        let told = words::teams::agreement_by(mean_rho, &found.first_places, results.weighed.len());
        let response = ui.label(egui::RichText::new(&told).font(font));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
        ui.label(
            egui::RichText::new(words::teams::MEAN_RHO).small().color(theme.colour(Role::Ink3)),
        );
    });
    let (bar, _) =
        ui.allocate_exact_size(vec2(340.0_f32.min(ui.available_width()), 6.0), Sense::hover());
    ui.painter().rect_filled(bar, 3.0, theme.colour(Role::Sunken));
    let at = |rho: f32| egui::lerp(bar.x_range(), f32::midpoint(rho, 1.0));
    let filled = egui::Rect::from_x_y_ranges(bar.left()..=at(mean_rho as f32), bar.y_range());
    ui.painter().rect_filled(filled, 3.0, theme.colour(Role::Ink2));
    for mark in [-0.3, 0.1, 0.3, 0.5, 0.7] {
        ui.painter().vline(at(mark), bar.y_range(), theme.stroke(size::MARK_HALO, Role::Canvas));
    }
}

fn share_scene(
    frame: Frame,
    scenario: &Scenario,
    results: &SideBySide,
    followed: Option<&TeamId>,
) -> Scene {
    let teams: Vec<TeamShare> =
        results.weighed.iter().map(|team| TeamShare::new(team, followed)).collect();
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
        RankColumn::new(team, ranks, followed)
    };
    in_order.map(column).collect()
}
