//! What it turns on: what disagreements can move, what lies between two teams, what each team would
//! lose, and beside each other the two ways together: people move, or the option does.

use std::sync::Arc;

use egui::{Id, Ui};

use super::page::{Page, SCROLL_BAR, TWO_COLUMNS, TeamsPanel, Turning, note_ui};
use super::side_by_side::{first_places, team_of};
use crate::analysis::Takes;
use crate::chart::{
    Frame, Scene, Subject, TurnsOnView, crux_list, losses, mend_table, rescored, road_map,
};
use crate::evaluation::{Mend, MendedOption, Together, TurnsOn, Weighting};
use crate::model::{Alternative, Edit, Layer, Scenario};
use crate::session::Selection;
use crate::session::results::{Known, TurnsOnOf};
use crate::text::{self, turns_on as words};
use crate::ui::panels::title;
use crate::ui::stage::Stage;
use crate::ui::widgets::kept::Same;
use crate::ui::widgets::{button, scene};
use crate::ui::{Action, Command};

/// So many disagreements are listed.
const MOST: usize = 5;
/// The parts of a wide page's width that the upper and the lower columns have, and what lies
/// between them.
const UPPER: [f32; 3] = [344.0, 348.0, 388.0];
const LOWER: [f32; 2] = [540.0, 580.0];
const BETWEEN: f32 = 40.0;

type Found = Known<TurnsOn>;

fn found(page: Page) -> Option<Found> {
    page.context.session.ask(&TurnsOnOf).last().cloned()
}

/// What would bring all teams together, and how.
pub(super) fn heading(page: Page) -> (String, String) {
    let firsts = first_places(page);
    let Some(found) = found(page) else {
        return (firsts, text::updating::BEING_COMPUTED.to_owned());
    };
    let note = words::note(found.scenario(), &found).unwrap_or_default();
    (words::heading(found.scenario(), &found, firsts), note)
}

