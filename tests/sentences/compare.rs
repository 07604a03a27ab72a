//! What the page says that puts two views side by side: what they part over, by how much, and in
//! how much they differ.

use std::sync::Arc;

use mizan::evaluation::{Difference, Evaluations, Half, Parting, compare_views, parting};
use mizan::model::{OptionId, Scenario, Team};
use mizan::text::{self, Sides};

use crate::reader::{is_hundredths, plain, read};
use crate::reference::{Reference, score};
use crate::{for_each_judged_document, weightings};

/// Two views of a document with their numbers.
struct Views<'a> {
    scenario: &'a Scenario,
    teams: [Option<&'a Team>; 2],
    numbers: [&'a Reference; 2],
    names: [&'a str; 2],
    parting: Option<Parting>,
    differences: Vec<Difference>,
}

/// Each view beside the next.
fn for_each_pair(check: impl Fn(&Views)) {
    for_each_judged_document(|scenario| {
        let all = weightings(scenario);
        let evaluations = Evaluations::new(Arc::new(scenario.clone()));
        for pair in all.windows(2).take(3) {
            let [left, right] = [0, 1].map(|side| &pair[side]);
            let half = |weighting| Half { evaluations: &evaluations, weighting };
            let (a, b) = (half(&left.0), half(&right.0));
            let parting = parting(a, b);
            let found = compare_views(a, b, parting.as_ref());
            check(&Views {
                scenario,
                teams: [left.1, right.1],
                numbers: [&left.2, &right.2],
                names: [left.1, right.1].map(|team| team.map_or("Mean", |team| &team.name)),
                parting,
                differences: found.into_iter().map(|(_, difference)| difference).collect(),
            });
        }
    });
}

impl Views<'_> {
    fn option(&self, label: &str) -> Option<usize> {
        self.scenario.options.iter().position(|option| option.label() == label)
    }

    /// How far one option is ahead of another for a side.
    fn lead(&self, side: usize, [x, y]: [usize; 2]) -> f64 {
        let total = |option: usize| self.numbers[side].total(option).unwrap();
        total(x) - total(y)
    }

    /// What a criterion moves of the gap between the leads.
    fn part(&self, criterion: usize, [x, y]: [usize; 2]) -> f64 {
        let of = |side: usize| {
            let numbers = self.numbers[side];
            let value = |option: usize| numbers.values[option][criterion].unwrap();
            numbers.shares[criterion] * (value(x) - value(y))
        };
        of(0) - of(1)
    }

    /// How many shares and how many scores differ.
    fn counts(&self) -> [usize; 2] {
        let [a, b] = self.numbers.map(|numbers| &numbers.shares);
        let shares = a.iter().zip(b).filter(|(a, b)| (*a - *b).abs() > 1e-9).count();
        let criteria = 0..self.scenario.criteria.len();
        let cells = criteria.flat_map(|index| self.numbers[0].options().map(move |o| (o, index)));
        let differs = |(option, index): &(usize, usize)| {
            let [a, b] = self.teams.map(|team| score(self.scenario, team, *option, *index));
            a != b
        };
        [shares, cells.filter(differs).count()]
    }

    /// `8 weights and 1 score`, as it must be.
    fn kinds(&self) -> String {
        let told = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 {what}")),
            count => Some(format!("{count} {what}s")),
        };
        let [shares, scores] = self.counts();
        let told = [told(shares, "weight"), told(scores, "score")];
        told.into_iter().flatten().collect::<Vec<_>>().join(" and ")
    }

    /// The options that are spoken of, by index.
    fn options(&self) -> Option<[usize; 2]> {
        let ids = &self.parting.as_ref()?.options;
        let place =
            |id: &OptionId| self.scenario.options.iter().position(|option| option.id == *id);
        Some([place(&ids[0]).unwrap(), place(&ids[1]).unwrap()])
    }

    fn heading(&self, said: &str) -> bool {
        let [left, right] = self.names;
        let Some(rest) = said.strip_prefix(&format!("{left} and {right} ")) else { return false };
        if rest == "weigh and score alike" {
            return self.counts() == [0, 0];
        }
        if let Some([kinds]) = read(rest, "differ in {}") {
            return kinds == self.kinds();
        }
        let Some([over]) = read(rest, "part over {}") else { return false };
        let named: Vec<&str> = over.split(", then over ").collect();
        let Some(options) = self.options() else { return false };
        let gap = self.lead(0, options) - self.lead(1, options);
        let part = |label: &str| {
            let place = self.scenario.criteria.iter().position(|it| it.label() == label).unwrap();
            self.part(place, options) * gap.signum()
        };
        let parts: Vec<f64> = named.iter().map(|label| part(label)).collect();
        let all = (0..self.scenario.criteria.len()).map(|c| self.part(c, options) * gap.signum());
        let most = all.fold(0.0, f64::max);
        named.len() <= 2
            && (parts[0] - most).abs() <= 1e-9
            && parts.iter().all(|part| *part > 0.0004)
            && parts.windows(2).all(|pair| pair[0] >= pair[1] - 1e-9)
    }

    fn subtitle(&self, said: &str) -> bool {
        let kinds = self.kinds();
        let kinds = if kinds.is_empty() { "nothing" } else { &kinds };
        let Some([said, counted]) = read(said, "{}. They differ in {}.") else { return false };
        if counted != kinds {
            return false;
        }
        let Some(options) = self.options() else {
            return said == "There are no two options that both rank";
        };
        let pattern = "{} points lie between them: {}, {}";
        let Some([gap, left, right]) = read(said, pattern) else { return false };
        is_hundredths(gap, (self.lead(0, options) - self.lead(1, options)).abs())
            && self.leads((0, left), options)
            && self.leads((1, right), options)
    }

    /// `Leave ahead of Stay by 1.03 for Erbil`.
    fn leads(&self, (side, said): (usize, &str), options: [usize; 2]) -> bool {
        let lead = self.lead(side, options);
        let are = |names: [&str; 2]| names.map(|name| self.option(name));
        if let Some([x, y, whose]) = read(said, "{} and {} level for {}") {
            return lead.abs() < 0.0005 + 1e-6
                && are([x, y]) == options.map(Some)
                && whose == self.names[side];
        }
        let Some([x, y, by, whose]) = read(said, "{} ahead of {} by {} for {}") else {
            return false;
        };
        let ahead = if lead > 0.0 { options } else { [options[1], options[0]] };
        are([x, y]) == ahead.map(Some) && is_hundredths(by, lead.abs()) && whose == self.names[side]
    }
}

