//! How the window looks at the open document, and what it tells about it.

use std::sync::Arc;

use crate::look::{Measurer, size};
use crate::model::Scenario;
use crate::session::Session;
use crate::ui::Stage;
use crate::ui::context::{Notice, Refused, Side, View};

/// How the document is looked at.
pub(super) struct WindowView {
    pub stage: Stage,
    /// Whether the inspector is shown; none: as it suits the window.
    pub inspector: Option<bool>,
    /// The finding that was visited last.
    pub visited: usize,
    pub notice: Option<Notice>,
    /// What is to be told once the document is open that was wished for last.
    pub once_open: Option<&'static str>,
    /// What is to stand beside the document once that is open.
    pub beside_once_open: Option<(String, Arc<Scenario>)>,
    /// What stands at the side.
    pub side: Side,
    pub refused: Option<Refused>,
    /// The window's title as the system was told it.
    pub title: String,
    pub measurer: Arc<Measurer>,
}

impl WindowView {
    pub(super) fn new(measurer: Arc<Measurer>) -> Self {
        Self {
            stage: Stage::default(),
            inspector: None,
            visited: 0,
            notice: None,
            once_open: None,
            beside_once_open: None,
            side: Side::default(),
            refused: None,
            title: String::new(),
            measurer,
        }
    }

    /// The view of a document that has just been opened.
    pub(super) fn begin(&mut self) {
        self.stage = Stage::default();
        self.visited = 0;
        self.forget_told();
        self.notice = self.once_open.take().map(|told| Notice::Done(told.to_owned()));
    }

    /// Drops what was told about the last edit.
    pub(super) fn forget_told(&mut self) {
        (self.notice, self.refused) = (None, None);
    }

    /// Drops what was told about the finding that was visited: whatever is done next is about
    /// something else.
    pub(super) fn forget_visit(&mut self) {
        if matches!(self.notice, Some(Notice::Visited(_))) {
            self.notice = None;
        }
    }

    /// How the document is looked at in a window of this size.
    pub(super) fn of(&self, session: &Session, zoom: f32, ctx: &egui::Context) -> View {
        let is_narrow = ctx.content_rect().width() < size::OVERLAY_BELOW_WIDTH;
        let criteria = session.scenario().criteria.len();
        // Beside the list of states the page shows what is looked at.
        let lies_over =
            self.side == Side::Inspector && self.stage.row().inspector.is_over(criteria);
        let is_drawer = is_narrow || lies_over;
        View {
            stage: self.stage,
            is_drawer,
            is_inspector_open: self.inspector.unwrap_or(!is_drawer),
            side: self.side,
            zoom,
            keys: None,
        }
    }
}
