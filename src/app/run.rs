//! Opening the window: with one renderer, and where that fails with the other.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::rc::Rc;
use std::time::Instant;

use eframe::{NativeOptions, Renderer};

use super::application::App;
use super::breakdown::Breakdown;
use super::frame_log::FrameLog;
use super::logs;
use super::picker::SystemPicker;
use super::services::Services;
use super::start::Start;
use crate::store::Home;
use crate::text;

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
/// Why no renderer could open a window, or that the program broke and where the work is, in a
/// sentence.
pub fn run(request: &Request, tell_of_panic: fn(&PanicHookInfo)) -> Result<Option<String>, String> {
    let logs = Home::of_person().map(|home| home.logs());
    let _log = logs.as_deref().and_then(logs::begin);
    log::info!("Mizan {} begins", env!("CARGO_PKG_VERSION"));
    let breakdown = Breakdown::reporting_to(logs);
    breakdown.install(tell_of_panic);
    let mut reasons = Vec::new();
    for render_by in renderers(request.render_by) {
        let has_shown = Rc::new(Cell::new(false));
        // What it broke is gone with it; the newest state lies with the breakdown.
        let ran = catch_unwind(AssertUnwindSafe(|| {
            run_with(request, render_by, breakdown.clone(), &has_shown)
        }));
        let reason = match ran {
            Ok(Ok(told)) => return Ok(told),
            Ok(Err(error)) => error.to_string(),
            Err(_) if has_shown.get() => return Err(broke(&breakdown)),
            // A renderer that breaks before it shows anything is none that works here.
            Err(_) => text::files::RENDERER_BROKE.to_owned(),
        };
        log::warn!("{render_by:?} can't open a window: {reason}");
        reasons.push(format!("{render_by:?}: {reason}"));
    }
    Err(text::files::no_window(&reasons.join("; ")))
}

/// Says that the program broke, and where the work is.
fn broke(breakdown: &Breakdown) -> String {
    let is_kept = breakdown.flush();
    let report = breakdown.newest_report().map(|path| path.display().to_string());
    text::files::broke(is_kept, report.as_deref())
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

fn run_with(
    request: &Request,
    render_by: RenderBy,
    breakdown: Breakdown,
    has_shown: &Rc<Cell<bool>>,
) -> Result<Option<String>, eframe::Error> {
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
    let (shared, has_shown) = (Rc::clone(&told), Rc::clone(has_shown));
    let create: eframe::AppCreator = Box::new(move |creation| {
        log::info!("renderer: {word}{}", adapter(creation));
        let services = Services::system(Box::new(SystemPicker::over(creation)), breakdown);
        let mut app = App::new(&creation.egui_ctx, start, services);
        app.log = frames.map(|frames| FrameLog::new(began, frames));
        Ok(Box::new(Logged { app, told: shared, word, has_shown }))
    });
    eframe::run_native(text::bars::PROGRAM, options, create)?;
    Ok(told.take())
}

/// What draws, as far as the renderer says.
fn adapter(creation: &eframe::CreationContext) -> String {
    let state = creation.wgpu_render_state.as_ref();
    state.map_or_else(String::new, |state| {
        let info = state.adapter.get_info();
        format!(" by {} ({})", info.name, info.backend)
    })
}

/// The app, which leaves its frame times behind when it ends.
struct Logged {
    app: App,
    told: Rc<RefCell<Option<String>>>,
    word: &'static str,
    /// Whether a frame was shown.
    has_shown: Rc<Cell<bool>>,
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
        self.has_shown.set(true);
        if let Some(log) = &self.app.log {
            *self.told.borrow_mut() = Some(log.json(self.word));
        }
    }
}
