//! What a page shows, and how its fields change it.

use egui::Ui;

use super::parts::change;
use crate::model::{Alternative, AssumptionId, Criterion, Edit, Layer, OpenTeam, Score};
use crate::session::{ScoredCell, Selection};
use crate::text;
use crate::ui::widgets::field::{Field, field_id, number_ui};
use crate::ui::widgets::number::{Allowed, Number};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Touch, ViewContext};

/// The cell that is shown, and the layer that its fields change.
pub(super) struct Cell<'a> {
    pub context: ViewContext<'a>,
    pub option: &'a Alternative,
    pub criterion: &'a Criterion,
    /// The team whose own score is shown; none: the base's.
    pub own: Option<OpenTeam<'a>>,
    /// As it is written.
    pub written: Option<&'a Score>,
    /// What counts of it while the assumptions stand as they do.
    pub score: Option<Score>,
    /// The assumption without which that is so; none: as it stands where all hold.
    pub without: Option<&'a AssumptionId>,
    pub selection: Selection,
}

impl Cell<'_> {
    /// Makes this what counts of the cell, or with none takes it out.
    pub fn set(&self, what: &str, score: Option<Score>, touch: Touch) {
        let name = text::matrix::cell(self.option.label(), self.criterion.label());
        self.context.queue.edit(self.edit(score), change(what, &name), touch);
    }

    /// What makes this what counts of the cell, or takes it out. What it is where the assumptions
    /// stand otherwise stays.
    pub fn edit(&self, score: Option<Score>) -> Edit {
        let score = score.map(|seen| match self.written {
            Some(cell) => cell.with_counting(self.without, &seen),
            None => seen,
        });
        self.written_edit(score)
    }

    /// What puts a score into the cell as it is to be written.
    pub fn written_edit(&self, score: Option<Score>) -> Edit {
        let ScoredCell { layer, option, criterion } = self.scored();
        Edit::SetScore(layer, option, criterion, score)
    }

    /// The cell in the layer that its fields change.
    pub fn scored(&self) -> ScoredCell {
        self.scored_in(self.own.map_or(Layer::Base, |team| Layer::Team(team.id().clone())))
    }

    /// The cell in a layer.
    pub fn scored_in(&self, layer: Layer) -> ScoredCell {
        let (option, criterion) = (self.option.id.clone(), self.criterion.id.clone());
        ScoredCell { layer, option, criterion }
    }
}

/// A criterion whose page is shown.
pub(super) struct Page<'a> {
    pub context: ViewContext<'a>,
    pub criterion: &'a Criterion,
    pub selection: Selection,
}

/// What of a criterion is changed, its names apart.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) enum Part {
    Group,
    Colour,
    Goal,
    Range,
    Unit,
    Anchors,
    MustHave,
    Benchmark,
    ValueFunction,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Group => text::fields::GROUP,
            Self::Colour => text::fields::COLOUR,
            Self::Goal => text::fields::GOAL,
            Self::Range => text::fields::RANGE,
            Self::Unit => text::fields::UNIT,
            Self::Anchors => text::fields::ANCHORS,
            Self::MustHave => text::fields::MUST_HAVE,
            Self::Benchmark => text::fields::BENCHMARK,
            Self::ValueFunction => text::fields::VALUE_FUNCTION,
        }
    }
}

impl Page<'_> {
    /// A field of one of its numbers; `with` is the criterion with another in its place. Gives what
    /// was typed.
    pub fn number_ui(
        &self,
        field: Field,
        known: f64,
        with: &dyn Fn(f64) -> Criterion,
        ui: &mut Ui,
    ) -> Option<(f64, Touch)> {
        let effect = |typed: Option<f64>| Edit::ChangeCriterion(with(typed.unwrap_or(known)));
        let number = Number::new(Some(known), Allowed::ANY).tried(&effect);
        number_ui(self.context, field, number, ui)
    }

    /// Puts a changed criterion in place.
    pub fn put(&self, part: Part, next: Criterion, touch: Touch) {
        self.put_named(part.name(), next, touch);
    }

    /// The same where a field of its names, called so, was changed.
    pub fn put_named(&self, field: &str, next: Criterion, touch: Touch) {
        let change = change(field, self.criterion.label());
        self.context.queue.edit(Edit::ChangeCriterion(next), change, touch);
    }

    /// The same for what is done by one press.
    pub fn put_now(&self, part: Part, next: Criterion, ui: &Ui) {
        let touch = new_touch(ui, field_id(&self.selection, ("press", part)));
        self.put(part, next, touch);
    }
}
