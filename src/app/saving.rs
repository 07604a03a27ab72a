//! Saving: the document to its file, to another, or a copy of it; one save at a time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{FileState, Outcome, Pending, Replacement, file_name};
use super::picker::Purpose;
use super::window::App;
use crate::model::Scenario;
use crate::store::{self, Overwrite};
use crate::text::label;
use crate::ui::action::Answer;
use crate::ui::context::Notice;
use crate::ui::dialogs::{Dialog, Line, Message, Question};

/// Where a save goes, and what it makes of the open document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The document's file from now on.
    Document(PathBuf),
    /// A file of its own: the document stays with the one that it has.
    Copy(PathBuf),
}

impl Target {
    fn path(&self) -> &Path {
        match self {
            Self::Document(path) | Self::Copy(path) => path,
        }
    }

    /// With the usual ending, where it has none.
    fn with_ending(self) -> Self {
        let ended = |mut path: PathBuf| {
            if path.extension().is_none() {
                path.set_extension("mizan.ron");
            }
            path
        };
        match self {
            Self::Document(path) => Self::Document(ended(path)),
            Self::Copy(path) => Self::Copy(ended(path)),
        }
    }
}

/// How a save ended.
pub struct Saved {
    /// The number of the document that was saved; another may be open by now.
    document: u64,
    target: Target,
    scenario: Arc<Scenario>,
    /// What was to happen once it is saved.
    then: Option<Replacement>,
    result: Result<(), String>,
}

/// A save that waits for another to end: saves overtaking one another could leave the older text.
pub struct Waiting {
    target: Target,
    overwrite: Overwrite,
    then: Option<Replacement>,
}

impl App {
    /// Saves to the file that the document came from; a preset asks for one.
    pub(super) fn save(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        match self.file.path.clone() {
            Some(path) if self.file.has_comments => {
                self.pending = Some(Pending::SaveTo(Target::Document(path)));
                let text = label::comments_question(&self.file.name);
                let answers =
                    vec![(label::SAVE, Answer::SaveFirst), (label::CANCEL, Answer::Cancel)];
                self.dialog =
                    Some(Dialog::Question(Question { title: label::COMMENTS, text, answers }));
            }
            Some(path) => self.write(Target::Document(path), Overwrite::Allowed, ctx),
            None => self.pick(Purpose::Save, ctx, frame),
        }
    }

    /// Saves to a path that was chosen. A missing ending is added, and then nobody was asked about
    /// replacing.
    pub(super) fn save_to_picked(&mut self, target: &Target, ctx: &egui::Context) {
        let ended = target.clone().with_ending();
        if ended != *target && ended.path().exists() {
            self.ask_to_overwrite(ended)
        } else {
            self.write(ended, Overwrite::Allowed, ctx)
        }
    }

    /// Saves to a path typed into the own dialog, which asks about nothing itself.
    pub(super) fn save_to_typed(&mut self, target: Target, ctx: &egui::Context) {
        let target = target.with_ending();
        if target.path().exists() {
            self.ask_to_overwrite(target)
        } else {
            self.write(target, Overwrite::Refused, ctx)
        }
    }

    fn ask_to_overwrite(&mut self, target: Target) {
        let text = label::replace_question(&file_name(target.path()));
        self.pending = Some(Pending::SaveTo(target));
        let answers = vec![(label::REPLACE, Answer::SaveFirst), (label::CANCEL, Answer::Cancel)];
        self.dialog =
            Some(Dialog::Question(Question { title: label::PATH_TITLE_SAVE, text, answers }));
    }

    /// Writes the document as it is now, once no other save is under way.
    pub(super) fn write(&mut self, target: Target, overwrite: Overwrite, ctx: &egui::Context) {
        let then = self.after_save.take();
        self.write_then(Waiting { target, overwrite, then }, ctx);
    }

    fn write_then(&mut self, save: Waiting, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        if self.is_saving {
            self.waiting = Some(save);
            return;
        }
        self.is_saving = true;
        let Waiting { target, overwrite, then } = save;
        // A copy onto the document's own file is a save of it.
        let target = match target {
            Target::Copy(path) if self.file.path.as_ref() == Some(&path) => Target::Document(path),
            other => other,
        };
        let (document, scenario) = (self.document, Arc::clone(session.scenario()));
        let keeps_original =
            self.file.has_comments && self.file.path.as_deref() == Some(target.path());
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let result = if keeps_original { keep_original(target.path()) } else { Ok(()) };
            let result = result.and_then(|()| written(target.path(), &scenario, overwrite));
            sender(Outcome::Saved(Saved { document, target, scenario, then, result }));
        }));
    }

    pub(super) fn was_saved(&mut self, saved: Saved, ctx: &egui::Context, frame: &eframe::Frame) {
        self.is_saving = false;
        let name = file_name(saved.target.path());
        match saved.result {
            Ok(()) => {
                self.notice = Some(Notice::Done(label::saved_to(&name)));
                if saved.document == self.document
                    && let Target::Document(path) = saved.target
                {
                    let saved_at = self
                        .services
                        .clock
                        .second()
                        .map(|second| self.services.clock.told(second))
                        .unwrap_or_default();
                    self.file =
                        FileState { name, path: Some(path.clone()), has_comments: false, saved_at };
                    if let Some(session) = &mut self.session {
                        session.mark_saved(saved.scenario);
                    }
                    self.remember(&path);
                    if let Some(replacement) = saved.then {
                        self.ask_to_replace_document(replacement, ctx, frame);
                    }
                }
            }
            Err(reason) => {
                let lines = vec![Line {
                    sentence: format!("{}: {reason}", saved.target.path().display()),
                    excerpt: None,
                }];
                self.dialog = Some(Dialog::Message(Message {
                    title: label::CANNOT_SAVE,
                    lines,
                    end: label::STILL_HERE,
                }));
            }
        }
        if let Some(waiting) = self.waiting.take().filter(|_| saved.document == self.document) {
            self.write_then(waiting, ctx);
        }
    }
}

fn written(path: &Path, scenario: &Scenario, overwrite: Overwrite) -> Result<(), String> {
    let text = store::to_text(scenario).map_err(|error| error.0)?;
    if let Some(folder) =
        path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
    {
        return Err(label::no_folder(&folder.display().to_string()));
    }
    store::save(path, &text, overwrite).map_err(|error| error.to_string())
}

/// Copies a file with comments beside itself, with its permissions, under a name that isn't taken.
fn keep_original(path: &Path) -> Result<(), String> {
    let names = (1..1000).map(|number| path.with_extension(format!("with-comments-{number}.ron")));
    let kept = names
        .into_iter()
        .find(|kept| !kept.exists())
        .ok_or_else(|| label::NO_NAME_LEFT.to_owned())?;
    std::fs::copy(path, &kept)
        .and_then(|_| std::fs::File::open(&kept)?.sync_all())
        .map_err(|error| error.to_string())
}
