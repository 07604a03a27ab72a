//! What doesn't change a result: other names and ids, another order of options or criteria, weights
//! scaled together.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use mizan::evaluation::{Evaluation, MethodEvaluation, evaluate_by};
use mizan::model::{
    BestWorst, Elicitation, Judgement, Method, NodeId, OptionId, Scenario, ScoreTable, TeamId, Tree,
};
use proptest::prelude::*;

use crate::documents::tame_documents;
use crate::results::{evaluations, readable};
use crate::small::{METHODS, positive_documents, small_documents};
use crate::tape::{Numbers, tapes};

/// What became of an option.
#[derive(Clone, Debug)]
pub enum Place {
    Ranked(usize, f64),
    NotScored(Option<usize>, f64, f64),
    RuledOut,
    /// Part of VIKOR's compromise.
    Compromise,
    /// Scores that a method can't work with, so many.
    Barred(usize),
}

/// By id; the compromise and what is barred under ids with a word behind.
pub type Places = BTreeMap<String, Place>;

impl Place {
    /// The same place, its numbers as near as another order of additions lets them be.
    fn is_same(&self, other: &Self) -> bool {
        let is_near = |a: f64, b: f64| (a - b).abs() <= 1e-9;
        match (self, other) {
            (Self::Ranked(rank, total), Self::Ranked(other_rank, other_total)) => {
                rank == other_rank && is_near(*total, *other_total)
            }
            (
                Self::NotScored(rank, low, high),
                Self::NotScored(other_rank, other_low, other_high),
            ) => rank == other_rank && is_near(*low, *other_low) && is_near(*high, *other_high),
            (Self::RuledOut, Self::RuledOut) | (Self::Compromise, Self::Compromise) => true,
            (Self::Barred(count), Self::Barred(other_count)) => count == other_count,
            _ => false,
        }
    }
}

/// The places of all options by the weighted sum, weighting by weighting in the order of the teams.
pub fn places(document: &Scenario) -> Vec<Places> {
    evaluations(document).iter().map(|(_, evaluation)| by_option(document, evaluation)).collect()
}

/// The places by one of the other methods.
pub fn places_by(document: &Scenario, method: Method) -> Vec<Places> {
    let of = |(weighting, evaluation)| {
        by_method(document, &evaluate_by(document, &weighting, &evaluation, method))
    };
    evaluations(document).into_iter().map(of).collect()
}

fn by_option(document: &Scenario, evaluation: &Evaluation) -> Places {
    let ranking = &evaluation.ranking;
    let id = |option: usize| document.options[option].id.to_string();
    let ranked = ranking.ranked.iter().map(|r| (id(r.option), Place::Ranked(r.rank, r.total)));
    let open =
        ranking.not_scored.iter().map(|o| (id(o.option), Place::NotScored(o.rank, o.low, o.high)));
    ranked
        .chain(open)
        .chain(ranking.ruled_out.iter().map(|o| (id(o.option), Place::RuledOut)))
        .collect()
}

fn by_method(document: &Scenario, evaluation: &MethodEvaluation) -> Places {
    let ranking = &evaluation.ranking;
    let id = |option: usize| document.options[option].id.as_str();
    let ranked = ranking.standings.iter().map(|standing| {
        (id(standing.option).to_owned(), Place::Ranked(standing.rank, standing.total))
    });
    let compromise = ranking
        .compromise
        .iter()
        .map(|option| (format!("{} in compromise", id(*option)), Place::Compromise));
    let barred =
        |option: &usize| ranking.barred.iter().filter(|(other, _)| other == option).count();
    let barred = (0..document.options.len())
        .map(|option| (format!("{} barred", id(option)), Place::Barred(barred(&option))));
    ranked.chain(compromise).chain(barred).collect()
}

pub fn check_same(before: &[Places], after: &[Places]) -> Result<(), TestCaseError> {
    prop_assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(after) {
        let is_same = before.len() == after.len()
            && before
                .iter()
                .all(|(id, place)| after.get(id).is_some_and(|other| place.is_same(other)));
        prop_assert!(is_same, "\n{:?}\nbecame\n{:?}", before, after);
    }
    Ok(())
}

