//! Places in the grid by row and column, heads included, and what is selected there.

use egui::Id;

use crate::chart::matrix::View;
use crate::model::{NodeId, OptionId};
use crate::session::Selection;

/// A row and a column; none: the head. The corner where both are heads is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub row: Option<usize>,
    pub column: Option<usize>,
}

/// The place of what is selected, where it is in the matrix.
pub fn of(view: &View, selection: &Selection) -> Option<Place> {
    let row = |id: &OptionId| {
        view.rows.iter().position(|index| {
            view.scenario.options.get(*index).is_some_and(|option| option.id == *id)
        })
    };
    let column =
        |id: &NodeId| view.scenario.criteria.iter().position(|criterion| criterion.id == *id);
    match selection {
        Selection::Cell(option, criterion) => {
            Some(Place { row: Some(row(option)?), column: Some(column(criterion)?) })
        }
        Selection::Option(option) => Some(Place { row: Some(row(option)?), column: None }),
        Selection::Criterion(criterion) => {
            Some(Place { row: None, column: Some(column(criterion)?) })
        }
        _ => None,
    }
}

/// What stands at a place.
pub fn selection(view: &View, place: Place) -> Option<Selection> {
    let option = |row: usize| {
        view.rows
            .get(row)
            .and_then(|index| view.scenario.options.get(*index))
            .map(|option| option.id.clone())
    };
    let criterion =
        |column: usize| view.scenario.criteria.get(column).map(|criterion| criterion.id.clone());
    match (place.row, place.column) {
        (Some(row), Some(column)) => Some(Selection::Cell(option(row)?, criterion(column)?)),
        (Some(row), None) => Some(Selection::Option(option(row)?)),
        (None, Some(column)) => Some(Selection::Criterion(criterion(column)?)),
        (None, None) => None,
    }
}

/// Where the focus goes first: the first cell, else the first head.
pub fn first(view: &View) -> Option<Place> {
    let row = (!view.rows.is_empty()).then_some(0);
    let column = (!view.scenario.criteria.is_empty()).then_some(0);
    (row.is_some() || column.is_some()).then_some(Place { row, column })
}

/// The id of the widget at a place, from what it is about.
pub fn id(grid: Id, selection: &Selection) -> Option<Id> {
    match selection {
        Selection::Cell(option, criterion) => {
            Some(grid.with(("cell", option.as_str(), criterion.as_str())))
        }
        Selection::Option(option) => Some(grid.with(("option", option.as_str()))),
        Selection::Criterion(criterion) => Some(grid.with(("criterion", criterion.as_str()))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_are_the_words_of_the_house_name_one_widget_each() {
        let grid = Id::unique("grid");
        let option = |id: &str| OptionId::new(id).unwrap();
        let criterion = |id: &str| NodeId::new(id).unwrap();
        let words = ["cell", "option", "criterion", "row", "column", "total", "place", "c1"];
        let mut places: Vec<Selection> = Vec::new();
        for word in words {
            places.push(Selection::Option(option(word)));
            places.push(Selection::Criterion(criterion(word)));
            places.extend(words.map(|other| Selection::Cell(option(word), criterion(other))));
        }
        let named: Vec<Id> = places.iter().filter_map(|place| id(grid, place)).collect();
        let parts = ["row", "column", "total", "place"];
        let others = parts.into_iter().flat_map(|part| words.map(|id| grid.with((part, id))));
        let all: Vec<Id> = named.iter().copied().chain(others).collect();
        let distinct: std::collections::HashSet<Id> = all.iter().copied().collect();
        assert_eq!((named.len(), distinct.len()), (places.len(), all.len()));
    }
}
