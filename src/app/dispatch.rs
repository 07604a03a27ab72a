//! What each action does. Each arm is one call.

use super::application::{App, Dropped};
use super::dialogs::{Anew, Answered, Form};
use super::lifecycle::{Answer, Event, Next, Purpose, QuestionId, Source};
use crate::elicitation::{
    Step, holding, stepped, with_equal_weights, with_record, with_share, with_weight,
    without_weight,
};
use crate::evaluation::Weighting;
use crate::model::{Criterion, Edit, Finding, Group, Judgement, NodeId, TeamId};
use crate::session::{Gesture, ScoredCell, Selection};
use crate::store;
use crate::text;
use crate::ui::Stage;
use crate::ui::action::{EditAction, FirstWeights};
use crate::ui::context::{Notice, Refused};
use crate::ui::dialogs::Found;
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
    pub(super) fn dispatch(&mut self, actions: Vec<Action>, ctx: &egui::Context) {
        if !actions.is_empty() {
            self.view.forget_visit();
        }
        for action in actions {
            match action {
                Action::Do(command) => self.command(command, ctx),
                Action::Edit(edit) => self.edit(&edit),
                Action::TakeShare(taken) => {
                    let edit = taken.edit.judged_at(self.world.clock.now().as_ref());
                    self.edit(&EditAction { edit, ..taken });
                }
                Action::Weigh { team, node, weight, touch } => {
                    self.judge(&team, &node, Given::Weight(weight), touch);
                }
                Action::Unweigh { team, node, touch } => self.unweigh(&team, &node, touch),
                Action::WeighAnew { team, like, with, touch } => {
                    self.ask_to_weigh_anew(Anew { team, like, with, touch });
                }
                Action::Compare { team, step, touch } => self.compare(&team, &step, touch),
                Action::Share { team, node, share, touch } => {
                    self.judge(&team, &node, Given::Share(share), touch);
                }
                Action::ToggleLock(team, node) => self.toggle_lock(&team, &node),
                Action::Hold(team, node, touch) => self.hold(&team, &node, touch),
                Action::ConfirmReason(cell) => self.confirm_reason(&cell),
                Action::Visit(finding) => self.visit(&finding, ctx),
                Action::Tell(what) => {
                    self.view.notice.get_or_insert(Notice::Done(what));
                }
                Action::Refuse(reason) => self.view.notice = Some(Notice::Refused(reason)),
                Action::Show(weighting) => self.show(weighting),
                Action::Select(selection) => self.select(selection),
                Action::Inspect(selection) => self.inspect(selection, ctx),
                Action::OpenPreset(name) => self.ask_for_preset(name, ctx),
                Action::OpenRecent(path) => {
                    self.tell(Event::Leave(Next::Open(Source::File(path))), ctx);
                }
                Action::Forget(path) => self.forget(&path),
                Action::Recovered(id, what) => self.with_recovered(id, what, ctx),
                Action::TellWhatHappened => self.tell_what_happened(),
                Action::LookAt(state) => self.look_at(state, ctx),
                Action::TakeState => self.take_state(),
                Action::OpenStateAsCopy => self.open_state_as_copy(ctx),
                Action::TryOnCopy(edit) => self.try_on_copy(&edit, ctx),
                Action::LeaveState => self.leave_state(),
                Action::KeepVersion(number, stays) => self.keep_version(number, stays),
            }
            ctx.request_repaint();
        }
    }

    /// Does what a dialog was answered.
    pub(super) fn answered(&mut self, answered: Answered, ctx: &egui::Context) {
        ctx.request_repaint();
        if let Answered::Life(id, answer) = answered {
            return self.answered_question(id, answer, ctx);
        }
        self.dialogs.form = None;
        match answered {
            Answered::Add(added) => self.add(&added),
            Answered::Found(Found::Command(command)) => self.command(command, ctx),
            Answered::Found(Found::Thing(thing)) => self.lead_to(thing, ctx),
            Answered::WeighAnew(anew) => self.weigh_anew(&anew),
            Answered::Recovered(id, what) => self.with_recovered(id, what, ctx),
            Answered::Life(..) | Answered::Closed => {}
        }
    }

    /// Tells the document's life; a typed path that led to nothing is asked for again.
    fn answered_question(&mut self, id: QuestionId, answer: Answer, ctx: &egui::Context) {
        let questions = self.life.state().questions();
        let question = questions.iter().find(|(standing, _)| *standing == id);
        let again = question.and_then(|(_, question)| self.dialogs.note(question, &answer));
        self.tell(Event::Answered(id, answer), ctx);
        match again {
            Some(Purpose::Open) => self.tell(Event::Leave(Next::Choice), ctx),
            Some(Purpose::Compare) => self.tell(Event::CompareFile, ctx),
            Some(Purpose::Save) => self.tell(Event::SaveAs, ctx),
            Some(Purpose::SaveCopy) => self.tell(Event::SaveCopy, ctx),
            None => {}
        }
    }

    /// Shows a weighting; a team may be gone since it was offered.
    fn show(&mut self, weighting: Weighting) {
        if let Some(session) = &mut self.session
            && (weighting == Weighting::Mean || weighting.team(session.scenario()).is_some())
        {
            session.weighting = weighting;
        }
    }

    /// The gesture of a touch: the one it began, or a new one.
    fn gesture(&mut self, touch: Touch) -> Option<Gesture> {
        let session = self.session.as_mut()?;
        let gesture = match self.input.touch {
            Some((known, gesture)) if known == touch => gesture,
            _ => session.begin_gesture(),
        };
        self.input.touch = Some((touch, gesture));
        Some(gesture)
    }

    pub(super) fn edit(&mut self, action: &EditAction) {
        let Some(gesture) = self.gesture(action.touch) else { return };
        let Some(session) = &mut self.session else { return };
        self.view.forget_told();
        if let Err(refusal) = session.apply(&action.edit, &action.name, gesture) {
            let reason = text::refusal(session.scenario(), &refusal);
            self.view.notice = Some(Notice::Refused(reason.clone()));
            self.view.refused = Some(Refused { widget: action.touch.widget, reason });
        }
    }

    fn judge(&mut self, team: &TeamId, node: &NodeId, given: Given, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(team) else { return };
        let Some(problem) = session.results().problem_for(team.id()) else { return };
        let now = self.world.clock.now();
        let is_held = |id: &NodeId| session.locks.is_held(team.id(), id);
        let judgement = match given {
            Given::Weight(weight) => {
                with_weight(scenario, &problem, team.judgement(), node, weight, now).and_then(
                    |judgement| holding(scenario, &problem, team, judgement, node, is_held),
                )
            }
            Given::Share(share) => {
                with_share(scenario, &problem, team, (node, share), is_held, now)
            }
        };
        let Some(judgement) = judgement else { return };
        let names = scenario
            .criterion(node)
            .map(Criterion::label)
            .or_else(|| scenario.group(node).map(Group::label));
        let name = text::edits::weight_edit(team.team().label(), names.unwrap_or_default());
        let edit = Edit::Judge(team.id().clone(), judgement);
        self.edit(&EditAction { edit, name, touch });
    }

    fn unweigh(&mut self, team: &TeamId, node: &NodeId, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(team) else { return };
        let Some(judgement) = without_weight(team.judgement(), node) else { return };
        let name = text::edits::weights_edit(team.team().label());
        let edit = Edit::Judge(team.id().clone(), judgement);
        self.edit(&EditAction { edit, name, touch });
    }

    /// Weighs anew, after asking where there are weights of another way that go for it.
    fn ask_to_weigh_anew(&mut self, anew: Anew) {
        let Some(session) = &self.session else { return };
        let Some(team) = session.scenario().open_team(&anew.team) else { return };
        let judgement = team.judgement();
        if judgement.is_begun() && !is_same_way(judgement, &anew.like) {
            self.dialogs.form = Some(Form::weigh_anew(&team.team().name, anew));
        } else {
            self.weigh_anew(&anew);
        }
    }

    /// Puts the new weights in place of the old ones.
    fn weigh_anew(&mut self, anew: &Anew) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(team) = scenario.open_team(&anew.team) else { return };
        let problem = session.results().problem_for(team.id());
        let (like, now) = (&anew.like, self.world.clock.now());
        let judgement = match &anew.with {
            FirstWeights::One(node, weight) => problem
                .and_then(|problem| with_weight(scenario, &problem, like, node, *weight, now)),
            FirstWeights::Alike => {
                problem.map(|problem| with_equal_weights(scenario, &problem, like, now))
            }
            FirstWeights::Record => problem
                .map(|problem| with_record(scenario, &problem, like.elicitation.clone(), now)),
            FirstWeights::Nothing => Some(like.clone()),
        };
        let Some(judgement) = judgement else { return };
        let name = text::edits::weights_edit(team.team().label());
        let edit = Edit::Judge(anew.team.clone(), judgement);
        self.edit(&EditAction { edit, name, touch: anew.touch });
    }

    /// Takes a step by comparison: of the team's own record, or of one that begins.
    fn compare(&mut self, team: &TeamId, step: &Step, touch: Touch) {
        let Some(session) = &self.session else { return };
        let scenario = session.scenario();
        let Some(judged) = scenario.open_team(team) else { return };
        let before = &judged.judgement().elicitation;
        let Some(elicitation) = stepped(scenario, before, step) else { return };
        let like = Judgement { elicitation, ..Judgement::default() };
        let (team, with) = (team.clone(), FirstWeights::Record);
        self.ask_to_weigh_anew(Anew { team, like, with, touch });
    }

    /// Takes back what a drag did, when Escape ended it.
    pub(super) fn abandon_drag(&mut self, ctx: &egui::Context) {
        let dragged = std::mem::replace(&mut self.input.dragged, ctx.dragged_id());
        let is_ended = ctx.input(|input| input.key_pressed(egui::Key::Escape));
        if let (Some(session), Some((touch, gesture))) = (&mut self.session, self.input.touch)
            && is_ended
            && dragged == Some(touch.widget)
        {
            session.abandon(gesture);
            self.input.touch = None;
        }
    }

    pub(super) fn toggle_lock(&mut self, team: &TeamId, node: &NodeId) {
        if let Some(session) = &mut self.session {
            session.locks.toggle(team, node);
        }
    }

    fn hold(&mut self, team: &TeamId, node: &NodeId, touch: Touch) {
        let Some(gesture) = self.gesture(touch) else { return };
        if let Some(session) = &mut self.session {
            session.hold(team, node, gesture);
        }
    }

    fn confirm_reason(&mut self, cell: &ScoredCell) {
        let Some(session) = &mut self.session else { return };
        let scenario = session.scenario();
        let names = scenario.option(&cell.option).zip(scenario.criterion(&cell.criterion));
        let Some((option, criterion)) = names else { return };
        let of = text::matrix::cell(option.label(), criterion.label());
        session.confirm_reason(cell, &text::edits::confirming_reason(&of));
        self.view.forget_told();
    }

    pub(super) fn visit(&mut self, finding: &Finding, ctx: &egui::Context) {
        let Some(session) = &self.session else { return };
        let place = place_of(session.scenario(), finding);
        self.go_to(place.stage);
        self.focus.arrive(ctx);
        self.select(place.selection);
        if let Some(weighting) = place.weighting {
            self.show(weighting);
        }
    }

    /// Shows a thing that was asked for by its name: a team as the one whose weighting is shown,
    /// others in the inspector, where the matrix shows them too.
    fn lead_to(&mut self, thing: Selection, ctx: &egui::Context) {
        // What is beneath a dialog can't take the focus until that is gone.
        self.focus.arrive(ctx);
        if let Selection::Team(team) = thing {
            self.show(Weighting::Team(team.clone()));
            return self.select(Selection::Team(team));
        }
        let shows_it =
            if matches!(thing, Selection::Assumption(_)) { Stage::Question } else { Stage::Matrix };
        self.go_to(shows_it);
        self.select(thing);
        self.view.inspector = Some(true);
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
        self.view.inspector = Some(true);
    }

    fn ask_for_preset(&mut self, name: &str, ctx: &egui::Context) {
        if let Some(preset) = store::preset(name) {
            self.tell(Event::Leave(Next::Open(Source::Preset(preset))), ctx);
        }
    }

    /// Notes what was dropped on the window, where no dialog is open.
    pub(super) fn note_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let mut paths = dropped.into_iter().map(|file| file.path().to_owned());
        if let Some(path) = paths.next().filter(|_| !self.dialogs.is_open()) {
            let is_one_of_many = paths.next().is_some();
            self.input.dropped = Some(Dropped { path, is_one_of_many });
            self.end_typing(ctx);
        }
    }

    /// Opens the file that was dropped on the window.
    pub(super) fn open_dropped(&mut self, ctx: &egui::Context) {
        let Some(Dropped { path, is_one_of_many }) = self.input.dropped.take() else { return };
        self.tell(Event::Leave(Next::Open(Source::File(path))), ctx);
        self.view.once_open = is_one_of_many.then_some(text::files::MANY_DROPPED);
    }
}

/// Whether two teams' weights were given in the same way.
fn is_same_way(a: &Judgement, b: &Judgement) -> bool {
    std::mem::discriminant(&a.elicitation) == std::mem::discriminant(&b.elicitation)
}
