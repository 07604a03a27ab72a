//! Two matrices side by side: two teams, or this document and another file. Cell by cell what
//! differs, and a list, the largest first, from which a score or a weight is taken over.

mod list;
mod matrix;

use egui::{Ui, WidgetInfo};

use super::StagePanel;
use super::answer::last_ui;
use super::result::heading_ui;
use crate::evaluation::{Weighting, Which};
use crate::look::{TypeSize, size};
use crate::model::Scenario;
use crate::session::results::{Compared, Comparison, Known, Opposite, OtherDocument};
use crate::text::{self, Sides};
use crate::ui::{Action, Command, ViewContext};
use list::{DifferenceList, Taking};
use matrix::ComparedMatrix;

/// What the page keeps between frames.
#[derive(Default)]
pub struct ComparePanel {
    left: Option<Weighting>,
    right: Option<Chosen>,
    /// The document of another file, by the file's name.
    other: Option<(String, OtherDocument)>,
    matrix: ComparedMatrix,
    list: DifferenceList,
}

/// What stands on the right: a view of this document, or one of the other's.
#[derive(Clone, Debug, PartialEq)]
enum Chosen {
    Here(Weighting),
    Other(Weighting),
}

/// What stands on both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Things {
    /// Views of this document.
    Views,
    /// This document and another.
    Documents,
}

impl Chosen {
    /// What it makes of the comparison, standing on the right.
    fn compared(&self) -> Things {
        match self {
            Self::Here(_) => Things::Views,
            Self::Other(_) => Things::Documents,
        }
    }
}

impl StagePanel for ComparePanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let scenario = context.session.scenario();
        let area = egui::ScrollArea::vertical().id_salt("compare").auto_shrink([false, false]);
        area.show(ui, |ui| {
            ui.add_space(14.0);
            let (left, right) = self.sides(scenario);
            let compared = right.compared();
            let names = [
                self.name(scenario, &Chosen::Here(left.clone()), compared),
                self.name(scenario, &right, compared),
            ];
            if right == Chosen::Here(left.clone()) {
                heading_ui(text::compare::CHOOSE_VIEWS, TypeSize::Headline, ui);
                return self.choice_ui(context, scenario, (&left, &right), ui);
            }
            let opposite = self.opposite(&right);
            let answer = context.session.ask(&Comparison { left: left.clone(), right: opposite });
            let known = last_ui(&answer, ui);
            if let Some(known) = &known {
                let count = known.differences.len();
                let heading = text::compare::differences(count, &names[0], &names[1]);
                heading_ui(&heading, TypeSize::Headline, ui);
            }
            ui.add_space(6.0);
            self.choice_ui(context, scenario, (&left, &right), ui);
            if let Some(known) = known {
                let taking = if answer.fresh().is_some() { Taking::Allowed } else { Taking::Waits };
                self.compared_ui(context, &known, &names, taking, ui);
            }
        });
    }
}

impl ComparePanel {
    /// Another file was read: all of it is compared.
    pub fn compare_with(&mut self, name: String, scenario: Scenario) {
        self.other = Some((name, OtherDocument::new(scenario)));
        self.left = Some(Weighting::Mean);
        self.right = Some(Chosen::Other(Weighting::Mean));
    }

    /// Both matrices, and the list of what differs. A difference can be taken over while it is one
    /// of the document as it is.
    fn compared_ui(
        &mut self,
        context: ViewContext,
        known: &Known<Compared>,
        names: &[String; 2],
        taking: Taking,
        ui: &mut Ui,
    ) {
        ui.add_space(10.0);
        self.matrix.ui(&known.result, ui);
        ui.add_space(14.0);
        let [left, right] = &known.sides;
        let sides =
            Sides { names: [&names[0], &names[1]], documents: [&left.scenario, &right.scenario] };
        self.list.ui(context, &known.result, sides, taking, ui);
        ui.add_space(size::CANVAS_PADDING);
    }

