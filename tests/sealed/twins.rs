//! Two windows on documents that differ in nothing but what lies behind the seals, driven alike.

use std::path::{Path, PathBuf};

use egui::{Pos2, Rect, pos2};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};
use mizan::app::Start;
use mizan::evaluation::Weighting;
use mizan::model::{Edit, Scenario};
use mizan::session::Selection;
use mizan::store;
use mizan::ui::{Action, Command, EditAction, Stage, Touch};
use tempfile::TempDir;

use crate::desk::Desk;
use crate::document::{Behind, document};
use crate::edits::{node, option, source, team};
use crate::needles::Needles;
use crate::seen::Seen;

/// The two windows. The first is on the document with the telling record.
pub struct Twins {
    pub desks: [Desk; 2],
    needles: Needles,
    folder: TempDir,
}

impl Twins {
    pub fn open(other: Behind) -> Self {
        let texts = [Behind::Telling, other].map(document);
        Self::on(&texts.map(|scenario| store::to_text(&scenario).unwrap()))
    }

    /// Windows on files of the same path with these texts.
    pub fn on(texts: &[String; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rooms.mizan.ron");
        let desks = texts.each_ref().map(|text| {
            std::fs::write(&path, text).unwrap();
            Desk::open(Start::File(path.clone()))
        });
        for desk in &desks {
            desk.harness.ctx.all_styles_mut(|style| {
                style.interaction.tooltip_delay = 0.0;
                style.interaction.show_tooltips_only_when_still = false;
            });
        }
        Self { desks, needles: Needles::new(), folder }
    }

    /// A file beside theirs.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path: &Path = self.folder.path();
        let path = path.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn both(&mut self, drive: impl Fn(&mut Desk)) {
        self.desks.iter_mut().for_each(drive);
    }

    /// Asks both for these things, and lets them settle.
    pub fn ask(&mut self, actions: &[Action]) {
        self.both(|desk| {
            for action in actions {
                desk.harness.state().ask(action.clone());
            }
            desk.harness.run();
        });
    }

    pub fn run(&mut self, command: Command) {
        self.ask(&[Action::Do(command)]);
    }

    pub fn scenarios(&self) -> [Scenario; 2] {
        self.desks.each_ref().map(Desk::scenario)
    }

    /// Both show the same, and nothing that tells.
    #[track_caller]
    pub fn look(&self, after: &str) -> Seen {
        let [seen, other] = self.desks.each_ref().map(Seen::of);
        let telling = seen.telling(&self.needles);
        assert!(telling.is_empty(), "{after}: {telling:?}");
        if let Some(difference) = seen.difference(&other) {
            panic!("{after}: what is sealed makes a difference: {difference}");
        }
        seen
    }

    /// Looks at every stage, as each sort of team sees it.
    pub fn look_at_stages(&mut self, after: &str) {
        for stage in Stage::ALL {
            for weighting in weightings() {
                self.ask(&[Action::Show(weighting.clone()), Action::Do(Command::Show(*stage))]);
                self.look(&format!("{after}: {stage:?} under {weighting:?}"));
            }
        }
    }

    /// Looks at every sort of thing in the inspector, on the stage that is shown.
    pub fn look_at_things(&mut self, after: &str) {
        for selection in selections() {
            self.ask(&[Action::Inspect(selection.clone())]);
            self.look(&format!("{after}: {selection:?}"));
        }
    }

    /// Looks while the pointer lies on each thing that there is; gives how many of them say more
    /// then.
    pub fn look_at_tooltips(&mut self, after: &str) -> usize {
        let at_rest = self.look(after).length();
        let mut count = 0;
        for place in places(&self.desks[0]) {
            self.both(|desk| {
                desk.harness.hover_at(place);
                // As long as egui waits before it shows one.
                desk.harness.run_steps(4);
            });
            let seen = self.look(&format!("{after}: pointer at {place}"));
            count += usize::from(seen.length() > at_rest);
        }
        self.both(|desk| {
            desk.harness.remove_cursor();
            desk.harness.run();
        });
        count
    }
}

/// An edit as a panel asks for it, as the touch of this number.
pub fn step(edit: &Edit, name: &str, count: usize) -> Action {
    Action::Edit(EditAction { edit: edit.clone(), name: name.to_owned(), touch: touch(count) })
}

pub fn touch(count: usize) -> Touch {
    Touch { widget: egui::Id::unique("walk"), count: count as u64 }
}

/// The mean, an open team, and a sealed one.
pub fn weightings() -> [Weighting; 3] {
    [Weighting::Mean, Weighting::Team(team("guests")), Weighting::Team(team("finance"))]
}

/// A thing of each kind, above all such as sealed teams judged and scored.
pub fn selections() -> Vec<Selection> {
    let cell = |at: (&str, &str)| Selection::Cell(option(at.0), node(at.1));
    let cells = [("hall", "rent"), ("barn", "light"), ("loft", "fees"), ("loft", "quiet")];
    let criteria = ["light", "quiet", "rent", "fees", "reach"];
    let others = [
        Selection::Nothing,
        Selection::Option(option("loft")),
        Selection::Group(node("place")),
        Selection::Team(team("guests")),
        Selection::Team(team("finance")),
        Selection::Source(source("survey")),
    ];
    let criteria = criteria.map(|id| Selection::Criterion(node(id)));
    cells.map(cell).into_iter().chain(criteria).chain(others).collect()
}

/// The middles of all that stands on the screen, each once.
fn places(desk: &Desk) -> Vec<Pos2> {
    let mut found = Vec::new();
    find(&desk.harness.root().accesskit_node(), &mut found);
    let screen = desk.harness.ctx.content_rect();
    let mut middles: Vec<Pos2> = found.iter().map(Rect::center).collect();
    middles.retain(|middle| screen.contains(*middle));
    middles.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap());
    middles.dedup();
    middles
}

fn find(node: &AccessKitNode<'_>, found: &mut Vec<Rect>) {
    let bounds = node.raw_bounds();
    found.extend(bounds.map(|bounds| {
        let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
        Rect::from_min_max(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1))
    }));
    for child in node.children() {
        find(&child, found);
    }
}
