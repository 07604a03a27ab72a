//! The numbers that sentences speak of, computed anew by the plain reading of METHODS.md: nothing of
//! the program but its documents.

use std::collections::HashMap;

use mizan::model::{
    Criterion, Elicitation, Goal, MustHave, NodeId, Range, Scenario, Team, ValueFunction,
};

use crate::judged::{Compared, Swings};

const TIE: f64 = 1e-9;

/// How far a team has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Sealed,
    NotYet,
    AtWork,
    Done,
}

/// One weighting of a document: a team's, or the mean's.
#[derive(Clone, Debug)]
pub struct Reference {
    pub shares: Vec<f64>,
    /// By option and criterion, 0..1; none where it isn't scored.
    pub values: Vec<Vec<Option<f64>>>,
    pub missed: Vec<Vec<usize>>,
    /// The least and the greatest value that a score on each criterion can have.
    extents: Vec<(f64, f64)>,
}

pub fn state(scenario: &Scenario, team: &Team) -> State {
    let Some(weights) = weights(team) else { return State::Sealed };
    let lists = lists(scenario);
    let topmost = lists.iter().find(|(_, members)| members.len() > 1);
    let asked = lists.iter().filter(|(parent, members)| {
        members.iter().any(|id| weights(id) > Some(0.0))
            || topmost.is_some_and(|(topmost, _)| topmost == parent)
    });
    let asked: Vec<&Vec<NodeId>> = asked.map(|(_, members)| members).collect();
    if asked.iter().all(|members| members.iter().all(|id| weights(id).is_none())) {
        return State::NotYet;
    }
    let is_whole = |members: &&Vec<NodeId>| {
        members.iter().all(|id| weights(id).is_some())
            && members.iter().any(|id| weights(id) > Some(0.0))
    };
    if asked.iter().all(is_whole) { State::Done } else { State::AtWork }
}

/// The weights or points given; of what is compared in pairs, one each.
fn weights(team: &Team) -> Option<impl Fn(&NodeId) -> Option<f64>> {
    let given: HashMap<NodeId, f64> = match &team.opened()?.judgement.elicitation {
        Elicitation::Direct(weights) => weights.iter().map(|(id, it)| (id.clone(), *it)).collect(),
        Elicitation::Swing(points) => points.iter().cloned().collect(),
        Elicitation::Pairwise(pairs) => {
            pairs.iter().flat_map(|(a, b, _)| [(a.clone(), 1.0), (b.clone(), 1.0)]).collect()
        }
        Elicitation::Ranking(..) | Elicitation::BestWorst(_) => return None,
    };
    Some(move |id: &NodeId| given.get(id).copied())
}

/// The lists of siblings under their parents, the top first; groups without criteria are none.
pub fn lists(scenario: &Scenario) -> Vec<(Option<NodeId>, Vec<NodeId>)> {
    let parents = std::iter::once(None).chain(scenario.groups.iter().map(|g| Some(g.id.clone())));
    let list = |parent: Option<NodeId>| {
        let groups = scenario.groups.iter().filter(|group| group.group == parent);
        let groups = groups.map(|group| &group.id).filter(|id| holds_a_criterion(scenario, id));
        let criteria = scenario.criteria.iter().filter(|criterion| criterion.group == parent);
        let members = groups.chain(criteria.map(|criterion| &criterion.id)).cloned().collect();
        (parent, members)
    };
    parents.map(list).filter(|(_, members): &(_, Vec<NodeId>)| !members.is_empty()).collect()
}

fn holds_a_criterion(scenario: &Scenario, group: &NodeId) -> bool {
    scenario.criteria.iter().any(|criterion| criterion.group.as_ref() == Some(group))
        || scenario.groups.iter().any(|inner| {
            inner.group.as_ref() == Some(group) && holds_a_criterion(scenario, &inner.id)
        })
}

/// What siblings have of their list's share, by what is given of them; equal where that is nothing.
pub fn in_proportion(members: &[NodeId], given: &dyn Fn(&NodeId) -> Option<f64>) -> Vec<f64> {
    let sum: f64 = members.iter().filter_map(given).sum();
    let share = |id: &NodeId| {
        if sum > 0.0 { given(id).unwrap_or(0.0) / sum } else { 1.0 / members.len() as f64 }
    };
    members.iter().map(share).collect()
}

