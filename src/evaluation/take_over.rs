//! The edit that takes a difference over: the left document becomes as the right one is in this,
//! and in this alone.

use super::comparison::{Difference, Half, Part, ScenarioText, Which};
use crate::elicitation::with_share;
use crate::model::{
    Alternative, Appearance, Criterion, Edit, Group, Judged, Layer, NodeId, OpenTeam, OptionId,
    Reference, Scenario, Score, SourceId, Team, TeamId, Timestamp,
};

/// The edit of the left document that makes it as the right one is in this; none where nothing can
/// be taken over: shares of the mean.
pub fn take_over(
    difference: &Difference,
    left: Half,
    right: Half,
    now: Option<Timestamp>,
) -> Option<Edit> {
    let from = right.scenario();
    match difference {
        Difference::Text(text, _, other) => Some(match text {
            ScenarioText::Title => Edit::Title(other.clone()),
            ScenarioText::Question => Edit::Question(other.clone()),
            ScenarioText::DecisionMaker => Edit::DecisionMaker(other.clone()),
            ScenarioText::Notes => Edit::Notes(other.clone()),
        }),
        Difference::Part(Part::Method) => Some(Edit::Method(from.method)),
        Difference::Part(Part::Decision) => Some(Edit::Decision(from.decision.clone())),
        Difference::Part(Part::Rounds | Part::Ballot | Part::Rest) => None,
        Difference::Record(team) => {
            Some(record(left.scenario().open_team(team)?, from.open_team(team)?))
        }
        Difference::Only(Which::Left, kind, id) => removed(left, *kind, id),
        Difference::Only(Which::Right, kind, id) => added(left.scenario(), from, *kind, id),
        Difference::Changed(kind, id) => changed(left.scenario(), from, *kind, id),
        Difference::Share { team, criterion, right: share, .. } => {
            let team =
                team.as_ref().map_or_else(|| left.team(), |id| left.scenario().open_team(id))?;
            let problem = left.evaluations.problem_for(team.id()).ok()?;
            let judgement =
                with_share(left.scenario(), &problem, team, (criterion, *share), |_| false, now)?;
            Some(Edit::Judge(team.id().clone(), judgement))
        }
        Difference::Score { layer, option, criterion, .. }
        | Difference::Grounds { layer, option, criterion } => {
            let other = match layer {
                None => right.score(option, criterion),
                Some(Layer::Base) => from.scores.get(option, criterion),
                Some(Layer::Team(team)) => from.open_team(team)?.own_score(option, criterion),
            };
            let into = layer.clone().unwrap_or_else(|| left.layer());
            let score = Edit::SetScore(into, option.clone(), criterion.clone(), other.cloned());
            Some(with_sources(left.scenario(), from, other, score))
        }
    }
}

/// The edit of a team that makes it judge as another version of it did.
fn record(own: OpenTeam, other: OpenTeam) -> Edit {
    let (id, now, then) = (own.id(), own.judged(), other.judged());
    let no_more = now.reasons.keys().filter(|node| !then.reasons.contains_key(*node));
    let reasons = no_more
        .map(|node| (node, ""))
        .chain(then.reasons.iter().map(|(node, reason)| (node, reason.as_str())))
        .map(|(node, reason)| Edit::GiveReason(id.clone(), node.clone(), reason.to_owned()));
    let judgement = Edit::Judge(id.clone(), then.judgement.clone());
    let ranking = Edit::RankByGut(id.clone(), then.gut_ranking.clone());
    Edit::Several(std::iter::once(judgement).chain(reasons).chain([ranking]).collect())
}

fn removed(left: Half, kind: Reference, id: &str) -> Option<Edit> {
    let given = || left.evaluations.given_shares().clone();
    Some(match kind {
        Reference::Option => Edit::RemoveOption(OptionId::new(id)?),
        Reference::Criterion | Reference::Node => Edit::RemoveCriterion(NodeId::new(id)?, given()),
        Reference::Group => Edit::RemoveGroup(NodeId::new(id)?, given()),
        Reference::Team => Edit::RemoveTeam(TeamId::new(id)?),
        Reference::Source => Edit::RemoveSource(SourceId::new(id)?),
    })
}

