//! In which order the matrix shows the options, and what the line below its heading says of it.

use std::collections::{HashMap, HashSet};

use crate::chart::matrix::{Hatching, View};
use crate::evaluation::Gaps;
use crate::model::{Alternative, Criterion, Method, OpenTeam, OptionId, Scenario};
use crate::session::Session;
use crate::session::results::GapsOf;
use crate::text;
use crate::ui::panels::answer::Shown;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    #[default]
    Ranked,
    AsEntered,
}

/// Which cells are hatched, by the wish of who looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeakEvidence {
    /// As suits the document.
    #[default]
    Usual,
    /// All that is weak.
    All,
    /// Of that, what is weaker than the middle grade.
    WeakerPart,
}

impl WeakEvidence {
    fn hatching(self, gaps: &Gaps) -> Hatching {
        match self {
            Self::Usual => Hatching::usual(gaps),
            Self::All => Hatching::Weak,
            Self::WeakerPart => Hatching::weaker_part(gaps),
        }
    }

    /// The wish for all that is weak where only a part is hatched, and the other way round.
    #[must_use]
    pub fn turned(self, session: &Session) -> Self {
        match hatching(session, self) {
            Hatching::Weak => Self::WeakerPart,
            Hatching::WeakerThan(_) => Self::All,
        }
    }
}

/// What is hatched under the session's weighting; all that is weak until the grades are counted.
pub fn hatching(session: &Session, wish: WeakEvidence) -> Hatching {
    let counted = session.ask(&GapsOf(session.weighting.clone()));
    counted.last().map_or(Hatching::default(), |gaps| wish.hatching(gaps))
}

/// The matrix under the session's weighting; its rows as they are held, those added since behind
/// them.
pub fn view<'a>(
    session: &'a Session,
    shown: &'a Shown,
    order: Order,
    held: Option<&[OptionId]>,
) -> View<'a> {
    let (scenario, present): (&Scenario, &Scenario) = (&shown.scenario, session.scenario());
    let team = session.weighting.open_team(present);
    let view = |rows| View::new(scenario, &shown.evaluation, team, rows).over(present);
    if order == Order::AsEntered {
        return view((0..scenario.options.len()).collect());
    }
    let ranked = View::ranked_rows(scenario, &shown.evaluation.ranking);
    match held {
        Some(held) => view(held_rows(scenario, held, &ranked)).held_from(&ranked),
        None => view(ranked),
    }
}

/// The options' indices in an order that is held, then the others in theirs.
fn held_rows(scenario: &Scenario, held: &[OptionId], others: &[usize]) -> Vec<usize> {
    let places: HashMap<&OptionId, usize> =
        scenario.options.iter().map(|option| &option.id).zip(0..).collect();
    let mut rows: Vec<usize> = held.iter().filter_map(|id| places.get(id).copied()).collect();
    let known: HashSet<usize> = rows.iter().copied().collect();
    rows.extend(others.iter().filter(|option| !known.contains(option)));
    rows
}

/// The options from top to bottom.
pub fn options_in_order(view: &View) -> Vec<OptionId> {
    let options = view.rows.iter().filter_map(|index| view.scenario.options.get(*index));
    options.map(|option| option.id.clone()).collect()
}

/// What the matrix is about, below its heading.
pub fn subtitle(session: &Session, view: &View) -> String {
    let scenario = view.scenario;
    let extent = text::counts::extent(scenario.options.len(), scenario.criteria.len());
    let team = view.team.map(OpenTeam::team);
    let weighed = view.evaluation.shares.weighed;
    let weights = text::weightings::weights_and_scores(scenario, team, weighed);
    let method = if scenario.method == Method::WeightedSum {
        String::new()
    } else {
        text::matrix::other_method(scenario.method)
    };
    text::matrix::subtitle(&extent, &weights, &gaps(session), &method)
}

/// How many cells lack what; nothing while that is being counted for the first time.
fn gaps(session: &Session) -> String {
    let counted = session.ask(&GapsOf(session.weighting.clone()));
    let Some(Gaps { missing, weak, .. }) = counted.last().map(|gaps| **gaps) else {
        return String::new();
    };
    text::matrix::gaps(missing, weak)
}

/// An option's name as a cell's label has it.
pub fn cell_label(option: &Alternative, criterion: &Criterion) -> String {
    text::matrix::cell(&option.name, &criterion.name)
}
