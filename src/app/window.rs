//! The application that eframe runs: one frame of logic, one of panels.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Instant, SystemTime};

use egui::{Frame, Margin, Panel};

use super::files::{FileState, Outcome, Pending, Replacement, Start, Waiting};
use super::frame_log::FrameLog;
use super::jobs::{Executor, Threads};
use super::picker::{Picker, SystemPicker};
use crate::look::{Role, size};
use crate::model::Timestamp;
use crate::session::{Gesture, Session};
use crate::store::{self, PRESETS};
use crate::text::label;
use crate::ui::context::{Document, Notice};
use crate::ui::dialogs::{self, Dialog};
use crate::ui::panels::start::Offer;
use crate::ui::panels::{matrix::MatrixPanel, start, status_bar, top_bar, weights};
use crate::ui::theme::{self, Theme, ThemeChoice};
use crate::ui::{Action, Command, Queue, Touch, ViewContext};

/// What the app needs of the world.
pub struct Services {
    pub executor: Box<dyn Executor>,
    pub picker: Box<dyn Picker>,
    pub clock: Clock,
}

/// What time it is.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    /// For tests: none is noted.
    Stopped,
}

impl Clock {
    pub fn now(self) -> Option<Timestamp> {
        match self {
            Self::System => Timestamp::new(&humantime::format_rfc3339_seconds(SystemTime::now()).to_string()),
            Self::Stopped => None,
        }
    }
}

impl Default for Services {
    fn default() -> Self {
        Self { executor: Box::new(Threads), picker: Box::new(SystemPicker), clock: Clock::System }
    }
}

/// The application.
pub struct App {
    pub session: Option<Session>,
    pub(super) services: Services,
    pub(super) file: FileState,
    pub(super) matrix: MatrixPanel,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) pending: Option<Pending>,
    /// What is to happen once the document is saved: the next save takes it along.
    pub(super) after_save: Option<Replacement>,
    /// Goes up with every document that is opened.
    pub(super) document: u64,
    /// The document and revision that may go unsaved: the person said so.
    pub(super) agreed: Option<(u64, u64)>,
    pub(super) is_saving: bool,
    pub(super) waiting: Option<Waiting>,
    pub(super) theme_choice: ThemeChoice,
    /// The last touch that edited, and its gesture.
    pub(super) touch: Option<(Touch, Gesture)>,
    pub(super) inbox: Receiver<Outcome>,
    pub(super) is_closing: bool,
    /// What was asked for while a score was being typed: done once that has become an edit.
    deferred: Vec<Command>,
    is_asked_to_close: bool,
    outbox: Sender<Outcome>,
    queue: Queue,
    offers: Vec<Offer>,
    shown_title: String,
    began: Instant,
    pub log: Option<FrameLog>,
}

impl App {
    pub fn new(ctx: &egui::Context, start: Start, services: Services) -> Self {
        theme::install(ctx);
        // Shortcuts for closing would end the program past the question about unsaved changes.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let (outbox, inbox) = channel();
        let mut app = Self {
            session: None,
            services,
            file: FileState::default(),
            matrix: MatrixPanel::default(),
            dialog: None,
            notice: None,
            pending: None,
            after_save: None,
            document: 0,
            agreed: None,
            is_saving: false,
            waiting: None,
            theme_choice: ThemeChoice::default(),
            touch: None,
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
        match start {
            Start::Choice => {}
            Start::Preset(preset) => app.open_preset(preset),
            Start::File(path) => app.read(path, ctx),
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

    /// One frame of logic: shortcuts taken before any field can, outcomes of jobs, the wish to close.
    pub fn frame_logic(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        self.began = Instant::now();
        self.take_in(ctx, frame);
        if self.dialog.is_none() {
            self.deferred.extend(Command::consume_shortcuts(ctx));
            if !self.deferred.is_empty() {
                self.matrix.end_editing();
                ctx.request_repaint();
            }
        }
        self.guard_closing(ctx);
        self.retitle(ctx);
    }

    /// One frame of panels; what they ask for is done after the last.
    pub fn frame_ui(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) {
        let mut queue = std::mem::take(&mut self.queue);
        self.panels_ui(&mut queue, ui);
        if let Some(dialog) = &mut self.dialog {
            dialogs::ui(dialog, &mut queue, ui);
        }
        let actions: Vec<Action> = queue.drain();
        self.queue = queue;
        let ctx = ui.ctx().clone();
        self.dispatch(actions, &ctx, frame);
        for command in std::mem::take(&mut self.deferred) {
            self.command(command, &ctx, frame);
        }
        if std::mem::take(&mut self.is_asked_to_close) && self.dialog.is_none() {
            self.ask_to_replace_document(Replacement::Close, &ctx, frame);
        }
        if let Some(log) = &mut self.log {
            log.note(self.began);
            if log.is_full() {
                self.is_closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            ctx.request_repaint();
        }
    }

    fn panels_ui(&mut self, queue: &mut Queue, ui: &mut egui::Ui) {
        let theme = Theme::of(ui.ctx());
        if self.session.is_none() && self.offers.is_empty() {
            self.offers = offers();
        }
        let bar = |horizontal| Frame::new().fill(theme.colour(Role::Chrome)).inner_margin(Margin::symmetric(horizontal, 0));
        let document = Document { name: &self.file.name, notice: self.notice.as_ref() };
        let context = self.session.as_ref().map(|session| ViewContext { session, document });
        Panel::top("top bar").exact_size(size::TOP_BAR_HEIGHT).frame(bar(8)).show(ui, |ui| top_bar::ui(context, queue, ui));
        let status = Panel::bottom("status bar").exact_size(size::STATUS_HEIGHT).frame(bar(16));
        status.show(ui, |ui| status_bar::ui(context, self.theme_choice, queue, ui));
        if let Some(context) = context {
            let side = Panel::right("weights").exact_size(size::INSPECTOR_WIDTH).frame(bar(20)).resizable(false);
            side.show(ui, |ui| weights::ui(context, queue, ui));
        }
        let canvas = Frame::new().fill(theme.colour(Role::Canvas)).inner_margin(Margin::symmetric(size::CANVAS_PADDING as i8, 0));
        egui::CentralPanel::no_frame().frame(canvas).show(ui, |ui| match context {
            Some(context) => self.matrix.ui(context, queue, ui),
            None => start::ui(&self.offers, queue, ui),
        });
    }

    /// Keeps the window open while something is unsaved and nobody was asked.
    fn guard_closing(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        let is_changed = self.session.as_ref().is_some_and(Session::is_changed) || self.matrix.is_editing();
        if is_asked && is_changed && !self.is_closing {
            self.matrix.end_editing();
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

/// The presets as the start page lists them.
fn offers() -> Vec<Offer> {
    let offer = |preset: &'static store::Preset| {
        let scenario = store::parse(preset.text.as_bytes()).ok()?.scenario;
        let extent = label::extent(scenario.options.len(), scenario.criteria.len());
        let teams = label::counted(scenario.teams.len(), "team");
        Some(Offer { name: preset.name, title: scenario.title, question: scenario.question, extent: format!("{extent}, {teams}") })
    };
    PRESETS.iter().filter_map(offer).collect()
}
