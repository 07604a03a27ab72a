//! All that differs between two documents, each field by its name.

use super::comparison::{Felt, SharedCells, cell, is_another, largest_first, share, worth};
use super::difference::{Datum, Difference, Field, Ordered, ScenarioText, SealState, Which};
use super::fields::{
    Valued, differing, of_assumption, of_criterion, of_decision, of_group, of_option, of_source,
    of_team,
};
use super::{Evaluation, Evaluations, Weighting};
use crate::model::{Judged, Layer, NodeId, OpenTeam, Reference, Scenario, Team, TeamId};

/// All that differs between two documents, things and texts first, then what teams judged, then
/// scores, the largest first. What lies behind seals is left aside; a seal itself differs where its
/// hash does. Empty for equal documents alone, sealed records aside.
///
/// The shares of a team are told as one: they come from all of its judgements together, and hang on
/// scores and scales that are told for themselves.
pub fn compare_documents(before: &Evaluations, after: &Evaluations) -> Vec<Difference> {
    let (left, right) = (&**before.scenario(), &**after.scenario());
    let mut found = texts(left, right);
    found.extend(
        (left.method != right.method).then(|| Difference::Method([left.method, right.method])),
    );
    things(left, right, &mut found);
    if left.baseline != right.baseline {
        found.push(Difference::Baseline([left.baseline.clone(), right.baseline.clone()]));
    }
    orders(left, right, &mut found);
    let teams = shared_teams(left, right);
    for team in &teams {
        found.extend(seals(*team));
    }
    found.extend(largest_first(judged(&teams, [before, after])));
    found.extend(largest_first(layers(&teams, [before, after])));
    decisions(left, right, &mut found);
    rounds(left, right, &mut found);
    if left.ballot != right.ballot {
        found.push(Difference::Ballot([left.ballot.clone(), right.ballot.clone()]));
    }
    if left.workshop != right.workshop {
        found.push(Difference::Workshop([left.workshop.clone(), right.workshop.clone()]));
    }
    found
}

fn texts(left: &Scenario, right: &Scenario) -> Vec<Difference> {
    let pairs = [
        (ScenarioText::Title, &left.title, &right.title),
        (ScenarioText::Question, &left.question, &right.question),
        (ScenarioText::DecisionMaker, &left.decision_maker, &right.decision_maker),
        (ScenarioText::Notes, &left.notes, &right.notes),
        (ScenarioText::Marking, &left.marking, &right.marking),
    ];
    let differ = pairs.into_iter().filter(|(_, a, b)| a != b);
    differ.map(|(text, a, b)| Difference::Text(text, [a.clone(), b.clone()])).collect()
}

/// Things that one side lacks, or with another value in a field.
fn things(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    use Reference::{Assumption, Criterion, Group, Option, Source, Team};
    let options = [left, right].map(|side| listed(&side.options, |it| it.id.as_str(), of_option));
    let others = found.len();
    list(Option, options, found);
    let letters: Vec<Difference> = found.drain(others..).collect();
    found.extend(letters.into_iter().filter(|it| !is_withheld_letter(it, left, right)));
    let groups = [left, right].map(|side| listed(&side.groups, |it| it.id.as_str(), of_group));
    list(Group, groups, found);
    let criteria =
        [left, right].map(|side| listed(&side.criteria, |it| it.id.as_str(), of_criterion));
    list(Criterion, criteria, found);
    let assumptions =
        [left, right].map(|side| listed(&side.assumptions, |it| it.id.as_str(), of_assumption));
    list(Assumption, assumptions, found);
    let teams =
        [left, right].map(|side| listed(&side.teams, |it| it.id.as_str(), |it| of_team(it)));
    list(Team, teams, found);
    let sources = [left, right].map(|side| {
        let sources = side.sources.iter();
        sources.map(|(id, source)| (id.as_str(), of_source(source))).collect()
    });
    list(Source, sources, found);
}

/// Whether an option's letter is another because one that only the left document has bears it: that
/// is told of the latter.
fn is_withheld_letter(difference: &Difference, left: &Scenario, right: &Scenario) -> bool {
    let Difference::Field { field: Field::Letter, values: [_, Datum::Text(letter)], .. } =
        difference
    else {
        return false;
    };
    let bearer = left.options.iter().find(|option| option.letter.as_str() == letter);
    bearer.is_some_and(|bearer| right.option(&bearer.id).is_none())
}

/// A thing's id and fields.
type Listed<'a> = (&'a str, Vec<Valued<Field>>);

