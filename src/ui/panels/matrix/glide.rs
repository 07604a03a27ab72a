//! Rows on their way from one place to another.

use std::collections::HashMap;

use egui::{Ui, emath::easing};

use crate::look::size;
use crate::model::OptionId;

/// Where the rows that were shown stand, or are on their way to.
#[derive(Default)]
pub struct Glides {
    rows: HashMap<OptionId, Glide>,
}

/// A way from one place to another, in rows from the top, begun at a time in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    from: f32,
    to: f32,
    began: f64,
}

impl Glides {
    /// Where a row that belongs to a place stands in this frame. One that wasn't shown before is
    /// there at once, and so are all where nothing is to be animated.
    pub fn stand(&mut self, option: &OptionId, place: usize, ui: &Ui) -> f32 {
        let now = ui.input(|input| input.time);
        let duration = size::SORT_DURATION.as_secs_f64();
        // egui's own animations take no time where motion is to be reduced.
        let duration = if ui.style().animation_time > 0.0 { duration } else { 0.0 };
        let to = place as f32;
        let Some(glide) = self.rows.get_mut(option) else {
            self.rows.insert(option.clone(), Glide { from: to, to, began: now - duration });
            return to;
        };
        *glide = glide.towards(to, now, duration);
        if glide.is_under_way(now, duration) {
            ui.ctx().request_repaint();
        }
        glide.at(now, duration)
    }
}

impl Glide {
    /// The way to a place from wherever it is now.
    fn towards(self, to: f32, now: f64, duration: f64) -> Self {
        if self.to == to { self } else { Self { from: self.at(now, duration), to, began: now } }
    }

    fn is_under_way(self, now: f64, duration: f64) -> bool {
        now < self.began + duration
    }

    fn at(self, now: f64, duration: f64) -> f32 {
        if !self.is_under_way(now, duration) {
            return self.to;
        }
        let part = easing::cubic_out(((now - self.began) / duration) as f32);
        self.from + (self.to - self.from) * part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_glides_to_its_place_slower_towards_the_end_and_is_there_in_time() {
        let glide = Glide { from: 0.0, to: 4.0, began: 10.0 };
        let at = |now| glide.at(now, 0.22);
        assert_eq!((at(10.0), at(10.22), at(99.0)), (0.0, 4.0, 4.0));
        assert!(at(10.11) > 3.0, "half the time is more than half of the way: {}", at(10.11));
        assert!(glide.is_under_way(10.1, 0.22) && !glide.is_under_way(10.22, 0.22));
    }

    #[test]
    fn one_on_its_way_turns_where_it_is() {
        let glide = Glide { from: 0.0, to: 4.0, began: 10.0 };
        let turned = glide.towards(1.0, 10.1, 0.22);
        assert_eq!(turned.at(10.1, 0.22), glide.at(10.1, 0.22));
        assert_eq!(glide.towards(4.0, 10.1, 0.22), glide);
        assert_eq!(glide.towards(1.0, 10.1, 0.0).at(10.1, 0.0), 1.0, "no motion: at once");
    }
}
