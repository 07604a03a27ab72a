//! Questions with verbs on their buttons, and messages.

use egui::text::{CCursor, LayoutJob};
use egui::{Galley, Key, Ui};

use super::{Reply, title_ui};
use crate::look::{Role, TypeSize, Weight, size};
use crate::text::{self, Excerpt};
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::typeset::{self, Edge};
use crate::ui::widgets::button;

/// A question with its answers, each by the verb on its button; the first is the one for Enter. It
/// can be cancelled too.
#[derive(Clone, Debug)]
pub struct Question<A> {
    pub title: &'static str,
    pub text: String,
    pub answers: Vec<(&'static str, A)>,
}

/// Something to read.
#[derive(Clone, Debug)]
pub struct Message {
    pub title: &'static str,
    pub lines: Vec<Line>,
    pub end: &'static str,
}

/// A sentence, and the line of a file that it is about.
#[derive(Clone, Debug)]
pub struct Line {
    pub sentence: String,
    pub excerpt: Option<Excerpt>,
}

/// Shows a question.
pub fn question_ui<A: Clone>(question: &Question<A>, ui: &mut Ui) -> Option<Reply<A>> {
    title_ui(question.title, ui);
    ui.label(&question.text);
    let mut reply = None;
    ui.horizontal(|ui| {
        for (place, (verb, answer)) in question.answers.iter().enumerate() {
            let button =
                if place == 0 { button::leading(ui, verb) } else { egui::Button::new(*verb) };
            if ui.add(button).clicked() {
                reply = Some(Reply::Given(answer.clone()));
            }
        }
        if ui.button(text::dialogs::CANCEL).clicked() {
            reply = Some(Reply::Closed);
        }
    });
    let first = question.answers.first().filter(|_| enter_pressed(ui));
    reply.or(first.map(|(_, answer)| Reply::Given(answer.clone())))
}

/// Enter, where no button has the focus to take it.
pub(super) fn enter_pressed(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none())
        && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Shows something to read.
pub fn message_ui<A>(message: &Message, ui: &mut Ui) -> Option<Reply<A>> {
    let theme = Theme::of(ui.ctx());
    title_ui(message.title, ui);
    let height = (ui.ctx().content_rect().height() - 260.0).max(80.0);
    egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for line in &message.lines {
            ui.label(&line.sentence);
            if let Some(excerpt) = &line.excerpt {
                excerpt_ui(excerpt, theme, ui);
            }
        }
    });
    ui.label(egui::RichText::new(message.end).small().color(theme.colour(Role::Ink3)));
    let is_read = ui.button(text::dialogs::CLOSE).clicked() || enter_pressed(ui);
    is_read.then_some(Reply::Closed)
}

/// The line of the file on its own ground, and a caret below the character that is meant.
fn excerpt_ui(excerpt: &Excerpt, theme: Theme, ui: &mut Ui) {
    let font = font_id(TypeSize::Note, Weight::Regular);
    let job = LayoutJob::simple_singleline(excerpt.line.clone(), font, theme.colour(Role::Ink2));
    let line = typeset::set(ui.ctx(), job, Edge::WidestLine);
    let meant = below_character(&line, excerpt.before);
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), 36.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, corners(size::BADGE_RADIUS), theme.colour(Role::Sunken));
    let left = rect.left() + 10.0;
    let painter = ui.painter_at(rect.shrink2(egui::vec2(6.0, 0.0)));
    painter.galley(egui::pos2(left, rect.top() + 4.0), line, theme.colour(Role::Ink2));
    let tip = egui::pos2(left + meant, rect.top() + 23.0);
    let caret = [tip, tip + egui::vec2(4.0, 7.0), tip + egui::vec2(-4.0, 7.0)];
    painter.add(egui::Shape::convex_polygon(
        caret.to_vec(),
        theme.colour(Role::Error),
        egui::Stroke::NONE,
    ));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &excerpt.line));
}

/// Where the caret below a line of text stands for it to point at a character: a little behind
/// where the character begins, on the side to which it is read.
fn below_character(line: &Galley, before: usize) -> f32 {
    let begins = line.pos_from_cursor(CCursor::new(before)).center().x;
    let advance = line.rows.first().map_or(0.0, |row| {
        row.glyphs.get(before).map_or(row.size.x, |character| character.advance_width)
    });
    begins + 3.0_f32.copysign(advance)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::look::{Fallbacks, Measurer};
    use crate::ui::theme;

    /// Where a caret stands for each character of a line, and the line's width.
    fn carets(line: &str) -> (Vec<f32>, f32) {
        let ctx = egui::Context::default();
        theme::install(&ctx, &Fallbacks::default());
        typeset::install(&ctx, Arc::new(Measurer::new()));
        let mut found = (Vec::new(), 0.0);
        // Fonts that are installed in a pass are there from the next one on.
        for _ in 0..2 {
            let mut shown = ctx.run_ui(egui::RawInput::default(), |ui| {
                let font = font_id(TypeSize::Note, Weight::Regular);
                let job = LayoutJob::simple_singleline(line.to_owned(), font, egui::Color32::BLACK);
                let galley = typeset::set(ui.ctx(), job, Edge::WidestLine);
                let places = 0..line.chars().count();
                let carets = places.map(|before| below_character(&galley, before)).collect();
                found = (carets, galley.size().x);
            });
            shown.textures_delta.clear();
        }
        found
    }

    #[test]
    fn the_caret_of_a_plain_line_goes_from_left_to_right() {
        let (carets, width) = carets("name = \"x\"");
        assert!(carets.is_sorted() && (carets[0] - 3.0).abs() < 0.01, "{carets:?}");
        assert!(carets.iter().all(|x| *x < width), "{carets:?} {width}");
    }

    #[test]
    fn the_caret_of_an_arabic_line_goes_from_right_to_left() {
        let (carets, width) = carets("قانون النفط");
        assert!(carets.is_sorted_by(|one, next| one >= next), "{carets:?}");
        assert!((carets[0] - (width - 3.0)).abs() < 0.5, "{carets:?} {width}");
    }

    #[test]
    fn the_caret_finds_what_stands_behind_an_arabic_name() {
        let line = "name = \"قانون النفط\" x";
        let (carets, width) = carets(line);
        let at = |wanted: char| {
            let place = line.chars().position(|character| character == wanted);
            carets[place.expect("the line has it")]
        };
        assert!(at('ق') > at('ط') && at('ق') < at('x'), "{carets:?}");
        assert!(at('n') < at('ط') && at('x') < width, "{carets:?}");
    }
}
