//! What rows of differences are put together from: a side's mark, the button by which it takes
//! something over, and what follows.

use egui::{Pos2, Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::chart::Scene;
use crate::evaluation::{Consequence, Difference, First};
use crate::look::{Role, TypeSize, Weight};
use crate::model::Scenario;
use crate::text as words;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::{letter, scene};

/// A side's mark around a point.
pub fn side_mark_ui(ui: &Ui, centre: Pos2, mark: &Scene) {
    let corner = centre - vec2(mark.width, mark.height) / 2.0;
    scene::paint(ui.painter(), Theme::of(ui.ctx()), corner, mark);
}

/// A line of words from a place's left, in its middle, cut short where there is no room.
pub fn line_ui(ui: &mut Ui, place: Rect, words: egui::RichText) -> Response {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    line.add(egui::Label::new(words).truncate().selectable(false))
}

/// What follows: the first choice, after a word on whether it is another.
pub fn follows_ui(ui: &mut Ui, place: Rect, document: &Scenario, follows: &Consequence) {
    let theme = Theme::of(ui.ctx());
    let word = words::compare::follows(follows);
    let note = font_id(TypeSize::Note, Weight::Regular);
    let said = egui::RichText::new(word).font(note).color(theme.colour(Role::Ink3));
    let beside = line_ui(ui, place, said).rect.width() + 8.0;
    let mut name = place.with_min_x(place.left() + beside);
    let ids = match &follows.first {
        First::Nobody => &[][..],
        First::These(ids) | First::Open(ids) => ids.as_slice(),
    };
    if let [only] = ids
        && let Some(option) = document.option(only)
    {
        letter::paint(ui, pos2(name.left() + 10.0, name.center().y), option.letter.as_str());
        name = name.with_min_x(name.left() + 28.0);
    }
    let (weight, role) = if follows.is_another {
        (Weight::Medium, Role::Ink)
    } else {
        (Weight::Regular, Role::Ink2)
    };
    let first = words::compare::first(document, &follows.first);
    let font = font_id(TypeSize::Body, weight);
    line_ui(ui, name, egui::RichText::new(first).font(font).color(theme.colour(role)));
}

/// The id of a row, from what differs in it: no two rows are about the same.
pub fn row_id(difference: &Difference) -> egui::Id {
    use egui::Id;
    match difference {
        Difference::Text(text, _) => Id::unique(("text differs", text)),
        Difference::Method(_) => Id::unique("method differs"),
        Difference::Baseline(_) => Id::unique("baseline differs"),
        Difference::Only(which, kind, id) => Id::unique(("only one has", which, kind, id)),
        Difference::Field { kind, id, field, .. } => Id::unique(("field differs", kind, id, field)),
        Difference::Order(of) => Id::unique(("order differs", of)),
        Difference::Share { criterion, .. } => Id::unique(("share differs", criterion)),
        Difference::Weights { team, .. } => Id::unique(("weights differ", team)),
        Difference::Reason { team, node, .. } => Id::unique(("reason differs", team, node)),
        Difference::GutRanking { team, .. } => Id::unique(("gut ranking differs", team)),
        Difference::Seal { team, .. } => Id::unique(("seal differs", team)),
        Difference::Score { layer, option, criterion, .. } => {
            Id::unique(("score differs", layer, option, criterion))
        }
        Difference::Ground { layer, option, criterion, ground, .. } => {
            Id::unique(("ground differs", layer, option, criterion, ground))
        }
        Difference::Decided(_) => Id::unique("only one has decided"),
        Difference::Decision(field, _) => Id::unique(("decision differs", field)),
        Difference::OnlyRound(which, name) => Id::unique(("only one has the round", which, name)),
        Difference::Round(name) => Id::unique(("round differs", name)),
        Difference::RoundOrder => Id::unique("order of rounds differs"),
        Difference::Ballot(_) => Id::unique("ballot differs"),
        Difference::Workshop(_) => Id::unique("workshop differs"),
    }
}
