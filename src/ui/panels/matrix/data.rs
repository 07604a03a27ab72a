//! What the matrix shows, as data: rows in their order, and what each cell and total says.

use crate::analysis::Ranking;
use crate::evaluation::{Evaluation, Weighting};
use crate::model::{
    Alternative, Criterion, Method, NodeId, OpenTeam, OptionId, Scenario, Score, Tree,
};
use crate::session::Session;
use crate::text::{self as words, label, ordinal, percents, total};

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Ranked,
    AsEntered,
}

/// The matrix under one weighting.
pub struct MatrixView<'a> {
    pub scenario: &'a Scenario,
    pub evaluation: &'a Evaluation,
    pub weighting: &'a Weighting,
    /// The options' indices from top to bottom.
    pub rows: Vec<usize>,
    /// Shares in whole per cents, by criterion.
    pub percents: Vec<u32>,
    pub heaviest: f64,
}

/// What stands where a total would.
#[derive(Clone, Debug, PartialEq)]
pub enum TotalView {
    Ranked { rank: usize, total: f64, parts: Vec<f64>, lead: Option<f64>, is_winner: bool },
    NotScored { rank: Option<usize>, low: f64, high: f64, parts: Vec<f64> },
    RuledOut { missed: Vec<usize> },
}

impl<'a> MatrixView<'a> {
    pub fn new(
        session: &'a Session,
        evaluation: &'a Evaluation,
        order: Order,
        frozen: Option<&[OptionId]>,
    ) -> Self {
        let scenario: &Scenario = session.scenario();
        let count = scenario.options.len();
        let held =
            frozen.filter(|_| order == Order::Ranked).map(|frozen| held_rows(scenario, frozen));
        let rows = held.filter(|rows| rows.len() == count).unwrap_or_else(|| match order {
            Order::Ranked => ranked_rows(&evaluation.ranking),
            Order::AsEntered => (0..count).collect(),
        });
        // Without criteria nothing is ranked, and the options stand as they were entered.
        let rows = if rows.len() == count { rows } else { (0..count).collect() };
        let percents =
            percents(&Tree::new(&scenario.groups, &scenario.criteria), &evaluation.shares).criteria;
        let heaviest = evaluation.shares.criteria.iter().copied().fold(0.0, f64::max);
        Self { scenario, evaluation, weighting: &session.weighting, rows, percents, heaviest }
    }

    /// The options from top to bottom.
    pub fn options_in_order(&self) -> Vec<OptionId> {
        self.rows
            .iter()
            .filter_map(|index| self.scenario.options.get(*index))
            .map(|option| option.id.clone())
            .collect()
    }

