//! Whose weights a page says it shows.

use mizan::evaluation::evaluate;
use mizan::model::Scenario;
use mizan::text::weighting_name;
use mizan::text::weightings::weights_and_scores;

use crate::reader::{plain, read};
use crate::reference::{State, state, weighed};
use crate::{for_each_document, for_each_judged_document, weightings};

#[test]
fn weights_are_said_to_be_whose_they_are() {
    for_each_document(are_whose);
}

#[test]
fn judgements_of_every_kind_are_said_to_be_whose_they_are() {
    for_each_judged_document(are_whose);
}

fn are_whose(scenario: &Scenario) {
    for (weighting, team, _) in weightings(scenario) {
        let how_far = evaluate(scenario, &weighting).unwrap().shares.weighed;
        let name = plain(&weighting_name(scenario, team, how_far));
        let line = plain(&weights_and_scores(scenario, team, how_far));
        let Some(team) = team else {
            let expected = match (scenario.teams.len(), weighed(scenario).len()) {
                (0, _) => "Equal weights",
                (_, 0) => "Equal weights until a team has weighed, base scores",
                _ => "Mean weights, base scores",
            };
            assert_eq!((&*name, &*line), (expected, expected));
            continue;
        };
        let expected = match state(scenario, team) {
            State::Done => (None, "Weights and scores of {}"),
            State::AtWork => (Some(" weights given"), "Scores of {} and its weights so far, "),
            _ => {
                let none = ": equal weights, none given yet";
                (Some(none), "Equal weights, none from {} yet; scores of ")
            }
        };
        let ends = |end: &str| name.strip_prefix(&*team.name).is_some_and(|n| n.ends_with(end));
        assert!(expected.0.map_or(name == team.name, ends), "{name}");
        let whole = format!("{}{{}}", expected.1);
        let named = read::<2>(&line, &whole).map(|[name, _]| name);
        let named = named.or_else(|| read::<1>(&line, expected.1).map(|[name]| name));
        assert_eq!(named, Some(&*team.name), "{line}");
    }
}
