//! From the model to format 1: maps in document order (options, criteria, groups, teams), what is
//! default left out.

use std::sync::Arc;

use indexmap::IndexMap;

use super::from_v1::default_range;
use super::v1;
use super::v1_parts::{Grade, Map, Number, Whole};
use crate::model::{
    Alternative, Assumption, BestWorst, Criterion, Decision, Elicitation, Evidence, FORMAT,
    Figures, Goal, Group, Hides, Judged, Method, MustHave, NodeId, Passage, Preference, Range,
    RankWeights, Round, Scenario, Score, ScoreTable, Source, Stance, Team, ValueFunction, Workshop,
    judged_for_file,
};

/// The scenario as it is written.
pub fn scenario(scenario: &Scenario) -> v1::Scenario {
    let order = Order::of(scenario);
    v1::Scenario {
        format: FORMAT,
        title: scenario.title.clone(),
        question: scenario.question.clone(),
        decision_maker: scenario.decision_maker.clone(),
        notes: scenario.notes.clone(),
        marking: scenario.marking.clone(),
        sources: scenario.sources.iter().map(|(id, s)| (id.to_string(), source(s))).collect(),
        groups: scenario.groups.iter().map(group).collect(),
        criteria: scenario.criteria.iter().map(criterion).collect(),
        options: scenario.options.iter().map(option).collect(),
        baseline: scenario.baseline.as_ref().map(ToString::to_string),
        assumptions: scenario.assumptions.iter().map(assumption).collect(),
        scores: order.table(&scenario.scores),
        teams: scenario.teams.iter().map(|t| team(t, &order)).collect(),
        rounds: scenario.rounds.iter().map(|r| round(r)).collect(),
        method: method(scenario.method),
        decision: scenario.decision.as_ref().map(|d| decision(d, &scenario.teams)),
        ballot: scenario
            .ballot
            .as_ref()
            .map(|b| v1::Ballot { of: b.of.clone(), round: b.round.clone() }),
        workshop: scenario.workshop.as_ref().map(workshop),
    }
}

/// The lists that give maps their order.
pub struct Order<'a> {
    options: &'a [Alternative],
    criteria: &'a [Criterion],
    groups: &'a [Group],
    assumptions: &'a [Assumption],
}

impl<'a> Order<'a> {
    /// In a document.
    pub fn of(scenario: &'a Scenario) -> Self {
        Self {
            options: &scenario.options,
            criteria: &scenario.criteria,
            groups: &scenario.groups,
            assumptions: &scenario.assumptions,
        }
    }

    /// In a closed round.
    pub fn of_round(round: &'a Round) -> Self {
        Self {
            options: &round.options,
            criteria: &round.criteria,
            groups: &round.groups,
            assumptions: &round.assumptions,
        }
    }

    /// A map by node in document order, criteria before groups.
    fn nodes<T, V>(&self, map: &IndexMap<NodeId, T>, write: impl Fn(&T) -> V) -> Map<V> {
        let ids = self.criteria.iter().map(|c| &c.id).chain(self.groups.iter().map(|g| &g.id));
        ids.filter_map(|id| Some((id.to_string(), write(map.get(id)?)))).collect()
    }

    fn table(&self, table: &ScoreTable) -> Map<Map<v1::Score>> {
        let row = |option: &Alternative| {
            let cells = table.row(&option.id)?;
            Some((option.id.to_string(), self.nodes(cells, |cell| self.score(cell))))
        };
        self.options.iter().filter_map(row).collect()
    }

    fn score(&self, score: &Score) -> v1::Score {
        let otherwise = |assumption: &Assumption| {
            let figures = score.otherwise.get(&assumption.id)?;
            Some((assumption.id.to_string(), written(figures)))
        };
        v1::Score {
            score: Number(score.score),
            low: score.low.map(Number),
            high: score.high.map(Number),
            reason: score.reason.clone(),
            evidence: score.evidence.iter().map(evidence).collect(),
            grade: score.grade.and_then(Grade::of),
            otherwise: self.assumptions.iter().filter_map(otherwise).collect(),
        }
    }
}

fn source(source: &Source) -> v1::Source {
    v1::Source {
        title: source.title.clone(),
        authors: source.authors.clone(),
        publisher: source.publisher.clone(),
        date: source.date.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default(),
        url: (!source.url.is_empty()).then(|| source.url.clone()),
    }
}

fn group(group: &Group) -> v1::Group {
    v1::Group {
        id: group.id.to_string(),
        name: group.name.clone(),
        short: group.short.clone(),
        note: group.note.clone(),
        group: group.group.as_ref().map(ToString::to_string),
    }
}

