//! The strips of all scales, built anew only when an option stands elsewhere.

use std::sync::Arc;

use crate::chart::{Frame, Scene, strip};
use crate::evaluation::SwingEnds;
use crate::session::results::Known;
use crate::ui::ViewContext;
use crate::ui::widgets::kept::{Kept, Same};

/// How wide they are, the margins for letters at their ends included.
const WIDTH: f32 = 108.0;

/// By criterion; none where nothing makes a scale.
pub(super) type Shown = Arc<Vec<Option<Scene>>>;

type Key = (Same<Vec<Option<SwingEnds>>>, usize);

/// What was built last.
#[derive(Default)]
pub(super) struct Strips(Kept<Key, Shown>);

impl Strips {
    pub fn built(&mut self, context: ViewContext, known: &Known<Vec<Option<SwingEnds>>>) -> Shown {
        let key = (Same(Arc::clone(&known.result)), context.measurer.faces_found());
        let frame = Frame::screen(WIDTH, context.measurer);
        let scenario = known.scenario();
        let build = || {
            let criteria = scenario.criteria.iter().zip(known.iter());
            criteria
                .map(|(criterion, ends)| Some(strip(frame, scenario, criterion, ends.as_ref()?)))
                .collect()
        };
        Arc::clone(self.0.get(key, || Arc::new(build())))
    }
}
