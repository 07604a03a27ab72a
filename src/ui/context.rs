//! What panels may look at: the session, read-only, and what the app knows besides.

use crate::session::Session;

/// The view of a frame.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    pub session: &'a Session,
    pub document: Document<'a>,
}

/// What the app says of the file behind the session.
#[derive(Clone, Copy, Default)]
pub struct Document<'a> {
    /// The file's name, or the preset's.
    pub name: &'a str,
    /// What was last done with the file, or why an edit was refused.
    pub notice: Option<&'a Notice>,
}

/// A line in the status bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    Done(String),
    Refused(String),
}
