//! A criterion: its names, its scale and what its scores are worth.

use egui::{Painter, Rect, Ui};

use super::group::{Parent, parent_ui};
use super::parts::{commands_ui, head_ui, names_ui, rule_ui, section_ui};
use super::shown::{Page, Part};
use super::{scale, value_function};
use crate::look::{Hue as Colour, Role, size};
use crate::model::{Criterion, Hue, TeamId};
use crate::session::Selection;
use crate::text;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::swatches::{self, Swatches};
use crate::ui::{Action, Command, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, criterion: &Criterion, ui: &mut Ui) {
    let page = Page { context, criterion, selection: Selection::Criterion(criterion.id.clone()) };
    let bar = Role::Criterion(Colour::of(criterion.hue.number()));
    head_ui(Some(bar), &criterion.name, "", ui);
    let known = [criterion.name.as_str(), &criterion.short, &criterion.note];
    if let Some(([name, short, note], what, touch)) = names_ui(context, &page.selection, known, ui)
    {
        page.put_named(what, Criterion { name, short, note, ..criterion.clone() }, touch);
    }
    section_ui(text::fields::GROUP, ui);
    if let Some(Parent(group)) =
        parent_ui(context.session.scenario(), &page.selection, criterion.group.as_ref(), ui)
    {
        page.put_now(Part::Group, Criterion { group, ..criterion.clone() }, ui);
    }
    section_ui(text::fields::COLOUR, ui);
    let colours = Swatches {
        id: field_id(&page.selection, "colour"),
        name: text::fields::COLOUR,
        chosen: criterion.hue.number(),
        paint: &paint_colour,
    };
    if let Some(hue) = swatches::ui(colours, ui).and_then(Hue::new) {
        page.put_now(Part::Colour, Criterion { hue, ..criterion.clone() }, ui);
    }
    rule_ui(ui);
    scale::ui(&page, ui);
    rule_ui(ui);
    value_function::ui(&page, ui);
    rule_ui(ui);
    lock_ui(context, criterion, ui);
    commands_ui(context, &[Command::MoveEarlier, Command::MoveLater, Command::Remove], ui);
}

/// Holds the share for the team whose weights are shown.
fn lock_ui(context: ViewContext, criterion: &Criterion, ui: &mut Ui) {
    let team = context.session.weighting.open_team(context.session.scenario());
    let is_held = |team: &TeamId| context.session.locks.is_held(team, &criterion.id);
    let mut is_locked = team.is_some_and(|team| is_held(team.id()));
    let lock = egui::Checkbox::new(&mut is_locked, text::fields::LOCK_WEIGHT);
    let is_changed = ui.add_enabled(team.is_some(), lock).changed();
    if let Some(team) = team.filter(|_| is_changed) {
        context.queue.push(Action::ToggleLock(team.id().clone(), criterion.id.clone()));
    }
}

fn paint_colour(painter: &Painter, rect: Rect, number: u8) {
    let colour = Theme::of(painter.ctx()).colour(Role::Criterion(Colour::of(number)));
    painter.rect_filled(rect.shrink(3.0), corners(size::BADGE_RADIUS), colour);
}
