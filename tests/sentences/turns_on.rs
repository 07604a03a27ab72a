//! What is said of what a decision turns on: the heading's numbers and scores are put in place as
//! they are said, and the rest is held against numbers computed anew.

use std::sync::Arc;

use mizan::analysis::Watch;
use mizan::evaluation::{Evaluations, Half, TurnsOn, Weighting, between, parting, turns_on};
use mizan::model::{OptionId, Scenario, Score};
use mizan::text::{self, between as lies, turns_on as words};

use crate::reader::{count, is_hundredths, names_just, plain, read};
use crate::reference::Reference;
use crate::teams::Counted;
use crate::{for_each_document, for_each_judged_document, options};

fn check_all(check: impl Fn(&Counted, &TurnsOn)) {
    let of = |scenario: &Scenario| {
        let evaluations = Evaluations::new(Arc::new(scenario.clone()));
        let found = turns_on(&evaluations, &Watch::default()).unwrap();
        check(&Counted::new(scenario), &found);
    };
    for_each_document(of);
    for_each_judged_document(of);
}

fn index(scenario: &Scenario, name: &str) -> Option<usize> {
    scenario.options.iter().position(|option| option.label() == name)
}

/// Whether an option is first for every team that counts.
fn is_first_for_all(scenario: &Scenario, option: usize) -> bool {
    Counted::new(scenario).teams.iter().all(|(_, numbers)| numbers.firsts().contains(&option))
}

#[test]
fn the_heading_and_what_is_said_below_are_true_as_they_are_said() {
    check_all(|counted, found| {
        let scenario = counted.scenario;
        let said = plain(&words::heading(scenario, found, "as it stands".to_owned()));
        assert!(heading(counted, found, &said), "{said}");
        if let Some(note) = words::note(scenario, found) {
            let note = plain(&note);
            assert!(below(counted, found, (&said, &note)), "{said}: {note}");
        }
    });
}

/// The option that a heading leads to.
fn led_to(said: &str) -> Option<&str> {
    let [_, to] = read(said, "{} would bring {}")?;
    let to = to.rsplit_once(" to ")?.1;
    Some(to.strip_suffix(", of the options fully scored").unwrap_or(to))
}

fn heading(counted: &Counted, found: &TurnsOn, said: &str) -> bool {
    let scenario = counted.scenario;
    let agreed = |option: usize| is_first_for_all(scenario, option);
    let is_agreed = (0..scenario.options.len()).any(agreed);
    if counted.teams.len() < 2 || is_agreed {
        return said == "as it stands";
    }
    let all = if counted.teams.len() == 2 { "both teams" } else { "all " };
    if let Some([teams]) =
        read(said, "No option comes first for {} by weights or its own scores alone")
    {
        let none = found.roads.iter().all(|road| road.way.is_none());
        return teams.starts_with(all) && none && found.mends.iter().all(|it| it.freely.is_none());
    }
    let Some([what, rest]) = read(said, "{} would bring {}") else { return false };
    let Some(option) = led_to(said).and_then(|name| index(scenario, name)) else { return false };
    if !rest.starts_with(all) {
        return false;
    }
    if let Some([points]) = read(what, "{} points of weight").or(read(what, "{} point of weight")) {
        let way = found.roads.iter().find(|road| road.option == option).unwrap();
        let exact = way.way.as_ref().unwrap().points;
        let points: f64 = points.parse().unwrap();
        // Each team's part is rounded up by itself.
        let most = exact + 0.1 * counted.teams.len() as f64 + 1e-3;
        return points >= exact - 1e-3 && points <= most;
    }
    let number = read(what, "{} scores").or(read(what, "{} score")).and_then(|[it]| count(it));
    let mend = found.mends.iter().find(|mended| mended.option == option).unwrap();
    number == mend.freely.as_ref().map(|mend| mend.scores.len())
}

