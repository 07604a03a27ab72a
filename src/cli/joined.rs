//! Several files of one question, read to stand side by side.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;

use super::input::{Opened, required};
use super::output::Failure;
use crate::evaluation::different_bases;
use crate::model::{Criterion, Finding, Hue, Range, Scenario, Team, TeamId, id_from_name};
use crate::text::{self, command_line};

/// What the teams of one or several files stand on. All grounds have the same options and criteria
/// in the order of the first file, and no team's id twice.
pub struct Joined {
    /// The first file, whose names and order are told; with the teams of all files where these rest
    /// on the same.
    pub first: Opened,
    /// The other files, where they don't.
    others: Vec<Opened>,
    /// Each team's file.
    files: Vec<(TeamId, String)>,
    /// What the files differ in.
    pub different: Option<Finding>,
}

impl Joined {
    pub fn grounds(&self) -> impl Iterator<Item = &Opened> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// All teams in the order of the files.
    pub fn teams(&self) -> impl Iterator<Item = &Arc<Team>> {
        self.grounds().flat_map(|ground| &ground.scenario.teams)
    }

    /// The first file's scenario with all teams, as a terminal shows it.
    pub fn for_people(&self) -> Scenario {
        let teams = self.teams().cloned().collect();
        text::for_terminal(&Scenario { teams, ..self.first.scenario.clone() })
    }

    pub fn file_of(&self, team: &TeamId) -> &str {
        let found = self.files.iter().find(|(known, _)| known == team);
        found.map_or("", |(_, file)| file.as_str())
    }
}

/// Reads the files; those behind the first must ask what it asks.
pub fn joined(files: &[OsString]) -> Result<Joined, Failure> {
    let all = files.iter().map(|file| required(file)).collect::<Result<Vec<_>, _>>()?;
    let mut all = all.into_iter();
    let mut first = all.next().ok_or_else(|| Failure::miscalled(command_line::NO_FILE))?;
    let mut others: Vec<Opened> = all.collect();
    let mut taken: BTreeSet<TeamId> = BTreeSet::new();
    tell_teams_apart(&mut first.scenario, &mut taken);
    for other in &mut others {
        if !is_comparable(&other.scenario, &first.scenario) {
            let what = command_line::other_questions(&first.file);
            return Err(Failure::faulty(command_line::of_file(&other.file, &what)));
        }
        in_order_of(&first.scenario, &mut other.scenario);
        tell_teams_apart(&mut other.scenario, &mut taken);
    }
    let scenarios = std::iter::once(&first).chain(&others).map(|ground| &ground.scenario);
    let different = different_bases(&scenarios.collect::<Vec<_>>());
    let mut joined = Joined { files: Vec::new(), first, others, different };
    joined.files = joined.grounds().flat_map(teams_of).collect();
    if joined.different.is_none() {
        let teams = joined.others.drain(..).flat_map(|other| other.scenario.teams);
        joined.first.scenario.teams.extend(teams);
    }
    Ok(joined)
}

fn teams_of(ground: &Opened) -> impl Iterator<Item = (TeamId, String)> {
    ground.scenario.teams.iter().map(|team| (team.id.clone(), ground.file.clone()))
}

/// Whether two files ask the same, so that their teams can stand side by side. Base scores may be
/// others or missing, ranges and must-haves others, and whatever is only told.
fn is_comparable(a: &Scenario, b: &Scenario) -> bool {
    let tree = |scenario: &Scenario| -> Vec<(String, Option<String>)> {
        let mut groups: Vec<_> = scenario
            .groups
            .iter()
            .map(|group| (group.id.to_string(), group.group.as_ref().map(ToString::to_string)))
            .collect();
        groups.sort();
        groups
    };
    let options = |scenario: &Scenario| {
        scenario.options.iter().map(|option| option.id.clone()).collect::<BTreeSet<_>>()
    };
    let has = |criterion: &Criterion| {
        b.criterion(&criterion.id).is_some_and(|other| asked(other) == asked(criterion))
    };
    tree(a) == tree(b)
        && options(a) == options(b)
        && a.criteria.len() == b.criteria.len()
        && a.criteria.iter().all(has)
}

/// What a criterion asks, without what is only told and without what each file may say for itself.
fn asked(criterion: &Criterion) -> Criterion {
    let empty = String::new;
    Criterion {
        name: empty(),
        short: empty(),
        note: empty(),
        hue: Hue::nth(0),
        unit: empty(),
        labels: Vec::new(),
        range: Range::Observed,
        must_have: None,
        ..criterion.clone()
    }
}

/// Puts a scenario's options and criteria into the order of another that has the same.
fn in_order_of(first: &Scenario, other: &mut Scenario) {
    other.options.sort_by_key(|own| first.options.iter().position(|known| known.id == own.id));
    other.criteria.sort_by_key(|own| first.criteria.iter().position(|known| known.id == own.id));
}

/// Gives a number to each team's id that is taken.
fn tell_teams_apart(scenario: &mut Scenario, taken: &mut BTreeSet<TeamId>) {
    for team in &mut scenario.teams {
        if taken.contains(&team.id) {
            let is_taken = |id: &str| taken.iter().any(|known| known.as_str() == id);
            let id = TeamId::provisional(&id_from_name(team.id.as_str(), "team", is_taken));
            Arc::make_mut(team).id = id;
        }
        taken.insert(team.id.clone());
    }
}
