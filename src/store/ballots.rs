//! Ballots: a scenario as it is handed out to one team, and what teams hand in merged into one
//! scenario, to the same document whatever the order of the ballots.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::canonical;
use super::seal::ballot_hash;
use super::to_v1::{self, Order};
use crate::model::{Ballot, Scenario, Source, SourceId, Team, TeamId, Timestamp, id_from_name};

/// The scenario as a team gets it, without what is the facilitator's and without other teams, for a
/// round. None where the team isn't there, or is sealed.
pub fn ballot(scenario: &Scenario, team: &TeamId, round: &str) -> Option<Scenario> {
    let open = scenario.open_team(team)?;
    Some(Scenario {
        notes: String::new(),
        teams: vec![Arc::new(open.team().clone())],
        rounds: Vec::new(),
        decision: None,
        ballot: Some(Ballot { of: ballot_hash(scenario), round: round.to_owned() }),
        ..scenario.clone()
    })
}

/// Whether a ballot was handed out for this very base, and still rests on it: options, criteria and
/// base scores are the same.
pub fn is_of_base(ballot: &Scenario, base: &Scenario) -> bool {
    let of = ballot_hash(base);
    let is_handed_out_for = ballot.ballot.as_ref().is_none_or(|ballot| ballot.of == of);
    is_handed_out_for && ballot_hash(ballot) == of
}

/// What becomes of ballots of one team that differ, and of one against a base whose team weighed
/// later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    Fail,
    /// That which was weighed last.
    Newest,
    /// All, by when they were weighed, each as a team of its own.
    Both,
}

/// A scenario with what teams handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub scenario: Scenario,
    /// The teams whose record is another now, or that are new, by their ids in the scenario.
    pub changed: Vec<TeamId>,
    pub new: Vec<TeamId>,
}

/// Why ballots can't be merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmerged {
    /// Several that differ were handed in for a team, or it weighed later in the base: the team,
    /// and which ballots, by their places.
    Conflict { team: TeamId, ballots: Vec<usize>, is_base_later: bool },
    /// Two ballots cite different sources by one id, which the base doesn't have.
    Source { source: SourceId, ballots: [usize; 2] },
}

/// What was handed in for a team, or stands in the base.
#[derive(Clone)]
struct Record<'a> {
    team: &'a Arc<Team>,
    /// When it was weighed, or sealed.
    weighed: Option<Timestamp>,
    /// All of it as its file says, which puts those weighed at one time in order; told to nobody.
    print: String,
    /// The ballot's place; none: the base's.
    ballot: Option<usize>,
}

impl<'a> Record<'a> {
    fn new(scenario: &Scenario, team: &'a Arc<Team>, ballot: Option<usize>) -> Self {
        let sealed = team.seal().map(|seal| seal.at.clone());
        let open = team.as_open().and_then(|open| open.judgement().weighed.clone());
        let print = canonical::text(&canonical::value(&to_v1::team(team, &Order::of(scenario))));
        Self { team, weighed: sealed.or(open), print, ballot }
    }

    fn is_later_than(&self, other: &Self) -> bool {
        match (&self.weighed, &other.weighed) {
            (Some(own), Some(other)) => own.is_later_than(other),
            (own, other) => own.is_some() && other.is_none(),
        }
    }
}

