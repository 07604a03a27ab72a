//! The least change that meets demands: a linear programme of many demands of which few matter,
//! its answer checked by its multipliers, and of several least changes the one that changes the
//! first criterion most, then the second, and so on (METHODS.md, "shortest road to agreement").

use microlp::OptimizationDirection::{Maximize, Minimize};
use microlp::{ComparisonOp, Error, Problem as Programme, Solution, SolveOptions, Variable};

use super::multipliers::{Demand, Tight, multipliers};
use super::narrowing::Grown;

/// By how much a demand may be missed: less than what still counts as a tie.
const MISSED: f64 = 2e-10;
/// What the solver may be off by.
const FEASIBLE: f64 = 1e-10;
/// Within how much the least is held while another part of a change is made as large as can be.
const HELD: f64 = 1e-9;
/// A variable whose change costs more than this beyond the least is the same in every least change:
/// what is held leaves it a millionth at most.
const CLEAR: f64 = 1e-3;

/// What is to be met: each demand says Σ coefficient × change ≥ bound.
pub(super) trait Demands {
    /// The demand that is missed most, and by how much.
    fn most_missed(&self, changes: &[f64]) -> Option<(usize, f64)>;

    fn demand(&self, index: usize) -> Demand;
}

/// What can be changed: every change is at least 0, and what is made least is their sum.
pub(super) struct Changes<D> {
    /// How large each change may be.
    pub caps: Vec<f64>,
    /// The criterion that each is a change of.
    pub criteria: Vec<usize>,
    /// Signs with which the changes add up to nothing; none where they needn't.
    pub signs: Option<Vec<f64>>,
    pub demands: D,
}

/// A least change.
#[derive(Clone, Debug)]
pub(super) struct Least {
    /// The sum of its parts, as it was found to be least.
    pub sum: f64,
    pub changes: Vec<f64>,
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoChange {
    /// The programme says that nothing meets all demands.
    Impossible,
    /// The solver found no answer that it could check.
    Unsolved,
}

/// What the variables of a programme are, and which demands it counts.
struct Counted {
    free: Vec<usize>,
    variables: Vec<Variable>,
    demands: Vec<usize>,
}

impl<D: Demands> Changes<D> {
    /// The least change; of several that which changes the first criterion most, then the next.
    pub fn least(&self) -> Result<Least, NoChange> {
        let all: Vec<usize> = (0..self.caps.len()).collect();
        let nothing = vec![0.0; self.caps.len()];
        if self.missed(&nothing).is_none() {
            return Ok(Least { sum: 0.0, changes: nothing });
        }
        let programme = || self.programme(Minimize, &all, |_| 1.0);
        let from = |grown| self.solved(programme(), (&all, &nothing), Vec::new(), grown);
        let (changes, counted) = match from(Grown::Further) {
            Err(NoChange::Unsolved) => from(Grown::Anew)?,
            found => found?,
        };
        let sum = changes.iter().sum();
        let changes = match self.left_open(&changes, &counted) {
            Some(open) if open.is_empty() => changes,
            open => self.first_most(changes, &open.unwrap_or_else(|| all.clone()), counted),
        };
        Ok(Least { sum, changes })
    }

    /// The demand that counts as missed.
    fn missed(&self, changes: &[f64]) -> Option<usize> {
        let (index, by) = self.demands.most_missed(changes)?;
        (by > MISSED).then_some(index)
    }

    /// A programme over some of the changes, without demands.
    fn programme(
        &self,
        direction: microlp::OptimizationDirection,
        free: &[usize],
        cost: impl Fn(usize) -> f64,
    ) -> (Programme, Vec<Variable>) {
        let mut programme = Programme::new(direction);
        let cap = |at: usize| self.caps.get(at).copied().unwrap_or(0.0);
        let variables =
            free.iter().map(|at| programme.add_var(cost(*at), (0.0, cap(*at)))).collect();
        (programme, variables)
    }

    /// Solves a programme over some of the changes, the others as they are, with few demands and
    /// the one more that the answer misses most, until none is missed.
    fn solved(
        &self,
        (mut programme, variables): (Programme, Vec<Variable>),
        (free, others): (&[usize], &[f64]),
        demands: Vec<usize>,
        grown: Grown,
    ) -> Result<(Vec<f64>, Vec<usize>), NoChange> {
        let mut changes = others.to_vec();
        let mut counted = Counted { free: free.to_vec(), variables, demands: Vec::new() };
        if let Some(signs) = &self.signs {
            let balance = Demand { coefficients: signs.clone(), bound: 0.0 };
            let (terms, bound) = counted.terms(&balance, others);
            programme.add_constraint(terms, ComparisonOp::Eq, bound);
        }
        for demand in demands {
            let (terms, bound) = counted.terms(&self.demands.demand(demand), others);
            programme.add_constraint(terms, ComparisonOp::Ge, bound);
            counted.demands.push(demand);
        }
        let mut last: Option<Solution> = None;
        if !counted.demands.is_empty() {
            let solution = solution_of(&programme)?;
            counted.read(&solution, &mut changes);
            last = Some(solution);
        }
        while let Some(next) = self.missed(&changes) {
            if counted.demands.contains(&next) {
                return Err(NoChange::Unsolved);
            }
            counted.demands.push(next);
            let (terms, bound) = counted.terms(&self.demands.demand(next), others);
            programme.add_constraint(terms.as_slice(), ComparisonOp::Ge, bound);
            let further = last.take().filter(|_| grown == Grown::Further).and_then(|last| {
                let next = last.add_constraint(terms.as_slice(), ComparisonOp::Ge, bound);
                next.ok()?.into_solution().ok()
            });
            let solution = further.map_or_else(|| solution_of(&programme), Ok)?;
            counted.read(&solution, &mut changes);
            last = Some(solution);
        }
        Ok((changes, counted.demands))
    }

