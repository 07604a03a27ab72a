//! What each action does. Each arm is one call.

use super::files::{Begin, Outcome, Pending, Replacement};
use super::picker::Purpose;
use super::saving::Target;
use super::window::App;
use crate::elicitation::{holding, with_equal_weights, with_share, with_weight};
use crate::evaluation::Weighting;
use crate::model::{Criterion, Edit, Finding, Group, NodeId, TeamId};
use crate::session::results::Computed;
use crate::session::{Gesture, Selection};
use crate::store::{self, Overwrite};
use crate::text::{self, label, page};
use crate::ui::action::{Answer, EditAction};
use crate::ui::context::{Notice, Refused};
use crate::ui::dialogs::{Dialog, Question};
use crate::ui::panels::inspector::first_field;
use crate::ui::{Action, Touch, place_of};

/// What a team gives a node.
#[derive(Clone, Copy)]
enum Given {
    /// A weight or points.
    Weight(f64),
    /// A share of the whole.
    Share(f64),
}

impl App {
    /// Does what the panels asked for.
    pub(super) fn dispatch(
        &mut self,
        actions: Vec<Action>,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) {
        for action in actions {
            match action {
                Action::Do(command) => self.command(command, ctx, frame),
                Action::Edit(edit) => self.edit(&edit),
                Action::Weigh { team, node, weight, touch } => {
                    self.judge(&team, &node, Given::Weight(weight), touch)
                }
                Action::WeighAlike { team, touch } => self.weigh_alike(&team, touch),
                Action::BeginWay { team, judgement, node, weight } => {
                    self.ask_to_begin(Begin { team, judgement, node, weight })
                }
                Action::Share { team, node, share, touch } => {
                    self.judge(&team, &node, Given::Share(share), touch)
                }
                Action::ToggleLock(node) => self.toggle_lock(node),
                Action::Visit(finding) => self.visit(&finding),
                Action::Tell(what) => self.notice = self.notice.take().or(Some(Notice::Done(what))),
                Action::Refuse(reason) => self.notice = Some(Notice::Refused(reason)),
                Action::Show(weighting) => self.show(weighting),
                Action::Select(selection) => self.select(selection),
                Action::Inspect(selection) => self.inspect(selection, ctx),
                Action::OpenPreset(name) => self.ask_for_preset(name, ctx, frame),
                Action::OpenRecent(path) => {
                    self.ask_to_replace_document(Replacement::File(path), ctx, frame)
                }
                Action::Forget(path) => self.forget(&path),
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
                Outcome::ReadToCompare { path, result } => self.was_read_to_compare(&path, result),
                Outcome::Saved(saved) => self.was_saved(saved, ctx, frame),
                Outcome::Computed { document, computed } => self.was_computed(document, computed),
                Outcome::LookedFor(absences) => self.looked_for(&absences),
            }
            ctx.request_repaint();
        }
    }

