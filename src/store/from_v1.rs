//! From format 1 to the model. What has no form of its own in the model (a date that is none, a
//! ninth hue) is reported and passed over, so that all of a file's faults can be listed.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::v1;
use super::v1_parts::{Map, Number, Whole};
use crate::model::{
    Alternative, Appearance, Ballot, BestWorst, Criterion, Decision, Elicitation, Evidence, Fault,
    FaultKind, Goal, Group, Hue, Judgement, Letter, Mark, Method, MustHave, NodeId, OptionId,
    PartialDate, Path, Position, Preference, Range, RankWeights, RecordFault, Reference, Round,
    Scenario, Score, ScoreTable, Seal, Source, SourceId, Stance, Team, TeamId, Timestamp,
    ValueFunction, nearest,
};

/// The model's scenario, and what of the file has no place in it.
pub fn scenario(file: v1::Scenario) -> (Scenario, Vec<Fault>) {
    let mut reader = Reader { faults: Vec::new() };
    let top = Path::default();
    reader.empty_rows(&file.scores, &file.options, &top);
    for (team, path) in
        file.teams.iter().zip(paths(&top.then("teams"), file.teams.iter().map(|team| &team.id)))
    {
        reader.empty_rows(&team.scores, &file.options, &path);
    }
    let scenario = Scenario {
        title: file.title,
        question: file.question,
        decision_maker: file.decision_maker,
        notes: file.notes,
        sources: reader.sources(file.sources),
        groups: file.groups.into_iter().map(group).collect(),
        criteria: reader.criteria(file.criteria, &top),
        options: reader.options(file.options, &top),
        scores: table(file.scores),
        teams: reader.teams(file.teams, &top),
        rounds: reader.rounds(file.rounds),
        method: method(&file.method),
        decision: file.decision.map(|decision| reader.decision(decision)),
        ballot: file.ballot.map(|ballot| Ballot { of: ballot.of, round: ballot.round }),
    };
    (scenario, reader.faults)
}

struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn push(&mut self, path: Path, kind: FaultKind) {
        self.faults.push(Fault::at_path(path, kind));
    }

    fn date(&mut self, text: &str, path: impl FnOnce() -> Path) -> Option<PartialDate> {
        let date = PartialDate::new(text);
        if date.is_none() && !text.is_empty() {
            self.push(path(), FaultKind::DateOutOfForm(text.to_owned()));
        }
        date
    }

    fn time(&mut self, text: &str, path: impl FnOnce() -> Path) -> Option<Timestamp> {
        let time = Timestamp::new(text);
        if time.is_none() {
            self.push(path(), FaultKind::TimeOutOfForm(text.to_owned()));
        }
        time
    }

    fn number(&mut self, number: Option<Whole>, path: impl FnOnce() -> Path) -> Option<u8> {
        let known = number?.one_to_eight();
        if known.is_none() {
            self.push(
                path(),
                FaultKind::NumberOutOfForm(
                    number.map(|number| number.0.to_string()).unwrap_or_default(),
                ),
            );
        }
        known
    }

    /// A row without cells leaves nothing in the model, so that an unknown option is only seen
    /// here.
    fn empty_rows(&mut self, rows: &Map<Map<v1::Score>>, options: &[v1::Alternative], base: &Path) {
        let empty = rows.0.iter().filter(|(_, row)| row.is_empty()).map(|(option, _)| option);
        for id in empty.filter(|id| options.iter().all(|option| option.id != **id)) {
            let nearest = nearest(id, options.iter().map(|option| option.id.as_str()));
            self.push(
                base.then("scores").key(id),
                FaultKind::UnknownId { of: Reference::Option, id: id.clone(), nearest },
            );
        }
    }

    fn sources(&mut self, sources: Map<v1::Source>) -> IndexMap<SourceId, Source> {
        let read = |(id, source): (String, v1::Source)| {
            let date = self.date(&source.date, || Path::field("sources").key(&id).then("date"));
            let url = source.url.unwrap_or_default();
            (
                SourceId::provisional(&id),
                Source {
                    title: source.title,
                    authors: source.authors,
                    publisher: source.publisher,
                    date,
                    url,
                },
            )
        };
        sources.0.into_iter().map(read).collect()
    }

    fn criteria(&mut self, criteria: Vec<v1::Criterion>, base: &Path) -> Vec<Criterion> {
        let given: Vec<Option<u8>> = criteria
            .iter()
            .map(|c| self.number(c.hue, || base.then("criteria").key(&c.id).then("hue")))
            .collect();
        let mut appearance = Appearance::default().with_numbers(given.iter().flatten().copied());
        criteria
            .into_iter()
            .zip(given)
            .map(|(c, hue)| {
                criterion(c, hue.and_then(Hue::new).unwrap_or_else(|| appearance.hue()))
            })
            .collect()
    }

    fn options(&mut self, options: Vec<v1::Alternative>, base: &Path) -> Vec<Alternative> {
        let places = paths(&base.then("options"), options.iter().map(|option| &option.id));
        let given: Vec<Option<Letter>> =
            options.iter().zip(&places).map(|(option, path)| self.letter(option, path)).collect();
        let mut appearance = Appearance::default().with_letters(given.iter().flatten());
        let read = |(option, letter): (v1::Alternative, Option<Letter>)| Alternative {
            id: OptionId::provisional(&option.id),
            name: option.name,
            short: option.short,
            note: option.note,
            letter: letter.unwrap_or_else(|| appearance.letter()),
        };
        options.into_iter().zip(given).map(read).collect()
    }

    fn letter(&mut self, option: &v1::Alternative, path: &Path) -> Option<Letter> {
        let text = option.letter.as_ref()?;
        let letter = Letter::new(text);
        if letter.is_none() {
            self.push(path.then("letter"), FaultKind::LetterOutOfForm(text.clone()));
        }
        letter
    }

    fn teams(&mut self, teams: Vec<v1::Team>, base: &Path) -> Vec<Arc<Team>> {
        let places = paths(&base.then("teams"), teams.iter().map(|team| &team.id));
        let given: Vec<Option<u8>> = teams
            .iter()
            .zip(&places)
            .map(|(team, path)| self.number(team.mark, || path.then("mark")))
            .collect();
        let mut appearance = Appearance::default().with_numbers(given.iter().flatten().copied());
        let mut read = Vec::with_capacity(teams.len());
        for ((team, mark), path) in teams.into_iter().zip(given).zip(places) {
            read.push(Arc::new(self.team(
                team,
                mark.and_then(Mark::new).unwrap_or_else(|| appearance.mark()),
                &path,
            )));
        }
        read
    }

    fn team(&mut self, team: v1::Team, mark: Mark, path: &Path) -> Team {
        let weighed = team.weighed.and_then(|time| self.time(&time, || path.then("weighed")));
        let weights: IndexMap<NodeId, f64> =
            team.weights.0.into_iter().map(|(id, n)| (NodeId::provisional(&id), n.0)).collect();
        if team.elicitation != v1::Elicitation::Direct && !weights.is_empty() {
            self.push(path.then("elicitation"), FaultKind::Record(RecordFault::WeightsBeside));
        }
        let weighed_ranges = team
            .weighed_ranges
            .0
            .into_iter()
            .map(|(id, (worst, best))| (NodeId::provisional(&id), (worst.0, best.0)));
        Team {
            id: TeamId::provisional(&team.id),
            name: team.name,
            short: team.short,
            note: team.note,
            mark,
            judgement: Judgement {
                elicitation: elicitation(team.elicitation, weights),
                weighed_ranges: weighed_ranges.collect(),
                weighed,
            },
            reasons: team
                .reasons
                .0
                .into_iter()
                .map(|(id, reason)| (NodeId::provisional(&id), reason))
                .collect(),
            scores: table(team.scores),
            gut_ranking: team.gut_ranking.iter().map(|id| OptionId::provisional(id)).collect(),
            seal: team.seal.map(|seal| self.seal(&seal, &path.then("seal"))),
        }
    }

    /// A seal out of form is a seal still: what it closes is quoted nowhere.
    fn seal(&mut self, seal: &v1::Seal, path: &Path) -> Seal {
        let opened = seal.opened.as_ref().map(|time| self.time(time, || path.then("opened")));
        let at = self.time(&seal.at, || path.then("at")).unwrap_or_else(Timestamp::epoch);
        Seal { at, sha256: seal.sha256.clone(), opened: opened.flatten() }
    }

    fn rounds(&mut self, rounds: Vec<v1::Round>) -> Vec<Arc<Round>> {
        let places = paths(&Path::field("rounds"), rounds.iter().map(|round| &round.name));
        rounds
            .into_iter()
            .zip(places)
            .map(|(round, base)| Arc::new(self.round(round, &base)))
            .collect()
    }

    fn round(&mut self, round: v1::Round, base: &Path) -> Round {
        self.empty_rows(&round.scores, &round.options, base);
        for (team, path) in round
            .teams
            .iter()
            .zip(paths(&base.then("teams"), round.teams.iter().map(|team| &team.id)))
        {
            self.empty_rows(&team.scores, &round.options, &path);
        }
        Round {
            closed: self
                .time(&round.closed, || base.then("closed"))
                .unwrap_or_else(Timestamp::epoch),
            groups: round.groups.into_iter().map(group).collect(),
            criteria: self.criteria(round.criteria, base),
            options: self.options(round.options, base),
            scores: table(round.scores),
            teams: self.teams(round.teams, base),
            name: round.name,
        }
    }

    fn decision(&mut self, decision: v1::Decision) -> Decision {
        let path = Path::field("decision");
        let position = |(team, position): (String, v1::Position)| {
            let stance = match position.stance {
                v1::Stance::For => Stance::For,
                v1::Stance::Accepts => Stance::Accepts,
                v1::Stance::Dissents => Stance::Dissents,
            };
            (TeamId::provisional(&team), Position { stance, reason: position.reason })
        };
        let at = (!decision.at.is_empty()).then(|| self.time(&decision.at, || path.then("at")));
        Decision {
            option: OptionId::provisional(&decision.option),
            at: at.flatten(),
            by: decision.by,
            reasons: decision.reasons,
            review: decision.review.and_then(|date| self.date(&date, || path.then("review"))),
            positions: decision.positions.0.into_iter().map(position).collect(),
        }
    }
}

