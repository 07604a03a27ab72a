//! What each command of the table does. Each arm is one call.

use super::application::App;
use super::dialogs::Form;
use super::lifecycle::{self, Event, Next};
use super::settings::Settings;
use crate::evaluation::Weighting;
use crate::model::{Appearance, Edit, Judged, Team, TeamId, id_from_name};
use crate::session::results::Findings;
use crate::session::{Selection, Session, Towards};
use crate::text::{self, command as word};
use crate::ui::adding::{AddForm, Kind, Part};
use crate::ui::command::{Command, CommandContext, OnDisk};
use crate::ui::context::{Notice, Side};
use crate::ui::dialogs::{Added, PaletteEntry, ThenAdd};
use crate::ui::panels::matrix::Order;
use crate::ui::stage::Stage;
use crate::ui::theme::ThemeChoice;

impl App {
    pub(super) fn command(&mut self, command: Command, ctx: &egui::Context) {
        if !command.is_enabled(self.command_context()) {
            return;
        }
        self.view.forget_visit();
        match command {
            Command::New => self.tell(Event::Leave(Next::New), ctx),
            Command::Open => self.tell(Event::Leave(Next::Choice), ctx),
            Command::Save => self.tell(Event::Save, ctx),
            Command::SaveAs => self.tell(Event::SaveAs, ctx),
            Command::SaveCopy => self.tell(Event::SaveCopy, ctx),
            Command::Revert => self.step(|session| session.revert(word::REVERT.0)),
            Command::CloseDocument => self.tell(Event::Leave(Next::FirstPage), ctx),
            Command::Quit => self.tell(Event::Leave(Next::Quit), ctx),
            Command::Undo => self.step(Session::undo),
            Command::Redo => self.step(Session::redo),
            Command::MoveEarlier => self.move_selected(Towards::Start),
            Command::MoveLater => self.move_selected(Towards::End),
            Command::Remove => self.remove_selected(),
            Command::ToggleLock => self.toggle_selected_lock(),
            Command::AddOption => self.ask_to_add(Kind::Option),
            Command::AddCriterion => self.ask_to_add(Kind::Criterion),
            Command::AddGroup => self.ask_to_add(Kind::Group),
            Command::AddTeam => self.ask_to_add(Kind::Team),
            Command::AddSource => self.ask_to_add(Kind::Source),
            Command::AddAssumption => self.ask_to_add(Kind::Assumption),
            Command::RankByGut => self.rank_by_gut(ctx),
            Command::DuplicateTeam => self.duplicate_team(),
            Command::Show(stage) => self.arrive_at(stage, ctx),
            Command::Reload => self.tell(Event::Reload, ctx),
            Command::KeepMine => self.tell(Event::KeepMine, ctx),
            Command::CompareOwnFile => self.tell(Event::CompareOwnFile, ctx),
            Command::ShowStates => self.toggle_states(ctx),
            Command::CompareFile => self.tell(Event::CompareFile, ctx),
            Command::ToggleInspector => self.toggle_inspector(ctx),
            Command::OrderByRank => self.panels.matrix.order_by(Order::Ranked),
            Command::OrderAsEntered => self.panels.matrix.order_by(Order::AsEntered),
            Command::RankNow => self.panels.matrix.rank_now(),
            Command::ShowWeakEvidence => self.turn_weak_evidence(),
            Command::NextFinding => self.visit_next(ctx),
            Command::ZoomIn => self.set(|settings| settings.zoom_by(1, ctx)),
            Command::ZoomOut => self.set(|settings| settings.zoom_by(-1, ctx)),
            Command::ZoomReset => self.set(|settings| settings.zoom_to(0, ctx)),
            Command::FollowSystemTheme => {
                self.set(|settings| settings.choose_theme(ThemeChoice::System, ctx));
            }
            Command::UseLightTheme => {
                self.set(|settings| settings.choose_theme(ThemeChoice::Light, ctx));
            }
            Command::UseDarkTheme => {
                self.set(|settings| settings.choose_theme(ThemeChoice::Dark, ctx));
            }
            Command::Palette => {
                self.dialogs.form = Some(Form::Palette(PaletteEntry::default()));
            }
            Command::Keys => self.dialogs.form = Some(Form::Keys),
        }
    }

    fn step(&mut self, step: impl FnOnce(&mut Session)) {
        if let Some(session) = &mut self.session {
            step(session);
            self.view.forget_told();
            self.input.touch = None;
        }
    }

