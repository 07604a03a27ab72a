//! Text on a painter: laid out once, placed by its corner.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, Galley, Painter, Pos2, Rect};

use crate::look::{TypeSize, Weight, size::LINE_HEIGHT};
use crate::ui::theme::font_id;
use crate::ui::typeset::{self, Edge};

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    pub size: TypeSize,
    pub weight: Weight,
    pub colour: Color32,
}

/// A text in at most `rows` rows of a width, an ellipsis where it goes on: behind a whole word,
/// where there is room for one.
pub fn layout(painter: &Painter, text: &str, set: Type, width: f32, rows: usize) -> Arc<Galley> {
    let whole = laid_out(painter, text.to_owned(), set, width, rows);
    if !whole.elided {
        return whole;
    }
    let to = |end: usize| {
        let words = text.get(..end).unwrap_or_default();
        laid_out(painter, format!("{words}…"), set, width, rows)
    };
    let ends: Vec<usize> = ends_of_words(text).collect();
    let fitting = ends.partition_point(|end| !to(*end).elided);
    let Some(end) = fitting.checked_sub(1).and_then(|last| ends.get(last)) else { return whole };
    let mut cut = to(*end);
    Arc::make_mut(&mut cut).elided = true;
    cut
}

/// Where words end that others follow, in bytes.
fn ends_of_words(text: &str) -> impl Iterator<Item = usize> {
    let places = text.char_indices().filter(|(_, character)| character.is_whitespace());
    let ends = places.map(|(at, _)| text.get(..at).unwrap_or_default().trim_end().len());
    ends.filter(|end| *end > 0)
}

fn laid_out(painter: &Painter, text: String, set: Type, width: f32, rows: usize) -> Arc<Galley> {
    let format = TextFormat {
        font_id: font_id(set.size, set.weight),
        color: set.colour,
        line_height: Some((set.size.points() * LINE_HEIGHT).floor()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text, format);
    job.wrap = TextWrapping {
        max_width: width.max(1.0),
        max_rows: rows,
        break_anywhere: false,
        overflow_character: Some('…'),
    };
    typeset::set(painter.ctx(), job, Edge::WidestLine)
}

/// Paints a text on one line, its `anchor` at a point; gives the rectangle that it takes.
pub fn line(painter: &Painter, at: Pos2, anchor: Align2, text: &str, set: Type) -> Rect {
    painter.text(at, anchor, text, font_id(set.size, set.weight), set.colour)
}

/// Paints a laid-out text from its upper left corner.
pub fn place(painter: &Painter, at: Pos2, galley: &Arc<Galley>) {
    painter.galley(at, Arc::clone(galley), Color32::PLACEHOLDER);
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;
    use crate::look::Fallbacks;
    use crate::ui::theme;

    /// What is shown of a text in a width, and whether that is less than all of it.
    fn shown(text: &str, width: f32, rows: usize) -> (String, bool) {
        let ctx = Context::default();
        theme::install(&ctx, &Fallbacks::default());
        let mut shown = (String::new(), false);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let set = Type {
                size: TypeSize::Body,
                weight: Weight::Regular,
                colour: Color32::PLACEHOLDER,
            };
            let galley = layout(ui.painter(), text, set, width, rows);
            let text = galley.rows.iter().map(|row| row.text()).collect::<Vec<_>>().join("|");
            shown = (text, galley.elided);
        });
        output.textures_delta.clear();
        shown
    }

    #[test]
    fn what_is_cut_short_ends_behind_a_whole_word() {
        let text = "No active cells hold a city again";
        let words: Vec<&str> = text.split(' ').collect();
        for (width, rows) in (40_u8..200).flat_map(|width| [(width, 1), (width, 2)]) {
            let (said, is_cut) = shown(text, f32::from(width), rows);
            assert_eq!(is_cut, said.contains('…'), "{said}");
            for word in said.trim_end_matches('…').split(['|', ' ']).filter(|it| !it.is_empty()) {
                assert!(words.contains(&word), "{width} × {rows}: {word:?} in {said:?}");
            }
        }
    }

    #[test]
    fn one_word_without_room_is_cut_inside() {
        let (said, is_cut) = shown("Internationalisation", 60.0, 1);
        assert!(is_cut && said.starts_with("Inter") && said.ends_with('…'), "{said}");
    }
}
