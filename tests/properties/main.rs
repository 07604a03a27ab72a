//! Properties of the document, its file, its edits and its results, held against random documents
//! that use all of format 1.

mod against_grids;
mod answers;
mod assumed;
mod at_work;
mod at_zero;
mod best_worst;
mod bodies;
mod criteria;
mod critical;
mod cures;
mod dense;
mod documents;
mod edits;
mod elicitation;
mod fillings;
mod findings;
mod firmness;
mod flows;
mod history;
mod invariance;
mod judgements;
mod methods;
mod odds;
mod once_wrong;
mod ordered;
mod partings;
mod plain_programmes;
mod removals;
mod results;
mod reweighing;
mod round_trip;
mod sealing;
mod seals;
mod small;
mod taking_over;
mod tape;
mod turns_on;
mod units;
mod weighing;

use proptest::prelude::ProptestConfig;

/// So many cases, and no files of failures: a failure is put into a test of its own.
pub fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        cases: count,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..ProptestConfig::default()
    }
}
