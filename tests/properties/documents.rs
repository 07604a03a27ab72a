//! Random valid documents.

use std::sync::Arc;

use mizan::model::{
    Ballot, Decision, Elicitation, Hides, Judged, Method, OptionId, Position, Round, Scenario,
    Seal, SourceId, Stance, Team, Workshop, faults, judged_for_file,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::bodies::{Body, body};
use crate::criteria::source;
use crate::tape::{Numbers, Tape, tapes};

/// Documents with all the numbers and texts that a file can hold.
pub fn documents() -> impl Strategy<Value = Scenario> {
    tapes(2_400, Numbers::Wild).prop_map(|mut tape| document(&mut tape))
}

/// The same with every team's record open.
pub fn open_documents() -> impl Strategy<Value = Scenario> {
    documents().prop_map(|mut document| {
        for team in document.teams.iter_mut().filter(|team| team.seal().is_some()) {
            let opened = Team::clone(team).judging(judged_for_file(team).clone());
            *team = Arc::new(opened);
        }
        document
    })
}

/// The same with at least one team, some sealed, among them the first.
pub fn sealed_documents() -> impl Strategy<Value = Scenario> {
    let tapes = (tapes(2_400, Numbers::Wild), tapes(100, Numbers::Wild));
    let sealed = tapes.prop_map(|(mut tape, mut seals)| {
        let mut document = document(&mut tape);
        for (index, team) in document.teams.iter_mut().enumerate() {
            if index == 0 || seals.chance(30) {
                let seal = Seal {
                    at: seals.time(),
                    nonce: seals.hexadecimal(32),
                    sha256: seals.hexadecimal(64),
                };
                let judged = Judged { seal: None, ..judged_for_file(team).clone() };
                *team = Arc::new(Team::clone(team).sealed(judged, seal));
            }
        }
        document
    });
    sealed.prop_filter("a document with teams", |document| !document.teams.is_empty())
}

/// Documents with numbers as people type them.
pub fn tame_documents() -> impl Strategy<Value = Scenario> {
    tapes(2_400, Numbers::Tame).prop_map(|mut tape| document(&mut tape))
}

fn document(tape: &mut Tape) -> Scenario {
    let sources = (0..tape.pick(4))
        .map(|number| (SourceId::new(&tape.id(number)).unwrap(), source(tape)))
        .collect();
    let mut document = Scenario {
        title: tape.name(),
        question: tape.text(),
        decision_maker: tape.text(),
        sources,
        ..Scenario::new("")
    };
    document.notes = tape.text();
    let ids: Vec<SourceId> = document.sources.keys().cloned().collect();
    document.marking = tape.maybe(30, marking).unwrap_or_default();
    let Body { groups, criteria, options, assumptions, scores, teams } = body(tape, &ids, 6);
    document = Scenario { groups, criteria, options, assumptions, scores, teams, ..document };
    document.baseline = tape.maybe(30, |tape| an_option(tape, &document)).flatten();
    document.method = method(tape);
    document.decision = decision(tape, &document);
    document.ballot =
        tape.maybe(30, |tape| Ballot { of: tape.hexadecimal(64), round: tape.text() });
    document.workshop = tape.maybe(30, workshop);
    let count = if tape.chance(50) { tape.pick(3) } else { 0 };
    document.rounds = (0..count).map(|number| Arc::new(round(tape, number))).collect();
    document
}

fn marking(tape: &mut Tape) -> String {
    tape.text().chars().filter(|character| !character.is_control()).take(80).collect()
}

fn an_option(tape: &mut Tape, document: &Scenario) -> Option<OptionId> {
    tape.choose(&document.options).map(|option| option.id.clone())
}

pub fn workshop(tape: &mut Tape) -> Workshop {
    Workshop {
        began: tape.time(),
        hides: tape.choose_from([Hides::Totals, Hides::Nothing]),
        shown: tape.maybe(50, Tape::time),
    }
}

pub fn method(tape: &mut Tape) -> Method {
    let v = tape.within(0.0, 1.0);
    tape.choose_from([
        Method::WeightedSum,
        Method::WeightedProduct,
        Method::Topsis,
        Method::Vikor(v),
        Method::PrometheeII,
    ])
}

/// A decision about one of the document's options or none of them; none where it has none.
pub fn decision(tape: &mut Tape, document: &Scenario) -> Option<Decision> {
    let option = document.options.get(tape.pick(document.options.len() + 2))?.id.clone();
    let option = Some(option).filter(|_| !tape.chance(10));
    let position = |tape: &mut Tape, team: &Arc<Team>| {
        let stance = tape.choose_from([Stance::For, Stance::Accepts, Stance::Dissents]);
        let prefers = tape.maybe(20, |tape| an_option(tape, document)).flatten();
        (team.id.clone(), Position { stance, reason: tape.text(), prefers })
    };
    Some(Decision {
        option,
        at: tape.maybe(60, Tape::time),
        by: tape.text(),
        reasons: tape.text(),
        review: tape.maybe(40, Tape::date),
        conditions: tape.several(2, Tape::text),
        positions: tape
            .subset(&document.teams, 60)
            .iter()
            .map(|team| position(tape, team))
            .collect(),
    })
}

pub fn round(tape: &mut Tape, number: usize) -> Round {
    let name = format!("{}{number}", tape.name());
    let closed = tape.time();
    let Body { groups, criteria, options, assumptions, scores, teams } = body(tape, &[], 2);
    Round { name, closed, groups, criteria, options, assumptions, scores, teams }
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn a_random_document_has_no_faults(document in documents()) {
        prop_assert_eq!(faults(&document, None), []);
    }
}

/// What a document's debug text shows of the parts that some have.
const PARTS: [&str; 23] = [
    "Observed",
    "Piecewise",
    "AtLeast",
    "AtMost",
    "Minimize",
    "VShape",
    "UShape",
    "Level",
    "Gaussian",
    "RankSum",
    "RankReciprocal",
    "RankOrderCentroid",
    "WeightedProduct",
    "Topsis",
    "Vikor",
    "PrometheeII",
    "Dissents",
    "opened: ",
    "-0.0",
    "5e-324",
    "1.7976931348623157e308",
    "\\r\\n",
    "😀",
];

/// Random documents, always the same.
struct Drawn(Vec<Scenario>);

impl Drawn {
    fn new() -> Self {
        let mut runner = TestRunner::deterministic();
        let document = |_| documents().new_tree(&mut runner).unwrap().current();
        Self((0..200).map(document).collect())
    }

    fn hold(&self, what: &str, is_there: &dyn Fn(&Scenario) -> bool) {
        let count = self.0.iter().filter(|document| is_there(document)).count();
        assert!(count >= 5, "only {count} of {} documents have {what}", self.0.len());
    }
}

fn judged(is_there: fn(&Judged) -> bool) -> impl Fn(&Scenario) -> bool {
    move |document| document.open_teams().any(|team| is_there(team.judged()))
}

/// What the properties are worth rests on this: that documents with each part do come up.
#[test]
fn random_documents_use_all_of_the_format() {
    let drawn = Drawn::new();
    let holds = |what: &str, is_there: &dyn Fn(&Scenario) -> bool| drawn.hold(what, is_there);
    let team = |is_there: fn(&Team) -> bool| {
        move |document: &Scenario| document.teams.iter().any(|team| is_there(team))
    };
    let text =
        |part: &'static str| move |document: &Scenario| format!("{document:?}").contains(part);
    holds("nested groups", &|document| document.groups.iter().any(|group| group.group.is_some()));
    holds("evidence", &|document| {
        document.scores.cells().any(|(_, _, score)| !score.evidence.is_empty())
    });
    holds("passages", &text("passage: Some"));
    holds("markings", &|document| !document.marking.is_empty());
    holds("baselines", &|document| document.baseline.is_some());
    holds("benchmarks", &text("benchmark: Some"));
    holds("workshops", &|document| document.workshop.is_some());
    holds("decisions for none of them", &|document| {
        document.decision.as_ref().is_some_and(|decision| decision.option.is_none())
    });
    holds("assumptions that fail in cells that know them", &|document| {
        document.scores.cells().any(|(_, _, cell)| document.counted(cell).without.is_some())
    });
    holds("missing cells", &|document| {
        document.scores.cells().count() < document.options.len() * document.criteria.len()
    });
    holds("no judgement", &judged(|judged| !judged.judgement.is_begun()));
    holds("own scores", &judged(|judged| !judged.scores.is_empty()));
    holds("gut rankings", &judged(|judged| judged.gut_ranking.len() > 1));
    holds("seals", &team(|team| team.seal().is_some()));
    holds("decisions with positions", &|document| {
        document.decision.as_ref().is_some_and(|decision| decision.positions.len() > 1)
    });
    holds("rounds with teams", &|document| {
        document.rounds.iter().any(|round| !round.teams.is_empty())
    });
    holds("ballots", &|document| document.ballot.is_some());
    for part in PARTS {
        holds(part, &text(part));
    }
}

#[test]
fn random_documents_use_every_way_to_weigh() {
    let drawn = Drawn::new();
    let holds = |what: &str, is_there: &dyn Fn(&Scenario) -> bool| drawn.hold(what, is_there);
    holds(
        "Direct",
        &judged(
            |judged| matches!(&judged.judgement.elicitation, Elicitation::Direct(weights) if !weights.is_empty()),
        ),
    );
    holds(
        "Swing",
        &judged(
            |judged| matches!(&judged.judgement.elicitation, Elicitation::Swing(points) if points.len() > 1),
        ),
    );
    holds(
        "ties",
        &judged(
            |judged| matches!(&judged.judgement.elicitation, Elicitation::Ranking(_, places) if places.iter().any(|tied| tied.len() > 1)),
        ),
    );
    holds(
        "Pairwise",
        &judged(
            |judged| matches!(&judged.judgement.elicitation, Elicitation::Pairwise(pairs) if pairs.len() > 2),
        ),
    );
    holds(
        "BestWorst",
        &judged(
            |judged| matches!(&judged.judgement.elicitation, Elicitation::BestWorst(record) if record.best_over.len() > 1),
        ),
    );
}
