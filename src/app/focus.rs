//! The keyboard's focus around dialogs: what had it before one opened gets it back.

use super::dialogs::Dialogs;

/// Within so many frames the focus of a widget that is gone is given up.
const FRAMES_TO_LET_GO: u8 = 3;

/// What had the focus before a dialog.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum FocusKeeper {
    #[default]
    NoDialog,
    Dialog(Option<egui::Id>),
    /// Closed so many frames ago.
    Closed(egui::Id, u8),
}

impl FocusKeeper {
    /// Notes who has the focus at the end of a frame, and gives it back where a dialog has closed.
    pub(super) fn keep(&mut self, dialogs: &Dialogs, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        *self = match (*self, dialogs.is_open()) {
            (Self::NoDialog | Self::Closed(..), true) => Self::Dialog(focused),
            // What had it in the dialog gives it up within the next frames.
            (Self::Dialog(Some(before)), false) => Self::Closed(before, 0),
            (Self::Closed(before, frames), false)
                if focused.is_some() && frames < FRAMES_TO_LET_GO =>
            {
                Self::Closed(before, frames + 1)
            }
            (Self::Closed(before, _), false) if focused.is_none() => {
                ctx.memory_mut(|memory| memory.request_focus(before));
                Self::NoDialog
            }
            (Self::Dialog(before), true) => Self::Dialog(before),
            _ => Self::NoDialog,
        };
        if matches!(self, Self::Closed(..)) {
            ctx.request_repaint();
        }
    }
}