fn listed<'a, T>(
    things: &'a [T],
    id: impl Fn(&'a T) -> &'a str,
    fields: impl Fn(&T) -> Vec<Valued<Field>>,
) -> Vec<Listed<'a>> {
    things.iter().map(|thing| (id(thing), fields(thing))).collect()
}

fn list(kind: Reference, [left, right]: [Vec<Listed>; 2], found: &mut Vec<Difference>) {
    let ids: Vec<String> = left.iter().map(|(id, _)| (*id).to_owned()).collect();
    let mut there: std::collections::HashMap<String, Vec<Valued<Field>>> =
        right.iter().map(|(id, fields)| ((*id).to_owned(), fields.clone())).collect();
    for (id, fields) in left {
        let Some(other) = there.remove(id) else {
            found.push(Difference::Only(Which::Left, kind, id.to_owned()));
            continue;
        };
        found.extend(differing(fields, other).map(|(field, values)| Difference::Field {
            kind,
            id: id.to_owned(),
            field,
            values,
        }));
    }
    let known: std::collections::HashSet<&str> = ids.iter().map(String::as_str).collect();
    let new = right.iter().filter(|(id, _)| !known.contains(id));
    found.extend(new.map(|(id, _)| Difference::Only(Which::Right, kind, (*id).to_owned())));
}

fn orders(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    use Ordered::{Assumptions, Criteria, Groups, Options, Teams};
    for of in [Options, Criteria, Groups, Assumptions, Teams] {
        let [a, b] = [left, right].map(|side| ids_in_order(side, of));
        let only = |these: &[&str], others: &[&str]| -> Vec<String> {
            let others: std::collections::HashSet<&str> = others.iter().copied().collect();
            these.iter().filter(|id| others.contains(**id)).map(|id| (*id).to_owned()).collect()
        };
        if only(&a, &b) != only(&b, &a) {
            found.push(Difference::Order(of));
        }
    }
}

/// The ids of things that stand in an order of their own, in that order.
pub(super) fn ids_in_order(scenario: &Scenario, of: Ordered) -> Vec<&str> {
    match of {
        Ordered::Options => scenario.options.iter().map(|it| it.id.as_str()).collect(),
        Ordered::Criteria => scenario.criteria.iter().map(|it| it.id.as_str()).collect(),
        Ordered::Groups => scenario.groups.iter().map(|it| it.id.as_str()).collect(),
        Ordered::Assumptions => scenario.assumptions.iter().map(|it| it.id.as_str()).collect(),
        Ordered::Teams => scenario.teams.iter().map(|it| it.id.as_str()).collect(),
    }
}

/// A team of both documents, as it stands in each.
pub(super) type SharedTeam<'a> = [&'a Team; 2];

pub(super) fn shared_teams<'a>(left: &'a Scenario, right: &'a Scenario) -> Vec<SharedTeam<'a>> {
    let teams = left.teams.iter();
    teams.filter_map(|team| Some([&**team, &**right.team(&team.id)?])).collect()
}

/// A team of both documents that is open in both.
pub(super) fn both_open(team: SharedTeam<'_>) -> Option<[OpenTeam<'_>; 2]> {
    Some([team[0].as_open()?, team[1].as_open()?])
}

fn seals(team: SharedTeam) -> Option<Difference> {
    let seals = team.map(|team| {
        let opened = team.opened().and_then(|judged: &Judged| judged.seal.clone());
        let closed = || Some(SealState { seal: team.seal()?.clone(), opened: None });
        opened.map(|it| SealState { seal: it.seal, opened: Some(it.opened) }).or_else(closed)
    });
    let [left, right] = &seals;
    let team = team[0].id.clone();
    (left != right).then(|| Difference::Seal { team, seals: Box::new(seals) })
}

/// What the teams judged, by how much of the whole it moves.
fn judged(teams: &[SharedTeam], documents: [&Evaluations; 2]) -> Vec<Felt> {
    let mut found = Vec::new();
    for both in teams.iter().filter_map(|team| both_open(*team)) {
        let [a, b] = both.map(OpenTeam::judged);
        let team = both[0].id();
        if a.judgement != b.judgement {
            found.push(weights(team, both, documents));
        }
        found.extend(reasons(team, [a, b]).into_iter().map(|reason| (0.0, reason)));
        if a.gut_ranking != b.gut_ranking {
            let rankings = [a.gut_ranking.clone(), b.gut_ranking.clone()];
            found.push((0.0, Difference::GutRanking { team: team.clone(), rankings }));
        }
    }
    found
}

