//! The keyboard's focus where a person didn't put it: around dialogs, what had it before one opened
//! gets it back; on a page that was just gone to, it goes where work goes on.

use egui::{Context, Id, Memory};

use super::dialogs::Dialogs;

/// Within so many frames the focus of a widget that is gone is given up.
const FRAMES_TO_LET_GO: u8 = 3;

/// What is to become of the focus.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum FocusKeeper {
    #[default]
    AsItIs,
    /// A dialog is open; what had the focus before it.
    Dialog(Option<Id>),
    /// The dialog was closed so many frames ago.
    Closed(Id, u8),
    /// A page was gone to, and hasn't got the focus yet.
    Arriving,
    /// It was given the focus so many frames ago, which a dialog that is just gone may still keep
    /// from it.
    Arrived(Id, u8),
}

impl FocusKeeper {
    /// Takes the focus from wherever it is, so that nothing typed from now on lands there: a page
    /// was gone to, and gets it as soon as it is shown.
    pub(super) fn arrive(&mut self, ctx: &Context) {
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        *self = Self::Arriving;
        ctx.request_repaint();
    }

    /// Notes who has the focus at the end of a frame, and gives it to who is to have it.
    pub(super) fn keep(
        &mut self,
        dialogs: &Dialogs,
        landing: impl FnOnce() -> Option<Id>,
        ctx: &Context,
    ) {
        let focused = ctx.memory(Memory::focused);
        *self = match (*self, dialogs.is_open()) {
            (Self::Arriving, true) => Self::Arriving,
            (Self::Arriving, false) => arrived(landing(), focused, ctx),
            (Self::Arrived(landing, frames), false) if frames < FRAMES_TO_LET_GO => {
                if focused.is_none() {
                    ctx.memory_mut(|memory| memory.request_focus(landing));
                }
                Self::Arrived(landing, frames + 1)
            }
            (Self::AsItIs | Self::Closed(..) | Self::Arrived(..), true) => Self::Dialog(focused),
            // What had it in the dialog gives it up within the next frames.
            (Self::Dialog(Some(before)), false) => Self::Closed(before, 0),
            (Self::Closed(before, frames), false)
                if focused.is_some() && frames < FRAMES_TO_LET_GO =>
            {
                Self::Closed(before, frames + 1)
            }
            (Self::Closed(before, _), false) if focused.is_none() => {
                ctx.memory_mut(|memory| memory.request_focus(before));
                Self::AsItIs
            }
            (Self::Dialog(before), true) => Self::Dialog(before),
            _ => Self::AsItIs,
        };
        if matches!(self, Self::Closed(..) | Self::Arrived(..)) {
            ctx.request_repaint();
        }
    }
}

/// A page that can't say yet where work goes on, for its results are on their way, gets the focus
/// later, unless a person puts it somewhere meanwhile.
fn arrived(landing: Option<Id>, focused: Option<Id>, ctx: &Context) -> FocusKeeper {
    match (landing, focused) {
        (Some(landing), _) => {
            ctx.memory_mut(|memory| memory.request_focus(landing));
            ctx.request_repaint();
            FocusKeeper::Arrived(landing, 0)
        }
        (None, Some(_)) => FocusKeeper::AsItIs,
        (None, None) => FocusKeeper::Arriving,
    }
}
