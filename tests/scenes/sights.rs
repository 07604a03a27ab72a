//! Every chart of a document.

use std::sync::Arc;

use mizan::chart::{
    ComparedView, Contender, Curve, Frame, RankColumn, Rows, Scene, Seen, ShareRow, TeamShare,
    Thumbnail, compared, live, matrix, ranking, ranks, shares, strip, waterfall,
};
use mizan::evaluation::{
    Evaluation, Evaluations, Half, Weighting, evaluate, moves_against_equal, parting, side_by_side,
    swing_ends,
};
use mizan::look::{Hue, Measurer, Medium};
use mizan::model::Scenario;

/// A chart and its name.
pub type Named = (String, Scene);

/// A frame of a medium.
pub fn frame(medium: Medium, width: f32, measurer: &Measurer) -> Frame<'_> {
    Frame { medium, ..Frame::screen(width, measurer) }
}

/// All of them, under the mean and under the first team's weights.
pub fn all(frame: Frame, scenario: &Scenario) -> Vec<Named> {
    let mut all = of_teams(frame, scenario);
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
    all.into_iter().map(|(name, scene)| (format!("{name} of the {whose}"), scene)).collect()
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
