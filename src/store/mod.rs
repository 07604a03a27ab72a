//! Scenario files: the serialised mirror of the model, the places of faults, atomic saving, and the
//! presets.
//!
//! The only module that knows RON. It reads a file whole or not at all, and writes nothing that
//! would not read back equal. It knows `model` alone.

mod canonical;
mod escape;
mod form;
mod from_v1;
mod hint;
mod outline;
mod presets;
mod read;
mod save;
mod seal;
mod secret;
mod separators;
mod site;
mod to_v1;
mod token;
mod v1;
mod v1_parts;
mod write;

pub use presets::{PRESETS, Preset, preset};
pub use read::{Opened, Unreadable, parse, places, read_bytes, read_file};
pub use save::{Overwrite, Steps, System, save, save_by};
pub use seal::{SealState, TeamSeal, ballot_hash, broken_seals, record_hash, seals};
pub use write::{Unwritable, to_text};
