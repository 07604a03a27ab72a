//! The rankings of more teams than columns have room for: for each option a line from its best to
//! its worst rank, with the mark of the team that is followed.

use super::frame::{Frame, Set, Side};
use super::ranks::{RankColumn, heading, rank, winners};
use super::{Area, Scene};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::Scenario;
use crate::text;

const PITCH: f32 = 32.0;
const TOP: f32 = 8.0;
const FOOT: f32 = 30.0;

/// Builds the chart; options that nobody ranks are left out, the best first by their best rank,
/// then by their worst.
pub fn rank_ranges(frame: Frame, scenario: &Scenario, columns: &[RankColumn]) -> Scene {
    let shown: Vec<&RankColumn> = columns.iter().collect();
    let ends = |option: usize| {
        let ranks = shown.iter().filter_map(|column| rank(column, option));
        ranks.fold(None, |ends: Option<(usize, usize)>, rank| {
            Some(ends.map_or((rank, rank), |(best, worst)| (best.min(rank), worst.max(rank))))
        })
    };
    let mut rows: Vec<(usize, usize, usize)> = (0..scenario.options.len())
        .filter_map(|option| ends(option).map(|(best, worst)| (best, worst, option)))
        .collect();
    rows.sort_unstable();
    let last = rows.iter().map(|(_, worst, _)| *worst).max().unwrap_or(1).max(2);
    let names = (frame.width * 0.36).clamp(100.0, 220.0);
    let plot =
        Area::new(names, TOP, (frame.width - names - 24.0).max(40.0), PITCH * rows.len() as f32);
    let mut scene =
        Scene { width: frame.width, height: TOP + plot.height + FOOT, ..Scene::default() };
    let options: Vec<usize> = rows.iter().map(|(.., option)| *option).collect();
    scene.heading = heading(scenario, &shown, &winners(&shown, &options));
    let x = |rank: usize| plot.left + plot.width * (rank - 1) as f32 / (last - 1) as f32;
    for tick in (1..=last).filter(|tick| last <= 12 || tick % 5 == 0 || *tick == 1) {
        scene.line([x(tick), plot.top], [x(tick), plot.bottom()], size::RULE_STROKE, Role::Line);
        let set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink2 };
        frame.text(
            &mut scene,
            ([x(tick), plot.bottom() + 16.0], Side::Middle),
            &text::ordinal(tick),
            set,
            40.0,
        );
    }
    for (place, (best, worst, option)) in rows.into_iter().enumerate() {
        let middle = plot.top + PITCH * (place as f32 + 0.5);
        let Some(ranked) = scenario.options.get(option) else { continue };
        let set = Set { size: TypeSize::Body, weight: Weight::Regular, role: Role::Ink };
        let name = format!("{}  {}", ranked.letter.as_str(), ranked.label());
        frame.text(&mut scene, ([0.0, middle], Side::Start), &name, set, names - 12.0);
        scene.line([x(best), middle], [x(worst), middle], size::LEADING_STROKE, Role::Control);
        scene.mark(Mark::Circle, [x(best), middle], 9.0, Role::Control);
        scene.mark(Mark::Circle, [x(worst), middle], 9.0, Role::Control);
        let followed = shown
            .iter()
            .find(|column| column.is_followed)
            .and_then(|column| Some((column, rank(column, option)?)));
        if let Some((column, own)) = followed {
            scene.mark(column.mark, [x(own), middle], 18.0, Role::Canvas);
            scene.mark(column.mark, [x(own), middle], 14.0, Role::Team(column.mark));
        }
        let span = if best == worst {
            format!("{} for all", text::ordinal(best))
        } else {
            format!("from {} to {}", text::ordinal(best), text::ordinal(worst))
        };
        let own = followed.map_or_else(String::new, |(column, own)| {
            format!("; {} for {}", text::ordinal(own), column.name)
        });
        let sentence = format!("{}: {span}{own}", ranked.name);
        scene.part(
            format!("option {}", ranked.id),
            sentence,
            Area::new(0.0, middle - PITCH / 2.0, frame.width, PITCH),
        );
    }
    scene
}
