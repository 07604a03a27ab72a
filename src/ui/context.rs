//! What panels may look at: the session, read-only, and what the app knows besides.

use egui::Id;

use crate::look::Measurer;
use crate::model::Edit;
use crate::session::Session;
use crate::text;
use crate::ui::Queue;
use crate::ui::command::{CommandContext, OnDisk};
use crate::ui::stage::Stage;

/// The view of a frame.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    pub session: &'a Session,
    pub document: Document<'a>,
    pub view: View,
    pub measurer: &'a Measurer,
    pub queue: &'a Queue,
}

impl<'a> ViewContext<'a> {
    /// What of it there is without a document too.
    pub fn window(&self) -> WindowContext<'a> {
        WindowContext {
            session: Some(self.session),
            on_disk: self.document.on_disk,
            queue: self.queue,
        }
    }

    /// Whether the document takes an edit.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub fn allows(&self, edit: &Edit) -> Result<(), String> {
        let scenario = self.session.scenario();
        scenario.edited(edit).map(|_| ()).map_err(|refusal| text::refusal(scenario, &refusal))
    }
}

/// What there is whether or not a document is open: all that a command's button, a dialog and the
/// first page need.
#[derive(Clone, Copy)]
pub struct WindowContext<'a> {
    pub session: Option<&'a Session>,
    pub on_disk: OnDisk,
    pub queue: &'a Queue,
}

impl<'a> WindowContext<'a> {
    /// What decides which commands can be given.
    pub fn command(&self) -> CommandContext<'a> {
        CommandContext { session: self.session, on_disk: self.on_disk }
    }
}

/// What is known of the document's recovery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Recovery<'a> {
    /// Nothing needed to be kept yet.
    #[default]
    Nothing,
    /// How long ago, in words.
    Kept(&'a str),
    /// Why the newest state isn't kept.
    Failed(&'a str),
}

/// What the app says of the file behind the session.
#[derive(Clone, Copy, Default)]
pub struct Document<'a> {
    /// The file's name, or the preset's.
    pub name: &'a str,
    /// It is not, or not surely, as its file is.
    pub is_unsaved: bool,
    /// How many steps lie between it and what was last opened or saved.
    pub changes: usize,
    pub on_disk: OnDisk,
    /// Another window has the file open.
    pub is_read_only: bool,
    pub recovery: Recovery<'a>,
    /// When it was last saved, as people read a time: "14:02". Empty: not since it was opened.
    pub saved_at: &'a str,
    /// What was last done with the file, or why an edit was refused.
    pub notice: Option<&'a Notice>,
    /// The field whose text was refused last.
    pub refused: Option<&'a Refused>,
}

/// How the document is being looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    pub stage: Stage,
    /// Whether the inspector lies over the content instead of beside it.
    pub is_drawer: bool,
    /// Whether the inspector is shown.
    pub is_inspector_open: bool,
    /// What is shown in its place.
    pub side: Side,
    /// How large all is shown: 1 is the usual for the window.
    pub zoom: f32,
    /// The keys of what the page shows; none: its stage's usual ones.
    pub keys: Option<&'static str>,
}

/// What stands at the side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    Inspector,
    /// The states that the document had.
    States,
}

/// A line in the status bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    Done(String),
    /// What the finding says that was gone to.
    Visited(String),
    Refused(String),
}

/// An edit that was refused: the widget that it came from, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub widget: Id,
    pub reason: String,
}
