//! `mizan doctor`: what the program is and runs on, where it keeps things, what is open and what
//! was recovered; without a word of what scenarios hold.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::args::{DoctorCall, Format};
use super::json;
use super::output::{Failure, Report, Status};
use crate::model::FORMAT;
use crate::store::{Disk, Home, System};
use crate::text::command_line as words;

/// What the log says before the renderer that drew a window.
const RENDERER: &str = "renderer: ";

#[derive(Serialize)]
struct Told {
    version: &'static str,
    format: u32,
    system: String,
    renderers: [&'static str; 2],
    /// What drew the last window, as the log says.
    last_renderer: Option<String>,
    folder: Option<String>,
    /// Whether something can be written into it.
    is_writable: bool,
    /// How many files are open in windows.
    open: usize,
    recovered: Vec<Recovered>,
    /// What is being kept for windows that are open.
    kept_for_open: usize,
    reports: Vec<String>,
}

#[derive(Serialize)]
struct Recovered {
    slot: String,
    /// Seconds of Unix time.
    at: i64,
    file: Option<String>,
    changes: usize,
}

/// Ends with 1 where nothing can be kept.
pub fn run(call: &DoctorCall) -> Result<Report, Failure> {
    let told = told(Home::of_person().as_ref());
    let status = if told.is_writable { Status::Done } else { Status::Faulty };
    let text = match call.shape.format {
        Format::Json => json::line(&told)?,
        Format::Csv => json::csv(&["what".to_owned(), "value".to_owned()], &rows(&told))?,
        Format::Table => table(&rows(&told)),
    };
    Ok(Report { text, messages: Vec::new(), status })
}

fn told(home: Option<&Home>) -> Told {
    let disk: Arc<dyn Disk> = Arc::new(System);
    let listed = home.map(|home| home.recovery(Arc::clone(&disk)).list()).unwrap_or_default();
    let recovered = listed.iter().filter_map(|listed| {
        let stamp = listed.left.as_ref()?;
        Some(Recovered {
            slot: listed.slot.to_string(),
            at: stamp.at,
            file: stamp.path.clone(),
            changes: stamp.changes,
        })
    });
    Told {
        version: env!("CARGO_PKG_VERSION"),
        format: FORMAT,
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        renderers: if cfg!(target_os = "linux") { ["glow", "wgpu"] } else { ["wgpu", "glow"] },
        last_renderer: home.and_then(|home| last_renderer(&home.logs())),
        folder: home.map(|home| home.folder().display().to_string()),
        is_writable: home.is_some_and(|home| is_writable(&*disk, home.folder())),
        open: home.map_or(0, |home| home.claims(Arc::clone(&disk)).count_open()),
        kept_for_open: listed.iter().filter(|listed| listed.left.is_none()).count(),
        recovered: recovered.collect(),
        reports: home.map(|home| files(&home.logs(), "report-")).unwrap_or_default(),
    }
}

/// Whether a file can be made in a folder, or the folder itself.
fn is_writable(disk: &dyn Disk, folder: &Path) -> bool {
    let probe = folder.join(format!("doctor-{}", std::process::id()));
    let made = disk.make_folders(folder).and_then(|()| disk.create(&probe, None));
    let is_made = made.is_ok();
    drop(made);
    drop(disk.remove(&probe));
    is_made
}

/// The files of a folder whose names begin so, in their order.
fn files(folder: &Path, beginning: &str) -> Vec<String> {
    let mut names = System.list(folder).unwrap_or_default();
    names.retain(|name| name.to_str().is_some_and(|name| name.starts_with(beginning)));
    names.sort();
    names.iter().map(|name| folder.join(name).display().to_string()).collect()
}

/// What drew the last window, where the log knows it.
fn last_renderer(logs: &Path) -> Option<String> {
    let newest = std::fs::read_to_string(logs.join("mizan_rCURRENT.log")).ok()?;
    let line = newest.lines().rev().find_map(|line| line.split_once(RENDERER))?;
    Some(line.1.to_owned())
}

fn rows(told: &Told) -> Vec<Vec<String>> {
    let row = |what: &str, value: String| vec![what.to_owned(), value];
    let recovered = told.recovered.iter().map(|left| {
        let file = left.file.as_deref().unwrap_or(words::NEVER_SAVED);
        row(words::RECOVERED, words::recovered(&left.slot, left.changes, file))
    });
    let reports = told.reports.iter().map(|report| row(words::REPORT, report.clone()));
    let folder = told.folder.as_deref().unwrap_or(words::NO_HOME);
    let writable = if told.is_writable { "" } else { words::NOT_WRITABLE };
    [
        row("Mizan", words::version(told.version, told.format)),
        row(words::SYSTEM, told.system.clone()),
        row(words::RENDERERS, words::renderers(told.renderers, told.last_renderer.as_deref())),
        row(words::DATA, format!("{folder}{writable}")),
        row(words::OPEN_FILES, told.open.to_string()),
        row(words::KEPT_NOW, told.kept_for_open.to_string()),
        row(words::LEFT, told.recovered.len().to_string()),
    ]
    .into_iter()
    .chain(recovered)
    .chain(reports)
    .collect()
}

fn table(rows: &[Vec<String>]) -> String {
    let width = rows.iter().filter_map(|row| row.first()).map(|what| what.chars().count()).max();
    let width = width.unwrap_or(0);
    let line = |row: &Vec<String>| match row.as_slice() {
        [what, value] => format!("{what:width$}  {}\n", words::shown_name(value)),
        _ => String::new(),
    };
    rows.iter().map(line).collect()
}
