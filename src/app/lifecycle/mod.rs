//! A document's life: opening, saving, comparing, replacing, closing, and quitting the window, as
//! one pure function from a state and an event to the next state and what is to be done.
//!
//! [`step`] knows no window, file or clock: what it wants done comes out as an [`Effect`], and what
//! came of that goes in again as an [`Event`]. What waits carries what follows it: a question holds
//! what each of its answers leads to, a save what comes once it has ended. These rules hold:
//!
//! - No version of a document that isn't in its file goes but by an answer that let just this
//!   version go.
//! - Of all that was to come in the document's place, the newest wish alone counts.
//! - No file that was there is replaced but by an answer that said so, or as what it was when the
//!   document was last read from it or saved to it; a file is known by its whole path.
//! - Every errand is answered by the end of its job, a failed one too; then everything moves on.
//! - A save marks the version that was written, of the document that it was written from.

mod effect;
mod event;
mod id;
mod label;
mod leaving;
mod on_disk;
mod opening;
mod question;
mod saving;
mod state;
mod step;
mod wish;

pub use effect::{Because, Effect, Manner, Purpose, Recovery, Source, Told, Turn};
pub use event::{Came, Event, Found, Look, Picked, Present, Unwritten, whole};
pub use id::{DocumentId, ErrandId, QuestionId, Version};
pub use label::Label;
pub use question::{Answer, PathFor, Question, Target, Unopened, Unsaved, Whereabouts};
pub use state::{Access, OnDisk, Origin, State};
pub use step::step;
pub use wish::{Leave, Next, Patience};
