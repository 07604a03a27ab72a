//! The slider of a score: the score itself, and the ends of the doubt about it where they are
//! given.

use egui::{
    Align2, CursorIcon, EventFilter, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::look::{Role, TypeSize, Weight, size};
use crate::model::Score;
use crate::session::Selection;
use crate::text as words;
use crate::text::plain;
use crate::ui::Touch;
use crate::ui::theme::Theme;
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::text;
use crate::ui::widgets::touch::{new_touch, touch};

/// What the track runs between, what its scores mean, and the ends of their scale where no score
/// moves these.
#[derive(Clone, Copy)]
pub struct Ends<'a> {
    pub min: f64,
    pub max: f64,
    pub labels: &'a [(f64, String)],
    pub scale: Option<(f64, f64)>,
}

/// How finely a drag moves, and how finely a key does, in parts of the range.
const DRAG_PARTS: f64 = 20.0;
const KEY_PARTS: f64 = 100.0;
const TRACK_HEIGHT: f32 = 4.0;
/// Room for the handles beyond the ends of the track.
const INSET: f32 = 4.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Handle {
    Score,
    Low,
    High,
}

impl Handle {
    fn name(self) -> &'static str {
        match self {
            Self::Score => words::fields::SCORE,
            Self::Low => words::fields::LOW,
            Self::High => words::fields::HIGH,
        }
    }
}

/// A handle where it stands.
#[derive(Clone, Copy)]
struct Placed {
    handle: Handle,
    number: f64,
    at: egui::Pos2,
    id: egui::Id,
}

/// Shows the slider. Gives the score after a move.
pub fn ui(of: &Selection, ends: Ends, score: &Score, ui: &mut Ui) -> Option<(Score, Touch)> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 62.0), Sense::hover());
    let track = Rect::from_min_size(
        pos2(rect.left() + INSET, rect.top() + 14.0),
        vec2(rect.width() - 2.0 * INSET, TRACK_HEIGHT),
    );
    let place = |number: f64| {
        track.left()
            + track.width() * ((number - ends.min) / (ends.max - ends.min)).clamp(0.0, 1.0) as f32
    };
    let doubt = [score.low, score.high].map(|end| place(end.unwrap_or(score.score)));
    paint_track(track, egui::Rangef::new(doubt[0], doubt[1]), ui);
    paint_scale(ends, score, track, ui);
    let handles =
        [(Handle::Low, score.low), (Handle::High, score.high), (Handle::Score, Some(score.score))];
    let mut moved = None;
    for (handle, number) in handles {
        let Some(number) = number else { continue };
        let at = pos2(place(number), track.center().y);
        let id = field_id(of, "slider").with(handle);
        let found = handle_ui(Placed { handle, number, at, id }, ends, track, ui);
        let from = held_from(id, score, ui);
        let with = |number| with_handle(&from, handle, number, ends.scale);
        moved = moved.or(found.map(|(number, touch)| (with(number), touch)));
    }
    moved
}

fn handle_ui(placed: Placed, ends: Ends, track: Rect, ui: &Ui) -> Option<(f64, Touch)> {
    let Placed { handle, number, at, id } = placed;
    let response =
        ui.interact(Rect::from_center_size(at, vec2(14.0, 24.0)), id, Sense::click_and_drag());
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    paint_handle(handle, at, ui);
    if response.has_focus() {
        let ring = Theme::of(ui.ctx()).stroke(size::FOCUS_STROKE, Role::Lead);
        ui.painter().circle_stroke(at, 11.0, ring);
    }
    response.widget_info(|| WidgetInfo::slider(true, number, handle.name()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_min_numeric_value(ends.min);
        node.set_max_numeric_value(ends.max);
    });
    let held = touch(ui, &response);
    let span = ends.max - ends.min;
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let part = f64::from((pointer.x - track.left()) / track.width()).clamp(0.0, 1.0);
        let wished = ends.min + (part * DRAG_PARTS).round() / DRAG_PARTS * span;
        return (wished != number).then_some((wished, held));
    }
    if !response.has_focus() {
        return None;
    }
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    // Else arrows would move the focus to the next handle.
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = f64::from(
        i8::from(pressed(Key::ArrowRight) || pressed(Key::ArrowUp))
            - i8::from(pressed(Key::ArrowLeft) || pressed(Key::ArrowDown)),
    );
    let wished =
        (((number - ends.min) / span * KEY_PARTS).round() + steps) / KEY_PARTS * span + ends.min;
    (steps != 0.0).then(|| (wished.clamp(ends.min, ends.max), new_touch(ui, id)))
}