    /// Changes the preferences and keeps them.
    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        self.settings.keep(&mut self.jobs);
    }

    /// Goes to a page to work there: in the matrix on a cell.
    pub(super) fn arrive_at(&mut self, stage: Stage, ctx: &egui::Context) {
        let is_on_cell = self
            .session
            .as_ref()
            .is_some_and(|session| matches!(session.selection, Selection::Cell(..)));
        if stage == Stage::Matrix && !is_on_cell {
            self.select(Selection::Nothing);
        }
        self.go_to(stage);
        self.focus.arrive(ctx);
    }

    /// Shows a page, with the inspector as it suits that.
    pub(super) fn go_to(&mut self, stage: Stage) {
        if self.view.stage != stage {
            self.view.stage = stage;
            self.view.inspector = None;
        }
    }

    fn turn_weak_evidence(&mut self) {
        let Some(session) = &self.session else { return };
        let matrix = &mut self.panels.matrix;
        matrix.weak_evidence = matrix.weak_evidence.turned(session);
    }

    fn toggle_inspector(&mut self, ctx: &egui::Context) {
        let is_shown = self.view.side == Side::Inspector && self.is_inspector_open(ctx);
        self.view.side = Side::Inspector;
        self.view.inspector = Some(!is_shown);
    }

    pub(super) fn is_inspector_open(&self, ctx: &egui::Context) -> bool {
        self.session.as_ref().is_some_and(|session| {
            self.view.of(session, self.settings.zoom(), ctx).is_inspector_open
        })
    }

    /// Whether it lies over the page.
    pub(super) fn is_inspector_over(&self, ctx: &egui::Context) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| self.view.of(session, self.settings.zoom(), ctx).is_drawer)
    }

    /// What decides which commands can be given.
    pub(super) fn command_context(&self) -> CommandContext<'_> {
        CommandContext { session: self.session.as_ref(), on_disk: self.on_disk() }
    }

    pub(super) fn on_disk(&self) -> OnDisk {
        match self.life.state().on_disk() {
            Some(lifecycle::OnDisk::Changed(_)) => OnDisk::Changed,
            Some(lifecycle::OnDisk::Gone) => OnDisk::Gone,
            Some(lifecycle::OnDisk::AsKnown) | None => OnDisk::AsKnown,
        }
    }

    fn ask_to_add(&mut self, kind: Kind) {
        if let Some(session) = &self.session {
            self.dialogs.form = Some(Form::Add(AddForm::behind_selected(kind, session)));
        }
    }

    /// Adds what a form says and selects it; where that is refused the form stays, with the reason.
    pub(super) fn add(&mut self, Added { form, names, then }: &Added) {
        let Some(session) = &mut self.session else { return };
        let added = form.addition(names, session.scenario()).and_then(|addition| {
            let gesture = session.begin_gesture();
            let applied = session.apply(&addition.edit, &addition.name, gesture);
            applied
                .map(|()| addition.selection)
                .map_err(|refusal| (Part::Name, text::refusal(session.scenario(), &refusal)))
        });
        self.dialogs.form = match added {
            Ok(selection) => {
                session.selection = selection;
                self.view.forget_told();
                (*then == ThenAdd::Another).then(|| Form::Add(form.after(names)))
            }
            Err((part, reason)) => Some(Form::Add(form.refused(part, reason))),
        };
    }

    /// Adds a team that weighs and scores as the selected or shown one does, without its seal.
    fn duplicate_team(&mut self) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(chosen) = session.chosen_team() else { return };
        let (team, judged) = (chosen.team(), chosen.judged());
        let name = text::files::copy_of(&team.name);
        let is_taken = |id: &str| scenario.teams.iter().any(|team| team.id.as_str() == id);
        let id = TeamId::provisional(&id_from_name(&name, "team", is_taken));
        let mark = Appearance::default()
            .with_numbers(scenario.teams.iter().map(|team| team.mark.number()))
            .mark();
        let place = scenario
            .teams
            .iter()
            .position(|other| other.id == team.id)
            .map_or(usize::MAX, |place| place + 1);
        let mut copy =
            Team::new(id.clone(), &name, mark).judging(Judged { seal: None, ..judged.clone() });
        copy.note.clone_from(&team.note);
        self.do_at_once(&Edit::AddTeam(copy, place), &text::edits::adding(&name));
        self.select(Selection::Team(id));
    }

    /// Shows the ranking by gut of the team that is shown, to work there.
    fn rank_by_gut(&mut self, ctx: &egui::Context) {
        let session = self.session.as_ref();
        let Some(Weighting::Team(team)) = session.map(|session| &session.weighting) else { return };
        self.panels.weights.rank_by_gut(team.clone());
        self.arrive_at(Stage::Weights, ctx);
    }

    fn move_selected(&mut self, towards: Towards) {
        let edit = self
            .session
            .as_ref()
            .and_then(|session| session.selection.moved(session.scenario(), towards));
        if let Some(edit) = edit {
            self.do_at_once(&edit, &text::edits::moving(&self.selected_name()));
        }
    }

    fn remove_selected(&mut self) {
        if let Some(edit) = self.session.as_ref().and_then(Session::removal) {
            self.do_at_once(&edit, &text::edits::removing(&self.selected_name()));
        }
    }

    /// An edit that is a step of its own.
    pub(super) fn do_at_once(&mut self, edit: &Edit, name: &str) {
        let Some(session) = &mut self.session else { return };
        let gesture = session.begin_gesture();
        (self.view.notice, self.view.refused) = match session.apply(edit, name, gesture) {
            Ok(()) => (None, None),
            Err(refusal) => {
                let reason = text::refusal(session.scenario(), &refusal);
                (Some(Notice::Refused(reason)), None)
            }
        };
    }

    fn selected_name(&self) -> String {
        self.session
            .as_ref()
            .and_then(crate::ui::command::selected_name)
            .unwrap_or_default()
            .to_owned()
    }

    fn toggle_selected_lock(&mut self) {
        let lock = self.session.as_ref().and_then(|session| {
            let (team, node) = session.lockable()?;
            Some((team.clone(), node.clone()))
        });
        if let Some((team, node)) = lock {
            self.toggle_lock(&team, &node);
        }
    }

    /// Goes from one finding to the next, and from the last to the first.
    fn visit_next(&mut self, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let answer = session.ask(&Findings);
        let Some(findings) = answer.last() else { return };
        let place = self.view.visited % findings.len().max(1);
        self.view.visited = place + 1;
        if let Some(finding) = findings.get(place) {
            let told = text::finding(findings.scenario(), finding);
            self.visit(finding, ctx);
            self.view.notice = Some(Notice::Visited(told));
        }
    }
}
