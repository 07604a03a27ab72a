//! A group of criteria: its names, and the group that it lies in.

use egui::Ui;

use super::parts::{change, commands_ui, head_ui, names_ui, section_ui};
use crate::model::{Edit, Group, NodeId, Scenario};
use crate::session::Selection;
use crate::text;
use crate::ui::widgets::choice::list_ui;
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Command, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, group: &Group, ui: &mut Ui) {
    let selection = Selection::Group(group.id.clone());
    head_ui(None, &group.name, "", ui);
    if let Some(([name, short, note], what, touch)) =
        names_ui(context, &selection, [&group.name, &group.short, &group.note], ui)
    {
        context.queue.edit(
            Edit::ChangeGroup(Group { name, short, note, ..group.clone() }),
            change(what, group.label()),
            touch,
        );
    }
    section_ui(text::fields::GROUP, ui);
    if let Some(Parent(parent)) =
        parent_ui(context.session.scenario(), &selection, group.group.as_ref(), ui)
    {
        let touch = new_touch(ui, field_id(&selection, "group"));
        context.queue.edit(
            Edit::ChangeGroup(Group { group: parent, ..group.clone() }),
            change(text::fields::GROUP, group.label()),
            touch,
        );
    }
    commands_ui(
        context,
        &[Command::MoveEarlier, Command::MoveLater, Command::ToggleLock, Command::Remove],
        ui,
    );
}

/// The group that something lies in; none: it stands at the top.
pub struct Parent(pub Option<NodeId>);

/// The choice of the group that something lies in, itself and what lies in it left out. Gives what
/// was just chosen.
pub fn parent_ui(
    scenario: &Scenario,
    of: &Selection,
    known: Option<&NodeId>,
    ui: &mut Ui,
) -> Option<Parent> {
    let own = if let Selection::Group(id) = of { Some(id) } else { None };
    let offered: Vec<&Group> =
        scenario.groups.iter().filter(|group| !lies_in(scenario, group, own)).collect();
    let names: Vec<&str> = std::iter::once(text::fields::NOTHING_CHOSEN)
        .chain(offered.iter().map(|group| group.name.as_str()))
        .collect();
    let chosen = known
        .and_then(|known| offered.iter().position(|group| group.id == *known))
        .map_or(0, |place| place + 1);
    let picked = list_ui(field_id(of, "group"), text::fields::GROUP, &names, chosen, ui)?;
    Some(Parent(
        picked.checked_sub(1).and_then(|place| offered.get(place)).map(|group| group.id.clone()),
    ))
}

/// Whether a group is another, or lies in it at any depth.
fn lies_in(scenario: &Scenario, group: &Group, other: Option<&NodeId>) -> bool {
    let Some(other) = other else { return false };
    let mut next = Some(group);
    while let Some(group) = next {
        if group.id == *other {
            return true;
        }
        next = group.group.as_ref().and_then(|parent| scenario.group(parent));
    }
    false
}
