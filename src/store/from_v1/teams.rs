//! Teams with their records, open or sealed.

use std::sync::Arc;

use indexmap::IndexMap;

use super::super::v1;
use super::super::v1_parts::Number;
use super::reader::{Reader, paths};
use crate::model::{
    Appearance, BestWorst, Elicitation, FaultKind, Judged, Judgement, Mark, NodeId, OpenedSeal,
    OptionId, Path, RankWeights, RecordFault, Seal, Team, TeamId, Timestamp,
};

impl Reader {
    /// The teams of a document or of a round, which has these options.
    pub fn teams(
        &mut self,
        teams: Vec<v1::Team>,
        options: &[v1::Alternative],
        base: &Path,
    ) -> Vec<Arc<Team>> {
        let places = paths(&base.then("teams"), teams.iter().map(|team| &team.id));
        let given: Vec<Option<u8>> = teams
            .iter()
            .zip(&places)
            .map(|(team, path)| self.number(team.mark, || path.then("mark")))
            .collect();
        let mut appearance = Appearance::default().with_numbers(given.iter().flatten().copied());
        let mut read = Vec::with_capacity(teams.len());
        for ((team, mark), path) in teams.into_iter().zip(given).zip(places) {
            let mark = mark.and_then(Mark::new).unwrap_or_else(|| appearance.mark());
            read.push(Arc::new(self.team(team, mark, options, &path)));
        }
        read
    }

    fn team(
        &mut self,
        mut team: v1::Team,
        mark: Mark,
        options: &[v1::Alternative],
        path: &Path,
    ) -> Team {
        let mut named = Team::new(TeamId::provisional(&team.id), &team.name, mark);
        (named.short, named.note) =
            (std::mem::take(&mut team.short), std::mem::take(&mut team.note));
        let closed = team.seal.take().map(|seal| self.closed(&seal, &path.then("seal")));
        let mut inside = Self::default();
        let judged = inside.judged(team, options, path);
        match closed {
            None => {
                self.faults.append(&mut inside.faults);
                named.judging(judged)
            }
            Some(Closed::Opened(seal)) => {
                self.faults.append(&mut inside.faults);
                named.judging(Judged { seal: Some(seal), ..judged })
            }
            Some(Closed::Sealed(seal)) => {
                if !inside.faults.is_empty() {
                    self.push(path.clone(), FaultKind::InSealedRecord);
                }
                named.sealed(judged, seal)
            }
        }
    }

    fn judged(&mut self, team: v1::Team, options: &[v1::Alternative], path: &Path) -> Judged {
        self.empty_rows(&team.scores, options, path);
        let weighed = team.weighed.and_then(|time| self.time(&time, || path.then("weighed")));
        let weights: IndexMap<NodeId, f64> =
            team.weights.0.into_iter().map(|(id, n)| (NodeId::provisional(&id), n.0)).collect();
        if team.elicitation != v1::Elicitation::Direct && !weights.is_empty() {
            self.push(path.then("elicitation"), FaultKind::Record(RecordFault::WeightsBeside));
        }
        let ranges = team.weighed_ranges.0.into_iter();
        let ranges =
            ranges.map(|(id, (worst, best))| (NodeId::provisional(&id), (worst.0, best.0)));
        let reasons = team.reasons.0.into_iter();
        Judged {
            judgement: Judgement {
                elicitation: elicitation(team.elicitation, weights),
                weighed_ranges: ranges.collect(),
                weighed,
            },
            reasons: reasons.map(|(id, reason)| (NodeId::provisional(&id), reason)).collect(),
            scores: self.table(team.scores, path),
            gut_ranking: team.gut_ranking.iter().map(|id| OptionId::provisional(id)).collect(),
            seal: None,
        }
    }

    /// A seal out of form is a seal still: what it closes is quoted nowhere.
    fn closed(&mut self, seal: &v1::Seal, path: &Path) -> Closed {
        let opened = seal.opened.as_ref().map(|time| self.time(time, || path.then("opened")));
        let at = self.time(&seal.at, || path.then("at")).unwrap_or_else(Timestamp::epoch);
        let seal = Seal { at, nonce: seal.nonce.clone(), sha256: seal.sha256.clone() };
        match opened.flatten() {
            Some(opened) => Closed::Opened(OpenedSeal { seal, opened }),
            None => Closed::Sealed(seal),
        }
    }
}

/// What a file says of a record that was handed in under a seal.
enum Closed {
    Sealed(Seal),
    Opened(OpenedSeal),
}

fn elicitation(elicitation: v1::Elicitation, weights: IndexMap<NodeId, f64>) -> Elicitation {
    let judged = |list: Vec<(String, Number)>| {
        list.into_iter().map(|(id, n)| (NodeId::provisional(&id), n.0)).collect()
    };
    match elicitation {
        v1::Elicitation::Direct => Elicitation::Direct(weights),
        v1::Elicitation::Swing(points) => Elicitation::Swing(judged(points)),
        v1::Elicitation::Ranking(weights, places) => {
            let places = places
                .into_iter()
                .map(|tied| tied.iter().map(|id| NodeId::provisional(id)).collect());
            Elicitation::Ranking(rank_weights(weights), places.collect())
        }
        v1::Elicitation::Pairwise(pairs) => {
            let pair = |(a, b, ratio): (String, String, Number)| {
                (NodeId::provisional(&a), NodeId::provisional(&b), ratio.0)
            };
            Elicitation::Pairwise(pairs.into_iter().map(pair).collect())
        }
        v1::Elicitation::BestWorst(best, worst, best_over, over_worst) => {
            Elicitation::BestWorst(BestWorst {
                best: NodeId::provisional(&best),
                worst: NodeId::provisional(&worst),
                best_over: judged(best_over),
                over_worst: judged(over_worst),
            })
        }
    }
}

fn rank_weights(weights: v1::RankWeights) -> RankWeights {
    match weights {
        v1::RankWeights::RankOrderCentroid => RankWeights::RankOrderCentroid,
        v1::RankWeights::RankSum => RankWeights::RankSum,
        v1::RankWeights::RankReciprocal => RankWeights::RankReciprocal,
    }
}