    /// The team whose weighting is shown.
    pub fn team(&self) -> Option<OpenTeam<'a>> {
        self.weighting.open_team(self.scenario)
    }

    /// The score that is shown in a cell, and so is the one that typing changes.
    pub fn score(&self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        self.scenario.score_for(self.team(), option, criterion)
    }

    /// Whether the shown score is the shown team's own.
    pub fn is_own(&self, option: &OptionId, criterion: &NodeId) -> bool {
        self.team().is_some_and(|team| team.own_score(option, criterion).is_some())
    }

    /// The teams that score a cell in their own way, sealed ones aside, where the mean is shown.
    pub fn overriding(
        &self,
        option: &OptionId,
        criterion: &NodeId,
    ) -> impl Iterator<Item = (OpenTeam<'a>, f64)> {
        let teams = self.scenario.open_teams().filter(|_| self.team().is_none());
        teams.filter_map(|team| Some((team, team.own_score(option, criterion)?.score)))
    }

    /// What stands in an option's last column.
    pub fn total(&self, option: usize) -> Option<TotalView> {
        let ranking = &self.evaluation.ranking;
        let ranked = ranking.ranked.iter().find(|ranked| ranked.option == option).map(|ranked| {
            TotalView::Ranked {
                rank: ranked.rank,
                total: ranked.total,
                parts: ranked.contributions.clone(),
                lead: lead(ranking, option),
                is_winner: ranking.winners().any(|winner| winner.option == option),
            }
        });
        let not_scored = || {
            let open = ranking.not_scored.iter().find(|open| open.option == option)?;
            Some(TotalView::NotScored {
                rank: open.rank,
                low: open.low,
                high: open.high,
                parts: open.contributions.clone(),
            })
        };
        let ruled_out = || {
            let out = ranking.ruled_out.iter().find(|out| out.option == option)?;
            Some(TotalView::RuledOut { missed: out.missed.clone() })
        };
        ranked.or_else(not_scored).or_else(ruled_out)
    }

    /// What the matrix is about, below its heading.
    pub fn subtitle(&self) -> String {
        let extent = label::extent(self.scenario.options.len(), self.scenario.criteria.len());
        let weights = match self.team() {
            Some(team) => format!("Weights: {}", team.team().name),
            None if self.scenario.teams.is_empty() => label::EQUAL_WEIGHTS.to_owned(),
            None => label::MEAN_WEIGHTS.to_owned(),
        };
        let method = if self.scenario.method == Method::WeightedSum {
            String::new()
        } else {
            label::other_method(self.scenario.method)
        };
        format!("{extent}. {weights}.{}{method}", self.gaps())
    }

    fn gaps(&self) -> String {
        let cells = self
            .scenario
            .options
            .iter()
            .flat_map(|o| self.scenario.criteria.iter().map(move |c| self.score(&o.id, &c.id)));
        let (mut missing, mut weak) = (0, 0);
        for score in cells {
            missing += usize::from(score.is_none());
            weak += usize::from(
                score.and_then(|score| score.grade).is_some_and(crate::model::Grade::is_weak),
            );
        }
        let missing = if missing == 0 {
            String::new()
        } else {
            format!(" {} not scored", label::counted(missing, "cell"))
        };
        let weak = if weak == 0 {
            String::new()
        } else {
            format!(" {} on weak evidence", label::counted(weak, "cell"))
        };
        match (missing.as_str(), weak.as_str()) {
            ("", "") => String::new(),
            ("", some) | (some, "") => format!("{some}."),
            (missing, weak) => format!("{missing},{weak}."),
        }
    }
}

impl TotalView {
    /// The total in words, for those who can't see the bar.
    pub fn told(&self, scenario: &Scenario) -> String {
        match self {
            Self::Ranked { rank, total: sum, .. } => format!("{}, {}", total(*sum), ordinal(*rank)),
            Self::NotScored { rank, low, high, .. } => {
                let rank = rank.map_or_else(|| label::NOT_SCORED.to_owned(), ordinal);
                format!("{}–{}, {rank}", total(*low), total(*high))
            }
            Self::RuledOut { missed } => {
                let names: Vec<&str> = missed
                    .iter()
                    .filter_map(|index| scenario.criteria.get(*index))
                    .map(Criterion::label)
                    .collect();
                format!("{}: {}", label::RULED_OUT, words::list(&names))
            }
        }
    }
}

/// The options' indices in an order that is held.
fn held_rows(scenario: &Scenario, held: &[OptionId]) -> Vec<usize> {
    held.iter()
        .filter_map(|id| scenario.options.iter().position(|option| option.id == *id))
        .collect()
}

/// How far a lone winner is ahead of the next.
fn lead(ranking: &Ranking, option: usize) -> Option<f64> {
    let mut winners = ranking.winners();
    let winner = winners.next().filter(|winner| winner.option == option)?;
    let next = ranking
        .ranked
        .iter()
        .filter(|other| other.option != option)
        .map(|other| other.total)
        .reduce(f64::max)?;
    winners.next().is_none().then_some(winner.total - next)
}

/// Best first: scored options by rank, those with a decided rank among them, then the undecided,
/// then the ruled out.
fn ranked_rows(ranking: &Ranking) -> Vec<usize> {
    let scored = ranking.ranked.iter().map(|ranked| (ranked.rank, ranked.option));
    let open =
        ranking.not_scored.iter().map(|open| (open.rank.unwrap_or(usize::MAX - 1), open.option));
    let out = ranking.ruled_out.iter().map(|out| (usize::MAX, out.option));
    let mut rows: Vec<(usize, usize)> = scored.chain(open).chain(out).collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, option)| option).collect()
}

/// An option's name as a cell's label has it.
pub fn cell_label(option: &Alternative, criterion: &Criterion) -> String {
    label::cell(&option.name, &criterion.name)
}
