//! The words about saving that takes long or fails.

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

/// Why a scenario wasn't opened, where the program itself failed.
pub fn failed_reading(name: &str) -> String {
    format!("{name}: the program came upon a fault of its own while reading it")
}
