//! What it takes of each option's own scores to make it first for every team, freely and inside the
//! stated ranges.

use super::view::{TurnsOnView, note_set, number_set, part_bar};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Placing, badge};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::Mend;
use crate::look::{Role, TypeSize, Weight, size};
use crate::text::turns_on as words;

/// In points of the window: the head, a row, the bar, the room of its number, and what names keep.
const HEAD: f32 = 24.0;
const ROW: f32 = 29.0;
const BAR: (f32, f32) = (60.0, 10.0);
const NUMBER: f32 = 42.0;
const NAME_AT: f32 = 30.0;
/// Where each of the two columns begins, as parts of the width.
const COLUMNS: [f32; 2] = [0.34, 0.67];

/// Builds the table, what takes least first; the option that is looked at stands out.
pub fn mend_table(frame: Frame, view: &TurnsOnView, chosen: Option<usize>) -> Scene {
    let mut scene = Scene {
        width: frame.width,
        height: frame.length(HEAD),
        heading: words::MEND.to_owned(),
        ..Scene::default()
    };
    let left = COLUMNS.map(|part| frame.width * part);
    for (at, words) in left.into_iter().zip([words::LEAST_CHANGE, words::INSIDE]) {
        let place = ([at, frame.length(HEAD / 2.0)], Side::Start);
        frame.text(&mut scene, place, words, note_set(), frame.width * (1.0 - COLUMNS[1]));
    }
    let mends = || view.found.mends.iter().flat_map(|it| it.freely.iter().chain(&it.inside));
    let most = mends().map(|mend| mend.change).fold(1e-9, f64::max);
    for mended in &view.found.mends {
        let Some(option) = view.scenario.options.get(mended.option) else { continue };
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let is_chosen = chosen == Some(mended.option);
        let (placing, weight) = if is_chosen {
            scene.rounded(area, frame.length(size::BADGE_RADIUS), Role::LeadTint);
            (Placing::Winner, Weight::SemiBold)
        } else {
            (Placing::Other, Weight::Medium)
        };
        let middle = area.middle()[1];
        badge(frame, &mut scene, [frame.length(14.0), middle], &option.letter, placing);
        let set = Set::new(TypeSize::Body, weight, Role::Ink);
        let at = ([frame.length(NAME_AT), middle], Side::Start);
        let room = left[0] - frame.length(NAME_AT + 6.0);
        frame.text(&mut scene, at, option.label(), set, room);
        for (place, mend) in [&mended.freely, &mended.inside].into_iter().enumerate() {
            let right = if place == 0 { left[1] } else { frame.width };
            let cell = Area { left: left[place], width: right - left[place], ..area };
            if let Some(mend) = mend {
                change(frame, &mut scene, mend, (cell, most));
                continue;
            }
            let told = words::unmended(view.scenario, &view.found.teams, mended.option);
            let at = ([cell.left, middle], Side::Start);
            frame.text(&mut scene, at, &told, note_set(), cell.width - frame.length(6.0));
        }
        let sentence = words::mended(view.scenario, &view.found.teams, mended);
        scene.part(Subject::Option(option.id.clone()), sentence, area);
        scene.height = area.bottom();
    }
    scene
}

/// How much, and of how many scores.
fn change(frame: Frame, scene: &mut Scene, mend: &Mend, (cell, most): (Area, f64)) {
    let middle = cell.middle()[1];
    let (bar, number) = (frame.length(BAR.0).min(cell.width * 0.4), frame.length(NUMBER));
    let ground = Area::new(cell.left, middle - frame.length(BAR.1 / 2.0), bar, frame.length(BAR.1));
    part_bar(scene, ground, mend.change / most);
    let (much, many) = words::change(mend);
    let right = cell.left + bar + number;
    frame.text(scene, ([right, middle], Side::End), &much, number_set(), number);
    let at = ([right + frame.length(8.0), middle], Side::Start);
    let room = cell.right() - right - frame.length(14.0);
    frame.text(scene, at, &many, note_set(), room);
}
