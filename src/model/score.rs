//! Scores with their evidence, and the tables that hold them.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::shared::same;
use crate::model::{AssumptionId, Figures, NodeId, OptionId, Passage, SourceId};

/// One cell: how an option does on a criterion, in the criterion's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub score: f64,
    /// The low end of the doubt about it, at most `score`.
    pub low: Option<f64>,
    /// The high end, at least `score`.
    pub high: Option<f64>,
    pub reason: String,
    pub evidence: Vec<Evidence>,
    pub grade: Option<Grade>,
    /// The score where an assumption doesn't hold.
    pub otherwise: IndexMap<AssumptionId, Figures>,
}

impl Score {
    /// Every number in it, those where assumptions don't hold too.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        let instead = self.otherwise.values().flat_map(|it| [Some(it.score), it.low, it.high]);
        [Some(self.score), self.low, self.high].into_iter().chain(instead).flatten()
    }

    /// Its numbers as they are where an assumption doesn't hold; with none, or where it knows
    /// nothing else of that, those that stand where all hold.
    pub fn figures(&self, without: Option<&AssumptionId>) -> Figures {
        let instead = without.and_then(|assumption| self.otherwise.get(assumption));
        instead.cloned().unwrap_or_else(|| Figures {
            score: self.score,
            low: self.low,
            high: self.high,
            reason: self.reason.clone(),
        })
    }

    /// The same with other numbers where an assumption doesn't hold, or with none where all hold.
    #[must_use]
    pub fn with_figures(&self, without: Option<&AssumptionId>, figures: Figures) -> Self {
        let mut changed = self.clone();
        if let Some(assumption) = without {
            changed.otherwise.insert(assumption.clone(), figures);
            return changed;
        }
        let Figures { score, low, high, reason } = figures;
        Self { score, low, high, reason, ..changed }
    }

    /// The same with nothing but what counts where an assumption doesn't hold, or with none where
    /// all hold.
    #[must_use]
    pub fn counting(&self, without: Option<&AssumptionId>) -> Self {
        let figures = self.figures(without);
        Self { otherwise: IndexMap::new(), ..self.with_figures(None, figures) }
    }

    /// The cell of which this counts ([`Score::counting`]): what it is elsewhere stays.
    #[must_use]
    pub fn with_counting(&self, without: Option<&AssumptionId>, counting: &Self) -> Self {
        let changed = self.with_figures(without, counting.figures(None));
        Self { evidence: counting.evidence.clone(), grade: counting.grade, ..changed }
    }

    /// The same with another number, where an assumption doesn't hold or where all do
    /// ([`Figures::rescored`]).
    #[must_use]
    pub fn rescored(
        &self,
        without: Option<&AssumptionId>,
        score: f64,
        ends: Option<(f64, f64)>,
    ) -> Self {
        self.with_figures(without, self.figures(without).rescored(score, ends))
    }

    /// A bare score, without range, reason or evidence.
    pub fn exact(score: f64) -> Self {
        Self {
            score,
            low: None,
            high: None,
            reason: String::new(),
            evidence: Vec::new(),
            grade: None,
            otherwise: IndexMap::new(),
        }
    }
}

/// A point that a source makes, in our own words.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub source: SourceId,
    /// Where in the source: section, paragraph.
    pub at: String,
    pub says: String,
    /// The words that it rests on, by their hash.
    pub passage: Option<Passage>,
}

/// The Admiralty code: the source's reliability A–F and the information's credibility 1–6.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    reliability: char,
    credibility: u8,
}

impl Grade {
    pub fn new(reliability: char, credibility: u8) -> Option<Self> {
        (('A'..='F').contains(&reliability) && (1..=6).contains(&credibility))
            .then_some(Self { reliability, credibility })
    }

    pub fn reliability(self) -> char {
        self.reliability
    }

    pub fn credibility(self) -> u8 {
        self.credibility
    }

    /// C3 or worse: what isn't better than C3. B3 is, by its letter; A4 isn't, by its digit.
    pub fn is_weak(self) -> bool {
        self.weakness() >= (3, 3)
    }

    /// Whether it says less for a score than another grade does.
    pub fn is_weaker_than(self, other: Self) -> bool {
        self.weakness() > other.weakness()
    }

