//! In which order the matrix shows the options, and what the line below its heading says of it.

use std::collections::HashMap;

use crate::chart::matrix::View;
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

/// The matrix under the session's weighting; its rows as they are held, where all of them are.
pub fn view<'a>(
    session: &'a Session,
    shown: &'a Shown,
    order: Order,
    held: Option<&[OptionId]>,
) -> View<'a> {
    let (scenario, present): (&Scenario, &Scenario) = (&shown.scenario, session.scenario());
    let count = scenario.options.len();
    let held = held.filter(|_| order == Order::Ranked).map(|held| held_rows(scenario, held));
    let rows = held.filter(|rows| rows.len() == count).unwrap_or_else(|| match order {
        Order::Ranked => View::ranked_rows(scenario, &shown.evaluation.ranking),
        Order::AsEntered => (0..count).collect(),
    });
    let team = session.weighting.open_team(present);
    View::new(scenario, &shown.evaluation, team, rows).over(present)
}

/// The options' indices in an order that is held.
fn held_rows(scenario: &Scenario, held: &[OptionId]) -> Vec<usize> {
    let places: HashMap<&OptionId, usize> =
        scenario.options.iter().map(|option| &option.id).zip(0..).collect();
    held.iter().filter_map(|id| places.get(id).copied()).collect()
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
    let Some(Gaps { missing, weak }) = counted.last().map(|gaps| **gaps) else {
        return String::new();
    };
    text::matrix::gaps(missing, weak)
}

/// An option's name as a cell's label has it.
pub fn cell_label(option: &Alternative, criterion: &Criterion) -> String {
    text::matrix::cell(&option.name, &criterion.name)
}
