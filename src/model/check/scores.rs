//! FORMAT.md's rules for scores: ranges, ids and evidence.

use std::sync::Arc;

use crate::model::check::body::{Body, unknown};
use crate::model::check::report::Check;
use crate::model::{
    Criterion, FaultKind, Figures, Path, Range, Reference, Score, ScoreRow, ScoreTable, SourceId,
};

impl Check {
    /// Every row of a table; those that `checked` shares aren't looked at again.
    pub fn table(
        &mut self,
        body: &Body,
        table: &ScoreTable,
        path: &Path,
        checked: Option<&ScoreTable>,
    ) {
        for (option, row) in table.rows() {
            if !body.option_ids.contains(option) {
                self.push(path.key(option.as_str()), body.unknown_option(option));
            }
            let is_checked = checked
                .and_then(|checked| checked.row(option))
                .is_some_and(|known| Arc::ptr_eq(known, row));
            if !is_checked {
                self.row(body, row, &path.key(option.as_str()));
            }
        }
    }

    fn row(&mut self, body: &Body, row: &ScoreRow, path: &Path) {
        for (id, score) in row {
            let Some(criterion) = body.criteria.get(id) else {
                let known = body.tree.criteria.iter().map(|criterion| criterion.id.as_str());
                self.push(path.key(id.as_str()), unknown(Reference::Criterion, id.as_str(), known));
                continue;
            };
            self.score(body, criterion, score, || path.key(id.as_str()));
        }
    }

    fn score(
        &mut self,
        body: &Body,
        criterion: &Criterion,
        score: &Score,
        path: impl Fn() -> Path,
    ) {
        self.figures(criterion.range, (score.score, score.low, score.high), &path);
        self.text(&score.reason, || path().then("reason"));
        for (assumption, figures) in &score.otherwise {
            let path = || path().then("otherwise").key(assumption.as_str());
            if !body.assumption_ids.contains(assumption) {
                let known = body.assumptions.iter().map(|known| known.id.as_str());
                let fault = unknown(Reference::Assumption, assumption.as_str(), known);
                self.push(path(), fault);
            }
            let Figures { score, low, high, reason } = figures;
            self.figures(criterion.range, (*score, *low, *high), path);
            self.text(reason, || path().then("reason"));
        }
        self.evidence(body, score, path);
    }

    /// A score with its low and high.
    fn figures(
        &mut self,
        range: Range,
        (score, low, high): (f64, Option<f64>, Option<f64>),
        path: impl Fn() -> Path,
    ) {
        if let Range::Fixed(min, max) = range {
            for (field, number) in [("score", Some(score)), ("low", low), ("high", high)] {
                if let Some(found) = number.filter(|number| *number < min || *number > max) {
                    self.push(path().then(field), FaultKind::OutsideRange { found, min, max });
                }
            }
        }
        if let Some(low) = low.filter(|low| *low > score) {
            self.push(path().then("low"), FaultKind::LowAboveScore { low, score });
        }
        if let Some(high) = high.filter(|high| *high < score) {
            self.push(path().then("high"), FaultKind::HighBelowScore { high, score });
        }
    }

    fn evidence(&mut self, body: &Body, score: &Score, path: impl Fn() -> Path) {
        let Some(sources) = body.sources else {
            if !score.evidence.is_empty() {
                self.push(path().then("evidence"), FaultKind::EvidenceInRound);
            }
            return;
        };
        for (place, evidence) in score.evidence.iter().enumerate() {
            let path = || path().then("evidence").index(place);
            if !sources.contains_key(&evidence.source) {
                let known = sources.keys().map(SourceId::as_str);
                self.push(
                    path().then("source"),
                    unknown(Reference::Source, evidence.source.as_str(), known),
                );
            }
            self.text(&evidence.at, || path().then("at"));
            self.text(&evidence.says, || path().then("says"));
            if let Some(passage) = &evidence.passage {
                self.hash(&passage.sha256, || path().then("passage").then("sha256"));
            }
        }
    }
}
