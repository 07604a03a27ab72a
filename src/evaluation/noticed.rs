//! What is questionable about one ranking, and about the mean of several teams.

use super::WeighedTeam;
use crate::analysis::Ranking;
use crate::model::{
    AssumptionId, CouldLead, Finding, FindingKind, NodeId, OpenTeam, OptionId, Path, Scenario,
    Score, ScoreTable, TeamId,
};

/// That nothing is ranked by a team's scores, or by the base scores, or what could still lead.
pub(super) fn ranking_findings(
    scenario: &Scenario,
    ranking: &Ranking,
    team: Option<&TeamId>,
) -> Vec<Finding> {
    let Some(best) = ranking.best_total() else {
        let no_criteria =
            Finding { path: Some(Path::field("criteria")), kind: FindingKind::NoCriteria };
        let kind = FindingKind::NothingRanked {
            by: vec![team.cloned()],
            ruled_out: ranking.ruled_out.len(),
            not_scored: ranking.not_scored.len(),
        };
        let nothing = Finding { path: Some(Path::field("options")), kind };
        let no_criteria = scenario.criteria.is_empty().then_some(no_criteria);
        return no_criteria.into_iter().chain([nothing]).collect();
    };
    let may_lead = ranking.reach_best().filter_map(|open| {
        let option = scenario.options.get(open.option)?.id.clone();
        let path = Path::field("options").key(option.as_str());
        Some(Finding {
            path: Some(path),
            kind: FindingKind::MayLead {
                option,
                under: vec![CouldLead { team: team.cloned(), high: open.high, best }],
            },
        })
    });
    may_lead.collect()
}

/// That a team weighed after totals were first shown.
pub(super) fn weighed_knowing(scenario: &Scenario, team: OpenTeam) -> Option<Finding> {
    let shown = scenario.workshop.as_ref()?.shown.as_ref()?;
    let weighed = team.judgement().weighed.as_ref()?;
    weighed.is_later_than(shown).then(|| Finding {
        path: Some(Path::field("teams").key(team.id().as_str())),
        kind: FindingKind::WeighedKnowing(team.id().clone()),
    })
}

/// The cells of a team's own in which the base score is another without assumptions that fail,
/// which the team's doesn't know.
pub(super) fn own_standing(scenario: &Scenario, team: OpenTeam) -> Vec<Finding> {
    let finding = |(option, criterion, own): (&OptionId, &NodeId, &Score)| {
        let base = scenario.scores.get(option, criterion)?;
        let fallen = scenario.fallen().map(|assumption| &assumption.id);
        let without: Vec<AssumptionId> = fallen
            .filter(|id| base.otherwise.contains_key(*id) && !own.otherwise.contains_key(*id))
            .cloned()
            .collect();
        let path = Some(scenario.cell_path(Some(team), option, criterion));
        let (team, option, criterion) = (team.id().clone(), option.clone(), criterion.clone());
        (!without.is_empty()).then_some(Finding {
            path,
            kind: FindingKind::OwnStands { team, option, criterion, without },
        })
    };
    team.judged().scores.cells().filter_map(finding).collect()
}

/// The cells with a base score that every team of the mean overrides: there the mean uses what is
/// nobody's.
pub(super) fn overridden_by_all(scenario: &Scenario, teams: &[WeighedTeam]) -> Vec<Finding> {
    if teams.is_empty() {
        return Vec::new();
    }
    let by_all = scenario.scores.cells().filter(|(option, criterion, _)| {
        let is_own = |scores: &ScoreTable| scores.get(option, criterion).is_some();
        teams.iter().all(|team| team.scores().is_some_and(is_own))
    });
    let finding = |(option, criterion, _): (&OptionId, &NodeId, _)| Finding {
        path: Some(Path::field("scores").key(option.as_str()).key(criterion.as_str())),
        kind: FindingKind::AllOverride { option: option.clone(), criterion: criterion.clone() },
    };
    by_all.map(finding).collect()
}
