//! Two matrices side by side: two teams, or this document and another file. Cell by cell what
//! differs, and a list, the largest first, from which a score or a weight is taken over.

use std::sync::Arc;

use egui::{Id, RichText, Ui, WidgetInfo, vec2};

use super::result::heading_ui;
use crate::evaluation::{Difference, Half, Weighting, compare_documents, compare_views, take_over};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Edit, NodeId, OptionId, Scenario};
use crate::text::{self as words, Sides, label, page};
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Command, ViewContext};

/// How many differences are listed at once.
const SHOWN: usize = 200;

/// Names in the grid wrap at this width.
const NAME_WIDTH: f32 = 170.0;

/// What the page keeps between frames.
#[derive(Default)]
pub struct ComparePanel {
    left: Option<Weighting>,
    right: Option<Chosen>,
    /// The document of another file, by the file's name.
    pub other: Option<(String, Arc<Scenario>)>,
}

/// What stands on the right: a view of this document, or one of the other's.
#[derive(Clone, Debug, PartialEq)]
enum Chosen {
    Here(Weighting),
    Other(Weighting),
}

impl ComparePanel {
    /// Another file was read: all of it is compared.
    pub fn compare_with(&mut self, name: String, scenario: Scenario) {
        self.other = Some((name, Arc::new(scenario)));
        self.left = Some(Weighting::Mean);
        self.right = Some(Chosen::Other(Weighting::Mean));
    }

    /// Shows the page.
    pub fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let scenario = context.session.scenario();
        egui::ScrollArea::vertical().id_salt("compare").auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.add_space(14.0);
                let (left, right) = self.sides(scenario);
                let other = self.other.clone();
                let document: &Scenario = match (&right, &other) {
                    (Chosen::Other(_), Some((_, other))) => other,
                    _ => scenario,
                };
                let (Chosen::Here(weighting) | Chosen::Other(weighting)) = &right;
                let halves =
                    [Half { scenario, weighting: &left }, Half { scenario: document, weighting }];
                let is_documents = matches!(right, Chosen::Other(_));
                let names = [
                    self.name(scenario, &Chosen::Here(left.clone()), is_documents),
                    self.name(scenario, &right, is_documents),
                ];
                let sides =
                    Sides { names: [&names[0], &names[1]], documents: [scenario, document] };
                let found =
                    if is_documents && left == Weighting::Mean && *weighting == Weighting::Mean {
                        compare_documents(scenario, document)
                    } else {
                        compare_views(halves[0], halves[1])
                    };
                let is_one_view = right == Chosen::Here(left.clone());
                let heading = if is_one_view {
                    page::CHOOSE_VIEWS.to_owned()
                } else {
                    page::differences(found.len(), &names[0], &names[1])
                };
                heading_ui(&heading, TypeSize::Headline, ui);
                ui.add_space(6.0);
                self.choice_ui(context, scenario, (&left, &right), ui);
                ui.add_space(10.0);
                if is_one_view {
                    return;
                }
                grid_ui(halves, ui);
                ui.add_space(14.0);
                list_ui(context, halves, sides, &found, ui);
                ui.add_space(size::CANVAS_PADDING);
            },
        );
    }

    /// What is compared: what was chosen, as far as it is there, else the first two teams.
    fn sides(&self, scenario: &Scenario) -> (Weighting, Chosen) {
        let is_there =
            |scenario: &Scenario, weighting: &Weighting| Half { scenario, weighting }.is_open();
        let team = |place: usize| {
            let team = scenario.open_teams().nth(place);
            team.map_or(Weighting::Mean, |team| Weighting::Team(team.id().clone()))
        };
        let left =
            self.left.clone().filter(|left| is_there(scenario, left)).unwrap_or_else(|| team(0));
        let right = self.right.clone().filter(|right| match right {
            Chosen::Here(weighting) => is_there(scenario, weighting),
            Chosen::Other(weighting) => {
                self.other.as_ref().is_some_and(|(_, other)| is_there(other, weighting))
            }
        });
        (left, right.unwrap_or_else(|| Chosen::Here(team(1))))
    }

    fn name(&self, scenario: &Scenario, chosen: &Chosen, is_documents: bool) -> String {
        let of = |scenario: &Scenario, weighting: &Weighting| match weighting {
            Weighting::Mean => label::MEAN.to_owned(),
            Weighting::Team(id) => {
                scenario.team(id).map_or_else(String::new, |team| team.name.clone())
            }
        };
        match (chosen, &self.other) {
            (Chosen::Other(weighting), Some((name, _))) if *weighting == Weighting::Mean => {
                name.clone()
            }
            (Chosen::Other(weighting), Some((name, other))) => {
                format!("{} ({name})", of(other, weighting))
            }
            (Chosen::Here(Weighting::Mean), _) if is_documents => page::THIS_DOCUMENT.to_owned(),
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
            all.extend(views(other).into_iter().map(Chosen::Other));
        }
        let is_documents = matches!(right, Chosen::Other(_));
        let lefts: Vec<String> = here
            .iter()
            .map(|view| self.name(scenario, &Chosen::Here(view.clone()), is_documents))
            .collect();
        let rights: Vec<String> =
            all.iter().map(|view| self.name(scenario, view, is_documents)).collect();
        ui.horizontal_wrapped(|ui| {
            let chosen = here.iter().position(|view| view == left).unwrap_or(0);
            if let Some(view) =
                list_of(ui, page::LEFT_SIDE, &lefts, chosen).and_then(|place| here.get(place))
            {
                self.left = Some(view.clone());
            }
            ui.label(page::AND);
            let chosen = all.iter().position(|view| view == right).unwrap_or(0);
            if let Some(view) =
                list_of(ui, page::RIGHT_SIDE, &rights, chosen).and_then(|place| all.get(place))
            {
                self.right = Some(view.clone());
            }
            ui.add_space(12.0);
            if ui.button(page::COMPARE_FILE).clicked() {
                context.queue.push(Action::Do(Command::CompareFile));
            }
        });
    }
}

