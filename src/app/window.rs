//! The application that eframe runs: one frame of logic, one of panels.

use std::time::{Duration, Instant};

use egui::{Frame, Margin, Panel};

use super::application::App;
use super::guard::Page;
use super::jobs::Lane;
use super::life::present;
use super::lifecycle::{Event, Next, Origin};
use super::services::Services;
use super::start::Start;
use crate::look::{Role, size};
use crate::text;
use crate::ui::command::{CommandContext, OnDisk};
use crate::ui::context::{Document, Side, View};
use crate::ui::panels::{Panels, inspector, rail, start, states, status_bar, top_bar};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::typing;
use crate::ui::{Action, Command, Stage, ViewContext, WindowContext};

/// How long the end of the program waits for the preferences to be written.
const LAST_WRITE: Duration = Duration::from_secs(1);
/// How high what can be done with a state is that is looked at.
const FOOT_HEIGHT: f32 = 56.0;

impl App {
    pub fn new(ctx: &egui::Context, start: Start, services: Services) -> Self {
        let mut app = Self::unopened(ctx, services);
        if matches!(start, Start::File(_)) {
            // Shown while the file is being read.
            app.show_first_page();
        }
        app.look_for_left();
        app.tell(Event::Leave(start.into()), ctx);
        app
    }

    /// One frame of logic: shortcuts taken before any field can, outcomes of jobs, the wish to
    /// close.
    pub fn frame_logic(&mut self, ctx: &egui::Context) {
        self.input.began = Instant::now();
        self.settings.grow_with(ctx);
        self.take_in(ctx);
        if !self.dialogs.is_open() {
            self.input.deferred.extend(Command::consume_shortcuts(ctx));
            if !self.input.deferred.is_empty() {
                self.end_typing(ctx);
            }
        }
        self.note_dropped(ctx);
        self.abandon_drag(ctx);
        self.guard_closing(ctx);
        self.retitle(ctx);
    }

    /// One frame of panels; what they ask for is done after the last.
    pub fn frame_ui(&mut self, ui: &mut egui::Ui) {
        self.panels_ui(ui);
        let on_disk = self.on_disk();
        let context = CommandContext { session: self.session.as_ref(), on_disk };
        let answered = self.dialogs.ui(context, ui);
        let actions: Vec<Action> = self.input.queue.drain();
        let ctx = ui.ctx().clone();
        self.dispatch(actions, &ctx);
        if let Some(answered) = answered {
            self.answered(answered, &ctx);
        }
        for command in std::mem::take(&mut self.input.deferred) {
            self.command(command, &ctx);
        }
        self.open_dropped(&ctx);
        if std::mem::take(&mut self.life.is_asked_to_close) {
            self.tell(Event::Leave(Next::Quit), &ctx);
        }
        self.keep_state();
        self.look_at_file(&ctx);
        self.read_versions();
        self.begin_computing();
        self.begin_listing();
        typing::give_back(&ctx);
        let landing = || self.panels.landing(self.view.stage, self.session.as_ref()?);
        self.focus.keep(&self.dialogs, landing, &ctx);
        self.faces.look(&mut self.jobs);
        self.log_frame(&ctx);
    }

