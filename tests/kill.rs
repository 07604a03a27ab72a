//! Kills. A real process edits and saves, and is killed at a random moment; then its file is the
//! one that was saved last or the one that was being saved, and of its edits none is lost that was
//! older than a second.
//!
//! `cargo test --test kill` kills 20 times, `cargo test --release --test kill -- 1000` a thousand
//! times; a second number is the seed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use egui_kittest::Harness;
use mizan::app::{App, Clock, Keeping, Services, Start, Threads};
use mizan::model::{Edit, Scenario};
use mizan::store::{self, Expected, Home, System};
use mizan::ui::action::EditAction;
use mizan::ui::{Action, Command as Does, Touch};

/// Set for the process that edits, with the folder in which it does.
const CHILD: &str = "MIZAN_TEST_EDITS_IN";
const KILLS: usize = 20;
/// How many processes edit at a time.
const AT_ONCE: usize = 4;
/// What may be lost at most.
const MOST_LOST: Duration = Duration::from_secs(1);
const LONGEST_LIFE_MS: u64 = 3000;

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(CHILD) {
        edit_until_killed(Path::new(&folder));
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    // The runner of tests asks what there is.
    if words.iter().any(|word| word == "--list") {
        if !words.iter().any(|word| word == "--ignored") {
            println!("no_kill_loses_more_than_a_second: test");
        }
        return ExitCode::SUCCESS;
    }
    let mut numbers = words.iter().filter_map(|word| word.parse::<u64>().ok());
    let kills = numbers.next().map_or(KILLS, |kills| kills as usize);
    let seed = numbers.next().unwrap_or(1);
    run(kills, seed)
}

/// What came of all kills.
#[derive(Default)]
struct Counts {
    edits: AtomicUsize,
    saves: AtomicUsize,
    from_recovery: AtomicUsize,
    failed: AtomicUsize,
    /// In milliseconds.
    most_lost: AtomicUsize,
}

fn run(kills: usize, seed: u64) -> ExitCode {
    let (next, counts) = (AtomicUsize::new(0), Counts::default());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(kills) {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= kills {
                        return;
                    }
                    if let Err(reason) = kill_one(seed, place, &counts) {
                        counts.failed.fetch_add(1, Ordering::Relaxed);
                        eprintln!("kill {place} of seed {seed}: {reason}");
                    }
                }
            });
        }
    });
    let count = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    println!(
        "{kills} kills, seed {seed}: {} edits and {} saves seen; {} files newer in recovery; \
         {} ms of work lost at most; {} failed",
        count(&counts.edits),
        count(&counts.saves),
        count(&counts.from_recovery),
        count(&counts.most_lost),
        count(&counts.failed)
    );
    // A run in which nothing happens says nothing.
    let has_happened = count(&counts.edits) > kills * 5 && count(&counts.from_recovery) > 0;
    if count(&counts.failed) == 0 && has_happened { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A number from a seed: xorshift, which is enough to choose moments by.
fn random(seed: u64, place: usize) -> u64 {
    let mut number = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (place as u64 + 1);
    for _ in 0..8 {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
    }
    number
}

/// Lets a process edit, kills it, and holds what it left.
fn kill_one(seed: u64, place: usize, counts: &Counts) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let path = folder.path().join("work/a.ron");
    fs::create_dir(folder.path().join("work")).unwrap();
    fs::write(&path, store::to_text(&Scenario::new("edit 0")).unwrap()).unwrap();
    let mut child = begin(folder.path());
    let life = Duration::from_millis(random(seed, place) % LONGEST_LIFE_MS);
    while read_log(folder.path()).is_empty() {
        std::thread::sleep(Duration::from_millis(5));
        if child.try_wait().is_ok_and(|status| status.is_some()) {
            return Err("it ended by itself".to_owned());
        }
    }
    std::thread::sleep(life);
    let killed_at = now();
    let killed = child.kill();
    let waited = child.wait();
    killed.and(waited).map_err(|error| error.to_string())?;
    hold(folder.path(), &path, killed_at, counts)
}

