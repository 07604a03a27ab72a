//! A row: the option's letter and name, its cells, its total.

use super::layout::Layout;
use super::seen::Seen;
use super::view::View;
use super::{cell, total};
use crate::chart::frame::{Frame, Set};
use crate::chart::parts::{Placing, badge, rule};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Role, TypeSize, Weight};
use crate::model::Alternative;

/// In points of the window: a badge's middle and a name from the left, and what a name leaves of
/// its column.
const BADGE_AT: f32 = 10.0;
const NAME_AT: f32 = 30.0;
const NAME_LEAVES: f32 = 32.0;
const NAME_SIZE: TypeSize = TypeSize::Body;

/// Builds the row of an option of the document, with parts for the option, its cells in view and
/// its total.
pub fn row(frame: Frame, layout: &Layout, view: &View, option: usize, seen: Seen) -> Scene {
    let height = layout.row_height;
    let mut scene = Scene { width: layout.width, height, ..Scene::default() };
    let Some(shown) = view.scenario.options.get(option) else { return scene };
    // It lies on the first points of what comes below, where nothing else is drawn.
    rule(frame, &mut scene, height, Role::Line);
    name(frame, &mut scene, layout, shown, view.placing(option));
    let mut cells = Scene::default();
    for column in layout.columns_in_view(seen.offset) {
        if let Some(cell) = view.cell(option, column) {
            cell::draw(frame, &mut cells, (layout, view), &cell, seen);
        }
    }
    let criteria = layout.criteria();
    scene.clip(Area::between([criteria.start, 0.0], [criteria.end, height]), cells);
    if layout.has_totals() {
        total::draw(frame, &mut scene, (layout, view), option, seen.lit);
    }
    scene
}

/// Whether an option's name is cut short in its row.
pub fn is_name_cut(frame: Frame, layout: &Layout, option: &Alternative) -> bool {
    let width = name_area(frame, layout).width;
    !frame.fits(&option.name, name_set(Role::Ink), width, layout.name_lines(frame, NAME_SIZE))
}

fn name_set(role: Role) -> Set {
    Set::new(NAME_SIZE, Weight::Medium, role)
}

fn name_area(frame: Frame, layout: &Layout) -> Area {
    let options = layout.options();
    let (left, top) = (frame.length(NAME_AT), frame.length(layout.row_lines().name));
    Area::new(left, top, options.end - options.start - frame.length(NAME_LEAVES), 0.0)
}

/// The letter on its badge, and the name.
fn name(frame: Frame, scene: &mut Scene, layout: &Layout, option: &Alternative, placing: Placing) {
    let centre = [frame.length(BADGE_AT), frame.length(layout.row_lines().badge)];
    badge(frame, scene, centre, &option.letter, placing);
    let role = if placing == Placing::RuledOut { Role::Ink3 } else { Role::Ink };
    let lines = layout.name_lines(frame, NAME_SIZE);
    frame.whole_words(scene, name_area(frame, layout), &option.name, name_set(role), lines);
    let options = layout.options();
    let hit = Area::new(options.start, 0.0, options.end - options.start, layout.row_height)
        .grown(0.0, -frame.length(3.0));
    scene.part(Subject::Option(option.id.clone()), option.name.clone(), hit);
}
