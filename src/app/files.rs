//! Opening and saving: files to sessions and back, with a message for all that goes wrong.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::picker::Purpose;
use super::window::App;
use crate::model::{Fault, Place, Scenario};
use crate::session::Session;
use crate::store::{self, Overwrite, Unreadable};
use crate::text::{self, label};
use crate::ui::action::Answer;
use crate::ui::context::Notice;
use crate::ui::dialogs::{Dialog, Excerpt, Line, Message, PathEntry, Question};

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
    Picked { purpose: Purpose, path: Option<PathBuf>, took: Duration },
    Read { path: PathBuf, result: Result<store::Opened, Unreadable> },
    Saved(Saved),
}

/// How a save ended.
pub struct Saved {
    /// The number of the document that was saved; another may be open by now.
    document: u64,
    path: PathBuf,
    scenario: Arc<Scenario>,
    /// What was to happen once it is saved.
    then: Option<Replacement>,
    result: Result<(), String>,
}

/// A save that waits for another to end: saves overtaking one another could leave the older text.
pub struct Waiting {
    path: PathBuf,
    overwrite: Overwrite,
    then: Option<Replacement>,
}

/// The file behind the session.
#[derive(Clone, Debug, Default)]
pub struct FileState {
    /// None for a preset, which is saved elsewhere.
    pub path: Option<PathBuf>,
    pub name: String,
    /// It holds comments that the next save loses.
    pub has_comments: bool,
}

/// What waits for an answer.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Replacing the open document.
    Replace(Replacement),
    SaveTo(PathBuf),
    Pick(Purpose),
}