    fn log_frame(&mut self, ctx: &egui::Context) {
        let Some(log) = &mut self.log else { return };
        log.note(self.input.began);
        if log.is_full() {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ctx.request_repaint();
    }

    /// Lets what was begun end before the program does: the window is closed.
    pub fn finish(&mut self) {
        self.end_keeping();
        self.jobs.finish(Lane::Preferences, LAST_WRITE);
    }

    fn panels_ui(&mut self, ui: &mut egui::Ui) {
        if self.session.is_some() {
            self.document_ui(ui);
        } else {
            self.first_page_ui(ui);
        }
        drop_hint_ui(ui);
    }

    fn first_page_ui(&self, ui: &mut egui::Ui) {
        let queue = &self.input.queue;
        let page = start::Page {
            window: WindowContext { session: None, on_disk: OnDisk::AsKnown, queue },
            offers: &self.first_page.offers,
            recent: &self.first_page.recent,
            recovered: &self.offered.cards,
            theme: self.settings.preferences.theme,
            measurer: &self.view.measurer,
        };
        start::ui(&page, ui);
    }

    fn document_ui(&mut self, ui: &mut egui::Ui) {
        let Some(session) = &self.session else { return };
        let view = View {
            keys: self.panels.keys(self.view.stage),
            ..self.view.of(session, self.settings.zoom(), ui.ctx())
        };
        let name = self.life.name();
        let recovery = self.recovery_told(ui.ctx());
        let document = Document {
            name: &name,
            changes: session.changes(),
            on_disk: self.on_disk(),
            is_read_only: self.life.state().origin().is_some_and(Origin::is_read_only),
            recovery: recovery.shown(),
            is_unsaved: self.is_unsaved(),
            saved_at: &self.life.saved_at,
            notice: self.view.notice.as_ref(),
            refused: self.view.refused.as_ref(),
        };
        let (measurer, queue) = (&self.view.measurer, &self.input.queue);
        let context = ViewContext { session, document, view, measurer, queue };
        frame_ui(context, self.settings.preferences.theme, &self.states.shown, ui);
        let canvas = Frame::new()
            .fill(Theme::of(ui.ctx()).colour(Role::Canvas))
            .inner_margin(Margin::symmetric(size::CANVAS_PADDING as i8, 0));
        let (guard, panels) = (&mut self.guard, &mut self.panels);
        let shown = egui::CentralPanel::no_frame().frame(canvas).show(ui, |ui| {
            guard.ui((view.stage, session.revision()), ui, |ui| panels.ui(context, ui))
        });
        if view.is_inspector_open && view.is_drawer {
            inspector::drawer_ui(context, shown.response.rect, ui, |context, ui| {
                side_ui(context, &self.states.shown, ui);
            });
        }
        if shown.inner == Page::Broke {
            self.panels = Panels::default();
        }
    }

    /// Whether something is being typed that is no edit yet.
    pub(super) fn is_typing(&self, ctx: &egui::Context) -> bool {
        // A page that isn't shown has no frame in which to end what is typed in it.
        let is_in_matrix = self.session.is_some() && self.view.stage == Stage::Matrix;
        is_in_matrix && self.panels.matrix.is_typing() || typing::is_open(ctx)
    }

    /// Makes what is being typed count in this frame: what follows is to see it.
    pub(super) fn end_typing(&mut self, ctx: &egui::Context) {
        self.panels.matrix.end_editing();
        typing::end(ctx);
        ctx.request_repaint();
    }

    /// Keeps the window open while something is unsaved and nobody was asked.
    fn guard_closing(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if !is_asked || self.may_close() && !self.is_typing(ctx) {
            return;
        }
        self.end_typing(ctx);
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        self.life.is_asked_to_close = true;
        ctx.request_repaint();
    }

    fn may_close(&self) -> bool {
        let is_counted_out = self.log.as_ref().is_some_and(super::frame_log::FrameLog::is_full);
        let present = self.session.as_ref().map(present);
        is_counted_out || self.life.state().may_close(present.as_ref())
    }

    pub(super) fn is_unsaved(&self) -> bool {
        let present = self.session.as_ref().map(present);
        self.life.state().is_unsaved(present.as_ref())
    }

    fn retitle(&mut self, ctx: &egui::Context) {
        let title = match &self.session {
            Some(session) if self.is_unsaved() => {
                text::bars::edited_window_title(&session.scenario().title)
            }
            Some(session) => text::bars::window_title(&session.scenario().title),
            None => text::bars::PROGRAM.to_owned(),
        };
        if title != self.view.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.view.title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.frame_logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }
}

/// What stands around the page: the bars, the rail, and what is beside it.
fn frame_ui(
    context: ViewContext,
    choice: theme::ThemeChoice,
    shown: &states::States,
    ui: &mut egui::Ui,
) {
    let (theme, view) = (Theme::of(ui.ctx()), context.view);
    let bar = |horizontal| {
        let margin = Margin::symmetric(horizontal, 0);
        Frame::new().fill(theme.colour(Role::Chrome)).inner_margin(margin)
    };
    let top = Panel::top("top bar").exact_size(size::TOP_BAR_HEIGHT).frame(bar(0));
    top.show(ui, |ui| top_bar::ui(context, ui));
    let status = Panel::bottom("status bar").exact_size(size::STATUS_HEIGHT).frame(bar(16));
    status.show(ui, |ui| status_bar::ui(context, ui));
    let side = Panel::left("rail").exact_size(size::RAIL_WIDTH).frame(bar(0)).resizable(false);
    side.show(ui, |ui| rail::ui(context, choice, ui));
    if view.is_inspector_open && !view.is_drawer {
        let side = Panel::right("inspector")
            .exact_size(size::INSPECTOR_WIDTH)
            .frame(bar(0))
            .resizable(false)
            .show_separator_line(false);
        side.show(ui, |ui| {
            inspector::edge_ui(ui);
            side_ui(context, shown, ui);
        });
    }
    if states::is_shown(context, shown) {
        let foot = Panel::bottom("state").exact_size(FOOT_HEIGHT).frame(bar(16));
        foot.show(ui, |ui| states::foot_ui(context, ui));
    }
}

/// What stands at the side.
fn side_ui(context: ViewContext, shown: &states::States, ui: &mut egui::Ui) {
    match context.view.side {
        Side::Inspector => inspector::ui(context, ui),
        Side::States => states::ui(context, shown, ui),
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
        text::files::DROP_HERE,
        font,
        theme.colour(Role::Ink),
    );
}
