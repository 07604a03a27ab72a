//! What the chart of two views shows.

use std::collections::HashMap;

use crate::analysis::Part;
use crate::evaluation::{Evaluation, Parting, Weighting};
use crate::look::Mark;
use crate::model::{Alternative, Criterion, NodeId, OptionId, Scenario, Tree};
use crate::text;

/// Up to so many options all of them are shown, whether or not anything differs in their rows.
const ALL_UP_TO: usize = 8;

/// Which rows and columns are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rows {
    /// Those in which something differs; of few options all.
    #[default]
    Differing,
    All,
}

/// What stands for a side beside its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideMark {
    Team(Mark),
    /// The side's number in an outlined square.
    Number(u8),
}

/// A side: a document under a weighting.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub name: &'a str,
    pub scenario: &'a Scenario,
    pub weighting: &'a Weighting,
    /// None where the weighting is withheld.
    pub evaluation: Option<&'a Evaluation>,
}

/// What either side has in a cell; none: not scored.
pub type Pair = [Option<f64>; 2];

/// A criterion of both.
pub struct Column<'a> {
    pub criterion: &'a Criterion,
    /// What it has in the gap; none where there is no gap to be split.
    pub part: Option<Part>,
    /// Either side's share, 0..1, and in whole per cents as it is shown elsewhere.
    pub shares: [f64; 2],
    pub percents: [u32; 2],
    /// By row.
    pub cells: Vec<Pair>,
}

/// The gap between the two, that the columns split.
#[derive(Clone, Copy)]
pub struct Gap {
    /// Above 0, in parts of a total.
    pub size: f64,
}

/// The two views.
pub struct ComparedView<'a> {
    pub names: [&'a str; 2],
    pub marks: [SideMark; 2],
    pub gap: Option<Gap>,
    pub columns: Vec<Column<'a>>,
    pub rows: Vec<&'a Alternative>,
    /// Either side's shares in whole per cents, as they are shown, of all criteria of both.
    pub percents: HashMap<NodeId, [u32; 2]>,
}

impl<'a> ComparedView<'a> {
    /// Of what both sides have: the columns by what they move of the gap, the largest first.
    pub fn new(sides: [Seen<'a>; 2], parting: Option<&Parting>, shown: Rows) -> Self {
        let [left, right] = sides;
        let options: Vec<&Alternative> = left
            .scenario
            .options
            .iter()
            .filter(|option| right.scenario.option(&option.id).is_some())
            .collect();
        let mut columns = columns(sides, parting, &options);
        let percents = columns.iter().map(|it| (it.criterion.id.clone(), it.percents)).collect();
        if shown == Rows::Differing {
            columns.retain(Column::differs);
        }
        let kept: Vec<usize> = (0..options.len())
            .filter(|row| {
                shown == Rows::All
                    || options.len() <= ALL_UP_TO
                    || columns.iter().any(|column| column.differs_in(*row))
                    || options.get(*row).is_some_and(|option| leads(parting, &option.id))
            })
            .collect();
        for column in &mut columns {
            column.cells = kept.iter().filter_map(|row| column.cells.get(*row).copied()).collect();
        }
        let rows = kept.iter().filter_map(|row| options.get(*row).copied()).collect();
        let gap = parting.map(|parting| Gap { size: parting.gap.abs() });
        Self {
            names: sides.map(|side| side.name),
            marks: marks(sides),
            gap,
            columns,
            rows,
            percents,
        }
    }
}

fn leads(parting: Option<&Parting>, option: &OptionId) -> bool {
    parting.is_some_and(|parting| parting.options.contains(option))
}

/// Teams by their marks where these tell them apart, all else by numbers.
fn marks(sides: [Seen; 2]) -> [SideMark; 2] {
    let mark = |side: &Seen| side.weighting.team(side.scenario).map(|team| team.mark.number());
    match [mark(&sides[0]), mark(&sides[1])] {
        [Some(a), Some(b)] if a != b && std::ptr::eq(sides[0].scenario, sides[1].scenario) => {
            [a, b].map(|number| SideMark::Team(Mark::of(number)))
        }
        _ => [SideMark::Number(1), SideMark::Number(2)],
    }
}

fn columns<'a>(
    sides: [Seen<'a>; 2],
    parting: Option<&Parting>,
    options: &[&Alternative],
) -> Vec<Column<'a>> {
    let parts: HashMap<&NodeId, (usize, Part)> = parting
        .into_iter()
        .flat_map(|parting| parting.parts.iter().enumerate())
        .map(|(place, (id, part))| (id, (place, *part)))
        .collect();
    // What is ahead in the gap is drawn to the right, whichever side is ahead.
    let turned = parting.map_or(1.0, |parting| if parting.gap < 0.0 { -1.0 } else { 1.0 });
    let weights = sides.map(|side| weights(&side));
    let [left, right] = sides;
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (place, criterion) in left.scenario.criteria.iter().enumerate() {
        let id = &criterion.id;
        if right.scenario.criterion(id).is_none() {
            continue;
        }
        let [a, b] = weights.each_ref().map(|known| known.get(id).copied().unwrap_or((0.0, 0)));
        let part = parts.get(id).map(|(_, part)| Part {
            weights: part.weights * turned,
            facts: part.facts * turned,
            sum: part.sum * turned,
        });
        let score = |side: &Seen, option: &Alternative| {
            Some(side.weighting.score(side.scenario, &option.id, id)?.score)
        };
        let cells = options.iter().map(|option| [score(&left, option), score(&right, option)]);
        let (shares, percents) = ([a.0, b.0], [a.1, b.1]);
        let column = Column { criterion, part, shares, percents, cells: cells.collect() };
        columns.push((parts.get(id).map_or(place, |(place, _)| *place), column));
    }
    columns.sort_by_key(|(place, _)| *place);
    columns.into_iter().map(|(_, column)| column).collect()
}

/// A side's shares, and the same in whole per cents.
fn weights<'a>(side: &Seen<'a>) -> HashMap<&'a NodeId, (f64, u32)> {
    let Some(evaluation) = side.evaluation else { return HashMap::new() };
    let tree = Tree::new(&side.scenario.groups, &side.scenario.criteria);
    let percents = text::percents(&tree, &evaluation.shares).criteria;
    let shares = evaluation.shares.criteria.iter().copied().zip(percents);
    side.scenario.criteria.iter().map(|criterion| &criterion.id).zip(shares).collect()
}

impl Column<'_> {
    /// Whether anything in it differs.
    fn differs(&self) -> bool {
        self.has_other_shares() || (0..self.cells.len()).any(|row| self.differs_in(row))
    }

    /// Whether the two weigh it differently, as far as that is a difference.
    pub fn has_other_shares(&self) -> bool {
        (self.shares[0] - self.shares[1]).abs() > 1e-9
    }

    fn differs_in(&self, row: usize) -> bool {
        self.cells.get(row).is_some_and(|[left, right]| left != right)
    }
}
