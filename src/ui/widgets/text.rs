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

/// A text in at most `rows` rows of a width, an ellipsis where it goes on.
pub fn layout(painter: &Painter, text: &str, set: Type, width: f32, rows: usize) -> Arc<Galley> {
    let format = TextFormat {
        font_id: font_id(set.size, set.weight),
        color: set.colour,
        line_height: Some((set.size.points() * LINE_HEIGHT).floor()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
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