impl TeamsPanel {
    pub(super) fn turning_ui(&mut self, page: Page, ui: &mut Ui) {
        let Some(found) = found(page) else { return };
        let whole = ui.available_width() - SCROLL_BAR;
        let is_wide = whole >= TWO_COLUMNS;
        let widths = Widths::of(whole, is_wide);
        let chosen = self.chosen(&found);
        self.build(page, &found, chosen, &widths);
        if is_wide {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = BETWEEN;
                column_ui(ui, widths.upper[0], |ui| self.crux_ui(page, &found, ui));
                column_ui(ui, widths.upper[1], |ui| self.differ_ui(page, ui));
                column_ui(ui, widths.upper[2], |ui| self.losses_ui(page, &found, ui));
            });
            ui.add_space(20.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = BETWEEN;
                column_ui(ui, widths.lower[0], |ui| self.road_ui(page, (&found, chosen), ui));
                column_ui(ui, widths.lower[1], |ui| self.mend_ui(page, (&found, chosen), ui));
            });
        } else {
            ui.set_max_width(whole);
            self.crux_ui(page, &found, ui);
            ui.add_space(20.0);
            self.differ_ui(page, ui);
            ui.add_space(20.0);
            self.losses_ui(page, &found, ui);
            ui.add_space(20.0);
            self.road_ui(page, (&found, chosen), ui);
            ui.add_space(20.0);
            self.mend_ui(page, (&found, chosen), ui);
        }
    }

    /// The option that roads and mends are told of.
    fn chosen(&self, found: &Found) -> Option<usize> {
        let options = &found.scenario().options;
        let picked = self.option.as_ref().and_then(|id| options.iter().position(|it| it.id == *id));
        picked.or(match found.together {
            Together::Nobody | Together::ByNothing => None,
            Together::Agreed(option)
            | Together::ByOneScore(option)
            | Together::ByWeights(option)
            | Together::ByScores(option) => Some(option),
        })
    }

    fn build(&mut self, page: Page, found: &Found, chosen: Option<usize>, widths: &Widths) {
        let measurer = page.context.measurer;
        let frame = |width: f32| Frame::screen(width, measurer);
        let option = chosen.and_then(|at| found.scenario().options.get(at));
        let key = (
            Same(Arc::clone(&found.result)),
            option.map(|option| option.id.clone()),
            page.followed.cloned(),
            widths.whole.to_bits(),
            measurer.faces_found(),
        );
        self.turning.get(key, || {
            let view = TurnsOnView::new(found.scenario(), found, page.followed);
            let way = chosen.and_then(|option| {
                let road = found.roads.iter().find(|road| road.option == option)?;
                Some((option, road.way.as_ref()?))
            });
            Turning {
                crux: crux_list(frame(widths.upper[0]), &view, MOST),
                losses: found.regret.as_ref().map(|it| losses(frame(widths.upper[2]), &view, it)),
                road: way.map(|(option, way)| road_map(frame(widths.lower[0]), &view, option, way)),
                mends: mend_table(frame(widths.lower[1]), &view, chosen),
                scales: scales(frame, &view, option.zip(mended(found, chosen)), widths.lower[1]),
            }
        });
    }

    fn crux_ui(&mut self, page: Page, found: &Found, ui: &mut Ui) {
        title::ui(words::TURNS_ON, words::DISAGREEMENT, ui);
        let Some(charts) = self.turning.known() else { return };
        if charts.crux.parts.is_empty() {
            return note_ui(words::NOTHING_MOVES, ui);
        }
        let pointed = scene::ui(Id::unique("crux"), &charts.crux, ui);
        go_to(page, pointed.clicked);
        let felt = found.crux.iter().filter(|crux| words::is_felt(crux)).count();
        if felt > MOST {
            note_ui(&text::counts::and_more(felt - MOST), ui);
        }
    }

    fn losses_ui(&mut self, page: Page, found: &Found, ui: &mut Ui) {
        title::ui(words::LOSSES, words::LOSSES_NOTE, ui);
        let chart = self.turning.known().and_then(|charts| charts.losses.as_ref());
        let (Some(chart), Some(_)) = (chart, &found.regret) else {
            return note_ui(words::NO_LOSSES, ui);
        };
        let pointed = scene::ui(Id::unique("losses"), chart, ui);
        note_ui(&chart.heading, ui);
        let mean = page.known.results.mean.as_ref();
        let told = mean.and_then(|mean| words::first_by_mean(page.scenario(), &mean.ranking));
        if let Some(told) = told {
            note_ui(&told, ui);
        }
        self.hovered = team_of(pointed.hovered);
        match pointed.clicked {
            Some(Subject::Team(team)) => {
                page.context.queue.push(Action::Show(Weighting::Team(team)));
            }
            Some(Subject::Option(option)) => self.option = Some(option),
            _ => {}
        }
    }

    fn road_ui(&mut self, page: Page, (found, chosen): (&Found, Option<usize>), ui: &mut Ui) {
        let way = chosen
            .and_then(|option| found.roads.iter().find(|road| road.option == option)?.way.as_ref());
        let is_needed = !matches!(found.together, Together::Nobody | Together::Agreed(_));
        let is_asked = self.option.is_some() && found.together != Together::Nobody;
        let note = way.filter(|_| is_needed || is_asked).map(words::road_note);
        title::ui(words::ROAD, &note.unwrap_or_default(), ui);
        if !is_needed && !is_asked {
            return note_ui(words::NOTHING_TO_BRING, ui);
        }
        option_ui(found.scenario(), chosen, ui);
        let Some(chart) = self.turning.known().and_then(|charts| charts.road.as_ref()) else {
            note_ui(words::NO_WEIGHTS, ui);
            let others = words::other_roads(found.scenario(), found, chosen.unwrap_or(usize::MAX));
            return note_ui(&others.unwrap_or_default(), ui);
        };
        let pointed = scene::ui(Id::unique("road"), chart, ui);
        if let Some(team) = team_of(pointed.clicked) {
            page.context.queue.push(Action::Show(Weighting::Team(team)));
        }
    }

    fn mend_ui(&mut self, page: Page, (found, chosen): (&Found, Option<usize>), ui: &mut Ui) {
        title::ui(words::MEND, words::MEND_NOTE, ui);
        let is_alone = found.together == Together::Nobody;
        if is_alone || (matches!(found.together, Together::Agreed(_)) && self.option.is_none()) {
            return note_ui(words::NOTHING_TO_BRING, ui);
        }
        let Some(charts) = self.turning.known() else { return };
        if let Some(Subject::Option(option)) =
            scene::ui(Id::unique("mends"), &charts.mends, ui).clicked
        {
            self.option = Some(option);
        }
        ui.add_space(10.0);
        let Some(charts) = self.turning.known() else { return };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            for (place, scales) in charts.scales.iter().enumerate() {
                let Some(scales) = scales else { continue };
                let id = Id::unique(("mended scores", place));
                go_to(page, scene::ui(id, scales, ui).clicked);
            }
        });
        let mend = mended(found, chosen).and_then(|it| it.freely.as_ref());
        let option = chosen.and_then(|at| found.scenario().options.get(at));
        // Of another state there is nothing to put into the present one.
        let is_fresh = page.context.session.ask(&TurnsOnOf).fresh().is_some();
        let mend = mend.filter(|_| is_fresh);
        if let Some((mend, option)) = mend.filter(|mend| !mend.scores.is_empty()).zip(option) {
            acts_ui(page, found.scenario(), option, mend, ui);
        }
    }
}

