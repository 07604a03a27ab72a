//! What the first page shows.

use std::path::PathBuf;

use crate::chart::Thumbnail;
use crate::look::Measurer;
use crate::ui::WindowContext;
use crate::ui::action::RecoveredId;
use crate::ui::theme::ThemeChoice;

/// A preset as the page offers it.
#[derive(Clone, Debug)]
pub struct Offer {
    pub name: &'static str,
    pub title: String,
    pub question: String,
    pub decision_maker: String,
    pub extent: String,
    pub thumbnail: Thumbnail,
}

/// A file that was open before.
#[derive(Clone, Debug)]
pub struct RecentFile {
    pub path: PathBuf,
    pub title: String,
    pub folder: String,
    pub when: String,
    /// Why it can't be opened now.
    pub absence: Option<&'static str>,
}

/// A scenario that was recovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveredCard {
    pub id: RecoveredId,
    pub title: String,
    /// Where it was, and how far it is from there.
    pub below: String,
    /// When its last state was kept.
    pub when: String,
    /// How it stands to its file; none where it was never saved.
    pub against_file: Option<AgainstFile>,
    /// What it takes, in bytes.
    pub size: u64,
}

/// How a recovered scenario stands to its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgainstFile {
    Differs {
        /// Some of what differs, in sentences.
        differences: Vec<String>,
        /// How many more there are.
        more: usize,
        /// Whether another option is first; none where that isn't to be told.
        winner: Option<String>,
    },
    /// The file can't be read.
    Unreadable,
}

/// What the page shows.
pub struct Page<'a> {
    pub window: WindowContext<'a>,
    pub offers: &'a [Offer],
    pub recent: &'a [RecentFile],
    pub recovered: &'a [RecoveredCard],
    pub theme: ThemeChoice,
    pub measurer: &'a Measurer,
}
