//! Opening: files and presets to sessions, with a message for all that goes wrong.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::picker::Purpose;
use super::saving::{Saved, Target};
use super::window::App;
use crate::model::{Fault, Judgement, NodeId, Place, Scenario, TeamId};
use crate::session::Session;
use crate::session::results::Computed;
use crate::store::{self, Unreadable};
use crate::text::{self, label};
use crate::ui::Stage;
use crate::ui::dialogs::{Dialog, Excerpt, Line, Message, PathEntry};
use crate::ui::panels::Panels;

/// A dialog that answers faster than this hasn't been seen by anyone: there was none.
const SEEN_AFTER: Duration = Duration::from_millis(300);
/// How many faults a message shows.
const SHOWN_FAULTS: usize = 50;

/// What the window opens on.
#[derive(Clone, Debug, Default)]
pub enum Start {
    /// The choice of presets.
    #[default]
    Choice,
    Preset(&'static store::Preset),
    File(PathBuf),
}

/// What a job found.
pub enum Outcome {
    Picked {
        purpose: Purpose,
        path: Option<PathBuf>,
        took: Duration,
    },
    Read {
        path: PathBuf,
        result: Result<store::Opened, Unreadable>,
    },
    /// A file to compare with.
    ReadToCompare {
        path: PathBuf,
        result: Result<store::Opened, Unreadable>,
    },
    Saved(Saved),
    /// Why recent files aren't there, for those that aren't.
    LookedFor(Vec<(Option<&'static str>, PathBuf)>),
    /// A result of the document of that number.
    Computed {
        document: u64,
        computed: Computed,
    },
}

/// The file behind the session.
#[derive(Clone, Debug, Default)]
pub struct FileState {
    /// None for a preset, which is saved elsewhere.
    pub path: Option<PathBuf>,
    pub name: String,
    /// It holds comments that the next save loses.
    pub has_comments: bool,
    /// When it was last saved, as people read a time; empty: not since it was opened.
    pub saved_at: String,
}

/// What waits for an answer.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Replacing the open document.
    Replace(Replacement),
    SaveTo(Target),
    Pick(Purpose),
    /// Weighing anew in another way.
    BeginWay(Begin),
}

/// The first weight that a team gives in another way.
#[derive(Clone, Debug)]
pub struct Begin {
    pub team: TeamId,
    pub judgement: Judgement,
    pub node: NodeId,
    pub weight: f64,
}

/// What takes the place of the open document once it is safe.
#[derive(Clone, Debug)]
pub enum Replacement {
    Preset(&'static store::Preset),
    File(PathBuf),
    /// An empty scenario.
    New,
    /// The dialog for a file.
    Choice,
    /// The first page.
    FirstPage,
    /// The window closes.
    Close,
}

impl App {
    /// Asks the system for a file.
    pub(super) fn pick(&mut self, purpose: Purpose, ctx: &egui::Context, frame: &eframe::Frame) {
        let at = self.file.path.clone().or_else(|| {
            matches!(purpose, Purpose::Save | Purpose::SaveCopy)
                .then(|| PathBuf::from(self.suggested_name()))
        });
        let asked = self.services.picker.ask(purpose, at.as_deref(), frame);
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let began = Instant::now();
            let path = pollster::block_on(asked);
            sender(Outcome::Picked { purpose, path, took: began.elapsed() });
        }));
    }

    fn suggested_name(&self) -> String {
        let title = self.session.as_ref().map_or("", |session| session.scenario().title.as_str());
        format!("{}.mizan.ron", crate::model::id_from_name(title, "scenario", |_| false))
    }

    /// Where the own dialog suggests to save: beside the document's file, else among the person's
    /// documents.
    fn suggested_path(&self) -> String {
        let documents = || {
            directories::UserDirs::new()
                .map(|folders| folders.document_dir().unwrap_or(folders.home_dir()).to_owned())
        };
        let folder = self
            .file
            .path
            .as_deref()
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(documents)
            .unwrap_or_default();
        folder.join(self.suggested_name()).display().to_string()
    }

