//! The window's painter and the report's draw the same picture of a scene.
//!
//! Both are pictures of the same size, made by renderers that have nothing in common. Letters are
//! smoothed otherwise, so what is compared is the mean colour of tiles of a few points.

use std::path::Path;
use std::sync::Arc;

use egui::{Color32, Pos2, Theme as Mode, Vec2};
use egui_kittest::Harness;
use mizan::chart::Scene;
use mizan::look::{Fallbacks, Measurer, Medium, Palette, Weight, font};
use mizan::report::svg;
use mizan::ui::theme::{self, Theme};
use mizan::ui::typeset;
use mizan::ui::widgets::scene;
use resvg::{tiny_skia, usvg};

use crate::{documents, sights, svg as texts};

/// The side of a tile, and how far the colours of two may lie apart, of 255.
const TILE: usize = 8;
const APART: f32 = 32.0;

/// A picture, row by row.
struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// The mean colours of its tiles, each looked at so far to the right and down.
    fn tiles(&self, [right, down]: [isize; 2]) -> Vec<[f32; 3]> {
        let height = self.pixels.len() / self.width;
        let pixel = |x: usize, y: usize| {
            let x = x.saturating_add_signed(right).min(self.width - 1);
            let y = y.saturating_add_signed(down).min(height - 1);
            self.pixels[y * self.width + x].map(f32::from)
        };
        let mut tiles = Vec::new();
        for top in (0..height).step_by(TILE) {
            for left in (0..self.width).step_by(TILE) {
                let columns = left..(left + TILE).min(self.width);
                let inside = (top..(top + TILE).min(height))
                    .flat_map(|y| columns.clone().map(move |x| (x, y)));
                let (mut sum, mut count) = ([0.0; 3], 0.0);
                for (x, y) in inside {
                    sum = std::array::from_fn(|channel| sum[channel] + pixel(x, y)[channel]);
                    count += 1.0;
                }
                tiles.push(sum.map(|sum| sum / count));
            }
        }
        tiles
    }

    /// The greatest difference of two tiles, and how many tiles differ. An edge may lie a pixel
    /// elsewhere: the window puts those of rectangles on whole pixels, SVG between them.
    fn difference(&self, other: &Self) -> (f32, usize) {
        assert_eq!((self.width, self.pixels.len()), (other.width, other.pixels.len()));
        let mine = self.tiles([0, 0]);
        let mut all = vec![f32::MAX; mine.len()];
        for shift in (-1..=1).flat_map(|right| (-1..=1).map(move |down| [right, down])) {
            for (least, (a, b)) in all.iter_mut().zip(mine.iter().zip(other.tiles(shift))) {
                let apart = a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
                *least = least.min(apart);
            }
        }
        let most = all.iter().copied().fold(0.0, f32::max);
        (most, all.iter().filter(|apart| **apart > APART).count())
    }
}

/// What the window paints.
fn painted(drawn: &Scene, mode: Mode, name: &str) -> Picture {
    assert!(
        std::env::var_os("VK_DRIVER_FILES").is_some(),
        "tests/run.sh names the software renderer; run the tests by it"
    );
    let size = Vec2::new(drawn.width.ceil(), drawn.height.ceil());
    let builder =
        Harness::builder().with_size(size).with_pixels_per_point(1.0).with_theme(mode).wgpu();
    let shown = drawn.clone();
    let mut is_installed = false;
    let mut harness = builder.build_ui(move |ui| {
        if !std::mem::replace(&mut is_installed, true) {
            theme::install(ui.ctx(), &Fallbacks::default());
            typeset::install(ui.ctx(), Arc::new(Measurer::new()));
            return ui.ctx().request_repaint();
        }
        let theme = Theme::of(ui.ctx());
        let painter = ui.ctx().layer_painter(egui::LayerId::background());
        painter.rect_filled(painter.clip_rect(), 0.0, ground(theme));
        scene::paint(&painter, theme, Pos2::ZERO, &shown);
    });
    harness.run();
    let image = harness.render().unwrap();
    image.save(folder().join(format!("{name}-window.png"))).unwrap();
    let pixels = image.pixels().map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2]]).collect();
    Picture { width: image.width() as usize, pixels }
}

fn ground(theme: Theme) -> Color32 {
    theme.colour(mizan::look::Role::Canvas)
}

/// What another renderer makes of the SVG.
fn rendered(drawn: &Scene, palette: Palette, name: &str) -> Picture {
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    for weight in Weight::ALL {
        fonts.load_font_data(font::latin(weight).to_vec());
        fonts.load_font_data(font::arabic(weight).to_vec());
    }
    let text = svg(drawn, palette);
    std::fs::write(folder().join(format!("{name}.svg")), &text).unwrap();
    let tree = usvg::Tree::from_str(&text, &options).unwrap();
    let (width, height) = (drawn.width.ceil() as u32, drawn.height.ceil() as u32);
    let mut pixmap = tiny_skia::Pixmap::new(width, height).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    pixmap.save_png(folder().join(format!("{name}-report.png"))).unwrap();
    let pixels = pixmap.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]).collect();
    Picture { width: width as usize, pixels }
}

/// Where the pictures are put to be looked at.
fn folder() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

#[track_caller]
fn hold(drawn: &Scene, (mode, palette): (Mode, Palette), name: &str) {
    let window = painted(drawn, mode, name);
    let (most, count) = window.difference(&rendered(drawn, palette, name));
    eprintln!("{name}: tiles lie up to {most} apart");
    assert_eq!(count, 0, "{name}: {count} tiles differ, by up to {most}");
}

#[test]
fn every_primitive_looks_alike_by_both_painters() {
    let drawn = texts::of_everything(&Measurer::new());
    hold(&drawn, (Mode::Light, Palette::Light), "primitives-light");
    hold(&drawn, (Mode::Dark, Palette::Dark), "primitives-dark");
}

#[track_caller]
fn hold_charts(medium: Medium, width: f32, documents: &[&str]) {
    let measurer = Measurer::new();
    let frame = sights::frame(medium, width, &measurer);
    for document in documents::all().into_iter().filter(|it| documents.contains(&it.what)) {
        for (name, drawn) in sights::all(frame, &document.scenario) {
            let name = format!("{} {name} {medium:?}", document.what).replace(' ', "-");
            hold(&drawn, (Mode::Light, Palette::Light), &name);
        }
    }
}

#[test]
fn every_chart_looks_alike_by_both_painters() {
    hold_charts(Medium::Screen, 760.0, &["usual", "gaps", "arabic names"]);
}

#[test]
fn every_chart_looks_alike_on_a_projector() {
    hold_charts(Medium::Projector, 1920.0, &["twelve teams"]);
}

#[test]
fn a_difference_is_seen() {
    let drawn = texts::of_everything(&Measurer::new());
    let mut other = drawn.clone();
    other.shapes.pop();
    let whole = rendered(&drawn, Palette::Light, "whole");
    assert!(whole.difference(&rendered(&other, Palette::Light, "less")).1 > 0);
}