/// Takes teams out of ballots into a base, with the sources that their evidence cites. Teams of the
/// base stay in their places, new ones follow by id.
///
/// # Errors
/// Everything that is in the way; nothing is merged in part.
pub fn merge(
    base: &Scenario,
    ballots: &[Scenario],
    on_conflict: OnConflict,
) -> Result<Merged, Vec<Unmerged>> {
    let mut handed_in: BTreeMap<&TeamId, Vec<Record>> = BTreeMap::new();
    for (place, ballot) in ballots.iter().enumerate() {
        for team in &ballot.teams {
            let records = handed_in.entry(&team.id).or_default();
            let record = Record::new(ballot, team, Some(place));
            if !records.iter().any(|known| known.team == record.team) {
                records.push(record);
            }
        }
    }
    let mut taken: Vec<Record> = Vec::new();
    let mut copies: Vec<Record> = Vec::new();
    let mut unmerged: Vec<Unmerged> = Vec::new();
    for (id, mut records) in handed_in {
        let own = base.team(id).map(|team| Record::new(base, team, None));
        records.retain(|record| !own.as_ref().is_some_and(|own| own.team == record.team));
        let Some(first) = records.first() else { continue };
        let is_base_later = own.as_ref().is_some_and(|own| own.is_later_than(first));
        let is_conflict = records.len() > 1 || is_base_later;
        if is_conflict && on_conflict == OnConflict::Fail {
            let ballots = records.iter().filter_map(|record| record.ballot).collect();
            unmerged.push(Unmerged::Conflict { team: id.clone(), ballots, is_base_later });
            continue;
        }
        records.extend(own.filter(|_| is_base_later));
        records.sort_by(|a, b| {
            let order = (b.is_later_than(a), a.is_later_than(b));
            order.1.cmp(&order.0).then_with(|| a.print.cmp(&b.print))
        });
        if is_conflict && on_conflict == OnConflict::Both {
            copies.extend(records.drain(1..));
            taken.extend(records);
        } else {
            taken.extend(records.pop());
        }
    }
    let sources = sources(base, ballots, taken.iter().chain(&copies), &mut unmerged);
    if unmerged.is_empty() { Ok(merged(base, (taken, copies), sources)) } else { Err(unmerged) }
}

/// Puts records in their places; copies under ids of their own.
fn merged(
    base: &Scenario,
    (taken, copies): (Vec<Record>, Vec<Record>),
    sources: BTreeMap<SourceId, Source>,
) -> Merged {
    let mut scenario = base.clone();
    let (mut changed, mut new) = (Vec::new(), Vec::new());
    let mut added: BTreeMap<TeamId, Arc<Team>> = BTreeMap::new();
    for record in taken {
        let id = record.team.id.clone();
        match scenario.teams.iter_mut().find(|team| team.id == id) {
            Some(_) if record.ballot.is_none() => {}
            Some(place) => {
                *place = Arc::clone(record.team);
                changed.push(id);
            }
            None => drop(added.insert(id, Arc::clone(record.team))),
        }
    }
    for record in copies {
        let ids = scenario.teams.iter().map(|team| &team.id).chain(added.keys());
        let taken: BTreeSet<String> = ids.map(ToString::to_string).collect();
        let id = id_from_name(record.team.id.as_str(), "team", |id| taken.contains(id));
        let id = TeamId::provisional(&id);
        let mut team = Team::clone(record.team);
        team.id = id.clone();
        added.insert(id, Arc::new(team));
    }
    new.extend(added.keys().cloned());
    scenario.teams.extend(added.into_values());
    scenario.sources.extend(sources);
    Merged { scenario, changed, new }
}

/// The sources that records cite and that the base doesn't have.
fn sources<'a>(
    base: &Scenario,
    ballots: &[Scenario],
    records: impl Iterator<Item = &'a Record<'a>>,
    unmerged: &mut Vec<Unmerged>,
) -> BTreeMap<SourceId, Source> {
    let mut found: BTreeMap<SourceId, (usize, Source)> = BTreeMap::new();
    for record in records {
        let Some((place, ballot)) = record.ballot.and_then(|at| Some((at, ballots.get(at)?)))
        else {
            continue;
        };
        for id in cited(ballot, record.team) {
            let Some(source) = ballot.sources.get(&id) else { continue };
            if base.sources.contains_key(&id) {
                continue;
            }
            match found.get(&id) {
                Some((other, known)) if known != source => {
                    let ballots = [*other, place];
                    unmerged.push(Unmerged::Source { source: id, ballots });
                }
                Some(_) => {}
                None => drop(found.insert(id, (place, source.clone()))),
            }
        }
    }
    found.into_iter().map(|(id, (_, source))| (id, source)).collect()
}

/// The sources that a team's evidence cites, sealed or not: as its file says.
fn cited(ballot: &Scenario, team: &Team) -> BTreeSet<SourceId> {
    let mirror = to_v1::team(team, &Order::of(ballot));
    let cells = mirror.scores.0.values().flat_map(|row| row.0.values());
    let evidence = cells.flat_map(|cell| &cell.evidence);
    evidence.filter_map(|evidence| SourceId::new(&evidence.source)).collect()
}
