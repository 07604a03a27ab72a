//! All that a window shows and says in a frame.

use egui::epaint::{ClippedShape, Shape};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use crate::desk::Desk;
use crate::needles::Needles;

/// What is shown: words to search, and everything to compare.
pub struct Seen {
    /// Painted texts in full, what the accessibility tree says, and what the steps of undo are
    /// called.
    words: Vec<String>,
    /// Every node of the accessibility tree with all its properties.
    nodes: Vec<String>,
    /// What was painted, and where.
    shapes: Vec<ClippedShape>,
    /// What the system was told: title, clipboard.
    told: String,
}

impl Seen {
    pub fn of(desk: &Desk) -> Self {
        let (mut words, mut nodes) = (Vec::new(), Vec::new());
        hear(&desk.harness.root().accesskit_node(), &mut words, &mut nodes);
        let output = desk.harness.output();
        output.shapes.iter().for_each(|clipped| read(&clipped.shape, &mut words));
        if let Some(session) = &desk.harness.state().session {
            let steps = [session.undo_name(), session.redo_name()];
            words.extend(steps.into_iter().flatten().map(str::to_owned));
        }
        let viewports = output.viewport_output.values().map(|viewport| &viewport.commands);
        let told =
            format!("{:?} {:?}", output.platform_output.commands, viewports.collect::<Vec<_>>());
        words.push(told.clone());
        Self { words, nodes, shapes: output.shapes.clone(), told }
    }

    /// Whether a text stands somewhere.
    pub fn says(&self, text: &str) -> bool {
        self.count(text) > 0
    }

    /// How often a text stands there.
    pub fn count(&self, text: &str) -> usize {
        self.words.iter().filter(|words| words.contains(text)).count()
    }

    /// How many words there are.
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// What of it tells a sealed record.
    pub fn telling(&self, needles: &Needles) -> Vec<&str> {
        let words = self.words.iter().map(String::as_str);
        words.filter(|words| needles.find_in(words).is_some()).collect()
    }

    /// The first thing that differs; none where the two are the same to the last pixel.
    pub fn difference(&self, other: &Self) -> Option<String> {
        first_difference(&self.words, &other.words)
            .or_else(|| first_difference(&self.nodes, &other.nodes))
            .or_else(|| (self.told != other.told).then(|| self.told.clone()))
            .or_else(|| first_difference(&self.shapes, &other.shapes))
    }
}

fn first_difference<T: PartialEq + std::fmt::Debug>(these: &[T], those: &[T]) -> Option<String> {
    let pairs = these.iter().zip(those);
    let differing = pairs.into_iter().find(|(this, that)| this != that);
    let told = differing.map(|(this, that)| format!("{this:?}\nand {that:?}"));
    told.or_else(|| {
        (these.len() != those.len()).then(|| "not the same number of things".to_owned())
    })
}

fn hear(node: &AccessKitNode<'_>, words: &mut Vec<String>, nodes: &mut Vec<String>) {
    let said = [node.label(), node.value(), node.description()];
    words.extend(said.into_iter().flatten());
    words.extend(node.placeholder().map(str::to_owned));
    words.extend(node.numeric_value().map(mizan::text::plain));
    nodes.push(format!("{:?}", node.data()));
    for child in node.children() {
        hear(&child, words, nodes);
    }
}

fn read(shape: &Shape, words: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => words.push(text.galley.text().to_owned()),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| read(shape, words)),
        _ => {}
    }
}
