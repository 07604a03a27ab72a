//! In which order the matrix shows the options, and what the line below its heading says of it.

use crate::chart::matrix::View;
use crate::evaluation::Evaluation;
use crate::model::{Alternative, Criterion, Grade, Method, OptionId, Scenario};
use crate::session::Session;
use crate::text::label;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Ranked,
    AsEntered,
}

/// The matrix under the session's weighting; its rows as they are held, where all of them are.
pub fn view<'a>(
    session: &'a Session,
    evaluation: &'a Evaluation,
    order: Order,
    held: Option<&[OptionId]>,
) -> View<'a> {
    let scenario: &Scenario = session.scenario();
    let count = scenario.options.len();
    let held = held.filter(|_| order == Order::Ranked).map(|held| held_rows(scenario, held));
    let rows = held.filter(|rows| rows.len() == count).unwrap_or_else(|| match order {
        Order::Ranked => View::ranked_rows(scenario, &evaluation.ranking),
        Order::AsEntered => (0..count).collect(),
    });
    let team = session.weighting.open_team(scenario);
    View::new(scenario, evaluation, team, rows)
}

/// The options' indices in an order that is held.
fn held_rows(scenario: &Scenario, held: &[OptionId]) -> Vec<usize> {
    held.iter()
        .filter_map(|id| scenario.options.iter().position(|option| option.id == *id))
        .collect()
}

/// The options from top to bottom.
pub fn options_in_order(view: &View) -> Vec<OptionId> {
    let options = view.rows.iter().filter_map(|index| view.scenario.options.get(*index));
    options.map(|option| option.id.clone()).collect()
}

/// What the matrix is about, below its heading.
pub fn subtitle(view: &View) -> String {
    let scenario = view.scenario;
    let extent = label::extent(scenario.options.len(), scenario.criteria.len());
    let weights = match view.team {
        Some(team) => format!("Weights: {}", team.team().name),
        None if scenario.teams.is_empty() => label::EQUAL_WEIGHTS.to_owned(),
        None => label::MEAN_WEIGHTS.to_owned(),
    };
    let method = if scenario.method == Method::WeightedSum {
        String::new()
    } else {
        label::other_method(scenario.method)
    };
    format!("{extent}. {weights}.{}{method}", gaps(view))
}

fn gaps(view: &View) -> String {
    let scenario = view.scenario;
    let criteria = || scenario.criteria.iter();
    let cells = scenario.options.iter().flat_map(|o| criteria().map(|c| view.score(&o.id, &c.id)));
    let (mut missing, mut weak) = (0, 0);
    for score in cells {
        missing += usize::from(score.is_none());
        weak += usize::from(score.and_then(|score| score.grade).is_some_and(Grade::is_weak));
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

/// An option's name as a cell's label has it.
pub fn cell_label(option: &Alternative, criterion: &Criterion) -> String {
    label::cell(&option.name, &criterion.name)
}
