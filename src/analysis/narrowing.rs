//! Linear programmes of many rows of which few matter: solved with few, and with the one more that
//! the answer violates most, until that one is counted already.

use microlp::{ComparisonOp, Problem as Programme, Solution, Variable};

/// A programme without its rows, each of which says Σ weight × row + sign × goal ≥ 0.
pub(super) struct Start {
    pub programme: Programme,
    pub weights: Vec<Variable>,
    /// The variable that is as large or as small as may be, and its sign in a row.
    pub goal: (Variable, f64),
}

/// How an answer is had when a row comes in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grown {
    /// From the last answer on.
    Further,
    /// From nothing: slower, but nothing adds up that was rounded.
    Anew,
}

/// The answer, none of it below zero, and the rows that were counted.
pub(super) struct Narrowed {
    pub weights: Vec<f64>,
    pub counted: Vec<usize>,
}

/// The rows of a programme.
pub(super) trait Rows {
    /// The row that some weights violate most.
    fn worst(&self, weights: &[f64]) -> Option<usize>;

    fn row(&self, index: usize) -> Vec<f64>;

    /// Whether it can end by what the goal is with too few rows, which more only make worse.
    fn is_enough(&self, _goal: f64) -> bool {
        false
    }
}

/// Solves a programme, at first with these rows. None where it ends before its rows do, or where
/// the solver finds nothing.
pub(super) fn narrowed(
    start: Start,
    grown: Grown,
    first: &[usize],
    rows: &impl Rows,
) -> Option<Narrowed> {
    let Start { mut programme, weights, goal } = start;
    let terms = |row: usize| -> Vec<(Variable, f64)> {
        weights.iter().copied().zip(rows.row(row)).chain([goal]).collect()
    };
    let mut counted = first.to_vec();
    for row in first {
        programme.add_constraint(terms(*row), ComparisonOp::Ge, 0.0);
    }
    let mut values = vec![1.0; weights.len()];
    let mut last: Option<Solution> = None;
    if !first.is_empty() {
        let solution = programme.solve().ok()?.into_solution().ok()?;
        if rows.is_enough(solution.var_value(goal.0)) {
            return None;
        }
        values = weights_of(&solution, &weights);
        last = Some(solution);
    }
    loop {
        let next = rows.worst(&values)?;
        if counted.contains(&next) {
            return Some(Narrowed { weights: values, counted });
        }
        counted.push(next);
        let terms = terms(next);
        programme.add_constraint(terms.as_slice(), ComparisonOp::Ge, 0.0);
        let further = last.take().filter(|_| grown == Grown::Further).and_then(|last| {
            last.add_constraint(terms.as_slice(), ComparisonOp::Ge, 0.0).ok()?.into_solution().ok()
        });
        let solution = match further {
            Some(solution) => solution,
            None => programme.solve().ok()?.into_solution().ok()?,
        };
        if rows.is_enough(solution.var_value(goal.0)) {
            return None;
        }
        values = weights_of(&solution, &weights);
        last = Some(solution);
    }
}

fn weights_of(solution: &Solution, weights: &[Variable]) -> Vec<f64> {
    weights.iter().map(|weight| solution.var_value(*weight).max(0.0)).collect()
}
