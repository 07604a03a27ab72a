//! The two dialogs of comparisons: in pairs, with their consistency and the one to mend; and with
//! the best and the worst. Each step is an edit of the document, so that shares and ranking behind
//! the dialog follow at once, and undo takes it back.

use egui::{Id, Response, Ui, WidgetInfo, vec2};

use super::WeightsPanel;
use super::kept::{Comparing, Opened};
use super::shown::Page;
use crate::elicitation::{Consistency, ListConsistency, Step};
use crate::look::{Role, TypeSize};
use crate::model::{BestWorst, Elicitation, NodeId, OpenTeam};
use crate::text::{self, weights as words};
use crate::ui::Action;
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::Theme;
use crate::ui::widgets::{choice, modal, touch::touch};

/// How wide the dialog is, and how high its list.
const WIDTH: f32 = 640.0;
const LIST: f32 = 360.0;
/// How high a row of a pair is.
const ROW: f32 = 28.0;
/// The room of a name at either side of a slider.
const NAME: f32 = 180.0;

impl WeightsPanel {
    /// The buttons that open the dialogs.
    pub(super) fn compare_ui(&mut self, page: Page, team: OpenTeam, ui: &mut Ui) {
        let is_enough = page.tree.lists().iter().any(|list| list.members.len() > 1);
        for (comparing, name, step) in [
            (Comparing::Pairs, words::PAIRWISE, Step::Pairs),
            (Comparing::BestWorst, words::BEST_WORST, Step::BestWorst(None)),
        ] {
            let button = ui.add_enabled(is_enough, egui::Button::new(name));
            if button.clicked() {
                self.comparing = Some(Opened::new(comparing, team, ui.ctx()));
                if !comparing.is_of(&team.judgement().elicitation) {
                    push(page, team, step, &button, ui);
                }
            }
        }
    }

    /// The dialog that is open, once the team's record is of its kind.
    pub(super) fn comparing_ui(&mut self, page: Page, ui: &Ui) {
        let Some(team) = page.team else {
            self.comparing = None;
            return;
        };
        self.comparing.take_if(|opened| !opened.stays(team, ui.ctx()));
        let Some(comparing) = self.comparing.as_ref().map(|opened| opened.comparing) else {
            return;
        };
        if !comparing.is_of(&team.judgement().elicitation) {
            return;
        }
        let shown = modal::ui(Id::unique("comparing"), WIDTH, ui, |ui| {
            match &team.judgement().elicitation {
                Elicitation::Pairwise(pairs) => pairs_ui(page, team, pairs, ui),
                Elicitation::BestWorst(record) => best_worst_ui(page, team, record, ui),
                _ => {}
            }
            ui.button(words::DONE).clicked()
        });
        if shown.inner || shown.should_close() {
            self.comparing = None;
        }
    }
}

fn push(page: Page, team: OpenTeam, step: Step, response: &Response, ui: &Ui) {
    let (team, touch) = (team.id().clone(), touch(ui, response));
    page.context.queue.push(Action::Compare { team, step, touch });
}

fn name<'a>(page: Page<'a>, node: &NodeId) -> &'a str {
    let scenario = page.scenario;
    let criterion = scenario.criterion(node).map(crate::model::Criterion::label);
    criterion.or_else(|| scenario.group(node).map(crate::model::Group::label)).unwrap_or_default()
}

fn pairs_ui(page: Page, team: OpenTeam, pairs: &[(NodeId, NodeId, f64)], ui: &mut Ui) {
    heading_ui(&words::pairs_of(team.team().label()), TypeSize::Headline, ui);
    ui.label(words::PAIRS_NOTE);
    let list = egui::ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]);
    list.show_rows(ui, ROW, pairs.len(), |ui, shown| {
        for (a, b, ratio) in pairs.get(shown).unwrap_or_default() {
            let names = [name(page, a), name(page, b)];
            ui.horizontal(|ui| {
                ui.set_height(ROW);
                cell_ui(names[0], egui::Align::Max, ui);
                let mut step = to_step(*ratio);
                let slider = egui::Slider::new(&mut step, -8..=8);
                let slider = slider.show_value(false).trailing_fill(false);
                let response = ui.add(slider);
                let told = words::pair(names, *ratio);
                response.widget_info(|| WidgetInfo::slider(true, f64::from(step), &told));
                if response.changed() {
                    let step = Step::Pair(a.clone(), b.clone(), to_ratio(step));
                    push(page, team, step, &response, ui);
                }
                cell_ui(names[1], egui::Align::Min, ui);
                note_ui(&words::ratio_in_words(*ratio), ui);
            });
        }
    });
    consistency_ui(page, team, ui);
}

/// A name in a room of its own, at the side of the slider.
fn cell_ui(words: &str, align: egui::Align, ui: &mut Ui) {
    let layout = egui::Layout::top_down(align);
    ui.allocate_ui_with_layout(vec2(NAME, 20.0), layout, |ui| {
        ui.set_width(NAME);
        ui.add(egui::Label::new(words).truncate());
    });
}

fn note_ui(words: &str, ui: &mut Ui) {
    let colour = Theme::of(ui.ctx()).colour(Role::Ink2);
    ui.label(egui::RichText::new(words).small().color(colour));
}

