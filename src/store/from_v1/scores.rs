//! Scores with their evidence.

use super::super::v1;
use super::super::v1_parts::{Grade, Map};
use super::reader::Reader;
use crate::model::{
    Evidence, FaultKind, NodeId, OptionId, Path, Reference, Score, ScoreTable, SourceId, nearest,
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
}

/// A table of scores.
pub fn table(rows: Map<Map<v1::Score>>) -> ScoreTable {
    let mut table = ScoreTable::default();
    for (option, row) in rows.0 {
        let option = OptionId::provisional(&option);
        for (criterion, cell) in row.0 {
            table.set(option.clone(), NodeId::provisional(&criterion), score(cell));
        }
    }
    table
}

fn score(score: v1::Score) -> Score {
    let evidence = |e: v1::Evidence| Evidence {
        source: SourceId::provisional(&e.source),
        at: e.at,
        says: e.says,
    };
    Score {
        score: score.score.0,
        low: score.low.map(|low| low.0),
        high: score.high.map(|high| high.0),
        reason: score.reason,
        evidence: score.evidence.into_iter().map(evidence).collect(),
        grade: score.grade.and_then(Grade::to_model),
    }
}
