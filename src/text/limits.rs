//! The shares at which the winner changes, as limits: of how far a share is from a change, and of
//! where the winner stays first.

use super::bound::Bound;
use super::counts::counted;
use super::isolated;
use crate::analysis::Stability;
use crate::model::{Alternative, Criterion, Scenario};

/// How far a share is from where another is first: `14 points to a change`.
pub fn to_a_change(stability: &Stability) -> String {
    let Some(interval) = &stability.interval else { return "counts alone".to_owned() };
    let down = interval.below.map(|_| stability.share - interval.low);
    let up = interval.above.map(|_| interval.high - stability.share);
    let nearest = [down, up].into_iter().flatten().reduce(f64::min);
    nearest.map_or_else(
        || "never changes it".to_owned(),
        |nearest| {
            let points = Bound::AtLeast(nearest * 100.0).rounded(0).max(0.0) as usize;
            format!("{} to a change", counted(points, "point"))
        },
    )
}

/// The upper end of the span on which the winner stays first: no further than it does, so that a
/// strip and a sentence say the same.
pub fn stays_up_to(share: f64) -> String {
    limit(Bound::AtMost(share * 100.0))
}

/// The lower end.
pub fn stays_down_to(share: f64) -> String {
    limit(Bound::AtLeast(share * 100.0))
}

/// In whole per cents, but in tenths near the ends of the scale, which it isn't rounded onto.
fn limit(bound: Bound) -> String {
    let is_near_an_end = !(1.0..=99.0).contains(&bound.rounded(3));
    let is_an_end = |decimals| matches!(bound.rounded(decimals), 0.0 | 100.0);
    let least = usize::from(is_near_an_end);
    let decimals = (least..3).find(|decimals| !is_an_end(*decimals)).unwrap_or(3);
    format!("{} %", bound.with_decimals(decimals))
}

/// What would change the winner by one criterion, in a sentence: `holds until ISIS risk weighs more
/// than 41 %, then Kurdish focus`; the nearer end where there are two.
pub fn holds_until(scenario: &Scenario, criterion: &Criterion, stability: &Stability) -> String {
    let name = isolated(criterion.label());
    let Some(interval) = &stability.interval else {
        return format!("nothing is left to weigh beside {name}");
    };
    let down = interval.below.map(|option| {
        (stability.share - interval.low, "less", stays_down_to(interval.low), option)
    });
    let up = interval.above.map(|option| {
        (interval.high - stability.share, "more", stays_up_to(interval.high), option)
    });
    let nearer = [down, up].into_iter().flatten().reduce(|a, b| if b.0 < a.0 { b } else { a });
    match nearer {
        None => format!("holds whatever {name} weighs"),
        Some((_, than, percent, option)) => format!(
            "holds until {name} weighs {than} than {percent}, then {}",
            isolated(scenario.options.get(option).map_or("", Alternative::label))
        ),
    }
}

/// The criteria by how near a change is, the nearest first, those that never change it last.
pub fn nearest_first(stability: &[Stability]) -> Vec<usize> {
    let way = |stability: &Stability| {
        let Some(interval) = &stability.interval else { return f64::INFINITY };
        let down = interval.below.map_or(f64::INFINITY, |_| stability.share - interval.low);
        let up = interval.above.map_or(f64::INFINITY, |_| interval.high - stability.share);
        down.min(up)
    };
    let mut order: Vec<usize> = (0..stability.len()).collect();
    order.sort_by(|a, b| {
        let of = |at: &usize| stability.get(*at).map_or(f64::INFINITY, way);
        of(a).total_cmp(&of(b))
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::StableInterval;
    use crate::model::{Hue, Letter, NodeId, OptionId};

    /// What is said of a share of 0.3 between two ends, with who takes over at each.
    fn said(low: f64, high: f64, below: Option<usize>, above: Option<usize>) -> String {
        let mut scenario = Scenario::new("s");
        let (short, note, letter) = (String::new(), String::new(), Letter::nth(0));
        let id = OptionId::new("b").unwrap();
        scenario.options = vec![Alternative { id, name: "B".to_owned(), short, note, letter }];
        let criterion = Criterion::new(NodeId::new("c").unwrap(), "Cost", Hue::nth(0));
        let interval = Some(StableInterval { low, high, below, above });
        holds_until(&scenario, &criterion, &Stability { share: 0.3, interval })
    }

    #[test]
    fn where_it_holds_is_said_no_further_than_it_does() {
        assert_eq!(
            said(0.0, 0.4112, None, Some(0)),
            "holds until Cost weighs more than 41 %, then B"
        );
        assert_eq!(
            said(0.2088, 1.0, Some(0), None),
            "holds until Cost weighs less than 21 %, then B"
        );
        assert_eq!(
            said(0.0, 0.9996, None, Some(0)),
            "holds until Cost weighs more than 99.9 %, then B"
        );
        let near = "holds until Cost weighs less than 0.3 %, then B";
        assert_eq!(said(0.0021, 1.0, Some(0), None), near);
        assert_eq!(said(0.29, 0.31, None, None), "holds whatever Cost weighs");
        // The nearer of two ends.
        assert_eq!(
            said(0.25, 0.5, Some(0), Some(0)),
            "holds until Cost weighs less than 25 %, then B"
        );
    }
}
