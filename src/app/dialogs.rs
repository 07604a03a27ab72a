//! What stands over the window's content: the questions of the document's life, and below them the
//! window's own form.

use std::path::{Path, PathBuf};

use super::folder::folder_of;
use super::lifecycle::{Answer, Purpose, Question, QuestionId, Source, whole};
use super::questions::{Names, Shown};
use crate::model::{Judgement, TeamId};
use crate::text;
use crate::ui::Touch;
use crate::ui::action::{FirstWeights, RecoveredId, WithRecovered};
use crate::ui::adding::AddForm;
use crate::ui::command::CommandContext;
use crate::ui::dialogs::{self, Added, Folder, FolderEntry, Found, PaletteEntry, Reply};

/// A dialog that the window puts by itself.
#[derive(Clone, Debug)]
pub(super) enum Form {
    Add(AddForm),
    Palette(PaletteEntry),
    Keys,
    /// Asks about newer work on the file that is open.
    Recovered(dialogs::Question<(RecoveredId, WithRecovered)>),
    /// Something to be read.
    Message(dialogs::Message),
    /// Asks whether the weights of another way may go.
    WeighAnew(dialogs::Question<Anew>),
}

/// Weights in place of all that a team gave.
#[derive(Clone, Debug)]
pub(super) struct Anew {
    pub team: TeamId,
    /// Of the way that they are in.
    pub like: Judgement,
    pub with: FirstWeights,
    pub touch: Touch,
}

/// What was made of a dialog.
#[derive(Clone, Debug)]
pub(super) enum Answered {
    /// A question of the document's life.
    Life(QuestionId, Answer),
    Add(Added),
    /// A line of the palette.
    Found(Found),
    WeighAnew(Anew),
    Recovered(RecoveredId, WithRecovered),
    Closed,
}

/// The dialogs that stand.
#[derive(Debug, Default)]
pub(super) struct Dialogs {
    pub form: Option<Form>,
    /// The questions of the document's life, the newest last; what is typed into one stays while
    /// another lies over it.
    asked: Vec<(QuestionId, Shown)>,
    typed: TypedPath,
}

/// A path that was typed in the own dialog, kept for where nothing can be done with it.
#[derive(Debug, Default)]
enum TypedPath {
    #[default]
    None,
    Given(Purpose, String),
    /// The next dialog for the same purpose begins with it.
    WantedBack(Purpose, String),
}

impl Dialogs {
    pub(super) fn is_open(&self) -> bool {
        self.form.is_some() || !self.asked.is_empty()
    }

    /// Whether a form is being filled in.
    pub(super) fn is_filling_in(&self) -> bool {
        matches!(self.form, Some(Form::Add(_)))
    }

    /// Makes the dialogs those of the questions that stand.
    pub(super) fn follow(
        &mut self,
        questions: &[(QuestionId, Question)],
        names: impl FnOnce() -> Names,
    ) {
        self.asked.retain(|(id, _)| questions.iter().any(|(standing, _)| standing == id));
        let is_new = |id: &QuestionId| self.asked.iter().all(|(known, _)| known != id);
        let new: Vec<_> = questions.iter().filter(|(id, _)| is_new(id)).collect();
        if !new.is_empty() {
            let names = names();
            for (id, question) in new {
                let mut shown = Shown::new(question, &names);
                self.give_back(question, &mut shown);
                self.asked.push((*id, shown));
            }
        }
    }

    /// Puts a path that led to nothing back into the dialog for it.
    fn give_back(&mut self, question: &Question, shown: &mut Shown) {
        if let (Question::Path(path_for), Shown::Path(entry)) = (question, shown)
            && let TypedPath::WantedBack(purpose, typed) = std::mem::take(&mut self.typed)
            && purpose == path_for.purpose()
        {
            entry.path = typed;
        }
    }

