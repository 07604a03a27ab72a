//! What it turns on: what disagreements can move, the most first.

use super::view::{MARK, TurnsOnView, name_set, note_set, number_set, part_bar, swatch_of};
use crate::analysis::{Crux, Point};
use crate::chart::frame::{Frame, Side};
use crate::chart::parts::{rule, team_mark};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Role, size};
use crate::text::{self, turns_on as words};

/// In points of the window: a row, the bar, the room of its number, and what words keep at the
/// left.
const ROW: f32 = 43.0;
const BAR: (f32, f32) = (76.0, 12.0);
const NUMBER: f32 = 44.0;
const INDENT: f32 = 16.0;
/// From the middle of a row up to its name and down to its note.
const HALF_LINE: f32 = 10.0;

/// Builds the list of so many disagreements at most, those that move anything.
pub fn crux_list(frame: Frame, view: &TurnsOnView, most: usize) -> Scene {
    let mut scene =
        Scene { width: frame.width, heading: words::TURNS_ON.to_owned(), ..Scene::default() };
    let felt: Vec<&Crux> =
        view.found.crux.iter().filter(|crux| words::is_felt(crux)).take(most).collect();
    let largest = felt.first().map_or(1.0, |crux| crux.moves);
    for crux in felt {
        let Some(criterion) = view.criterion(match crux.point {
            Point::Share(criterion) | Point::Score(_, criterion) => criterion,
        }) else {
            continue;
        };
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let middle = area.middle()[1];
        swatch_of(frame, &mut scene, area, criterion);
        let right = area.right() - frame.length(NUMBER + BAR.0 + 8.0);
        let left = frame.length(INDENT);
        let up = [left, middle - frame.length(HALF_LINE)];
        let name = words::crux_name(view.scenario, crux);
        frame.text(&mut scene, (up, Side::Start), &name, name_set(), right - left);
        let ends = ends_of(view, crux);
        let down = Area::between([left, middle + frame.length(HALF_LINE)], [right, middle]);
        ends_line(frame, &mut scene, view, crux, (&ends, down));
        let bar = Area::new(
            area.right() - frame.length(NUMBER + BAR.0),
            middle - frame.length(BAR.1 / 2.0),
            frame.length(BAR.0),
            frame.length(BAR.1),
        );
        part_bar(&mut scene, bar, crux.moves / largest);
        let at = ([area.right(), middle], Side::End);
        frame.text(&mut scene, at, &text::total(crux.moves), number_set(), frame.length(NUMBER));
        rule(frame, &mut scene, area.bottom() - frame.length(size::RULE_STROKE), Role::Line);
        let teams = crux.ends.map(|end| view.name(end.team));
        let sentence = words::crux(view.scenario, crux, &ends, teams);
        let subject = match crux.point {
            Point::Share(_) => Subject::Criterion(criterion.id.clone()),
            Point::Score(option, _) => match view.scenario.options.get(option) {
                Some(option) => Subject::Cell(option.id.clone(), criterion.id.clone()),
                None => continue,
            },
        };
        scene.part(subject, sentence, area);
        scene.height = area.bottom();
    }
    scene
}

fn ends_of(view: &TurnsOnView, crux: &Crux) -> [String; 2] {
    let percent = |end: usize| match crux.point {
        Point::Share(criterion) => view.percent(crux.ends[end].team, criterion),
        Point::Score(..) => 0,
    };
    words::crux_ends(crux, [percent(0), percent(1)])
}

/// `from 2 % ■ to 29 % ●`.
fn ends_line(
    frame: Frame,
    scene: &mut Scene,
    view: &TurnsOnView,
    crux: &Crux,
    (ends, area): (&[String; 2], Area),
) {
    let (mut left, middle) = (area.left, area.top);
    for (place, word) in ["from", "to"].into_iter().enumerate() {
        let told = text::charts::joined(word, &ends[place]);
        let room = (area.right() - left).max(1.0);
        left += frame.text(scene, ([left, middle], Side::Start), &told, note_set(), room);
        let mark = view.mark(crux.ends[place].team);
        let centre = [left + frame.length(6.0 + MARK / 2.0), middle];
        team_mark(frame, scene, mark, centre, (MARK, Role::Team(mark.mark)));
        left = centre[0] + frame.length(MARK / 2.0 + 7.0) + mark.beside(frame);
    }
}
