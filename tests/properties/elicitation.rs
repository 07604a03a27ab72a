//! Orders, ratios and comparisons with the best and the worst as shares, each held against its own
//! definition.

use std::sync::Arc;

use mizan::elicitation::{Consistency, Shares};
use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{
    BestWorst, Criterion, Elicitation, Finding, FindingKind, Hue, Judged, Judgement, Mark, Mend,
    NodeId, RankWeights, Scenario, Team, TeamId, faults,
};
use mizan::text;
use proptest::prelude::*;

use crate::small::simplex;
use crate::tape::{Numbers, Tape, tapes};

type Pair = (NodeId, NodeId, f64);

fn id(number: usize) -> NodeId {
    NodeId::new(&format!("c{number}")).unwrap()
}

/// A team that judges so many criteria without a tree.
fn document(count: usize, elicitation: Elicitation) -> Scenario {
    let mut document = Scenario::new("shares");
    document.criteria = (0..count)
        .map(|number| Criterion::new(id(number), "Criterion", Hue::nth(number)))
        .collect();
    let judgement = Judgement { elicitation, ..Judgement::default() };
    let team = Team::new(TeamId::new("team").unwrap(), "Team", Mark::nth(0))
        .judging(Judged { judgement, ..Judged::default() });
    document.teams = vec![Arc::new(team)];
    document
}

fn shares(count: usize, elicitation: Elicitation) -> Shares {
    let document = document(count, elicitation);
    let shares = evaluate(&document, &Weighting::of_default(&document)).unwrap().shares;
    assert!(shares.criteria.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
    assert!((shares.criteria.iter().sum::<f64>() - 1.0).abs() <= 1e-12, "{shares:?}");
    shares
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

/// The share of a place from 1, of so many, by METHODS.md.
fn place_share(way: RankWeights, place: usize, count: usize) -> f64 {
    let (k, n) = (place as f64, count as f64);
    match way {
        RankWeights::RankOrderCentroid => (place..=count).map(|i| 1.0 / i as f64).sum::<f64>() / n,
        RankWeights::RankSum => 2.0 * (n + 1.0 - k) / (n * (n + 1.0)),
        RankWeights::RankReciprocal => (1.0 / k) / (1..=count).map(|i| 1.0 / i as f64).sum::<f64>(),
    }
}

/// Every pair of so many ids, either way round.
fn pairs(
    tape: &mut Tape,
    count: usize,
    mut ratio: impl FnMut(&mut Tape, usize, usize) -> f64,
) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            let given = (id(a), id(b), ratio(tape, a, b));
            pairs.push(if tape.chance(40) { transposed(&given) } else { given });
        }
    }
    tape.shuffled(pairs)
}

/// Of few different sizes, so that triples contradict themselves equally, and such as aren't turned
/// back to the last bit.
fn any_ratio(tape: &mut Tape, size: f64) -> f64 {
    let whole = 1.0 + tape.pick(9) as f64;
    tape.choose_from([size, 1.0 / size, size, 1.0 / size, whole, 1.0 / whole])
}

fn transposed((a, b, ratio): &Pair) -> Pair {
    (b.clone(), a.clone(), 1.0 / ratio)
}

fn ratio_of(pairs: &[Pair], a: &NodeId, b: &NodeId) -> f64 {
    let given = |(x, y, ratio): &Pair| match () {
        () if x == a && y == b => Some(*ratio),
        () if x == b && y == a => Some(1.0 / ratio),
        () => None,
    };
    pairs.iter().find_map(given).unwrap()
}

/// How far a triple contradicts itself: 0 where it doesn't.
fn contradiction(pairs: &[Pair], [a, b, c]: &[NodeId; 3]) -> f64 {
    (ratio_of(pairs, a, b) * ratio_of(pairs, b, c) * ratio_of(pairs, c, a)).ln().abs()
}

fn triples(count: usize) -> Vec<[NodeId; 3]> {
    let all = (0..count)
        .flat_map(|a| (a + 1..count).flat_map(move |b| (b + 1..count).map(move |c| [a, b, c])));
    all.map(|triple| triple.map(id)).collect()
}

struct Ratios {
    shares: Vec<f64>,
    ratio: Option<f64>,
    lambda: f64,
    mend: Option<Pair>,
    is_reported: bool,
    said: Option<Mend>,
    sentence: Option<String>,
}