/// The scores that are said are put in place.
fn below(counted: &Counted, found: &TurnsOn, (said, note): (&str, &str)) -> bool {
    let scenario = counted.scenario;
    let option = led_to(said).and_then(|name| index(scenario, name)).unwrap();
    let by_weights = found.roads.iter().find(|road| road.option == option).unwrap();
    if note == "No change of its scores alone does." {
        let mended = found.mends.iter().find(|mended| mended.option == option).unwrap();
        return mended.freely.is_none();
    }
    let (scores, is_told) =
        match (read(note, "If its {}. {}"), read(note, "By its scores alone: {}.")) {
            (Some([scores, weights]), _) => {
                (scores, by_weights.way.is_some() == weights.starts_with("By weights alone, "))
            }
            (None, Some([scores])) => (scores, true),
            (None, None) => return false,
        };
    let mut changed = scenario.clone();
    let id: &OptionId = &scenario.options[option].id;
    for part in scores.split(" and ").flat_map(|part| part.split(", ")) {
        let Some([before, now]) = read(part, "{} instead of {}") else { return false };
        let (name, to) = before.rsplit_once(' ').unwrap();
        let name = name.strip_suffix(" were").unwrap_or(name);
        let Some(criterion) = scenario.criteria.iter().find(|it| it.label() == name) else {
            return false;
        };
        let number = |shown: &str| shown.replace('−', "-").replace('\u{202f}', "").parse::<f64>();
        let (Ok(to), Ok(now)) = (number(to), number(now)) else { return false };
        let own = scenario.scores.get(id, &criterion.id).unwrap();
        if (own.score - now).abs() > 1e-3 * (1.0 + now.abs()) {
            return false;
        }
        changed.scores.set(id.clone(), criterion.id.clone(), Score::exact(to));
    }
    is_told && is_first_for_all(&changed, option)
}

#[test]
fn the_least_worst_loss_is_named_with_its_ties() {
    check_all(|counted, found| {
        let scenario = counted.scenario;
        let Some(regret) = &found.regret else { return };
        let total = |numbers: &Reference, option: usize| numbers.total(option);
        let by_all = |option: &usize| {
            counted.teams.iter().all(|(_, numbers)| total(numbers, *option).is_some())
        };
        let ranked: Vec<usize> = (0..scenario.options.len()).filter(by_all).collect();
        let worst = |option: usize| {
            let losses = counted.teams.iter().map(|(_, numbers)| {
                let best = ranked.iter().filter_map(|it| total(numbers, *it));
                best.fold(f64::MIN, f64::max) - total(numbers, option).unwrap()
            });
            losses.fold(0.0, f64::max)
        };
        let least = ranked.iter().map(|option| worst(*option)).fold(f64::MAX, f64::min);
        let expected: Vec<usize> =
            ranked.iter().copied().filter(|option| worst(*option) <= least + 1e-9).collect();
        let said = plain(&words::least_worst(scenario, regret));
        let named = if least <= 1e-9 {
            let whose = if counted.teams.len() == 1 {
                "it loses nothing."
            } else {
                "no team loses anything."
            };
            said.strip_suffix(whose).and_then(|said| read(said, "With {} "))
        } else {
            let told = said.strip_suffix(" with either.").or(said.strip_suffix(" with each."));
            let told = told.or(said.strip_suffix('.')).unwrap();
            let [named, loss] =
                read(told, "With {} the worst-off team loses least, {} of ten").unwrap();
            assert!(is_hundredths(loss, least), "{said}: {least}");
            Some([named])
        };
        assert!(names_just(named.unwrap()[0], &options(scenario, &expected)), "{said}");
    });
}

