//! What the page of how firm a result is says: its heading, who is first at which share, and which
//! scores would change the winner.

use mizan::analysis::Watch;
use mizan::evaluation::{Evaluation, Firm, Weighting, critical, evaluate, firm};
use mizan::model::Scenario;
use mizan::text;

use crate::documents::Chance;
use crate::headings::unranked;
use crate::reader::{count, names_just, plain, read};
use crate::reference::Reference;
use crate::{for_each_document, for_each_judged_document, options, weightings};

fn check_all(check: impl Fn(&Scenario, &Weighting, &Reference, &Evaluation, &Firm)) {
    let of = |scenario: &Scenario| {
        for (weighting, _, numbers) in weightings(scenario).into_iter().take(2) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            check(scenario, &weighting, &numbers, &evaluation, &firm(&evaluation, None));
        }
    };
    for_each_document(of);
    for_each_judged_document(of);
}

#[test]
fn the_heading_is_true_of_any_result() {
    check_all(|scenario, _, numbers, _, firm| {
        let said = plain(&text::firm::heading(scenario, &firm.ranking, firm.flip.as_ref()));
        assert!(heading(scenario, numbers, &said), "{said}");
    });
}

fn heading(scenario: &Scenario, numbers: &Reference, said: &str) -> bool {
    if numbers.best().is_none() {
        return unranked(scenario, numbers, said) == Ok(());
    }
    let said = match said.strip_prefix("Of the options fully scored, ") {
        Some(said) if !numbers.may_be_first().is_empty() => said,
        None if numbers.may_be_first().is_empty() => said,
        _ => return false,
    };
    let firsts = numbers.firsts();
    let name = |option: usize| &scenario.options[option].name;
    let rivals: Vec<usize> = numbers
        .options()
        .filter(|option| *option != firsts[0] && numbers.total(*option).is_some())
        .collect();
    let points = |rival: &usize| numbers.points_until_level(firsts[0], *rival);
    let least = rivals.iter().filter_map(points).reduce(f64::min);
    if let Some([named]) = read(said, "{} share first place") {
        return firsts.len() > 1 && names_just(named, &options(scenario, &firsts));
    }
    if let Some([first]) = read(said, "{} has no rival that is fully scored") {
        return rivals.is_empty() && first == name(firsts[0]);
    }
    if let Some([first]) = read(said, "{} is first under any weights") {
        return !rivals.is_empty() && least.is_none() && first == name(firsts[0]);
    }
    if let Some([first]) = read(said, "{} holds by less than 0.1 points of weight") {
        return first == name(firsts[0]) && least.is_some_and(|least| least < 0.1 + 1e-4);
    }
    let told = read(said, "{} holds unless {} points of weight move")
        .or_else(|| read(said, "{} holds unless {} point of weight moves"));
    let Some([first, shown]) = told else { return false };
    let shown: f64 = shown.parse().unwrap();
    // Fewer points change nothing, and it is no more than a point, or a tenth of one, too few.
    let step = if shown < 10.0 { 0.1 } else { 1.0 };
    first == name(firsts[0])
        && firsts.len() == 1
        && least.is_some_and(|least| shown <= least + 1e-4 && shown > least - step - 1e-4)
        && (shown == 1.0) == said.ends_with("moves")
}

#[test]
fn at_each_share_who_is_said_to_be_first_is() {
    check_all(|scenario, _, numbers, _, firm| {
        let mut chance = Chance::new(3);
        for (criterion, spans) in firm.spans.iter().enumerate() {
            assert_eq!(
                spans.is_empty(),
                numbers.best().is_none() || numbers.shares[criterion] > 1.0 - 1e-12
            );
            let ends: Vec<f64> = spans.iter().map(|span| span.to).collect();
            assert!(ends.is_sorted() && ends.last().is_none_or(|end| *end == 1.0), "{spans:?}");
            for span in spans {
                for part in [0.5, 0.01 + 0.98 * chance.pick(100) as f64 / 100.0] {
                    let share = span.from + (span.to - span.from) * part;
                    let firsts = numbers.firsts_by(&numbers.with_share(criterion, share));
                    assert!(firsts.contains(&span.option), "{share} of {spans:?}: {firsts:?}");
                }
            }
            let about = &scenario.criteria[criterion];
            let said = plain(&text::firm::strip(scenario, about, 7, spans));
            for span in spans {
                assert!(said.contains(&scenario.options[span.option].name), "{said}");
            }
        }
    });
}

#[test]
fn scores_that_could_change_the_winner_are_counted_as_they_are() {
    check_all(|scenario, weighting, numbers, evaluation, _| {
        let found = critical(scenario, weighting, evaluation, &Watch::default()).unwrap();
        let said = plain(&text::critical_heading(scenario, &evaluation.ranking, &found));
        let inside = found.iter().filter(|cell| cell.inside).count();
        let scored = numbers.options().filter(|option| numbers.total(*option).is_some()).count();
        let holds = match said.as_str() {
            _ if numbers.best().is_none() => unranked(scenario, numbers, &said) == Ok(()),
            "There is no rival that is fully scored" => scored == 1,
            "No single score can change the winner" => {
                found.is_empty() && numbers.firsts().len() == 1
            }
            "No score could change the winner within its own range" => {
                inside == 0 && !found.is_empty()
            }
            "One score could change the winner within its own range" => inside == 1,
            said => {
                let shared = read(said, "First place is shared by {} options")
                    .and_then(|[number]| count(number));
                let many =
                    read(said, "{} scores could each change the winner within their own range")
                        .and_then(|[number]| count(number));
                shared.is_some_and(|shared| shared > 1 && shared == numbers.firsts().len())
                    || many.is_some_and(|many| many > 1 && many == inside)
            }
        };
        assert!(holds, "{said}");
        if let Some(nearest) = text::nearest_score(scenario, &found) {
            let nearest = plain(&nearest);
            let cell = found.iter().find(|cell| cell.inside).unwrap_or(&found[0]);
            assert!(nearest.contains(&scenario.options[cell.takes_over].name), "{nearest}");
        }
    });
}
