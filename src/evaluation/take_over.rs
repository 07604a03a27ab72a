//! The edit that takes a difference over: the left document becomes as the right one is in this.
//! What both agree on already is held meanwhile, so that with each the list gets shorter.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::carried::{added, joined, layer_score, removed, with_missing};
use super::difference::{Difference, Ordered, ScenarioText, Which};
use super::documents::{both_open, ids_in_order, shared_teams};
use super::half::Half;
use super::meeting::Meeting;
use super::taken_field::{with_decision_field, with_field, with_ground};
use crate::elicitation::with_shares;
use crate::model::{AssumptionId, Edit, NodeId, OptionId, Round, Scenario, Score, TeamId};

/// How a difference is taken over.
#[derive(Clone, Debug)]
pub struct TakenOver {
    pub edit: Edit,
    /// The left document after it.
    pub after: Arc<Scenario>,
    /// The share that is taken over, 0..1, where it is one.
    pub share: Option<f64>,
}

/// How the left document is made as the right one is in a difference between two views of theirs,
/// as [`super::compare_views`] finds them. `held` are the nodes whose shares the left side's team
/// holds: they stay. None where that can't be: a share of the mean, one that the left document's
/// other criteria can't make room for, a score outside its range.
pub fn take_over_view(
    difference: &Difference,
    left: Half,
    right: Half,
    held: &BTreeSet<NodeId>,
) -> Option<TakenOver> {
    match difference {
        Difference::Share { criterion, .. } => {
            let (team, meeting) = (left.team()?, Meeting::new(left, right, held)?);
            let place = left.scenario().criteria.iter().position(|it| it.id == *criterion)?;
            let problem = left.evaluations.problem_for(team.id()).ok()?;
            let shares = meeting.taking(place)?;
            let judgement = with_shares(left.scenario(), &problem, team, &shares)?;
            let taken = done(left, Edit::Judge(team.id().clone(), judgement))?;
            Some(TakenOver { share: meeting.aim(place), ..taken })
        }
        Difference::Score { option, criterion, .. } => {
            let cell = (option, criterion);
            cell_of_view(left, right, cell, right.seen(option, criterion).as_ref(), held)
        }
        Difference::Ground { option, criterion, ground, .. } => {
            let (own, other) = (left.seen(option, criterion)?, right.seen(option, criterion)?);
            let score = with_ground(&own, &other, ground);
            cell_of_view(left, right, (option, criterion), Some(&score), held)
        }
        _ => None,
    }
}

/// How the left document is made as the right one is in a difference between both, as
/// [`super::compare_documents`] finds them. None where that can't be, or not yet: while it would
/// break a rule of the left document, could touch what is sealed there, or speaks of what isn't
/// there.
pub fn take_over_document(difference: &Difference, left: Half, right: Half) -> Option<TakenOver> {
    let edit = document_edit(difference, left, right)?;
    let taken = done(left, edit)?;
    let restored = restored(left, right.scenario(), &taken.after);
    if restored.is_empty() {
        return Some(taken);
    }
    let mut edits = vec![taken.edit.clone()];
    edits.extend(restored);
    done(left, Edit::Several(edits)).or(Some(taken))
}

/// An edit with what comes of it; none where it is refused.
fn done(left: Half, edit: Edit) -> Option<TakenOver> {
    let after = Arc::new(left.scenario().edited(&edit).ok()?);
    Some(TakenOver { edit, after, share: None })
}

/// Makes a cell as the left half sees it this score; shares that both agree on are kept in
/// agreement where scores move the scales that they come from.
fn cell_of_view(
    left: Half,
    right: Half,
    (option, criterion): (&OptionId, &NodeId),
    wished: Option<&Score>,
    held: &BTreeSet<NodeId>,
) -> Option<TakenOver> {
    let is_same_document = Arc::ptr_eq(left.scenario(), right.scenario());
    let whole = right.cell(option, criterion);
    let is_whole = is_same_document && right.seen(option, criterion).as_ref() == wished;
    let own = match wished {
        Some(_) if is_whole => whole.cloned(),
        Some(wished) => Some(seen_as(left, (option, criterion), wished)),
        None => None,
    };
    let base = left.scenario().scores.get(option, criterion);
    let follows_base = left.team().is_some() && base == own.as_ref();
    let own = own.filter(|_| !follows_base);
    let set = Edit::SetScore(left.layer(), option.clone(), criterion.clone(), own);
    let taken = done(left, with_missing(left.scenario(), right.scenario(), wished, set))?;
    let evaluations = left.evaluations.next(Arc::clone(&taken.after));
    let next = Half { evaluations: &evaluations, ..left };
    let other = if is_same_document { Half { evaluations: &evaluations, ..right } } else { right };
    if next.seen(option, criterion).as_ref() != wished {
        return None;
    }
    let agreed = Meeting::new(left, right, held)?;
    let meeting = Meeting::new(next, other, held)?;
    let is_parted = agreed.agreed().iter().zip(meeting.agreed()).any(|(was, is)| *was && !is);
    let Some(team) = next.team().filter(|_| is_parted) else { return Some(taken) };
    let kept: Vec<bool> =
        agreed.agreed().iter().zip(meeting.agreed()).map(|(was, is)| *was || *is).collect();
    let problem = evaluations.problem_for(team.id()).ok()?;
    let judgement = with_shares(next.scenario(), &problem, team, &meeting.holding(&kept)?)?;
    done(left, Edit::Several(vec![taken.edit, Edit::Judge(team.id().clone(), judgement)]))
}

