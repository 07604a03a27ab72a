//! The chart of two views with what stands around it, and what lists of differences are shown with.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::chart::{ComparedView, Frame, Rows, Scene, Seen, compared, side_mark};
use crate::evaluation::Difference;
use crate::model::{Criterion, NodeId, Scenario};
use crate::session::results::Compared;
use crate::text::{self, Sides};

/// The chart with what stands around it.
pub struct Chart {
    pub scene: Scene,
    pub subtitle: String,
    pub marks: [Scene; 2],
    /// Either side's shares in whole per cents, as they are shown.
    pub percents: HashMap<NodeId, [u32; 2]>,
    /// What is said of the weights that both agree on; empty where there is nothing to be said.
    pub held: String,
    /// The sides' documents, things of equal names told apart.
    pub documents: [Arc<Scenario>; 2],
}

/// Whether a difference can be taken over now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    Allowed,
    /// Until what differs in the document as it is is known.
    Waits,
}

/// What a list of differences is shown with.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    pub compared: &'a Arc<Compared>,
    pub sides: Sides<'a>,
    pub chart: &'a Chart,
    pub taking: Taking,
}

impl Chart {
    pub fn new(frame: Frame, compared_sides: &Compared, names: [&str; 2], rows: Rows) -> Self {
        let Compared { sides, parting, differences, is_of_documents, .. } = compared_sides;
        let [left, right] = sides;
        let documents = told_apart(&left.scenario, &right.scenario);
        let seen = |place: usize| {
            let side = if place == 0 { left } else { right };
            Seen {
                name: names[place],
                scenario: &documents[place],
                weighting: &side.weighting,
                evaluation: side.evaluation.as_deref(),
            }
        };
        let view = ComparedView::new([seen(0), seen(1)], parting.as_ref(), rows);
        let document = &documents[0];
        let heading = if *is_of_documents {
            text::compare::differences(differences.len(), names)
        } else {
            text::compare::heading(document, parting.as_ref(), differences, names)
        };
        let subtitle = text::compare::subtitle(document, parting.as_ref(), differences, names);
        let scene = compared(frame, &view, heading);
        let held = text::compare::held(&agreed(compared_sides));
        let marks = view.marks.map(|mark| side_mark(frame, mark));
        let percents = view.percents;
        Self { scene, subtitle, marks, percents, held, documents }
    }
}

fn told_apart(left: &Arc<Scenario>, right: &Arc<Scenario>) -> [Arc<Scenario>; 2] {
    let told = Arc::new(text::told_apart(left));
    if Arc::ptr_eq(left, right) {
        [Arc::clone(&told), told]
    } else {
        [told, Arc::new(text::told_apart(right))]
    }
}

/// The criteria whose shares both agree on, where they don't agree on all.
fn agreed(compared: &Compared) -> Vec<&str> {
    let differ: HashSet<&NodeId> = compared
        .differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::Share { criterion, .. } => Some(criterion),
            _ => None,
        })
        .collect();
    let [here, there] = compared.sides.each_ref().map(|side| &side.scenario);
    let agreed = here.criteria.iter().filter(|it| !differ.contains(&it.id));
    let agreed = agreed.filter(|it| there.criterion(&it.id).is_some());
    let names = agreed.map(Criterion::label).collect();
    if differ.is_empty() { Vec::new() } else { names }
}
