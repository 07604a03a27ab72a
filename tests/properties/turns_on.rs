//! What a decision of several teams turns on and what would bring them together: everything that is
//! found is put in place and evaluated anew, and everything else is tried on a grid.

use std::sync::Arc;

use mizan::analysis::{Point, TIE, Takes, Watch, agreement, regret};
use mizan::evaluation::{
    Evaluations, Half, Mend, TurnsOn, WeighedTeam, Weighting, between, gut_and_model, round_moves,
    turns_on,
};
use mizan::model::{
    Edit, Elicitation, Judged, Layer, Mark, NodeId, OptionId, Range, Round, Scenario, Score, Team,
    TeamId, Timestamp,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::cases;
use crate::documents::documents;
use crate::small::{movement, simplex, small_documents, total};
use crate::tape::{Numbers, Tape, tapes};

/// Small documents with up to four teams that weigh, some with scores of their own.
fn small_workshops() -> impl Strategy<Value = Scenario> {
    (small_documents(), tapes(120, Numbers::Tame)).prop_map(|(document, mut tape)| {
        let document = with_doubts(&mut tape, document);
        let more = tape.choose_from([1, 2, 0, 3]);
        (0..more).fold(document, |document, number| with_team(&mut tape, document, number))
    })
}

/// Some base scores with a range of their own, of many decimals.
fn with_doubts(tape: &mut Tape, mut document: Scenario) -> Scenario {
    let ranges: Vec<(NodeId, Range)> =
        document.criteria.iter().map(|it| (it.id.clone(), it.range)).collect();
    let cells: Vec<(OptionId, NodeId, f64)> = document
        .scores
        .cells()
        .map(|(option, criterion, score)| (option.clone(), criterion.clone(), score.score))
        .collect();
    for (option, criterion, score) in cells {
        let range = ranges.iter().find(|(id, _)| *id == criterion).map(|(_, range)| *range);
        let Some(Range::Fixed(min, max)) = range.filter(|_| tape.chance(50)) else { continue };
        let reach = 1.234_567 * tape.pick(6) as f64;
        let doubted = Score {
            low: Some((score - reach).max(min)),
            high: Some((score + reach).min(max)),
            ..Score::exact(score)
        };
        document.scores.set(option, criterion, doubted);
    }
    document
}

fn with_team(tape: &mut Tape, mut document: Scenario, number: usize) -> Scenario {
    let mut own = Judged::default();
    let weights: Vec<f64> = document
        .criteria
        .iter()
        .enumerate()
        .map(|(at, _)| tape.choose_from([1.0, 4.0, 0.0, 2.0, 9.0]) + f64::from(u8::from(at == 0)))
        .collect();
    let ids = document.criteria.iter().map(|criterion| criterion.id.clone());
    own.judgement.elicitation = Elicitation::Direct(ids.zip(weights).collect());
    for option in &document.options {
        for criterion in &document.criteria {
            let low = match criterion.range {
                Range::Fixed(min, _) => min,
                Range::Observed => 1.0,
            };
            if tape.chance(12) {
                let score = Score::exact(low + tape.pick(10) as f64);
                own.scores.set(option.id.clone(), criterion.id.clone(), score);
            }
        }
    }
    own.gut_ranking = document.options.iter().rev().map(|option| option.id.clone()).collect();
    let id = TeamId::new(&format!("t{number}")).unwrap();
    document.teams.push(Arc::new(Team::new(id, "Another", Mark::nth(number + 1)).judging(own)));
    document
}

fn found(evaluations: &Evaluations) -> TurnsOn {
    turns_on(evaluations, &Watch::default()).expect("nobody cancels")
}

/// The values of a team's ranked options, and how far the one at an index is behind the best other
/// under some shares; none where the team doesn't rank it.
fn behind(team: &WeighedTeam, option: usize, shares: &[f64]) -> Option<f64> {
    let problem = &team.result().evaluation.problem;
    let ranked: Vec<usize> = problem.complete().collect();
    ranked.contains(&option).then(|| {
        let of = |option: usize| total(problem.values(option), shares);
        let others = ranked.iter().filter(|other| **other != option).map(|other| of(*other));
        others.fold(f64::NEG_INFINITY, f64::max) - of(option)
    })
}

fn check_roads(document: &Scenario, found: &TurnsOn) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.roads.is_empty(), found.teams.is_empty() || document.options.is_empty());
    let grid = simplex(document.criteria.len(), 12);
    let costs: Vec<f64> = found
        .roads
        .iter()
        .map(|road| road.way.as_ref().map_or(f64::INFINITY, |way| way.points))
        .collect();
    prop_assert!(costs.is_sorted_by(|a, b| *a <= b + 1e-6), "{costs:?}");
    for road in &found.roads {
        let mut is_possible = true;
        let mut sum = 0.0;
        for (place, team) in found.teams.iter().enumerate() {
            let now = &team.shares().criteria;
            let is_first =
                |shares: &&Vec<f64>| behind(team, road.option, shares).is_some_and(|by| by <= 0.0);
            let tried = grid.iter().filter(is_first).map(|shares| movement(shares, now));
            let tried = tried.fold(f64::INFINITY, f64::min);
            match &road.way {
                None => is_possible &= tried.is_finite(),
                Some(way) => {
                    let mut moves = vec![0.0; now.len()];
                    way.teams[place].changes.iter().for_each(|(at, change)| moves[*at] = *change);
                    let then: Vec<f64> =
                        now.iter().zip(&moves).map(|(share, change)| share + change).collect();
                    prop_assert!(then.iter().all(|share| *share >= -1e-9), "{then:?}");
                    prop_assert!(moves.iter().sum::<f64>().abs() < 1e-8, "{moves:?}");
                    let by = behind(team, road.option, &then).expect("it is ranked");
                    prop_assert!(by <= TIE, "{} is behind by {by}", road.option);
                    let cost = movement(&then, now);
                    prop_assert!(cost <= tried + 1e-8, "{cost} where {tried} does");
                    prop_assert!((way.teams[place].points - 100.0 * cost).abs() < 1e-6);
                    sum += 100.0 * cost;
                }
            }
        }
        match &road.way {
            None => prop_assert!(!is_possible, "{} could be first for all", road.option),
            Some(way) => prop_assert!((way.points - sum).abs() < 1e-6),
        }
    }
    Ok(())
}