fn option(option: &Alternative) -> v1::Alternative {
    v1::Alternative {
        id: option.id.to_string(),
        name: option.name.clone(),
        short: option.short.clone(),
        note: option.note.clone(),
        letter: Some(option.letter.as_str().to_owned()),
    }
}

fn criterion(criterion: &Criterion) -> v1::Criterion {
    let range = (!is_same_range(criterion.range, default_range(&criterion.value)))
        .then_some(criterion.range);
    v1::Criterion {
        id: criterion.id.to_string(),
        name: criterion.name.clone(),
        short: criterion.short.clone(),
        note: criterion.note.clone(),
        hue: Some(Whole(f64::from(criterion.hue.number()))),
        group: criterion.group.as_ref().map(ToString::to_string),
        goal: match criterion.goal {
            Goal::Maximize => v1::Goal::Maximize,
            Goal::Minimize => v1::Goal::Minimize,
        },
        range: range.map(|range| match range {
            Range::Fixed(min, max) => v1::Range::Fixed(Number(min), Number(max)),
            Range::Observed => v1::Range::Observed,
        }),
        unit: criterion.unit.clone(),
        labels: criterion.labels.iter().map(|(at, label)| (Number(*at), label.clone())).collect(),
        value: match &criterion.value {
            ValueFunction::Linear => v1::Value::Linear,
            ValueFunction::Piecewise(points) => {
                v1::Value::Piecewise(points.iter().map(|(x, v)| (Number(*x), Number(*v))).collect())
            }
        },
        must_have: criterion.must_have.map(|must_have| match must_have {
            MustHave::AtLeast(least) => v1::MustHave::AtLeast(Number(least)),
            MustHave::AtMost(most) => v1::MustHave::AtMost(Number(most)),
        }),
        benchmark: criterion.benchmark.map(Number),
        preference: preference(criterion.preference),
    }
}

/// Equal bit for bit: a range that begins at minus zero is not left out.
fn is_same_range(a: Range, b: Range) -> bool {
    match (a, b) {
        (Range::Fixed(min, max), Range::Fixed(other_min, other_max)) => {
            min.to_bits() == other_min.to_bits() && max.to_bits() == other_max.to_bits()
        }
        _ => a == b,
    }
}

fn preference(preference: Preference) -> v1::Preference {
    match preference {
        Preference::Usual => v1::Preference::Usual,
        Preference::Linear(q, p) => v1::Preference::Linear(Number(q), Number(p)),
        Preference::VShape(p) => v1::Preference::VShape(Number(p)),
        Preference::UShape(q) => v1::Preference::UShape(Number(q)),
        Preference::Level(q, p) => v1::Preference::Level(Number(q), Number(p)),
        Preference::Gaussian(s) => v1::Preference::Gaussian(Number(s)),
    }
}

fn method(method: Method) -> v1::Method {
    match method {
        Method::WeightedSum => v1::Method::WeightedSum,
        Method::WeightedProduct => v1::Method::WeightedProduct,
        Method::Topsis => v1::Method::Topsis,
        Method::Vikor(v) => v1::Method::Vikor(Number(v)),
        Method::PrometheeII => v1::Method::PrometheeII,
    }
}

fn written(figures: &Figures) -> v1::Figures {
    v1::Figures {
        score: Number(figures.score),
        low: figures.low.map(Number),
        high: figures.high.map(Number),
        reason: figures.reason.clone(),
    }
}

fn evidence(evidence: &Evidence) -> v1::Evidence {
    let passage = |passage: &Passage| v1::Passage {
        words: Number(f64::from(passage.words)),
        sha256: passage.sha256.clone(),
    };
    v1::Evidence {
        source: evidence.source.to_string(),
        at: evidence.at.clone(),
        says: evidence.says.clone(),
        passage: evidence.passage.as_ref().map(passage),
    }
}

fn assumption(assumption: &Assumption) -> v1::Assumption {
    v1::Assumption {
        id: assumption.id.to_string(),
        name: assumption.name.clone(),
        short: assumption.short.clone(),
        note: assumption.note.clone(),
        holds: assumption.holds,
    }
}

fn workshop(workshop: &Workshop) -> v1::Workshop {
    v1::Workshop {
        began: workshop.began.as_str().to_owned(),
        hides: match workshop.hides {
            Hides::Totals => v1::Hides::Totals,
            Hides::Nothing => v1::Hides::Nothing,
        },
        shown: workshop.shown.as_ref().map(|time| time.as_str().to_owned()),
    }
}

