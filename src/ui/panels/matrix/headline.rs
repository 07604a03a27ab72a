//! Above the matrix: the question, what the matrix holds, and the choice of order.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, vec2};

use super::MatrixPanel;
use super::data::{self, Order};
use crate::chart::matrix::{Hatching, View};
use crate::look::{Role, TypeSize, Weight};
use crate::model::Assumption;
use crate::session::Selection;
use crate::text as words;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, ViewContext};

/// The line for assumptions that are off.
const OFF_LINE: f32 = 22.0;

/// With less room the switch is left to the menu.
const SWITCH_ROOM: f32 = 420.0;

/// The height of the line below the question.
const LINE: f32 = 30.0;
/// A lower page has one line for the question, a higher one two at most.
const ONE_LINE_BELOW: f32 = 420.0;

/// Shows the lines.
pub fn ui(context: ViewContext, view: &View, panel: &mut MatrixPanel, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(14.0);
    question_ui(view, ui);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let mut controls = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(line.translate(vec2(0.0, -3.0)))
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    controls_ui(context, view, panel, &mut controls);
    let room = line.with_max_x((controls.min_rect().left() - 16.0).max(line.left()));
    subtitle_ui(&data::subtitle(context.session, view), room, ui);
    off_ui(context, ui);
    ui.add_space(3.0);
}

/// How high the line is that says which assumptions are off; nothing where none is.
pub fn off_height(context: ViewContext) -> f32 {
    if context.session.scenario().fallen().next().is_some() { OFF_LINE } else { 0.0 }
}

/// The assumptions that are taken not to hold, and the way to their switches.
fn off_ui(context: ViewContext, ui: &mut Ui) {
    let scenario = context.session.scenario();
    let names: Vec<&str> = scenario.fallen().map(Assumption::label).collect();
    if names.is_empty() {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), OFF_LINE), Sense::hover());
    let told = words::assumptions::off(&names);
    let mut line = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let id = Id::unique("assumptions off");
    let link = button::link_ui(&mut line, id, &told, Some(Icon::Warning));
    let first = scenario.fallen().next().filter(|_| link.clicked());
    if let Some(first) = first {
        // The page lands on the switch of what is selected.
        context.queue.push(Action::Select(Selection::Assumption(first.id.clone())));
        context.queue.push(Action::Do(Command::Show(Stage::Question)));
    }
    link.on_hover_text(words::assumptions::OFF_NOTE);
}

/// The choice of order, and before it what there is to be asked for besides.
fn controls_ui(context: ViewContext, view: &View, panel: &mut MatrixPanel, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 16.0;
    let chips =
        [(Order::Ranked, words::matrix::RANKED), (Order::AsEntered, words::matrix::AS_ENTERED)];
    let chips = chips.map(|(choice, name)| Chip {
        id: Id::unique(("order", choice)),
        label: name,
        mark: None,
        is_chosen: panel.order == choice,
    });
    if let Some(chosen) = chip::row_ui(ui, &chips, Names::All) {
        panel.order_by(if chosen == 0 { Order::Ranked } else { Order::AsEntered });
    }
    if view.moves_any() {
        button::link_command_ui(context.window(), ui, Command::RankNow);
    }
    let has_room = ui.available_width() >= SWITCH_ROOM;
    if has_room && Command::ShowWeakEvidence.is_enabled(context.window().command()) {
        let mut is_shown = view.hatching == Hatching::Weak;
        let switch = ui.checkbox(&mut is_shown, Command::ShowWeakEvidence.entry().name);
        if switch.on_hover_text(Command::ShowWeakEvidence.entry().tooltip).changed() {
            panel.weak_evidence = panel.weak_evidence.turned(context.session);
        }
    }
}

/// The question on one or two lines, and in a tooltip where they don't hold all of it.
fn question_ui(view: &View, ui: &mut Ui) {
    let question = if view.scenario.question.is_empty() {
        words::matrix::NO_QUESTION
    } else {
        &view.scenario.question
    };
    let set = text::Type {
        size: TypeSize::Headline,
        weight: Weight::SemiBold,
        colour: Theme::of(ui.ctx()).colour(Role::Ink),
    };
    let width = ui.available_width();
    let most = if ui.clip_rect().height() < ONE_LINE_BELOW { 1 } else { 2 };
    let galley = text::layout(ui.painter(), question, set, width, most);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, question));
    if galley.elided {
        response.on_hover_text(question);
    }
}

fn subtitle_ui(subtitle: &str, rect: Rect, ui: &Ui) {
    let set = text::Type {
        size: TypeSize::Body,
        weight: Weight::Regular,
        colour: Theme::of(ui.ctx()).colour(Role::Ink2),
    };
    let galley = text::layout(ui.painter(), subtitle, set, rect.width(), 1);
    text::place(ui.painter(), rect.min + vec2(0.0, 1.0), &galley);
    let told = ui.interact(rect, ui.scope_id().with("subtitle"), Sense::hover());
    told.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, subtitle));
    if galley.elided {
        told.on_hover_text(subtitle);
    }
}
