//! What holds of every ranking of every document, as extreme as its numbers may be.

use mizan::analysis::{NotScored, Ranking, TIE, is_better};
use mizan::elicitation::Weighed;
use mizan::evaluation::{Evaluation, Evaluations, Weighting, all_findings, evaluate};
use mizan::model::{Goal, MustHave, NodeId, Range, Scenario, Score, Tree, ValueFunction};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::documents::{documents, tame_documents};
use crate::tape::{Numbers, Tape, tapes};

/// The evaluations under the mean and every team, as far as there are any.
pub fn evaluations(document: &Scenario) -> Vec<(Weighting, Evaluation)> {
    let teams = document.teams.iter().map(|team| Weighting::Team(team.id.clone()));
    let all = std::iter::once(Weighting::Mean).chain(teams);
    all.filter_map(|weighting| Some((weighting.clone(), evaluate(document, &weighting).ok()?)))
        .collect()
}

/// The document with the teams alone that can be evaluated, so that there is a mean.
pub fn readable(document: &Scenario) -> Scenario {
    let can_be_read =
        |id: &mizan::model::TeamId| evaluate(document, &Weighting::Team(id.clone())).is_ok();
    let teams = document.teams.iter().filter(|team| can_be_read(&team.id)).cloned().collect();
    Scenario { teams, decision: None, ..document.clone() }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12
}

/// The levels that ranks are counted over: the totals, and the not-scored options whose place is
/// decided.
fn levels(ranking: &Ranking, filled: impl Fn(&NotScored) -> f64) -> Vec<(Option<usize>, f64)> {
    let scored = ranking.ranked.iter().map(|ranked| (Some(ranked.rank), ranked.total));
    let decided = ranking
        .not_scored
        .iter()
        .filter(|open| open.rank.is_some())
        .map(|open| (open.rank, filled(open)));
    scored.chain(decided).collect()
}

fn check_ranks(levels: &[(Option<usize>, f64)]) -> Result<(), TestCaseError> {
    for (rank, level) in levels {
        let better = levels.iter().filter(|(_, other)| is_better(*other, *level)).count();
        prop_assert_eq!(*rank, Some(1 + better), "{:?}", levels);
    }
    Ok(())
}

fn check_shares(document: &Scenario, evaluation: &Evaluation) -> Result<(), TestCaseError> {
    let shares = &evaluation.shares;
    prop_assert_eq!(
        (shares.criteria.len(), shares.groups.len()),
        (document.criteria.len(), document.groups.len())
    );
    prop_assert!(
        shares
            .criteria
            .iter()
            .chain(&shares.groups)
            .all(|share| (0.0..=1.0 + 1e-12).contains(share)),
        "{:?}",
        shares
    );
    let sum: f64 = shares.criteria.iter().sum();
    prop_assert!(
        document.criteria.is_empty() || is_near(sum, 1.0),
        "the shares sum to {}: {:?}",
        sum,
        shares
    );
    let tree = Tree::new(&document.groups, &document.criteria);
    for list in tree.lists() {
        let of = |member: &mizan::model::Member| match member {
            mizan::model::Member::Group(index) => shares.groups[*index],
            mizan::model::Member::Criterion(index) => shares.criteria[*index],
        };
        let below: f64 = list.members.iter().map(of).sum();
        let above = list.parent.map_or(1.0, |parent| shares.groups[parent]);
        prop_assert!(is_near(below, above), "a group's share is {}, its members' {}", above, below);
    }
    Ok(())
}

