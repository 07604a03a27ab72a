//! A share that is tried: a mark on a strip, dragged or moved by keys, until it is put back.

use egui::{EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Ui, WidgetInfo};

use super::page::{FirmPanel, Page, Tried};
use crate::chart::{Frame, bars};
use crate::evaluation::Trial;
use crate::model::{Criterion, NodeId};
use crate::text::firm as words;
use crate::ui::ViewContext;
use crate::ui::theme::Theme;
use crate::ui::widgets::{button, scene};

/// A share in thousandths.
const WHOLE: u16 = 1000;
/// A dragged share moves in these, and in whole points with Shift.
const POINT: u16 = 10;
const TEN_POINTS: u16 = 100;

impl FirmPanel {
    /// What is tried of the document as it is; none where its criterion is gone.
    pub(super) fn trial(&self, context: ViewContext) -> Option<Trial> {
        let tried = self.tried.as_ref()?;
        let criteria = &context.session.scenario().criteria;
        let criterion = criteria.iter().position(|it| it.id == tried.criterion)?;
        Some(Trial { criterion, thousandths: tried.thousandths })
    }

    /// The marks of strips that stand at a place: each tries another share.
    pub(super) fn marks_ui(&mut self, page: Page, frame: Frame, origin: Pos2, ui: &Ui) {
        let criteria = &page.scenario.criteria;
        for ((criterion, bar), share) in
            criteria.iter().zip(bars(frame, criteria.len())).zip(&page.firm.shares)
        {
            self.mark_ui(page, (criterion, *share), scene::placed(bar, origin), ui);
        }
    }

    fn mark_ui(&mut self, page: Page, (criterion, share): (&Criterion, f64), bar: Rect, ui: &Ui) {
        let id = mark_id(&criterion.id);
        let response = ui.interact(bar, id, Sense::click_and_drag());
        let label = words::try_share(criterion.label());
        let percent = (share * 1000.0).round() / 10.0;
        response.widget_info(|| WidgetInfo::slider(true, percent, &label));
        button::focus_ring(ui, Theme::of(ui.ctx()), &response);
        let now = (share * f64::from(WHOLE)).round() as u16;
        let wished = pointed(&response, bar, ui).or_else(|| keyed(&response, now, ui));
        if let Some(thousandths) = wished.filter(|wished| *wished != now) {
            let weighting = page.context.session.weighting.clone();
            self.tried = Some(Tried { weighting, criterion: criterion.id.clone(), thousandths });
        }
    }
}

/// The id of the mark of a criterion's share.
pub(super) fn mark_id(criterion: &NodeId) -> Id {
    Id::unique(("try a share", criterion.as_str()))
}

/// The share under the pointer that presses or drags.
fn pointed(response: &Response, bar: Rect, ui: &Ui) -> Option<u16> {
    if !(response.dragged() || response.clicked()) {
        return None;
    }
    let x = response.interact_pointer_pos()?.x;
    let part = ((x - bar.left()) / bar.width().max(1.0)).clamp(0.0, 1.0);
    let step = if ui.input(|input| input.modifiers.shift) { POINT } else { 1 };
    let steps = (part * f32::from(WHOLE) / f32::from(step)).round();
    Some((steps as u16 * step).min(WHOLE))
}

/// The share that keys ask for: arrows by a point, Page by ten, Home and End to the ends.
fn keyed(response: &Response, now: u16, ui: &Ui) -> Option<u16> {
    if !response.has_focus() {
        return None;
    }
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let up = |by: u16| now.saturating_add(by).min(WHOLE);
    match () {
        () if pressed(Key::ArrowRight) => Some(up(POINT)),
        () if pressed(Key::ArrowLeft) => Some(now.saturating_sub(POINT)),
        () if pressed(Key::PageUp) => Some(up(TEN_POINTS)),
        () if pressed(Key::PageDown) => Some(now.saturating_sub(TEN_POINTS)),
        () if pressed(Key::Home) => Some(0),
        () if pressed(Key::End) => Some(WHOLE),
        () => None,
    }
}
