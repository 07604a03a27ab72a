//! What can be done with the state that is looked at, below the comparison with the present one.

use egui::{Align, Button, Layout, RichText, Ui};

use super::States;
use crate::look::Role;
use crate::text::{dialogs, keeping as words};
use crate::ui::theme::Theme;
use crate::ui::widgets::button;
use crate::ui::{Action, Stage, ViewContext};

/// Whether it is shown: while a state is looked at.
pub fn is_shown(context: ViewContext, states: &States) -> bool {
    states.viewed.is_some() && context.view.stage == Stage::Compare
}

/// Shows the line.
pub fn ui(context: ViewContext, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_centered(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(button::leading(ui, words::TAKE)).clicked() {
                context.queue.push(Action::TakeState);
            }
            if ui.add(Button::new(words::OPEN_AS_COPY)).clicked() {
                context.queue.push(Action::OpenStateAsCopy);
            }
            if ui.add(Button::new(dialogs::CLOSE)).clicked() {
                context.queue.push(Action::LeaveState);
            }
            let told = RichText::new(words::RESTORING).small().color(theme.colour(Role::Ink3));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(told).truncate());
            });
        });
    });
}
