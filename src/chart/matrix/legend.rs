//! Below the rows: what the signs mean; and where there are no rows, where they will be.

use std::borrow::Cow;

use super::hatching::Hatching;
use super::layout::Layout;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{
    BADGE, Evidence, FORK, Grounds, Scored, evidence, fork, hollow, rule, scored,
};
use crate::chart::{Area, Point, Scene};
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::model::Goal;
use crate::text;

/// In points of the window: the middle of the first line, from one line to the next, and what lies
/// below the middle of the last.
const FIRST_LINE: f32 = 22.0;
const LINE: f32 = 20.0;
const FOOT: f32 = 16.0;
const SIGN_HEIGHT: f32 = 12.0;
/// From a sign to its words, and behind these to the next sign.
const WORDS_GAP: f32 = 8.0;
/// Less than anyone sees.
const HAIR: f32 = 0.01;
const SIGN_GAP: f32 = 20.0;

/// The rows that an empty matrix shows the outlines of.
const GHOSTS: usize = 3;
const GHOST_COLUMNS: usize = 4;
const GHOST_BLOCK: f32 = 30.0;

/// What is explained.
#[derive(Clone, Copy)]
enum Sign {
    Block,
    Weak,
    NotScored,
    Evidence,
    Own,
    Fork,
}

/// Which signs a matrix has, and what its hatches mark.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Legend {
    pub hatching: Hatching,
    /// Whether its document names assumptions.
    pub has_forks: bool,
}

impl Legend {
    fn signs(self) -> impl Iterator<Item = Sign> {
        Sign::ALL.into_iter().filter(move |sign| self.has_forks || !matches!(sign, Sign::Fork))
    }
}

impl Sign {
    const ALL: [Self; 6] =
        [Self::Block, Self::Weak, Self::NotScored, Self::Evidence, Self::Own, Self::Fork];

    /// In points of the window.
    fn width(self) -> f32 {
        match self {
            Self::Block => 26.0,
            Self::Weak | Self::NotScored => 20.0,
            Self::Evidence => 48.0,
            Self::Own => 22.0,
            Self::Fork => 12.0,
        }
    }

    fn words(self, hatching: Hatching) -> Cow<'static, str> {
        Cow::Borrowed(match (self, hatching) {
            (Self::Block, _) => text::matrix::LEGEND_BLOCK,
            (Self::Weak, Hatching::Weak) => text::matrix::LEGEND_WEAK,
            (Self::Weak, Hatching::WeakerThan(middle)) => {
                return Cow::Owned(text::matrix::legend_weaker_than(middle));
            }
            (Self::NotScored, _) => text::matrix::NOT_SCORED,
            (Self::Evidence, _) => text::matrix::LEGEND_EVIDENCE,
            (Self::Own, _) => text::matrix::LEGEND_OWN,
            (Self::Fork, _) => text::matrix::LEGEND_FORK,
        })
    }

    fn draw(self, frame: Frame, scene: &mut Scene, area: Area) {
        let block =
            |value, grounds| Scored { hue: Hue::Steel, value, goal: Goal::Maximize, grounds };
        match self {
            Self::Block => scored(frame, scene, area, block(0.62, Grounds::Firm)),
            Self::Weak => scored(frame, scene, area, block(1.0, Grounds::Weak)),
            Self::NotScored => hollow(frame, scene, area),
            Self::Evidence => {
                let all = [Evidence::Strong, Evidence::Fair, Evidence::Weak];
                for (place, strength) in all.into_iter().enumerate() {
                    let right = area.left + frame.length(14.0 + 17.0 * place as f32);
                    evidence(frame, scene, [right, area.bottom()], strength);
                }
            }
            Self::Fork => {
                let [_, middle] = area.middle();
                fork(frame, scene, [area.left + frame.length(FORK), middle], Role::Ink2);
            }
            Self::Own => {
                let [_, middle] = area.middle();
                let mark = Mark::Triangle;
                let at = [area.left + frame.length(6.0), middle];
                scene.mark(mark, at, frame.length(9.0), Role::Team(mark));
                let at = ([area.left + frame.length(14.0), middle], Side::Start);
                frame.text(scene, at, "7", words_set(), f32::INFINITY);
            }
        }
    }
}

