//! The options' places by each method, beside those by the weighted sum.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Placing, badge};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::CrossCheck;
use crate::look::{Role, TypeSize, Weight};
use crate::model::Scenario;
use crate::text::{self, cross_check as words};

/// In points of the window: the head, a row, the widest cell, and what names keep.
const HEAD: f32 = 26.0;
const ROW: f32 = 32.0;
const CELL: f32 = 92.0;
const NAMES: f32 = 150.0;
const NAME_AT: f32 = 28.0;

/// Builds the table, in the order of the weighted sum, which is the first of the checks. Where a
/// method parts from it the place is marked; one that can't be used has dashes.
pub fn cross_table(frame: Frame, scenario: &Scenario, checks: &[CrossCheck]) -> Scene {
    let mut scene =
        Scene { width: frame.width, heading: words::heading(checks), ..Scene::default() };
    let Some(sum) = checks.first().filter(|sum| !sum.ranks.is_empty()) else { return scene };
    let count = checks.len().max(1) as f32;
    let cell =
        ((frame.width - frame.length(NAMES)) / count).clamp(frame.length(36.0), frame.length(CELL));
    let left = (frame.width - cell * count).max(frame.length(NAME_AT));
    let head = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let x = |column: usize| left + cell * (column as f32 + 0.5);
    for (column, check) in checks.iter().enumerate() {
        let at = [x(column), frame.length(HEAD / 2.0)];
        let name = words::column(check.method);
        frame.text(&mut scene, (at, Side::Middle), name, head, cell - frame.length(2.0));
    }
    scene.height = frame.length(HEAD);
    for (index, rank) in &sum.ranks {
        let Some(option) = scenario.options.get(*index) else { continue };
        let row = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let middle = row.middle()[1];
        let placing = if *rank == 1 { Placing::Winner } else { Placing::Other };
        badge(frame, &mut scene, [frame.length(10.0), middle], &option.letter, placing);
        let name = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
        let room = left - frame.length(NAME_AT + 6.0);
        let at = [frame.length(NAME_AT), middle];
        frame.text(&mut scene, (at, Side::Start), option.label(), name, room);
        for (column, check) in checks.iter().enumerate() {
            let own = check.ranks.iter().find(|(it, _)| it == index).map(|(_, rank)| *rank);
            let is_other = own.is_some_and(|own| own != *rank);
            let area = Area::new(left + cell * column as f32, row.top, cell, row.height);
            if is_other {
                scene.fill(area.grown(-frame.length(1.0), -frame.length(1.0)), Role::LeadTint);
            }
            let (weight, role) = if is_other {
                (Weight::SemiBold, Role::Ink)
            } else {
                (Weight::Regular, Role::Ink2)
            };
            let told = own.map_or_else(|| text::NOTHING.to_owned(), |own| own.to_string());
            let set = Set::new(TypeSize::Emphasis, weight, role);
            frame.text(&mut scene, (area.middle(), Side::Middle), &told, set, cell);
        }
        let sentence = words::places(scenario, *index, checks);
        scene.part(Subject::Option(option.id.clone()), sentence, row);
        scene.height = row.bottom();
    }
    scene
}
