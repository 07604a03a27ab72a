//! Things that only one document has: taken out, or brought in with all that both documents have
//! room for.

use super::documents::{both_open, shared_teams};
use super::half::Half;
use crate::model::{
    Alternative, Appearance, AssumptionId, Criterion, Edit, Layer, Letter, NodeId, OpenTeam,
    OptionId, Range, Reference, Scenario, Score, ScoreTable, SourceId, Team, TeamId,
};

/// One edit of several.
pub(super) fn joined(mut edits: Vec<Edit>) -> Edit {
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => {
            edits.extend(last);
            Edit::Several(edits)
        }
    }
}

/// A cell of a layer.
pub(super) fn layer_score<'a>(
    scenario: &'a Scenario,
    layer: &Layer,
    option: &OptionId,
    criterion: &NodeId,
) -> Option<&'a Score> {
    match layer {
        Layer::Base => scenario.scores.get(option, criterion),
        Layer::Team(team) => scenario.open_team(team)?.own_cell(option, criterion),
    }
}

/// Takes a thing out that only the left document has. The letter of an option goes to the one that
/// bears it in the other document.
pub(super) fn removed(left: Half, from: &Scenario, kind: Reference, id: &str) -> Option<Edit> {
    let given = || left.evaluations.given_shares().clone();
    Some(match kind {
        Reference::Option => removed_option(left.scenario(), from, OptionId::new(id)?),
        Reference::Criterion | Reference::Node => Edit::RemoveCriterion(NodeId::new(id)?, given()),
        Reference::Group => Edit::RemoveGroup(NodeId::new(id)?, given()),
        Reference::Team => Edit::RemoveTeam(TeamId::new(id)?),
        Reference::Source => Edit::RemoveSource(SourceId::new(id)?),
        Reference::Assumption => Edit::RemoveAssumption(AssumptionId::new(id)?),
    })
}

fn removed_option(left: &Scenario, from: &Scenario, id: OptionId) -> Edit {
    let letter = left.option(&id).map(|option| option.letter.clone());
    let heir = letter.and_then(|letter| {
        let other = from.options.iter().find(|option| option.letter == letter)?;
        Some(Alternative { letter, ..left.option(&other.id)?.clone() })
    });
    joined(std::iter::once(Edit::RemoveOption(id)).chain(heir.map(Edit::ChangeOption)).collect())
}

/// Adds a thing of the other document with its scores, as far as the left one has the other ends of
/// them, in the place that it has there.
pub(super) fn added(left: &Scenario, from: &Scenario, kind: Reference, id: &str) -> Option<Edit> {
    Some(match kind {
        Reference::Option => added_option(left, from, &OptionId::new(id)?)?,
        Reference::Criterion | Reference::Node => added_criterion(left, from, &NodeId::new(id)?)?,
        Reference::Group => joined(parents(left, from, [&NodeId::new(id)?])),
        Reference::Team => added_team(left, from, &TeamId::new(id)?)?,
        Reference::Source => Edit::SetSource(SourceId::new(id)?, from.sources.get(id)?.clone()),
        Reference::Assumption => added_assumption(left, from, &AssumptionId::new(id)?)?,
    })
}

/// An assumption comes in bare: what scores are without it differs in each cell for itself.
fn added_assumption(left: &Scenario, from: &Scenario, id: &AssumptionId) -> Option<Edit> {
    let ids = [left, from].map(|side| side.assumptions.iter().map(|it| &it.id).collect::<Vec<_>>());
    Some(Edit::AddAssumption(from.assumption(id)?.clone(), place_of(&ids, id)))
}

fn added_option(left: &Scenario, from: &Scenario, id: &OptionId) -> Option<Edit> {
    let (option, bearer) = lettered(left, from, from.option(id)?);
    let ids = [left, from].map(|side| side.options.iter().map(|it| &it.id).collect::<Vec<_>>());
    let at = place_of(&ids, id);
    let cells = cells(left, from).filter(|cell| cell.option == id);
    let known = cells.filter(|cell| left.criterion(cell.criterion).is_some());
    let mut edits: Vec<Edit> = bearer.map(Edit::ChangeOption).into_iter().collect();
    edits.push(Edit::AddOption(option, at));
    edits.extend(brought(left, from, known.collect()));
    Some(joined(edits))
}

