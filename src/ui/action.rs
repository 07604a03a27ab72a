//! What panels ask for: actions in one queue, drained by the app after the last panel.

use std::cell::RefCell;
use std::path::PathBuf;

use crate::elicitation::Step;
use crate::evaluation::Weighting;
use crate::model::{Edit, Finding, Judgement, NodeId, TeamId};
use crate::session::{ScoredCell, Selection};
use crate::ui::Command;

/// One wish.
#[derive(Clone, Debug)]
pub enum Action {
    /// A command of the table.
    Do(Command),
    Edit(EditAction),
    /// Weighs by taking a share over from elsewhere: a change like any other, but that the team in
    /// it weighs now.
    TakeShare(EditAction),
    /// Gives a node of the criteria tree a weight, by a team.
    Weigh {
        team: TeamId,
        node: NodeId,
        weight: f64,
        touch: Touch,
    },
    /// Takes away what a team gave a node.
    Unweigh {
        team: TeamId,
        node: NodeId,
        touch: Touch,
    },
    /// Puts weights in place of all that a team gave, after asking where those that go were given
    /// in another way.
    WeighAnew {
        team: TeamId,
        /// Of the way that it is to be in.
        like: Judgement,
        with: FirstWeights,
        touch: Touch,
    },
    /// Takes a step in an order, in pairs, or with the best and the worst, by a team; after asking
    /// where weights that were given in another way go for it.
    Compare {
        team: TeamId,
        step: Step,
        touch: Touch,
    },
    /// Gives a node of the criteria tree a share of the whole, by a team; its siblings give way.
    Share {
        team: TeamId,
        node: NodeId,
        share: f64,
        touch: Touch,
    },
    /// Holds a node's share for a team while its neighbours are dragged, or lets it go.
    ToggleLock(TeamId, NodeId),
    /// Closes the lock of a node's share for a team, with what this touch did.
    Hold(TeamId, NodeId, Touch),
    /// Says that a cell's reason holds of the score that is there now.
    ConfirmReason(ScoredCell),
    /// Goes to what a finding is about.
    Visit(Finding),
    /// Tells what was done, where that may surprise.
    Tell(String),
    /// Tells why something typed was not done.
    Refuse(String),
    /// Shows the document under this weighting.
    Show(Weighting),
    /// Shows a thing in the inspector.
    Select(Selection),
    /// Shows a thing, opens the inspector on it, and puts the focus into its first field.
    Inspect(Selection),
    /// Opens a preset by name.
    OpenPreset(&'static str),
    OpenRecent(PathBuf),
    /// Takes a file out of the list of recent ones.
    Forget(PathBuf),
    /// Does something with what was recovered.
    Recovered(RecoveredId, WithRecovered),
    /// Tells how the program ended the last time.
    TellWhatHappened,
    /// Shows a state that the document had, beside the present one.
    LookAt(StateId),
    /// Makes the document the state that is looked at.
    TakeState,
    /// Opens the state that is looked at as a document of its own.
    OpenStateAsCopy,
    /// Opens a copy of the document with an edit made, as a document of its own.
    TryOnCopy(Edit),
    /// Goes back from looking at a state to the page before.
    LeaveState,
    /// Says whether a version stays for good.
    KeepVersion(VersionNumber, Stays),
}

/// Something that was recovered, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecoveredId(pub u32);

/// What can be done with something that was recovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WithRecovered {
    OpenAsCopy,
    Compare,
    PutBack,
    /// It is offered again the next time.
    Later,
}

/// The number of a version among those of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionNumber(pub u32);

/// A state that the document had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateId {
    /// Of this session, by its place in the history and the document's revision at which it has
    /// that place.
    Step { place: usize, revision: u64 },
    /// What was saved into the file.
    Version(VersionNumber),
}

/// How long a version stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stays {
    InTurn,
    ForGood,
}

/// What a team weighs anew with.
#[derive(Clone, Debug, PartialEq)]
pub enum FirstWeights {
    /// This weight of this node.
    One(NodeId, f64),
    /// The same for every node of the criteria tree.
    Alike,
    /// The record that the judgement has.
    Record,
    Nothing,
}

/// A change of the document.
#[derive(Clone, Debug)]
pub struct EditAction {
    pub edit: Edit,
    /// What is being done, as undo says it.
    pub name: String,
    pub touch: Touch,
}

/// The press, focus or paste that an edit came from: edits of one touch make one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    pub widget: egui::Id,
    /// Goes up with every press and focus of the widget.
    pub count: u64,
}

/// The actions of a frame, in the order in which they were asked for.
///
/// Contexts lend it shared, so that whoever may look may also ask; it is borrowed only while an
/// action goes in or all come out.
#[derive(Default)]
pub struct Queue {
    actions: RefCell<Vec<Action>>,
}

impl Queue {
    pub fn push(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }

    /// A change of the document.
    pub fn edit(&self, edit: Edit, name: String, touch: Touch) {
        self.push(Action::Edit(EditAction { edit, name, touch }));
    }

    /// Takes all actions out, edits first: a field that a click on "Save" ended is part of what is
    /// saved.
    pub fn drain(&self) -> Vec<Action> {
        let mut actions = self.actions.take();
        let is_edit = |action: &Action| {
            matches!(
                action,
                Action::Edit(_)
                    | Action::TakeShare(_)
                    | Action::Weigh { .. }
                    | Action::Unweigh { .. }
                    | Action::WeighAnew { .. }
                    | Action::Compare { .. }
                    | Action::Share { .. }
            )
        };
        actions.sort_by_key(|action| !is_edit(action));
        actions
    }
}
