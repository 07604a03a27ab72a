//! The two ends of each criterion's swing, and what stands there: what a swing weight is asked
//! about.

use super::Evaluation;
use crate::analysis::Scale;
use crate::elicitation::{Swing, scale_swing};
use crate::model::{Criterion, Range, Scenario};

/// The swing of a criterion, from the worst end of its scale to the best.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingEnds {
    pub worst: SwingEnd,
    pub best: SwingEnd,
    pub made_by: EndsMadeBy,
    pub spread: SwingSpread,
    /// The scored options that aren't ruled out, in document order.
    pub stands: Vec<Stand>,
    /// How many of the options that aren't ruled out aren't scored.
    pub missing: usize,
    pub ruled_out: usize,
}

/// Where an option stands on a swing, as the viewpoint scores it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// Its index in the document.
    pub option: usize,
    /// In the criterion's unit.
    pub score: f64,
    /// How much of the swing's value lies behind it: 0 at the worst end, 1 at the best, what lies
    /// beyond an end at that end; 1 where there is no swing.
    pub place: f64,
}

/// What makes the ends of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndsMadeBy {
    /// The criterion's own range or value function.
    Scale,
    /// The worst and the best option: an observed range.
    Options,
}

/// How far apart the ends of a swing are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwingSpread {
    /// One is worth more than the other.
    Apart,
    /// There is no swing: the scale is made of scores, and all options that stand on it have the
    /// same.
    OneScore,
    /// There is no swing: every score is worth the same.
    Level,
}

/// One end.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingEnd {
    /// In the criterion's unit.
    pub score: f64,
    /// What is written of that score; none where nothing is.
    pub anchor: Option<String>,
    /// The first option in the document that stands there and isn't ruled out, as the viewpoint
    /// scores it.
    pub option: Option<usize>,
}

