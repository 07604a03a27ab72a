//! One weighting of one document, evaluated: shares, ranking and findings together. The one place
//! where both shells get their numbers from, so that they can't differ.

mod bases;
mod by_method;
mod comparison;
mod evaluations;
mod findings;
mod gaps;
mod noticed;
mod robustness;
mod sensitivity;
mod swings;
mod take_over;
mod teams;
mod weighting;

pub use bases::different_bases;
pub use by_method::{
    MethodEvaluation, all_method_findings, evaluate_by, first_reversals, reversal_findings,
};
pub use comparison::{
    Difference, Half, Part, ScenarioText, Which, compare_documents, compare_views,
};
pub use evaluations::{Evaluation, Evaluations, evaluate};
pub use findings::{all_findings, distinct};
pub use gaps::{Gaps, gaps};
pub use robustness::{Simulation, Weights, robustness};
pub use sensitivity::{Sensitivity, flip_of, sensitivity};
pub use swings::{SwingEnd, SwingEnds, swing_ends};
pub use take_over::take_over;
pub use teams::{
    Agreement, FirstPlace, SideBySide, TeamResult, moves_against_equal, order_of_teams,
    side_by_side, side_by_side_of,
};
pub use weighting::{Weighting, Withheld};
