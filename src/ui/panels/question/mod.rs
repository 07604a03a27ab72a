//! The first stage: what is decided, by whom, among what, on what and with whom.

mod adding;
mod heading;
mod lists;

use egui::{Id, Ui, vec2};

use crate::model::{Edit, Scenario};
use crate::session::{Selection, Session};
use crate::text;
use crate::ui::ViewContext;
use crate::ui::adding::{Kind, name_field};
use crate::ui::panels::StagePanel;
use crate::ui::panels::assumption::{Place, switch_id};
use crate::ui::widgets::choice::list_ui;
use crate::ui::widgets::field::{Field, text_ui};
use crate::ui::widgets::touch::new_touch;
use adding::Adding;
use heading::heading_ui;

/// The widest that fields of text get.
const FIELDS_WIDTH: f32 = 1100.0;
const LINE_WIDTH: f32 = 520.0;

/// The page, and what is being typed below its lists.
#[derive(Default)]
pub struct QuestionPanel {
    adding: Adding,
}

impl StagePanel for QuestionPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        egui::ScrollArea::vertical().id_salt("question").auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                ui.add_space(16.0);
                fields_ui(context, ui);
                ui.add_space(16.0);
                lists::ui(context, &mut self.adding, ui);
                marking_ui(context, ui);
                ui.add_space(6.0);
                baseline_ui(context, ui);
                ui.add_space(24.0);
            },
        );
    }

    /// The switch of the assumption that is selected; else the first of what a decision needs that
    /// is empty; of one that has it all the field for another option, where a stray key changes
    /// nothing.
    fn landing(&self, session: &Session) -> Option<Id> {
        let scenario: &Scenario = session.scenario();
        if let Selection::Assumption(id) = &session.selection {
            return Some(switch_id(id, Place::List));
        }
        let fields = [
            (field("title"), scenario.title == text::files::NEW_TITLE),
            (field("question"), scenario.question.is_empty()),
            (name_field(Kind::Option), scenario.options.is_empty()),
            (name_field(Kind::Criterion), scenario.criteria.is_empty()),
            (name_field(Kind::Team), scenario.teams.is_empty()),
        ];
        let first = fields.into_iter().find(|(_, is_wanted)| *is_wanted);
        Some(first.map_or(name_field(Kind::Option), |(field, _)| field))
    }
}

/// A field of the scenario itself.
fn field(key: &str) -> Id {
    Id::unique(("scenario", key))
}

/// How a field changes the scenario.
type Change = fn(String) -> Edit;

fn fields_ui(context: ViewContext, ui: &mut Ui) {
    let scenario: &Scenario = context.session.scenario();
    let fields: [(&str, &str, &str, &str, usize, Change); 4] = [
        (text::fields::TITLE, text::question::TITLE_HINT, "title", &scenario.title, 1, Edit::Title),
        (
            text::fields::QUESTION,
            text::question::QUESTION_HINT,
            "question",
            &scenario.question,
            2,
            Edit::Question,
        ),
        (
            text::fields::DECISION_MAKER,
            text::fields::DECISION_MAKER,
            "decision maker",
            &scenario.decision_maker,
            1,
            Edit::DecisionMaker,
        ),
        (text::fields::NOTES, text::fields::NOTES_HINT, "notes", &scenario.notes, 3, Edit::Notes),
    ];
    for (name, hint, key, known, rows, edit) in fields {
        heading_ui(name, ui);
        let width = FIELDS_WIDTH.min(ui.available_width() - 12.0);
        let shown = Field { rows, ..Field::line(field(key), name).hint(hint).wide(width) };
        let shown = Field { most_height: 120.0, ..shown };
        if let Some((text, touch)) = text_ui(context, shown, known, ui) {
            context.queue.edit(edit(text), text::edits::the_field(name), touch);
        }
        ui.add_space(6.0);
    }
}

/// The line that stands on everything that leaves the program.
fn marking_ui(context: ViewContext, ui: &mut Ui) {
    let name = text::fields::MARKING;
    heading_ui(name, ui);
    let width = LINE_WIDTH.min(ui.available_width() - 12.0);
    let line = Field::line(field("marking"), name).hint(text::fields::MARKING_HINT).wide(width);
    if let Some((text, touch)) = text_ui(context, line, &context.session.scenario().marking, ui) {
        context.queue.edit(Edit::Marking(text), text::edits::the_field(name), touch);
    }
}

/// Which option stands for nobody deciding anything new.
fn baseline_ui(context: ViewContext, ui: &mut Ui) {
    let scenario: &Scenario = context.session.scenario();
    heading_ui(text::fields::BASELINE, ui);
    let named = scenario
        .options
        .iter()
        .map(|option| text::charts::lettered(option.letter.as_str(), &option.name));
    let choices: Vec<String> =
        std::iter::once(text::fields::NOTHING_CHOSEN.to_owned()).chain(named).collect();
    let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
    let chosen = scenario.options.iter().position(|it| Some(&it.id) == scenario.baseline.as_ref());
    let id = field("baseline");
    let picked = ui
        .scope(|ui| {
            ui.set_max_width(LINE_WIDTH.min(ui.available_width() - 12.0));
            list_ui(id, text::fields::BASELINE, &choices, chosen.map_or(0, |at| at + 1), ui)
        })
        .inner;
    if let Some(place) = picked {
        let option = place.checked_sub(1).and_then(|at| scenario.options.get(at));
        let edit = Edit::Baseline(option.map(|option| option.id.clone()));
        let name = text::edits::the_field(text::fields::BASELINE);
        context.queue.edit(edit, name, new_touch(ui, id));
    }
}
