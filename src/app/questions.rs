//! The questions of a document's life in words, as dialogs.

use std::path::Path;

use super::folder::expanded;
use super::lifecycle::{
    Answer, PathFor, Purpose, Question, Source, Unopened, Unsaved, Whereabouts,
};
use crate::model::Fault;
use crate::store::Unreadable;
use crate::text::{self, keeping, saving};
use crate::ui::dialogs::{self, Folder, Line, Message, PathEntry, Reply};

/// How many faults a message shows.
const SHOWN_FAULTS: usize = 50;

/// A question as it is shown.
#[derive(Clone, Debug)]
pub(super) enum Shown {
    Question(dialogs::Question<Answer>),
    Message(Message),
    Path(PathEntry),
}

/// What questions name of the open document.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Its file's name, or its title where it has no file.
    pub document: String,
    /// The folder in which the own dialog begins, a separator behind it.
    pub folder: String,
    /// Where the own dialog suggests to save it.
    pub suggested: String,
}

impl Shown {
    /// A question in words.
    pub(super) fn new(question: &Question, names: &Names) -> Self {
        let answers: Vec<_> =
            question.answers().iter().map(|answer| (verb(answer), answer.clone())).collect();
        let asked = |title, text| Self::Question(dialogs::Question { title, text, answers });
        match question {
            Question::Unsaved { .. } => {
                asked(text::files::UNSAVED, text::files::unsaved_question(&names.document))
            }
            Question::StillSaving { path, .. } => {
                asked(saving::STILL_SAVING, saving::waiting_question(&file_name(path)))
            }
            Question::LosesComments { path, .. } => {
                asked(text::files::COMMENTS, text::files::comments_question(&file_name(path)))
            }
            Question::Replaces { target, .. } => {
                let text = text::files::replace_question(&file_name(target.path()));
                asked(text::files::PATH_TITLE_SAVE, text)
            }
            Question::Changed { target, .. } => {
                asked(keeping::CHANGED, keeping::changed_question(&file_name(target.path())))
            }
            Question::OpenElsewhere { path, .. } => {
                asked(keeping::OPEN_ELSEWHERE, keeping::elsewhere_question(&file_name(path)))
            }
            Question::Path(path_for) => Self::Path(path_entry(path_for, names)),
            Question::NotOpened { source, why } => Self::Message(not_opened(source, why)),
            Question::NotSaved { path, why, document } => {
                Self::Message(not_saved(path, why, *document))
            }
        }
    }

    /// Shows it; gives the answer.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui) -> Option<Answer> {
        let reply = dialogs::modal_ui(ui, |ui| match self {
            Self::Question(question) => dialogs::question_ui(question, ui),
            Self::Message(message) => dialogs::message_ui(message, ui),
            Self::Path(entry) => Some(match dialogs::path_ui(entry, ui)? {
                Reply::Given(path) => Reply::Given(Answer::Path(expanded(&path))),
                Reply::Closed => Reply::Closed,
            }),
        })?;
        Some(match reply {
            Reply::Given(answer) => answer,
            Reply::Closed => Answer::Close,
        })
    }
}

/// What the button of an answer says.
fn verb(answer: &Answer) -> &'static str {
    match answer {
        Answer::Save => text::files::SAVE,
        Answer::Compare => keeping::COMPARE,
        Answer::Reload => keeping::RELOAD,
        Answer::OpenReadOnly => keeping::OPEN_READ_ONLY,
        Answer::OpenCopy => keeping::OPEN_COPY,
        Answer::Discard => text::files::DISCARD,
        Answer::Wait => saving::WAIT,
        Answer::DontWait => saving::DONT_WAIT,
        Answer::Replace => text::files::REPLACE,
        Answer::Path(_) => text::files::OPEN,
        Answer::Close => text::dialogs::CLOSE,
    }
}

fn path_entry(path_for: &PathFor, names: &Names) -> PathEntry {
    let (title, verb) = match path_for.purpose() {
        Purpose::Open => (text::files::PATH_TITLE_OPEN, text::files::OPEN),
        Purpose::Compare => (text::compare::COMPARE_FILE, text::files::OPEN),
        Purpose::Save => (text::files::PATH_TITLE_SAVE, text::files::SAVE),
        Purpose::SaveCopy => (text::files::PATH_TITLE_COPY, text::files::SAVE),
    };
    let path = match path_for {
        PathFor::Opening { .. } | PathFor::Comparing => names.folder.clone(),
        PathFor::Saving { .. } | PathFor::Copying => names.suggested.clone(),
    };
    PathEntry { title, verb, path, folder: Folder::default() }
}

fn not_opened(source: &Source, why: &Unopened) -> Message {
    let name = match source {
        Source::Preset(preset) => preset.name.to_owned(),
        source => {
            source.path().map_or_else(|| keeping::KEPT_STATE.to_owned(), |path| file_name(path))
        }
    };
    let lines = match why {
        Unopened::Faults(found) => faults(&name, found),
        Unopened::Failed => {
            vec![Line { sentence: saving::failed_reading(&name), excerpt: None }]
        }
    };
    Message { title: text::files::CANNOT_OPEN, lines, end: text::files::UNCHANGED }
}

fn not_saved(path: &Path, why: &Unsaved, document: Whereabouts) -> Message {
    let reason = match why {
        Unsaved::Exists => saving::EXISTS,
        Unsaved::Changed => keeping::CHANGED_MEANWHILE,
        Unsaved::OpenElsewhere => keeping::OPEN_IN_ANOTHER,
        Unsaved::Obstacle(obstacle) => &saving::obstacle(obstacle),
        Unsaved::Told(reason) => reason,
        Unsaved::Failed => saving::FAILED_WRITING,
    };
    let sentence = format!("{}: {reason}", path.display());
    let end = match document {
        Whereabouts::Open => text::files::STILL_HERE,
        Whereabouts::Closed => text::files::UNCHANGED,
    };
    let lines = vec![Line { sentence, excerpt: None }];
    Message { title: text::files::CANNOT_SAVE, lines, end }
}

/// All faults of a file, each with its place and line.
fn faults(name: &str, found: &Unreadable) -> Vec<Line> {
    let line = |fault: &Fault| {
        let place = fault.at.map_or_else(|| name.to_owned(), |at| text::files::located(name, at));
        let excerpt = fault.at.and_then(|at| text::excerpt(found.quotable(at)?, at));
        Line { sentence: format!("{place}: {}", text::fault(fault)), excerpt }
    };
    found.faults.iter().take(SHOWN_FAULTS).map(line).collect()
}

/// The last part of a path.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
