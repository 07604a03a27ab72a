//! The weights of the team that is shown: its way of weighing, a row for each node of the criteria
//! tree, and beside them what that makes of the options.

mod list;
mod live;
mod rows;
mod shown;
mod way;
mod ways;

use egui::{Ui, vec2};

use crate::evaluation::Evaluation;
use crate::look::{Role, TypeSize, size};
use crate::model::{NodeId, Scenario, Tree};
use crate::session::results::SwingEndsOf;
use crate::text as words;
use crate::ui::ViewContext;
use crate::ui::panels::StagePanel;
use crate::ui::panels::answer::evaluation_ui;
use crate::ui::panels::result::heading_ui;
use crate::ui::theme::Theme;
use shown::Page;
use way::Way;

/// From this width on the ranking stands beside the rows.
const BESIDE_FROM: f32 = 880.0;
const LIVE_WIDTH: f32 = 320.0;
const GAP: f32 = 28.0;
/// The widest that the rows get.
const ROWS_WIDTH: f32 = 900.0;

/// What the page keeps between frames.
#[derive(Default)]
pub struct WeightsPanel {
    /// The way that is looked at, where that isn't the way of the judgements given; with its team.
    looked_at: Option<(crate::model::TeamId, Way)>,
    /// The rows' order under the hand: it follows the points once nothing is touched.
    held: Vec<NodeId>,
}

impl StagePanel for WeightsPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let Some(shown) = evaluation_ui(context, ui) else { return };
        let (scenario, evaluation): (&Scenario, &Evaluation) = (&shown.scenario, &shown.evaluation);
        // Of the document as it is: what was given so far is what the next touch goes on from.
        let team = context.session.weighting.open_team(context.session.scenario());
        let own = team.and_then(Way::of);
        let looked_at = self
            .looked_at
            .as_ref()
            .filter(|(id, _)| team.is_some_and(|team| team.id() == id))
            .map(|(_, way)| *way);
        let way = looked_at.or(own).unwrap_or(Way::Sliders);
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let percents = words::percents(&tree, &evaluation.shares);
        let swings = context.session.ask(&SwingEndsOf(context.session.weighting.clone()));
        let swings = swings.last().map_or(&[][..], |swings| swings.as_slice());
        let is_own_way = own == Some(way) || team.is_some_and(|team| !team.judgement().is_begun());
        let page = Page {
            context,
            scenario,
            evaluation,
            tree: &tree,
            percents: &percents,
            swings,
            team,
            way,
            is_own_way,
        };
        egui::ScrollArea::vertical().id_salt("weights").auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.add_space(14.0);
                heading_ui(&page.heading(), TypeSize::Headline, ui);
                ui.label(
                    egui::RichText::new(page.note()).color(Theme::of(ui.ctx()).colour(Role::Ink2)),
                );
                ui.add_space(10.0);
                self.body_ui(page, ui);
                ui.add_space(size::CANVAS_PADDING);
            },
        );
    }
}

impl WeightsPanel {
    fn body_ui(&mut self, page: Page, ui: &mut Ui) {
        let available = ui.available_width() - 12.0;
        let is_beside = available >= BESIDE_FROM;
        let rows = if is_beside { available - LIVE_WIDTH - GAP } else { available }.min(ROWS_WIDTH);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.vertical(|ui| {
                ui.set_width(rows);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                self.rows_ui(page, ui);
                if page.team.is_some() {
                    self.ways_ui(page, ui);
                }
            });
            if is_beside {
                ui.vertical(|ui| {
                    ui.set_width(LIVE_WIDTH);
                    live::ui(page, ui);
                });
            }
        });
        if !is_beside {
            ui.add_space(20.0);
            live::ui(page, ui);
        }
    }
}
