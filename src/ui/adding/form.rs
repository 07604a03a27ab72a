//! What is typed to add a thing, and what adding it does.

use std::sync::Arc;

use super::kind::{Kind, Part, Place};
use crate::model::{
    Alternative, Appearance, Assumption, AssumptionId, Criterion, Edit, Goal, Group, NodeId,
    OptionId, Range, Scenario, Source, SourceId, Team, TeamId, id_from_name,
};
use crate::session::{Selection, Session};
use crate::text;
use crate::ui::widgets::number::Allowed;

/// The names of what is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    /// That in the field.
    Typed(String),
    /// One of each line that was pasted; what stands in the fields is of another thing.
    Pasted(Vec<String>),
}

impl Names {
    fn as_slice(&self) -> &[String] {
        match self {
            Self::Typed(name) => std::slice::from_ref(name),
            Self::Pasted(names) => names,
        }
    }
}

/// A form as it is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct AddForm {
    pub kind: Kind,
    pub place: Place,
    pub name: String,
    pub short: String,
    /// What a criterion is measured by, its ends as they are typed.
    pub goal: Goal,
    pub from: String,
    pub to: String,
    pub unit: String,
    /// The group that a criterion or group goes into.
    parent: Option<NodeId>,
    /// Where in its list it goes.
    at: usize,
    /// Why it couldn't be added, and at which field that is said.
    pub refused: Option<(Part, String)>,
    /// This field is to get the focus.
    pub next: Option<Part>,
    /// This field has it.
    pub focused: Option<Part>,
}

/// What adding comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    pub edit: Edit,
    /// What is selected then.
    pub selection: Selection,
    /// As undo says it.
    pub name: String,
}

impl AddForm {
    /// An empty form; what is added goes to the end.
    pub fn new(kind: Kind, place: Place) -> Self {
        let [usual_from, usual_to] = usual_ends();
        Self {
            kind,
            place,
            name: String::new(),
            short: String::new(),
            goal: Goal::Maximize,
            from: usual_from,
            to: usual_to,
            unit: String::new(),
            parent: None,
            at: usize::MAX,
            refused: None,
            next: None,
            focused: None,
        }
    }

    /// An empty form in a dialog, which takes the focus; what is added goes behind the thing of its
    /// kind that is selected, else to the end.
    pub fn behind_selected(kind: Kind, session: &Session) -> Self {
        let scenario = session.scenario();
        let place = match (&session.selection, kind) {
            (Selection::Option(id), Kind::Option) => {
                scenario.options.iter().position(|option| option.id == *id)
            }
            (Selection::Team(id), Kind::Team) => {
                scenario.teams.iter().position(|team| team.id == *id)
            }
            (Selection::Assumption(id), Kind::Assumption) => {
                scenario.assumptions.iter().position(|assumption| assumption.id == *id)
            }
            (Selection::Criterion(id), Kind::Criterion) => {
                scenario.criteria.iter().position(|criterion| criterion.id == *id)
            }
            _ => None,
        };
        let at = place.map_or(usize::MAX, |place| place + 1);
        Self {
            at,
            next: Some(Part::Name),
            ..Self::new(kind, Place::Dialog).in_selected_group(session)
        }
    }

    /// The same form for what goes into the group that is selected, or that of the criterion that
    /// is.
    #[must_use]
    pub fn in_selected_group(self, session: &Session) -> Self {
        let parent = match (&session.selection, self.kind) {
            (Selection::Group(id), Kind::Criterion | Kind::Group) => Some(id.clone()),
            (Selection::Criterion(id), Kind::Criterion) => {
                session.scenario().criterion(id).and_then(|criterion| criterion.group.clone())
            }
            _ => None,
        };
        Self { parent, ..self }
    }

    /// The same form for the next thing, which goes behind what was added; what was typed beside
    /// lines that were pasted stays.
    #[must_use]
    pub fn after(&self, added: &Names) -> Self {
        let form = match added {
            Names::Pasted(_) if self.is_named() => self.clone(),
            _ => Self { parent: self.parent.clone(), ..Self::new(self.kind, self.place) },
        };
        let at = self.at.saturating_add(added.as_slice().len());
        Self { at, refused: None, next: Some(Part::Name), ..form }
    }

    /// The same form with the reason why it couldn't be added, the focus where that is said.
    #[must_use]
    pub fn refused(&self, part: Part, reason: String) -> Self {
        Self { refused: Some((part, reason)), next: Some(part), ..self.clone() }
    }

    /// Whether a name was typed.
    pub fn is_named(&self) -> bool {
        !self.name.trim().is_empty()
    }