/// Checks that two documents give the same results in every method.
fn check_all(before: &Scenario, after: &Scenario) -> Result<(), TestCaseError> {
    check_same(&places(before), &places(after))?;
    METHODS
        .into_iter()
        .try_for_each(|method| check_same(&places_by(before, method), &places_by(after, method)))
}

/// Documents of many kinds, some of which every method can work with.
pub fn all_documents() -> impl Strategy<Value = Scenario> {
    prop_oneof![tame_documents(), small_documents(), positive_documents()]
        .prop_map(|document| readable(&document))
}

fn with_other_names(document: &Scenario) -> Scenario {
    let mut named = document.clone();
    "another".clone_into(&mut named.title);
    named.options.iter_mut().for_each(|option| {
        (option.name, option.short, option.note) = ("same".into(), "s".into(), "n".into());
    });
    named.criteria.iter_mut().for_each(|criterion| {
        (criterion.name, criterion.unit, criterion.labels) =
            ("same".into(), "u".into(), Vec::new());
    });
    named
        .groups
        .iter_mut()
        .for_each(|group| (group.name, group.short) = ("same".into(), "s".into()));
    for team in &mut named.teams {
        let team = Arc::make_mut(team);
        (team.name, team.note) = ("same".into(), String::new());
        team.opened_mut().unwrap().reasons = IndexMap::new();
    }
    named
}

/// The same document with all ids but the options' turned around: another text, and another order
/// of hashes.
fn with_other_ids(document: &Scenario) -> Scenario {
    let mut renamed = document.clone();
    renamed.groups.iter_mut().for_each(|group| {
        (group.id, group.group) = (other(&group.id), group.group.as_ref().map(other));
    });
    renamed
        .criteria
        .iter_mut()
        .for_each(|c| (c.id, c.group) = (other(&c.id), c.group.as_ref().map(other)));
    renamed.scores = with_other_columns(&document.scores);
    for team in &mut renamed.teams {
        let team = Arc::make_mut(team);
        team.id = TeamId::new(&turned(team.id.as_str())).unwrap();
        let judged = team.opened_mut().unwrap();
        rename_judgement(&mut judged.judgement);
        judged.scores = with_other_columns(&judged.scores);
        judged.reasons = IndexMap::new();
    }
    renamed
}

fn turned(id: &str) -> String {
    id.chars().rev().collect()
}

fn other(id: &NodeId) -> NodeId {
    NodeId::new(&turned(id.as_str())).unwrap()
}

fn with_other_columns(table: &ScoreTable) -> ScoreTable {
    let mut renamed = ScoreTable::default();
    for (option, criterion, score) in table.cells() {
        renamed.set(option.clone(), other(criterion), score.clone());
    }
    renamed
}

/// The same document with the options' ids turned around.
fn with_other_option_ids(document: &Scenario) -> Scenario {
    let other = |id: &OptionId| OptionId::new(&turned(id.as_str())).unwrap();
    let rows = |table: &ScoreTable| {
        let mut renamed = ScoreTable::default();
        table.cells().for_each(|(option, criterion, score)| {
            renamed.set(other(option), criterion.clone(), score.clone());
        });
        renamed
    };
    let mut renamed = document.clone();
    renamed.options.iter_mut().for_each(|option| option.id = other(&option.id));
    renamed.scores = rows(&document.scores);
    for team in &mut renamed.teams {
        let judged = Arc::make_mut(team).opened_mut().unwrap();
        (judged.scores, judged.gut_ranking) =
            (rows(&judged.scores), judged.gut_ranking.iter().map(other).collect());
    }
    renamed
}

