//! What the matrix shows, as data: what each head, cell and total says.

use super::hatching::Hatching;
use super::legend::Legend;
use super::moves::Move;
use crate::analysis::{NotScored, Ranking};
use crate::chart::parts::{Placing, TeamMark};
use crate::evaluation::Evaluation;
use crate::model::{
    Alternative, Assumption, Counted, Criterion, NodeId, OpenTeam, OptionId, Scenario, Score, Tree,
};
use crate::text::{self, charts, percents};

/// The matrix under one weighting.
pub struct View<'a> {
    /// The document that the evaluation is of: its indices are of this one.
    pub scenario: &'a Scenario,
    /// The document as it is, whose scores are shown and typed, by their ids.
    present: &'a Scenario,
    pub evaluation: &'a Evaluation,
    /// The team whose weighting is shown; none under the mean.
    pub team: Option<OpenTeam<'a>>,
    /// The options' indices from top to bottom.
    pub rows: Vec<usize>,
    /// Shares in whole per cents, by criterion.
    pub percents: Vec<u32>,
    /// The share whose block is as high as blocks get.
    pub heaviest: f64,
    /// What a hatch marks.
    pub hatching: Hatching,
    /// Where rows that are held would go, by option; empty: none is held.
    moves: Vec<Option<Move>>,
}

/// What stands where a total would.
#[derive(Clone, Debug, PartialEq)]
pub enum Total<'a> {
    Ranked {
        rank: usize,
        total: f64,
        parts: &'a [f64],
        /// How far a lone winner is ahead of the next.
        lead: Option<f64>,
        placing: Placing,
    },
    NotScored(&'a NotScored),
    RuledOut {
        missed: &'a [usize],
    },
}

/// A cell.
pub(super) struct Cell<'a> {
    pub option: &'a Alternative,
    pub criterion: &'a Criterion,
    pub column: usize,
    /// 0..1; none: not scored.
    pub value: Option<f64>,
    pub score: Option<Counted<'a>>,
    pub owners: Vec<Owner>,
    /// The assumptions without which its score is another.
    pub hangs_on: Vec<&'a Assumption>,
}

/// A team that scores a cell in its own way, and how, where that isn't the score shown.
pub(super) struct Owner {
    pub mark: TeamMark,
    pub score: Option<String>,
}

impl<'a> View<'a> {
    /// The matrix with its options from top to bottom as in `rows`.
    pub fn new(
        scenario: &'a Scenario,
        evaluation: &'a Evaluation,
        team: Option<OpenTeam<'a>>,
        rows: Vec<usize>,
    ) -> Self {
        let percents =
            percents(&Tree::new(&scenario.groups, &scenario.criteria), &evaluation.shares).criteria;
        let heaviest = evaluation.shares.criteria.iter().copied().fold(0.0, f64::max);
        Self {
            scenario,
            present: scenario,
            evaluation,
            team,
            rows,
            percents,
            heaviest,
            hatching: Hatching::default(),
            moves: Vec::new(),
        }
    }

    /// The same with its rows held, though they would stand as in `ranked`.
    #[must_use]
    pub fn held_from(self, ranked: &[usize]) -> Self {
        Self { moves: Move::between(&self.rows, ranked), ..self }
    }

    /// Where the row of an option would go, were it not held.
    pub fn move_to(&self, option: usize) -> Option<Move> {
        self.moves.get(option).copied().flatten()
    }

    /// The same where the document has gone on since it was evaluated.
    #[must_use]
    pub fn over(self, present: &'a Scenario) -> Self {
        Self { present, ..self }
    }

    /// The options' indices best first: those scored and those with a decided rank by rank, then
    /// the undecided, then the ruled out; as they were entered where nothing is ranked.
    pub fn ranked_rows(scenario: &Scenario, ranking: &Ranking) -> Vec<usize> {
        let scored = ranking.ranked.iter().map(|ranked| (ranked.rank, ranked.option));
        let undecided = usize::MAX - 1;
        let open =
            ranking.not_scored.iter().map(|open| (open.rank.unwrap_or(undecided), open.option));
        let out = ranking.ruled_out.iter().map(|out| (usize::MAX, out.option));
        let mut rows: Vec<(usize, usize)> = scored.chain(open).chain(out).collect();
        rows.sort_unstable();
        let count = scenario.options.len();
        if rows.len() < count {
            return (0..count).collect();
        }
        rows.into_iter().map(|(_, option)| option).collect()
    }

