//! The window on a test bench: one builder, and the few things that tests ask of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::{
    App, Clock, Immediate, Keeping, Manual, NoPicker, Picker, Services, Start, Threads,
};
use mizan::evaluation::Evaluation;
use mizan::model::{Judged, Scenario};
use mizan::session::results::EvaluationOf;
use mizan::store::{self, Disk};

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// The second at which windows are that keep what is done: 28 November 2026, 10:00 in UTC.
pub const NOW: i64 = 1_795_860_000;

/// A window of the usual size.
pub struct Desk {
    pub harness: Harness<'static, App>,
}

impl Desk {
    pub fn open(start: Start) -> Self {
        Self::sized(start, Vec2::new(1280.0, 800.0))
    }

    pub fn sized(start: Start, size: Vec2) -> Self {
        Self::with_picker(start, size, Box::new(NoPicker))
    }

    pub fn with_picker(start: Start, size: Vec2, picker: Box<dyn Picker>) -> Self {
        Self::with(start, size, Services { picker, ..Services::none(Immediate) })
    }

    /// A window that keeps its preferences in a file.
    pub fn remembering(start: Start, preferences: &Path) -> Self {
        let preferences = Some(preferences.to_owned());
        let services = Services { preferences, ..Services::none(Immediate) };
        Self::with(start, Vec2::new(1280.0, 800.0), services)
    }

    /// A window that keeps what is done in a folder, at [`NOW`].
    pub fn keeping(start: Start, data: &Path) -> Self {
        let services = Services {
            clock: Clock::At(NOW),
            keeping: Keeping::at(data),
            ..Services::none(Immediate)
        };
        Self::with(start, Vec2::new(1280.0, 800.0), services)
    }

    /// The same with threads, on a disk of its own.
    pub fn on_disk(start: Start, data: &Path, disk: Arc<dyn Disk>) -> Self {
        let services = Services {
            clock: Clock::At(NOW),
            keeping: Keeping { disk, ..Keeping::at(data) },
            ..Services::none(Threads)
        };
        Self::with(start, Vec2::new(1280.0, 800.0), services)
    }

    /// A window whose jobs run when the test says so.
    pub fn by_hand(start: Start) -> (Self, Manual) {
        let manual = Manual::default();
        let services = Services::none(manual.clone());
        (Self::with(start, Vec2::new(1280.0, 800.0), services), manual)
    }

    pub fn with(start: Start, size: Vec2, services: Services) -> Self {
        let builder = Harness::builder().with_size(size).with_max_steps(12);
        let mut harness =
            builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
        harness.run();
        Self { harness }
    }

    pub fn preset(name: &str) -> Self {
        Self::open(Start::Preset(store::preset(name).unwrap()))
    }

    pub fn file(path: &Path) -> Self {
        Self::open(Start::File(path.to_owned()))
    }

    pub fn scenario(&self) -> Scenario {
        (**self.harness.state().session.as_ref().expect("a document is open").scenario()).clone()
    }

    /// What the shown weighting makes of the document.
    pub fn evaluation(&self) -> Arc<Evaluation> {
        let session = self.harness.state().session.as_ref().expect("a document is open");
        let answer = session.ask(&EvaluationOf(session.weighting.clone()));
        let known = answer.fresh().expect("the document is evaluated");
        Arc::clone(known.as_ref().as_ref().expect("the weighting is open"))
    }

    /// What the team at `index` judged and scored.
    pub fn judged(&self, index: usize) -> Judged {
        self.scenario().teams[index].opened().expect("the team is open").clone()
    }

