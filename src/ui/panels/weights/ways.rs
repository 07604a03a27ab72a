//! The choice of the way of weighing, and what is done to all weights at once.

use egui::{Id, Ui};

use super::WeightsPanel;
use super::shown::Page;
use super::way::Way;
use crate::model::{Edit, Judgement, OpenTeam};
use crate::text;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Touch};

impl WeightsPanel {
    /// The choice of the way, and what is done to all weights at once.
    pub(super) fn ways_ui(&mut self, page: Page, ui: &mut Ui) {
        let Some(team) = page.team else { return };
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
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
                self.look_at(page, team, *way, ui);
            }
            ui.add_space(16.0);
            if ui.button(text::weightings::EQUAL_WEIGHTS).clicked() {
                self.looked_at = None;
                let (team, touch) = (team.id().clone(), touch_of(team, ui));
                page.context.queue.push(Action::WeighAlike { team, touch });
            }
            if ui
                .add_enabled(
                    team.judgement().is_begun(),
                    egui::Button::new(text::weights::CLEAR_WEIGHTS),
                )
                .clicked()
            {
                self.looked_at = None;
                judge(page, team, page.way.unjudged(), ui);
            }
        });
        if !page.is_own_way {
            ui.label(egui::RichText::new(text::weights::OTHER_WAY_NOTE).small().weak());
        }
    }

    /// A team without weights takes the way at once; one with weights keeps them until the first is
    /// given in the new way.
    fn look_at(&mut self, page: Page, team: OpenTeam, way: Way, ui: &Ui) {
        if team.judgement().is_begun() {
            self.looked_at = Some((team.id().clone(), way));
        } else if Way::of(team) != Some(way) {
            judge(page, team, way.unjudged(), ui);
        }
    }
}

fn judge(page: Page, team: OpenTeam, judgement: Judgement, ui: &Ui) {
    let name = text::edits::weights_edit(team.team().label());
    let edit = Edit::Judge(team.id().clone(), judgement);
    page.context.queue.edit(edit, name, touch_of(team, ui));
}

fn touch_of(team: OpenTeam, ui: &Ui) -> Touch {
    new_touch(ui, Id::unique(("way", team.id().as_str())))
}
