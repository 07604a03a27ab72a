//! The log: what the program noted, in files of its own folder that take turns.

use std::path::Path;

use flexi_logger::{Cleanup, Criterion, Duplicate, FileSpec, Logger, LoggerHandle, Naming};

/// How large a file of the log gets, in bytes, and how many older ones stay.
const MOST_BYTES: u64 = 1_000_000;
const OLDER: usize = 4;

/// Begins to write the log, until what is given is dropped; what is wrong stands on standard error
/// too. None where it can't be written: the program goes on without.
#[must_use]
pub fn begin(folder: &Path) -> Option<LoggerHandle> {
    let files = FileSpec::default().directory(folder).basename("mizan").suppress_timestamp();
    let turns = Criterion::Size(MOST_BYTES);
    Logger::try_with_str("warn, mizan=info")
        .ok()?
        .log_to_file(files)
        .append()
        .rotate(turns, Naming::Numbers, Cleanup::KeepLogFiles(OLDER))
        .duplicate_to_stderr(Duplicate::Warn)
        .start()
        .ok()
}
