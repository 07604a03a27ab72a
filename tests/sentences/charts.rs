//! What charts tell of their parts.

use mizan::chart::{Contender, Frame, Subject, live, matrix, ranking, waterfall};
use mizan::evaluation::{evaluate, moves_against_equal};
use mizan::look::Measurer;
use mizan::model::Scenario;

use crate::reader::{is_hundredths, names_just, plain, rank, read, things};
use crate::reference::Reference;
use crate::{for_each_document, weightings};

fn index_of(scenario: &Scenario, name: &str) -> usize {
    scenario.options.iter().position(|option| option.name == name).unwrap()
}

#[test]
fn a_ranking_tells_ranks_totals_and_parts_as_they_are() {
    let measurer = Measurer::new();
    for_each_document(|scenario| {
        for (weighting, _, numbers) in weightings(scenario).into_iter().take(2) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            let frame = Frame::screen(700.0, &measurer);
            for part in &ranking(frame, scenario, &evaluation, None).parts {
                let said = plain(&part.sentence);
                assert!(ranked(scenario, &numbers, &said), "{said}");
            }
            let moved = moves_against_equal(scenario, &evaluation);
            for part in &live(frame, scenario, &evaluation, &moved).parts {
                let said = plain(&part.sentence);
                let [name, rest] = read(&said, "{}: {}").unwrap();
                let option = index_of(scenario, name);
                let shown = rest.split(" up ").next().unwrap().split(" down ").next().unwrap();
                assert!(total(&numbers, option, shown), "{said}");
            }
        }
    });
}

/// Whether what stands for a total is that: a number, an interval, or words where nothing is scored.
fn total(numbers: &Reference, option: usize, shown: &str) -> bool {
    let is_bare = numbers.values[option].iter().all(Option::is_none);
    match (numbers.total(option), numbers.interval(option)) {
        (Some(total), _) => is_hundredths(shown, total),
        (None, Some(_)) if is_bare => shown == "not scored",
        (None, Some((low, high))) => match shown.split_once('–') {
            Some((from, to)) => from != to && is_hundredths(from, low) && is_hundredths(to, high),
            None => is_hundredths(shown, low) && is_hundredths(shown, high),
        },
        (None, None) => false,
    }
}

fn ranked(scenario: &Scenario, numbers: &Reference, said: &str) -> bool {
    let [name, rest] = read(said, "{}: {}").unwrap();
    let option = index_of(scenario, name);
    if rest == "not scored" {
        return total(numbers, option, rest);
    }
    let Some([place, rest]) = read(rest, "{}, {}") else { return false };
    let Some([shown, parts]) = read(rest, "{}. {}") else { return false };
    let is_all_scored = numbers.options().all(|option| numbers.interval(option).is_none());
    let is_place = match numbers.rank_of_scored(option) {
        Some(among) if is_all_scored => rank(place) == Some(among),
        Some(among) => rank(place).is_some_and(|place| place >= among),
        None => place == "not scored" || rank(place).is_some(),
    };
    let scored: Vec<&String> = scenario
        .criteria
        .iter()
        .zip(&numbers.values[option])
        .filter(|(_, value)| value.is_some())
        .map(|(criterion, _)| &criterion.name)
        .collect();
    let told = things(parts).into_iter().filter_map(|part| part.rsplit_once(' '));
    let told: Vec<(&str, &str)> = told.collect();
    let is_part = |(name, shown): &(&str, &str)| {
        let index = scenario.criteria.iter().position(|criterion| criterion.name == *name);
        let part =
            index.map(|index| numbers.values[option][index].unwrap() * numbers.shares[index]);
        let shown: f64 = shown.parse().unwrap();
        part.is_some_and(|part| (shown - part * 10.0).abs() < 0.01 + 1e-6)
    };
    is_place
        && total(numbers, option, shown)
        && told.len() == scored.len()
        && told.iter().all(|(name, _)| scored.iter().any(|known| known == name))
        && told.iter().all(is_part)
}

#[test]
fn the_matrix_tells_totals_ranks_and_must_haves_as_they_are() {
    let measurer = Measurer::new();
    for_each_document(|scenario| {
        for (weighting, team, numbers) in weightings(scenario).into_iter().take(2) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            let rows = matrix::View::ranked_rows(scenario, &evaluation.ranking);
            let open = team.and_then(|team| scenario.team(&team.id)?.as_open());
            let view = matrix::View::new(scenario, &evaluation, open, rows);
            let scene = matrix::sheet(Frame::screen(900.0, &measurer), &view);
            for part in &scene.parts {
                if !matches!(part.subject, Subject::Total(_)) {
                    continue;
                }
                let said = plain(&part.sentence);
                let [name, rest] = read(&said, "Total of {}: {}").unwrap();
                let option = index_of(scenario, name);
                if let Some([missed]) = read(rest, "ruled out: {}") {
                    let missed_ones: Vec<&String> = numbers.missed[option]
                        .iter()
                        .map(|index| &scenario.criteria[*index].name)
                        .collect();
                    assert!(names_just(missed, &missed_ones), "{said}");
                    continue;
                }
                let shown = rest.split(", ").next().unwrap();
                assert!(total(&numbers, option, shown), "{said}");
            }
        }
    });
}

#[test]
fn why_one_beats_another_is_said_of_the_better_one() {
    let measurer = Measurer::new();
    for_each_document(|scenario| {
        let numbers = Reference::of_mean(scenario);
        let evaluation = evaluate(scenario, &mizan::evaluation::Weighting::Mean).unwrap();
        let ranked = &evaluation.ranking.ranked;
        let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else { return };
        if ranked.len() < 2 {
            return;
        }
        let contender = |ranked: &'_ mizan::analysis::Ranked| {
            let option = &scenario.options[ranked.option];
            (option, ranked.contributions.clone(), ranked.total)
        };
        let (first, last) = (contender(first), contender(last));
        let side = |(option, parts, total): &'_ (_, Vec<f64>, f64)| -> (_, Vec<f64>, f64) {
            (*option, parts.clone(), *total)
        };
        let (a, b) = (side(&first), side(&last));
        let scene = waterfall(
            Frame::screen(560.0, &measurer),
            scenario,
            Contender { option: a.0, parts: &a.1, total: a.2 },
            Contender { option: b.0, parts: &b.1, total: b.2 },
        );
        let said = plain(&scene.heading);
        let total = |name: &str| numbers.total(index_of(scenario, name)).unwrap();
        if let Some([winner, rival]) = read(&said, "Why {} beats {}") {
            assert!(total(winner) > total(rival) + 1e-9, "{said}");
        } else {
            let [one, other] = read(&said, "Why {} and {} tie").unwrap();
            assert!((total(one) - total(other)).abs() <= 1e-9, "{said}");
        }
    });
}
