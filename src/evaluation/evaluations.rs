//! A document's evaluations, each made once, by whoever asks first, on whichever thread: every
//! team's, and the mean, which derives from the teams' shares. Findings, agreement and comparisons
//! derive from these.

use std::sync::{Arc, OnceLock};

use super::evaluated::Evaluation;
use super::noticed::{overridden_by_all, own_standing, ranking_findings, weighed_knowing};
use super::weighed_team::{TeamResult, WeighedTeam, mean_shares};
use super::{Weighting, Withheld};
use crate::analysis::{Grid, Problem, Scale, Viewpoint, weighted_sum};
use crate::elicitation::{Shares, shares, shares_of_named};
use crate::model::{
    AssumptionId, Elicitation, Finding, GivenShares, OpenTeam, Scenario, ScoreTable, TeamId,
};

/// What a document's weightings make of it, as far as anyone has asked.
pub struct Evaluations {
    scenario: Arc<Scenario>,
    ground: OnceLock<Arc<Ground>>,
    /// One for each team of the document; a sealed team's stays empty.
    teams: Vec<Slot>,
    mean: OnceLock<Arc<Evaluation>>,
    given: OnceLock<GivenShares>,
}

/// What is known of a team.
#[derive(Default)]
struct Slot {
    /// Its view of the scores, which its judgement has no part in.
    problem: OnceLock<Arc<Problem>>,
    evaluation: OnceLock<Arc<Evaluation>>,
}

/// What all weightings rest on: neither title nor judgement has a part in it.
struct Ground {
    grid: Grid<Arc<Scenario>>,
    /// The base scores' problem, which is that of every team without scores of its own.
    base: Arc<Problem>,
}

impl From<&Scenario> for Evaluations {
    /// Of a document that others hold, too: what is large in it is shared, not copied.
    fn from(scenario: &Scenario) -> Self {
        Self::new(Arc::new(scenario.clone()))
    }
}

impl Evaluations {
    pub fn new(scenario: Arc<Scenario>) -> Self {
        let teams = scenario.teams.iter().map(|_| Slot::default()).collect();
        Self {
            scenario,
            ground: OnceLock::new(),
            teams,
            mean: OnceLock::new(),
            given: OnceLock::new(),
        }
    }

