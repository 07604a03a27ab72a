//! Letters that IBM Plex lacks are drawn by a face from elsewhere, where somebody has one; tests
//! hand in their own, so that no machine's fonts matter.

use std::sync::{Arc, Mutex};

use egui::{Shape, Vec2};
use egui_kittest::Harness;
use mizan::app::{App, Immediate, Services, Start};
use mizan::look::{FaceFile, FaceSource};

#[path = "../common/face.rs"]
mod face;

/// The glyph that draws every character of the test's face, and how wide it is in ems.
const GLYPH: u32 = 40;

/// Has the ideographs, and remembers what it was asked for.
#[derive(Default)]
struct Ideographs {
    asked: Mutex<Vec<char>>,
}

impl FaceSource for Ideographs {
    fn faces(&self, characters: &[char]) -> Vec<FaceFile> {
        self.asked.lock().unwrap().extend(characters);
        let had = characters.iter().filter(|character| ('一'..='鿿').contains(*character));
        let had: Vec<_> = had.map(|character| (*character, GLYPH)).collect();
        if had.is_empty() {
            return Vec::new();
        }
        vec![FaceFile::keep(face::face(&had), 0)]
    }
}

const DOCUMENT: &str = r#"(
    format: 1,
    title: "完完 🗳",
    criteria: [(id: "c", name: "c")],
    options: [(id: "o", name: "全")],
)"#;

fn opened(source: &Arc<Ideographs>) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.ron");
    std::fs::write(&path, DOCUMENT).unwrap();
    let services =
        Services { faces: Arc::<Ideographs>::clone(source), ..Services::none(Immediate) };
    let builder = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .allow_missing_glyphs()
        .with_max_steps(12);
    let mut window =
        builder.build_eframe(|creation| App::new(&creation.egui_ctx, Start::File(path), services));
    window.run();
    window
}

/// The widths in ems in which a window paints a character.
fn widths(window: &Harness<'_, App>, character: char) -> Vec<f32> {
    fn collect(shape: &Shape, character: char, found: &mut Vec<f32>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|one| collect(one, character, found)),
            Shape::Text(text) => {
                let size = text.galley.job.sections[0].format.font_id.size;
                let glyphs = text.galley.rows.iter().flat_map(|row| &row.row.glyphs);
                let drawn = glyphs.filter(|glyph| glyph.chr == character);
                found.extend(drawn.map(|glyph| glyph.advance_width / size));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.output().shapes.iter().for_each(|one| collect(&one.shape, character, &mut found));
    found
}

#[test]
fn a_missing_letter_is_drawn_by_the_face_that_was_found() {
    let window = opened(&Arc::default());
    let (found, missing) = (widths(&window, '完'), widths(&window, '🗳'));
    assert!(!found.is_empty() && !missing.is_empty());
    // The face draws by a glyph that is no box.
    assert!(found.iter().all(|width| (width - missing[0]).abs() > 0.01), "{found:?} {missing:?}");
    assert!((widths(&window, '全')[0] - found[0]).abs() < 0.01);
}

#[test]
fn each_character_is_looked_for_once() {
    let source = Arc::<Ideographs>::default();
    let mut window = opened(&source);
    window.run_steps(5);
    let mut asked = source.asked.lock().unwrap().clone();
    asked.sort_unstable();
    assert_eq!(asked, ['全', '完', '🗳']);
}
