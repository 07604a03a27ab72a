//! What is found about scores, exactly where it holds.

use mizan::analysis::is_tied;
use mizan::evaluation::{Evaluations, Weighting, evaluate};
use mizan::model::{
    Criterion, FindingKind, NodeId, OpenTeam, OptionId, Range, Scenario, ValueFunction,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::small::{problem, small_documents, team_of, weightings};

/// The ends of a column as METHODS.md has them, by the words of it: over the options that base
/// scores don't rule out, base scores, else the team's own.
fn observed(document: &Scenario, criterion: usize) -> Option<(f64, f64)> {
    let base = problem(document, &Weighting::Mean);
    let id = &document.criteria[criterion].id;
    let kept = || {
        let options = document.options.iter().enumerate();
        options.filter(|(index, _)| !base.is_ruled_out(*index)).map(|(_, option)| &option.id)
    };
    let ends = |scores: Vec<f64>| {
        let (low, high) =
            (scores.iter().copied().reduce(f64::min)?, scores.iter().copied().reduce(f64::max)?);
        Some((low, high))
    };
    let own = team_of(document, &weightings()[1]).unwrap();
    ends(kept().filter_map(|option| Some(document.score_for(None, option, id)?.score)).collect())
        .or_else(|| {
            ends(
                kept()
                    .filter_map(|option| Some(document.counted(own.own_cell(option, id)?).score))
                    .collect(),
            )
        })
}

/// The cells (option, criterion, end) whose score counts as the nearer end of what is observed.
fn cuts(document: &Scenario, weighting: &Weighting) -> Vec<(usize, usize, f64)> {
    let problem = problem(document, weighting);
    let mut cuts = Vec::new();
    for option in (0..document.options.len()).filter(|option| !problem.is_ruled_out(*option)) {
        for (index, criterion) in document.criteria.iter().enumerate() {
            let (min, max) = match (&criterion.value, criterion.range) {
                (ValueFunction::Piecewise(_), _) => continue,
                (_, Range::Fixed(min, max)) => (min, max),
                (_, Range::Observed) => match observed(document, index) {
                    Some(ends) => ends,
                    None => continue,
                },
            };
            let cell = problem.cell(option, index);
            let end = cell.map(|cell| cell.score.clamp(min, max));
            cuts.extend(
                end.filter(|end| *end != cell.unwrap().score).map(|end| (option, index, end)),
            );
        }
    }
    cuts
}

/// The criteria on which all options that aren't ruled out are scored and worth the same.
fn level(document: &Scenario, weighting: &Weighting) -> Vec<usize> {
    let problem = problem(document, weighting);
    let kept: Vec<usize> =
        (0..document.options.len()).filter(|option| !problem.is_ruled_out(*option)).collect();
    let is_level = |criterion: &usize| {
        let values: Option<Vec<f64>> =
            kept.iter().map(|option| Some(problem.cell(*option, *criterion)?.value)).collect();
        values.is_some_and(|values| {
            values.len() > 1 && values.iter().all(|value| is_tied(*value, values[0]))
        })
    };
    (0..document.criteria.len()).filter(is_level).collect()
}

/// What is found of both kinds.
fn found(document: &Scenario, weighting: &Weighting) -> (Vec<(usize, usize, f64)>, Vec<usize>) {
    let option =
        |id: &OptionId| document.options.iter().position(|option| option.id == *id).unwrap();
    let criterion = |id: &NodeId| document.criteria.iter().position(|own| own.id == *id).unwrap();
    let (mut cuts, mut level) = (Vec::new(), Vec::new());
    for finding in evaluate(document, weighting).unwrap().findings {
        match &finding.kind {
            FindingKind::Cut { option: o, criterion: c, end, .. } => {
                cuts.push((option(o), criterion(c), *end));
            }
            FindingKind::NoDifference { team, criterion: c } => {
                // By its own scores there, or by those that decide what is ruled out.
                let decides = |of: &Criterion| of.id == *c || of.must_have.is_some();
                let own = team_of(document, weighting).filter(|team| {
                    let criteria = document.criteria.iter().filter(|of| decides(of));
                    let mut cells =
                        criteria.flat_map(|of| document.options.iter().map(|o| (&o.id, &of.id)));
                    cells.any(|(option, of)| team.own_cell(option, of).is_some())
                });
                assert_eq!(team.as_ref(), own.map(OpenTeam::id));
                level.push(criterion(c));
            }
            _ => {}
        }
    }
    (cuts, level)
}

proptest! {
    #![proptest_config(crate::cases(512))]

    #[test]
    fn a_score_that_counts_as_another_is_told_and_so_is_a_column_without_difference(
        document in small_documents(),
    ) {
        for weighting in weightings() {
            let (found_cuts, found_level) = found(&document, &weighting);
            prop_assert_eq!(found_cuts, cuts(&document, &weighting));
            prop_assert_eq!(found_level, level(&document, &weighting));
        }
    }

    #[test]
    fn only_a_base_score_can_be_nobodys(document in small_documents()) {
        let own = team_of(&document, &weightings()[1]).unwrap();
        let cells = document.options.iter().flat_map(|option| {
            document.criteria.iter().map(move |criterion| (&option.id, &criterion.id))
        });
        let overridden = cells.filter(|(option, criterion)| {
            document.scores.get(option, criterion).is_some()
                && own.own_cell(option, criterion).is_some()
        });
        let evaluations = Evaluations::from(&document);
        prop_assume!(!evaluations.weighed_teams().is_empty());
        let findings = &evaluations.of(&Weighting::Mean).unwrap().findings;
        let told = findings.iter().filter(|f| matches!(f.kind, FindingKind::AllOverride { .. }));
        prop_assert_eq!(told.count(), overridden.count());
    }
}

/// What the properties are worth rests on this.
#[test]
fn random_documents_have_cuts_in_constant_columns_and_columns_without_difference() {
    let mut runner = TestRunner::deterministic();
    let (mut in_constant, mut level_columns) = (0, 0);
    for _ in 0..2_000 {
        let document = small_documents().new_tree(&mut runner).unwrap().current();
        let weighting = &weightings()[1];
        let is_constant = |criterion: usize| {
            document.criteria[criterion].range == Range::Observed
                && observed(&document, criterion).is_some_and(|(min, max)| min == max)
        };
        in_constant += cuts(&document, weighting).iter().filter(|cut| is_constant(cut.1)).count();
        level_columns += level(&document, weighting).len();
    }
    assert!(in_constant >= 10 && level_columns >= 20, "{in_constant}, {level_columns}");
}