    /// The score that is shown in a cell, and so is the one that typing changes.
    pub fn score(&self, option: &OptionId, criterion: &NodeId) -> Option<Counted<'a>> {
        self.present.score_for(self.team, option, criterion)
    }

    /// What there is to explain below it.
    pub fn legend(&self) -> Legend {
        Legend { hatching: self.hatching, has_forks: !self.present.assumptions.is_empty() }
    }

    /// The assumptions that a cell hangs on, in their order.
    fn hangs_on(&self, option: &OptionId, criterion: &NodeId) -> Vec<&'a Assumption> {
        let Some(cell) = self.cell_of(option, criterion) else { return Vec::new() };
        let all = self.present.assumptions.iter();
        all.filter(|assumption| cell.otherwise.contains_key(&assumption.id)).collect()
    }

    /// The same as it is written.
    pub fn cell_of(&self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        self.present.cell_for(self.team, option, criterion)
    }

    /// What stands in an option's last column in words, and where its row would go.
    pub fn total_told(&self, option: usize) -> Option<String> {
        let told = self.total(option)?.told(self.scenario);
        let place = self.move_to(option).map(Move::place);
        Some(place.map_or_else(|| told.clone(), |place| text::matrix::with_move(&told, place)))
    }

    /// Whether rows are held that would go elsewhere.
    pub fn moves_any(&self) -> bool {
        self.moves.iter().any(Option::is_some)
    }

    /// A criterion's share, 0..1.
    pub fn share(&self, column: usize) -> f64 {
        self.evaluation.shares.criteria.get(column).copied().unwrap_or(0.0)
    }

    /// How much of the highest block a criterion's has.
    pub(super) fn height_part(&self, column: usize) -> f64 {
        self.share(column) / self.heaviest.max(f64::MIN_POSITIVE)
    }

    /// A criterion's share as it is shown: `27 %`.
    pub fn percent(&self, column: usize) -> String {
        charts::percent(&self.percents.get(column).copied().unwrap_or(0).to_string())
    }

    pub fn placing(&self, option: usize) -> Placing {
        if self.evaluation.problem.is_ruled_out(option) {
            Placing::RuledOut
        } else if self.evaluation.ranking.winners().any(|winner| winner.option == option) {
            Placing::Winner
        } else {
            Placing::Other
        }
    }

    pub(super) fn cell(&self, option: usize, column: usize) -> Option<Cell<'a>> {
        let criterion = self.scenario.criteria.get(column)?;
        let row = self.scenario.options.get(option)?;
        let score = self.score(&row.id, &criterion.id);
        // A score just cleared has no value, though the evaluation still does.
        let known = self.evaluation.problem.cell(option, column).filter(|_| score.is_some());
        let value = known.map(|cell| cell.value);
        let owners = self.owners(&row.id, &criterion.id);
        let hangs_on = self.hangs_on(&row.id, &criterion.id);
        Some(Cell { option: row, criterion, column, value, score, owners, hangs_on })
    }

    /// The team shown, where the score is its own; under the mean every open team with a score of
    /// its own.
    fn owners(&self, option: &OptionId, criterion: &NodeId) -> Vec<Owner> {
        let mark = |team: OpenTeam| TeamMark::of(self.present, team.id());
        let own = |team: OpenTeam| {
            let cell = team.own_cell(option, criterion)?;
            Some(self.present.counted(cell).score)
        };
        if let Some(team) = self.team {
            let owner = own(team).map(|_| Owner { mark: mark(team), score: None });
            return owner.into_iter().collect();
        }
        let owner = |team: OpenTeam| {
            let score = Some(text::plain(own(team)?));
            Some(Owner { mark: mark(team), score })
        };
        self.present.open_teams().filter_map(owner).collect()
    }

    /// What stands in an option's last column; nothing where nothing is ranked.
    pub fn total(&self, option: usize) -> Option<Total<'a>> {
        let ranking = &self.evaluation.ranking;
        let ranked = ranking.ranked.iter().find(|ranked| ranked.option == option).map(|ranked| {
            Total::Ranked {
                rank: ranked.rank,
                total: ranked.total,
                parts: &ranked.contributions,
                lead: lead(ranking, option),
                placing: self.placing(option),
            }
        });
        let not_scored = || {
            let open = ranking.not_scored.iter().find(|open| open.option == option)?;
            Some(Total::NotScored(open))
        };
        let ruled_out = || {
            let out = ranking.ruled_out.iter().find(|out| out.option == option)?;
            Some(Total::RuledOut { missed: &out.missed })
        };
        ranked.or_else(not_scored).or_else(ruled_out)
    }
}

impl Cell<'_> {
    /// Where it stands and what it says.
    pub fn told(&self) -> String {
        let name = text::matrix::cell(&self.option.name, &self.criterion.name);
        let score = self.score.map(|score| text::plain(score.score));
        let told = charts::valued(&name, score.as_deref().unwrap_or(text::matrix::NOT_SCORED));
        if self.hangs_on.is_empty() {
            return told;
        }
        let names: Vec<&str> = self.hangs_on.iter().map(|it| it.label()).collect();
        format!("{told}, {}", text::assumptions::hangs_on(&names))
    }
}

impl Total<'_> {
    /// The total in words, for those who can't see the bar.
    pub fn told(&self, scenario: &Scenario) -> String {
        match self {
            Self::Ranked { rank, total, .. } => {
                format!("{}, {}", text::total(*total), text::ordinal(*rank))
            }
            Self::NotScored(open) if text::is_bare(open) => text::matrix::NOT_SCORED.to_owned(),
            Self::NotScored(open) => {
                let rank = charts::rank_or_not_scored(open.rank);
                format!("{}, {rank}", charts::total_between(open))
            }
            Self::RuledOut { missed } => {
                let names = missed.iter().filter_map(|index| scenario.criteria.get(*index));
                charts::ruled_out(&names.map(Criterion::label).collect::<Vec<_>>())
            }
        }
    }
}

/// None where a missing score could still put another first, too.
fn lead(ranking: &Ranking, option: usize) -> Option<f64> {
    let is_sure = ranking.may_lead().next().is_none();
    let mut winners = ranking.winners();
    let winner = winners.next().filter(|winner| winner.option == option)?;
    let others = ranking.ranked.iter().filter(|other| other.option != option);
    let next = others.map(|other| other.total).reduce(f64::max)?;
    (is_sure && winners.next().is_none()).then_some(winner.total - next)
}