    /// What adding a thing of each name does to a document, as one step.
    ///
    /// # Errors
    /// Why they can't be added, and at which field that is to be said.
    pub fn addition(&self, names: &Names, scenario: &Scenario) -> Result<Addition, (Part, String)> {
        if let Names::Pasted(_) = names
            && !self.short.is_empty()
        {
            let without_short = Self { short: String::new(), ..self.clone() };
            return without_short.addition(names, scenario);
        }
        let names = names.as_slice();
        let range = self.range()?;
        let mut edits = Vec::new();
        let mut selection = Selection::Nothing;
        let mut next = scenario.clone();
        for (name, behind) in names.iter().zip(0..) {
            let (edit, added) = self.thing(name, range, self.at.saturating_add(behind), &next);
            next = next
                .edited(&edit)
                .map_err(|refusal| (self.part_refused(), text::refusal(scenario, &refusal)))?;
            edits.push(edit);
            selection = added;
        }
        let name = match names {
            [name] => text::edits::adding(name),
            _ => text::edits::adding_several(names.len()),
        };
        let edit = if edits.len() == 1 { edits.remove(0) } else { Edit::Several(edits) };
        Ok(Addition { edit, selection, name })
    }

    /// The field at which a rule of the document is told that the things would break.
    fn part_refused(&self) -> Part {
        let is_usual = [&self.from, &self.to] == usual_ends().each_ref();
        if self.kind == Kind::Criterion && !is_usual { Part::To } else { Part::Name }
    }

    fn range(&self) -> Result<Range, (Part, String)> {
        let needed = || text::refusals::NUMBER_NEEDED.to_owned();
        let end = |part: Part, typed: &str| {
            let number = Allowed::ANY.read(typed).and_then(|number| number.ok_or_else(needed));
            number.map_err(|reason| (part, reason))
        };
        Ok(Range::Fixed(end(Part::From, &self.from)?, end(Part::To, &self.to)?))
    }

    fn thing(&self, name: &str, range: Range, at: usize, scenario: &Scenario) -> (Edit, Selection) {
        let id = self.id(name, scenario);
        match self.kind {
            Kind::Option => {
                let option = self.option(OptionId::provisional(&id), name, scenario);
                let selection = Selection::Option(option.id.clone());
                (Edit::AddOption(option, at), selection)
            }
            Kind::Criterion => {
                let node = NodeId::provisional(&id);
                let criterion = self.criterion(node.clone(), name, scenario);
                let criterion = Criterion { range, ..criterion };
                (Edit::AddCriterion(criterion, at), Selection::Criterion(node))
            }
            Kind::Group => {
                let node = NodeId::provisional(&id);
                (Edit::AddGroup(self.group(node.clone(), name), at), Selection::Group(node))
            }
            Kind::Team => {
                let team = self.team(TeamId::provisional(&id), name, scenario);
                let selection = Selection::Team(team.id.clone());
                (Edit::AddTeam(team, at), selection)
            }
            Kind::Assumption => {
                let id = AssumptionId::provisional(&id);
                let added = Assumption::new(id.clone(), name);
                let added = Assumption { short: self.short(), ..added };
                (Edit::AddAssumption(added, at), Selection::Assumption(id))
            }
            Kind::Source => {
                let id = SourceId::provisional(&id);
                (Edit::SetSource(id.clone(), source(name)), Selection::Source(id))
            }
        }
    }

    fn short(&self) -> String {
        self.short.trim().to_owned()
    }

    fn option(&self, id: OptionId, name: &str, scenario: &Scenario) -> Alternative {
        let taken = scenario.options.iter().map(|option| &option.letter);
        let letter = Appearance::default().with_letters(taken).letter();
        let (name, short, note) = (name.to_owned(), self.short(), String::new());
        Alternative { id, name, short, note, letter }
    }

    fn criterion(&self, id: NodeId, name: &str, scenario: &Scenario) -> Criterion {
        let taken = scenario.criteria.iter().map(|criterion| criterion.hue.number());
        let hue = Appearance::default().with_numbers(taken).hue();
        Criterion {
            short: self.short(),
            group: self.parent.clone(),
            goal: self.goal,
            unit: self.unit.trim().to_owned(),
            ..Criterion::new(id, name, hue)
        }
    }

    fn group(&self, id: NodeId, name: &str) -> Group {
        let (name, short, note) = (name.to_owned(), self.short(), String::new());
        Group { id, name, short, note, group: self.parent.clone() }
    }

    fn team(&self, id: TeamId, name: &str, scenario: &Scenario) -> Team {
        let taken = scenario.teams.iter().map(|team: &Arc<Team>| team.mark.number());
        let mark = Appearance::default().with_numbers(taken).mark();
        let mut team = Team::new(id, name, mark);
        team.short = self.short();
        team
    }

