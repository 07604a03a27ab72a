//! Power against evidence: each score that would turn the result, by how far it would have to
//! change and by how weak its evidence is.

use crate::analysis::CriticalCell;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Axis, Evidence, Reach, evidence, rule, swatch, ticks};
use crate::chart::{Area, Point, Scene, Subject};
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Grade, Scenario};
use crate::text::{self, fields, firm as words};

/// In points of the window: a mark, the step from one to another that would cover it, the least
/// height of a row, the room above the rows, and of the axis below.
const MARK: f32 = 21.0;
const STEP: f32 = 23.0;
const ROW: f32 = 48.0;
const ROW_PADDING: f32 = 20.0;
const TOP: f32 = 24.0;
const FOOT: f32 = 52.0;
const LEGEND_LINE: f32 = 21.0;
/// The room of the grades.
const GRADES: f32 = 124.0;
/// What is asked first: changes up to so many points of ten, of evidence as weak as this or weaker.
const ASK_UP_TO: f64 = 2.0;
const ASK_FROM: u8 = 4;

/// The scores of one grade, with how many steps each stands off the line.
struct Row<'a> {
    grade: Option<Grade>,
    marks: Vec<(&'a CriticalCell, i32)>,
}

impl Row<'_> {
    /// How many steps up and down the marks reach.
    fn steps(&self) -> (i32, i32) {
        let all = || self.marks.iter().map(|(_, step)| *step);
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    }

    fn height(&self, frame: Frame) -> f32 {
        let (up, down) = self.steps();
        frame.length((STEP * (down - up + 1) as f32 + ROW_PADDING).max(ROW))
    }

    fn is_to_be_asked(&self) -> bool {
        worse(self.grade) >= ASK_FROM
    }
}

/// How weak a grade is, 1 to 6; what isn't graded is as weak as the weakest.
fn worse(grade: Option<Grade>) -> u8 {
    grade.map_or(6, |grade| grade.credibility().max(grade.reliability() as u8 - b'A' + 1))
}

/// Builds the chart of these scores, which are some of those `turning` the result, of `all` that
/// there are.
pub fn power(
    frame: Frame,
    scenario: &Scenario,
    cells: &[CriticalCell],
    (turning, all): (usize, usize),
    heading: String,
) -> Scene {
    let most = cells.iter().map(|cell| cell.change * 10.0).fold(0.0, f64::max);
    let axis = Axis::reaching(most.max(1.0));
    let left = frame.length(GRADES).min(frame.width * 0.32);
    let width = (frame.width - left - frame.length(MARK)).max(frame.length(60.0));
    let plot = Area::new(left, frame.length(TOP), width, 0.0);
    let rows = rows(frame, cells, plot, axis);
    let height: f32 = rows.iter().map(|row| row.height(frame)).sum();
    let plot = Area { height, ..plot };
    let mut scene = Scene {
        width: frame.width,
        height: plot.bottom() + frame.length(FOOT),
        heading,
        ..Scene::default()
    };
    if rows.is_empty() {
        scene.height = 0.0;
        return scene;
    }
    grounds(frame, &mut scene, &rows, plot, axis);
    let reach = Reach { above: 0.0, below: 0.0, label: 14.0 };
    ticks(frame, &mut scene, plot, &axis.ticks(plot, text::plain), reach);
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let at = [plot.left, plot.bottom() + frame.length(34.0)];
    let room = frame.width - plot.left;
    frame.text(&mut scene, (at, Side::Start), words::POINTS_OF_TEN, set, room);
    let mut top = plot.top;
    for row in &rows {
        let area = Area::new(0.0, top, frame.width, row.height(frame));
        row_of(frame, &mut scene, scenario, row, (area, plot, axis));
        top = area.bottom();
    }
    legend(frame, &mut scene, scenario, (cells, all.saturating_sub(turning), all));
    scene
}

/// The grades that there are, the weakest on top, with their marks stepped apart.
fn rows<'a>(frame: Frame, cells: &'a [CriticalCell], plot: Area, axis: Axis) -> Vec<Row<'a>> {
    let mut grades: Vec<Option<Grade>> = cells.iter().map(|cell| cell.grade).collect();
    let weakness = |grade: &Option<Grade>| {
        let letters = grade.map(|grade| (grade.reliability(), grade.credibility()));
        (std::cmp::Reverse(worse(*grade)), std::cmp::Reverse(letters))
    };
    grades.sort_by_key(weakness);
    grades.dedup();
    let row = |grade: Option<Grade>| {
        let mut marks: Vec<(&CriticalCell, i32)> = Vec::new();
        for cell in cells.iter().filter(|cell| cell.grade == grade) {
            let x = |cell: &CriticalCell| axis.x(plot, cell.change * 10.0);
            let covers = |(other, step): &(&CriticalCell, i32), own: i32| {
                *step == own && (x(other) - x(cell)).abs() < frame.length(STEP)
            };
            let free = |step: &i32| !marks.iter().any(|mark| covers(mark, *step));
            // Off the line to either side in turn.
            let steps = (0..).map(|n: i32| if n % 2 == 0 { n / 2 } else { -(n + 1) / 2 });
            let step = steps.take(2 * cells.len() + 1).find(free).unwrap_or(0);
            marks.push((cell, step));
        }
        Row { grade, marks }
    };
    grades.into_iter().map(row).collect()
}