/// The share of each criterion, by what siblings have of their list's.
fn shares(scenario: &Scenario, local: &dyn Fn(&[NodeId]) -> Vec<f64>) -> Vec<f64> {
    let lists = lists(scenario);
    let share = |id: &NodeId| -> f64 {
        let (mut share, mut id) = (1.0, id.clone());
        loop {
            let (parent, members) =
                lists.iter().find(|(_, members)| members.contains(&id)).unwrap();
            let place = members.iter().position(|member| *member == id).unwrap();
            share *= local(members)[place];
            match parent {
                Some(parent) => id = parent.clone(),
                None => return share,
            }
        }
    };
    scenario.criteria.iter().map(|criterion| share(&criterion.id)).collect()
}

impl Reference {
    pub fn of_team(scenario: &Scenario, team: &Team) -> Self {
        let given = weights(team).unwrap();
        let judgement = &team.opened().unwrap().judgement;
        let shares = match (state(scenario, team), &judgement.elicitation) {
            (State::NotYet, _) => shares(scenario, &|members| in_proportion(members, &|_| None)),
            (_, Elicitation::Swing(_)) => {
                let swings = Swings::new(scenario, judgement);
                shares(scenario, &|members| swings.local(members))
            }
            (_, Elicitation::Pairwise(pairs)) => {
                shares(scenario, &|members| Compared::new(pairs, members).local(members))
            }
            _ => shares(scenario, &|members| in_proportion(members, &given)),
        };
        Self::new(scenario, Some(team), shares)
    }

    pub fn of_mean(scenario: &Scenario) -> Self {
        let teams = weighed(scenario);
        let all: Vec<Vec<f64>> =
            teams.iter().map(|team| Self::of_team(scenario, team).shares).collect();
        let mean = |index: usize| all.iter().map(|s| s[index]).sum::<f64>() / all.len() as f64;
        let shares = if all.is_empty() {
            shares(scenario, &|members| in_proportion(members, &|_| None))
        } else {
            (0..scenario.criteria.len()).map(mean).collect()
        };
        Self::new(scenario, None, shares)
    }

    fn new(scenario: &Scenario, team: Option<&Team>, shares: Vec<f64>) -> Self {
        let score = |option: usize, criterion: usize| score(scenario, team, option, criterion);
        let options = 0..scenario.options.len();
        let criteria = || 0..scenario.criteria.len();
        let value = |option: usize, criterion: usize| {
            let ends = ends(scenario, criterion);
            Some(value(&scenario.criteria[criterion], ends, score(option, criterion)?))
        };
        let is_missed = |option: usize, index: usize| {
            score(option, index).is_some_and(|score| misses(&scenario.criteria[index], score))
        };
        Self {
            shares,
            values: options
                .clone()
                .map(|option| criteria().map(|index| value(option, index)).collect())
                .collect(),
            missed: options
                .map(|option| criteria().filter(|index| is_missed(option, *index)).collect())
                .collect(),
            extents: scenario.criteria.iter().map(extent).collect(),
        }
    }

    pub fn is_ruled_out(&self, option: usize) -> bool {
        !self.missed[option].is_empty()
    }

    /// What all missing cells give, at the least value (0) or the greatest (1); none for what is
    /// ruled out.
    fn filled(&self, shares: &[f64], option: usize, fill: f64) -> Option<f64> {
        let parts = self.values[option].iter().zip(&self.extents).zip(shares);
        let filled = |(least, greatest): (f64, f64)| least + (greatest - least) * fill;
        let part = |((value, extent), share): ((&Option<f64>, &(f64, f64)), &f64)| {
            value.unwrap_or_else(|| filled(*extent)) * share
        };
        let total = parts.map(part).sum();
        (!self.is_ruled_out(option) && !shares.is_empty()).then_some(total)
    }

    pub fn is_scored(&self, option: usize) -> bool {
        self.values[option].iter().all(Option::is_some)
    }

    pub fn total_by(&self, shares: &[f64], option: usize) -> Option<f64> {
        self.filled(shares, option, 0.0).filter(|_| self.is_scored(option))
    }

    pub fn total(&self, option: usize) -> Option<f64> {
        self.total_by(&self.shares, option)
    }

