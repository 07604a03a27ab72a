//! The rankings of more teams than columns have room for: for each option a line from its best to
//! its worst rank, with the mark of the team that is followed.

use super::columns::{RankColumn, heading};
use super::frame::{Frame, Set, Side};
use super::parts::{Reach, Tick, team_halo, team_mark, ticks};
use super::{Area, Scene, Subject};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, OptionId, Scenario};
use crate::text::charts::RankedBy;
use crate::text::{self, charts};

/// In points of the window: from one option to the next, and the room above and below all.
const PITCH: f32 = 32.0;
const TOP: f32 = 8.0;
const FOOT: f32 = 30.0;
/// The ends of a line, and the followed team's mark on its ground.
const END: f32 = 9.0;
const FOLLOWED: f32 = 14.0;
const REACH: Reach = Reach { above: 0.0, below: 0.0, label: 16.0 };

/// An option with its best and its worst rank.
struct Row<'a> {
    option: &'a Alternative,
    index: usize,
    best: usize,
    worst: usize,
    by: RankedBy,
}

/// Builds the chart; options that nobody ranks are left out, the best first by their best rank,
/// then by their worst; the `leaders` of the weighting that is shown lead.
pub(super) fn rank_ranges(
    frame: Frame,
    scenario: &Scenario,
    columns: &[&RankColumn],
    leaders: &[OptionId],
) -> Scene {
    let rows = rows(scenario, columns);
    let names = (frame.width * 0.36).clamp(frame.length(100.0), frame.length(220.0));
    let plot = Area::new(
        names,
        frame.length(TOP),
        (frame.width - names - frame.length(24.0)).max(frame.length(40.0)),
        frame.length(PITCH) * rows.len() as f32,
    );
    let mut scene = Scene {
        width: frame.width,
        height: plot.bottom() + frame.length(FOOT),
        heading: heading(scenario, columns),
        ..Scene::default()
    };
    let last = rows.iter().map(|row| row.worst).max().unwrap_or(1).max(2);
    let x = |rank: usize| plot.left + plot.width * (rank - 1) as f32 / (last - 1) as f32;
    let lines: Vec<Tick> = (1..=last)
        .filter(|rank| last <= 12 || rank % 5 == 0 || *rank == 1)
        .map(|rank| Tick { x: x(rank), label: text::ordinal(rank), role: Role::Line })
        .collect();
    ticks(frame, &mut scene, plot, &lines, REACH);
    let followed = columns.iter().find(|column| column.is_followed);
    for (place, row) in rows.iter().enumerate() {
        let top = plot.top + frame.length(PITCH) * place as f32;
        let hit = Area::new(0.0, top, frame.width, frame.length(PITCH));
        let line = Area::new(plot.left, hit.top, plot.width, hit.height);
        let leads = leaders.contains(&row.option.id);
        let role = if leads { Role::Lead } else { Role::Control };
        range(frame, &mut scene, row, (line, role), x);
        let own = followed.and_then(|column| Some((*column, column.rank(row.index)?)));
        if let Some((column, rank)) = own {
            let at = [x(rank), hit.middle()[1]];
            let role = Role::Team(column.mark.mark);
            team_halo(frame, &mut scene, column.mark, at, FOLLOWED);
            team_mark(frame, &mut scene, column.mark, at, (FOLLOWED, role));
        }
        let own = own.map(|(column, rank)| (column.name, rank));
        let sentence = charts::rank_span(&row.option.name, (row.best, row.worst), row.by, own);
        scene.part(Subject::Option(row.option.id.clone()), sentence, hit);
    }
    scene
}

fn rows<'a>(scenario: &'a Scenario, columns: &[&RankColumn]) -> Vec<Row<'a>> {
    let row = |(index, option): (usize, &'a Alternative)| {
        let ranks = columns.iter().filter_map(|column| column.rank(index));
        let (best, worst) = (ranks.clone().min()?, ranks.clone().max()?);
        let by = if ranks.count() == columns.len() { RankedBy::All } else { RankedBy::Some };
        Some(Row { option, index, best, worst, by })
    };
    let mut rows: Vec<Row> = scenario.options.iter().enumerate().filter_map(row).collect();
    rows.sort_by_key(|row| (row.best, row.worst, row.index));
    rows
}

/// The name, and at the right of it in an area the line from the best to the worst rank.
fn range(
    frame: Frame,
    scene: &mut Scene,
    row: &Row,
    (area, role): (Area, Role),
    x: impl Fn(usize) -> f32,
) {
    let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
    let name = charts::lettered(row.option.letter.as_str(), row.option.label());
    let room = area.left - frame.length(12.0);
    let middle = area.middle()[1];
    frame.text(scene, ([0.0, middle], Side::Start), &name, set, room);
    let [from, to] = [row.best, row.worst].map(|rank| [x(rank), middle]);
    scene.line(from, to, frame.stroke(size::LEADING_STROKE, role));
    for end in [from, to] {
        scene.mark(Mark::Circle, end, frame.length(END), role);
    }
}