/// Builds the legend, its entries in as many lines as they need.
pub fn legend(frame: Frame, legend: Legend) -> Scene {
    let mut scene = Scene { width: frame.width, ..Scene::default() };
    let (entries, end) = entries(frame, legend);
    for (sign, [left, middle]) in entries {
        let (width, gap) = (frame.length(sign.width()), frame.length(WORDS_GAP));
        let height = frame.length(SIGN_HEIGHT);
        sign.draw(frame, &mut scene, Area::new(left, middle - height / 2.0, width, height));
        // What fits by its sum isn't cut for the last bit of a difference.
        let room = frame.width - left - width - gap + HAIR;
        let at = ([left + width + gap, middle], Side::Start);
        frame.text(&mut scene, at, &sign.words(legend.hatching), words_set(), room);
    }
    scene.height = end;
    scene
}

/// How high the legend is.
pub fn legend_height(frame: Frame, legend: Legend) -> f32 {
    entries(frame, legend).1
}

/// The entries with the middle of where each begins, and where the legend ends.
fn entries(frame: Frame, legend: Legend) -> (Vec<(Sign, Point)>, f32) {
    let (mut left, mut middle) = (0.0, frame.length(FIRST_LINE));
    let mut entries = Vec::new();
    for sign in legend.signs() {
        let words = frame.width_of(&sign.words(legend.hatching), words_set());
        let width = frame.length(sign.width()) + frame.length(WORDS_GAP) + words;
        if left + width > frame.width && left > 0.0 {
            (left, middle) = (0.0, middle + frame.length(LINE));
        }
        entries.push((sign, [left, middle]));
        left += width + frame.length(SIGN_GAP);
    }
    (entries, middle + frame.length(FOOT))
}

fn words_set() -> Set {
    Set::new(TypeSize::Note, Weight::Regular, Role::Ink2)
}

/// Builds outlines of rows, where options will stand.
pub fn ghosts(frame: Frame, layout: &Layout) -> Scene {
    let height = layout.row_height;
    let mut scene =
        Scene { width: layout.width, height: height * GHOSTS as f32, ..Scene::default() };
    let edge = frame.stroke(size::RULE_STROKE, Role::Line);
    for place in 0..GHOSTS {
        let top = height * place as f32;
        rule(frame, &mut scene, top + height, Role::Line);
        let side = frame.length(BADGE);
        let badge = Area::new(0.0, top + frame.length(13.0), side, side);
        scene.edge(badge, frame.length(size::BADGE_RADIUS), edge);
        let (left, length) = (frame.length(30.0), frame.length(110.0));
        let name = Area::new(left, top + frame.length(18.0), length, frame.length(10.0));
        scene.rounded(name, frame.length(2.0), Role::Chrome);
        for column in 0..layout.columns.len().clamp(1, GHOST_COLUMNS) {
            let (left, width) = layout.column(column, 0.0);
            let block = frame.length(GHOST_BLOCK);
            hollow(frame, &mut scene, Area::new(left, top + layout.floor - block, width, block));
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::look::Measurer;

    #[test]
    fn an_entry_that_another_line_has_room_for_is_never_cut() {
        let measurer = Measurer::new();
        let middle = crate::model::Grade::new('C', 3).unwrap();
        let both = [Hatching::Weak, Hatching::WeakerThan(middle)];
        for (width, hatching) in (60_u16..900).flat_map(|width| both.map(|it| (width, it))) {
            let widest = |sign: Sign, frame: Frame| {
                sign.width() + WORDS_GAP + frame.width_of(&sign.words(hatching), words_set())
            };
            let frame = Frame::screen(f32::from(width), &measurer);
            let shown = Legend { hatching, has_forks: true };
            let scene = legend(frame, shown);
            assert_eq!(scene.height, legend_height(frame, shown));
            let is_cut =
                |shape: &Shape| matches!(shape, Shape::Text(text) if text.words.ends_with('…'));
            if Sign::ALL.into_iter().all(|sign| widest(sign, frame) <= frame.width) {
                assert!(!scene.shapes.iter().any(is_cut), "{width}");
            }
        }
    }
}
