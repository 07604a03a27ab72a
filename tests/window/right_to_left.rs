//! Arabic, mixed with Latin and numbers, reads rightly wherever it stands: by where the letters are
//! on the screen, not by what our own ordering says.

use egui::epaint::text::PlacedRow;
use egui::{Event, Key, Modifiers, Pos2, Rect, Shape, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use mizan::app::Start;

use crate::desk::Desk;

pub const DOCUMENT: &str = include_str!("arabic.ron");

fn opened() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("arabic.ron");
    std::fs::write(&path, DOCUMENT).unwrap();
    Desk::file(&path)
}

/// A line as it is painted: its words from left to right, and where each lies.
#[derive(Debug)]
struct Seen {
    words: Vec<String>,
    places: Vec<Rect>,
}

/// The lines that a window paints.
fn seen<S>(harness: &Harness<'_, S>) -> Vec<Seen> {
    let mut lines = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, &mut lines);
    }
    lines
}

fn collect(shape: &Shape, lines: &mut Vec<Seen>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, lines)),
        Shape::Text(text) => {
            lines.extend(text.galley.rows.iter().map(|row| line(row, text.pos)));
        }
        _ => {}
    }
}

fn line(row: &PlacedRow, at: Pos2) -> Seen {
    let mut letters: Vec<(usize, char, Rect)> = Vec::new();
    let is_mark = |letter: char| matches!(letter, '\u{200E}' | '\u{200F}');
    for (index, glyph) in row.glyphs.iter().enumerate().filter(|(_, one)| !is_mark(one.chr)) {
        let (from, to) = (glyph.pos.x.min(glyph.max_x()), glyph.pos.x.max(glyph.max_x()));
        let rect = Rect::from_min_max(pos2(from, 0.0), pos2(to, row.size.y));
        letters.push((index, glyph.chr, rect.translate(row.pos.to_vec2() + at.to_vec2())));
    }
    letters.sort_by(|one, two| one.2.center().x.total_cmp(&two.2.center().x));
    let words = letters.split(|(_, letter, _)| letter.is_whitespace());
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let place = word.iter().map(|letter| letter.2).reduce(Rect::union).unwrap();
        // Within a word the letters are told as they are read: a per cent sign or a question mark,
        // which Arabic puts to the left of its number, behind it.
        let mut read: Vec<_> = word.to_vec();
        read.sort_by_key(|letter| letter.0);
        (read.iter().map(|letter| letter.1).collect::<String>(), place)
    });
    let (words, places) = words.unzip();
    Seen { words, places }
}

/// The lines, words joined by spaces.
fn told<S>(harness: &Harness<'_, S>) -> Vec<String> {
    seen(harness).into_iter().map(|line| line.words.join(" ")).collect()
}

#[track_caller]
fn assert_reads(desk: &Desk, lines: &[&str]) {
    let told = told(&desk.harness);
    for line in lines {
        assert!(told.iter().any(|found| found.contains(line)), "{line:?} is not in {told:#?}");
    }
}

fn on_stage(key: Key) -> Desk {
    let mut desk = opened();
    desk.keys(Modifiers::COMMAND, key);
    desk
}

#[test]
fn the_matrix_reads_rightly() {
    let desk = on_stage(Key::Num2);
    assert_reads(
        &desk,
        &[
            "بغداد من الكامل الانسحاب",
            "Plan B: 50% البقاء",
            "(تجريبي)",
            "Train the العراقي الجيش",
            "Baghdad خطة 2025: بعد ما",
            "ISIS عودة خطر",
        ],
    );
}

#[test]
fn charts_read_rightly() {
    for key in [Key::Num3, Key::Num4, Key::Num6, Key::Num7] {
        assert_reads(&on_stage(key), &["بغداد من الكامل الانسحاب"]);
    }
    assert_reads(
        &on_stage(Key::Num6),
        &[
            "بغداد فريق",
            "Team 2 البصرة",
            "Plan B: 50% البقاء",
            "One team chooses \u{2068}بغداد من الكامل الانسحاب\u{2069} and one \u{2068}Plan B: (تجريبي) 50% البقاء\u{2069}",
        ],
    );
}

#[test]
fn fields_and_lists_read_rightly() {
    assert_reads(
        &on_stage(Key::Num1),
        &[
            "Baghdad خطة 2025: بعد ما",
            "بغداد من الكامل الانسحاب",
            "Plan B: (تجريبي) 50% البقاء",
            "العراق سيادة",
            "2026؟ عام العملية انتهاء بعد العراق",
        ],
    );
}

#[test]
fn no_word_is_painted_over_another() {
    for key in [Key::Num1, Key::Num2, Key::Num5, Key::Num6] {
        for line in seen(&on_stage(key).harness) {
            for pair in line.places.windows(2) {
                assert!(pair[0].right() <= pair[1].left() + 0.5, "{line:?}");
            }
        }
    }
}

#[test]
fn names_are_told_in_the_order_in_which_they_are_read() {
    let desk = on_stage(Key::Num2);
    assert!(desk.has("الانسحاب الكامل من بغداد"));
    assert!(desk.has("Plan B: البقاء 50% (تجريبي)"));
}

