//! A criterion: its names, its scale and what its scores are worth.

use egui::{Sense, Ui, WidgetInfo, vec2};

use super::group::{Parent, parent_ui};
use super::parts::{commands_ui, head_ui, names_ui, rule_ui, section_ui};
use super::shown::{Page, Part};
use super::{scale, value_function};
use crate::look::{Hue as Colour, Role, size};
use crate::model::{Criterion, Hue, TeamId};
use crate::session::Selection;
use crate::text;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::button;
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
    if let Some(hue) = hue_ui(criterion.hue, ui) {
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

/// The eight colours. Gives the one just chosen.
fn hue_ui(known: Hue, ui: &mut Ui) -> Option<Hue> {
    let theme = Theme::of(ui.ctx());
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for number in 1..=8 {
            let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
            ui.painter().rect_filled(
                rect.shrink(3.0),
                corners(size::BADGE_RADIUS),
                theme.colour(Role::Criterion(Colour::of(number))),
            );
            let is_chosen = known.number() == number;
            if is_chosen {
                let ring = theme.stroke(size::ICON_STROKE, Role::Ink);
                ui.painter().rect_stroke(
                    rect,
                    corners(size::CONTROL_RADIUS),
                    ring,
                    egui::StrokeKind::Inside,
                );
            }
            button::focus_ring(ui, theme, &response);
            response.widget_info(|| {
                WidgetInfo::selected(
                    egui::Role::RadioButton,
                    true,
                    is_chosen,
                    text::counts::numbered(text::fields::COLOUR, number),
                )
            });
            if response.clicked() && !is_chosen {
                chosen = Hue::new(number);
            }
        }
    });
    chosen
}
