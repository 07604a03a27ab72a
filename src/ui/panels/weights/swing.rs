//! A swing in words: from the worst end of a scale to its best, by what is written there.

use crate::evaluation::{EndsMadeBy, SwingEnd, SwingEnds, SwingSpread};
use crate::look::{Measurer, TypeSize, Weight};
use crate::model::{Alternative, Criterion, Scenario};
use crate::text::weights::{self, End};

/// How swings are set.
pub(super) const SET: (TypeSize, Weight) = (TypeSize::Note, Weight::Regular);

/// A swing's two ends in words; none where there is no way to go between them.
pub(super) struct Swing {
    worst: End,
    best: End,
}

impl Swing {
    /// None where one end is worth no more than the other.
    pub fn new(scenario: &Scenario, criterion: &Criterion, ends: &SwingEnds) -> Option<Self> {
        let end = |end: &SwingEnd, unit: &str| {
            let option = || scenario.options.get(end.option?).map(Alternative::label);
            let stands = match ends.made_by {
                EndsMadeBy::Options => option(),
                EndsMadeBy::Scale => None,
            };
            End::new(end.score, end.anchor.as_deref().or(stands).unwrap_or(unit))
        };
        let (worst, best) = (end(&ends.worst, ""), end(&ends.best, &criterion.unit));
        (ends.spread == SwingSpread::Apart).then_some(Self { worst, best })
    }

    pub fn whole(&self) -> String {
        weights::swing(&self.worst, &self.best)
    }

    /// On two lines, each end as much as there is room for.
    pub fn two_lines(&self, measurer: &Measurer, room: f32) -> [String; 2] {
        [weights::from_end(&self.worst), weights::to_end(&self.best)]
            .map(|end| measurer.ellipsis(&end, SET.0.points(), SET.1, room))
    }

    /// On one line: where it is too long for that, both ends give way, the longer one first.
    pub fn one_line(&self, measurer: &Measurer, room: f32) -> String {
        let width = |words: &str| measurer.width(words, SET.0.points(), SET.1);
        let whole = self.whole();
        if width(&whole) <= room {
            return whole;
        }
        let bare = |end: &End| End { meaning: String::new(), ..end.clone() };
        let rest = room - width(&weights::swing(&bare(&self.worst), &bare(&self.best)));
        let rest = rest - 2.0 * width(" ");
        let (first, second) = (width(&self.worst.meaning), width(&self.best.meaning));
        let of_first = first.min((rest - second).max(rest / 2.0));
        let short = |end: &End, room: f32| End {
            // What fits to a hair is not to be cut for how sums are rounded.
            meaning: measurer.ellipsis(&end.meaning, SET.0.points(), SET.1, room + 0.1),
            ..end.clone()
        };
        weights::swing(&short(&self.worst, of_first), &short(&self.best, rest - of_first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swing(worst: &str, best: &str) -> Swing {
        Swing { worst: End::new(10.0, worst), best: End::new(0.0, best) }
    }

    #[test]
    fn both_ends_stay_named_on_one_line_however_long_they_are() {
        let measurer = Measurer::new();
        let long = "foreign commanders act without asking anybody at all in the capital";
        for (worst, best) in [(long, "peace"), ("war", long), (long, long)] {
            let shown = swing(worst, best).one_line(&measurer, 260.0);
            assert!(measurer.width(&shown, SET.0.points(), SET.1) <= 260.5, "{shown}");
            assert!(shown.starts_with("from 10 ") && shown.contains(" to 0 "), "{shown}");
            for short in [worst, best].into_iter().filter(|words| words.len() < 10) {
                assert!(shown.contains(short), "{shown}: the short one is whole");
            }
        }
        let fits = swing("another 2014", "work for the police");
        assert_eq!(fits.one_line(&measurer, 400.0), fits.whole());
    }
}
