//! The cells of a simulation: values that stand, and values that are drawn afresh for every sample.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::generator::Lanes;
use crate::analysis::Scale;

/// Added and taken away again, this rounds a value of 0..1 to a multiple of 2⁻⁴⁰: the last digit of
/// a number of its size.
const ROUNDING: f64 = 1.5 * 4096.0;
/// What rounding may add to the extent of a cell.
const EXTENT_SLACK: f64 = 1e-11;
/// Values this far out are cut to an end in any case; farther ones could overflow.
const FAR: f64 = 1e15;
/// Scores beyond this are drawn at a part of their size, so that no difference overflows.
const LARGE: f64 = 1e300;
const PART_OF_LARGE: f64 = 1.0 / 1024.0;

/// How a score with a range is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Not at all: the score stands.
    None,
    /// By a triangle over (low, score, high).
    #[default]
    Triangular,
    /// Evenly from low to high.
    Uniform,
}

/// One cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulatedCell {
    /// A value, 0..1, that stands.
    Exact(f64),
    /// A score drawn anew for each sample, in value.
    Drawn(DrawnCell),
}

/// How one cell is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnCell {
    /// A drawn number is `base` + `smaller` × the smaller + `larger` × the larger of two uniform
    /// numbers from 1 to 2; under a uniform spread there is only one, and `larger` is 0.
    base: f64,
    smaller: f64,
    larger: f64,
    spread: Spread,
    through: Through,
}

/// How a drawn number becomes a value.
#[derive(Clone, Debug, PartialEq)]
enum Through {
    /// It is one, but for the cut at 0 and 1.
    Value,
    /// A value function's first value, and the steps from point to point.
    Steps(f64, Vec<Step>),
}

/// From one point of a value function to the next.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    from: f64,
    width: f64,
    rise: f64,
}

/// The score and the ends of its range, in the criterion's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreRange {
    pub low: f64,
    pub score: f64,
    pub high: f64,
}

impl SimulatedCell {
    /// A score with its range on a scale.
    pub fn new(range: ScoreRange, scale: &Scale, spread: Spread) -> Self {
        let stands = || Self::Exact(rounded(scale.value(range.score)));
        if spread == Spread::None || range.low >= range.high {
            return stands();
        }
        match scale {
            Scale::Constant(_) => stands(),
            Scale::Straight { .. } => {
                let value = |score: f64| scale.uncut_value(score).clamp(-FAR, FAR);
                let ends = [range.low, range.score, range.high].map(value);
                Self::Drawn(DrawnCell::new(ends, spread, Through::Value))
            }
            Scale::Points(points) => {
                let largest = points
                    .iter()
                    .map(|(x, _)| *x)
                    .chain([range.low, range.high])
                    .map(f64::abs)
                    .fold(0.0, f64::max);
                let unit = if largest > LARGE { PART_OF_LARGE } else { 1.0 };
                let steps =
                    points.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
                let step = |((x0, v0), (x1, v1)): (&(f64, f64), &(f64, f64))| Step {
                    from: x0 * unit,
                    width: x1 * unit - x0 * unit,
                    rise: v1 - v0,
                };
                let first = points.first().map_or(0.0, |(_, value)| *value);
                let ends = [range.low, range.score, range.high].map(|score| score * unit);
                Self::Drawn(DrawnCell::new(
                    ends,
                    spread,
                    Through::Steps(first, steps.map(step).collect()),
                ))
            }
        }
    }

    /// The cell as a bare triangle, which most are; none where it stands, is drawn evenly, or goes
    /// through a value function of its own.
    pub(super) fn as_triangle(&self) -> Option<Triangle> {
        match self {
            Self::Drawn(DrawnCell {
                base,
                smaller,
                larger,
                spread: Spread::Triangular,
                through: Through::Value,
            }) => Some(Triangle { base: *base, smaller: *smaller, larger: *larger }),
            _ => None,
        }
    }