fn check_ranking(document: &Scenario, ranking: &Ranking) -> Result<(), TestCaseError> {
    for ranked in &ranking.ranked {
        prop_assert!((-1e-12..=1.0 + 1e-12).contains(&ranked.total), "{:?}", ranked);
        prop_assert_eq!(ranked.contributions.len(), document.criteria.len());
        prop_assert!(is_near(ranked.contributions.iter().sum(), ranked.total), "{:?}", ranked);
    }
    for open in &ranking.not_scored {
        prop_assert!(
            -1e-12 <= open.low && open.low <= open.high + 1e-12 && open.high <= 1.0 + 1e-12,
            "{:?}",
            open
        );
    }
    let mut listed: Vec<usize> = ranking.ranked.iter().map(|ranked| ranked.option).collect();
    listed.extend(
        ranking
            .not_scored
            .iter()
            .map(|open| open.option)
            .chain(ranking.ruled_out.iter().map(|out| out.option)),
    );
    listed.sort_unstable();
    let all: Vec<usize> = if document.criteria.is_empty() {
        Vec::new()
    } else {
        (0..document.options.len()).collect()
    };
    prop_assert_eq!(listed, all);
    prop_assert!(ranking.ranked.is_sorted_by_key(|ranked| (ranked.rank, ranked.option)));
    check_ranks(&levels(ranking, |open| open.low))
}

/// A total with every missing cell at some value between the ends of its value function.
fn filled_total(tape: &mut Tape, evaluation: &Evaluation, open: &NotScored) -> f64 {
    let mut parts = open.contributions.clone();
    for criterion in &open.missing {
        let (least, greatest) = evaluation.problem.scales[*criterion].extent();
        parts[*criterion] = evaluation.shares.criteria[*criterion] * tape.within(least, greatest);
    }
    parts.iter().sum()
}

/// The document without must-haves and with fixed ranges, so that a score moves nothing but its own
/// value.
fn plain(document: &Scenario) -> Scenario {
    let mut plain = document.clone();
    for criterion in &mut plain.criteria {
        criterion.must_have = None::<MustHave>;
        if criterion.range == Range::Observed {
            criterion.range = Range::Fixed(-20.0, 20.0);
        }
    }
    plain
}

/// The document with a score in every missing cell, anywhere in the range in which it could lie.
fn filled(tape: &mut Tape, document: &Scenario) -> Scenario {
    let mut filled = document.clone();
    for option in &document.options {
        for criterion in document
            .criteria
            .iter()
            .filter(|criterion| document.scores.get(&option.id, &criterion.id).is_none())
        {
            let (min, max) = match (&criterion.value, criterion.range) {
                (ValueFunction::Piecewise(points), _) => {
                    (points.first().unwrap().0, points.last().unwrap().0)
                }
                (ValueFunction::Linear, Range::Fixed(min, max)) => (min, max),
                (ValueFunction::Linear, Range::Observed) => (0.0, 1.0),
            };
            filled.scores.set(
                option.id.clone(),
                criterion.id.clone(),
                Score::exact(tape.within(min, max)),
            );
        }
    }
    filled
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn shares_are_none_negative_and_sum_to_one(document in documents()) {
        for (_, evaluation) in evaluations(&readable(&document)) {
            check_shares(&document, &evaluation)?;
        }
    }

    #[test]
    fn every_option_is_ranked_or_not_scored_or_ruled_out_and_ranks_leave_gaps_after_ties(document in documents()) {
        for (_, evaluation) in evaluations(&readable(&document)) {
            check_ranking(&document, &evaluation.ranking)?;
        }
    }

    #[test]
    fn whole_numbers_tie_and_rank_as_others_do(document in tame_documents()) {
        for (_, evaluation) in evaluations(&readable(&document)) {
            check_shares(&document, &evaluation)?;
            check_ranking(&document, &evaluation.ranking)?;
        }
    }

    #[test]
    fn no_number_shown_is_nan_or_infinite(document in documents()) {
        let document = readable(&document);
        for (weighting, evaluation) in evaluations(&document) {
            let shown = format!("{:?} {:?} {:?}", evaluation.shares, evaluation.ranking, evaluation.findings);
            prop_assert!(!shown.contains("NaN") && !shown.contains("inf"), "{:?}: {}", weighting, shown);
        }
        let findings = format!("{:?}", all_findings(&Evaluations::from(&document)));
        prop_assert!(!findings.contains("NaN") && !findings.contains("inf"), "{}", findings);
    }

    #[test]
    fn a_decided_rank_holds_whatever_fills_the_missing_cells(document in documents(), mut tape in tapes(200, Numbers::Tame)) {
        for (_, evaluation) in evaluations(&readable(&document)) {
            for _ in 0..4 {
                let all = &evaluation.ranking.not_scored;
                let totals: Vec<f64> = all.iter().map(|open| filled_total(&mut tape, &evaluation, open)).collect();
                for (open, total) in all.iter().zip(&totals) {
                    prop_assert!(open.low - TIE <= *total && *total <= open.high + TIE, "{} outside {:?}", total, open);
                }
                let at = |open: &NotScored| totals[all.iter().position(|other| other.option == open.option).unwrap()];
                check_ranks(&levels(&evaluation.ranking, at))?;
            }
        }
    }

    #[test]
    fn a_decided_rank_holds_once_the_cells_are_scored(document in tame_documents(), mut tape in tapes(60, Numbers::Tame)) {
        let document = plain(&readable(&document));
        let full = filled(&mut tape, &document);
        let equal_shares = |document: &Scenario| evaluate(&Scenario { teams: Vec::new(), ..document.clone() }, &Weighting::Mean).unwrap();
        let (before, after) = (equal_shares(&document), equal_shares(&full));
        let total = |option: usize| after.ranking.ranked.iter().find(|ranked| ranked.option == option).unwrap().total;
        let placed: Vec<(usize, usize)> = before.ranking.ranked.iter().map(|ranked| (ranked.option, ranked.rank))
            .chain(before.ranking.not_scored.iter().filter_map(|open| Some((open.option, open.rank?)))).collect();
        let levels: Vec<_> = placed.iter().map(|(option, rank)| (Some(*rank), total(*option))).collect();
        check_ranks(&levels)?;
    }

    #[test]
    fn the_best_score_of_a_straight_scale_is_worth_one_and_the_worst_nothing(document in documents()) {
        for (_, evaluation) in evaluations(&readable(&document)) {
            let straight = document.criteria.iter().enumerate().filter(|(_, criterion)| criterion.value == ValueFunction::Linear);
            for (index, criterion) in straight {
                if let Range::Fixed(min, max) = criterion.range {
                    let ends = (evaluation.problem.scales[index].value(min), evaluation.problem.scales[index].value(max));
                    prop_assert_eq!(ends, if criterion.goal == Goal::Maximize { (0.0, 1.0) } else { (1.0, 0.0) });
                }
                let values = (0..document.options.len()).filter_map(|option| evaluation.problem.cell(option, index));
                prop_assert!(values.into_iter().all(|cell| (0.0..=1.0).contains(&cell.value)));
            }
        }
    }
}

