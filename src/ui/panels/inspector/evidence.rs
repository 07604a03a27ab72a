//! What a score rests on: points that sources make. One of them at a time is open for editing.

use egui::{Popup, Sense, Ui, WidgetInfo, pos2, vec2};

use super::parts::{lead_to_ui, list_head_ui, note_ui};
use super::passage;
use super::shown::Cell;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Evidence, Score};
use crate::session::Selection;
use crate::text as words;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::choice::list_ui;
use crate::ui::widgets::field::{Field, field_id, text_ui};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, Touch};

/// A text of a piece of evidence.
#[derive(Clone, Copy, Debug, Hash)]
enum Part {
    At,
    Says,
}

/// Shows the list.
pub fn ui(cell: &Cell, score: &Score, ui: &mut Ui) {
    heading_ui(cell, score, ui);
    let open_id = field_id(&cell.selection, "open evidence");
    let open: Option<usize> = ui.data(|data| data.get_temp(open_id)).flatten();
    for (place, evidence) in score.evidence.iter().enumerate() {
        if row_ui(cell, place, evidence, ui) {
            let next = (open != Some(place)).then_some(place);
            ui.data_mut(|data| data.insert_temp(open_id, next));
        }
        if open == Some(place) {
            ui.indent(("evidence", place), |ui| entry_ui(cell, score, (place, evidence), ui));
        }
    }
}

/// The heading, and the list of sources that evidence can be added from.
fn heading_ui(cell: &Cell, score: &Score, ui: &mut Ui) {
    list_head_ui(words::fields::EVIDENCE, ui, |ui| {
        let id = field_id(&cell.selection, "add evidence");
        let add = button::link_ui(ui, id, words::fields::ADD, None);
        add.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Button, true, words::inspector::ADD_EVIDENCE)
        });
        Popup::menu(&add).show(|ui| sources_ui(cell, score, ui));
    });
}

fn sources_ui(cell: &Cell, score: &Score, ui: &mut Ui) {
    ui.set_max_width(320.0);
    let scenario = cell.context.session.scenario();
    for (id, source) in &scenario.sources {
        if ui.add(egui::Button::new(&source.title).truncate()).clicked() {
            let mut evidence = score.evidence.clone();
            evidence.push(Evidence {
                source: id.clone(),
                at: String::new(),
                says: String::new(),
                passage: None,
            });
            let open = Some(evidence.len() - 1);
            ui.data_mut(|data| data.insert_temp(field_id(&cell.selection, "open evidence"), open));
            let touch = new_touch(ui, field_id(&cell.selection, "evidence"));
            cell.set(words::fields::EVIDENCE, Some(Score { evidence, ..score.clone() }), touch);
            ui.close();
        }
    }
    if ui.button(words::fields::NEW_SOURCE).clicked() {
        cell.context.queue.push(Action::Do(Command::AddSource));
        ui.close();
    }
}

/// A source's title and the place in it; gives whether it was clicked.
fn row_ui(cell: &Cell, place: usize, evidence: &Evidence, ui: &mut Ui) -> bool {
    let theme = Theme::of(ui.ctx());
    let title = cell
        .context
        .session
        .scenario()
        .sources
        .get(&evidence.source)
        .map_or("", |source| source.title.as_str());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let id = field_id(&cell.selection, "evidence").with(place);
    let response = ui.interact(rect.expand2(vec2(4.0, 0.0)), id, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(
            response.rect,
            corners(size::CONTROL_RADIUS),
            theme.colour(Role::Hover),
        );
    }
    icon::paint(
        ui.painter(),
        Icon::File,
        rect.left_top() + vec2(7.0, 11.0),
        theme.stroke(size::RULE_STROKE, Role::Ink2),
    );
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let width = rect.width() - 22.0;
    let title = text::layout(
        ui.painter(),
        title,
        set(TypeSize::Body, Weight::Regular, Role::Ink),
        width,
        1,
    );
    text::place(ui.painter(), pos2(rect.left() + 22.0, rect.top() + 1.0), &title);
    let at = if evidence.at.is_empty() { &evidence.says } else { &evidence.at };
    let at =
        text::layout(ui.painter(), at, set(TypeSize::Note, Weight::Regular, Role::Ink3), width, 1);
    text::place(ui.painter(), pos2(rect.left() + 22.0, rect.top() + 20.0), &at);
    button::focus_ring(ui, theme, &response);
    let told = words::inspector::evidence(place + 1, title.text());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    let is_clicked = response.clicked();
    response.on_hover_text(format!("{}\n{}\n{}", title.text(), evidence.at, evidence.says));
    is_clicked
}

/// The fields of one point.
fn entry_ui(cell: &Cell, score: &Score, (place, evidence): (usize, &Evidence), ui: &mut Ui) {
    let put = |evidence: Evidence, touch: Touch| {
        let mut all = score.evidence.clone();
        all.get_mut(place).into_iter().for_each(|kept| *kept = evidence.clone());
        cell.set(words::fields::EVIDENCE, Some(Score { evidence: all, ..score.clone() }), touch);
    };
    let scenario = cell.context.session.scenario();
    let titles: Vec<&str> = scenario.sources.values().map(|source| source.title.as_str()).collect();
    let chosen = scenario.sources.get_index_of(&evidence.source).unwrap_or(0);
    let list = field_id(&cell.selection, "source").with(place);
    if let Some((id, _)) = list_ui(list, words::fields::SOURCE, &titles, chosen, ui)
        .and_then(|index| scenario.sources.get_index(index))
    {
        put(Evidence { source: id.clone(), ..evidence.clone() }, new_touch(ui, list));
    }
    let id = |part: Part| field_id(&cell.selection, ("evidence", part)).with(place);
    note_ui(words::fields::AT, ui);
    let at = Field::line(id(Part::At), words::fields::AT).hint(words::fields::AT_HINT);
    if let Some((at, touch)) = text_ui(cell.context, at, &evidence.at, ui) {
        put(Evidence { at, ..evidence.clone() }, touch);
    }
    note_ui(words::fields::SAYS, ui);
    let says =
        Field::paragraphs(id(Part::Says), words::fields::SAYS).hint(words::fields::SAYS_HINT);
    if let Some((says, touch)) = text_ui(cell.context, says, &evidence.says, ui) {
        put(Evidence { says, ..evidence.clone() }, touch);
    }
    let pinned = field_id(&cell.selection, "passage").with(place);
    if let Some((passage, touch)) = passage::ui(pinned, evidence.passage.as_ref(), ui) {
        put(Evidence { passage, ..evidence.clone() }, touch);
    }
    ui.horizontal(|ui| {
        lead_to_ui(
            cell.context,
            Selection::Source(evidence.source.clone()),
            words::inspector::SHOW_SOURCE,
            ui,
        );
        ui.add_space(8.0);
        if button::link_ui(
            ui,
            field_id(&cell.selection, "drop evidence").with(place),
            words::inspector::DROP_EVIDENCE,
            None,
        )
        .clicked()
        {
            let mut all = score.evidence.clone();
            all.remove(place);
            let touch = new_touch(ui, field_id(&cell.selection, "evidence"));
            cell.set(
                words::fields::EVIDENCE,
                Some(Score { evidence: all, ..score.clone() }),
                touch,
            );
        }
    });
}
