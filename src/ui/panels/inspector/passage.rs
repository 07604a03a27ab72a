//! The passage that a piece of evidence rests on: made by selecting its words in the source's page,
//! of which nothing but their hash is kept.

use egui::{Id, TextEdit, Ui};

use super::parts::note_ui;
use crate::model::Passage;
use crate::text as words;
use crate::ui::Touch;
use crate::ui::widgets::button;
use crate::ui::widgets::touch::new_touch;

/// How high the page is shown.
const ROWS: usize = 6;

/// Shows what is pinned, and on demand the page. Gives the passage after a change.
pub fn ui(id: Id, known: Option<&Passage>, ui: &mut Ui) -> Option<(Option<Passage>, Touch)> {
    note_ui(words::fields::PASSAGE, ui);
    let open = id.with("page");
    let mut page: Option<String> = ui.data(|data| data.get_temp(open)).flatten();
    let mut changed = None;
    if let Some(passage) = known {
        note_ui(&words::assumptions::passage(passage.words), ui);
    }
    match &mut page {
        None => {
            ui.horizontal(|ui| {
                let pin = match known {
                    Some(_) => words::assumptions::PIN_ANOTHER,
                    None => words::assumptions::PIN_PASSAGE,
                };
                if button::link_ui(ui, id.with("pin"), pin, None).clicked() {
                    page = Some(String::new());
                    ui.memory_mut(|memory| memory.request_focus(open));
                }
                let unpin = id.with("unpin");
                if known.is_some()
                    && button::link_ui(ui, unpin, words::assumptions::UNPIN, None).clicked()
                {
                    changed = Some((None, new_touch(ui, unpin)));
                }
            });
        }
        Some(text) => {
            let selected = page_ui(open, text, ui);
            let passage = Passage::of(&selected);
            note_ui(words::assumptions::PASSAGE_NOTE, ui);
            let mut is_done = false;
            ui.horizontal(|ui| {
                let count = passage.as_ref().map_or(0, |passage| passage.words);
                let pin = egui::Button::new(words::assumptions::pin(count));
                if ui.add_enabled(passage.is_some(), pin).clicked() {
                    changed = Some((passage.clone(), new_touch(ui, id.with("pinned"))));
                    is_done = true;
                }
                let cancel = id.with("cancel");
                is_done |= button::link_ui(ui, cancel, words::dialogs::CANCEL, None).clicked();
            });
            if is_done {
                page = None;
            }
        }
    }
    ui.data_mut(|data| data.insert_temp(open, page));
    changed
}

/// The page, pasted; gives the text that is selected in it, also once the focus has left it.
fn page_ui(id: Id, text: &mut String, ui: &mut Ui) -> String {
    let area = egui::ScrollArea::vertical().id_salt(id).max_height(130.0);
    let shown = area.show(ui, |ui| {
        let edit = TextEdit::multiline(text)
            .id(id)
            .desired_rows(ROWS)
            .desired_width(f32::INFINITY)
            .hint_text(words::fields::PASSAGE_HINT);
        edit.show(ui)
    });
    let shown = shown.inner;
    let named = shown.response.response.clone();
    named.accessible_name(words::fields::PASSAGE_PAGE);
    let range = shown.cursor_range.or_else(|| shown.state.cursor.char_range());
    range.map_or_else(String::new, |range| range.slice_str(text).to_owned())
}
