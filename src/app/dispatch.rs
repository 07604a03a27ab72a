//! What each action does. Each arm is one call.

use super::files::{Outcome, Pending, Replacement};
use super::picker::Purpose;
use super::window::App;
use crate::analysis::{Grid, Problem, Viewpoint};
use crate::elicitation::with_weight;
use crate::evaluation::Weighting;
use crate::model::{Criterion, Edit, Group, NodeId, TeamId};
use crate::session::Gesture;
use crate::store::{self, Overwrite};
use crate::text::{self, label};
use crate::ui::action::{Answer, EditAction};
use crate::ui::context::Notice;
use crate::ui::dialogs::{Dialog, Question};
use crate::ui::theme::{self, ThemeChoice};
use crate::ui::{Action, Command, Touch};

impl App {
    /// Does what the panels asked for.
    pub(super) fn dispatch(&mut self, actions: Vec<Action>, ctx: &egui::Context, frame: &eframe::Frame) {
        for action in actions {
            match action {
                Action::Do(command) => self.command(command, ctx, frame),
                Action::Edit(edit) => self.edit(&edit),
                Action::Weigh { team, node, weight, touch } => self.weigh(&team, &node, weight, touch),
                Action::Refuse(reason) => self.notice = Some(Notice::Refused(reason)),
                Action::Show(weighting) => self.show(weighting),
                Action::OpenPreset(name) => self.ask_for_preset(name, ctx, frame),
                Action::Answer(answer) => self.answer(answer, ctx, frame),
            }
            ctx.request_repaint();
        }
    }

    /// Takes in what jobs found.
    pub(super) fn take_in(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        while let Ok(outcome) = self.inbox.try_recv() {
            match outcome {
                Outcome::Picked { purpose, path, took } => self.picked(purpose, path, took, ctx),
                Outcome::Read { path, result } => self.was_read(path, result),
                Outcome::Saved(saved) => self.was_saved(saved, ctx, frame),
            }
            ctx.request_repaint();
        }
    }

    pub(super) fn command(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        if !command.is_enabled(self.session.as_ref()) {
            return;
        }
        match command {
            Command::Open => self.ask_to_replace_document(Replacement::Choice, ctx, frame),
            Command::Save => self.save(ctx, frame),
            Command::SaveAs => self.pick(Purpose::Save, ctx, frame),
            Command::Undo => self.step(crate::session::Session::undo),
            Command::Redo => self.step(crate::session::Session::redo),
            Command::FollowSystemTheme => self.choose_theme(ThemeChoice::System, ctx),
            Command::UseLightTheme => self.choose_theme(ThemeChoice::Light, ctx),
            Command::UseDarkTheme => self.choose_theme(ThemeChoice::Dark, ctx),
        }
    }

    fn step(&mut self, step: fn(&mut crate::session::Session)) {
        if let Some(session) = &mut self.session {
            step(session);
            self.notice = None;
            self.touch = None;
        }
    }

    fn choose_theme(&mut self, choice: ThemeChoice, ctx: &egui::Context) {
        self.theme_choice = choice;
        theme::choose(ctx, choice);
    }

    fn show(&mut self, weighting: Weighting) {
        if let Some(session) = &mut self.session {
            session.weighting = weighting;
        }
    }

    /// The gesture of a touch: the one it began, or a new one.
    fn gesture(&mut self, touch: Touch) -> Option<Gesture> {
        let session = self.session.as_mut()?;
        let gesture = match self.touch {
            Some((known, gesture)) if known == touch => gesture,
            _ => session.begin_gesture(),
        };
        self.touch = Some((touch, gesture));
        Some(gesture)
    }

    fn edit(&mut self, action: &EditAction) {
        let Some(gesture) = self.gesture(action.touch) else { return };
        let Some(session) = &mut self.session else { return };
        self.notice = match session.apply(&action.edit, &action.name, gesture) {
            Ok(()) => None,
            Err(refusal) => Some(Notice::Refused(text::refusal(&refusal))),
        };
    }

    fn weigh(&mut self, team: &TeamId, node: &NodeId, weight: f64, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.team(team) else { return };
        let problem = Problem::new(&Grid::new(scenario), Viewpoint::Team(team));
        let Some(judgement) = with_weight(scenario, &problem, team, node, weight, self.services.clock.now()) else { return };
        let names = scenario.criterion(node).map(Criterion::label).or_else(|| scenario.group(node).map(Group::label));
        let name = label::weight_edit(team.label(), names.unwrap_or_default());
        let edit = Edit::Judge(team.id.clone(), judgement);
        self.edit(&EditAction { edit, name, touch });
    }

    fn ask_for_preset(&mut self, name: &str, ctx: &egui::Context, frame: &eframe::Frame) {
        if let Some(preset) = store::preset(name) {
            self.ask_to_replace_document(Replacement::Preset(preset), ctx, frame);
        }
    }

    /// Replaces the open document, after asking about what isn't saved.
    pub(super) fn ask_to_replace_document(&mut self, replacement: Replacement, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.may_be_replaced() {
            self.replace(replacement, ctx, frame);
        } else {
            self.ask_about_changes(replacement);
        }
    }

    /// The open document and its revision.
    fn present(&self) -> Option<(u64, u64)> {
        self.session.as_ref().map(|session| (self.document, session.revision()))
    }

    /// Whether the open document is saved, or may go as it is now.
    pub(super) fn may_be_replaced(&self) -> bool {
        let is_changed = self.session.as_ref().is_some_and(crate::session::Session::is_changed);
        !is_changed || (self.agreed.is_some() && self.agreed == self.present())
    }

    pub(super) fn ask_about_changes(&mut self, replacement: Replacement) {
        self.pending = Some(Pending::Replace(replacement));
        let text = label::unsaved_question(&self.file.name);
        let answers = vec![(label::SAVE, Answer::SaveFirst), (label::DISCARD, Answer::Discard), (label::CANCEL, Answer::Cancel)];
        self.dialog = Some(Dialog::Question(Question { title: label::UNSAVED, text, answers }));
    }

    pub(super) fn replace(&mut self, replacement: Replacement, ctx: &egui::Context, frame: &eframe::Frame) {
        match replacement {
            Replacement::Preset(preset) => self.open_preset(preset),
            Replacement::File(path) => self.read(path, ctx),
            Replacement::Choice => self.pick(Purpose::Open, ctx, frame),
            Replacement::Close => {
                self.is_closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    fn answer(&mut self, answer: Answer, ctx: &egui::Context, frame: &eframe::Frame) {
        self.dialog = None;
        match (answer, self.pending.take()) {
            (Answer::SaveFirst, Some(Pending::Replace(replacement))) => {
                self.after_save = Some(replacement);
                self.save(ctx, frame);
            }
            (Answer::SaveFirst, Some(Pending::SaveTo(path))) => self.write(path, Overwrite::Allowed, ctx),
            (Answer::Discard, Some(Pending::Replace(replacement))) => {
                self.agreed = self.present();
                self.replace(replacement, ctx, frame);
            }
            (Answer::Path(path), Some(Pending::Pick(Purpose::Open))) => self.read(path.trim().into(), ctx),
            (Answer::Path(path), Some(Pending::Pick(Purpose::Save))) => self.save_to_typed(&path, ctx),
            // A cancelled save leaves the document open.
            _ => self.after_save = None,
        }
    }
}
