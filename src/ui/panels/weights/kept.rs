//! What the page keeps of dialogs and questions between frames.

use std::collections::HashSet;
use std::sync::Arc;

use egui::{Context, Id};

use super::shown::Page;
use crate::evaluation::Hint;
use crate::model::{Elicitation, OpenTeam, TeamId};
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

/// A dialog that was asked for, by a team in a pass of the window.
pub(super) struct Opened {
    pub comparing: Comparing,
    team: TeamId,
    pass: u64,
}

impl Opened {
    pub fn new(comparing: Comparing, team: OpenTeam, ctx: &Context) -> Self {
        Self { comparing, team: team.id().clone(), pass: ctx.cumulative_pass_nr() }
    }

    /// Whether it is still to be shown: to the same team, and while its record is of its kind, or
    /// may become so as the window asks first.
    pub fn stays(&self, team: OpenTeam, ctx: &Context) -> bool {
        let is_asking = ctx.memory(|memory| memory.top_modal_layer().is_some())
            || ctx.cumulative_pass_nr() <= self.pass + PASSES;
        let is_of_kind = self.comparing.is_of(&team.judgement().elicitation);
        *team.id() == self.team && (is_of_kind || is_asking)
    }
}

/// So many passes after it is asked for, the question of another way stands over the page.
const PASSES: u64 = 4;

/// A team that ranks by gut.
pub(super) struct ByGut {
    pub team: TeamId,
    /// The row of its first option, once it was shown.
    pub first: Option<Id>,
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
