//! What the presets' teams gave: points for swings between the ends of the scales, the largest 100,
//! that come to the shares of the table below.

use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{Criterion, Elicitation, Goal, MustHave, Range, Scenario, Tree, ValueFunction};

use super::{hold, presets, unless};

/// How far a preset's shares may be from the table: points have few decimals.
const NEAR: f64 = 5e-5;

/// Each team's shares of the criteria, in document order, worked out by a script of its own from the
/// points in the files: over the ends of the scales shares are as points, list by list and down the
/// tree.
const SHARES: [(&str, &str, &[f64]); 34] = [
    (
        "after-inherent-resolve",
        "baghdad",
        &[0.28566, 0.11999, 0.17139, 0.02142, 0.02448, 0.08569, 0.12950, 0.16188],
    ),
    (
        "after-inherent-resolve",
        "white-house",
        &[0.05383, 0.10333, 0.09686, 0.32288, 0.01844, 0.36591, 0.01107, 0.02768],
    ),
    (
        "after-inherent-resolve",
        "security-officials",
        &[0.02132, 0.25595, 0.25595, 0.08531, 0.15539, 0.14930, 0.05119, 0.02560],
    ),
    (
        "after-inherent-resolve",
        "erbil",
        &[0.02818, 0.20287, 0.19723, 0.01409, 0.08051, 0.37569, 0.06340, 0.03804],
    ),
    ("aid-freeze", "government", &[0.15379, 0.10440, 0.18226, 0.18226, 0.16403, 0.07655, 0.13670]),
    (
        "aid-freeze",
        "sovereignty-camp",
        &[0.39860, 0.11595, 0.11958, 0.08968, 0.07917, 0.11729, 0.07972],
    ),
    (
        "aid-freeze",
        "blocs-between",
        &[0.11219, 0.12241, 0.10578, 0.17630, 0.27198, 0.11785, 0.09348],
    ),
    ("aid-freeze", "critics", &[0.08442, 0.18417, 0.21933, 0.28859, 0.08529, 0.06318, 0.07502]),
    ("aid-freeze", "washington", &[0.02397, 0.43573, 0.17617, 0.25908, 0.01563, 0.06947, 0.01996]),
    ("stay-or-quit", "trump", &[0.02203, 0.09692, 0.08526, 0.07105, 0.28421, 0.22907, 0.21145]),
    (
        "stay-or-quit",
        "retrenchers",
        &[0.05172, 0.08621, 0.06724, 0.04483, 0.11207, 0.34483, 0.29310],
    ),
    (
        "stay-or-quit",
        "maximum-pressure",
        &[0.03774, 0.16981, 0.16466, 0.19435, 0.26993, 0.11321, 0.05031],
    ),
    ("stay-or-quit", "baghdad", &[0.26415, 0.37736, 0.03870, 0.09676, 0.05322, 0.15849, 0.01132]),
    (
        "stay-or-quit",
        "contesters",
        &[0.13068, 0.23864, 0.23191, 0.19712, 0.13915, 0.05114, 0.01136],
    ),
    (
        "lighter-footprint",
        "washington",
        &[0.05531, 0.14377, 0.22938, 0.05735, 0.19354, 0.13935, 0.05687, 0.12442],
    ),
    (
        "lighter-footprint",
        "paris",
        &[0.14362, 0.26111, 0.23153, 0.08268, 0.12185, 0.10966, 0.03073, 0.01882],
    ),
    (
        "lighter-footprint",
        "baghdad",
        &[0.26629, 0.15977, 0.14563, 0.04994, 0.04660, 0.26096, 0.00726, 0.06354],
    ),
    (
        "lighter-footprint",
        "riyadh-doha",
        &[0.13874, 0.09713, 0.07471, 0.01601, 0.25903, 0.38853, 0.01234, 0.01350],
    ),
    (
        "lighter-footprint",
        "un-agencies",
        &[0.12270, 0.12270, 0.12270, 0.49080, 0.01840, 0.03067, 0.03067, 0.06135],
    ),
    (
        "three-body-problem",
        "sudani-government",
        &[0.20483, 0.13555, 0.15059, 0.10026, 0.15425, 0.20525, 0.04926],
    ),
    (
        "three-body-problem",
        "washington",
        &[0.13088, 0.40900, 0.05452, 0.09431, 0.13473, 0.16929, 0.00728],
    ),
    (
        "three-body-problem",
        "wary-leaders",
        &[0.16198, 0.16873, 0.06749, 0.44994, 0.08999, 0.01969, 0.04219],
    ),
    (
        "three-body-problem",
        "street",
        &[0.23253, 0.10381, 0.27682, 0.04429, 0.22145, 0.07751, 0.04360],
    ),
    (
        "three-body-problem",
        "energy-companies",
        &[0.07692, 0.14336, 0.16084, 0.11966, 0.14957, 0.32375, 0.02590],
    ),
    ("all-articles", "baghdad", &[0.38674, 0.32486, 0.13923, 0.14917]),
    ("all-articles", "white-house", &[0.05758, 0.20723, 0.24177, 0.49341]),
    ("all-articles", "security-officials", &[0.05725, 0.45802, 0.38932, 0.09541]),
    ("all-articles", "european-partners", &[0.25473, 0.40756, 0.16303, 0.17468]),
    ("all-articles", "gulf-partners", &[0.22422, 0.14677, 0.48924, 0.13977]),
    ("workshop-venue", "finance", &[0.43478, 0.30435, 0.17391, 0.08696]),
    ("workshop-venue", "out-of-town", &[0.15000, 0.50000, 0.10000, 0.25000]),
    ("workshop-venue", "programme", &[0.15385, 0.20513, 0.12821, 0.51282]),
    ("crossing-site", "plans", &[0.00000, 0.00000, 0.20833, 0.41667, 0.04167, 0.12500, 0.20833]),
    (
        "crossing-site",
        "operations",
        &[0.00000, 0.00000, 0.41667, 0.20833, 0.16667, 0.08333, 0.12500],
    ),
];

