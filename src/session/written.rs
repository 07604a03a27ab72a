//! Which reasons were written for another score than the one that they stand beside.
//!
//! A score that leaves its range of doubt leaves its reason behind: nobody has said that it holds
//! of the new number. Files hold nothing of this; it is known while the document is open.

use std::collections::HashMap;

use crate::model::{Edit, Layer, NodeId, OptionId, Scenario, Score};

/// A cell of the base's scores or of a team's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScoredCell {
    pub layer: Layer,
    pub option: OptionId,
    pub criterion: NodeId,
}

impl ScoredCell {
    /// What stands there; none where that is nothing, or sealed.
    fn score<'a>(&self, scenario: &'a Scenario) -> Option<&'a Score> {
        match &self.layer {
            Layer::Base => scenario.scores.get(&self.option, &self.criterion),
            Layer::Team(team) => scenario.open_team(team)?.own_cell(&self.option, &self.criterion),
        }
    }
}

/// The cells whose reason nobody has looked at since the score left its range, with the score that
/// it was written for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OldReasons {
    written_for: HashMap<ScoredCell, f64>,
}

impl OldReasons {
    /// The score that a cell's reason was written for, where that is another.
    pub fn written_for(&self, cell: &ScoredCell) -> Option<f64> {
        self.written_for.get(cell).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.written_for.is_empty()
    }

    /// What becomes of them by an edit that made this document, in a gesture that began with those
    /// reasons in that document: where a drag went on its way is nothing that a reason was written
    /// for.
    #[must_use]
    pub fn after(&self, edit: &Edit, began: (&Self, &Scenario), after: &Scenario) -> Self {
        let (reasons, before) = began;
        let mut next = self.clone();
        for cell in rescored_cells(edit) {
            let written_for = reasons.rewritten(&cell, before, after);
            match written_for {
                Some(score) => next.written_for.insert(cell, score),
                None => next.written_for.remove(&cell),
            };
        }
        next.written_for.retain(|cell, _| cell.score(after).is_some());
        next
    }

    /// The same once somebody said that a cell's reason holds of its score.
    #[must_use]
    pub fn confirmed(&self, cell: &ScoredCell) -> Self {
        let mut next = self.clone();
        next.written_for.remove(cell);
        next
    }

    /// The score that a cell's reason was written for, if that isn't the one it stands beside now.
    fn rewritten(&self, cell: &ScoredCell, before: &Scenario, after: &Scenario) -> Option<f64> {
        let figures = |scenario: &Scenario| {
            let cell = cell.score(scenario)?;
            Some(cell.figures(scenario.counted(cell).without))
        };
        let (before, after) = figures(before).zip(figures(after))?;
        if after.reason.is_empty() || after.reason != before.reason {
            return None;
        }
        let known = self.written_for(cell);
        let is_left = !before.holds(after.score);
        known.or(is_left.then_some(before.score)).filter(|written| *written != after.score)
    }
}

