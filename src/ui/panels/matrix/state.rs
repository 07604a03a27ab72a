//! What the matrix keeps between frames, and what every part of it is painted with.

use egui::{Id, Vec2};

use super::data::{Order, WeakEvidence};
use super::glide::Glides;
use super::layout::Geometry;
use crate::chart::{self, matrix};
use crate::evaluation::Weighting;
use crate::model::{NodeId, OptionId};
use crate::session::Selection;
use crate::ui::theme::Theme;
use crate::ui::{Touch, ViewContext};

/// What the matrix keeps between frames; nothing that matters to the file.
#[derive(Default)]
pub struct MatrixPanel {
    pub order: Order,
    /// The active place: a cell or a head. It is what is selected, where that is in the matrix.
    pub(super) active: Selection,
    pub(super) editing: Option<Editing>,
    /// A weight's bar being dragged.
    pub(super) drag: Option<Drag>,
    /// Which cells are hatched.
    pub weak_evidence: WeakEvidence,
    /// The rows as they stood when a hand came to them: they don't move under it.
    pub(super) held: Option<Held>,
    /// Rows on their way to new places.
    pub(super) glides: Glides,
    /// The grid as it was last shown, and in which pass of the window.
    pub(super) shown: Option<(Id, u64)>,
    /// It was shown before, and is scrolled as it was then.
    pub(super) was_shown: bool,
    /// The active place moved, and is to be brought into view.
    pub(super) is_to_scroll: bool,
    /// The criterion that is lit through every total: the one under the pointer, else the one whose
    /// head has the focus.
    pub(super) lit: Option<NodeId>,
    /// How far the content was scrolled in the last frame.
    pub(super) offset: Vec2,
    /// Whether the inspector was open in the last frame.
    pub(super) was_open: bool,
}

/// Rows that are held in their places.
pub(super) struct Held {
    pub rows: Vec<OptionId>,
    /// Whose weights they stood under: those of others have an order of their own.
    pub weighting: Weighting,
}

/// What every part of the matrix is painted with.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) context: ViewContext<'a>,
    pub(super) view: &'a matrix::View<'a>,
    pub(super) geometry: &'a Geometry,
    pub(super) theme: Theme,
    /// What the scenes are built for.
    pub(super) drawing: chart::Frame<'a>,
    pub(super) grid: Id,
}

impl Frame<'_> {
    /// Where a criterion stands among the others.
    pub fn column_of(&self, criterion: &NodeId) -> Option<usize> {
        self.view.scenario.criteria.iter().position(|known| known.id == *criterion)
    }
}

/// A bar being dragged.
pub(super) struct Drag {
    pub(super) node: NodeId,
    pub(super) touch: Touch,
    /// The share that the highest bar had when the drag began: the scale doesn't move under the
    /// hand.
    pub heaviest: f64,
}

/// The text in the open field.
pub(super) struct Editing {
    pub(super) text: String,
    /// The field is to get the focus: it has just been opened.
    pub(super) is_new: bool,
    /// Typing opened it: the text goes on behind what was typed, instead of being replaced.
    pub(super) was_typed: bool,
    /// It is to end in this frame: what follows is to see the score, or Enter came with what was
    /// typed.
    pub(super) ends: Option<Then>,
    /// The field was laid out in this frame; scrolled out of view it isn't.
    pub(super) is_shown: bool,
    /// Why what stands in it was not taken.
    pub(super) refused: Option<String>,
}

impl Editing {
    /// Makes it end in this frame, for a command was given.
    pub fn end(&mut self) {
        self.ends = Some(Then::Stay);
    }
}

/// What becomes of what was typed, and where the active cell goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Drop,
    /// A command was given.
    Stay,
    /// The mouse, or something else, took the focus.
    Leave,
    /// A key leads on.
    Go(Step),
}

/// Where a key leads from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the next cell of the column, from its last to the next column's first.
    Next,
    /// The way back.
    Before,
    /// To the next cell of the row, from its last to the next row's first.
    NextInRow,
    BeforeInRow,
    Up,
    Down,
    Left,
    Right,
}