fn begin(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .env(CHILD, folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// What a process noted: the number of each edit and when it was done, and of each save.
enum Noted {
    Edit { number: u64, at: u128 },
    Saved { number: u64 },
}

fn read_log(folder: &Path) -> Vec<Noted> {
    let text = fs::read_to_string(folder.join("log")).unwrap_or_default();
    // The last line may be half written.
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let noted = |line: &str| {
        let mut words = line.split(' ');
        let (what, number) = (words.next()?, words.next()?.parse().ok()?);
        match what {
            "edit" => Some(Noted::Edit { number, at: words.next()?.parse().ok()? }),
            _ => Some(Noted::Saved { number }),
        }
    };
    whole.lines().filter_map(noted).collect()
}

fn hold(folder: &Path, path: &Path, killed_at: u128, counts: &Counts) -> Result<(), String> {
    let log = read_log(folder);
    let edits = log.iter().filter_map(|noted| match noted {
        Noted::Edit { number, at } => Some((*number, *at)),
        Noted::Saved { .. } => None,
    });
    let edits: Vec<(u64, u128)> = edits.collect();
    let saved = log.iter().filter_map(|noted| match noted {
        Noted::Saved { number } => Some(*number),
        Noted::Edit { .. } => None,
    });
    let last_saved = saved.clone().max().unwrap_or(0);
    counts.edits.fetch_add(edits.len(), Ordering::Relaxed);
    counts.saves.fetch_add(saved.count(), Ordering::Relaxed);
    let in_file = number_in(path)?;
    if in_file < last_saved {
        return Err(format!("the file holds edit {in_file}, and {last_saved} was saved"));
    }
    let home = Home::at(&folder.join("data"));
    let left = home.recovery(Arc::new(System)).left();
    let recovered = left.iter().map(|left| number_of(&left.scenario)).max().unwrap_or(0);
    counts.from_recovery.fetch_add(usize::from(recovered > in_file), Ordering::Relaxed);
    let newest = recovered.max(in_file);
    let is_due = |at: u128| at + MOST_LOST.as_millis() <= killed_at;
    let due = edits.iter().filter(|(_, at)| is_due(*at)).map(|(number, _)| *number).max();
    if newest < due.unwrap_or(0) {
        return Err(format!(
            "edit {newest} is the newest there is, {due:?} is older than a second"
        ));
    }
    let lost = edits.iter().find(|(number, _)| *number > newest);
    let lost = lost.map_or(0, |(_, at)| killed_at.saturating_sub(*at) as usize);
    counts.most_lost.fetch_max(lost, Ordering::Relaxed);
    every_file_is_whole(folder)?;
    // What a save left half done goes with the next one.
    store::save(&System, path, "swept", &Expected::Anything, |_| ())
        .map_err(|error| format!("{error:?}"))?;
    let files = fs::read_dir(folder.join("work")).unwrap().count();
    if files == 1 { Ok(()) } else { Err(format!("{files} files are left beside the scenario")) }
}

fn number_in(path: &Path) -> Result<u64, String> {
    let bytes = store::read_file(path).map_err(|found| format!("{:?}", found.faults))?;
    let opened = store::parse(&bytes).map_err(|found| format!("{:?}", found.faults))?;
    Ok(number_of(&opened.scenario))
}

fn number_of(scenario: &Scenario) -> u64 {
    scenario.title.strip_prefix("edit ").unwrap().parse().unwrap()
}

/// Every scenario in a folder and below it opens.
fn every_file_is_whole(folder: &Path) -> Result<(), String> {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            every_file_is_whole(&path)?;
        } else if path.extension().is_some_and(|end| end == "ron") {
            number_in(&path).map_err(|reason| format!("{}: {reason}", path.display()))?;
        }
    }
    Ok(())
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()
}

/// What the process does that is killed: an edit every now and then, a save less often.
fn edit_until_killed(folder: &Path) -> ! {
    let path: PathBuf = folder.join("work/a.ron");
    let keeping = Keeping {
        home: Some(Home::at(&folder.join("data"))),
        pause: Duration::from_millis(400),
        looks: Some(Duration::from_secs(1)),
        ..Keeping::none()
    };
    let services = Services { clock: Clock::System, keeping, ..Services::none(Threads) };
    let start = Start::File(path);
    let builder = Harness::builder().with_max_steps(1);
    let mut window = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    let mut log = fs::File::create(folder.join("log")).unwrap();
    while window.state().session.is_none() {
        window.step();
        std::thread::sleep(Duration::from_millis(1));
    }
    let mut saving = None;
    for number in 1.. {
        edit(&mut window, number);
        writeln!(log, "edit {number} {}", now()).unwrap();
        if number % 17 == 0 && saving.is_none() {
            window.state().ask(Action::Do(Does::Save));
            saving = Some(number);
        }
        // One takes a breath now and then.
        let pause = if number % 50 == 0 { 300 } else { random(7, number as usize) % 30 };
        std::thread::sleep(Duration::from_millis(pause));
        window.step();
        if let Some(asked) = saving
            && number > asked
            && fs::read_to_string(folder.join("work/a.ron"))
                .is_ok_and(|text| text.contains(&format!("\"edit {asked}\"")))
        {
            writeln!(log, "saved {asked}").unwrap();
            saving = None;
        }
    }
    unreachable!("it is killed");
}

fn edit(window: &mut Harness<App>, number: u64) {
    let touch = Touch { widget: egui::Id::unique("kill"), count: number };
    let edit =
        EditAction { edit: Edit::Title(format!("edit {number}")), name: "title".to_owned(), touch };
    window.state().ask(Action::Edit(edit));
    window.step();
}
