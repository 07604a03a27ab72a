//! What the window shows before anything is open: the way to a new or a known file, and the presets
//! drawn from what they hold.

mod gallery;
mod page;
mod recovered;
mod sidebar;

use egui::{Frame, Margin, Panel, Ui};

pub use page::{AgainstFile, Offer, Page, RecentFile, RecoveredCard};
pub use recovered::leading_id;

use crate::look::Role;
use crate::ui::theme::Theme;

/// How wide the side with the files is, in a wide window and in a narrow one.
const SIDE_WIDTH: f32 = 312.0;
const NARROW_SIDE_WIDTH: f32 = 240.0;
const NARROW_BELOW_WIDTH: f32 = 820.0;

/// Shows the page.
pub fn ui(page: &Page, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let is_narrow = ui.available_width() < NARROW_BELOW_WIDTH;
    let (width, margin) = if is_narrow { (NARROW_SIDE_WIDTH, 16) } else { (SIDE_WIDTH, 32) };
    let ground =
        |role| Frame::new().fill(theme.colour(role)).inner_margin(Margin::symmetric(margin, 0));
    let side =
        Panel::left("start side").exact_size(width).frame(ground(Role::Chrome)).resizable(false);
    side.show(ui, |ui| sidebar::ui(page, ui));
    egui::CentralPanel::no_frame().frame(ground(Role::Canvas)).show(ui, |ui| gallery::ui(page, ui));
}
