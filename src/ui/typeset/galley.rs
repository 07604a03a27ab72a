//! A galley in visual order, put together of egui's own galleys of its pieces.
//!
//! Its glyphs are in logical order, one for each character, as egui's caret and selection expect
//! (egui's own galleys of Arabic are not). A glyph that is read from the right has its position at
//! its right edge and a negative advance: so each glyph's position is where the caret before it
//! stands. A row of a paragraph from right to left begins at its right edge and has a negative
//! width: so its size is where the caret behind it stands.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::epaint::Mesh;
use egui::epaint::text::{FontsView, Glyph, PlacedRow, Row};
use egui::text::{LayoutJob, LayoutSection};
use egui::{Align, Galley, Rect, pos2, vec2};

use super::Edge;
use crate::look::{Direction, Line, LineEnd, Measurer, Piece};
use crate::ui::theme::weight;

/// Whether a galley is in visual order already.
pub(super) fn is_turned(galley: &Galley) -> bool {
    galley.rows.iter().any(|row| row.glyphs.iter().any(|glyph| glyph.advance_width < 0.0))
}

/// A galley of one format set anew in visual order; one of several formats stays as it is.
pub(super) fn turned(
    fonts: &mut FontsView<'_>,
    measurer: &Measurer,
    plain: &Galley,
    edge: Edge,
) -> Galley {
    let job = &plain.job;
    let ([section], Some(first)) = (job.sections.as_slice(), plain.rows.first()) else {
        return plain.clone();
    };
    let Some(glyph) = plain.rows.iter().find_map(|row| row.glyphs.first()) else {
        return plain.clone();
    };
    let mut setter = Setter { fonts, plain, section, first: &first.row, glyph: *glyph };
    let rows: Vec<SetRow> =
        lines(measurer, plain, section).iter().map(|line| setter.row(line)).collect();
    setter.galley(rows, edge)
}

/// The lines of a galley. What egui kept on one line for each paragraph stays there.
fn lines(measurer: &Measurer, plain: &Galley, section: &LayoutSection) -> Vec<Line> {
    let job = &plain.job;
    let text = if job.break_on_newline { job.text.clone() } else { job.text.replace('\n', " ") };
    let is_unbroken = !plain.elided && plain.rows.len() == text.split('\n').count();
    let width = if is_unbroken { f32::INFINITY } else { job.effective_wrap_width() };
    let font = &section.format.font_id;
    measurer.lay(&text, font.size, weight(&font.family), width, job.wrap.max_rows)
}

/// What rows are set with.
struct Setter<'s, 'f> {
    fonts: &'s mut FontsView<'f>,
    plain: &'s Galley,
    section: &'s LayoutSection,
    /// A row and a glyph whose like are made.
    first: &'s Row,
    glyph: Glyph,
}

/// A row whose place isn't known yet.
struct SetRow {
    row: Row,
    base: Direction,
    width: f32,
    ends_with_newline: bool,
}

impl Setter<'_, '_> {
    fn row(&mut self, line: &Line) -> SetRow {
        let mut mesh = Mesh::default();
        let mut glyphs: Vec<(usize, Glyph)> = Vec::new();
        let (mut pen, mut height) = (0.0, self.first.size.y);
        for piece in &line.pieces {
            let set = self.fonts.layout_job(self.job(&piece.words));
            let Some(drawn) = set.rows.first() else { continue };
            let mut like = drawn.glyphs.first().copied().unwrap_or(self.glyph);
            like.first_vertex = mesh.vertices.len() as u32;
            let mut part = drawn.visuals.mesh.clone();
            part.translate(vec2(self.pixel(pen), 0.0));
            mesh.append(part);
            let width = set.intrinsic_size().x;
            glyphs.extend(self.glyphs(line, piece, like, (pen, pen + width)));
            pen += width;
            height = height.max(drawn.size.y);
        }
        glyphs.sort_by_key(|(byte, _)| *byte);
        let glyphs = glyphs.into_iter().map(|(_, glyph)| glyph).collect();
        let ends_with_newline = line.end == LineEnd::Paragraph;
        let mut row = self.first.clone();
        (row.glyphs, row.visuals.mesh, row.size) = (glyphs, mesh, vec2(pen, height));
        if line.base == Direction::RightToLeft {
            begun_right(&mut row, self.pixel(pen));
        }
        row.visuals.glyph_index_start = 0;
        row.visuals.glyph_vertex_range = 0..row.visuals.mesh.vertices.len();
        row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
        SetRow { row, base: line.base, width: pen, ends_with_newline }
    }