    /// From where to where the total of an option with missing cells can lie.
    pub fn interval(&self, option: usize) -> Option<(f64, f64)> {
        let ends = self.filled(&self.shares, option, 0.0)?;
        Some((ends, self.filled(&self.shares, option, 1.0)?)).filter(|_| !self.is_scored(option))
    }

    pub fn options(&self) -> std::ops::Range<usize> {
        0..self.values.len()
    }

    pub fn best_by(&self, shares: &[f64]) -> Option<f64> {
        self.options().filter_map(|option| self.total_by(shares, option)).reduce(f64::max)
    }

    pub fn best(&self) -> Option<f64> {
        self.best_by(&self.shares)
    }

    pub fn firsts_by(&self, shares: &[f64]) -> Vec<usize> {
        let Some(best) = self.best_by(shares) else { return Vec::new() };
        let is_first = |option: &usize| {
            self.total_by(shares, *option).is_some_and(|total| best - total <= TIE)
        };
        self.options().filter(is_first).collect()
    }

    pub fn firsts(&self) -> Vec<usize> {
        self.firsts_by(&self.shares)
    }

    /// How far the best total is ahead of the best that isn't first.
    pub fn lead(&self) -> Option<f64> {
        let (best, firsts) = (self.best()?, self.firsts());
        let others = self.options().filter(|option| !firsts.contains(option));
        others.filter_map(|option| self.total(option)).reduce(f64::max).map(|next| best - next)
    }

    /// Those with missing cells that could come level with the best total, or above it.
    pub fn may_be_first(&self) -> Vec<usize> {
        let Some(best) = self.best() else { return Vec::new() };
        let reaches =
            |option: &usize| self.interval(*option).is_some_and(|(_, high)| high >= best - TIE);
        self.options().filter(reaches).collect()
    }

    /// Those of them that are above it whatever is missing.
    pub fn surely_ahead(&self) -> Vec<usize> {
        let best = self.best().unwrap_or(0.0);
        let is_ahead =
            |option: &usize| self.interval(*option).is_some_and(|(low, _)| low > best + TIE);
        self.may_be_first().into_iter().filter(is_ahead).collect()
    }

    /// One more than how many options are surely better: scored ones, and those whose place is
    /// decided though they lack scores.
    pub fn rank_of_scored(&self, option: usize) -> Option<usize> {
        let own = self.total(option)?;
        let better = |other: &usize| match (self.total(*other), self.interval(*other)) {
            (Some(total), _) => total > own + TIE,
            (None, Some((low, _))) => low > own + TIE && self.is_decided(*other),
            (None, None) => false,
        };
        Some(1 + self.options().filter(better).count())
    }

    /// Whether what an option could reach shares no point with any total, nor with what another
    /// could reach.
    fn is_decided(&self, option: usize) -> bool {
        let Some((low, high)) = self.interval(option) else { return false };
        let is_apart = |other: usize| {
            let own = self.total(other).map(|total| (total, total));
            let other = own.or_else(|| self.interval(other));
            other.is_none_or(|(from, to)| to < low - TIE || from > high + TIE)
        };
        self.options().filter(|other| *other != option).all(is_apart)
    }

    /// How many points of 100 move before `rival` is level with `winner`: from where the winner's
    /// lead is largest to where it is smallest. None where all of them aren't enough.
    pub fn points_until_level(&self, winner: usize, rival: usize) -> Option<f64> {
        let lead = |index: usize| Some(self.values[winner][index]? - self.values[rival][index]?);
        let leads: Vec<f64> = (0..self.shares.len()).map(lead).collect::<Option<_>>()?;
        let mut gap: f64 = leads.iter().zip(&self.shares).map(|(lead, share)| lead * share).sum();
        let least = leads.iter().copied().fold(f64::INFINITY, f64::min);
        let mut falling: Vec<usize> = (0..leads.len()).collect();
        falling.sort_by(|a, b| leads[*b].total_cmp(&leads[*a]));
        let mut moved = 0.0;
        for index in falling {
            if gap <= TIE {
                return Some(moved * 100.0);
            }
            let gain = leads[index] - least;
            if gain <= 1e-12 {
                break;
            }
            let step = (gap / gain).min(self.shares[index]);
            (moved, gap) = (moved + step, gap - step * gain);
        }
        (gap <= TIE).then_some(moved * 100.0)
    }

