//! The form for a new thing: its name first, for the id is made from it once.

use egui::{Id, Key, Ui};

use super::{Reply, title_ui};
use crate::model::{
    Alternative, Appearance, Criterion, Edit, Group, NodeId, OptionId, Scenario, Source, SourceId,
    Team, TeamId, id_from_name,
};
use crate::session::{Selection, Session};
use crate::text;
use crate::ui::typeset::edit;
use crate::ui::widgets::button;

/// What is to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Option,
    Criterion,
    Group,
    Team,
    Source,
}

impl Kind {
    /// The form's heading.
    fn title(self) -> &'static str {
        match self {
            Self::Option => text::dialogs::NEW_OPTION,
            Self::Criterion => text::dialogs::NEW_CRITERION,
            Self::Group => text::dialogs::NEW_GROUP,
            Self::Team => text::dialogs::NEW_TEAM,
            Self::Source => text::dialogs::NEW_SOURCE,
        }
    }

    /// The id of a thing whose name has no letters to make one from.
    fn word(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Criterion => "criterion",
            Self::Group => "group",
            Self::Team => "team",
            Self::Source => "source",
        }
    }
}

/// The form as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddForm {
    pub kind: Kind,
    pub name: String,
    pub short: String,
    pub id: String,
    /// The id was typed, and doesn't follow the name any more.
    id_is_own: bool,
    /// The group that a criterion or group goes into.
    pub parent: Option<NodeId>,
    /// Where in its list it goes.
    pub at: usize,
    /// Why it couldn't be added.
    refused: Option<String>,
    /// The name's field is to get the focus: the form has just been opened.
    is_new: bool,
}

impl AddForm {
    /// An empty form; what is added goes behind the thing of its kind that is selected, else to the
    /// end.
    pub fn new(kind: Kind, session: &Session) -> Self {
        let scenario = session.scenario();
        let behind = |place: Option<usize>| place.map_or(usize::MAX, |place| place + 1);
        let (at, parent) = match (&session.selection, kind) {
            (Selection::Option(id), Kind::Option) => {
                (behind(scenario.options.iter().position(|option| option.id == *id)), None)
            }
            (Selection::Team(id), Kind::Team) => {
                (behind(scenario.teams.iter().position(|team| team.id == *id)), None)
            }
            (Selection::Criterion(id), Kind::Criterion) => {
                let place = scenario.criteria.iter().position(|criterion| criterion.id == *id);
                (
                    behind(place),
                    scenario.criterion(id).and_then(|criterion| criterion.group.clone()),
                )
            }
            (Selection::Group(id), Kind::Criterion | Kind::Group) => (usize::MAX, Some(id.clone())),
            _ => (usize::MAX, None),
        };
        let text = String::new;
        Self {
            kind,
            name: text(),
            short: text(),
            id: text(),
            id_is_own: false,
            parent,
            at,
            refused: None,
            is_new: true,
        }
    }

    /// The same form for the next thing, which goes behind this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let text = String::new;
        Self {
            name: text(),
            short: text(),
            id: text(),
            id_is_own: false,
            at: self.at.saturating_add(1),
            refused: None,
            is_new: true,
            ..self.clone()
        }
    }

    /// The same form with the reason why it couldn't be added.
    #[must_use]
    pub fn refused(&self, reason: String) -> Self {
        Self { refused: Some(reason), ..self.clone() }
    }

    /// What adding it does to a scenario, and what is selected then.
    pub fn edit(&self, scenario: &Scenario) -> (Edit, Selection) {
        let node = NodeId::provisional(&self.id);
        match self.kind {
            Kind::Option => {
                let option = self.option(scenario);
                let selection = Selection::Option(option.id.clone());
                (Edit::AddOption(option, self.at), selection)
            }
            Kind::Criterion => {
                let criterion = self.criterion(node.clone(), scenario);
                (Edit::AddCriterion(criterion, self.at), Selection::Criterion(node))
            }
            Kind::Group => {
                (Edit::AddGroup(self.group(node.clone()), self.at), Selection::Group(node))
            }
            Kind::Team => {
                let team = self.team(scenario);
                let selection = Selection::Team(team.id.clone());
                (Edit::AddTeam(team, self.at), selection)
            }
            Kind::Source => {
                let id = SourceId::provisional(&self.id);
                (Edit::SetSource(id.clone(), self.source()), Selection::Source(id))
            }
        }
    }

    fn name(&self) -> String {
        self.name.trim().to_owned()
    }

    fn short(&self) -> String {
        self.short.trim().to_owned()
    }

    fn option(&self, scenario: &Scenario) -> Alternative {
        let taken = scenario.options.iter().map(|option| &option.letter);
        Alternative {
            id: OptionId::provisional(&self.id),
            name: self.name(),
            short: self.short(),
            note: String::new(),
            letter: Appearance::default().with_letters(taken).letter(),
        }
    }

    fn criterion(&self, id: NodeId, scenario: &Scenario) -> Criterion {
        let taken = scenario.criteria.iter().map(|criterion| criterion.hue.number());
        let hue = Appearance::default().with_numbers(taken).hue();
        Criterion {
            short: self.short(),
            group: self.parent.clone(),
            ..Criterion::new(id, &self.name(), hue)
        }
    }

    fn group(&self, id: NodeId) -> Group {
        let (name, short, note) = (self.name(), self.short(), String::new());
        Group { id, name, short, note, group: self.parent.clone() }
    }

    fn team(&self, scenario: &Scenario) -> Team {
        let taken = scenario.teams.iter().map(|team| team.mark.number());
        let mark = Appearance::default().with_numbers(taken).mark();
        let mut team = Team::new(TeamId::provisional(&self.id), &self.name(), mark);
        team.short = self.short();
        team
    }

    fn source(&self) -> Source {
        let empty = String::new;
        let authors = Vec::new();
        Source { title: self.name(), authors, publisher: empty(), date: None, url: empty() }
    }

    /// Whether the id belongs to another thing already.
    pub fn is_id_taken(&self, scenario: &Scenario) -> bool {
        is_taken(self.kind, scenario, &self.id)
    }

    /// Whether all is given that a thing must have.
    fn is_filled(&self) -> bool {
        !self.name.trim().is_empty() && !self.id.is_empty()
    }

    fn follow_name(&mut self, scenario: &Scenario) {
        if !self.id_is_own {
            let from = if self.short.trim().is_empty() { &self.name } else { &self.short };
            let fallback = self.kind.word();
            self.id = id_from_name(from, fallback, |id| is_taken(self.kind, scenario, id));
        }
    }
}