    /// The steps of letter and digit down from A and 1, the worse first: as pairs they order the
    /// grades, and one of letter and digit is as good as the other.
    fn weakness(self) -> (u8, u8) {
        let (letter, digit) = ((self.reliability as u8).abs_diff(b'A') + 1, self.credibility);
        (letter.max(digit), letter.min(digit))
    }

    /// The middle one of some grades, the stronger of two in the middle: so at most half of them
    /// are weaker. None where there are none.
    pub fn middle(grades: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut grades: Vec<Self> = grades.into_iter().collect();
        grades.sort_by_key(|grade| (grade.weakness(), grade.reliability));
        grades.get(grades.len().checked_sub(1)? / 2).copied()
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.reliability, self.credibility)
    }
}

impl fmt::Debug for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One row of a table: the scores of an option by criterion.
pub type ScoreRow = IndexMap<NodeId, Score>;

/// Scores by option and criterion. Rows are shared between the snapshots of a history until one of
/// them changes; a row without cells isn't kept, so that equal tables are equal however they came
/// about.
#[derive(Clone, Debug, Default)]
pub struct ScoreTable {
    rows: IndexMap<OptionId, Arc<ScoreRow>>,
}

impl ScoreTable {
    pub fn get(&self, option: &OptionId, criterion: &NodeId) -> Option<&Score> {
        self.rows.get(option)?.get(criterion)
    }

    /// Sets a cell.
    pub fn set(&mut self, option: OptionId, criterion: NodeId, score: Score) {
        Arc::make_mut(self.rows.entry(option).or_default()).insert(criterion, score);
    }

    /// Takes a cell out: not scored, from now on.
    pub fn remove(&mut self, option: &OptionId, criterion: &NodeId) {
        let Some(row) = self.rows.get_mut(option) else { return };
        if row.contains_key(criterion) {
            Arc::make_mut(row).shift_remove(criterion);
        }
        if row.is_empty() {
            self.rows.shift_remove(option);
        }
    }

    pub fn remove_row(&mut self, option: &OptionId) {
        self.rows.shift_remove(option);
    }

    pub fn remove_column(&mut self, criterion: &NodeId) {
        let options: Vec<OptionId> = self.rows.keys().cloned().collect();
        for option in options {
            self.remove(&option, criterion);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in the order in which they were first written.
    pub fn rows(&self) -> impl Iterator<Item = (&OptionId, &Arc<ScoreRow>)> {
        self.rows.iter()
    }

    pub fn row(&self, option: &OptionId) -> Option<&Arc<ScoreRow>> {
        self.rows.get(option)
    }

    /// Every cell, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (&OptionId, &NodeId, &Score)> {
        self.rows.iter().flat_map(|(option, row)| {
            row.iter().map(move |(criterion, score)| (option, criterion, score))
        })
    }

    pub fn cells_mut(&mut self) -> impl Iterator<Item = &mut Score> {
        self.rows.values_mut().flat_map(|row| Arc::make_mut(row).values_mut())
    }
}

/// By content, whatever the order of rows and cells; rows that both share aren't looked into.
impl PartialEq for ScoreTable {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(option, row): (&OptionId, &Arc<ScoreRow>)| {
            other.rows.get(option).is_some_and(|other| same(row, other))
        };
        self.rows.len() == other.rows.len() && self.rows.iter().all(is_same)
    }
}

#[cfg(test)]
mod tests {
    use proptest::strategy::Strategy as _;

    use super::*;

    #[test]
    fn an_emptied_row_leaves_no_trace() {
        let (option, criterion) = (OptionId::new("a").unwrap(), NodeId::new("c").unwrap());
        let mut table = ScoreTable::default();
        table.set(option.clone(), criterion.clone(), Score::exact(3.0));
        table.remove(&option, &criterion);
        assert_eq!(table, ScoreTable::default());
    }

    #[test]
    fn tables_are_equal_by_content_in_any_order() {
        let table = |cells: &[(&str, f64)]| {
            let mut table = ScoreTable::default();
            for (option, score) in cells {
                let option = OptionId::new(option).unwrap();
                table.set(option, NodeId::new("c").unwrap(), Score::exact(*score));
            }
            table
        };
        let known = table(&[("a", 1.0), ("b", 2.0)]);
        assert_eq!(known, table(&[("b", 2.0), ("a", 1.0)]));
        assert_eq!(known, known.clone());
        for other in [&[("a", 1.0)][..], &[("a", 1.0), ("b", 3.0)], &[("a", 1.0), ("c", 2.0)]] {
            assert_ne!(known, table(other));
            assert_ne!(table(other), known);
        }
    }

