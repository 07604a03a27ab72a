//! What points come to: shares from the ends of the scales, and who has weighed.

use std::collections::BTreeSet;

use mizan::analysis::{Grid, Problem, Viewpoint};
use mizan::elicitation::{Weighed, scale_swing, with_weight};
use mizan::evaluation::{Evaluations, Weighting, evaluate, side_by_side};
use mizan::model::{
    Criterion, Edit, Elicitation, Finding, Goal, Judgement, Layer, Member, NodeId, OpenTeam,
    OptionId, Range, Scenario, Score, Tree, ValueFunction,
};
use proptest::prelude::*;

use crate::cases;
use crate::documents::tame_documents;
use crate::judgements::judged;
use crate::tape::{Numbers, tapes};

fn problem(document: &Scenario, team: OpenTeam) -> Problem {
    Problem::new(&Grid::new(document), Viewpoint::Team(team))
}

/// Whether a team has weighed, from METHODS.md's words: no list that it judges lacks a sibling, and
/// the topmost with a choice is one of them.
fn has_weighed(document: &Scenario, team: OpenTeam) -> bool {
    let tree = Tree::new(&document.groups, &document.criteria);
    let named: BTreeSet<NodeId> = judged(&team.judgement().elicitation).into_iter().collect();
    let lists: Vec<BTreeSet<NodeId>> = tree
        .lists()
        .iter()
        .map(|list| list.members.iter().filter_map(|member| tree.id(*member).cloned()).collect())
        .collect();
    let judged: Vec<&BTreeSet<NodeId>> =
        lists.iter().filter(|list| !list.is_disjoint(&named)).collect();
    let is_whole = judged.iter().all(|list| list.is_subset(&named));
    let topmost = lists.iter().find(|list| list.len() >= 2);
    !judged.is_empty() && is_whole && topmost.is_none_or(|topmost| judged.contains(&topmost))
}

/// The team's points, each given anew by hand, which notes where its scale ends.
fn given_anew(document: &Scenario, team: OpenTeam) -> Option<Judgement> {
    let Elicitation::Swing(points) = &team.judgement().elicitation else { return None };
    let problem = problem(document, team);
    let blank = Judgement { elicitation: Elicitation::Swing(Vec::new()), ..Judgement::default() };
    points.iter().try_fold(blank, |judgement, (node, points)| {
        with_weight(document, &problem, &judgement, node, *points, None)
    })
}

/// The document with scales that are worth all there is, and hold every score.
fn on_whole_scales(document: &Scenario) -> Scenario {
    let mut whole = document.clone();
    for criterion in &mut whole.criteria {
        (criterion.range, criterion.value) = (Range::Fixed(-1e9, 1e9), ValueFunction::Linear);
    }
    whole
}

