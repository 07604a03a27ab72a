//! The ranking as stacks from 0: what each criterion adds to each option, the best first.

use super::frame::{Frame, Set, Side, axis};
use super::{Area, Scene, Shape};
use crate::evaluation::Evaluation;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion, Scenario};
use crate::text::{self, label};

const PITCH: f32 = 46.0;
const BAR: f32 = 30.0;
const TOP: f32 = 34.0;
/// Below the last bar: the axis' digits.
const FOOT: f32 = 30.0;
/// The room of rank and letter before a name, and of a total behind a bar.
const BADGES: f32 = 56.0;
const TOTAL_ROOM: f32 = 96.0;
/// How far a criterion's name may reach beyond its part.
const NAME_OVERHANG: f32 = 40.0;

/// An option's row: what it is worth, and what it could still be.
struct Row<'a> {
    option: &'a Alternative,
    rank: Option<usize>,
    is_winner: bool,
    parts: &'a [f64],
    total: (f64, f64),
    missing: &'a [usize],
}

/// Builds the chart; what is ruled out is left out.
pub fn ranking(frame: Frame, scenario: &Scenario, evaluation: &Evaluation) -> Scene {
    let rows = rows(scenario, evaluation);
    let most = rows.iter().map(|row| row.total.1 * 10.0).fold(0.0, f64::max);
    let (step, end) = axis(most);
    let names = (frame.width * 0.28).clamp(110.0, 268.0);
    let bars = Area::new(
        BADGES + names,
        TOP,
        (frame.width - BADGES - names - TOTAL_ROOM).max(40.0),
        PITCH * rows.len() as f32,
    );
    let mut scene =
        Scene { width: frame.width, height: TOP + bars.height + FOOT, ..Scene::default() };
    scene.heading = text::headline(scenario, &evaluation.ranking);
    grid(frame, &mut scene, bars, (step, end));
    for (place, row) in rows.iter().enumerate() {
        let bar = Area::new(
            bars.left,
            bars.top + PITCH * place as f32 + (PITCH - BAR) / 2.0,
            bars.width,
            BAR,
        );
        head(frame, &mut scene, row, bar, names);
        stack(frame, &mut scene, (scenario, row), bar, end, place == 0);
        let hit = Area::new(0.0, bars.top + PITCH * place as f32, frame.width, PITCH);
        scene.part(format!("option {}", row.option.id), told(scenario, row), hit);
    }
    scene
}

/// The ranked options, then those with missing cells, each list as the ranking has it; a decided
/// rank goes to its place.
fn rows<'a>(scenario: &'a Scenario, evaluation: &'a Evaluation) -> Vec<Row<'a>> {
    let ranking = &evaluation.ranking;
    let winners: Vec<usize> = ranking.winners().map(|winner| winner.option).collect();
    let ranked = ranking.ranked.iter().filter_map(|ranked| {
        let total = (ranked.total, ranked.total);
        let is_winner = winners.contains(&ranked.option);
        let option = scenario.options.get(ranked.option)?;
        Some(Row {
            option,
            rank: Some(ranked.rank),
            is_winner,
            parts: &ranked.contributions,
            total,
            missing: &[],
        })
    });
    let open = ranking.not_scored.iter().filter_map(|open| {
        let option = scenario.options.get(open.option)?;
        let total = (open.low, open.high);
        Some(Row {
            option,
            rank: open.rank,
            is_winner: false,
            parts: &open.contributions,
            total,
            missing: &open.missing,
        })
    });
    let mut rows: Vec<Row> = ranked.chain(open).collect();
    rows.sort_by_key(|row| row.rank.unwrap_or(usize::MAX));
    rows
}

fn grid(frame: Frame, scene: &mut Scene, bars: Area, (step, end): (f64, f64)) {
    let set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink2 };
    let count = (end / step).round() as u32;
    for tick in 0..=count {
        let x = bars.left + bars.width * (tick as f32 / count.max(1) as f32);
        let role = if tick == 0 { Role::Control } else { Role::Line };
        scene.line([x, bars.top - 4.0], [x, bars.bottom() + 6.0], size::RULE_STROKE, role);
        frame.text(
            scene,
            ([x, bars.bottom() + 18.0], Side::Middle),
            &text::plain(step * f64::from(tick)),
            set,
            60.0,
        );
    }
}