/// How wide the columns are.
struct Widths {
    whole: f32,
    upper: [f32; 3],
    lower: [f32; 2],
}

impl Widths {
    fn of(whole: f32, is_wide: bool) -> Self {
        if !is_wide {
            return Self { whole, upper: [whole; 3], lower: [whole; 2] };
        }
        let parts = |room: f32, part: f32, all: f32| (room * part / all).floor();
        let (upper, lower) = (whole - 2.0 * BETWEEN, whole - BETWEEN);
        let (all, both) = (UPPER.iter().sum(), LOWER.iter().sum());
        Self {
            whole,
            upper: UPPER.map(|part| parts(upper, part, all)),
            lower: LOWER.map(|part| parts(lower, part, both)),
        }
    }
}

fn column_ui(ui: &mut Ui, width: f32, show_ui: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.set_width(width);
        show_ui(ui);
    });
}

/// Which option is told of.
fn option_ui(scenario: &Scenario, chosen: Option<usize>, ui: &mut Ui) {
    if let Some(option) = chosen.and_then(|at| scenario.options.get(at)) {
        note_ui(&words::to_option(option.label()), ui);
        ui.add_space(4.0);
    }
}

fn mended(found: &TurnsOn, chosen: Option<usize>) -> Option<&MendedOption> {
    found.mends.iter().find(|mended| Some(mended.option) == chosen)
}

/// The chosen option's scores beside each other: freely, and inside their ranges where that is
/// another change.
fn scales<'a>(
    frame: impl Fn(f32) -> Frame<'a>,
    view: &TurnsOnView,
    chosen: Option<(&Alternative, &MendedOption)>,
    width: f32,
) -> [Option<Scene>; 2] {
    let Some((option, mended)) = chosen else { return [None, None] };
    let inside = mended.inside.as_ref().filter(|inside| Some(*inside) != mended.freely.as_ref());
    let both = mended.freely.is_some() && inside.is_some();
    let width = if both { ((width - BETWEEN) / 2.0).floor() } else { width };
    let built = |mend: Option<&Mend>| {
        let mend = mend.filter(|mend| !mend.scores.is_empty())?;
        Some(rescored(frame(width), view, option, mend))
    };
    [built(mended.freely.as_ref()), built(inside)]
}

/// What can be done about a mend: a copy with it in place, and the cell itself.
fn acts_ui(page: Page, scenario: &Scenario, option: &Alternative, mend: &Mend, ui: &mut Ui) {
    let queue = page.context.queue;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let id = Id::unique("try on a copy");
        if button::link_ui(ui, id, words::TRY_ON_COPY, None)
            .on_hover_text(words::TRY_ON_COPY_NOTE)
            .clicked()
        {
            queue.push(Action::TryOnCopy(rescoring(scenario, option, mend)));
        }
        let cell = mend.scores.first().and_then(|it| scenario.criteria.get(it.criterion));
        if let Some(criterion) = cell
            && button::link_ui(ui, Id::unique("go to the cell"), words::GO_TO_CELL, None).clicked()
        {
            go_to(page, Some(Subject::Cell(option.id.clone(), criterion.id.clone())));
        }
    });
}

/// The edit that puts a mend's scores in place.
fn rescoring(scenario: &Scenario, option: &Alternative, mend: &Mend) -> Edit {
    let edits = mend.scores.iter().filter_map(|score| {
        let criterion = scenario.criteria.get(score.criterion)?;
        let cell = scenario.cell_for(None, &option.id, &criterion.id)?;
        let ends = criterion.fixed_ends();
        let cell = cell.rescored(scenario.counted(cell).without, score.to, ends);
        Some(Edit::SetScore(Layer::Base, option.id.clone(), criterion.id.clone(), Some(cell)))
    });
    Edit::Several(edits.collect())
}

/// Goes to a score in the matrix, or to a criterion's weights.
pub(super) fn go_to(page: Page, clicked: Option<Subject>) {
    let queue = page.context.queue;
    match clicked {
        Some(Subject::Cell(option, criterion)) => {
            queue.push(Action::Select(Selection::Cell(option, criterion)));
            queue.push(Action::Do(Command::Show(Stage::Matrix)));
        }
        Some(Subject::Step { criterion, takes: Takes::Scores, .. }) => {
            queue.push(Action::Do(Command::Show(Stage::Matrix)));
            queue.push(Action::Select(Selection::Criterion(criterion)));
        }
        Some(Subject::Criterion(criterion) | Subject::Step { criterion, .. }) => {
            queue.push(Action::Select(Selection::Criterion(criterion)));
            queue.push(Action::Do(Command::Show(Stage::Weights)));
        }
        _ => {}
    }
}
