//! Scores with their evidence.

use super::super::v1;
use super::super::v1_parts::{Grade, Map};
use super::reader::Reader;
use crate::model::{
    AssumptionId, Evidence, FaultKind, Figures, NodeId, OptionId, Passage, Path, Reference, Score,
    ScoreTable, SourceId, nearest,
};

impl Reader {
    /// A row without cells leaves nothing in the model, so that an unknown option is only seen
    /// here.
    pub fn empty_rows(
        &mut self,
        rows: &Map<Map<v1::Score>>,
        options: &[v1::Alternative],
        base: &Path,
    ) {
        let empty = rows.0.iter().filter(|(_, row)| row.is_empty()).map(|(option, _)| option);
        for id in empty.filter(|id| options.iter().all(|option| option.id != **id)) {
            let nearest = nearest(id, options.iter().map(|option| option.id.as_str()));
            self.push(
                base.then("scores").key(id),
                FaultKind::UnknownId { of: Reference::Option, id: id.clone(), nearest },
            );
        }
    }

    /// The table of scores that stands at `base`.
    pub fn table(&mut self, rows: Map<Map<v1::Score>>, base: &Path) -> ScoreTable {
        let mut table = ScoreTable::default();
        for (option, row) in rows.0 {
            let option = OptionId::provisional(&option);
            for (criterion, cell) in row.0 {
                let path = || base.then("scores").key(option.as_str()).key(&criterion);
                let score = self.score(cell, path);
                table.set(option.clone(), NodeId::provisional(&criterion), score);
            }
        }
        table
    }

    fn score(&mut self, score: v1::Score, path: impl Fn() -> Path) -> Score {
        let evidence = score.evidence.into_iter().enumerate();
        let evidence = evidence
            .map(|(place, e)| self.evidence(e, || path().then("evidence").index(place)))
            .collect();
        let otherwise = score.otherwise.0.into_iter();
        Score {
            score: score.score.0,
            low: score.low.map(|low| low.0),
            high: score.high.map(|high| high.0),
            reason: score.reason,
            evidence,
            grade: score.grade.and_then(Grade::to_model),
            otherwise: otherwise
                .map(|(id, instead)| (AssumptionId::provisional(&id), figures(instead)))
                .collect(),
        }
    }

    fn evidence(&mut self, evidence: v1::Evidence, path: impl Fn() -> Path) -> Evidence {
        Evidence {
            source: SourceId::provisional(&evidence.source),
            at: evidence.at,
            says: evidence.says,
            passage: evidence
                .passage
                .and_then(|passage| self.passage(passage, || path().then("passage"))),
        }
    }

    fn passage(&mut self, passage: v1::Passage, path: impl Fn() -> Path) -> Option<Passage> {
        let words = whole_from_one(passage.words.0);
        if words.is_none() {
            let found = FaultKind::WordsOutOfForm(passage.words.0.to_string());
            self.push(path().then("words"), found);
        }
        Some(Passage { words: words?, sha256: passage.sha256 })
    }
}

fn whole_from_one(number: f64) -> Option<u32> {
    let is_whole = number.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&number);
    is_whole.then_some(number as u32)
}

fn figures(figures: v1::Figures) -> Figures {
    Figures {
        score: figures.score.0,
        low: figures.low.map(|low| low.0),
        high: figures.high.map(|high| high.0),
        reason: figures.reason,
    }
}
