//! FORMAT.md's rules for teams. What is wrong inside a sealed record is told as that alone: not
//! what, not where in it, not how often.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::check::body::{Body, unknown};
use crate::model::check::judgement::check_judgement;
use crate::model::check::report::{Check, ZerosBesideOpen};
use crate::model::{Fault, FaultKind, Judged, Path, Reference, Seal, Team};

impl Check {
    /// Every team; those that `known` shares aren't looked at again.
    pub fn teams(&mut self, body: &Body, known: Option<&Body>) {
        let mut seen = HashSet::new();
        for (index, team) in body.teams.iter().enumerate() {
            let path = self.identity(
                body,
                "teams",
                index,
                (team.id.as_str(), team.id.is_well_formed()),
                seen.insert(&team.id),
            );
            if matches!(team.id.as_str(), "mean" | "all") {
                self.push(path.clone(), FaultKind::ReservedTeam(team.id.to_string()));
            }
            let is_checked =
                known.is_some_and(|known| known.teams.iter().any(|other| Arc::ptr_eq(other, team)));
            if !is_checked {
                self.team(body, team, &path);
            }
        }
    }

    fn team(&mut self, body: &Body, team: &Team, path: &Path) {
        self.named(&team.name, &team.short, &team.note, path);
        let found = record_faults(self.zeros_beside_open, body, team.kept(), path);
        match team.seal() {
            None => self.faults.extend(found),
            Some(seal) => {
                self.seal(seal, path);
                if !found.is_empty() {
                    self.push(path.clone(), FaultKind::InSealedRecord);
                }
            }
        }
    }

    /// The seal of the team at `path`.
    fn seal(&mut self, seal: &Seal, path: &Path) {
        self.hexadecimal(32, &seal.nonce, || path.then("seal").then("nonce"));
        self.hash(&seal.sha256, || path.then("seal").then("sha256"));
    }

    fn gut_ranking(&mut self, body: &Body, judged: &Judged, path: &Path) {
        let mut ranked = HashSet::new();
        for (place, id) in judged.gut_ranking.iter().enumerate() {
            let path = || path.then("gut_ranking").index(place);
            if !body.option_ids.contains(id) {
                self.push(path(), body.unknown_option(id));
            } else if !ranked.insert(id) {
                self.push(path(), FaultKind::RepeatedId(id.to_string()));
            }
        }
    }
}

/// What is wrong with what the team at `path` judged and scored.
fn record_faults(
    zeros_beside_open: ZerosBesideOpen,
    body: &Body,
    judged: &Judged,
    path: &Path,
) -> Vec<Fault> {
    let mut check = Check { zeros_beside_open, ..Check::default() };
    check_judgement(&mut check, body, &judged.judgement.elicitation, path);
    for id in judged.judgement.weighed_ranges.keys().filter(|id| !body.criteria.contains_key(id)) {
        let known = body.tree.criteria.iter().map(|criterion| criterion.id.as_str());
        let fault = unknown(Reference::Criterion, id.as_str(), known);
        check.push(path.then("weighed_ranges").key(id.as_str()), fault);
    }
    for (id, reason) in &judged.reasons {
        let path = || path.then("reasons").key(id.as_str());
        if !body.knows_node(id) {
            check.push(path(), body.unknown_node(id));
        }
        check.text(reason, path);
    }
    if let Some(opened) = &judged.seal {
        check.seal(&opened.seal, path);
    }
    check.table(body, &judged.scores, &path.then("scores"), None);
    check.gut_ranking(body, judged, path);
    check.faults
}