    /// The least and the greatest value that can be drawn, widened by what rounding may do.
    pub(super) fn extent(&self) -> (f64, f64) {
        match self {
            Self::Exact(value) => (*value, *value),
            Self::Drawn(cell) => cell.extent(),
        }
    }

    /// The value of every sample of a vector, rounded to a multiple of 2⁻⁴⁰ so that mirrored places
    /// of an ideal band tie.
    #[inline(always)]
    pub(super) fn draw<S: Simd>(&self, simd: S, lanes: &mut Lanes<S>) -> S::f64s {
        match self {
            Self::Exact(value) => S::f64s::splat(simd, *value),
            Self::Drawn(cell) => finished(simd, cell.draw(simd, lanes)),
        }
    }
}

/// A cell drawn on a triangle, its number a value but for the cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triangle {
    base: f64,
    smaller: f64,
    larger: f64,
}

impl Triangle {
    /// [`SimulatedCell::draw`] without looking at what kind of cell it is.
    #[inline(always)]
    pub(super) fn draw<S: Simd>(&self, simd: S, lanes: &mut Lanes<S>) -> S::f64s {
        let Self { base, smaller, larger } = *self;
        finished(simd, triangular(simd, lanes, [base, smaller, larger]))
    }
}

/// Of two uniform numbers the smaller and the larger, each with its part.
#[inline(always)]
fn triangular<S: Simd>(
    simd: S,
    lanes: &mut Lanes<S>,
    [base, smaller, larger]: [f64; 3],
) -> S::f64s {
    let (a, b) = lanes.two_from_one_to_two(simd);
    a.min(b) * smaller + S::f64s::splat(simd, base) + a.max(b) * larger
}

/// Cut to 0..1, and rounded.
#[inline(always)]
fn finished<S: Simd>(simd: S, value: S::f64s) -> S::f64s {
    let value = value.max(S::f64s::splat(simd, 0.0)).min(S::f64s::splat(simd, 1.0));
    value + ROUNDING - ROUNDING
}

impl DrawnCell {
    /// Of two uniform numbers (1 − c) × the smaller + c × the larger falls on a triangle with its
    /// top at c (Stein and Keblis 2009).
    fn new([low, top, high]: [f64; 3], spread: Spread, through: Through) -> Self {
        let span = high - low;
        let larger = match spread {
            Spread::Triangular => top - low,
            Spread::Uniform | Spread::None => 0.0,
        };
        Self { base: low - span, smaller: span - larger, larger, spread, through }
    }

    fn extent(&self) -> (f64, f64) {
        let part = self.smaller + self.larger;
        match &self.through {
            // The two uniform numbers run from 1 to 2.
            Through::Value => {
                let (low, high) = (self.base + part, self.base + 2.0 * part);
                let cut = |value: f64| value.clamp(0.0, 1.0);
                (cut(low) - EXTENT_SLACK, cut(high) + EXTENT_SLACK)
            }
            // A function may turn within the range.
            Through::Steps(..) => (0.0, 1.0),
        }
    }

    #[inline(always)]
    fn draw<S: Simd>(&self, simd: S, lanes: &mut Lanes<S>) -> S::f64s {
        let drawn = match self.spread {
            Spread::Triangular => triangular(simd, lanes, [self.base, self.smaller, self.larger]),
            Spread::Uniform | Spread::None => {
                lanes.one_to_two(simd) * self.smaller + S::f64s::splat(simd, self.base)
            }
        };
        match &self.through {
            Through::Value => drawn,
            Through::Steps(first, steps) => {
                let mut value = S::f64s::splat(simd, *first);
                for step in steps {
                    let part = (drawn - step.from) / step.width;
                    value += part.max(S::f64s::splat(simd, 0.0)).min(S::f64s::splat(simd, 1.0))
                        * step.rise;
                }
                value
            }
        }
    }
}

/// A value of 0..1 rounded to a multiple of 2⁻⁴⁰.
fn rounded(value: f64) -> f64 {
    value + ROUNDING - ROUNDING
}
