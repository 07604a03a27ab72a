//! A source of evidence, and the cells that cite it.

use egui::Ui;

use super::parts::{
    change, commands_ui, head_ui, lead_to_ui, named_text_ui, note_ui, rule_ui, section_ui,
};
use crate::model::{Edit, PartialDate, Source, SourceId};
use crate::session::Selection;
use crate::text;
use crate::ui::widgets::field::{Field, Known, field_id, parsed_ui};
use crate::ui::{Command, Touch, ViewContext};

/// What stands between two authors.
const AND: &str = "; ";

/// Shows the page.
pub fn ui(context: ViewContext, id: &SourceId, source: &Source, ui: &mut Ui) {
    let selection = Selection::Source(id.clone());
    head_ui(None, &source.title, "", ui);
    let put = |what: &str, next: Source, touch: Touch| {
        context.queue.edit(Edit::SetSource(id.clone(), next), change(what, &source.title), touch);
    };
    let line = |key, name| Field::line(field_id(&selection, key), name);
    let title = line("name", text::fields::TITLE);
    if let Some((title, touch)) = named_text_ui(context, title, &source.title, ui) {
        put(text::fields::TITLE, Source { title, ..source.clone() }, touch);
    }
    section_ui(text::fields::AUTHORS, ui);
    let authors = line("authors", text::fields::AUTHORS).hint(text::fields::AUTHORS_HINT);
    let written = source.authors.join(AND);
    let read = |text: &str| {
        Ok(text
            .split(';')
            .map(str::trim)
            .filter(|author| !author.is_empty())
            .map(str::to_owned)
            .collect())
    };
    if let Some((authors, touch)) =
        parsed_ui(context, authors, Known { text: &written, meaning: &source.authors }, read, ui)
    {
        put(text::fields::AUTHORS, Source { authors, ..source.clone() }, touch);
    }
    let publisher = line("publisher", text::fields::PUBLISHER);
    if let Some((publisher, touch)) = named_text_ui(context, publisher, &source.publisher, ui) {
        put(text::fields::PUBLISHER, Source { publisher, ..source.clone() }, touch);
    }
    section_ui(text::fields::DATE, ui);
    let date = line("date", text::fields::DATE).hint(text::fields::DATE_HINT);
    let text = source.date.as_ref().map_or("", PartialDate::as_str);
    let known = Known { text, meaning: &source.date };
    if let Some((date, touch)) = parsed_ui(context, date, known, date_of, ui) {
        put(text::fields::DATE, Source { date, ..source.clone() }, touch);
    }
    if let Some((url, touch)) =
        named_text_ui(context, line("url", text::fields::URL), &source.url, ui)
    {
        put(text::fields::URL, Source { url, ..source.clone() }, touch);
    }
    cited_ui(context, id, ui);
    commands_ui(context, &[Command::Remove], ui);
}

fn date_of(text: &str) -> Result<Option<PartialDate>, String> {
    match text.trim() {
        "" => Ok(None),
        text => PartialDate::new(text).map(Some).ok_or_else(|| text::refusals::not_a_date(text)),
    }
}

/// The cells whose evidence cites it, each a way back.
fn cited_ui(context: ViewContext, id: &SourceId, ui: &mut Ui) {
    let scenario = context.session.scenario();
    let cells = scenario
        .scores
        .cells()
        .filter(|(_, _, score)| score.evidence.iter().any(|evidence| evidence.source == *id));
    let cells: Vec<_> = cells.collect();
    rule_ui(ui);
    section_ui(text::fields::CITED_BY, ui);
    if cells.is_empty() {
        note_ui(text::inspector::NOT_CITED, ui);
    }
    for (option, criterion, _) in cells {
        let Some((o, c)) = scenario.option(option).zip(scenario.criterion(criterion)) else {
            continue;
        };
        lead_to_ui(
            context,
            Selection::Cell(option.clone(), criterion.clone()),
            &text::matrix::cell(o.label(), c.label()),
            ui,
        );
    }
}