/// An option as it comes in, and the one that gives its letter up for it. One that both documents
/// have takes the letter that it bears in the other; one that only the left document has keeps its
/// own, and what comes in takes a free one.
fn lettered(
    left: &Scenario,
    from: &Scenario,
    option: &Alternative,
) -> (Alternative, Option<Alternative>) {
    let is_taken = |letter: &Letter| left.options.iter().any(|known| known.letter == *letter);
    let free = || {
        let known = left.options.iter().chain([option]).map(|option| &option.letter);
        Appearance::default().with_letters(known).letter()
    };
    let Some(bearer) = left.options.iter().find(|known| known.letter == option.letter) else {
        return (option.clone(), None);
    };
    match from.option(&bearer.id) {
        None => (Alternative { letter: free(), ..option.clone() }, None),
        Some(other) => {
            let letter = Some(&other.letter).filter(|letter| !is_taken(letter)).cloned();
            let letter = letter.unwrap_or_else(free);
            (option.clone(), Some(Alternative { letter, ..bearer.clone() }))
        }
    }
}

fn added_criterion(left: &Scenario, from: &Scenario, id: &NodeId) -> Option<Edit> {
    let criterion = from.criterion(id)?;
    let ids = [left, from].map(|side| side.criteria.iter().map(|it| &it.id).collect::<Vec<_>>());
    let mut edits = parents(left, from, &criterion.group);
    edits.push(Edit::AddCriterion(criterion.clone(), place_of(&ids, id)));
    let cells = cells(left, from).filter(|cell| cell.criterion == id);
    let known = cells.filter(|cell| left.option(cell.option).is_some());
    edits.extend(brought(left, from, known.collect()));
    Some(joined(edits))
}

/// A team comes in whole, with its weights, reasons, gut ranking and own scores; of the latter
/// those wait for their option or criterion that speak of one that isn't there. A sealed team can't
/// be brought in.
fn added_team(left: &Scenario, from: &Scenario, id: &TeamId) -> Option<Edit> {
    let other = from.open_team(id)?;
    let mut judged = other.judged().clone();
    let is_known = |cell: &Cell| {
        left.option(cell.option).is_some() && left.criterion(cell.criterion).is_some()
    };
    let own: Vec<Cell> = team_cells(other).filter(is_known).collect();
    let is_whole = own.len() == judged.scores.cells().count();
    judged.seal = judged.seal.filter(|_| is_whole);
    judged.scores = ScoreTable::default();
    for cell in &own {
        judged.scores.set(cell.option.clone(), cell.criterion.clone(), cell.score.clone());
    }
    let ids = [left, from].map(|side| side.teams.iter().map(|it| &it.id).collect::<Vec<_>>());
    let team: Team = other.team().clone().judging(judged);
    let mut edits = needed(left, from, &own);
    edits.push(Edit::AddTeam(team, place_of(&ids, id)));
    Some(joined(edits))
}

/// A cell of the other document.
struct Cell<'a> {
    layer: Layer,
    option: &'a OptionId,
    criterion: &'a NodeId,
    score: &'a Score,
}

/// The other document's cells, in the base and in the teams that are open in both.
fn cells<'a>(left: &Scenario, from: &'a Scenario) -> impl Iterator<Item = Cell<'a>> {
    let layers = layers(left, from);
    layers.into_iter().flat_map(move |layer| {
        let table = match &layer {
            Layer::Base => Some(&from.scores),
            Layer::Team(team) => from.open_team(team).map(|team| &team.judged().scores),
        };
        let cells = table.into_iter().flat_map(ScoreTable::cells);
        cells.map(move |(option, criterion, score)| Cell {
            layer: layer.clone(),
            option,
            criterion,
            score,
        })
    })
}

