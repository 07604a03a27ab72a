//! Runs of random edits: what is accepted is without fault and can be saved; what is refused
//! changes nothing; and no later edit reaches into an earlier snapshot, though they share their
//! rows, teams and rounds.

use std::collections::BTreeMap;
use std::sync::Arc;

use mizan::model::{
    Alternative, Ballot, Criterion, Decision, Edit, Judged, Layer, OpenedSeal, OptionId, Position,
    Scenario, Score, Seal, Source, SourceId, Stance, Team, TeamId, Timestamp, faults_at_work,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::documents::documents;
use crate::edits::edit;
use crate::ordered::{everything, told};
use crate::round_trip::check_round_trip;
use crate::tape::{Numbers, Tape, tapes};

fn runs_of_edits() -> impl Strategy<Value = Vec<Tape>> {
    vec(tapes(160, Numbers::Wild), 1..24)
}

/// The snapshots that a run of edits makes, the first the document itself.
fn snapshots(document: Scenario, tapes: Vec<Tape>) -> Vec<Scenario> {
    let mut snapshots = vec![document];
    for mut tape in tapes {
        let now = snapshots.last().unwrap();
        snapshots.extend(now.edited(&edit(&mut tape, now)).ok());
    }
    snapshots
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn an_accepted_document_has_no_faults_by_the_full_check(document in documents(), tapes in runs_of_edits()) {
        let mut now = document;
        for mut tape in tapes {
            let edit = edit(&mut tape, &now);
            if let Ok(next) = now.edited(&edit) {
                prop_assert_eq!(faults_at_work(&next, None), [], "after {:?}", edit);
                now = next;
            }
        }
    }

    #[test]
    fn a_refused_edit_changes_nothing(document in documents(), tapes in runs_of_edits()) {
        let mut now = document;
        for mut tape in tapes {
            let (edit, before) = (edit(&mut tape, &now), everything(&now));
            let edited = now.edited(&edit);
            prop_assert_eq!(everything(&now), before, "after {:?}", edit);
            now = edited.unwrap_or(now);
        }
    }

    #[test]
    fn whatever_edits_can_make_opens_again(document in documents(), tapes in runs_of_edits()) {
        let last = snapshots(document, tapes).pop().unwrap();
        check_round_trip(&last)?;
    }

    #[test]
    fn random_edits_undone_give_the_document_back(document in documents(), tapes in runs_of_edits()) {
        let mut snapshots = vec![document];
        let mut at_the_time = vec![everything(&snapshots[0])];
        for mut tape in tapes {
            let now = snapshots.last().unwrap();
            if let Ok(next) = now.edited(&edit(&mut tape, now)) {
                at_the_time.push(everything(&next));
                snapshots.push(next);
            }
        }
        while let (Some(snapshot), Some(then)) = (snapshots.pop(), at_the_time.pop()) {
            prop_assert_eq!(everything(&snapshot), then);
        }
    }

    #[test]
    fn a_changed_cell_copies_its_own_row_alone(document in documents(), index in any::<prop::sample::Index>()) {
        let cells: Vec<_> = document.scores.cells().collect();
        if let Some((option, criterion, score)) = cells.get(index.index(cells.len().max(1))).copied() {
            let cell = Score { reason: "another".to_owned(), ..score.clone() };
            let next = document.edited(&Edit::SetScore(Layer::Base, option.clone(), criterion.clone(), Some(cell))).unwrap();
            prop_assert_eq!(unshared_rows(&document, &next), [option.clone()]);
            prop_assert!(document.teams.iter().zip(&next.teams).all(|(a, b)| Arc::ptr_eq(a, b)));
            prop_assert!(document.rounds.iter().zip(&next.rounds).all(|(a, b)| Arc::ptr_eq(a, b)));
        }
    }

    #[test]
    fn an_edit_and_its_opposite_give_the_document_back(document in documents(), index in any::<prop::sample::Index>()) {
        let cells: Vec<_> = document.scores.cells().collect();
        if let Some((option, criterion, score)) = cells.get(index.index(cells.len().max(1))).copied() {
            let set = |cell| Edit::SetScore(Layer::Base, option.clone(), criterion.clone(), cell);
            let back = document.edited(&set(None)).unwrap().edited(&set(Some(score.clone()))).unwrap();
            prop_assert_eq!(told(&back), told(&document));
        }
    }
}

fn unshared_rows(before: &Scenario, after: &Scenario) -> Vec<OptionId> {
    let is_shared = |id: &OptionId| {
        before.scores.row(id).zip(after.scores.row(id)).is_some_and(|(a, b)| Arc::ptr_eq(a, b))
    };
    before.scores.rows().map(|(id, _)| id).filter(|id| !is_shared(id)).cloned().collect()
}

/// Every kind of edit by its name.
const KINDS: [&str; 38] = [
    "Title",
    "Question",
    "DecisionMaker",
    "Notes",
    "Method",
    "Decision",
    "Ballot",
    "SetSource",
    "RemoveSource",
    "AddOption",
    "ChangeOption",
    "MoveOption",
    "RemoveOption",
    "AddCriterion",
    "ChangeCriterion",
    "MoveCriterion",
    "RemoveCriterion",
    "AddGroup",
    "ChangeGroup",
    "MoveGroup",
    "RemoveGroup",
    "AddTeam",
    "DescribeTeam",
    "MoveTeam",
    "RemoveTeam",
    "SetScore",
    "Judge",
    "GiveReason",
    "RankByGut",
    "Marking",
    "Workshop",
    "Baseline",
    "AddAssumption",
    "ChangeAssumption",
    "MoveAssumption",
    "RemoveAssumption",
    "CloseRound",
    "Several",
];

/// What the properties are worth rests on this: that edits of each kind are accepted, and that
/// enough are refused.
#[test]
fn random_edits_of_every_kind_are_accepted_and_refused() {
    let mut runner = TestRunner::deterministic();
    let mut accepted: BTreeMap<String, usize> = BTreeMap::new();
    let (mut tried, mut refused) = (0, 0);
    for _ in 0..120 {
        let mut now = documents().new_tree(&mut runner).unwrap().current();
        for mut tape in runs_of_edits().new_tree(&mut runner).unwrap().current() {
            let edit = edit(&mut tape, &now);
            let kind = format!("{edit:?}").split(['(', ' ']).next().unwrap().to_owned();
            tried += 1;
            match now.edited(&edit) {
                Ok(next) => (*accepted.entry(kind).or_default() += 1, now = next).0,
                Err(_) => refused += 1,
            }
        }
    }
    for kind in KINDS {
        assert!(
            accepted.get(kind).is_some_and(|count| *count >= 5),
            "{kind} is hardly ever accepted: {accepted:?}"
        );
    }
    assert_eq!(
        accepted.len(),
        KINDS.len(),
        "a new kind of edit is missing in this list: {accepted:?}"
    );
    assert!(refused * 20 > tried && refused * 2 < tried, "{refused} of {tried} were refused");
}

#[test]
fn no_edit_makes_a_text_longer_than_a_file_may_hold() {
    let text = r#"(format: 1, title: "t", criteria: [(id: "c", name: "C")], options: [(id: "o", name: "O")], teams: [(id: "t", name: "T")])"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let long = || "x".repeat(10_001);
    let time = || Timestamp::new("2025-09-30T14:02:00Z").unwrap();
    let (option, team, criterion) = (
        document.options[0].clone(),
        Team::clone(&document.teams[0]),
        document.criteria[0].clone(),
    );
    let seal =
        OpenedSeal { seal: Seal { at: time(), nonce: long(), sha256: long() }, opened: time() };
    let judged = Judged { seal: Some(seal), ..Judged::default() };
    let opened = Team::new(TeamId::new("opened").unwrap(), "Opened", team.mark).judging(judged);
    let position =
        [(team.id.clone(), Position { stance: Stance::For, reason: long(), prefers: None })];
    let decided = Decision {
        option: Some(option.id.clone()),
        at: None,
        by: String::new(),
        reasons: String::new(),
        review: None,
        conditions: Vec::new(),
        positions: position.into_iter().collect(),
    };
    let source = Source {
        title: "t".to_owned(),
        authors: vec![long()],
        publisher: String::new(),
        date: None,
        url: String::new(),
    };
    let cell = Score { reason: long(), ..Score::exact(1.0) };
    let edits = [
        Edit::Question(long()),
        Edit::DecisionMaker(long()),
        Edit::SetSource(SourceId::new("s").unwrap(), source),
        Edit::ChangeOption(Alternative { name: long(), ..option.clone() }),
        Edit::ChangeCriterion(Criterion { unit: long(), ..criterion.clone() }),
        Edit::ChangeCriterion(Criterion { labels: vec![(0.0, long())], ..criterion.clone() }),
        Edit::SetScore(Layer::Team(team.id.clone()), option.id, criterion.id.clone(), Some(cell)),
        Edit::GiveReason(team.id.clone(), criterion.id, long()),
        Edit::Decision(Some(decided)),
        Edit::Ballot(Some(Ballot { of: long(), round: "r".to_owned() })),
        Edit::Ballot(Some(Ballot { of: "r".to_owned(), round: long() })),
        Edit::DescribeTeam {
            id: team.id.clone(),
            name: team.name.clone(),
            short: String::new(),
            note: long(),
            mark: team.mark,
        },
        Edit::AddTeam(opened, 0),
    ];
    let accepted: Vec<String> = edits
        .iter()
        .filter(|edit| document.edited(edit).is_ok())
        .map(|edit| format!("{edit:?}").replace(&long(), "…"))
        .collect();
    assert!(accepted.is_empty(), "accepted:\n{}", accepted.join("\n"));
}
