//! Where on a triangle of weights each option is first: three corners, each a weighting, and
//! everything between them.

use super::values::total;
use crate::analysis::{TIE, Values};

/// A place on the triangle: the parts of its three corners, which sum to one.
pub type Place = [f64; 3];

/// Where one option is first.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Index in the document.
    pub option: usize,
    /// The corners of a convex polygon, in turn.
    pub polygon: Vec<Place>,
    /// Its part of the triangle's area, 0..1.
    pub part: f64,
}

/// The regions of all options that are first somewhere, in document order; of options that are
/// level everywhere the first alone. `corners` are weightings.
pub fn regions(values: &Values, corners: [&[f64]; 3]) -> Vec<Region> {
    let at_corners = |place: usize| corners.map(|corner| total(values.row(place), corner));
    let totals: Vec<Place> = (0..values.count()).map(at_corners).collect();
    let region = |(place, own): (usize, &Place)| {
        let mut polygon: Vec<Place> = vec![[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        for (other, rival) in totals.iter().enumerate().filter(|(other, _)| *other != place) {
            let lead = leads(own, rival);
            let is_level = lead.iter().all(|lead| *lead == 0.0);
            if is_level && other < place {
                return None;
            }
            polygon = kept(&polygon, lead);
        }
        let part = area(&polygon);
        (part > TIE).then_some(Region { option: *values.options.get(place)?, polygon, part })
    };
    totals.iter().enumerate().filter_map(region).collect()
}

fn leads(own: &Place, rival: &Place) -> Place {
    let lead = |at: usize| {
        let lead = own.get(at).zip(rival.get(at)).map_or(0.0, |(own, rival)| own - rival);
        if lead.abs() <= TIE { 0.0 } else { lead }
    };
    [0, 1, 2].map(lead)
}

/// The part of a polygon on which a lead isn't below 0 (Sutherland and Hodgman 1974).
fn kept(polygon: &[Place], lead: Place) -> Vec<Place> {
    let at = |place: &Place| place.iter().zip(lead).map(|(part, lead)| part * lead).sum::<f64>();
    let next = polygon.iter().cycle().skip(1);
    let mut kept = Vec::new();
    for (here, there) in polygon.iter().zip(next) {
        let (now, then) = (at(here), at(there));
        if now >= 0.0 {
            kept.push(*here);
        }
        if now * then < 0.0 {
            let part = now / (now - then);
            let mut between = *here;
            for (own, other) in between.iter_mut().zip(there) {
                *own += part * (other - *own);
            }
            kept.push(between);
        }
    }
    kept
}

/// The part of the triangle that a polygon covers.
fn area(polygon: &[Place]) -> f64 {
    let next = polygon.iter().cycle().skip(1);
    // In the plane of the first two parts the triangle is half a unit square.
    let twice: f64 = polygon.iter().zip(next).map(|([a, b, _], [x, y, _])| a * y - x * b).sum();
    twice.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[&[f64]]) -> Vec<Region> {
        let values = Values::of_rows((0..rows.len()).collect(), rows);
        regions(&values, [&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]])
    }

    #[test]
    fn three_options_that_lead_on_one_criterion_each_share_the_triangle() {
        let found = found(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]]);
        assert_eq!(found.iter().map(|region| region.option).collect::<Vec<_>>(), [0, 1, 2]);
        assert!(found.iter().all(|region| (region.part - 1.0 / 3.0).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn who_is_never_first_has_no_region_and_twins_have_one() {
        let found = found(&[&[0.2, 0.2, 0.2], &[0.5, 0.5, 0.5], &[0.5, 0.5, 0.5]]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].option, found[0].part), (1, 1.0));
        assert_eq!(self::found(&[]), []);
    }
}