fn weights(team: &TeamId, both: [OpenTeam; 2], documents: [&Evaluations; 2]) -> Felt {
    let weighting = Weighting::Team(team.clone());
    let judgements = Box::new(both.map(|team| team.judgement().clone()));
    let of = documents.map(|evaluations| evaluations.of(&weighting).ok());
    let mut shares = Vec::new();
    if let [Some(a), Some(b)] = &of {
        let shared = SharedCells::new(documents[0].scenario(), documents[1].scenario());
        let pairs = shared.criteria.iter().map(|(criterion, here, there)| {
            (criterion.id.clone(), [share(a, *here), share(b, *there)])
        });
        shares = pairs.filter(|(_, pair)| is_another(*pair)).collect();
    }
    let size = |(_, [a, b]): &(NodeId, [f64; 2])| (a - b).abs();
    shares.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let largest = shares.first().map_or(0.0, size);
    (largest, Difference::Weights { team: team.clone(), shares, judgements })
}

fn reasons(team: &TeamId, [a, b]: [&Judged; 2]) -> Vec<Difference> {
    let only_there = b.reasons.keys().filter(|node| !a.reasons.contains_key(*node));
    let of = |judged: &Judged, node: &NodeId| judged.reasons.get(node).cloned().unwrap_or_default();
    let pairs = a.reasons.keys().chain(only_there).map(|node| (node, [of(a, node), of(b, node)]));
    let differ = pairs.filter(|(_, [a, b])| a != b);
    differ
        .map(|(node, reasons)| Difference::Reason {
            team: team.clone(),
            node: node.clone(),
            reasons,
        })
        .collect()
}

/// The cells that differ, in the base and in every shared team's own scores.
fn layers(teams: &[SharedTeam], documents: [&Evaluations; 2]) -> Vec<Felt> {
    let of: [Option<std::sync::Arc<Evaluation>>; 2] =
        documents.map(|evaluations| evaluations.of(&Weighting::Mean).ok());
    let [Some(a), Some(b)] = &of else { return Vec::new() };
    let [left, right] = documents.map(Evaluations::scenario);
    let shared = SharedCells::new(left, right);
    let mut tables = vec![(Layer::Base, [&left.scores, &right.scores])];
    tables.extend(
        teams.iter().filter_map(|team| both_open(*team)).map(|both| {
            (Layer::Team(both[0].id().clone()), both.map(|team| &team.judged().scores))
        }),
    );
    let mut found = Vec::new();
    for (criterion, here, there) in &shared.criteria {
        let worth = worth(a, *here, f64::midpoint(share(a, *here), share(b, *there)));
        for option in &shared.options {
            for (layer, tables) in &tables {
                let cells = tables.map(|table| table.get(&option.id, &criterion.id));
                found.extend(cell(Some(layer), option, criterion, cells, &worth));
            }
        }
    }
    found
}

fn decisions(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    match (&left.decision, &right.decision) {
        (Some(a), Some(b)) => {
            let mut teams: Vec<TeamId> = a.positions.keys().cloned().collect();
            teams.extend(b.positions.keys().filter(|id| !a.positions.contains_key(*id)).cloned());
            let fields = differing(of_decision(a, &teams), of_decision(b, &teams));
            found.extend(fields.map(|(field, values)| Difference::Decision(field, values)));
        }
        (a, b) if a != b => found.push(Difference::Decided(Box::new([a.clone(), b.clone()]))),
        _ => {}
    }
}

fn rounds(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    let [left, right] = &[left, right].map(Scenario::without_sealed_records);
    let names = |side: &Scenario| -> Vec<String> {
        side.rounds.iter().map(|round| round.name.clone()).collect()
    };
    let [here, there] = [left, right].map(names);
    for round in &left.rounds {
        match right.rounds.iter().find(|other| other.name == round.name) {
            None => found.push(Difference::OnlyRound(Which::Left, round.name.clone())),
            Some(other) if other != round => found.push(Difference::Round(round.name.clone())),
            Some(_) => {}
        }
    }
    let new = there.iter().filter(|name| !here.contains(name));
    found.extend(new.map(|name| Difference::OnlyRound(Which::Right, name.clone())));
    let only = |these: &[String], others: &[String]| -> Vec<String> {
        these.iter().filter(|name| others.contains(name)).cloned().collect()
    };
    if only(&here, &there) != only(&there, &here) {
        found.push(Difference::RoundOrder);
    }
}
