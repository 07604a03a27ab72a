//! What the words of a call name in a scenario: a team, a weighting, a method.

use std::sync::Arc;

use super::input::Opened;
use super::output::Failure;
use crate::evaluation::{Evaluation, Weighting, Withheld, evaluate};
use crate::model::{Method, OpenTeam, Scenario, Team, nearest};
use crate::text::{self, command_line};

/// The word for the mean of the teams.
const MEAN: &str = "mean";
/// The word for every team.
pub const ALL: &str = "all";

/// What `--team` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teams<'a> {
    All,
    /// One weighting, by its word; none: the only team's, else the mean's.
    One(Option<&'a str>),
}

impl<'a> Teams<'a> {
    pub fn of(word: Option<&'a str>) -> Self {
        if word == Some(ALL) { Self::All } else { Self::One(word) }
    }
}

/// What `--team` takes beside a team's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Nothing,
    Mean,
    All,
    MeanAndAll,
}

impl Beside {
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &[],
            Self::Mean => &[MEAN],
            Self::All => &[ALL],
            Self::MeanAndAll => &[MEAN, ALL],
        }
    }
}

/// The team of this id.
pub fn team<'a>(opened: &'a Opened, id: &str, beside: Beside) -> Result<&'a Arc<Team>, Failure> {
    let teams = &opened.scenario.teams;
    teams.iter().find(|team| team.id.as_str() == id).ok_or_else(|| {
        let ids = teams.iter().map(|team| team.id.as_str());
        no_team(id, ids.chain(beside.words().iter().copied()))
    })
}

/// There is no team of this id among these.
pub fn no_team<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let known: Vec<&str> = known.collect();
    let advice = match nearest(id, known.iter().copied()) {
        None if known.is_empty() => command_line::NO_TEAMS.to_owned(),
        near => command_line::advice(near.as_deref(), &known),
    };
    Failure::miscalled(&command_line::no_team(id, &advice))
}

/// The weighting that is meant: the only team's, else the mean's, where none is named.
pub fn weighting(
    opened: &Opened,
    word: Option<&str>,
    beside: Beside,
) -> Result<Weighting, Failure> {
    match word {
        None => Ok(Weighting::of_default(&opened.scenario)),
        Some(MEAN) => Ok(Weighting::Mean),
        Some(id) => Ok(Weighting::Team(team(opened, id, beside)?.id.clone())),
    }
}

/// What `--team` calls a weighting.
pub fn word_of(weighting: &Weighting) -> &str {
    match weighting {
        Weighting::Mean => MEAN,
        Weighting::Team(id) => id.as_str(),
    }
}

/// The method that is meant: the scenario's where none is named.
pub fn method(scenario: &Scenario, word: Option<&str>) -> Result<Method, Failure> {
    let Some(word) = word else { return Ok(scenario.method) };
    // The scenario's own knows its v.
    let mut known = std::iter::once(scenario.method).chain(Method::ALL);
    known.find(|method| method.word() == word).ok_or_else(|| {
        let known = Method::ALL.map(Method::word);
        let advice = command_line::advice(nearest(word, known).as_deref(), &known);
        Failure::miscalled(&command_line::no_method(word, &advice))
    })
}

/// The document under a weighting; a failure where its team is sealed.
pub fn evaluated(opened: &Opened, weighting: &Weighting) -> Result<Evaluation, Failure> {
    evaluate(&opened.scenario, weighting).map_err(|reason| withheld(opened, &reason))
}

/// The team of this id with its record; a failure where it is sealed.
pub fn open_team<'a>(opened: &'a Opened, id: &str) -> Result<OpenTeam<'a>, Failure> {
    let id = &team(opened, id, Beside::Nothing)?.id;
    let reason = || withheld(opened, &Withheld::Sealed(id.clone()));
    opened.scenario.open_team(id).ok_or_else(reason)
}

fn withheld(opened: &Opened, reason: &Withheld) -> Failure {
    Failure::faulty(command_line::of_file(&opened.file, &text::withheld(reason)))
}