    fn id(&self, name: &str, scenario: &Scenario) -> String {
        let from = if self.short.trim().is_empty() { name } else { self.short.trim() };
        id_from_name(from, self.kind.word(), |id| self.kind.is_taken(scenario, id))
    }
}

/// The ends of a scale that nobody gave others.
fn usual_ends() -> [String; 2] {
    match Range::default() {
        Range::Fixed(min, max) => [min, max].map(text::editable),
        Range::Observed => [String::new(), String::new()],
    }
}

fn source(title: &str) -> Source {
    let empty = String::new;
    let (title, authors) = (title.to_owned(), Vec::new());
    Source { title, authors, publisher: empty(), date: None, url: empty() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 6] =
        [Kind::Option, Kind::Criterion, Kind::Group, Kind::Team, Kind::Source, Kind::Assumption];

    fn names(names: &[&str]) -> Names {
        Names::Pasted(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn things_of_one_name_are_told_apart_and_come_in_the_order_of_their_lines() {
        for kind in KINDS {
            let form = AddForm::new(kind, Place::List);
            let empty = Scenario::new("Bridge");
            let addition = form.addition(&names(&["Cost", "日本", "Cost"]), &empty).unwrap();
            let after = empty.edited(&addition.edit).unwrap();
            let told: Vec<String> = match kind {
                Kind::Option => after.options.iter().map(|option| option.name.clone()).collect(),
                Kind::Criterion => after.criteria.iter().map(|node| node.name.clone()).collect(),
                Kind::Group => after.groups.iter().map(|group| group.name.clone()).collect(),
                Kind::Team => after.teams.iter().map(|team| team.name.clone()).collect(),
                Kind::Source => after.sources.values().map(|source| source.title.clone()).collect(),
                Kind::Assumption => after.assumptions.iter().map(|it| it.name.clone()).collect(),
            };
            assert_eq!(told, ["Cost", "日本", "Cost"], "{kind:?}");
            assert!(addition.selection.is_in(&after), "{kind:?}");
            assert_eq!(addition.name, "adding 3 things");
        }
    }

    #[test]
    fn a_criterion_has_the_scale_that_was_typed() {
        let form = AddForm {
            goal: Goal::Minimize,
            from: "0".to_owned(),
            to: "10 000,5".to_owned(),
            unit: " USD ".to_owned(),
            ..AddForm::new(Kind::Criterion, Place::List)
        };
        let empty = Scenario::new("Bridge");
        let addition = form.addition(&Names::Typed("Cost".to_owned()), &empty).unwrap();
        let after = empty.edited(&addition.edit).unwrap();
        let criterion = &after.criteria[0];
        assert_eq!(
            (criterion.goal, criterion.range, criterion.unit.as_str()),
            (Goal::Minimize, Range::Fixed(0.0, 10_000.5), "USD")
        );
        for (from, to, part) in [
            ("x", "10", Part::From),
            ("0", "", Part::To),
            ("0", "1,500", Part::To),
            ("5", "5", Part::To),
        ] {
            let typed = AddForm { from: from.to_owned(), to: to.to_owned(), ..form.clone() };
            let refused = typed.addition(&Names::Typed("Cost".to_owned()), &empty).unwrap_err();
            assert_eq!(refused.0, part, "{from} to {to}: {}", refused.1);
        }
    }

    #[test]
    fn what_is_typed_stays_beside_pasted_lines_and_lends_them_nothing_but_the_scale() {
        for kind in KINDS {
            let form = AddForm {
                name: "Ferry".to_owned(),
                short: "F".to_owned(),
                to: "100".to_owned(),
                ..AddForm::new(kind, Place::Dialog)
            };
            let pasted = names(&["Alpha", "Beta"]);
            let scenario = Scenario::new("Bridge");
            let edit = form.addition(&pasted, &scenario).unwrap().edit;
            let lent = scenario.edited(&edit).unwrap();
            let shorts = lent.options.iter().map(|it| &it.short);
            let shorts = shorts.chain(lent.criteria.iter().map(|it| &it.short));
            let shorts = shorts.chain(lent.groups.iter().map(|it| &it.short));
            let mut shorts = shorts.chain(lent.teams.iter().map(|it| &it.short));
            assert!(shorts.all(String::is_empty), "{kind:?}");
            assert!(lent.criteria.iter().all(|it| it.range == Range::Fixed(0.0, 100.0)));
            let next = form.after(&pasted);
            let stands = [&next.name, &next.short, &next.to];
            assert_eq!(stands, ["Ferry", "F", "100"], "{kind:?}");
            let next = next.after(&Names::Typed("Ferry".to_owned()));
            assert!(!next.is_named() && next.short.is_empty(), "{kind:?}: it is added now");
        }
    }
}
