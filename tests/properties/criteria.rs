//! Random criteria, groups, options, sources and scores.

use mizan::model::{
    Alternative, Assumption, AssumptionId, Criterion, Evidence, Figures, Goal, Grade, Group, Hue,
    Letter, MustHave, NodeId, OptionId, Passage, Preference, Range, Score, Source, SourceId,
    ValueFunction,
};

use crate::tape::Tape;

pub fn source(tape: &mut Tape) -> Source {
    Source {
        title: tape.name(),
        authors: tape.several(2, Tape::text),
        publisher: tape.text(),
        date: tape.maybe(60, Tape::date),
        url: tape.text(),
    }
}

pub fn group(tape: &mut Tape, id: NodeId, parent: Option<NodeId>) -> Group {
    Group { id, name: tape.name(), short: tape.short(), note: tape.text(), group: parent }
}

pub fn assumption(tape: &mut Tape, id: AssumptionId) -> Assumption {
    let holds = !tape.chance(40);
    Assumption { id, name: tape.name(), short: tape.short(), note: tape.text(), holds }
}

pub fn option(tape: &mut Tape, id: OptionId, letter: Letter) -> Alternative {
    Alternative { id, name: tape.name(), short: tape.short(), note: tape.text(), letter }
}

/// A criterion in one of these groups or none.
pub fn criterion(tape: &mut Tape, id: NodeId, groups: &[Group]) -> Criterion {
    let value = value_function(tape);
    let range = range(tape, &value);
    Criterion {
        id,
        name: tape.name(),
        short: tape.short(),
        note: tape.text(),
        hue: Hue::nth(tape.pick(8)),
        group: tape.maybe(60, |tape| tape.choose(groups).map(|group| group.id.clone())).flatten(),
        goal: tape.choose_from([Goal::Maximize, Goal::Minimize]),
        range,
        unit: tape.text(),
        labels: tape.several(3, |tape| (tape.number(), tape.text())),
        value,
        must_have: tape.maybe(15, must_have),
        benchmark: tape.maybe(20, |tape| benchmark(tape, range)),
        preference: preference(tape),
    }
}

/// A number inside a fixed range.
pub fn benchmark(tape: &mut Tape, range: Range) -> f64 {
    match range {
        Range::Fixed(min, max) => tape.within(min, max),
        Range::Observed => tape.number(),
    }
}

pub fn must_have(tape: &mut Tape) -> MustHave {
    let bound = tape.number();
    tape.choose_from([MustHave::AtLeast(bound), MustHave::AtMost(bound)])
}

pub fn value_function(tape: &mut Tape) -> ValueFunction {
    if !tape.chance(30) {
        return ValueFunction::Linear;
    }
    let mut places: Vec<f64> = (0..2 + tape.pick(4)).map(|_| tape.number()).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    if places.len() < 2 {
        places = vec![-1.0, 10.0];
    }
    ValueFunction::Piecewise(places.into_iter().map(|x| (x, tape.within(0.0, 1.0))).collect())
}

pub fn range(tape: &mut Tape, value: &ValueFunction) -> Range {
    let own = match value {
        ValueFunction::Linear => Range::default(),
        ValueFunction::Piecewise(points) => {
            Range::Fixed(points.first().unwrap().0, points.last().unwrap().0)
        }
    };
    match tape.pick(3) {
        0 => own,
        1 => Range::Observed,
        _ => {
            let (min, max) = tape.rising_pair();
            Range::Fixed(min, max)
        }
    }
}

pub fn preference(tape: &mut Tape) -> Preference {
    let most = Some(tape.amount()).filter(|most| *most > 0.0).unwrap_or(1.0);
    let least = tape.within(0.0, most);
    tape.choose_from([
        Preference::Usual,
        Preference::Linear(least, most),
        Preference::VShape(most),
        Preference::UShape(least),
        Preference::Level(least, most),
        Preference::Gaussian(most),
    ])
}

/// A score within the criterion's range, citing some of these sources and another without some of
/// these assumptions.
pub fn score(
    tape: &mut Tape,
    criterion: &Criterion,
    (sources, assumptions): (&[SourceId], &[Assumption]),
) -> Score {
    let (min, max) = match criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => {
            let number = tape.number();
            (number.min(0.0), number.max(0.0))
        }
    };
    let score = tape.within(min, max);
    let evidence = |tape: &mut Tape| {
        let source = tape.choose(sources)?.clone();
        let passage = tape.maybe(30, |tape| Passage {
            words: 1 + tape.pick(40) as u32,
            sha256: tape.hexadecimal(64),
        });
        Some(Evidence { source, at: tape.text(), says: tape.text(), passage })
    };
    let figures = |tape: &mut Tape| {
        let score = tape.within(min, max);
        Figures {
            score,
            low: tape.maybe(50, |tape| tape.within(min, score)),
            high: tape.maybe(50, |tape| tape.within(score, max)),
            reason: tape.text(),
        }
    };
    let known = tape.subset(assumptions, 40);
    let otherwise = known.into_iter().map(|assumption| (assumption.id, figures(tape))).collect();
    Score {
        score,
        low: tape.maybe(50, |tape| tape.within(min, score)),
        high: tape.maybe(50, |tape| tape.within(score, max)),
        reason: tape.text(),
        evidence: tape.several(2, evidence).into_iter().flatten().collect(),
        grade: tape.maybe(50, |tape| {
            Grade::new(
                tape.choose_from(['A', 'B', 'C', 'D', 'E', 'F']),
                tape.choose_from([1, 2, 3, 4, 5, 6]),
            )
            .unwrap()
        }),
        otherwise,
    }
}
