//! What the page keeps of dialogs and questions between frames.

use std::collections::HashSet;
use std::sync::Arc;

use super::shown::Page;
use crate::evaluation::Hint;
use crate::model::{Elicitation, TeamId};
use crate::session::results::OtherDocument;

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparing {
    Pairs,
    BestWorst,
}

impl Comparing {
    pub fn is_of(self, elicitation: &Elicitation) -> bool {
        match self {
            Self::Pairs => matches!(elicitation, Elicitation::Pairwise(_)),
            Self::BestWorst => matches!(elicitation, Elicitation::BestWorst(_)),
        }
    }
}

/// What is kept of the questions between frames.
#[derive(Default)]
pub(super) struct Hints {
    /// The document as it was opened.
    opened: Option<OtherDocument>,
    /// What a team said is so.
    pub answered: HashSet<(TeamId, Hint)>,
}

impl Hints {
    /// The document as it was opened, the same from frame to frame.
    pub fn opened(&mut self, page: Page) -> OtherDocument {
        let first = page.context.session.first_state();
        let known = self.opened.take().filter(|known| Arc::ptr_eq(known.scenario(), &first));
        self.opened.insert(known.unwrap_or_else(|| OtherDocument::of(first))).clone()
    }
}