    /// The changes that aren't the same in every least change; none of them where there is one
    /// alone. None where the multipliers that would say so aren't found.
    fn left_open(&self, changes: &[f64], counted: &[usize]) -> Option<Vec<usize>> {
        let demands: Vec<Demand> = counted.iter().map(|at| self.demands.demand(*at)).collect();
        let tight = Tight { caps: &self.caps, signs: self.signs.as_deref(), changes };
        let found = multipliers(&tight, &demands)?;
        let open =
            (0..changes.len()).filter(|at| found.beyond.get(*at).is_none_or(|it| *it < CLEAR));
        let open: Vec<usize> = open.collect();
        let is_only = found.inner == open.len() && found.decides(CLEAR);
        Some(if is_only { Vec::new() } else { open })
    }

    /// Makes the change of the first criterion as large as it can be while all together stay least,
    /// then that of the next. Where the solver fails the change stays as it was.
    fn first_most(
        &self,
        mut changes: Vec<f64>,
        open: &[usize],
        mut counted: Vec<usize>,
    ) -> Vec<f64> {
        let criterion = |at: &usize| self.criteria.get(*at).copied();
        let of = |changes: &[f64], wanted: Option<usize>| -> f64 {
            let own = open.iter().filter(|at| criterion(at) == wanted);
            own.filter_map(|at| changes.get(*at)).sum()
        };
        let mut criteria: Vec<Option<usize>> = open.iter().map(criterion).collect();
        criteria.dedup();
        let least: f64 = open.iter().filter_map(|at| changes.get(*at)).sum();
        let mut held: Vec<(Option<usize>, f64)> = Vec::new();
        for wanted in criteria {
            let cost = |at: usize| if criterion(&at) == wanted { 1.0 } else { 0.0 };
            let (mut programme, variables) = self.programme(Maximize, open, cost);
            let ones = variables.iter().map(|variable| (*variable, 1.0));
            programme.add_constraint(ones, ComparisonOp::Le, least + HELD);
            for (of, most) in &held {
                let own = open.iter().zip(&variables).filter(|(at, _)| criterion(at) == *of);
                let own = own.map(|(_, variable)| (*variable, 1.0));
                programme.add_constraint(own, ComparisonOp::Ge, *most - HELD);
            }
            let whole = (programme, variables);
            let free = (open, changes.as_slice());
            let Ok(found) = self.solved(whole, free, counted.clone(), Grown::Anew) else {
                return changes;
            };
            (changes, counted) = found;
            held.push((wanted, of(&changes, wanted)));
        }
        changes
    }
}

impl Counted {
    /// A demand over the changes that are free, the others put in.
    fn terms(&self, demand: &Demand, others: &[f64]) -> (Vec<(Variable, f64)>, f64) {
        let mut bound = demand.bound;
        let mut free = self.free.iter().zip(&self.variables).peekable();
        let mut terms = Vec::with_capacity(self.free.len());
        for (at, (coefficient, other)) in demand.coefficients.iter().zip(others).enumerate() {
            match free.next_if(|(free, _)| **free == at) {
                Some((_, variable)) => terms.push((*variable, *coefficient)),
                None => bound -= coefficient * other,
            }
        }
        (terms, bound)
    }

    fn read(&self, solution: &Solution, changes: &mut [f64]) {
        for (at, variable) in self.free.iter().zip(&self.variables) {
            let change = solution.var_value(*variable).max(0.0);
            changes.get_mut(*at).into_iter().for_each(|slot| *slot = change);
        }
    }
}

fn solution_of(programme: &Programme) -> Result<Solution, NoChange> {
    let mut options = SolveOptions::default();
    options.tolerances.feasibility = FEASIBLE;
    match programme.solve_with(options) {
        Ok(outcome) => outcome.into_solution().map_err(|_| NoChange::Unsolved),
        Err(Error::Infeasible) => Err(NoChange::Impossible),
        Err(_) => Err(NoChange::Unsolved),
    }
}
