//! When two totals count as equal, and the ranks that follow.

/// Two totals closer than this tie (METHODS.md, Terms).
pub const TIE: f64 = 1e-9;

/// Whether `a` is greater than `b` by more than a tie.
pub fn is_better(a: f64, b: f64) -> bool {
    a - b > TIE
}

/// Whether two totals tie.
pub fn is_tied(a: f64, b: f64) -> bool {
    (a - b).abs() <= TIE
}

/// Totals to be ranked among.
pub(super) struct Levels {
    /// The highest first.
    falling: Vec<f64>,
}

impl Levels {
    pub(super) fn new(mut totals: Vec<f64>) -> Self {
        totals.sort_unstable_by(|a, b| b.total_cmp(a));
        Self { falling: totals }
    }

    /// Standard competition rank: 1 + how many are better.
    pub(super) fn rank(&self, total: f64) -> usize {
        1 + self.falling.partition_point(|other| is_better(*other, total))
    }

    /// [`Self::rank`] of totals that are asked for from the highest to the lowest: each goes on
    /// from where the last ended.
    pub(super) fn ranks(&self) -> impl FnMut(f64) -> usize {
        let mut better = 0;
        move |total| {
            better += self
                .falling
                .iter()
                .skip(better)
                .take_while(|other| is_better(**other, total))
                .count();
            1 + better
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_a_billionth_wide() {
        assert!(is_tied(0.5, 0.5 + 0.9e-9) && !is_better(0.5 + 0.9e-9, 0.5));
        assert!(!is_tied(0.5, 0.5 + 1.1e-9) && is_better(0.5 + 1.1e-9, 0.5));
    }
}