#[test]
fn what_two_views_part_over_and_differ_in_is_said_as_it_is() {
    for_each_pair(|views| {
        let Views { scenario, parting, differences, names, .. } = views;
        let said = text::compare::heading(scenario, parting.as_ref(), differences, *names);
        let said = plain(&said);
        assert!(views.heading(&said), "{said}");
        let said = text::compare::subtitle(scenario, parting.as_ref(), differences, *names);
        let said = plain(&said);
        assert!(views.subtitle(&said), "{said}");
    });
}

#[test]
fn a_difference_tells_either_sides_own_number() {
    for_each_pair(|views| {
        let (names, documents) = (views.names, [views.scenario; 2]);
        for difference in &views.differences {
            let told = plain(&text::difference(Sides { names, documents }, difference));
            let is_so = match difference {
                Difference::Share { criterion, .. } => {
                    let criteria = &views.scenario.criteria;
                    let place = criteria.iter().position(|it| it.id == *criterion).unwrap();
                    share(views, place, &told)
                }
                Difference::Score { option, criterion, .. } => {
                    let criteria = &views.scenario.criteria;
                    let place = criteria.iter().position(|it| it.id == *criterion).unwrap();
                    let options = &views.scenario.options;
                    let option = options.iter().position(|it| it.id == *option).unwrap();
                    cell(views, (option, place), &told)
                }
                _ => false,
            };
            assert!(is_so, "{told}");
        }
    });
}

/// `Cost weighs 12.5 % in Erbil, 20.0 % in Baghdad.`
fn share(views: &Views, criterion: usize, told: &str) -> bool {
    let [left, right] = views.names;
    let pattern = format!("{{}} weighs {{}} % in {left}, {{}} % in {right}.");
    let Some([name, a, b]) = read(told, &pattern) else { return false };
    let is_near = |shown: &str, side: usize| {
        let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let shown: f64 = shown.parse().unwrap();
        let off = (shown - views.numbers[side].shares[criterion] * 100.0).abs();
        off <= 0.5 / 10_f64.powi(i32::try_from(decimals).unwrap()) + 1e-6
    };
    name == views.scenario.criteria[criterion].name && a != b && is_near(a, 0) && is_near(b, 1)
}

/// `Stay on Cost: 7 in Erbil, not scored in Baghdad.`
fn cell(views: &Views, (option, criterion): (usize, usize), told: &str) -> bool {
    let [left, right] = views.names;
    let pattern = format!("{{}} on {{}}: {{}} in {left}, {{}} in {right}.");
    let Some([of, on, a, b]) = read(told, &pattern) else { return false };
    let is_score =
        |shown: &str, team: Option<&Team>| match score(views.scenario, team, option, criterion) {
            Some(score) => shown.parse() == Ok(score),
            None => shown == "not scored",
        };
    of == views.scenario.options[option].name
        && on == views.scenario.criteria[criterion].name
        && is_score(a, views.teams[0])
        && is_score(b, views.teams[1])
}