    /// Notes a path that was typed; where it led to a message that is closed now, gives what it was
    /// for, so that it can be asked for again.
    pub(super) fn note(&mut self, question: &Question, answer: &Answer) -> Option<Purpose> {
        if let (Question::Path(path_for), Answer::Path(typed)) = (question, answer) {
            self.typed = TypedPath::Given(path_for.purpose(), typed.clone());
            return None;
        }
        let (Question::NotOpened { source: Source::File(path), .. }
        | Question::NotSaved { path, .. }) = question
        else {
            return None;
        };
        match std::mem::take(&mut self.typed) {
            TypedPath::Given(purpose, typed) if whole(Path::new(&typed)) == *path => {
                self.typed = TypedPath::WantedBack(purpose, typed);
                Some(purpose)
            }
            _ => None,
        }
    }

    /// The folder that a path being typed leads into, where it hasn't been looked into yet.
    pub(super) fn folder_to_list(&mut self) -> Option<PathBuf> {
        let Some((_, Shown::Path(entry))) = self.asked.last_mut() else { return None };
        let folder = folder_of(entry.parts().0);
        if entry.folder.path.as_ref() == Some(&folder) {
            return None;
        }
        entry.folder = Folder { path: Some(folder.clone()), ..Folder::default() };
        Some(folder)
    }

    /// Takes in what a folder holds.
    pub(super) fn listed(&mut self, folder: &Path, entries: &[FolderEntry]) {
        for (_, shown) in &mut self.asked {
            if let Shown::Path(entry) = shown
                && entry.folder.path.as_deref() == Some(folder)
            {
                entry.folder.entries = entries.to_vec();
            }
        }
    }

    /// Shows the topmost; gives what was made of it.
    pub(super) fn ui(&mut self, context: CommandContext, ui: &mut egui::Ui) -> Option<Answered> {
        if let Some((id, shown)) = self.asked.last_mut() {
            return shown.ui(ui).map(|answer| Answered::Life(*id, answer));
        }
        self.form.as_mut()?.ui(context, ui)
    }
}

impl Form {
    /// Asks before the weights that a team gave in another way go.
    pub(super) fn weigh_anew(team: &str, anew: Anew) -> Self {
        use text::dialogs as words;
        let (title, text, answer) = match anew.with {
            FirstWeights::One(..) | FirstWeights::Record => {
                (words::BEGIN_WAY_TITLE, words::begin_way(team), words::BEGIN_WAY)
            }
            FirstWeights::Alike => {
                (words::BEGIN_WAY_TITLE, words::begin_way_alike(team), words::BEGIN_WAY)
            }
            FirstWeights::Nothing => {
                (words::CLEAR_WAY_TITLE, words::clear_way(team), text::weights::CLEAR_WEIGHTS)
            }
        };
        Self::WeighAnew(dialogs::Question { title, text, answers: vec![(answer, anew)] })
    }

    fn ui(&mut self, context: CommandContext, ui: &mut egui::Ui) -> Option<Answered> {
        let reply = dialogs::modal_ui(ui, |ui| match self {
            Self::Add(form) => Some(mapped(dialogs::add_ui(form, ui)?, Answered::Add)),
            Self::Palette(entry) => {
                Some(mapped(dialogs::palette_ui(context, entry, ui)?, Answered::Found))
            }
            Self::Keys => dialogs::keys_ui(ui),
            Self::Message(message) => dialogs::message_ui(message, ui),
            Self::Recovered(question) => {
                Some(mapped(dialogs::question_ui(question, ui)?, |(id, what)| {
                    Answered::Recovered(id, what)
                }))
            }
            Self::WeighAnew(question) => {
                Some(mapped(dialogs::question_ui(question, ui)?, Answered::WeighAnew))
            }
        })?;
        Some(match reply {
            Reply::Given(answered) => answered,
            Reply::Closed => Answered::Closed,
        })
    }
}

fn mapped<A>(reply: Reply<A>, answered: impl FnOnce(A) -> Answered) -> Reply<Answered> {
    match reply {
        Reply::Given(given) => Reply::Given(answered(given)),
        Reply::Closed => Reply::Closed,
    }
}
