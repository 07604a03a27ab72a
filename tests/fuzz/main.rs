//! Hostile and broken input: every reader takes whatever bytes there are, and says what is wrong.
//!
//! `cargo test --test fuzz` tries some thousands of mutated files a reader;
//! `BOLERO_RANDOM_ITERATIONS=10000000 BOLERO_RANDOM_SEED=1 cargo test --release --test fuzz -- scenario`
//! ten million.

mod bombs;
mod corpus;
mod mutation;

use bolero::check;
use mizan::app::Preferences;
use mizan::store::{self, Unreadable};
use mizan::text;

use corpus::Corpus;
use mutation::Recipe;

/// How many inputs a reader gets, where nothing says otherwise.
const INPUTS: usize = 20_000;

/// What was said of a file, as a person would read it: building it must not fail either.
fn told(found: &Unreadable) {
    for fault in &found.faults {
        let excerpt = fault.at.and_then(|at| text::excerpt(found.quotable(at)?, at));
        assert!(!text::fault(fault).is_empty());
        drop(excerpt);
    }
    assert!(!found.faults.is_empty(), "what isn't opened has a reason");
}

#[test]
fn scenario() {
    let corpus = Corpus::of_scenarios();
    check!().with_type::<Recipe>().with_iterations(INPUTS).for_each(|recipe| {
        match store::parse(&recipe.cook(&corpus)) {
            // What is opened can be written, and reads back equal.
            Ok(opened) => {
                let text = store::to_text(&opened.scenario).expect("what was read can be written");
                let again = store::parse(text.as_bytes()).expect("what is written opens");
                assert!(again.scenario == opened.scenario.as_filed(), "and is the same");
            }
            Err(found) => told(&found),
        }
    });
}

#[test]
fn kept_state() {
    let corpus = Corpus::of_kept_states();
    check!().with_type::<Recipe>().with_iterations(INPUTS).for_each(|recipe| {
        let bytes = recipe.cook(&corpus);
        if let Some((_, opened)) = store::kept_state(&bytes) {
            let known = corpus.texts().any(|text| bytes == text);
            // Only a stamp can be other than it was: the state has its hash.
            assert!(known || corpus.titles().any(|title| opened.scenario.title == title));
        }
    });
}

#[test]
fn preferences() {
    let corpus = Corpus::of_preferences();
    check!().with_type::<Recipe>().with_iterations(INPUTS).for_each(|recipe| {
        let read = Preferences::parse(&recipe.cook(&corpus));
        drop(read);
    });
}
