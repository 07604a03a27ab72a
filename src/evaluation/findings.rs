//! What is to check in a document: what its evaluations find, each once.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::{Evaluations, Weighting};
use crate::model::{Finding, FindingKind, Path};

/// Every finding about a document: those of the mean and of each opened team, each once.
pub fn all_findings(evaluations: &Evaluations) -> Vec<Finding> {
    let mean = evaluations.of(&Weighting::Mean).ok();
    let teams = evaluations.open_teams().map(|(_, evaluation)| evaluation);
    distinct(mean.into_iter().chain(teams).flat_map(|evaluation| evaluation.findings.clone()))
}

/// Findings in their order, each once.
pub fn distinct(findings: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
    // Facts hold numbers, which have no hash: those of one kind at one place are compared.
    let mut seen: HashMap<(Option<Path>, Discriminant<FindingKind>), Vec<FindingKind>> =
        HashMap::new();
    let is_new = |finding: &Finding| {
        let known = seen.entry((finding.path.clone(), discriminant(&finding.kind))).or_default();
        let is_new = !known.contains(&finding.kind);
        if is_new {
            known.push(finding.kind.clone());
        }
        is_new
    };
    findings.into_iter().filter(is_new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NodeId, OptionId};

    fn cut(option: &str, score: f64) -> Finding {
        let (option, criterion) = (OptionId::new(option).unwrap(), NodeId::new("c").unwrap());
        let path = Some(Path::field("scores").key(option.as_str()));
        Finding { path, kind: FindingKind::Cut { option, criterion, score, end: 1.0 } }
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
