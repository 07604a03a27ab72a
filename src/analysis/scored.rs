//! The options that are fully scored and not ruled out, by their raw scores: what the methods
//! beside the weighted sum rank.

use crate::analysis::Problem;
use crate::model::{Criterion, Goal};

/// Numbers that are looked through side by side, so that one needn't wait for the last.
const LANES: usize = 8;

/// Options by criteria, no cell missing. Methods go through it criterion by criterion, every option
/// at once.
#[derive(Clone, Debug)]
pub struct Scored<'a> {
    /// Their indices in the document, rising.
    pub options: Vec<usize>,
    pub criteria: &'a [Criterion],
    /// For each criterion the options' scores, in its unit.
    columns: Vec<Vec<f64>>,
}

impl<'a> Scored<'a> {
    /// None of the options where there are no criteria.
    pub fn new(problem: &Problem, criteria: &'a [Criterion]) -> Self {
        let options: Vec<usize> = problem.complete().collect();
        let column = |criterion: usize| {
            options
                .iter()
                .filter_map(|option| Some(problem.cell(*option, criterion)?.score))
                .collect()
        };
        let columns = (0..criteria.len()).map(column).collect();
        Self { options, criteria, columns }
    }

    /// How many options there are.
    pub fn count(&self) -> usize {
        self.options.len()
    }

    /// Each criterion with its scores.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = (&Criterion, &[f64])> + Clone {
        self.criteria
            .iter()
            .zip(&self.columns)
            .map(|(criterion, column)| (criterion, column.as_slice()))
    }

    /// The same without one of its options.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut rest = self.clone();
        if place < rest.options.len() {
            rest.options.remove(place);
            for column in &mut rest.columns {
                column.remove(place);
            }
        }
        rest
    }
}

/// The ends of a criterion's scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    pub best: f64,
    pub worst: f64,
}

impl Ends {
    /// The best and the worst of a criterion's scores by its goal; of no scores, infinities.
    pub fn of(criterion: &Criterion, column: &[f64]) -> Self {
        let lesser = |a: f64, b: f64| if b < a { b } else { a };
        let greater = |a: f64, b: f64| if b > a { b } else { a };
        let (chunks, rest) = column.as_chunks::<LANES>();
        let (mut least, mut greatest) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
        for chunk in chunks {
            for ((least, greatest), score) in least.iter_mut().zip(&mut greatest).zip(chunk) {
                (*least, *greatest) = (lesser(*least, *score), greater(*greatest, *score));
            }
        }
        let least = least.iter().chain(rest).copied().fold(f64::INFINITY, lesser);
        let greatest = greatest.iter().chain(rest).copied().fold(f64::NEG_INFINITY, greater);
        match criterion.goal {
            Goal::Maximize => Self { best: greatest, worst: least },
            Goal::Minimize => Self { best: least, worst: greatest },
        }
    }
}

/// The sum of what is made of each score.
pub(super) fn sum_of(column: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    let (chunks, rest) = column.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for chunk in chunks {
        sums.iter_mut().zip(chunk).for_each(|(sum, score)| *sum += of(*score));
    }
    sums.iter().sum::<f64>() + rest.iter().map(|score| of(*score)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Hue, NodeId};

    #[test]
    fn ends_and_sums_count_every_score_of_columns_of_any_length() {
        let criterion = Criterion::new(NodeId::new("c").unwrap(), "C", Hue::nth(0));
        for count in 1..40_usize {
            let column: Vec<f64> =
                (0..count).map(|index| ((index * 7 + count) % 41) as f64 - 20.0).collect();
            let (least, greatest) = column
                .iter()
                .fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(*x), high.max(*x)));
            assert_eq!(
                Ends::of(&criterion, &column),
                Ends { best: greatest, worst: least },
                "{count}"
            );
            assert_eq!(
                sum_of(&column, |x| x * x),
                column.iter().map(|x| x * x).sum::<f64>(),
                "{count}"
            );
        }
    }
}
