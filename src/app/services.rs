//! What the app needs of the world, handed in so that tests can hand in others.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::breakdown::Breakdown;
use super::clock::Clock;
use super::jobs::{Executor, Threads};
use super::picker::{NoPicker, Picker};
use crate::look::{FaceSource, NoFaces, SystemFaces};
use crate::store::{Disk, Home, System};

/// What the app needs of the world.
pub struct Services {
    pub executor: Box<dyn Executor>,
    pub picker: Box<dyn Picker>,
    pub clock: Clock,
    /// Where letters that IBM Plex lacks get a face from.
    pub faces: Arc<dyn FaceSource>,
    /// The file of preferences; none: they last as long as the window.
    pub preferences: Option<PathBuf>,
    pub keeping: Keeping,
    pub breakdown: Breakdown,
}

/// How the program keeps what people do.
#[derive(Clone)]
pub struct Keeping {
    pub disk: Arc<dyn Disk>,
    /// Where recovery, versions and claims lie; none: nothing is kept.
    pub home: Option<Home>,
    /// How long at least lies between two states that recovery keeps: what is edited meanwhile
    /// becomes one.
    pub pause: Duration,
    /// How long is waited between two looks at the open document's file; none: it is looked at when
    /// the window gets the focus, and no more.
    pub looks: Option<Duration>,
}

impl Keeping {
    /// As people need it: no edit is older than a second before it is kept, and what another
    /// program does to the file is noticed within two.
    fn of_person() -> Self {
        Self {
            disk: Arc::new(System),
            home: Home::of_person(),
            pause: Duration::from_millis(400),
            looks: Some(Duration::from_secs(1)),
        }
    }

    /// For tests: nothing is kept.
    pub fn none() -> Self {
        Self { disk: Arc::new(System), home: None, pause: Duration::ZERO, looks: None }
    }

    /// For tests: in this folder, without waiting.
    pub fn at(folder: &Path) -> Self {
        Self { home: Some(Home::at(folder)), ..Self::none() }
    }
}

impl Services {
    /// A world without dialogs, clock, fonts and files, for tests and benchmarks: each says what it
    /// has of one.
    pub fn none(executor: impl Executor + 'static) -> Self {
        Self {
            executor: Box::new(executor),
            picker: Box::new(NoPicker),
            clock: Clock::Stopped,
            faces: Arc::new(NoFaces),
            preferences: None,
            keeping: Keeping::none(),
            breakdown: Breakdown::default(),
        }
    }

    /// The world as it is, with the system's dialogs.
    pub fn system(picker: Box<dyn Picker>, breakdown: Breakdown) -> Self {
        let folders = directories::ProjectDirs::from("", "", "mizan");
        let preferences = folders.map(|folders| folders.config_dir().join("preferences.ron"));
        Self {
            executor: Box::new(Threads),
            picker,
            clock: Clock::System,
            faces: Arc::new(SystemFaces::default()),
            preferences,
            keeping: Keeping::of_person(),
            breakdown,
        }
    }
}
