//! Earlier states of a document beside the present one: what teams have sealed since stays closed.

use std::sync::Arc;

use super::check::faults;
use super::{Scenario, Team};

impl Scenario {
    /// This state of a document as it may be looked at and gone back to while the document is
    /// `present`: what teams have sealed since stays as they sealed it. None where that doesn't go
    /// with the rest of this state.
    pub fn beside(&self, present: &Self) -> Option<Self> {
        let mut state = self.clone();
        for team in &mut state.teams {
            let now = present.teams.iter().find(|now| now.id == team.id && now.opened().is_none());
            if let Some(now) = now {
                *team = Arc::clone(now);
            }
        }
        let is_kept = |now: &Arc<Team>| now.opened().is_some() || state.team(&now.id).is_some();
        let is_whole = present.teams.iter().all(is_kept) && faults(&state, None).is_empty();
        is_whole.then_some(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Criterion, Elicitation, Hue, Judged, Judgement, Mark, NodeId, Seal, TeamId, Timestamp,
    };

    fn scenario(weight: f64, criteria: &[&str]) -> Scenario {
        let id = |name: &str| NodeId::new(name).unwrap();
        let mut scenario = Scenario::new("a");
        let criterion = |name: &&str| Criterion::new(id(name), name, Hue::nth(0));
        scenario.criteria = criteria.iter().map(criterion).collect();
        let elicitation = Elicitation::Swing(vec![(id("cost"), weight)]);
        let judgement = Judgement { elicitation, ..Judgement::default() };
        let judged = Judged { judgement, ..Judged::default() };
        let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0)).judging(judged);
        scenario.teams = vec![Arc::new(team)];
        scenario
    }

    fn sealed(scenario: &Scenario) -> Scenario {
        let mut sealed = scenario.clone();
        let team = (*sealed.teams[0]).clone();
        let judged = team.opened().unwrap().clone();
        let seal = Seal {
            at: Timestamp::new("2026-11-28T10:00:00Z").unwrap(),
            nonce: "0".repeat(32),
            sha256: "0".repeat(64),
        };
        sealed.teams = vec![Arc::new(team.sealed(judged, seal))];
        sealed
    }

    #[test]
    fn what_was_sealed_since_stays_sealed_in_the_states_before() {
        let (before, now) = (scenario(3.0, &["cost"]), sealed(&scenario(5.0, &["cost"])));
        let shown = before.beside(&now).unwrap();
        assert_eq!(shown.teams, now.teams, "its weights of before don't show");
        assert_eq!(before.beside(&scenario(5.0, &["cost"])).unwrap(), before, "nothing is sealed");
    }

    #[test]
    fn a_state_in_which_a_sealed_record_has_no_place_is_none_to_go_back_to() {
        let now = sealed(&scenario(5.0, &["cost"]));
        assert!(scenario(3.0, &["time"]).beside(&now).is_none(), "it weighs what isn't there");
        let mut without = scenario(3.0, &["cost"]);
        without.teams.clear();
        assert!(without.beside(&now).is_none(), "it would be lost");
    }
}
