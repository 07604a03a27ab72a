//! When the program breaks all the same: the newest state is kept, a report is written that holds
//! nothing of the scenario, and the person is told where both are.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::clock::Clock;
use super::keeper::Keeper;
use crate::store::{Expected, System, save};

/// How long a breaking program waits for another state that is just being written.
const LAST_STATE: Duration = Duration::from_secs(2);
/// How many reports stay.
const REPORTS: usize = 10;
const BEGINNING: &str = "report-";
const END: &str = ".txt";

/// Who keeps the newest state, and where reports go. Shared by the window and the handler of
/// panics.
#[derive(Clone, Default)]
pub struct Breakdown {
    keeper: Arc<Mutex<Option<Arc<Keeper>>>>,
    /// None: nothing is written.
    reports: Option<PathBuf>,
}

impl Breakdown {
    /// With a folder for reports.
    pub fn reporting_to(folder: Option<PathBuf>) -> Self {
        Self { keeper: Arc::default(), reports: folder }
    }

    pub(super) fn set_keeper(&self, keeper: Option<Arc<Keeper>>) {
        *self.keeper() = keeper;
    }

    /// Has every panic of the program told here from now on. `told` says a panic to whoever began
    /// the program.
    pub fn install(&self, told: fn(&PanicHookInfo)) {
        let this = self.clone();
        std::panic::set_hook(Box::new(move |panic| {
            told(panic);
            // Work on other threads is caught where it was handed in, and its reason told there.
            if std::thread::current().name() == Some("main") {
                this.flush();
                this.report(panic);
            }
        }));
    }

    /// Keeps the newest state. Whether it is kept; true where there is none.
    pub fn flush(&self) -> bool {
        let keeper = self.keeper.try_lock().ok().and_then(|keeper| keeper.clone());
        keeper.is_none_or(|keeper| keeper.flush(LAST_STATE))
    }

    /// The newest report, if there is one.
    pub fn newest_report(&self) -> Option<PathBuf> {
        let folder = self.reports.as_deref()?;
        reports(folder).pop().map(|name| folder.join(name))
    }

    fn report(&self, panic: &PanicHookInfo) {
        let Some(folder) = &self.reports else { return };
        let name = format!("{BEGINNING}{:012}{END}", Clock::System.second().unwrap_or(0));
        let text = report(panic, &Backtrace::force_capture());
        let written =
            std::fs::create_dir_all(folder).map_err(|error| error.to_string()).and_then(|()| {
                let path = folder.join(name);
                save(&System, &path, &text, &Expected::Anything, |_| ())
                    .map_err(|error| format!("{error:?}"))
            });
        if let Err(reason) = written {
            log::error!("no report could be written: {reason}");
        }
        let known = reports(folder);
        for old in known.iter().rev().skip(REPORTS) {
            drop(std::fs::remove_file(folder.join(old)));
        }
    }

    fn keeper(&self) -> MutexGuard<'_, Option<Arc<Keeper>>> {
        self.keeper.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The reports in a folder, the oldest first.
fn reports(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with(BEGINNING) && name.ends_with(END))
        .collect();
    names.sort();
    names
}

/// What a report says: of the program and the system, and where it broke.
fn report(panic: &PanicHookInfo, trace: &Backtrace) -> String {
    let mut told = format!(
        "Mizan {} broke on {} ({}).\nIt holds nothing of any scenario.\n\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let place = panic.location().map_or_else(String::new, ToString::to_string);
    // Writing to a text can't fail.
    let _ = writeln!(told, "at {place}\nwith: {}\n\n{trace}", message(panic));
    told
}

/// What a panic says, as far as that can't hold anything of a scenario: a text that stands in the
/// program whole, of one that was put together what stands before the first value.
fn message(panic: &PanicHookInfo) -> String {
    if let Some(text) = panic.payload().downcast_ref::<&'static str>() {
        return (*text).to_owned();
    }
    let text = panic.payload().downcast_ref::<String>().map_or("", String::as_str);
    let end = text.find(|c: char| !(c.is_ascii_alphabetic() || " ,()".contains(c)));
    let told = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    format!("{}…", told.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keeper::{Latest, StateKey};
    use crate::model::Scenario;
    use crate::store::{Disk, Home, Stamp};

    /// The report of a panic.
    fn report_of(panics: impl FnOnce() + Send + 'static) -> String {
        let told: Arc<Mutex<String>> = Arc::default();
        let shared = Arc::clone(&told);
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            *shared.lock().unwrap() = report(panic, &Backtrace::disabled());
        }));
        assert!(std::thread::spawn(panics).join().is_err());
        std::panic::set_hook(usual);
        Arc::try_unwrap(told).unwrap_or_default().into_inner().unwrap()
    }

    #[test]
    fn a_breaking_program_keeps_the_newest_state_and_leaves_reports_that_take_turns() {
        let folder = tempfile::tempdir().unwrap();
        let disk: Arc<dyn Disk> = Arc::new(System);
        let recovery = Home::at(folder.path()).recovery(disk);
        let reports = folder.path().join("logs");
        let breakdown = Breakdown::reporting_to(Some(reports.clone()));
        assert!(breakdown.flush(), "nothing is open");
        let keeper = Arc::new(Keeper::new(recovery.clone(), Clock::At(7), None));
        breakdown.set_keeper(Some(Arc::clone(&keeper)));
        keeper.take(Latest {
            scenario: Arc::new(Scenario::new("newest")),
            key: StateKey { revision: 3, path: None, known: None },
            stamp: Stamp::default(),
        });
        assert!(breakdown.flush());
        std::fs::create_dir(&reports).unwrap();
        for number in 0..14 {
            std::fs::write(reports.join(format!("report-{number:012}.txt")), "").unwrap();
        }
        let shared = breakdown.clone();
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| shared.report(panic)));
        assert!(std::thread::spawn(|| panic!("at last")).join().is_err());
        std::panic::set_hook(usual);
        assert_eq!(super::reports(&reports).len(), REPORTS);
        let newest = std::fs::read_to_string(breakdown.newest_report().unwrap()).unwrap();
        assert!(newest.contains("at last") && newest.contains("breakdown.rs"), "{newest}");
        breakdown.set_keeper(None);
        drop(keeper);
        assert_eq!(recovery.left()[0].scenario.title, "newest");
    }

    #[test]
    fn a_report_says_where_and_nothing_of_a_scenario() {
        let secret = "Baghdad weighs 60";
        let told = report_of(move || panic!("{secret} points"));
        assert!(!told.contains("60") && told.contains("breakdown.rs:"), "{told}");
        let told = report_of(move || {
            "no number".parse::<u8>().map_err(|_| secret).unwrap();
        });
        assert!(!told.contains("Baghdad"), "{told}");
        assert!(told.contains("called…"), "{told}");
        let told = report_of(move || {
            // No boundary of a character.
            let _ = &"الغلاف"[..1];
        });
        assert!(!told.contains("الغلاف"), "{told}");
        let told = report_of(|| panic!("nothing was there"));
        assert!(told.contains("nothing was there"), "{told}");
    }
}