/// The rank, the letter and the name.
fn head(frame: Frame, scene: &mut Scene, row: &Row, bar: Area, names: f32) {
    let middle = bar.middle()[1];
    let rank = Set {
        size: TypeSize::KeyNumber,
        weight: Weight::SemiBold,
        role: if row.is_winner { Role::Lead } else { Role::Ink2 },
    };
    frame.text(
        scene,
        ([0.0, middle], Side::Start),
        &row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string()),
        rank,
        24.0,
    );
    let badge = Area::new(24.0, middle - 10.0, 20.0, 20.0);
    let letter = row.option.letter.as_str();
    let (ground, ink) = if row.is_winner {
        (Shape::Badge(badge, Role::Lead), Role::OnLead)
    } else {
        (Shape::BadgeEdge(badge, Role::Control), Role::Ink2)
    };
    scene.shapes.push(ground);
    let size = if letter.len() > 1 { TypeSize::Scale } else { TypeSize::Note };
    frame.text(
        scene,
        (badge.middle(), Side::Middle),
        letter,
        Set { size, weight: Weight::SemiBold, role: ink },
        22.0,
    );
    let name = Set { size: TypeSize::Body, weight: Weight::Medium, role: Role::Ink };
    frame.two_lines(scene, ([BADGES, middle], Side::Start), &row.option.name, name, names - 12.0);
}

/// The parts end to end, the dashed tail of what is missing, and the total.
fn stack(
    frame: Frame,
    scene: &mut Scene,
    (scenario, row): (&Scenario, &Row),
    bar: Area,
    end: f64,
    is_first: bool,
) {
    let per_point = bar.width / end as f32 * 10.0;
    let mut left = bar.left;
    let values = text::total_parts(row.parts);
    let mut last_name_end = 0.0;
    for ((criterion, part), value) in scenario.criteria.iter().zip(row.parts).zip(values) {
        let width = per_point * *part as f32;
        let hue = Hue::of(criterion.hue.number());
        let area = Area::new(left, bar.top, (width - 2.0).max(width.min(1.0)), bar.height);
        scene.fill(area, Role::Criterion(hue));
        if width > size::VALUE_INSIDE_ABOVE_WIDTH {
            let set =
                Set { size: TypeSize::Note, weight: Weight::Medium, role: Role::OnCriterion(hue) };
            frame.text(scene, (area.middle(), Side::Middle), &value, set, width - 4.0);
        }
        if is_first {
            last_name_end = part_name(frame, scene, criterion, area, last_name_end);
        }
        left += width;
    }
    let high = bar.left + per_point * row.total.1 as f32;
    if !row.missing.is_empty() {
        tail(frame, scene, scenario, row, Area::new(left, bar.top, high - left, bar.height));
    }
    let total = Set { size: TypeSize::Emphasis, weight: Weight::SemiBold, role: Role::Ink };
    let shown = if row.missing.is_empty() {
        text::total(row.total.0)
    } else {
        format!("{}–{}", text::total(row.total.0), text::total(row.total.1))
    };
    frame.text(
        scene,
        ([left.max(high) + 12.0, bar.middle()[1]], Side::Start),
        &shown,
        total,
        TOTAL_ROOM,
    );
}

/// A criterion's name over its part of the first row, where it runs into no other. Gives where it
/// ends.
fn part_name(
    frame: Frame,
    scene: &mut Scene,
    criterion: &Criterion,
    area: Area,
    taken: f32,
) -> f32 {
    let set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink2 };
    let width = frame.width_of(criterion.label(), set);
    let left = area.middle()[0] - width / 2.0;
    if left < taken + 8.0 || left < area.left - NAME_OVERHANG || left + width > frame.width {
        return taken;
    }
    frame.text(
        scene,
        ([area.middle()[0], TOP - 14.0], Side::Middle),
        criterion.label(),
        set,
        f32::INFINITY,
    );
    left + width
}

fn tail(frame: Frame, scene: &mut Scene, scenario: &Scenario, row: &Row, area: Area) {
    scene.shapes.push(Shape::DashedEdge(area, Role::Control));
    let names: Vec<&str> = row
        .missing
        .iter()
        .filter_map(|index| scenario.criteria.get(*index))
        .map(Criterion::label)
        .collect();
    let words = format!("{}: {}", text::list(&names), label::NOT_SCORED);
    let set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink2 };
    if frame.width_of(&words, set) < area.width - 8.0 {
        frame.text(scene, (area.middle(), Side::Middle), &words, set, area.width);
    }
}

/// The row in a sentence.
fn told(scenario: &Scenario, row: &Row) -> String {
    let parts: Vec<String> = scenario
        .criteria
        .iter()
        .zip(text::total_parts(row.parts))
        .enumerate()
        .filter(|(index, _)| !row.missing.contains(index))
        .map(|(_, (criterion, part))| format!("{} {part}", criterion.label()))
        .collect();
    let total = if row.missing.is_empty() {
        text::total(row.total.0)
    } else {
        format!("{}–{}", text::total(row.total.0), text::total(row.total.1))
    };
    let rank = row.rank.map_or_else(|| label::NOT_SCORED.to_owned(), text::ordinal);
    format!("{}: {rank}, {total}. {}", row.option.name, text::list(&parts))
}