/// The document with an option's base scores changed.
fn rescored(document: &Scenario, option: usize, scores: &[(usize, f64)]) -> Scenario {
    let mut changed = document.clone();
    for (criterion, score) in scores {
        let cell = (&document.options[option].id, &document.criteria[*criterion].id);
        changed.scores.set(cell.0.clone(), cell.1.clone(), Score::exact(*score));
    }
    changed
}

fn is_first_for_all(document: &Scenario, option: usize) -> bool {
    let evaluations = Evaluations::from(document);
    evaluations
        .weighed_teams()
        .iter()
        .all(|team| team.ranking().winners().any(|winner| winner.option == option))
}

fn check_mends(document: &Scenario, found: &TurnsOn) -> Result<(), TestCaseError> {
    let evaluations = Evaluations::from(document);
    let is_fixed = |criterion: &mizan::model::Criterion| criterion.range != Range::Observed;
    let can_be_tried = document.criteria.iter().all(is_fixed);
    for mended in &found.mends {
        let option = mended.option;
        let put = |mend: &Mend| -> Vec<(usize, f64)> {
            mend.scores.iter().map(|score| (score.criterion, score.to)).collect()
        };
        for mend in mended.freely.iter().chain(&mended.inside) {
            let then = rescored(document, option, &put(mend));
            prop_assert_eq!(mizan::model::faults(&then, None), vec![]);
            prop_assert!(is_first_for_all(&then, option), "{mend:?} doesn’t mend {option}");
        }
        let is_first = is_first_for_all(document, option);
        let costs = [&mended.freely, &mended.inside]
            .map(|mend| mend.as_ref().map_or(f64::INFINITY, |mend| mend.change));
        prop_assert!(costs[0] <= costs[1] + 1e-8, "{costs:?}");
        for score in mended.inside.iter().flat_map(|mend| &mend.scores) {
            let id = &document.criteria[score.criterion].id;
            let cell = document.score_for(None, &document.options[option].id, id).unwrap();
            let (low, high) = cell.ends();
            prop_assert!((low..=high).contains(&score.to), "{score:?} leaves {low}..{high}");
        }
        prop_assert_eq!(
            mended.freely.as_ref().is_some_and(|mend| mend.scores.is_empty()),
            is_first
        );
        if can_be_tried {
            check_no_cheaper(document, &evaluations, option, (costs[0], Room::Range))?;
            check_no_cheaper(document, &evaluations, option, (costs[1], Room::Doubt))?;
        }
    }
    Ok(())
}

