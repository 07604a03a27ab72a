//! What the first page shows.

use std::path::PathBuf;

use crate::chart::Thumbnail;
use crate::look::Measurer;
use crate::ui::WindowContext;
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

/// What the page shows.
pub struct Page<'a> {
    pub window: WindowContext<'a>,
    pub offers: &'a [Offer],
    pub recent: &'a [RecentFile],
    pub theme: ThemeChoice,
    pub measurer: &'a Measurer,
}