    /// How egui is to draw a piece: alone on a line.
    fn job(&self, words: &str) -> LayoutJob {
        let format = self.section.format.clone();
        let mut job = LayoutJob::single_section(words.to_owned(), format);
        job.break_on_newline = false;
        job.keep_trailing_whitespace = true;
        job.round_output_to_gui = false;
        job
    }

    /// A glyph for each character of a piece between two edges, by where it begins in the line.
    fn glyphs(
        &self,
        line: &Line,
        piece: &Piece,
        like: Glyph,
        (left, right): (f32, f32),
    ) -> Vec<(usize, Glyph)> {
        let size = self.section.format.font_id.size;
        let (mut at, sign) = match piece.direction {
            Direction::LeftToRight => (left, 1.0),
            Direction::RightToLeft => (right, -1.0),
        };
        let mut widths = piece.clusters.iter().peekable();
        let characters = line.text.get(piece.range.clone()).unwrap_or_default().char_indices();
        let placed = characters.map(|(offset, chr)| {
            let byte = piece.range.start + offset;
            let begins = widths.next_if(|cluster| cluster.start <= byte);
            let advance_width = begins.map_or(0.0, |cluster| sign * cluster.advance * size);
            let pos = pos2(at, like.pos.y);
            at += advance_width;
            let mut glyph = like;
            (glyph.chr, glyph.pos, glyph.advance_width) = (chr, pos, advance_width);
            (byte, glyph)
        });
        placed.collect()
    }

    fn galley(&self, rows: Vec<SetRow>, edge: Edge) -> Galley {
        let job = &self.plain.job;
        let widest = rows.iter().map(|row| row.width).fold(0.0, f32::max);
        let room = match edge {
            Edge::Wrap if job.wrap.max_width.is_finite() => job.wrap.max_width.max(widest),
            Edge::Wrap | Edge::WidestLine => widest,
        };
        let mut galley = self.plain.clone();
        galley.rows.clear();
        let mut top = 0.0;
        for SetRow { row, base, width, ends_with_newline } in rows {
            let left = match (job.halign, base) {
                (Align::LEFT, Direction::LeftToRight) => 0.0,
                (Align::LEFT, Direction::RightToLeft) => room - width,
                (Align::Center, _) => -width / 2.0,
                (Align::RIGHT, _) => -width,
            };
            let begin = match base {
                Direction::LeftToRight => left,
                Direction::RightToLeft => left + width,
            };
            let pos = pos2(self.pixel(begin), self.pixel(top));
            top += row.size.y;
            galley.rows.push(PlacedRow { pos, row: Arc::new(row), ends_with_newline });
        }
        let left = match job.halign {
            Align::LEFT => 0.0,
            Align::Center => -room / 2.0,
            Align::RIGHT => -room,
        };
        galley.rect = Rect::from_min_size(pos2(left, 0.0), vec2(room, self.pixel(top))).round_ui();
        counted(galley)
    }

    fn pixel(&self, points: f32) -> f32 {
        points.round_to_pixels(self.plain.pixels_per_point)
    }
}

/// Moves the origin of a row to its right edge, where it begins.
fn begun_right(row: &mut Row, width: f32) {
    row.visuals.mesh.translate(vec2(-width, 0.0));
    row.glyphs.iter_mut().for_each(|glyph| glyph.pos.x -= width);
    row.size.x = -width;
}

/// The galley, its sums as its rows have them.
fn counted(mut galley: Galley) -> Galley {
    galley.mesh_bounds = Rect::NOTHING;
    (galley.num_vertices, galley.num_indices) = (0, 0);
    for row in &galley.rows {
        galley.mesh_bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
        galley.num_vertices += row.visuals.mesh.vertices.len();
        galley.num_indices += row.visuals.mesh.indices.len();
    }
    galley
}
