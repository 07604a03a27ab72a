//! Every chart of a document.

use std::sync::Arc;

use mizan::analysis::{Step, Values, Watch, regions};
use mizan::chart::{
    ComparedView, Contender, Curve, Frame, RankColumn, Rows, Scene, Seen, ShareRow, TeamShare,
    Thumbnail, Tones, TurningScore, TurnsOnView, changes, compared, cross_table, crux_list,
    gut_table, holding, live, losses, matrix, mend_table, odds_bar, place_table, power, ranking,
    ranks, rescored, road_map, round_table, shares, split_bar, step_list, strip, triangle, turning,
    waterfall,
};
use mizan::evaluation::{
    Evaluation, Evaluations, Half, PLACES, Placed, Triangle, Weighting, between, critical,
    cross_check, evaluate, firm, gut_and_model, moves_against_equal, parting, round_moves,
    side_by_side, swing_ends, turns_on,
};
use mizan::look::{Hue, Measurer, Medium};
use mizan::model::{Edit, Member, Round, Scenario, Timestamp};
use mizan::text;

/// A chart and its name.
pub type Named = (String, Scene);

/// A frame of a medium.
pub fn frame(medium: Medium, width: f32, measurer: &Measurer) -> Frame<'_> {
    Frame { medium, ..Frame::screen(width, measurer) }
}

/// All of them, under the mean and under the first team's weights.
pub fn all(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let mut all = of_teams(frame, scenario);
    all.extend(of_turning(frame, scenario));
    all.extend(of_a_weighting(frame, scenario, &Weighting::Mean, "mean"));
    if let Some(team) = scenario.teams.first() {
        all.extend(of_a_weighting(frame, scenario, &Weighting::Team(team.id.clone()), "team"));
    }
    all.extend(of_two_views(frame, scenario));
    let curve = Curve {
        points: &[(0.0, 0.0), (4.0, 0.75), (10.0, 1.0)],
        extent: (-1_234.5, 123_456.75),
        hue: Hue::Teal,
    };
    all.push(("curve".to_owned(), curve.scene(frame)));
    all
}

/// What it turns on, and how the teams came to where they are.
fn of_turning(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let evaluations = Evaluations::new(Arc::new(scenario.clone()));
    let found = turns_on(&evaluations, &Watch::default()).unwrap();
    let followed = scenario.teams.last().map(|team| &team.id);
    let view = TurnsOnView::new(scenario, &found, followed);
    let mut all = vec![
        ("crux".to_owned(), crux_list(frame, &view, 5)),
        ("mends".to_owned(), mend_table(frame, &view, Some(0))),
    ];
    all.extend(found.regret.iter().map(|it| ("losses".to_owned(), losses(frame, &view, it))));
    for road in &found.roads {
        let of =
            |way| (format!("road to {}", road.option), road_map(frame, &view, road.option, way));
        all.extend(road.way.iter().map(of));
    }
    for mended in &found.mends {
        let option = &scenario.options[mended.option];
        for (mend, how) in [(&mended.freely, "freely"), (&mended.inside, "inside")] {
            let of = |mend| rescored(frame, &view, option, mend);
            all.extend(mend.iter().map(|mend| (format!("{how} {}", mended.option), of(mend))));
        }
    }
    all.extend(of_two_teams(frame, scenario, &evaluations));
    all.extend(of_then(frame, scenario));
    // Where there is nothing to show the page says so in words.
    all.into_iter().filter(|(_, scene)| !scene.parts.is_empty()).collect()
}

fn of_two_teams(frame: Frame, scenario: &Scenario, evaluations: &Evaluations) -> Vec<Named> {
    let [first, .., last] = scenario.teams.as_slice() else { return Vec::new() };
    let pair = [first, last].map(|team| Weighting::Team(team.id.clone()));
    let [left, right] = pair.each_ref().map(|weighting| Half { evaluations, weighting });
    let Some(found) = between(left, right) else { return Vec::new() };
    let steps: Vec<(Step, String)> =
        found.steps.iter().map(|step| (*step, "The one takes the other’s".to_owned())).collect();
    let mut all = vec![("steps".to_owned(), step_list(frame, scenario, &found, &steps))];
    if let Some(parting) = &found.parting
        && let Some(split) = text::between::split(parting)
    {
        all.push(("split".to_owned(), split_bar(frame, scenario, parting, &split)));
    }
    all
}

