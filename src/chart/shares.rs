//! The teams' weights side by side: a row for each criterion on one axis, a mark for each team, a
//! tick for the mean, the widest spread first. With more teams than marks, a line from the least to
//! the greatest share with the followed team's mark alone.

use super::frame::{Frame, Set, Side, axis};
use super::{Area, Scene};
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::text;

const PITCH: f32 = 38.0;
const TOP: f32 = 44.0;
const FOOT: f32 = 30.0;
const MARK: f32 = 12.0;
const FOLLOWED_MARK: f32 = 16.0;
/// Above so many teams marks give way to ranges.
pub const MOST_MARKS: usize = 8;

/// A criterion with every team's share of it, 0..1.
pub struct ShareRow<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub hue: Hue,
    pub shares: Vec<f64>,
    /// The same in whole per cents, as they are shown.
    pub percents: Vec<u32>,
    pub mean: Option<f64>,
    pub mean_percent: Option<u32>,
}

/// A team as the chart shows it.
pub struct TeamShare<'a> {
    pub name: &'a str,
    pub mark: Mark,
    pub is_followed: bool,
}

/// Builds the chart.
pub fn shares(frame: Frame, teams: &[TeamShare], mut rows: Vec<ShareRow>) -> Scene {
    rows.sort_by(|a, b| spread(b).total_cmp(&spread(a)));
    let most =
        rows.iter().flat_map(|row| row.shares.iter().copied().chain(row.mean)).fold(0.0, f64::max)
            * 100.0;
    let (step, end) = axis(most);
    let names = (frame.width * 0.32).clamp(100.0, 180.0);
    let plot =
        Area::new(names, TOP, (frame.width - names - 24.0).max(40.0), PITCH * rows.len() as f32);
    let mut scene =
        Scene { width: frame.width, height: TOP + plot.height + FOOT, ..Scene::default() };
    scene.heading = text::widest_spread(rows.first().map(|row| (row.name, spread(row))));
    let set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink2 };
    let count = (end / step).round() as u32;
    for tick in 0..=count {
        let x = plot.left + plot.width * tick as f32 / count.max(1) as f32;
        scene.line([x, plot.top], [x, plot.bottom()], size::RULE_STROKE, Role::Line);
        frame.text(
            &mut scene,
            ([x, plot.bottom() + 16.0], Side::Middle),
            &format!("{} %", text::plain(step * f64::from(tick))),
            set,
            60.0,
        );
    }
    for (place, row) in rows.iter().enumerate() {
        let middle = plot.top + PITCH * (place as f32 + 0.5);
        row_shapes(frame, &mut scene, teams, row, (plot, middle, end), place == 0);
        let hit = Area::new(0.0, middle - PITCH / 2.0, frame.width, PITCH);
        scene.part(format!("criterion {}", row.id), told(teams, row), hit);
    }
    scene
}

fn spread(row: &ShareRow) -> f64 {
    let (least, greatest) = ends(&row.shares);
    greatest - least
}

fn ends(shares: &[f64]) -> (f64, f64) {
    shares.iter().fold((1.0, 0.0), |(least, greatest), share| {
        (f64::min(least, *share), f64::max(greatest, *share))
    })
}