/// The ends for each criterion; none where the scale is to be made of scores and there are none.
pub fn swing_ends(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Option<SwingEnds>> {
    let criteria = scenario.criteria.iter().enumerate();
    criteria.map(|(index, criterion)| ends(criterion, evaluation, index)).collect()
}

fn ends(criterion: &Criterion, evaluation: &Evaluation, index: usize) -> Option<SwingEnds> {
    let problem = &evaluation.problem;
    let swing = scale_swing(criterion, problem, index)?;
    let counted = || (0..problem.option_count).filter(|option| !problem.is_ruled_out(*option));
    let score = |option: usize| problem.cell(option, index).map(|cell| cell.score);
    let end = |wanted: f64| SwingEnd {
        score: wanted,
        anchor: criterion.anchor(wanted).map(str::to_owned),
        option: counted().find(|option| score(*option) == Some(wanted)),
    };
    let made_by = made_by(criterion, problem.scales.get(index)?);
    let stands = stands(evaluation, index, swing);
    Some(SwingEnds {
        worst: end(swing.worst),
        best: end(swing.best),
        made_by,
        spread: spread(swing, made_by, &stands),
        missing: counted().filter(|option| score(*option).is_none()).count(),
        ruled_out: problem.option_count - counted().count(),
        stands,
    })
}

/// On a scale that is made of the base's scores, which are all the same, a viewpoint's own may
/// differ and be worth the same.
fn spread(swing: Swing, made_by: EndsMadeBy, stands: &[Stand]) -> SwingSpread {
    let is_one_score =
        || !stands.is_empty() && stands.iter().all(|stand| stand.score == swing.worst);
    match made_by {
        _ if swing.worst != swing.best => SwingSpread::Apart,
        EndsMadeBy::Options if is_one_score() => SwingSpread::OneScore,
        _ => SwingSpread::Level,
    }
}

fn stands(evaluation: &Evaluation, index: usize, swing: Swing) -> Vec<Stand> {
    let problem = &evaluation.problem;
    let Some(scale) = problem.scales.get(index) else { return Vec::new() };
    let (worst, best) = (scale.value(swing.worst), scale.value(swing.best));
    let place = |value: f64| {
        if best > worst { ((value - worst) / (best - worst)).clamp(0.0, 1.0) } else { 1.0 }
    };
    let counted = (0..problem.option_count).filter(|option| !problem.is_ruled_out(*option));
    let stand = |option: usize| {
        let cell = problem.cell(option, index)?;
        Some(Stand { option, score: cell.score, place: place(cell.value) })
    };
    counted.filter_map(stand).collect()
}

fn made_by(criterion: &Criterion, scale: &Scale) -> EndsMadeBy {
    match (criterion.range, scale) {
        (Range::Observed, Scale::Straight { .. } | Scale::Constant(_)) => EndsMadeBy::Options,
        _ => EndsMadeBy::Scale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{Weighting, evaluate};
    use crate::model::{
        Alternative, Goal, Hue, Judged, Letter, Mark, MustHave, NodeId, OptionId, Score, Team,
        TeamId, ValueFunction,
    };

    fn stands_of(change: impl FnOnce(&mut Criterion), scores: &[Option<f64>]) -> Vec<(usize, f64)> {
        ends_of(change, scores).stands.iter().map(|stand| (stand.option, stand.place)).collect()
    }

    /// One criterion, changed as is said, with options that have these scores.
    fn ends_of(change: impl FnOnce(&mut Criterion), scores: &[Option<f64>]) -> SwingEnds {
        let mut scenario = Scenario::new("a");
        let mut criterion = Criterion::new(NodeId::new("x").unwrap(), "X", Hue::nth(0));
        change(&mut criterion);
        for (index, score) in scores.iter().enumerate() {
            let id = OptionId::new(&format!("o{index}")).unwrap();
            if let Some(score) = score {
                scenario.scores.set(id.clone(), criterion.id.clone(), Score::exact(*score));
            }
            let (name, short, note) = (id.to_string(), String::new(), String::new());
            let letter = Letter::nth(index);
            scenario.options.push(Alternative { id, name, short, note, letter });
        }
        scenario.criteria.push(criterion);
        let evaluation = evaluate(&scenario, &Weighting::Mean).unwrap();
        swing_ends(&scenario, &evaluation).remove(0).unwrap()
    }

    #[test]
    fn options_stand_between_the_worst_end_and_the_best_whichever_is_high() {
        let scores = [Some(2.5), None, Some(10.0), Some(0.0)];
        assert_eq!(stands_of(|_| (), &scores), [(0, 0.25), (2, 1.0), (3, 0.0)]);
        let low_is_good = |criterion: &mut Criterion| criterion.goal = Goal::Minimize;
        assert_eq!(stands_of(low_is_good, &scores), [(0, 0.75), (2, 0.0), (3, 1.0)]);
    }

    #[test]
    fn under_a_curve_options_stand_by_what_they_are_worth_of_the_swing() {
        let curve = |criterion: &mut Criterion| {
            criterion.value = ValueFunction::Piecewise(vec![(0.0, 0.2), (4.0, 0.7), (10.0, 0.8)]);
        };
        let stands = stands_of(curve, &[Some(0.0), Some(4.0), Some(10.0)]);
        let places: Vec<f64> =
            stands.iter().map(|(_, place)| (place * 1e6).round() / 1e6).collect();
        assert_eq!(places, [0.0, 0.833_333, 1.0]);
    }

    #[test]
    fn those_that_are_ruled_out_stand_nowhere_and_where_all_are_alike_all_have_it_all() {
        let strict = |criterion: &mut Criterion| criterion.must_have = Some(MustHave::AtLeast(3.0));
        assert_eq!(stands_of(strict, &[Some(2.0), Some(5.0)]), [(1, 0.5)]);
        let observed = |criterion: &mut Criterion| criterion.range = Range::Observed;
        assert_eq!(stands_of(observed, &[Some(4.0), Some(4.0)]), [(0, 1.0), (1, 1.0)]);
    }

    #[test]
    fn options_alike_and_a_flat_curve_are_told_apart() {
        let observed = |criterion: &mut Criterion| criterion.range = Range::Observed;
        let flat = |criterion: &mut Criterion| {
            criterion.value = ValueFunction::Piecewise(vec![(0.0, 0.5), (10.0, 0.5)]);
        };
        let observed_flat = |criterion: &mut Criterion| {
            (criterion.range, criterion.goal) = (Range::Observed, Goal::Minimize);
            flat(criterion);
        };
        let (alike, unlike) = ([Some(4.0), Some(4.0), None], [Some(3.0), Some(7.0), None]);
        let spread = |ends: SwingEnds| (ends.spread, ends.missing, ends.ruled_out);
        assert_eq!(spread(ends_of(observed, &alike)), (SwingSpread::OneScore, 1, 0));
        assert_eq!(spread(ends_of(observed, &unlike)), (SwingSpread::Apart, 1, 0));
        for scores in [alike, unlike] {
            assert_eq!(spread(ends_of(flat, &scores)), (SwingSpread::Level, 1, 0));
            assert_eq!(spread(ends_of(observed_flat, &scores)), (SwingSpread::Level, 1, 0));
            assert_eq!(spread(ends_of(|_| (), &scores)), (SwingSpread::Apart, 1, 0));
        }
    }

    #[test]
    fn where_the_options_left_are_alike_those_ruled_out_are_counted() {
        let strict = |criterion: &mut Criterion| {
            criterion.range = Range::Observed;
            criterion.must_have = Some(MustHave::AtLeast(3.0));
        };
        let ends = ends_of(strict, &[Some(2.0), Some(4.0), Some(4.0)]);
        assert_eq!((ends.spread, ends.stands.len()), (SwingSpread::OneScore, 2));
        assert_eq!((ends.missing, ends.ruled_out), (0, 1));
    }

    #[test]
    fn where_nobody_stands_on_a_constant_scale_nothing_is_said_of_those_who_do() {
        let swing = Swing { worst: 4.0, best: 4.0 };
        let stand = Stand { option: 0, score: 4.0, place: 1.0 };
        let spread = |stands: &[Stand]| spread(swing, EndsMadeBy::Options, stands);
        assert_eq!(spread(&[stand]), SwingSpread::OneScore);
        assert_eq!(spread(&[]), SwingSpread::Level);
    }

    #[test]
    fn own_scores_that_differ_from_a_scale_made_of_equal_ones_are_worth_the_same() {
        let mut scenario = Scenario::new("a");
        let criterion = Criterion::new(NodeId::new("x").unwrap(), "X", Hue::nth(0));
        scenario.criteria.push(Criterion { range: Range::Observed, ..criterion });
        let (x, o) = (NodeId::new("x").unwrap(), OptionId::new("o").unwrap());
        let (name, short, note) = ("O".to_owned(), String::new(), String::new());
        let letter = Letter::nth(0);
        scenario.options.push(Alternative { id: o.clone(), name, short, note, letter });
        scenario.scores.set(o.clone(), x.clone(), Score::exact(100.0));
        let mut judged = Judged::default();
        judged.scores.set(o, x, Score::exact(500.0));
        let t = TeamId::new("t").unwrap();
        let team = Team::new(t.clone(), "T", Mark::nth(0)).judging(judged);
        scenario.teams.push(team.into());
        let second = Alternative { letter: Letter::nth(1), ..scenario.options[0].clone() };
        let p = OptionId::new("p").unwrap();
        scenario.options.push(Alternative { id: p.clone(), ..second });
        scenario.scores.set(p, NodeId::new("x").unwrap(), Score::exact(100.0));
        let spread = |weighting: Weighting| {
            let evaluation = evaluate(&scenario, &weighting).unwrap();
            swing_ends(&scenario, &evaluation).remove(0).unwrap().spread
        };
        assert_eq!(spread(Weighting::Mean), SwingSpread::OneScore);
        assert_eq!(spread(Weighting::Team(t)), SwingSpread::Level);
    }
}