/// The left half's cell, written so that the half sees this: what it is under other assumptions
/// stays.
fn seen_as(left: Half, (option, criterion): (&OptionId, &NodeId), wished: &Score) -> Score {
    let Some(cell) = left.cell(option, criterion) else { return wished.clone() };
    cell.with_counting(left.scenario().counted(cell).without, wished)
}

fn document_edit(difference: &Difference, left: Half, right: Half) -> Option<Edit> {
    let (own, from) = (&**left.scenario(), &**right.scenario());
    Some(match difference {
        Difference::Text(text, [_, other]) => {
            let edit = match text {
                ScenarioText::Title => Edit::Title,
                ScenarioText::Question => Edit::Question,
                ScenarioText::DecisionMaker => Edit::DecisionMaker,
                ScenarioText::Notes => Edit::Notes,
                ScenarioText::Marking => Edit::Marking,
            };
            edit(other.clone())
        }
        Difference::Method(_) => Edit::Method(from.method),
        Difference::Baseline([_, other]) => Edit::Baseline(other.clone()),
        Difference::Only(Which::Left, kind, id) => removed(left, from, *kind, id)?,
        Difference::Only(Which::Right, kind, id) => added(own, from, *kind, id)?,
        Difference::Field { kind, id, field, .. } => with_field(own, from, (*kind, id), *field)?,
        Difference::Order(of) => reordered(own, from, *of)?,
        Difference::Weights { team, .. } => {
            Edit::Judge(team.clone(), from.open_team(team)?.judgement().clone())
        }
        Difference::Reason { team, node, reasons: [_, other] } => {
            Edit::GiveReason(team.clone(), node.clone(), other.clone())
        }
        Difference::GutRanking { team, rankings: [_, other] } => {
            Edit::RankByGut(team.clone(), other.clone())
        }
        Difference::Score { layer: Some(layer), option, criterion, .. } => {
            let other = layer_score(from, layer, option, criterion);
            let set =
                Edit::SetScore(layer.clone(), option.clone(), criterion.clone(), other.cloned());
            with_missing(own, from, other, set)
        }
        Difference::Ground { layer: Some(layer), option, criterion, ground, .. } => {
            let other = layer_score(from, layer, option, criterion)?;
            let score = with_ground(layer_score(own, layer, option, criterion)?, other, ground);
            let set = Edit::SetScore(
                layer.clone(),
                option.clone(),
                criterion.clone(),
                Some(score.clone()),
            );
            with_missing(own, from, Some(&score), set)
        }
        Difference::Decided(_) => Edit::Decision(from.decision.clone()),
        Difference::Decision(field, _) => with_decision_field(own, from, field)?,
        Difference::OnlyRound(Which::Right, name) => closed(own, from, name)?,
        Difference::Ballot([_, other]) => Edit::Ballot(other.clone()),
        Difference::Workshop([_, other]) => Edit::Workshop(other.clone()),
        Difference::Share { .. }
        | Difference::Score { .. }
        | Difference::Ground { .. }
        | Difference::Seal { .. }
        | Difference::OnlyRound(Which::Left, _)
        | Difference::Round(_)
        | Difference::RoundOrder => return None,
    })
}

/// Closes a round of the right document, and those before it that only it has. None where that
/// would put them behind one that closed later.
fn closed(left: &Scenario, from: &Scenario, name: &str) -> Option<Edit> {
    let is_here = |round: &Arc<Round>| left.rounds.iter().any(|known| known.name == round.name);
    let place = from.rounds.iter().position(|round| round.name == *name)?;
    let missing = from.rounds.iter().take(place + 1).position(|round| !is_here(round))?;
    if from.rounds.iter().skip(missing).any(is_here) {
        return None;
    }
    let rounds = from.rounds.iter().take(place + 1).skip(missing);
    Some(joined(rounds.map(|round| Edit::CloseRound((**round).clone())).collect()))
}

/// The judgements that both documents agreed on and that an edit of the left one rewrote, as they
/// were.
fn restored(left: Half, right: &Scenario, after: &Scenario) -> Vec<Edit> {
    let teams = shared_teams(left.scenario(), right).into_iter().filter_map(both_open);
    let agreed = teams.filter(|[own, other]| own.judgement() == other.judgement());
    let rewritten = agreed.filter(|[_, other]| {
        after.open_team(other.id()).is_some_and(|next| next.judgement() != other.judgement())
    });
    rewritten.map(|[_, other]| Edit::Judge(other.id().clone(), other.judgement().clone())).collect()
}

/// Puts the things of both in the right document's order, in the places that they have.
fn reordered(left: &Scenario, right: &Scenario, of: Ordered) -> Option<Edit> {
    let (own, other) = (ids_in_order(left, of), ids_in_order(right, of));
    let mut wished = other.iter().filter(|id| own.contains(id));
    let order = own.iter().map(|id| if other.contains(id) { wished.next() } else { Some(id) });
    let moved = |(to, id): (usize, Option<&&str>)| {
        let id = *id?;
        Some(match of {
            Ordered::Options => Edit::MoveOption(OptionId::new(id)?, to),
            Ordered::Criteria => Edit::MoveCriterion(NodeId::new(id)?, to),
            Ordered::Groups => Edit::MoveGroup(NodeId::new(id)?, to),
            Ordered::Assumptions => Edit::MoveAssumption(AssumptionId::new(id)?, to),
            Ordered::Teams => Edit::MoveTeam(TeamId::new(id)?, to),
        })
    };
    order.enumerate().map(moved).collect::<Option<Vec<Edit>>>().map(Edit::Several)
}