/// What takes the place of the open document once it is safe.
#[derive(Clone, Debug)]
pub enum Replacement {
    Preset(&'static store::Preset),
    File(PathBuf),
    /// The dialog for a file.
    Choice,
    /// The window closes.
    Close,
}

impl App {
    /// Asks the system for a file.
    pub(super) fn pick(&mut self, purpose: Purpose, ctx: &egui::Context, frame: &eframe::Frame) {
        let at = self.file.path.clone().or_else(|| (purpose == Purpose::Save).then(|| PathBuf::from(self.suggested_name())));
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

    pub(super) fn picked(&mut self, purpose: Purpose, path: Option<PathBuf>, took: Duration, ctx: &egui::Context) {
        match (purpose, path) {
            (Purpose::Open, Some(path)) if self.may_be_replaced() => self.read(path, ctx),
            // Something was changed while the dialog stood open.
            (Purpose::Open, Some(path)) => self.ask_about_changes(Replacement::File(path)),
            (Purpose::Save, Some(path)) => self.save_to_picked(path, ctx),
            // Cancelled, by someone who saw the dialog.
            (_, None) if took >= SEEN_AFTER => self.after_save = None,
            (purpose, None) => {
                self.pending = Some(Pending::Pick(purpose));
                let (title, verb, path) = match purpose {
                    Purpose::Open => (label::PATH_TITLE_OPEN, label::OPEN_PATH, String::new()),
                    Purpose::Save => (label::PATH_TITLE_SAVE, label::SAVE, self.suggested_name()),
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

    pub(super) fn was_read(&mut self, path: PathBuf, result: Result<store::Opened, Unreadable>) {
        let name = file_name(&path);
        match result {
            // Something was changed while the file was being read.
            Ok(_) if !self.may_be_replaced() => self.ask_about_changes(Replacement::File(path)),
            Ok(opened) => {
                self.file = FileState { path: Some(path), has_comments: opened.has_comments, name };
                self.open(opened.scenario);
            }
            Err(found) => self.dialog = Some(Dialog::Message(unreadable(&name, &found))),
        }
    }

    pub(super) fn open_preset(&mut self, preset: &'static store::Preset) {
        match store::parse(preset.text.as_bytes()) {
            Ok(opened) => {
                self.file = FileState { path: None, has_comments: false, name: preset.name.to_owned() };
                self.open(opened.scenario);
            }
            Err(found) => self.dialog = Some(Dialog::Message(unreadable(preset.name, &found))),
        }
    }

    fn open(&mut self, scenario: Scenario) {
        self.notice = Some(Notice::Done(label::opened(&self.file.name)));
        self.session = Some(Session::new(scenario));
        self.matrix = crate::ui::panels::matrix::MatrixPanel::default();
        self.document += 1;
        self.touch = None;
        // Questions about the document that was open are settled.
        (self.dialog, self.pending, self.after_save, self.agreed) = (None, None, None, None);
    }

    /// Saves to the file that the document came from; a preset asks for one.
    pub(super) fn save(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        match self.file.path.clone() {
            Some(path) if self.file.has_comments => {
                self.pending = Some(Pending::SaveTo(path));
                let text = label::comments_question(&self.file.name);
                let answers = vec![(label::SAVE, Answer::SaveFirst), (label::CANCEL, Answer::Cancel)];
                self.dialog = Some(Dialog::Question(Question { title: label::COMMENTS, text, answers }));
            }
            Some(path) => self.write(path, Overwrite::Allowed, ctx),
            None => self.pick(Purpose::Save, ctx, frame),
        }
    }

    /// Saves to a path that was chosen or typed. A missing ending is added, and then nobody was asked about replacing.
    fn save_to_picked(&mut self, mut path: PathBuf, ctx: &egui::Context) {
        let was_asked = path.extension().is_some();
        if !was_asked {
            path.set_extension("mizan.ron");
        }
        if !was_asked && path.exists() { self.ask_to_replace(path) } else { self.write(path, Overwrite::Allowed, ctx) }
    }

    /// Saves to a path typed into the own dialog, which asks about nothing itself.
    pub(super) fn save_to_typed(&mut self, typed: &str, ctx: &egui::Context) {
        let mut path = PathBuf::from(typed.trim());
        if path.extension().is_none() {
            path.set_extension("mizan.ron");
        }
        if path.exists() { self.ask_to_replace(path) } else { self.write(path, Overwrite::Refused, ctx) }
    }

    fn ask_to_replace(&mut self, path: PathBuf) {
        let text = label::replace_question(&file_name(&path));
        self.pending = Some(Pending::SaveTo(path));
        let answers = vec![(label::REPLACE, Answer::SaveFirst), (label::CANCEL, Answer::Cancel)];
        self.dialog = Some(Dialog::Question(Question { title: label::PATH_TITLE_SAVE, text, answers }));
    }

    /// Writes the document as it is now, once no other save is under way.
    pub(super) fn write(&mut self, path: PathBuf, overwrite: Overwrite, ctx: &egui::Context) {
        let then = self.after_save.take();
        self.write_then(Waiting { path, overwrite, then }, ctx);
    }

    fn write_then(&mut self, save: Waiting, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        if self.is_saving {
            self.waiting = Some(save);
            return;
        }
        self.is_saving = true;
        let Waiting { path, overwrite, then } = save;
        let (document, scenario) = (self.document, Arc::clone(session.scenario()));
        let keeps_original = self.file.has_comments && self.file.path.as_ref() == Some(&path);
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let result = if keeps_original { keep_original(&path) } else { Ok(()) };
            let result = result.and_then(|()| written(&path, &scenario, overwrite));
            sender(Outcome::Saved(Saved { document, path, scenario, then, result }));
        }));
    }

    pub(super) fn was_saved(&mut self, saved: Saved, ctx: &egui::Context, frame: &eframe::Frame) {
        self.is_saving = false;
        let name = file_name(&saved.path);
        match saved.result {
            Ok(()) => {
                self.notice = Some(Notice::Done(label::saved_to(&name)));
                if saved.document == self.document {
                    self.file = FileState { name, path: Some(saved.path), has_comments: false };
                    if let Some(session) = &mut self.session {
                        session.mark_saved(saved.scenario);
                    }
                    if let Some(replacement) = saved.then {
                        self.ask_to_replace_document(replacement, ctx, frame);
                    }
                }
            }
            Err(reason) => {
                let lines = vec![Line { sentence: format!("{}: {reason}", saved.path.display()), excerpt: None }];
                self.dialog = Some(Dialog::Message(Message { title: label::CANNOT_SAVE, lines, end: label::STILL_HERE }));
            }
        }
        if let Some(waiting) = self.waiting.take().filter(|_| saved.document == self.document) {
            self.write_then(waiting, ctx);
        }
    }
}

fn written(path: &Path, scenario: &Scenario, overwrite: Overwrite) -> Result<(), String> {
    let text = store::to_text(scenario).map_err(|error| error.0)?;
    store::save(path, &text, overwrite).map_err(|error| error.to_string())
}

/// Copies a file with comments beside itself, with its permissions, under a name that isn't taken.
fn keep_original(path: &Path) -> Result<(), String> {
    let names = (1..1000).map(|number| path.with_extension(format!("with-comments-{number}.ron")));
    let kept = names.into_iter().find(|kept| !kept.exists()).ok_or_else(|| label::NO_NAME_LEFT.to_owned())?;
    std::fs::copy(path, &kept).and_then(|_| std::fs::File::open(&kept)?.sync_all()).map_err(|error| error.to_string())
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// All faults of a file, each with its place and line.
pub(super) fn unreadable(name: &str, found: &Unreadable) -> Message {
    let line = |fault: &Fault| {
        let place = fault.at.map_or_else(|| name.to_owned(), |at| located(name, at));
        let excerpt = fault.at.and_then(|at| excerpt(found.quotable(at)?, at));
        Line { sentence: format!("{place}: {}", text::fault(fault)), excerpt }
    };
    Message { title: label::CANNOT_OPEN, lines: found.faults.iter().take(SHOWN_FAULTS).map(line).collect(), end: label::UNCHANGED }
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