/// The score that a drag of a handle began at, so that its range is moved once and comes back with
/// it; without a drag the score as it is.
fn held_from(handle: egui::Id, score: &Score, ui: &Ui) -> Score {
    if !ui.ctx().is_being_dragged(handle) {
        return score.clone();
    }
    let held = handle.with("held");
    let is_begun = ui.ctx().drag_started_id() == Some(handle);
    let known = ui.data(|data| data.get_temp(held)).filter(|_| !is_begun);
    let Held(from) = known.unwrap_or_else(|| Held(score.clone()));
    ui.data_mut(|data| data.insert_temp(held, Held(from.clone())));
    Score { score: from.score, low: from.low, high: from.high, ..score.clone() }
}

/// A score at the beginning of a drag.
#[derive(Clone)]
struct Held(Score);

/// The score with a handle moved; no end of its range passes it.
fn with_handle(score: &Score, handle: Handle, number: f64, scale: Option<(f64, f64)>) -> Score {
    let mut moved = score.clone();
    match handle {
        Handle::Low => moved.low = Some(number.min(score.score)),
        Handle::High => moved.high = Some(number.max(score.score)),
        Handle::Score => return score.rescored(None, number, scale),
    }
    moved
}

fn paint_track(track: Rect, doubt: egui::Rangef, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(track, 2.0, theme.colour(Role::Line));
    let doubt = Rect::from_x_y_ranges(doubt, track.y_range());
    ui.painter().rect_filled(doubt, 0.0, theme.colour(Role::LeadLine));
}

fn paint_handle(handle: Handle, at: egui::Pos2, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    if handle == Handle::Score {
        ui.painter().circle(
            at,
            8.0,
            theme.colour(Role::Lead),
            theme.stroke(size::MARK_HALO, Role::Chrome),
        );
    } else {
        let bar = Rect::from_center_size(at, vec2(5.0, 16.0));
        ui.painter().rect(
            bar,
            2.0,
            theme.colour(Role::Raised),
            theme.stroke(size::ICON_STROKE, Role::Lead),
            egui::StrokeKind::Inside,
        );
    }
}

/// Digits below the track, the score's own in bold, and the meanings of its ends.
fn paint_scale(ends: Ends, score: &Score, track: Rect, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    for tick in ticks(ends.min, ends.max) {
        let x = track.left() + track.width() * ((tick - ends.min) / (ends.max - ends.min)) as f32;
        let (weight, role) = if tick == score.score {
            (Weight::SemiBold, Role::Ink)
        } else {
            (Weight::Regular, Role::Ink3)
        };
        let galley = text::layout(
            ui.painter(),
            &plain(tick),
            set(TypeSize::Scale, weight, role),
            f32::INFINITY,
            1,
        );
        let left = (x - galley.size().x / 2.0)
            .clamp(track.left() - INSET, track.right() + INSET - galley.size().x);
        text::place(ui.painter(), pos2(left, track.bottom() + 8.0), &galley);
    }
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink2);
    for (end, anchor) in [(ends.min, Align2::LEFT_TOP), (ends.max, Align2::RIGHT_TOP)] {
        let Some((_, meaning)) = ends.labels.iter().find(|(at, _)| *at == end) else { continue };
        let galley = text::layout(ui.painter(), meaning, note, track.width() / 2.0 - 4.0, 1);
        let left = if anchor == Align2::LEFT_TOP {
            track.left() - INSET
        } else {
            track.right() + INSET - galley.size().x
        };
        text::place(ui.painter(), pos2(left, track.bottom() + 26.0), &galley);
    }
}

/// Round numbers from end to end: all of 0 to 10, else four or five.
fn ticks(min: f64, max: f64) -> Vec<f64> {
    let span = max - min;
    if span == 10.0 {
        return (0..=10_i32).map(|step| min + f64::from(step)).collect();
    }
    (0..=4_i32).map(|step| min + span * f64::from(step) / 4.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Option<(f64, f64)> = Some((0.0, 10.0));

    #[test]
    fn the_range_goes_with_its_score_and_no_end_passes_it() {
        let score = Score { low: Some(4.0), high: Some(7.0), ..Score::exact(6.0) };
        let moved = with_handle(&score, Handle::Score, 9.0, SCALE);
        assert_eq!((moved.score, moved.low, moved.high), (9.0, Some(7.0), Some(10.0)));
        assert_eq!(with_handle(&score, Handle::Low, 8.0, SCALE).low, Some(6.0));
        assert_eq!(with_handle(&score, Handle::High, 2.0, SCALE).high, Some(6.0));
        assert_eq!(with_handle(&Score::exact(6.0), Handle::Score, 1.0, SCALE), Score::exact(1.0));
    }

    #[test]
    fn a_scale_of_ten_shows_every_digit() {
        assert_eq!(ticks(0.0, 10.0).len(), 11);
        assert_eq!(ticks(0.0, 1000.0), [0.0, 250.0, 500.0, 750.0, 1000.0]);
    }
}