    /// Those of the document's next state: what rests on nothing that changed is taken over.
    #[must_use]
    pub fn next(&self, scenario: Arc<Scenario>) -> Self {
        let next = Self::new(scenario);
        let Some(ground) = self.ground.get().filter(|_| self.has_same_ground(&next.scenario))
        else {
            return next;
        };
        let before = || self.scenario.teams.iter().zip(&self.teams);
        for (team, slot) in next.scenario.teams.iter().zip(&next.teams) {
            let Some((known, kept)) = before().find(|(known, _)| known.id == team.id) else {
                continue;
            };
            take_over(&kept.problem, &slot.problem);
            if Arc::ptr_eq(known, team) {
                take_over(&kept.evaluation, &slot.evaluation);
            }
        }
        let (here, there) = (&self.scenario.teams, &next.scenario.teams);
        let is_same = here.len() == there.len()
            && here.iter().zip(there).all(|(known, team)| Arc::ptr_eq(known, team));
        if is_same {
            take_over(&self.mean, &next.mean);
        }
        drop(next.ground.set(Arc::clone(ground)));
        next
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// What a weighting makes of the document.
    ///
    /// # Errors
    /// [`Withheld`] where the team isn't there, or is sealed.
    pub fn of(&self, weighting: &Weighting) -> Result<Arc<Evaluation>, Withheld> {
        match weighting {
            Weighting::Mean => Ok(Arc::clone(self.mean.get_or_init(|| Arc::new(self.mean())))),
            Weighting::Team(id) => {
                let (team, slot) = self.slot(id)?;
                let made = || Arc::new(self.of_team(team, slot));
                Ok(Arc::clone(slot.evaluation.get_or_init(made)))
            }
        }
    }

    /// Every team that isn't sealed with its evaluation, in document order.
    pub fn open_teams(&self) -> impl Iterator<Item = (OpenTeam<'_>, Arc<Evaluation>)> {
        let open = self.scenario.open_teams();
        open.filter_map(|team| Some((team, self.of(&Weighting::Team(team.id().clone())).ok()?)))
    }

    /// The teams that count, in document order.
    pub fn weighed_teams(&self) -> Vec<WeighedTeam> {
        let result = |(team, evaluation): (OpenTeam, _)| {
            let team = Arc::clone(self.scenario().team(team.id())?);
            WeighedTeam::of(TeamResult { team, evaluation })
        };
        self.open_teams().filter_map(result).collect()
    }

    /// The shares among their siblings that open teams' best-worst records give: what a record
    /// becomes when its best or worst is removed. Beside these teams' evaluations it is no work.
    pub fn given_shares(&self) -> &GivenShares {
        let of_team = |team: OpenTeam| {
            let Elicitation::BestWorst(_) = team.judgement().elicitation else { return None };
            let evaluation = self.of(&Weighting::Team(team.id().clone())).ok()?;
            let shares = shares_of_named(&self.scenario, team, &evaluation.shares);
            Some((team.id().clone(), shares))
        };
        self.given.get_or_init(|| self.scenario.open_teams().filter_map(of_team).collect())
    }

    /// The document from a team's viewpoint.
    ///
    /// # Errors
    /// [`Withheld`] where the team isn't there, or is sealed.
    pub fn problem_for(&self, team: &TeamId) -> Result<Arc<Problem>, Withheld> {
        let (team, slot) = self.slot(team)?;
        Ok(Arc::clone(self.problem(team, slot)))
    }

    /// One scale for each criterion.
    pub fn scales(&self) -> &[Scale] {
        &self.ground().base.scales
    }

    /// Whether a criterion's scale is made of teams' own scores, as no base score makes it.
    pub(super) fn has_scale_of_own(&self, criterion: usize) -> bool {
        self.ground().grid.has_scale_of_own(criterion)
    }

    /// How many cells there are to look at before there is an answer under each of some weightings:
    /// none where it has been asked for before.
    pub fn cost_of<'a>(&self, weightings: impl IntoIterator<Item = &'a Weighting>) -> usize {
        let views = weightings.into_iter().map(|weighting| self.views_to_make(weighting));
        match views.sum::<usize>() {
            0 => 0,
            views => views * self.cells() + self.cost_of_scales(),
        }
    }

    /// [`Self::cost_of`] for the scales.
    pub fn cost_of_scales(&self) -> usize {
        if self.ground.get().is_some() { 0 } else { self.cells() }
    }

    /// Options × criteria.
    pub fn cells(&self) -> usize {
        self.scenario.options.len() * self.scenario.criteria.len()
    }

    /// How many evaluations a weighting still needs.
    fn views_to_make(&self, weighting: &Weighting) -> usize {
        match weighting {
            Weighting::Mean if self.mean.get().is_some() => 0,
            Weighting::Mean => {
                let open = self.scenario.teams.iter().zip(&self.teams);
                let open = open.filter(|(team, _)| team.opened().is_some());
                1 + open.filter(|(_, slot)| slot.evaluation.get().is_none()).count()
            }
            Weighting::Team(id) => {
                let is_to_make = |(_, slot): (_, &Slot)| slot.evaluation.get().is_none();
                usize::from(self.slot(id).is_ok_and(is_to_make))
            }
        }
    }

    fn slot(&self, id: &TeamId) -> Result<(OpenTeam<'_>, &Slot), Withheld> {
        let found = self.scenario.teams.iter().zip(&self.teams).find(|(team, _)| team.id == *id);
        let (team, slot) = found.ok_or_else(|| Withheld::NoSuchTeam(id.clone()))?;
        Ok((team.as_open().ok_or_else(|| Withheld::Sealed(id.clone()))?, slot))
    }

    fn ground(&self) -> &Arc<Ground> {
        self.ground.get_or_init(|| {
            let grid = Grid::new(Arc::clone(&self.scenario));
            let base = Arc::new(Problem::new(&grid, Viewpoint::Base));
            Arc::new(Ground { grid, base })
        })
    }

