//! How far teams agree, on the order and on first place.

use mizan::text;

use crate::for_each_document;
use crate::reader::read;
use crate::reference::Reference;
use crate::teams::{Counted, results};

#[test]
fn agreement_speaks_of_the_order_and_of_first_place() {
    for_each_document(|scenario| {
        let (counted, results) = (Counted::new(scenario), results(scenario));
        let Some(mean_rho) = results.agreement.mean_rho else { return };
        let teams = results.weighed.len();
        let said = text::teams::agreement_by(mean_rho, &results.agreement.first_places, teams);
        let [number, order, first] =
            read(&said, "Agreement {}: {} on the order, {} on first place")
                .or_else(|| {
                    let pattern = "Agreement {}: {} on the order, {} on first place, ties included";
                    read(&said, pattern)
                })
                .unwrap();
        let expected = mean_rho_of(&counted);
        let shown: f64 = number.replace('−', "-").parse().unwrap();
        assert!((shown - expected).abs() <= 0.005 + 1e-6, "{said}: {expected}");
        let words = ["opposed", "none", "weak", "moderate", "strong", "very strong"];
        let marks = [-0.3 - 1e-9, 0.1 + 1e-9, 0.3 + 1e-9, 0.5 + 1e-9, 0.7 + 1e-9];
        let place = marks.iter().filter(|mark| expected > **mark).count();
        let place = if expected >= marks[0] { place.max(1) } else { 0 };
        assert_eq!(order, words[place], "{said}: {expected}");
        let firsts = counted.firsts();
        let has_common = firsts.iter().flatten().any(|option| counted.count_of(option) == teams);
        let has_ties = firsts.iter().any(|firsts| firsts.len() > 1);
        assert_eq!(first, if has_common { "united" } else { "split" }, "{said}: {firsts:?}");
        assert_eq!(said.ends_with("ties included"), has_common && has_ties, "{said}: {firsts:?}");
    });
}

/// The mean of Spearman's ρ over the pairs of teams, over the options that all of them rank.
fn mean_rho_of(counted: &Counted) -> f64 {
    let numbers: Vec<&Reference> = counted.teams.iter().map(|(_, numbers)| numbers).collect();
    let all: Vec<usize> = (0..counted.scenario.options.len())
        .filter(|option| numbers.iter().all(|team| team.total(*option).is_some()))
        .collect();
    let places = |team: &&Reference| -> Vec<f64> {
        let total = |option: usize| team.total(option).unwrap();
        let place = |option: &usize| {
            let own = total(*option);
            let better = all.iter().filter(|other| total(**other) > own + 1e-9).count();
            let level = all.iter().filter(|other| (total(**other) - own).abs() <= 1e-9).count();
            better as f64 + f64::midpoint(level as f64, 1.0)
        };
        all.iter().map(place).collect()
    };
    let places: Vec<Vec<f64>> = numbers.iter().map(places).collect();
    let middle = f64::midpoint(all.len() as f64, 1.0);
    let product = |a: &[f64], b: &[f64]| -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum()
    };
    let pairs = (0..places.len()).flat_map(|a| (a + 1..places.len()).map(move |b| (a, b)));
    let rhos: Vec<f64> = pairs
        .map(|(a, b)| {
            let (a, b) = (&places[a], &places[b]);
            product(a, b) / (product(a, a) * product(b, b)).sqrt()
        })
        .collect();
    rhos.iter().sum::<f64>() / rhos.len() as f64
}
