//! How long the first frame takes beside that of an eframe window with one label, built alike:
//! `cargo bench --bench first_frame`.
//!
//! Needs a display (`xvfb-run -a cargo bench --bench first_frame`). The two start in turn; the
//! ratio of the medians is what counts.

use std::process::Command;
use std::time::Instant;

use eframe::NativeOptions;
use serde_json::Value;

const PAIRS: usize = 9;

fn main() {
    if std::env::args().any(|word| word == "--bare") {
        return bare();
    }
    let this = std::env::current_exe().expect("a path to this program");
    let this = this.to_string_lossy();
    let program = env!("CARGO_BIN_EXE_mizan");
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        ours.push(first_frame(program, &["--frames", "3", "after-inherent-resolve"]));
        bare.push(first_frame(&this, &["--bare"]));
    }
    let (ours, bare) = (median(ours), median(bare));
    println!(
        "first frame: ours {ours:.1} ms, a bare window {bare:.1} ms, ratio {:.2}",
        ours / bare
    );
}

fn first_frame(program: &str, words: &[&str]) -> f64 {
    let output = Command::new(program).args(words).output().expect("the program runs");
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{program}: {}", String::from_utf8_lossy(&output.stderr)));
    told["first_frame_ms"].as_f64().expect("a time")
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// A window with one label, which closes after three frames.
fn bare() {
    let began = Instant::now();
    let mut frames = 0;
    let mut first = 0.0;
    let options = NativeOptions {
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let shown = eframe::run_ui_native("bare", options, move |ui, _frame| {
        ui.label("bare");
        frames += 1;
        if frames == 1 {
            first = began.elapsed().as_secs_f64() * 1e3;
        }
        if frames == 3 {
            println!("{{\"first_frame_ms\": {first}}}");
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    });
    shown.expect("a window");
}
