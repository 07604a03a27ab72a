//! Scenario files: the serialised mirror of the model, the places of faults, atomic saving, what is
//! kept of each document (recovery, versions, claims), and the presets.
//!
//! The only module that knows RON. It reads a file whole or not at all, and writes nothing that
//! would not read back equal. It knows `model` alone.

mod ballots;
mod canonical;
mod claims;
mod disk;
mod escape;
mod form;
mod from_v1;
mod hint;
mod home;
mod obstacle;
mod outline;
mod part;
mod presets;
mod print;
mod read;
mod recovery;
mod save;
mod seal;
mod secret;
mod separators;
mod site;
mod stamp;
mod to_v1;
mod token;
mod v1;
mod v1_parts;
mod versions;
mod write;

pub use ballots::{Merged, OnConflict, Unmerged, ballot, is_of_base, merge};
pub use claims::{Claims, Held, Holder};
pub use disk::{Claim, Disk, Kind, NewFile, Sight, System};
pub use home::Home;
pub use presets::{PRESETS, Preset, preset};
pub use print::Print;
pub use read::{Opened, Unreadable, parse, places, read_by, read_bytes, read_file};
pub use recovery::{Left, Listed, Recovery, Slot, SlotId};
pub use save::{Durability, Expected, Saved, Unsaved, copy, save};
pub use seal::{SealState, TeamSeal, ballot_hash, broken_seals, record_hash, seals};
pub use stamp::{Stamp, opened as kept_state, stamped as to_kept_state};
pub use versions::{Moment, Stay, Version, VersionId, Versions};
pub use write::{Unwritable, to_text, to_text_unread};