/// The paths of a list's things: by id, and by index where the id stood before.
fn paths<'a>(list: &Path, ids: impl Iterator<Item = &'a String>) -> Vec<Path> {
    let mut seen = HashSet::new();
    ids.enumerate()
        .map(|(index, id)| if seen.insert(id) { list.key(id) } else { list.index(index) })
        .collect()
}

fn group(group: v1::Group) -> Group {
    Group {
        id: NodeId::provisional(&group.id),
        name: group.name,
        short: group.short,
        note: group.note,
        group: group.group.as_deref().map(NodeId::provisional),
    }
}

fn criterion(criterion: v1::Criterion, hue: Hue) -> Criterion {
    let value = match criterion.value {
        v1::Value::Linear => ValueFunction::Linear,
        v1::Value::Piecewise(points) => {
            ValueFunction::Piecewise(points.into_iter().map(|(x, v)| (x.0, v.0)).collect())
        }
    };
    let range = match criterion.range {
        Some(v1::Range::Fixed(min, max)) => Range::Fixed(min.0, max.0),
        Some(v1::Range::Observed) => Range::Observed,
        None => default_range(&value),
    };
    Criterion {
        id: NodeId::provisional(&criterion.id),
        name: criterion.name,
        short: criterion.short,
        note: criterion.note,
        hue,
        group: criterion.group.as_deref().map(NodeId::provisional),
        goal: match criterion.goal {
            v1::Goal::Maximize => Goal::Maximize,
            v1::Goal::Minimize => Goal::Minimize,
        },
        range,
        unit: criterion.unit,
        labels: criterion.labels.into_iter().map(|(at, label)| (at.0, label)).collect(),
        value,
        must_have: criterion.must_have.map(|must_have| match must_have {
            v1::MustHave::AtLeast(least) => MustHave::AtLeast(least.0),
            v1::MustHave::AtMost(most) => MustHave::AtMost(most.0),
        }),
        preference: preference(&criterion.preference),
    }
}

/// The range that is meant where the file leaves it out: 0 to 10, or the first and last x of a
/// piecewise value function (where these make a range; fewer than two points are a fault of their
/// own).
pub fn default_range(value: &ValueFunction) -> Range {
    match value {
        ValueFunction::Piecewise(points) => match (points.first(), points.last()) {
            (Some((first, _)), Some((last, _))) if first < last => Range::Fixed(*first, *last),
            _ => Range::default(),
        },
        ValueFunction::Linear => Range::default(),
    }
}

fn preference(preference: &v1::Preference) -> Preference {
    match preference {
        v1::Preference::Usual => Preference::Usual,
        v1::Preference::Linear(q, p) => Preference::Linear(q.0, p.0),
        v1::Preference::VShape(p) => Preference::VShape(p.0),
        v1::Preference::UShape(q) => Preference::UShape(q.0),
        v1::Preference::Level(q, p) => Preference::Level(q.0, p.0),
        v1::Preference::Gaussian(s) => Preference::Gaussian(s.0),
    }
}

fn method(method: &v1::Method) -> Method {
    match method {
        v1::Method::WeightedSum => Method::WeightedSum,
        v1::Method::WeightedProduct => Method::WeightedProduct,
        v1::Method::Topsis => Method::Topsis,
        v1::Method::Vikor(v) => Method::Vikor(v.0),
        v1::Method::PrometheeII => Method::PrometheeII,
    }
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

fn table(rows: Map<Map<v1::Score>>) -> ScoreTable {
    let mut table = ScoreTable::default();
    for (option, row) in rows.0 {
        let option = OptionId::provisional(&option);
        for (criterion, cell) in row.0 {
            table.set(option.clone(), NodeId::provisional(&criterion), score(cell));
        }
    }
    table
}

fn score(score: v1::Score) -> Score {
    let evidence = |e: v1::Evidence| Evidence {
        source: SourceId::provisional(&e.source),
        at: e.at,
        says: e.says,
    };
    Score {
        score: score.score.0,
        low: score.low.map(|low| low.0),
        high: score.high.map(|high| high.0),
        reason: score.reason,
        evidence: score.evidence.into_iter().map(evidence).collect(),
        grade: score.grade.and_then(super::v1_parts::Grade::to_model),
    }
}
