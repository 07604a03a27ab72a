//! The choice of the way of weighing, and what is done to all weights at once.

use egui::{Id, Ui};

use super::WeightsPanel;
use super::shown::Page;
use super::way::Way;
use crate::elicitation::Step;
use crate::model::{Elicitation, OpenTeam, RankWeights};
use crate::text;
use crate::ui::action::FirstWeights;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{button, choice};
use crate::ui::{Action, Command};

/// How an order can become shares.
const RANK_WEIGHTS: [RankWeights; 3] =
    [RankWeights::RankOrderCentroid, RankWeights::RankSum, RankWeights::RankReciprocal];

impl WeightsPanel {
    /// The choice of the way, for all teams, and what is done to all of this one's weights.
    pub(super) fn ways_ui(&mut self, page: Page, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.label(text::weights::WAY);
            let ways = [
                (Way::Swing, text::weights::SWING_POINTS),
                (Way::Sliders, text::weights::SLIDERS),
                (Way::Order, text::weights::ORDER_ONLY),
            ];
            let chips = ways.map(|(way, name)| Chip {
                id: Id::unique(("way of weighing", way)),
                label: name,
                mark: None,
                is_chosen: page.way == way,
            });
            if let Some((way, _)) =
                chip::row_ui(ui, &chips, Names::All).and_then(|place| ways.get(place))
            {
                self.way = Some(*way);
                self.order.forget();
            }
            if let Some(team) = page.team {
                self.compare_ui(page, team, ui);
                button::command_ui(page.context.window(), ui, Command::RankByGut);
                ui.add_space(16.0);
                order_ui(page, team, ui);
                self.all_at_once_ui(page, team, ui);
            }
        });
    }

    fn all_at_once_ui(&mut self, page: Page, team: OpenTeam, ui: &mut Ui) {
        let equal = match page.way {
            Way::Swing => text::weights::EQUAL_POINTS,
            Way::Sliders | Way::Order => text::weightings::EQUAL_WEIGHTS,
        };
        let begun = team.judgement().is_begun();
        let clear = egui::Button::new(text::weights::CLEAR_WEIGHTS);
        if ui.button(equal).clicked() {
            self.weigh_anew(page, team, FirstWeights::Alike, ui);
        }
        if ui.add_enabled(begun, clear).clicked() {
            self.weigh_anew(page, team, FirstWeights::Nothing, ui);
        }
    }

    /// Asks for weights in place of all that a team gave.
    fn weigh_anew(&mut self, page: Page, team: OpenTeam, with: FirstWeights, ui: &Ui) {
        let touch = new_touch(ui, Id::unique(("way", team.id().as_str())));
        // In an order alone there is no equal weight to write: that is done by weights.
        let way = match (page.way, &with) {
            (Way::Order, FirstWeights::Alike) => Way::Sliders,
            (way, _) => way,
        };
        let (of_team, like) = (team.id().clone(), way.unjudged());
        page.context.queue.push(Action::WeighAnew { team: of_team, like, with, touch });
        self.order.forget();
    }
}

/// How an order becomes shares, where the team gave one.
fn order_ui(page: Page, team: OpenTeam, ui: &mut Ui) {
    let Elicitation::Ranking(chosen, _) = &team.judgement().elicitation else { return };
    if page.way != Way::Order {
        return;
    }
    let names = RANK_WEIGHTS.map(text::weights::rank_weights);
    let at = RANK_WEIGHTS.iter().position(|way| way == chosen).unwrap_or(0);
    let id = Id::unique("rank weights");
    ui.scope(|ui| {
        ui.set_width(180.0);
        let picked = choice::list_ui(id, text::weights::RANK_WEIGHTS, &names, at, ui);
        if let Some(way) = picked.and_then(|place| RANK_WEIGHTS.get(place)) {
            let (team, touch) = (team.id().clone(), new_touch(ui, id));
            let step = Step::Order(*way);
            page.context.queue.push(Action::Compare { team, step, touch });
        }
    });
}
