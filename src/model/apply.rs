//! The one place where a document is changed.

use std::sync::Arc;

use crate::model::criterion::NotedEnds;
use crate::model::edit::{Edit, GivenShares, Layer, Refusal};
use crate::model::forget::{forget_node, forget_option};
use crate::model::untouched::{leaves_sealed, sealed_teams};
use crate::model::{
    Alternative, Assumption, AssumptionId, Criterion, Fault, FaultKind, Group, Judged, NodeId,
    OptionId, Reference, Scenario, Score, ScoreTable, SourceId, Team, TeamId, Tree, faults_at_work,
};

impl Scenario {
    /// The document after an edit.
    ///
    /// # Errors
    /// [`Refusal`] where the edit names what isn't there, where it could touch a sealed record, or
    /// where the document would break a rule of FORMAT.md.
    pub fn edited(&self, edit: &Edit) -> Result<Self, Refusal> {
        let mut next = self.clone();
        next.apply(edit)?;
        let faults = faults_at_work(&next, Some(self));
        if faults.is_empty() { Ok(next) } else { Err(next.refused(faults)) }
    }

    /// Why there is to be no such document. Which sealed records break a rule in it hangs on what
    /// they hold: that is left out, and where nothing else is wrong, it is told of all alike.
    fn refused(&self, mut faults: Vec<Fault>) -> Refusal {
        faults.retain(|fault| fault.kind != FaultKind::InSealedRecord);
        if faults.is_empty() {
            Refusal::Sealed(sealed_teams(self))
        } else {
            Refusal::Breaks(faults)
        }
    }

    fn apply(&mut self, edit: &Edit) -> Result<(), Refusal> {
        leaves_sealed(self, edit)?;
        match edit {
            Edit::Title(text) => self.title.clone_from(text),
            Edit::Question(text) => self.question.clone_from(text),
            Edit::DecisionMaker(text) => self.decision_maker.clone_from(text),
            Edit::Notes(text) => self.notes.clone_from(text),
            Edit::Marking(text) => self.marking.clone_from(text),
            Edit::Method(method) => self.method = *method,
            Edit::Decision(decision) => self.decision.clone_from(decision),
            Edit::Ballot(ballot) => self.ballot.clone_from(ballot),
            Edit::Workshop(workshop) => self.workshop.clone_from(workshop),
            Edit::Baseline(option) => self.baseline.clone_from(option),
            Edit::AddAssumption(assumption, at) => {
                insert(&mut self.assumptions, assumption.clone(), *at);
            }
            Edit::ChangeAssumption(assumption) => {
                return change(&mut self.assumptions, assumption.clone());
            }
            Edit::MoveAssumption(id, to) => return shift(&mut self.assumptions, id.as_str(), *to),
            Edit::RemoveAssumption(id) => return self.remove_assumption(id),
            Edit::SetSource(id, source) => drop(self.sources.insert(id.clone(), source.clone())),
            Edit::RemoveSource(id) => return self.remove_source(id),
            Edit::AddOption(option, at) => insert(&mut self.options, option.clone(), *at),
            Edit::ChangeOption(option) => return change(&mut self.options, option.clone()),
            Edit::MoveOption(id, to) => return shift(&mut self.options, id.as_str(), *to),
            Edit::RemoveOption(id) => return self.remove_option(id),
            Edit::AddCriterion(criterion, at) => insert(&mut self.criteria, criterion.clone(), *at),
            Edit::ChangeCriterion(criterion) => return self.change_criterion(criterion),
            Edit::MoveCriterion(id, to) => return shift(&mut self.criteria, id.as_str(), *to),
            Edit::RemoveCriterion(id, given) => return self.remove_criterion(id, given),
            Edit::AddGroup(group, at) => insert(&mut self.groups, group.clone(), *at),
            Edit::ChangeGroup(group) => return self.change_group(group),
            Edit::MoveGroup(id, to) => return shift(&mut self.groups, id.as_str(), *to),
            Edit::RemoveGroup(id, given) => return self.remove_group(id, given),
            Edit::AddTeam(team, at) => insert(&mut self.teams, Arc::new(team.clone()), *at),
            Edit::DescribeTeam { id, name, short, note, mark } => {
                let team = self.team_mut(id)?;
                (team.name, team.short) = (name.clone(), short.clone());
                (team.note, team.mark) = (note.clone(), *mark);
            }
            Edit::MoveTeam(id, to) => return shift(&mut self.teams, id.as_str(), *to),
            Edit::RemoveTeam(id) => return self.remove_team(id),
            Edit::SetScore(layer, option, criterion, score) => {
                return self.set_score(layer, option, criterion, score.as_ref());
            }
            Edit::Judge(team, judgement) => {
                self.judged_mut(team)?.judgement = judgement.clone();
            }
            Edit::GiveReason(team, node, reason) => {
                give_reason(self.judged_mut(team)?, node, reason);
            }
            Edit::RankByGut(team, ranking) => {
                self.judged_mut(team)?.gut_ranking.clone_from(ranking);
            }
            Edit::CloseRound(round) => self.rounds.push(Arc::new(round.clone())),
            Edit::Several(edits) => return edits.iter().try_for_each(|edit| self.apply(edit)),
        }
        Ok(())
    }

