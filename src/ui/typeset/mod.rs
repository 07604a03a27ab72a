//! Text that runs from right to left, in a toolkit that only knows left to right.
//!
//! egui shapes letters, but sets the words of a line in the order in which they are typed. One
//! plugin puts that right for all that is painted, whoever painted it: at the end of a pass, when
//! the shapes of all layers are known and the glyphs of the pass aren't yet sent to the screen, the
//! galleys that hold something from right to left are set anew (`galley`) in the order that `look`
//! gives. Labels, buttons, tabs, menus, tooltips and scenes need to know nothing of it, and no
//! later widget can forget it. A text keeps the width that egui gave it, so nothing moves.
//!
//! Two kinds of text come to it earlier. What wraps or is cut in a place of its own
//! (`widgets::text`) asks [`set`] at once, for its height depends on how it breaks. Fields (`edit`)
//! do, for caret, selection and pointer read the galley.
//!
//! A window without such text pays one pass over the bytes of what it shows.
//!
//! Assistive technology is told the names of widgets, labels among them, in logical order: names
//! are the words that were given, not what was painted. Of a label that can be selected egui tells
//! the rows and characters too, and finds what a drag selects, by the plain galley: its words are
//! as egui lays them out, and the places of its characters are those of a line from left to right.
//! Fields do both by the galley as it is set.

mod caret;
mod edge;
pub mod edit;
mod galley;

use std::collections::HashMap;
use std::sync::Arc;

use egui::layers::ShapeIdx;
use egui::text::LayoutJob;
use egui::{Context, Galley, LayerId, Plugin, Shape, Ui};

pub use edge::Edge;

use crate::look::Measurer;
use crate::look::direction::is_left_to_right;

/// Makes a context set text in both directions, measured by `measurer`.
pub fn install(ctx: &Context, measurer: Arc<Measurer>) {
    ctx.add_plugin(Typesetter { measurer, kept: HashMap::new(), pass: 0 });
}

/// Lays out a text of one format in visual order.
pub fn set(ctx: &Context, job: LayoutJob, edge: Edge) -> Arc<Galley> {
    let plain = ctx.fonts_mut(|fonts| fonts.layout_job(job));
    if is_left_to_right(plain.text()) {
        return plain;
    }
    match ctx.plugin_opt::<Typesetter>() {
        Some(plugin) => plugin.lock().turned(ctx, &plain, edge),
        None => plain,
    }
}

struct Typesetter {
    measurer: Arc<Measurer>,
    /// By the address of the galley, which nothing else can have while it is held here.
    kept: HashMap<(usize, Edge), Kept>,
    /// Counts up; what wasn't asked for in a pass is let go.
    pass: u64,
}

struct Kept {
    /// Held for its address alone.
    _plain: Arc<Galley>,
    turned: Arc<Galley>,
    pass: u64,
}

impl Typesetter {
    /// A galley of egui's in visual order, set once for as long as it is asked for.
    fn turned(&mut self, ctx: &Context, plain: &Arc<Galley>, edge: Edge) -> Arc<Galley> {
        let (measurer, pass) = (&self.measurer, self.pass);
        let kept = self.kept.entry((Arc::as_ptr(plain).addr(), edge)).or_insert_with(|| {
            let turned = ctx.fonts_mut(|fonts| galley::turned(fonts, measurer, plain, edge));
            Kept { _plain: Arc::clone(plain), turned: Arc::new(turned), pass }
        });
        kept.pass = pass;
        Arc::clone(&kept.turned)
    }

    /// Puts the texts of a shape into visual order.
    fn turn(&mut self, ctx: &Context, shape: &mut Shape) {
        match shape {
            Shape::Text(text) if has_to_turn(&text.galley) => {
                text.galley = self.turned(ctx, &text.galley, Edge::WidestLine);
            }
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.turn(ctx, shape)),
            _ => {}
        }
    }
}

impl Plugin for Typesetter {
    fn debug_name(&self) -> &'static str {
        "typesetter"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        for (layer, index) in texts_to_turn(ctx) {
            // Setting a text needs the context's fonts, so its shape is taken out and put back.
            let found = ctx.graphics(|layers| {
                layers.get(layer)?.all_entries().nth(index.0).map(|entry| entry.shape.clone())
            });
            let Some(mut shape) = found else { continue };
            self.turn(ctx, &mut shape);
            ctx.graphics_mut(|layers| {
                layers.entry(layer).mutate_shape(index, |entry| entry.shape = shape);
            });
        }
        self.kept.retain(|_, kept| kept.pass == self.pass);
        self.pass += 1;
    }
}

/// The painted shapes that hold a text which isn't yet in visual order.
fn texts_to_turn(ctx: &Context) -> Vec<(LayerId, ShapeIdx)> {
    let mut layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
    layers.extend([LayerId::background(), LayerId::debug()]);
    layers.dedup();
    ctx.graphics(|lists| {
        let found = layers.iter().filter_map(|layer| Some((layer, lists.get(*layer)?)));
        let texts = found.flat_map(|(layer, list)| {
            let numbered = list.all_entries().enumerate();
            let to_turn = numbered.filter(|(_, entry)| holds_text_to_turn(&entry.shape));
            to_turn.map(|(index, _)| (*layer, ShapeIdx(index)))
        });
        texts.collect()
    })
}

fn holds_text_to_turn(shape: &Shape) -> bool {
    match shape {
        Shape::Text(text) => has_to_turn(&text.galley),
        Shape::Vec(shapes) => shapes.iter().any(holds_text_to_turn),
        _ => false,
    }
}

fn has_to_turn(galley: &Galley) -> bool {
    !is_left_to_right(galley.text()) && !galley::is_turned(galley)
}