    fn was_computed(&self, document: u64, computed: Computed) {
        if let Some(session) = self.session.as_ref().filter(|_| document == self.document) {
            session.results().deliver(computed);
        }
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

    pub(super) fn edit(&mut self, action: &EditAction) {
        let Some(gesture) = self.gesture(action.touch) else { return };
        let Some(session) = &mut self.session else { return };
        (self.notice, self.refused) = match session.apply(&action.edit, &action.name, gesture) {
            Ok(()) => (None, None),
            Err(refusal) => {
                let reason = text::refusal(&refusal);
                (
                    Some(Notice::Refused(reason.clone())),
                    Some(Refused { widget: action.touch.widget, reason }),
                )
            }
        };
    }

    fn judge(&mut self, team: &TeamId, node: &NodeId, given: Given, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(team) else { return };
        let Some(problem) = session.results().problem_for(team.id()) else { return };
        let now = self.services.clock.now();
        let judgement = match given {
            Given::Weight(weight) => {
                with_weight(scenario, &problem, team.judgement(), node, weight, now).and_then(
                    |judgement| {
                        holding(scenario, &problem, team, judgement, node, |id| {
                            session.locks.contains(id)
                        })
                    },
                )
            }
            Given::Share(share) => with_share(
                scenario,
                &problem,
                team,
                (node, share),
                |id| session.locks.contains(id),
                now,
            ),
        };
        let Some(judgement) = judgement else { return };
        let names = scenario
            .criterion(node)
            .map(Criterion::label)
            .or_else(|| scenario.group(node).map(Group::label));
        let name = label::weight_edit(team.team().label(), names.unwrap_or_default());
        let edit = Edit::Judge(team.id().clone(), judgement);
        self.edit(&EditAction { edit, name, touch });
    }

    fn weigh_alike(&mut self, team: &TeamId, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(team) else { return };
        let Some(problem) = session.results().problem_for(team.id()) else { return };
        let judgement = with_equal_weights(scenario, &problem, team.judgement());
        let name = label::weights_edit(team.team().label());
        let edit = Edit::Judge(team.id().clone(), judgement);
        self.edit(&EditAction { edit, name, touch });
    }

    fn ask_to_begin(&mut self, begin: Begin) {
        let team = self
            .session
            .as_ref()
            .and_then(|session| session.scenario().team(&begin.team).map(|team| team.name.clone()));
        let answers = vec![(page::BEGIN_WAY, Answer::BeginWay), (label::CANCEL, Answer::Cancel)];
        let text = page::begin_way(&team.unwrap_or_default());
        self.pending = Some(Pending::BeginWay(begin));
        self.dialog =
            Some(Dialog::Question(Question { title: page::BEGIN_WAY_TITLE, text, answers }));
    }

    /// Puts a judgement in the new way with its first weight in place of the old one.
    fn begin_way(&mut self, begin: &Begin) {
        let Some(session) = &mut self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(&begin.team) else { return };
        let Some(problem) = session.results().problem_for(team.id()) else { return };
        let judgement = with_weight(
            scenario,
            &problem,
            &begin.judgement,
            &begin.node,
            begin.weight,
            self.services.clock.now(),
        );
        let Some(judgement) = judgement else { return };
        let name = label::weights_edit(team.team().label());
        self.do_at_once(&Edit::Judge(begin.team.clone(), judgement), &name);
    }

    /// Takes back what a drag did, when Escape ended it.
    pub(super) fn abandon_drag(&mut self, ctx: &egui::Context) {
        let dragged = std::mem::replace(&mut self.dragged, ctx.dragged_id());
        let is_ended = ctx.input(|input| input.key_pressed(egui::Key::Escape));
        if let (Some(session), Some((touch, gesture))) = (&mut self.session, self.touch)
            && is_ended
            && dragged == Some(touch.widget)
        {
            session.abandon(gesture);
            self.touch = None;
        }
    }

    pub(super) fn toggle_lock(&mut self, node: NodeId) {
        if let Some(session) = &mut self.session
            && !session.locks.remove(&node)
        {
            session.locks.insert(node);
        }
    }

    pub(super) fn visit(&mut self, finding: &Finding) {
        let Some(session) = &self.session else { return };
        let place = place_of(session.scenario(), finding);
        self.go_to(place.stage);
        self.select(place.selection);
        if let Some(weighting) = place.weighting {
            self.show(weighting);
        }
    }

    pub(super) fn select(&mut self, selection: Selection) {
        if let Some(session) = &mut self.session
            && selection.is_in(session.scenario())
        {
            session.selection = selection;
        }
    }

    fn inspect(&mut self, selection: Selection, ctx: &egui::Context) {
        if let Some(field) = first_field(&selection) {
            ctx.memory_mut(|memory| memory.request_focus(field));
        }
        self.select(selection);
        self.inspector = Some(true);
    }

    fn ask_for_preset(&mut self, name: &str, ctx: &egui::Context, frame: &eframe::Frame) {
        if let Some(preset) = store::preset(name) {
            self.ask_to_replace_document(Replacement::Preset(preset), ctx, frame);
        }
    }

    /// Replaces the open document, after asking about what isn't saved.
    pub(super) fn ask_to_replace_document(
        &mut self,
        replacement: Replacement,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) {
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
        let title = self.session.as_ref().map_or("", |session| session.scenario().title.as_str());
        let text =
            label::unsaved_question(if self.file.path.is_some() { &self.file.name } else { title });
        let answers = vec![
            (label::SAVE, Answer::SaveFirst),
            (label::DISCARD, Answer::Discard),
            (label::CANCEL, Answer::Cancel),
        ];
        self.dialog = Some(Dialog::Question(Question { title: label::UNSAVED, text, answers }));
    }

    pub(super) fn replace(
        &mut self,
        replacement: Replacement,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) {
        match replacement {
            Replacement::New => {
                self.open_new();
                ctx.memory_mut(|memory| {
                    memory.request_focus(crate::ui::panels::question::title_field())
                });
            }
            Replacement::FirstPage => self.show_first_page(ctx),
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
            (Answer::SaveFirst, Some(Pending::SaveTo(target))) => {
                self.write(target, Overwrite::Allowed, ctx)
            }
            (Answer::Add { form, again }, _) => self.add(&form, again),
            (Answer::BeginWay, Some(Pending::BeginWay(begin))) => self.begin_way(&begin),
            (Answer::Run(command), _) => self.command(command, ctx, frame),
            (Answer::Discard, Some(Pending::Replace(replacement))) => {
                self.agreed = self.present();
                self.replace(replacement, ctx, frame);
            }
            (Answer::Path(path), Some(Pending::Pick(Purpose::Open))) => {
                self.read(path.trim().into(), ctx)
            }
            (Answer::Path(path), Some(Pending::Pick(Purpose::Compare))) => {
                self.read_to_compare(path.trim().into(), ctx)
            }
            (Answer::Path(path), Some(Pending::Pick(Purpose::Save))) => {
                self.save_to_typed(Target::Document(path.trim().into()), ctx)
            }
            (Answer::Path(path), Some(Pending::Pick(Purpose::SaveCopy))) => {
                self.save_to_typed(Target::Copy(path.trim().into()), ctx)
            }
            // A cancelled save leaves the document open.
            _ => self.after_save = None,
        }
    }
}
