//! What is to come in the open document's place.

use super::effect::Source;
use super::id::Version;

/// What is to come in the open document's place.
#[derive(Clone, Debug)]
pub enum Next {
    /// An empty scenario.
    New,
    Open(Source),
    /// Whichever file the person chooses.
    Choice,
    FirstPage,
    /// The window closes.
    Quit,
}

/// The wish for it, on its way.
#[derive(Clone, Debug)]
pub struct Leave {
    pub next: Next,
    /// The version that may go for it: the person said so.
    pub agreed: Option<Version>,
    pub patience: Patience,
}

/// Whether a wish waits for saves that are under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    Waits,
    /// A wish has waited already; now the person is asked whether to wait on.
    Asks,
    /// The person said not to wait.
    Spent,
}
