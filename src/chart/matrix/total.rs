//! The last column: the same parts laid end to end, the total and the rank.

use super::cell::number_sizes;
use super::layout::Layout;
use super::moves::Move;
use super::view::{Total, View};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Piece, Placing, arrow, hollow, stack};
use crate::chart::{Area, Point, Scene, Strength, Subject};
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::Goal;
use crate::text::{self, charts};

/// In points of the window: what the bar leaves at the right, and the gap between its pieces.
const MARGIN: f32 = 4.0;
const GAP: f32 = 1.0;
/// From a total to the words behind it, and from these to the rank.
const LEAD_GAP: f32 = 8.0;
const RANK_GAP: f32 = 6.0;
/// What the arrow of a ghost takes.
const GHOST_ARROW: f32 = 10.0;

/// Draws an option's total into its row, with its part; the criteria but the lit one stand back.
pub(super) fn draw(
    frame: Frame,
    scene: &mut Scene,
    (layout, view): (&Layout, &View),
    option: usize,
    lit: Option<usize>,
) {
    let Some(total) = view.total(option) else { return };
    let Some(about) = view.scenario.options.get(option) else { return };
    let columns = layout.totals();
    let whole = Area::between([columns.start, 0.0], [columns.end, layout.row_height]);
    let bar = Area::between(
        [whole.left, layout.floor - frame.length(layout.row_lines().bar)],
        [whole.right() - frame.length(MARGIN), layout.floor],
    );
    let to = view.move_to(option);
    let told = view.total_told(option).unwrap_or_default();
    match total {
        Total::Ranked { rank, total, parts, lead, placing } => {
            pieces(frame, scene, bar, view, parts, lit);
            let role = if placing == Placing::Winner { Role::Lead } else { Role::Ink3 };
            let lead = lead.map(|lead| text::matrix::ahead_by(&text::total(lead)));
            let said = Said { total: &text::total(total), lead, rank: Some((rank, role)), to };
            line(frame, scene, (layout, bar), &said);
        }
        Total::NotScored(open) => {
            let from = pieces(frame, scene, bar, view, &open.contributions, lit);
            let end = bar.left + bar.width * open.high as f32;
            hollow(frame, scene, Area::between([from, bar.top], [end, bar.bottom()]));
            let rank = open.rank.map(|rank| (rank, Role::Ink3));
            let said = Said { total: &charts::total_between(open), lead: None, rank, to };
            line(frame, scene, (layout, bar), &said);
        }
        Total::RuledOut { .. } => {
            let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink3);
            let area = Area { top: frame.length(layout.row_lines().name), ..whole };
            let lines = layout.name_lines(frame, TypeSize::Body).min(3);
            frame.lines(scene, area, &total.told(view.scenario), set, lines);
        }
    }
    scene.part(
        Subject::Total(about.id.clone()),
        charts::valued(&text::matrix::total_of(&about.name), &told),
        whole,
    );
}

/// The parts end to end on their ground; gives where they end.
fn pieces(
    frame: Frame,
    scene: &mut Scene,
    bar: Area,
    view: &View,
    parts: &[f64],
    lit: Option<usize>,
) -> f32 {
    scene.fill(bar, Role::Chrome);
    let piece = |(column, part): (usize, &f64)| {
        let criterion = view.scenario.criteria.get(column)?;
        let is_dimmed = lit.is_some_and(|lit| lit != column);
        let strength = if is_dimmed { Strength::Dimmed } else { Strength::Full };
        Some(Piece { hue: Hue::of(criterion.hue.number()), part: *part, strength })
    };
    stack(frame, scene, bar, parts.iter().enumerate().filter_map(piece), GAP).end
}

/// What stands above a bar.
struct Said<'a> {
    total: &'a str,
    /// By how much it leads, in words.
    lead: Option<String>,
    rank: Option<(usize, Role)>,
    /// Where the row would go, were it to move.
    to: Option<Move>,
}

/// The total, by how much it leads, where the row goes, and the rank, on one line.
fn line(frame: Frame, scene: &mut Scene, (layout, bar): (&Layout, Area), said: &Said) {
    let middle = layout.line;
    let mut right = bar.right();
    if let Some((rank, role)) = said.rank {
        let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, role);
        let at = ([right, middle], Side::End);
        right -= frame.text(scene, at, &text::ordinal(rank), set, bar.width);
    }
    if let Some(to) = said.to {
        right = ghost(frame, scene, [right - frame.length(RANK_GAP), middle], to);
    }
    let strong = |size| Set::new(size, Weight::SemiBold, Role::Ink);
    let room = right - bar.left - frame.length(RANK_GAP);
    let fitting =
        number_sizes(layout).iter().find(|size| frame.width_of(said.total, strong(**size)) <= room);
    let set = strong(fitting.copied().unwrap_or(TypeSize::Note));
    let width = frame.text(scene, ([bar.left, middle], Side::Start), said.total, set, room);
    let left = bar.left + width + frame.length(LEAD_GAP);
    let room = right - left - frame.length(RANK_GAP);
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let fits = |lead: &&String| frame.width_of(lead, note) <= room;
    if let Some(lead) = said.lead.as_ref().filter(fits) {
        frame.text(scene, ([left, middle + frame.length(1.0)], Side::Start), lead, note, room);
    }
}

/// The place that a row goes to once rows move, behind an arrow that says which way; gives where
/// the sign begins.
fn ghost(frame: Frame, scene: &mut Scene, [right, middle]: Point, to: Move) -> f32 {
    let (goal, place) = match to {
        Move::Up(place) => (Goal::Maximize, place),
        Move::Down(place) => (Goal::Minimize, place),
    };
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let width =
        frame.text(scene, ([right, middle], Side::End), &place.to_string(), set, f32::INFINITY);
    let left = right - width - frame.length(GHOST_ARROW);
    arrow(frame, scene, [left + frame.length(GHOST_ARROW / 2.0 - 1.0), middle], goal);
    left
}
