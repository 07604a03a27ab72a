//! What the first page says.

use super::counts::{capital, in_words};

pub const TAGLINE: &str = "weigh a decision together";
pub const PRESETS: &str = "Presets";
pub const PRESETS_NOTE: &str = "Opened as a copy: nothing you do changes the preset.";
pub const DECIDES: &str = "decides";
pub const RECENT: &str = "Recent";
pub const OFFLINE: &str = "Works offline. Files stay on this computer.";

/// Takes a file out of the list of recent ones.
pub fn forget(title: &str) -> String {
    format!("Forget {title}")
}

/// Shows the presets that are left out.
pub fn more_presets(count: usize) -> String {
    format!("{} more", capital(&in_words(count)))
}
