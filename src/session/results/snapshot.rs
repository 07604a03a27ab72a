//! A state of the document, with its number.

use std::sync::Arc;

use crate::model::Scenario;

/// A state of the document.
#[derive(Clone, Debug)]
pub struct Snapshot {
    scenario: Arc<Scenario>,
    revision: u64,
}

impl Snapshot {
    pub(super) fn first(scenario: Arc<Scenario>) -> Self {
        Self { scenario, revision: 0 }
    }

    /// The state after this one.
    pub(super) fn next(&self, scenario: Arc<Scenario>) -> Self {
        Self { scenario, revision: self.revision + 1 }
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Goes up with every change, undo and redo; never down.
    pub fn revision(&self) -> u64 {
        self.revision
    }
}
