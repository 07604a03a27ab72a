//! The least change that meets demands: a linear programme of many demands of which few matter,
//! its answer checked by its multipliers, and of several least changes the one that changes the
//! first criterion most, then the second, and so on (METHODS.md, "shortest road to agreement").

use microlp::OptimizationDirection::{Maximize, Minimize};
use microlp::{ComparisonOp, Error, Problem as Programme, Solution, SolveOptions, Variable};

use super::multipliers::{Demand, Tight, multipliers};

/// By how much a demand may be missed: less than what still counts as a tie.
const MISSED: f64 = 2e-10;
/// What the solver may be off by.
const FEASIBLE: f64 = 1e-10;
/// Within how much the least is held while another part of a change is made as large as can be.
const HELD: f64 = 1e-9;
/// Up to here a change is next to nothing, and two answers are the same: what is held leaves room
/// for no more where it costs anything.
const STILL: f64 = 1e-8;
const SAME: f64 = 1e-6;
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

/// How a programme is solved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// From answer to answer, as it is written: a small programme is solved sooner than it is made
    /// simpler.
    Quick,
    /// Made simpler, and from nothing each time, so that nothing adds up that was rounded.
    Careful,
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
        let with = |care| self.solved(programme(), (&all, &nothing), Vec::new(), care);
        let (changes, counted) = with(Care::Quick).or_else(|_| with(Care::Careful))?;
        let sum = changes.iter().sum();
        let costs = vec![1.0; all.len()];
        let open = self.left_open((&changes, &all), &costs, (&counted, &[])).unwrap_or(all);
        if open.is_empty() {
            return Ok(Least { sum, changes });
        }
        let chosen = self.first_most(changes.clone(), open, counted);
        let clean: Vec<f64> =
            chosen.iter().map(|change| if *change > STILL { *change } else { 0.0 }).collect();
        let changes = match self.settled(&chosen) {
            Some(settled) => settled,
            None if self.missed(&clean).is_none() => clean,
            None => changes,
        };
        Ok(Least { sum, changes })
    }

    /// An answer without what holding left of others: none of the changes that are next to nothing,
    /// and the rest as little as that allows. None where the rest would be another answer.
    fn settled(&self, chosen: &[f64]) -> Option<Vec<f64>> {
        let free: Vec<usize> = chosen
            .iter()
            .enumerate()
            .filter(|(_, change)| **change > STILL)
            .map(|it| it.0)
            .collect();
        let nothing = vec![0.0; chosen.len()];
        let with = |care| {
            let programme = self.programme(Minimize, &free, |_| 1.0);
            self.solved(programme, (&free, &nothing), Vec::new(), care)
        };
        let (settled, _) = with(Care::Quick).or_else(|_| with(Care::Careful)).ok()?;
        let is_same = settled.iter().zip(chosen).all(|(a, b)| (a - b).abs() <= SAME);
        is_same.then_some(settled)
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
        care: Care,
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
            let solution = solution_of(&programme, care)?;
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
            let further = last.take().filter(|_| care == Care::Quick).and_then(|last| {
                let next = last.add_constraint(terms.as_slice(), ComparisonOp::Ge, bound);
                next.ok()?.into_solution().ok()
            });
            let solution = further.map_or_else(|| solution_of(&programme, care), Ok)?;
            counted.read(&solution, &mut changes);
            last = Some(solution);
        }
        Ok((changes, counted.demands))
    }

    /// Of some changes, the others being as they are, those that aren't the same in every answer
    /// that costs as little; none of them where there is one alone. None where the multipliers
    /// that would say so aren't found. `also` are demands beside those that were counted.
    fn left_open(
        &self,
        (changes, free): (&[f64], &[usize]),
        costs: &[f64],
        (counted, also): (&[usize], &[Demand]),
    ) -> Option<Vec<usize>> {
        let demands = counted.iter().map(|at| self.demands.demand(*at));
        let demands: Vec<Demand> = demands.chain(also.iter().cloned()).collect();
        let signs = self.signs.as_deref();
        let tight = Tight { caps: &self.caps, signs, changes, free, costs };
        let found = multipliers(&tight, &demands)?;
        let beyond = free.iter().zip(&found.beyond);
        let open: Vec<usize> =
            beyond.filter(|(_, beyond)| **beyond < CLEAR).map(|(at, _)| *at).collect();
        let is_only = found.inner == open.len() && found.decides(CLEAR);
        Some(if is_only { Vec::new() } else { open })
    }

    /// Makes the change of the first criterion as large as it can be while all together stay least,
    /// then that of the next, until nothing is left open. Where the solver fails the change stays
    /// as it was.
    fn first_most(
        &self,
        mut changes: Vec<f64>,
        mut open: Vec<usize>,
        mut counted: Vec<usize>,
    ) -> Vec<f64> {
        let all = changes.len();
        let whole = changes.iter().sum::<f64>() + HELD;
        let mut held = vec![Demand { coefficients: vec![-1.0; all], bound: -whole }];
        let mut done: Option<usize> = None;
        let criterion = |at: usize| self.criteria.get(at).copied();
        while let Some(wanted) =
            open.iter().filter_map(|at| criterion(*at)).find(|it| Some(*it) > done)
        {
            let own = |at: usize| if criterion(at) == Some(wanted) { 1.0 } else { 0.0 };
            let costs: Vec<f64> = (0..all).map(|at| -own(at)).collect();
            let proven = |changes: &[f64], open: &[usize], counted: &[usize]| {
                self.left_open((changes, open), &costs, (counted, &held))
            };
            // Often it is as large as it can be already.
            open = if let Some(left) = proven(&changes, &open, &counted) {
                left
            } else {
                let Ok(found) = self.made_most(&held, &open, (&changes, &counted), own) else {
                    return changes;
                };
                (changes, counted) = found;
                proven(&changes, &open, &counted).unwrap_or(open)
            };
            let most: f64 = (0..all).filter_map(|at| Some(own(at) * changes.get(at)?)).sum();
            let coefficients = (0..all).map(own).collect();
            held.push(Demand { coefficients, bound: most - HELD });
            done = Some(wanted);
        }
        changes
    }

    /// Makes some of the open changes as large as they can be while what is held holds, with the
    /// demands that were counted.
    fn made_most(
        &self,
        held: &[Demand],
        open: &[usize],
        (changes, counted): (&[f64], &[usize]),
        own: impl Fn(usize) -> f64,
    ) -> Result<(Vec<f64>, Vec<usize>), NoChange> {
        let with = |care| {
            let (mut programme, variables) = self.programme(Maximize, open, &own);
            let terms = Counted { free: open.to_vec(), variables, demands: Vec::new() };
            for demand in held {
                let (terms, bound) = terms.terms(demand, changes);
                programme.add_constraint(terms, ComparisonOp::Ge, bound);
            }
            let whole = (programme, terms.variables);
            self.solved(whole, (open, changes), counted.to_vec(), care)
        };
        with(Care::Quick).or_else(|_| with(Care::Careful))
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

fn solution_of(programme: &Programme, care: Care) -> Result<Solution, NoChange> {
    let mut options = SolveOptions::default();
    options.tolerances.feasibility = FEASIBLE;
    options.presolve = care == Care::Careful;
    match programme.solve_with(options) {
        Ok(outcome) => outcome.into_solution().map_err(|_| NoChange::Unsolved),
        Err(Error::Infeasible) => Err(NoChange::Impossible),
        Err(_) => Err(NoChange::Unsolved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Demands as they are written.
    struct Written(Vec<(Vec<f64>, f64)>);

    impl Demands for Written {
        fn most_missed(&self, changes: &[f64]) -> Option<(usize, f64)> {
            let missed = self.0.iter().map(|(coefficients, bound)| {
                bound - coefficients.iter().zip(changes).map(|(a, x)| a * x).sum::<f64>()
            });
            missed.enumerate().reduce(|most, next| if next.1 > most.1 { next } else { most })
        }

        fn demand(&self, index: usize) -> Demand {
            let (coefficients, bound) = self.0[index].clone();
            Demand { coefficients, bound }
        }
    }

    fn least(caps: &[f64], demands: &[(&[f64], f64)]) -> Result<Least, NoChange> {
        let demands = demands.iter().map(|(row, bound)| (row.to_vec(), *bound)).collect();
        let (caps, criteria) = (caps.to_vec(), (0..caps.len()).collect());
        Changes { caps, criteria, signs: None, demands: Written(demands) }.least()
    }

    fn near(found: &[f64], expected: &[f64]) {
        let is_near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6);
        assert!(is_near && found.len() == expected.len(), "{found:?} {expected:?}");
    }

    #[test]
    fn of_several_least_changes_the_first_changes_most_then_the_second() {
        // Whatever is split among the three adds up to one; the first takes what its cap allows.
        let found = least(&[0.25, 0.5, 1.0], &[(&[1.0, 1.0, 1.0], 1.0)]).unwrap();
        near(&found.changes, &[0.25, 0.5, 0.25]);
        assert!((found.sum - 1.0).abs() < 1e-12, "{}", found.sum);
    }

    #[test]
    fn a_change_that_is_the_only_least_one_is_found_with_its_sum() {
        let demands: [(&[f64], f64); 2] = [(&[0.75, 0.25], 0.225), (&[0.25, 0.75], 0.175)];
        let found = least(&[0.5, 0.4], &demands).unwrap();
        near(&found.changes, &[0.25, 0.15]);
        assert!((found.sum - 0.4).abs() < 1e-9);
    }

    #[test]
    fn demands_that_say_the_same_twice_leave_the_choice_as_it_is() {
        let demands: [(&[f64], f64); 3] =
            [(&[1.0, 1.0], 0.5), (&[2.0, 2.0], 1.0), (&[1.0, 1.0], 0.5)];
        near(&least(&[1.0, 1.0], &demands).unwrap().changes, &[0.5, 0.0]);
    }

    #[test]
    fn what_is_met_changes_nothing_and_what_cant_be_met_is_impossible() {
        near(&least(&[1.0], &[(&[1.0], -0.5)]).unwrap().changes, &[0.0]);
        assert_eq!(least(&[1.0], &[(&[1.0], 1.5)]).unwrap_err(), NoChange::Impossible);
    }
}