    /// What is compared: what was chosen, as far as it is there, else the first two teams.
    fn sides(&self, scenario: &Scenario) -> (Weighting, Chosen) {
        let team = |place: usize| {
            let team = scenario.open_teams().nth(place);
            team.map_or(Weighting::Mean, |team| Weighting::Team(team.id().clone()))
        };
        let left = self.left.clone().filter(|left| left.is_open_in(scenario));
        let right = self.right.clone().filter(|right| match right {
            Chosen::Here(weighting) => weighting.is_open_in(scenario),
            Chosen::Other(weighting) => {
                self.other.as_ref().is_some_and(|(_, other)| weighting.is_open_in(other.scenario()))
            }
        });
        (left.unwrap_or_else(|| team(0)), right.unwrap_or_else(|| Chosen::Here(team(1))))
    }

    fn opposite(&self, chosen: &Chosen) -> Opposite {
        match (chosen, &self.other) {
            (Chosen::Other(weighting), Some((_, other))) => {
                Opposite::Other(other.clone(), weighting.clone())
            }
            (Chosen::Here(weighting) | Chosen::Other(weighting), _) => {
                Opposite::Here(weighting.clone())
            }
        }
    }

    fn name(&self, scenario: &Scenario, chosen: &Chosen, compared: Things) -> String {
        let of = |scenario: &Scenario, weighting: &Weighting| match weighting {
            Weighting::Mean => text::weightings::MEAN.to_owned(),
            Weighting::Team(id) => {
                scenario.team(id).map_or_else(String::new, |team| team.name.clone())
            }
        };
        match (chosen, &self.other) {
            (Chosen::Other(weighting), Some((name, _))) if *weighting == Weighting::Mean => {
                name.clone()
            }
            (Chosen::Other(weighting), Some((name, other))) => {
                text::compare::view_of(&of(other.scenario(), weighting), name)
            }
            (Chosen::Here(Weighting::Mean), _) if compared == Things::Documents => {
                text::compare::THIS_DOCUMENT.to_owned()
            }
            (Chosen::Here(weighting) | Chosen::Other(weighting), _) => of(scenario, weighting),
        }
    }

    fn choice_ui(
        &mut self,
        context: ViewContext,
        scenario: &Scenario,
        (left, right): (&Weighting, &Chosen),
        ui: &mut Ui,
    ) {
        let views = |scenario: &Scenario| -> Vec<Weighting> {
            let teams = scenario.open_teams().map(|team| Weighting::Team(team.id().clone()));
            std::iter::once(Weighting::Mean).chain(teams).collect()
        };
        let here = views(scenario);
        let mut all: Vec<Chosen> = here.iter().cloned().map(Chosen::Here).collect();
        if let Some((_, other)) = &self.other {
            all.extend(views(other.scenario()).into_iter().map(Chosen::Other));
        }
        let compared = right.compared();
        let lefts: Vec<String> = here
            .iter()
            .map(|view| self.name(scenario, &Chosen::Here(view.clone()), compared))
            .collect();
        let rights: Vec<String> =
            all.iter().map(|view| self.name(scenario, view, compared)).collect();
        ui.horizontal_wrapped(|ui| {
            let chosen = here.iter().position(|view| view == left).unwrap_or(0);
            if let Some(view) =
                list_of(ui, Which::Left, &lefts, chosen).and_then(|place| here.get(place))
            {
                self.left = Some(view.clone());
            }
            ui.label(text::compare::AND);
            let chosen = all.iter().position(|view| view == right).unwrap_or(0);
            if let Some(view) =
                list_of(ui, Which::Right, &rights, chosen).and_then(|place| all.get(place))
            {
                self.right = Some(view.clone());
            }
            ui.add_space(12.0);
            if ui.button(text::compare::COMPARE_FILE).clicked() {
                context.queue.push(Action::Do(Command::CompareFile));
            }
        });
    }
}

fn list_of(ui: &mut Ui, side: Which, choices: &[String], chosen: usize) -> Option<usize> {
    let name = match side {
        Which::Left => text::compare::LEFT_SIDE,
        Which::Right => text::compare::RIGHT_SIDE,
    };
    let mut picked = None;
    let text = choices.get(chosen).map_or("", String::as_str);
    let list =
        egui::ComboBox::from_id_salt(("side", side)).selected_text(text).width(190.0).truncate();
    let shown = list.show_ui(ui, |ui| {
        for (place, choice) in choices.iter().enumerate() {
            if ui.selectable_label(place == chosen, choice).clicked() {
                picked = Some(place);
            }
        }
    });
    shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    picked
}
