//! What is to check in a document: what its evaluations find, each once.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::{Evaluations, Weighting};
use crate::model::{Finding, FindingKind, Path};

/// Every finding about a document: those of the mean and of each opened team, each once, with the
/// teams that it is of.
pub fn all_findings(evaluations: &Evaluations) -> Vec<Finding> {
    let mean = evaluations.of(&Weighting::Mean).ok();
    let teams = evaluations.open_teams().map(|(_, evaluation)| evaluation);
    distinct(mean.into_iter().chain(teams).flat_map(|evaluation| evaluation.findings.clone()))
}

/// Findings in their order, each once; what several teams have in common is one.
pub fn distinct(findings: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
    // Facts hold numbers, which have no hash: those of one kind at one place are compared.
    let mut seen: HashMap<(Option<Path>, Discriminant<FindingKind>), Vec<usize>> = HashMap::new();
    let mut told: Vec<Finding> = Vec::new();
    for finding in findings {
        let known = seen.entry((finding.path.clone(), discriminant(&finding.kind))).or_default();
        let is_known = known.iter().any(|place| {
            told.get_mut(*place).is_some_and(|known| known.kind.takes_in(&finding.kind))
        });
        if !is_known {
            known.push(told.len());
            told.push(finding);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CouldLead, NodeId, OptionId, TeamId};

    fn cut(option: &str, score: f64) -> Finding {
        let (option, criterion) = (OptionId::new(option).unwrap(), NodeId::new("c").unwrap());
        let path = Some(Path::field("scores").key(option.as_str()));
        Finding { path, kind: FindingKind::Cut { option, criterion, score, end: 1.0 } }
    }

    #[test]
    fn what_several_teams_have_in_common_is_told_once_with_all_of_them() {
        let option = || OptionId::new("o").unwrap();
        let team = |name: &str| TeamId::new(name);
        let could = |team, high| CouldLead { team, high, best: 0.5 };
        let may_lead =
            |under| Finding { path: None, kind: FindingKind::MayLead { option: option(), under } };
        let nothing = |by, not_scored| Finding {
            path: None,
            kind: FindingKind::NothingRanked { by, ruled_out: 1, not_scored },
        };
        let found = [
            may_lead(vec![could(None, 0.6)]),
            nothing(vec![team("t")], 2),
            may_lead(vec![could(team("t"), 0.7)]),
            nothing(vec![team("u")], 2),
            nothing(vec![team("v")], 3),
            may_lead(vec![could(None, 0.6)]),
        ];
        let told = [
            may_lead(vec![could(None, 0.6), could(team("t"), 0.7)]),
            nothing(vec![team("t"), team("u")], 2),
            nothing(vec![team("v")], 3),
        ];
        assert_eq!(distinct(found), told);
    }

    #[test]
    fn facts_are_told_once_and_differ_by_place_kind_and_number() {
        let elsewhere = Finding { path: None, ..cut("o", 2.0) };
        let other_kind =
            Finding { kind: FindingKind::NotMonotone(NodeId::new("c").unwrap()), ..cut("o", 2.0) };
        let all = [cut("o", 2.0), cut("p", 2.0), cut("o", 3.0), elsewhere, other_kind];
        let twice = all.iter().chain(all.iter().rev()).cloned();
        assert_eq!(distinct(twice), all);
    }
}
