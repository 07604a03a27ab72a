//! Who is first at each share of one criterion, the others rescaled in proportion: the upper
//! envelope of the options' totals, which are straight lines over the share.

use crate::analysis::{TIE, Values};

/// A share this near to one leaves nothing to rescale.
const WHOLE: f64 = 1.0 - 1e-12;

/// A part of 0..1 on which one option is first; where several tie all along, the first in the
/// document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub from: f64,
    pub to: f64,
    /// Index in the document.
    pub option: usize,
}

/// The spans of each criterion's share from 0 to 1; none where its share is one, or where nothing
/// is ranked.
pub fn spans(values: &Values, shares: &[f64]) -> Vec<Vec<Span>> {
    let of = |(criterion, share): (usize, &f64)| {
        if *share < WHOLE { envelope(values, shares, criterion) } else { Vec::new() }
    };
    shares.iter().enumerate().map(of).collect()
}

/// An option's total over the share: at 0, and how much it rises up to 1.
#[derive(Clone, Copy)]
struct Line {
    option: usize,
    start: f64,
    rise: f64,
}

fn envelope(values: &Values, shares: &[f64], criterion: usize) -> Vec<Span> {
    let rest = 1.0 - shares.get(criterion).copied().unwrap_or(0.0);
    let line = |(option, row): (&usize, &[f64])| {
        let others = row.iter().zip(shares).enumerate().filter(|(index, _)| *index != criterion);
        let start = others.map(|(_, (value, share))| value * share / rest).sum();
        let end = row.get(criterion).copied().unwrap_or(0.0);
        Line { option: *option, start, rise: end - start }
    };
    let lines: Vec<Line> = values.options.iter().zip(values.rows()).map(line).collect();
    let best = lines.iter().map(|line| line.start).fold(f64::NEG_INFINITY, f64::max);
    let level = lines.iter().filter(|line| best - line.start <= TIE);
    // Of those that are level the steepest is first from there on.
    let steepest = |a: Line, b: &Line| if b.rise > a.rise + TIE { *b } else { a };
    let mut level = level.copied();
    let Some(mut first) = level.next().map(|one| level.fold(one, |a, b| steepest(a, &b))) else {
        return Vec::new();
    };
    let (mut found, mut from) = (Vec::new(), 0.0);
    while let Some((to, next)) = overtaken(&lines, first, from) {
        if to - from > TIE {
            found.push(Span { from, to, option: first.option });
            from = to;
        }
        first = next;
    }
    found.push(Span { from, to: 1.0, option: first.option });
    found
}

/// Where on the way to 1 another line passes the first one, and which is first from there on.
fn overtaken(lines: &[Line], first: Line, from: f64) -> Option<(f64, Line)> {
    let crossing = |line: &Line| {
        let gain = line.rise - first.rise;
        (gain > TIE).then(|| ((first.start - line.start) / gain).max(from))
    };
    let crossings = lines.iter().filter_map(|line| Some((crossing(line)?, *line)));
    let (at, next) = crossings.reduce(|a, b| {
        let is_sooner = b.0 < a.0 - TIE || (b.0 <= a.0 + TIE && b.1.rise > a.1.rise + TIE);
        if is_sooner { b } else { a }
    })?;
    (at < 1.0 - TIE).then_some((at, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(rows: &[&[f64]]) -> Values {
        Values::of_rows((0..rows.len()).collect(), rows)
    }

    #[test]
    fn the_winner_changes_where_lines_cross() {
        // Over the first share t: a = 1 − t, b = 0.6, c = t.
        let values = values(&[&[0.0, 1.0], &[0.6, 0.6], &[1.0, 0.0]]);
        let found = spans(&values, &[0.5, 0.5]);
        let options: Vec<usize> = found[0].iter().map(|span| span.option).collect();
        assert_eq!(options, [0, 1, 2]);
        assert!((found[0][0].to - 0.4).abs() < 1e-12 && (found[0][1].to - 0.6).abs() < 1e-12);
        assert_eq!((found[0][0].from, found[0][2].to), (0.0, 1.0));
    }

    #[test]
    fn where_all_is_level_the_first_in_the_document_is_first_all_along() {
        let level = values(&[&[0.5, 0.5], &[0.5, 0.5]]);
        assert_eq!(spans(&level, &[0.5, 0.5])[0], [Span { from: 0.0, to: 1.0, option: 0 }]);
        let nothing = values(&[]);
        assert!(spans(&nothing, &[0.5, 0.5]).iter().all(Vec::is_empty));
        assert_eq!(spans(&level, &[1.0, 0.0])[0], []);
    }
}