fn rename_judgement(judgement: &mut Judgement) {
    judgement.weighed_ranges =
        judgement.weighed_ranges.iter().map(|(id, ends)| (other(id), *ends)).collect();
    let numbers =
        |list: &[(NodeId, f64)]| list.iter().map(|(id, number)| (other(id), *number)).collect();
    judgement.elicitation = match &judgement.elicitation {
        Elicitation::Direct(weights) => {
            Elicitation::Direct(weights.iter().map(|(id, weight)| (other(id), *weight)).collect())
        }
        Elicitation::Swing(points) => Elicitation::Swing(numbers(points)),
        Elicitation::Ranking(weights, places) => Elicitation::Ranking(
            *weights,
            places.iter().map(|tied| tied.iter().map(other).collect()).collect(),
        ),
        Elicitation::Pairwise(pairs) => Elicitation::Pairwise(
            pairs.iter().map(|(a, b, ratio)| (other(a), other(b), *ratio)).collect(),
        ),
        Elicitation::BestWorst(BestWorst { best, worst, best_over, over_worst }) => {
            Elicitation::BestWorst(BestWorst {
                best: other(best),
                worst: other(worst),
                best_over: numbers(best_over),
                over_worst: numbers(over_worst),
            })
        }
    };
}

/// Each direct team's weights of one list of siblings, chosen by `index`, times `factor`.
fn scaled(document: &Scenario, index: prop::sample::Index, factor: f64) -> Scenario {
    let tree = Tree::new(&document.groups, &document.criteria);
    let Some(list) = tree.lists().get(index.index(tree.lists().len().max(1))) else {
        return document.clone();
    };
    let members: Vec<&NodeId> = list.members.iter().filter_map(|member| tree.id(*member)).collect();
    let mut scaled = document.clone();
    for team in &mut scaled.teams {
        let judged = Arc::make_mut(team).opened_mut().unwrap();
        if let Elicitation::Direct(weights) = &mut judged.judgement.elicitation {
            weights
                .iter_mut()
                .filter(|(id, _)| members.contains(id))
                .for_each(|(_, weight)| *weight *= factor);
        }
    }
    scaled
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn names_make_no_difference(document in all_documents()) {
        check_all(&document, &with_other_names(&document))?;
    }

    #[test]
    fn ids_make_no_difference(document in all_documents()) {
        check_all(&document, &with_other_ids(&document))?;
    }

    #[test]
    fn ids_of_options_make_no_difference(document in all_documents()) {
        let turned_back = |places: Vec<Places>| -> Vec<Places> {
            let key = |id: &str| id.split_once(' ').map_or_else(|| turned(id), |(id, word)| format!("{} {word}", turned(id)));
            places.into_iter().map(|places| places.into_iter().map(|(id, place)| (key(&id), place)).collect()).collect()
        };
        let renamed = with_other_option_ids(&document);
        check_same(&places(&document), &turned_back(places(&renamed)))?;
        for method in METHODS {
            check_same(&places_by(&document, method), &turned_back(places_by(&renamed, method)))?;
        }
    }

    #[test]
    fn the_order_of_options_makes_no_difference_to_their_ranks(document in all_documents(), mut tape in tapes(20, Numbers::Tame)) {
        let options = tape.shuffled(document.options.clone());
        check_all(&document, &Scenario { options, ..document.clone() })?;
    }

    #[test]
    fn the_order_of_criteria_makes_no_difference(document in all_documents(), mut tape in tapes(20, Numbers::Tame)) {
        let (criteria, groups) = (tape.shuffled(document.criteria.clone()), tape.shuffled(document.groups.clone()));
        check_all(&document, &Scenario { criteria, groups, ..document.clone() })?;
    }

    #[test]
    fn the_order_of_teams_makes_no_difference_to_their_mean(document in all_documents()) {
        let teams = document.teams.iter().rev().cloned().collect();
        let turned = Scenario { teams, ..document.clone() };
        check_same(&places(&document)[..1], &places(&turned)[..1])?;
        for method in METHODS {
            check_same(&places_by(&document, method)[..1], &places_by(&turned, method)[..1])?;
        }
    }

    #[test]
    fn weights_of_one_list_scaled_together_are_the_same_weights(
        document in all_documents(), index in any::<prop::sample::Index>(), factor in 0.001..1_000.0,
    ) {
        check_all(&document, &scaled(&document, index, factor))?;
    }
}

/// The ids that a table's rows are sorted by: renamed rows follow their options.
#[test]
fn turned_ids_are_ids() {
    assert_eq!(turned("isis-risk-1"), "1-ksir-sisi");
    assert!(OptionId::new(&turned("-1")).is_some());
}
