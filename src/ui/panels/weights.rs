//! The weights of the team that is shown, as sliders down the criteria tree.

use egui::{Align2, Sense, Slider, SliderClamping, Ui, pos2, vec2};

use crate::elicitation::{UNJUDGED, weight_of};
use crate::evaluation::Weighting;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Elicitation, Member, Scenario, Siblings, Team, Tree};
use crate::text::{self as words, Percents, label};
use crate::ui::theme::Theme;
use crate::ui::widgets::text;
use crate::ui::widgets::touch::touch;
use crate::ui::{Action, Queue, ViewContext};

/// How far a child is set in from its group.
const INDENT: f32 = 12.0;
/// The room of the number beside a slider.
const VALUE_WIDTH: f32 = 64.0;
/// Sliders run to this, or to the largest weight given.
const MOST_POINTS: f64 = 100.0;

/// Shows the panel.
pub fn ui(context: ViewContext, queue: &mut Queue, ui: &mut Ui) {
    let scenario = context.session.scenario();
    ui.add_space(12.0);
    ui.label(egui::RichText::new(label::WEIGHTS).size(TypeSize::PanelTitle.points()).family(semibold()));
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
    ui.label(egui::RichText::new(note).small().color(Theme::of(ui.ctx()).colour(Role::Ink3)));
    ui.add_space(8.0);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let percents = words::percents(&tree, &evaluation.shares);
        let rows = Rows { tree: &tree, team: team.map(AsRef::as_ref), percents };
        if let Some(top) = tree.lists().first() {
            rows.list_ui(top, 0, queue, ui);
        }
    });
}

fn semibold() -> egui::FontFamily {
    crate::ui::theme::font_id(TypeSize::PanelTitle, Weight::SemiBold).family
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
            rect.width() - indent - 56.0,
            1,
        );
        text::place(painter, pos2(rect.left() + indent + 10.0, rect.center().y - galley.size().y / 2.0), &galley);
        let share = format!("{} %", self.percent(member));
        text::line(painter, rect.right_center(), Align2::RIGHT_CENTER, &share, set(Weight::SemiBold));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{name} {share}")));
        if galley.elided {
            response.on_hover_text(name);
        }
        self.slider_ui(member, name, is_judged, indent, queue, ui);
        ui.add_space(size::CANVAS_PADDING / 4.0);
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