fn row_shapes(
    frame: Frame,
    scene: &mut Scene,
    teams: &[TeamShare],
    row: &ShareRow,
    (plot, middle, end): (Area, f32, f64),
    is_first: bool,
) {
    let x = |share: f64| plot.left + plot.width * (share * 100.0 / end) as f32;
    scene.fill(Area::new(0.0, middle - 7.0, 4.0, 14.0), Role::Criterion(row.hue));
    let name = Set { size: TypeSize::Body, weight: Weight::Regular, role: Role::Ink };
    frame.text(scene, ([16.0, middle], Side::Start), row.name, name, plot.left - 24.0);
    let (least, greatest) = ends(&row.shares);
    if least <= greatest {
        scene.line([x(least), middle], [x(greatest), middle], size::MARK_STROKE, Role::Control);
    }
    if let Some(mean) = row.mean {
        scene.line(
            [x(mean), middle - 10.0],
            [x(mean), middle + 10.0],
            size::MARK_STROKE,
            Role::Ink,
        );
        if is_first {
            frame.text(
                scene,
                ([x(mean) - 6.0, middle + 15.0], Side::End),
                "mean",
                Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink3 },
                60.0,
            );
        }
    }
    let follows = teams.iter().any(|team| team.is_followed);
    let mut taken: Vec<(f32, f32)> = Vec::new();
    let mut name_end = f32::MIN;
    let mut order: Vec<usize> = (0..teams.len()).collect();
    order.sort_by(|a, b| {
        row.shares.get(*a).unwrap_or(&0.0).total_cmp(row.shares.get(*b).unwrap_or(&0.0))
    });
    for index in order {
        let Some((team, share)) = teams.get(index).zip(row.shares.get(index)) else { continue };
        if teams.len() > MOST_MARKS && !team.is_followed {
            continue;
        }
        let at = x(*share);
        // Equal marks are stacked.
        let stacked = taken.iter().filter(|(other, _)| (other - at).abs() < 4.0).count();
        let y =
            middle + size::MARK_STACK_STEP * stacked as f32 - if stacked > 0 { 4.0 } else { 0.0 };
        taken.push((at, y));
        let size = if team.is_followed { FOLLOWED_MARK } else { MARK };
        scene.mark(team.mark, [at, y], size + 2.0 * size::MARK_HALO, Role::Canvas);
        let role = if follows && !team.is_followed { Role::Line } else { Role::Team(team.mark) };
        scene.mark(team.mark, [at, y], size, role);
        if is_first {
            name_end = team_name(frame, scene, team, (at, middle, stacked), name_end);
        }
    }
}

/// A team's name above its mark in the first row, beside it where the place is taken. Gives where
/// the names above end.
fn team_name(
    frame: Frame,
    scene: &mut Scene,
    team: &TeamShare,
    (at, middle, stacked): (f32, f32, usize),
    taken: f32,
) -> f32 {
    let set = Set {
        size: TypeSize::Note,
        weight: if team.is_followed { Weight::SemiBold } else { Weight::Medium },
        role: Role::Ink,
    };
    let width = frame.width_of(team.name, set);
    let left = (at - width / 2.0).clamp(0.0, (frame.width - width).max(0.0));
    if stacked > 0 || left < taken + 8.0 {
        return taken;
    }
    frame.text(scene, ([left, middle - 23.0], Side::Start), team.name, set, frame.width);
    left + width
}

fn told(teams: &[TeamShare], row: &ShareRow) -> String {
    let given: Vec<String> = teams
        .iter()
        .zip(&row.percents)
        .map(|(team, percent)| format!("{} {percent} %", team.name))
        .collect();
    let mean = row.mean_percent.map_or_else(String::new, |mean| format!("; mean {mean} %"));
    format!("{}: {}{mean}", row.name, text::list(&given))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    #[test]
    fn the_widest_spread_comes_first_and_every_team_has_a_mark() {
        let measurer = Measurer::new();
        let team = |name, mark| TeamShare { name, mark, is_followed: false };
        let teams = [team("A", Mark::Circle), team("B", Mark::Square)];
        let row = |id, shares: &[f64]| ShareRow {
            id,
            name: id,
            hue: Hue::Ochre,
            shares: shares.to_vec(),
            percents: shares.iter().map(|share| (share * 100.0) as u32).collect(),
            mean: Some(0.5),
            mean_percent: Some(50),
        };
        let scene = shares(
            Frame { width: 500.0, measurer: &measurer },
            &teams,
            vec![row("narrow", &[0.4, 0.5]), row("wide", &[0.1, 0.5])],
        );
        assert_eq!(
            scene.parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>(),
            ["criterion wide", "criterion narrow"]
        );
        assert!(
            scene.parts[0].sentence.contains("A 10 % and B 50 %; mean 50 %"),
            "{}",
            scene.parts[0].sentence
        );
        let marks = scene
            .shapes
            .iter()
            .filter(|shape| matches!(shape, super::super::Shape::Mark { role: Role::Team(_), .. }));
        assert_eq!(marks.count(), 4);
    }
}
