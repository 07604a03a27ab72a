//! Assumptions: what counts while some fail is what a document would give that was written so.

use std::sync::Arc;

use mizan::analysis::simulation::Draws;
use mizan::analysis::{Watch, simulation::Spread};
use mizan::evaluation::{Simulation, Turned, Weighting, evaluate, flip_of, robustness, turned};
use mizan::model::{Edit, FindingKind, Scenario, ScoreTable};
use proptest::prelude::*;

use crate::documents::tame_documents;

/// The document with every cell as it counts now, and no assumption left.
fn written_so(document: &Scenario) -> Scenario {
    let mut flat = document.clone();
    let turn = |table: &mut ScoreTable| {
        for cell in table.cells_mut() {
            let without = document.counted(cell).without.cloned();
            *cell = cell.counting(without.as_ref());
        }
    };
    turn(&mut flat.scores);
    for team in flat.teams.iter_mut().filter(|team| team.opened().is_some()) {
        turn(&mut Arc::make_mut(team).opened_mut().unwrap().scores);
    }
    flat.assumptions.clear();
    flat
}

fn weightings(document: &Scenario) -> Vec<Weighting> {
    let teams = document.open_teams().map(|team| Weighting::Team(team.id().clone()));
    std::iter::once(Weighting::Mean).chain(teams).collect()
}

/// Who is first in the document of those level at the top, all of these, and the flip distance.
fn winner_of(
    document: &Scenario,
    weighting: &Weighting,
) -> (Option<usize>, Vec<usize>, Option<f64>) {
    let evaluation = evaluate(document, weighting).unwrap();
    let level: Vec<usize> = evaluation.ranking.winners().map(|ranked| ranked.option).collect();
    let points = flip_of(&evaluation).map(|flip| flip.points);
    (level.iter().copied().min(), level, points)
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn what_fails_counts_as_if_it_were_written_so(document in tame_documents()) {
        let flat = written_so(&document);
        for weighting in weightings(&document) {
            let [found, expected] =
                [&document, &flat].map(|it| evaluate(it, &weighting).unwrap());
            prop_assert_eq!(format!("{:?}", found.ranking), format!("{:?}", expected.ranking));
            prop_assert_eq!(&found.shares.criteria, &expected.shares.criteria);
            let mut kept = found.findings.clone();
            kept.retain(|finding| !matches!(finding.kind, FindingKind::OwnStands { .. }));
            prop_assert_eq!(kept, expected.findings.clone());
            let simulation = Simulation {
                spread: Spread::Triangular,
                draws: Draws { samples: 200, seed: 3 },
                ..Simulation::default()
            };
            let [drawn, wished] = [(&document, &found), (&flat, &expected)].map(|(it, evaluation)| {
                let watch = Watch::default();
                format!("{:?}", robustness(it, &weighting, evaluation, &simulation, &watch))
            });
            prop_assert_eq!(drawn, wished);
        }
    }

    #[test]
    fn each_turn_alone_and_in_pairs_is_what_a_document_written_so_gives(document in tame_documents()) {
        let count = document.assumptions.len();
        for weighting in weightings(&document) {
            let winner = winner_of(&document, &weighting).0;
            let found = turned(&document, &weighting, winner, &Watch::default()).unwrap();
            prop_assert_eq!(found.len(), count + count * count.saturating_sub(1) / 2);
            for turn in &found {
                let mut changed = document.clone();
                for at in &turn.assumptions {
                    changed.assumptions[*at].holds ^= true;
                }
                let (first, level, points) = winner_of(&written_so(&changed), &weighting);
                prop_assert_eq!((turn.winner, turn.points), (first, points));
                prop_assert_eq!(turn.unseats, winner.is_some_and(|it| !level.contains(&it)));
            }
            let place = |turn: &Turned| (!turn.unseats, turn.assumptions.len(), turn.assumptions.clone());
            prop_assert!(found.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])), "{:?}", found);
        }
    }

    #[test]
    fn an_assumption_turned_twice_changes_nothing(document in tame_documents()) {
        for assumption in &document.assumptions {
            let mut turned = assumption.clone();
            turned.holds = !turned.holds;
            let once = document.edited(&Edit::ChangeAssumption(turned)).unwrap();
            let twice = once.edited(&Edit::ChangeAssumption(assumption.clone())).unwrap();
            prop_assert_eq!(&twice, &document);
        }
    }

    #[test]
    fn own_stands_where_the_base_is_another_and_the_own_score_knows_nothing_of_it(document in tame_documents()) {
        for team in document.open_teams() {
            let weighting = Weighting::Team(team.id().clone());
            let evaluation = evaluate(&document, &weighting).unwrap();
            let told = evaluation.findings.iter().filter(|finding| {
                matches!(&finding.kind, FindingKind::OwnStands { team: of, .. } if of == team.id())
            });
            let expected = team.judged().scores.cells().filter(|(option, criterion, own)| {
                let base = document.scores.get(option, criterion);
                document.fallen().any(|it| {
                    base.is_some_and(|base| base.otherwise.contains_key(&it.id))
                        && !own.otherwise.contains_key(&it.id)
                })
            });
            prop_assert_eq!(told.count(), expected.count());
        }
    }
}
