//! The choice of the way of weighing, and what is done to all weights at once.

use egui::{Id, Ui};

use super::WeightsPanel;
use super::shown::Page;
use super::way::Way;
use crate::model::OpenTeam;
use crate::text;
use crate::ui::Action;
use crate::ui::action::FirstWeights;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::touch::new_touch;

impl WeightsPanel {
    /// The choice of the way, for all teams, and what is done to all of this one's weights.
    pub(super) fn ways_ui(&mut self, page: Page, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.label(text::weights::WAY);
            let ways =
                [(Way::Swing, text::weights::SWING_POINTS), (Way::Sliders, text::weights::SLIDERS)];
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
                ui.add_space(16.0);
                self.all_at_once_ui(page, team, ui);
            }
        });
    }

    fn all_at_once_ui(&mut self, page: Page, team: OpenTeam, ui: &mut Ui) {
        let equal = match page.way {
            Way::Swing => text::weights::EQUAL_POINTS,
            Way::Sliders => text::weightings::EQUAL_WEIGHTS,
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
        let (of_team, like) = (team.id().clone(), page.way.unjudged());
        page.context.queue.push(Action::WeighAnew { team: of_team, like, with, touch });
        self.order.forget();
    }
}