/// Adds a thing of the other document with its scores, as far as the left one has the other ends of
/// them. A letter that is taken is changed for a free one, a group that isn't there left out; a
/// sealed team can't be taken over.
fn added(left: &Scenario, from: &Scenario, kind: Reference, id: &str) -> Option<Edit> {
    let end = usize::MAX;
    Some(match kind {
        Reference::Option => {
            let mut option = from.option(&OptionId::new(id)?)?.clone();
            if left.options.iter().any(|other| other.letter == option.letter) {
                option.letter = Appearance::default()
                    .with_letters(left.options.iter().map(|option| &option.letter))
                    .letter();
            }
            let scores =
                base_scores(left, from, |o, c| *o == option.id && left.criterion(c).is_some());
            Edit::Several(
                std::iter::once(Edit::AddOption(option.clone(), end)).chain(scores).collect(),
            )
        }
        Reference::Criterion | Reference::Node => {
            let mut criterion = from.criterion(&NodeId::new(id)?)?.clone();
            criterion.group = criterion.group.filter(|group| left.group(group).is_some());
            let scores =
                base_scores(left, from, |o, c| *c == criterion.id && left.option(o).is_some());
            Edit::Several(
                std::iter::once(Edit::AddCriterion(criterion.clone(), end)).chain(scores).collect(),
            )
        }
        Reference::Group => {
            let mut group = from.group(&NodeId::new(id)?)?.clone();
            group.group = group.group.filter(|parent| left.group(parent).is_some());
            Edit::AddGroup(group, end)
        }
        Reference::Team => {
            let other = from.open_team(&TeamId::new(id)?)?;
            let (team, judged) = (other.team(), other.judged());
            let mut named = Team::new(team.id.clone(), &team.name, team.mark);
            (named.short, named.note) = (team.short.clone(), team.note.clone());
            let mut own = Judged::default();
            let is_here =
                |node: &NodeId| left.criterion(node).is_some() || left.group(node).is_some();
            if from
                .criteria
                .iter()
                .map(|criterion| &criterion.id)
                .chain(from.groups.iter().map(|group| &group.id))
                .all(is_here)
            {
                (own.judgement, own.reasons) = (judged.judgement.clone(), judged.reasons.clone());
            }
            for (option, criterion, score) in judged
                .scores
                .cells()
                .filter(|(o, c, _)| left.option(o).is_some() && left.criterion(c).is_some())
            {
                own.scores.set(option.clone(), criterion.clone(), citing(left, score));
            }
            Edit::AddTeam(named.judging(own), end)
        }
        Reference::Source => Edit::SetSource(SourceId::new(id)?, from.sources.get(id)?.clone()),
    })
}

/// The edits that take base scores of the other document over, with the sources that they cite and
/// the left one lacks.
fn base_scores(
    left: &Scenario,
    from: &Scenario,
    is_wanted: impl Fn(&OptionId, &NodeId) -> bool,
) -> Vec<Edit> {
    let cells = from.scores.cells().filter(|(option, criterion, _)| is_wanted(option, criterion));
    let set = |(option, criterion, score): (&OptionId, &NodeId, &Score)| {
        with_sources(
            left,
            from,
            Some(score),
            Edit::SetScore(Layer::Base, option.clone(), criterion.clone(), Some(score.clone())),
        )
    };
    cells.map(set).collect()
}

/// A score without the evidence whose sources a document lacks.
fn citing(left: &Scenario, score: &Score) -> Score {
    let mut score = score.clone();
    score.evidence.retain(|evidence| left.sources.contains_key(&evidence.source));
    score
}

/// Takes over how a thing is described; its letter, colour or mark stays, and so does what a team
/// weighs and scores.
fn changed(left: &Scenario, from: &Scenario, kind: Reference, id: &str) -> Option<Edit> {
    Some(match kind {
        Reference::Option => {
            let id = OptionId::new(id)?;
            Edit::ChangeOption(Alternative {
                letter: left.option(&id)?.letter.clone(),
                ..from.option(&id)?.clone()
            })
        }
        Reference::Criterion | Reference::Node => {
            let id = NodeId::new(id)?;
            let (own, other) = (left.criterion(&id)?, from.criterion(&id)?);
            let group = other.group.clone().filter(|group| left.group(group).is_some());
            Edit::ChangeCriterion(Criterion { hue: own.hue, group, ..other.clone() })
        }
        Reference::Group => {
            let other = from.group(&NodeId::new(id)?)?.clone();
            let group = other.group.clone().filter(|group| left.group(group).is_some());
            Edit::ChangeGroup(Group { group, ..other })
        }
        Reference::Team => {
            let id = TeamId::new(id)?;
            let (own, other) = (left.team(&id)?, from.team(&id)?);
            let (name, short, note) = (other.name.clone(), other.short.clone(), other.note.clone());
            let mark = own.mark;
            Edit::DescribeTeam { id, name, short, note, mark }
        }
        Reference::Source => Edit::SetSource(SourceId::new(id)?, from.sources.get(id)?.clone()),
    })
}

/// A score's edit together with the sources that it cites and the left document lacks.
fn with_sources(left: &Scenario, from: &Scenario, score: Option<&Score>, edit: Edit) -> Edit {
    let cited =
        score.into_iter().flat_map(|score| &score.evidence).map(|evidence| &evidence.source);
    let missing = cited
        .filter(|id| !left.sources.contains_key(*id))
        .filter_map(|id| Some((id, from.sources.get(id)?)));
    let mut edits: Vec<Edit> =
        missing.map(|(id, source)| Edit::SetSource(id.clone(), source.clone())).collect();
    if edits.is_empty() {
        return edit;
    }
    edits.push(edit);
    Edit::Several(edits)
}