/// How far the scores of the grid go.
#[derive(Clone, Copy, PartialEq)]
enum Room {
    Range,
    /// Within each cell's own low to high.
    Doubt,
}

/// No other base scores on a grid make the option first for all at a smaller rise of values.
fn check_no_cheaper(
    document: &Scenario,
    evaluations: &Evaluations,
    option: usize,
    (least, room): (f64, Room),
) -> Result<(), TestCaseError> {
    let teams = evaluations.weighed_teams();
    // Where a team rules the option out there is no mend, whatever its scores could be.
    if teams.iter().any(|team| behind(team, option, &team.shares().criteria).is_none()) {
        prop_assert!(least.is_infinite());
        return Ok(());
    }
    let base = |criterion: usize| {
        let id = &document.options[option].id;
        document.score_for(None, id, &document.criteria[criterion].id).map(|it| it.score)
    };
    let candidates = |criterion: usize| -> Vec<Option<f64>> {
        let Range::Fixed(mut min, mut max) = document.criteria[criterion].range else {
            unreachable!()
        };
        let Some(now) = base(criterion) else { return vec![None] };
        if room == Room::Doubt {
            let id = &document.options[option].id;
            let cell = document.score_for(None, id, &document.criteria[criterion].id).unwrap();
            (min, max) = cell.ends();
        }
        let met = |score: &f64| {
            document.criteria[criterion].must_have.is_none_or(|must| must.is_met_by(*score))
        };
        let steps = (0..=4).map(|step| min + (max - min) * f64::from(step) / 4.0);
        std::iter::once(now).chain(steps.filter(met)).map(Some).collect()
    };
    let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
    for criterion in 0..document.criteria.len() {
        let with = |row: Vec<(usize, f64)>| {
            candidates(criterion).into_iter().map(move |score| {
                let mut row = row.clone();
                row.extend(score.map(|score| (criterion, score)));
                row
            })
        };
        rows = rows.into_iter().flat_map(with).collect();
    }
    for row in rows {
        let rise = |(criterion, to): &(usize, f64)| {
            let scale = &evaluations.scales()[*criterion];
            (scale.value(*to) - scale.value(base(*criterion).unwrap())).max(0.0)
        };
        let cost: f64 = row.iter().map(rise).sum();
        if cost < least - 1e-8 {
            let then = rescored(document, option, &row);
            prop_assert!(!is_first_for_all(&then, option), "{row:?} at {cost}, not {least}");
        }
    }
    Ok(())
}

fn check_regret(document: &Scenario, found: &TurnsOn) -> Result<(), TestCaseError> {
    let ranks = |team: &WeighedTeam, option: usize| {
        team.ranking().ranked.iter().find(|ranked| ranked.option == option).map(|it| it.total)
    };
    let by_all = |option: &usize| found.teams.iter().all(|team| ranks(team, *option).is_some());
    let options: Vec<usize> = (0..document.options.len()).filter(by_all).collect();
    let Some(regret) = &found.regret else {
        prop_assert!(found.teams.is_empty() || options.is_empty());
        return Ok(());
    };
    prop_assert_eq!(&regret.options, &options);
    let mut worst = vec![0.0_f64; options.len()];
    for (team, losses) in found.teams.iter().zip(&regret.losses) {
        let totals: Vec<f64> = options.iter().map(|option| ranks(team, *option).unwrap()).collect();
        for (place, loss) in losses.iter().enumerate() {
            let brute =
                totals.iter().fold(0.0, |most, other| f64::max(most, other - totals[place]));
            prop_assert!((brute - loss).abs() < 1e-12);
            worst[place] = worst[place].max(brute);
        }
    }
    let least = worst.iter().copied().fold(f64::INFINITY, f64::min);
    let expected: Vec<usize> = (0..options.len())
        .filter(|place| worst[*place] <= least + TIE)
        .map(|place| options[place])
        .collect();
    prop_assert_eq!(&regret.least, &expected);
    Ok(())
}

