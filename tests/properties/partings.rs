//! Weights or facts: what two views part over, split without a rest, and told apart.

use mizan::evaluation::{
    Difference, Evaluations, Half, Weighting, compare_documents, compare_views, parting,
};
use mizan::model::Scenario;
use mizan::text::{self, Sides};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::cases;
use crate::documents::{documents, tame_documents};

fn every_weighting(document: &Scenario) -> Vec<Weighting> {
    let teams = document.open_teams().map(|team| Weighting::Team(team.id().clone()));
    teams.chain([Weighting::Mean]).collect()
}

/// The total of an option under a weighting, added up here from scores, scales and shares.
fn total(evaluations: &Evaluations, weighting: &Weighting, option: usize) -> f64 {
    let evaluation = evaluations.of(weighting).unwrap();
    let shares = evaluation.shares.criteria.iter().enumerate();
    let value = |criterion: usize| evaluation.problem.cell(option, criterion).unwrap().value;
    shares.map(|(criterion, share)| share * value(criterion)).sum()
}

fn check(
    [here, there]: [&Evaluations; 2],
    [left, right]: [&Weighting; 2],
) -> Result<(), TestCaseError> {
    let sides = [
        Half { evaluations: here, weighting: left },
        Half { evaluations: there, weighting: right },
    ];
    let Some(parting) = parting(sides[0], sides[1]) else { return Ok(()) };
    let [x, y] = &parting.options;
    prop_assert!(x != y);
    for (side, lead) in sides.iter().zip(parting.leads) {
        let options = &side.scenario().options;
        let at = |id: &mizan::model::OptionId| {
            options.iter().position(|option| option.id == *id).unwrap()
        };
        let of = |id| total(side.evaluations, side.weighting, at(id));
        prop_assert!((of(x) - of(y) - lead).abs() < 1e-9, "{} {lead}", of(x) - of(y));
    }
    let sum: f64 = parting.parts.iter().map(|(_, part)| part.weights + part.facts).sum();
    let gap = parting.leads[0] - parting.leads[1];
    prop_assert!((sum - gap).abs() < 1e-9, "{sum} {gap}");
    let sizes: Vec<f64> = parting.parts.iter().map(|(_, part)| part.sum.abs()).collect();
    prop_assert!(sizes.is_sorted_by(|a, b| a >= b), "the largest first: {sizes:?}");
    Ok(())
}

/// The same difference with its values the other way round.
fn turned(difference: &Difference) -> Difference {
    let mut turned = difference.clone();
    match &mut turned {
        Difference::Text(_, values) => values.reverse(),
        Difference::Method(values) => values.reverse(),
        Difference::Field { values, .. }
        | Difference::Ground { values, .. }
        | Difference::Decision(_, values) => values.reverse(),
        Difference::Share { shares, .. } => shares.reverse(),
        Difference::Score { scores, .. } => scores.reverse(),
        Difference::Reason { reasons, .. } => reasons.reverse(),
        _ => {}
    }
    turned
}

fn has_turned(difference: &Difference) -> bool {
    turned(difference) != *difference
}

fn told_apart(document: &Scenario, differences: &[Difference]) -> Result<(), TestCaseError> {
    let document = &text::told_apart(document);
    let sides = Sides { names: ["left", "right"], documents: [document, document] };
    for difference in differences.iter().filter(|difference| has_turned(difference)) {
        let told = text::difference(sides, difference);
        prop_assert!(told != text::difference(sides, &turned(difference)), "{told}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_parts_of_a_gap_add_up_to_it(document in tame_documents(), other in tame_documents()) {
        let (here, there) = (Evaluations::from(&document), Evaluations::from(&other));
        for left in &every_weighting(&document) {
            for right in &every_weighting(&document) {
                check([&here, &here], [left, right])?;
            }
            check([&here, &there], [left, &Weighting::Mean])?;
        }
    }

    #[test]
    fn no_two_values_of_a_difference_read_the_same(document in documents(), other in documents()) {
        let (here, there) = (Evaluations::from(&document), Evaluations::from(&other));
        told_apart(&document, &compare_documents(&here, &there))?;
        let all = every_weighting(&document);
        for right in &all {
            let [left, right] =
                [&all[0], right].map(|weighting| Half { evaluations: &here, weighting });
            let found = compare_views(left, right, parting(left, right).as_ref());
            told_apart(&document, &found.into_iter().map(|(_, it)| it).collect::<Vec<_>>())?;
        }
    }
}
