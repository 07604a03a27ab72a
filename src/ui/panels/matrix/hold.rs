//! Rows are held in their places while a hand is on them: a score that is typed moves no row from
//! under the next one. They glide to where they belong once the matrix is left, or when told to.
//!
//! A weight that is moved lets them go: what it does to the order is what it is moved for.

use egui::Ui;

use super::MatrixPanel;
use super::data::{self, Order};
use super::state::Held;
use crate::chart::matrix;
use crate::session::results::EvaluationOf;
use crate::ui::ViewContext;

impl MatrixPanel {
    /// Lets rows that are held go to their places; the active one stays in view.
    pub fn rank_now(&mut self) {
        self.held = None;
        self.is_to_scroll = true;
    }

    /// Orders the rows in this way, at once.
    pub fn order_by(&mut self, order: Order) {
        self.order = order;
        self.rank_now();
    }

    /// Lets the rows go once the hand is off them, and where they are those of another weighting.
    pub(super) fn let_go(&mut self, context: ViewContext, ui: &Ui) {
        let weighting = &context.session.weighting;
        let is_other = self.held.as_ref().is_some_and(|held| held.weighting != *weighting);
        // Another stage may have been looked at since.
        let pass = ui.ctx().cumulative_pass_nr();
        let was_left = self.shown.is_none_or(|(_, shown)| pass > shown + 1);
        if is_other || was_left || !(self.has_focus(ui) || self.is_at_work(ui)) {
            self.held = None;
        }
    }

    /// Holds the rows where a hand has come to them. One that only rests on them, nothing being
    /// typed or dragged, waits for the ranking that is being computed.
    pub(super) fn hold_in_hand(&mut self, context: ViewContext, view: &matrix::View, ui: &Ui) {
        if self.held.is_some() {
            return;
        }
        let is_fresh = || {
            let weighting = EvaluationOf(context.session.weighting.clone());
            context.session.ask(&weighting).fresh().is_some()
        };
        if self.is_at_work(ui) || self.has_focus(ui) && is_fresh() {
            self.hold(context, view);
        }
    }

    /// Holds the rows as they are shown, unless they are held already.
    pub(super) fn hold(&mut self, context: ViewContext, view: &matrix::View) {
        let weighting = &context.session.weighting;
        self.held.get_or_insert_with(|| Held {
            rows: data::options_in_order(view),
            weighting: weighting.clone(),
        });
    }

    fn has_focus(&self, ui: &Ui) -> bool {
        self.shown.is_some_and(|(grid, _)| ui.memory(|memory| memory.has_focus(grid)))
    }

    fn is_at_work(&self, ui: &Ui) -> bool {
        self.editing.is_some()
            || self.drag.is_some()
            || ui.ctx().text_edit_focused()
            || ui.ctx().dragged_id().is_some()
    }
}
