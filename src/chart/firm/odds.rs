//! Under which part of all weightings each option is first, as one bar.

use super::Tones;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Role, TypeSize, Weight};

/// In points of the window: the bar, and the numbers below it.
const BAR: f32 = 30.0;
const NUMBERS: f32 = 22.0;
/// Between two parts.
const GAP: f32 = 2.0;

/// Builds the bar from options with their parts of 0..1, and how each part is told; the largest
/// first. The heading says who has it.
pub fn odds_bar(
    frame: Frame,
    tones: &Tones,
    parts: &[(usize, f64, String)],
    heading: String,
) -> Scene {
    let mut scene = Scene {
        width: frame.width,
        height: frame.length(BAR + NUMBERS),
        heading,
        ..Scene::default()
    };
    let mut parts: Vec<_> = parts.iter().filter(|(_, part, _)| *part > 0.0).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    // Where options are level everywhere their parts lie upon each other.
    let all = parts.iter().map(|(_, part, _)| part).sum::<f64>().max(1.0);
    let (mut left, mut taken) = (0.0, f32::NEG_INFINITY);
    let set = Set::new(TypeSize::Note, Weight::Medium, Role::Ink2);
    for (option, part, told) in parts {
        let width = frame.width * (*part / all) as f32;
        let gap = frame.length(GAP).min(width / 3.0);
        let area = Area::new(left, 0.0, width - gap, frame.length(BAR));
        tones.area(frame, &mut scene, area, *option);
        let wide = frame.width_of(told, set);
        if left >= taken && left + wide <= frame.width {
            let at = [left, frame.length(BAR + NUMBERS / 2.0)];
            frame.text(&mut scene, (at, Side::Start), told, set, f32::INFINITY);
            taken = left + wide + frame.length(6.0);
        }
        if let Some(about) = tones.option(*option) {
            let sentence = crate::text::charts::valued(about.label(), told);
            scene.part(Subject::Option(about.id.clone()), sentence, area);
        }
        left += width;
    }
    scene
}