/// With a round closed over the document as it is, and every team's options by gut in the order
/// that is the reverse of the document's.
fn of_then(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let mut now = scenario.clone();
    now.rounds = vec![Arc::new(Round {
        name: "A round that was closed before".to_owned(),
        closed: Timestamp::new("2026-11-28T10:00:00Z").unwrap(),
        groups: scenario.groups.clone(),
        criteria: scenario.criteria.clone(),
        options: scenario.options.clone(),
        assumptions: scenario.assumptions.clone(),
        scores: scenario.scores.clone(),
        teams: scenario.teams.clone(),
    })];
    let order: Vec<_> = scenario.options.iter().rev().map(|option| option.id.clone()).collect();
    for team in scenario.open_teams() {
        // What can't be edited, as it breaks a rule already, stays without.
        let edited = now.edited(&Edit::RankByGut(team.id().clone(), order.clone()));
        now = edited.unwrap_or(now);
    }
    let evaluations = Evaluations::new(Arc::new(now.clone()));
    let gut = gut_and_model(&now, &evaluations.weighed_teams());
    let rounds = round_moves(&evaluations);
    let followed = now.teams.first().map(|team| &team.id);
    let mut all = vec![("gut".to_owned(), gut_table(frame, &now, &gut, followed))];
    all.extend(
        rounds.iter().map(|it| ("round".to_owned(), round_table(frame, &now, it, followed))),
    );
    all
}

/// The first team beside the last, with all cells, and beside the mean, with what differs.
fn of_two_views(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let evaluations = Evaluations::new(Arc::new(scenario.clone()));
    let team = |team: &Arc<mizan::model::Team>| Weighting::Team(team.id.clone());
    let Some(first) = scenario.teams.first().map(team) else { return Vec::new() };
    let last = scenario.teams.last().map_or(Weighting::Mean, team);
    let pairs = [(last, Rows::All, "two teams"), (Weighting::Mean, Rows::Differing, "the mean")];
    let built = pairs.into_iter().map(|(other, rows, name)| {
        let of = [&first, &other].map(|weighting| evaluations.of(weighting).ok());
        let seen = |weighting, place: usize, name| Seen {
            name,
            scenario,
            weighting,
            evaluation: of[place].as_deref(),
        };
        let [left, right] =
            [&first, &other].map(|weighting| Half { evaluations: &evaluations, weighting });
        let parting = parting(left, right);
        let sides = [seen(&first, 0, "The first"), seen(&other, 1, "The other")];
        let view = ComparedView::new(sides, parting.as_ref(), rows);
        (format!("compared with {name}"), compared(frame, &view, "They part".to_owned()))
    });
    built.collect()
}

fn of_a_weighting(
    frame: Frame,
    scenario: &Scenario,
    weighting: &Weighting,
    whose: &str,
) -> Vec<Named> {
    let Ok(evaluation) = evaluate(scenario, weighting) else { return Vec::new() };
    let moved = moves_against_equal(scenario, &evaluation);
    let mut all = vec![
        ("ranking", ranking(frame, scenario, &evaluation, Some([0, 1]))),
        ("live", live(frame, scenario, &evaluation, &moved)),
        ("thumbnail", Thumbnail::new(scenario, &evaluation).scene(frame, 120.0)),
        ("matrix", whole_matrix(frame, scenario, &evaluation, weighting)),
    ];
    all.extend(why(frame, scenario, &evaluation).map(|scene| ("waterfall", scene)));
    all.extend(strips(frame, scenario, &evaluation).into_iter().map(|scene| ("strip", scene)));
    all.extend(of_firmness(frame, scenario, weighting, &evaluation));
    all.into_iter().map(|(name, scene)| (format!("{name} of the {whose}"), scene)).collect()
}

