//! What each team would lose with each option against its own best (METHODS.md, "regret"; Savage
//! 1951, with teams in place of states of the world).

use crate::analysis::is_better;

/// Losses in parts of a total, 0..1.
#[derive(Clone, Debug, PartialEq)]
pub struct Regret {
    /// The options that every team ranks, as indices in the document, rising.
    pub options: Vec<usize>,
    /// Team by team, option by option: the team's best total among them less the option's.
    pub losses: Vec<Vec<f64>>,
    /// The worst loss of each option.
    pub worst: Vec<f64>,
    /// The options whose worst loss is least, as indices in the document, rising.
    pub least: Vec<usize>,
}

/// From the teams' totals by option of the document; none where no team counts, or no option is
/// ranked by all.
pub fn regret(totals: &[Vec<Option<f64>>]) -> Option<Regret> {
    let total = |team: &[Option<f64>], option: usize| team.get(option).copied().flatten();
    let count = totals.first()?.len();
    let by_all = |option: &usize| totals.iter().all(|team| total(team, *option).is_some());
    let options: Vec<usize> = (0..count).filter(by_all).collect();
    if options.is_empty() {
        return None;
    }
    let losses = |team: &Vec<Option<f64>>| -> Vec<f64> {
        let own: Vec<f64> = options.iter().filter_map(|option| total(team, *option)).collect();
        let best = own.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        own.into_iter().map(|total| best - total).collect()
    };
    let losses: Vec<Vec<f64>> = totals.iter().map(losses).collect();
    let worst = |place: usize| {
        losses.iter().filter_map(|team| team.get(place)).copied().fold(0.0, f64::max)
    };
    let worst: Vec<f64> = (0..options.len()).map(worst).collect();
    let smallest = worst.iter().copied().fold(f64::INFINITY, f64::min);
    let least = options.iter().zip(&worst).filter(|(_, worst)| !is_better(**worst, smallest));
    let least = least.map(|(option, _)| *option).collect();
    Some(Regret { options, losses, worst, least })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_worst_loss_ties_and_what_a_team_cannot_rank_is_left_out() {
        let totals = [
            vec![Some(0.9), Some(0.7), Some(0.5), Some(1.0)],
            vec![Some(0.4), Some(0.6), Some(0.8), None],
        ];
        let found = regret(&totals).unwrap();
        assert_eq!(found.options, [0, 1, 2], "what not all rank is no team’s best either");
        assert!((found.worst[0] - 0.4).abs() < 1e-12 && (found.worst[1] - 0.2).abs() < 1e-12);
        assert_eq!(found.least, [1]);
        let level = [vec![Some(1.0), Some(0.5)], vec![Some(0.5), Some(1.0)]];
        assert_eq!(regret(&level).unwrap().least, [0, 1]);
        assert_eq!(regret(&[]), None);
        assert_eq!(regret(&[vec![None]]), None);
    }
}