fn of_pairs(count: usize, pairs: &[Pair]) -> Ratios {
    let elicitation = Elicitation::Pairwise(pairs.to_vec());
    let shares = shares(count, elicitation.clone());
    let Some(Consistency::Pairwise { ratio, lambda, mend, .. }) = shares.consistency else {
        panic!("ratios have a consistency")
    };
    let is_it = |finding: &&Finding| matches!(finding.kind, FindingKind::Inconsistent { .. });
    let found = shares.findings.iter().find(is_it);
    let said = found.and_then(|finding| match &finding.kind {
        FindingKind::Inconsistent { mend, .. } => mend.clone(),
        _ => None,
    });
    let sentence = found.map(|found| text::finding(&document(count, elicitation), found));
    let is_reported = found.is_some();
    Ratios { shares: shares.criteria, ratio, lambda, mend, is_reported, said, sentence }
}

/// A comparison of so many ids: the first is best, the second worst.
fn comparisons(tape: &mut Tape, count: usize) -> BestWorst {
    let number = |tape: &mut Tape| tape.choose_from([1.0, 2.0, 3.0, 5.0, 9.0, 1.5, 4.2]);
    let spread = number(tape);
    let mut record = BestWorst {
        best: id(0),
        worst: id(1),
        best_over: vec![(id(1), spread)],
        over_worst: vec![(id(0), spread)],
    };
    for other in 2..count {
        record.best_over.push((id(other), number(tape)));
        record.over_worst.push((id(other), number(tape)));
    }
    record
}

