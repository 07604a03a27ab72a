//! Opening the window: with one renderer, and where that fails with the other.

use crate::text;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Instant;

use eframe::{NativeOptions, Renderer};

use super::application::App;
use super::frame_log::FrameLog;
use super::picker::SystemPicker;
use super::services::Services;
use super::start::Start;

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenderBy {
    Glow,
    Wgpu,
}

/// How the window is to open.
#[derive(Clone, Debug)]
pub struct Request {
    pub start: Start,
    /// None: what suits the system, then the other.
    pub render_by: Option<RenderBy>,
    /// Close after this many frames and tell how long they took.
    pub frames: Option<usize>,
    /// When the program began.
    pub began: Instant,
}

/// Shows the window until it is closed; gives what is to be printed then.
///
/// # Errors
/// Why no renderer could open a window, in a sentence.
pub fn run(request: &Request) -> Result<Option<String>, String> {
    let mut reasons = Vec::new();
    for render_by in renderers(request.render_by) {
        match run_with(request, render_by) {
            Ok(told) => return Ok(told),
            Err(error) => {
                log::warn!("{render_by:?} can't open a window: {error}");
                reasons.push(format!("{render_by:?}: {error}"));
            }
        }
    }
    Err(text::files::no_window(&reasons.join("; ")))
}

/// The renderers in the order in which they are tried: on Linux OpenGL first, elsewhere the
/// system's own interface.
fn renderers(wished: Option<RenderBy>) -> [RenderBy; 2] {
    let first =
        wished.unwrap_or(if cfg!(target_os = "linux") { RenderBy::Glow } else { RenderBy::Wgpu });
    match first {
        RenderBy::Glow => [RenderBy::Glow, RenderBy::Wgpu],
        RenderBy::Wgpu => [RenderBy::Wgpu, RenderBy::Glow],
    }
}

fn run_with(request: &Request, render_by: RenderBy) -> Result<Option<String>, eframe::Error> {
    let told = Rc::new(RefCell::new(None));
    let viewport = egui::ViewportBuilder::default()
        .with_title(text::bars::PROGRAM)
        .with_app_id("mizan")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([640.0, 480.0]);
    let (renderer, word) = match render_by {
        RenderBy::Glow => (Renderer::Glow, "glow"),
        RenderBy::Wgpu => (Renderer::Wgpu, "wgpu"),
    };
    let options = NativeOptions {
        viewport,
        renderer,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let (start, began, frames) = (request.start.clone(), request.began, request.frames);
    let shared = Rc::clone(&told);
    let create: eframe::AppCreator = Box::new(move |creation| {
        let services = Services::system(Box::new(SystemPicker::over(creation)));
        let mut app = App::new(&creation.egui_ctx, start, services);
        app.log = frames.map(|frames| FrameLog::new(began, frames));
        Ok(Box::new(Logged { app, told: shared, word }))
    });
    eframe::run_native(text::bars::PROGRAM, options, create)?;
    Ok(told.take())
}

/// The app, which leaves its frame times behind when it ends.
struct Logged {
    app: App,
    told: Rc<RefCell<Option<String>>>,
    word: &'static str,
}

impl eframe::App for Logged {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.frame_logic(ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.finish();
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.frame_ui(ui);
        if let Some(log) = &self.app.log {
            *self.told.borrow_mut() = Some(log.json(self.word));
        }
    }
}
