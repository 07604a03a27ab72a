//! By what a file is known again: how long it is, and the hash of its bytes.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A file's length and SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Print {
    /// In bytes.
    length: u64,
    /// Lower case, 64 digits.
    sha256: String,
}

impl Print {
    pub fn of(bytes: &[u8]) -> Self {
        Self { length: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
    }

    /// The first 64 bits of the hash, 16 digits: enough to tell the files of one person apart.
    pub fn short(&self) -> &str {
        self.sha256.get(..16).unwrap_or(&self.sha256)
    }
}

/// Bytes in lower-case digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
