//! Which cells are hatched: a sign that every cell bears says nothing.

use crate::chart::parts::Grounds;
use crate::evaluation::Gaps;
use crate::model::{Counted, Grade};

/// What a hatch marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hatching {
    /// All that rests on weak evidence.
    #[default]
    Weak,
    /// Of that, what is weaker than the document's middle grade.
    WeakerThan(Grade),
}

impl Hatching {
    /// What is marked unless somebody wishes otherwise: all that is weak, or where that is more
    /// than half of what is graded, the weaker part of it.
    pub fn usual(gaps: &Gaps) -> Self {
        if gaps.weak * 2 > gaps.graded { Self::weaker_part(gaps) } else { Self::Weak }
    }

    /// Only what is weaker than the middle grade; all that is weak, where that is the same.
    pub fn weaker_part(gaps: &Gaps) -> Self {
        gaps.middle.filter(|middle| middle.is_weak()).map_or(Self::Weak, Self::WeakerThan)
    }

    /// What a score of this grade stands on, as it is shown.
    pub(super) fn grounds(self, score: Option<Counted>) -> Grounds {
        let is_marked = score.and_then(|score| score.grade).is_some_and(|grade| self.marks(grade));
        if is_marked { Grounds::Weak } else { Grounds::Firm }
    }

    fn marks(self, grade: Grade) -> bool {
        match self {
            Self::Weak => grade.is_weak(),
            Self::WeakerThan(middle) => grade.is_weak() && grade.is_weaker_than(middle),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grade(letter: char, digit: u8) -> Grade {
        Grade::new(letter, digit).unwrap()
    }

    fn gaps(grades: &[Grade]) -> Gaps {
        Gaps {
            missing: 0,
            weak: grades.iter().filter(|grade| grade.is_weak()).count(),
            graded: grades.len(),
            middle: Grade::middle(grades.iter().copied()),
        }
    }

    #[test]
    fn at_most_half_of_the_graded_cells_are_hatched_unless_somebody_wishes_it() {
        let all: Vec<Grade> =
            ('A'..='F').flat_map(|letter| (1..=6).map(move |digit| grade(letter, digit))).collect();
        for start in 0..all.len() {
            for length in 1..all.len() - start {
                let of = &all[start..start + length];
                let usual = Hatching::usual(&gaps(of));
                let marked = of.iter().filter(|grade| usual.marks(**grade)).count();
                assert!(marked * 2 <= of.len(), "{marked} of {of:?}");
            }
        }
    }

    #[test]
    fn what_is_not_weak_is_never_hatched_and_all_that_is_can_be() {
        let of = [grade('A', 1), grade('B', 3), grade('C', 3)];
        let marked = |hatching: Hatching| of.map(|grade| hatching.marks(grade));
        assert_eq!(Hatching::usual(&gaps(&of)), Hatching::Weak);
        assert_eq!(marked(Hatching::Weak), [false, false, true]);
        assert_eq!(marked(Hatching::WeakerThan(grade('A', 1))), [false, false, true]);
        let alike = [grade('C', 4); 3];
        assert_eq!(Hatching::usual(&gaps(&alike)), Hatching::WeakerThan(grade('C', 4)));
        assert!(alike.iter().all(|grade| Hatching::Weak.marks(*grade)));
        assert!(!alike.iter().any(|grade| Hatching::usual(&gaps(&alike)).marks(*grade)));
        assert_eq!(Hatching::weaker_part(&gaps(&[])), Hatching::Weak);
        assert_eq!(Hatching::weaker_part(&gaps(&of)), Hatching::Weak, "it would mark the same");
    }
}