fn list_of(ui: &mut Ui, name: &str, choices: &[String], chosen: usize) -> Option<usize> {
    let mut picked = None;
    let text = choices.get(chosen).map_or("", String::as_str);
    let list = egui::ComboBox::from_id_salt(name).selected_text(text).width(190.0).truncate();
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

/// Both matrices in one: a number where they agree, both where they differ.
fn grid_ui([left, right]: [Half; 2], ui: &mut Ui) {
    let options =
        union(&left.scenario.options, &right.scenario.options, |option| option.id.clone());
    let criteria =
        union(&left.scenario.criteria, &right.scenario.criteria, |criterion| criterion.id.clone());
    let shares = |half: &Half| half.evaluation().map(|evaluation| evaluation.shares.criteria);
    let (a, b) = (shares(&left), shares(&right));
    egui::ScrollArea::horizontal().id_salt("compared").show(ui, |ui| {
        egui::Grid::new("compared matrices")
            .num_columns(criteria.len() + 1)
            .max_col_width(NAME_WIDTH)
            .spacing([10.0, 6.0])
            .show(ui, |ui| {
                ui.label("");
                for (id, here, there) in &criteria {
                    let name = here.or(*there).map_or(id.as_str(), |criterion| criterion.label());
                    ui.label(RichText::new(name).font(font_id(TypeSize::Note, Weight::SemiBold)));
                }
                ui.end_row();
                ui.label(RichText::new(label::WEIGHT).small());
                for (id, ..) in &criteria {
                    let of = |half: &Half, shares: Option<&Vec<f64>>| {
                        let place = half
                            .scenario
                            .criteria
                            .iter()
                            .position(|criterion| criterion.id == *id)?;
                        shares?.get(place).map(|share| format!("{:.1} %", share * 100.0))
                    };
                    pair_ui(of(&left, a.as_ref()), of(&right, b.as_ref()), ui);
                }
                ui.end_row();
                for (option, here, there) in &options {
                    let name = here.or(*there).map_or(option.as_str(), |option| option.label());
                    ui.label(RichText::new(name).font(font_id(TypeSize::Body, Weight::Medium)));
                    for (criterion, ..) in &criteria {
                        let shown = |half: &Half| shown(half, option, criterion);
                        pair_ui(shown(&left), shown(&right), ui);
                    }
                    ui.end_row();
                }
            });
    });
}

/// A cell's score; a dash where it isn't scored, nothing where a half has no such cell.
fn shown(half: &Half, option: &OptionId, criterion: &NodeId) -> Option<String> {
    half.scenario.option(option)?;
    half.scenario.criterion(criterion)?;
    Some(
        half.score(option, criterion)
            .map_or_else(|| "–".to_owned(), |score| words::plain(score.score)),
    )
}

/// Both sides' things by id, the left one's order first.
fn union<'a, T, I: PartialEq>(
    left: &'a [T],
    right: &'a [T],
    id: impl Fn(&T) -> I,
) -> Vec<(I, Option<&'a T>, Option<&'a T>)> {
    let find = |list: &'a [T], wanted: &I| list.iter().find(|thing| id(thing) == *wanted);
    let here = left.iter().map(|thing| (id(thing), Some(thing), find(right, &id(thing))));
    let there = right
        .iter()
        .filter(|thing| find(left, &id(thing)).is_none())
        .map(|thing| (id(thing), None, Some(thing)));
    here.chain(there).collect()
}

