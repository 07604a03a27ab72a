//! Where to go for a finding: the page, the weighting and the thing that it is about.

use crate::evaluation::Weighting;
use crate::model::{Finding, FindingKind, Scenario};
use crate::session::Selection;
use crate::ui::stage::Stage;

/// A place in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub stage: Stage,
    pub selection: Selection,
    /// None: whichever is shown.
    pub weighting: Option<Weighting>,
}

/// The place where a finding's cause is seen and mended.
pub fn place_of(scenario: &Scenario, finding: &Finding) -> Place {
    let at = |stage, selection, team: Option<&_>| Place {
        stage,
        selection,
        weighting: team.cloned().map(Weighting::Team),
    };
    match &finding.kind {
        FindingKind::NotWeighed(team) | FindingKind::Inconsistent { team, .. } => {
            at(Stage::Weights, Selection::Team(team.clone()), Some(team))
        }
        FindingKind::LeftOut { team, node }
        | FindingKind::NoSwing { team, node }
        | FindingKind::Stale { team, criterion: node, .. } => {
            at(Stage::Weights, Selection::Criterion(node.clone()), Some(team))
        }
        FindingKind::Cut { option, criterion, .. }
        | FindingKind::AllOverride { option, criterion }
        | FindingKind::OwnStands { option, criterion, .. } => {
            at(Stage::Matrix, Selection::Cell(option.clone(), criterion.clone()), None)
        }
        FindingKind::SealBroken(team) | FindingKind::WeighedKnowing(team) => {
            at(Stage::Teams, Selection::Team(team.clone()), Some(team))
        }
        FindingKind::PassageNotFound(source) | FindingKind::NoText(source) => {
            at(Stage::Question, Selection::Source(source.clone()), None)
        }
        FindingKind::NotMonotone(criterion) => {
            at(Stage::Matrix, Selection::Criterion(criterion.clone()), None)
        }
        FindingKind::NotApplicable { cells, .. } => {
            let first = cells.first().cloned();
            at(
                Stage::Matrix,
                first.map_or(Selection::Nothing, |(option, criterion)| {
                    Selection::Cell(option, criterion)
                }),
                None,
            )
        }
        FindingKind::NoDifference { team, criterion } => {
            at(Stage::Matrix, Selection::Criterion(criterion.clone()), team.as_ref())
        }
        FindingKind::MayLead { option, under } => {
            let team = under.first().and_then(|under| under.team.as_ref());
            at(Stage::Matrix, Selection::Option(option.clone()), team)
        }
        FindingKind::RankReversal { left_out: option, .. } => {
            at(Stage::Matrix, Selection::Option(option.clone()), None)
        }
        FindingKind::NothingRanked { .. } => at(Stage::Matrix, first_gap(scenario), None),
        FindingKind::NoCriteria
        | FindingKind::MoreReversals { .. }
        | FindingKind::DifferentBases { .. } => at(Stage::Matrix, Selection::Nothing, None),
    }
}

/// The first cell that isn't scored.
fn first_gap(scenario: &Scenario) -> Selection {
    let cells = scenario.options.iter().flat_map(|option| {
        scenario.criteria.iter().map(move |criterion| (&option.id, &criterion.id))
    });
    let gap = cells
        .into_iter()
        .find(|(option, criterion)| scenario.scores.get(option, criterion).is_none());
    gap.map_or(Selection::Nothing, |(option, criterion)| {
        Selection::Cell(option.clone(), criterion.clone())
    })
}
