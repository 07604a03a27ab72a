//! The weights of the team that is shown: the way of weighing, a row for each node of the criteria
//! tree, and beside them what that makes of the options.

mod comparing;
mod gut;
mod hand;
mod hints;
mod kept;
mod list;
mod live;
mod order;
mod points;
mod rank;
mod reason;
mod record;
mod row;
mod share;
mod shown;
mod strips;
mod swing;
mod way;
mod ways;

use egui::{Context, Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::evaluation::{Evaluation, Weighting};
use crate::look::{Role, TypeSize, size};
use crate::model::{Scenario, Tree};
use crate::session::Session;
use crate::session::results::SwingEndsOf;
use crate::text as words;
use crate::ui::ViewContext;
use crate::ui::panels::StagePanel;
use crate::ui::panels::answer::evaluation_ui;
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::Theme;
use hand::Hand;
use kept::{ByGut, Hints, Opened};
use order::Order;
use record::Record;
use shown::{Page, Place, SCROLL_BAR};
use strips::Strips;
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
    /// The way that was chosen for all teams.
    way: Option<Way>,
    order: Order,
    hand: Hand,
    strips: Strips,
    /// The dialog of comparisons that is open.
    comparing: Option<Opened>,
    hints: Hints,
    /// The team whose ranking by gut is shown instead of its weights.
    gut: Option<ByGut>,
    visit: Option<Visit>,
}

/// When the page was shown last, and for whom.
struct Visit {
    weighting: Weighting,
    pass: u64,
}

impl StagePanel for WeightsPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        if self.gut_ui(context, ui) {
            return;
        }
        let Some(shown) = evaluation_ui(context, ui) else { return };
        let (scenario, evaluation): (&Scenario, &Evaluation) = (&shown.scenario, &shown.evaluation);
        // Of the document as it is: what was given so far is what the next touch goes on from.
        let team = context.session.weighting.open_team(context.session.scenario());
        let way = self.way.unwrap_or_else(|| Way::usual(context.session.scenario(), team));
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let percents = words::percents(&tree, &evaluation.shares);
        let swings = context.session.ask(&SwingEndsOf(context.session.weighting.clone()));
        let strips = swings.last().map(|known| self.strips.built(context, known));
        let ends = swings.last().map_or(&[][..], |swings| swings.as_slice());
        let findings = &evaluation.findings;
        let record = team.map(|team| Record::new(team, way, findings)).unwrap_or_default();
        let (swings, percents, tree, record) = (ends, &percents, &tree, &record);
        let page =
            Page { context, scenario, evaluation, tree, percents, swings, team, record, way };
        let strips = strips.unwrap_or_default();
        if self.is_come_to(context, ui.ctx()) {
            self.order.forget();
            let lines = self.order.lines(page);
            self.hand.arrive(page, &lines, ui.ctx());
        }
        self.comparing_ui(page, ui);
        if ui.available_width() - SCROLL_BAR >= BESIDE_FROM {
            self.head_ui(page, ui);
            self.beside_ui(page, &strips, ui);
        } else {
            let whole = ScrollArea::vertical().id_salt("weights").auto_shrink([false, false]);
            whole.show(ui, |ui| {
                self.head_ui(page, ui);
                self.list_ui(page, &strips, Place::Stacked, ui);
                ui.add_space(20.0);
                live::ui(page, ui);
                self.hints_ui(page, ui);
                ui.add_space(size::CANVAS_PADDING);
            });
        }
    }

    fn keys(&self) -> Option<&'static str> {
        self.gut.is_some().then_some(words::bars::GUT_KEYS)
    }

    /// The first points that are empty, else the first of all.
    fn landing(&self, session: &Session) -> Option<Id> {
        if let Some(gut) = &self.gut {
            return gut.first;
        }
        // Of another team than the page was shown for last nothing is known yet.
        let is_shown = |visit: &Visit| visit.weighting == session.weighting;
        self.visit.as_ref().filter(|visit| is_shown(visit)).and(self.hand.landing)
    }
}

impl WeightsPanel {
    /// Whether the page is come to: from another stage, or for another weighting.
    fn is_come_to(&mut self, context: ViewContext, ctx: &Context) -> bool {
        let weighting = &context.session.weighting;
        let pass = ctx.cumulative_pass_nr();
        let goes_on = |last: &Visit| last.pass + 1 >= pass && last.weighting == *weighting;
        let is_come_to = !self.visit.as_ref().is_some_and(goes_on);
        self.visit = Some(Visit { weighting: weighting.clone(), pass });
        is_come_to
    }

    fn head_ui(&mut self, page: Page, ui: &mut Ui) {
        ui.add_space(14.0);
        heading_ui(&page.heading(), TypeSize::Headline, ui);
        let ink = Theme::of(ui.ctx()).colour(Role::Ink2);
        ui.label(egui::RichText::new(page.note()).color(ink));
        ui.add_space(6.0);
        self.ways_ui(page, ui);
        ui.add_space(6.0);
    }

    /// The rows, which scroll, and at their side the ranking, which stays in view.
    fn beside_ui(&mut self, page: Page, strips: &strips::Shown, ui: &mut Ui) {
        let area = ui.available_rect_before_wrap();
        let width = (area.width() - SCROLL_BAR - LIVE_WIDTH - GAP).min(ROWS_WIDTH);
        let rows = Rect::from_min_size(area.min, vec2(width + SCROLL_BAR, area.height()));
        let live = Rect::from_min_size(
            pos2(area.left() + width + GAP, area.top()),
            vec2(LIVE_WIDTH + SCROLL_BAR, area.height()),
        );
        ui.scope_builder(UiBuilder::new().max_rect(rows), |ui| {
            self.list_ui(page, strips, Place::Beside, ui);
        });
        ui.scope_builder(UiBuilder::new().max_rect(live), |ui| {
            let ranking = ScrollArea::vertical().id_salt("live").auto_shrink([false, true]);
            ranking.show(ui, |ui| {
                ui.set_width(LIVE_WIDTH);
                live::ui(page, ui);
                self.hints_ui(page, ui);
                ui.add_space(size::CANVAS_PADDING);
            });
        });
    }
}