    pub fn is_changed(&self) -> bool {
        self.harness.state().session.as_ref().expect("a document is open").is_changed()
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Clicks the button of a dialog, which stands behind all others in the tree.
    pub fn answer(&mut self, label: &str) {
        self.harness.get_all_by_role_and_label(Role::Button, label).last().unwrap().click();
        self.harness.run();
    }

    /// Runs the first command that the palette finds.
    pub fn run_command(&mut self, words: &str) {
        self.keys(Modifiers::COMMAND, Key::K);
        self.type_text(words);
        self.key(Key::Enter);
    }

    /// Puts a path into the path dialog, in place of what stands there, and enters it.
    pub fn enter_path(&mut self, path: &Path) {
        self.harness.get_by_label("Path").focus();
        self.harness.run();
        self.keys(Modifiers::COMMAND, Key::A);
        self.type_text(path.to_str().unwrap());
        self.key(Key::Enter);
    }

    /// Chooses whose weighting is shown.
    pub fn show(&mut self, chip: &str) {
        self.harness.get_by_role_and_label(Role::RadioButton, chip).click();
        self.harness.run();
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Puts a text in place of what the field of this name holds.
    pub fn refill(&mut self, field: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).focus();
        self.harness.run();
        self.keys(Modifiers::COMMAND, Key::A);
        self.key(Key::Backspace);
        self.type_text(text);
        self.key(Key::Tab);
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Drops files on the window, all at once.
    pub fn drop_files(&mut self, paths: &[&Path]) {
        for path in paths {
            self.harness.input_mut().dropped_files.push(Arc::new(Dropped((*path).to_owned())));
        }
        self.harness.run();
    }

    /// Clicks a cell and types into it, without Enter.
    pub fn begin_score(&mut self, cell: &str, score: &str) {
        self.harness.get_by_role_and_label(Role::GridCell, cell).click();
        self.harness.run();
        self.type_text(score);
    }

    /// Clicks a cell and types a score into it.
    pub fn type_score(&mut self, cell: &str, score: &str) {
        self.begin_score(cell, score);
        self.key(Key::Enter);
    }

    /// Presses Tab until what has the focus bears this name; the grid is called "Matrix grid".
    pub fn tab_to(&mut self, name: &str) {
        for _ in 0..200 {
            let root = self.harness.root().accesskit_node();
            let focused =
                focused(&root).map(|node| (node.role(), node.label().unwrap_or_default()));
            let is_there = focused.is_some_and(|(role, label)| match role {
                // The active place of the grid stands for it.
                Role::Grid | Role::GridCell | Role::ColumnHeader | Role::RowHeader => {
                    name == "Matrix grid"
                }
                _ => label == name,
            });
            if is_there {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab never reaches {name:?}: {:?}", self.labels());
    }

    /// What has the focus, by name, and where it is; of a grid its active place.
    pub fn focused(&self) -> Option<(String, egui::Rect)> {
        let node = focused(&self.harness.root().accesskit_node())?;
        let bounds = node.raw_bounds()?;
        let rect = egui::Rect::from_min_max(
            egui::pos2(bounds.x0 as f32, bounds.y0 as f32),
            egui::pos2(bounds.x1 as f32, bounds.y1 as f32),
        );
        Some((node.label().unwrap_or_default(), rect))
    }

    /// The system asks the window to close; gives what the window told the system then.
    pub fn ask_to_close(&mut self) -> Vec<egui::ViewportCommand> {
        let viewport = self.harness.input_mut().viewports.entry(egui::ViewportId::ROOT);
        viewport.or_default().events.push(egui::ViewportEvent::Close);
        self.told()
    }

    /// What the window tells the system within the next frames.
    pub fn told(&mut self) -> Vec<egui::ViewportCommand> {
        let frame = |desk: &mut Self| {
            desk.harness.step();
            desk.harness.output().viewport_output[&egui::ViewportId::ROOT].commands.clone()
        };
        (0..4).flat_map(|_| frame(self)).collect()
    }

    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    /// The value of the cell with this label.
    pub fn value(&self, label: &str) -> String {
        self.harness.get_by_role_and_label(Role::GridCell, label).value().unwrap_or_default()
    }

    /// Every cell that begins with these words, with its value, from top to bottom.
    pub fn values(&self, beginning: &str) -> Vec<(String, String)> {
        let nodes =
            self.harness.query_all_by_role(Role::GridCell).map(|node| node.accesskit_node());
        let labelled =
            nodes.filter_map(|node| Some((node.label()?, node.value().unwrap_or_default())));
        labelled.filter(|(label, _)| label.starts_with(beginning)).collect()
    }

    /// Everything that the accessibility tree says, for a look at what stands where.
    pub fn labels(&self) -> Vec<String> {
        let nodes = self.harness.root().accesskit_node();
        let mut found = Vec::new();
        collect(&nodes, &mut found);
        found
    }
}

fn focused<'a>(
    node: &egui_kittest::kittest::AccessKitNode<'a>,
) -> Option<egui_kittest::kittest::AccessKitNode<'a>> {
    if node.is_focused() {
        return Some(*node);
    }
    node.children().find_map(|child| focused(&child))
}

fn collect(node: &egui_kittest::kittest::AccessKitNode<'_>, found: &mut Vec<String>) {
    found.extend(node.label().or_else(|| node.value()));
    for child in node.children() {
        collect(&child, found);
    }
}
