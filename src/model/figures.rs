//! The numbers of a cell under one state of the assumptions.

/// The numbers of a cell and their reason: what it is where some assumption doesn't hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub score: f64,
    /// The low end of the doubt about it, at most `score`.
    pub low: Option<f64>,
    /// The high end, at least `score`.
    pub high: Option<f64>,
    pub reason: String,
}

impl Figures {
    /// The same with another number. One outside its range moves the range with it, by as much as
    /// the score moves and no further than the ends of the scale, where no score moves these
    /// ([`crate::model::Criterion::fixed_ends`]); all else stays.
    #[must_use]
    pub fn rescored(self, score: f64, ends: Option<(f64, f64)>) -> Self {
        let distance = if self.holds(score) { 0.0 } else { score - self.score };
        let moved = |end: f64| match ends {
            _ if distance == 0.0 => end,
            Some((min, max)) => (end + distance).max(min).min(max),
            None => end + distance,
        };
        let (low, high) = (self.low.map(moved), self.high.map(moved));
        // What rounding makes of a sum is not to pass the score, nor the end of a curve beyond
        // which it lies.
        let (low, high) = (low.map(|low| low.min(score)), high.map(|high| high.max(score)));
        Self { score, low, high, ..self }
    }

    /// Whether a number lies within the range of doubt; a score without one is its own.
    pub fn holds(&self, score: f64) -> bool {
        (self.low.unwrap_or(self.score)..=self.high.unwrap_or(self.score)).contains(&score)
    }
}