    pub(super) fn picked(
        &mut self,
        purpose: Purpose,
        path: Option<PathBuf>,
        took: Duration,
        ctx: &egui::Context,
    ) {
        match (purpose, path) {
            (Purpose::Open, Some(path)) if self.may_be_replaced() => self.read(path, ctx),
            // Something was changed while the dialog stood open.
            (Purpose::Open, Some(path)) => self.ask_about_changes(Replacement::File(path)),
            (Purpose::Compare, Some(path)) => self.read_to_compare(path, ctx),
            (Purpose::Save, Some(path)) => self.save_to_picked(&Target::Document(path), ctx),
            (Purpose::SaveCopy, Some(path)) => self.save_to_picked(&Target::Copy(path), ctx),
            // Cancelled, by someone who saw the dialog.
            (_, None) if took >= SEEN_AFTER => self.after_save = None,
            (purpose, None) => {
                self.pending = Some(Pending::Pick(purpose));
                let (title, verb, path) = match purpose {
                    Purpose::Open => (label::PATH_TITLE_OPEN, label::OPEN_PATH, String::new()),
                    Purpose::Compare => {
                        (crate::text::page::COMPARE_FILE, label::OPEN_PATH, String::new())
                    }
                    Purpose::Save => (label::PATH_TITLE_SAVE, label::SAVE, self.suggested_path()),
                    Purpose::SaveCopy => {
                        (label::PATH_TITLE_COPY, label::SAVE, self.suggested_path())
                    }
                };
                self.dialog = Some(Dialog::Path(PathEntry { title, verb, path }));
            }
        }
    }

    /// Reads a file, to put it in place of the open document.
    pub(super) fn read(&mut self, path: PathBuf, ctx: &egui::Context) {
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let result = store::read_file(&path).and_then(|bytes| store::parse(&bytes));
            sender(Outcome::Read { path, result });
        }));
    }

    /// Reads a file, to put it beside the open document.
    pub(super) fn read_to_compare(&mut self, path: PathBuf, ctx: &egui::Context) {
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let result = store::read_file(&path).and_then(|bytes| store::parse(&bytes));
            sender(Outcome::ReadToCompare { path, result });
        }));
    }

    pub(super) fn was_read_to_compare(
        &mut self,
        path: &Path,
        result: Result<store::Opened, Unreadable>,
    ) {
        match result {
            Ok(opened) => {
                self.panels.compare.compare_with(file_name(path), opened.scenario);
                self.go_to(Stage::Compare);
            }
            Err(found) => self.dialog = Some(Dialog::Message(unreadable(&file_name(path), &found))),
        }
    }

    pub(super) fn was_read(&mut self, path: PathBuf, result: Result<store::Opened, Unreadable>) {
        let name = file_name(&path);
        match result {
            // Something was changed while the file was being read.
            Ok(_) if !self.may_be_replaced() => self.ask_about_changes(Replacement::File(path)),
            Ok(opened) => {
                self.file = FileState {
                    path: Some(path.clone()),
                    has_comments: opened.has_comments,
                    name,
                    ..FileState::default()
                };
                self.open(opened.scenario);
                self.remember(&path);
            }
            Err(found) => self.dialog = Some(Dialog::Message(unreadable(&name, &found))),
        }
    }

    pub(super) fn open_preset(&mut self, preset: &'static store::Preset) {
        match store::parse(preset.text.as_bytes()) {
            Ok(opened) => {
                self.file = FileState { name: preset.name.to_owned(), ..FileState::default() };
                self.open(opened.scenario);
            }
            Err(found) => self.dialog = Some(Dialog::Message(unreadable(preset.name, &found))),
        }
    }

    pub(super) fn open_new(&mut self) {
        self.file = FileState { name: label::NEW_TITLE.to_owned(), ..FileState::default() };
        self.open(Scenario::new(label::NEW_TITLE));
        self.stage = Stage::Question;
        self.notice = None;
    }

    fn open(&mut self, scenario: Scenario) {
        self.notice = None;
        self.session = Some(Session::new(scenario));
        self.panels = Panels::default();
        self.stage = Stage::default();
        self.document += 1;
        (self.touch, self.refused, self.visited) = (None, None, 0);
        // Questions about the document that was open are settled.
        (self.dialog, self.pending, self.after_save, self.agreed) = (None, None, None, None);
    }
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// All faults of a file, each with its place and line.
pub(super) fn unreadable(name: &str, found: &Unreadable) -> Message {
    let line = |fault: &Fault| {
        let place = fault.at.map_or_else(|| name.to_owned(), |at| located(name, at));
        let excerpt = fault.at.and_then(|at| excerpt(found.quotable(at)?, at));
        Line { sentence: format!("{place}: {}", text::fault(fault)), excerpt }
    };
    Message {
        title: label::CANNOT_OPEN,
        lines: found.faults.iter().take(SHOWN_FAULTS).map(line).collect(),
        end: label::UNCHANGED,
    }
}

fn located(name: &str, at: Place) -> String {
    match at.column {
        Some(column) => format!("{name}, line {}, column {column}", at.line),
        None => format!("{name}, line {}", at.line),
    }
}

fn excerpt(text: &str, at: Place) -> Option<Excerpt> {
    let shown = text::excerpt(text, at)?;
    let (line, caret) = shown.split_once('\n')?;
    Some(Excerpt { line: line.to_owned(), character: caret.chars().count().saturating_sub(1) })
}