fn is_taken(kind: Kind, scenario: &Scenario, id: &str) -> bool {
    match kind {
        Kind::Option => scenario.options.iter().any(|option| option.id.as_str() == id),
        Kind::Criterion | Kind::Group => {
            scenario.criteria.iter().any(|criterion| criterion.id.as_str() == id)
                || scenario.groups.iter().any(|group| group.id.as_str() == id)
        }
        Kind::Team => {
            matches!(id, "mean" | "all") || scenario.teams.iter().any(|team| team.id.as_str() == id)
        }
        Kind::Source => scenario.sources.contains_key(id),
    }
}

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    pub form: AddForm,
    pub then: ThenAdd,
}

/// What follows once a thing is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThenAdd {
    Nothing,
    /// The form for another.
    Another,
}

/// Shows the form; gives it once it is to be added.
pub fn add_ui(form: &mut AddForm, session: &Session, ui: &mut Ui) -> Option<Reply<Added>> {
    title_ui(form.kind.title(), ui);
    let name = if form.kind == Kind::Source { text::fields::TITLE } else { text::fields::NAME };
    let first = line_ui("name", name, &mut form.name, ui);
    if std::mem::take(&mut form.is_new) {
        first.request_focus();
    }
    let (mut changed, mut left) = (first.changed(), first.lost_focus());
    if form.kind != Kind::Source {
        let short = line_ui("short", text::fields::SHORT, &mut form.short, ui);
        (changed, left) = (changed || short.changed(), left || short.lost_focus());
    }
    if changed {
        form.follow_name(session.scenario());
    }
    let id = line_ui("id", text::fields::ID, &mut form.id, ui);
    if id.changed() {
        form.id_is_own = true;
    }
    let left = left || id.lost_focus();
    ui.label(egui::RichText::new(text::fields::ID_NOTE).small().weak());
    if let Some(reason) = &form.refused {
        ui.colored_label(ui.visuals().error_fg_color, reason);
    }
    // Enter in a field ends the form; on a button it presses that.
    let is_entered = form.is_filled() && left && ui.input(|input| input.key_pressed(Key::Enter));
    let pressed = ui.horizontal(|ui| buttons_ui(form, ui)).inner;
    let reply = pressed.or(is_entered.then_some(Reply::Given(ThenAdd::Nothing)))?;
    Some(match reply {
        Reply::Given(then) => Reply::Given(Added { form: form.clone(), then }),
        Reply::Closed => Reply::Closed,
    })
}

fn buttons_ui(form: &AddForm, ui: &mut Ui) -> Option<Reply<ThenAdd>> {
    let is_filled = form.is_filled();
    let add = ui.add_enabled(is_filled, button::leading(ui, text::dialogs::ADD)).clicked();
    let another =
        ui.add_enabled(is_filled, egui::Button::new(text::dialogs::ADD_AND_NEXT)).clicked();
    let is_cancelled = ui.button(text::dialogs::CANCEL).clicked();
    match (add, another) {
        (true, _) => Some(Reply::Given(ThenAdd::Nothing)),
        (_, true) => Some(Reply::Given(ThenAdd::Another)),
        _ => is_cancelled.then_some(Reply::Closed),
    }
}

fn line_ui(key: &str, name: &str, text: &mut String, ui: &mut Ui) -> egui::Response {
    ui.label(egui::RichText::new(name).small());
    let field = edit::Field::line(Id::unique(("add form", key)), "", ui);
    edit::ui(field, text, ui).accessible_name(name)
}
