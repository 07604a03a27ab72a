//! How firm a result is, and between which shares it holds.

use mizan::analysis::Watch;
use mizan::evaluation::{Sensitivity, evaluate, sensitivity};
use mizan::model::Scenario;
use mizan::text;

use crate::documents::Chance;
use crate::headings::{others, unranked};
use crate::reader::{names_just, plain, read};
use crate::reference::Reference;
use crate::{for_each_document, options, weightings};

fn for_each_result(
    check: impl Fn(&Scenario, &Reference, &mizan::evaluation::Evaluation, &Sensitivity),
) {
    for_each_document(|scenario| {
        // The mean and one team are enough of what is the same for all.
        for (weighting, _, numbers) in weightings(scenario).into_iter().take(2) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            let watch = Watch::default();
            let found = sensitivity(scenario, &weighting, &evaluation, &watch).unwrap();
            check(scenario, &numbers, &evaluation, &found);
        }
    });
}

#[test]
fn what_is_enough_to_draw_level_is_enough() {
    for_each_result(|scenario, numbers, evaluation, found| {
        let said = plain(&text::firmness(scenario, &evaluation.ranking, found));
        assert!(firmness(scenario, numbers, &said), "{said}");
    });
}

fn firmness(scenario: &Scenario, numbers: &Reference, said: &str) -> bool {
    if numbers.best().is_none() {
        let why = said.strip_suffix('.');
        return why.is_some_and(|why| unranked(scenario, numbers, why) == Ok(()));
    }
    let note = " That is of the options fully scored alone; ";
    let said = match said.split_once(note) {
        None => {
            if !numbers.may_be_first().is_empty() {
                return false;
            }
            said
        }
        Some((said, open)) => {
            let open = open.trim_end_matches('.');
            if numbers.may_be_first().is_empty() || others(scenario, numbers, open).is_err() {
                return false;
            }
            said
        }
    };
    let winner = numbers.firsts()[0];
    let name = |option: usize| &scenario.options[option].name;
    let rivals: Vec<usize> = numbers
        .options()
        .filter(|option| *option != winner && numbers.total(*option).is_some())
        .collect();
    let points = |rival: &usize| numbers.points_until_level(winner, *rival);
    let least = rivals.iter().filter_map(points).reduce(f64::min);
    let rival_of = |rival: &str| rivals.iter().copied().find(|option| name(*option) == rival);
    if let Some([first]) = read(said, "{} has no rival that is fully scored.") {
        return rivals.is_empty() && first == name(winner);
    }
    if let Some([first]) = read(said, "No weights at all would put another option level with {}.") {
        return !rivals.is_empty() && least.is_none() && first == name(winner);
    }
    if let Some([rival, first]) = read(said, "{} is level with {} already.") {
        return first == name(winner)
            && rival_of(rival).is_some_and(|rival| numbers.firsts().contains(&rival));
    }
    let pattern = "Moving {} of 100 points of weight is enough to put {} level with {}.";
    let Some([shown, rival, first]) = read(said, pattern) else { return false };
    let Some(needed) = rival_of(rival).and_then(|rival| points(&rival)) else { return false };
    let shown: f64 = shown.parse().unwrap();
    // Enough for the rival that is named, and no more than a tenth more than the least.
    shown >= needed - 1e-6
        && least.is_some_and(|least| shown < least + 0.1 + 1e-6)
        && first == name(winner)
}

#[test]
fn between_the_ends_that_are_told_the_winner_stays_first() {
    for_each_result(|scenario, numbers, _, found| {
        let Some(winner) = found.winner else { return };
        for (criterion, stability) in found.stability.iter().enumerate() {
            let ends = stability.interval.as_ref().map(|found| (found.low, found.high));
            let [share, low, high] = text::stability(stability.share, ends);
            if ends.is_none() {
                assert!(numbers.shares[criterion] > 1.0 - 1e-9);
                continue;
            }
            let told = |text: &str| -> f64 {
                text.strip_suffix(" %").unwrap().parse::<f64>().unwrap() / 100.0
            };
            let (share, low, high) = (told(&share), told(&low), told(&high));
            assert!(low <= share && share <= high, "{low} {share} {high}");
            let own = numbers.shares[criterion];
            for end in [low, high].into_iter().filter(|end| (end - own).abs() > 1e-3) {
                let firsts = numbers.firsts_by(&near(numbers, criterion, end));
                assert!(firsts.contains(&winner), "{} at {end}", scenario.criteria[criterion].id);
            }
        }
    });
}

/// The shares with one set so near to an end that what is level there is level.
fn near(numbers: &Reference, criterion: usize, end: f64) -> Vec<f64> {
    numbers.with_share(criterion, end + (numbers.shares[criterion] - end) * 1e-7)
}

#[test]
fn who_is_at_least_as_good_everywhere_is_it() {
    for_each_result(|scenario, numbers, _, found| {
        for said in text::dominated(scenario, &found.dominance) {
            let said = plain(&said);
            let tail = "at least as good as {} everywhere, and better somewhere.";
            let [better, worse] = read(&said, &format!("{{}} is {tail}"))
                .or_else(|| read(&said, &format!("{{}} are each {tail}")))
                .unwrap();
            let worse =
                numbers.options().find(|option| scenario.options[*option].name == worse).unwrap();
            let dominates = |option: &usize| {
                let pairs = numbers.values[*option].iter().zip(&numbers.values[worse]);
                let leads: Option<Vec<f64>> = pairs.map(|(a, b)| Some((*a)? - (*b)?)).collect();
                leads.is_some_and(|leads| {
                    leads.iter().all(|lead| *lead >= -1e-9) && leads.iter().any(|lead| *lead > 1e-9)
                })
            };
            let all = numbers.options().filter(|option| !numbers.is_ruled_out(*option));
            let all: Vec<usize> = all.filter(dominates).collect();
            assert!(!numbers.is_ruled_out(worse));
            assert!(names_just(better, &options(scenario, &all)), "{said}");
        }
    });
}

#[test]
fn who_is_first_under_no_weights_is_first_under_none_that_are_tried() {
    for_each_result(|scenario, numbers, _, found| {
        let mut chance = Chance::new(7);
        for said in text::never_wins(scenario, &found.never_wins) {
            let said = plain(&said);
            let [name, behind] =
                read(&said, "{} is first under no weights; at best it is {}").unwrap();
            let [_, rest] = read(behind, "{} of 10 behind. {}").unwrap();
            let cure = read::<4>(rest, "It could draw level if {} were {} instead of {}.{}");
            assert!(
                cure.is_some()
                    || rest == "No single other score would change that."
                    || read::<3>(rest, "It could draw level if {} were {} instead of {}.")
                        .is_some(),
                "{said}"
            );
            let option =
                numbers.options().find(|option| scenario.options[*option].name == name).unwrap();
            for _ in 0..20 {
                let weights: Vec<f64> =
                    numbers.shares.iter().map(|_| chance.pick(100) as f64).collect();
                let sum: f64 = weights.iter().sum::<f64>().max(1.0);
                let shares: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
                if shares.iter().sum::<f64>() > 0.5 {
                    assert!(!numbers.firsts_by(&shares).contains(&option), "{said}: {shares:?}");
                }
            }
        }
    });
}
