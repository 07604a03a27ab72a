//! What weighs most, read off the shares: the heading over the weights.

use super::weights::{self, Heaviest, Whose};
use super::{Percents, charts};
use crate::elicitation::Weighed;
use crate::evaluation::Evaluation;
use crate::model::{FindingKind, Member, NodeId, OpenTeam, Scenario, Tree};

/// Shares that differ by no more than this are equal.
const EQUAL: f64 = 1e-9;

/// The shares of a weighting, as they are shown.
#[derive(Clone, Copy)]
pub struct ShownShares<'a> {
    pub scenario: &'a Scenario,
    pub tree: &'a Tree<'a>,
    pub evaluation: &'a Evaluation,
    pub percents: &'a Percents,
}

impl<'a> ShownShares<'a> {
    /// What weighs most for the team that the shares are of, or how far it has got.
    pub fn heading_of(self, team: OpenTeam) -> String {
        let name = team.team().label();
        match self.evaluation.shares.weighed {
            Weighed::NotYet => weights::not_weighed(name),
            Weighed::AtWork { given, of } if given == of => weights::all_nothing(name),
            Weighed::AtWork { given, of } => weights::at_work(name, given, of),
            Weighed::Done => self.though_points(Whose::Team(name), team),
        }
    }

    /// What weighs most in the mean of the teams that have weighed, which are named.
    pub fn heading_of_all(self, weighed: &[&str]) -> String {
        let whose = match self.scenario.teams.len() {
            0 => Whose::NoTeams,
            teams => Whose::Mean { weighed, teams },
        };
        self.told(whose, &self.most())
    }

    fn though_points(self, whose: Whose, team: OpenTeam) -> String {
        let most = self.most();
        let told = self.told(whose, &most);
        match most.first().and_then(|first| self.more_points_than(*first, team)) {
            Some(other) => weights::though_points(&told, other),
            None => told,
        }
    }

    /// The criteria with the greatest share, by index.
    fn most(self) -> Vec<usize> {
        let shares = &self.evaluation.shares.criteria;
        let heaviest = shares.iter().copied().fold(0.0, f64::max);
        let is_most = |(_, share): &(usize, &f64)| heaviest - **share < EQUAL;
        shares.iter().enumerate().filter(is_most).map(|(index, _)| index).collect()
    }

    fn told(self, whose: Whose, most: &[usize]) -> String {
        let shares = &self.evaluation.shares.criteria;
        let first = most.first().copied().unwrap_or_default();
        let percent = self.percents.criteria.get(first).copied().unwrap_or(0);
        let share = charts::percent(&percent.to_string());
        let criteria = most.iter().filter_map(|index| self.scenario.criteria.get(*index));
        let names: Vec<&str> = criteria.map(|criterion| criterion.name.as_str()).collect();
        let is_all = |share: &f64| *share > 1.0 - EQUAL;
        let heaviest = match names.as_slice() {
            [] => Heaviest::NoCriteria,
            [only] if shares.len() == 1 => Heaviest::Only(only),
            [only] if shares.get(first).is_some_and(is_all) => Heaviest::Everything(only),
            all if all.len() == shares.len() => Heaviest::Alike(&share),
            several => Heaviest::Most(several, &share),
        };
        weights::heading(whose, heaviest)
    }

