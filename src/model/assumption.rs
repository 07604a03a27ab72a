//! Assumptions: what the scores take for granted, and which of a cell's scores counts for it.

use crate::model::{AssumptionId, Grade, Score};

/// Something that the scores take for granted, and whether it is taken to hold now.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    pub id: AssumptionId,
    pub name: String,
    /// At most 24 characters for charts; empty: the name.
    pub short: String,
    pub note: String,
    pub holds: bool,
}

impl Assumption {
    /// One that holds.
    pub fn new(id: AssumptionId, name: &str) -> Self {
        let (short, note) = (String::new(), String::new());
        Self { id, name: name.to_owned(), short, note, holds: true }
    }

    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

/// A cell as it counts while some assumptions hold and others don't (*effective* in FORMAT.md).
/// Everything that computes takes scores in this form alone, which [`effective`] alone makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted<'a> {
    pub score: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub reason: &'a str,
    pub grade: Option<Grade>,
    /// The assumption without which the score is this one; none: as it stands where all hold.
    pub without: Option<&'a AssumptionId>,
}

impl Counted<'_> {
    /// The ends of the doubt; where one alone is given, the score is the other.
    pub fn ends(&self) -> (f64, f64) {
        (self.low.unwrap_or(self.score), self.high.unwrap_or(self.score))
    }
}

/// What counts of a cell: the score where the first of the assumptions, in their order, doesn't
/// hold that doesn't and that the cell knows, whole; else the score itself.
pub fn effective<'a>(assumptions: &[Assumption], cell: &'a Score) -> Counted<'a> {
    let fallen = assumptions.iter().filter(|assumption| !assumption.holds);
    let instead = if cell.otherwise.is_empty() {
        None
    } else {
        fallen.into_iter().find_map(|assumption| cell.otherwise.get_key_value(&assumption.id))
    };
    match instead {
        None => Counted {
            score: cell.score,
            low: cell.low,
            high: cell.high,
            reason: &cell.reason,
            grade: cell.grade,
            without: None,
        },
        Some((id, figures)) => Counted {
            score: figures.score,
            low: figures.low,
            high: figures.high,
            reason: &figures.reason,
            grade: cell.grade,
            without: Some(id),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Figures;

    fn id(text: &str) -> AssumptionId {
        AssumptionId::new(text).unwrap()
    }

    /// Assumptions a, b, … of which some hold.
    fn assumptions(holding: &[bool]) -> Vec<Assumption> {
        let one = |(name, holds): (char, &bool)| Assumption {
            holds: *holds,
            ..Assumption::new(id(&name.to_string()), "A")
        };
        ('a'..).zip(holding).map(one).collect()
    }

    fn cell() -> Score {
        let figures =
            |score: f64| Figures { score, reason: score.to_string(), ..Figures::default() };
        let mut cell = Score { low: Some(1.0), high: Some(9.0), ..Score::exact(5.0) };
        cell.otherwise.insert(id("c"), figures(3.0));
        cell.otherwise.insert(id("b"), figures(2.0));
        cell
    }

    #[test]
    fn the_first_assumption_that_fails_and_that_the_cell_knows_counts_with_nothing_of_the_cell() {
        let cell = cell();
        let under = |holding: &[bool]| {
            let counted = effective(&assumptions(holding), &cell);
            (counted.score, counted.without.map(|id| id.as_str().to_owned()), counted.ends())
        };
        assert_eq!(under(&[]), (5.0, None, (1.0, 9.0)));
        assert_eq!(under(&[true, true, true]), (5.0, None, (1.0, 9.0)));
        assert_eq!(under(&[false, true, true]), (5.0, None, (1.0, 9.0)), "the cell doesn't know a");
        assert_eq!(under(&[false, false, false]), (2.0, Some("b".to_owned()), (2.0, 2.0)));
        assert_eq!(under(&[true, true, false]), (3.0, Some("c".to_owned()), (3.0, 3.0)));
    }
}