/// The cells that an edit puts a score into.
fn rescored_cells(edit: &Edit) -> Vec<ScoredCell> {
    match edit {
        Edit::SetScore(layer, option, criterion, _) => vec![ScoredCell {
            layer: layer.clone(),
            option: option.clone(),
            criterion: criterion.clone(),
        }],
        Edit::Several(edits) => edits.iter().flat_map(rescored_cells).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Alternative, Criterion, Hue, Judged, Letter, Mark, Range, Team, TeamId};
    use crate::session::Session;

    const NAME: &str = "score";

    fn cell(layer: Layer) -> ScoredCell {
        let (option, criterion) = (OptionId::new("o").unwrap(), NodeId::new("c").unwrap());
        ScoredCell { layer, option, criterion }
    }

    fn layers() -> [Layer; 2] {
        [Layer::Base, Layer::Team(TeamId::new("t").unwrap())]
    }

    /// A scenario of one cell, scored 1840 for a reason by the base and by a team.
    fn scenario() -> Scenario {
        let ScoredCell { option, criterion, .. } = cell(Layer::Base);
        let mut scenario = Scenario::new("Bridge");
        let range = Range::Fixed(0.0, 10_000.0);
        let known = Criterion::new(criterion.clone(), "Cost", Hue::nth(0));
        scenario.criteria = vec![Criterion { range, ..known }];
        scenario.options = vec![Alternative {
            id: option.clone(),
            name: "Repair".to_owned(),
            short: String::new(),
            note: String::new(),
            letter: Letter::nth(0),
        }];
        let score = Score {
            low: Some(1800.0),
            high: Some(1900.0),
            reason: "The offer of the builders.".to_owned(),
            ..Score::exact(1840.0)
        };
        scenario.scores.set(option, criterion, score);
        let judged = Judged { scores: scenario.scores.clone(), ..Judged::default() };
        let team = Team::new(TeamId::new("t").unwrap(), "Team", Mark::nth(0)).judging(judged);
        scenario.teams = vec![Arc::new(team)];
        scenario
    }

    /// Types a score into a cell, as one gesture.
    fn rescore(session: &mut Session, cell: &ScoredCell, to: f64) {
        let known = cell.score(session.scenario()).unwrap();
        let next = known.rescored(None, to, Some((0.0, 10_000.0)));
        put(session, cell, Some(next));
    }

    fn put(session: &mut Session, cell: &ScoredCell, score: Option<Score>) {
        let ScoredCell { layer, option, criterion } = cell.clone();
        let gesture = session.begin_gesture();
        session.apply(&Edit::SetScore(layer, option, criterion, score), NAME, gesture).unwrap();
    }

    fn written_for(session: &Session, cell: &ScoredCell) -> Option<f64> {
        session.old_reasons().written_for(cell)
    }

    #[test]
    fn a_score_that_leaves_its_range_leaves_its_reason_behind_in_its_own_layer() {
        for layer in layers() {
            let mut session = Session::new(scenario());
            let cell = cell(layer);
            rescore(&mut session, &cell, 1890.0);
            assert_eq!(written_for(&session, &cell), None, "the range foresaw it");
            rescore(&mut session, &cell, 2500.0);
            rescore(&mut session, &cell, 3000.0);
            assert_eq!(written_for(&session, &cell), Some(1890.0), "it speaks of that one still");
            let marked = layers().map(|layer| written_for(&session, &self::cell(layer)).is_some());
            assert_eq!(marked.iter().filter(|is_marked| **is_marked).count(), 1);
            session.undo();
            session.undo();
            assert_eq!(written_for(&session, &cell), None);
            session.redo();
            assert_eq!(written_for(&session, &cell), Some(1890.0));
            rescore(&mut session, &cell, 1890.0);
            assert_eq!(written_for(&session, &cell), None, "the old score is back");
        }
    }

    #[test]
    fn a_drag_counts_from_where_it_began_and_back_there_it_leaves_no_mark() {
        let ways: [(&[f64], Option<f64>); 4] = [
            (&[1880.0, 1900.0, 1950.0, 2500.0], Some(1840.0)),
            (&[1900.0, 2500.0, 1900.0, 1840.0], None),
            (&[2500.0, 1850.0], None),
            (&[1900.0, 1700.0, 2500.0, 1790.0], Some(1840.0)),
        ];
        for (way, mark) in ways {
            for layer in layers() {
                let mut session = Session::new(scenario());
                let cell = cell(layer);
                let held = cell.score(session.scenario()).unwrap().clone();
                let gesture = session.begin_gesture();
                for score in way {
                    let moved = held.rescored(None, *score, Some((0.0, 10_000.0)));
                    let ScoredCell { layer, option, criterion } = cell.clone();
                    let edit = Edit::SetScore(layer, option, criterion, Some(moved));
                    session.apply(&edit, NAME, gesture).unwrap();
                }
                assert_eq!(written_for(&session, &cell), mark, "{way:?}");
            }
        }
    }

    #[test]
    fn a_drag_of_one_cell_forgets_no_mark_of_another_nor_its_own_from_before() {
        let mut session = Session::new(scenario());
        let [base, own] = layers().map(cell);
        rescore(&mut session, &base, 2500.0);
        rescore(&mut session, &own, 3000.0);
        let gesture = session.begin_gesture();
        for (cell, score) in [(&base, 4000.0), (&own, 5000.0), (&base, 2500.0), (&own, 3000.0)] {
            let ScoredCell { layer, option, criterion } = cell.clone();
            let known = cell.score(session.scenario()).unwrap();
            let moved = Some(known.rescored(None, score, Some((0.0, 10_000.0))));
            let edit = Edit::SetScore(layer, option, criterion, moved);
            session.apply(&edit, NAME, gesture).unwrap();
            for cell in [&base, &own] {
                assert_eq!(written_for(&session, cell), Some(1840.0), "at {score}");
            }
        }
    }

    #[test]
    fn reverting_brings_back_the_marks_of_the_moment_that_was_saved() {
        let cell = cell(Layer::Base);
        let mut session = Session::new(scenario());
        let writing = session.draft();
        rescore(&mut session, &cell, 2500.0);
        let marked = session.draft();
        session.mark_saved(writing);
        session.revert("revert");
        let score = cell.score(session.scenario()).unwrap().score;
        assert_eq!((score, written_for(&session, &cell)), (1840.0, None));
        session.undo();
        assert_eq!(written_for(&session, &cell), Some(1840.0));
        session.confirm_reason(&cell, "reason");
        rescore(&mut session, &cell, 9000.0);
        session.mark_saved(marked);
        session.revert("revert");
        let score = cell.score(session.scenario()).unwrap().score;
        assert_eq!((score, written_for(&session, &cell)), (2500.0, Some(1840.0)));
    }

    #[test]
    fn a_reason_is_looked_at_by_editing_it_confirming_it_or_taking_the_score_out() {
        let cell = cell(Layer::Base);
        let marked = || {
            let mut session = Session::new(scenario());
            rescore(&mut session, &cell, 2500.0);
            session
        };
        let mut edited = marked();
        let known = cell.score(edited.scenario()).unwrap().clone();
        put(&mut edited, &cell, Some(Score { reason: "A new offer.".to_owned(), ..known }));
        assert_eq!(written_for(&edited, &cell), None);
        let mut confirmed = marked();
        confirmed.confirm_reason(&cell, "reason");
        assert_eq!((written_for(&confirmed, &cell), confirmed.undo_name()), (None, Some("reason")));
        confirmed.undo();
        assert_eq!(written_for(&confirmed, &cell), Some(1840.0), "undo asks again");
        let mut emptied = marked();
        put(&mut emptied, &cell, None);
        put(&mut emptied, &cell, Some(Score::exact(7.0)));
        assert_eq!(written_for(&emptied, &cell), None);
        let mut removed = marked();
        let gesture = removed.begin_gesture();
        removed.apply(&Edit::RemoveOption(cell.option.clone()), NAME, gesture).unwrap();
        assert_eq!(*removed.old_reasons(), OldReasons::default());
    }

    #[test]
    fn a_score_without_a_reason_has_none_to_look_at() {
        let cell = cell(Layer::Base);
        let mut session = Session::new(scenario());
        put(&mut session, &cell, Some(Score::exact(3.0)));
        rescore(&mut session, &cell, 5.0);
        assert_eq!(written_for(&session, &cell), None);
    }
}