/// What the properties are worth rests on this: that rankings have ties, missing cells and decided
/// places.
#[test]
fn random_rankings_have_ties_and_decided_places() {
    let mut runner = TestRunner::deterministic();
    let (mut ties, mut decided, mut weighed) = (0, 0, 0);
    for _ in 0..200 {
        let document = tame_documents().new_tree(&mut runner).unwrap().current();
        for (_, Evaluation { shares, ranking, .. }) in evaluations(&readable(&document)) {
            ties += usize::from(ranking.ranked.windows(2).any(|pair| pair[0].rank == pair[1].rank));
            decided += ranking.not_scored.iter().filter(|open| open.rank.is_some()).count();
            weighed += usize::from(shares.weighed == Weighed::Done);
        }
    }
    assert!(
        ties >= 10 && decided >= 40 && weighed >= 100,
        "{ties} ties, {decided} decided places, {weighed} weighed"
    );
}

/// Points divided by a swing so small that they overflow.
#[test]
fn points_for_a_tiny_swing_do_not_overflow() {
    let text = r#"(format: 1, title: "t", criteria: [(id: "a", name: "A", range: Fixed(0, 1e308)), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 0), "b": (score: 1)}, "y": {"a": (score: 1e-5), "b": (score: 2)}},
        teams: [(id: "t", name: "T", elicitation: Swing([("a", 100), ("b", 50)]))])"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let evaluation = evaluate(&document, &Weighting::of_default(&document)).unwrap();
    let shares: Vec<(NodeId, f64)> =
        document.criteria.iter().map(|c| c.id.clone()).zip(evaluation.shares.criteria).collect();
    assert!(shares.iter().all(|(_, share)| share.is_finite()), "{shares:?}");
}
