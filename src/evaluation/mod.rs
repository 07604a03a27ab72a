//! One weighting of one document, evaluated: shares, ranking and findings together. The one place
//! where both shells get their numbers from, so that they can't differ.

mod bases;
mod between;
mod by_method;
mod carried;
mod comparison;
mod consequence;
mod cross_check;
mod difference;
mod documents;
mod evaluated;
mod evaluations;
mod fields;
mod findings;
mod firm;
mod gaps;
mod gut;
mod half;
mod hints;
mod meeting;
mod mends;
mod noticed;
mod parting;
mod placed;
mod roads;
mod robustness;
mod rounds;
mod sensitivity;
mod swings;
mod take_over;
mod taken_field;
mod teams;
mod triangle;
mod turned;
mod turns_on;
mod weighed_team;
mod weighting;

pub use bases::{different_bases, other_base};
pub use between::{Between, between};
pub use by_method::{
    MethodEvaluation, all_method_findings, evaluate_by, first_reversals, reversal_findings,
};
pub use comparison::{Felt, compare_views};
pub use consequence::{Consequence, First, consequence};
pub use cross_check::{CrossCheck, cross_check};
pub use difference::{
    Datum, DecisionField, Difference, Field, Ground, Ordered, ScenarioText, SealState, Which,
};
pub use documents::compare_documents;
pub use evaluated::Evaluation;
pub use evaluations::{Evaluations, evaluate};
pub use findings::{all_findings, distinct};
pub use firm::{Firm, Trial, firm, tried};
pub use gaps::{Gaps, gaps};
pub use gut::{GutAndModel, GutPlace, gut_and_model};
pub use half::Half;
pub use hints::{Hint, hints};
pub use mends::{Mend, MendedOption, Rescored};
pub use parting::{Parting, parting};
pub use placed::{Drawn, NEAR_POINTS, PLACES, Placed, placed};
pub use roads::{Road, TeamWay, Way};
pub use robustness::{Simulation, Weights, exact_odds, robustness};
pub use rounds::{RoundMove, TeamMove, round_moves};
pub use sensitivity::{Sensitivity, critical, flip_of, never, sensitivity};
pub use swings::{EndsMadeBy, Stand, SwingEnd, SwingEnds, SwingSpread, swing_ends};
pub use take_over::{TakenOver, take_over_document, take_over_view};
pub use teams::{
    Agreement, FirstPlace, SideBySide, moves_against_equal, order_of_teams, side_by_side,
    side_by_side_of,
};
pub use triangle::{Triangle, triangle};
pub use turned::{Turned, turned};
pub use turns_on::{Together, TurnsOn, turns_on, turns_on_apart};
pub use weighed_team::{TeamResult, WeighedTeam};
pub use weighting::{Weighting, Withheld};