fn other(goal: Goal) -> Goal {
    match goal {
        Goal::Maximize => Goal::Minimize,
        Goal::Minimize => Goal::Maximize,
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whoever_has_weighed_counts_and_nobody_else(document in tame_documents()) {
        let evaluations = Evaluations::from(&document);
        let results = side_by_side(&evaluations);
        let wished: Vec<_> = document
            .open_teams()
            .filter(|team| has_weighed(&document, *team))
            .map(|team| team.id().clone())
            .collect();
        let found: Vec<_> = results.weighed.iter().map(|team| team.result().team.id.clone()).collect();
        prop_assert_eq!(&found, &wished);
        prop_assert_eq!(results.mean.is_some(), !wished.is_empty());
        let mean = evaluations.of(&Weighting::Mean).unwrap();
        for (index, share) in mean.shares.criteria.iter().enumerate().filter(|_| !wished.is_empty()) {
            let of = |id| evaluate(&document, &Weighting::Team(id)).unwrap().shares.criteria[index];
            let sum: f64 = wished.iter().cloned().map(of).sum();
            prop_assert!((share - sum / wished.len() as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn points_given_by_hand_are_in_proportion_to_shares(document in tame_documents().prop_map(|document| on_whole_scales(&document))) {
        let tree = Tree::new(&document.groups, &document.criteria);
        for team in document.open_teams() {
            let Some(judgement) = given_anew(&document, team) else { continue };
            let next = document.edited(&Edit::Judge(team.id().clone(), judgement.clone())).unwrap();
            let evaluation = evaluate(&next, &Weighting::Team(team.id().clone())).unwrap();
            if evaluation.shares.weighed != Weighed::Done {
                continue;
            }
            let no_stale = |finding: &Finding| finding.kind.word() != "stale";
            prop_assert!(evaluation.shares.findings.iter().all(no_stale));
            for list in tree.lists() {
                let of = |member: &Member| match member {
                    Member::Group(index) => evaluation.shares.groups[*index],
                    Member::Criterion(index) => evaluation.shares.criteria[*index],
                };
                let points: Vec<Option<f64>> =
                    list.members.iter().map(|member| judgement.weight_of(tree.id(*member).unwrap())).collect();
                for (a, p) in list.members.iter().zip(&points) {
                    for (b, q) in list.members.iter().zip(&points) {
                        let (p, q) = (p.unwrap_or(1.0), q.unwrap_or(1.0));
                        prop_assert!((of(a) * q - of(b) * p).abs() <= 1e-9 * p.max(q));
                    }
                }
            }
        }
    }

    #[test]
    fn a_scales_ends_are_worth_least_and_most_of_all_its_scores(document in tame_documents(), mut tape in tapes(40, Numbers::Tame)) {
        let grid = Grid::new(&document);
        let base = Problem::new(&grid, Viewpoint::Base);
        for (index, criterion) in document.criteria.iter().enumerate() {
            let (Some(swing), scale) = (scale_swing(criterion, &base, index), &base.scales[index]) else { continue };
            let Some((min, max)) = scale.range(criterion) else { continue };
            prop_assert!((min..=max).contains(&swing.worst) && (min..=max).contains(&swing.best));
            for _ in 0..4 {
                let value = scale.value(tape.within(min, max));
                prop_assert!(scale.value(swing.worst) <= value + 1e-9 && value <= scale.value(swing.best) + 1e-9);
            }
        }
    }

    #[test]
    fn turning_a_goal_turns_the_noted_ends_and_moves_no_share(document in tame_documents()) {
        for criterion in &document.criteria {
            let goal = other(criterion.goal);
            let turned = Edit::ChangeCriterion(Criterion { goal, ..criterion.clone() });
            // Sealed records are never rewritten: then the edit is refused.
            let Ok(next) = document.edited(&turned) else {
                prop_assert!(document.teams.iter().any(|team| team.opened().is_none()));
                continue;
            };
            for team in document.open_teams() {
                let weighting = Weighting::Team(team.id().clone());
                let (before, after) = (evaluate(&document, &weighting).unwrap(), evaluate(&next, &weighting).unwrap());
                let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
                prop_assert!(before.shares.criteria.iter().zip(&after.shares.criteria).all(near));
            }
        }
    }

    #[test]
    fn a_goal_turned_behind_a_curve_turns_the_noted_ends_once_the_value_is_straight(document in tame_documents().prop_map(|document| on_whole_scales(&document))) {
        let is_sealed = document.teams.iter().any(|team| team.opened().is_none());
        let given = document.open_teams().filter_map(|team| {
            Some(Edit::Judge(team.id().clone(), given_anew(&document, team)?))
        });
        let weighed = document.edited(&Edit::Several(given.collect())).unwrap();
        for criterion in &document.criteria {
            let curve = ValueFunction::Piecewise(vec![(0.0, 0.0), (1.0, 1.0)]);
            let curved = Criterion { value: curve, ..criterion.clone() };
            let turned = Criterion { goal: other(criterion.goal), ..curved.clone() };
            let straight = Criterion { value: ValueFunction::Linear, ..turned.clone() };
            let before = weighed.edited(&Edit::ChangeCriterion(curved)).unwrap();
            let before = before.edited(&Edit::ChangeCriterion(turned)).unwrap();
            let after = before.edited(&Edit::ChangeCriterion(straight));
            prop_assert_eq!(after.is_err(), is_sealed, "what is sealed may have to be turned");
            let Ok(after) = after else { continue };
            for (team, now) in weighed.open_teams().zip(after.open_teams()) {
                if !matches!(team.judgement().elicitation, Elicitation::Swing(_)) {
                    continue;
                }
                let ends = |team: OpenTeam| team.judgement().weighed_ranges.get(&criterion.id).copied();
                prop_assert_eq!(ends(now), ends(team).map(|(worst, best)| (best, worst)));
                let of = |document, team: OpenTeam| evaluate(document, &Weighting::Team(team.id().clone())).unwrap();
                let (was, is) = (of(&weighed, team), of(&after, now));
                let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
                prop_assert!(was.shares.criteria.iter().zip(&is.shares.criteria).all(near));
            }
        }
    }

    #[test]
    fn a_first_weight_gives_nothing_to_any_other(document in tame_documents(), weight in prop_oneof![Just(0.0), 0.1..100.0_f64]) {
        for team in document.open_teams() {
            let problem = problem(&document, team);
            for criterion in &document.criteria {
                let before = Judgement::default();
                let given = with_weight(&document, &problem, &before, &criterion.id, weight, None).unwrap();
                prop_assert_eq!(judged(&given.elicitation), vec![criterion.id.clone()]);
                let next = document.edited(&Edit::Judge(team.id().clone(), given));
                let tree = Tree::new(&document.groups, &document.criteria);
                let is_alone = tree.list_of(&criterion.id).unwrap().members.len() == 1;
                prop_assert!(next.is_ok() || (weight == 0.0 && is_alone));
                let Ok(next) = next else { continue };
                let shares = evaluate(&next, &Weighting::Team(team.id().clone())).unwrap().shares;
                prop_assert!((shares.criteria.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                // What stands beside nothing alone isn't left out: all count alike.
                let told = shares.findings.iter().any(|finding| finding.kind.word() == "left-out");
                prop_assert_eq!(told, weight > 0.0 && !is_alone);
                let is_done = shares.weighed == Weighed::Done;
                prop_assert!(is_done || told || shares.findings[0].kind.word() == "not-weighed");
            }
        }
    }
}

#[test]
fn points_given_while_a_column_is_constant_count_once_it_is_not() {
    let text = r#"(format: 1, title: "One price",
        criteria: [
            (id: "price", name: "Price", goal: Minimize, range: Observed),
            (id: "quality", name: "Quality"),
        ],
        options: [(id: "a", name: "A"), (id: "b", name: "B")],
        scores: {"a": {"price": (score: 100), "quality": (score: 5)}},
        teams: [(id: "t", name: "T", scores: {"a": {"price": (score: 120)}})])"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let [price, quality] = ["price", "quality"].map(|id| NodeId::new(id).unwrap());
    let team = document.open_teams().next().unwrap();
    let problem = problem(&document, team);
    let before = Judgement {
        elicitation: Elicitation::Swing(Vec::new()),
        weighed_ranges: [(price.clone(), (90.0, 50.0))].into_iter().collect(),
        weighed: None,
    };
    let weigh = |before: &Judgement, node, points| {
        with_weight(&document, &problem, before, node, points, None).unwrap()
    };
    let given = weigh(&weigh(&before, &price, 60.0), &quality, 40.0);
    assert_eq!(given.weighed_ranges.get(&price), None, "there are no two ends to note");
    assert!(given.weighed_ranges.contains_key(&quality));
    let swing = scale_swing(&document.criteria[0], &problem, 0).unwrap();
    assert_eq!((swing.worst, swing.best), (100.0, 100.0), "where the scale stands, to be shown");
    let dearer = Some(Score::exact(200.0));
    let edits = vec![
        Edit::Judge(team.id().clone(), given),
        Edit::SetScore(Layer::Base, OptionId::new("b").unwrap(), price, dearer),
    ];
    let next = document.edited(&Edit::Several(edits)).unwrap();
    let shares = evaluate(&next, &Weighting::Team(team.id().clone())).unwrap().shares;
    assert!((shares.criteria[0] - 0.6).abs() < 1e-12, "{:?}", shares.criteria);
    assert_eq!(shares.findings, []);
}