/// What each disagreement could move, by going through all teams and pairs of contenders.
fn check_crux(document: &Scenario, found: &TurnsOn) -> Result<(), TestCaseError> {
    let teams = &found.teams;
    let value = |team: &WeighedTeam, option, criterion| {
        team.result().evaluation.problem.cell(option, criterion).map(|cell| cell.value)
    };
    let spread = |numbers: Vec<f64>| {
        let (least, most) =
            numbers.iter().fold((f64::MAX, f64::MIN), |(a, b), it| (a.min(*it), b.max(*it)));
        if numbers.is_empty() { 0.0 } else { most - least }
    };
    let contenders: Vec<usize> = (0..document.options.len())
        .filter(|option| {
            teams.iter().any(|team| team.ranking().winners().any(|it| it.option == *option))
        })
        .collect();
    for crux in &found.crux {
        let expected = match crux.point {
            Point::Share(criterion) => {
                let shares = teams.iter().map(|team| team.shares().criteria[criterion]).collect();
                let pairs = teams.iter().flat_map(|team| {
                    let values = contenders.iter().filter_map(|it| value(team, *it, criterion));
                    let values: Vec<f64> = values.collect();
                    let apart = |a: &f64| values.iter().map(|b| a - b).fold(0.0, f64::max);
                    values.iter().map(apart).collect::<Vec<_>>()
                });
                spread(shares) * pairs.fold(0.0, f64::max)
            }
            Point::Score(option, criterion) => {
                prop_assert!(contenders.contains(&option));
                let values = teams.iter().filter_map(|team| value(team, option, criterion));
                let shares = teams.iter().map(|team| team.shares().criteria[criterion]);
                spread(values.collect()) * shares.sum::<f64>() / teams.len() as f64
            }
        };
        prop_assert!((crux.moves - expected).abs() < 1e-12, "{crux:?} moves {expected}");
    }
    let shares = found.crux.iter().filter(|crux| matches!(crux.point, Point::Share(_))).count();
    prop_assert_eq!(shares, if contenders.is_empty() { 0 } else { document.criteria.len() });
    prop_assert!(found.crux.is_sorted_by(|a, b| a.moves >= b.moves - TIE));
    Ok(())
}

/// Every step, put into the document where that can be done, ends the difference, and no other
/// does.
fn check_steps(document: &Scenario, [a, b]: [&TeamId; 2]) -> Result<(), TestCaseError> {
    let evaluations = Evaluations::from(document);
    let weightings = [a, b].map(|team| Weighting::Team(team.clone()));
    let half = |place: usize| Half { evaluations: &evaluations, weighting: &weightings[place] };
    let found = between(half(0), half(1)).expect("both are open");
    let winner = |evaluations: &Evaluations, place: usize| {
        let evaluation = evaluations.of(&weightings[place]).unwrap();
        evaluation.ranking.winners().map(|winner| winner.option).min()
    };
    let [first, second] = [0, 1].map(|place| winner(&evaluations, place));
    let differ = first.is_some() && second.is_some() && first != second;
    prop_assert!(differ || found.steps.is_empty());
    prop_assert_eq!(found.both_choose, first.filter(|_| first == second));
    for (side, criterion) in [0, 1]
        .into_iter()
        .flat_map(|side| (0..document.criteria.len()).map(move |criterion| (side, criterion)))
    {
        let has = |takes: Takes| {
            found
                .steps
                .iter()
                .any(|it| (it.side, it.takes, it.criterion) == (side, takes, criterion))
        };
        let Some(then) = with_column(document, [a, b], side, criterion) else { continue };
        let after = Evaluations::from(&then);
        let [own, other] = [side, 1 - side].map(|side| winner(&after, side));
        let expected = differ && own.is_some() && own == other;
        prop_assert_eq!(has(Takes::Scores), expected, "{} takes {}", side, criterion);
    }
    Ok(())
}

