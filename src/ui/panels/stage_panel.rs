//! What every stage's page is to the window.

use egui::Ui;

use crate::ui::ViewContext;

/// A stage's page, with what it keeps between frames.
pub trait StagePanel {
    /// Shows the page.
    fn ui(&mut self, context: ViewContext, ui: &mut Ui);
}