    fn grade(text: &str) -> Grade {
        let mut chars = text.chars();
        let (letter, digit) = (chars.next().unwrap(), chars.next().unwrap());
        Grade::new(letter, digit.to_digit(10).unwrap() as u8).unwrap()
    }

    #[test]
    fn a_range_moves_with_its_score_and_stays_on_the_scale() {
        let scale = Some((0.0, 10.0));
        let known = Score { low: Some(4.0), high: Some(7.0), ..Score::exact(6.0) };
        let ends = |score: f64, scale| {
            let moved = known.rescored(None, score, scale);
            assert_eq!(moved.score, score);
            (moved.low.unwrap(), moved.high.unwrap())
        };
        assert_eq!(ends(7.0, scale), (4.0, 7.0), "within it, it stays");
        assert_eq!(ends(8.0, scale), (6.0, 9.0));
        assert_eq!(ends(9.5, scale), (7.5, 10.0), "cut at the end of the scale");
        assert_eq!(ends(1.0, scale), (0.0, 2.0));
        assert_eq!(ends(95.0, None), (93.0, 96.0));
        let one_ended = Score { high: None, ..known };
        assert_eq!(one_ended.rescored(None, 8.0, scale).low, Some(6.0));
        assert_eq!(Score::exact(6.0).rescored(None, 8.0, scale), Score::exact(8.0));
    }

    proptest::proptest! {
        #[test]
        fn a_moved_range_holds_its_score(
            (low, score, high) in (-1e9..1e9, 0.0..1e9, 0.0..1e9).prop_map(|(low, up, on)| (low, low + up, low + up + on)),
            next in -1e9..1e9,
        ) {
            let known = Score { low: Some(low), high: Some(high), ..Score::exact(score) };
            for scale in [None, Some((-1e9, 1e9)), Some((-5.0, 5.0))] {
                let moved = known.rescored(None, next, scale);
                proptest::prop_assert!(moved.figures(None).holds(next));
                if let (Some((min, max)), false) = (scale, known.figures(None).holds(next)) {
                    let beyond = |end: Option<f64>| end.is_some_and(|end| end != next && !(min..=max).contains(&end));
                    proptest::prop_assert!(!beyond(moved.low) && !beyond(moved.high));
                }
            }
        }
    }

    #[test]
    fn weak_is_whatever_is_not_better_than_c3() {
        for letter in 'A'..='F' {
            for digit in 1..=6 {
                let is_better = letter <= 'C' && digit <= 3 && (letter, digit) != ('C', 3);
                let grade = Grade::new(letter, digit).unwrap();
                assert_eq!(grade.is_weak(), !is_better, "{grade}");
            }
        }
    }

    #[test]
    fn a_grade_is_as_weak_as_the_worse_of_letter_and_digit_then_as_the_other() {
        let ordered = ["A1", "B1", "B2", "C1", "B3", "C3", "A4", "C4", "D4", "F6"].map(grade);
        for pair in ordered.windows(2) {
            assert!(pair[1].is_weaker_than(pair[0]) && !pair[0].is_weaker_than(pair[1]));
        }
        assert!(
            !grade("C1").is_weaker_than(grade("A3")) && !grade("A3").is_weaker_than(grade("C1"))
        );
    }

    #[test]
    fn at_most_half_of_the_grades_are_weaker_than_the_middle() {
        let middle = |texts: &[&str]| Grade::middle(texts.iter().map(|text| grade(text)));
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&["F6"]), Some(grade("F6")));
        assert_eq!(middle(&["F6", "B2"]), Some(grade("B2")));
        assert_eq!(middle(&["F6", "C3", "A1"]), Some(grade("C3")));
        assert_eq!(middle(&["C4", "C3", "C4", "C3", "B3"]), Some(grade("C3")));
        assert_eq!(middle(&["C3", "A3", "A3", "C1"]), middle(&["C1", "A3", "C3", "A3"]));
    }
}
