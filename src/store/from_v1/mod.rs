//! From format 1 to the model. What has no form of its own in the model (a date that is none, a
//! ninth hue) is reported and passed over, so that all of a file's faults can be listed.

mod reader;
mod scores;
mod teams;
mod tree;

use std::sync::Arc;

use indexmap::IndexMap;
use reader::{Reader, paths};
pub use tree::default_range;
use tree::{assumption, criterion, group};

use super::v1;
use super::v1_parts::Map;
use crate::model::{
    Alternative, Appearance, Ballot, Criterion, Decision, Fault, FaultKind, Hides, Hue, Letter,
    Method, OptionId, Path, Position, Round, Scenario, Source, SourceId, Stance, TeamId, Timestamp,
    Workshop,
};

/// The model's scenario, and what of the file has no place in it.
pub fn scenario(file: v1::Scenario) -> (Scenario, Vec<Fault>) {
    let mut reader = Reader::default();
    let top = Path::default();
    reader.empty_rows(&file.scores, &file.options, &top);
    let teams = reader.teams(file.teams, &file.options, &top);
    let scenario = Scenario {
        title: file.title,
        question: file.question,
        decision_maker: file.decision_maker,
        notes: file.notes,
        marking: file.marking,
        sources: reader.sources(file.sources),
        groups: file.groups.into_iter().map(group).collect(),
        criteria: reader.criteria(file.criteria, &top),
        options: reader.options(file.options, &top),
        baseline: file.baseline.as_deref().map(OptionId::provisional),
        assumptions: file.assumptions.into_iter().map(assumption).collect(),
        scores: reader.table(file.scores, &top),
        teams,
        rounds: reader.rounds(file.rounds),
        method: method(&file.method),
        decision: file.decision.map(|decision| reader.decision(decision)),
        ballot: file.ballot.map(|ballot| Ballot { of: ballot.of, round: ballot.round }),
        workshop: file.workshop.map(|workshop| reader.workshop(&workshop)),
    };
    (scenario, reader.faults)
}

impl Reader {
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
        let teams = self.teams(round.teams, &round.options, base);
        Round {
            closed: self
                .time(&round.closed, || base.then("closed"))
                .unwrap_or_else(Timestamp::epoch),
            groups: round.groups.into_iter().map(group).collect(),
            criteria: self.criteria(round.criteria, base),
            options: self.options(round.options, base),
            assumptions: round.assumptions.into_iter().map(assumption).collect(),
            scores: self.table(round.scores, base),
            teams,
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
            let prefers = position.prefers.as_deref().map(OptionId::provisional);
            (TeamId::provisional(&team), Position { stance, reason: position.reason, prefers })
        };
        let at = (!decision.at.is_empty()).then(|| self.time(&decision.at, || path.then("at")));
        Decision {
            option: decision.option.as_deref().map(OptionId::provisional),
            at: at.flatten(),
            by: decision.by,
            reasons: decision.reasons,
            review: decision.review.and_then(|date| self.date(&date, || path.then("review"))),
            conditions: decision.conditions,
            positions: decision.positions.0.into_iter().map(position).collect(),
        }
    }

    fn workshop(&mut self, workshop: &v1::Workshop) -> Workshop {
        let path = Path::field("workshop");
        let shown = workshop.shown.as_ref();
        Workshop {
            began: self
                .time(&workshop.began, || path.then("began"))
                .unwrap_or_else(Timestamp::epoch),
            hides: match workshop.hides {
                v1::Hides::Totals => Hides::Totals,
                v1::Hides::Nothing => Hides::Nothing,
            },
            shown: shown.and_then(|time| self.time(time, || path.then("shown"))),
        }
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
