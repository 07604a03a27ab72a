//! The weights of the team that is shown: the way of weighing, and sliders down the criteria tree.

use egui::{Align2, Sense, Slider, SliderClamping, Ui, pos2, vec2};
use indexmap::IndexMap;

use crate::elicitation::{UNJUDGED, weight_of};
use crate::evaluation::Weighting;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Edit, Elicitation, Judgement, Member, Scenario, Siblings, Team, Tree};
use crate::text::{self as words, Percents, field, label};
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::{new_touch, touch};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Queue, ViewContext};

/// How far a child is set in from its group.
const INDENT: f32 = 12.0;
/// The room of the number beside a slider.
const VALUE_WIDTH: f32 = 64.0;
/// The widest that the rows get.
const WIDTH: f32 = 620.0;
/// The room of the lock beside the share.
const LOCK_WIDTH: f32 = 30.0;
/// Sliders run to this, or to the largest weight given.
const MOST_POINTS: f64 = 100.0;

/// Shows the page.
pub fn ui(context: ViewContext, queue: &mut Queue, ui: &mut Ui) {
    let scenario = context.session.scenario();
    ui.add_space(16.0);
    ui.label(egui::RichText::new(label::WEIGHTS).font(font_id(TypeSize::Headline, Weight::SemiBold)));
    let evaluation = context.session.evaluation(&context.session.weighting);
    let evaluation = match evaluation.as_ref() {
        Ok(evaluation) => evaluation,
        Err(withheld) => {
            ui.label(words::withheld(withheld));
            return;
        }
    };
    let team = match &context.session.weighting {
        Weighting::Team(id) => scenario.team(id),
        Weighting::Mean => None,
    };
    let note = note(scenario, team.map(AsRef::as_ref));
    ui.label(egui::RichText::new(note).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
    if let Some(team) = team.filter(|team| !team.is_sealed()) {
        way_ui(scenario, team, queue, ui);
    }
    ui.add_space(8.0);
    egui::ScrollArea::vertical().id_salt("weights").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(WIDTH.min(ui.available_width() - 12.0));
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let percents = words::percents(&tree, &evaluation.shares);
        let rows = Rows { context, tree: &tree, team: team.map(AsRef::as_ref), percents };
        if let Some(top) = tree.lists().first() {
            rows.list_ui(top, 0, queue, ui);
        }
        ui.add_space(size::CANVAS_PADDING);
    });
}

/// The way of weighing, free while there are no weights, and what is done to all weights at once.
fn way_ui(scenario: &Scenario, team: &Team, queue: &mut Queue, ui: &mut Ui) {
    let is_weighed = team.judgement.is_weighed();
    let ways = [(field::DIRECT, Elicitation::Direct(IndexMap::new())), (field::SWING, Elicitation::Swing(Vec::new()))];
    ui.horizontal(|ui| {
        ui.label(field::WAY);
        for (name, way) in ways {
            let is_chosen = std::mem::discriminant(&way) == std::mem::discriminant(&team.judgement.elicitation);
            let radio = ui.add_enabled(is_chosen || !is_weighed, egui::RadioButton::new(is_chosen, name));
            if radio.on_disabled_hover_text(label::WAY_NOTE).clicked() && !is_chosen {
                judge(team, Judgement { elicitation: way, ..Judgement::default() }, queue, ui);
            }
        }
    });
    ui.horizontal(|ui| {
        if ui.button(label::EQUAL).clicked() {
            let ids = scenario.groups.iter().map(|group| &group.id).chain(scenario.criteria.iter().map(|criterion| &criterion.id));
            let elicitation = Elicitation::Direct(ids.map(|id| (id.clone(), 1.0)).collect());
            judge(team, Judgement { elicitation, ..team.judgement.clone() }, queue, ui);
        }
        if ui.add_enabled(is_weighed, egui::Button::new(label::CLEAR_WEIGHTS)).clicked() {
            judge(team, Judgement::default(), queue, ui);
        }
    });
}

fn judge(team: &Team, judgement: Judgement, queue: &mut Queue, ui: &Ui) {
    let touch = new_touch(ui, egui::Id::unique(("way", team.id.as_str())));
    queue.edit(Edit::Judge(team.id.clone(), judgement), label::weights_edit(team.label()), touch);
}

fn note(scenario: &Scenario, team: Option<&Team>) -> String {
    match team {
        None if scenario.teams.is_empty() => label::NO_TEAMS.to_owned(),
        None => label::MEAN_IS_DERIVED.to_owned(),
        Some(team) => match &team.judgement.elicitation {
            Elicitation::Direct(_) | Elicitation::Swing(_) => team.name.clone(),
            _ => label::KEPT_RECORD.to_owned(),
        },
    }
}

/// The rows of a tree under one weighting.
struct Rows<'a> {
    context: ViewContext<'a>,
    tree: &'a Tree<'a>,
    /// Whose weights can be changed; none: they follow from the teams'.
    team: Option<&'a Team>,
    percents: Percents,
}

