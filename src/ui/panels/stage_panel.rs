//! What every stage's page is to the window.

use egui::{Id, Ui};

use crate::session::Session;
use crate::ui::ViewContext;

/// A stage's page, with what it keeps between frames.
pub trait StagePanel {
    /// Shows the page.
    fn ui(&mut self, context: ViewContext, ui: &mut Ui);

    /// The keys of what the page shows, where they are others than its stage's usual ones.
    fn keys(&self) -> Option<&'static str> {
        None
    }

    /// Where work goes on, which gets the focus when the page is gone to: asked after the page was
    /// shown. None: not known yet, or nothing is typed there.
    fn landing(&self, _session: &Session) -> Option<Id> {
        None
    }
}
