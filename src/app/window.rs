//! The application that eframe runs: one frame of logic, one of panels.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use egui::{Frame, Margin, Panel};

use super::faces::FaceSearch;
use super::files::{FileState, Outcome, Pending, Replacement, Start};
use super::frame_log::FrameLog;
use super::preferences::Preferences;
use super::saving::Waiting;
use super::services::Services;
use crate::look::{Fallbacks, Measurer, Role, size};
use crate::session::{Gesture, Session};
use crate::text::label;
use crate::ui::context::{Document, Notice, Refused, View};
use crate::ui::dialogs::{self, Dialog};
use crate::ui::panels::start::{Offer, RecentFile};
use crate::ui::panels::{Panels, inspector, rail, start, status_bar, top_bar};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::typing;
use crate::ui::{Action, Command, Queue, Stage, Touch, ViewContext, WindowContext, typeset};

/// What had the focus before a dialog, which gets it back.
#[derive(Clone, Copy)]
enum Before {
    NoDialog,
    Dialog(Option<egui::Id>),
    /// Closed so many frames ago.
    Closed(egui::Id, u8),
}

/// Within so many frames the focus of a widget that is gone is given up.
const FRAMES_TO_LET_GO: u8 = 3;

/// The application.
pub struct App {
    pub session: Option<Session>,
    pub(super) services: Services,
    pub(super) file: FileState,
    pub(super) panels: Panels,
    measurer: Arc<Measurer>,
    faces: FaceSearch,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) refused: Option<Refused>,
    pub(super) stage: Stage,
    /// Whether the inspector is shown; none: as it suits the window.
    pub(super) inspector: Option<bool>,
    /// The finding that was visited last.
    pub(super) visited: usize,
    pub(super) preferences: Preferences,
    pub(super) recent: Vec<RecentFile>,
    pub(super) pending: Option<Pending>,
    /// What is to happen once the document is saved: the next save takes it along.
    pub(super) after_save: Option<Replacement>,
    /// Goes up with every document that is opened.
    pub(super) document: u64,
    /// The document and revision that may go unsaved: the person said so.
    pub(super) agreed: Option<(u64, u64)>,
    pub(super) is_saving: bool,
    pub(super) waiting: Option<Waiting>,
    /// The last touch that edited, and its gesture.
    pub(super) touch: Option<(Touch, Gesture)>,
    /// What had the focus when a dialog opened.
    focus_before: Before,
    /// What was being dragged in the last frame.
    pub(super) dragged: Option<egui::Id>,
    pub(super) inbox: Receiver<Outcome>,
    pub(super) is_closing: bool,
    /// What was asked for while a score was being typed: done once that has become an edit.
    deferred: Vec<Command>,
    pub(super) is_asked_to_close: bool,
    outbox: Sender<Outcome>,
    queue: Queue,
    pub(super) offers: Vec<Offer>,
    shown_title: String,
    began: Instant,
    pub log: Option<FrameLog>,
}

impl App {
    pub fn new(ctx: &egui::Context, start: Start, services: Services) -> Self {
        let fallbacks = Arc::new(Fallbacks::default());
        theme::install(ctx, &fallbacks);
        let measurer = Arc::new(Measurer::with(&fallbacks));
        typeset::install(ctx, Arc::clone(&measurer));
        let faces = FaceSearch::new(ctx, fallbacks, Arc::clone(&services.faces));
        // Shortcuts for closing would end the program past the question about unsaved changes.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let (outbox, inbox) = channel();
        let mut app = Self {
            session: None,
            services,
            file: FileState::default(),
            panels: Panels::default(),
            measurer,
            faces,
            dialog: None,
            notice: None,
            refused: None,
            stage: Stage::default(),
            inspector: None,
            visited: 0,
            preferences: Preferences::default(),
            recent: Vec::new(),
            pending: None,
            after_save: None,
            document: 0,
            agreed: None,
            is_saving: false,
            waiting: None,
            touch: None,
            focus_before: Before::NoDialog,
            dragged: None,
            inbox,
            is_closing: false,
            deferred: Vec::new(),
            is_asked_to_close: false,
            outbox,
            queue: Queue::default(),
            offers: Vec::new(),
            shown_title: String::new(),
            began: Instant::now(),
            log: None,
        };
        app.take_preferences(ctx);
        match start {
            Start::Choice => app.show_first_page(ctx),
            Start::Preset(preset) => app.open_preset(preset),
            Start::File(path) => {
                app.show_first_page(ctx);
                app.read(path, ctx);
            }
        }
        app
    }