impl Rows<'_> {
    fn list_ui(&self, list: &Siblings, depth: usize, queue: &mut Queue, ui: &mut Ui) {
        let is_judged = list.members.iter().any(|member| self.weight(*member).is_some());
        for member in &list.members {
            self.member_ui(*member, is_judged, depth, queue, ui);
            if let Member::Group(index) = member
                && let Some(children) = self.tree.lists().iter().find(|list| list.parent == Some(*index))
            {
                self.list_ui(children, depth + 1, queue, ui);
            }
        }
    }

    fn percent(&self, member: Member) -> u32 {
        let percent = match member {
            Member::Group(index) => self.percents.groups.get(index),
            Member::Criterion(index) => self.percents.criteria.get(index),
        };
        percent.copied().unwrap_or(0)
    }

    fn weight(&self, member: Member) -> Option<f64> {
        weight_of(self.team?, self.tree.id(member)?)
    }

    fn label(&self, member: Member) -> (&str, Option<Hue>) {
        match member {
            Member::Group(index) => (self.tree.groups.get(index).map_or("", |group| group.label()), None),
            Member::Criterion(index) => {
                let criterion = self.tree.criteria.get(index);
                (criterion.map_or("", |criterion| criterion.label()), criterion.map(|criterion| Hue::of(criterion.hue.number())))
            }
        }
    }

    /// A heading line with the share, and below it the slider.
    fn member_ui(&self, member: Member, is_judged: bool, depth: usize, queue: &mut Queue, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let (name, hue) = self.label(member);
        let indent = INDENT * depth as f32;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        let painter = ui.painter();
        if let Some(hue) = hue {
            let bar = egui::Rect::from_min_size(pos2(rect.left() + indent, rect.center().y - 6.0), vec2(4.0, 12.0));
            painter.rect_filled(bar, 0.0, theme.colour(Role::Criterion(hue)));
        }
        let set = |weight| text::Type { size: TypeSize::Body, weight, colour: theme.colour(Role::Ink) };
        let galley = text::layout(
            painter,
            name,
            set(if hue.is_some() { Weight::Regular } else { Weight::SemiBold }),
            rect.width() - indent - 56.0 - LOCK_WIDTH,
            1,
        );
        text::place(painter, pos2(rect.left() + indent + 10.0, rect.center().y - galley.size().y / 2.0), &galley);
        let share = format!("{} %", self.percent(member));
        text::line(painter, rect.right_center() - vec2(LOCK_WIDTH, 0.0), Align2::RIGHT_CENTER, &share, set(Weight::SemiBold));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{name} {share}")));
        if galley.elided {
            response.on_hover_text(name);
        }
        self.lock_ui(member, name, rect, queue, ui);
        self.slider_ui(member, name, is_judged, indent, queue, ui);
        ui.add_space(size::CANVAS_PADDING / 4.0);
    }

    /// Holds the share while bars are dragged, or lets it go.
    fn lock_ui(&self, member: Member, name: &str, row: egui::Rect, queue: &mut Queue, ui: &Ui) {
        let Some((team, node)) = self.team.zip(self.tree.id(member)) else { return };
        let is_held = self.context.session.locks.contains(node);
        let square = egui::Rect::from_center_size(row.right_center() - vec2(11.0, 0.0), vec2(22.0, 22.0));
        let id = egui::Id::unique(("lock", team.id.as_str(), node.as_str()));
        let (icon, told) = if is_held { (Icon::Locked, label::let_go(name)) } else { (Icon::Unlocked, label::hold(name)) };
        if button::icon_at_ui(ui, square, id, icon, &told).clicked() {
            queue.push(Action::ToggleLock(node.clone()));
        }
    }

    fn slider_ui(&self, member: Member, name: &str, is_judged: bool, indent: f32, queue: &mut Queue, ui: &mut Ui) {
        let Some((team, node)) = self.team.zip(self.tree.id(member)) else { return };
        if !matches!(team.judgement.elicitation, Elicitation::Direct(_) | Elicitation::Swing(_)) {
            return;
        }
        let given = self.weight(member).unwrap_or(if is_judged { 0.0 } else { UNJUDGED });
        let mut weight = given;
        ui.horizontal(|ui| {
            ui.add_space(indent);
            ui.spacing_mut().slider_width = (ui.available_width() - VALUE_WIDTH).max(80.0);
            let most = MOST_POINTS.max(given);
            let slider = Slider::new(&mut weight, 0.0..=most)
                .step_by(1.0)
                .clamping(SliderClamping::Edits)
                .custom_formatter(|weight, _| words::plain(weight));
            let response = ui.push_id((team.id.as_str(), node.as_str()), |ui| ui.add(slider)).inner;
            let response = response.accessible_name(label::weight_of(name));
            let touch = touch(ui, &response);
            if response.changed() && weight != given {
                queue.push(Action::Weigh { team: team.id.clone(), node: node.clone(), weight, touch });
            }
        });
    }
}
