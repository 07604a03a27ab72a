//! Scales that missing cells leave open: under an observed range a score yet to come can make an
//! end of its criterion's scale, and so move every value there.

use crate::analysis::Scale;
use crate::model::Goal;

/// An observed scale that scores yet to come can widen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenScale {
    pub(super) goal: Goal,
    /// The least and the greatest base score that make it as it stands; none where no base score
    /// does, so that the first ones make it anew.
    pub(super) ends: Option<(f64, f64)>,
}

impl OpenScale {
    /// The most that a score can come to be worth above another, 0..1, as the scale widens. 0 for
    /// one that isn't better: by a score far outside of both they come to be worth the same.
    pub fn reach(&self, ahead: f64, behind: f64) -> f64 {
        let is_better = match self.goal {
            Goal::Maximize => ahead > behind,
            Goal::Minimize => ahead < behind,
        };
        if !is_better {
            return 0.0;
        }
        // They part the most on the narrowest scale that holds both.
        let own = (ahead.min(behind), ahead.max(behind));
        let widened = |(least, greatest): (f64, f64)| (least.min(own.0), greatest.max(own.1));
        let (worst, best) = self.ends.map_or(own, widened);
        let scale = Scale::Straight { worst, best };
        (scale.value(ahead) - scale.value(behind)).abs()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scale(goal: Goal, ends: Option<(f64, f64)>) -> OpenScale {
        OpenScale { goal, ends }
    }

    #[test]
    fn no_scale_parts_two_scores_further_than_the_narrowest() {
        let up = |ends| scale(Goal::Maximize, ends);
        assert_eq!(up(Some((0.0, 10.0))).reach(8.0, 3.0), 0.5);
        assert_eq!(up(Some((0.0, 10.0))).reach(3.0, 8.0), 0.0);
        assert_eq!(up(Some((0.0, 10.0))).reach(20.0, 5.0), 0.75, "an own score beyond the ends");
        assert_eq!(up(Some((5.0, 5.0))).reach(5.0, 5.0), 0.0);
        assert_eq!(up(None).reach(8.0, 3.0), 1.0);
        assert_eq!(scale(Goal::Minimize, Some((0.0, 10.0))).reach(3.0, 8.0), 0.5);
        assert_eq!(up(None).reach(f64::MAX, -f64::MAX), 1.0);
    }

    proptest! {
        #[test]
        fn no_wider_scale_parts_two_scores_further(
            ends in (-9.0..0.0_f64, 0.0..9.0_f64),
            further in (0.0..50.0_f64, 0.0..50.0_f64),
            scores in (-20.0..20.0_f64, -20.0..20.0_f64),
        ) {
            let (worst, best) = (ends.0 - further.0, ends.1 + further.1);
            prop_assume!(worst < best);
            let found = Scale::Straight { worst, best };
            let parted = found.value(scores.0) - found.value(scores.1);
            let most = scale(Goal::Maximize, Some(ends)).reach(scores.0, scores.1);
            prop_assert!(parted <= most + 1e-12, "{} beyond {}", parted, most);
        }
    }
}
