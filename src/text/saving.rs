//! The words about saving that takes long or fails.

use crate::model::Obstacle;

pub const STILL_SAVING: &str = "This is still being saved";
pub const WAIT: &str = "Wait";
pub const DONT_WAIT: &str = "Don’t wait";
/// Why a file wasn't written, where the program itself failed.
pub const FAILED_WRITING: &str = "the program came upon a fault of its own while writing it";
pub const EXISTS: &str = "there is a file with this name already";

/// Asks whether to go on before a file is written.
pub fn waiting_question(name: &str) -> String {
    format!("{name} is still being written. Wait until it is saved?")
}

/// Said while something waits for a file to be written.
pub fn waits(name: &str) -> String {
    format!("Saving {name} first…")
}

/// Said of a save that a power cut might take back.
pub fn saved_unconfirmed(name: &str) -> String {
    format!("Saved to {name}; the disk has not confirmed that it keeps it through a power cut")
}

/// Why a scenario wasn't opened, where the program itself failed.
pub fn failed_reading(name: &str) -> String {
    format!("{name}: the program came upon a fault of its own while reading it")
}

/// Why a file can't be written, and what to do.
pub fn obstacle(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::NoFolder(folder) => format!(
            "the folder {} is not there; choose one that is, or make it first. If it is on a stick \
             or a network drive, see that this is plugged in",
            folder.display()
        ),
        Obstacle::NotAFile => "what is there is no file but a folder, a device or a pipe; choose \
                               another name"
            .to_owned(),
        Obstacle::WriteProtected => {
            "the file is write-protected; take the protection off, or choose another name"
                .to_owned()
        }
        Obstacle::FolderProtected(folder) => format!(
            "nothing may be written into the folder {}; choose another one",
            folder.display()
        ),
        Obstacle::DiskFull => {
            "there is no room left on the disk; make some, or choose another disk".to_owned()
        }
        Obstacle::NameTooLong => "its name is too long; choose a shorter one".to_owned(),
        Obstacle::ReadBackOtherwise => "what was written could not be read back as it was; the \
                                        disk or stick may be broken, choose another one"
            .to_owned(),
        Obstacle::NotConfirmed(reason) => format!(
            "the disk did not confirm that it has the file ({reason}); try again, or choose \
             another disk"
        ),
        Obstacle::Other(reason) => format!("the system says: {reason}"),
    }
}
