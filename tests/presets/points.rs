//! What the presets' teams gave: points for swings between the ends of the scales, the largest 100,
//! that come to the shares of the table below.

use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{Criterion, Elicitation, Goal, MustHave, Range, Scenario, Tree, ValueFunction};

use super::{hold, presets, unless};

/// How far a preset's shares may be from the table: points have few decimals.
const NEAR: f64 = 5e-5;

/// Each team's shares of the criteria, in document order: those of the first presets, whose points
/// were for the swings over their options, by hand: points divided by the swing's part of the
/// scale.
const SHARES: [(&str, &str, &[f64]); 32] = [
    (
        "after-inherent-resolve",
        "baghdad",
        &[0.28566, 0.11998, 0.17139, 0.02142, 0.02448, 0.08570, 0.12950, 0.16187],
    ),
    (
        "after-inherent-resolve",
        "white-house",
        &[0.05381, 0.10332, 0.09686, 0.32288, 0.01845, 0.36593, 0.01107, 0.02768],
    ),
    (
        "after-inherent-resolve",
        "security-officials",
        &[0.02133, 0.25594, 0.25594, 0.08531, 0.15539, 0.14930, 0.05119, 0.02559],
    ),
    (
        "after-inherent-resolve",
        "erbil",
        &[0.02818, 0.20287, 0.19724, 0.01409, 0.08050, 0.37569, 0.06340, 0.03804],
    ),
    ("aid-freeze", "government", &[0.15379, 0.10439, 0.18227, 0.18227, 0.16404, 0.07655, 0.13670]),
    (
        "aid-freeze",
        "sovereignty-camp",
        &[0.39860, 0.11596, 0.11958, 0.08968, 0.07917, 0.11729, 0.07972],
    ),
    (
        "aid-freeze",
        "blocs-between",
        &[0.11219, 0.12239, 0.10578, 0.17630, 0.27198, 0.11786, 0.09349],
    ),
    ("aid-freeze", "critics", &[0.08441, 0.18417, 0.21932, 0.28858, 0.08530, 0.06318, 0.07503]),
    ("aid-freeze", "washington", &[0.02396, 0.43572, 0.17617, 0.25908, 0.01563, 0.06946, 0.01997]),
    ("stay-or-quit", "trump", &[0.01977, 0.09886, 0.08325, 0.07492, 0.28245, 0.23067, 0.21007]),
    (
        "stay-or-quit",
        "retrenchers",
        &[0.04598, 0.09195, 0.07184, 0.04310, 0.11494, 0.34483, 0.28736],
    ),
    (
        "stay-or-quit",
        "maximum-pressure",
        &[0.03801, 0.17104, 0.16590, 0.19518, 0.27149, 0.11086, 0.04751],
    ),
    ("stay-or-quit", "baghdad", &[0.26507, 0.37868, 0.03787, 0.09467, 0.05410, 0.15778, 0.01183]),
    (
        "stay-or-quit",
        "contesters",
        &[0.12888, 0.23629, 0.23222, 0.19739, 0.13809, 0.05370, 0.01343],
    ),
    (
        "lighter-footprint",
        "washington",
        &[0.05530, 0.14378, 0.22939, 0.05735, 0.19354, 0.13935, 0.05688, 0.12442],
    ),
    (
        "lighter-footprint",
        "paris",
        &[0.14361, 0.26112, 0.23152, 0.08269, 0.12185, 0.10967, 0.03072, 0.01882],
    ),
    (
        "lighter-footprint",
        "baghdad",
        &[0.26629, 0.15977, 0.14563, 0.04993, 0.04660, 0.26097, 0.00726, 0.06355],
    ),
    (
        "lighter-footprint",
        "riyadh-doha",
        &[0.13876, 0.09713, 0.07472, 0.01601, 0.25902, 0.38853, 0.01233, 0.01349],
    ),
    (
        "lighter-footprint",
        "un-agencies",
        &[0.14431, 0.18554, 0.16493, 0.29451, 0.04810, 0.08659, 0.03092, 0.04510],
    ),
    (
        "three-body-problem",
        "sudani-government",
        &[0.23012, 0.15229, 0.16921, 0.06399, 0.09845, 0.10493, 0.12592, 0.05509],
    ),
    (
        "three-body-problem",
        "washington",
        &[0.13088, 0.40899, 0.05453, 0.09431, 0.13473, 0.09675, 0.07256, 0.00726],
    ),
    (
        "three-body-problem",
        "wary-leaders",
        &[0.16198, 0.16873, 0.06749, 0.44994, 0.08999, 0.01125, 0.00844, 0.04218],
    ),
    (
        "three-body-problem",
        "street",
        &[0.23253, 0.10381, 0.27682, 0.04429, 0.22145, 0.04844, 0.02907, 0.04360],
    ),
    (
        "three-body-problem",
        "energy-companies",
        &[0.07213, 0.13524, 0.15027, 0.11220, 0.14025, 0.12184, 0.24368, 0.02437],
    ),
    ("all-articles", "baghdad", &[0.38674, 0.32486, 0.13923, 0.14917]),
    ("all-articles", "white-house", &[0.05757, 0.20724, 0.24178, 0.49342]),
    ("all-articles", "security-officials", &[0.05725, 0.45802, 0.38931, 0.09542]),
    ("all-articles", "european-partners", &[0.25473, 0.40757, 0.16303, 0.17467]),
    ("all-articles", "gulf-partners", &[0.22423, 0.14677, 0.48923, 0.13978]),
    ("workshop-venue", "finance", &[0.43478, 0.30435, 0.17391, 0.08696]),
    ("workshop-venue", "out-of-town", &[0.20000, 0.45000, 0.10000, 0.25000]),
    ("workshop-venue", "programme", &[0.16071, 0.16071, 0.14286, 0.53571]),
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
