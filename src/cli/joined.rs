//! Several files of one question, read to stand side by side.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;

use super::findings::Located;
use super::input::{Opened, required};
use super::output::Failure;
use crate::evaluation::different_bases;
use crate::model::{
    Criterion, Finding, Hue, Path, Range, Scenario, Segment, Team, TeamId, id_from_name,
};
use crate::text::{self, command_line};

/// What the teams of one or several files stand on. All grounds have the same options and criteria
/// in the order of the first file, and no team's id twice.
pub struct Joined {
    /// The first file, whose names and order are told; with the teams of all files where these rest
    /// on the same.
    pub first: Opened,
    /// The other files, where they don't.
    others: Vec<Opened>,
    /// The files as they were read, in the order of the call.
    files: Vec<Opened>,
    origins: Vec<Origin>,
    /// What the files differ in.
    pub different: Option<Finding>,
}

/// Where a team comes from.
struct Origin {
    /// The id that it has here.
    team: TeamId,
    /// Index of its file.
    file: usize,
    /// The id that it has there.
    own: TeamId,
}

impl Joined {
    /// Each at its place in the order of the files; a single one where all rest on the same.
    pub fn grounds(&self) -> impl Iterator<Item = &Opened> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The files as they were read, in the order of the call.
    pub fn files(&self) -> impl Iterator<Item = &Opened> {
        self.files.iter()
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
        let file = self.origin(team.as_str()).and_then(|origin| self.files.get(origin.file));
        file.map_or("", |file| file.file.as_str())
    }

    fn origin(&self, team: &str) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.team.as_str() == team)
    }

    /// Findings about the ground at an index, each where it stands: what is about a team in the
    /// file that the team comes from, whatever its id is there.
    pub fn located<'a>(&'a self, ground: usize, findings: &'a [Finding]) -> Vec<Located<'a>> {
        let paths: Vec<(usize, Option<Path>)> =
            findings.iter().map(|finding| self.there(ground, finding.path.as_ref())).collect();
        let places_in = |(index, file): (usize, &Opened)| {
            let own = paths.iter().filter(|(of, _)| *of == index);
            file.places(own.map(|(_, path)| path.as_ref())).into_iter()
        };
        let mut places: Vec<_> = self.files.iter().enumerate().map(places_in).collect();
        let located = |(finding, (file, _)): (&'a Finding, &(usize, Option<Path>))| {
            let place = places.get_mut(*file)?.next()?;
            Some(Located { finding, file: &self.files.get(*file)?.file, place })
        };
        findings.iter().zip(&paths).filter_map(located).collect()
    }

    /// The file that a path of a ground leads into, and the path there.
    fn there(&self, ground: usize, path: Option<&Path>) -> (usize, Option<Path>) {
        let Some(Path(segments)) = path else { return (ground, None) };
        match segments.as_slice() {
            [teams @ Segment::Field("teams"), Segment::Key(team), rest @ ..] => {
                let Some(origin) = self.origin(team) else { return (ground, None) };
                let own = [teams.clone(), Segment::Key(origin.own.to_string())];
                (origin.file, Some(Path(own.into_iter().chain(rest.iter().cloned()).collect())))
            }
            _ => (ground, path.cloned()),
        }
    }
}

/// Reads the files; those behind the first must ask what it asks.
pub fn joined(files: &[OsString]) -> Result<Joined, Failure> {
    let files = files.iter().map(|file| required(file)).collect::<Result<Vec<_>, _>>()?;
    let mut grounds = files.clone().into_iter();
    let mut first = grounds.next().ok_or_else(|| Failure::miscalled(command_line::NO_FILE))?;
    let mut others: Vec<Opened> = grounds.collect();
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
    let mut joined = Joined { origins: Vec::new(), files, first, others, different };
    joined.origins = origins(joined.grounds(), &joined.files);
    if joined.different.is_none() {
        let teams = joined.others.drain(..).flat_map(|other| other.scenario.teams);
        joined.first.scenario.teams.extend(teams);
    }
    Ok(joined)
}

/// Where the teams of each file's ground come from, which hold them in the file's order.
fn origins<'a>(grounds: impl Iterator<Item = &'a Opened>, files: &[Opened]) -> Vec<Origin> {
    let of_file = |(file, (ground, read)): (usize, (&Opened, &Opened))| -> Vec<Origin> {
        let teams = ground.scenario.teams.iter().zip(&read.scenario.teams);
        teams
            .map(|(team, own)| Origin { team: team.id.clone(), file, own: own.id.clone() })
            .collect()
    };
    grounds.zip(files).enumerate().flat_map(of_file).collect()
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