/// The document with one team's scores on a criterion made the other's; none where that can't be
/// written.
fn with_column(
    document: &Scenario,
    teams: [&TeamId; 2],
    side: usize,
    criterion: usize,
) -> Option<Scenario> {
    let about = &document.criteria[criterion];
    let other = document.open_team(teams[1 - side])?;
    let edits: Option<Vec<Edit>> = document
        .options
        .iter()
        .map(|option| {
            let cell = document.cell_for(Some(other), &option.id, &about.id);
            let has_base = document.scores.get(&option.id, &about.id).is_some();
            let layer = Layer::Team(teams[side].clone());
            let ids = (option.id.clone(), about.id.clone());
            // A base score can't be taken away from one team alone.
            (cell.is_some() || !has_base)
                .then(|| Edit::SetScore(layer, ids.0, ids.1, cell.cloned()))
        })
        .collect();
    document.edited(&Edit::Several(edits?)).ok()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn what_is_found_holds_when_it_is_put_in_place_and_nothing_cheaper_does(
        document in small_workshops(),
    ) {
        let found = found(&Evaluations::from(&document));
        check_roads(&document, &found)?;
        check_mends(&document, &found)?;
        check_regret(&document, &found)?;
        check_crux(&document, &found)?;
        let teams: Vec<&TeamId> = document.teams.iter().map(|team| &team.id).collect();
        for pair in teams.windows(2) {
            check_steps(&document, [pair[0], pair[1]])?;
            check_steps(&document, [pair[1], pair[0]])?;
        }
    }

    #[test]
    fn every_document_has_an_answer_that_holds(document in documents()) {
        let evaluations = Evaluations::from(&document);
        let found = found(&evaluations);
        check_regret(&document, &found)?;
        let sealed = document.teams.iter().filter(|team| team.opened().is_none());
        for team in sealed {
            prop_assert!(found.teams.iter().all(|known| known.result().team.id != team.id));
        }
        for road in found.roads.iter().filter(|road| road.way.is_some()) {
            let way = road.way.as_ref().unwrap();
            for (team, moved) in found.teams.iter().zip(&way.teams) {
                let mut then = team.shares().criteria.clone();
                moved.changes.iter().for_each(|(at, change)| then[*at] += change);
                let by = behind(team, road.option, &then).expect("it is ranked");
                prop_assert!(by <= TIE, "{} is behind by {by}", road.option);
            }
        }
        gut_and_model(&document, &found.teams);
        round_moves(&evaluations);
    }

    #[test]
    fn rankings_that_are_all_the_same_agree_wholly(
        ranking in prop::collection::vec(0..5_u8, 2..8),
        count in 2..6_usize,
    ) {
        let ranking: Vec<f64> = ranking.into_iter().map(f64::from).collect();
        let all = vec![ranking.clone(); count];
        let is_level = ranking.iter().all(|place| *place == ranking[0]);
        let found = agreement::kendall_w(&all);
        prop_assert_eq!(found.is_none(), is_level);
        prop_assert!(found.is_none_or(|found| (found - 1.0).abs() < 1e-12));
    }

    #[test]
    fn teams_that_rank_nothing_in_common_lose_nothing_that_can_be_told(
        totals in prop::collection::vec(prop::option::of(0.0..1.0_f64), 1..6),
    ) {
        let none: Vec<Option<f64>> = totals.iter().map(|total| total.map_or(Some(0.5), |_| None)).collect();
        prop_assert_eq!(regret(&[totals, none]), None);
    }
}

/// A round that is closed over a document.
fn closed(document: &Scenario, name: &str) -> Arc<Round> {
    Arc::new(Round {
        name: name.to_owned(),
        closed: Timestamp::new("2026-11-28T10:00:00Z").unwrap(),
        groups: document.groups.clone(),
        criteria: document.criteria.clone(),
        options: document.options.clone(),
        assumptions: document.assumptions.clone(),
        scores: document.scores.clone(),
        teams: document.teams.clone(),
    })
}

/// Two teams on two criteria; the numbers are the first criterion's shares.
fn weighed(first: f64, second: f64) -> Scenario {
    let mut document = crate::cures::with_rows(&[vec![1.0, 0.0], vec![0.0, 1.0]]);
    document.teams.clear();
    for (name, share) in [("a", first), ("b", second)] {
        let mut judged = Judged::default();
        let ids = document.criteria.iter().map(|criterion| criterion.id.clone());
        judged.judgement.elicitation = Elicitation::Direct(ids.zip([share, 1.0 - share]).collect());
        let team = Team::new(TeamId::new(name).unwrap(), name, Mark::nth(0)).judging(judged);
        document.teams.push(Arc::new(team));
    }
    document
}

