//! Every sentence that headings, charts, tables and findings make of awkward documents, read by
//! patterns and held against numbers that are computed anew. A sentence that no pattern knows is a
//! failure: new ones are to be taught here.

mod agreement;
mod charts;
mod compare;
mod documents;
mod findings;
mod firmness;
mod headings;
mod how_firm;
mod judged;
mod judgements;
mod reader;
mod reference;
mod teams;
mod turns_on;
mod weightings;
mod weights;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mizan::evaluation::{Evaluations, Weighting, all_findings};
use mizan::model::{Scenario, Team};

use reference::Reference;

/// A document's weightings that can be seen, each with its team and its numbers.
fn weightings(scenario: &Scenario) -> Vec<(Weighting, Option<&Team>, Reference)> {
    let open = scenario.teams.iter().filter(|team| team.opened().is_some());
    let of_team = |team: &'_ std::sync::Arc<Team>| Weighting::Team(team.id.clone());
    let mut all = vec![(Weighting::Mean, None, Reference::of_mean(scenario))];
    all.extend(
        open.map(|team| (of_team(team), Some(team.as_ref()), Reference::of_team(scenario, team))),
    );
    all
}

/// Names by index.
fn options(scenario: &Scenario, indices: &[usize]) -> Vec<String> {
    indices.iter().map(|index| scenario.options[*index].name.clone()).collect()
}

/// Runs a check over all documents, and tells which one it fails for.
fn for_each_document(check: impl Fn(&Scenario)) {
    for_each(documents::document, check);
}

/// The same over those with judgements of every kind.
fn for_each_judged_document(check: impl Fn(&Scenario)) {
    for_each(documents::judged, check);
}

fn for_each(document: fn(u64) -> Scenario, check: impl Fn(&Scenario)) {
    for seed in 0..documents::COUNT {
        let scenario = document(seed);
        if let Err(why) = catch_unwind(AssertUnwindSafe(|| check(&scenario))) {
            let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
            panic!("document {seed}: {why}\n{scenario:#?}");
        }
    }
}

/// What the checks are worth rests on this.
#[test]
fn the_documents_are_awkward_in_every_way() {
    let all: Vec<Scenario> = (0..documents::COUNT).map(documents::document).collect();
    let holds = |what: &str, is_so: &dyn Fn(&Scenario) -> bool| {
        let count = all.iter().filter(|scenario| is_so(scenario)).count();
        assert!(count >= 20, "{what}: {count}");
    };
    let mean = |is_so: &'static dyn Fn(&Reference) -> bool| {
        move |scenario: &Scenario| is_so(&Reference::of_mean(scenario))
    };
    let state = |state| {
        move |scenario: &Scenario| {
            scenario.teams.iter().any(|team| reference::state(scenario, team) == state)
        }
    };
    holds("no option", &|scenario| scenario.options.is_empty());
    holds("one option", &|scenario| scenario.options.len() == 1);
    holds("no criteria", &|scenario| scenario.criteria.is_empty());
    holds("one criterion", &|scenario| scenario.criteria.len() == 1);
    holds("no team", &|scenario| scenario.teams.is_empty());
    holds("one team", &|scenario| scenario.teams.len() == 1);
    holds("many teams", &|scenario| scenario.teams.len() > 12);
    holds("sealed", &state(reference::State::Sealed));
    holds("not weighed", &state(reference::State::NotYet));
    holds("at work", &state(reference::State::AtWork));
    holds("a tie at the top", &mean(&|numbers| numbers.firsts().len() > 1));
    holds(
        "a full tie",
        &mean(&|numbers| {
            numbers.options().len() > 2 && numbers.firsts().len() == numbers.options().len()
        }),
    );
    holds(
        "all ruled out",
        &mean(&|numbers| {
            !numbers.values.is_empty()
                && numbers.options().all(|option| numbers.is_ruled_out(option))
        }),
    );
    holds("may be first", &mean(&|numbers| !numbers.may_be_first().is_empty()));
    holds("surely ahead", &mean(&|numbers| !numbers.surely_ahead().is_empty()));
    holds(
        "none may",
        &mean(&|numbers| {
            numbers.best().is_some()
                && numbers.may_be_first().is_empty()
                && numbers.options().any(|option| numbers.interval(option).is_some())
        }),
    );
}

/// And of those with judgements of every kind this.
#[test]
fn the_judged_documents_hold_every_kind_of_finding_that_is_read() {
    let found = |scenario: &Scenario| all_findings(&Evaluations::from(scenario));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for seed in 0..documents::COUNT {
        for finding in found(&documents::judged(seed)) {
            *counts.entry(finding.kind.word()).or_default() += 1;
        }
    }
    for word in ["no-swing", "stale", "not-monotone", "inconsistent", "cut", "left-out"] {
        assert!(counts.get(word).is_some_and(|count| *count >= 20), "{word}: {counts:?}");
    }
}