    /// The shares with that of one criterion set anew, the others in proportion.
    pub fn with_share(&self, criterion: usize, share: f64) -> Vec<f64> {
        let own = self.shares[criterion];
        let others = (1.0 - share) / (1.0 - own);
        let other = |(index, old): (usize, &f64)| {
            if index == criterion { share } else { old * others }
        };
        self.shares.iter().enumerate().map(other).collect()
    }
}

/// The teams that count.
pub fn weighed(scenario: &Scenario) -> Vec<&Team> {
    let teams = scenario.teams.iter().map(AsRef::as_ref);
    teams.filter(|team| state(scenario, team) == State::Done).collect()
}

pub fn score(
    scenario: &Scenario,
    team: Option<&Team>,
    option: usize,
    criterion: usize,
) -> Option<f64> {
    let (option, criterion) = (&scenario.options[option].id, &scenario.criteria[criterion].id);
    let own = team.and_then(Team::opened).and_then(|own| own.scores.get(option, criterion));
    own.or_else(|| scenario.scores.get(option, criterion)).map(|score| score.score)
}

fn misses(criterion: &Criterion, score: f64) -> bool {
    match criterion.must_have {
        Some(MustHave::AtLeast(limit)) => score < limit,
        Some(MustHave::AtMost(limit)) => score > limit,
        None => false,
    }
}

/// The ends of a criterion's scale; none where it is constant.
pub fn ends(scenario: &Scenario, criterion: usize) -> Option<(f64, f64)> {
    extremes(scenario, criterion).filter(|(low, high)| low < high)
}

/// The least and the greatest score of a criterion's range.
pub fn extremes(scenario: &Scenario, criterion: usize) -> Option<(f64, f64)> {
    if let Range::Fixed(low, high) = scenario.criteria[criterion].range {
        return Some((low, high));
    }
    let base = |option: usize, index: usize| score(scenario, None, option, index);
    let keeps = |option: &usize| {
        (0..scenario.criteria.len()).all(|index| {
            base(*option, index).is_none_or(|score| !misses(&scenario.criteria[index], score))
        })
    };
    let kept: Vec<usize> = (0..scenario.options.len()).filter(keeps).collect();
    let mut scores: Vec<f64> = kept.iter().filter_map(|option| base(*option, criterion)).collect();
    if scores.is_empty() {
        let own = |option: usize| {
            let teams = scenario.teams.iter().filter_map(move |team| {
                let scores = &team.opened()?.scores;
                let (option, criterion) =
                    (&scenario.options[option].id, &scenario.criteria[criterion].id);
                Some(scores.get(option, criterion)?.score)
            });
            teams.collect::<Vec<_>>()
        };
        scores = kept.into_iter().flat_map(own).collect();
    }
    let low = scores.iter().copied().reduce(f64::min)?;
    let high = scores.iter().copied().reduce(f64::max)?;
    Some((low, high))
}

fn value(criterion: &Criterion, ends: Option<(f64, f64)>, score: f64) -> f64 {
    uncut(criterion, ends, score).clamp(0.0, 1.0)
}

/// The value of a score, below 0 or above 1 beyond the ends of a straight scale.
pub fn uncut(criterion: &Criterion, ends: Option<(f64, f64)>, score: f64) -> f64 {
    if let ValueFunction::Piecewise(points) = &criterion.value {
        return on_curve(points, score);
    }
    let Some((low, high)) = ends else { return 1.0 };
    let part = (score - low) / (high - low);
    match criterion.goal {
        Goal::Maximize => part,
        Goal::Minimize => 1.0 - part,
    }
}

fn on_curve(points: &[(f64, f64)], score: f64) -> f64 {
    let part = |pair: &[(f64, f64)]| {
        let [(x0, v0), (x1, v1)] = [pair[0], pair[1]];
        (x0 <= score && score <= x1).then(|| v0 + (v1 - v0) * (score - x0) / (x1 - x0))
    };
    let (first, last) = (points[0], points[points.len() - 1]);
    match () {
        () if score <= first.0 => first.1,
        () if score >= last.0 => last.1,
        () => points.windows(2).find_map(part).unwrap(),
    }
}

fn extent(criterion: &Criterion) -> (f64, f64) {
    let ValueFunction::Piecewise(points) = &criterion.value else { return (0.0, 1.0) };
    let values = points.iter().map(|(_, value)| *value);
    (values.clone().fold(1.0, f64::min), values.fold(0.0, f64::max))
}