/// One text where both are the same, else both on the ground of what is to be looked at.
fn pair_ui(left: Option<String>, right: Option<String>, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    if left == right {
        ui.label(RichText::new(left.unwrap_or_default()).color(theme.colour(Role::Ink3)));
        return;
    }
    let none = || page::NOT_THERE.to_owned();
    let both = format!("{} | {}", left.unwrap_or_else(none), right.unwrap_or_else(none));
    let frame = egui::Frame::new()
        .fill(theme.colour(Role::WarnTint))
        .corner_radius(corners(size::BADGE_RADIUS))
        .inner_margin(vec2(5.0, 1.0));
    frame.show(ui, |ui| {
        ui.label(
            RichText::new(both)
                .font(font_id(TypeSize::Body, Weight::SemiBold))
                .color(theme.colour(Role::Ink)),
        )
    });
}

fn list_ui(
    context: ViewContext,
    [left, right]: [Half; 2],
    sides: Sides,
    found: &[Difference],
    ui: &mut Ui,
) {
    if found.is_empty() {
        ui.label(page::NO_DIFFERENCE);
        return;
    }
    heading_ui(page::LARGEST_FIRST, TypeSize::PanelTitle, ui);
    for (place, difference) in found.iter().take(SHOWN).enumerate() {
        let sentence = words::difference(sides, difference);
        ui.horizontal_top(|ui| {
            let edit = take_over(difference, left, right, None);
            let button = ui.add_enabled(edit.is_some(), egui::Button::new(page::TAKE_OVER).small());
            button.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Button, edit.is_some(), page::take_over(&sentence))
            });
            if let Some(edit) = edit.filter(|_| button.clicked()) {
                take(context, edit, &sentence, place, ui);
            }
            button.on_hover_text(page::TAKE_OVER_NOTE);
            ui.add(egui::Label::new(&sentence).wrap());
        });
    }
    if found.len() > SHOWN {
        ui.label(label::and_more(found.len() - SHOWN));
    }
}

fn take(context: ViewContext, edit: Edit, sentence: &str, place: usize, ui: &Ui) {
    let touch = new_touch(ui, Id::unique(("take over", place)));
    context.queue.edit(edit, page::taking_over(sentence), touch);
}
