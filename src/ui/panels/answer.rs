//! The answer that a page is drawn from: the last one there is, with the state of the document that
//! it is of, or why there is none.

use std::sync::Arc;

use egui::Ui;

use crate::evaluation::{Evaluation, Withheld};
use crate::model::Scenario;
use crate::session::results::{Answer, EvaluationOf, Known};
use crate::text::{self, updating};
use crate::ui::ViewContext;

/// An evaluation with the document that it is of.
pub struct Shown {
    pub scenario: Arc<Scenario>,
    pub evaluation: Arc<Evaluation>,
}

/// The last result; where there is none, says why.
pub fn last_ui<T>(answer: &Answer<T>, ui: &mut Ui) -> Option<Known<T>> {
    let told = match answer {
        Answer::Pending { .. } => updating::BEING_COMPUTED,
        _ => updating::NOT_COMPUTED,
    };
    let last = answer.last().cloned();
    if last.is_none() {
        told_ui(told, ui);
    }
    last
}

/// What the shown weighting makes of the document; where that isn't there, says why.
pub fn evaluation_ui(context: ViewContext, ui: &mut Ui) -> Option<Shown> {
    let known = last_ui(&context.session.ask(&shown_weighting(context)), ui)?;
    match shown(&known) {
        Ok(shown) => Some(shown),
        Err(withheld) => {
            told_ui(&text::withheld_named(known.scenario(), withheld), ui);
            None
        }
    }
}

/// The same for what has nothing to say where it isn't there.
pub fn evaluation(context: ViewContext) -> Option<Shown> {
    shown(context.session.ask(&shown_weighting(context)).last()?).ok()
}

fn shown_weighting(context: ViewContext) -> EvaluationOf {
    EvaluationOf(context.session.weighting.clone())
}

fn shown(known: &Known<Result<Arc<Evaluation>, Withheld>>) -> Result<Shown, &Withheld> {
    let evaluation = known.as_ref().map(Arc::clone)?;
    Ok(Shown { scenario: Arc::clone(known.scenario()), evaluation })
}

fn told_ui(told: &str, ui: &mut Ui) {
    ui.add_space(16.0);
    ui.label(told);
}
