//! What a cell's score is where assumptions don't hold.

use egui::{Popup, Ui, WidgetInfo};

use super::parts::{change, list_head_ui, note_ui};
use super::shown::Cell;
use crate::model::{Assumption, Edit, Figures, Score};
use crate::text as words;
use crate::ui::Touch;
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field_id, number_ui, optional_number_ui, text_ui};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::number::{Allowed, Number};
use crate::ui::widgets::touch::new_touch;

/// Shows the list; nothing where no assumption is named.
pub fn ui(cell: &Cell, written: &Score, ui: &mut Ui) {
    let scenario = cell.context.session.scenario();
    if scenario.assumptions.is_empty() {
        return;
    }
    heading_ui(cell, written, ui);
    for assumption in &scenario.assumptions {
        if let Some(figures) = written.otherwise.get(&assumption.id) {
            let without = Without { cell, written, assumption, figures };
            ui.push_id(("otherwise", assumption.id.as_str()), |ui| without.ui(ui));
        }
    }
}

/// The heading, and the list of assumptions that a score can be added for.
fn heading_ui(cell: &Cell, written: &Score, ui: &mut Ui) {
    let scenario = cell.context.session.scenario();
    let open: Vec<&Assumption> = scenario
        .assumptions
        .iter()
        .filter(|assumption| !written.otherwise.contains_key(&assumption.id))
        .collect();
    list_head_ui(words::fields::OTHERWISE, ui, |ui| {
        if open.is_empty() {
            return;
        }
        let id = field_id(&cell.selection, "add otherwise");
        let add = button::link_ui(ui, id, words::fields::ADD, None);
        add.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Button, true, words::assumptions::ADD_OTHERWISE)
        });
        Popup::menu(&add).show(|ui| open_ui(cell, written, &open, ui));
    });
}

/// The assumptions that the cell knows nothing of.
fn open_ui(cell: &Cell, written: &Score, open: &[&Assumption], ui: &mut Ui) {
    ui.set_max_width(320.0);
    for assumption in open {
        if ui.add(egui::Button::new(&assumption.name).truncate()).clicked() {
            add_for(cell, written, assumption, ui);
            ui.close();
        }
    }
}

/// A score without an assumption begins as what it is with it.
fn add_for(cell: &Cell, written: &Score, assumption: &Assumption, ui: &Ui) {
    let figures = Figures { reason: String::new(), ..written.figures(None) };
    let next = written.with_figures(Some(&assumption.id), figures);
    let touch = new_touch(ui, field_id(&cell.selection, "otherwise"));
    let name = words::assumptions::field(words::fields::SCORE, assumption.label());
    let of = words::matrix::cell(cell.option.label(), cell.criterion.label());
    cell.context.queue.edit(cell.written_edit(Some(next)), change(&name, &of), touch);
}

/// A score's figures with another end.
type With = fn(&Figures, Option<f64>) -> Figures;

/// The score without one assumption.
struct Without<'a> {
    cell: &'a Cell<'a>,
    written: &'a Score,
    assumption: &'a Assumption,
    figures: &'a Figures,
}

impl Without<'_> {
    fn ui(&self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let room = ui.available_width() - 34.0;
            let name = egui::Label::new(self.assumption.label()).truncate();
            ui.allocate_ui(egui::vec2(room, 24.0), |ui| {
                ui.set_width(room);
                ui.add(name).on_hover_text(&self.assumption.name);
            });
            let remove = words::assumptions::remove(self.assumption.label());
            let id = self.field("drop");
            if button::icon_ui(ui, id, Icon::Close, &remove).clicked() {
                let mut next = self.written.clone();
                next.otherwise.shift_remove(&self.assumption.id);
                self.put_written(words::fields::SCORE, next, new_touch(ui, id));
            }
        });
        self.numbers_ui(ui);
        let name = self.name(words::fields::REASON);
        let reason =
            Field::paragraphs(self.field("reason"), &name).hint(words::fields::REASON_HINT);
        if let Some((reason, touch)) = text_ui(self.cell.context, reason, &self.figures.reason, ui)
        {
            self.put(words::fields::REASON, Figures { reason, ..self.figures.clone() }, touch);
        }
        ui.add_space(8.0);
    }

    fn numbers_ui(&self, ui: &mut Ui) {
        let (context, figures) = (self.cell.context, self.figures);
        let allowed = Allowed::score(self.cell.criterion);
        let scale = self.cell.criterion.fixed_ends();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(76.0);
                note_ui(words::fields::SCORE, ui);
                let name = self.name(words::fields::SCORE);
                let field = Field::line(self.field("score"), &name).wide(60.0);
                let with = |number: f64| figures.clone().rescored(number, scale);
                let effect = |typed: Option<f64>| self.edit(with(typed.unwrap_or(figures.score)));
                let number = Number::new(Some(figures.score), allowed).tried(&effect);
                if let Some((number, touch)) = number_ui(context, field, number, ui) {
                    self.put(words::fields::SCORE, with(number), touch);
                }
            });
            let ends: [(&str, Option<f64>, With); 2] = [
                (words::fields::LOW, figures.low, |it, low| Figures { low, ..it.clone() }),
                (words::fields::HIGH, figures.high, |it, high| Figures { high, ..it.clone() }),
            ];
            for (end, known, with) in ends {
                ui.vertical(|ui| {
                    ui.set_width(76.0);
                    note_ui(end, ui);
                    let name = self.name(end);
                    let field = Field::line(self.field(end), &name).wide(60.0);
                    let effect = |typed: Option<f64>| self.edit(with(figures, typed));
                    let number = Number::new(known, allowed).tried(&effect);
                    if let Some((typed, touch)) = optional_number_ui(context, field, number, ui) {
                        self.put(end, with(figures, typed), touch);
                    }
                });
            }
        });
    }

    fn field(&self, key: &str) -> egui::Id {
        field_id((&self.cell.selection, self.assumption.id.as_str()), key)
    }

    fn name(&self, field: &str) -> String {
        words::assumptions::field(field, self.assumption.label())
    }

    fn edit(&self, figures: Figures) -> Edit {
        let next = self.written.with_figures(Some(&self.assumption.id), figures);
        self.cell.written_edit(Some(next))
    }

    fn put(&self, what: &str, figures: Figures, touch: Touch) {
        let next = self.written.with_figures(Some(&self.assumption.id), figures);
        self.put_written(what, next, touch);
    }

    fn put_written(&self, what: &str, next: Score, touch: Touch) {
        let of = words::matrix::cell(self.cell.option.label(), self.cell.criterion.label());
        let edit = self.cell.written_edit(Some(next));
        self.cell.context.queue.edit(edit, change(&self.name(what), &of), touch);
    }
}