    /// The criterion beside another that has the most points of those that count, and more than
    /// that one: its swing is worth more to the same share. Points for no swing count for nothing.
    fn more_points_than(self, index: usize, team: OpenTeam) -> Option<&'a str> {
        let node = &self.tree.criteria.get(index)?.id;
        let points = team.judgement().weight_of(node)?;
        let beside = self.tree.list_of(node)?.members.iter();
        let given = beside.filter_map(|member| {
            let Member::Criterion(index) = *member else { return None };
            let criterion = self.tree.criteria.get(index)?;
            let counts = self.counts(index, &criterion.id);
            Some((criterion.label(), team.judgement().weight_of(&criterion.id).filter(|_| counts)?))
        });
        let (most, of_most) = given.max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        (of_most > points).then_some(most)
    }

    /// Whether a criterion's points make a share.
    fn counts(self, index: usize, node: &NodeId) -> bool {
        let Evaluation { shares, findings, .. } = self.evaluation;
        let mut without_swing = findings.iter().filter_map(|found| match &found.kind {
            FindingKind::NoSwing { node, .. } => Some(node),
            _ => None,
        });
        shares.criteria.get(index).is_some_and(|share| *share > 0.0)
            && !without_swing.any(|without| without == node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{Weighting, evaluate};
    use crate::model::{
        Alternative, Criterion, Elicitation, Hue, Judged, Judgement, Letter, Mark, OptionId, Range,
        Score, Team, TeamId,
    };
    use crate::text::percents;

    /// The heading for a team that gives each criterion points, weighed for the swing between two
    /// scores of a scale from 0 to 10; `level` is observed, and the same for all options.
    fn heading(given: &[(&str, f64, (f64, f64))]) -> String {
        let id = |name: &str| NodeId::new(name).unwrap();
        let mut scenario = Scenario::new("a");
        for (name, ..) in given {
            scenario.criteria.push(Criterion::new(id(name), name, Hue::nth(0)));
        }
        for criterion in scenario.criteria.iter_mut().filter(|it| it.name == "level") {
            criterion.range = Range::Observed;
        }
        for (index, name) in ["o", "p"].into_iter().enumerate() {
            let option = OptionId::new(name).unwrap();
            for criterion in &scenario.criteria {
                scenario.scores.set(option.clone(), criterion.id.clone(), Score::exact(5.0));
            }
            let (name, short, note) = (name.to_owned(), String::new(), String::new());
            let letter = Letter::nth(index);
            scenario.options.push(Alternative { id: option, name, short, note, letter });
        }
        let points = given.iter().map(|(name, points, _)| (id(name), *points)).collect();
        let weighed_ranges = given.iter().map(|(name, _, ends)| (id(name), *ends)).collect();
        let elicitation = Elicitation::Swing(points);
        let judgement = Judgement { elicitation, weighed_ranges, weighed: None };
        let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
        let judged = Judged { judgement, ..Judged::default() };
        scenario.teams.push(team.judging(judged).into());
        let weighting = Weighting::Team(TeamId::new("t").unwrap());
        let evaluation = &evaluate(&scenario, &weighting).unwrap();
        let tree = &Tree::new(&scenario.groups, &scenario.criteria);
        let percents = &percents(tree, &evaluation.shares);
        let shares = ShownShares { scenario: &scenario, tree, evaluation, percents };
        shares.heading_of(weighting.open_team(&scenario).unwrap())
    }

    const WHOLE: (f64, f64) = (0.0, 10.0);

    #[test]
    fn more_points_for_a_longer_swing_are_told() {
        assert_eq!(
            heading(&[("x", 60.0, (4.0, 6.0)), ("y", 100.0, WHOLE)]),
            "x weighs most for T: 75 %; y has the most points, for a longer swing"
        );
    }

    #[test]
    fn points_that_count_for_nothing_are_for_no_longer_swing() {
        let alone = "x has all the weight for T";
        let of_two = "x weighs most for T: 60 %";
        let rest = ("z", 40.0, WHOLE);
        for ends in [(10.0, 0.0), (5.0, 5.0)] {
            assert_eq!(heading(&[("x", 60.0, WHOLE), ("y", 100.0, ends)]), alone, "{ends:?}");
            assert_eq!(heading(&[("x", 60.0, WHOLE), ("y", 100.0, ends), rest]), of_two);
        }
        assert_eq!(heading(&[("x", 60.0, WHOLE), ("level", 100.0, (5.0, 5.0))]), alone);
        let none = heading(&[("x", 60.0, (5.0, 5.0)), ("y", 100.0, (9.0, 2.0))]);
        assert_eq!(none, "All criteria weigh the same for T: 50 % each");
    }
}