/// A team with its record, sealed or not, as it is written.
pub fn team(team: &Team, order: &Order) -> v1::Team {
    let judged = judged_for_file(team);
    let judgement = &judged.judgement;
    let weights = match &judgement.elicitation {
        Elicitation::Direct(weights) => order.nodes(weights, |weight| Number(*weight)),
        _ => Map::default(),
    };
    v1::Team {
        id: team.id.to_string(),
        name: team.name.clone(),
        short: team.short.clone(),
        note: team.note.clone(),
        mark: Some(Whole(f64::from(team.mark.number()))),
        elicitation: elicitation(&judgement.elicitation),
        weights,
        weighed_ranges: order
            .nodes(&judgement.weighed_ranges, |(worst, best)| (Number(*worst), Number(*best))),
        weighed: judgement.weighed.as_ref().map(|time| time.as_str().to_owned()),
        reasons: order.nodes(&judged.reasons, Clone::clone),
        scores: order.table(&judged.scores),
        gut_ranking: judged.gut_ranking.iter().map(ToString::to_string).collect(),
        seal: seal(team, judged),
    }
}

fn seal(team: &Team, judged: &Judged) -> Option<v1::Seal> {
    let (seal, opened) = match (team.seal(), &judged.seal) {
        (Some(seal), _) => (seal, None),
        (None, Some(opened)) => (&opened.seal, Some(&opened.opened)),
        (None, None) => return None,
    };
    Some(v1::Seal {
        at: seal.at.as_str().to_owned(),
        nonce: seal.nonce.clone(),
        sha256: seal.sha256.clone(),
        opened: opened.map(|time| time.as_str().to_owned()),
    })
}

fn elicitation(elicitation: &Elicitation) -> v1::Elicitation {
    let judged =
        |list: &[(NodeId, f64)]| list.iter().map(|(id, n)| (id.to_string(), Number(*n))).collect();
    match elicitation {
        Elicitation::Direct(_) => v1::Elicitation::Direct,
        Elicitation::Swing(points) => v1::Elicitation::Swing(judged(points)),
        Elicitation::Ranking(weights, places) => {
            let places =
                places.iter().map(|tied| tied.iter().map(ToString::to_string).collect()).collect();
            v1::Elicitation::Ranking(rank_weights(*weights), places)
        }
        Elicitation::Pairwise(pairs) => v1::Elicitation::Pairwise(
            pairs
                .iter()
                .map(|(a, b, ratio)| (a.to_string(), b.to_string(), Number(*ratio)))
                .collect(),
        ),
        Elicitation::BestWorst(BestWorst { best, worst, best_over, over_worst }) => {
            v1::Elicitation::BestWorst(
                best.to_string(),
                worst.to_string(),
                judged(best_over),
                judged(over_worst),
            )
        }
    }
}

fn rank_weights(weights: RankWeights) -> v1::RankWeights {
    match weights {
        RankWeights::RankOrderCentroid => v1::RankWeights::RankOrderCentroid,
        RankWeights::RankSum => v1::RankWeights::RankSum,
        RankWeights::RankReciprocal => v1::RankWeights::RankReciprocal,
    }
}

fn round(round: &Round) -> v1::Round {
    let order = Order::of_round(round);
    v1::Round {
        name: round.name.clone(),
        closed: round.closed.as_str().to_owned(),
        groups: round.groups.iter().map(group).collect(),
        criteria: round.criteria.iter().map(criterion).collect(),
        options: round.options.iter().map(option).collect(),
        assumptions: round.assumptions.iter().map(assumption).collect(),
        scores: order.table(&round.scores),
        teams: round.teams.iter().map(|t| team(t, &order)).collect(),
    }
}

fn decision(decision: &Decision, teams: &[Arc<Team>]) -> v1::Decision {
    let position = |team: &Arc<Team>| {
        let position = decision.positions.get(&team.id)?;
        let stance = match position.stance {
            Stance::For => v1::Stance::For,
            Stance::Accepts => v1::Stance::Accepts,
            Stance::Dissents => v1::Stance::Dissents,
        };
        let reason = position.reason.clone();
        let prefers = position.prefers.as_ref().map(ToString::to_string);
        Some((team.id.to_string(), v1::Position { stance, reason, prefers }))
    };
    v1::Decision {
        option: decision.option.as_ref().map(ToString::to_string),
        at: decision.at.as_ref().map(|time| time.as_str().to_owned()).unwrap_or_default(),
        by: decision.by.clone(),
        reasons: decision.reasons.clone(),
        review: decision.review.as_ref().map(|date| date.as_str().to_owned()),
        conditions: decision.conditions.clone(),
        positions: teams.iter().filter_map(position).collect(),
    }
}
