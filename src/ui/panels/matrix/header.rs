//! Above the rows: the head's scene, what can be added, and what can be done with a criterion.

use egui::{Popup, Rect, Sense, Ui, pos2, vec2};

use super::{Frame, MatrixPanel, drag, place};
use crate::chart::matrix::{self, Head};
use crate::chart::{Part, Subject};
use crate::model::Criterion;
use crate::session::Selection;
use crate::text;
use crate::ui::widgets::{button, menu, scene};
use crate::ui::{Action, Command};

/// Where the commands that add stand, from the header's top.
const LINKS_LINE: f32 = 41.0;

impl MatrixPanel {
    /// Shows the header, the criteria scrolled as the rows are.
    pub(super) fn header_ui(&mut self, frame: Frame, ui: &mut Ui) {
        let header = frame.geometry.header;
        let head = Head {
            offset: self.offset.x,
            lit: self.lit.as_ref().and_then(|lit| frame.column_of(lit)),
            note: match drag::weigher(frame) {
                Some(_) => text::matrix::DRAG_NOTE,
                None if frame.view.scenario.teams.is_empty() => text::matrix::NO_TEAM_NOTE,
                None => text::matrix::MEAN_NOTE,
            },
        };
        let drawn = matrix::head(frame.drawing, &frame.geometry.layout, frame.view, head);
        let painter = ui.painter_at(header.expand(2.0).intersect(ui.clip_rect()));
        scene::paint(&painter, frame.theme, header.min, &drawn);
        links_ui(frame, ui);
        for part in &drawn.parts {
            if let Subject::Criterion(id) = &part.subject
                && let Some(column) = frame.column_of(id)
            {
                self.criterion_ui(frame, column, part, ui);
            }
        }
    }

    /// A criterion's head: what it says, its handle, its ring.
    fn criterion_ui(&mut self, frame: Frame, index: usize, part: &Part, ui: &mut Ui) {
        let Some(criterion) = frame.view.scenario.criteria.get(index) else { return };
        let header = frame.geometry.header;
        let hit = scene::placed(part.hit, header.min);
        let seen = frame.geometry.criteria();
        let clip =
            Rect::from_min_max(pos2(seen.start, header.top()), pos2(seen.end, header.bottom()));
        let mut column = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(clip)
                .scope_id(frame.grid.with(("column", criterion.id.as_str())))
                .accessibility_parent(frame.grid),
        );
        column.set_clip_rect(clip.intersect(ui.clip_rect()));
        let selection = Selection::Criterion(criterion.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let response = column.interact(hit, id, Sense::CLICK);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, &part.sentence)
        });
        column.ctx().accesskit_node_builder(id, |node| node.set_column_index(index + 1));
        let layout = &frame.geometry.layout;
        let bar = matrix::weight_bar(frame.drawing, layout, frame.view, index, self.offset.x);
        let bar = scene::placed(bar, header.min);
        self.handle_ui(frame, bar, (criterion, frame.view.share(index)), &column);
        let whole = frame.geometry.column(index, header, self.offset.x).expand2(vec2(4.0, -2.0));
        self.ring_ui(frame, &selection, whole, &column);
        self.head_clicked(frame, &response, &selection, &column);
        let is_over_bar = column
            .ctx()
            .pointer_hover_pos()
            .is_some_and(|pointer| pointer.y > header.top() + layout.bars_top);
        if !is_over_bar && self.drag.is_none() {
            response.on_hover_ui(|ui| hover_ui(criterion, ui));
        }
    }

    /// A click on a head selects it, a second one names it, the other button opens its menu.
    pub(super) fn head_clicked(
        &mut self,
        frame: Frame,
        response: &egui::Response,
        selection: &Selection,
        ui: &Ui,
    ) {
        if response.clicked() || response.secondary_clicked() {
            self.end_elsewhere(frame, ui);
            self.choose(frame, selection.clone());
        }
        if response.double_clicked() {
            frame.context.queue.push(Action::Inspect(selection.clone()));
        }
        Popup::context_menu(response).show(|ui| {
            ui.set_min_width(200.0);
            if ui.button(text::matrix::EDIT_DETAILS).clicked() {
                frame.context.queue.push(Action::Inspect(selection.clone()));
                ui.close();
            }
            for command in
                [Command::MoveEarlier, Command::MoveLater, Command::ToggleLock, Command::Remove]
            {
                menu::entry_ui(frame.context.window(), command, ui);
            }
        });
    }
}

/// What can be added, in the column of the options.
fn links_ui(frame: Frame, ui: &mut Ui) {
    let header = frame.geometry.header;
    let options = frame.geometry.options();
    let links = Rect::from_min_max(
        pos2(options.start, header.top() + frame.drawing.length(LINKS_LINE)),
        pos2(options.end, header.bottom()),
    );
    let mut links = ui.new_child(egui::UiBuilder::new().max_rect(links));
    links.spacing_mut().item_spacing.y = 0.0;
    for command in [Command::AddOption, Command::AddCriterion] {
        button::link_command_ui(frame.context.window(), &mut links, command);
    }
}

/// The whole name, the note and what the numbers mean.
fn hover_ui(criterion: &Criterion, ui: &mut Ui) {
    ui.strong(&criterion.name);
    for line in [&criterion.note, &criterion.unit].into_iter().filter(|line| !line.is_empty()) {
        ui.label(line);
    }
    for (at, meaning) in &criterion.labels {
        ui.label(text::scale::anchor(*at, meaning));
    }
}