/// The tint over what is to be asked first, and the rules between the rows.
fn grounds(frame: Frame, scene: &mut Scene, rows: &[Row], plot: Area, axis: Axis) {
    let asked: f32 =
        rows.iter().take_while(|row| row.is_to_be_asked()).map(|row| row.height(frame)).sum();
    if asked > 0.0 {
        let right = axis.x(plot, ASK_UP_TO.min(axis.end));
        scene.fill(Area::between([plot.left, plot.top], [right, plot.top + asked]), Role::LeadTint);
        let set = Set::new(TypeSize::Note, Weight::Medium, Role::Lead);
        let at = [plot.left, plot.top - frame.length(11.0)];
        frame.text(scene, (at, Side::Start), words::ASK_HERE_FIRST, set, plot.width);
    }
    let mut top = plot.top;
    for row in rows {
        top += row.height(frame);
        rule(frame, scene, top, Role::Line);
    }
}

fn row_of(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    row: &Row,
    (area, plot, axis): (Area, Area, Axis),
) {
    let (up, down) = row.steps();
    let line = area.middle()[1] - frame.length(STEP) * (up + down) as f32 / 2.0;
    grade_of(frame, scene, row.grade, (area.middle()[1], plot.left));
    for (cell, step) in &row.marks {
        let (Some(option), Some(criterion)) =
            (scenario.options.get(cell.option), scenario.criteria.get(cell.criterion))
        else {
            continue;
        };
        let x = axis.x(plot, cell.change * 10.0);
        let centre = [x, line + frame.length(STEP) * *step as f32];
        mark(frame, scene, centre, (criterion, option.letter.as_str()), cell);
        let half = frame.length(MARK / 2.0);
        let hit = Area::new(centre[0], centre[1], 0.0, 0.0).grown(half, half);
        let subject = Subject::Cell(option.id.clone(), criterion.id.clone());
        scene.part(subject, text::critical_cell(scenario, cell), hit);
    }
}

/// A grade with its bars and its words.
fn grade_of(frame: Frame, scene: &mut Scene, grade: Option<Grade>, (middle, right): (f32, f32)) {
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let room = right - frame.length(8.0);
    let Some(grade) = grade else {
        frame.text(scene, ([0.0, middle], Side::Start), words::NOT_GRADED, note, room);
        return;
    };
    let name = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let above = middle - frame.length(8.0);
    let width = frame.text(scene, ([0.0, above], Side::Start), &grade.to_string(), name, room);
    let corner = [width + frame.length(22.0), above + frame.length(5.0)];
    evidence(frame, scene, corner, Evidence::of(grade));
    let told = fields::weaker_part(grade);
    frame.text(scene, ([0.0, middle + frame.length(9.0)], Side::Start), told, note, room);
}

/// A mark in the criterion's colour with the option's letter; hollow where the change lies outside
/// of the score's own range.
fn mark(
    frame: Frame,
    scene: &mut Scene,
    centre: Point,
    (criterion, letter): (&Criterion, &str),
    cell: &CriticalCell,
) {
    let hue = Hue::of(criterion.hue.number());
    let diameter = frame.length(MARK);
    scene.mark(Mark::Circle, centre, diameter + 2.0 * frame.length(size::MARK_HALO), Role::Canvas);
    scene.mark(Mark::Circle, centre, diameter, Role::Criterion(hue));
    let ink = if cell.inside {
        Role::OnCriterion(hue)
    } else {
        let inner = diameter - 2.0 * frame.length(2.0);
        scene.mark(Mark::Circle, centre, inner, Role::CriterionTrack(hue));
        Role::Ink
    };
    let size = if letter.len() > 1 { TypeSize::Scale } else { TypeSize::Note };
    let set = Set::new(size, Weight::SemiBold, ink);
    frame.text(scene, (centre, Side::Middle), letter, set, f32::INFINITY);
}

/// The criteria's colours, what a full and a hollow mark are, and how many scores have none.
fn legend(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    (cells, harmless, all): (&[CriticalCell], usize, usize),
) {
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let step = frame.length(LEGEND_LINE);
    let [mut left, mut middle] = [0.0, scene.height + step / 2.0];
    let has_mark = |index: &usize| cells.iter().any(|cell| cell.criterion == *index);
    let shown = (0..scenario.criteria.len()).filter(has_mark);
    for criterion in shown.filter_map(|index| scenario.criteria.get(index)) {
        let room = (frame.width - frame.length(12.0)).max(1.0);
        let width = frame.width_of(criterion.label(), set).min(room);
        if left > 0.0 && left + frame.length(12.0) + width > frame.width {
            [left, middle] = [0.0, middle + step];
        }
        swatch(frame, scene, [left, middle], Hue::of(criterion.hue.number()));
        let at = [left + frame.length(12.0), middle];
        frame.text(scene, (at, Side::Start), criterion.label(), set, room);
        left += width + frame.length(28.0);
    }
    let harmless = text::harmless(harmless, all).unwrap_or_default();
    let notes = words::marks_mean(&harmless);
    let area = Area::new(0.0, middle + step / 2.0 + frame.length(2.0), frame.width, 0.0);
    let height = frame.lines(scene, area, &notes, set, 3);
    scene.height = area.top + height + frame.length(4.0);
}
