//! FORMAT.md's rules of meaning: what a document must satisfy to be opened, saved, or made by an
//! edit.

mod body;
mod judgement;
mod report;
mod scores;
mod team;
mod tree;

use std::collections::HashSet;
use std::sync::Arc;

use body::{Body, unknown};
use indexmap::IndexMap;
use report::{Check, ZerosBesideOpen};

use crate::model::{
    Alternative, Assumption, Decision, Fault, FaultKind, Limit, MARKING_LIMIT, Method, OptionId,
    Path, Reference, Scenario, Source, SourceId,
};

/// Every rule that a document breaks, in document order. `checked` is a document known to break
/// none: rows, teams and rounds that it shares with this one aren't looked at again while what they
/// refer to is the same.
pub fn faults(scenario: &Scenario, checked: Option<&Scenario>) -> Vec<Fault> {
    found(Check::default(), scenario, checked)
}

/// [`faults`] of a document that is being worked on: a team may have given the first of its points
/// as nothing. As a file it is to hold no such list.
pub fn faults_at_work(scenario: &Scenario, checked: Option<&Scenario>) -> Vec<Fault> {
    let check = Check { zeros_beside_open: ZerosBesideOpen::AtWork, ..Check::default() };
    found(check, scenario, checked)
}

fn found(mut check: Check, scenario: &Scenario, checked: Option<&Scenario>) -> Vec<Fault> {
    check.texts(scenario);
    check.sources(&scenario.sources);
    let body = Body::of(scenario);
    let known = checked.filter(|checked| same_references(checked, scenario)).map(Body::of);
    check.body(&body, known.as_ref());
    if let Some(baseline) = scenario.baseline.as_ref().filter(|id| !body.option_ids.contains(id)) {
        check.push(Path::field("baseline"), body.unknown_option(baseline));
    }
    check.rounds(scenario, checked);
    if let Method::Vikor(v) = scenario.method
        && !(0.0..=1.0).contains(&v)
    {
        check.push(Path::field("method"), FaultKind::VikorOutside(v));
    }
    if let Some(decision) = &scenario.decision {
        check.decision(decision, &body);
    }
    if let Some(ballot) = &scenario.ballot {
        check.hash(&ballot.of, || Path::field("ballot").then("of"));
        check.text(&ballot.round, || Path::field("ballot").then("round"));
    }
    check.faults
}

/// Whether all that cells and teams refer to is the same in both.
fn same_references(a: &Scenario, b: &Scenario) -> bool {
    a.criteria == b.criteria
        && a.groups == b.groups
        && a.sources == b.sources
        && same_ids(&a.options, &b.options)
        && same_assumptions(&a.assumptions, &b.assumptions)
}

fn same_ids(a: &[Alternative], b: &[Alternative]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.id == b.id)
}

fn same_assumptions(a: &[Assumption], b: &[Assumption]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.id == b.id)
}

impl Check {
    fn texts(&mut self, scenario: &Scenario) {
        self.required(&scenario.title, || Path::field("title"));
        self.text(&scenario.question, || Path::field("question"));
        self.text(&scenario.decision_maker, || Path::field("decision_maker"));
        self.text(&scenario.notes, || Path::field("notes"));
        let characters = scenario.marking.chars().count();
        if characters > MARKING_LIMIT || scenario.marking.chars().any(char::is_control) {
            self.push(Path::field("marking"), FaultKind::MarkingOutOfForm(characters));
        }
    }

    fn sources(&mut self, sources: &IndexMap<SourceId, Source>) {
        for (id, source) in sources {
            let path = Path::field("sources").key(id.as_str());
            if !id.is_well_formed() {
                self.push(path.clone(), FaultKind::MalformedId(id.to_string()));
            }
            self.required(&source.title, || path.then("title"));
            self.text(&source.publisher, || path.then("publisher"));
            self.text(&source.url, || path.then("url"));
            for (place, author) in source.authors.iter().enumerate() {
                self.text(author, || path.then("authors").index(place));
            }
        }
    }