/// How far the comparisons agree, list by list, and the one that would mend most.
fn consistency_ui(page: Page, team: OpenTeam, ui: &mut Ui) {
    let Some(Consistency::Pairwise { lists, .. }) = &page.evaluation.shares.consistency else {
        return;
    };
    for list in lists {
        let of = list.group.as_ref().filter(|_| lists.len() > 1).map(|group| name(page, group));
        ui.label(text::consistency::pairwise(of, list.ratio, list.lambda));
        mend_ui(page, team, list, ui);
    }
}

fn mend_ui(page: Page, team: OpenTeam, list: &ListConsistency, ui: &mut Ui) {
    let Some(mend) = &list.said else { return };
    let (more, less) = (name(page, &mend.more), name(page, &mend.less));
    note_ui(&text::consistency::mend(more, less, mend.times, mend.ratio), ui);
    let button = ui.button(words::set_so(more, less));
    if button.clicked() {
        let Elicitation::Pairwise(pairs) = &team.judgement().elicitation else { return };
        let is_turned = !pairs.iter().any(|(a, b, _)| *a == mend.more && *b == mend.less);
        let step = if is_turned {
            Step::Pair(mend.less.clone(), mend.more.clone(), 1.0 / mend.times)
        } else {
            Step::Pair(mend.more.clone(), mend.less.clone(), mend.times)
        };
        push(page, team, step, &button, ui);
    }
}

/// −8..8: 0 is equal, above it the second is more important.
fn to_step(ratio: f64) -> i32 {
    if ratio >= 1.0 { -(ratio - 1.0).round() as i32 } else { (1.0 / ratio - 1.0).round() as i32 }
}

fn to_ratio(step: i32) -> f64 {
    let times = f64::from(step.abs()) + 1.0;
    if step > 0 { 1.0 / times } else { times }
}

fn best_worst_ui(page: Page, team: OpenTeam, record: &BestWorst, ui: &mut Ui) {
    heading_ui(&words::best_worst_of(team.team().label()), TypeSize::Headline, ui);
    ui.label(words::BEST_WORST_NOTE);
    let mut all: Vec<&NodeId> = vec![&record.best];
    all.extend(record.best_over.iter().map(|(id, _)| id));
    all.sort_by_key(|id| page.scenario.criteria.iter().position(|it| it.id == **id));
    let names: Vec<&str> = all.iter().map(|id| name(page, id)).collect();
    let at = |node: &NodeId| all.iter().position(|id| *id == node).unwrap_or(0);
    for (label, chosen, step) in [
        (words::BEST, &record.best, Step::Best as fn(NodeId) -> Step),
        (words::WORST, &record.worst, Step::Worst),
    ] {
        ui.horizontal(|ui| {
            ui.label(label);
            ui.scope(|ui| {
                ui.set_width(NAME * 1.5);
                let id = Id::unique(("best or worst", label));
                let picked = choice::list_ui(id, label, &names, at(chosen), ui);
                if let Some(node) = picked.and_then(|place| all.get(place)) {
                    let response = ui.response();
                    push(page, team, step((*node).clone()), &response, ui);
                }
            });
        });
    }
    let list = egui::ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]);
    list.show(ui, |ui| {
        let best = name(page, &record.best);
        note_ui(&words::best_over(best), ui);
        for (node, number) in &record.best_over {
            let told = words::times_over(best, name(page, node));
            let step = |number| Step::BestOver(node.clone(), number);
            number_ui(page, team, (name(page, node), &told), (*number, &step), ui);
        }
        let worst = name(page, &record.worst);
        note_ui(&words::over_worst(worst), ui);
        for (node, number) in record.over_worst.iter().filter(|(id, _)| *id != record.best) {
            let told = words::times_over(name(page, node), worst);
            let step = |number| Step::OverWorst(node.clone(), number);
            number_ui(page, team, (name(page, node), &told), (*number, &step), ui);
        }
    });
    if let Some(Consistency::BestWorst { xi, ratio }) = &page.evaluation.shares.consistency {
        ui.label(text::consistency::best_worst(*xi, *ratio));
    }
}

/// A slider from 1 to 9 before the name of what it is of.
fn number_ui(
    page: Page,
    team: OpenTeam,
    (name, told): (&str, &str),
    (number, step): (f64, &dyn Fn(f64) -> Step),
    ui: &mut Ui,
) {
    ui.horizontal(|ui| {
        cell_ui(name, egui::Align::Max, ui);
        let mut times = number.round() as i32;
        let response = ui.add(egui::Slider::new(&mut times, 1..=9));
        response.widget_info(|| WidgetInfo::slider(true, f64::from(times), told));
        if response.changed() {
            push(page, team, step(f64::from(times)), &response, ui);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_of_pairs_goes_from_nine_times_to_a_ninth() {
        let shown = [9.0, 3.0, 1.0, 1.0 / 3.0, 1.0 / 9.0].map(to_step);
        assert_eq!(shown, [-8, -2, 0, 2, 8]);
        for step in -8..=8 {
            assert_eq!(to_step(to_ratio(step)), step);
        }
    }
}