/// How firm the result is, on every chart that says so.
fn of_firmness(
    frame: Frame,
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
) -> Vec<(&'static str, Scene)> {
    let watch = Watch::default();
    let firm = firm(evaluation, None);
    let tones = Tones::new(scenario, &firm.ranking);
    let options: Vec<usize> = firm.ranking.ranked.iter().map(|ranked| ranked.option).collect();
    let cells = critical(scenario, weighting, evaluation, &watch).unwrap();
    let scores: Vec<TurningScore> = cells
        .iter()
        .filter_map(|cell| {
            let criterion = &scenario.criteria[cell.criterion];
            let id = &scenario.options[cell.option].id;
            let doubt = weighting.score(scenario, id, &criterion.id)?.ends();
            let range = evaluation.problem.scales[cell.criterion].range(criterion)?;
            Some(TurningScore { cell, doubt, range })
        })
        .collect();
    let parts: Vec<_> = (0..options.len())
        .map(|place| {
            (options[place], 1.0 / (2_u64 << place.min(50)) as f64, format!("{place}5.2 %"))
        })
        .collect();
    let checks = cross_check(scenario, weighting, evaluation, &watch).unwrap();
    let heading = || "A heading".to_owned();
    let mut all = vec![
        ("holding", holding(frame, scenario, &firm)),
        ("changes", changes(frame, scenario, &firm)),
        ("places", place_table(frame, scenario, &dealt(&options), &tones)),
        ("power", power(frame, scenario, &cells, (cells.len(), 40), heading())),
        ("turning", turning(frame, scenario, &scores, &options[..options.len().min(1)], heading())),
        ("odds", odds_bar(frame, &tones, &parts, heading())),
        ("cross-check", cross_table(frame, scenario, &checks)),
    ];
    if !scenario.criteria.is_empty() {
        all.push(("triangle", triangle(frame, scenario, &of_three(evaluation), &tones)));
    }
    // Where there is nothing to show the page says so in words.
    all.into_iter().filter(|(_, scene)| scene.height > 0.0).collect()
}

/// The document's first three criteria, or fewer over and over, at the corners.
fn of_three(evaluation: &Evaluation) -> Triangle {
    let values = Values::new(&evaluation.problem);
    let width = values.width.max(1);
    let corner = |at: usize| -> Vec<f64> {
        (0..values.width).map(|index| f64::from(u8::from(index == at % width))).collect()
    };
    let [a, b, c] = [0, 1, 2].map(corner);
    Triangle {
        corners: [0, 1, 2].map(|at| Member::Criterion(at % width)),
        regions: regions(&values, [&a, &b, &c]),
        now: [0.2, 0.3, 0.5],
        teams: Vec::new(),
    }
}

/// Twenty weightings in which the options hold their places in turn.
fn dealt(options: &[usize]) -> Placed {
    let count = options.len();
    let row = |at: usize| {
        let mut row = vec![0; count];
        for weighting in 0..PLACES as usize {
            row[(at + weighting % 3) % count] += 1;
        }
        row
    };
    Placed {
        options: options.to_vec(),
        first: vec![0.0; count],
        places: if count <= 12 { (0..count).map(row).collect() } else { Vec::new() },
        widened: 0,
    }
}

fn strips(frame: Frame, scenario: &Scenario, evaluation: &Evaluation) -> Vec<Scene> {
    let ends = swing_ends(scenario, evaluation);
    let criteria = scenario.criteria.iter().zip(&ends);
    criteria
        .filter_map(|(criterion, ends)| Some(strip(frame, scenario, criterion, ends.as_ref()?)))
        .collect()
}

fn whole_matrix(
    frame: Frame,
    scenario: &Scenario,
    evaluation: &Evaluation,
    weighting: &Weighting,
) -> Scene {
    let team = weighting.open_team(scenario);
    let rows = matrix::View::ranked_rows(scenario, &evaluation.ranking);
    matrix::sheet(frame, &matrix::View::new(scenario, evaluation, team, rows))
}

fn why(frame: Frame, scenario: &Scenario, evaluation: &Evaluation) -> Option<Scene> {
    let contender = |place: usize| {
        let ranked = evaluation.ranking.ranked.get(place)?;
        let option = scenario.options.get(ranked.option)?;
        Some(Contender { option, parts: &ranked.contributions, total: ranked.total })
    };
    let last = evaluation.ranking.ranked.len().checked_sub(1).filter(|last| *last > 0)?;
    Some(waterfall(frame, scenario, contender(0)?, contender(last)?))
}

fn of_teams(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let results = side_by_side(&Evaluations::new(Arc::new(scenario.clone())));
    let followed = scenario.teams.last().map(|team| &team.id);
    let columns: Vec<RankColumn> = results
        .weighed
        .iter()
        .map(|team| {
            let mut ranks = vec![None; scenario.options.len()];
            for ranked in &team.ranking().ranked {
                ranks[ranked.option] = Some(ranked.rank);
            }
            RankColumn::new(scenario, team, ranks, followed)
        })
        .collect();
    let leaders: Vec<_> =
        scenario.options.first().map(|option| option.id.clone()).into_iter().collect();
    let teams: Vec<TeamShare> =
        results.weighed.iter().map(|team| TeamShare::new(scenario, team, followed)).collect();
    vec![
        ("ranks".to_owned(), ranks(frame, scenario, &columns, &leaders)),
        ("shares".to_owned(), shares(frame, &teams, ShareRow::all(scenario, &results))),
    ]
}