    fn body(&mut self, body: &Body, known: Option<&Body>) {
        self.limit(body, "criteria", body.tree.criteria.len(), Limit::Criteria);
        self.limit(body, "options", body.options.len(), Limit::Options);
        self.limit(body, "assumptions", body.assumptions.len(), Limit::Assumptions);
        self.limit(body, "teams", body.teams.len(), Limit::Teams);
        self.nodes(body);
        self.cycles(body);
        self.options(body);
        self.assumptions(body);
        let scores = body.base.then("scores");
        self.table(body, body.scores, &scores, known.map(|known| known.scores));
        self.teams(body, known);
    }

    fn limit(&mut self, body: &Body, list: &'static str, found: usize, limit: fn(usize) -> Limit) {
        if found as u64 > limit(found).most() {
            self.push(body.base.then(list), FaultKind::Limit(limit(found)));
        }
    }

    fn options(&mut self, body: &Body) {
        let mut seen = HashSet::new();
        let mut letters = HashSet::new();
        for (index, option) in body.options.iter().enumerate() {
            let path = self.identity(
                body,
                "options",
                index,
                (option.id.as_str(), option.id.is_well_formed()),
                seen.insert(&option.id),
            );
            self.named(&option.name, &option.short, &option.note, &path);
            if !letters.insert(&option.letter) {
                self.push(
                    path.then("letter"),
                    FaultKind::RepeatedLetter(option.letter.as_str().to_owned()),
                );
            }
        }
    }

    fn assumptions(&mut self, body: &Body) {
        let mut seen = HashSet::new();
        for (index, assumption) in body.assumptions.iter().enumerate() {
            let id = (assumption.id.as_str(), assumption.id.is_well_formed());
            let is_first = seen.insert(&assumption.id);
            let path = self.identity(body, "assumptions", index, id, is_first);
            self.named(&assumption.name, &assumption.short, &assumption.note, &path);
        }
    }

    fn rounds(&mut self, scenario: &Scenario, checked: Option<&Scenario>) {
        let rounds = &scenario.rounds;
        if rounds.len() as u64 > Limit::Rounds(0).most() {
            self.push(Path::field("rounds"), FaultKind::Limit(Limit::Rounds(rounds.len())));
        }
        let mut names = HashSet::new();
        for (index, round) in rounds.iter().enumerate() {
            let is_first = names.insert(&round.name);
            let base = if is_first {
                Path::field("rounds").key(&round.name)
            } else {
                Path::field("rounds").index(index)
            };
            if !is_first {
                self.push(base.clone(), FaultKind::RepeatedRound(round.name.clone()));
            }
            self.required(&round.name, || base.then("name"));
            let is_checked = checked.is_some_and(|checked| {
                checked.rounds.iter().any(|other| Arc::ptr_eq(other, round))
            });
            if !is_checked {
                self.body(&Body::of_round(round, base), None);
            }
        }
    }

    fn decision(&mut self, decision: &Decision, body: &Body) {
        let path = Path::field("decision");
        let mut option = |id: &Option<OptionId>, path: Path| {
            if let Some(id) = id.as_ref().filter(|id| !body.option_ids.contains(id)) {
                self.push(path, body.unknown_option(id));
            }
        };
        option(&decision.option, path.then("option"));
        for (team, position) in &decision.positions {
            option(&position.prefers, path.then("positions").key(team.as_str()).then("prefers"));
        }
        for (place, condition) in decision.conditions.iter().enumerate() {
            self.text(condition, || path.then("conditions").index(place));
        }
        self.text(&decision.by, || path.then("by"));
        self.text(&decision.reasons, || path.then("reasons"));
        for (team, position) in &decision.positions {
            let path = path.then("positions").key(team.as_str());
            if !body.teams.iter().any(|known| known.id == *team) {
                let known = body.teams.iter().map(|team| team.id.as_str());
                self.push(path.clone(), unknown(Reference::Team, team.as_str(), known));
            }
            self.text(&position.reason, || path.then("reason"));
        }
    }
}
