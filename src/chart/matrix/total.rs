//! The last column: the same parts laid end to end, the total and the rank.

use super::layout::Layout;
use super::view::{Total, View};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Piece, Placing, hollow, stack};
use crate::chart::{Area, Scene, Strength, Subject};
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::text::{self, charts};

/// In points of the window: the height of the bar, what it leaves at the right, the middle of the
/// line above it, and the gap between its pieces.
const BAR: f32 = 44.0;
const MARGIN: f32 = 4.0;
const LINE: f32 = 23.0;
const GAP: f32 = 1.0;
/// From a total to the words behind it, and from these to the rank.
const LEAD_GAP: f32 = 8.0;
const RANK_GAP: f32 = 6.0;
/// With less room than this the lead is left to the sentence.
const LEAST_LEAD: f32 = 30.0;
/// The top of the words that stand where there is no total.
const WORDS_TOP: f32 = 14.0;

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
        [whole.left, layout.floor - frame.length(BAR)],
        [whole.right() - frame.length(MARGIN), layout.floor],
    );
    let told = total.told(view.scenario);
    match total {
        Total::Ranked { rank, total, parts, lead, placing } => {
            pieces(frame, scene, bar, view, parts, lit);
            let role = if placing == Placing::Winner { Role::Lead } else { Role::Ink3 };
            let lead = lead.map(|lead| text::matrix::ahead_by(&text::total(lead)));
            line(frame, scene, bar, &text::total(total), lead.as_deref(), Some((rank, role)));
        }
        Total::NotScored(open) => {
            let from = pieces(frame, scene, bar, view, &open.contributions, lit);
            let to = bar.left + bar.width * open.high as f32;
            hollow(frame, scene, Area::between([from, bar.top], [to, bar.bottom()]));
            let rank = open.rank.map(|rank| (rank, Role::Ink3));
            line(frame, scene, bar, &charts::total_between(open), None, rank);
        }
        Total::RuledOut { .. } => {
            let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink3);
            let area = Area { top: frame.length(WORDS_TOP), ..whole };
            frame.lines(scene, area, &told, set, 3);
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

/// The total, by how much it leads, and the rank, on one line.
fn line(
    frame: Frame,
    scene: &mut Scene,
    bar: Area,
    total: &str,
    lead: Option<&str>,
    rank: Option<(usize, Role)>,
) {
    let middle = frame.length(LINE);
    let mut right = bar.right();
    if let Some((rank, role)) = rank {
        let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, role);
        let at = ([right, middle], Side::End);
        right -= frame.text(scene, at, &text::ordinal(rank), set, bar.width);
    }
    let strong = |size| Set::new(size, Weight::SemiBold, Role::Ink);
    let room = right - bar.left - frame.length(RANK_GAP);
    let fitting = [TypeSize::Headline, TypeSize::KeyNumber, TypeSize::Emphasis]
        .into_iter()
        .find(|size| frame.width_of(total, strong(*size)) <= room);
    let set = strong(fitting.unwrap_or(TypeSize::Note));
    let width = frame.text(scene, ([bar.left, middle], Side::Start), total, set, room);
    let left = bar.left + width + frame.length(LEAD_GAP);
    let room = right - left - frame.length(RANK_GAP);
    if let Some(lead) = lead.filter(|_| room >= frame.length(LEAST_LEAD)) {
        let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
        let at = ([left, middle + frame.length(1.0)], Side::Start);
        frame.text(scene, at, lead, note, room);
    }
}