    /// What jobs send their outcomes by.
    pub(super) fn sender(&self, ctx: &egui::Context) -> impl Fn(Outcome) + Send + 'static {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        move |outcome| {
            // The window may have closed meanwhile; then nobody waits.
            drop(outbox.send(outcome));
            ctx.request_repaint();
        }
    }

    /// One frame of logic: shortcuts taken before any field can, outcomes of jobs, the wish to
    /// close.
    pub fn frame_logic(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        self.began = Instant::now();
        self.faces.take_in(ctx);
        self.take_in(ctx, frame);
        if self.dialog.is_none() {
            self.deferred.extend(Command::consume_shortcuts(ctx));
            if !self.deferred.is_empty() {
                self.end_typing(ctx);
            }
        }
        self.take_dropped(ctx);
        self.abandon_drag(ctx);
        self.guard_closing(ctx);
        self.retitle(ctx);
    }

    /// One frame of panels; what they ask for is done after the last.
    pub fn frame_ui(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) {
        self.panels_ui(ui);
        if let Some(dialog) = &mut self.dialog {
            let window = WindowContext { session: self.session.as_ref(), queue: &self.queue };
            dialogs::ui(window, dialog, ui);
        }
        let actions: Vec<Action> = self.queue.drain();
        let ctx = ui.ctx().clone();
        self.dispatch(actions, &ctx, frame);
        for command in std::mem::take(&mut self.deferred) {
            self.command(command, &ctx, frame);
        }
        if std::mem::take(&mut self.is_asked_to_close) && self.dialog.is_none() {
            self.ask_to_replace_document(Replacement::Close, &ctx, frame);
        }
        self.begin_computing(&ctx);
        self.keep_focus(&ctx);
        self.faces.look(&ctx, &*self.services.executor);
        if let Some(log) = &mut self.log {
            log.note(self.began);
            if log.is_full() {
                self.is_closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            ctx.request_repaint();
        }
    }

    /// Hands what the panels asked for and is too much for a frame to workers.
    fn begin_computing(&self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        for request in session.results().take_requests() {
            let (document, sender) = (self.document, self.sender(ctx));
            let run = request.run;
            let job = move || sender(Outcome::Computed { document, computed: run() });
            self.services.executor.spawn(Box::new(job));
        }
    }

    fn panels_ui(&mut self, ui: &mut egui::Ui) {
        let theme = Theme::of(ui.ctx());
        let Some(session) = &self.session else {
            start::ui(
                &start::Page {
                    window: WindowContext { session: None, queue: &self.queue },
                    offers: &self.offers,
                    recent: &self.recent,
                    theme: self.preferences.theme,
                    measurer: &self.measurer,
                },
                ui,
            );
            return drop_hint_ui(ui);
        };
        let view = self.view(session, ui.ctx());
        let document = Document {
            name: &self.file.name,
            saved_at: &self.file.saved_at,
            notice: self.notice.as_ref(),
            refused: self.refused.as_ref(),
        };
        let context =
            ViewContext { session, document, view, measurer: &self.measurer, queue: &self.queue };
        let bar = |horizontal| {
            Frame::new()
                .fill(theme.colour(Role::Chrome))
                .inner_margin(Margin::symmetric(horizontal, 0))
        };
        Panel::top("top bar")
            .exact_size(size::TOP_BAR_HEIGHT)
            .frame(bar(0))
            .show(ui, |ui| top_bar::ui(context, ui));
        let status = Panel::bottom("status bar").exact_size(size::STATUS_HEIGHT).frame(bar(16));
        status.show(ui, |ui| status_bar::ui(context, ui));
        let choice = self.preferences.theme;
        let side = Panel::left("rail").exact_size(size::RAIL_WIDTH).frame(bar(0)).resizable(false);
        side.show(ui, |ui| rail::ui(context, choice, ui));
        if view.is_inspector_open && !view.is_drawer {
            let side = Panel::right("inspector")
                .exact_size(size::INSPECTOR_WIDTH)
                .frame(bar(0))
                .resizable(false)
                .show_separator_line(false);
            side.show(ui, |ui| inspector::ui(context, ui));
        }
        let canvas = Frame::new()
            .fill(theme.colour(Role::Canvas))
            .inner_margin(Margin::symmetric(size::CANVAS_PADDING as i8, 0));
        let shown =
            egui::CentralPanel::no_frame().frame(canvas).show(ui, |ui| self.panels.ui(context, ui));
        if view.is_inspector_open && view.is_drawer {
            inspector::drawer_ui(context, shown.response.rect, ui);
        }
        drop_hint_ui(ui);
    }

    /// How the document is looked at in a window of this size.
    pub(super) fn view(&self, session: &Session, ctx: &egui::Context) -> View {
        let is_narrow = ctx.content_rect().width() < size::OVERLAY_BELOW_WIDTH;
        let criteria = session.scenario().criteria.len();
        let is_drawer = is_narrow || self.stage.row().inspector.is_over(criteria);
        View {
            stage: self.stage,
            is_drawer,
            is_inspector_open: self.inspector.unwrap_or(!is_drawer),
        }
    }

    /// Gives the focus back to what had it before a dialog.
    fn keep_focus(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        self.focus_before = match (self.focus_before, &self.dialog) {
            (Before::NoDialog | Before::Closed(..), Some(_)) => Before::Dialog(focused),
            // What had it in the dialog gives it up within the next frames.
            (Before::Dialog(Some(before)), None) => Before::Closed(before, 0),
            (Before::Closed(before, frames), None)
                if focused.is_some() && frames < FRAMES_TO_LET_GO =>
            {
                Before::Closed(before, frames + 1)
            }
            (Before::Closed(before, _), None) if focused.is_none() => {
                ctx.memory_mut(|memory| memory.request_focus(before));
                Before::NoDialog
            }
            (Before::Dialog(before), Some(_)) => Before::Dialog(before),
            _ => Before::NoDialog,
        };
        if matches!(self.focus_before, Before::Closed(..)) {
            ctx.request_repaint();
        }
    }

    /// Makes what is being typed count in this frame: what follows is to see it.
    fn end_typing(&mut self, ctx: &egui::Context) {
        self.panels.matrix.end_editing();
        typing::end(ctx);
        ctx.request_repaint();
    }

    /// Keeps the window open while something is unsaved and nobody was asked.
    fn guard_closing(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        let is_typing = self.panels.matrix.is_editing() || typing::is_open(ctx);
        let is_changed = self.session.as_ref().is_some_and(Session::is_changed) || is_typing;
        if is_asked && is_changed && !self.is_closing {
            self.end_typing(ctx);
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.is_asked_to_close = true;
            ctx.request_repaint();
        }
    }

    fn retitle(&mut self, ctx: &egui::Context) {
        let title = match &self.session {
            Some(session) => label::window_title(&session.scenario().title, session.is_changed()),
            None => label::PROGRAM.to_owned(),
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.frame_logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frame_ui(ui, frame);
    }
}

/// What the window says while a file is held over it.
fn drop_hint_ui(ui: &egui::Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let painter = ui
        .ctx()
        .layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let rect = ui.ctx().content_rect().shrink(12.0);
    let edge = theme.stroke(size::LEADING_STROKE, Role::Lead);
    painter.rect(
        rect,
        theme::corners(size::FLOATING_RADIUS),
        theme.colour(Role::LeadTint).gamma_multiply(0.9),
        edge,
        egui::StrokeKind::Inside,
    );
    let font = theme::font_id(crate::look::TypeSize::Headline, crate::look::Weight::SemiBold);
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        label::DROP_HERE,
        font,
        theme.colour(Role::Ink),
    );
}
