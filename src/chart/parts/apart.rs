//! Labels in a row that would cover each other step apart.

/// Where the middles of labels lie between two ends, as near to the points that they are of as
/// their widths and the gap between two allow; points are in ascending order. None where there is
/// no room for all.
///
/// The squares of the steps are least: labels that touch stand around the mean of their points
/// (pooling of adjacent violators; Ayer et al., "An empirical distribution function for sampling
/// with incomplete information", 1955).
pub fn apart(points: &[f32], widths: &[f32], gap: f32, ends: (f32, f32)) -> Option<Vec<f32>> {
    let offsets = offsets(widths, gap);
    let (first, last) = (widths.first()?, widths.last()?);
    let least = ends.0 + first / 2.0;
    let most = ends.1 - last / 2.0 - offsets.last()?;
    if most < least {
        return None;
    }
    let wished = points.iter().zip(&offsets).map(|(point, offset)| point - offset);
    let placed = ascending(wished).into_iter().zip(&offsets);
    Some(placed.map(|(start, offset)| start.clamp(least, most) + offset).collect())
}

/// How far behind the first label's middle each one's lies where all stand side by side.
fn offsets(widths: &[f32], gap: f32) -> Vec<f32> {
    let mut at = 0.0;
    let mut before = None;
    let step = |width: &f32| {
        at += before.map_or(0.0, |before: f32| (before + width) / 2.0 + gap);
        before = Some(*width);
        at
    };
    widths.iter().map(step).collect()
}

/// The ascending numbers that are nearest to these.
fn ascending(numbers: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for number in numbers {
        let mut pool = (number, 1);
        while let Some((mean, count)) = pools.pop_if(|(mean, _)| *mean > pool.0) {
            let whole = count + pool.1;
            pool = ((mean * count as f32 + pool.0 * pool.1 as f32) / whole as f32, whole);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(points: &[f32], room: f32) -> Option<Vec<f32>> {
        apart(points, &vec![8.0; points.len()], 2.0, (0.0, room))
    }

    #[test]
    fn labels_with_room_stand_on_their_points() {
        assert_eq!(placed(&[10.0, 30.0, 90.0], 100.0), Some(vec![10.0, 30.0, 90.0]));
        assert_eq!(placed(&[], 100.0), None);
    }

    #[test]
    fn labels_on_one_point_stand_around_it_and_inside_the_ends() {
        assert_eq!(placed(&[50.0, 50.0, 50.0], 100.0), Some(vec![40.0, 50.0, 60.0]));
        assert_eq!(placed(&[0.0, 0.0, 1.0], 100.0), Some(vec![4.0, 14.0, 24.0]));
        assert_eq!(placed(&[100.0, 100.0], 100.0), Some(vec![86.0, 96.0]));
    }

    #[test]
    fn more_labels_than_there_is_room_for_are_not_placed() {
        assert_eq!(placed(&[50.0; 10], 98.0).map(|placed| placed.len()), Some(10));
        assert_eq!(placed(&[50.0; 10], 97.0), None);
    }

    #[test]
    fn wherever_points_lie_no_two_labels_touch_and_their_order_stays() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as f32 / (1 << 24) as f32
        };
        for count in (1..=9).cycle().take(500) {
            let mut points: Vec<f32> = (0..count).map(|_| (next() * 12.0).floor() * 8.0).collect();
            points.sort_by(f32::total_cmp);
            let widths: Vec<f32> = (0..count).map(|_| 6.0 + 4.0 * next()).collect();
            let placed = apart(&points, &widths, 1.0, (0.0, 110.0)).unwrap();
            for place in 1..count {
                let between = placed[place] - placed[place - 1];
                let needed = f32::midpoint(widths[place], widths[place - 1]) + 1.0;
                assert!(between > needed - 1e-3, "{points:?} {widths:?} {placed:?}");
            }
            let (left, right) =
                (placed[0] - widths[0] / 2.0, placed[count - 1] + widths[count - 1] / 2.0);
            assert!(left > -1e-3 && right < 110.001, "{placed:?}");
        }
    }
}
