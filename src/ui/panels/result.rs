//! The result: the ranking as stacks, and why one option beats another.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Id, Ui};

use crate::chart::{Contender, Frame, Scene, Subject, ranking, waterfall};
use crate::evaluation::Evaluation;
use crate::look::{Role, TypeSize, size};
use crate::model::{OptionId, Scenario};
use crate::text as words;
use crate::ui::ViewContext;
use crate::ui::panels::StagePanel;
use crate::ui::panels::answer::{Shown, evaluation_ui};
use crate::ui::panels::title::heading_ui;
use crate::ui::panels::{changes, title};
use crate::ui::theme::Theme;
use crate::ui::widgets::kept::{Kept, Same};
use crate::ui::widgets::scene;

/// The widest that the comparison of two options gets.
const WATERFALL_WIDTH: f32 = 560.0;
/// Narrower columns stand below each other.
const LEAST_COLUMN: f32 = 400.0;
const GAP: f32 = 48.0;

/// What the page keeps between frames.
#[derive(Default)]
pub struct ResultPanel {
    /// The options chosen to be compared, the last chosen behind.
    chosen: Vec<OptionId>,
    ranking: Kept<RankingOf, Scene>,
}

/// What the chart of the ranking is built of: results, width and the faces that it is set in.
type RankingOf = (Same<Scenario>, Same<Evaluation>, Option<[usize; 2]>, u32, usize);

impl StagePanel for ResultPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let Some(shown) = evaluation_ui(context, ui) else { return };
        let (scenario, evaluation) = (&shown.scenario, &shown.evaluation);
        egui::ScrollArea::vertical().id_salt("result").auto_shrink([false, false]).show(ui, |ui| {
            ui.add_space(14.0);
            heading_ui(&words::headline(scenario, &evaluation.ranking), TypeSize::Headline, ui);
            let theme = Theme::of(ui.ctx());
            ui.label(
                egui::RichText::new(subtitle(context, &shown)).color(theme.colour(Role::Ink2)),
            );
            ui.add_space(12.0);
            let frame = Frame::screen(ui.available_width() - 16.0, context.measurer);
            // The heading says why.
            if evaluation.ranking.ranked.is_empty() && evaluation.ranking.not_scored.is_empty() {
                return;
            }
            let results = (Same(Arc::clone(scenario)), Same(Arc::clone(evaluation)));
            let pair = self.compared(scenario, evaluation);
            let (width, faces) = (frame.width.to_bits(), context.measurer.faces_found());
            let chart = self.ranking.get((results.0, results.1, pair, width, faces), || {
                ranking(frame, scenario, evaluation, pair)
            });
            let pointed = scene::ui(Id::unique("ranking chart"), chart, ui);
            if let Some(Subject::Option(option)) = pointed.clicked {
                self.choose(option);
            }
            ui.add_space(20.0);
            self.below_ui(context, &shown, ui);
            ui.add_space(size::CANVAS_PADDING);
        });
    }
}

impl ResultPanel {
    /// Compares an option with the one chosen before it.
    fn choose(&mut self, option: OptionId) {
        self.chosen.retain(|known| *known != option);
        self.chosen.push(option);
        let first = self.chosen.len().saturating_sub(2);
        self.chosen.drain(..first);
    }

    /// The two options that are compared: those chosen, where both have totals, else the first two
    /// of the ranking.
    fn pair(&self, scenario: &Scenario, evaluation: &Evaluation) -> Option<[usize; 2]> {
        let ranked = &evaluation.ranking.ranked;
        let place = |id: &OptionId| {
            ranked.iter().position(|ranked| {
                scenario.options.get(ranked.option).is_some_and(|option| option.id == *id)
            })
        };
        let chosen: Vec<usize> = self.chosen.iter().filter_map(place).collect();
        let mut pair = match chosen.as_slice() {
            [a, b] => [*a, *b],
            [only] => [*only, usize::from(*only == 0)],
            _ => [0, 1],
        };
        pair.sort_unstable();
        (pair.iter().all(|place| *place < ranked.len())).then_some(pair)
    }

    /// The same by the options' indices in the document.
    fn compared(&self, scenario: &Scenario, evaluation: &Evaluation) -> Option<[usize; 2]> {
        let ranked = &evaluation.ranking.ranked;
        let [a, b] = self.pair(scenario, evaluation)?;
        Some([ranked.get(a)?.option, ranked.get(b)?.option])
    }

    /// Why one beats another, and what would change the winner; below both what other methods say.
    fn below_ui(&self, context: ViewContext, shown: &Shown, ui: &mut Ui) {
        let whole = ui.available_width() - 16.0;
        let left = WATERFALL_WIDTH.min(((whole - GAP) / 2.0).floor());
        if left < LEAST_COLUMN {
            self.comparison_ui(context, shown, ui);
            ui.add_space(20.0);
            changes::changes_ui(context, ui);
        } else {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.vertical(|ui| {
                    ui.set_width(left);
                    self.comparison_ui(context, shown, ui);
                });
                ui.vertical(|ui| {
                    ui.set_width(whole - GAP - left);
                    changes::changes_ui(context, ui);
                });
            });
        }
        ui.add_space(20.0);
        changes::cross_ui(context, ui);
    }

    fn comparison_ui(&self, context: ViewContext, shown: &Shown, ui: &mut Ui) {
        let Shown { scenario, evaluation } = shown;
        let Some([winner, rival]) = self.pair(scenario, evaluation) else { return };
        let contender = |place: usize| {
            let ranked = evaluation.ranking.ranked.get(place)?;
            let option = scenario.options.get(ranked.option)?;
            Some(Contender { option, parts: &ranked.contributions, total: ranked.total })
        };
        let Some((winner, rival)) = contender(winner).zip(contender(rival)) else { return };
        let width = ui.available_width();
        let scene = waterfall(Frame::screen(width, context.measurer), scenario, winner, rival);
        title::ui(&scene.heading, "", ui);
        ui.label(
            egui::RichText::new(words::results::CHOOSE_TWO)
                .small()
                .color(Theme::of(ui.ctx()).colour(Role::Ink3)),
        );
        ui.add_space(6.0);
        scene::ui(Id::unique("waterfall"), &scene, ui);
    }
}

/// Whose weights, and what the dashes mean where there are any.
fn subtitle(context: ViewContext, shown: &Shown) -> String {
    let Shown { scenario, evaluation } = shown;
    let team = context.session.weighting.team(scenario).map(AsRef::as_ref);
    let weighed = evaluation.shares.weighed;
    let weights = words::weightings::weights_and_scores(scenario, team, weighed);
    let missing: usize = evaluation.ranking.not_scored.iter().map(|open| open.missing.len()).sum();
    let dashes = match missing {
        0 => String::new(),
        1 => words::results::ONE_DASH.to_owned(),
        count => words::results::dashes(count),
    };
    let out: Vec<Cow<str>> = evaluation
        .ranking
        .ruled_out
        .iter()
        .filter_map(|out| scenario.options.get(out.option))
        .map(|option| words::isolated(option.label()))
        .collect();
    let out =
        if out.is_empty() { String::new() } else { words::results::ruled_out(&words::list(&out)) };
    words::results::subtitle(&weights, &dashes, &out)
}
