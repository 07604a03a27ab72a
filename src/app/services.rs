//! What the app needs of the world, handed in so that tests can hand in others.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::{Executor, Threads};
use super::picker::Picker;
use crate::look::{FaceSource, SystemFaces};
use crate::model::Timestamp;

/// What the app needs of the world.
pub struct Services {
    pub executor: Box<dyn Executor>,
    pub picker: Box<dyn Picker>,
    pub clock: Clock,
    /// Where letters that IBM Plex lacks get a face from.
    pub faces: Arc<dyn FaceSource>,
    /// The file of preferences; none: they last as long as the window.
    pub preferences: Option<PathBuf>,
}

impl Services {
    /// The world as it is, with the system's dialogs.
    pub fn system(picker: Box<dyn Picker>) -> Self {
        let folders = directories::ProjectDirs::from("", "", "mizan");
        let preferences = folders.map(|folders| folders.config_dir().join("preferences.ron"));
        Self {
            executor: Box::new(Threads),
            picker,
            clock: Clock::System,
            faces: Arc::new(SystemFaces::default()),
            preferences,
        }
    }
}

/// What time it is.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    /// For tests: none is noted.
    Stopped,
}

impl Clock {
    /// The time as files write it, to the second.
    pub fn now(self) -> Option<Timestamp> {
        let now = jiff::Timestamp::from_second(self.second()?).ok()?;
        Timestamp::new(&now.to_string())
    }

    /// Seconds of Unix time.
    pub fn second(self) -> Option<i64> {
        match self {
            Self::System => Some(jiff::Timestamp::now().as_second()),
            Self::Stopped => None,
        }
    }

    /// A time as people read it: the hour where it was today, else the day, with the year where
    /// that is another.
    pub fn told(self, second: i64) -> String {
        let local = |second: i64| {
            jiff::Timestamp::from_second(second)
                .ok()
                .map(|time| time.to_zoned(jiff::tz::TimeZone::system()))
        };
        let Some(then) = local(second) else { return String::new() };
        let now = self.second().and_then(local);
        let form = match now {
            Some(now) if now.date() == then.date() => "%H:%M",
            Some(now) if now.year() == then.year() => "%-d %b",
            _ => "%-d %b %Y",
        };
        then.strftime(form).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_by_how_long_ago_they_were() {
        let now = Clock::System.second().unwrap();
        assert_eq!(Clock::System.told(now).len(), 5, "{}", Clock::System.told(now));
        assert!(Clock::System.told(now - 800 * 86_400).ends_with(|c: char| c.is_ascii_digit()));
        assert!(Clock::Stopped.now().is_none());
        assert!(Clock::System.now().is_some());
    }
}
