//! What a team may want to look at before its weights are sealed: questions with two answers each,
//! none of which stands in the way.

use egui::{Id, Sense, Ui, vec2};

use super::WeightsPanel;
use super::hand::points_id;
use super::kept::{Comparing, Opened};
use super::shown::Page;
use crate::elicitation::Step;
use crate::evaluation::{Hint, Weighting};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Criterion, Elicitation, Group, NodeId, OpenTeam};
use crate::session::Selection;
use crate::session::results::HintsOf;
use crate::text::{self, hints as words};
use crate::ui::panels::title;
use crate::ui::stage::Stage;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::{button, touch::new_touch};
use crate::ui::{Action, Command};

/// Which of a question's two answers was pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Act,
    LetStand,
}

impl WeightsPanel {
    /// The questions that are open, one below the other; nothing where there are none.
    pub(super) fn hints_ui(&mut self, page: Page, ui: &mut Ui) {
        let Some(team) = page.team else { return };
        let opened = self.hints.opened(page);
        let weighting = Weighting::Team(team.id().clone());
        let answer = page.context.session.ask(&HintsOf(weighting, opened));
        let Some(found) = answer.last() else { return };
        let is_open =
            |hint: &&Hint| !self.hints.answered.contains(&(team.id().clone(), (*hint).clone()));
        let open: Vec<Hint> = found.iter().filter(is_open).cloned().collect();
        if open.is_empty() {
            return;
        }
        ui.add_space(16.0);
        title::ui(words::TITLE, "", ui);
        for hint in open {
            match hint_ui(page, &hint, ui) {
                Some(Pressed::Act) => self.act(page, team, &hint, ui),
                Some(Pressed::LetStand) => self.let_stand(page, team, hint, ui),
                None => {}
            }
        }
    }

    fn act(&mut self, page: Page, team: OpenTeam, hint: &Hint, ui: &Ui) {
        let focus = |node: &NodeId| {
            ui.memory_mut(|memory| memory.request_focus(points_id(team.id(), node)));
        };
        match hint {
            Hint::RangeChanged(node) | Hint::SplitIntoBranches(node) => focus(node),
            Hint::HuggingTheFirst => {
                page.scenario.criteria.first().into_iter().for_each(|first| focus(&first.id));
            }
            Hint::NearlyEqual(_) => {
                self.comparing = Some(Opened::new(Comparing::Pairs, team, ui.ctx()));
                if !matches!(team.judgement().elicitation, Elicitation::Pairwise(_)) {
                    let touch = new_touch(ui, Id::unique("compare the nearly equal"));
                    let (team, step) = (team.id().clone(), Step::Pairs);
                    page.context.queue.push(Action::Compare { team, step, touch });
                }
            }
            Hint::ToldTwice([first, _]) => {
                page.context.queue.push(Action::Select(Selection::Criterion(first.clone())));
                page.context.queue.push(Action::Do(Command::Show(Stage::Matrix)));
            }
        }
    }

    /// It is so: a weight of another range is kept for the one that there is now, the rest isn't
    /// asked again.
    fn let_stand(&mut self, page: Page, team: OpenTeam, hint: Hint, ui: &Ui) {
        if let Hint::RangeChanged(node) = &hint
            && let Some(weight) = page.given(node)
        {
            let touch = new_touch(ui, Id::unique(("keep a weight", node.as_str())));
            let (team, node) = (team.id().clone(), node.clone());
            page.context.queue.push(Action::Weigh { team, node, weight, touch });
            return;
        }
        self.hints.answered.insert((team.id().clone(), hint));
    }
}

/// One question; gives which answer was pressed.
fn hint_ui(page: Page, hint: &Hint, ui: &mut Ui) -> Option<Pressed> {
    let theme = Theme::of(ui.ctx());
    let (heading, question, answers) = told(page, hint);
    let mut pressed = None;
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let stroke = theme.stroke(size::ICON_STROKE, Role::WarnMark);
        icon::paint(ui.painter(), Icon::Warning, rect.center(), stroke);
        ui.vertical(|ui| {
            let font = font_id(TypeSize::Body, Weight::SemiBold);
            ui.label(egui::RichText::new(heading).font(font));
            ui.label(egui::RichText::new(question).color(theme.colour(Role::Ink2)));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                for (place, answer) in [Pressed::Act, Pressed::LetStand].into_iter().enumerate() {
                    let words = answers.get(place).copied().unwrap_or_default();
                    let id = Id::unique(("hint", heading, place, &question_id(hint)));
                    if button::link_ui(ui, id, words, None).clicked() {
                        pressed = Some(answer);
                    }
                }
            });
        });
    });
    ui.add_space(8.0);
    pressed
}

/// What tells two questions of one kind apart.
fn question_id(hint: &Hint) -> Vec<NodeId> {
    match hint {
        Hint::RangeChanged(node) | Hint::SplitIntoBranches(node) => vec![node.clone()],
        Hint::NearlyEqual(nodes) => nodes.clone(),
        Hint::ToldTwice(nodes) => nodes.to_vec(),
        Hint::HuggingTheFirst => Vec::new(),
    }
}

/// A question's heading, itself, and its two answers.
fn told(page: Page, hint: &Hint) -> (&'static str, String, [&'static str; 2]) {
    let name = |node: &NodeId| {
        let criterion = page.scenario.criterion(node).map(Criterion::label);
        criterion.or_else(|| page.scenario.group(node).map(Group::label)).unwrap_or_default()
    };
    let percent = |node: &NodeId| {
        let criteria = page.scenario.criteria.iter().position(|it| it.id == *node);
        let groups = page.scenario.groups.iter().position(|it| it.id == *node);
        let found = criteria
            .and_then(|at| page.percents.criteria.get(at))
            .or_else(|| groups.and_then(|at| page.percents.groups.get(at)));
        found.copied().unwrap_or(0)
    };
    match hint {
        Hint::RangeChanged(node) => {
            (text::weights::RANGE_CHANGED_TITLE, words::range_changed(name(node)), words::RANGE)
        }
        Hint::NearlyEqual(nodes) => {
            let names: Vec<&str> = nodes.iter().map(name).collect();
            let percents: Vec<u32> = nodes.iter().map(percent).collect();
            (words::NEARLY_EQUAL, words::nearly_equal(&names, &percents), words::EQUAL)
        }
        Hint::ToldTwice([a, b]) => {
            let sum = percent(a) + percent(b);
            (words::TOLD_TWICE, words::told_twice([name(a), name(b)], sum), words::TWICE)
        }
        Hint::SplitIntoBranches(node) => {
            (words::SPLIT, words::split(name(node), percent(node)), words::BRANCH)
        }
        Hint::HuggingTheFirst => (words::HUGGING, words::HUGGING_NOTE.to_owned(), words::FIRST),
    }
}
