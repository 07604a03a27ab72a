//! The application's parts.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::clock::Clock;
use super::dialogs::Dialogs;
use super::document_keeping::DocumentKeeping;
use super::document_states::DocumentStates;
use super::faces::FaceSearch;
use super::files::Files;
use super::first_page::FirstPage;
use super::focus::FocusKeeper;
use super::frame_log::FrameLog;
use super::guard::Guard;
use super::jobs::Jobs;
use super::life::Life;
use super::lifecycle::{Came, ErrandId};
use super::offered::Offered;
use super::outcome::Outcome;
use super::picker::Picker;
use super::services::Services;
use super::settings::Settings;
use super::view::WindowView;
use crate::look::{Fallbacks, Measurer};
use crate::session::{Gesture, Session};
use crate::ui::panels::Panels;
use crate::ui::theme;
use crate::ui::{Action, Command, Queue, Touch, typeset};

/// The application.
pub struct App {
    pub session: Option<Session>,
    pub log: Option<FrameLog>,
    pub(super) life: Life,
    pub(super) keeping: DocumentKeeping,
    pub(super) offered: Offered,
    pub(super) states: DocumentStates,
    pub(super) guard: Guard,
    pub(super) jobs: Jobs<Outcome>,
    pub(super) world: World,
    pub(super) settings: Settings,
    pub(super) faces: FaceSearch,
    pub(super) first_page: FirstPage,
    pub(super) panels: Panels,
    pub(super) view: WindowView,
    pub(super) dialogs: Dialogs,
    pub(super) input: Input,
    pub(super) focus: FocusKeeper,
}

/// What the app asks of the world while it runs.
pub(super) struct World {
    pub picker: Box<dyn Picker>,
    pub clock: Clock,
}

/// A file that was dropped on the window.
pub(super) struct Dropped {
    pub path: PathBuf,
    pub is_one_of_many: bool,
}

/// What is on its way from keys and pointer to the document.
pub(super) struct Input {
    pub queue: Queue,
    /// What was asked for while something was being typed: done once that has become an edit.
    pub deferred: Vec<Command>,
    /// The file that was dropped on the window: opened once what is being typed is an edit.
    pub dropped: Option<Dropped>,
    /// Errands that have ended, in that order, until the document's life is told.
    pub ended: VecDeque<(ErrandId, Came)>,
    /// The last touch that edited, and its gesture.
    pub touch: Option<(Touch, Gesture)>,
    /// What was being dragged in the last frame.
    pub dragged: Option<egui::Id>,
    /// When the frame's work began.
    pub began: Instant,
}

impl App {
    /// Asks for what a panel can ask for. It is done behind the last panel of the next frame.
    pub fn ask(&self, action: Action) {
        self.input.queue.push(action);
    }

    /// The application on the first page.
    pub(super) fn unopened(ctx: &egui::Context, services: Services) -> Self {
        let fallbacks = Arc::new(Fallbacks::default());
        theme::install(ctx, &fallbacks);
        let measurer = Arc::new(Measurer::with(&fallbacks));
        typeset::install(ctx, Arc::clone(&measurer));
        // Shortcuts for closing would end the program past the question about unsaved changes.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let Services { executor, picker, clock, faces, preferences, keeping, breakdown } = services;
        let pause = keeping.pause;
        let files = Files::new(keeping, clock);
        let repaint = ctx.clone();
        Self {
            session: None,
            log: None,
            life: Life::default(),
            keeping: DocumentKeeping::new(files, pause, breakdown),
            offered: Offered::default(),
            states: DocumentStates::default(),
            guard: Guard::default(),
            jobs: Jobs::new(executor, move || repaint.request_repaint()),
            world: World { picker, clock },
            settings: Settings::read(preferences, ctx),
            faces: FaceSearch::new(ctx, fallbacks, faces),
            first_page: FirstPage::default(),
            panels: Panels::default(),
            view: WindowView::new(measurer),
            dialogs: Dialogs::default(),
            input: Input {
                queue: Queue::default(),
                deferred: Vec::new(),
                dropped: None,
                ended: VecDeque::new(),
                touch: None,
                dragged: None,
                began: Instant::now(),
            },
            focus: FocusKeeper::default(),
        }
    }
}