    fn problem<'a>(&self, team: OpenTeam, slot: &'a Slot) -> &'a Arc<Problem> {
        slot.problem.get_or_init(|| {
            let ground = self.ground();
            if team.judged().scores.is_empty() {
                Arc::clone(&ground.base)
            } else {
                Arc::new(Problem::new(&ground.grid, Viewpoint::Team(team)))
            }
        })
    }

    fn of_team(&self, team: OpenTeam, slot: &Slot) -> Evaluation {
        let problem = Arc::clone(self.problem(team, slot));
        let shares = shares(&self.scenario, &problem, team);
        let mut of_team = own_standing(&self.scenario, team);
        of_team.extend(weighed_knowing(&self.scenario, team));
        self.ranked(problem, shares, of_team, Some(team.id()))
    }

    fn mean(&self) -> Evaluation {
        let open = self.open_teams();
        let of_teams =
            open.flat_map(|(_, evaluation)| evaluation.shares.findings.clone()).collect();
        let weighed = self.weighed_teams();
        let mean = mean_shares(&self.scenario, &weighed);
        let mut evaluation = self.ranked(Arc::clone(&self.ground().base), mean, of_teams, None);
        evaluation.findings.extend(overridden_by_all(&self.scenario, &weighed));
        evaluation
    }

    fn ranked(
        &self,
        problem: Arc<Problem>,
        shares: Shares,
        of_teams: Vec<Finding>,
        team: Option<&TeamId>,
    ) -> Evaluation {
        let ranking = weighted_sum(&problem, &shares.criteria);
        let mut findings = of_teams;
        findings.extend(shares.findings.iter().cloned());
        findings.extend(problem.findings.iter().cloned());
        findings.extend(ranking_findings(&self.scenario, &ranking, team));
        Evaluation { problem, shares, ranking, findings }
    }

    /// Whether another state of the document rests on the same criteria, options and scores while
    /// the same assumptions fail, in the same workshop; the teams' own scores make an observed
    /// scale where there are no base scores.
    fn has_same_ground(&self, other: &Scenario) -> bool {
        self.scenario.scores == other.scores
            && self.scenario.criteria == other.criteria
            && self.scenario.groups == other.groups
            && self.scenario.options == other.options
            && fallen(&self.scenario).eq(fallen(other))
            && self.scenario.workshop == other.workshop
            && self.scenario.open_teams().map(own_table).eq(other.open_teams().map(own_table))
    }
}

fn fallen(scenario: &Scenario) -> impl Iterator<Item = &AssumptionId> {
    scenario.fallen().map(|assumption| &assumption.id)
}

fn own_table(team: OpenTeam<'_>) -> (&TeamId, &ScoreTable) {
    (team.id(), &team.judged().scores)
}

fn take_over<T>(kept: &OnceLock<Arc<T>>, into: &OnceLock<Arc<T>>) {
    if let Some(known) = kept.get() {
        drop(into.set(Arc::clone(known)));
    }
}

