//! The switch of an assumption, wherever it stands.

use egui::{Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Assumption, AssumptionId, Edit};
use crate::text as words;
use crate::ui::ViewContext;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{button, text};

const BOX: f32 = 14.0;
/// What it takes before a name.
pub const SWITCH: f32 = 20.0;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// With its words.
    Inspector,
    /// Before the name, which says what it is of.
    List,
}

/// The id of a switch.
pub fn switch_id(assumption: &AssumptionId, place: Place) -> Id {
    field_id(("assumption", assumption.as_str()), place)
}

/// Shows whether an assumption is taken to hold; a press or Space changes it for all. One that
/// gets the focus comes into view.
pub fn switch_ui(context: ViewContext, assumption: &Assumption, place: Place, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let set = text::Type {
        size: TypeSize::Body,
        weight: Weight::Regular,
        colour: theme.colour(Role::Ink),
    };
    let beside = if place == Place::Inspector { words::fields::HOLDS } else { "" };
    let beside = text::layout(ui.painter(), beside, set, ui.available_width() - SWITCH, 1);
    let (rect, _) = ui.allocate_exact_size(vec2(SWITCH + beside.size().x, 24.0), Sense::hover());
    let id = switch_id(&assumption.id, place);
    let response = ui.interact(rect, id, Sense::click());
    let square =
        Rect::from_center_size(pos2(rect.left() + SWITCH / 2.0, rect.center().y), vec2(BOX, BOX));
    let edge = if response.hovered() { Role::Lead } else { Role::Control };
    let edge = theme.stroke(size::RULE_STROKE, edge);
    let round = corners(size::BADGE_RADIUS);
    ui.painter().rect(square, round, theme.colour(Role::Raised), edge, StrokeKind::Inside);
    if assumption.holds {
        let check = theme.stroke(size::ICON_STROKE, Role::Ink);
        icon::paint(ui.painter(), Icon::Check, square.center(), check);
    }
    let left = pos2(rect.left() + SWITCH + 4.0, rect.center().y - beside.size().y / 2.0);
    text::place(ui.painter(), left, &beside);
    button::focus_ring(ui, theme, &response);
    // A page that lands on it gives it the focus between two frames, which egui tells nobody.
    let has_focus = response.has_focus();
    let had_focus =
        ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(id), has_focus));
    if has_focus && !had_focus {
        response.scroll_to_me(None);
    }
    let told = words::assumptions::switch(&assumption.name);
    let holds = assumption.holds;
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, holds, &told));
    if response.clicked() {
        let name = words::assumptions::switching(assumption.label(), !holds);
        let edit = Edit::ChangeAssumption(Assumption { holds: !holds, ..assumption.clone() });
        context.queue.edit(edit, name, new_touch(ui, id));
    }
}