    fn team_mut(&mut self, id: &TeamId) -> Result<&mut Team, Refusal> {
        let team = self.teams.iter_mut().find(|team| team.id == *id);
        team.map(Arc::make_mut).ok_or_else(|| Refusal::Gone(Reference::Team, id.to_string()))
    }

    fn judged_mut(&mut self, id: &TeamId) -> Result<&mut Judged, Refusal> {
        self.team_mut(id)?.opened_mut().ok_or_else(|| Refusal::Sealed(vec![id.clone()]))
    }

    /// The open records of which this holds.
    fn judged_where(
        &mut self,
        is_wanted: impl Fn(&Judged) -> bool,
    ) -> impl Iterator<Item = &mut Judged> {
        let wanted =
            self.teams.iter_mut().filter(move |team| team.opened().is_some_and(&is_wanted));
        wanted.filter_map(|team| Arc::make_mut(team).opened_mut())
    }

    fn set_score(
        &mut self,
        layer: &Layer,
        option: &OptionId,
        criterion: &NodeId,
        score: Option<&Score>,
    ) -> Result<(), Refusal> {
        let table = match layer {
            Layer::Base => &mut self.scores,
            Layer::Team(id) => &mut self.judged_mut(id)?.scores,
        };
        match score {
            Some(score) => table.set(option.clone(), criterion.clone(), score.clone()),
            None => table.remove(option, criterion),
        }
        Ok(())
    }

    fn remove_source(&mut self, id: &SourceId) -> Result<(), Refusal> {
        self.sources
            .shift_remove(id)
            .ok_or_else(|| Refusal::Gone(Reference::Source, id.to_string()))?;
        let cites = |score: &Score| score.evidence.iter().any(|e| e.source == *id);
        self.change_cells(cites, |score| score.evidence.retain(|e| e.source != *id));
        Ok(())
    }

    fn remove_assumption(&mut self, id: &AssumptionId) -> Result<(), Refusal> {
        take(&mut self.assumptions, id.as_str())?;
        let knows_it = |score: &Score| score.otherwise.contains_key(id);
        self.change_cells(knows_it, |score| drop(score.otherwise.shift_remove(id)));
        Ok(())
    }

    /// Changes cells of the base and of open teams, leaving tables as they are, and shared, in
    /// which none is concerned.
    fn change_cells(&mut self, concerns: impl Fn(&Score) -> bool, change: impl Fn(&mut Score)) {
        let is_concerned = |table: &ScoreTable| table.cells().any(|(_, _, score)| concerns(score));
        let own = self.teams.iter_mut();
        let own =
            own.filter(|team| team.opened().is_some_and(|judged| is_concerned(&judged.scores)));
        let own = own.filter_map(|team| Some(&mut Arc::make_mut(team).opened_mut()?.scores));
        let base = is_concerned(&self.scores).then_some(&mut self.scores);
        for table in base.into_iter().chain(own) {
            table.cells_mut().for_each(&change);
        }
    }

    fn remove_option(&mut self, id: &OptionId) -> Result<(), Refusal> {
        take(&mut self.options, id.as_str())?;
        self.scores.remove_row(id);
        let speaks_of_it =
            |judged: &Judged| judged.scores.row(id).is_some() || judged.gut_ranking.contains(id);
        self.judged_where(speaks_of_it).for_each(|judged| forget_option(judged, id));
        if self.baseline.as_ref() == Some(id) {
            self.baseline = None;
        }
        if self.decision.as_ref().is_some_and(|decision| decision.option.as_ref() == Some(id)) {
            self.decision = None;
        }
        for position in self.decision.iter_mut().flat_map(|it| it.positions.values_mut()) {
            position.prefers = position.prefers.take().filter(|wish| wish != id);
        }
        Ok(())
    }

    fn remove_team(&mut self, id: &TeamId) -> Result<(), Refusal> {
        take(&mut self.teams, id.as_str())?;
        if let Some(decision) = &mut self.decision {
            decision.positions.shift_remove(id);
        }
        Ok(())
    }

    fn change_criterion(&mut self, criterion: &Criterion) -> Result<(), Refusal> {
        let former = self.criterion(&criterion.id).cloned();
        let is_moved = former.as_ref().is_some_and(|former| former.group != criterion.group);
        let nodes = is_moved.then(|| self.nodes());
        change(&mut self.criteria, criterion.clone())?;
        let Some(former) = former else { return Ok(()) };
        match former.ends_in(criterion) {
            NotedEnds::Stay => {}
            NotedEnds::Turn => self.turn_swings(&criterion.id, |_| true),
            NotedEnds::FollowGoal => self
                .turn_swings(&criterion.id, |(worst, best)| criterion.goal.is_against(worst, best)),
        }
        if let Some(nodes) = nodes {
            self.forget_judgements(&criterion.id, &nodes, &GivenShares::default());
        }
        Ok(())
    }

