//! The numbers by which events and answers find what they are about; each is issued once.

/// The number of a document, issued when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(super) u64);

/// The number of something that is waited for, issued when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrandId(pub(super) u64);

/// The number of a question, issued when it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub(super) u64);

/// A document as it stood at a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    pub document: DocumentId,
    pub revision: u64,
}
