//! `mizan ballot`: the files to hand out, one a team.

use super::args::BallotCall;
use super::input::{Opened, required};
use super::named::{self, ALL, Beside};
use super::output::{Failure, Report};
use super::written::{self, Over};
use crate::model::TeamId;
use crate::store;
use crate::text::{ballots as words, command_line};

pub fn run(call: &BallotCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    let scenario = &opened.scenario;
    let round = call.round.clone().unwrap_or_else(|| words::round(scenario.rounds.len() + 1));
    let teams = teams(&opened, &call.team)?;
    if teams.is_empty() {
        let message = command_line::of_file(&opened.file, words::NO_OPEN_TEAM);
        return Err(Failure::faulty(message));
    }
    let target = |team: &TeamId| call.output.join(words::file_of(team.as_str()));
    if !call.force
        && let Some(there) = teams.iter().map(&target).find(|target| target.exists())
    {
        let name = command_line::name_of(there.as_os_str());
        let message = command_line::of_file(&name, command_line::THERE_ALREADY);
        return Err(Failure::faulty(message));
    }
    std::fs::create_dir_all(&call.output).map_err(|error| {
        let folder = command_line::name_of(call.output.as_os_str());
        Failure::faulty(command_line::of_file(&folder, &words::no_folder(&error)))
    })?;
    let mut messages = Vec::new();
    for team in &teams {
        let Some(ballot) = store::ballot(scenario, team, &round) else { continue };
        written::write(&ballot, &target(team), Over::of(call.force))?;
        let name = command_line::name_of(target(team).as_os_str());
        messages.push(command_line::of_file(&name, &words::handed_out(team.as_str(), &round)));
    }
    if call.team == ALL {
        let sealed = scenario.teams.iter().filter(|team| team.opened().is_none());
        messages.extend(
            sealed.map(|team| {
                command_line::of_file(&opened.file, &words::left_out(team.id.as_str()))
            }),
        );
    }
    Ok(Report::with(String::new(), messages))
}

/// The teams that are meant; of all those that aren't sealed.
fn teams(opened: &Opened, word: &str) -> Result<Vec<TeamId>, Failure> {
    if word == ALL {
        return Ok(opened.scenario.open_teams().map(|team| team.id().clone()).collect());
    }
    named::team(opened, word, Beside::All)?;
    Ok(vec![named::open_team(opened, word)?.id().clone()])
}
