//! What the window asks and tells over its content. A dialog gives back what it was answered; who
//! shows it knows what that means.

mod add;
mod ask;
mod keys;
mod palette;
mod path;

use egui::{Id, Ui, vec2};

pub use add::{Added, ThenAdd, add_ui};
pub use ask::{Line, Message, Question, message_ui, question_ui};
pub use keys::keys_ui;
pub use palette::{Found, PaletteEntry, palette_ui};
pub use path::{Folder, FolderEntry, PathEntry, path_ui};

use crate::look::{TypeSize, Weight};
use crate::ui::theme::font_id;
use crate::ui::widgets::modal;

const WIDTH: f32 = 560.0;

/// What was made of a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply<A> {
    Given(A),
    /// It was closed without an answer, or read.
    Closed,
}

/// Shows a dialog over everything; Escape and a click beside it close it.
pub fn modal_ui<A>(
    ui: &mut Ui,
    content_ui: impl FnOnce(&mut Ui) -> Option<Reply<A>>,
) -> Option<Reply<A>> {
    let shown = modal::ui(Id::unique("dialog"), WIDTH, ui, content_ui);
    let is_closed = shown.should_close();
    shown.inner.or(is_closed.then_some(Reply::Closed))
}

/// Shows a list that scrolls within a height that it takes whatever it holds, from its first frame
/// on: a dialog that grew would move under the pointer.
fn list_ui<R>(height: f32, ui: &mut Ui, content_ui: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    let listed = ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        let list = egui::ScrollArea::vertical().max_height(height).auto_shrink([false, false]);
        list.show(ui, content_ui).inner
    });
    listed.inner
}

fn title_ui(title: &str, ui: &mut Ui) {
    let response =
        ui.label(egui::RichText::new(title).font(font_id(TypeSize::PanelTitle, Weight::SemiBold)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
}
