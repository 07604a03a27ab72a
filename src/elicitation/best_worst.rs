//! Best-worst comparisons as shares: Rezaei's linear model (2016), every answer of the linear
//! programme checked by substitution.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// How much more than the best ξ a share's least and greatest may use.
const SLACK: f64 = 1e-10;
/// Two solutions are the same when no share differs by more than this; an answer holds its
/// constraints within it.
const SAME: f64 = 1e-6;

/// The comparisons by index: how many times the best is as important as each, and each as the
/// worst.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparisons {
    pub best: usize,
    pub worst: usize,
    pub best_over: Vec<f64>,
    pub over_worst: Vec<f64>,
}

/// What the comparisons come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// They sum to one; where several solutions are best, the mean of those that make each share
    /// least and greatest.
    pub shares: Vec<f64>,
    pub xi: f64,
    pub is_unique: bool,
    /// The input-based consistency ratio (Liang, Brunelli and Rezaei 2020).
    pub ratio: f64,
}

/// Solves the model. None where the linear programme has no answer that holds, which well-formed
/// comparisons don't bring about.
pub fn solve(comparisons: &Comparisons) -> Option<Solved> {
    let count = comparisons.best_over.len();
    let (first, xi) = optimum(comparisons, Wanted::LeastXi)?;
    let ends: Vec<Vec<f64>> = (0..count)
        .flat_map(|index| {
            [OptimizationDirection::Minimize, OptimizationDirection::Maximize]
                .map(|direction| Wanted::End { share: index, direction, xi })
        })
        .map(|wanted| optimum(comparisons, wanted).map(|(shares, _)| shares))
        .collect::<Option<_>>()?;
    let is_unique =
        ends.iter().all(|end| end.iter().zip(&first).all(|(a, b)| (a - b).abs() <= SAME));
    let mean = |index: usize| {
        ends.iter().filter_map(|end| end.get(index)).sum::<f64>() / ends.len().max(1) as f64
    };
    let shares = if is_unique { first } else { (0..count).map(mean).collect() };
    Some(Solved { shares, xi, is_unique, ratio: input_based_ratio(comparisons) })
}

/// The greatest contradiction of a pair of comparisons, as a part of the greatest that there could
/// be.
fn input_based_ratio(comparisons: &Comparisons) -> f64 {
    let Some(most) = comparisons.best_over.get(comparisons.worst).copied() else { return 0.0 };
    if comparisons.best_over.len() <= 2 || most <= 1.0 {
        return 0.0;
    }
    let pairs = comparisons.best_over.iter().zip(&comparisons.over_worst).enumerate();
    let others =
        pairs.filter(|(index, _)| *index != comparisons.best && *index != comparisons.worst);
    others
        .map(|(_, (over, under))| (over * under - most).abs() / (most * most - most))
        .fold(0.0, f64::max)
}

/// What a solution is to make least or greatest.
#[derive(Clone, Copy)]
enum Wanted {
    LeastXi,
    /// The end of a share, by the place of its criterion, at a ξ that is given.
    End {
        share: usize,
        direction: OptimizationDirection,
        xi: f64,
    },
}

impl Wanted {
    fn direction(self) -> OptimizationDirection {
        match self {
            Self::LeastXi => OptimizationDirection::Minimize,
            Self::End { direction, .. } => direction,
        }
    }

    /// What a share counts in the sum that is made least or greatest.
    fn weight_of(self, index: usize) -> f64 {
        match self {
            Self::End { share, .. } if share == index => 1.0,
            _ => 0.0,
        }
    }

    /// The same of ξ, and the greatest that it may be.
    fn xi(self) -> (f64, f64) {
        match self {
            Self::LeastXi => (1.0, f64::INFINITY),
            Self::End { xi, .. } => (0.0, xi + SLACK),
        }
    }
}

/// The shares that are wanted, and their ξ.
fn optimum(comparisons: &Comparisons, wanted: Wanted) -> Option<(Vec<f64>, f64)> {
    let mut problem = Problem::new(wanted.direction());
    let shares: Vec<Variable> = (0..comparisons.best_over.len())
        .map(|index| problem.add_var(wanted.weight_of(index), (0.0, 1.0)))
        .collect();
    let (weight, most) = wanted.xi();
    let xi = problem.add_var(weight, (0.0, most));
    let (best, worst) = (*shares.get(comparisons.best)?, *shares.get(comparisons.worst)?);
    for (index, share) in shares.iter().enumerate() {
        let (over, under) =
            (*comparisons.best_over.get(index)?, *comparisons.over_worst.get(index)?);
        if index != comparisons.best {
            bound(&mut problem, (best, 1.0), (*share, -over), xi);
        }
        if index != comparisons.worst {
            bound(&mut problem, (*share, 1.0), (worst, -under), xi);
        }
    }
    problem.add_constraint(shares.iter().map(|share| (*share, 1.0)), ComparisonOp::Eq, 1.0);
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let found: Vec<f64> = shares.iter().map(|share| solution.var_value(*share).max(0.0)).collect();
    let xi = solution.var_value(xi);
    holds(comparisons, &found, xi).then_some((found, xi))
}

/// |a + b| ≤ ξ.
fn bound(problem: &mut Problem, a: (Variable, f64), b: (Variable, f64), xi: Variable) {
    problem.add_constraint([a, b, (xi, -1.0)], ComparisonOp::Le, 0.0);
    problem.add_constraint([(a.0, -a.1), (b.0, -b.1), (xi, -1.0)], ComparisonOp::Le, 0.0);
}

/// Whether shares keep to every comparison within ξ, and sum to one.
fn holds(comparisons: &Comparisons, shares: &[f64], xi: f64) -> bool {
    let share = |index: usize| shares.get(index).copied().unwrap_or(f64::NAN);
    let (best, worst) = (share(comparisons.best), share(comparisons.worst));
    let rows = shares.iter().zip(comparisons.best_over.iter().zip(&comparisons.over_worst));
    let strays = rows
        .map(|(share, (over, under))| {
            (best - over * share).abs().max((share - under * worst).abs())
        })
        .fold(0.0, f64::max);
    strays <= xi + SAME && (shares.iter().sum::<f64>() - 1.0).abs() <= SAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistent_comparisons_give_their_shares_and_equal_ones_equal_shares() {
        let comparisons = Comparisons {
            best: 0,
            worst: 2,
            best_over: vec![1.0, 2.0, 4.0],
            over_worst: vec![4.0, 2.0, 1.0],
        };
        let solved = solve(&comparisons).unwrap();
        assert!(
            solved
                .shares
                .iter()
                .zip([4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0])
                .all(|(a, b)| (a - b).abs() < 1e-9),
            "{solved:?}"
        );
        assert!(solved.xi < 1e-9 && solved.is_unique && solved.ratio.abs() < 1e-12);
        let equal = solve(&Comparisons {
            best: 0,
            worst: 1,
            best_over: vec![1.0, 1.0],
            over_worst: vec![1.0, 1.0],
        })
        .unwrap();
        assert!(equal.shares.iter().all(|share| (share - 0.5).abs() < 1e-9) && equal.ratio == 0.0);
    }
}
