//! What would change the winner, a row for each criterion: in words, its share, and a small strip.

use super::Tones;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::rule;
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::Firm;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::Scenario;
use crate::text::firm as words;

/// In points of the window: a row, the room of the strip with the share before it, the strip.
const ROW: f32 = 50.0;
const STRIP: f32 = 152.0;
const SHARE: f32 = 52.0;
const BAR: f32 = 14.0;
const INDENT: f32 = 16.0;
/// How far the mark reaches beyond the bar.
const MARK: f32 = 5.0;
/// What a mark at the end of a bar takes beyond it.
const END: f32 = 4.0;

/// Builds the rows, the nearest change first.
pub fn changes(frame: Frame, scenario: &Scenario, firm: &Firm) -> Scene {
    let mut scene = Scene {
        width: frame.width,
        heading: words::WHAT_WOULD_CHANGE.to_owned(),
        ..Scene::default()
    };
    let tones = Tones::new(scenario, &firm.ranking);
    let percents = words::in_percents(&firm.shares);
    let strip = frame.length(STRIP).min(frame.width * 0.3);
    for index in words::nearest_first(&firm.stability) {
        let (Some(criterion), Some(stability), Some(spans)) =
            (scenario.criteria.get(index), firm.stability.get(index), firm.spans.get(index))
        else {
            continue;
        };
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let middle = area.middle()[1];
        let hue = Hue::of(criterion.hue.number());
        let swatch = Area { width: frame.length(4.0), ..area };
        scene.fill(swatch.grown(0.0, -frame.length(8.0)), Role::Criterion(hue));
        let told = words::holds_until(scenario, criterion, stability);
        let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
        let room = area.width - strip - frame.length(SHARE + INDENT + 8.0);
        let at = [frame.length(INDENT), middle];
        frame.two_lines(&mut scene, (at, Side::Start), &told, set, room);
        let percent = percents.get(index).copied().unwrap_or(0);
        let label = words::now_later(percent);
        let number = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
        let at = [area.right() - strip - frame.length(12.0), middle];
        frame.text(&mut scene, (at, Side::End), &label, number, frame.length(SHARE));
        let bar = Area::new(area.right() - strip, middle, strip - frame.length(END), 0.0);
        let bar = bar.grown(0.0, frame.length(BAR / 2.0));
        scene.fill(bar, Role::Sunken);
        for span in spans {
            let left = bar.left + bar.width * span.from as f32;
            let width = bar.width * (span.to - span.from) as f32;
            tones.plain_area(frame, &mut scene, Area { left, width, ..bar }, span.option);
        }
        let x = bar.left + bar.width * stability.share as f32;
        let tick = Area::new(x, bar.top, 0.0, bar.height);
        let tick = tick.grown(frame.length(size::MARK_STROKE / 2.0), frame.length(MARK));
        scene.fill(tick.grown(frame.length(size::MARK_HALO), 0.0), Role::Canvas);
        scene.fill(tick, Role::Ink);
        rule(frame, &mut scene, area.bottom() - frame.length(size::RULE_STROKE), Role::Line);
        let sentence = words::strip(scenario, criterion, percent, spans);
        scene.part(Subject::Criterion(criterion.id.clone()), sentence, area);
        scene.height = area.bottom();
    }
    scene
}
