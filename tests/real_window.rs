//! The program itself in a window of its own, on a display of its own, driven by a mouse and keys
//! as a person would: open a file, drag a weight, type a score, take it back, save under another
//! name.
//!
//! Where things stand is asked of the same window without a screen, laid out at the same size.

#[path = "common/from_nothing.rs"]
mod from_nothing;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use mizan::app::{App, Immediate, Services, Start};
use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{NodeId, OptionId, Scenario};
use mizan::store;

use from_nothing::{Hands, Press};

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
const CELL: &str = "Lakeside boathouse, Travel time";
/// How far the bar is dragged up, in points.
const UP: f32 = 12.0;
const PATIENCE: Duration = Duration::from_mins(1);

/// A display with nothing else on it; it ends with the test.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn open(folder: &Path) -> Self {
        let told = folder.join("display");
        let number = fs::File::create(&told).unwrap();
        let screen = format!("{}x{}x24", SIZE.x, SIZE.y);
        let server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &screen,
                "+extension",
                "GLX",
                "-nolisten",
                "tcp",
            ])
            .stdout(number)
            .stderr(Stdio::null())
            .spawn()
            .expect("tests/run.sh installs Xvfb");
        let name =
            waited(|| fs::read_to_string(&told).ok().filter(|number| number.ends_with('\n')));
        Self { server, name: format!(":{}", name.trim()) }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        command
    }

    /// Plays words of xdotool, one after another.
    fn play(&self, words: &str) {
        let status = self
            .command("xdotool")
            .args(words.split(' '))
            .status()
            .expect("tests/run.sh installs xdotool");
        assert!(status.success(), "xdotool {words}");
        // The window paints between two deeds of a person.
        std::thread::sleep(Duration::from_millis(250));
    }

    fn click(&self, at: Pos2) {
        self.play(&format!("mousemove {:.0} {:.0}", at.x, at.y));
        self.play("click 1");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

/// The program in its window; it ends with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// What comes of asking again and again.
fn waited<T>(ask: impl Fn() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The same window without a screen.
fn laid_out(start: Start) -> Harness<'static, App> {
    let services = Services::none(Immediate);
    let mut harness = Harness::builder()
        .with_size(SIZE)
        .with_max_steps(12)
        .build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    harness.run();
    harness
}

fn place(harness: &Harness<App>, role: Role, label: &str) -> Pos2 {
    harness.get_by_role_and_label(role, label).rect().center()
}

fn started(display: &Display, config: &Path) -> Program {
    let program = display
        .command(env!("CARGO_BIN_EXE_mizan"))
        .env("XDG_CONFIG_HOME", config)
        .env("XDG_DATA_HOME", config)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let window = window_called(display, "Mizan");
    display.play(&format!("windowmove {window} 0 0"));
    display.play(&format!("windowsize {window} {} {}", SIZE.x, SIZE.y));
    display.play(&format!("windowfocus {window}"));
    std::thread::sleep(Duration::from_secs(1));
    Program(program)
}

/// The window whose title holds a word, once there is one.
fn window_called(display: &Display, word: &str) -> String {
    let search = || {
        display.command("xdotool").args(["search", "--onlyvisible", "--name", word]).output().ok()
    };
    let found = waited(|| search().filter(|found| !found.stdout.is_empty()));
    String::from_utf8(found.stdout).unwrap().lines().next().unwrap().to_owned()
}

/// Drags what lies at a place up by [`UP`], in steps as a hand does.
fn drag_up(display: &Display, from: Pos2) {
    display.play(&format!("mousemove {:.0} {:.0}", from.x, from.y));
    display.play("mousedown 1");
    for step in 1..=4_u8 {
        let y = from.y - UP * f32::from(step) / 4.0;
        display.play(&format!("mousemove {:.0} {y:.0}", from.x));
    }
    display.play("mouseup 1");
}

/// No portal answers on this display, so the program asks for a path itself.
fn enter_path(display: &Display, path: &Path) {
    std::thread::sleep(Duration::from_millis(500));
    display.play("key ctrl+a");
    display.play(&format!("type {}", path.display()));
    display.play("key Return");
}

fn saved(path: &Path) -> Scenario {
    waited(|| store::parse(&fs::read(path).ok()?).ok()).scenario
}

/// The document with one score changed and all else as it was; the share that was dragged is looked
/// at apart.
fn without_weights(mut scenario: Scenario) -> Scenario {
    for team in &mut scenario.teams {
        let team = std::sync::Arc::make_mut(team);
        team.opened_mut().unwrap().judgement = mizan::model::Judgement::default();
    }
    scenario
}

/// The lines in which two documents differ, as the file has them.
fn different_lines(a: &Scenario, b: &Scenario) -> Vec<(String, String)> {
    let lines = |scenario: &Scenario| {
        store::to_text(scenario).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let (a, b) = (lines(a), lines(b));
    assert_eq!(a.len(), b.len());
    a.into_iter().zip(b).filter(|(a, b)| a != b).collect()
}

impl Hands for &Display {
    fn press(&mut self, press: Press) {
        let key = match press {
            Press::New => "ctrl+n",
            Press::Matrix => "ctrl+2",
            Press::Weights => "ctrl+3",
            Press::Palette => "ctrl+k",
            Press::SaveAs => "ctrl+shift+s",
            Press::SelectAll => "ctrl+a",
            Press::Tab => "Tab",
            Press::Enter => "Return",
            Press::Space => "space",
        };
        // No portal answers on this display: the own dialog comes after that was found out.
        if press == Press::SelectAll {
            std::thread::sleep(Duration::from_millis(500));
        }
        self.play(&format!("key {key}"));
    }

    fn words(&mut self, words: &str) {
        let status = self.command("xdotool").args(["type", "--delay", "20", words]).status();
        assert!(status.expect("tests/run.sh installs xdotool").success(), "{words}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_facilitator_makes_a_scenario_from_nothing_by_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.mizan.ron");
    let display = Display::open(folder.path());
    let program = started(&display, folder.path());
    from_nothing::make(&mut &display, &path);
    from_nothing::check(&saved(&path));
    drop(program);
}

#[test]
fn a_mouse_opens_drags_types_takes_back_and_saves_as() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target): (PathBuf, PathBuf) =
        (folder.path().join("venue.mizan.ron"), folder.path().join("after.mizan.ron"));
    fs::write(&path, store::preset("workshop-venue").unwrap().text).unwrap();
    let before = saved(&path);
    let mut layout = laid_out(Start::File(path.clone()));
    let team = before.teams[0].clone();
    // As entered: the rows stay where they are when the weights change.
    let chips = [team.label(), "As entered"].map(|chip| {
        let at = place(&layout, Role::RadioButton, chip);
        layout.get_by_role_and_label(Role::RadioButton, chip).click();
        layout.run();
        at
    });
    let handle = place(&layout, Role::Slider, "Share of Travel time");
    let cell = place(&layout, Role::GridCell, CELL);

    let display = Display::open(folder.path());
    let program = started(&display, folder.path());
    display.click(place(&laid_out(Start::Choice), Role::Button, "Open…"));
    enter_path(&display, &path);
    window_called(&display, "venue");
    for chip in chips {
        display.click(chip);
    }
    drag_up(&display, handle);
    for keys in ["2 2 Return", "9 Return ctrl+z ctrl+shift+s"] {
        display.click(cell);
        for key in keys.split(' ') {
            display.play(&format!("key {key}"));
        }
    }
    enter_path(&display, &target);
    let after = saved(&target);
    drop(program);

    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        store::preset("workshop-venue").unwrap().text,
        "the file that was opened is as it was"
    );
    let (option, criterion) = (OptionId::new("boathouse").unwrap(), NodeId::new("travel").unwrap());
    let mut expected = before.clone();
    let scale = before.criterion(&criterion).unwrap().fixed_ends();
    let rescored = before.scores.get(&option, &criterion).unwrap().rescored(None, 22.0, scale);
    expected.scores.set(option, criterion, rescored);
    assert_eq!(
        different_lines(&without_weights(after.clone()), &without_weights(expected)),
        Vec::<(String, String)>::new()
    );
    let share = |scenario: &Scenario| {
        evaluate(scenario, &Weighting::Team(team.id.clone())).unwrap().shares.criteria.clone()
    };
    let (then, now) = (share(&before), share(&after));
    let heaviest = then.iter().copied().fold(0.0, f64::max);
    let wished = then[1] + f64::from(UP) / 54.0 * heaviest;
    assert!((now[1] - wished).abs() < 0.02, "the share is {} instead of {wished}", now[1]);
    assert!(
        (then[0] * now[2] - then[2] * now[0]).abs() < 1e-9,
        "the others keep their proportions"
    );
}
