//! `mizan merge`: teams' ballots into one scenario.

use super::args::{MergeCall, OnConflict};
use super::input::{Opened, required};
use super::output::{Failure, Report};
use super::written::{self, Over};
use crate::evaluation::{Evaluations, other_base};
use crate::model::{Edit, Scenario, faults};
use crate::store::{self, Merged, Unmerged};
use crate::text::{self, Sides, ballots as words, command_line};

pub fn run(call: &MergeCall) -> Result<Report, Failure> {
    let base = required(&call.base)?;
    let ballots: Vec<Opened> =
        call.ballots.iter().map(|ballot| required(ballot)).collect::<Result<_, _>>()?;
    let empty = ballots.iter().find(|ballot| ballot.scenario.teams.is_empty());
    if let Some(empty) = empty {
        return Err(Failure::faulty(command_line::of_file(&empty.file, words::NO_TEAM)));
    }
    let taken = ballots
        .iter()
        .map(|ballot| fitted(&base, ballot, call))
        .collect::<Result<Vec<Scenario>, Failure>>()?;
    let how = match call.on_conflict {
        OnConflict::Fail => store::OnConflict::Fail,
        OnConflict::Newest => store::OnConflict::Newest,
        OnConflict::Both => store::OnConflict::Both,
    };
    let merged = store::merge(&base.scenario, &taken, how)
        .map_err(|found| Failure::faulty(unmerged(&base, &ballots, &found)))?;
    if let Some(fault) = faults(&merged.scenario, None).first() {
        let message = words::breaks_rules(&text::fault(fault));
        return Err(Failure::faulty(command_line::of_file(&base.file, &message)));
    }
    written::write(&merged.scenario, &call.output, Over::of(call.force))?;
    Ok(Report::with(String::new(), told(call, &merged, &ballots)))
}

/// A ballot as it can be taken in: as it is where it rests on the base; else, where that is asked
/// for, without what is about what the base doesn't have.
fn fitted(base: &Opened, ballot: &Opened, call: &MergeCall) -> Result<Scenario, Failure> {
    if store::is_of_base(&ballot.scenario, &base.scenario) {
        return Ok(ballot.scenario.clone());
    }
    let refused = |message: &str| Failure::faulty(command_line::of_file(&ballot.file, message));
    if call.other_base.is_none() {
        return Err(refused(&words::other_base(&differences(base, ballot))));
    }
    without_what_is_gone(&base.scenario, &ballot.scenario).ok_or_else(|| {
        let sealed = ballot.scenario.teams.iter().filter(|team| team.opened().is_none());
        let sealed: Vec<&str> = sealed.map(|team| team.id.as_str()).collect();
        refused(&words::sealed_on_other_base(&sealed))
    })
}

/// What of the base is another in a ballot, in sentences.
fn differences(base: &Opened, ballot: &Opened) -> Vec<String> {
    let [here, there] = [base, ballot].map(|opened| Evaluations::from(&opened.scenario));
    let documents = [base.for_people(), ballot.for_people()];
    let names = [base, ballot].map(|opened| command_line::shown_name(&opened.file));
    let sides =
        Sides { names: names.each_ref().map(String::as_str), documents: documents.each_ref() };
    let found = other_base(&here, &there);
    let told: Vec<String> =
        found.iter().map(|it| text::one_line(&text::difference(sides, it))).collect();
    if told.is_empty() { vec![words::OTHER_BY_HASH.to_owned()] } else { told }
}

/// A ballot without the options, criteria, groups and assumptions that a base doesn't have, what a
/// team judged and scored there going with them; none where that would touch what is sealed.
fn without_what_is_gone(base: &Scenario, ballot: &Scenario) -> Option<Scenario> {
    let evaluations = Evaluations::from(ballot);
    let given = || evaluations.given_shares().clone();
    let options = ballot.options.iter().map(|option| &option.id);
    let options = options.filter(|id| base.option(id).is_none()).cloned().map(Edit::RemoveOption);
    let criteria = ballot.criteria.iter().map(|criterion| &criterion.id);
    let criteria = criteria.filter(|id| base.criterion(id).is_none());
    let criteria = criteria.map(|id| Edit::RemoveCriterion(id.clone(), given()));
    let groups = ballot.groups.iter().map(|group| &group.id);
    let groups = groups.filter(|id| base.group(id).is_none());
    let groups = groups.map(|id| Edit::RemoveGroup(id.clone(), given()));
    let assumptions = ballot.assumptions.iter().map(|assumption| &assumption.id);
    let assumptions = assumptions.filter(|id| base.assumption(id).is_none());
    let assumptions = assumptions.cloned().map(Edit::RemoveAssumption);
    let edits: Vec<Edit> = options.chain(criteria).chain(groups).chain(assumptions).collect();
    if edits.is_empty() {
        return Some(ballot.clone());
    }
    ballot.edited(&Edit::Several(edits)).ok()
}

/// Everything that is in the way, a line each.
fn unmerged(base: &Opened, ballots: &[Opened], found: &[Unmerged]) -> String {
    let file = |place: usize| ballots.get(place).map_or("", |ballot| ballot.file.as_str());
    let line = |unmerged: &Unmerged| match unmerged {
        Unmerged::Conflict { team, ballots, is_base_later } => {
            let files: Vec<&str> = ballots.iter().map(|place| file(*place)).collect();
            words::conflict(team.as_str(), &files, *is_base_later)
        }
        Unmerged::Source { source, ballots } => {
            words::sources_differ(source.as_str(), ballots.map(file))
        }
    };
    let lines = found.iter().map(|it| command_line::of_file(&base.file, &line(it)));
    lines.collect::<Vec<_>>().join("\n")
}

/// What was taken in, and who weighed knowing totals on its own laptop.
fn told(call: &MergeCall, merged: &Merged, ballots: &[Opened]) -> Vec<String> {
    let ids = |teams: &'_ [crate::model::TeamId]| -> Vec<String> {
        teams.iter().map(ToString::to_string).collect()
    };
    let (new, changed) = (ids(&merged.new), ids(&merged.changed));
    let [new, changed] =
        [&new, &changed].map(|ids| ids.iter().map(String::as_str).collect::<Vec<_>>());
    let name = command_line::name_of(call.output.as_os_str());
    let mut messages = vec![command_line::of_file(&name, &words::taken_in(&new, &changed))];
    for ballot in ballots {
        let shown = ballot.scenario.workshop.as_ref().and_then(|it| it.shown.as_ref());
        let knew = ballot.scenario.open_teams().filter(|team| {
            let weighed = team.judgement().weighed.as_ref();
            weighed.zip(shown).is_some_and(|(weighed, shown)| weighed.is_later_than(shown))
        });
        messages.extend(
            knew.map(|team| command_line::of_file(&ballot.file, &words::knew(team.id().as_str()))),
        );
    }
    messages
}
