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

/// Solves a programme. `worst` names the row that some weights violate most; `is_too_much` may end
/// it by what the goal is with too few rows, which more of them only make worse. None where that
/// does, or where the solver finds nothing.
pub(super) fn narrowed(
    start: Start,
    grown: Grown,
    worst: impl Fn(&[f64]) -> Option<usize>,
    row: impl Fn(usize) -> Vec<f64>,
    is_too_much: impl Fn(f64) -> bool,
) -> Option<Narrowed> {
    let Start { mut programme, weights, goal } = start;
    let mut counted: Vec<usize> = Vec::new();
    let mut values = vec![1.0; weights.len()];
    let mut last: Option<Solution> = None;
    loop {
        let next = worst(&values)?;
        if counted.contains(&next) {
            return Some(Narrowed { weights: values, counted });
        }
        counted.push(next);
        let terms: Vec<(Variable, f64)> =
            weights.iter().copied().zip(row(next)).chain([goal]).collect();
        programme.add_constraint(terms.as_slice(), ComparisonOp::Ge, 0.0);
        let further = last.take().filter(|_| grown == Grown::Further).and_then(|last| {
            last.add_constraint(terms.as_slice(), ComparisonOp::Ge, 0.0).ok()?.into_solution().ok()
        });
        let solution = match further {
            Some(solution) => solution,
            None => programme.solve().ok()?.into_solution().ok()?,
        };
        if is_too_much(solution.var_value(goal.0)) {
            return None;
        }
        values = weights.iter().map(|weight| solution.var_value(*weight).max(0.0)).collect();
        last = Some(solution);
    }
}