#[test]
fn a_round_tells_who_moved_how_far_and_whether_towards_the_mean() {
    let before = weighed(0.2, 0.6);
    let mut now = weighed(0.3, 0.9);
    now.rounds = vec![closed(&before, "First")];
    let node = now.criteria[0].id.clone();
    let a = TeamId::new("a").unwrap();
    now = now.edited(&Edit::GiveReason(a, node, "The ports are closed".to_owned())).unwrap();
    let found = round_moves(&Evaluations::from(&now));
    assert_eq!((found.len(), found[0].from.as_str(), &found[0].to), (1, "First", &None));
    let [a, b] = found[0].teams.as_slice() else { panic!("two teams") };
    // The mean of the first round is 0.4.
    assert!((a.points - 10.0).abs() < 1e-9 && a.towards_mean && a.has_reason, "{a:?}");
    assert!((b.points - 30.0).abs() < 1e-9 && !b.towards_mean && !b.has_reason, "{b:?}");
    let winners = [&a.winner_before, &a.winner, &b.winner_before, &b.winner];
    let ids = winners.map(|winner| winner.as_ref().unwrap().as_str());
    assert_eq!(ids, ["o1", "o1", "o0", "o0"]);
}

/// An option that is hardly behind, but by more than a tie, has a road that is hardly one.
#[test]
fn the_least_movement_there_is_is_told_too() {
    let mut document = crate::cures::with_rows(&[vec![1.0, 0.0], vec![0.0, 1.0]]);
    document.teams = weighed(0.5 + 1.5e-9, 0.5).teams;
    let found = found(&Evaluations::from(&document));
    let road = found.roads.iter().find(|road| road.option == 1).unwrap();
    let way = road.way.as_ref().unwrap();
    assert!((way.points - 1.5e-7).abs() < 1e-9, "{}", way.points);
    assert_eq!(way.teams[0].changes.len(), 2, "{way:?}");
    let then: Vec<f64> = found.teams[0]
        .shares()
        .criteria
        .iter()
        .zip(&way.teams[0].changes)
        .map(|(share, (_, change))| share + change)
        .collect();
    assert!(behind(&found.teams[0], 1, &then).unwrap() <= TIE);
}

#[test]
fn a_team_without_weights_or_that_is_new_moved_nowhere() {
    let mut before = weighed(0.2, 0.6);
    before.teams.remove(1);
    let mut now = weighed(0.3, 0.9);
    now.rounds = vec![closed(&before, "First"), closed(&weighed(0.5, 0.5), "Second")];
    let found = round_moves(&Evaluations::from(&now));
    let names = |place: usize| -> Vec<&str> {
        found[place].teams.iter().map(|moved| moved.team.as_str()).collect()
    };
    assert_eq!(found[0].to.as_deref(), Some("Second"));
    assert_eq!((names(0), names(1)), (vec!["a"], vec!["a", "b"]));
}

#[test]
fn gut_against_model_counts_places_among_the_options_in_both() {
    let mut document = crate::cures::with_rows(&[vec![0.2], vec![0.9], vec![0.5], vec![0.5]]);
    let ranking = [0, 2, 3].map(|option: usize| document.options[option].id.clone());
    let team = TeamId::new("team").unwrap();
    document.teams = weighed(0.5, 0.5).teams;
    let mut judged = Judged::default();
    judged.judgement.elicitation =
        Elicitation::Direct([(document.criteria[0].id.clone(), 1.0)].into_iter().collect());
    judged.gut_ranking = ranking.to_vec();
    document.teams = vec![Arc::new(Team::new(team, "T", Mark::nth(0)).judging(judged))];
    let evaluations = Evaluations::from(&document);
    let found = gut_and_model(&document, &evaluations.weighed_teams());
    let places: Vec<[usize; 3]> =
        found[0].places.iter().map(|it| [it.option, it.gut, it.model]).collect();
    assert_eq!(places, [[0, 1, 3], [2, 2, 1], [3, 3, 1]]);
    assert_eq!(found[0].moved, Some(0), "the first of two that moved two places");
    assert!((found[0].kendall_tau.unwrap() + (2.0_f64 / 3.0).sqrt()).abs() < 1e-12);
}