#[test]
fn what_lies_between_two_teams_is_said_as_it_is() {
    check_all(|counted, _| {
        let scenario = counted.scenario;
        let evaluations = Evaluations::new(Arc::new(scenario.clone()));
        let [(a, of_a), (b, of_b), ..] = counted.teams.as_slice() else { return };
        let weightings = [a, b].map(|team| Weighting::Team(team.id.clone()));
        let [left, right] =
            weightings.each_ref().map(|weighting| Half { evaluations: &evaluations, weighting });
        let found = between(left, right).unwrap();
        let heading = plain(&lies::steps_heading(scenario, &found));
        let is_open = [of_a, of_b]
            .iter()
            .any(|numbers| numbers.options().any(|option| numbers.interval(option).is_some()));
        let heading = match heading.strip_suffix(", of the options fully scored") {
            Some(rest) if is_open => rest.to_owned(),
            _ => heading,
        };
        let firsts = [of_a, of_b].map(|numbers| numbers.firsts().first().copied());
        let holds = if let Some([name]) = read(&heading, "Both put {} first") {
            firsts[0].is_some() && firsts[0] == firsts[1] && index(scenario, name) == firsts[0]
        } else if let Some([name]) = read(&heading, "{} is first for both, ties included") {
            let option = index(scenario, name).unwrap();
            firsts[0] != firsts[1] && [of_a, of_b].iter().all(|it| it.firsts().contains(&option))
        } else {
            let count = found.steps.len();
            let is_counted = match heading.as_str() {
                "No single step makes them agree" => count == 0,
                "One step makes them agree" => count == 1,
                "Either step makes them agree" => count == 2,
                "Each of these steps makes them agree" => count > 2,
                _ => false,
            };
            is_counted && (firsts[0] != firsts[1] || firsts[0].is_none())
        };
        assert!(holds, "{heading}: {firsts:?}");
        let Some(parting) = parting(left, right) else { return };
        let gap = parting.gap.abs();
        let Some(split) = lies::split(&parting) else {
            let weights: f64 = parting.parts.iter().map(|(_, part)| part.weights).sum();
            let shown = [gap, weights].map(|part| text::total(part.abs()));
            assert_eq!(shown, [text::total(0.0), text::total(0.0)]);
            return;
        };
        assert!((split.weights + split.scores - gap).abs() < 1e-9);
        let said = plain(&lies::split_sentence(scenario, &parting, &split));
        let [weights, scores, shown, _, _] = read(
            &said,
            "Weights {}, scores {}, of the {} points between their leads of {} over {}",
        )
        .unwrap();
        assert!(is_hundredths(shown, gap), "{said}");
        if let (Some(weights), Some(scores)) =
            (weights.strip_suffix(" %"), scores.strip_suffix(" %"))
        {
            let [weights, scores] = [weights, scores].map(|it| it.parse::<f64>().unwrap());
            assert!((weights + scores - 100.0).abs() < 1e-9, "{said}");
            assert!((weights - 100.0 * split.weights / gap).abs() <= 1.0, "{said}");
        } else {
            assert!(split.weights < 0.0 || split.scores < 0.0, "{said}");
        }
    });
}

#[test]
fn each_disagreement_is_said_with_its_ends() {
    check_all(|counted, found| {
        let scenario = counted.scenario;
        for crux in &found.crux {
            let names = crux.ends.map(|end| found.teams[end.team].result().team.label());
            let ends = words::crux_ends(crux, [0, 0]);
            let said = plain(&words::crux(scenario, crux, &ends, names));
            let [_, rest] = read(&said, "{}: from {}").unwrap();
            let [told, moves] = read(rest, "{}, moves {} of ten").unwrap();
            let [from, to] = names;
            let expected = format!("{} for {from} to {} for {to}", ends[0], ends[1]);
            assert_eq!(told, expected);
            let numbers: Vec<f64> = crux.ends.iter().map(|end| end.number).collect();
            let is_share = matches!(crux.point, mizan::analysis::Point::Share(_));
            for (shown, number) in ends.iter().zip(numbers) {
                let shown = shown.trim_end_matches(" %").replace('−', "-").replace('\u{202f}', "");
                let shown: f64 = shown.parse().unwrap();
                let number = if is_share { 100.0 * number } else { number };
                assert!((shown - number).abs() <= 0.5, "{said}: {number}");
            }
            assert!(is_hundredths(moves, crux.moves), "{said}");
            assert!(words::is_felt(crux) == (crux.moves > 1e-9));
        }
    });
}
