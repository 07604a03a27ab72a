//! How firm a result is, against trying: stability and flip distance. Cures have a file of their
//! own.

use mizan::analysis::{Dominance, TIE, Values, stability};
use mizan::evaluation::evaluate;
use mizan::model::Scenario;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::small::{movement, simplex, small_documents, told, total, values, weightings};

/// A criterion's share set, the others rescaled in proportion.
fn with_share(shares: &[f64], criterion: usize, share: f64) -> Vec<f64> {
    let others = 1.0 - shares[criterion];
    let rescaled = shares
        .iter()
        .enumerate()
        .map(|(index, own)| if index == criterion { share } else { own * (1.0 - share) / others });
    rescaled.collect()
}

fn best(totals: &[f64]) -> f64 {
    totals.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// Whether the option at a place is first at these shares, ties included.
fn is_first(values: &Values, shares: &[f64], place: usize) -> bool {
    let totals = values.totals(shares);
    best(&totals) - totals[place] <= TIE + 1e-12
}

/// One end of an interval: there the taker has drawn level with the winner, beyond it has passed
/// it, and no earlier option has too.
fn check_end(
    values: &Values,
    at: &[f64],
    beyond: &[f64],
    winner: usize,
    taker: usize,
) -> Result<(), TestCaseError> {
    let place = values.options.iter().position(|option| *option == taker).unwrap();
    let (at, beyond) = (values.totals(at), values.totals(beyond));
    prop_assert!(
        best(&at) - at[winner] <= 2.0 * TIE && best(&at) - at[place] <= 2.0 * TIE,
        "{:?}: {} and {}",
        at,
        winner,
        place
    );
    prop_assert!(
        beyond[place] > beyond[winner],
        "beyond the end the taker has {} and the winner {}",
        beyond[place],
        beyond[winner]
    );
    for earlier in (0..place).filter(|earlier| *earlier != winner) {
        let takes_over_too =
            at[winner] - at[earlier] <= 1e-12 && beyond[earlier] - beyond[winner] > 1e-7;
        prop_assert!(!takes_over_too, "{} takes over before {}", earlier, place);
    }
    Ok(())
}

fn check_stability(values: &Values, shares: &[f64]) -> Result<usize, TestCaseError> {
    let Some(winner) = values.winner(shares) else { return Ok(0) };
    let mut ends = 0;
    for (criterion, found) in stability(values, shares).iter().enumerate() {
        prop_assert_eq!(found.share, shares[criterion]);
        prop_assert_eq!(found.interval.is_none(), shares[criterion] >= 1.0 - 1e-12);
        let Some(interval) = &found.interval else { continue };
        prop_assert!(
            0.0 <= interval.low
                && interval.low <= found.share
                && found.share <= interval.high
                && interval.high <= 1.0
        );
        for step in 0..=20 {
            let share = interval.low + (interval.high - interval.low) * f64::from(step) / 20.0;
            prop_assert!(
                is_first(values, &with_share(shares, criterion, share), winner),
                "not first at {} of {:?}",
                share,
                interval
            );
        }
        prop_assert!(interval.below.is_some() || interval.low == 0.0, "{:?}", interval);
        prop_assert!(interval.above.is_some() || interval.high == 1.0, "{:?}", interval);
        for (end, taker, beyond) in [
            (interval.low, interval.below, interval.low * 0.99),
            (interval.high, interval.above, 1.0 - (1.0 - interval.high) * 0.99),
        ] {
            let Some(taker) = taker else { continue };
            check_end(
                values,
                &with_share(shares, criterion, end),
                &with_share(shares, criterion, beyond),
                winner,
                taker,
            )?;
            ends += 1;
        }
    }
    Ok(ends)
}

/// How much share moves on the straight way to other shares until a rival draws level with the
/// winner; none where none does.
fn crossing(values: &Values, shares: &[f64], to: &[f64], winner: usize) -> Option<f64> {
    let rivals = (0..values.count()).filter(|place| *place != winner);
    let parts = rivals.filter_map(|rival| {
        let lead = |at: &[f64]| total(values.row(winner), at) - total(values.row(rival), at);
        let (now, then) = (lead(shares), lead(to));
        match () {
            () if now <= TIE => Some(0.0),
            () if then < 0.0 => Some(now / (now - then)),
            () => (then <= TIE).then_some(1.0),
        }
    });
    parts.reduce(f64::min).map(|part| part * movement(shares, to))
}

fn check_flip(document: &Scenario, values: &Values, shares: &[f64]) -> Result<bool, TestCaseError> {
    let Some(winner) = values.winner(shares) else { return Ok(false) };
    let found = mizan::analysis::flip(values, shares);
    let steps = [1, 40, 40, 24, 14][document.criteria.len()];
    let least = simplex(document.criteria.len(), steps)
        .iter()
        .filter_map(|to| crossing(values, shares, to, winner))
        .reduce(f64::min);
    let Some(flip) = found else {
        prop_assert!(least.is_none(), "no flip was found, yet one takes {:?}", least);
        return Ok(false);
    };
    let rival = values.options.iter().position(|option| *option == flip.option).unwrap();
    let totals = values.totals(&flip.shares);
    prop_assert!(
        rival != winner && (totals[rival] - totals[winner]).abs() <= 2.0 * TIE,
        "{:?}: {:?}",
        flip,
        totals
    );
    prop_assert!(is_first(values, &flip.shares, winner), "a third was level before: {:?}", totals);
    prop_assert!(flip.shares.iter().all(|share| *share >= 0.0), "{:?}", flip);
    prop_assert!((flip.shares.iter().sum::<f64>() - 1.0).abs() <= 1e-12, "{:?}", flip);
    prop_assert!(
        (movement(shares, &flip.shares) - flip.points / 100.0).abs() <= 1e-12,
        "{:?} from {:?}",
        flip,
        shares
    );
    // The grid is coarse, but the corners are on it: some rival draws level on the way to one of
    // them.
    let least =
        least.ok_or_else(|| TestCaseError::fail("a flip that no way to a corner bears out"))?;
    prop_assert!(
        flip.points / 100.0 <= least + 2.0 * TIE,
        "{} points where {} would do",
        flip.points,
        100.0 * least
    );
    Ok(flip.points > 0.0)
}

proptest! {
    #![proptest_config(crate::cases(512))]

    #[test]
    fn on_its_interval_of_a_share_the_winner_is_first_and_beyond_it_the_one_named_takes_over(document in small_documents()) {
        for weighting in weightings() {
            let shares = evaluate(&document, &weighting).unwrap().shares.criteria;
            check_stability(&values(&document, &weighting), &shares)?;
        }
    }

    #[test]
    fn the_flip_draws_level_and_no_way_to_other_shares_does_it_sooner(document in small_documents()) {
        for weighting in weightings() {
            let shares = evaluate(&document, &weighting).unwrap().shares.criteria;
            check_flip(&document, &values(&document, &weighting), &shares)?;
        }
    }

    #[test]
    fn what_is_said_of_an_evaluation_is_what_is_said_of_its_values(document in small_documents()) {
        for weighting in weightings() {
            let evaluation = evaluate(&document, &weighting).unwrap();
            let found = told(&document, &weighting);
            let winner = evaluation.ranking.winners().map(|ranked| ranked.option).min();
            prop_assert_eq!(found.winner, winner);
            prop_assert_eq!(found.stability.len(), document.criteria.len());
            for Dominance { better, worse } in &found.dominance {
                let total = |option: usize| evaluation.ranking.ranked.iter().find(|ranked| ranked.option == option).unwrap().total;
                prop_assert!(total(*better) >= total(*worse) - TIE);
                let back = Dominance { better: *worse, worse: *better };
                prop_assert!(!found.dominance.contains(&back));
            }
        }
    }
}

/// What the properties are worth rests on this: that ends and flips come up.
#[test]
fn random_winners_can_be_overtaken() {
    let mut runner = TestRunner::deterministic();
    let (mut ends, mut flips) = (0, 0);
    for _ in 0..200 {
        let document = small_documents().new_tree(&mut runner).unwrap().current();
        let values = values(&document, &weightings()[1]);
        let shares = evaluate(&document, &weightings()[1]).unwrap().shares.criteria;
        ends += check_stability(&values, &shares).unwrap();
        flips += usize::from(check_flip(&document, &values, &shares).unwrap());
    }
    assert!(ends >= 100 && flips >= 60, "{ends} ends, {flips} flips");
}