    /// What was the worst end of a criterion's swing is its best now, in every open team's record
    /// in which that holds of the ends.
    fn turn_swings(&mut self, id: &NodeId, is_turned: impl Fn((f64, f64)) -> bool) {
        let noted = |judged: &Judged| {
            judged.judgement.weighed_ranges.get(id).is_some_and(|ends| is_turned(*ends))
        };
        for judged in self.judged_where(noted) {
            if let Some((worst, best)) = judged.judgement.weighed_ranges.get_mut(id) {
                std::mem::swap(worst, best);
            }
        }
    }

    fn change_group(&mut self, group: &Group) -> Result<(), Refusal> {
        let is_moved = self.group(&group.id).is_some_and(|former| former.group != group.group);
        let nodes = is_moved.then(|| self.nodes());
        change(&mut self.groups, group.clone())?;
        if let Some(nodes) = nodes {
            self.forget_judgements(&group.id, &nodes, &GivenShares::default());
        }
        Ok(())
    }

    fn remove_criterion(&mut self, id: &NodeId, given: &GivenShares) -> Result<(), Refusal> {
        let nodes = self.nodes();
        take(&mut self.criteria, id.as_str())?;
        self.scores.remove_column(id);
        self.forget_judgements(id, &nodes, given);
        for judged in self.judged_where(|_| true) {
            judged.scores.remove_column(id);
            judged.reasons.shift_remove(id);
        }
        Ok(())
    }

    fn remove_group(&mut self, id: &NodeId, given: &GivenShares) -> Result<(), Refusal> {
        let nodes = self.nodes();
        let removed = take(&mut self.groups, id.as_str())?;
        let mut moved = vec![id.clone()];
        for group in self.groups.iter_mut().filter(|group| group.group.as_ref() == Some(id)) {
            group.group.clone_from(&removed.group);
            moved.push(group.id.clone());
        }
        for criterion in
            self.criteria.iter_mut().filter(|criterion| criterion.group.as_ref() == Some(id))
        {
            criterion.group.clone_from(&removed.group);
            moved.push(criterion.id.clone());
        }
        for node in &moved {
            self.forget_judgements(node, &nodes, given);
        }
        for judged in self.judged_where(|judged| judged.reasons.contains_key(id)) {
            judged.reasons.shift_remove(id);
        }
        Ok(())
    }

    fn nodes(&self) -> Nodes {
        Nodes { groups: self.groups.clone(), criteria: self.criteria.clone() }
    }

    /// Takes a node out of every open team's judgement; `former` is the criteria tree in which it
    /// stood.
    fn forget_judgements(&mut self, id: &NodeId, former: &Nodes, given: &GivenShares) {
        let former = Tree::new(&former.groups, &former.criteria);
        let tree = Tree::new(&self.groups, &self.criteria);
        for team in self.teams.iter_mut().filter(|team| team.opened().is_some()) {
            let shares = given.get(&team.id);
            if let Some(judged) = Arc::make_mut(team).opened_mut() {
                forget_node(&mut judged.judgement, id, [&former, &tree], shares);
            }
        }
    }
}

/// What a criteria tree is made of, as it was.
struct Nodes {
    groups: Vec<Group>,
    criteria: Vec<Criterion>,
}

fn give_reason(judged: &mut Judged, node: &NodeId, reason: &str) {
    if reason.is_empty() {
        judged.reasons.shift_remove(node);
    } else {
        judged.reasons.insert(node.clone(), reason.to_owned());
    }
}

/// What the lists of a scenario hold: things with an id.
trait Identified {
    /// What a refusal calls such a thing.
    const OF: Reference;

    fn id(&self) -> &str;
}

impl Identified for Alternative {
    const OF: Reference = Reference::Option;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Assumption {
    const OF: Reference = Reference::Assumption;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Criterion {
    const OF: Reference = Reference::Criterion;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Group {
    const OF: Reference = Reference::Group;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Arc<Team> {
    const OF: Reference = Reference::Team;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

fn insert<T>(list: &mut Vec<T>, thing: T, at: usize) {
    list.insert(at.min(list.len()), thing);
}

fn take<T: Identified>(list: &mut Vec<T>, id: &str) -> Result<T, Refusal> {
    let place = list
        .iter()
        .position(|thing| thing.id() == id)
        .ok_or_else(|| Refusal::Gone(T::OF, id.to_owned()))?;
    Ok(list.remove(place))
}

fn change<T: Identified>(list: &mut [T], thing: T) -> Result<(), Refusal> {
    let Some(place) = list.iter_mut().find(|former| former.id() == thing.id()) else {
        return Err(Refusal::Gone(T::OF, thing.id().to_owned()));
    };
    *place = thing;
    Ok(())
}

fn shift<T: Identified>(list: &mut Vec<T>, id: &str, to: usize) -> Result<(), Refusal> {
    let thing = take(list, id)?;
    insert(list, thing, to);
    Ok(())
}