/// The furthest that shares stray from any comparison.
fn strays(record: &BestWorst, shares: &[f64]) -> f64 {
    let place = |id: &NodeId| id.as_str()[1..].parse::<usize>().unwrap();
    let over =
        record.best_over.iter().map(|(id, over)| (shares[0] - over * shares[place(id)]).abs());
    let under =
        record.over_worst.iter().map(|(id, under)| (shares[place(id)] - under * shares[1]).abs());
    over.chain(under).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn an_order_gives_each_place_its_share_and_ties_their_mean(mut tape in tapes(60, Numbers::Tame)) {
        let count = 1 + tape.pick(9);
        let ids = tape.shuffled((0..count).collect());
        let mut places: Vec<Vec<usize>> = Vec::new();
        for id in ids {
            match places.last_mut() {
                Some(tied) if tape.chance(30) => tied.push(id),
                _ => places.push(vec![id]),
            }
        }
        for way in [RankWeights::RankOrderCentroid, RankWeights::RankSum, RankWeights::RankReciprocal] {
            let order = places.iter().map(|tied| tied.iter().map(|number| id(*number)).collect()).collect();
            let shares = shares(count, Elicitation::Ranking(way, order)).criteria;
            let mut first = 1;
            for tied in &places {
                let mean = (first..first + tied.len()).map(|place| place_share(way, place, count)).sum::<f64>() / tied.len() as f64;
                prop_assert!(tied.iter().all(|number| is_near(shares[*number], mean)), "{:?} of {:?}", shares, places);
                first += tied.len();
            }
            prop_assert!(places.windows(2).all(|pair| shares[pair[0][0]] > shares[pair[1][0]]));
        }
    }

    #[test]
    fn ratios_that_agree_give_exactly_their_shares(mut tape in tapes(200, Numbers::Tame)) {
        let count = 2 + tape.pick(16);
        let weights: Vec<f64> = (0..count).map(|_| 1.0 + tape.pick(81) as f64 / 10.0).collect();
        let pairs = pairs(&mut tape, count, |_, a, b| weights[a] / weights[b]);
        let found = of_pairs(count, &pairs);
        let sum: f64 = weights.iter().sum();
        prop_assert!(found.shares.iter().zip(&weights).all(|(share, weight)| (share - weight / sum).abs() <= 1e-12));
        prop_assert!((found.lambda - count as f64).abs() <= 1e-10);
        prop_assert_eq!(found.ratio.is_none(), count > 15, "{} ids", count);
        prop_assert!(found.ratio.is_none_or(|ratio| ratio <= 1e-10) && found.mend.is_none() && !found.is_reported);
    }

    #[test]
    fn a_pair_given_the_other_way_round_changes_nothing(mut tape in tapes(200, Numbers::Tame)) {
        let count = 2 + tape.pick(7);
        let size = tape.choose_from([3.0, 1.8, 7.3, 3.7]);
        let given = pairs(&mut tape, count, |tape, _, _| any_ratio(tape, size));
        let turned: Vec<Pair> = given.iter().map(|pair| if tape.chance(50) { transposed(pair) } else { pair.clone() }).collect();
        let (before, after) = (of_pairs(count, &given), of_pairs(count, &turned));
        prop_assert!(before.shares.iter().zip(&after.shares).all(|(a, b)| is_near(*a, *b)));
        prop_assert!(is_near(before.ratio.unwrap(), after.ratio.unwrap()) && is_near(before.lambda, after.lambda));
        match (&before.mend, &after.mend) {
            (Some((a, b, ratio)), Some((c, d, other))) => prop_assert!(a == c && b == d && is_near(*ratio, *other), "{:?} became {:?}", before.mend, after.mend),
            (before, after) => prop_assert_eq!(before, after),
        }
    }

    #[test]
    fn a_mend_leaves_the_worst_triple_no_worse_and_agreeing_where_the_ratio_may_go_that_far(mut tape in tapes(200, Numbers::Tame)) {
        let count = 3 + tape.pick(6);
        let size = tape.choose_from([3.0, 1.8, 7.3, 3.7]);
        let given = pairs(&mut tape, count, |tape, _, _| any_ratio(tape, size));
        let found = of_pairs(count, &given);
        prop_assert_eq!(found.mend.is_some(), found.ratio.unwrap() > 0.10);
        prop_assert_eq!(found.is_reported, found.mend.is_some());
        let Some((a, b, ratio)) = found.mend else { return Ok(()) };
        let mended: Vec<Pair> = given.iter().map(|pair| if [&pair.0, &pair.1].iter().all(|id| [&a, &b].contains(id)) { (a.clone(), b.clone(), ratio) } else { pair.clone() }).collect();
        let most = triples(count).iter().map(|triple| contradiction(&given, triple)).fold(0.0, f64::max);
        let worst = triples(count).into_iter().filter(|triple| triple.contains(&a) && triple.contains(&b) && is_near(contradiction(&given, triple), most));
        let is_at_an_end = is_near(ratio, 9.0) || is_near(ratio, 1.0 / 9.0);
        let is_mended = |triple: &[NodeId; 3]| {
            let left = contradiction(&mended, triple);
            left <= most + 1e-9 && (is_at_an_end || is_near(left, 0.0))
        };
        prop_assert!((1.0 / 9.0 - 1e-12..=9.0 + 1e-12).contains(&ratio) && worst.into_iter().any(|triple| is_mended(&triple)), "{:?}", (a, b, ratio));
    }

    #[test]
    fn advice_leaves_the_ratio_that_it_names_and_can_be_taken(mut tape in tapes(200, Numbers::Tame)) {
        let count = 3 + tape.pick(6);
        let size = tape.choose_from([3.0, 1.8, 7.3, 9.0, 2.0]);
        let given = pairs(&mut tape, count, |tape, _, _| any_ratio(tape, size));
        let before = of_pairs(count, &given);
        let Some(Mend { more, less, times, ratio }) = before.said else { return Ok(()) };
        prop_assert!((1.0..=9.0).contains(&times) && is_near(times * 100.0, (times * 100.0).round()));
        let is_it = |pair: &Pair| [&more, &less].iter().all(|id| [&pair.0, &pair.1].contains(id));
        let anew = |pair: &Pair| if is_it(pair) { (more.clone(), less.clone(), times) } else { pair.clone() };
        let mended: Vec<Pair> = given.iter().map(anew).collect();
        prop_assert_eq!(faults(&document(count, Elicitation::Pairwise(mended.clone())), None), []);
        let after = of_pairs(count, &mended);
        prop_assert!(is_near(after.ratio.unwrap(), ratio) && ratio < before.ratio.unwrap());
        let sentence = before.sentence.unwrap();
        prop_assert_eq!(sentence.contains("would agree"), ratio <= 0.10, "{}", sentence);
    }

    #[test]
    fn best_and_worst_comparisons_hold_within_the_least_xi_there_is(mut tape in tapes(40, Numbers::Tame)) {
        let count = 2 + tape.pick(6);
        let record = comparisons(&mut tape, count);
        let shares = shares(count, Elicitation::BestWorst(record.clone()));
        let Some(Consistency::BestWorst { xi, ratio }) = shares.consistency else { panic!("comparisons have a consistency") };
        prop_assert!(strays(&record, &shares.criteria) <= xi + 1e-9, "{} beyond {} in {:?}", strays(&record, &shares.criteria), xi, record);
        prop_assert!(xi >= 0.0 && ratio >= 0.0 && (count > 2 || (ratio == 0.0 && xi <= 1e-9)));
        if count == 3 {
            let steps = 100;
            let least = simplex(3, steps).iter().map(|shares| strays(&record, shares)).fold(f64::INFINITY, f64::min);
            prop_assert!(xi <= least + 1e-9, "{} of the grid is less than {}", least, xi);
            prop_assert!(least <= xi + 10.0 / steps as f64, "{} of the grid is far from {}", least, xi);
        }
    }
}
