//! The choice of the two sides, and of what is shown of them.

use std::sync::Arc;

use egui::{Id, Ui, WidgetInfo, vec2};

use super::{Chosen, ComparePanel, Things};
use crate::chart::{Rows, Scene};
use crate::evaluation::{Weighting, Which};
use crate::model::{Round, Scenario, Team};
use crate::text;
use crate::ui::panels::compare::taking::side_mark_ui;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::{Action, Command, ViewContext};

/// How wide the list of a side's choices is, and how far in it a side's mark stands.
const LIST: f32 = 190.0;
const MARK_AT: f32 = 17.0;
/// Keeps the room for a side's mark at the left of its name.
const ROOM: &str = "\u{200E}      ";

impl ComparePanel {
    /// What is compared: what was chosen, as far as it is there, else the first two teams.
    pub(super) fn sides(&self, scenario: &Scenario) -> (Chosen, Chosen) {
        let team = |place: usize| {
            let team = scenario.open_teams().nth(place);
            let team = team.map(|team| Weighting::Team(team.id().clone()));
            Chosen::Here(team.unwrap_or(Weighting::Mean))
        };
        let is_there = |chosen: &Chosen| match chosen {
            Chosen::Here(weighting) => weighting.is_open_in(scenario),
            Chosen::Round(name, weighting) => round_of(scenario, name)
                .is_some_and(|round| views(&round.teams).contains(weighting)),
            Chosen::Other(weighting) => {
                self.other.as_ref().is_some_and(|(_, other)| weighting.is_open_in(other.scenario()))
            }
        };
        let left = self.left.clone().filter(is_there);
        let right = self.right.clone().filter(is_there);
        (left.unwrap_or_else(|| team(0)), right.unwrap_or_else(|| team(1)))
    }

    pub(super) fn name(&self, scenario: &Scenario, chosen: &Chosen, compared: Things) -> String {
        let of = |teams: &[Arc<Team>], weighting: &Weighting| match weighting {
            Weighting::Mean => text::weightings::MEAN.to_owned(),
            Weighting::Team(id) => teams
                .iter()
                .find(|team| team.id == *id)
                .map_or_else(String::new, |team| team.name.clone()),
        };
        match (chosen, &self.other) {
            (Chosen::Other(weighting), Some((name, _))) if *weighting == Weighting::Mean => {
                name.clone()
            }
            (Chosen::Other(weighting), Some((name, other))) => {
                text::compare::view_of(&of(&other.scenario().teams, weighting), name)
            }
            (Chosen::Here(Weighting::Mean), _) if compared == Things::Documents => {
                text::compare::THIS_DOCUMENT.to_owned()
            }
            (Chosen::Round(name, weighting), _) => {
                let teams = round_of(scenario, name).map_or(&[][..], |round| &round.teams);
                text::compare::view_of(&of(teams, weighting), name)
            }
            (Chosen::Here(weighting) | Chosen::Other(weighting), _) => {
                of(&scenario.teams, weighting)
            }
        }
    }

    pub(super) fn choice_ui(
        &mut self,
        context: ViewContext,
        (left, right): (&Chosen, &Chosen),
        marks: Option<&[Scene; 2]>,
        ui: &mut Ui,
    ) {
        let scenario = context.session.scenario();
        let compared = right.compared();
        let here = own_choices(scenario);
        let all = self.choices(scenario);
        ui.horizontal_wrapped(|ui| {
            let [picked_left, picked_right] = {
                let name = |chosen: &Chosen| self.name(scenario, chosen, compared);
                let mark = |place: usize| marks.map(|marks| &marks[place]);
                let chosen = here.iter().position(|view| view == left).unwrap_or(0);
                let picked = list_ui(ui, Which::Left, (&here, &name), chosen, mark(0));
                ui.label(text::compare::AND);
                let chosen = all.iter().position(|view| view == right).unwrap_or(0);
                [picked, list_ui(ui, Which::Right, (&all, &name), chosen, mark(1))]
            };
            if let Some(place) = picked_left {
                self.left = here.get(place).cloned();
            }
            if let Some(place) = picked_right {
                self.right = all.get(place).cloned();
            }
            ui.add_space(12.0);
            if !matches!(right, Chosen::Other(_)) && ui.button(text::compare::SWAP).clicked() {
                (self.left, self.right) = (Some(right.clone()), Some(left.clone()));
            }
            if ui.button(text::compare::COMPARE_FILE).clicked() {
                context.queue.push(Action::Do(Command::CompareFile));
            }
            if marks.is_some() {
                self.rows_ui(ui);
            }
        });
    }

    fn choices(&self, scenario: &Scenario) -> Vec<Chosen> {
        let other = self.other.iter().flat_map(|(_, other)| views(&other.scenario().teams));
        own_choices(scenario).into_iter().chain(other.map(Chosen::Other)).collect()
    }

    /// At the right end, where there is room for it on the line.
    fn rows_ui(&mut self, ui: &mut Ui) {
        let rows =
            [(Rows::Differing, text::compare::WHAT_DIFFERS), (Rows::All, text::compare::ALL_CELLS)];
        let chips = rows.map(|(rows, label)| Chip {
            id: Id::unique(("compared rows", rows)),
            label,
            mark: None,
            is_chosen: self.rows == rows,
        });
        let room = ui.available_size_before_wrap().x - chip::width(ui, &chips, Names::All) - 24.0;
        if room > 0.0 {
            ui.add_space(room);
        }
        if let Some((rows, _)) = chip::row_ui(ui, &chips, Names::All).and_then(|at| rows.get(at)) {
            self.rows = *rows;
        }
    }
}

fn round_of<'a>(scenario: &'a Scenario, name: &str) -> Option<&'a Arc<Round>> {
    scenario.rounds.iter().find(|round| round.name == *name)
}

/// The views of this document as it is and, the newest first, of its closed rounds.
fn own_choices(scenario: &Scenario) -> Vec<Chosen> {
    let rounds = scenario.rounds.iter().rev().flat_map(|round| {
        let of_round = |weighting| Chosen::Round(round.name.clone(), weighting);
        views(&round.teams).into_iter().map(of_round)
    });
    views(&scenario.teams).into_iter().map(Chosen::Here).chain(rounds).collect()
}

/// The mean, and every team that isn't sealed.
fn views(teams: &[Arc<Team>]) -> Vec<Weighting> {
    let open = teams.iter().filter(|team| team.opened().is_some());
    let open = open.map(|team| Weighting::Team(team.id.clone()));
    std::iter::once(Weighting::Mean).chain(open).collect()
}

fn list_ui(
    ui: &mut Ui,
    side: Which,
    (choices, told): (&[Chosen], &dyn Fn(&Chosen) -> String),
    chosen: usize,
    mark: Option<&Scene>,
) -> Option<usize> {
    let name = match side {
        Which::Left => text::compare::LEFT_SIDE,
        Which::Right => text::compare::RIGHT_SIDE,
    };
    let mut picked = None;
    let label = choices.get(chosen).map(told).unwrap_or_default();
    let label = if mark.is_some() { format!("{ROOM}{label}") } else { label };
    let list =
        egui::ComboBox::from_id_salt(("side", side)).selected_text(label).width(LIST).truncate();
    let shown = list.show_ui(ui, |ui| {
        for (place, choice) in choices.iter().enumerate() {
            if ui.selectable_label(place == chosen, told(choice)).clicked() {
                picked = Some(place);
            }
        }
    });
    shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    if let Some(mark) = mark {
        side_mark_ui(ui, shown.response.rect.left_center() + vec2(MARK_AT, 0.0), mark);
    }
    picked
}