fn team_cells(team: OpenTeam<'_>) -> impl Iterator<Item = Cell<'_>> {
    team.judged().scores.cells().map(move |(option, criterion, score)| Cell {
        layer: Layer::Team(team.id().clone()),
        option,
        criterion,
        score,
    })
}

/// The edits that bring cells in, with the sources that they cite and the ranges that they need.
fn brought(left: &Scenario, from: &Scenario, cells: Vec<Cell>) -> Vec<Edit> {
    let mut edits = needed(left, from, &cells);
    edits.extend(cells.into_iter().map(|cell| {
        let score = Some(cell.score.clone());
        Edit::SetScore(cell.layer, cell.option.clone(), cell.criterion.clone(), score)
    }));
    edits
}

/// What has to be there before cells can come in: the sources that they cite, and the ranges of
/// criteria in whose present ones they don't lie.
fn needed(left: &Scenario, from: &Scenario, cells: &[Cell]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut ranged: Vec<&NodeId> = Vec::new();
    for cell in cells {
        for missing in missing(left, from, cell.score) {
            if !edits.contains(&missing) {
                edits.push(missing);
            }
        }
        let range = left.criterion(cell.criterion).map(|criterion| criterion.range);
        if range.is_some_and(|range| !fits(cell.score, range)) && !ranged.contains(&cell.criterion)
        {
            ranged.push(cell.criterion);
        }
    }
    edits.extend(ranged.into_iter().flat_map(|criterion| with_range(left, from, criterion)));
    edits
}

/// What a cell refers to and the left document lacks: the sources that it cites, the assumptions
/// that it knows.
fn missing(left: &Scenario, from: &Scenario, score: &Score) -> Vec<Edit> {
    let cited = score.evidence.iter().map(|evidence| &evidence.source);
    let sources = cited.filter(|id| !left.sources.contains_key(*id));
    let sources =
        sources.filter_map(|id| Some(Edit::SetSource(id.clone(), from.sources.get(id)?.clone())));
    let unknown = score.otherwise.keys().filter(|id| left.assumption(id).is_none());
    sources.chain(unknown.filter_map(|id| added_assumption(left, from, id))).collect()
}

/// A score's edit together with what it refers to and the left document lacks.
pub(super) fn with_missing(
    left: &Scenario,
    from: &Scenario,
    score: Option<&Score>,
    edit: Edit,
) -> Edit {
    let mut edits = score.map_or_else(Vec::new, |score| missing(left, from, score));
    edits.push(edit);
    joined(edits)
}

/// The edits that add groups which only the other document has, and those that they lie in.
pub(super) fn parents<'a>(
    left: &Scenario,
    from: &Scenario,
    groups: impl IntoIterator<Item = &'a NodeId>,
) -> Vec<Edit> {
    let mut missing: Vec<NodeId> = Vec::new();
    for group in groups {
        let mut next = Some(group.clone());
        while let Some(id) = next.filter(|id| left.group(id).is_none() && !missing.contains(id)) {
            next = from.group(&id).and_then(|group| group.group.clone());
            missing.push(id);
        }
    }
    let mut ids = [left, from].map(|side| side.groups.iter().map(|it| &it.id).collect::<Vec<_>>());
    let added = from.groups.iter().filter(|group| missing.contains(&group.id));
    let add = added.map(|group| {
        let at = place_of(&ids, &group.id);
        ids[0].insert(at, &group.id);
        Edit::AddGroup(group.clone(), at)
    });
    add.collect()
}

/// Where a thing goes that only the other list has: behind the last of those before it there that
/// this one has too.
fn place_of<I: PartialEq>([own, other]: &[Vec<&I>; 2], id: &I) -> usize {
    let before = other.iter().take_while(|known| **known != id);
    let places = before.filter_map(|known| own.iter().position(|it| it == known));
    places.max().map_or(0, |place| place + 1)
}

/// A criterion's range as the right document has it, with its scores in place of those that don't
/// lie in it.
pub(super) fn with_range(left: &Scenario, from: &Scenario, id: &NodeId) -> Vec<Edit> {
    let Some((own, other)) = left.criterion(id).zip(from.criterion(id)) else { return Vec::new() };
    let layers = layers(left, from);
    let mut edits = vec![Edit::ChangeCriterion(Criterion { range: other.range, ..own.clone() })];
    for option in from.options.iter().map(|option| &option.id) {
        for layer in &layers {
            let misfit =
                layer_score(left, layer, option, id).is_some_and(|it| !fits(it, other.range));
            if misfit {
                let score = layer_score(from, layer, option, id);
                let set = Edit::SetScore(layer.clone(), option.clone(), id.clone(), score.cloned());
                edits.push(with_missing(left, from, score, set));
            }
        }
    }
    edits
}

/// The base, and the teams that are open in both.
fn layers(left: &Scenario, from: &Scenario) -> Vec<Layer> {
    let teams = shared_teams(left, from).into_iter().filter_map(both_open);
    let own = teams.map(|[own, _]| Layer::Team(own.id().clone()));
    std::iter::once(Layer::Base).chain(own).collect()
}

/// Whether a cell lies within a range, its low and high too.
fn fits(cell: &Score, range: Range) -> bool {
    let Range::Fixed(min, max) = range else { return true };
    cell.numbers().all(|it| (min..=max).contains(&it))
}
