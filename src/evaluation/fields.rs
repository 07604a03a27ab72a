//! The fields of things, one by one. Each list takes its thing apart whole, so that no field to
//! come is forgotten.

use super::difference::{Datum, DecisionField, Field, Ground};
use crate::model::{
    Alternative, Assumption, AssumptionId, Criterion, Decision, Group, Score, Source, Team, TeamId,
};

/// A field with its value.
pub type Valued<F> = (F, Datum);

fn text(text: &str) -> Datum {
    Datum::Text(text.to_owned())
}

pub fn of_option(option: &Alternative) -> Vec<Valued<Field>> {
    let Alternative { id: _, name, short, note, letter } = option;
    vec![
        (Field::Name, text(name)),
        (Field::Short, text(short)),
        (Field::Note, text(note)),
        (Field::Letter, text(letter.as_str())),
    ]
}

pub fn of_group(node: &Group) -> Vec<Valued<Field>> {
    let Group { id: _, name, short, note, group } = node;
    vec![
        (Field::Name, text(name)),
        (Field::Short, text(short)),
        (Field::Note, text(note)),
        (Field::Group, Datum::Group(group.clone())),
    ]
}

pub fn of_criterion(criterion: &Criterion) -> Vec<Valued<Field>> {
    let Criterion { id: _, name, short, note, hue, group, goal, range, unit, labels, .. } =
        criterion;
    let Criterion { value, must_have, benchmark, preference, .. } = criterion;
    vec![
        (Field::Name, text(name)),
        (Field::Short, text(short)),
        (Field::Note, text(note)),
        (Field::Hue, Datum::Numbered(hue.number())),
        (Field::Group, Datum::Group(group.clone())),
        (Field::Goal, Datum::Goal(*goal)),
        (Field::Range, Datum::Range(*range)),
        (Field::Unit, text(unit)),
        (Field::Labels, Datum::Labels(labels.clone())),
        (Field::Value, Datum::Value(value.clone())),
        (Field::MustHave, Datum::MustHave(*must_have)),
        (Field::Benchmark, Datum::Number(*benchmark)),
        (Field::Preference, Datum::Preference(*preference)),
    ]
}

/// What everyone may see of a team.
pub fn of_team(team: &Team) -> Vec<Valued<Field>> {
    vec![
        (Field::Name, text(&team.name)),
        (Field::Short, text(&team.short)),
        (Field::Note, text(&team.note)),
        (Field::Mark, Datum::Numbered(team.mark.number())),
    ]
}

pub fn of_source(source: &Source) -> Vec<Valued<Field>> {
    let Source { title, authors, publisher, date, url } = source;
    vec![
        (Field::Title, text(title)),
        (Field::Authors, Datum::Texts(authors.clone())),
        (Field::Publisher, text(publisher)),
        (Field::Date, Datum::Date(date.clone())),
        (Field::Url, text(url)),
    ]
}

pub fn of_assumption(assumption: &Assumption) -> Vec<Valued<Field>> {
    let Assumption { id: _, name, short, note, holds } = assumption;
    vec![
        (Field::Name, text(name)),
        (Field::Short, text(short)),
        (Field::Note, text(note)),
        (Field::Holds, Datum::Holds(*holds)),
    ]
}

/// What a cell says besides its score; what it is without each of `assumptions`.
pub fn of_score(cell: &Score, assumptions: &[AssumptionId]) -> Vec<Valued<Ground>> {
    let Score { score: _, low, high, reason, evidence, grade, otherwise } = cell;
    let mut fields = vec![
        (Ground::Low, Datum::Number(*low)),
        (Ground::High, Datum::Number(*high)),
        (Ground::Reason, text(reason)),
        (Ground::Evidence, Datum::Evidence(evidence.clone())),
        (Ground::Grade, Datum::Grade(*grade)),
    ];
    fields.extend(assumptions.iter().map(|assumption| {
        let figures = otherwise.get(assumption).cloned();
        (Ground::Otherwise(assumption.clone()), Datum::Figures(figures))
    }));
    fields
}

/// A decision's fields; those of the positions, one for each of `teams`.
pub fn of_decision(decision: &Decision, teams: &[TeamId]) -> Vec<Valued<DecisionField>> {
    let Decision { option, at, by, reasons, review, conditions, positions } = decision;
    let mut fields = vec![
        (DecisionField::Option, Datum::Option(option.clone())),
        (DecisionField::At, Datum::Time(at.clone())),
        (DecisionField::By, text(by)),
        (DecisionField::Reasons, text(reasons)),
        (DecisionField::Review, Datum::Date(review.clone())),
        (DecisionField::Conditions, Datum::Texts(conditions.clone())),
    ];
    fields.extend(teams.iter().map(|team| {
        let position = positions.get(team).cloned();
        (DecisionField::Position(team.clone()), Datum::Position(position))
    }));
    fields
}

/// The fields whose values differ, of two lists with the same fields.
pub fn differing<F>(
    left: Vec<Valued<F>>,
    right: Vec<Valued<F>>,
) -> impl Iterator<Item = (F, [Datum; 2])> {
    left.into_iter()
        .zip(right)
        .filter(|((_, a), (_, b))| a != b)
        .map(|((field, a), (_, b))| (field, [a, b]))
}