#[test]
fn every_team_weighs_as_the_table_says() {
    let teams: usize = presets().iter().map(|preset| preset.scenario.teams.len()).sum();
    assert_eq!(teams, SHARES.len());
    hold(|preset| {
        let mut broken = Vec::new();
        for team in preset.scenario.open_teams() {
            let weighting = Weighting::Team(team.id().clone());
            let found = evaluate(&preset.scenario, &weighting).unwrap().shares.criteria;
            let is_it =
                |row: &&(&str, &str, &[f64])| (row.0, row.1) == (&preset.name, team.id().as_str());
            let expected = SHARES.iter().find(is_it).map_or(&[][..], |row| row.2);
            let is_near = found.len() == expected.len()
                && found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= NEAR);
            broken.extend(unless(is_near, format!("{} weighs {found:?}", team.id())));
        }
        broken
    });
}

/// Where a criterion's swing begins and ends, by METHODS.md's words.
fn ends(scenario: &Scenario, criterion: &Criterion) -> (f64, f64) {
    if let ValueFunction::Piecewise(points) = &criterion.value {
        return curve_ends(criterion.range, points);
    }
    let (min, max) = match criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => observed(scenario, criterion),
    };
    match criterion.goal {
        Goal::Maximize => (min, max),
        Goal::Minimize => (max, min),
    }
}

/// The extremes of the base scores over the options that base scores don't rule out.
fn observed(scenario: &Scenario, criterion: &Criterion) -> (f64, f64) {
    let is_ruled_out = |option: &mizan::model::OptionId| {
        scenario.criteria.iter().any(|other| {
            let score = scenario.scores.get(option, &other.id).map(|score| score.score);
            score.is_some_and(|score| match other.must_have {
                Some(MustHave::AtLeast(least)) => score < least,
                Some(MustHave::AtMost(most)) => score > most,
                None => false,
            })
        })
    };
    let kept = scenario.options.iter().filter(|option| !is_ruled_out(&option.id));
    let scores = kept.filter_map(|option| scenario.scores.get(&option.id, &criterion.id));
    scores.fold((f64::MAX, f64::MIN), |(min, max), score| {
        (min.min(score.score), max.max(score.score))
    })
}

/// The lowest score of the least value, and of the greatest: straight between points, both lie at a
/// point or at an end of the range.
fn curve_ends(range: Range, points: &[(f64, f64)]) -> (f64, f64) {
    let value = |score: f64| {
        let after = points.iter().position(|(x, _)| *x > score);
        match after.map(|after| (after.checked_sub(1).map(|before| points[before]), points[after]))
        {
            Some((Some((x0, v0)), (x1, v1))) => v0 + (v1 - v0) * (score - x0) / (x1 - x0),
            Some((None, (_, v))) => v,
            None => points[points.len() - 1].1,
        }
    };
    let mut scores: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
    if let Range::Fixed(min, max) = range {
        scores.extend([min, max]);
        scores.retain(|score| (min..=max).contains(score));
    }
    scores.sort_by(f64::total_cmp);
    let lowest = |is_further: fn(f64, f64) -> bool| {
        let further = |found: f64, score| {
            if is_further(value(score), value(found)) { score } else { found }
        };
        scores.iter().copied().reduce(further).unwrap()
    };
    (lowest(|a, b| a < b), lowest(|a, b| a > b))
}

#[test]
fn every_swing_was_weighed_between_the_ends_of_its_scale() {
    hold(|preset| {
        let mut broken = Vec::new();
        for criterion in &preset.scenario.criteria {
            let ends = ends(&preset.scenario, criterion);
            for team in preset.scenario.open_teams() {
                let noted = team.judgement().weighed_ranges.get(&criterion.id);
                let sentence = format!("{} weighed {} over {noted:?}", team.id(), criterion.id);
                broken.extend(unless(noted == Some(&ends), format!("{sentence}, not {ends:?}")));
            }
        }
        broken
    });
}

#[test]
fn the_most_points_of_every_list_are_a_hundred() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let mut broken = Vec::new();
        for team in scenario.open_teams() {
            if !matches!(team.judgement().elicitation, Elicitation::Swing(_)) {
                continue;
            }
            for list in tree.lists() {
                let ids = list.members.iter().filter_map(|member| tree.id(*member));
                let points = ids.map(|id| team.judgement().weight_of(id).unwrap_or(0.0));
                let most = points.fold(0.0, f64::max);
                broken.extend(unless(most == 100.0, format!("{} gives {most} at most", team.id())));
            }
        }
        broken
    });
}

#[test]
fn a_curve_has_its_ends_where_it_is_worth_least_and_most() {
    let band = [(2.0, 0.25), (4.0, 1.0), (6.0, 1.0), (8.0, 0.0)];
    assert_eq!(curve_ends(Range::Observed, &band), (8.0, 4.0));
    assert_eq!(curve_ends(Range::Fixed(0.0, 6.0), &band), (0.0, 4.0), "the lowest on a plateau");
    assert_eq!(curve_ends(Range::Fixed(3.0, 3.5), &band), (3.0, 3.5), "within the range");
}