#[test]
fn what_is_typed_reads_rightly_at_once() {
    let mut desk = on_stage(Key::Num1);
    desk.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Title").focus();
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::A);
    for text in ["خطة", " ", "Plan", " ", "B", " (", "50%", ")"] {
        desk.type_text(text);
    }
    assert_eq!(desk.scenario().title, "خطة Plan B (50%)");
    assert_reads(&desk, &["Plan B (50%) خطة"]);
}

/// A small window with one field.
fn field(text: &str, rows: usize) -> Harness<'static, String> {
    use mizan::look::{Fallbacks, Measurer};
    use mizan::ui::{theme, typeset};
    let mut is_ready = false;
    let mut harness = Harness::builder().with_size(Vec2::new(300.0, 120.0)).build_ui_state(
        move |ui, text: &mut String| {
            if !std::mem::replace(&mut is_ready, true) {
                theme::install(ui.ctx(), &Fallbacks::default());
                typeset::install(ui.ctx(), std::sync::Arc::new(Measurer::new()));
            }
            let field = typeset::edit::Field::line(egui::Id::unique("field"), "", ui);
            let field = typeset::edit::Field { rows, width: 200.0, ..field };
            typeset::edit::ui(field, text, ui).accessible_name("Field");
        },
        text.to_owned(),
    );
    harness.run();
    harness
}

fn caret<S>(harness: &Harness<'_, S>) -> usize {
    let state = egui::TextEdit::load_state(&harness.ctx, egui::Id::unique("field")).unwrap();
    state.cursor.char_range().unwrap().primary.index.0
}

fn press<S>(harness: &mut Harness<'_, S>, at: Pos2) {
    let button = egui::PointerButton::Primary;
    harness.event(Event::PointerMoved(at));
    harness.run();
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run();
    }
}

#[test]
fn a_press_puts_the_caret_where_it_is() {
    let text = "قانون النفط";
    let mut harness = field(text, 1);
    let places = seen(&harness).remove(0).places;
    let (left, right) = (places[0], places[1]);
    press(&mut harness, right.right_center() + Vec2::new(1.0, 8.0));
    assert_eq!(caret(&harness), 0);
    press(&mut harness, left.left_center() + Vec2::new(0.5, 8.0));
    assert_eq!(caret(&harness), text.chars().count());
    press(&mut harness, left.right_center() + Vec2::new(0.5, 8.0));
    assert_eq!(caret(&harness), 6);
}

#[test]
fn arrows_lead_to_the_side_they_point_to() {
    let mut harness = field("قانون", 1);
    let places = seen(&harness).remove(0).places;
    press(&mut harness, places[0].right_center() + Vec2::new(1.0, 8.0));
    for (key, expected) in
        [(Key::ArrowLeft, 1), (Key::ArrowLeft, 2), (Key::ArrowRight, 1), (Key::End, 5)]
    {
        harness.key_press(key);
        harness.run();
        assert_eq!(caret(&harness), expected, "{key:?}");
    }
    harness.event(Event::Text("م".to_owned()));
    harness.run();
    assert_eq!(harness.state(), "قانونم");
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!((harness.state().as_str(), caret(&harness)), ("قانون", 5));
}

#[test]
fn the_caret_stands_at_the_end_of_what_is_typed() {
    let mut harness = field("قانون", 1);
    let place = seen(&harness).remove(0).places[0];
    press(&mut harness, place.left_center() + Vec2::new(0.5, 8.0));
    let mut carets = Vec::new();
    for clipped in &harness.output().shapes {
        if let Shape::LineSegment { points, .. } = &clipped.shape {
            carets.push(points[0].x);
        }
    }
    assert!(carets.iter().any(|x| (x - place.left()).abs() < 1.5), "{carets:?} at {place:?}");
}

#[test]
fn paragraphs_from_right_to_left_are_set_to_the_right_edge() {
    let harness = field("قانون\nBaghdad", 3);
    let lines = seen(&harness);
    assert!(lines[0].places[0].left() > lines[1].places[0].right(), "{lines:?}");
    assert!(lines[0].places[0].right() > 180.0, "{lines:?}");
}

#[test]
fn up_and_down_keep_the_column() {
    let mut harness = field("قانون النفط\nوالغاز الطبيعي", 3);
    let places = seen(&harness).remove(0).places;
    press(&mut harness, places[1].right_center() + Vec2::new(1.0, 6.0));
    assert_eq!(caret(&harness), 0);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(caret(&harness), 12);
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(caret(&harness), 0);
}

#[test]
fn up_and_down_with_shift_select_what_they_pass() {
    let mut harness = field("قانون النفط\nوالغاز الطبيعي", 3);
    let places = seen(&harness).remove(0).places;
    press(&mut harness, places[1].right_center() + Vec2::new(1.0, 6.0));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run();
    let selected = |harness: &Harness<'_, String>| {
        let state = egui::TextEdit::load_state(&harness.ctx, egui::Id::unique("field")).unwrap();
        let range = state.cursor.char_range().unwrap();
        (range.secondary.index.0, range.primary.index.0)
    };
    assert_eq!(selected(&harness), (0, 12));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    harness.run();
    assert_eq!(selected(&harness), (0, 0));
}

#[test]
fn a_window_opened_by_a_broken_arabic_file_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ملف.ron");
    std::fs::write(&path, "(title: \"قانون").unwrap();
    let desk = Desk::open(Start::File(path));
    assert!(told(&desk.harness).iter().any(|line| line.contains("ملف")));
}