/// Evaluates a document under a weighting by the weighted sum, once. Who asks more of a document
/// than that keeps its [`Evaluations`].
///
/// # Errors
/// [`Withheld`] where the team isn't there, or is sealed.
pub fn evaluate(scenario: &Scenario, weighting: &Weighting) -> Result<Evaluation, Withheld> {
    let found = Evaluations::from(scenario).of(weighting)?;
    Ok(Arc::unwrap_or_clone(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Alternative, BestWorst, Criterion, Edit, Elicitation, Hue, Judgement, Layer, Letter, Mark,
        NodeId, OptionId, Score, Team,
    };

    fn node(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    fn team(name: &str) -> TeamId {
        TeamId::new(name).unwrap()
    }

    fn judged(weights: &[(&str, f64)]) -> Judgement {
        let weights = weights.iter().map(|(id, weight)| (node(id), *weight)).collect();
        Judgement { elicitation: Elicitation::Direct(weights), ..Judgement::default() }
    }

    fn scenario() -> Scenario {
        let mut scenario = Scenario::new("a");
        scenario.criteria =
            ["x", "y"].map(|name| Criterion::new(node(name), name, Hue::nth(0))).to_vec();
        for (index, name) in ["o", "p"].into_iter().enumerate() {
            let id = OptionId::new(name).unwrap();
            for criterion in ["x", "y"] {
                scenario.scores.set(id.clone(), node(criterion), Score::exact(index as f64));
            }
            let (short, note) = (String::new(), String::new());
            let letter = Letter::nth(index);
            scenario.options.push(Alternative { id, name: name.into(), short, note, letter });
        }
        let add = |name| Edit::AddTeam(Team::new(team(name), name, Mark::nth(0)), usize::MAX);
        let weigh = |name, weight| Edit::Judge(team(name), judged(&[("x", weight), ("y", 1.0)]));
        let edits = vec![add("s"), add("t"), weigh("s", 1.0), weigh("t", 3.0)];
        scenario.edited(&Edit::Several(edits)).unwrap()
    }

    /// Of the mean and of both teams, by pointer: which are the same in both.
    fn kept(before: &Evaluations, after: &Evaluations) -> [bool; 3] {
        let weightings = [Weighting::Mean, Weighting::Team(team("s")), Weighting::Team(team("t"))];
        weightings.map(|weighting| {
            let before = before.of(&weighting).unwrap();
            Arc::ptr_eq(&before, &after.of(&weighting).unwrap())
        })
    }

    #[test]
    fn only_what_an_edit_concerns_is_evaluated_anew() {
        let before = Evaluations::from(&scenario());
        let option = OptionId::new("o").unwrap();
        let score =
            |layer| Edit::SetScore(layer, option.clone(), node("x"), Some(Score::exact(0.5)));
        let cases = [
            (Edit::Title("b".into()), [true, true, true]),
            (Edit::Judge(team("s"), judged(&[("x", 9.0)])), [false, false, true]),
            (score(Layer::Base), [false, false, false]),
            (score(Layer::Team(team("t"))), [false, false, false]),
            (Edit::RemoveTeam(team("s")), [false, true, true]),
        ];
        for (edit, expected) in cases {
            kept(&before, &before);
            let next = Arc::new(before.scenario().edited(&edit).unwrap());
            if let Edit::RemoveTeam(_) = edit {
                let after = before.next(next);
                assert_eq!(
                    after.of(&Weighting::Team(team("s"))).err(),
                    Some(Withheld::NoSuchTeam(team("s")))
                );
                continue;
            }
            assert_eq!(kept(&before, &before.next(next)), expected, "{edit:?}");
        }
    }

    #[test]
    fn what_best_worst_records_give_is_computed_once_from_their_teams_evaluations() {
        let record = BestWorst {
            best: node("x"),
            worst: node("y"),
            best_over: vec![(node("y"), 3.0)],
            over_worst: vec![(node("x"), 3.0)],
        };
        let elicitation = Elicitation::BestWorst(record);
        let judgement = Judgement { elicitation, ..Judgement::default() };
        let by_record = Edit::Judge(team("t"), judgement);
        let evaluations = Evaluations::from(&scenario().edited(&by_record).unwrap());
        let given = evaluations.given_shares();
        let [s, t] = ["s", "t"].map(|name| Weighting::Team(team(name)));
        assert!(evaluations.cost_of([&s]) > 0 && evaluations.cost_of([&t]) == 0);
        let shares = evaluations.of(&t).unwrap().shares.criteria.clone();
        assert_eq!(given.keys().collect::<Vec<_>>(), [&team("t")]);
        assert_eq!(given[&team("t")].values().copied().collect::<Vec<_>>(), shares);
        assert!(std::ptr::eq(given, evaluations.given_shares()));
    }

    #[test]
    fn one_evaluation_is_shared_by_all_who_ask() {
        let evaluations = Evaluations::from(&scenario());
        // The ground, the mean and both teams, of four cells each.
        assert_eq!(evaluations.cost_of([&Weighting::Mean]), 16);
        let mean = evaluations.of(&Weighting::Mean).unwrap();
        assert_eq!(kept(&evaluations, &evaluations), [true, true, true]);
        assert!(Arc::ptr_eq(
            &mean.problem,
            &evaluations.of(&Weighting::Team(team("s"))).unwrap().problem
        ));
        assert_eq!(evaluations.cost_of([&Weighting::Mean, &Weighting::Team(team("s"))]), 0);
        assert!(mean.shares.criteria[0] > 0.5, "{:?}", mean.shares.criteria);
    }
}
